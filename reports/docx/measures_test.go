package docx

import (
	"math"
	"strings"
	"testing"
	"time"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// attributes of the first element of that name, "" where there is none.
func attribute(n *node, element, name string) string {
	if found := n.all(element); len(found) > 0 {
		return found[0].attributes[name]
	}
	return ""
}

// styleOf gives a style.
func styleOf(t *testing.T, file []byte, id string) *node {
	t.Helper()
	trees, _ := parts(t, file)
	for _, s := range trees["word/styles.xml"].all("w:style") {
		if s.attributes["w:styleId"] == id {
			return s
		}
	}
	t.Fatalf("no style %s", id)
	return nil
}

// The numbers of Nghị định 30/2020, Phụ lục I, in the units of Word.
func TestMeasuresOfThePage(t *testing.T) {
	file := mustFile(t, plan())
	doc := document(t, file)
	for _, c := range []struct{ element, attribute, want string }{
		{"w:pgSz", "w:w", "11906"}, {"w:pgSz", "w:h", "16838"}, {"w:pgSz", "w:orient", ""},
		{"w:pgMar", "w:top", "1134"}, {"w:pgMar", "w:bottom", "1134"}, {"w:pgMar", "w:left", "1701"}, {"w:pgMar", "w:right", "851"},
		{"w:pgMar", "w:header", "567"}, {"w:pgNumType", "w:start", "1"},
	} {
		if got := attribute(doc, c.element, c.attribute); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.element, c.attribute, got, c.want)
		}
	}
	sections := doc.all("w:sectPr")
	if len(sections) != 3 {
		t.Fatalf("%d sections, want the main part and two appendices", len(sections))
	}
	for i, s := range sections {
		if len(s.all("w:titlePg")) != 1 || attribute(s, "w:pgNumType", "w:start") != "1" {
			t.Errorf("section %d does not number its pages from 1 with a first page without number", i)
		}
	}
	if attribute(sections[2], "w:pgSz", "w:w") != "16838" || attribute(sections[2], "w:pgSz", "w:orient") != "landscape" {
		t.Error("the second appendix is not landscape")
	}
	columns := doc.all("w:tblGrid")[0].children
	if columns[0].attributes["w:w"] != "3855" || columns[1].attributes["w:w"] != "5499" {
		t.Errorf("the head has columns of %s and %s twips", columns[0].attributes["w:w"], columns[1].attributes["w:w"])
	}

	for _, c := range []struct{ style, element, attribute, want string }{
		{"Content", "w:spacing", "w:before", "120"}, {"Content", "w:spacing", "w:after", "0"}, {"Content", "w:spacing", "w:line", "276"},
		{"Content", "w:spacing", "w:lineRule", "auto"}, {"Content", "w:ind", "w:firstLine", "720"}, {"Content", "w:jc", "w:val", "both"},
		{"Content", "w:sz", "w:val", "28"}, {"Heading2", "w:outlineLvl", "w:val", "1"}, {"Heading2", "w:sz", "w:val", "28"},
		{"PageNumber", "w:sz", "w:val", "28"}, {"PageNumber", "w:jc", "w:val", "center"}, {"Creed1", "w:sz", "w:val", "26"}, {"Creed2", "w:sz", "w:val", "28"},
		{"Number", "w:sz", "w:val", "26"}, {"PlaceDate", "w:sz", "w:val", "28"}, {"RecipientsLabel", "w:sz", "w:val", "24"}, {"Recipients", "w:sz", "w:val", "22"},
		{"SignerName", "w:spacing", "w:before", "1587"}, {"FootnoteText", "w:sz", "w:val", "20"}, {"Cell24", "w:sz", "w:val", "24"}, {"Cell22", "w:sz", "w:val", "22"},
	} {
		if got := attribute(styleOf(t, file, c.style), c.element, c.attribute); got != c.want {
			t.Errorf("style %s: %s %s is %q, want %q", c.style, c.element, c.attribute, got, c.want)
		}
	}
	trees, _ := parts(t, file)
	fonts := trees["word/styles.xml"].all("w:rFonts")[0]
	for _, script := range []string{"w:ascii", "w:hAnsi", "w:cs"} {
		if fonts.attributes[script] != "Times New Roman" {
			t.Errorf("%s is set in %q", script, fonts.attributes[script])
		}
	}
	if lang := attribute(trees["word/styles.xml"], "w:lang", "w:val"); lang != "vi-VN" {
		t.Errorf("the language is %q", lang)
	}
}

