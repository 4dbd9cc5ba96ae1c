package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// RailItem is one of the program's screens.
type RailItem struct {
	ID, Label string
	Icon      fyne.Resource
}

// Rail is the dark bar at the left with the program's screens. Up and Down move along it.
type Rail struct {
	widget.BaseWidget
	product, office string
	items, foot     []RailItem
	onSelected      func(id string)
	selected        string
	hovered         int
	focused         bool
	badges          map[string]int
}

var (
	_ fyne.Focusable    = (*Rail)(nil)
	_ fyne.Shortcutable = (*Rail)(nil)
	_ fyne.Tappable     = (*Rail)(nil)
	_ desktop.Hoverable = (*Rail)(nil)
)

// NewRail returns a rail with items from the top and foot at the bottom.
func NewRail(product, office string, items []RailItem, foot []RailItem, onSelected func(id string)) *Rail {
	r := &Rail{product: product, office: office, items: items, foot: foot, onSelected: onSelected, hovered: -1, badges: map[string]int{}}
	r.ExtendBaseWidget(r)
	return r
}

// Select shows which screen is in view, without telling anybody.
func (r *Rail) Select(id string) { r.selected = id; r.Refresh() }

// SetOffice shows the name of the office under that of the program.
func (r *Rail) SetOffice(office string) { r.office = office; r.Refresh() }

// SetBadge shows how much there is to do on a screen; 0 shows nothing.
func (r *Rail) SetBadge(id string, n int) { r.badges[id] = n; r.Refresh() }

func (r *Rail) all() []RailItem {
	return append(append([]RailItem{}, r.items...), r.foot...)
}

func railHead() float32 {
	return 14 + lineHeight(16*TextScale()) + lineHeight(11*TextScale()) + 11
}

func railStep() float32 { return 40 * max(TextScale(), 1) }

func (r *Rail) top(i int, height float32) float32 {
	if i < len(r.items) {
		return railHead() + float32(i)*railStep()
	}
	return height - 9 - float32(len(r.items)+len(r.foot)-i)*railStep()
}

func (r *Rail) at(pos fyne.Position) int {
	for i := range r.all() {
		top := r.top(i, r.Size().Height)
		if pos.Y >= top && pos.Y < top+railStep() {
			return i
		}
	}
	return -1
}

func (r *Rail) choose(i int) {
	all := r.all()
	if i < 0 || i >= len(all) || all[i].ID == r.selected {
		return
	}
	r.Select(all[i].ID)
	if r.onSelected != nil {
		r.onSelected(all[i].ID)
	}
}

// Tapped goes to a screen.
func (r *Rail) Tapped(e *fyne.PointEvent) { r.choose(r.at(e.Position)) }

// TypedKey moves along the rail.
func (r *Rail) TypedKey(e *fyne.KeyEvent) {
	current := 0
	for i, item := range r.all() {
		if item.ID == r.selected {
			current = i
		}
	}
	switch e.Name {
	case fyne.KeyUp:
		r.choose(current - 1)
	case fyne.KeyDown:
		r.choose(current + 1)
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(len(r.all()) - 1)
	default:
		passKey(r, e)
	}
}

// TypedRune is part of having the focus.
func (r *Rail) TypedRune(rune) {}

// TypedShortcut hands shortcuts on to the window.
func (r *Rail) TypedShortcut(s fyne.Shortcut) { passShortcut(r, s) }

// FocusGained draws the focus ring.
func (r *Rail) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost removes the focus ring.
func (r *Rail) FocusLost() { r.focused = false; r.Refresh() }

// MouseIn lights up the item under the pointer.
func (r *Rail) MouseIn(e *desktop.MouseEvent) { r.hover(r.at(e.Position)) }

// MouseMoved lights up the item under the pointer.
func (r *Rail) MouseMoved(e *desktop.MouseEvent) { r.hover(r.at(e.Position)) }

// MouseOut lights up nothing.
func (r *Rail) MouseOut() { r.hover(-1) }

func (r *Rail) hover(i int) {
	if r.hovered != i {
		r.hovered = i
		r.Refresh()
	}
}

