package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*Action)(nil)
	_ fyne.Shortcutable = (*Action)(nil)
	_ fyne.Tappable     = (*Action)(nil)
	_ desktop.Hoverable = (*Action)(nil)
	_ fyne.Disableable  = (*Action)(nil)
)

type actionLook int

const (
	lookPlain actionLook = iota
	lookPrimary
	lookLink
)

// Action is something to do: a button with its shortcut shown on it, or a link.
type Action struct {
	widget.DisableableWidget
	text     string
	shortcut string
	onTap    func()
	look     actionLook
	menu     bool
	tip      string
	small    bool
	hovered  bool
	focused  bool
}

// NewAction returns a white button. The shortcut, "" for none, is only shown; see Bind for making it work.
func NewAction(text, shortcut string, onTap func()) *Action {
	a := &Action{text: text, shortcut: shortcut, onTap: onTap}
	a.ExtendBaseWidget(a)
	return a
}

// NewLink returns something to do that looks like a word of the text.
func NewLink(text string, onTap func()) *Action {
	a := &Action{text: text, onTap: onTap, look: lookLink}
	a.ExtendBaseWidget(a)
	return a
}

// Primary fills the button: the likeliest next act, at most one on a page. It returns the button itself.
func (a *Action) Primary() *Action {
	a.look = lookPrimary
	a.Refresh()
	return a
}

// Small draws a link in the size of what stands beside it in a bar. It returns the link itself.
func (a *Action) Small() *Action {
	a.small = true
	a.Refresh()
	return a
}

func (a *Action) size() float32 {
	if a.small {
		return captionSize()
	}
	return textSize()
}

// Menu shows a small arrow after the name: pressing opens a list of acts. It returns the button itself.
func (a *Action) Menu() *Action {
	a.menu = true
	a.Refresh()
	return a
}

// Tip explains the act when the pointer rests on it. It returns the button itself.
func (a *Action) Tip(text string) *Action {
	a.tip = text
	return a
}

// SetText shows another name.
func (a *Action) SetText(text string) {
	if a.text != text {
		a.text = text
		a.Refresh()
	}
}

// Text returns the name that is shown.
func (a *Action) Text() string { return a.text }

// SetOnTapped replaces what is done.
func (a *Action) SetOnTapped(onTap func()) { a.onTap = onTap }

// Tapped does it, unless disabled.
func (a *Action) Tapped(*fyne.PointEvent) {
	hush()
	if !a.Disabled() && a.onTap != nil {
		a.onTap()
	}
}

// TypedKey does it on Enter and the space bar.
func (a *Action) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		a.Tapped(nil)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
	default:
		passKey(a, e)
	}
}

// TypedRune is part of having the focus; letters mean nothing here.
func (a *Action) TypedRune(rune) {}

// TypedShortcut hands shortcuts on to the form or the window.
func (a *Action) TypedShortcut(s fyne.Shortcut) { passShortcut(a, s) }

// FocusGained draws the focus ring.
func (a *Action) FocusGained() { a.focused = true; a.Refresh() }

// FocusLost removes the focus ring.
func (a *Action) FocusLost() { a.focused = false; a.Refresh() }

// MouseIn draws the button under the pointer.
func (a *Action) MouseIn(e *desktop.MouseEvent) {
	a.hovered = true
	a.Refresh()
	explain(a, e.AbsolutePosition, a.tip)
}

// MouseMoved keeps the tip at the pointer.
func (a *Action) MouseMoved(e *desktop.MouseEvent) { explain(a, e.AbsolutePosition, a.tip) }

// MouseOut draws the button as usual.
func (a *Action) MouseOut() {
	a.hovered = false
	a.Refresh()
	explain(a, fyne.Position{}, "")
}

// Cursor is a hand over a link.
func (a *Action) Cursor() desktop.Cursor {
	if a.look == lookLink && !a.Disabled() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is Fyne's hook to draw the widget.
func (a *Action) CreateRenderer() fyne.WidgetRenderer {
	a.ExtendBaseWidget(a)
	r := &actionRenderer{
		a:         a,
		ring:      canvas.NewRectangle(noColor),
		ground:    canvas.NewRectangle(Surface),
		text:      canvas.NewText("", TextColor),
		chip:      canvas.NewRectangle(noColor),
		chipText:  canvas.NewText("", Secondary),
		underline: canvas.NewRectangle(noColor),
		arrow:     newMark("mo", TextColor),
	}
	r.ground.CornerRadius = 6
	r.ring.CornerRadius = 8
	r.chip.CornerRadius = 4
	r.objects = []fyne.CanvasObject{r.ring, r.ground, r.text, r.underline, r.chip, r.chipText, r.arrow}
	r.Refresh()
	return r
}

type actionRenderer struct {
	a                             *Action
	ring, ground, chip, underline *canvas.Rectangle
	text, chipText                *canvas.Text
	arrow                         *canvas.Image
	objects                       []fyne.CanvasObject
}

const (
	actionPadding = 13
	chipPadding   = 5
	chipGap       = 7
)

func (r *actionRenderer) textWidth() float32 {
	return measure(r.a.text, r.a.size(), r.style()).Width
}

func (r *actionRenderer) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: r.a.look == lookPrimary}
}

func (r *actionRenderer) chipWidth() float32 {
	if r.a.shortcut == "" {
		return 0
	}
	return measure(r.a.shortcut, captionSize(), fyne.TextStyle{}).Width + 2*chipPadding
}

func (r *actionRenderer) MinSize() fyne.Size {
	if r.a.look == lookLink {
		high := lineHeight(r.a.size())
		if !r.a.small {
			high += 4
		}
		return fyne.NewSize(r.textWidth(), high)
	}
	w := r.textWidth() + 2*actionPadding
	if r.a.menu {
		w += markSize() + 5
	}
	if chip := r.chipWidth(); chip > 0 {
		w += chip + chipGap
	}
	return fyne.NewSize(w, controlHeight())
}

