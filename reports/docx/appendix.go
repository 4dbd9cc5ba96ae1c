package docx

import "cosohoi/reports/form"

// appendix writes an appendix with its head: label, title, the line "(Kèm theo …)" and the short rule (Phụ lục I Phần I
// Mục III.1).
func (w *writer) appendix(index int) {
	a := w.doc.Appendices[index]
	w.turnTo(a.Landscape)
	w.line("AppendixLabel", preparedText(w.doc.AppendixLabel(index)))
	w.evenly(paragraph{style: "AppendixTitle"}, form.Bold(w.form.Body), a.Title, w.width)
	if lead, data, issuer := w.doc.Accompanies(); lead != "" {
		w.line("AppendixSource", literally(lead+" "+data))
		w.evenly(paragraph{style: "AppendixSource"}, form.Italic(w.form.Body), issuer, w.width)
	}
	w.rule(form.SummaryGap, form.AppendixRule, form.AfterTitleGap)
	last := index == len(w.doc.Appendices)-1
	w.body(a.Body, false)
	if last {
		w.copy()
	}
	w.closeSection(false, last)
}
