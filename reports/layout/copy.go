package layout

import "cosohoi/reports/form"

// copyBlock adds the block of a copy on paper below the end of the document, under a line over the whole measure (Phụ lục
// I Phần II Mục II, Mẫu 3.1): organisation and number at the left, kind of copy, place and date at the right, then the
// signer and the recipients. It is never parted.
func (t *typesetter) copyBlock(s *section) {
	c := t.doc.Copy
	if c == nil {
		return
	}
	x, measure := s.format.left(), s.format.measure()
	s.add(slab{before: form.CopyGap, height: form.HeaderRowGap, keep: true, draw: func(p *pen, top float64) {
		p.rules(form.RuleThickness, segment{x, top, x + measure, top})
	}})
	h := t.halves(s.format)
	var kind column
	f := form.Bold(t.form.Body)
	kind.put(t.balanced(t.words([]Run{{Text: c.Kind}}, f), h.right), f.Pt, Centre)
	t.heads(s, h, c.Parent, c.Organ, kind, false)
	t.numberRow(s, h, t.numberLine(c.Number, c.Symbol), t.dateLines(c.Place, DateOrRoom(c.Date, c.Year), h.right), column{})
	t.signatures(s, []Signer{c.Signer}, t.recipients(c.RecipientLines(), "", measure*form.RecipientsShare))
}