func (r *actionRenderer) Layout(size fyne.Size) {
	line := lineHeight(r.a.size())
	if r.a.look == lookLink {
		place(r.ring, -4, -1, size.Width+8, size.Height+2)
		place(r.text, 0, (size.Height-line)/2, size.Width, line)
		place(r.underline, 0, (size.Height+line)/2-2, min(size.Width, r.textWidth()), 1)
		return
	}
	place(r.ring, -2.5, -2.5, size.Width+5, size.Height+5)
	place(r.ground, 0, 0, size.Width, size.Height)
	chip := r.chipWidth()
	used := r.textWidth()
	if chip > 0 {
		used += chip + chipGap
	}
	if r.a.menu {
		used += markSize() + 5
	}
	x := (size.Width - used) / 2
	place(r.text, x, (size.Height-line)/2, r.textWidth(), line)
	chipLine := lineHeight(captionSize())
	chipHeight := chipLine + 2
	chipX := x + r.textWidth() + chipGap
	place(r.chip, chipX, (size.Height-chipHeight)/2, chip, chipHeight)
	place(r.chipText, chipX+chipPadding, (size.Height-chipLine)/2, chip, chipLine)
	place(r.arrow, x+used-markSize(), (size.Height-markSize())/2, markSize(), markSize())
}

func (r *actionRenderer) Refresh() {
	a := r.a
	var ink, ground, edge, chipInk, chipEdge color.Color = TextColor, Surface, InputBorder, Secondary, InputBorder
	switch {
	case a.look == lookPrimary && a.Disabled():
		ink, ground, edge, chipInk, chipEdge = Secondary, NeutralBack, NeutralBack, Secondary, InputBorder
	case a.look == lookPrimary:
		ink, ground, edge, chipInk, chipEdge = Surface, Accent, Accent, Surface, color.NRGBA{R: 255, G: 255, B: 255, A: 0x80}
		if a.hovered {
			ground, edge = AccentDown, AccentDown
		}
	case a.look == lookLink:
		ink = Accent
		if a.Disabled() {
			ink = Disabled
		}
	case a.Disabled():
		ink, ground, chipInk = Disabled, Window, Disabled
	case a.hovered:
		ground = HeaderGround
		edge = Disabled
	}
	ring := color.Color(noColor)
	if a.focused && !a.Disabled() {
		ring = Accent
	}
	setFill(r.ring, noColor, ring, ringWidth(a.focused))
	setText(r.text, a.text, a.size(), r.style(), ink, fyne.TextAlignLeading)
	setText(r.chipText, a.shortcut, captionSize(), fyne.TextStyle{}, chipInk, fyne.TextAlignLeading)
	if a.look == lookLink {
		r.ground.Hide()
		under := color.Color(noColor)
		if a.hovered && !a.Disabled() {
			under = Accent
		}
		setFill(r.underline, under, noColor, 0)
	} else {
		setFill(r.ground, ground, edge, 1)
	}
	if a.shortcut == "" {
		r.chip.Hide()
		r.chipText.Hide()
	} else {
		r.chip.Show()
		r.chipText.Show()
		setFill(r.chip, ground, chipEdge, 1)
	}
	if a.menu {
		r.arrow.Show()
	} else {
		r.arrow.Hide()
	}
	r.Layout(a.Size())
	canvas.Refresh(a)
}

func ringWidth(focused bool) float32 {
	if focused {
		return 1.5
	}
	return 0
}

func (r *actionRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *actionRenderer) Destroy()                     {}

// newIconAction is a small square button with a picture, used inside inputs and calendars. It takes no focus:
// the input around it has a key for the same.
func newIconAction(icon fyne.Resource, tip string, onTap func()) *iconAction {
	a := &iconAction{icon: icon, tip: tip, onTap: onTap}
	a.ExtendBaseWidget(a)
	return a
}

type iconAction struct {
	widget.BaseWidget
	icon    fyne.Resource
	tip     string
	onTap   func()
	hovered bool
	ground  *canvas.Rectangle
}

func (a *iconAction) Tapped(*fyne.PointEvent)          { a.onTap() }
func (a *iconAction) MouseMoved(e *desktop.MouseEvent) { explain(a, e.AbsolutePosition, a.tip) }
func (a *iconAction) Cursor() desktop.Cursor           { return desktop.PointerCursor }

func (a *iconAction) MouseIn(e *desktop.MouseEvent) {
	a.hover(true)
	explain(a, e.AbsolutePosition, a.tip)
}

func (a *iconAction) MouseOut() {
	a.hover(false)
	explain(a, fyne.Position{}, "")
}

func (a *iconAction) hover(on bool) {
	a.hovered = on
	if a.ground != nil {
		fill := color.Color(noColor)
		if on {
			fill = NeutralBack
		}
		setFill(a.ground, fill, noColor, 0)
	}
}

func (a *iconAction) MinSize() fyne.Size {
	return fyne.NewSize(30*TextScale(), 26*TextScale())
}

func (a *iconAction) CreateRenderer() fyne.WidgetRenderer {
	a.ground = canvas.NewRectangle(noColor)
	a.ground.CornerRadius = 4
	image := canvas.NewImageFromResource(a.icon)
	image.FillMode = canvas.ImageFillContain
	return widget.NewSimpleRenderer(newSpot(func(size fyne.Size) {
		place(a.ground, 1, 2, size.Width-2, size.Height-4)
		side := theme.Size(theme.SizeNameInlineIcon)
		place(image, (size.Width-side)/2, (size.Height-side)/2, side, side)
	}, a.ground, image))
}
