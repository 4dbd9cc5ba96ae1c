package docx

import (
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// copy writes the block of a copy on paper below the end of the document, under a line over the whole measure (Phụ lục I
// Phần II Mục II, Mẫu 3.1).
func (w *writer) copy() {
	c := w.doc.Copy
	if c == nil {
		return
	}
	w.spacer(form.CopyGap, false)
	w.whole(func() {
		w.rule(0, w.width, form.HeaderRowGap)
		w.frame(w.halves(),
			[]frameCell{{1, func() { w.organ(c.Parent, c.Organ) }}, {1, func() {
				w.evenly(paragraph{style: "CopyKind"}, form.Bold(w.form.Body), c.Kind, w.width)
			}}},
			[]frameCell{{1, func() { w.numberParagraph(w.doc.NumberLine(c.Number, c.Symbol)) }},
				{1, func() { w.dateParagraph(dateLine(c.Place, c.Date, c.Year)) }}})
		w.spacer(form.SignatureGap, true)
		w.signatures([]layout.Signer{c.Signer}, c.RecipientLines(), "")
	})
}
