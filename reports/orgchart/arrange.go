package orgchart

import (
	"fmt"

	"cosohoi/reports/fault"
	"cosohoi/reports/form"
)

// The measures of a chart in millimetres, and its type in points; all are own choice. No letter is smaller than 8 pt.
const (
	margin    = 12.0
	gapX      = 5.0  // between boxes side by side
	gapY      = 9.0  // between rows, with the line that feeds the lower one
	spine     = 5.0  // at the left of the rows, where the line to the lower rows goes down
	padX      = 2.0  // inside a box
	padY      = 1.8  // inside a box
	widest    = 62.0 // box of a child
	topWidest = 120.0
	lineWidth = 0.3

	titlePt, datePt       = 15.0, 11.0
	topNamePt, topTextPt  = 11.5, 10.0
	namePt, textPt        = 9.5, 8.5
	countsPt              = 8.0
	afterTitle, afterDate = 1.0, 6.0
	beforeCounts          = 0.8
)

// paper is a size of paper laid across, and how many boxes stand side by side on it.
type paper struct {
	width, height float64
	across        int
}

var (
	a4 = paper{form.PaperLong, form.PaperShort, 6}
	a3 = paper{2 * form.PaperShort, form.PaperLong, 8}
)

// smallCharts is how many children a chart on A4 has at most.
const smallCharts = 24

// sheet is a page with everything at its place, from the top left corner.
type sheet struct {
	width, height float64
	boxes         []box
	lines         []segment
	texts         []placed
}

type box struct {
	x, y, width, height float64
	top                 bool
	unit                string
}

type segment struct{ x1, y1, x2, y2 float64 }

// placed is a text with its start and its baseline.
type placed struct {
	run
	x, y float64
}

// block is a box whose lines are set but which has no place yet.
type block struct {
	unit   string
	lines  []line
	counts int // how many of the last lines are the counts
	width  float64
}

func (b block) height() float64 {
	h := 2 * padY
	for _, l := range b.lines {
		h += l.height()
	}
	if b.counts > 0 {
		h += beforeCounts
	}
	return h
}

// arrange places a chart on pages.
func arrange(c Chart) ([]sheet, error) {
	p := a4
	if len(c.Children) > smallCharts {
		p = a3
	}
	s := &setter{paper: p, chart: c}
	s.newPage()
	top := set(c.Top, min(topWidest, p.width-2*margin), topNamePt, topTextPt)
	if !s.fits(top.height()) {
		return nil, tooHigh(c.Top)
	}
	topBox := s.put(top, (p.width-top.width)/2, s.y, top.height(), true)
	s.y += topBox.height
	rows := s.rows()
	for i, row := range rows {
		height := rowHeight(row)
		if !s.fits(gapY + height) {
			s.newPage()
			if !s.fits(gapY + height) {
				return nil, tooHigh(Unit{Name: row[0].unit})
			}
		}
		s.row(row, height, topBox, i == 0 && len(rows) == 1)
	}
	s.number()
	return s.pages, nil
}

// number writes at the foot of each page which one it is, when there are several.
func (s *setter) number() {
	for i := range s.pages {
		if len(s.pages) > 1 {
			text := run{fmt.Sprintf("Trang %d/%d", i+1, len(s.pages)), form.Regular(textPt), quiet}
			s.pages[i].texts = append(s.pages[i].texts, placed{text, s.width - margin - text.font.Width(text.text), s.height - margin/2})
		}
	}
}

func tooHigh(u Unit) error {
	return fault.New("Ô của “"+short(u.Name)+"” cao hơn một trang giấy nên không vẽ được sơ đồ; hãy rút ngắn tên đơn vị hoặc tên chức danh.", nil)
}

func short(name string) string {
	const longest = 60
	if runes := []rune(name); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return name
}

// setter fills pages from the top.
type setter struct {
	paper
	chart Chart
	pages []sheet
	y     float64
	// bus is the height of the line that fed the row before, 0 for none on this page.
	bus float64
}

func (s *setter) current() *sheet { return &s.pages[len(s.pages)-1] }

func (s *setter) fits(height float64) bool { return s.y+height <= s.height-margin }

// newPage begins a page with the title.
func (s *setter) newPage() {
	further := len(s.pages) > 0
	s.pages = append(s.pages, sheet{width: s.width, height: s.height})
	s.y, s.bus = margin, 0
	title := s.chart.Title
	if further {
		title += " (tiếp theo)"
	}
	s.centred(wrap(s.width-2*margin, run{title, form.Bold(titlePt), ink}))
	s.y += afterTitle
	s.centred(wrap(s.width-2*margin, run{"(tính đến ngày " + s.chart.On.Format("02/01/2006") + ")", form.Italic(datePt), ink}))
	s.y += afterDate
}

