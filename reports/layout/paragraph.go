package layout

import "strings"

// paragraph adds a paragraph to the section. lead keeps its end with what follows.
func (t *typesetter) paragraph(s *section, par Paragraph, lead bool) {
	base := font{regular, t.preset.body}
	words := t.words(par.Runs, base)
	if len(words) == 0 {
		return
	}
	lead = lead || strings.HasSuffix(words[len(words)-1].text, ":")
	from, m := len(s.slabs), s.format.measure()
	switch par.Style {
	case Centred:
		t.flow(s, t.balanced(words, m), base.pt, Centre, 0)
	default:
		t.flow(s, t.breakLines(words, m-firstLineIndent, m), base.pt, justified, firstLineIndent)
	}
	if lead && len(s.slabs) > from {
		s.slabs[len(s.slabs)-1].keep = true
	}
}

// heading adds a heading with its bookmark.
func (t *typesetter) heading(s *section, h Heading) {
	base := font{bold, t.preset.body}
	words := t.words([]Run{{Text: h.Text}}, base)
	if len(words) == 0 {
		return
	}
	m := s.format.measure()
	from := len(s.slabs)
	t.flow(s, t.breakLines(words, m-firstLineIndent, m), base.pt, justified, firstLineIndent)
	for i := from; i < len(s.slabs); i++ {
		s.slabs[i].keep = true
	}
	s.slabs[from].mark = &mark{title: plain(words), level: max(h.Level, 1) - 1}
}

// plain is the text of words with single spaces.
func plain(words []word) string {
	text := ""
	for i, w := range words {
		if i > 0 && w.gap != glued {
			text += " "
		}
		text += w.text
	}
	return text
}

// flow adds lines as body text: gap above the first, at least two lines before and after a page break.
func (t *typesetter) flow(s *section, lines []line, pt float64, align Align, indent float64) {
	box := boxHeight(pt, bodySpacing)
	x, measure := s.format.left(), s.format.measure()
	for i, l := range lines {
		b := slab{height: box}
		lineX, lineMeasure := x, measure
		if i == 0 {
			b.before = paragraphGap
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
