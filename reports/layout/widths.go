package layout

import (
	"cmp"
	"slices"

	"cosohoi/reports/form"
)

// Widths gives each column of a table its width in millimetres within the measure in which it stands. The set widths must
// leave room for the others, and no row may have more cells than there are columns.
func (table Table) Widths(measure float64) []float64 {
	return new(typesetter).columnWidths(table, table.size(), measure)
}

// size is that of the type, points.
func (table Table) size() float64 {
	if table.Size == 0 {
		return form.TablePt
	}
	return table.Size
}

// columnWidths gives each column of a table its width in millimetres. Columns without one share what the others leave:
// each takes its longest word at least, so that no word of ordinary length is torn; a column that needs no more than an
// equal share gets what it needs; the rest goes by how much the texts would take on one line.
func (t *typesetter) columnWidths(table Table, pt, measure float64) []float64 {
	widths := make([]float64, len(table.Columns))
	var open []int
	rest := measure
	for i, c := range table.Columns {
		widths[i] = c.Width
		rest -= c.Width
		if c.Width == 0 {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return widths
	}
	longest, natural := t.columnContents(table, pt)
	least, wish := 0.0, 0.0
	for _, i := range open {
		longest[i] = min(max(longest[i]+2*form.CellPadding, form.TableColumnMin), rest)
		natural[i] = min(max(natural[i]+2*form.CellPadding, longest[i]), rest)
		least += longest[i]
		wish += natural[i]
	}
	if least >= rest {
		level := capAt(longest, open, rest)
		for _, i := range open {
			widths[i] = min(longest[i], level)
		}
		return widths
	}
	if wish <= rest {
		for _, i := range open {
			widths[i] = natural[i] * rest / wish
		}
		return widths
	}
	// The modest first; each leaves more for the others, and the widest is never modest: wish is more than the rest.
	slices.SortStableFunc(open, func(a, b int) int { return cmp.Compare(natural[a], natural[b]) })
	for len(open) > 1 && natural[open[0]] <= rest/float64(len(open)) && least-longest[open[0]] <= rest-natural[open[0]] {
		i := open[0]
		widths[i] = natural[i]
		rest, least, wish, open = rest-natural[i], least-longest[i], wish-natural[i], open[1:]
	}
	for _, i := range open {
		widths[i] = longest[i] + (natural[i]-longest[i])*(rest-least)/(wish-least)
	}
	return widths
}

// capAt gives the width that no column may exceed so that all together take just the room: only the widest give way.
func capAt(widths []float64, columns []int, room float64) float64 {
	rising := make([]float64, 0, len(columns))
	for _, i := range columns {
		rising = append(rising, widths[i])
	}
	slices.Sort(rising)
	for i, w := range rising {
		share := room / float64(len(rising)-i)
		if w > share {
			return share
		}
		room -= w
	}
	return rising[len(rising)-1]
}

// columnContents gives the widths of the longest word and of the longest text of each column, mm. A head counts as two
// lines; spanned and turned heads say nothing about one column.
func (t *typesetter) columnContents(table Table, pt float64) (longest, natural []float64) {
	longest, natural = make([]float64, len(table.Columns)), make([]float64, len(table.Columns))
	for _, c := range spans(table.Head, len(table.Columns)) {
		if c.ColSpan == 1 && !c.Turned {
			word, whole := t.extent(c.Text, form.Bold(pt))
			longest[c.column], natural[c.column] = max(longest[c.column], word), max(natural[c.column], whole/2)
		}
	}
	for _, row := range table.Rows {
		f := row.font(pt)
		for i, text := range row.Cells {
			word, whole := t.extent(text, f)
			longest[i], natural[i] = max(longest[i], word), max(natural[i], whole)
		}
	}
	return longest, natural
}

// extent gives the width of the longest word of a text and that of its longest line.
func (t *typesetter) extent(text string, f form.Font) (longest, whole float64) {
	space := f.Pt * form.MmPerPt / 4
	width, start := 0.0, 0
	text = t.clean(text)
	word := func(end int) {
		if end > start {
			w := t.measure(text[start:end], f)
			longest, width = max(longest, w), width+w
		}
	}
	for i, r := range text {
		switch r {
		case ' ', '\n':
			word(i)
			start = i + 1
			width += space
			if r == '\n' {
				whole, width = max(whole, width-space), 0
			}
		}
	}
	word(len(text))
	return longest, max(whole, width)
}
