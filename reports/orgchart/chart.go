// Package orgchart draws the organisation of a unit: a box for the unit, and below it one for each unit directly under it, with who
// leads it. It knows no database; a chart is a value, and the same value gives the same bytes.
package orgchart

import (
	"fmt"
	"time"

	"cosohoi/reports/drawn"
	"cosohoi/reports/fault"
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
	ink       = drawn.Colour{0x1F, 0x1A, 0x1E}
	quiet     = drawn.Colour{0x5A, 0x50, 0x58}
	alarm     = drawn.Colour{0xB4, 0x1E, 0x1E}
	rule      = drawn.Colour{0x7A, 0x6A, 0x76}
	topGround = drawn.Colour{0xF3, 0xE6, 0xEF}
	ground    = drawn.Colour{0xFF, 0xFF, 0xFF}
)

// PDF draws a chart: on A4 across, on A3 when many units stand below, and on further pages when these do not hold them.
func PDF(c Chart) ([]byte, error) {
	pages, err := arrange(c)
	if err != nil {
		return nil, err
	}
	pen := drawn.New(c.Title, c.On)
	for _, page := range pages {
		page.draw(pen)
	}
	file, err := pen.File()
	if err != nil {
		return nil, fault.New("Không tạo được tệp PDF của sơ đồ tổ chức: hãy báo lỗi này cho người hỗ trợ chương trình.", fmt.Errorf("chart: %w", err))
	}
	return file, nil
}

func (s sheet) draw(pen *drawn.Pen) {
	pen.Page(s.width, s.height)
	pen.Rule(lineWidth, rule)
	for _, l := range s.lines {
		pen.Line(l.x1, l.y1, l.x2, l.y2)
	}
	for _, b := range s.boxes {
		fill := ground
		if b.top {
			fill = topGround
		}
		pen.Box(b.x, b.y, b.width, b.height, fill)
	}
	for _, t := range s.texts {
		pen.Text(t.x, t.y, t.text, t.font, t.colour)
	}
}