// The line under the Tiêu ngữ is as long as its text, that under the issuer 1/3 to 1/2 of its text; the table of
// document-layout.md has both texts measured.
func TestLengthsOfLines(t *testing.T) {
	for preset, want := range map[int]struct{ issuer, motto float64 }{14: {39.3 * 0.4, 60.5}, 13: {36.3 * 0.4, 56.1}} {
		d := letterhead()
		d.Preset = preset
		lines := document(t, mustFile(t, d)).all("wp:extent")
		length := func(i int) float64 { return float64(figure(lines[i].attributes["cx"])) / 36000 }
		if math.Abs(length(0)-want.issuer) > 0.1 || math.Abs(length(1)-want.motto) > 0.1 {
			t.Errorf("preset %d: lines of %.1f and %.1f mm, want %.1f and %.1f", preset, length(0), length(1), want.issuer, want.motto)
		}
	}
}

func TestTablesKeepTheirRows(t *testing.T) {
	d := letterhead()
	d.Body = []layout.Block{twoRowTable(3)}
	table := document(t, mustFile(t, d)).all("w:tbl")[1]
	if n := len(table.all("w:tblHeader")); n != 2 {
		t.Errorf("%d rows are repeated, want 2", n)
	}
	if rows, whole := len(table.all("w:tr")), len(table.all("w:cantSplit")); rows != 6 || whole != rows {
		t.Errorf("%d of %d rows stay whole", whole, rows)
	}
	if n := len(table.all("w:vMerge")); n != 10 {
		t.Errorf("%d cells are merged downward, want 10", n)
	}
	if got := attribute(table, "w:gridSpan", "w:val"); got != "2" {
		t.Errorf("the head spans %q columns", got)
	}
	total := 0
	for _, c := range table.child("w:tblGrid").children {
		total += figure(c.attributes["w:w"])
	}
	if total != 9354 {
		t.Errorf("columns that share the text width take %d twips of 9354", total)
	}
}

// Columns that share the text width take what they take in the PDF: those of short texts just what these need.
func TestSharedColumnsAreThoseOfThePDF(t *testing.T) {
	d := letterhead()
	table := layout.Table{
		Columns: make([]layout.Column, 4),
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Nội dung công việc"}, {Text: "Thời gian hoàn thành"}, {Text: "Đơn vị thực hiện"}}},
		Rows: []layout.Row{
			{Cells: []string{"1", strings.Repeat("Rà soát, đánh giá, xếp loại chất lượng cán bộ Hội cơ sở; ", 4), "Quý I năm 2024", "Ban Xây dựng tổ chức Hội"}},
			{Cells: []string{"2", "Tổng kết", "Quý IV năm 2024", strings.Repeat("Hội LHPN các huyện, thành phố; ", 3)}},
		},
	}
	d.Body = []layout.Block{table}
	want := table.Widths(165)
	for i, column := range document(t, mustFile(t, d)).all("w:tbl")[1].child("w:tblGrid").children {
		if got := float64(figure(column.attributes["w:w"])) * 25.4 / 1440; math.Abs(got-want[i]) > 0.02 {
			t.Errorf("column %d is %.2f mm wide, in the PDF %.2f", i+1, got, want[i])
		}
	}
	for i, text := range map[int]string{0: "2", 2: "Quý IV năm 2024"} {
		if need := max(form.TableColumnMin, form.Regular(form.TablePt).Width(text)+2*form.CellPadding); want[i] < need-0.1 || want[i] > need+8 {
			t.Errorf("column %d is %.2f mm wide for a text that needs %.2f", i+1, want[i], need)
		}
	}
}

func TestHeadingsAreWordsOwn(t *testing.T) {
	d := letterhead()
	d.Body = []layout.Block{layout.Heading{Level: 1, Text: "I. CHUNG"}, layout.Heading{Level: 2, Text: "1. Riêng"}, layout.Text("Hết")}
	file := mustFile(t, d)
	doc := document(t, file)
	for style, want := range map[string]string{"Heading1": "I. CHUNG\n", "Heading2": "1. Riêng\n"} {
		if found := doc.paragraphs(style); len(found) != 1 || found[0].plain() != want {
			t.Errorf("%s does not hold %q", style, want)
		}
	}
	if name := styleOf(t, file, "Heading1").val("w:name"); name != "heading 1" {
		t.Errorf("Word does not know the heading %q", name)
	}
	if len(styleOf(t, file, "Heading1").all("w:keepNext")) != 1 {
		t.Error("a heading does not stay with what follows")
	}
}

