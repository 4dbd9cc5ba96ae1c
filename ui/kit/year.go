package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// YearDay is a day of a year: how much stands on it, and whether it is a day off.
type YearDay struct {
	Count      int
	Off, Today bool
}

// YearMonth is a month of a year. Before is how many days of its first week belong to the month before.
type YearMonth struct {
	Title  string
	Before int
	Days   []YearDay
}

var (
	_ fyne.Focusable = (*YearGrid)(nil)
	_ fyne.Tappable  = (*YearGrid)(nil)
)

// YearGrid shows twelve small months. Under the number of a day stands how much there is on it. A click or Enter opens a month.
type YearGrid struct {
	widget.BaseWidget

	// OnMonth is told the month to open, from 0.
	OnMonth func(month int)

	months  []YearMonth
	marked  int // the month that Enter opens
	focused bool
}

// NewYearGrid returns a year without months.
func NewYearGrid() *YearGrid {
	y := &YearGrid{}
	y.ExtendBaseWidget(y)
	return y
}

// SetMonths shows another year.
func (y *YearGrid) SetMonths(months []YearMonth) {
	y.months = months
	y.marked = min(y.marked, max(len(months)-1, 0))
	y.Refresh()
}

const (
	yearColumns = 4
	yearRows    = 3
	yearWeeks   = 6 // a month touches at most six weeks
)

func yearHead() float32 { return lineHeight(textSize()) + 6 }

// month is where a month stands.
func (y *YearGrid) month(i int) (left, top, w, h float32) {
	size := y.Size()
	w, h = (size.Width-Gap*(yearColumns-1))/yearColumns, (size.Height-Gap*(yearRows-1))/yearRows
	return float32(i%yearColumns) * (w + Gap), float32(i/yearColumns) * (h + Gap), w, h
}

func (y *YearGrid) open() {
	if y.OnMonth != nil && y.marked < len(y.months) {
		y.OnMonth(y.marked)
	}
}

// Tapped opens the month under the pointer.
func (y *YearGrid) Tapped(e *fyne.PointEvent) {
	focusOn(y)
	for i := range y.months {
		left, top, w, h := y.month(i)
		if e.Position.X >= left && e.Position.X < left+w && e.Position.Y >= top && e.Position.Y < top+h {
			y.marked = i
			y.open()
			return
		}
	}
}

// TypedKey goes from month to month with the arrow keys and opens one with Enter.
func (y *YearGrid) TypedKey(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -yearColumns, fyne.KeyDown: yearColumns}[e.Name]
	switch {
	case step != 0:
		if to := y.marked + step; to >= 0 && to < len(y.months) {
			y.marked = to
			y.Refresh()
		}
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeySpace:
		y.open()
	default:
		passKey(y, e)
	}
}

// TypedRune is part of being focusable.
func (y *YearGrid) TypedRune(rune) {}

// TypedShortcut hands shortcuts on.
func (y *YearGrid) TypedShortcut(s fyne.Shortcut) { passShortcut(y, s) }

// FocusGained marks the month that Enter opens.
func (y *YearGrid) FocusGained() { y.focused = true; y.Refresh() }

// FocusLost removes the mark.
func (y *YearGrid) FocusLost() { y.focused = false; y.Refresh() }

// Cursor shows that months can be pressed.
func (y *YearGrid) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MinSize is Fyne's hook.
func (y *YearGrid) MinSize() fyne.Size {
	y.ExtendBaseWidget(y)
	return fyne.NewSize(640*TextScale(), yearRows*150*TextScale())
}

// CreateRenderer is Fyne's hook to draw the widget.
func (y *YearGrid) CreateRenderer() fyne.WidgetRenderer {
	y.ExtendBaseWidget(y)
	r := &yearRenderer{y: y}
	r.Refresh()
	return r
}

