package reports

import (
	"strconv"
	"time"

	"cosohoi/reports/layout"
)

// CadreList is the "Danh sách trích ngang cán bộ" of a unit: a landscape list that stands alone.
type CadreList struct {
	Letterhead Letterhead
	Unit       string    // "Hội Liên hiệp Phụ nữ xã Hải Vân"
	AsOf       time.Time // who held a post on this day
	Date       time.Time // of the paper; zero: an undated draft of the year of AsOf
	// Sensitive adds ethnic group, religion and Party dates: personal data that is printed only when asked for
	// (Luật 91/2025/QH15).
	Sensitive bool
	Rows      []CadreRow
}

// CadreRow is one cadre. Dates are texts, because they may be partial: "1965", "7/1965", "20/7/1965".
type CadreRow struct {
	Name                          string
	Birth                         string
	Female                        bool // in which of the columns Nam, Nữ the birth date stands
	Native                        string
	Ethnic, Religion              string // printed only in a sensitive list
	Post                          string // position and unit
	PartyProbation, PartyOfficial string // printed only in a sensitive list
	Education                     string // general education: "12/12"
	Specialty                     string
	Politics                      string // political theory
	Since                         string // time of work for the Union
	Note                          string
}

// Document gives the list as content: head, date, table, total line, who compiled it and who signs.
func (l CadreList) Document() layout.Document {
	d := l.Letterhead.document(l.Date, l.AsOf.Year())
	d.Landscape = true
	d.Kind = "DANH SÁCH TRÍCH NGANG CÁN BỘ"
	d.Summary = l.Unit
	d.Body = []layout.Block{layout.Paragraph{
		Style: layout.Centred,
		Runs:  []layout.Run{{Text: "(Tính đến " + layout.LongDate(l.AsOf) + ")", Italic: true}},
	}}
	if len(l.Rows) == 0 {
		d.Body = append(d.Body, layout.Text("Chưa có số liệu cán bộ của đơn vị tại thời điểm lập danh sách."))
	} else {
		d.Body = append(d.Body, l.table(), layout.Text("Danh sách có "+count(len(l.Rows))+" người."))
	}
	d.Signers = []layout.Signer{{Position: "NGƯỜI LẬP BIỂU"}, l.Letterhead.signer()}
	return d
}

// cadreColumn is a column of the list. Columns with the same group stand under one spanned head.
type cadreColumn struct {
	group, head string
	plain       float64 // mm without sensitive data, 0: left out; the sum is the 252 mm of a landscape page
	sensitive   float64 // mm with sensitive data
	align       layout.Align
	text        func(i int, r CadreRow) string
}

var cadreColumns = []cadreColumn{
	{"", "TT", 10, 9.5, layout.Centre, func(i int, _ CadreRow) string { return strconv.Itoa(i + 1) }},
	{"", "Họ và tên", 40, 27.5, layout.Left, func(_ int, r CadreRow) string { return r.Name }},
	{"Ngày, tháng, năm sinh", "Nam", 21, 18.5, layout.Centre, func(_ int, r CadreRow) string { return when(!r.Female, r.Birth) }},
	{"Ngày, tháng, năm sinh", "Nữ", 21, 18.5, layout.Centre, func(_ int, r CadreRow) string { return when(r.Female, r.Birth) }},
	{"", "Quê quán", 34, 25, layout.Left, func(_ int, r CadreRow) string { return r.Native }},
	{"", "Dân tộc", 0, 12, layout.Centre, func(_ int, r CadreRow) string { return r.Ethnic }},
	{"", "Tôn giáo", 0, 13, layout.Centre, func(_ int, r CadreRow) string { return r.Religion }},
	{"", "Chức vụ, đơn vị", 42, 28, layout.Left, func(_ int, r CadreRow) string { return r.Post }},
	{"Ngày vào Đảng", "Dự bị", 0, 18.5, layout.Centre, func(_ int, r CadreRow) string { return r.PartyProbation }},
	{"Ngày vào Đảng", "Chính thức", 0, 18.5, layout.Centre, func(_ int, r CadreRow) string { return r.PartyOfficial }},
	{"Trình độ", "GDPT", 14, 12, layout.Centre, func(_ int, r CadreRow) string { return r.Education }},
	{"Trình độ", "Chuyên môn", 25, 14, layout.Left, func(_ int, r CadreRow) string { return r.Specialty }},
	{"Trình độ", "LLCT", 15, 12, layout.Centre, func(_ int, r CadreRow) string { return r.Politics }},
	{"", "Thời gian công tác Hội", 17, 15, layout.Centre, func(_ int, r CadreRow) string { return r.Since }},
	{"", "Ghi chú", 13, 10, layout.Left, func(_ int, r CadreRow) string { return r.Note }},
}

func when(condition bool, text string) string {
	if condition {
		return text
	}
	return ""
}

// table builds the columns that the list shows, its head of two rows and its rows.
func (l CadreList) table() layout.Table {
	table := layout.Table{Size: 11, Head: make([][]layout.HeadCell, 2)}
	if l.Sensitive {
		table.Size = 10
	}
	var shown []cadreColumn
	for _, c := range cadreColumns {
		width := c.plain
		if l.Sensitive {
			width = c.sensitive
		}
		if width == 0 {
			continue
		}
		table.Columns = append(table.Columns, layout.Column{Width: width, Align: c.align})
		top := &table.Head[0]
		switch {
		case c.group == "":
			*top = append(*top, layout.HeadCell{Text: c.head, RowSpan: 2})
		case len(shown) > 0 && shown[len(shown)-1].group == c.group:
			(*top)[len(*top)-1].ColSpan++
			table.Head[1] = append(table.Head[1], layout.HeadCell{Text: c.head})
		default:
			*top = append(*top, layout.HeadCell{Text: c.group, ColSpan: 1})
			table.Head[1] = append(table.Head[1], layout.HeadCell{Text: c.head})
		}
		shown = append(shown, c)
	}
	table.Rows = make([]layout.Row, len(l.Rows))
	for i, r := range l.Rows {
		cells := make([]string, len(shown))
		for k, c := range shown {
			cells[k] = c.text(i, r)
		}
		table.Rows[i].Cells = cells
	}
	return table
}
