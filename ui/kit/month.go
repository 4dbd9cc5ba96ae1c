package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Event is something that stands on a day of a calendar.
type Event struct {
	ID, Text string
	Tone     Tone
	// Fixed tells that it cannot be moved to another day.
	Fixed bool
}

// CalendarDay is a day of a calendar. Key names it for good.
type CalendarDay struct {
	Key    string
	Number int
	// Note is the name of a day off.
	Note string
	// Off is a day on which nobody works, Today the present one, Outside a day of the month before or after.
	Off, Today, Outside bool
	Events              []Event
}

var (
	_ fyne.Focusable     = (*MonthGrid)(nil)
	_ fyne.Shortcutable  = (*MonthGrid)(nil)
	_ fyne.Draggable     = (*MonthGrid)(nil)
	_ fyne.Tappable      = (*MonthGrid)(nil)
	_ desktop.Mouseable  = (*MonthGrid)(nil)
	_ desktop.Cursorable = (*MonthGrid)(nil)
)

// MonthGrid shows the days of whole weeks, Monday first, with what stands on them. An event is chosen with a click or the arrow keys and moved to
// another day by dragging it or with Ctrl and the arrow keys.
type MonthGrid struct {
	widget.BaseWidget

	// OnSelected is told the event that the user chose, OnOpened the event that was entered.
	OnSelected func(id string)
	OnOpened   func(id string)
	// OnMoved is told that an event is to stand on another day; steps is how many days away for the keys, with an empty key.
	OnMoved func(id, key string, steps int)
	// OnDay is told a day of which not everything could be shown.
	OnDay func(key string)

	days     []CalendarDay
	selected string
	focused  bool
	pressed  string // the event under the last press
	dragged  string // the event being dragged
	pointer  fyne.Position
}

// NewMonthGrid returns a calendar without days.
func NewMonthGrid() *MonthGrid {
	m := &MonthGrid{}
	m.ExtendBaseWidget(m)
	return m
}

// SetDays shows other days, whole weeks of them.
func (m *MonthGrid) SetDays(days []CalendarDay) {
	m.days, m.dragged = days, ""
	m.Refresh()
}

// Select chooses an event without telling anybody.
func (m *MonthGrid) Select(id string) {
	m.selected = id
	m.Refresh()
}

// Focus gives the calendar the keys.
func (m *MonthGrid) Focus() { focusOn(m) }

const daysOfWeek = 7

// DayNames are the days of the week, Monday first.
var DayNames = [daysOfWeek]string{"Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"}

func (m *MonthGrid) weeks() int { return max(len(m.days)/daysOfWeek, 1) }

func monthHead() float32 { return lineHeight(captionSize()) + 12 }

// cell is where a day stands.
func (m *MonthGrid) cell(i int) (x, y, w, h float32) {
	size := m.Size()
	w, h = size.Width/daysOfWeek, (size.Height-monthHead())/float32(m.weeks())
	return float32(i%daysOfWeek) * w, monthHead() + float32(i/daysOfWeek)*h, w, h
}

const eventGap = 2

// room is how many events a cell can show, and from where.
func (m *MonthGrid) room() (lines int, from float32) {
	_, _, _, h := m.cell(0)
	from = lineHeight(captionSize()) + 5
	return int((h - from - 2) / (tagHeight() + eventGap)), from
}

// shown is how many of n events a cell shows; the last line tells of the others.
func shown(n, lines int) int {
	if n <= lines {
		return n
	}
	return max(lines-1, 0)
}

// at finds the day under a position, -1 for none, and the event there: "" for none.
func (m *MonthGrid) at(pos fyne.Position) (i int, id string, more bool) {
	size := m.Size()
	if pos.Y < monthHead() || pos.X < 0 || pos.X >= size.Width || pos.Y >= size.Height {
		return -1, "", false
	}
	_, _, w, h := m.cell(0)
	i = int((pos.Y-monthHead())/h)*daysOfWeek + int(pos.X/w)
	if i >= len(m.days) {
		return -1, "", false
	}
	lines, from := m.room()
	_, y, _, _ := m.cell(i)
	line := int((pos.Y - y - from) / (tagHeight() + eventGap))
	events := m.days[i].Events
	n := shown(len(events), lines)
	switch {
	case pos.Y < y+from || line > n:
		return i, "", false
	case line < n:
		return i, events[line].ID, false
	}
	return i, "", len(events) > n
}

func (m *MonthGrid) event(id string) (day int, e Event, ok bool) {
	for i, d := range m.days {
		for _, e := range d.Events {
			if e.ID == id {
				return i, e, true
			}
		}
	}
	return -1, Event{}, false
}

func (m *MonthGrid) choose(id string) {
	if id == "" || id == m.selected {
		return
	}
	m.selected = id
	m.Refresh()
	if m.OnSelected != nil {
		m.OnSelected(id)
	}
}

// MouseDown notes what a drag would take along.
func (m *MonthGrid) MouseDown(e *desktop.MouseEvent) { _, m.pressed, _ = m.at(e.Position) }

