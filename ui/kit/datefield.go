package kit

import (
	"errors"
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"cosohoi/data/day"
)

// DateField is an input for a date, typed or picked from a calendar. F4, Alt+Down or the picture in it opens
// the calendar. Leaving the field writes the date in full: 4/7/2023 becomes 04/07/2023.
type DateField struct {
	Entry

	// OnChanged is told that the date is another one, valid or not.
	OnChanged func()
	// OnSubmitted is told that Enter was pressed.
	OnSubmitted func()
	// Today tells the calendar what day it is.
	Today func() day.Date

	partial bool
	shown   string
	open    *overlay
}

// NewDateField returns an empty field. With partial a month or a year alone is a date too.
func NewDateField(partial bool) *DateField {
	d := &DateField{partial: partial, Today: func() day.Date { return day.FromTime(time.Now()) }}
	d.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	d.ExtendBaseWidget(d)
	d.SetPlaceHolder("ngày/tháng/năm")
	d.ActionItem = newIconAction(Icon("lich"), "Chọn ngày trên lịch (Alt+mũi tên xuống)", d.OpenCalendar)
	d.Entry.Entry.OnChanged = func(text string) {
		if text == d.shown {
			return
		}
		d.shown = text
		if d.wrong != nil {
			d.SetWrong(d.Check()) // what is wrong goes as soon as it is put right, but comes only on leaving
		}
		if d.OnChanged != nil {
			d.OnChanged()
		}
	}
	return d
}

// Date returns the date, the zero Date for an empty field, or why what was typed is none.
func (d *DateField) Date() (day.Date, error) {
	date, err := day.Parse(d.Text)
	if err != nil {
		return day.Date{}, d.explain(err)
	}
	if !d.partial && !date.IsZero() && !date.IsFull() {
		return day.Date{}, fmt.Errorf("cần đủ ngày, tháng, năm; “%s” mới là %s", date, what(date))
	}
	return date, nil
}

func (d *DateField) explain(err error) error {
	if errors.Is(err, day.ErrInvalid) && !d.partial {
		return fmt.Errorf("“%s” không phải là ngày có thật; hãy gõ như 04/07/2023", d.Text)
	}
	return fmt.Errorf("“%s” không phải là ngày có thật; hãy gõ như 04/07/2023, 07/1965 hoặc 1965", d.Text)
}

func what(date day.Date) string {
	if date.Month == 0 {
		return "năm"
	}
	return "tháng"
}

// Check tells in a sentence what is wrong with what was typed, nil for an empty field.
func (d *DateField) Check() error {
	_, err := d.Date()
	return err
}

// SetDate shows a date without telling anybody; the zero Date empties the field.
func (d *DateField) SetDate(date day.Date) {
	d.shown = date.String()
	d.SetText(d.shown)
	d.SetWrong(nil)
}

// FocusLost writes the date in full, or draws the edge red.
func (d *DateField) FocusLost() {
	if date, err := d.Date(); err == nil {
		if full := date.String(); full != d.Text {
			d.shown = full
			d.SetText(full)
		}
		d.SetWrong(nil)
	} else {
		d.SetWrong(err)
	}
	d.Entry.FocusLost()
}

// TypedKey opens the calendar on F4.
func (d *DateField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF4:
		d.OpenCalendar()
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.OnSubmitted != nil {
			d.OnSubmitted()
			return
		}
	}
	d.Entry.TypedKey(e)
}

// TypedShortcut opens the calendar on Alt+Down.
func (d *DateField) TypedShortcut(s fyne.Shortcut) {
	if isShortcut(s, "Alt+Down") {
		d.OpenCalendar()
		return
	}
	d.Entry.TypedShortcut(s)
}

// OpenCalendar shows the calendar under the field.
func (d *DateField) OpenCalendar() {
	if d.open != nil || d.Disabled() {
		return
	}
	at := d.Today()
	if date, err := d.Date(); err == nil && !date.IsZero() {
		at = date.First()
	}
	month := newCalendar(at, d.Today())
	o := flyout(d, month, month.MinSize, false)
	if o == nil {
		return
	}
	d.open = o
	month.onPicked = func(date day.Date) {
		o.close()
		if text := date.String(); text != d.Text {
			d.SetText(text)
		}
		d.SetWrong(nil)
		focusOn(d)
	}
	o.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape || e.Name == fyne.KeyF4 {
			o.close()
			return true
		}
		return false
	}
	o.onClose = func() { d.open = nil }
	o.first = month
	o.show()
}

