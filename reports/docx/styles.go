package docx

import (
	"maps"
	"slices"

	"cosohoi/reports/form"
)

// style is a named style of paragraphs. Its name is what the office sees in Word; it has no comma, which parts a name from
// its alias there.
type style struct {
	id, name string
	base     string // empty: Normal
	next     string // style of the paragraph after it; empty: the same
	font     form.Font
	colour   string
	align    string
	before   float64 // mm
	exact    float64 // height of a line in points; 0: single spacing
	multiple float64 // spacing of lines in single lines
	first    float64 // indent of the first line, mm
	sides    float64 // indent at both sides, mm
	keepNext bool
	together bool // its lines stay on one page
	level    int  // in the navigation pane, from 1; 0: none
	topRule  bool
}

const fontName = "Times New Roman"

// styles lists the paragraph styles of a document.
func (w *writer) styles() []style {
	f := w.form
	bold, italic := form.Bold(f.Body), form.Italic(f.Body)
	content := style{id: "Content", name: "Nội dung", font: form.Regular(f.Body), align: "both", before: form.ParagraphGap, first: w.firstLine()}
	content.multiple, content.exact = w.lineSpacing()
	heading := content
	heading.base, heading.next, heading.font, heading.keepNext, heading.together = "Content", "Content", bold, true, true
	enacting := style{id: "Enacting", name: "Thẩm quyền ban hành", base: "Content", font: bold, align: "center", before: form.EnactingGap,
		keepNext: true, together: true, exact: content.exact, multiple: content.multiple}
	basis := content
	basis.id, basis.name, basis.base, basis.font = "Basis", "Căn cứ", "Content", f.Basis

	list := []style{content, enacting, basis}
	for level := 1; level <= deepest; level++ {
		h := heading
		h.id, h.name, h.level = headingStyle(level), "heading "+itoa(level), level
		list = append(list, h)
	}
	for i, l := range f.Creed {
		name := "Quốc hiệu"
		if i > 0 {
			name = "Tiêu ngữ"
		}
		list = append(list, style{id: creedStyle(i), name: name, font: l.Font, align: "center", keepNext: true})
	}
	list = append(list,
		style{id: "Parent", name: "Cơ quan chủ quản", font: f.Parent, align: "center", sides: form.OrganColumnPadding, keepNext: true},
		style{id: "Issuer", name: "Cơ quan ban hành", font: f.Issuer, align: "center", sides: form.OrganColumnPadding, keepNext: true},
		style{id: "IssuerMark", name: "Dấu sao dưới cơ quan ban hành", font: form.Regular(f.Issuer.Pt), align: "center", keepNext: true},
		style{id: "Number", name: "Số và ký hiệu", font: f.Number, align: "center", before: form.HeaderRowGap, keepNext: true},
		style{id: "PlaceDate", name: "Địa danh và ngày tháng", font: f.Place, align: "center", before: form.HeaderRowGap, keepNext: true},
		style{id: "Subject", name: "Trích yếu công văn", font: f.Subject, align: "center", before: form.SubjectGap, sides: form.OrganColumnPadding, keepNext: true},
		style{id: "Stamp", name: "Dấu chỉ mức độ", font: form.Bold(form.StampPt), align: "center", keepNext: true},
		style{id: "UrgentStamp", name: "Dấu độ khẩn", font: form.Bold(form.StampPt), colour: "FF0000", align: "center", keepNext: true},
		style{id: "Kind", name: "Tên loại", next: "Summary", font: f.Kind, align: "center", before: form.TitleGap, keepNext: true, together: true},
		style{id: "Summary", name: "Trích yếu", next: "Content", font: f.Summary, align: "center", keepNext: true, together: true},
		style{id: "SummaryMark", name: "Gạch dưới trích yếu", next: "Content", font: form.Regular(f.Summary.Pt), align: "center", keepNext: true},
		style{id: "Addressee", name: "Kính gửi", next: "Content", font: f.Addressees, align: "center", before: form.AddresseeGap, keepNext: true},
		style{id: "AddresseeList", name: "Kính gửi - danh sách", font: f.Addressees, keepNext: true},
		style{id: "Authority", name: "Quyền hạn", font: f.AuthorityFont, align: "center", keepNext: true},
		style{id: "Position", name: "Chức vụ", font: f.Position, align: "center", keepNext: true},
		style{id: "SignerName", name: "Họ và tên", font: f.Name, align: "center", before: form.SignatureRoom},
		style{id: "RecipientsLabel", name: "Nơi nhận", next: "Recipients", font: f.RecipientsLabel, keepNext: true},
		style{id: "Recipients", name: "Nơi nhận - danh sách", font: f.Recipients},
		style{id: "Drafter", name: "Người soạn thảo", font: form.Regular(form.DrafterPt)},
		style{id: "AppendixLabel", name: "Phụ lục", next: "AppendixTitle", font: f.AppendixLabel, align: "center", keepNext: true, level: 1},
		style{id: "AppendixTitle", name: "Tên phụ lục", font: bold, align: "center", keepNext: true, together: true},
		style{id: "AppendixSource", name: "Kèm theo", font: italic, align: "center", keepNext: true},
		style{id: "CopyKind", name: "Hình thức sao", font: bold, align: "center", keepNext: true},
		style{id: "Address", name: "Địa chỉ", font: form.Regular(form.AddressPt), align: "center", topRule: true},
		style{id: "PageNumber", name: "Số trang", font: f.PageNumber, align: "center"},
		style{id: "FootnoteText", name: "footnote text", font: form.Regular(form.NotePt), align: "both"},
		style{id: "Rule", name: "Đường kẻ", font: form.Regular(1), align: "center", exact: 1, keepNext: true},
		style{id: "Spacer", name: "Khoảng trống", font: form.Regular(1), exact: 1},
	)
	for _, size := range slices.Sorted(maps.Keys(w.cellSizes)) {
		pt := float64(size) / 2
		list = append(list,
			style{id: cellStyle(size), name: "Ô bảng " + itoa(size/2) + half(size), font: form.Regular(pt)},
			style{id: headStyle(size), name: "Đầu bảng " + itoa(size/2) + half(size), font: form.Bold(pt), align: "center"})
	}
	return list
}

