package docx

import (
	"strings"

	"cosohoi/reports/layout"
)

// title writes box 5a: kind, summary and the line under it.
func (w *writer) title() {
	if w.doc.Kind == "" {
		return
	}
	w.evenly(paragraph{style: "Kind"}, w.form.kind, w.doc.Kind, w.width)
	w.evenly(paragraph{style: "Summary"}, w.form.summary, w.doc.Summary, w.width)
	last, f := w.doc.Summary, w.form.summary
	if preparedText(last) == "" {
		last, f = w.doc.Kind, w.form.kind
	}
	if w.form.summaryMark != "" {
		w.line("SummaryMark", w.form.summaryMark)
		w.spacer(gapPt, true)
		return
	}
	w.rule(summaryGap, w.lastLine(f, last, w.width)*ruleShare, gapPt)
}

// addressees writes box 9a: one on the line of "Kính gửi:", several each on a line of their own, their dashes under the
// colon (Mục II.9).
func (w *writer) addressees() {
	to := listed(w.doc.To)
	if len(to) == 0 {
		return
	}
	label := "Kính gửi"
	if w.form.submission != "" && strings.EqualFold(strings.TrimSpace(w.doc.Kind), "TỜ TRÌNH") {
		label = w.form.submission
	}
	if len(to) == 1 {
		w.evenly(paragraph{style: "Addressee"}, w.form.addressees, label+": "+to[0], w.width)
		w.spacer(gapPt, true)
		return
	}
	w.paragraph(paragraph{style: "AddresseeList", before: of(ofPoints(partGapPt)), left: of(twips(addresseesLeft))},
		layout.Run{Text: preparedText(label + ":")})
	indent := twips(addresseesLeft + w.form.addressees.width(label))
	for i, name := range to {
		mark := ";"
		if i == len(to)-1 {
			mark = "."
		}
		w.paragraph(paragraph{style: "AddresseeList", left: of(indent)}, layout.Run{Text: preparedText("- " + name + mark)})
	}
	w.spacer(gapPt, true)
}

// basis writes who decides, the căn cứ and the word of decision (Mẫu 1.1, 1.2; Mục II.6.a).
func (w *writer) basis() {
	w.evenly(paragraph{style: "Enacting"}, face{bold: true, pt: w.form.body}, w.doc.Enacting, w.width)
	basis := listed(w.doc.Basis)
	for i, text := range basis {
		mark := ";"
		if i == len(basis)-1 {
			mark = "."
		}
		w.line("Basis", preparedText(w.form.basisLead+text+mark))
	}
	if w.doc.Enacting == "" || w.doc.Kind == "" {
		return
	}
	kind := strings.TrimSpace(w.doc.Kind)
	if strings.ToUpper(kind) == "NGHỊ QUYẾT" {
		kind = "QUYẾT NGHỊ"
	}
	w.evenly(paragraph{style: "Enacting"}, face{bold: true, pt: w.form.body}, kind+":", w.width)
}
