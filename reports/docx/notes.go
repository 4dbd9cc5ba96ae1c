package docx

import "cosohoi/reports/layout"

// note is the prepared text of a footnote.
type note []layout.Run

// noteMark writes the mark of a footnote and keeps its text for footnotes.xml. A second mark at one place is parted from
// the first by a comma, or they would read as one number.
func (w *writer) noteMark(text note, afterMark bool) {
	w.notes = append(w.notes, text)
	mark := func() { w.empty("w:footnoteReference", "w:id", itoa(len(w.notes))) }
	if afterMark {
		w.referenceRun(func() { w.element("w:t", ",") })
	}
	w.referenceRun(mark)
}

// referenceRun writes a raised run.
func (w *writer) referenceRun(content func()) {
	w.start("w:r")
	w.start("w:rPr")
	w.value("w:rStyle", "FootnoteReference")
	w.end()
	content()
	w.end()
}

// footnotes is footnotes.xml: the two separators that Word asks for, then the notes in the order of their marks.
func footnotes(notes []note) []byte {
	w := &writer{}
	w.start("w:footnotes", namespaces...)
	for _, separator := range []struct{ id, kind, mark string }{
		{"-1", "separator", "w:separator"}, {"0", "continuationSeparator", "w:continuationSeparator"},
	} {
		w.start("w:footnote", "w:type", separator.kind, "w:id", separator.id)
		w.start("w:p")
		w.style("FootnoteText")
		w.start("w:r")
		w.empty(separator.mark)
		w.end()
		w.end()
		w.end()
	}
	for i, text := range notes {
		w.start("w:footnote", "w:id", itoa(i+1))
		w.start("w:p")
		w.style("FootnoteText")
		w.referenceRun(func() { w.empty("w:footnoteRef") })
		w.run(layout.Run{Text: " "})
		for _, run := range text {
			w.run(run)
		}
		w.end()
		w.end()
	}
	w.end()
	return w.part()
}
