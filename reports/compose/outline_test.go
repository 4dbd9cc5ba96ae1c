package compose

import (
	"reflect"
	"strings"
	"testing"

	"cosohoi/reports/layout"
)

// blocksOf reads a body that has to be right.
func blocksOf(t *testing.T, body string) []layout.Block {
	t.Helper()
	doc, err := Source{Body: body}.Document()
	if err != nil {
		t.Fatal(err)
	}
	return doc.Body
}

// The level of a paragraph is read from how it starts, as in any Vietnamese paper.
func TestOutline(t *testing.T) {
	head := func(level int, text string) []layout.Block {
		return []layout.Block{layout.Heading{Level: level, Text: text}}
	}
	centred := func(level int, text string) []layout.Block {
		return []layout.Block{layout.Heading{Level: level, Text: text, Centred: true}}
	}
	text := func(s string) []layout.Block { return []layout.Block{layout.Text(s)} }
	long := strings.Repeat("công tác Hội ", 20)
	cases := []struct {
		body string
		want []layout.Block
	}{
		// Phần, Chương, Mục: alone on a line; the title stands on the next line, or in the next paragraph in upper case.
		{"Phần thứ nhất\nKẾT QUẢ", centred(1, "Phần thứ nhất\nKẾT QUẢ")},
		{"PHẦN I\n\nKẾT QUẢ CÔNG TÁC", centred(1, "PHẦN I\nKẾT QUẢ CÔNG TÁC")},
		{"Chương II\nQuy định chung\nvà phạm vi", centred(1, "Chương II\nQuy định chung và phạm vi")},
		{"Mục 1", centred(2, "Mục 1")},
		{"Tiểu mục 2\nCÁC BAN", centred(3, "Tiểu mục 2\nCÁC BAN")},
		{"PHẦN I: KẾT QUẢ", centred(1, "PHẦN I: KẾT QUẢ")},
		{"Phần I của báo cáo nêu kết quả.", text("Phần I của báo cáo nêu kết quả.")},
		{"Phần I\n\nI. KẾT QUẢ", append(centred(1, "Phần I"), head(3, "I. KẾT QUẢ")...)},
		{"Phần I\n\nKết quả như sau.", append(centred(1, "Phần I"), text("Kết quả như sau.")...)},
		// A line of a Roman numeral is a heading always.
		{"I. Mục đích, yêu cầu", head(3, "I. Mục đích, yêu cầu")},
		{"IV. Tổ chức thực hiện.", head(3, "IV. Tổ chức thực hiện.")},
		{"V.I. Lênin", text("V.I. Lênin")},
		// A letter, a number, Điều: when the line is a title of its own.
		{"A. TÌNH HÌNH PHỤ NỮ", head(2, "A. TÌNH HÌNH PHỤ NỮ")},
		{"C. KẾT LUẬN", head(2, "C. KẾT LUẬN")}, // after A and B, not the hundredth
		{"1. Hội LHPN tỉnh", head(4, "1. Hội LHPN tỉnh")},
		{"2.1. Về nội dung", head(5, "2.1. Về nội dung")},
		{"2.1.3. Về hình thức", head(6, "2.1.3. Về hình thức")},
		{"2.1.3.1. Về tên gọi", head(6, "2.1.3.1. Về tên gọi")},
		{"1.Nâng cao chất lượng", head(4, "1.Nâng cao chất lượng")},
		{"1. Các cấp Hội báo cáo trước ngày 15.", text("1. Các cấp Hội báo cáo trước ngày 15.")},
		{"1. Các đơn vị gồm:", text("1. Các đơn vị gồm:")},
		{"1. Phong trào “Phụ nữ khởi nghiệp.”", text("1. Phong trào “Phụ nữ khởi nghiệp.”")},
		{"1. " + long + "x", text("1. " + long + "x")}, // over 200 characters: no title
		{"2.000 cơ sở Hội", text("2.000 cơ sở Hội")},
		{"**1. Text.**", head(4, "1. Text.")}, // bold by hand
		{"**1. Text[^a]**\n\n[^a]: Lời.", []layout.Block{layout.Heading{Level: 4, Text: "1. Text", Note: []layout.Run{{Text: "Lời."}}}}},
		{"**2.1. Về nội dung:** gồm ba việc", []layout.Block{layout.Paragraph{Runs: []layout.Run{{Text: "2.1. Về nội dung:", Bold: true}, {Text: " gồm ba việc"}}}}},
		{"Điều 1. Phạm vi điều chỉnh", head(3, "Điều 1. Phạm vi điều chỉnh")},
		{"Điều 2. Thành lập Đoàn kiểm tra gồm:", []layout.Block{layout.Paragraph{Runs: []layout.Run{{Text: "Điều 2.", Bold: true}, {Text: " Thành lập Đoàn kiểm tra gồm:"}}}}},
		// Lists are paragraphs, their marks printed as typed.
		{"a) Việc thứ nhất", text("a) Việc thứ nhất")},
		{"- Việc thứ nhất", text("- Việc thứ nhất")},
		{"+ Việc thứ nhất", text("+ Việc thứ nhất")},
		// A backslash keeps a start from being recognised.
		{`\1. Hội LHPN tỉnh`, text("1. Hội LHPN tỉnh")},
		{`1\. Hội LHPN tỉnh`, text("1. Hội LHPN tỉnh")},
		{`\I. Hội`, text("I. Hội")},
		{`\# Phụ lục: A`, text("# Phụ lục: A")},
		{`\---`, text("---")},
		// A heading without a number.
		{"## Kết luận", head(1, "Kết luận")},
		{"#### {giữa} LỜI CAM ĐOAN", centred(3, "LỜI CAM ĐOAN")},
		// Lines of a paragraph join; a list does not, under a line that is closed or a heading.
		{"kinh tế\n- xã hội", text("kinh tế - xã hội")},
		{"như sau:\n- Một;\n- Hai.", append(append(text("như sau:"), text("- Một;")...), text("- Hai.")...)},
		{"1. Hội LHPN tỉnh\n- Chủ trì", append(head(4, "1. Hội LHPN tỉnh"), text("- Chủ trì")...)},
		{"một\\nhai", text("một\nhai")},
		{">> Đơn vị tính: người", []layout.Block{layout.Paragraph{Style: layout.AtRight, Runs: []layout.Run{{Text: "Đơn vị tính: người"}}}}},
		{"<> **QUYẾT ĐỊNH:**", []layout.Block{layout.Paragraph{Style: layout.Centred, Runs: []layout.Run{{Text: "QUYẾT ĐỊNH:", Bold: true}}}}},
		{"Trước\n\n---\n\nSau", []layout.Block{layout.Text("Trước"), layout.PageBreak{}, layout.Text("Sau")}},
	}
	for _, c := range cases {
		if got := blocksOf(t, c.body); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q\nread   %#v\nwanted %#v", c.body, got, c.want)
		}
	}
}