// What each form prints: the lines of the paper that hold a rule.
func TestWhatThePaperSays(t *testing.T) {
	electronic := plan()
	electronic.Electronic = true
	single := plan()
	single.Appendices = single.Appendices[:1]
	draft := plan()
	draft.Number, draft.Date, draft.Year = 0, time.Time{}, 2026
	for _, c := range []struct {
		name       string
		doc        layout.Document
		has, hasNo []string
	}{
		{"plan", plan(), []string{
			"Số: 08/KH-BTV\n", "Nam Định, ngày 04 tháng 7 năm 2023\n", "HỘI LIÊN HIỆP PHỤ NỮ\nTỈNH NAM ĐỊNH\n", "KHẨN\n", "LƯU HÀNH NỘI BỘ\n", "kịp thời./.\n",
			"- Thường trực Tỉnh ủy (để báo cáo);\n", "- Lưu: VT, VP.\n", "XDTC.(25)\n", "Phụ lục I\n", "Phụ lục II\n",
			"(Kèm theo Kế hoạch số 08/KH-BTV ngày 04 tháng 7 năm 2023\ncủa Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định)\n"}, []string{"Như trên", "V/v"}},
		{"electronic", electronic, []string{"(Kèm theo Kế hoạch số           ngày     tháng     năm     \n"}, []string{"(Kèm theo Kế hoạch số 08"}},
		{"one appendix", single, []string{"Phụ lục\n"}, []string{"Phụ lục I\n"}},
		{"draft", draft, []string{"Số:          /KH-BTV\n", "Nam Định, ngày     tháng     năm 2026\n"}, nil},
		{"official letter", officialLetter(), []string{"V/v đăng ký mô hình", "Kính gửi:\n- Hội Liên hiệp Phụ nữ các huyện, thành phố;\n", "khác.\n", "- Như trên;\n", "KT. CHỦ TỊCH\n", "các đơn vị./.\n"}, nil},
		{"decision", decision(), []string{"QUYẾT ĐỊNH:\n", "Căn cứ Điều lệ Hội Liên hiệp Phụ nữ Việt Nam;\n", "tổ chức Hội.\n", "Chương I\nQUY ĐỊNH CHUNG\n", "SAO Y\n", "Số: 03/SY-BTV\n", "Hải Hậu, ngày 01 tháng 8 năm 2023\n"}, nil},
		{"minutes", minutes(), []string{"THƯ KÝ\n"}, []string{"Nam Định, ngày"}},
		{"list", list(), nil, []string{"Số:", "./."}},
		{"party", partyPaper(), []string{"ĐẢNG CỘNG SẢN VIỆT NAM\n", "*\n", "Số 127-QĐ/CB\n", "-----\n", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;\n", "T/M CHI BỘ\n", "thi hành.\n"},
			[]string{"CỘNG HÒA", "./.", "TM."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := document(t, mustFile(t, c.doc)).plain()
			for _, part := range c.has {
				if !strings.Contains(text, part) {
					t.Errorf("%q is missing", part)
				}
			}
			for _, part := range c.hasNo {
				if strings.Contains(text, part) {
					t.Errorf("%q does not belong here", part)
				}
			}
		})
	}
}

// Where a line must not end stands a no-break space; what binds is reports/form's.
func TestBoundWords(t *testing.T) {
	for text, want := range map[string]string{
		"Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023": "Kế hoạch số~77/KH-BCH ngày~04 tháng~7 năm~2023",
		"- đạt 100 %":             "-~đạt 100~%",
		"  hai\u00a0 lần\n\nmột ": "hai~lần\nmột",
	} {
		if got := strings.ReplaceAll(preparedText(text), noBreakSpace, "~"); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestProperties(t *testing.T) {
	trees, _ := parts(t, mustFile(t, plan()))
	core := trees["docProps/core.xml"]
	for element, want := range map[string]string{
		"title":   "KẾ HOẠCH Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” nhiệm kỳ 2022 - 2027",
		"creator": "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định", "created": "2023-07-04T00:00:00Z",
		"subject": "Số 08/KH-BTV, ngày 04 tháng 7 năm 2023", "language": "vi-VN",
	} {
		if got := core.all(element)[0].text; got != want {
			t.Errorf("%s is %q, want %q", element, got, want)
		}
	}
}
