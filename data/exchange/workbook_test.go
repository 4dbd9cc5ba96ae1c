package exchange

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cosohoi/data"
	"cosohoi/data/day"
)

func fail(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// reread writes a workbook and opens it as Excel would.
func reread(t *testing.T, sheets ...Sheet) *excelize.File {
	t.Helper()
	content, err := Workbook(sheets...)
	fail(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(content))
	fail(t, err)
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// part gives a part of the file of one sheet as it is written.
func part(t *testing.T, s Sheet, name string) string {
	t.Helper()
	content, err := Workbook(s)
	fail(t, err)
	parts, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	fail(t, err)
	r, err := parts.Open(name)
	fail(t, err)
	text, err := io.ReadAll(r)
	fail(t, errors.Join(err, r.Close()))
	return string(text)
}

// sample is a table with every kind of column.
func sample() Sheet {
	return Sheet{
		Name: "Chỉ tiêu", Title: "KẾT QUẢ THỰC HIỆN CHỈ TIÊU", Subtitle: "Tính đến ngày 30/6/2024",
		Columns: []Column{{Title: "Đơn vị", Width: 30}, {Title: "Hội viên", Kind: Number}, {Title: "Ngày kiểm tra", Kind: Date}, {Title: "Tỷ lệ", Kind: Percent}},
		Rows: [][]any{
			{"Xã Hải Vân", 1250, day.Of(2024, 6, 5), 0.232},
			{"Xã Hải Bắc", nil, day.Date{Year: 2024, Month: 6}, "—"},
			{"Tổng", 1250.5},
		},
	}
}

func TestValuesAreWhatTheyAre(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  Kind
		value any
		typ   excelize.CellType
		raw   string // what the file holds
		shown string // what Excel shows
	}{
		{"a name", Text, "Phạm Thị Đào", excelize.CellTypeInlineString, "Phạm Thị Đào", "Phạm Thị Đào"},
		{"a phone number keeps its zero", Text, "0912345678", excelize.CellTypeInlineString, "0912345678", "0912345678"},
		{"a formula is a text", Text, "=1+1", excelize.CellTypeInlineString, "=1+1", "=1+1"},
		{"a call of a program is a text", Text, `=cmd|' /C calc'!A0`, excelize.CellTypeInlineString, `=cmd|' /C calc'!A0`, `=cmd|' /C calc'!A0`},
		{"a plus", Text, "+84 912", excelize.CellTypeInlineString, "+84 912", "+84 912"},
		{"a list mark", Text, "- Thường trực", excelize.CellTypeInlineString, "- Thường trực", "- Thường trực"},
		{"an at sign", Text, "@SUM(A1)", excelize.CellTypeInlineString, "@SUM(A1)", "@SUM(A1)"},
		{"a formula among numbers", Number, "=1+1", excelize.CellTypeInlineString, "=1+1", "=1+1"},
		{"signs of XML", Text, "<a> & \"b\"", excelize.CellTypeInlineString, "<a> & \"b\"", "<a> & \"b\""},
		{"lines", Text, "một\nhai", excelize.CellTypeInlineString, "một\nhai", "một\nhai"},
		{"a whole number", Number, 1250, excelize.CellTypeNumber, "1250", "1,250"},
		{"an id", Number, int64(7), excelize.CellTypeNumber, "7", "7"},
		{"zero is not nothing", Number, 0, excelize.CellTypeNumber, "0", "0"},
		{"a fraction", Number, 12.5, excelize.CellTypeNumber, "12.5", "12.5"},
		{"no number is possible", Number, "—", excelize.CellTypeInlineString, "—", "—"},
		{"a day", Date, day.Of(2024, 6, 5), excelize.CellTypeNumber, "45448", "05/06/2024"},
		{"a time", Date, time.Date(2024, 6, 5, 23, 0, 0, 0, time.UTC), excelize.CellTypeNumber, "45448", "05/06/2024"},
		{"a month only", Date, day.Date{Year: 1965, Month: 7}, excelize.CellTypeInlineString, "07/1965", "07/1965"},
		{"a day that Excel does not know", Date, day.Of(1899, 12, 31), excelize.CellTypeInlineString, "31/12/1899", "31/12/1899"},
		{"a share", Percent, 0.232, excelize.CellTypeNumber, "0.232", "23.2%"},
		{"a share of nothing", Percent, "—", excelize.CellTypeInlineString, "—", "—"},
		{"not reported", Number, nil, excelize.CellTypeUnset, "", ""},
		{"an unknown day", Date, day.Date{}, excelize.CellTypeUnset, "", ""},
	} {
		f := reread(t, Sheet{Name: "A", Columns: []Column{{Title: "Cột", Kind: c.kind}}, Rows: [][]any{{c.value}}})
		typ, err := f.GetCellType("A", "A2")
		fail(t, err)
		formula, err := f.GetCellFormula("A", "A2")
		fail(t, err)
		raw, err := f.GetCellValue("A", "A2", excelize.Options{RawCellValue: true})
		fail(t, err)
		shown, err := f.GetCellValue("A", "A2")
		fail(t, err)
		if typ == excelize.CellTypeUnset && c.typ == excelize.CellTypeNumber {
			typ = excelize.CellTypeNumber // a number needs no type in the file
		}
		if typ != c.typ || raw != c.raw || shown != c.shown || formula != "" {
			t.Errorf("%s: type %d, holds %q, shows %q, formula %q; want type %d, %q, %q", c.name, typ, raw, shown, formula, c.typ, c.raw, c.shown)
		}
		id, err := f.GetCellStyle("A", "A2")
		fail(t, err)
		style, err := f.GetStyle(id)
		fail(t, err)
		if len(style.Border) != 4 {
			t.Errorf("%s: the cell has %d borders, want all four", c.name, len(style.Border))
		}
		if _, isText := c.value.(string); isText && (style.CustomNumFmt == nil || *style.CustomNumFmt != "@") && style.NumFmt != 49 {
			t.Errorf("%s: the format is not that of texts: editing the cell would make it a formula", c.name)
		}
	}
}

func TestAnEmptyCellTakesWhatItsColumnIs(t *testing.T) {
	f := reread(t, Sheet{Name: "A", Columns: []Column{{}, {Kind: Number}, {Kind: Date}, {Kind: Percent}}, Rows: [][]any{{}}})
	for cell, want := range map[string]string{"A2": "@", "B2": "#,##0", "C2": "dd/mm/yyyy", "D2": "0.0%"} {
		id, err := f.GetCellStyle("A", cell)
		fail(t, err)
		style, err := f.GetStyle(id)
		fail(t, err)
		format := map[int]string{3: "#,##0", 49: "@"}[style.NumFmt] // Excel has these by number
		if style.CustomNumFmt != nil {
			format = *style.CustomNumFmt
		}
		if format != want {
			t.Errorf("%s has the format %q, want %q: a number typed there must be one", cell, format, want)
		}
	}
}

func TestASheetIsReadyToPrint(t *testing.T) {
	s := sample()
	f := reread(t, s)
	for cell, want := range map[string]string{
		"A1": s.Title, "A2": s.Subtitle, "A3": "", // a blank row before the table
		"A4": "Đơn vị", "D4": "Tỷ lệ", "A5": "Xã Hải Vân", "C5": "05/06/2024", "D6": "—", "B7": "1,250.5",
	} {
		if got, err := f.GetCellValue(s.Name, cell); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", cell, got, err, want)
		}
	}
	merged, err := f.GetMergeCells(s.Name)
	fail(t, err)
	if fmt.Sprint(merged) != fmt.Sprint([]excelize.MergeCell{{"A1:D1", s.Title}, {"A2:D2", s.Subtitle}}) {
		t.Errorf("merged are %v, want title and subtitle across the table", merged)
	}
	id, err := f.GetCellStyle(s.Name, "B4")
	fail(t, err)
	head, err := f.GetStyle(id)
	fail(t, err)
	if !head.Font.Bold || !head.Alignment.WrapText || len(head.Border) != 4 || head.Font.Family != font {
		t.Errorf("the head looks like %+v", head)
	}
	panes, err := f.GetPanes(s.Name)
	if err != nil || !panes.Freeze || panes.YSplit != 4 || panes.TopLeftCell != "A5" {
		t.Errorf("frozen is %+v, %v; want all down to the head", panes, err)
	}
	page, err := f.GetPageLayout(s.Name)
	if err != nil || *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
		t.Errorf("the page is %+v, %v; want A4 across, one page wide, as many high as needed", page, err)
	}
	if props, err := f.GetSheetProps(s.Name); err != nil || !*props.FitToPage {
		t.Errorf("the page does not fit, %v", err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].Name != "_xlnm.Print_Titles" || names[0].RefersTo != "'Chỉ tiêu'!$4:$4" || names[0].Scope != s.Name {
		t.Errorf("names %+v, want the head on every page", names)
	}
	if sheet := part(t, s, "xl/worksheets/sheet1.xml"); strings.Index(sheet, `<col min="1"`) > strings.Index(sheet, `<col min="2"`) {
		t.Error("the columns are not in order, which Excel takes for damage")
	}
	for column, want := range map[string]float64{"A": 30, "B": 12, "C": 13, "D": 10} {
		if got, err := f.GetColWidth(s.Name, column); err != nil || got != want {
			t.Errorf("column %s is %v wide, %v; want %v", column, got, err, want)
		}
	}
}

