package layout

import (
	"math"
	"strings"
)

const (
	nationalName  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	nationalMotto = "Độc lập - Tự do - Hạnh phúc"
)

// column is a block of lines set one under the other in single spacing, centred or flush left.
type column struct {
	lines []columnLine
	depth float64 // mm
}

type columnLine struct {
	line
	pt, top float64
	box     float64
	align   Align
}

// put adds lines in single spacing under what the column holds.
func (c *column) put(lines []line, pt float64, align Align) {
	box := boxHeight(pt, 1)
	for _, l := range lines {
		c.lines = append(c.lines, columnLine{l, pt, c.depth, box, align})
		c.depth += box
	}
}

func (c *column) draw(p *pen, x, top, measure float64) {
	for _, l := range c.lines {
		p.line(l.line, x, top+l.top+baseline(l.box, l.pt), measure, l.align)
	}
}

// lastWidth is the width of the lowest line, mm.
func (c *column) lastWidth() float64 {
	if len(c.lines) == 0 {
		return 0
	}
	return c.lines[len(c.lines)-1].width
}

// centredRule is a rule of the given length in the middle between x and x+measure.
func centredRule(x, y, measure, length float64) segment {
	from := x + (measure-length)/2
	return segment{from, y, from + length, y}
}

// header adds the boxes 1 to 4 (Mục IV): issuer and number at the left, Quốc hiệu, place and date at the right.
func (t *typesetter) header(s *section) {
	d := t.doc
	leftX, right := s.format.left(), nationalColumn13
	if t.preset.national == 12 {
		right = nationalColumn12
	}
	right = math.Max(right, s.format.measure()*nationalColumnShare)
	left := s.format.measure() - right
	rightX := leftX + left

	var organ, national column
	organMeasure := left - 2*organColumnPadding
	organ.put(t.organLines(d.Parent, font{regular, t.preset.organ}, organMeasure), t.preset.organ, Centre)
	organ.put(t.organLines(d.Issuer, font{bold, t.preset.organ}, organMeasure), t.preset.organ, Centre)
	national.put(t.oneLine(nationalName, font{bold, t.preset.national}), t.preset.national, Centre)
	national.put(t.oneLine(nationalMotto, font{bold, t.preset.motto}), t.preset.motto, Centre)
	height := math.Max(organ.depth, national.depth) + ruleGap

	s.add(slab{height: height, keep: true, draw: func(p *pen, top float64) {
		organ.draw(p, leftX, top, left)
		if d.Issuer != "" {
			p.rules(ruleThickness, centredRule(leftX, top+organ.depth+ruleGap, left, organ.lastWidth()*ruleShare))
		}
		national.draw(p, rightX, top, right)
		p.rules(ruleThickness, centredRule(rightX, top+national.depth+ruleGap, right, national.lastWidth()))
	}})

	number, date := t.numberLine(), t.dateLine()
	var subject column
	if d.Kind == "" && d.Summary != "" {
		pt := t.preset.national
		subject.depth = subjectGap
		subject.put(t.balanced(t.words([]Run{{Text: "V/v " + d.Summary}}, font{regular, pt}), organMeasure), pt, Centre)
	}
	row := boxHeight(t.preset.place, 1)
	s.add(slab{before: headerRowGap, height: row + subject.depth, keep: true, draw: func(p *pen, top float64) {
		base := top + baseline(row, t.preset.place) // of both, though their sizes differ
		for _, l := range number {
			p.line(l, leftX, base, left, Centre)
		}
		subject.draw(p, leftX, top+row, left)
		for _, l := range date {
			p.line(l, rightX, base, right, Centre)
		}
	}})
}

func (t *typesetter) numberLine() []line {
	if t.doc.Symbol == "" {
		return nil
	}
	return t.oneLine("Số: "+NumberedSymbol(t.doc.Number, t.doc.Symbol), font{regular, numberPt})
}

func (t *typesetter) dateLine() []line {
	if t.doc.Place == "" {
		return nil
	}
	return t.oneLine(t.doc.Place+", "+dateOrRoom(t.doc.Date, t.doc.Year), font{italic, t.preset.place})
}

