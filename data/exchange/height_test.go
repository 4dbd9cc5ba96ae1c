package exchange

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestARowIsAsHighAsItsTexts(t *testing.T) {
	const summary = "Kết quả kiểm tra, giám sát việc chấp hành Điều lệ Hội 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm 2024"
	for _, c := range []struct {
		name  string
		kind  Kind
		value any
		lines float64
	}{
		{"nothing", Text, nil, 1},
		{"a short text", Text, "Xã Hải Vân", 1},
		{"a text that just fits", Text, "Ban Tổ chức, kiểm tra, giám sát", 1},
		{"a text of several lines", Text, summary, 4},
		{"the same in capitals is wider", Text, strings.ToUpper(summary), 6},
		{"lines that were typed", Text, "một\nhai\nba", 3},
		{"an empty line among them", Text, "một\n\nba", 3},
		{"a word that fits no line", Text, strings.Repeat("o", 100), 4},
		{"a text among numbers", Number, "chưa có báo cáo của đơn vị, đang chờ", 2},
		{"a number stays on its line", Number, 123456789012345678, 1},
		{"more than Excel can show", Text, strings.Repeat("dòng\n", 99) + "cuối", excelize.MaxRowHeight / lineHeight},
	} {
		f := reread(t, Sheet{Name: "A", Columns: []Column{{Title: "Cột", Kind: c.kind, Width: 34}, {Title: "Hai"}}, Rows: [][]any{{c.value, "ngắn"}}})
		usual, err := f.GetRowHeight("A", 1)
		fail(t, err)
		want := c.lines * lineHeight
		if c.lines == 1 {
			want = usual
		}
		if got, err := f.GetRowHeight("A", 2); err != nil || got != want {
			t.Errorf("%s: the row is %v points high, %v; want %v, that is %v lines", c.name, got, err, want, c.lines)
		}
	}
}

func TestTheHeadShowsItsTitlesWhole(t *testing.T) {
	f := reread(t, Sheet{Name: "A", Columns: []Column{{Title: "Số, ký hiệu văn bản", Width: 14}, {Title: "Số"}}})
	if got, err := f.GetRowHeight("A", 1); err != nil || got != 2*lineHeight {
		t.Errorf("the head is %v points high, %v; want two lines", got, err)
	}
}

// A fixed height would stay when somebody types more into a cell or sorts the rows. Over merged cells it must be fixed, since
// Excel fits none to them.
func TestOnlyTheTitlesHaveAFixedHeight(t *testing.T) {
	s := sample()
	s.Columns[0].Width = 40
	s.Columns[0].Title = "Đơn vị\n(xã, phường, thị trấn)"
	s.Rows[1][0] = `một ht="99" customHeight="1">` + "\nhai" // what looks like a mark in a text is none
	sheet := part(t, s, "xl/worksheets/sheet1.xml")
	for row, want := range map[int]string{1: ` ht="20" customHeight="1"`, 2: ` ht="17" customHeight="1"`, 4: ` ht="31.5"`, 5: "", 6: ` ht="31.5"`} {
		if tag := fmt.Sprintf(`<row r="%d"%s>`, row, want); !strings.Contains(sheet, tag) {
			_, rest, _ := strings.Cut(sheet, fmt.Sprintf(`<row r="%d"`, row))
			got, _, _ := strings.Cut(rest, ">")
			t.Errorf("row %d has%s, want%s", row, got, want)
		}
	}
	if got, err := reread(t, s).GetCellValue(s.Name, "A6"); err != nil || got != s.Rows[1][0] {
		t.Errorf("A6 holds %q, %v", got, err)
	}
}

func TestATitleWiderThanItsTableTakesMoreLines(t *testing.T) {
	f := reread(t, Sheet{Name: "A", Title: "DANH SÁCH CÁN BỘ HỘI CÁC CẤP", Columns: []Column{{Title: "Một", Width: 40}}})
	if got, err := f.GetRowHeight("A", 1); err != nil || got != 40 {
		t.Errorf("the title is %v points high, %v; want two lines", got, err)
	}
}