func TestATableWithoutTitlesBeginsWithItsHead(t *testing.T) {
	f := reread(t, Sheet{Name: "A", Columns: []Column{{Title: "Một"}}})
	if got, err := f.GetCellValue("A", "A1"); err != nil || got != "Một" {
		t.Errorf("A1 is %q, %v", got, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'A'!$1:$1" && names[0].RefersTo != "A!$1:$1" {
		t.Errorf("names %+v", names)
	}
}

func TestSheetsGetNamesThatExcelTakes(t *testing.T) {
	columns := []Column{{Title: "Một"}}
	long := "Danh sách cán bộ Hội các cấp năm 2024"
	f := reread(t, Sheet{Name: "6 tháng: [a]/b*?\\", Columns: columns}, Sheet{Name: long, Columns: columns}, Sheet{Name: strings.ToUpper(long), Columns: columns},
		Sheet{Columns: columns}, Sheet{Name: "'history'", Columns: columns}, Sheet{Name: "Hội LHPN 'tỉnh' A", Columns: columns})
	want := []string{"6 tháng- (a)-b---", "Danh sách cán bộ Hội các cấp nă", "DANH SÁCH CÁN BỘ HỘI CÁC CẤ (2)", "Bảng 4", "history (2)", "Hội LHPN 'tỉnh' A"}
	if got := f.GetSheetList(); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("the sheets are %q, want %q", got, want)
	}
	if name := f.GetDefinedName()[5]; name.RefersTo != "'Hội LHPN ''tỉnh'' A'!$1:$1" {
		t.Errorf("the head of a quoted name: %+v", name)
	}
}

