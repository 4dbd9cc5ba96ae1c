package docx

import (
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// signed is true when signers or recipients stand below the text.
func (w *writer) signed() bool {
	return len(w.doc.Signers) > 0 || len(w.doc.RecipientLines()) > 0 || w.doc.DrafterLine() != ""
}

// signature writes the boxes 7, 9b and 12: signers, recipients and drafter. spaced is true when there is room above them.
func (w *writer) signature(spaced bool) {
	if !w.signed() {
		return
	}
	if !spaced {
		w.spacer(form.SignatureGap, true)
	}
	w.signatures(w.doc.Signers, w.doc.RecipientLines(), w.doc.DrafterLine())
}

// signatures writes signers and recipients: one signer beside them, several in rows of two above them, a last odd one in
// the middle.
func (w *writer) signatures(signers []layout.Signer, recipients []string, drafter string) {
	measure := w.paper.measure()
	left := int(float64(measure) * form.RecipientsShare)
	if len(signers) < 2 {
		columns := []int{left, measure - left}
		w.frame(columns, []frameCell{
			{1, func() { w.recipientList(recipients, drafter, len(signers) == 1 && leads(signers[0])) }},
			{1, func() {
				for _, who := range signers {
					w.signerHead(who)
					w.signerName(who, false)
				}
			}},
		})
		return
	}
	below := len(recipients) > 0 || drafter != ""
	half := measure / 2
	quarters := []int{half / 2, half - half/2, half / 2, measure - half - half/2}
	var rows [][]frameCell
	for i := 0; i < len(signers); i += 2 {
		if i > 0 {
			rows = append(rows, []frameCell{{4, func() { w.spacer(form.SignersGap, true) }}})
		}
		keep := below || i+2 < len(signers)
		if i+1 == len(signers) {
			rows = append(rows, []frameCell{{1, func() {}}, {2, func() {
				w.signerHead(signers[i])
				w.signerName(signers[i], keep)
			}}, {1, func() {}}})
			continue
		}
		// The names have a row of their own, so that they stand on one line whatever number of lines stands above them.
		rows = append(rows,
			[]frameCell{{2, func() { w.signerHead(signers[i]) }}, {2, func() { w.signerHead(signers[i+1]) }}},
			[]frameCell{{2, func() { w.signerName(signers[i], keep) }}, {2, func() { w.signerName(signers[i+1], keep) }}})
	}
	w.frame(quarters, rows...)
	if below {
		w.spacer(form.SignatureGap, true)
		w.frame([]int{left}, []frameCell{{1, func() { w.recipientList(recipients, drafter, false) }}})
	}
}

// leads is true when a signature block starts with a line of text.
func leads(who layout.Signer) bool { return preparedText(who.Authority+who.Deputy+who.Position) != "" }

// signerHead writes what stands above the name: authority and position.
func (w *writer) signerHead(who layout.Signer) {
	put := func(style, text string, f form.Font) {
		w.evenly(paragraph{style: style, keepNext: true}, f, w.form.Authority(text), w.width)
	}
	put("Authority", who.Authority, w.form.AuthorityFont)
	put("Authority", who.Deputy, w.form.AuthorityFont)
	put("Position", who.Position, w.form.Position)
}

// signerName writes room to sign and the name.
func (w *writer) signerName(who layout.Signer, keepNext bool) {
	name := preparedText(who.Name)
	w.paragraph(paragraph{style: "SignerName", keepNext: keepNext, indent: w.narrowed(w.form.Name, name, w.width)}, layout.Run{Text: name})
}

// recipientList writes "Nơi nhận:" with its lines and the drafter. beside is true when its label shares the baseline of a
// larger line at its right.
func (w *writer) recipientList(lines []string, drafter string, beside bool) {
	if len(lines) > 0 {
		lower := 0.0
		if beside {
			lower = max(0, w.form.AuthorityFont.Pt-w.form.RecipientsLabel.Pt) * form.BaselineDrop * form.MmPerPt
		}
		w.recipientsLabel(lower)
	}
	for _, text := range lines {
		w.line("Recipients", preparedText(text))
	}
	if drafter != "" {
		gap := 0.0
		if len(lines) > 0 {
			gap = form.DrafterGap
		}
		w.paragraph(paragraph{style: "Drafter", before: of(twips(gap))}, layout.Run{Text: literally(drafter)})
	}
}

// recipientsLabel writes "Nơi nhận:" lower mm down; the Party underlines the words and not the colon.
func (w *writer) recipientsLabel(lower float64) {
	w.openParagraph(paragraph{style: "RecipientsLabel", before: of(twips(lower))})
	w.start("w:r")
	if w.form.RecipientsUnderlined {
		w.start("w:rPr")
		w.value("w:u", "single")
		w.end()
	}
	w.element("w:t", "Nơi nhận")
	w.end()
	w.run(layout.Run{Text: ":"})
	w.end()
}
