package docx

import (
	"strings"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// deepest is the deepest level of headings that Word knows.
const deepest = 9

// body writes the blocks of the main part or of an appendix. led is true when the last of them has to stay with what
// follows, the signatures; spaced, when it leaves the room above them itself: LibreOffice parts a paragraph from a table that
// an empty paragraph between them is to lead to.
func (w *writer) body(blocks []layout.Block, led bool) (spaced bool) {
	var kept []layout.Block
	breaks := map[int]bool{} // before the kept block of that index
	for _, b := range blocks {
		if _, ok := b.(layout.PageBreak); ok {
			breaks[len(kept)] = true
		} else if !empty(b) {
			kept = append(kept, b)
		}
	}
	afterTable := true // as at the start: nothing above leaves room for a table
	for i, b := range kept {
		w.pageBreak = i > 0 && breaks[i]
		last := i == len(kept)-1
		beforeTable := !last && isTable(kept[i+1]) && !breaks[i+1]
		lead, after := last && led || beforeTable, 0.0
		switch {
		case beforeTable:
			after = form.TableGap
		case lead:
			after = form.SignatureGap
		}
		switch b := b.(type) {
		case layout.Paragraph:
			w.text(b, lead, after)
		case layout.Heading:
			w.heading(b, after)
		case layout.Table:
			switch {
			case w.pageBreak:
				w.spacer(sliver, true)
			case afterTable:
				w.spacer(form.TableGap, true)
			}
			w.table(b, lead)
		}
		afterTable = isTable(b)
		spaced = lead && !afterTable
	}
	return spaced
}

func isTable(b layout.Block) bool {
	_, ok := b.(layout.Table)
	return ok
}

// empty is true for a block without anything to write: no text, no footnote, no cell.
func empty(b layout.Block) bool { return layout.Blank(b) || isTable(b) && tableColumns(b) == 0 }

// text writes running text with so many mm of room below; 0 leaves that of its style. One that ends with a colon leads to
// what follows.
func (w *writer) text(par layout.Paragraph, lead bool, after float64) {
	runs := prepared(par.Runs)
	text := plain(runs)
	p := paragraph{style: "Content", keepNext: lead || strings.HasSuffix(text, ":")}
	if after > 0 {
		p.after = of(twips(after))
	}
	switch par.Style {
	case layout.Centred:
		p.align, p.flush = "center", true
		f := form.Font{Bold: par.Runs[0].Bold, Italic: par.Runs[0].Italic, Pt: w.form.Body}
		p.indent = w.narrowed(f, text, w.width)
	case layout.AtRight:
		p.align, p.flush = "right", true
	}
	w.paragraph(p, runs...)
}

// heading writes one of Word's own headings, so that it stands in the navigation pane and in a table of contents, with so
// many mm of room below.
func (w *writer) heading(h layout.Heading, after float64) {
	p := paragraph{style: headingStyle(h.Level)}
	if h.Centred {
		p.align, p.flush = "center", true
		p.indent = w.narrowed(form.Bold(w.form.Body), preparedText(h.Text), w.width)
	}
	if after > 0 {
		p.after = of(twips(after))
	}
	w.paragraph(p, prepared([]layout.Run{{Text: h.Text, Note: h.Note}})...)
}

func headingStyle(level int) string { return "Heading" + itoa(min(max(level, 1), deepest)) }
