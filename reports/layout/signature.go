package layout

import "math"

// signature adds the boxes 7 and 9b: signers and recipients, never parted and never without the end of the text.
func (t *typesetter) signature(s *section) {
	recipients := t.recipients(s.format.measure() * recipientsShare)
	if len(t.doc.Signers) == 0 && len(recipients.lines) == 0 {
		return
	}
	for i := range min(signatureLinesBound, len(s.slabs)) {
		s.slabs[len(s.slabs)-1-i].keep = true
	}
	x, measure := s.format.left(), s.format.measure()
	if len(t.doc.Signers) >= 2 {
		t.twoSigners(s, x, measure)
		if len(recipients.lines) > 0 {
			s.slabs[len(s.slabs)-1].keep = true
			s.add(slab{before: signatureGap, height: recipients.depth, draw: func(p *pen, top float64) {
				recipients.draw(p, x, top, measure*recipientsShare)
			}})
		}
		return
	}
	left := measure * recipientsShare
	var signer column
	if len(t.doc.Signers) == 1 {
		signer = t.signer(t.doc.Signers[0], measure-left)
	}
	// "Nơi nhận:" stands on the line of the authority: the smaller type shares its baseline.
	shift := 0.0
	if len(signer.lines) > 0 && len(recipients.lines) > 0 {
		shift = baseline(signer.lines[0].box, signer.lines[0].pt) - baseline(recipients.lines[0].box, recipients.lines[0].pt)
	}
	s.add(slab{before: signatureGap, height: math.Max(recipients.depth+shift, signer.depth), draw: func(p *pen, top float64) {
		recipients.draw(p, x, top+shift, left)
		signer.draw(p, x+left, top, measure-left)
	}})
}

func (t *typesetter) twoSigners(s *section, x, measure float64) {
	half := measure / 2
	left, right := t.signer(t.doc.Signers[0], half), t.signer(t.doc.Signers[1], half)
	s.add(slab{before: signatureGap, height: math.Max(left.depth, right.depth), draw: func(p *pen, top float64) {
		left.draw(p, x, top, half)
		right.draw(p, x+half, top, half)
	}})
}

// signer sets one signature block: authority and position, room to sign, name.
func (t *typesetter) signer(who Signer, measure float64) column {
	f := font{bold, t.preset.body}
	var c column
	for _, text := range []string{who.Authority, who.Deputy, who.Position} {
		c.put(t.balanced(t.words([]Run{{Text: text}}, f), measure), f.pt, Centre)
	}
	c.depth += signatureRoom
	c.put(t.balanced(t.words([]Run{{Text: who.Name}}, f), measure), f.pt, Centre)
	return c
}

// recipients sets "Nơi nhận" with its lines in the order of Mục II.9: "Như trên", the recipients, the archive.
func (t *typesetter) recipients(measure float64) column {
	names := listed(t.doc.Recipients)
	if len(listed(t.doc.To)) > 0 {
		names = append([]string{"Như trên"}, names...)
	}
	archive := listed([]string{t.doc.Archive})
	var c column
	if len(names)+len(archive) == 0 {
		return c
	}
	c.put(t.oneLine("Nơi nhận:", font{boldItalic, recipientsLabelPt}), recipientsLabelPt, Left)
	f := font{regular, recipientsPt}
	for i, name := range names {
		mark := ";"
		if i == len(names)-1 && len(archive) == 0 {
			mark = "."
		}
		c.put(t.breakLines(t.words([]Run{{Text: "- " + name + mark}}, f), measure, measure), recipientsPt, Left)
	}
	for _, place := range archive {
		c.put(t.breakLines(t.words([]Run{{Text: "- Lưu: " + place + "."}}, f), measure, measure), recipientsPt, Left)
	}
	return c
}
