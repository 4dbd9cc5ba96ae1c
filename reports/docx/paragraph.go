package docx

import (
	"slices"
	"strings"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// paragraph is what stands over a named style. Lengths are twips; a pointer that is nil leaves the style's own value.
type paragraph struct {
	style     string
	keepNext  bool
	keepLines bool
	before    *int
	after     *int
	indent    *int   // at both sides
	left      *int   // at the left, first line included
	flush     bool   // no indent of the first line
	align     string // empty: the style's
	frame     string // colour of a frame around it; empty: none
}

func of(n int) *int { return &n }

// open starts a paragraph with its properties, in the order that the schema asks for.
func (w *writer) openParagraph(p paragraph) {
	w.start("w:p")
	w.start("w:pPr")
	w.value("w:pStyle", p.style)
	if p.keepNext {
		w.empty("w:keepNext")
	}
	if p.keepLines {
		w.empty("w:keepLines")
	}
	if w.pageBreak {
		w.empty("w:pageBreakBefore")
		w.pageBreak = false
		p.before = of(0)
	}
	if p.frame != "" {
		w.start("w:pBdr")
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
			w.empty(side, "w:val", "single", "w:sz", "4", "w:space", itoa(frameSpacePt), "w:color", p.frame)
		}
		w.end()
	}
	var spacing []string
	if p.before != nil {
		spacing = append(spacing, "w:before", itoa(*p.before))
	}
	if p.after != nil {
		spacing = append(spacing, "w:after", itoa(*p.after))
	}
	if spacing != nil {
		w.empty("w:spacing", spacing...)
	}
	var indent []string
	switch {
	case p.indent != nil:
		indent = []string{"w:left", itoa(*p.indent), "w:right", itoa(*p.indent)}
	case p.left != nil:
		indent = []string{"w:left", itoa(*p.left)}
	}
	if p.flush {
		indent = append(indent, "w:firstLine", "0")
	}
	if indent != nil {
		w.empty("w:ind", indent...)
	}
	if p.align != "" {
		w.value("w:jc", p.align)
	}
	w.end()
}

// style starts and ends the properties of a paragraph that has only a style.
func (w *writer) style(id string) {
	w.start("w:pPr")
	w.value("w:pStyle", id)
	w.end()
}

// paragraph writes prepared runs.
func (w *writer) paragraph(p paragraph, runs ...layout.Run) {
	w.openParagraph(p)
	w.runs(runs)
	w.end()
}

// line writes one prepared text in a style.
func (w *writer) line(style, text string) {
	w.paragraph(paragraph{style: style}, layout.Run{Text: text})
}

func (w *writer) runs(runs []layout.Run) {
	marked := false // a mark of a footnote was written last
	for _, run := range runs {
		w.run(run)
		marked = marked && run.Text == ""
		if note := prepared(run.Note); plain(note) != "" {
			w.noteMark(note, marked)
			marked = true
		}
	}
}

// run writes a text in bold and italic over the style of its paragraph; a line break in it becomes one of Word.
func (w *writer) run(run layout.Run) {
	if run.Text == "" {
		return
	}
	w.start("w:r")
	if run.Bold || run.Italic {
		w.start("w:rPr")
		if run.Bold {
			w.empty("w:b")
			w.empty("w:bCs")
		}
		if run.Italic {
			w.empty("w:i")
			w.empty("w:iCs")
		}
		w.end()
	}
	for i, part := range strings.Split(run.Text, "\n") {
		if i > 0 {
			w.empty("w:br")
		}
		if part != "" {
			w.element("w:t", part, "xml:space", "preserve")
		}
	}
	w.end()
}

// evenly writes a centred text whose lines are to be as even as they can be within measure mm: the paragraph is made
// narrower instead of breaking its lines, so that the text stays one text for whoever edits it. A bare empty text is left
// out.
func (w *writer) evenly(p paragraph, f form.Font, text string, measure float64) {
	text = wholeCompounds(f, preparedText(text), measure)
	if text == "" {
		return
	}
	p.indent = w.narrowed(f, text, measure)
	w.paragraph(p, layout.Run{Text: text})
}

// wholeCompounds binds the compounds of a text where that takes no more lines within measure mm.
func wholeCompounds(f form.Font, text string, measure float64) string {
	lines := len(linesOf(f, text, measure))
	if lines < 2 {
		return text
	}
	parts := strings.Split(text, "\n")
	for i, part := range parts {
		words := strings.Split(part, " ")
		for k := len(words) - 1; k > 0; k-- {
			if form.Compound(words[k-1], words[k]) {
				words[k-1] += string(form.NoBreakSpace) + words[k]
				words = slices.Delete(words, k, k+1)
			}
		}
		parts[i] = strings.Join(words, " ")
	}
	whole := strings.Join(parts, "\n")
	if bound := linesOf(f, whole, measure); len(bound) > lines || widest(f, bound) > measure {
		return text
	}
	return whole
}

// roundingSlack keeps a line that fills its measure from being broken by rounding to twips, mm.
const roundingSlack = 0.2

// narrowed is the indent at both sides that sets a text evenly within measure mm of the w.measure in which it stands; nil
// if it needs none.
func (w *writer) narrowed(f form.Font, text string, measure float64) *int {
	free := (w.width - measure) / 2
	if len(linesOf(f, text, measure)) > 1+strings.Count(text, "\n") {
		free = (w.width - evenMeasure(f, text, measure) - 2*roundingSlack) / 2
	}
	if twips(free) <= 0 {
		return nil
	}
	return of(twips(free))
}

// sliver is the height of a paragraph that stands only where Word asks for one, mm.
const sliver = 1 * form.MmPerPt

// spacer is a paragraph of exactly that height in mm without text: Word has no space above a table.
func (w *writer) spacer(height float64, keepNext bool) {
	w.start("w:p")
	w.start("w:pPr")
	w.value("w:pStyle", "Spacer")
	if keepNext {
		w.empty("w:keepNext")
	}
	if w.pageBreak {
		w.empty("w:pageBreakBefore")
		w.pageBreak = false
	}
	w.empty("w:spacing", "w:line", itoa(twips(height)), "w:lineRule", "exact")
	w.end()
	w.end()
}
