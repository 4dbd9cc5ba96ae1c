package layout

import (
	"strconv"

	"cosohoi/reports/form"
)

// noteBox is the height of a line of a footnote: 10 pt in single spacing.
var noteBox = form.LineHeight(form.NotePt, 1)

// notesHeight is what that many lines of footnotes take at the foot of a page, with the line above them.
func notesHeight(lines int) float64 {
	if lines == 0 {
		return 0
	}
	return noteGap + noteRuleGap + float64(lines)*noteBox
}

// footnote is the text of a note, its number first; nil words were cut for no note.
type footnote struct{ words []word }

// note numbers a footnote and gives its mark, a superscript word glued to the one before. A second mark at one place is
// parted from the first by a comma, or they would read as one number.
func (t *typesetter) note(runs []Run, beside form.Font, afterMark bool) (word, bool) {
	plain := make([]Run, len(runs))
	for i, r := range runs {
		plain[i] = Run{Text: r.Text, Bold: r.Bold, Italic: r.Italic}
	}
	text := t.words(plain, form.Regular(form.NotePt))
	if len(text) == 0 {
		return word{}, false
	}
	t.notes++
	digits := strconv.Itoa(t.notes)
	text[0].gap = form.Fixed
	number := t.superscript(digits, form.Regular(form.NotePt))
	if afterMark {
		digits = "," + digits
	}
	mark := t.superscript(digits, form.Font{Bold: beside.Bold, Pt: beside.Pt})
	mark.note = &footnote{words: append([]word{number}, text...)}
	return mark, true
}

// superscript is a raised word in 65 % of the size of the type beside it.
func (t *typesetter) superscript(text string, beside form.Font) word {
	f := beside
	f.Pt *= noteScale
	return word{text: text, font: f, width: t.measure(text, f), raised: true}
}

// rise is how far the baseline of a word lies above that of its line, mm.
func (w word) rise() float64 {
	if !w.raised {
		return 0
	}
	return w.font.Pt / noteScale * noteRise * form.MmPerPt
}

// noteLines sets the footnotes whose marks stand in a line.
func (t *typesetter) noteLines(l line, measure float64) []line {
	var lines []line
	for _, w := range l.words {
		if w.note != nil {
			lines = append(lines, t.breakLines(w.note.words, measure, measure)...)
		}
	}
	return lines
}

// drawNotes draws the footnotes of a page above its foot, under a short line.
func (s *section) drawNotes(p *pen, page sheet) {
	if len(page.notes) == 0 {
		return
	}
	x, measure := s.format.left(), s.format.measure()
	top := page.floor - float64(len(page.notes))*noteBox
	p.rules(form.RuleThickness, segment{x, top - noteRuleGap, x + noteRule, top - noteRuleGap})
	for _, l := range page.notes {
		p.line(l, x, top+baseline(noteBox, form.NotePt), measure, justified)
		top += noteBox
	}
}
