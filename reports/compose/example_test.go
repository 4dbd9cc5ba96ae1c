package compose

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"cosohoi/reports/layout"
)

// The whole example of FORMAT.md is read as its reader expects.
func TestTheExampleOfTheDescription(t *testing.T) {
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```\n")
	example, _, _ := strings.Cut(rest, "```\n")
	s, err := Parse(example)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := s.Document()
	if err != nil {
		t.Fatal(err)
	}
	appendix := []layout.Block{layout.Table{
		// The columns share the 252 mm of a landscape page by what stands in them.
		Columns: doc.Appendices[0].Body[0].(layout.Table).Columns,
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Cơ sở"}, {Text: "Lý do"}}},
		Rows:    []layout.Row{{Cells: []string{"1", "Xã Hải Vân", "Lùi lịch do mưa bão"}}},
	}}
	want := layout.Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN THƯỜNG VỤ", Symbol: "BC-BTV", Place: "Nam Định",
		Date: time.Date(2023, 7, 4, 0, 0, 0, 0, time.UTC), Kind: "BÁO CÁO", Summary: "Kết quả kiểm tra cơ sở Hội\n6 tháng đầu năm 2023",
		To: []string{"Thường trực Tỉnh ủy"}, Recipients: []string{"Các Ban Hội LHPN tỉnh"}, Archive: "VT, VP",
		Signers: []layout.Signer{{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
		Body: []layout.Block{
			layout.Text("Thực hiện Kế hoạch số 77/KH-BCH, Ban Thường vụ báo cáo kết quả như sau:"),
			layout.Heading{Level: 3, Text: "I. KẾT QUẢ"},
			layout.Heading{Level: 4, Text: "1. Kết quả chung"},
			layout.Paragraph{Runs: []layout.Run{
				{Text: "1.1. Về tiến độ:", Bold: true},
				{Text: " đã kiểm tra 209/226 cơ sở Hội", Note: []layout.Run{{Text: "Số liệu tính đến ngày 30/6/2023."}}},
				{Text: ", trong đó:"},
			}},
			layout.Text("- Đợt một: 120 cơ sở;"),
			layout.Text("- Đợt hai: 89 cơ sở."),
			layout.Heading{Level: 4, Text: "2. Kết quả theo địa bàn"},
			layout.Paragraph{Style: layout.AtRight, Runs: []layout.Run{{Text: "Đơn vị tính: cơ sở", Italic: true}}},
			layout.Table{
				Columns: []layout.Column{{Width: 12, Align: layout.Centre}, {Width: 113}, {Width: 40, Align: layout.Right}},
				Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Huyện, thành phố"}, {Text: "Đã kiểm tra"}}},
				Rows: []layout.Row{
					{Cells: []string{"1", "Hải Hậu", "120"}}, {Cells: []string{"2", "Giao Thủy", "89"}},
					{Cells: []string{"", "Cộng", "209"}, Total: true},
				},
			},
			layout.Heading{Level: 3, Text: "II. ĐỀ NGHỊ"},
			layout.Text("Các đơn vị còn lại hoàn thành trước ngày 31/7/2023."),
		},
		Appendices: []layout.Appendix{{Title: "DANH SÁCH CƠ SỞ CHƯA KIỂM TRA", Landscape: true, Body: appendix}},
	}
	if !reflect.DeepEqual(doc, want) {
		t.Errorf("read   %#v\nwanted %#v", doc, want)
	}
	total := 0.0
	for _, c := range appendix[0].(layout.Table).Columns {
		total += c.Width
	}
	if total > 252 || total < 251 {
		t.Errorf("the columns without widths take %v mm of 252", total)
	}
	if _, err := layout.PDF(doc); err != nil {
		t.Error(err)
	}
}

// Every key of the front matter is described.
func TestTheDescriptionNamesEveryKey(t *testing.T) {
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []reflect.Type{reflect.TypeFor[Head](), reflect.TypeFor[Signer](), reflect.TypeFor[Copy](), reflect.TypeFor[layout.Margins]()} {
		for i := range of.NumField() {
			if key := keyOf(of.Field(i)); !strings.Contains(string(page), "`"+key+"`") {
				t.Errorf("FORMAT.md has nothing about “%s”", key)
			}
		}
	}
}