// CreateRenderer is Fyne's hook to draw the widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	d := &railRenderer{r: r, ground: canvas.NewRectangle(RailGround), product: canvas.NewText("", Surface), office: canvas.NewText("", RailQuiet)}
	d.objects = []fyne.CanvasObject{d.ground, d.product, d.office}
	for _, item := range r.all() {
		p := &railPart{
			ground: canvas.NewRectangle(noColor), bar: canvas.NewRectangle(RailBar), text: canvas.NewText("", RailText),
			badge: canvas.NewRectangle(Badge), badgeText: canvas.NewText("", Surface),
			quiet: canvas.NewImageFromResource(recolor(item.Icon, RailQuiet)), lit: canvas.NewImageFromResource(recolor(item.Icon, Surface)),
			ring: canvas.NewRectangle(noColor),
		}
		p.ring.CornerRadius = 6
		p.quiet.FillMode, p.lit.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
		d.parts = append(d.parts, p)
		d.objects = append(d.objects, p.ground, p.bar, p.quiet, p.lit, p.text, p.badge, p.badgeText, p.ring)
	}
	d.Refresh()
	return d
}

type railPart struct {
	ground, bar, badge, ring *canvas.Rectangle
	text, badgeText          *canvas.Text
	quiet, lit               *canvas.Image
}

type railRenderer struct {
	r               *Rail
	ground          *canvas.Rectangle
	product, office *canvas.Text
	parts           []*railPart
	objects         []fyne.CanvasObject
}

func (d *railRenderer) MinSize() fyne.Size {
	return fyne.NewSize(184*max(TextScale(), 1), railHead()+float32(len(d.parts))*railStep()+9)
}

func (d *railRenderer) Layout(size fyne.Size) {
	place(d.ground, 0, 0, size.Width, size.Height)
	big, small := 16*TextScale(), 11*TextScale()
	setText(d.product, d.r.product, big, fyne.TextStyle{Bold: true}, Surface, fyne.TextAlignLeading)
	place(d.product, 16, 12, size.Width-24, lineHeight(big))
	setText(d.office, Ellipsis(d.r.office, size.Width-28, small, fyne.TextStyle{}), small, fyne.TextStyle{}, RailQuiet, fyne.TextAlignLeading)
	place(d.office, 16, 12+lineHeight(big)-1, size.Width-24, lineHeight(small))
	step := railStep()
	line := lineHeight(textSize())
	for i, item := range d.r.all() {
		p := d.parts[i]
		y := d.r.top(i, size.Height)
		chosen := item.ID == d.r.selected
		fill, bar := noColor, noColor
		switch {
		case chosen:
			fill, bar = RailSelected, RailBar
		case i == d.r.hovered:
			fill = railHover
		}
		setFill(p.ground, fill, noColor, 0)
		place(p.ground, 0, y, size.Width, step)
		setFill(p.bar, bar, noColor, 0)
		place(p.bar, 0, y, 3, step)
		side := 18 * TextScale()
		place(p.quiet, 19, y+(step-side)/2, side, side)
		place(p.lit, 19, y+(step-side)/2, side, side)
		if chosen {
			p.lit.Show()
			p.quiet.Hide()
		} else {
			p.quiet.Show()
			p.lit.Hide()
		}
		end := size.Width - 12
		if n := d.r.badges[item.ID]; n > 0 {
			text := fmt.Sprint(n)
			if n > 99 {
				text = "99+"
			}
			bold := fyne.TextStyle{Bold: true}
			height := lineHeight(11*TextScale()) + 3
			width := max(measure(text, 11*TextScale(), bold).Width+12, height)
			p.badge.CornerRadius = height / 2
			place(p.badge, size.Width-16-width, y+(step-height)/2, width, height)
			setText(p.badgeText, text, 11*TextScale(), bold, Surface, fyne.TextAlignCenter)
			place(p.badgeText, size.Width-16-width, y+(step-height)/2+1.5, width, height-3)
			p.badge.Show()
			p.badgeText.Show()
			end -= width + 10
		} else {
			p.badge.Hide()
			p.badgeText.Hide()
		}
		style := fyne.TextStyle{Bold: chosen}
		ink := RailText
		if chosen {
			ink = Surface
		}
		x := 19 + side + 10
		setText(p.text, Ellipsis(item.Label, end-x, textSize(), style), textSize(), style, ink, fyne.TextAlignLeading)
		place(p.text, x, y+(step-line)/2, end-x, line)
		place(p.ring, 5, y+3, size.Width-9, step-6)
		if chosen && d.r.focused {
			setFill(p.ring, noColor, RailBar, 1.5)
			p.ring.Show()
		} else {
			p.ring.Hide()
		}
	}
}

func (d *railRenderer) Refresh()                     { d.Layout(d.r.Size()); canvas.Refresh(d.r) }
func (d *railRenderer) Objects() []fyne.CanvasObject { return d.objects }
func (d *railRenderer) Destroy()                     {}
