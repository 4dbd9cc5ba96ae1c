package layout

import "cosohoi/reports/form"

// urgency adds box 10b at the left under the number, in bright red.
func (t *typesetter) urgency(s *section, h halves) {
	words, width := t.doc.Urgency.Stamp()
	if words == "" {
		return
	}
	text := t.oneLine(words, form.Bold(form.StampPt))[0]
	x := h.leftX + (h.left-width)/2
	s.add(slab{before: form.StampGap, height: form.StampHeight, keep: true, draw: func(p *pen, top float64) {
		p.ink(255, 0, 0)
		p.stamp(text, x, top, width)
		p.ink(0, 0, 0)
	}})
}

// circulation adds box 11 at the right above the Quốc hiệu.
func (t *typesetter) circulation(s *section, h halves) {
	words := t.doc.Circulation.Stamp()
	if words == "" {
		return
	}
	text := t.oneLine(words, form.Bold(form.StampPt))[0]
	width := text.width + 2*form.StampPadding
	x := h.rightX + (h.right-width)/2
	s.add(slab{height: form.StampHeight + form.StampGap, keep: true, draw: func(p *pen, top float64) {
		p.stamp(text, x, top, width)
	}})
}

// stamp draws a text in the middle of a single-line frame of 8 mm height.
func (p *pen) stamp(text line, x, top, width float64) {
	right, bottom := x+width, top+form.StampHeight
	p.rules(form.RuleThickness, segment{x, top, right, top}, segment{x, bottom, right, bottom}, segment{x, top, x, bottom}, segment{right, top, right, bottom})
	p.line(text, x, top+baseline(form.StampHeight, form.StampPt), width, Centre)
}

// ink sets the colour of text and lines.
func (p *pen) ink(r, g, b int) {
	p.pdf.SetTextColor(r, g, b)
	p.pdf.SetDrawColor(r, g, b)
}
