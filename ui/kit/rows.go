package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rowView draws one row of a list. The list keeps as many of them as can be seen and draws them again with
// other rows while scrolling.
type rowView interface {
	object() fyne.CanvasObject
	draw(i int, selected bool, size fyne.Size)
	// tip is the text that explains row i, as drawn, at x; "" for none.
	tip(i int, x float32) string
}

// rows is the list under the table, the tree and the drop-down lists: only what is seen has widgets, the
// arrows select, and positions are float64, so that the last of a million rows is drawn as sharply as the
// first. Fyne's own List highlights before it selects and measures in float32.
type rows struct {
	widget.BaseWidget

	count    int
	create   func() rowView
	lines    bool    // a hairline under each row
	inset    float32 // of the selection's ground at both sides
	minRows  int
	minWidth float32
	height   func() float32 // of a row; nil: rowHeight

	selectable func(i int) bool
	onSelected func(i int)                   // the user moved the selection to i
	onOpened   func(i int)                   // double click or Enter on i
	onPressed  func(i int, x float32) bool   // a press at x; true when it meant something else than selecting
	onKey      func(e *fyne.KeyEvent) bool   // a key before the list looks at it; true when used up
	onRune     func(r rune)                  // a letter or figure that was typed
	onShortcut func(s fyne.Shortcut) bool    // a shortcut before the list looks at it; true when used up
	onMenu     func(i int, at fyne.Position) // the right button on i; at is a place in the window
	onView     func(first, last int)         // which rows are in view, after each change
	tapOpens   bool                          // one click opens, as in a drop-down list

	selected int
	hovered  int
	focused  bool
	top      float64

	dragging  bool
	dragFrom  float32
	dragTop   float64
	pressedAt fyne.Position
	handled   bool
	r         *rowsRenderer
}

var (
	_ fyne.Focusable      = (*rows)(nil)
	_ fyne.Shortcutable   = (*rows)(nil)
	_ fyne.Scrollable     = (*rows)(nil)
	_ fyne.Tappable       = (*rows)(nil)
	_ fyne.DoubleTappable = (*rows)(nil)

	_ fyne.SecondaryTappable = (*rows)(nil)

	_ fyne.Draggable    = (*rows)(nil)
	_ desktop.Mouseable = (*rows)(nil)
	_ desktop.Hoverable = (*rows)(nil)
)

func newRows(create func() rowView) *rows {
	l := &rows{create: create, selected: -1, hovered: -1, minRows: 3, minWidth: 80}
	l.ExtendBaseWidget(l)
	return l
}

func (l *rows) step() float64 {
	if l.height != nil {
		return float64(l.height())
	}
	return float64(rowHeight())
}

// setCount changes how many rows there are and draws everything anew.
func (l *rows) setCount(n int) {
	l.count = n
	if l.selected >= n {
		l.selected = -1
	}
	l.hovered = -1
	l.Refresh()
}

// mark selects row i, -1 for none, without telling anybody, and brings it into view.
func (l *rows) mark(i int, show bool) {
	l.selected = i
	if show && i >= 0 {
		l.show(i)
	}
	l.Refresh()
}

// show scrolls as little as needed to have row i in view.
func (l *rows) show(i int) {
	height := float64(l.Size().Height)
	if height <= 0 {
		return // not laid out yet: nothing to scroll in
	}
	y := float64(i) * l.step()
	if y < l.top {
		l.top = y
	} else if y+l.step() > l.top+height {
		l.top = y + l.step() - height
	}
	l.clamp()
}

func (l *rows) firstInView() int { return int(l.top / l.step()) }

func (l *rows) lastInView() int {
	return max(min(int((l.top+float64(l.Size().Height))/l.step()), l.count-1), 0)
}

func (l *rows) clamp() {
	most := float64(l.count)*l.step() - float64(l.Size().Height)
	l.top = math.Max(0, math.Min(l.top, most))
}

func (l *rows) scrollTo(top float64) {
	old := l.top
	l.top = top
	l.clamp()
	if l.top != old {
		l.layoutRows()
	}
}

