package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/jung-kurt/gofpdf"

	"cosohoi/reports/form"
)

// pen draws on the current page of a PDF. It keeps what gofpdf would write again and again: font and line width.
type pen struct {
	pdf    *gofpdf.Fpdf
	height float64         // of the current page, mm
	loaded map[string]bool // styles of gofpdf
	font   form.Font
	rule   float64
	buf    []byte
}

// family is one word: gofpdf makes an invalid name of a family with a space.
const family = "vn"

// use selects a font, loading its face at the first use so that a file carries only the faces it needs.
func (p *pen) use(f form.Font) {
	if p.font == f {
		return
	}
	style := ""
	if f.Bold {
		style = "B"
	}
	if f.Italic {
		style += "I"
	}
	if !p.loaded[style] {
		p.loaded[style] = true
		// A copy for each document: gofpdf writes into the bytes while it makes the subset, which is a data race
		// when two documents are made at once.
		p.pdf.AddUTF8FontFromBytes(family, style, slices.Clone(f.File()))
	}
	p.pdf.SetFont(family, style, f.Pt)
	p.font = f
}

// page starts a page.
func (p *pen) page(f format) {
	orientation := "P"
	if f.width > f.height {
		orientation = "L"
	}
	p.pdf.AddPageFormat(orientation, gofpdf.SizeType{Wd: form.PaperShort, Ht: form.PaperLong})
	p.height = f.height
	if p.pdf.PageNo() == 1 {
		// Changes nothing on paper and makes the file PDF 1.4; before the first page it would spoil the file's start.
		p.pdf.SetAlpha(1, "Normal")
	}
}

// text draws a clean text with its start at x and its baseline at y.
func (p *pen) text(x, y float64, s string, f form.Font) {
	p.use(f)
	p.pdf.Text(x, y, s)
}

// line draws a line of words between x and x+measure with its baseline at y. Each word carries the space after it, so
// that a reader of the text layer finds the words parted as they were typed.
func (p *pen) line(l line, x, y, measure float64, align Align) {
	stretch := 0.0
	switch align {
	case Centre:
		x += (measure - l.width) / 2
	case Right:
		x += measure - l.width
	case justified:
		if l.broken {
			stretch = l.stretch(measure)
		}
	}
	for i := 0; i < len(l.words); {
		w := l.words[i]
		x0, s := x, w.text
		x += w.width
		next := i + 1
		if stretch == 0 && !w.raised && next < len(l.words) && l.words[next].font == w.font {
			// Without stretching, words of one font are one text.
			var joined strings.Builder
			joined.WriteString(s)
			for ; next < len(l.words) && l.words[next].font == w.font; next++ {
				n := l.words[next]
				if n.gap != form.Glued {
					joined.WriteByte(' ')
				}
				joined.WriteString(n.text)
				x += n.space() + n.width
			}
			s = joined.String()
		}
		if next < len(l.words) && l.words[next].gap != form.Glued {
			s += " "
			x += l.words[next].space()
			if l.words[next].gap != form.Fixed {
				x += stretch
			}
		}
		p.text(x0, y-w.rise(), s, w.font)
		i = next
	}
}

// stretch is what each space of a line gains to fill the measure, mm.
func (l line) stretch(measure float64) float64 {
	spaces := 0
	for _, w := range l.words[1:] {
		if w.gap == form.Breakable || w.gap == form.Bound {
			spaces++
		}
	}
	if spaces == 0 || measure <= l.width {
		return 0
	}
	return (measure - l.width) / float64(spaces)
}

// segment is a straight line in millimetres from the paper's top left corner.
type segment struct{ x1, y1, x2, y2 float64 }

// rules draws black lines of one thickness (mm) as a single path.
func (p *pen) rules(thickness float64, segments ...segment) {
	if p.rule != thickness {
		p.pdf.SetLineWidth(thickness)
		p.rule = thickness
	}
	number := func(v float64) {
		p.buf = strconv.AppendFloat(p.buf, v/form.MmPerPt, 'f', 2, 64)
		p.buf = append(p.buf, ' ')
	}
	p.buf = p.buf[:0]
	for _, s := range segments {
		number(s.x1)
		number(p.height - s.y1)
		p.buf = append(p.buf, "m "...)
		number(s.x2)
		number(p.height - s.y2)
		p.buf = append(p.buf, "l "...)
	}
	p.buf = append(p.buf, 'S')
	p.pdf.RawWriteStr(string(p.buf))
}
