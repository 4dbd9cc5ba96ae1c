package layout

// address makes box 13: the issuer's address at the foot of the first page under a line over the whole measure
// (Mục III.4).
func (t *typesetter) address(s *section) {
	f := font{regular, addressPt}
	x, measure := s.format.left(), s.format.measure()
	var c column
	c.put(t.breakLines(t.words([]Run{{Text: t.doc.Address}}, f), measure, measure), f.pt, Centre)
	if len(c.lines) == 0 {
		return
	}
	s.foot = &slab{height: 2*addressGap + c.depth, draw: func(p *pen, top float64) {
		p.rules(ruleThickness, segment{x, top + addressGap, x + measure, top + addressGap})
		c.draw(p, x, top+2*addressGap, measure)
	}}
}
