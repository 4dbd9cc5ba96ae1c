package layout

import (
	"math"

	"cosohoi/reports/form"
)

// table adds a table: its head, then each row as a slab that carries the head to the next page.
func (t *typesetter) table(s *section, table Table) {
	g := t.grid(s, table)
	var head *slab
	if len(table.Head) > 0 {
		h := t.tableHead(g, table)
		h.before, h.keep = form.TableGap, len(table.Rows) > 0
		s.add(h)
		head = &h
	}
	for i, row := range table.Rows {
		if row.Total && i > 0 {
			s.slabs[len(s.slabs)-1].keep = true
		}
		from := len(s.slabs)
		t.row(s, g, row, head)
		if i == 0 && head == nil {
			s.slabs[from].before = form.TableGap
		}
		if row.Group && i+1 < len(table.Rows) {
			s.slabs[len(s.slabs)-1].keep = true
		}
	}
	if table.Chart.Kind != "" && len(table.Rows) > 0 {
		s.slabs[len(s.slabs)-1].keep = true
		s.add(t.chart(s, table))
	}
}

// grid is the fixed part of a table: its columns' edges and type.
type grid struct {
	edges  []float64 // x of each vertical rule, mm
	aligns []Align
	pt     float64
	box    float64 // height of a line, mm
	ruled  bool    // a head rules the upper edge
	room   float64 // highest row that a page can hold, mm
}

func (t *typesetter) grid(s *section, table Table) *grid {
	g := &grid{pt: table.size(), ruled: len(table.Head) > 0}
	g.box = form.LineHeight(g.pt, 1)
	g.room = s.format.bottom() - s.format.top()
	widths := t.columnWidths(table, g.pt, s.format.measure())
	total := 0.0
	for _, w := range widths {
		total += w
	}
	x := s.format.left() + (s.format.measure()-total)/2
	g.edges = append(g.edges, x)
	for i, c := range table.Columns {
		x += widths[i]
		g.edges = append(g.edges, x)
		g.aligns = append(g.aligns, c.Align)
	}
	return g
}

// cell is a text set into a part of a row.
type cell struct {
	lines    []line
	from, to int // edges
	align    Align
}

func (t *typesetter) cell(g *grid, text string, f form.Font, from, to int, align Align) cell {
	c := cell{from: from, to: to, align: align}
	measure := g.edges[to] - g.edges[from] - 2*form.CellPadding
	if text == "" {
		return c
	}
	c.lines = t.cellLines(text, f, measure)
	return c
}

// cellLines breaks a text for a cell; the common short text becomes a line without being cut into words.
func (t *typesetter) cellLines(text string, f form.Font, measure float64) []line {
	text = t.clean(text)
	simple := true
	for i := range len(text) {
		if b := text[i]; b == '\n' || b == ' ' && (i == 0 || i == len(text)-1 || text[i-1] == ' ') || b == 0xc2 && text[i+1] == 0xa0 {
			simple = false
			break
		}
	}
	if simple {
		if width := t.measure(text, f); width <= measure {
			return []line{{words: []word{{text: text, font: f, width: width}}, width: width}}
		}
	}
	return t.breakLines(t.words([]Run{{Text: text}}, f), measure, measure)
}

// drawCell draws the lines of a cell in the middle of its height.
func (g *grid) drawCell(p *pen, c cell, lines []line, top, height, pt, box float64) {
	y := top + (height-float64(len(lines))*box)/2 + baseline(box, pt)
	x := g.edges[c.from] + form.CellPadding
	measure := g.edges[c.to] - form.CellPadding - x
	for _, l := range lines {
		p.line(l, x, y, measure, c.align)
		y += box
	}
}

// tableHead sets the rows of the head with their spans as one slab.
func (t *typesetter) tableHead(g *grid, table Table) slab {
	f := form.Bold(g.pt)
	type place struct {
		cell
		row, span int
		turned    bool
	}
	heights := make([]float64, len(table.Head))
	for i := range heights {
		heights[i] = g.box + 2*form.CellPaddingTop
	}
	var places []place
	for _, p := range spans(table.Head, len(table.Columns)) {
		c := cell{from: p.column, to: p.column + p.ColSpan, align: Centre}
		need := 0.0
		if p.Turned {
			c.lines = t.turnedLines(p.Text, f, g.edges[c.to]-g.edges[c.from], g.box)
			need = widest(c.lines) + 2*form.CellPadding
		} else {
			c = t.cell(g, p.Text, f, c.from, c.to, Centre)
			need = float64(len(c.lines))*g.box + 2*form.CellPaddingTop
		}
		places = append(places, place{c, p.row, p.RowSpan, p.Turned})
		have := 0.0
		for _, h := range heights[p.row : p.row+p.RowSpan] {
			have += h
		}
		if need > have {
			heights[p.row+p.RowSpan-1] += need - have
		}
	}
	tops := make([]float64, len(heights)+1)
	for i, h := range heights {
		tops[i+1] = tops[i] + h
	}
	return slab{height: tops[len(heights)], draw: func(p *pen, top float64) {
		var rules []segment
		for _, c := range places {
			from, to := g.edges[c.from], g.edges[c.to]
			y1, y2 := top+tops[c.row], top+tops[c.row+c.span]
			rules = append(rules, segment{from, y1, to, y1}, segment{from, y2, to, y2}, segment{from, y1, from, y2}, segment{to, y1, to, y2})
			if c.turned {
				g.drawTurned(p, c.cell, y1, y2-y1)
			} else {
				g.drawCell(p, c.cell, c.lines, y1, y2-y1, g.pt, g.box)
			}
		}
		p.rules(tableRule, rules...)
	}}
}

