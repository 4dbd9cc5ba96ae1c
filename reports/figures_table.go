package reports

import (
	"fmt"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// PeriodFigures are the figures that the units reported for a period, for the appendix of a report.
type PeriodFigures struct {
	Period string // "6 tháng đầu năm 2025"
	// Units are the districts that the figures are broken down by; empty: only the whole.
	Units []string
	Lines []FigureLine
	// Received and Owed count the returns.
	Received, Owed int
}

// FigureLine is a column of the form: its figures by unit, of the whole, and of the same period a year ago. A number has no denominator; a
// share has one.
type FigureLine struct {
	Group, Code, Name string
	Rate              bool
	Units             []Figure // one a unit
	Total, Before     Figure
}

// Widths of the appendix of figures in mm, together at most appendixMeasure.
const (
	figureCodeWidth  = 11.0
	figureNameWidth  = 41.0
	figureUnitWidth  = 14.0 // “Trường” in the head stays whole
	figureTotalWidth = 15.0
	figuresPerPage   = 11 // units that there is room for
)

// appendix is the table of the figures; "" when there are none.
func (p PeriodFigures) appendix() string {
	if len(p.Lines) == 0 {
		return ""
	}
	units := p.Units
	if len(units) > figuresPerPage {
		units = nil
	}
	left := appendixMeasure - figureCodeWidth - 3*figureTotalWidth - figureUnitWidth*float64(len(units))
	table := layout.Table{
		Size:    10,
		Columns: []layout.Column{{Width: figureCodeWidth, Align: layout.Centre}, {Width: max(min(left, 150), figureNameWidth)}},
		Head:    [][]layout.HeadCell{{{Text: "Mã"}, {Text: "Chỉ số"}}},
	}
	for _, name := range units {
		table.Columns = append(table.Columns, layout.Column{Width: figureUnitWidth, Align: layout.Right})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: name})
	}
	for _, name := range []string{"Toàn tỉnh", "Cùng kỳ", "Tăng, giảm"} {
		table.Columns = append(table.Columns, layout.Column{Width: figureTotalWidth, Align: layout.Right})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: name})
	}
	group := ""
	for _, l := range p.Lines {
		if l.Group != group {
			group = l.Group
			head := layout.Row{Cells: make([]string, len(table.Columns)), Group: true}
			head.Cells[1] = group
			table.Rows = append(table.Rows, head)
		}
		row := layout.Row{Cells: []string{l.Code, l.Name}}
		for i := range units {
			row.Cells = append(row.Cells, l.written(l.Units[i]))
		}
		row.Cells = append(row.Cells, l.written(l.Total), l.written(l.Before), l.change())
		table.Rows = append(table.Rows, row)
	}
	a := layout.Appendix{Title: "BIỂU SỐ LIỆU KỲ", Landscape: true, Body: []layout.Block{
		layout.Paragraph{Style: layout.AtRight, Runs: []layout.Run{{Text: fmt.Sprintf("Số liệu %s; đã có %s/%s biểu báo cáo; ô trống: chưa báo cáo; tỷ lệ: %%; tăng, giảm: %%, của tỷ lệ là điểm %%",
			p.Period, Count(p.Received), Count(p.Owed)), Italic: true}}}, table}}
	return compose.FormatAppendices([]layout.Appendix{a})
}

// written is a figure in the table; "" when it was not reported.
func (l FigureLine) written(f Figure) string {
	switch {
	case !f.Known:
		return ""
	case l.Rate:
		return f.percent()
	}
	return number(f.Numerator)
}

// change compares with the same period a year ago: in per cent of the number then, of a rate in points.
func (l FigureLine) change() string {
	if l.Rate {
		return signed(l.Total, l.Before)
	}
	if !l.Total.Known || !l.Before.Known || l.Before.Numerator == 0 {
		return ""
	}
	points := l.Total.Numerator - l.Before.Numerator
	switch {
	case points > 0:
		return "+" + rate(points, l.Before.Numerator)
	case points < 0:
		return "-" + rate(-points, l.Before.Numerator)
	}
	return decimal(0)
}
