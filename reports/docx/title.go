package docx

import (
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// title writes box 5a: kind, summary and the line under it.
func (w *writer) title() {
	if w.doc.Kind == "" {
		return
	}
	w.evenly(paragraph{style: "Kind"}, w.form.Kind, w.doc.Kind, w.width)
	w.evenly(paragraph{style: "Summary"}, w.form.Summary, w.doc.Summary, w.width)
	last, f := w.doc.Summary, w.form.Summary
	if preparedText(last) == "" {
		last, f = w.doc.Kind, w.form.Kind
	}
	if w.form.SummaryMark != "" {
		w.line("SummaryMark", w.form.SummaryMark)
		w.spacer(form.AfterTitleGap, true)
		return
	}
	w.rule(form.SummaryGap, w.lastLine(f, last, w.width)*form.RuleShare, form.AfterTitleGap)
}

// addressees writes box 9a: one on the line of "Kính gửi:", several each on a line of their own, their dashes under the
// colon (Mục II.9).
func (w *writer) addressees() {
	label, to := w.doc.Addressees()
	if len(to) == 0 {
		return
	}
	if len(to) == 1 {
		w.evenly(paragraph{style: "Addressee"}, w.form.Addressees, label+": "+to[0], w.width)
		w.spacer(form.AfterTitleGap, true)
		return
	}
	w.paragraph(paragraph{style: "AddresseeList", before: of(twips(form.AddresseeGap)), left: of(twips(form.AddresseeIndent))},
		layout.Run{Text: preparedText(label + ":")})
	indent := twips(form.AddresseeIndent + w.form.Addressees.Width(label))
	for _, text := range to {
		w.paragraph(paragraph{style: "AddresseeList", left: of(indent)}, layout.Run{Text: preparedText(text)})
	}
	w.spacer(form.AfterTitleGap, true)
}

// basis writes who decides, the căn cứ and the word of decision (Mẫu 1.1, 1.2; Mục II.6.a).
func (w *writer) basis() {
	w.evenly(paragraph{style: "Enacting"}, form.Bold(w.form.Body), w.doc.Enacting, w.width)
	for _, text := range w.doc.BasisLines() {
		w.line("Basis", preparedText(text))
	}
	w.evenly(paragraph{style: "Enacting"}, form.Bold(w.form.Body), w.doc.Resolution(), w.width)
}
