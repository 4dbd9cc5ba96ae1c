package compose

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"cosohoi/reports/layout"
)

// writtenPlan is a whole plan in the text form beside its text as it was issued, with the footnotes where its first page ends.
type writtenPlan struct {
	folder, draft, issued string

	head    layout.Document // without its body
	outline string          // the numbers of its heads, each level below with one more tab
	lines   []string        // of the head and of the foot as the decree has them
}

// plans are plan 77/KH-BCH of 04 July 2023, which stands beside the repository and not in it, and an invented one of the same
// shape that is always here.
var plans = map[string]writtenPlan{
	"77/KH-BCH": {
		folder: filepath.Join("..", "..", "..", "shared", "domain"), draft: "ke-hoach-77.md", issued: "ke-hoach-77-kh-bch-2023.txt",
		head: layout.Document{
			Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN CHẤP HÀNH", Number: 77, Symbol: "KH-BCH", Place: "Nam Định",
			Date: time.Date(2023, 7, 4, 0, 0, 0, 0, time.UTC), Kind: "KẾ HOẠCH",
			Summary:    "Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh”\nnhiệm kỳ 2022 - 2027",
			Recipients: []string{"ĐCT TW Hội LHPN VN (để báo cáo)", "Thường trực Tỉnh ủy (để báo cáo)", "Ban Dân vận Tỉnh ủy (để báo cáo)", "Ủy viên BCH Hội LHPN tỉnh", "Hội LHPN các huyện, thành phố; các đơn vị", "Các Ban Hội LHPN tỉnh"},
			Archive:    "VT, VP",
			Signers:    []layout.Signer{{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
		},
		outline: "I. II. III. \t1. \t2. \t\t2.2. \t3. \t4. \t5. IV. \t1. \t2. \t3.",
		lines: []string{"HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BAN CHẤP HÀNH", "Số: 77/KH-BCH", "Nam Định, ngày 04 tháng 7 năm 2023",
			"Thường trực Tỉnh ủy (để báo cáo);", "- Lưu: VT, VP.", "TM. BAN CHẤP HÀNH", "Trần Thị Định"},
	},
	"invented": {
		folder: "testdata", draft: "ke-hoach-vi-du.md", issued: "ke-hoach-vi-du.txt",
		head: layout.Document{
			Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH VÍ DỤ", Issuer: "BAN THƯỜNG VỤ", Number: 8, Symbol: "KH-BTV", Place: "Ví Dụ",
			Date: time.Date(2026, 2, 5, 0, 0, 0, 0, time.UTC), Kind: "KẾ HOẠCH",
			Summary:    "Nâng cao chất lượng sinh hoạt chi hội “Mỗi tháng một điều hay”\ngiai đoạn 2026 - 2028",
			Recipients: []string{"Thường trực Tỉnh ủy (để báo cáo)", "Ủy viên Ban Thường vụ Hội LHPN tỉnh", "Hội LHPN các xã, phường; các đơn vị trực thuộc", "Các Ban Hội LHPN tỉnh"},
			Archive:    "VT, VP",
			Signers:    []layout.Signer{{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Nguyễn Thị Ví Dụ"}},
		},
		outline: "I. II. III. \t1. \t2. \t\t2.2. \t3. \t4. \t5. IV. \t1. \t2. \t3.",
		lines: []string{"HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BAN THƯỜNG VỤ", "Số: 08/KH-BTV", "Ví Dụ, ngày 05 tháng 02 năm 2026",
			"Thường trực Tỉnh ủy (để báo cáo);", "- Lưu: VT, VP.", "TM. BAN THƯỜNG VỤ", "Nguyễn Thị Ví Dụ"},
	},
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

// eachPlan runs a test on every plan that is here, with its parsed draft and its issued text without blanks.
func eachPlan(t *testing.T, test func(t *testing.T, p writtenPlan, doc layout.Document, issued string)) {
	for name, p := range plans {
		t.Run(name, func(t *testing.T) {
			draft, err := os.ReadFile(filepath.Join(p.folder, p.draft))
			if err != nil {
				t.Skipf("the plan is not here: %v", err)
			}
			issued, err := os.ReadFile(filepath.Join(p.folder, p.issued))
			if err != nil {
				t.Fatal(err)
			}
			s, err := Parse(string(draft))
			if err != nil {
				t.Fatal(err)
			}
			doc, err := s.Document()
			if err != nil {
				t.Fatal(err)
			}
			test(t, p, doc, squash(string(issued)))
		})
	}
}

// marked is a footnote of a plan: the last word before its mark, the number of the mark and the text of the note.
type marked struct{ word, number, text string }

// takeNotes lists the footnotes of a document and takes them out of it.
func takeNotes(doc layout.Document) []marked {
	var notes []marked
	for _, b := range doc.Body {
		p, ok := b.(layout.Paragraph)
		if !ok {
			continue
		}
		for i, r := range p.Runs {
			if r.Note == nil {
				continue
			}
			words := strings.Fields(r.Text)
			note := marked{word: words[len(words)-1], number: strconv.Itoa(len(notes) + 1)}
			for _, n := range r.Note {
				note.text += n.Text
			}
			notes = append(notes, note)
			p.Runs[i].Note = nil
		}
	}
	return notes
}

// withoutNotes takes the footnotes of a plan out of its issued text: where they stand depends on the pages.
func withoutNotes(t *testing.T, issued string, notes []marked) string {
	t.Helper()
	for _, n := range notes {
		for _, cut := range [][2]string{{squash(n.number + "- " + n.text), ""}, {n.word + n.number, n.word}} {
			if !strings.Contains(issued, cut[0]) {
				t.Fatalf("the issued text has no %q", cut[0])
			}
			issued = strings.Replace(issued, cut[0], cut[1], 1)
		}
	}
	return issued
}

// The components of a plan are read as they stand in it.
func TestPlanComponents(t *testing.T) {
	eachPlan(t, func(t *testing.T, p writtenPlan, doc layout.Document, _ string) {
		doc.Body = nil
		if !reflect.DeepEqual(doc, p.head) {
			t.Errorf("read   %#v\nwanted %#v", doc, p.head)
		}
	})
}

// The heads of a plan are its outline: I.–IV., below them the numbered titles, below 2. the head 2.2.; 2.1. runs into its text.
func TestPlanOutline(t *testing.T) {
	eachPlan(t, func(t *testing.T, p writtenPlan, doc layout.Document, _ string) {
		var heads []string
		runIn := 0
		for _, b := range doc.Body {
			switch b := b.(type) {
			case layout.Heading:
				number, _, _ := strings.Cut(b.Text, " ")
				heads = append(heads, strings.Repeat("\t", b.Level-3)+number)
			case layout.Paragraph:
				if len(b.Runs) > 1 && b.Runs[0].Bold {
					runIn++
				}
			}
		}
		if got := strings.Join(heads, " "); got != p.outline {
			t.Errorf("heads %q, wanted %q", got, p.outline)
		}
		if notes := len(takeNotes(doc)); notes != 3 || runIn != 1 {
			t.Errorf("%d footnotes and %d run-in heads, the plan has 3 and 1", notes, runIn)
		}
	})
}

// The words of the body are those of the issued text.
func TestPlanBodyIsTheIssuedText(t *testing.T) {
	eachPlan(t, func(t *testing.T, p writtenPlan, doc layout.Document, issued string) {
		issued = withoutNotes(t, issued, takeNotes(doc))
		var body strings.Builder
		for _, b := range doc.Body {
			switch b := b.(type) {
			case layout.Heading:
				body.WriteString(b.Text)
			case layout.Paragraph:
				for _, r := range b.Runs {
					body.WriteString(r.Text)
				}
			}
		}
		_, want, _ := strings.Cut(issued, squash(p.head.Kind+p.head.Summary))
		want, _, _ = strings.Cut(want, "./.Nơinhận:")
		if got := squash(body.String()); got != want+"." {
			t.Errorf("the body differs from the issued text:\n%s", firstDifference(got, want))
		}
	})
}

// The plan drawn as PDF reads as the issued text from its kind to the end mark, footnotes apart. In the lines around it the
// decree has its own form: the national name is written HÒA, the number has no blank before its stroke, the purpose of a
// recipient stands before its end mark.
func TestPlanAsPDF(t *testing.T) {
	eachPlan(t, func(t *testing.T, p writtenPlan, doc layout.Document, issued string) {
		issued = withoutNotes(t, issued, takeNotes(doc))
		read := squash(pageNumber.ReplaceAllString(strings.Join(pdfPages(t, doc, "-layout"), "\f"), ""))
		body := func(text string) string {
			_, text, _ = strings.Cut(text, "KẾHOẠCH")
			text, _, _ = strings.Cut(text, "Nơinhận:")
			return strings.TrimRight(text, "./")
		}
		if got, want := body(read), body(issued); got != want {
			t.Errorf("the paper differs from the issued text:\n%s", firstDifference(got, want))
		}
		for _, part := range p.lines {
			if !strings.Contains(read, squash(part)) {
				t.Errorf("the paper has no %q", part)
			}
		}
	})
}

// Each footnote stands at the foot of the page of its mark, all of it, and nothing stands below it.
func TestPlanFootnotesStandOnThePageOfTheirMarks(t *testing.T) {
	eachPlan(t, func(t *testing.T, _ writtenPlan, doc layout.Document, _ string) {
		pages := pdfPages(t, doc, "-raw") // notes are drawn last on their page
		if len(pages) < 5 {
			t.Errorf("the plan has %d pages, wanted 5 at least", len(pages))
		}
		notes := takeNotes(doc)
		stand := 0
		for i, page := range pages {
			page = squash(page)
			foot := ""
			for _, n := range notes {
				text := squash(n.number + n.text)
				mark, noted := strings.Contains(page, n.word+n.number), strings.Contains(page, text)
				if mark != noted {
					t.Errorf("page %d has the mark of note %s: %v, its text: %v", i+1, n.number, mark, noted)
				}
				if noted {
					foot += text
					stand++
				}
			}
			if !strings.HasSuffix(page, foot) {
				t.Errorf("the notes do not end page %d:\n%s", i+1, page)
			}
		}
		if stand != 3 {
			t.Errorf("%d footnotes are on the paper, wanted 3", stand)
		}
	})
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

// pageNumber is a line that holds a number alone.
var pageNumber = regexp.MustCompile(`(?m)^\f?\s*\d+\s*$`)

// pdfPages draws a document and reads the text of its pages back in an order that pdftotext knows.
func pdfPages(t *testing.T, doc layout.Document, order string) []string {
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
	text, err := exec.Command(program, order, path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}
