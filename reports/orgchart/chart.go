// Package orgchart draws the organisation of a unit: a box for the unit, and below it one for each unit directly under it, with who
// leads it. It knows no database; a chart is a value, and the same value gives the same bytes.
package orgchart

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"cosohoi/reports/fault"
	"cosohoi/reports/form"
)

// Chart is what is drawn.
type Chart struct {
	Title string // "SƠ ĐỒ TỔ CHỨC HỘI LHPN HUYỆN HẢI HẬU"
	On    time.Time
	Top   Unit
	// Children stand in reading order.
	Children []Unit
}

// Unit is the content of a box.
type Unit struct {
	Name  string
	Posts []Post
	// Counts are the last line: "12 chi hội", "34 cán bộ"; there may be none.
	Counts []string
}

// Post is a line of a box: a post and who hold it. One without Holders is written "khuyết" in red.
type Post struct {
	Name    string
	Holders []string
}

// vacant stands for a holder that there is not.
const vacant = "khuyết"

// The colours: of the words, of what is quiet, of a vacant post, of the lines, and the grounds of the boxes.
var (
	ink       = colour{0x1F, 0x1A, 0x1E}
	quiet     = colour{0x5A, 0x50, 0x58}
	alarm     = colour{0xB4, 0x1E, 0x1E}
	rule      = colour{0x7A, 0x6A, 0x76}
	topGround = colour{0xF3, 0xE6, 0xEF}
	ground    = colour{0xFF, 0xFF, 0xFF}
)

type colour struct{ r, g, b int }

// PDF draws a chart: on A4 across, on A3 when many units stand below, and on further pages when these do not hold them.
func PDF(c Chart) ([]byte, error) {
	pages, err := arrange(c)
	if err != nil {
		return nil, err
	}
	file := gofpdf.New("L", "mm", "A4", "")
	file.SetAutoPageBreak(false, 0)
	file.SetCellMargin(0)
	file.SetCatalogSort(true)
	file.SetTitle(c.Title, true)
	file.SetCreator("Cơ sở Hội", true)
	file.SetCreationDate(c.On)
	file.SetModificationDate(c.On)
	p := &pen{pdf: file, loaded: map[form.Font]bool{}}
	for _, page := range pages {
		p.page(page)
	}
	var out bytes.Buffer
	if err := file.Output(&out); err != nil {
		return nil, fault.New("Không tạo được tệp PDF của sơ đồ tổ chức: hãy báo lỗi này cho người hỗ trợ chương trình.", fmt.Errorf("chart: %w", err))
	}
	return out.Bytes(), nil
}

// pen draws pages.
type pen struct {
	pdf    *gofpdf.Fpdf
	loaded map[form.Font]bool // cuts, without a size
}

// family is one word: gofpdf makes an invalid name of a family with a space.
const family = "vn"

func (p *pen) page(page sheet) {
	p.pdf.AddPageFormat("L", gofpdf.SizeType{Wd: page.height, Ht: page.width})
	if p.pdf.PageNo() == 1 {
		p.pdf.SetAlpha(1, "Normal") // changes nothing on paper and makes the file PDF 1.4
	}
	p.pdf.SetDrawColor(rule.r, rule.g, rule.b)
	p.pdf.SetLineWidth(lineWidth)
	for _, s := range page.lines {
		p.pdf.Line(s.x1, s.y1, s.x2, s.y2)
	}
	for _, b := range page.boxes {
		fill := ground
		if b.top {
			fill = topGround
		}
		p.pdf.SetFillColor(fill.r, fill.g, fill.b)
		p.pdf.Rect(b.x, b.y, b.width, b.height, "FD")
	}
	for _, t := range page.texts {
		p.text(t)
	}
}

func (p *pen) text(t placed) {
	style := ""
	if t.font.Bold {
		style = "B"
	}
	if t.font.Italic {
		style += "I"
	}
	cut := form.Font{Bold: t.font.Bold, Italic: t.font.Italic}
	if !p.loaded[cut] {
		p.loaded[cut] = true
		// A copy for each chart: gofpdf writes into the bytes while it makes the subset.
		p.pdf.AddUTF8FontFromBytes(family, style, slices.Clone(t.font.File()))
	}
	p.pdf.SetFont(family, style, t.font.Pt)
	p.pdf.SetTextColor(t.colour.r, t.colour.g, t.colour.b)
	p.pdf.Text(t.x, t.y, t.text)
}