// yearCell is the objects of a month; a day without anything on it has no ground.
type yearCell struct {
	card    *canvas.Rectangle
	title   *canvas.Text
	grounds []*canvas.Rectangle
	numbers []*canvas.Text
	counts  []*canvas.Text
}

type yearRenderer struct {
	y       *YearGrid
	cells   []*yearCell
	objects []fyne.CanvasObject
}

func (r *yearRenderer) MinSize() fyne.Size           { return r.y.MinSize() }
func (r *yearRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *yearRenderer) Destroy()                     {}
func (r *yearRenderer) Refresh()                     { r.Layout(r.y.Size()); canvas.Refresh(r.y) }

func (r *yearRenderer) Layout(fyne.Size) {
	r.fit()
	for i, c := range r.cells {
		r.draw(c, i)
	}
}

func (r *yearRenderer) fit() {
	same := len(r.cells) == len(r.y.months)
	for i := range r.cells {
		same = same && len(r.cells[i].numbers) == len(r.y.months[i].Days)
	}
	if same {
		return
	}
	r.cells, r.objects = nil, nil
	for _, month := range r.y.months {
		c := &yearCell{card: canvas.NewRectangle(Surface), title: canvas.NewText("", TextColor)}
		c.card.CornerRadius = 8
		r.objects = append(r.objects, c.card, c.title)
		for range month.Days {
			c.grounds = append(c.grounds, canvas.NewRectangle(noColor))
			c.numbers, c.counts = append(c.numbers, canvas.NewText("", TextColor)), append(c.counts, canvas.NewText("", TextColor))
			n := len(c.numbers) - 1
			r.objects = append(r.objects, c.grounds[n], c.numbers[n], c.counts[n])
		}
		r.cells = append(r.cells, c)
	}
}

func (r *yearRenderer) draw(c *yearCell, i int) {
	y := r.y
	month := y.months[i]
	left, top, w, h := y.month(i)
	edge, width := Hairline, float32(1)
	if y.focused && i == y.marked {
		edge, width = Accent, 2
	}
	setFill(c.card, Surface, edge, width)
	place(c.card, left, top, w, h)
	bold := fyne.TextStyle{Bold: true}
	setText(c.title, Ellipsis(month.Title, w-16, textSize(), bold), textSize(), bold, TextColor, fyne.TextAlignLeading)
	place(c.title, left+8, top+4, w-16, lineHeight(textSize()))
	dayWidth, dayHeight := (w-12)/daysOfWeek, (h-yearHead()-6)/yearWeeks
	small := captionSize() * 0.9
	line := lineHeight(small)
	for k, d := range month.Days {
		at := month.Before + k
		x, t := left+6+float32(at%daysOfWeek)*dayWidth, top+yearHead()+float32(at/daysOfWeek)*dayHeight
		ink, style := TextColor, fyne.TextStyle{Bold: d.Today}
		switch {
		case d.Today:
			ink = Accent
		case d.Off:
			ink = Secondary
		}
		setText(c.numbers[k], strconv.Itoa(k+1), small, style, ink, fyne.TextAlignLeading)
		place(c.numbers[k], x+3, t+(dayHeight-line)/2, dayWidth/2, line)
		if d.Count == 0 {
			c.grounds[k].Hide()
			c.counts[k].Hide()
			continue
		}
		ground, tone := c.grounds[k], ToneTint
		if d.Off {
			tone = ToneLate
		}
		ground.CornerRadius = 4
		setFill(ground, tone.Ground(), noColor, 0)
		room := dayWidth/2 + 1
		place(ground, x+dayWidth-room-1, t+1, room, dayHeight-2)
		count := strconv.Itoa(d.Count)
		setText(c.counts[k], Ellipsis(count, room+4, small, bold), small, bold, tone.Ink(), fyne.TextAlignCenter)
		place(c.counts[k], x+dayWidth-room-1, t+(dayHeight-line)/2, room, line)
		ground.Show()
		c.counts[k].Show()
	}
}
