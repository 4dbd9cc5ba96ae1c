package layout

import "cosohoi/reports/form"

// urgencyStamps are the words and widths of box 10b (Mục III.2.b): KHẨN 20 × 8, THƯỢNG KHẨN 40 × 8, HỎA TỐC 30 × 8 mm.
var urgencyStamps = map[Urgency]struct {
	text  string
	width float64
}{Urgent: {"KHẨN", 20}, VeryUrgent: {"THƯỢNG KHẨN", 40}, Flash: {"HỎA TỐC", 30}}

// circulationMarks are the words of box 11 (Mục III.2.c).
var circulationMarks = map[Circulation]string{ReturnAfter: "XEM XONG TRẢ LẠI", InternalsOnly: "LƯU HÀNH NỘI BỘ"}

// urgency adds box 10b at the left under the number, in bright red.
func (t *typesetter) urgency(s *section, h halves) {
	stamp, ok := urgencyStamps[t.doc.Urgency]
	if !ok {
		return
	}
	text := t.oneLine(stamp.text, form.Bold(form.StampPt))[0]
	x := h.leftX + (h.left-stamp.width)/2
	s.add(slab{before: form.StampGap, height: form.StampHeight, keep: true, draw: func(p *pen, top float64) {
		p.ink(255, 0, 0)
		p.stamp(text, x, top, stamp.width)
		p.ink(0, 0, 0)
	}})
}

// circulation adds box 11 at the right above the Quốc hiệu.
func (t *typesetter) circulation(s *section, h halves) {
	mark, ok := circulationMarks[t.doc.Circulation]
	if !ok {
		return
	}
	text := t.oneLine(mark, form.Bold(form.StampPt))[0]
	width := text.width + 2*form.StampPadding
	x := h.rightX + (h.right-width)/2
	s.add(slab{height: form.StampHeight + form.StampGap, keep: true, draw: func(p *pen, top float64) {
		p.stamp(text, x, top, width)
	}})
}

// stamp draws a text in the middle of a single-line frame of 8 mm height.
func (p *pen) stamp(text line, x, top, width float64) {
	right, bottom := x+width, top+form.StampHeight
	p.rules(form.RuleThickness, segment{x, top, right, top}, segment{x, bottom, right, bottom}, segment{x, top, x, bottom}, segment{right, top, right, bottom})
	p.line(text, x, top+baseline(form.StampHeight, form.StampPt), width, Centre)
}

// ink sets the colour of text and lines.
func (p *pen) ink(r, g, b int) {
	p.pdf.SetTextColor(r, g, b)
	p.pdf.SetDrawColor(r, g, b)
}