// CreateRenderer is Fyne's hook to draw the widget.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	return d.Entry.CreateRenderer()
}

// MinSize leaves room for a full date.
func (d *DateField) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	size := d.Entry.MinSize()
	size.Width = max(size.Width, measure("00/00/0000", textSize(), fyne.TextStyle{}).Width+54*TextScale())
	return size
}

// calendar is one month in Vietnamese. The arrow keys move by day and week, PageUp and PageDown by month, with
// Home and End to the ends of the month; Enter picks.
type calendar struct {
	widget.BaseWidget
	at       day.Date // the day that the keys move
	today    day.Date
	focused  bool
	hovered  string
	onPicked func(day.Date)
	spots    []calendarSpot
}

// calendarSpot is a place that can be pressed.
type calendarSpot struct {
	x, y, w, h float32
	name       string
	act        func()
}

var (
	_ fyne.Focusable    = (*calendar)(nil)
	_ fyne.Shortcutable = (*calendar)(nil)
	_ fyne.Tappable     = (*calendar)(nil)
	_ desktop.Hoverable = (*calendar)(nil)
)

func newCalendar(at, today day.Date) *calendar {
	c := &calendar{at: at, today: today}
	c.ExtendBaseWidget(c)
	return c
}

func (c *calendar) moveTo(date day.Date) {
	if date.Year < 1 || date.Year > 9999 {
		return
	}
	c.at = date
	c.Refresh()
}

func (c *calendar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.moveTo(c.at.AddDays(-1))
	case fyne.KeyRight:
		c.moveTo(c.at.AddDays(1))
	case fyne.KeyUp:
		c.moveTo(c.at.AddDays(-7))
	case fyne.KeyDown:
		c.moveTo(c.at.AddDays(7))
	case fyne.KeyPageUp:
		c.moveTo(c.at.AddMonths(-1))
	case fyne.KeyPageDown:
		c.moveTo(c.at.AddMonths(1))
	case fyne.KeyHome:
		c.moveTo(day.Of(c.at.Year, c.at.Month, 1))
	case fyne.KeyEnd:
		c.moveTo(day.Date{Year: c.at.Year, Month: c.at.Month}.Last())
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.onPicked(c.at)
	default:
		passKey(c, e)
	}
}

func (c *calendar) TypedRune(rune) {}

// TypedShortcut moves by a year on Ctrl+PageUp and Ctrl+PageDown.
func (c *calendar) TypedShortcut(s fyne.Shortcut) {
	switch {
	case isShortcut(s, "Ctrl+Prior"):
		c.moveTo(c.at.AddMonths(-12))
	case isShortcut(s, "Ctrl+Next"):
		c.moveTo(c.at.AddMonths(12))
	default:
		passShortcut(c, s)
	}
}

func (c *calendar) FocusGained() { c.focused = true; c.Refresh() }
func (c *calendar) FocusLost()   { c.focused = false; c.Refresh() }

func (c *calendar) spotAt(pos fyne.Position) *calendarSpot {
	for i, s := range c.spots {
		if pos.X >= s.x && pos.X < s.x+s.w && pos.Y >= s.y && pos.Y < s.y+s.h {
			return &c.spots[i]
		}
	}
	return nil
}

func (c *calendar) Tapped(e *fyne.PointEvent) {
	focusOn(c)
	if s := c.spotAt(e.Position); s != nil {
		s.act()
	}
}

func (c *calendar) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

func (c *calendar) MouseMoved(e *desktop.MouseEvent) {
	name := ""
	if s := c.spotAt(e.Position); s != nil {
		name = s.name
	}
	if name != c.hovered {
		c.hovered = name
		c.Refresh()
	}
}

func (c *calendar) MouseOut() { c.hovered = ""; c.Refresh() }

func calendarCell() float32 { return 34 * TextScale() }

func (c *calendar) MinSize() fyne.Size {
	cell := calendarCell()
	return fyne.NewSize(7*cell+16, 8+cell+4+lineHeight(captionSize())+4+6*(cell-4)+controlHeight()+12)
}

