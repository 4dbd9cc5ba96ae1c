package docx

import (
	"math"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// page is the paper of a section in twips.
type page struct {
	text                     float64 // width of the text in mm, not rounded to twips
	width, height            int
	landscape                bool
	top, bottom, left, right int
}

// headerDistance is that from the edge of the paper to page number and address: 10 mm.
const headerDistance = 567

// pageOf gives A4 with the document's margins; a margin that no paper can have becomes the usual one.
func pageOf(doc layout.Document, landscape bool) page {
	width, height := form.PaperShort, form.PaperLong
	if landscape {
		width, height = height, width
	}
	p := page{width: twips(width), height: twips(height), landscape: landscape}
	m, usual := doc.Margins, layout.UsualMargins()
	if m == (layout.Margins{}) {
		m = usual
	}
	p.top, p.bottom = outward(possible(m.Top, usual.Top)), outward(possible(m.Bottom, usual.Bottom))
	left, right := possible(m.Left, usual.Left), possible(m.Right, usual.Right)
	p.left, p.right = outward(left), outward(right)
	p.text = width - left - right
	return p
}

// possible gives the usual margin for one that no paper can have, or that is not a number.
func possible(mm, usual float64) float64 {
	if mm >= 0 && mm <= 60 {
		return mm
	}
	return usual
}

// outward gives a margin in twips, rounded up, so that the text is never wider than in the PDF.
func outward(mm float64) int { return int(math.Ceil(mm * 1440 / 25.4)) }

// measure is the width of the text.
func (p page) measure() int { return p.width - p.left - p.right }

// section closes the main part or an appendix. Its pages are numbered from 1, the first without a number. address puts the
// issuer's address at the foot of the first page.
func (w *writer) section(p page, address bool) {
	// The address stands inside the text area and takes its room there, as in the PDF.
	footer, distance := relationBlankFooter, headerDistance
	if address {
		footer, distance = relationAddress, p.bottom
	}
	w.start("w:sectPr")
	w.empty("w:headerReference", "w:type", "default", "r:id", relationNumber)
	w.empty("w:headerReference", "w:type", "first", "r:id", relationBlankHeader)
	// No section has a footer on its other pages: even an empty one would take room there.
	w.empty("w:footerReference", "w:type", "first", "r:id", footer)
	w.value("w:type", "nextPage")
	size := []string{"w:w", itoa(p.width), "w:h", itoa(p.height)}
	if p.landscape {
		size = append(size, "w:orient", "landscape")
	}
	w.empty("w:pgSz", size...)
	w.empty("w:pgMar", "w:top", itoa(p.top), "w:right", itoa(p.right), "w:bottom", itoa(p.bottom), "w:left", itoa(p.left),
		"w:header", itoa(headerDistance), "w:footer", itoa(distance), "w:gutter", "0")
	w.empty("w:pgNumType", "w:start", "1")
	w.empty("w:cols", "w:space", "720")
	w.empty("w:titlePg")
	w.end()
}

// pageNumberHeader is the header of every page but the first.
func pageNumberHeader() []byte {
	w := &writer{}
	w.start("w:hdr", namespaces...)
	w.start("w:p")
	w.style("PageNumber")
	w.start("w:r")
	w.empty("w:fldChar", "w:fldCharType", "begin")
	w.end()
	w.start("w:r")
	w.element("w:instrText", " PAGE ", "xml:space", "preserve")
	w.end()
	w.start("w:r")
	w.empty("w:fldChar", "w:fldCharType", "separate")
	w.end()
	w.start("w:r")
	w.element("w:t", "2")
	w.end()
	w.start("w:r")
	w.empty("w:fldChar", "w:fldCharType", "end")
	w.end()
	w.end()
	w.end()
	return w.part()
}

// blankPart is an empty header or footer: a first page without its own would take that of the section before.
func blankPart(root string) []byte {
	w := &writer{}
	w.start(root, namespaces...)
	w.start("w:p")
	w.style("Spacer")
	w.end()
	w.end()
	return w.part()
}

// addressFooter is the foot of page 1: box 13 under a line over the whole measure.
func addressFooter(address string) []byte {
	w := &writer{}
	w.start("w:ftr", namespaces...)
	w.line("Address", preparedText(address))
	w.end()
	return w.part()
}
