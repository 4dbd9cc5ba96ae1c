package layout

import (
	"math"

	"cosohoi/reports/form"
)

// signature adds the boxes 7, 9b and 12: signers, recipients and drafter, never parted and never without the end of the
// text.
func (t *typesetter) signature(s *section) {
	recipients := t.recipients(t.doc.RecipientLines(), t.doc.DrafterLine(), s.format.measure()*form.RecipientsShare)
	if len(t.doc.Signers) == 0 && len(recipients.lines) == 0 {
		return
	}
	for i := range min(signatureLinesBound, len(s.slabs)) {
		s.slabs[len(s.slabs)-1-i].keep = true
	}
	t.signatures(s, t.doc.Signers, recipients)
}

// signatures adds signers and recipients: one signer beside them, several above them.
func (t *typesetter) signatures(s *section, signers []Signer, recipients recipientList) {
	if len(signers) > 1 {
		t.signerRows(s, signers)
		if len(recipients.lines) > 0 {
			s.slabs[len(s.slabs)-1].keep = true
			x, measure := s.format.left(), s.format.measure()
			s.add(slab{before: form.SignatureGap, height: recipients.depth, draw: func(p *pen, top float64) {
				recipients.draw(p, x, top, measure*form.RecipientsShare)
			}})
		}
		return
	}
	x, measure := s.format.left(), s.format.measure()
	left := measure * form.RecipientsShare
	var signer column
	if len(signers) == 1 {
		signer = t.signer(signers[0], measure-left, 0)
	}
	// "Nơi nhận:" stands on the line of the authority: the smaller type shares its baseline.
	shift := 0.0
	if len(signer.lines) > 0 && len(recipients.lines) > 0 {
		shift = baseline(signer.lines[0].box, signer.lines[0].pt) - baseline(recipients.lines[0].box, recipients.lines[0].pt)
	}
	s.add(slab{before: form.SignatureGap, height: math.Max(recipients.depth+shift, signer.depth), draw: func(p *pen, top float64) {
		recipients.draw(p, x, top+shift, left)
		signer.draw(p, x+left, top, measure-left)
	}})
}

// signerRows adds signers in rows of two, a last odd one in the middle.
func (t *typesetter) signerRows(s *section, signers []Signer) {
	x, half := s.format.left(), s.format.measure()/2
	gap := form.SignatureGap
	for i := 0; i < len(signers); i += 2 {
		if i > 0 {
			s.slabs[len(s.slabs)-1].keep = true
			gap = form.SignersGap
		}
		if i+1 == len(signers) {
			left := t.signer(signers[i], half, 0)
			s.add(slab{before: gap, height: left.depth, draw: func(p *pen, top float64) {
				left.draw(p, x+half/2, top, half)
			}})
			return
		}
		// The names stand on one line, whatever number of lines stands above them.
		depth := math.Max(t.signerHead(signers[i], half).depth, t.signerHead(signers[i+1], half).depth)
		left, right := t.signer(signers[i], half, depth), t.signer(signers[i+1], half, depth)
		s.add(slab{before: gap, height: math.Max(left.depth, right.depth), draw: func(p *pen, top float64) {
			left.draw(p, x, top, half)
			right.draw(p, x+half, top, half)
		}})
	}
}

// signerHead sets what stands above the name: authority and position.
func (t *typesetter) signerHead(who Signer, measure float64) column {
	var c column
	put := func(text string, f form.Font) {
		c.put(t.balanced(t.words([]Run{{Text: t.form.Authority(text)}}, f), measure), f.Pt, Centre)
	}
	put(who.Authority, t.form.AuthorityFont)
	put(who.Deputy, t.form.AuthorityFont)
	put(who.Position, t.form.Position)
	return c
}

// signer sets one signature block: its head, at least depth mm deep, room to sign, and the name.
func (t *typesetter) signer(who Signer, measure, depth float64) column {
	c := t.signerHead(who, measure)
	c.depth = math.Max(c.depth, depth) + form.SignatureRoom
	f := t.form.Name
	name := t.balanced(t.words([]Run{{Text: who.Name}}, f), measure)
	c.put(name, f.Pt, Centre)
	if len(name) == 0 {
		c.depth += form.LineHeight(f.Pt, 1) // to write it by hand
	}
	return c
}

// recipientList is "Nơi nhận" with its lines.
type recipientList struct {
	column
	underline float64 // of the first words, mm; 0: none
}

func (r recipientList) draw(p *pen, x, top, measure float64) {
	r.column.draw(p, x, top, measure)
	if r.underline > 0 {
		first := r.lines[0]
		y := top + first.top + baseline(first.box, first.pt) + form.RuleGap
		p.rules(form.RuleThickness, segment{x, y, x + r.underline, y})
	}
}

// recipients sets "Nơi nhận" with its lines, and below them the drafter (box 12).
func (t *typesetter) recipients(lines []string, drafter string, measure float64) recipientList {
	label, f := t.form.RecipientsLabel, t.form.Recipients
	var list recipientList
	if len(lines) > 0 {
		list.put(t.oneLine("Nơi nhận:", label), label.Pt, Left)
		if t.form.RecipientsUnderlined {
			list.underline = t.measure("Nơi nhận", label)
		}
	}
	for _, text := range lines {
		list.put(t.breakLines(t.words([]Run{{Text: text}}, f), measure, measure), f.Pt, Left)
	}
	if drafter != "" {
		if len(lines) > 0 {
			list.depth += form.DrafterGap
		}
		g := form.Regular(form.DrafterPt)
		list.put(t.breakLines(t.words([]Run{{Text: drafter}}, g), measure, measure), g.Pt, Left)
	}
	return list
}