var weekdays = [7]string{"T2", "T3", "T4", "T5", "T6", "T7", "CN"}

func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &calendarRenderer{c: c}
	count := 4 + 1 + 7 + 42 + 1
	for i := 0; i < count; i++ {
		ground, text := canvas.NewRectangle(noColor), canvas.NewText("", TextColor)
		ground.CornerRadius = 6
		r.grounds = append(r.grounds, ground)
		r.texts = append(r.texts, text)
		r.objects = append(r.objects, ground, text)
	}
	r.Refresh()
	return r
}

type calendarRenderer struct {
	c       *calendar
	grounds []*canvas.Rectangle
	texts   []*canvas.Text
	objects []fyne.CanvasObject
	next    int
}

// put draws the next piece: its ground when it can be pressed, and its text in the middle.
func (r *calendarRenderer) put(x, y, w, h float32, text string, size float32, bold bool, ink, fill, edge color.Color) {
	ground, label := r.grounds[r.next], r.texts[r.next]
	r.next++
	width := float32(0)
	if edge != color.Color(noColor) {
		width = 1.5
	}
	setFill(ground, fill, edge, width)
	place(ground, x+1, y+1, w-2, h-2)
	setText(label, text, size, fyne.TextStyle{Bold: bold}, ink, fyne.TextAlignCenter)
	line := lineHeight(size)
	place(label, x, y+(h-line)/2, w, line)
}

func (r *calendarRenderer) press(x, y, w, h float32, name, text string, bold bool, ink, fill, edge color.Color, act func()) {
	if r.c.hovered == name && fill == color.Color(noColor) {
		fill = NeutralBack
	}
	r.put(x, y, w, h, text, textSize(), bold, ink, fill, edge)
	r.c.spots = append(r.c.spots, calendarSpot{x, y, w, h, name, act})
}

func (r *calendarRenderer) Layout(fyne.Size) {
	c := r.c
	r.next = 0
	c.spots = c.spots[:0]
	cell := calendarCell()
	left, y := float32(8), float32(6)
	var ink, none color.Color = TextColor, noColor
	jump := func(months int) func() { return func() { c.moveTo(c.at.AddMonths(months)) } }
	r.press(left, y, cell, cell, "«", "«", false, ink, none, none, jump(-12))
	r.press(left+cell, y, cell, cell, "◀", "‹", false, ink, none, none, jump(-1))
	r.press(left+5*cell, y, cell, cell, "▶", "›", false, ink, none, none, jump(1))
	r.press(left+6*cell, y, cell, cell, "»", "»", false, ink, none, none, jump(12))
	r.put(left+2*cell, y, 3*cell, cell, fmt.Sprintf("Tháng %d, %d", c.at.Month, c.at.Year), textSize(), true, ink, none, none)
	y += cell + 4
	small := lineHeight(captionSize())
	for i, name := range weekdays {
		r.put(left+float32(i)*cell, y, cell, small, name, captionSize(), false, Secondary, none, none)
	}
	y += small + 4
	first := day.Of(c.at.Year, c.at.Month, 1)
	offset := (int(first.Time().Weekday()) + 6) % 7
	height := cell - 4
	for i := 0; i < 42; i++ {
		date := first.AddDays(i - offset)
		ink, fill, edge, bold := color.Color(TextColor), none, none, false
		if date.Month != c.at.Month {
			ink = Disabled
		}
		if date == c.today {
			ink, edge, bold = Accent, Accent, true
		}
		if date == c.at {
			ink, fill, bold = Surface, Accent, true
		}
		r.press(left+float32(i%7)*cell, y+float32(i/7)*height, cell, height, date.ISO(), fmt.Sprint(date.Day), bold, ink, fill, edge,
			func() { c.onPicked(date) })
	}
	y += 6*height + 4
	r.press(left, y, 7*cell, controlHeight(), "today", "Hôm nay, "+c.today.String(), false, Accent, none, none, func() { c.onPicked(c.today) })
}

func (r *calendarRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *calendarRenderer) Refresh()                     { r.Layout(r.c.Size()); canvas.Refresh(r.c) }
func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *calendarRenderer) Destroy()                     {}