// choose selects row i as the user asked and tells so.
func (l *rows) choose(i int) {
	if i < 0 || i >= l.count || (l.selectable != nil && !l.selectable(i)) {
		return
	}
	changed := l.selected != i
	l.selected = i
	l.show(i)
	l.Refresh()
	if changed && l.onSelected != nil {
		l.onSelected(i)
	}
}

// move selects the row by steps away, passing over rows that cannot be selected.
func (l *rows) move(from, by int) {
	if l.count == 0 {
		return
	}
	i := max(0, min(from+by, l.count-1))
	way := 1
	if by < 0 {
		way = -1
	}
	for l.selectable != nil && i >= 0 && i < l.count && !l.selectable(i) {
		i += way
	}
	if i >= 0 && i < l.count {
		l.choose(i)
	}
}

func (l *rows) page() int { return max(int(float64(l.Size().Height)/l.step())-1, 1) }

// TypedKey moves the selection.
func (l *rows) TypedKey(e *fyne.KeyEvent) {
	hush()
	if l.onKey != nil && l.onKey(e) {
		return
	}
	if !l.navigate(e) {
		passKey(l, e)
	}
}

func (l *rows) navigate(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		if l.selected < 0 {
			first := int(math.Ceil(l.top / l.step()))
			l.move(first, 0)
		} else {
			l.move(l.selected, 1)
		}
	case fyne.KeyUp:
		l.move(max(l.selected, 0), -1)
	case fyne.KeyPageDown:
		l.move(max(l.selected, 0), l.page())
	case fyne.KeyPageUp:
		l.move(max(l.selected, 0), -l.page())
	case fyne.KeyHome:
		l.move(0, 0)
	case fyne.KeyEnd:
		l.move(l.count, -1)
		if l.selectable == nil {
			l.choose(l.count - 1)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.selected >= 0 && l.onOpened != nil {
			l.onOpened(l.selected)
			return true
		}
		return false
	default:
		return false
	}
	return true
}

// TypedRune tells what was typed.
func (l *rows) TypedRune(r rune) {
	if l.onRune != nil {
		l.onRune(r)
	}
}

func (l *rows) TypedShortcut(s fyne.Shortcut) {
	if l.onShortcut != nil && l.onShortcut(s) {
		return
	}
	passShortcut(l, s)
}

func (l *rows) FocusGained() { l.focused = true; l.Refresh() }
func (l *rows) FocusLost()   { l.focused = false; l.Refresh() }

func (l *rows) at(pos fyne.Position) int {
	i := int((l.top + float64(pos.Y)) / l.step())
	if pos.Y < 0 || i < 0 || i >= l.count {
		return -1
	}
	return i
}

// MouseDown selects at once: waiting for the release, or for a second click, feels slow.
func (l *rows) MouseDown(e *desktop.MouseEvent) {
	hush()
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	l.pressedAt = e.Position
	if c := canvasOf(l); c != nil {
		c.Focus(l)
	}
	if l.onBar(e.Position) {
		l.handled = true
		_, thumbY, thumbHeight := l.thumb()
		if e.Position.Y < thumbY || e.Position.Y > thumbY+thumbHeight {
			way := 1.0
			if e.Position.Y < thumbY {
				way = -1
			}
			l.scrollTo(l.top + way*float64(l.Size().Height)*0.9)
		}
		return
	}
	l.handled = true
	l.press(e.Position)
}

func (l *rows) press(pos fyne.Position) {
	i := l.at(pos)
	if i < 0 || (l.onPressed != nil && l.onPressed(i, pos.X)) {
		return
	}
	l.choose(i)
}

// MouseUp opens where one click is enough.
func (l *rows) MouseUp(e *desktop.MouseEvent) {
	if !l.tapOpens || e.Button != desktop.MouseButtonPrimary || l.dragging || l.onBar(l.pressedAt) {
		return
	}
	if i := l.at(e.Position); i >= 0 && i == l.selected && l.onOpened != nil {
		l.onOpened(i)
	}
}

// Tapped does for a touch screen, and for tests, what MouseDown does for a mouse. After a press it comes late,
// since Fyne waits for a second click, and must not undo what happened in between.
func (l *rows) Tapped(e *fyne.PointEvent) {
	if l.handled {
		l.handled = false
		return
	}
	l.press(e.Position)
	if i := l.at(e.Position); l.tapOpens && i >= 0 && i == l.selected && l.onOpened != nil {
		l.onOpened(i)
	}
}

