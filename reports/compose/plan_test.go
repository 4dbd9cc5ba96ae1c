package compose

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"cosohoi/reports/layout"
)

// planFile opens a file of plan 77/KH-BCH of 04 July 2023, which stands beside the repository and not in it.
func planFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "domain", name))
	if err != nil {
		t.Skipf("the plan is not here: %v", err)
	}
	return string(text)
}

func planDocument(t *testing.T) layout.Document {
	t.Helper()
	s, err := Parse(planFile(t, "ke-hoach-77.md"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := s.Document()
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// squash takes all blanks out of a text.
func squash(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// The components of the plan are read as they stand in it.
func TestPlanComponents(t *testing.T) {
	doc := planDocument(t)
	doc.Body = nil
	want := layout.Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN CHẤP HÀNH", Number: 77, Symbol: "KH-BCH", Place: "Nam Định",
		Date: time.Date(2023, 7, 4, 0, 0, 0, 0, time.UTC), Kind: "KẾ HOẠCH",
		Summary:    "Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh”\nnhiệm kỳ 2022 - 2027",
		Recipients: []string{"ĐCT TW Hội LHPN VN (để báo cáo)", "Thường trực Tỉnh ủy (để báo cáo)", "Ban Dân vận Tỉnh ủy (để báo cáo)", "Ủy viên BCH Hội LHPN tỉnh", "Hội LHPN các huyện, thành phố; các đơn vị", "Các Ban Hội LHPN tỉnh"},
		Archive:    "VT, VP",
		Signers:    []layout.Signer{{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
	}
	if !reflect.DeepEqual(doc, want) {
		t.Errorf("read   %#v\nwanted %#v", doc, want)
	}
}

// The heads of the plan are its outline: I.–IV., below them the numbered titles, below 2. the head 2.2.; 2.1. runs into its text.
func TestPlanOutline(t *testing.T) {
	var heads []string
	notes, runIn := 0, 0
	for _, b := range planDocument(t).Body {
		switch b := b.(type) {
		case layout.Heading:
			number, _, _ := strings.Cut(b.Text, " ")
			heads = append(heads, strings.Repeat("\t", b.Level-3)+number)
		case layout.Paragraph:
			for _, r := range b.Runs {
				if r.Note != nil {
					notes++
				}
			}
			if len(b.Runs) > 1 && b.Runs[0].Bold {
				runIn++
			}
		}
	}
	want := "I. II. III. \t1. \t2. \t\t2.2. \t3. \t4. \t5. IV. \t1. \t2. \t3."
	if got := strings.Join(heads, " "); got != want {
		t.Errorf("heads %q, wanted %q", got, want)
	}
	if notes != 3 || runIn != 1 {
		t.Errorf("%d footnotes and %d run-in heads, the plan has 3 and 1", notes, runIn)
	}
}

// The words of the body are those of the official text, footnotes apart: these stand at the foot of its first page.
func TestPlanBodyIsTheOfficialText(t *testing.T) {
	var body, notes strings.Builder
	mark := 0
	for _, b := range planDocument(t).Body {
		switch b := b.(type) {
		case layout.Heading:
			body.WriteString(b.Text)
		case layout.Paragraph:
			for _, r := range b.Runs {
				body.WriteString(r.Text)
				if r.Note != nil {
					mark++
					body.WriteString(string(rune('0' + mark)))
					notes.WriteString(string(rune('0'+mark)) + "-")
					for _, n := range r.Note {
						notes.WriteString(n.Text)
					}
				}
			}
		}
	}
	official := squash(planFile(t, "ke-hoach-77-kh-bch-2023.txt"))
	from := strings.Index(official, squash("Thực hiện Kế hoạch số 290"))
	to := strings.Index(official, "./.Nơinhận:")
	official = official[from:to] + "."
	footnotes := squash(notes.String())
	if !strings.Contains(official, footnotes) {
		t.Errorf("the official text has no footnotes %q", footnotes)
	}
	official = strings.Replace(official, footnotes, "", 1)
	if got := squash(body.String()); got != official {
		t.Errorf("the body differs from the official text:\n%s", firstDifference(got, official))
	}
}

// firstDifference shows where two texts part.
func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	from := max(0, i-80)
	return "…" + a[from:min(len(a), i+80)] + "…\n…" + b[from:min(len(b), i+80)] + "…"
}

// The plan drawn as PDF reads as the official text from its kind to the end mark. Footnotes are taken out of both: where they
// stand depends on the pages. In the lines around it the decree has its own form: the national name is written HÒA, the
// number has no blank before its stroke, the purpose of a recipient stands before its end mark.
func TestPlanAsPDF(t *testing.T) {
	doc := planDocument(t)
	official := squash(planFile(t, "ke-hoach-77-kh-bch-2023.txt"))
	mark := 0
	for _, b := range doc.Body {
		p, ok := b.(layout.Paragraph)
		if !ok {
			continue
		}
		for i := range p.Runs {
			if p.Runs[i].Note == nil {
				continue
			}
			mark++
			number, note := string(rune('0'+mark)), ""
			for _, n := range p.Runs[i].Note {
				note += n.Text
			}
			words := strings.Fields(p.Runs[i].Text)
			word := words[len(words)-1]
			for _, cut := range [][2]string{{squash(number + "- " + note), ""}, {word + number, word}} {
				if !strings.Contains(official, cut[0]) {
					t.Fatalf("the official text has no %q", cut[0])
				}
				official = strings.Replace(official, cut[0], cut[1], 1)
			}
			p.Runs[i].Note = nil
		}
	}
	read := squash(pageNumber.ReplaceAllString(pdfText(t, doc), ""))
	body := func(text string) string {
		return strings.TrimRight(text[strings.Index(text, "KẾHOẠCHThựchiện"):strings.Index(text, "Nơinhận:")], "./")
	}
	if got, want := body(read), body(official); got != want {
		t.Errorf("the paper differs from the official text:\n%s", firstDifference(got, want))
	}
	for _, part := range []string{"HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BAN CHẤP HÀNH", "Số: 77/KH-BCH", "Nam Định, ngày 04 tháng 7 năm 2023",
		"Thường trực Tỉnh ủy (để báo cáo);", "- Lưu: VT, VP.", "TM. BAN CHẤP HÀNH", "Trần Thị Định"} {
		if !strings.Contains(read, squash(part)) {
			t.Errorf("the paper has no %q", part)
		}
	}
}

// pageNumber is a line that holds a number alone.
var pageNumber = regexp.MustCompile(`(?m)^\f?\s*\d+\s*$`)

// pdfText draws a document and reads it back.
func pdfText(t *testing.T, doc layout.Document) string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("pdftotext is missing: install poppler-utils, the tests read the documents back with it")
	}
	pdf, err := layout.PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
