// Package docx writes official documents as Word files that can be edited: the same paper that layout.PDF sets, for Word
// and LibreOffice.
//
// Every component of the form has a named style, lines are drawn shapes, headings are Word's own, footnotes are real.
package docx

import (
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// File writes a document as a Word file (.docx). The same value gives the same bytes: the file's dates are the document's.
//
// What layout.PDF refuses gives a file all the same, because it can be mended in Word: a set of sizes that the form does not
// know becomes 14, margins that no page can have become the usual ones, too wide tables shrink to the text width, short
// rows are filled up. No text is left out except the characters that layout.Clean drops. The error is one of writing the
// archive and does not come up in practice.
func File(doc layout.Document) ([]byte, error) {
	profile, _ := doc.Profile()
	w := &writer{doc: doc, form: profile, cellSizes: map[int]bool{halfPoints(form.TablePt): true}}
	w.start("w:document", namespaces...)
	w.start("w:body")
	w.main()
	for i := range doc.Appendices {
		w.appendix(i)
	}
	w.end()
	w.end()
	return w.pack()
}

// writer writes document.xml from the top and gathers what the other parts need.
type writer struct {
	markup
	doc  layout.Document
	form form.Profile

	paper     page
	width     float64 // of the column in which text stands, mm: the page's or a cell's
	pageBreak bool    // the next paragraph starts a page
	shapes    int     // drawn so far
	notes     []note
	cellSizes map[int]bool // sizes of tables, half-points
}

// main writes the main part.
func (w *writer) main() {
	w.turnTo(w.doc.Landscape)
	w.header()
	w.title()
	w.addressees()
	w.basis()
	w.signature(w.body(w.doc.EndedBody(), w.signed()))
	if len(w.doc.Appendices) == 0 {
		w.copy()
	}
	w.closeSection(w.addressed(), len(w.doc.Appendices) == 0)
}

// turnTo starts a section on paper of that orientation.
func (w *writer) turnTo(landscape bool) {
	w.paper = pageOf(w.doc, landscape)
	w.width = w.paper.text
}

// closeSection ends the pages of the main part or of an appendix. Word keeps the properties of a section in its last
// paragraph, and those of the last section after it.
func (w *writer) closeSection(address bool, last bool) {
	w.start("w:p")
	w.start("w:pPr")
	w.value("w:pStyle", "Spacer")
	if !last {
		w.section(w.paper, address)
	}
	w.end()
	w.end()
	if last {
		w.section(w.paper, address)
	}
}

// addressed is true when page 1 has an address at its foot.
func (w *writer) addressed() bool { return preparedText(w.doc.Address) != "" }
