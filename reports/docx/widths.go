package docx

import (
	"math"
	"slices"
	"strings"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// columnWidths gives each column its width in twips. It repeats reports/layout/widths.go, which layout does not export, and
// shrinks what the PDF would refuse: columns that take more than the text width.
func (w *writer) columnWidths(table layout.Table, columns int, pt float64) []int {
	widths := make([]float64, columns)
	var shared []int
	rest := w.width
	for i := range widths {
		if i < len(table.Columns) && table.Columns[i].Width > 2*form.CellPadding {
			widths[i] = min(table.Columns[i].Width, w.width)
			rest -= widths[i]
		} else {
			shared = append(shared, i)
		}
	}
	if len(shared) > 0 {
		share(widths, shared, max(rest, form.TableColumnMin*float64(len(shared))), table, pt)
	}
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

// share gives the shared columns the rest: each its longest word at least, more by how much its texts would take on one line.
func share(widths []float64, shared []int, rest float64, table layout.Table, pt float64) {
	longest, natural := contents(table, len(widths), pt)
	least, wish := 0.0, 0.0
	for _, i := range shared {
		longest[i] = min(max(longest[i]+2*form.CellPadding, form.TableColumnMin), rest)
		natural[i] = min(max(natural[i]+2*form.CellPadding, longest[i]), rest)
		least += longest[i]
		wish += natural[i]
	}
	level := rest
	if least >= rest {
		level = capAt(longest, shared, rest)
	}
	for _, i := range shared {
		switch {
		case least >= rest:
			widths[i] = min(longest[i], level)
		case wish <= rest:
			widths[i] = natural[i] * rest / wish
		default:
			widths[i] = longest[i] + (natural[i]-longest[i])*(rest-least)/(wish-least)
		}
	}
}

// capAt is the width that no column may exceed so that all together take just the room.
func capAt(widths []float64, columns []int, room float64) float64 {
	rising := make([]float64, 0, len(columns))
	for _, i := range columns {
		rising = append(rising, widths[i])
	}
	slices.Sort(rising)
	for i, width := range rising {
		if even := room / float64(len(rising)-i); width > even {
			return even
		}
		room -= width
	}
	return rising[len(rising)-1]
}

// contents gives the widths of the longest word and of the longest line of each column, mm. A head counts with its words
// only; spanned and turned heads say nothing about one column.
func contents(table layout.Table, columns int, pt float64) (longest, natural []float64) {
	longest, natural = make([]float64, columns), make([]float64, columns)
	for _, row := range spans(table.Head, columns) {
		for i, cell := range row {
			if cell.ColSpan == 1 && !cell.Turned {
				word, _ := extent(cell.Text, form.Bold(pt))
				longest[i] = max(longest[i], word)
			}
		}
	}
	for _, row := range table.Rows {
		f := form.Font{Bold: row.Total || row.Group, Pt: pt}
		for i, text := range row.Cells[:min(columns, len(row.Cells))] {
			word, whole := extent(text, f)
			longest[i], natural[i] = max(longest[i], word), max(natural[i], whole)
		}
	}
	return longest, natural
}

// extent gives the widths of the longest word and of the longest line of a text.
func extent(text string, f form.Font) (longest, whole float64) {
	for line := range strings.SplitSeq(layout.Clean(text), "\n") {
		whole = math.Max(whole, f.Width(line))
		for word := range strings.FieldsSeq(line) {
			longest = math.Max(longest, f.Width(word))
		}
	}
	return longest, whole
}
