package layout

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"cosohoi/reports/form"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestSameDocumentSameBytes(t *testing.T) {
	first := mustPDF(t, plan())
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if again, err := PDF(plan()); err != nil || !bytes.Equal(first, again) {
				t.Error("two runs of one document differ")
			}
		})
	}
	wait.Wait()
}

func TestProperties(t *testing.T) {
	pdf := mustPDF(t, plan())
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.4")) {
		t.Errorf("the file is %q, an electronic copy must be PDF 1.4 or later", pdf[:8])
	}
	info := poppler(t, pdf, "pdfinfo", "-isodates")
	for _, want := range []string{
		"KẾ HOẠCH Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” nhiệm kỳ 2022 - 2027",
		"Số 77/KH-BCH, ngày 04 tháng 7 năm 2023", "Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Định", "2023-07-04T00:00:00", "595.28 x 841.89 pts (A4)",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("the properties lack %q:\n%s", want, info)
		}
	}
}

// bodyText is what a reader must find of the body, in the order in which it is drawn.
func bodyText(blocks []Block) string {
	text := ""
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			text += b.Text + "\n"
		case Paragraph:
			for _, r := range b.Runs {
				text += r.Text
			}
			text += "\n"
		case Table:
			for _, row := range b.Head {
				for _, c := range row {
					text += c.Text + "\n"
				}
			}
			for _, row := range b.Rows {
				text += strings.Join(row.Cells, "\n") + "\n"
			}
		}
	}
	return text
}

