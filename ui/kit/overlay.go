package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// overlay lies over the whole window and holds a panel: a drop-down list that a press beside it closes, or a
// form that dims what is behind. Fyne's PopUp tells nobody when it closes and leaves the focus nowhere.
type overlay struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	panel   fyne.CanvasObject
	arrange func(window fyne.Size) (fyne.Position, fyne.Size)
	modal   bool
	onKey   func(from fyne.CanvasObject, e *fyne.KeyEvent) bool
	onCut   func(s fyne.Shortcut) bool
	onClose func()
	first   fyne.Focusable
	back    fyne.Focusable
	typed   func(*fyne.KeyEvent)
	open    bool
	tips    *tipLayer
}

var (
	_ keyHost           = (*overlay)(nil)
	_ fyne.Tappable     = (*overlay)(nil)
	_ desktop.Mouseable = (*overlay)(nil)
	_ desktop.Hoverable = (*overlay)(nil)
)

// show puts the overlay in front and gives the focus to o.first, otherwise to the first widget that takes it.
func (o *overlay) show() {
	hush()
	o.ExtendBaseWidget(o)
	o.tips = newTipLayer()
	o.back = o.canvas.Focused()
	if o.back != nil {
		// The widget below keeps its place but must stop blinking.
		o.back.FocusLost()
	}
	o.typed = o.canvas.OnTypedKey()
	o.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { o.hostKey(nil, e) })
	o.open = true
	o.canvas.Overlays().Add(o)
	o.Resize(o.canvas.Size())
	o.refocus()
}

func (o *overlay) refocus() {
	first := o.first
	if first == nil {
		for _, f := range focusables(o.panel) {
			if _, head := f.(*tableHead); !head { // whoever opens a table wants its rows, not its order
				first = f
				break
			}
		}
	}
	if first != nil {
		o.canvas.Focus(first)
	}
}

// close takes the overlay away and gives the focus back.
func (o *overlay) close() {
	if !o.open {
		return
	}
	hush()
	o.open = false
	above := o.lift()
	if above == nil {
		o.canvas.SetOnTypedKey(o.typed)
		if o.back != nil {
			if o.canvas.Focused() == o.back {
				o.back.FocusGained()
			} else {
				o.canvas.Focus(o.back)
			}
		}
	} else {
		above.typed, above.back = o.typed, o.back
	}
	if o.onClose != nil {
		o.onClose()
	}
}

// lift takes the overlay out of the stack and returns the one that lay on it, if any. Fyne would take away
// whatever lies above too, such as the message that a finished save has just shown.
func (o *overlay) lift() *overlay {
	var above []fyne.CanvasObject
	for i, other := range o.canvas.Overlays().List() {
		if other == o {
			above = append(above, o.canvas.Overlays().List()[i+1:]...)
			break
		}
	}
	o.canvas.Overlays().Remove(o)
	var first *overlay
	for _, other := range above {
		o.canvas.Overlays().Add(other)
		if ours, ok := other.(*overlay); ok {
			if first == nil {
				first = ours
			}
			ours.refocus()
		}
	}
	return first
}

func (o *overlay) hostKey(from fyne.CanvasObject, e *fyne.KeyEvent) bool {
	return o.onKey != nil && o.onKey(from, e)
}

func (o *overlay) hostShortcut(s fyne.Shortcut) bool { return o.onCut != nil && o.onCut(s) }

func (o *overlay) inner() []fyne.CanvasObject { return []fyne.CanvasObject{o.panel} }

// Tapped closes a drop-down list; a form keeps the focus instead.
func (o *overlay) Tapped(*fyne.PointEvent) {
	if o.modal {
		o.refocus()
		return
	}
	o.close()
}

// MouseDown, MouseUp and the hovering below keep the mouse away from what is behind.
func (o *overlay) MouseDown(*desktop.MouseEvent) {}

func (o *overlay) MouseUp(*desktop.MouseEvent) {}

func (o *overlay) MouseIn(*desktop.MouseEvent) {}

func (o *overlay) MouseMoved(*desktop.MouseEvent) {}

func (o *overlay) MouseOut() {}

func (o *overlay) CreateRenderer() fyne.WidgetRenderer {
	dim := color.Color(noColor)
	if o.modal {
		dim = color.NRGBA{R: 0x1F, G: 0x0B, B: 0x1A, A: 0x66}
	}
	sheet := canvas.NewRectangle(Surface)
	sheet.StrokeColor, sheet.StrokeWidth, sheet.CornerRadius = InputBorder, 1, 6
	if o.modal {
		sheet.CornerRadius = 10
		sheet.StrokeWidth = 0
	} else {
		sheet.Shadow = canvas.Shadow{Color: color.NRGBA{R: 0x3B, G: 0x16, B: 0x31, A: 0x40}, BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	}
	r := &overlayRenderer{o: o, dim: canvas.NewRectangle(dim), sheet: sheet}
	r.objects = []fyne.CanvasObject{r.dim, newShield(sheet, o), o.panel, o.tips}
	return r
}

type overlayRenderer struct {
	o       *overlay
	dim     *canvas.Rectangle
	sheet   *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *overlayRenderer) Layout(size fyne.Size) {
	place(r.dim, 0, 0, size.Width, size.Height)
	pos, panel := r.o.arrange(size)
	place(r.objects[1], pos.X, pos.Y, panel.Width, panel.Height)
	place(r.o.panel, pos.X, pos.Y, panel.Width, panel.Height)
	place(r.o.tips, 0, 0, size.Width, size.Height)
}

func (r *overlayRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *overlayRenderer) Refresh()                     { r.Layout(r.o.Size()); canvas.Refresh(r.o) }
func (r *overlayRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *overlayRenderer) Destroy()                     {}

// shield is the ground of a panel: a press on it must not count as one beside the panel.
type shield struct {
	widget.BaseWidget
	sheet *canvas.Rectangle
	over  *overlay
}

func newShield(sheet *canvas.Rectangle, over *overlay) *shield {
	s := &shield{sheet: sheet, over: over}
	s.ExtendBaseWidget(s)
	return s
}

func (s *shield) Tapped(*fyne.PointEvent)             { s.over.refocus() }
func (s *shield) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.sheet) }

// flyout opens panel under anchor, or above it when there is more room. cover makes it lie over the anchor
// instead.
func flyout(anchor fyne.CanvasObject, panel fyne.CanvasObject, size func() fyne.Size, cover bool) *overlay {
	c := canvasOf(anchor)
	if c == nil {
		return nil
	}
	o := &overlay{canvas: c, panel: panel}
	o.arrange = func(window fyne.Size) (fyne.Position, fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
		want := size()
		want.Width = min(want.Width, window.Width-8)
		want.Height = min(want.Height, window.Height-8)
		pos := fyne.NewPos(at.X, at.Y+anchor.Size().Height+2)
		if cover {
			pos.Y = at.Y
		}
		if pos.Y+want.Height > window.Height-4 {
			if above := at.Y - want.Height - 2; above >= 4 && !cover {
				pos.Y = above
			} else {
				pos.Y = window.Height - 4 - want.Height
			}
		}
		if pos.X+want.Width > window.Width-4 {
			pos.X = max(window.Width-4-want.Width, 4)
		}
		return pos, want
	}
	return o
}