// MouseUp is part of being pressed with the mouse.
func (m *MonthGrid) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses the event under the pointer, or opens the day that has more of them.
func (m *MonthGrid) Tapped(e *fyne.PointEvent) {
	focusOn(m)
	i, id, more := m.at(e.Position)
	if more && m.OnDay != nil {
		m.OnDay(m.days[i].Key)
		return
	}
	m.choose(id)
}

// Dragged takes the pressed event along.
func (m *MonthGrid) Dragged(e *fyne.DragEvent) {
	if m.dragged == "" {
		_, event, ok := m.event(m.pressed)
		if !ok || event.Fixed {
			return
		}
		m.dragged = event.ID
		m.choose(event.ID)
	}
	m.pointer = e.Position
	m.Refresh()
}

// DragEnd leaves the event on the day under the pointer.
func (m *MonthGrid) DragEnd() {
	id := m.dragged
	m.dragged = ""
	m.Refresh()
	if id == "" || m.OnMoved == nil {
		return
	}
	from, _, _ := m.event(id)
	if to, _, _ := m.at(m.pointer); to >= 0 && to != from {
		m.OnMoved(id, m.days[to].Key, 0)
	}
}

// TypedKey goes to the event before or after with the arrow keys, and opens it with Enter.
func (m *MonthGrid) TypedKey(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyUp: -1, fyne.KeyRight: 1, fyne.KeyDown: 1}[e.Name]
	switch {
	case step != 0:
		m.step(step)
	case (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && m.selected != "" && m.OnOpened != nil:
		m.OnOpened(m.selected)
	default:
		passKey(m, e)
	}
}

func (m *MonthGrid) step(by int) {
	var ids []string
	at := -1
	for _, d := range m.days {
		for _, e := range d.Events {
			if e.ID == m.selected {
				at = len(ids)
			}
			ids = append(ids, e.ID)
		}
	}
	switch {
	case len(ids) == 0:
		return
	case at < 0 && by > 0:
		at = 0
	case at < 0:
		at = len(ids) - 1
	default:
		at = min(max(at+by, 0), len(ids)-1)
	}
	m.choose(ids[at])
}

// TypedShortcut moves the chosen event by a day with Ctrl and Left or Right, by a week with Ctrl and Up or Down.
func (m *MonthGrid) TypedShortcut(s fyne.Shortcut) {
	for keys, steps := range map[string]int{"Ctrl+Left": -1, "Ctrl+Right": 1, "Ctrl+Up": -daysOfWeek, "Ctrl+Down": daysOfWeek} {
		if !isShortcut(s, keys) {
			continue
		}
		if _, e, ok := m.event(m.selected); ok && !e.Fixed && m.OnMoved != nil {
			m.OnMoved(e.ID, "", steps)
		}
		return
	}
	passShortcut(m, s)
}

// TypedRune is part of being focusable.
func (m *MonthGrid) TypedRune(rune) {}

// FocusGained draws the focus ring.
func (m *MonthGrid) FocusGained() { m.focused = true; m.Refresh() }

// FocusLost removes the focus ring.
func (m *MonthGrid) FocusLost() { m.focused = false; m.Refresh() }

// Cursor shows that events can be pressed.
func (m *MonthGrid) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// MinSize is Fyne's hook.
func (m *MonthGrid) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(420*TextScale(), monthHead()+float32(m.weeks())*48*TextScale())
}

// CreateRenderer is Fyne's hook to draw the widget.
func (m *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	r := &monthRenderer{m: m, ring: canvas.NewRectangle(noColor), ghost: canvas.NewRectangle(noColor), ghostText: canvas.NewText("", TextColor)}
	for range daysOfWeek {
		r.titles = append(r.titles, canvas.NewText("", Secondary))
	}
	r.Refresh()
	return r
}

// monthCell is the objects of a day.
type monthCell struct {
	ground       *canvas.Rectangle
	number, note *canvas.Text
	tags         []*canvas.Rectangle
	texts        []*canvas.Text
	more         *canvas.Text
}

type monthRenderer struct {
	m           *MonthGrid
	titles      []*canvas.Text
	cells       []*monthCell
	ring, ghost *canvas.Rectangle
	ghostText   *canvas.Text
	objects     []fyne.CanvasObject
}

func (r *monthRenderer) MinSize() fyne.Size           { return r.m.MinSize() }
func (r *monthRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *monthRenderer) Destroy()                     {}
func (r *monthRenderer) Refresh()                     { r.Layout(r.m.Size()); canvas.Refresh(r.m) }

func (r *monthRenderer) Layout(size fyne.Size) {
	m := r.m
	lines, from := m.room()
	r.fit(max(lines, 0))
	caption, line := captionSize(), lineHeight(captionSize())
	for i, title := range r.titles {
		x, _, w, _ := m.cell(i)
		setText(title, Ellipsis(DayNames[i], w-12, caption, fyne.TextStyle{Bold: true}), caption, fyne.TextStyle{Bold: true}, Secondary, fyne.TextAlignLeading)
		place(title, x+8, 6, w-12, line)
	}
	target := -1
	if m.dragged != "" {
		target, _, _ = m.at(m.pointer)
	}
	for i, c := range r.cells {
		r.draw(c, i, i == target, lines, from)
	}
	r.drawGhost()
	setFill(r.ring, noColor, Accent, ringWidth(m.focused))
	if !m.focused {
		setFill(r.ring, noColor, noColor, 0)
	}
	place(r.ring, 0, 0, size.Width, size.Height)
}