// turnedLines breaks the text of a turned cell into lines that stand beside each other in its width.
func (t *typesetter) turnedLines(text string, f form.Font, width, box float64) []line {
	words := t.words([]Run{{Text: text}}, f)
	most := max(1, int(width/box))
	for measure := form.TurnedMeasure; measure < form.PaperLong; measure += form.TurnedMeasure / 4 {
		if lines := t.balanced(words, measure); len(lines) <= most {
			return lines
		}
	}
	return t.breakLines(words, form.PaperLong, form.PaperLong)
}

// drawTurned draws the lines of a cell from the bottom to the top, in the middle of it.
func (g *grid) drawTurned(p *pen, c cell, top, height float64) {
	if len(c.lines) == 0 {
		return
	}
	p.use(c.lines[0].words[0].font) // the turn must not hold a change of font: it ends with the turn
	x, y := (g.edges[c.from]+g.edges[c.to])/2, top+height/2
	p.pdf.TransformBegin()
	p.pdf.TransformRotate(90, x, y)
	base := y - float64(len(c.lines))*g.box/2 + baseline(g.box, g.pt)
	for _, l := range c.lines {
		p.line(l, x-height/2, base, height, Centre)
		base += g.box
	}
	p.pdf.TransformEnd()
}

// spanned is a head cell with its place; its spans are at least 1.
type spanned struct {
	HeadCell
	row, column int
}

// spans gives each head cell its place, as HTML does: the first free column of its row.
func spans(head [][]HeadCell, columns int) []spanned {
	taken := make([][]bool, len(head))
	for i := range taken {
		taken[i] = make([]bool, columns)
	}
	var cells []spanned
	for r, row := range head {
		column := 0
		for _, c := range row {
			for column < columns && taken[r][column] {
				column++
			}
			c.ColSpan = min(max(c.ColSpan, 1), columns-column)
			c.RowSpan = min(max(c.RowSpan, 1), len(head)-r)
			if c.ColSpan < 1 {
				break // more cells than columns: refused by check before
			}
			for i := r; i < r+c.RowSpan; i++ {
				for k := column; k < column+c.ColSpan; k++ {
					taken[i][k] = true
				}
			}
			cells = append(cells, spanned{c, r, column})
		}
	}
	return cells
}

// row adds a row; one that is higher than a page is cut between its lines, so that no text is lost.
func (t *typesetter) row(s *section, g *grid, row Row, head *slab) {
	f := row.font(g.pt)
	cells := make([]cell, len(row.Cells))
	most := 1
	for i, text := range row.Cells {
		cells[i] = t.cell(g, text, f, i, i+1, g.aligns[i])
		most = max(most, len(cells[i].lines))
	}
	room := g.room
	if head != nil {
		room -= head.height
	}
	limit := max(1, int(math.Floor((room-2*form.CellPaddingTop)/g.box)))
	for from := 0; from < most; from += limit {
		height := float64(min(limit, most-from))*g.box + 2*form.CellPaddingTop
		s.add(slab{height: height, head: head, draw: func(p *pen, top float64) {
			for _, c := range cells {
				if lines := c.lines[min(from, len(c.lines)):min(from+limit, len(c.lines))]; len(lines) > 0 {
					g.drawCell(p, c, lines, top, height, g.pt, g.box)
				}
			}
			g.ruleRow(p, top, height)
		}})
	}
}

// font is that of the cells of a row.
func (r Row) font(pt float64) form.Font {
	if r.Total || r.Group {
		return form.Bold(pt)
	}
	return form.Regular(pt)
}

// ruleRow draws the rules of a row: its sides, its lower edge, and its upper edge where no head has drawn it.
func (g *grid) ruleRow(p *pen, top, height float64) {
	rules := make([]segment, 0, len(g.edges)+2)
	first, last := g.edges[0], g.edges[len(g.edges)-1]
	for _, x := range g.edges {
		rules = append(rules, segment{x, top, x, top + height})
	}
	rules = append(rules, segment{first, top + height, last, top + height})
	if !g.ruled {
		rules = append(rules, segment{first, top, last, top})
	}
	p.rules(tableRule, rules...)
}
