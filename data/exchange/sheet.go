package exchange

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// widths of the kinds for columns that name none.
var widths = map[Kind]float64{Text: 24, Number: 12, Date: 13, Percent: 10}

// writeSheet fills a sheet: title, subtitle and an empty row where there are such, the head, the rows.
func writeSheet(f *excelize.File, look styles, name string, s Sheet) error {
	if len(s.Columns) == 0 {
		return fmt.Errorf("no columns")
	}
	if len(s.Rows) > excelize.TotalRows-10 {
		return data.Faultf(nil, "Bảng “%s” có %d dòng, nhiều hơn một trang Excel chứa được; hãy lọc bớt rồi xuất lại.", name, len(s.Rows))
	}
	head := s.head()
	if err := setUpPrint(f, name, head); err != nil {
		return err
	}
	out, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	total := 0.0
	// Excelize puts the last width first, and Excel wants columns in order.
	for i, c := range slices.Backward(s.Columns) {
		total += c.width()
		if err := out.SetColWidth(i+1, i+1, c.width()); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: fmt.Sprintf("A%d", head+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := writeTitles(out, look, s, total); err != nil {
		return err
	}
	titles := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		if titles[i], err = textCell(look.head, c.Title); err != nil {
			return err
		}
	}
	if err := out.SetRow(fmt.Sprintf("A%d", head), titles, rowHeight(s.Columns, titles, fontSize*boldness)...); err != nil {
		return err
	}
	for n, row := range s.Rows {
		cells, err := rowCells(look, s.Columns, row)
		if err != nil {
			return fmt.Errorf("row %d: %w", n+1, err)
		}
		if err := out.SetRow(fmt.Sprintf("A%d", head+1+n), cells, rowHeight(s.Columns, cells, fontSize)...); err != nil {
			return fmt.Errorf("row %d: %w", n+1, err)
		}
	}
	return out.Flush()
}

// head tells in which row the head of the table is, below title, subtitle and an empty row.
func (s Sheet) head() int {
	row := 1
	for _, text := range []string{s.Title, s.Subtitle} {
		if text != "" {
			row++
		}
	}
	if row > 1 {
		row++
	}
	return row
}

// width is that of the column in the file.
func (c Column) width() float64 {
	if c.Width == 0 {
		return widths[c.Kind]
	}
	return c.Width
}

// setUpPrint makes the sheet print on A4 across, as wide as the paper, with the head on every page.
func setUpPrint(f *excelize.File, name string, head int) error {
	yes, a4, across, wide, high := true, 9, "landscape", 1, 0
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	// The margins of a paper across with its upper edge bound: 30 mm at the left, 15 to 20 mm elsewhere, in inches.
	left, right, top, bottom, footer := 1.18, 0.59, 0.79, 0.59, 0.3
	if err := f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &left, Right: &right, Top: &top, Bottom: &bottom, Header: &footer, Footer: &footer, Horizontally: &yes}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(name, "'", "''"), head, head),
	})
}

// writeTitles puts title and subtitle across the table, which is total characters wide.
func writeTitles(out *excelize.StreamWriter, look styles, s Sheet, total float64) error {
	last, err := excelize.ColumnNumberToName(len(s.Columns))
	if err != nil {
		return err
	}
	row := 0
	for _, line := range []struct {
		text   string
		style  int
		height float64 // of one line, in points
		size   float64 // of the letters
	}{{s.Title, look.title, 20, titleSize * boldness}, {s.Subtitle, look.subtitle, 17, fontSize}} {
		if line.text == "" {
			continue
		}
		row++
		cell, err := textCell(line.style, line.text)
		if err != nil {
			return err
		}
		text, _ := cell.Value.(string)
		height := float64(lineCount(text, total, line.size)) * line.height
		if err := out.SetRow(fmt.Sprintf("A%d", row), []any{cell}, excelize.RowOpts{Height: min(height, excelize.MaxRowHeight)}); err != nil {
			return err
		}
		if len(s.Columns) > 1 {
			if err := out.MergeCell(fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", last, row)); err != nil {
				return err
			}
		}
	}
	return nil
}

// rowCells gives a row its looks; every cell of the table has its borders, also an empty one.
func rowCells(look styles, columns []Column, row []any) ([]any, error) {
	if len(row) > len(columns) {
		return nil, fmt.Errorf("%d values for %d columns", len(row), len(columns))
	}
	cells := make([]any, len(columns))
	for i, c := range columns {
		var value any
		if i < len(row) {
			value = row[i]
		}
		cell, err := cellOf(look, c.Kind, value)
		if err != nil {
			return nil, fmt.Errorf("column %q: %w", c.Title, err)
		}
		cells[i] = cell
	}
	return cells, nil
}

// cellOf gives a value the look of its kind.
func cellOf(look styles, kind Kind, value any) (excelize.Cell, error) {
	switch v := value.(type) {
	case nil: // what is typed there later is of the kind
		return excelize.Cell{StyleID: map[Kind]int{Text: look.text, Number: look.integer, Date: look.date, Percent: look.percent}[kind]}, nil
	case string:
		if kind != Text {
			return textCell(look.mark, v)
		}
		return textCell(look.text, v)
	}
	switch kind {
	case Number, Percent:
		number, whole, ok := numberOf(value)
		switch {
		case !ok:
		case math.IsNaN(number) || math.IsInf(number, 0):
			return excelize.Cell{}, fmt.Errorf("%v is no number", number)
		case kind == Percent:
			return excelize.Cell{StyleID: look.percent, Value: number}, nil
		case whole:
			return excelize.Cell{StyleID: look.integer, Value: value}, nil
		default:
			return excelize.Cell{StyleID: look.decimal, Value: number}, nil
		}
	case Date:
		switch v := value.(type) {
		case day.Date:
			switch {
			case v.IsZero():
				return cellOf(look, Date, nil)
			case v.IsFull() && v.Year >= 1900: // Excel knows no day before
				return excelize.Cell{StyleID: look.date, Value: v.Time()}, nil
			}
			return textCell(look.mark, v.String())
		case time.Time:
			return cellOf(look, Date, day.FromTime(v))
		}
	}
	return excelize.Cell{}, fmt.Errorf("a %T does not go into this column", value)
}

// numberOf reads the numbers that a cell takes; whole tells that it has no fraction.
func numberOf(value any) (number float64, whole, ok bool) {
	switch v := value.(type) {
	case int:
		return float64(v), true, true
	case int64:
		return float64(v), true, true
	case float64:
		return v, v == math.Trunc(v), true
	}
	return 0, false, false
}

// textCell makes a cell of a text. Excelize writes it as a text whatever it begins with, and the format keeps it one.
func textCell(style int, text string) (excelize.Cell, error) {
	text = vietnamese.CleanLines(text)
	if n := utf8.RuneCountInString(text); n > excelize.TotalCellChars {
		return excelize.Cell{}, data.Faultf(nil, "Một ô có %d ký tự (“%s…”), nhiều hơn mức %d ký tự của Excel; hãy rút ngắn nội dung rồi xuất lại.", n, cut(text, 40), excelize.TotalCellChars)
	}
	if text == "" {
		return excelize.Cell{StyleID: style}, nil
	}
	return excelize.Cell{StyleID: style, Value: text}, nil
}
