package docx

import (
	"strings"
	"time"
	"unicode"

	"cosohoi/reports/form"
)

// appendix writes an appendix with its head: label, title, the line "(Kèm theo …)" and the short rule (Phụ lục I Phần I
// Mục III.1). The label has a Roman numeral only when the document has several appendices.
func (w *writer) appendix(index int) {
	a := w.doc.Appendices[index]
	w.turnTo(a.Landscape)
	label := "Phụ lục"
	if len(w.doc.Appendices) > 1 {
		label += " " + roman(index+1)
	}
	w.line("AppendixLabel", preparedText(label))
	w.evenly(paragraph{style: "AppendixTitle"}, form.Bold(w.form.Body), a.Title, w.width)
	if w.doc.Symbol != "" || w.doc.Electronic {
		w.accompanies()
	}
	w.rule(form.SummaryGap, form.AppendixRule, form.AfterTitleGap)
	last := index == len(w.doc.Appendices)-1
	w.body(a.Body, false)
	if last {
		w.copy()
	}
	w.closeSection(false, last)
}

// accompanies writes "(Kèm theo Báo cáo số … ngày … / của …)". In an electronic paper number, symbol and date stay open
// (Mẫu 2.2).
func (w *writer) accompanies() {
	kind := sentenceCase(w.doc.Kind)
	if kind == "" {
		kind = "Công văn"
	}
	const room = "         "
	number, date := w.numbered(w.doc.Number, w.doc.Symbol), dateOrRoom(w.doc.Date, w.doc.Year)
	if w.doc.Electronic {
		number, date = room, dateOrRoom(time.Time{}, 0)
	}
	of := w.doc.OrganName
	if of == "" {
		of = w.doc.Issuer
	}
	w.line("AppendixSource", literally("(Kèm theo "+kind+" số "+number+" "+date))
	w.evenly(paragraph{style: "AppendixSource"}, form.Italic(w.form.Body), "của "+of+")", w.width)
}

// sentenceCase lowers all but the first letter: "BÁO CÁO" → "Báo cáo".
func sentenceCase(s string) string {
	r := []rune(strings.ToLower(s))
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}