// centred writes lines in the middle of the page.
func (s *setter) centred(lines []line) {
	for _, l := range lines {
		s.write(l, (s.width-l.width)/2, s.y)
		s.y += l.height()
	}
}

// write places the words of a line whose top is at y. Words of one look are one text, so that a reader of the text layer finds them
// together.
func (s *setter) write(l line, x, y float64) {
	page := s.current()
	base := y + l.height()/form.SingleLine*form.BaselineDrop
	for i := 0; i < len(l.words); {
		at := placed{l.words[i].run, x, base}
		x += l.words[i].width
		for i++; i < len(l.words); i++ {
			w := l.words[i]
			x += w.space()
			if w.font != at.font || w.colour != at.colour {
				break
			}
			at.text += " " + w.text
			x += w.width
		}
		page.texts = append(page.texts, at)
	}
}

// set breaks what is in a box into lines.
func set(u Unit, width, namePt, textPt float64) block {
	measure := width - 2*padX
	b := block{unit: u.Name, width: width, lines: wrap(measure, run{u.Name, form.Bold(namePt), ink})}
	for _, post := range u.Posts {
		name := run{post.Name + ":", form.Regular(textPt), ink}
		holder := run{listed(post.Holders), form.Regular(textPt), ink}
		if len(post.Holders) == 0 {
			holder = run{vacant, form.Bold(textPt), alarm}
		}
		b.lines = append(b.lines, wrap(measure, name, holder)...)
	}
	counts := wrap(measure, run{listed(u.Counts), form.Italic(countsPt), quiet})
	b.lines, b.counts = append(b.lines, counts...), len(counts)
	return b
}

// put draws a block as a box of that height with its lines in the middle.
func (s *setter) put(b block, x, y, height float64, top bool) box {
	placed := box{x, y, b.width, height, top, b.unit}
	page := s.current()
	page.boxes = append(page.boxes, placed)
	at := y + (height-b.height())/2 + padY
	for i, l := range b.lines {
		if i == len(b.lines)-b.counts {
			at += beforeCounts
		}
		s.write(l, x+(b.width-l.width)/2, at)
		at += l.height()
	}
	return placed
}

// rows shares the children out over rows that are as even as they can be, and sets their boxes.
func (s *setter) rows() [][]block {
	across := s.inRow()
	width := min(widest, (s.width-2*margin-spine-float64(across-1)*gapX)/float64(across))
	var rows [][]block
	for i, u := range s.chart.Children {
		if i%across == 0 {
			rows = append(rows, nil)
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], set(u, width, namePt, textPt))
	}
	return rows
}

func rowHeight(row []block) float64 {
	height := 0.0
	for _, b := range row {
		height = max(height, b.height())
	}
	return height
}

// row places a row and the lines that lead to it. The first row of all hangs from the box on top; a lower one from the line that goes
// down at the left of all rows, as does the first of a further page. only tells that there is no other row.
func (s *setter) row(row []block, height float64, top box, only bool) {
	width := row[0].width
	across := s.inRow()
	left := (s.width-spine-float64(across)*width-float64(across-1)*gapX)/2 + spine
	if only {
		left -= spine / 2
	}
	bus := s.y + gapY/2
	y := s.y + gapY
	page := s.current()
	middle := func(i int) float64 { return left + float64(i)*(width+gapX) + width/2 }
	from, to := left-spine, middle(len(row)-1)
	if only {
		from = middle(0)
	}
	switch {
	case len(s.pages) == 1 && s.bus == 0:
		centre := top.x + top.width/2
		page.lines = append(page.lines, segment{centre, s.y, centre, bus})
		from, to = min(from, centre), max(to, centre)
	case s.bus > 0:
		page.lines = append(page.lines, segment{from, s.bus, from, bus})
	}
	page.lines = append(page.lines, segment{from, bus, to, bus})
	for i, b := range row {
		page.lines = append(page.lines, segment{middle(i), bus, middle(i), y})
		s.put(b, left+float64(i)*(width+gapX), y, height, false)
	}
	s.bus, s.y = bus, y+height
}

// inRow is how many boxes stand in a full row.
func (s *setter) inRow() int {
	n := max(len(s.chart.Children), 1)
	rows := (n + s.across - 1) / s.across
	return (n + rows - 1) / rows
}