// oneLine sets a text that is never broken and whose spaces are all kept: room to write by hand is made of spaces.
func (t *typesetter) oneLine(text string, f font) []line {
	text = t.clean(text)
	width := t.measure(text, f)
	return []line{{words: []word{{text: text, font: f, width: width}}, width: width}}
}

// territories are the words with which the name of an administrative unit starts; what follows is not parted from them.
var territories = set("TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN", "THÀNH", "THỊ")

// organLines sets the name of an organ as evenly as it can, parted before the name of its territory where both parts
// fit: "HỘI LIÊN HIỆP PHỤ NỮ" / "TỈNH NAM ĐỊNH".
func (t *typesetter) organLines(name string, f font, measure float64) []line {
	words := t.words([]Run{{Text: name}}, f)
	if len(t.breakLines(words, measure, measure)) > 1 {
		for i := 1; i < len(words); i++ {
			if territories[strings.ToUpper(words[i].text)] {
				if head, tail := t.balanced(words[:i], measure), t.balanced(words[i:], measure); len(tail) == 1 {
					return append(head, tail...)
				}
			}
		}
	}
	return t.balanced(words, measure)
}

// title adds box 5a: kind, summary and the line under it.
func (t *typesetter) title(s *section) {
	if t.doc.Kind == "" {
		return
	}
	f := font{bold, t.preset.body}
	x, measure := s.format.left(), s.format.measure()
	var c column
	c.put(t.balanced(t.words([]Run{{Text: t.doc.Kind}}, f), measure), f.pt, Centre)
	c.put(t.balanced(t.words([]Run{{Text: t.doc.Summary}}, f), measure), f.pt, Centre)
	s.add(slab{before: titleGap, height: c.depth + summaryGap + afterTitleGap, keep: true, draw: func(p *pen, top float64) {
		c.draw(p, x, top, measure)
		p.rules(ruleThickness, centredRule(x, top+c.depth+summaryGap, measure, c.lastWidth()*ruleShare))
	}})
}

// addressees adds box 9a: one on the line of "Kính gửi:", several each on a line of their own, their dashes under the
// colon (Mục II.9).
func (t *typesetter) addressees(s *section) {
	to := listed(t.doc.To)
	if len(to) == 0 {
		return
	}
	f := font{regular, t.preset.body}
	x, measure := s.format.left(), s.format.measure()
	if len(to) == 1 {
		var c column
		c.put(t.balanced(t.words([]Run{{Text: "Kính gửi: " + to[0]}}, f), measure), f.pt, Centre)
		s.add(slab{before: addresseeGap, height: c.depth + afterTitleGap, keep: true, draw: func(p *pen, top float64) {
			c.draw(p, x, top, measure)
		}})
		return
	}
	label := t.oneLine("Kính gửi:", f)
	listX := x + addresseeIndent + t.measure("Kính gửi", f)
	listMeasure := x + measure - listX
	var c column
	c.put(label, f.pt, Left)
	for i, name := range to {
		mark := ";"
		if i == len(to)-1 {
			mark = "."
		}
		c.put(t.breakLines(t.words([]Run{{Text: "- " + name + mark}}, f), listMeasure, listMeasure), f.pt, Left)
	}
	s.add(slab{before: addresseeGap, height: c.depth + afterTitleGap, keep: true, draw: func(p *pen, top float64) {
		head := column{lines: c.lines[:1]}
		head.draw(p, x+addresseeIndent, top, measure)
		list := column{lines: c.lines[1:]}
		list.draw(p, listX, top, listMeasure)
	}})
}

// listed strips names of the marks that the layout sets itself and leaves empty ones out.
func listed(names []string) []string {
	var kept []string
	for _, name := range names {
		name = strings.TrimSpace(name)
		name = strings.TrimSpace(strings.TrimPrefix(name, "- "))
		name = strings.TrimSpace(strings.TrimRight(name, ";."))
		if name != "" {
			kept = append(kept, name)
		}
	}
	return kept
}
