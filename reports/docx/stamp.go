package docx

import "cosohoi/reports/layout"

// frameSpacePt is the free edge inside the frame of a stamp: with a line of 13 pt it gives the 8 mm of the decree.
const frameSpacePt = 4

// stamp writes a framed text in the middle of its column, width mm wide; above and below are mm.
func (w *writer) stamp(text string, width float64, colour string, above, below float64) {
	inset := twips((w.width-width)/2) + ofPoints(frameSpacePt) // Word draws the frame outside the indents
	style := "Stamp"
	if colour == "FF0000" {
		style = "UrgentStamp"
	}
	w.paragraph(paragraph{style: style, frame: colour, indent: of(inset),
		before: of(twips(above)), after: of(twips(below))},
		layout.Run{Text: literally(text)})
}