func TestTheSameTablesGiveTheSameBytes(t *testing.T) {
	other := sample()
	other.Name = "Khác"
	first, err := Workbook(sample(), other, Sheet{Name: "Ba", Columns: other.Columns})
	fail(t, err)
	for range 5 {
		again, err := Workbook(sample(), other, Sheet{Name: "Ba", Columns: other.Columns})
		fail(t, err)
		if !bytes.Equal(first, again) {
			t.Fatal("the bytes differ")
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(first))
	fail(t, err)
	defer f.Close()
	if props, err := f.GetDocProps(); err != nil || props.Creator != "Cơ sở Hội" || props.Created != "" {
		t.Errorf("properties %+v, %v", props, err)
	}
	if props, err := f.GetAppProps(); err != nil || props.Application != "Cơ sở Hội" {
		t.Errorf("properties %+v, %v", props, err)
	}
	parts, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	fail(t, err)
	if parts.File[0].Name != "[Content_Types].xml" { // where some readers look for it
		t.Errorf("the first part is %s", parts.File[0].Name)
	}
	for _, part := range parts.File { // every part is whole
		r, err := part.Open()
		fail(t, err)
		_, err = io.Copy(io.Discard, r)
		fail(t, errors.Join(err, r.Close()))
	}
}

func TestWhatDoesNotFitIsRefused(t *testing.T) {
	column := func(kind Kind, rows ...[]any) Sheet {
		return Sheet{Name: "A", Columns: []Column{{Title: "Cột", Kind: kind}}, Rows: rows}
	}
	for _, c := range []struct {
		name   string
		sheets []Sheet
		says   string
	}{
		{"no sheet", nil, "without sheets"},
		{"no column", []Sheet{{Name: "A"}}, "no columns"},
		{"more values than columns", []Sheet{column(Text, []any{"a"}, []any{"a", "b"})}, "row 2: 2 values for 1 columns"},
		{"a number among texts", []Sheet{column(Text, []any{2024})}, `column "Cột": a int does not go`},
		{"a flag", []Sheet{column(Number, []any{true})}, "a bool does not go"},
		{"a day among numbers", []Sheet{column(Number, []any{day.Of(2024, 1, 1)})}, "does not go"},
		{"no number", []Sheet{column(Percent, []any{math.NaN()})}, "is no number"},
	} {
		if _, err := Workbook(c.sheets...); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
	_, err := Workbook(column(Text, []any{strings.Repeat("ữ", 32768)}))
	var fault *data.Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "32768 ký tự") {
		t.Errorf("a text that Excel would cut off: %v", err)
	}
}

func BenchmarkWorkbook(b *testing.B) {
	s := sample()
	for len(s.Rows) < 20000 {
		s.Rows = append(s.Rows, s.Rows[0])
	}
	for b.Loop() {
		if _, err := Workbook(s); err != nil {
			b.Fatal(err)
		}
	}
}