// The text layer holds exactly the text of the document; -raw reads it in the order of drawing, so that columns do not mix.
func TestTextLayerIsExact(t *testing.T) {
	doc := plan()
	want := squash(doc.Parent + doc.Issuer + form.NationalName + form.NationalMotto + "Số: 77/KH-BCH" + "Nam Định, ngày 04 tháng 7 năm 2023" +
		doc.Kind + doc.Summary + bodyText(doc.Body) +
		"Nơi nhận: - Thường trực Tỉnh ủy (để báo cáo); - Hội LHPN các huyện, thành phố; các đơn vị; - Lưu: VT, VP." +
		"TM. BAN CHẤP HÀNH CHỦ TỊCH Trần Thị Định")
	// The second page starts with its number.
	got := squash(regexp.MustCompile(`\f\d+\n`).ReplaceAllString(poppler(t, mustPDF(t, doc), "pdftotext", "-raw"), "\f"))
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Justified paragraphs with mixed faces read back word by word in the layout of the page.
func TestParagraphsReadBackInPageLayout(t *testing.T) {
	doc := plan()
	var body []Block
	for _, b := range doc.Body {
		if _, isTable := b.(Table); !isTable {
			body = append(body, b)
		}
	}
	doc = Document{Body: body}
	got := poppler(t, mustPDF(t, doc), "pdftotext", "-layout")
	_, got, _ = strings.Cut(got, form.NationalMotto)
	if got, want := strings.Join(strings.Fields(got), " "), strings.Join(strings.Fields(bodyText(body)), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A line of the PDF is as wide as in Word but for the rounding of its advances.
func TestMeasureIsTheWidthRounded(t *testing.T) {
	for _, f := range []form.Font{form.Regular(13), form.Bold(14), form.Italic(14)} {
		for _, text := range []string{form.NationalName, form.NationalMotto, "Nam Định, ngày 04 tháng 7 năm 2023"} {
			most := 0.0005 * float64(utf8.RuneCountInString(text)) * f.Pt * form.MmPerPt
			if got, want := new(typesetter).measure(text, f), f.Width(text); math.Abs(got-want) > most {
				t.Errorf("%s in %v measures %.3f mm, want %.3f", text, f, got, want)
			}
		}
	}
}

func TestRecipientsAndAddressees(t *testing.T) {
	doc := plan()
	doc.To = []string{"Thường trực Tỉnh ủy"}
	text := squash(poppler(t, mustPDF(t, doc), "pdftotext", "-raw"))
	for _, want := range []string{"Kính gửi: Thường trực Tỉnh ủy Thực hiện", "Nơi nhận: - Như trên; - Thường trực Tỉnh ủy (để báo cáo);"} {
		if !strings.Contains(text, squash(want)) {
			t.Errorf("one addressee: %q is missing", want)
		}
	}
	doc.To = append(doc.To, "Ban Dân vận Tỉnh ủy")
	text = squash(poppler(t, mustPDF(t, doc), "pdftotext", "-raw"))
	if want := squash("Kính gửi: - Thường trực Tỉnh ủy; - Ban Dân vận Tỉnh ủy."); !strings.Contains(text, want) {
		t.Errorf("several addressees: %q is missing", want)
	}
}

// A công văn has no kind: its summary stands under the number (Mục II.5.b). Minutes have two signers, recipients below.
func TestOtherForms(t *testing.T) {
	doc := plan()
	doc.Kind, doc.Number, doc.Symbol, doc.Summary = "", 314, "BTV-XDTC", "mời dự hội nghị"
	doc.Date, doc.Year = time.Time{}, 2026
	doc.Signers = []Signer{{Position: "THƯ KÝ", Name: "Vũ Thị A"}, {Position: "CHỦ TỌA", Name: "Trần Thị B"}}
	text := strings.Join(strings.Fields(poppler(t, mustPDF(t, doc), "pdftotext", "-raw")), " ")
	for _, want := range []string{"Số: 314/BTV-XDTC V/v mời dự hội nghị Nam Định, ngày tháng năm 2026 Thực hiện", "THƯ KÝ", "Trần Thị B Nơi nhận: - Thường trực Tỉnh ủy"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestAppendicesAreNumberedApart(t *testing.T) {
	doc := plan()
	doc.Appendices = []Appendix{{Title: "BIỂU MỘT", Body: []Block{longTable(60)}}, {Title: "BIỂU HAI", Landscape: true, Body: []Block{longTable(60)}}}
	pdf := mustPDF(t, doc)
	var numbers, heads []string
	for page := range strings.SplitSeq(strings.TrimSuffix(poppler(t, pdf, "pdftotext", "-raw"), "\f"), "\f") {
		first, _, _ := strings.Cut(page, "\n")
		numbers = append(numbers, first)
		if strings.HasPrefix(first, "Phụ lục") {
			heads = append(heads, first)
			if want := squash("(Kèm theo Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023 của Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Định)"); !strings.Contains(squash(page), want) {
				t.Errorf("%s has no line “Kèm theo”", first)
			}
		}
	}
	if got := strings.Join(heads, ", "); got != "Phụ lục I, Phụ lục II" {
		t.Errorf("appendices are headed %s", got)
	}
	if got, want := strings.Join(numbers, "|"), "HỘI LIÊN HIỆP PHỤ NỮ|2|Phụ lục I|2|3|Phụ lục II|2|3"; !strings.HasPrefix(got, want) {
		t.Errorf("pages start with %s, want %s", got, want)
	}
}

// A bookmark points at its heading although the last page is landscape: gofpdf measures from the last page's height.
func TestBookmarksOnMixedPages(t *testing.T) {
	doc := plan()
	doc.Appendices = []Appendix{{Title: "BIỂU", Landscape: true, Body: []Block{Text("Không.")}}}
	ts := &typesetter{}
	sections, err := ts.compose(doc)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, s := range sections {
		for _, page := range s.pages() {
			for _, b := range page.slabs {
				if b.mark != nil {
					want = append(want, fmt.Sprintf("%.2f", (s.format.height-b.top)/form.MmPerPt))
				}
			}
		}
	}
	var got []string
	for _, m := range regexp.MustCompile(`/XYZ 0 ([\d.]+) null`).FindAllSubmatch(mustPDF(t, doc), -1) {
		got = append(got, string(m[1]))
	}
	if len(want) != 3 || strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("bookmarks point at %v pt, want %v", got, want)
	}
}

func TestRefusals(t *testing.T) {
	wide := longTable(1)
	wide.Columns[1].Width = 200
	short := longTable(1)
	short.Rows[0].Cells = short.Rows[0].Cells[:2]
	torn := longTable(1)
	torn.Head[1] = torn.Head[1][:1]
	many := Document{Recipients: strings.Split(strings.Repeat("Ủy viên Ban Chấp hành,", 80), ",")}
	for _, c := range []struct {
		doc  Document
		want string
	}{
		{many, "Văn bản có phần cao hơn một trang"},
		{Document{Preset: 12}, "Cỡ chữ 12"},
		{Document{Margins: Margins{10, 20, 30, 15}}, "Lề trang"},
		{Document{Body: []Block{wide}}, "Bảng rộng 269 mm, vượt khổ chữ 165 mm"},
		{Document{Body: []Block{short}}, "Dòng 1 của bảng có 2 ô"},
		{Document{Appendices: []Appendix{{Body: []Block{torn}}}}, "Tiêu đề của bảng"},
	} {
		_, err := PDF(c.doc)
		var shown interface{ UserMessage() string }
		if !errors.As(err, &shown) || !strings.HasPrefix(shown.UserMessage(), c.want) {
			t.Errorf("got %v, want a message that starts with %q", err, c.want)
		}
	}
}

var bboxLine = regexp.MustCompile(`<(page|line) (?:width="([\d.]+)" height="([\d.]+)"|xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)")|<word [^>]*>([^<]*)<`)

// The place of every line of the plan on its pages, in millimetres from the top left corner.
func TestGeometryOfThePlan(t *testing.T) {
	var got strings.Builder
	mm := func(s string) string {
		pt, _ := strconv.ParseFloat(s, 64)
		return fmt.Sprintf("%.1f", pt*form.MmPerPt)
	}
	for _, m := range bboxLine.FindAllStringSubmatch(poppler(t, mustPDF(t, plan()), "pdftotext", "-bbox-layout"), -1) {
		switch {
		case m[1] == "page":
			fmt.Fprintf(&got, "\n== page %s x %s", mm(m[2]), mm(m[3]))
		case m[1] == "line":
			fmt.Fprintf(&got, "\n%6s %6s %6s %6s ", mm(m[4]), mm(m[5]), mm(m[6]), mm(m[7]))
		default:
			got.WriteString(" " + m[8])
		}
	}
	const golden = "testdata/plan.geometry"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the geometry changed (look at it, then run with -update):\n%s", got.String())
	}
}
