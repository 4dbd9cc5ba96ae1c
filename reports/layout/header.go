package layout

import (
	"math"
	"strings"

	"cosohoi/reports/form"
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
	box := form.LineHeight(pt, 1)
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

// halves are the two columns of a head: the issuer's and that of the Quốc hiệu.
type halves struct {
	leftX, left, rightX, right float64
}

func (t *typesetter) halves(f format) halves {
	right := t.form.CreedWidth(f.measure())
	left := f.measure() - right
	return halves{f.left(), left, f.left() + left, right}
}

// organMeasure is the width that names in the left column may take.
func (h halves) organMeasure() float64 { return h.left - 2*form.OrganColumnPadding }

// header adds the boxes 1 to 4, 5b, 10b and 11 (Mục IV): issuer, number and urgency at the left, circulation, Quốc hiệu,
// place and date at the right.
func (t *typesetter) header(s *section) {
	h := t.halves(s.format)
	t.circulation(s, h)
	var creed column
	for _, l := range t.form.Creed {
		creed.put(t.oneLine(l.Text, l.Font), l.Font.Pt, Centre)
	}
	t.heads(s, h, t.doc.Parent, t.doc.Issuer, creed, true)

	var below column
	if t.doc.Kind == "" && t.doc.Summary != "" {
		f := t.form.Subject
		below.depth = form.SubjectGap
		below.put(t.balanced(t.words([]Run{{Text: t.form.SubjectLead + t.doc.Summary}}, f), h.organMeasure()), f.Pt, Centre)
	}
	place := t.doc.Place
	if t.doc.Dateless {
		place = ""
	}
	t.numberRow(s, h, t.numberLine(t.doc.Number, t.doc.Symbol), t.dateLines(place, DateOrRoom(t.doc.Date, t.doc.Year), h.right), below)
	t.urgency(s, h)
}

// heads adds the names of the issuer beside a right column, each with its line below: that of the issuer 1/3–1/2 of its
// last line, that of the right column as long as its last line (Mục II.1, II.2).
func (t *typesetter) heads(s *section, h halves, parent, issuer string, right column, ruled bool) {
	var organ column
	organ.put(t.organLines(parent, t.form.Parent, h.organMeasure()), t.form.Parent.Pt, Centre)
	organ.put(t.organLines(issuer, t.form.Issuer, h.organMeasure()), t.form.Issuer.Pt, Centre)
	length := organ.lastWidth() * form.RuleShare
	if issuer == "" {
		length = 0
	} else if mark := t.form.IssuerMark; mark != "" {
		organ.put(t.oneLine(mark, form.Regular(t.form.Issuer.Pt)), t.form.Issuer.Pt, Centre)
		length = 0
	}
	s.add(slab{height: math.Max(organ.depth, right.depth) + form.RuleGap, keep: true, draw: func(p *pen, top float64) {
		organ.draw(p, h.leftX, top, h.left)
		if length > 0 {
			p.rules(form.RuleThickness, centredRule(h.leftX, top+organ.depth+form.RuleGap, h.left, length))
		}
		right.draw(p, h.rightX, top, h.right)
		if ruled {
			p.rules(form.RuleThickness, centredRule(h.rightX, top+right.depth+form.RuleGap, h.right, right.lastWidth()))
		}
	}})
}

// numberRow adds number and date on one baseline, and what stands below the number.
func (t *typesetter) numberRow(s *section, h halves, number, date []line, below column) {
	if len(number)+len(date)+len(below.lines) == 0 {
		return
	}
	pt := t.form.Place.Pt
	row := form.LineHeight(pt, 1)
	height := math.Max(row+below.depth, row*float64(len(date)))
	s.add(slab{before: form.HeaderRowGap, height: height, keep: true, draw: func(p *pen, top float64) {
		base := top + baseline(row, pt) // of both, though their sizes may differ
		for _, l := range number {
			p.line(l, h.leftX, base, h.left, Centre)
		}
		below.draw(p, h.leftX, top+row, h.left)
		for i, l := range date {
			p.line(l, h.rightX, base+row*float64(i), h.right, Centre)
		}
	}})
}

func (t *typesetter) numberLine(number int, symbol string) []line {
	text := t.doc.NumberLine(number, symbol)
	if text == "" {
		return nil
	}
	return t.oneLine(text, t.form.Number)
}

// dateLines sets place and date on one line, or a place that is too long for that above its date.
func (t *typesetter) dateLines(place, date string, measure float64) []line {
	if place == "" {
		return nil
	}
	f := t.form.Place
	if whole := t.oneLine(place+", "+date, f); whole[0].width <= measure {
		return whole
	}
	return append(t.balanced(t.words([]Run{{Text: place + ","}}, f), measure), t.oneLine(date, f)...)
}

// oneLine sets a text that is never broken and whose spaces are all kept: room to write by hand is made of spaces.
func (t *typesetter) oneLine(text string, f form.Font) []line {
	text = strings.ReplaceAll(t.clean(text), "\n", " ")
	width := t.measure(text, f)
	return []line{{words: []word{{text: text, font: f, width: width}}, width: width}}
}

// organLines sets the name of an organ as evenly as it can, parted before the name of its territory where both parts
// fit: "HỘI LIÊN HIỆP PHỤ NỮ" / "TỈNH NAM ĐỊNH".
func (t *typesetter) organLines(name string, f form.Font, measure float64) []line {
	words := t.words([]Run{{Text: name}}, f)
	even := t.balanced(words, measure)
	if len(even) > 1 {
		for i := 1; i < len(words)-1; i++ {
			if form.NamesTerritory(words[i].text) {
				if head, tail := t.balanced(words[:i], measure), t.balanced(words[i:], measure); len(tail) == 1 && len(head) < len(even) {
					return append(head, tail...)
				}
			}
		}
	}
	return even
}

// title adds box 5a: kind, summary and the line under it.
func (t *typesetter) title(s *section) {
	if t.doc.Kind == "" {
		return
	}
	x, measure := s.format.left(), s.format.measure()
	var c column
	c.put(t.balanced(t.words([]Run{{Text: t.doc.Kind}}, t.form.Kind), measure), t.form.Kind.Pt, Centre)
	c.put(t.balanced(t.words([]Run{{Text: t.doc.Summary}}, t.form.Summary), measure), t.form.Summary.Pt, Centre)
	length := c.lastWidth() * form.RuleShare
	if mark := t.form.SummaryMark; mark != "" {
		c.put(t.oneLine(mark, form.Regular(t.form.Summary.Pt)), t.form.Summary.Pt, Centre)
		length = 0
	}
	s.add(slab{before: form.TitleGap, height: c.depth + form.SummaryGap + form.AfterTitleGap, keep: true, draw: func(p *pen, top float64) {
		c.draw(p, x, top, measure)
		if length > 0 {
			p.rules(form.RuleThickness, centredRule(x, top+c.depth+form.SummaryGap, measure, length))
		}
	}})
}

// addressees adds box 9a: one on the line of "Kính gửi:", several each on a line of their own, their dashes under the
// colon (Mục II.9).
func (t *typesetter) addressees(s *section) {
	label, to := t.doc.Addressees()
	if len(to) == 0 {
		return
	}
	f := t.form.Addressees
	x, measure := s.format.left(), s.format.measure()
	if len(to) == 1 {
		var c column
		c.put(t.balanced(t.words([]Run{{Text: label + ": " + to[0]}}, f), measure), f.Pt, Centre)
		s.add(slab{before: form.AddresseeGap, height: c.depth + form.AfterTitleGap, keep: true, draw: func(p *pen, top float64) {
			c.draw(p, x, top, measure)
		}})
		return
	}
	listX := x + form.AddresseeIndent + t.measure(label, f)
	listMeasure := x + measure - listX
	var head, list column
	head.put(t.oneLine(label+":", f), f.Pt, Left)
	list.depth = head.depth
	for _, text := range to {
		list.put(t.breakLines(t.words([]Run{{Text: text}}, f), listMeasure, listMeasure), f.Pt, Left)
	}
	s.add(slab{before: form.AddresseeGap, height: list.depth + form.AfterTitleGap, keep: true, draw: func(p *pen, top float64) {
		head.draw(p, x+form.AddresseeIndent, top, measure)
		list.draw(p, listX, top, listMeasure)
	}})
}
