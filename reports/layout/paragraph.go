package layout

import (
	"strings"

	"cosohoi/reports/form"
)

// paragraph adds a paragraph to the section. lead keeps its end with what follows.
func (t *typesetter) paragraph(s *section, par Paragraph, lead bool) {
	base := form.Regular(t.form.Body)
	words := t.words(par.Runs, base)
	if len(words) == 0 {
		return
	}
	lead = lead || strings.HasSuffix(words[len(words)-1].text, ":")
	from, m := len(s.slabs), s.format.measure()
	switch par.Style {
	case Centred:
		t.flow(s, t.balanced(words, m), base.Pt, Centre, 0)
	case AtRight:
		t.flow(s, t.balanced(words, m), base.Pt, Right, 0)
	default:
		t.flow(s, t.breakLines(words, m-t.indent, m), base.Pt, justified, t.indent)
	}
	if lead && len(s.slabs) > from {
		s.slabs[len(s.slabs)-1].keep = true
	}
}

// heading adds a heading with its bookmark. A centred one stands on lines of its own, its label and its title each
// balanced (Mục II.6.đ).
func (t *typesetter) heading(s *section, h Heading) {
	base := form.Bold(t.form.Body)
	words := t.words([]Run{{Text: h.Text, Note: h.Note}}, base)
	if len(words) == 0 {
		return
	}
	m := s.format.measure()
	from := len(s.slabs)
	if h.Centred {
		t.flow(s, t.balancedParts(words, m), base.Pt, Centre, 0)
	} else {
		t.flow(s, t.breakLines(words, m-t.indent, m), base.Pt, justified, t.indent)
	}
	for i := from; i < len(s.slabs); i++ {
		s.slabs[i].keep = true
	}
	s.slabs[from].mark = &mark{title: plain(words), level: max(h.Level, 1)}
}

// balancedParts balances the parts between line breaks each for itself.
func (t *typesetter) balancedParts(words []word, measure float64) []line {
	var lines []line
	start := 0
	for i := range words {
		if i > start && words[i].gap == form.Newline {
			lines = append(lines, t.balanced(words[start:i], measure)...)
			start = i
		}
	}
	return append(lines, t.balanced(words[start:], measure)...)
}

// plain is the text of words on one line, with single spaces, a stop where a line ended and no marks of notes.
func plain(words []word) string {
	var text strings.Builder
	for i, w := range words {
		if w.note != nil {
			continue
		}
		if i > 0 && w.gap == form.Newline && !strings.ContainsAny(words[i-1].text[len(words[i-1].text)-1:], ".:;,") {
			text.WriteByte('.')
		}
		if i > 0 && w.gap != form.Glued {
			text.WriteByte(' ')
		}
		text.WriteString(w.text)
	}
	return text.String()
}

// flow adds lines as body text: gap above the first, at least two lines before and after a page break. A line carries the
// footnotes of its marks.
func (t *typesetter) flow(s *section, lines []line, pt float64, align Align, indent float64) {
	box := t.line
	x, measure := s.format.left(), s.format.measure()
	for i, l := range lines {
		b := slab{height: box, notes: t.noteLines(l, measure)}
		lineX, lineMeasure := x, measure
		if i == 0 {
			b.before = form.ParagraphGap
			lineX, lineMeasure = x+indent, measure-indent
		}
		fromEnd := len(lines) - 1 - i
		b.keep = fromEnd > 0 && (i < linesKeptTogether-1 || fromEnd < linesKeptTogether)
		b.draw = func(p *pen, top float64) {
			p.line(l, lineX, top+baseline(box, pt), lineMeasure, align)
		}
		s.add(b)
	}
}
