package layout

import "cosohoi/reports/form"

// address makes box 13: the issuer's address at the foot of the first page under a line over the whole measure
// (Mục III.4).
func (t *typesetter) address(s *section) {
	f := form.Regular(form.AddressPt)
	x, measure := s.format.left(), s.format.measure()
	var c column
	c.put(t.breakLines(t.words([]Run{{Text: t.doc.Address}}, f), measure, measure), f.Pt, Centre)
	if len(c.lines) == 0 {
		return
	}
	s.foot = &slab{height: 2*addressGap + c.depth, draw: func(p *pen, top float64) {
		p.rules(form.RuleThickness, segment{x, top + addressGap, x + measure, top + addressGap})
		c.draw(p, x, top+2*addressGap, measure)
	}}
}
