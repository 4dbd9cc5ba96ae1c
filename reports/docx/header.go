package docx

import (
	"math"
	"strings"
	"time"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// halves gives the widths of the issuer's column and of that of the Quốc hiệu, twips.
func (w *writer) halves() []int {
	right := w.form.CreedWidth(w.paper.text)
	left := twips(math.Max(w.paper.text-right, w.paper.text/4)) // margins that the decree forbids may leave no room for both
	return []int{left, w.paper.measure() - left}
}

// header writes the boxes 1 to 4, 5b, 10b and 11 (Phụ lục I, Mục IV): issuer, number and urgency at the left, circulation,
// Quốc hiệu, place and date at the right.
func (w *writer) header() {
	var rows [][]frameCell
	if words := w.doc.Circulation.Stamp(); words != "" {
		width := form.Bold(form.StampPt).Width(words) + 2*form.StampPadding
		rows = append(rows, []frameCell{{1, func() {}}, {1, func() { w.stamp(words, width, "000000", 0, form.StampGap) }}})
	}
	rows = append(rows, []frameCell{{1, func() { w.organ(w.doc.Parent, w.doc.Issuer) }}, {1, w.creed}})

	number := w.doc.NumberLine(w.doc.Number, w.doc.Symbol)
	date := ""
	if !w.doc.Dateless {
		date = dateLine(w.doc.Place, w.doc.Date, w.doc.Year)
	}
	subject := ""
	if w.doc.Kind == "" && preparedText(w.doc.Summary) != "" {
		subject = w.form.SubjectLead + w.doc.Summary
	}
	if number+date+subject != "" {
		rows = append(rows, []frameCell{{1, func() {
			w.numberParagraph(number)
			w.evenly(paragraph{style: "Subject"}, w.form.Subject, subject, w.width-2*form.OrganColumnPadding)
		}}, {1, func() { w.dateParagraph(date) }}})
	}
	if words, width := w.doc.Urgency.Stamp(); words != "" {
		rows = append(rows, []frameCell{{1, func() { w.stamp(words, width, "FF0000", form.StampGap, 0) }}, {1, func() {}}})
	}
	// LibreOffice puts an empty line of its own above a table that starts a text with footnotes: give it no table there.
	w.spacer(sliver, true)
	w.frame(w.halves(), rows...)
}

// organ writes the names of superior and issuing organ with what stands below them.
func (w *writer) organ(parent, issuer string) {
	measure := w.width - 2*form.OrganColumnPadding
	w.evenly(paragraph{style: "Parent"}, w.form.Parent, organName(parent, w.form.Parent, measure), measure)
	issuer = organName(issuer, w.form.Issuer, measure)
	if issuer == "" {
		return
	}
	w.evenly(paragraph{style: "Issuer"}, w.form.Issuer, issuer, measure)
	if w.form.IssuerMark != "" {
		w.line("IssuerMark", w.form.IssuerMark)
		return
	}
	w.rule(form.RuleGap, w.lastLine(w.form.Issuer, issuer, measure)*form.RuleShare, 0)
}

// organName parts the name of an organ before the name of its territory where it does not fit on one line:
// "HỘI LIÊN HIỆP PHỤ NỮ" / "TỈNH NAM ĐỊNH".
func organName(name string, f form.Font, measure float64) string {
	name = preparedText(name)
	lines := len(linesOf(f, name, measure))
	for i, r := range name {
		if r != ' ' || lines == 1 {
			continue
		}
		head, tail := name[:i], name[i+1:]
		first, _, named := strings.Cut(tail, " ")
		if named && form.NamesTerritory(first) && len(linesOf(f, tail, measure)) == 1 && len(linesOf(f, head, measure)) < lines {
			return head + "\n" + tail
		}
	}
	return name
}

// lastLine is the width of the last line of a text that is set evenly, mm.
func (w *writer) lastLine(f form.Font, text string, measure float64) float64 {
	text = preparedText(text)
	lines := linesOf(f, text, measure)
	if len(lines) > 1+strings.Count(text, "\n") {
		lines = linesOf(f, text, evenMeasure(f, text, measure))
	}
	return f.Width(lines[len(lines)-1])
}

// creed writes the Quốc hiệu and Tiêu ngữ, or the name of the Party, with the line as long as its text.
func (w *writer) creed() {
	length := 0.0
	for i, l := range w.form.Creed {
		w.line(creedStyle(i), preparedText(l.Text))
		length = l.Font.Width(l.Text)
	}
	w.rule(form.RuleGap, length, 0)
}

func creedStyle(line int) string { return "Creed" + itoa(line+1) }

// numberParagraph writes the number on the baseline of the date beside it, though their sizes may differ.
func (w *writer) numberParagraph(text string) {
	if text != "" {
		lower := math.Max(0, w.form.Place.Pt-w.form.Number.Pt) * form.BaselineDrop * form.MmPerPt
		w.paragraph(paragraph{style: "Number", before: of(twips(form.HeaderRowGap + lower))}, layout.Run{Text: literally(text)})
	}
}

func (w *writer) dateParagraph(text string) {
	if text != "" {
		w.line("PlaceDate", literally(text))
	}
}

// dateLine is place and date; without a date it has room to write by hand.
func dateLine(place string, date time.Time, year int) string {
	if place == "" {
		return ""
	}
	return place + ", " + layout.DateOrRoom(date, year)
}
