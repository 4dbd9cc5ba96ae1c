package docx

import (
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// mostColumns is how many columns Word can hold; what stands beyond them joins the last one.
const mostColumns = 63

// tableColumns is the number of columns that a table is written with: those it declares, or more when a row has more cells,
// so that no text is lost. It is 0 for other blocks.
func tableColumns(b layout.Block) int {
	table, ok := b.(layout.Table)
	if !ok {
		return 0
	}
	columns := len(table.Columns)
	for _, row := range table.Rows {
		columns = max(columns, len(row.Cells))
	}
	if columns == 0 {
		for _, row := range table.Head {
			columns = max(columns, len(row))
		}
	}
	return min(columns, mostColumns)
}

// table writes a ruled table in the middle of the text. lead keeps its last row with what follows.
func (w *writer) table(table layout.Table, lead bool) {
	columns := tableColumns(table)
	size := table.Size
	if !(size >= form.TableMinPt && size <= form.TableMaxPt) {
		size = form.TablePt
	}
	w.cellSizes[halfPoints(size)] = true
	g := grid{
		styles: [2]string{cellStyle(halfPoints(size)), headStyle(halfPoints(size))},
		pt:     size,
		widths: w.columnWidths(table, columns, size),
		aligns: make([]layout.Align, columns),
	}
	for i := range min(columns, len(table.Columns)) {
		g.aligns[i] = table.Columns[i].Align
	}
	total := 0
	for _, width := range g.widths {
		total += width
	}

	w.start("w:tbl")
	w.start("w:tblPr")
	w.empty("w:tblW", "w:w", itoa(total), "w:type", "dxa")
	w.value("w:jc", "center")
	w.borders("w:tblBorders", "single", "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV")
	w.empty("w:tblLayout", "w:type", "fixed")
	w.cellMargins("w:tblCellMar", form.CellPaddingTop-borderPt/2*form.MmPerPt, form.CellPadding) // borders add to the height of a row
	w.end()
	w.tableGrid(g.widths)
	w.tableHead(g, table, len(table.Rows) > 0 || lead)
	for i, row := range table.Rows {
		last := i == len(table.Rows)-1
		keep := row.Group && !last || last && lead || !last && table.Rows[i+1].Total
		w.tableRow(g, row, keep)
	}
	w.end()
}

// grid is the fixed part of a table.
type grid struct {
	styles [2]string // of cells and of the head
	pt     float64
	widths []int // twips
	aligns []layout.Align
}

// across is the width of some columns.
func (g grid) across(from, to int) int {
	sum := 0
	for _, width := range g.widths[from:to] {
		sum += width
	}
	return sum
}

var aligned = map[layout.Align]string{layout.Centre: "center", layout.Right: "right"}

func (w *writer) tableRow(g grid, row layout.Row, keepNext bool) {
	w.start("w:tr")
	w.start("w:trPr")
	w.empty("w:cantSplit")
	w.end()
	for i, width := range g.widths {
		text := ""
		if i < len(row.Cells) {
			text = row.Cells[i]
		}
		if i == mostColumns-1 {
			for _, more := range row.Cells[min(mostColumns, len(row.Cells)):] {
				text += "\n" + more
			}
		}
		w.start("w:tc")
		w.start("w:tcPr")
		w.empty("w:tcW", "w:w", itoa(width), "w:type", "dxa")
		w.value("w:vAlign", "center")
		w.end()
		w.paragraph(paragraph{style: g.styles[0], align: aligned[g.aligns[i]], keepNext: keepNext},
			layout.Run{Text: preparedText(text), Bold: row.Total || row.Group})
		w.end()
	}
	w.end()
}

// tableHead writes the rows that Word repeats on each page.
func (w *writer) tableHead(g grid, table layout.Table, keepNext bool) {
	places := spans(table.Head, len(g.widths))
	heights := w.turnedHeights(g, places)
	for r := range places {
		w.start("w:tr")
		w.start("w:trPr")
		w.empty("w:cantSplit")
		if heights[r] > 0 {
			w.empty("w:trHeight", "w:val", itoa(twips(heights[r])), "w:hRule", "atLeast")
		}
		w.empty("w:tblHeader")
		w.end()
		for column := 0; column < len(g.widths); {
			cell := places[r][column]
			to := column + cell.ColSpan
			w.start("w:tc")
			w.start("w:tcPr")
			w.empty("w:tcW", "w:w", itoa(g.across(column, to)), "w:type", "dxa")
			if cell.ColSpan > 1 {
				w.value("w:gridSpan", itoa(cell.ColSpan))
			}
			switch {
			case cell.row < r:
				w.empty("w:vMerge")
			case cell.RowSpan > 1:
				w.value("w:vMerge", "restart")
			}
			if cell.Turned {
				w.value("w:textDirection", "btLr")
			}
			w.value("w:vAlign", "center")
			w.end()
			text := ""
			if cell.row == r {
				text = cell.Text
			}
			w.paragraph(paragraph{style: g.styles[1], keepNext: keepNext}, layout.Run{Text: preparedText(text)})
			w.end()
			column = to
		}
		w.end()
	}
}

// headCell is a head cell with the row in which it starts; its spans are at least 1.
type headCell struct {
	layout.HeadCell
	row int
}

// spans gives for each place of the head the cell that covers it, placed as in HTML: in the first free column of its row.
// Places that no cell covers get an empty one; cells that find no place join the last one of their row.
func spans(head [][]layout.HeadCell, columns int) [][]*headCell {
	places := make([][]*headCell, len(head))
	for r := range places {
		places[r] = make([]*headCell, columns)
	}
	for r, row := range head {
		column := 0
		for _, cell := range row {
			for column < columns && places[r][column] != nil {
				column++
			}
			if column == columns {
				places[r][columns-1].Text += "\n" + cell.Text
				continue
			}
			placed := &headCell{cell, r}
			placed.RowSpan = min(max(cell.RowSpan, 1), len(head)-r)
			width := 1
			for width < cell.ColSpan && column+width < columns && places[r][column+width] == nil {
				width++
			}
			placed.ColSpan = width
			for i := r; i < r+placed.RowSpan; i++ {
				for k := column; k < column+width; k++ {
					places[i][k] = placed
				}
			}
		}
		for k := range places[r] {
			if places[r][k] == nil {
				places[r][k] = &headCell{layout.HeadCell{ColSpan: 1, RowSpan: 1}, r}
			}
		}
	}
	return places
}

// turnedHeights gives the height in mm that turned cells ask of each row of a head; Word would set their text in rows of
// the height of one line.
func (w *writer) turnedHeights(g grid, places [][]*headCell) []float64 {
	heights := make([]float64, len(places))
	line := g.pt * form.SingleLine * form.MmPerPt
	for r := range places {
		for column := 0; column < len(places[r]); column += places[r][column].ColSpan {
			cell := places[r][column]
			if !cell.Turned || cell.row != r {
				continue
			}
			f := form.Bold(g.pt)
			text := preparedText(cell.Text)
			width := float64(g.across(column, column+cell.ColSpan)) * 25.4 / 1440
			most := max(1, int(width/line))
			measure := form.TurnedMeasure
			for measure < w.width && len(linesOf(f, text, measure)) > most {
				measure += form.TurnedMeasure / 4
			}
			need := widest(f, linesOf(f, text, evenMeasure(f, text, measure))) + 2*form.CellPadding + 2*roundingSlack
			need -= float64(cell.RowSpan-1) * (line + 2*form.CellPaddingTop)
			last := r + cell.RowSpan - 1
			heights[last] = max(heights[last], need)
		}
	}
	return heights
}
