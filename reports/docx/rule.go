package docx

import (
	"fmt"

	"cosohoi/reports/form"
)

const (
	twipsEMU  = 635
	pointsEMU = 12700
)

// rule writes a paragraph without text that holds a drawn line of length mm, gap mm below what stands above it: underlines
// and rows of "_" would stretch when that is edited. below is the space under the line, mm; it belongs to the height
// of the paragraph, because Word takes the larger of the spaces after one paragraph and before the next, not their sum.
func (w *writer) rule(gap, length, below float64) {
	w.start("w:p")
	w.start("w:pPr")
	w.value("w:pStyle", "Rule")
	w.empty("w:spacing", "w:line", itoa(twips(gap)+twips(below)), "w:lineRule", "exact")
	w.end()
	if length > 0 {
		w.start("w:r")
		w.start("mc:AlternateContent")
		w.start("mc:Choice", "Requires", "wps")
		w.drawnLine(emus(length), twips(gap)*twipsEMU)
		w.end()
		w.start("mc:Fallback") // Word 2007
		w.vmlLine(length, gap)
		w.end()
		w.end()
		w.end()
	}
	w.end()
}

// drawnLine is the line for Word 2010 and later and for LibreOffice.
func (w *writer) drawnLine(length, down int) {
	w.shapes++
	id := itoa(w.shapes)
	w.start("w:drawing")
	w.start("wp:anchor", "distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0", "relativeHeight", id,
		"behindDoc", "0", "locked", "0", "layoutInCell", "1", "allowOverlap", "1")
	w.empty("wp:simplePos", "x", "0", "y", "0")
	w.start("wp:positionH", "relativeFrom", "column")
	w.element("wp:align", "center")
	w.end()
	w.start("wp:positionV", "relativeFrom", "paragraph")
	w.element("wp:posOffset", itoa(down))
	w.end()
	w.empty("wp:extent", "cx", itoa(length), "cy", "0")
	w.empty("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	w.empty("wp:wrapNone")
	w.empty("wp:docPr", "id", id, "name", "Đường kẻ "+id)
	w.empty("wp:cNvGraphicFramePr")
	w.start("a:graphic")
	w.start("a:graphicData", "uri", nsShape)
	w.start("wps:wsp")
	w.empty("wps:cNvCnPr")
	w.start("wps:spPr")
	w.start("a:xfrm")
	w.empty("a:off", "x", "0", "y", "0")
	w.empty("a:ext", "cx", itoa(length), "cy", "0")
	w.end()
	w.start("a:prstGeom", "prst", "line")
	w.empty("a:avLst")
	w.end()
	w.start("a:ln", "w", itoa(int(form.RuleThickness/form.MmPerPt*pointsEMU)))
	w.start("a:solidFill")
	w.empty("a:srgbClr", "val", "000000")
	w.end()
	w.end()
	w.end()
	w.empty("wps:bodyPr")
	w.end()
	w.end()
	w.end()
	w.end()
	w.end()
}

func (w *writer) vmlLine(length, down float64) {
	w.start("w:pict")
	w.empty("v:line", "style", fmt.Sprintf("position:absolute;margin-top:%.2fpt;mso-position-horizontal:center;"+
		"mso-position-horizontal-relative:text;mso-position-vertical-relative:text;z-index:1", down/form.MmPerPt),
		"from", "0,0", "to", fmt.Sprintf("%.2fpt,0", length/form.MmPerPt), "strokecolor", "black", "strokeweight", fmt.Sprintf("%gpt", form.RuleThickness/form.MmPerPt))
	w.end()
}