// Stars turn faces on before a letter and off behind one; any others are stars.
func TestFaces(t *testing.T) {
	cases := []struct {
		text string
		want []layout.Run
	}{
		{"a **b** *c* ***d***", []layout.Run{{Text: "a "}, {Text: "b", Bold: true}, {Text: " "}, {Text: "c", Italic: true}, {Text: " "}, {Text: "d", Bold: true, Italic: true}}},
		{"**a *b* c**", []layout.Run{{Text: "a ", Bold: true}, {Text: "b", Bold: true, Italic: true}, {Text: " c", Bold: true}}},
		{"**a***b*", []layout.Run{{Text: "a", Bold: true}, {Text: "b", Italic: true}}},
		{"* Ghi chú: 5 * 3", []layout.Run{{Text: "* Ghi chú: 5 * 3"}}},
		{"(*) Số liệu **chưa khóa", []layout.Run{{Text: "(*) Số liệu **chưa khóa"}}},
		{`\*a\* C:\Hội [^ab`, []layout.Run{{Text: `*a* C:\Hội [^ab`}}},
		{"một **hai\nba** bốn", []layout.Run{{Text: "một "}, {Text: "hai ba", Bold: true}, {Text: " bốn"}}},
	}
	for _, c := range cases {
		if got := blocksOf(t, c.text); !reflect.DeepEqual(got, []layout.Block{layout.Paragraph{Runs: c.want}}) {
			t.Errorf("%q gives %#v", c.text, got)
		}
	}
}

// heading_case: upper is for the heads I. II. III. alone (Phụ lục I Phần I Mục II.6).
func TestHeadingCase(t *testing.T) {
	doc, err := Source{Head: Head{HeadingCase: "upper"}, Body: "I. Mục đích\n\n1. Hội LHPN tỉnh"}.Document()
	if err != nil {
		t.Fatal(err)
	}
	want := []layout.Block{layout.Heading{Level: 3, Text: "I. MỤC ĐÍCH"}, layout.Heading{Level: 4, Text: "1. Hội LHPN tỉnh"}}
	if !reflect.DeepEqual(doc.Body, want) {
		t.Errorf("read %#v", doc.Body)
	}
}

// The rows above the separator are the head; < and ^ make spans, as the table of FORMAT.md has them.
func TestTableHeadSpans(t *testing.T) {
	table := blocksOf(t, "| TT | Cơ sở Hội | < |\n| ^ | Phải | Đã \\| chưa |\n|:-:|--:|--:|\n| 1 | 3 \\\\ | \\< |")[0].(layout.Table)
	wantHead := [][]layout.HeadCell{
		{{Text: "TT", RowSpan: 2}, {Text: "Cơ sở Hội", ColSpan: 2}},
		{{Text: "Phải"}, {Text: "Đã | chưa"}},
	}
	if !reflect.DeepEqual(table.Head, wantHead) {
		t.Errorf("head %#v", table.Head)
	}
	if want := []layout.Row{{Cells: []string{"1", `3 \`, "<"}}}; !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("rows %#v", table.Rows)
	}
}
