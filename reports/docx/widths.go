package docx

import (
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// columnWidths gives each column its width in twips: that of the PDF, and of what the PDF would refuse, what comes nearest.
// Columns that take more than the text width shrink; one too narrow for a text shares what the others leave.
func (w *writer) columnWidths(table layout.Table, columns int, pt float64) []int {
	sound := layout.Table{Columns: make([]layout.Column, columns), Head: table.Head, Rows: make([]layout.Row, len(table.Rows)), Size: pt}
	least := 0.0
	for i := range columns {
		if i < len(table.Columns) && table.Columns[i].Width > 2*form.CellPadding {
			sound.Columns[i].Width = min(table.Columns[i].Width, w.width)
			least += sound.Columns[i].Width
		} else {
			least += form.TableColumnMin
		}
	}
	for i, row := range table.Rows {
		row.Cells = row.Cells[:min(columns, len(row.Cells))]
		sound.Rows[i] = row
	}
	widths := sound.Widths(max(least, w.width))
	total := 0.0
	for _, width := range widths {
		total += width
	}
	scale := min(1, w.width/total)
	edges, twipsBefore := 0.0, 0
	out := make([]int, columns)
	for i, width := range widths {
		edges += width * scale
		out[i] = max(1, twips(edges)-twipsBefore)
		twipsBefore += out[i]
	}
	return out
}
