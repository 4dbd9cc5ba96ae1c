package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cosohoi/reports/layout"
)

// Register is the "Sổ đăng ký văn bản đi" of a year (Nghị định 30/2020/NĐ-CP, Phụ lục IV). It is printed from the database
// and has nothing to edit, so it is no outline.
type Register struct {
	Letterhead Letterhead
	Year       int
	Series     string // the type whose numbers it holds, "Báo cáo"; "" where one series serves all types
	Rows       []RegisterRow
}

// RegisterRow is a document of the register.
type RegisterRow struct {
	Number     int    // from 1
	Symbol     string // "BC-BTV"
	Date       time.Time
	TypeName   string // "Báo cáo"; "" is a công văn
	Summary    string
	Signer     string
	Recipients string
	Keeper     string // who keeps the copy on file
	Copies     int    // 0: not recorded
	Sent       time.Time
	Receipt    string
	Note       string
	Cancelled  bool
}

// Document gives the register as content: its rows by number, the numbers that no document holds among them.
func (r Register) Document() layout.Document {
	d := layout.Document{
		Parent: r.Letterhead.Parent, Issuer: r.Letterhead.Issuer, OrganName: r.Letterhead.OrganName,
		Landscape: true, Dateless: true, Kind: "SỔ ĐĂNG KÝ VĂN BẢN ĐI", Summary: fmt.Sprintf("Năm %d", r.Year),
	}
	if r.Series != "" {
		d.Summary += "\n" + r.Series
	}
	if len(r.Rows) == 0 {
		d.Body = []layout.Block{paragraph("Chưa có văn bản nào vào sổ trong năm %d.", r.Year)}
		return d
	}
	d.Body = []layout.Block{r.table()}
	return d
}

// registerColumns are the ten columns of Phụ lục IV; the sum is the 252 mm of a landscape page.
var registerColumns = []struct {
	head  string
	width float64 // mm
	align layout.Align
}{
	{"Số, ký hiệu văn bản", 27, layout.Centre},
	{"Ngày tháng văn bản", 21, layout.Centre},
	{"Tên loại và trích yếu nội dung văn bản", 60, layout.Left},
	{"Người ký", 27, layout.Left},
	{"Nơi nhận văn bản", 36, layout.Left},
	{"Đơn vị, người nhận bản lưu", 19, layout.Left},
	{"Số lượng bản", 13, layout.Right},
	{"Ngày chuyển", 21, layout.Centre},
	{"Ký nhận", 13, layout.Centre},
	{"Ghi chú", 15, layout.Left},
}

func (r Register) table() layout.Table {
	table := layout.Table{Size: 10, Head: make([][]layout.HeadCell, 2)}
	for i, c := range registerColumns {
		table.Columns = append(table.Columns, layout.Column{Width: c.width, Align: c.align})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: c.head})
		table.Head[1] = append(table.Head[1], layout.HeadCell{Text: "(" + strconv.Itoa(i+1) + ")"})
	}
	rows := slices.Clone(r.Rows)
	slices.SortStableFunc(rows, func(a, b RegisterRow) int { return a.Number - b.Number })
	next := 1
	for _, row := range rows {
		for ; next < row.Number; next++ {
			table.Rows = append(table.Rows, gapRow(next))
		}
		next = max(next, row.Number+1)
		table.Rows = append(table.Rows, layout.Row{Cells: row.cells()})
	}
	return table
}

// gapRow stands for a number that no document holds.
func gapRow(number int) layout.Row {
	cells := make([]string, len(registerColumns))
	cells[2] = fmt.Sprintf("(số %02d chưa sử dụng)", number)
	return layout.Row{Cells: cells}
}

func (r RegisterRow) cells() []string {
	kind := r.TypeName
	if kind == "" {
		kind = "Công văn"
	}
	content := strings.TrimSpace(kind + " " + oneLine(r.Summary))
	if r.Cancelled {
		content = "(ĐÃ HỦY) " + content
	}
	copies := ""
	if r.Copies > 0 {
		copies = number(r.Copies)
	}
	return []string{layout.NumberedSymbol(r.Number, r.Symbol), ShortDate(r.Date), content, oneLine(r.Signer), oneLine(r.Recipients),
		oneLine(r.Keeper), copies, ShortDate(r.Sent), oneLine(r.Receipt), oneLine(r.Note)}
}
