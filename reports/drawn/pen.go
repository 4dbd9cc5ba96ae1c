// Package drawn makes PDF files of one look whose parts stand at places of their own, such as charts and calendars, instead of running text.
// The same drawing gives the same bytes.
package drawn

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"cosohoi/reports/form"
)

// Colour is red, green and blue, 0 to 255.
type Colour [3]int

// Pen draws on landscape pages. Places and sizes are millimetres from the upper left corner.
type Pen struct {
	pdf    *gofpdf.Fpdf
	loaded map[form.Font]bool // cuts, without a size
}

// family is one word: gofpdf makes an invalid name of a family with a space.
const family = "vn"

// New begins a file with a title, made at a time.
func New(title string, made time.Time) *Pen {
	file := gofpdf.New("L", "mm", "A4", "")
	file.SetAutoPageBreak(false, 0)
	file.SetCellMargin(0)
	file.SetCatalogSort(true)
	file.SetTitle(title, true)
	file.SetCreator("Cơ sở Hội", true)
	file.SetCreationDate(made)
	file.SetModificationDate(made)
	return &Pen{pdf: file, loaded: map[form.Font]bool{}}
}

// Page begins a page of a size.
func (p *Pen) Page(width, height float64) {
	p.pdf.AddPageFormat("L", gofpdf.SizeType{Wd: height, Ht: width})
	p.settle()
}

// PageA4 begins a page of A4.
func (p *Pen) PageA4() {
	p.pdf.AddPage()
	p.settle()
}

func (p *Pen) settle() {
	if p.pdf.PageNo() == 1 {
		p.pdf.SetAlpha(1, "Normal") // changes nothing on paper and makes the file PDF 1.4
	}
}

// Rule sets the width and colour of lines.
func (p *Pen) Rule(width float64, c Colour) {
	p.pdf.SetLineWidth(width)
	p.pdf.SetDrawColor(c[0], c[1], c[2])
}

// Line draws a line as Rule says.
func (p *Pen) Line(x1, y1, x2, y2 float64) { p.pdf.Line(x1, y1, x2, y2) }

// Box fills a rectangle, with an edge as Rule says.
func (p *Pen) Box(x, y, width, height float64, fill Colour) {
	p.rectangle(x, y, width, height, fill, "FD")
}

// Band fills a rectangle without an edge.
func (p *Pen) Band(x, y, width, height float64, fill Colour) {
	p.rectangle(x, y, width, height, fill, "F")
}

func (p *Pen) rectangle(x, y, width, height float64, fill Colour, style string) {
	p.pdf.SetFillColor(fill[0], fill[1], fill[2])
	p.pdf.Rect(x, y, width, height, style)
}

// Text writes a text whose baseline begins at a place.
func (p *Pen) Text(x, y float64, text string, font form.Font, c Colour) {
	style := ""
	if font.Bold {
		style = "B"
	}
	if font.Italic {
		style += "I"
	}
	cut := form.Font{Bold: font.Bold, Italic: font.Italic}
	if !p.loaded[cut] {
		p.loaded[cut] = true
		// A copy for each file: gofpdf writes into the bytes while it makes the subset.
		p.pdf.AddUTF8FontFromBytes(family, style, slices.Clone(font.File()))
	}
	p.pdf.SetFont(family, style, font.Pt)
	p.pdf.SetTextColor(c[0], c[1], c[2])
	p.pdf.Text(x, y, text)
}

// File is the finished PDF. An error is the drawing library's.
func (p *Pen) File() ([]byte, error) {
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("drawn file: %w", err)
	}
	return out.Bytes(), nil
}
