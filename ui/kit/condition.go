package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Condition)(nil)
	_ fyne.Shortcutable = (*Condition)(nil)
	_ fyne.Tappable     = (*Condition)(nil)
	_ desktop.Hoverable = (*Condition)(nil)
)

// Condition is something that narrows a list, with a cross to take it away: by a click, or with Delete, Backspace, Enter or the
// space bar while it has the focus.
type Condition struct {
	widget.BaseWidget
	caption, value   string
	onRemoved        func()
	hovered, focused bool
}

// NewCondition returns a condition with its caption, "" for none, in the secondary colour before its value.
func NewCondition(caption, value string, onRemoved func()) *Condition {
	c := &Condition{caption: caption, value: value, onRemoved: onRemoved}
	c.ExtendBaseWidget(c)
	return c
}

// Value returns what stands after the caption.
func (c *Condition) Value() string { return c.value }

// Tapped takes the condition away.
func (c *Condition) Tapped(*fyne.PointEvent) { c.onRemoved() }

// TypedKey takes the condition away on the keys that delete or press.
func (c *Condition) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDelete, fyne.KeyBackspace, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.onRemoved()
	default:
		passKey(c, e)
	}
}

// TypedRune is part of having the focus; letters mean nothing here.
func (c *Condition) TypedRune(rune) {}

// TypedShortcut hands shortcuts on to the form or the window.
func (c *Condition) TypedShortcut(s fyne.Shortcut) { passShortcut(c, s) }

// FocusGained draws the focus ring.
func (c *Condition) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost removes the focus ring.
func (c *Condition) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn draws the condition under the pointer.
func (c *Condition) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved is part of being hoverable.
func (c *Condition) MouseMoved(*desktop.MouseEvent) {}

// MouseOut draws the condition as usual.
func (c *Condition) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor is a hand: a click does something.
func (c *Condition) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's hook to draw the widget.
func (c *Condition) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &conditionRenderer{c: c, ground: canvas.NewRectangle(Tint), caption: canvas.NewText("", Secondary), text: canvas.NewText("", TextColor), cross: newMark("bo", TextColor)}
	r.ground.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.ground, r.caption, r.text, r.cross}
	r.Refresh()
	return r
}

type conditionRenderer struct {
	c             *Condition
	ground        *canvas.Rectangle
	caption, text *canvas.Text
	cross         *canvas.Image
	objects       []fyne.CanvasObject
}

const longestCondition = 300

func (r *conditionRenderer) captionWidth() float32 {
	if r.c.caption == "" {
		return 0
	}
	return measure(r.c.caption, captionSize(), fyne.TextStyle{}).Width + 6
}

func (r *conditionRenderer) MinSize() fyne.Size {
	width := min(measure(r.c.value, textSize(), fyne.TextStyle{}).Width, longestCondition*TextScale())
	return fyne.NewSize(r.captionWidth()+width+markSize()+6+2*choicePadding, controlHeight())
}

func (r *conditionRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	small, line, side := lineHeight(captionSize()), lineHeight(textSize()), markSize()
	place(r.caption, choicePadding, (size.Height-small)/2+0.5, r.captionWidth(), small)
	x := choicePadding + r.captionWidth()
	room := max(size.Width-x-choicePadding-side-6, 0)
	setText(r.text, Ellipsis(r.c.value, room+0.5, textSize(), fyne.TextStyle{}), textSize(), fyne.TextStyle{}, TextColor, fyne.TextAlignLeading)
	place(r.text, x, (size.Height-line)/2, room, line)
	place(r.cross, size.Width-choicePadding-side, (size.Height-side)/2, side, side)
}

func (r *conditionRenderer) Refresh() {
	edge, width := InputBorder, float32(1)
	switch {
	case r.c.focused:
		edge, width = Accent, 2
	case r.c.hovered:
		edge = Disabled
	}
	setFill(r.ground, Tint, edge, width)
	setText(r.caption, r.c.caption, captionSize(), fyne.TextStyle{}, Secondary, fyne.TextAlignLeading)
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *conditionRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *conditionRenderer) Destroy()                     {}
