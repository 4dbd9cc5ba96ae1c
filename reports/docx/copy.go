package docx

import "cosohoi/reports/layout"

// copy writes the block of a copy on paper below the end of the document, under a line over the whole measure (Phụ lục I
// Phần II Mục II, Mẫu 3.1).
func (w *writer) copy() {
	c := w.doc.Copy
	if c == nil {
		return
	}
	w.spacer(copyGapPt, false)
	w.whole(func() {
		w.rule(0, w.width, gapPt)
		w.frame(w.halves(),
			[]frameCell{{1, func() { w.organ(c.Parent, c.Organ) }}, {1, func() {
				w.evenly(paragraph{style: "CopyKind"}, face{bold: true, pt: w.form.body}, c.Kind, w.width)
			}}},
			[]frameCell{{1, func() { w.numberParagraph(w.numberLine(c.Number, c.Symbol)) }},
				{1, func() { w.dateParagraph(dateLine(c.Place, c.Date, c.Year)) }}})
		w.spacer(partGapPt, true)
		w.signatures([]layout.Signer{c.Signer}, recipientsLines(listed(c.Recipients), c.Archive), "")
	})
}