// fit makes as many objects as the days and the lines need.
func (r *monthRenderer) fit(lines int) {
	days := len(r.m.days)
	if len(r.cells) == days && (days == 0 || len(r.cells[0].tags) == lines) && len(r.objects) > 0 {
		return
	}
	r.cells, r.objects = nil, nil
	for _, t := range r.titles {
		r.objects = append(r.objects, t)
	}
	for range days {
		c := &monthCell{ground: canvas.NewRectangle(Surface), number: canvas.NewText("", TextColor), note: canvas.NewText("", Secondary), more: canvas.NewText("", Secondary)}
		r.objects = append(r.objects, c.ground, c.number, c.note)
		for range lines {
			c.tags, c.texts = append(c.tags, canvas.NewRectangle(noColor)), append(c.texts, canvas.NewText("", TextColor))
			r.objects = append(r.objects, c.tags[len(c.tags)-1], c.texts[len(c.texts)-1])
		}
		r.objects = append(r.objects, c.more)
		r.cells = append(r.cells, c)
	}
	r.objects = append(r.objects, r.ring, r.ghost, r.ghostText)
}

func (r *monthRenderer) draw(c *monthCell, i int, target bool, lines int, from float32) {
	m := r.m
	d := m.days[i]
	x, y, w, h := m.cell(i)
	fill := Surface
	switch {
	case target:
		fill = Tint
	case d.Today:
		fill = CareBack
	case d.Off && !d.Outside:
		fill = NeutralBack
	}
	setFill(c.ground, fill, Hairline, 1)
	place(c.ground, x, y, w+1, h+1)
	ink, style := TextColor, fyne.TextStyle{Bold: d.Today}
	switch {
	case d.Outside:
		ink = Secondary
	case d.Off:
		ink = Secondary
	}
	caption, line := captionSize(), lineHeight(captionSize())
	number := strconv.Itoa(d.Number)
	setText(c.number, number, caption, style, ink, fyne.TextAlignLeading)
	place(c.number, x+8, y+3, 24*TextScale(), line)
	left := 14 + measure(number, caption, style).Width
	setText(c.note, Ellipsis(d.Note, max(w-left-6, 0), caption, fyne.TextStyle{}), caption, fyne.TextStyle{}, Late, fyne.TextAlignLeading)
	place(c.note, x+left, y+3, max(w-left-6, 0), line)
	n := shown(len(d.Events), lines)
	for k := range c.tags {
		if k >= n {
			c.tags[k].Hide()
			c.texts[k].Hide()
			continue
		}
		e := d.Events[k]
		top := y + from + float32(k)*(tagHeight()+eventGap)
		drawEvent(c.tags[k], c.texts[k], e, e.ID == m.selected, x+4, top, w-8)
		c.tags[k].Show()
		c.texts[k].Show()
	}
	if rest := len(d.Events) - n; rest > 0 {
		label := "và " + Number(rest) + " cuộc nữa"
		if n == 0 {
			label = Number(rest) + " cuộc"
		}
		setText(c.more, Ellipsis(label, w-16, caption, fyne.TextStyle{}), caption, fyne.TextStyle{}, Accent, fyne.TextAlignLeading)
		place(c.more, x+8, y+from+float32(n)*(tagHeight()+eventGap), w-16, line)
		c.more.Show()
	} else {
		c.more.Hide()
	}
}

// drawEvent places an event as a tag that fills the width of its day.
func drawEvent(ground *canvas.Rectangle, text *canvas.Text, e Event, selected bool, x, y, w float32) {
	ground.CornerRadius = 5
	if selected {
		setFill(ground, e.Tone.Ground(), Accent, 1.5)
	} else {
		setFill(ground, e.Tone.Ground(), noColor, 0)
	}
	place(ground, x, y, w, tagHeight())
	setText(text, Ellipsis(e.Text, max(w-12, 0), captionSize(), fyne.TextStyle{}), captionSize(), fyne.TextStyle{}, e.Tone.Ink(), fyne.TextAlignLeading)
	line := lineHeight(captionSize())
	place(text, x+6, y+(tagHeight()-line)/2, w-12, line)
}

// drawGhost draws the event that is being dragged under the pointer.
func (r *monthRenderer) drawGhost() {
	_, e, ok := r.m.event(r.m.dragged)
	if !ok {
		r.ghost.Hide()
		r.ghostText.Hide()
		return
	}
	_, _, w, _ := r.m.cell(0)
	drawEvent(r.ghost, r.ghostText, e, true, r.m.pointer.X-w/2, r.m.pointer.Y-tagHeight()/2, w-8)
	r.ghost.Show()
	r.ghostText.Show()
}
