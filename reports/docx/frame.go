package docx

// frameCell is a cell of a frame; write fills it with paragraphs.
type frameCell struct {
	columns int // that it spans
	write   func()
}

// frame writes a table without rules that holds blocks side by side. Its rows are never split and stay together; keepNext
// in the paragraphs of a row is what Word goes by, so whoever fills the cells sets it.
func (w *writer) frame(columns []int, rows ...[]frameCell) {
	outer := w.width
	total := 0
	for _, c := range columns {
		total += c
	}
	w.start("w:tbl")
	w.start("w:tblPr")
	w.empty("w:tblW", "w:w", itoa(total), "w:type", "dxa")
	w.empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	w.borders("w:tblBorders", "nil", "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV")
	w.empty("w:tblLayout", "w:type", "fixed")
	w.cellMargins("w:tblCellMar", 0, 0)
	w.end()
	w.tableGrid(columns)
	for _, row := range rows {
		w.start("w:tr")
		w.start("w:trPr")
		w.empty("w:cantSplit")
		w.end()
		from := 0
		for _, c := range row {
			width := 0
			for _, column := range columns[from : from+c.columns] {
				width += column
			}
			from += c.columns
			w.start("w:tc")
			w.start("w:tcPr")
			w.empty("w:tcW", "w:w", itoa(width), "w:type", "dxa")
			if c.columns > 1 {
				w.value("w:gridSpan", itoa(c.columns))
			}
			w.borders("w:tcBorders", "nil", "w:top", "w:left", "w:bottom", "w:right")
			w.end()
			w.width = float64(width) * 25.4 / 1440
			before := w.buf.Len()
			c.write()
			if w.buf.Len() == before { // a cell must end with a paragraph
				w.spacer(sliver, true)
			}
			w.end()
		}
		w.end()
	}
	w.end()
	w.width = outer
}

// whole writes blocks that no page break may part: as the one cell of a frame, which LibreOffice, too, keeps whole. It holds
// frames side by side with paragraphs.
func (w *writer) whole(write func()) {
	w.frame([]int{w.paper.measure()}, []frameCell{{1, func() {
		write()
		w.spacer(sliver, false) // a cell may not end with a table
	}}})
}

// borderPt is the thickness of the rules of a table.
const borderPt = 0.5

// borders writes the rules of a table or cell, all of one kind.
func (w *writer) borders(element, kind string, sides ...string) {
	w.start(element)
	for _, side := range sides {
		if kind == "nil" {
			w.value(side, kind)
		} else {
			w.empty(side, "w:val", kind, "w:sz", itoa(int(borderPt*8)), "w:space", "0", "w:color", "000000")
		}
	}
	w.end()
}

// cellMargins sets the free edges of cells, mm.
func (w *writer) cellMargins(element string, topBottom, sides float64) {
	w.start(element)
	for _, edge := range []struct {
		side string
		mm   float64
	}{{"w:top", topBottom}, {"w:left", sides}, {"w:bottom", topBottom}, {"w:right", sides}} {
		w.empty(edge.side, "w:w", itoa(twips(edge.mm)), "w:type", "dxa")
	}
	w.end()
}

func (w *writer) tableGrid(columns []int) {
	w.start("w:tblGrid")
	for _, c := range columns {
		w.empty("w:gridCol", "w:w", itoa(c))
	}
	w.end()
}