func cellStyle(size int) string { return "Cell" + itoa(size) }
func headStyle(size int) string { return "CellHead" + itoa(size) }

// half writes the half of an odd number of half-points.
func half(size int) string {
	if size%2 == 1 {
		return "½"
	}
	return ""
}

// firstLine is the indent of first lines, mm.
func (w *writer) firstLine() float64 {
	if w.doc.Indent > 0 && w.doc.Indent <= 50 {
		return w.doc.Indent
	}
	return w.form.Indent
}

// lineSpacing is that of body lines: a multiple of single lines, or in the Party form an exact height in points.
func (w *writer) lineSpacing() (multiple, exact float64) {
	if set := w.doc.Spacing; set >= 0.5 && set <= 5 {
		return set, 0
	}
	return w.form.Spacing, w.form.LinePt
}

// stylesPart is styles.xml: the font and language of the whole file, the styles of paragraphs, the mark of footnotes.
func (w *writer) stylesPart() []byte {
	m := &markup{}
	m.start("w:styles", "xmlns:w", nsMain)
	m.start("w:docDefaults")
	m.start("w:rPrDefault")
	m.start("w:rPr")
	m.empty("w:rFonts", "w:ascii", fontName, "w:hAnsi", fontName, "w:eastAsia", fontName, "w:cs", fontName)
	m.value("w:sz", itoa(halfPoints(w.form.Body)))
	m.value("w:szCs", itoa(halfPoints(w.form.Body)))
	m.empty("w:lang", "w:val", "vi-VN", "w:eastAsia", "vi-VN", "w:bidi", "ar-SA")
	m.end()
	m.end()
	m.start("w:pPrDefault")
	m.start("w:pPr")
	m.empty("w:widowControl")
	m.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "240", "w:lineRule", "auto")
	m.end()
	m.end()
	m.end()

	m.start("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal")
	m.value("w:name", "Normal")
	m.empty("w:qFormat")
	m.end()
	for _, s := range w.styles() {
		s.write(m)
	}
	m.start("w:style", "w:type", "character", "w:styleId", "FootnoteReference")
	m.value("w:name", "footnote reference")
	m.start("w:rPr")
	m.value("w:i", "0")
	m.value("w:iCs", "0")
	m.value("w:vertAlign", "superscript")
	m.end()
	m.end()
	m.end()
	return m.part()
}

func (s style) write(m *markup) {
	m.start("w:style", "w:type", "paragraph", "w:styleId", s.id)
	m.value("w:name", s.name)
	base := s.base
	if base == "" {
		base = "Normal"
	}
	m.value("w:basedOn", base)
	if s.next != "" {
		m.value("w:next", s.next)
	}
	m.empty("w:qFormat")
	m.start("w:pPr")
	if s.keepNext {
		m.empty("w:keepNext")
	}
	if s.together {
		m.empty("w:keepLines")
	}
	if s.topRule {
		m.start("w:pBdr")
		m.empty("w:top", "w:val", "single", "w:sz", "4", "w:space", "4", "w:color", "000000")
		m.end()
	}
	spacing := []string{"w:before", itoa(twips(s.before)), "w:after", "0"}
	switch {
	case s.exact > 0:
		spacing = append(spacing, "w:line", itoa(ofPoints(s.exact)), "w:lineRule", "exact")
	case s.multiple > 0:
		spacing = append(spacing, "w:line", itoa(ofPoints(12*s.multiple)), "w:lineRule", "auto")
	}
	m.empty("w:spacing", spacing...)
	m.empty("w:ind", "w:left", itoa(twips(s.sides)), "w:right", itoa(twips(s.sides)), "w:firstLine", itoa(twips(s.first)))
	if s.align != "" {
		m.value("w:jc", s.align)
	}
	if s.level > 0 {
		m.value("w:outlineLvl", itoa(s.level-1))
	}
	m.end()
	m.start("w:rPr")
	if s.font.Bold {
		m.empty("w:b")
		m.empty("w:bCs")
	}
	if s.font.Italic {
		m.empty("w:i")
		m.empty("w:iCs")
	}
	if s.colour != "" {
		m.value("w:color", s.colour)
	}
	m.value("w:sz", itoa(halfPoints(s.font.Pt)))
	m.value("w:szCs", itoa(halfPoints(s.font.Pt)))
	m.end()
	m.end()
}
