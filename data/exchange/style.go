package exchange

import "github.com/xuri/excelize/v2"

// font is that of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục I).
const font = "Times New Roman"

// Sizes of the letters in points.
const (
	titleSize = 14
	fontSize  = 12
)

// Formats of Excel; the program shows them in the writing of the PC, with commas and points as in Vietnam.
const (
	textFormat    = "@" // stays a text even when somebody edits the cell
	integerFormat = "#,##0"
	decimalFormat = "#,##0.0#"
	dateFormat    = "dd/mm/yyyy"
	percentFormat = "0.0%"
)

// styles are the numbers that excelize gave to the looks of cells.
type styles struct {
	title, subtitle, head                 int
	mark                                  int // a text in a column of another kind: "—", "07/1965"
	text, integer, decimal, date, percent int
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	for _, look := range []struct {
		id     *int
		font   excelize.Font
		format string
		align  string
		cell   bool // within the table
		fill   bool
	}{
		{id: &s.title, font: excelize.Font{Bold: true, Size: titleSize}, format: textFormat, align: "center"},
		{id: &s.subtitle, font: excelize.Font{Italic: true, Size: fontSize}, format: textFormat, align: "center"},
		{id: &s.head, font: excelize.Font{Bold: true, Size: fontSize}, format: textFormat, align: "center", cell: true, fill: true},
		{id: &s.mark, font: excelize.Font{Size: fontSize}, format: textFormat, align: "center", cell: true},
		{id: &s.text, font: excelize.Font{Size: fontSize}, format: textFormat, align: "left", cell: true},
		{id: &s.integer, font: excelize.Font{Size: fontSize}, format: integerFormat, align: "right", cell: true},
		{id: &s.decimal, font: excelize.Font{Size: fontSize}, format: decimalFormat, align: "right", cell: true},
		{id: &s.date, font: excelize.Font{Size: fontSize}, format: dateFormat, align: "center", cell: true},
		{id: &s.percent, font: excelize.Font{Size: fontSize}, format: percentFormat, align: "right", cell: true},
	} {
		look.font.Family = font
		style := excelize.Style{
			Font:         &look.font,
			CustomNumFmt: &look.format,
			Alignment:    &excelize.Alignment{Horizontal: look.align, Vertical: "center", WrapText: true},
		}
		if look.cell {
			for _, side := range []string{"left", "top", "right", "bottom"} {
				style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
			}
		}
		if look.fill {
			style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
		}
		var err error
		if *look.id, err = f.NewStyle(&style); err != nil {
			return s, err
		}
	}
	return s, nil
}