// TappedSecondary selects the row under the pointer and opens its menu.
func (l *rows) TappedSecondary(e *fyne.PointEvent) {
	i := l.at(e.Position)
	if i < 0 || l.onMenu == nil || l.onBar(e.Position) {
		return
	}
	if c := canvasOf(l); c != nil {
		c.Focus(l)
	}
	l.press(e.Position)
	l.onMenu(i, e.AbsolutePosition)
}

func (l *rows) DoubleTapped(e *fyne.PointEvent) {
	l.handled = false
	if i := l.at(e.Position); i >= 0 && i == l.selected && l.onOpened != nil && !l.tapOpens && !l.onBar(e.Position) {
		l.onOpened(i)
	}
}

func (l *rows) MouseIn(e *desktop.MouseEvent)    { l.point(e) }
func (l *rows) MouseMoved(e *desktop.MouseEvent) { l.point(e) }
func (l *rows) MouseOut() {
	l.hover(-1)
	explain(l, fyne.Position{}, "")
}

func (l *rows) point(e *desktop.MouseEvent) {
	i := l.at(e.Position)
	l.hover(i)
	text := ""
	if i >= 0 && l.r != nil && len(l.r.slots) > 0 && !l.onBar(e.Position) {
		if slot := l.r.slots[i%len(l.r.slots)]; slot.index == i {
			text = slot.view.tip(i, e.Position.X)
		}
	}
	explain(l, e.AbsolutePosition, text)
}

func (l *rows) hover(i int) {
	if l.hovered != i {
		l.hovered = i
		if l.r != nil {
			l.r.paintGrounds()
		}
	}
}

func (l *rows) Scrolled(e *fyne.ScrollEvent) {
	l.scrollTo(l.top - float64(e.Scrolled.DY))
	l.hovered = -1
	hush()
}

func (l *rows) onBar(pos fyne.Position) bool {
	shown, _, _ := l.thumb()
	return shown && pos.X > l.Size().Width-barRoom
}

const barRoom = 12

// thumb tells whether there is anything to scroll, and where the bar stands.
func (l *rows) thumb() (shown bool, y, height float32) {
	view := float64(l.Size().Height)
	all := float64(l.count) * l.step()
	if all <= view || view <= 0 {
		return false, 0, 0
	}
	h := math.Max(view*view/all, 28)
	return true, float32(l.top / (all - view) * (view - h)), float32(h)
}

func (l *rows) Dragged(e *fyne.DragEvent) {
	if !l.dragging {
		if !l.onBar(l.pressedAt) {
			return
		}
		l.dragging = true
		l.dragFrom, l.dragTop = l.pressedAt.Y, l.top
	}
	_, _, h := l.thumb()
	view := float64(l.Size().Height)
	all := float64(l.count) * l.step()
	l.scrollTo(l.dragTop + float64(e.Position.Y-l.dragFrom)/(view-float64(h))*(all-view))
}

func (l *rows) DragEnd() { l.dragging = false }

func (l *rows) MinSize() fyne.Size {
	return fyne.NewSize(l.minWidth, float32(l.minRows)*float32(l.step()))
}

func (l *rows) layoutRows() {
	if l.r != nil {
		l.r.arrange(false)
	}
}

func (l *rows) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &rowsRenderer{l: l, layer: container.NewWithoutLayout(), bar: canvas.NewRectangle(Disabled), ring: canvas.NewRectangle(noColor)}
	r.bar.CornerRadius = 2
	r.ring.CornerRadius = 6
	r.clip = container.NewClip(r.layer)
	r.objects = []fyne.CanvasObject{r.clip, r.bar, r.ring}
	l.r = r
	return r
}

type rowSlot struct {
	index  int
	ground *canvas.Rectangle
	focus  *canvas.Rectangle
	line   *canvas.Rectangle
	view   rowView
	size   fyne.Size
}

type rowsRenderer struct {
	l       *rows
	slots   []*rowSlot
	layer   *fyne.Container
	clip    *container.Clip
	bar     *canvas.Rectangle
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *rowsRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *rowsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *rowsRenderer) Destroy()                     {}

func (r *rowsRenderer) Layout(size fyne.Size) {
	place(r.clip, 0, 0, size.Width, size.Height)
	r.layer.Resize(size)
	r.l.clamp()
	r.arrange(false)
}

func (r *rowsRenderer) Refresh() {
	r.l.clamp()
	r.arrange(true)
	canvas.Refresh(r.l)
}

// arrange gives each row in view its slot. A row keeps its slot while it is in view, so that scrolling by a
// line draws one row and moves the others.
func (r *rowsRenderer) arrange(all bool) {
	l := r.l
	size := l.Size()
	if size.Height <= 0 || size.Width <= 0 {
		return
	}
	step := l.step()
	need := int(math.Ceil(float64(size.Height)/step)) + 1
	if need != len(r.slots) {
		r.resizePool(need)
		all = true
	}
	first := int(l.top / step)
	last := min(first+need-1, l.count-1)
	rowSize := fyne.NewSize(size.Width, float32(step))
	for i := first; i < first+need; i++ {
		slot := r.slots[i%need]
		if i > last {
			slot.index = -1
			slot.ground.Hide()
			slot.focus.Hide()
			slot.line.Hide()
			slot.view.object().Hide()
			continue
		}
		y := float32(float64(i)*step - l.top)
		place(slot.ground, l.inset, y, size.Width-2*l.inset, float32(step)-bottomLine(l.lines))
		place(slot.focus, l.inset, y+1, 3, float32(step)-2)
		place(slot.line, 0, y+float32(step)-1, size.Width, 1)
		o := slot.view.object()
		o.Move(fyne.NewPos(0, y))
		if all || slot.index != i || slot.size != rowSize {
			slot.index, slot.size = i, rowSize
			o.Resize(rowSize)
			slot.view.draw(i, l.selected == i, rowSize)
			o.Show()
			if l.lines {
				slot.line.Show()
			}
		}
	}
	r.paintGrounds()
	if shown, y, h := l.thumb(); shown {
		place(r.bar, size.Width-6, y, 4, h)
		r.bar.Show()
	} else {
		r.bar.Hide()
	}
	place(r.ring, 0, 0, size.Width, size.Height)
	if l.focused && (l.selected < first || l.selected > last) {
		setFill(r.ring, noColor, Accent, 1)
		r.ring.Show()
	} else {
		r.ring.Hide()
	}
	if l.onView != nil && last >= first {
		l.onView(first, last)
	}
}

func bottomLine(lines bool) float32 {
	if lines {
		return 1
	}
	return 0
}

func (r *rowsRenderer) paintGrounds() {
	l := r.l
	for _, slot := range r.slots {
		switch {
		case slot.index < 0:
			slot.ground.Hide()
		case slot.index == l.selected:
			setFill(slot.ground, Tint, noColor, 0)
			slot.ground.Show()
		case slot.index == l.hovered && (l.selectable == nil || l.selectable(slot.index)):
			setFill(slot.ground, hoverGround, noColor, 0)
			slot.ground.Show()
		default:
			slot.ground.Hide()
		}
		if slot.index >= 0 && slot.index == l.selected && l.focused {
			slot.focus.Show()
		} else {
			slot.focus.Hide()
		}
	}
}

func (r *rowsRenderer) resizePool(n int) {
	slots := make([]*rowSlot, n)
	copy(slots, r.slots)
	for i := range slots {
		if slots[i] == nil {
			s := &rowSlot{view: r.l.create(), ground: canvas.NewRectangle(noColor), line: canvas.NewRectangle(Hairline), focus: canvas.NewRectangle(Accent)}
			if r.l.inset > 0 {
				s.ground.CornerRadius = 6
				s.focus.CornerRadius = 1.5
			}
			s.line.Hide()
			slots[i] = s
		}
		slots[i].index = -1
	}
	r.slots = slots
	objects := make([]fyne.CanvasObject, 0, 4*n)
	for _, s := range slots {
		objects = append(objects, s.ground, s.line, s.focus, s.view.object())
	}
	r.layer.Objects = objects
}
