package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// FormSection is a part of a form under its title. Enter, the space bar or a press on the title folds and opens it.
type FormSection struct {
	Title  string // "" for one that does not fold
	Fields []Field
	Open   bool // at the start
	// Summary is what the section holds, said beside the title while it is folded; nil says nothing.
	Summary func() string
	// Unlock is asked before the section is opened the first time, and calls then when it may be; nil opens it at once.
	Unlock func(then func())
}

// formPart is a section of an open form.
type formPart struct {
	FormSection
	f      *form
	head   *sectionHead // nil without a title
	fields []*formField
	open   bool
}

func newFormPart(f *form, s FormSection) *formPart {
	p := &formPart{FormSection: s, f: f, open: s.Open || s.Title == ""}
	if s.Title != "" {
		p.head = &sectionHead{part: p}
		p.head.ExtendBaseWidget(p.head)
	}
	return p
}

// show shows or hides the fields, as the section is open or folded.
func (p *formPart) show() {
	for _, ff := range p.fields {
		for _, o := range []fyne.CanvasObject{ff.label, ff.Widget, ff.note} {
			if p.open {
				o.Show()
			} else {
				o.Hide()
			}
		}
		ff.Notice.fold(!p.open)
	}
	if p.head != nil {
		p.head.Refresh()
	}
	p.f.grow()
}

// unfold opens the section when it may be opened.
func (p *formPart) unfold() {
	if p.open {
		return
	}
	if unlock := p.Unlock; unlock != nil {
		unlock(func() {
			p.Unlock = nil
			p.unfold()
		})
		return
	}
	p.open = true
	p.show()
	if len(p.fields) == 0 {
		return
	}
	last := p.fields[len(p.fields)-1]
	p.f.reveal(last)
	p.f.reveal(p.fields[0]) // a section higher than the form is shown from its top
	if inside := focusables(p.fields[0].Widget); len(inside) > 0 && p.f.over.canvas.Focused() == fyne.Focusable(p.head) {
		p.f.over.canvas.Focus(inside[0])
	}
}

func (p *formPart) toggle() {
	if !p.open {
		p.unfold()
		return
	}
	p.open = false
	p.show()
}

const sectionGap float32 = 6

// placeHead puts the title at y and returns where the fields begin.
func (p *formPart) placeHead(y, width float32, put bool) float32 {
	if p.head == nil {
		return y
	}
	height := p.head.MinSize().Height
	if put {
		place(p.head, sheetBleed, y, width-sheetBleed, height)
	}
	if p.open {
		return y + height + formRowGap
	}
	return y + height + sectionGap
}

// sectionHead is the title of a section.
type sectionHead struct {
	widget.BaseWidget
	part             *formPart
	focused, hovered bool
}

var (
	_ fyne.Focusable    = (*sectionHead)(nil)
	_ fyne.Shortcutable = (*sectionHead)(nil)
	_ fyne.Tappable     = (*sectionHead)(nil)
	_ desktop.Hoverable = (*sectionHead)(nil)
)

// Tapped folds or opens the section.
func (h *sectionHead) Tapped(*fyne.PointEvent) {
	focusOn(h)
	h.part.toggle()
}

// TypedKey opens and folds; Enter on an open one goes on.
func (h *sectionHead) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeySpace:
		h.part.toggle()
	case e.Name == fyne.KeyRight, (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && !h.part.open:
		h.part.unfold()
	case e.Name == fyne.KeyLeft && h.part.open:
		h.part.toggle()
	case e.Name == fyne.KeyLeft:
	default:
		passKey(h, e)
	}
}

func (h *sectionHead) TypedRune(rune)                 {}
func (h *sectionHead) TypedShortcut(s fyne.Shortcut)  { passShortcut(h, s) }
func (h *sectionHead) FocusLost()                     { h.focused = false; h.Refresh() }
func (h *sectionHead) MouseIn(*desktop.MouseEvent)    { h.hovered = true; h.Refresh() }
func (h *sectionHead) MouseMoved(*desktop.MouseEvent) {}
func (h *sectionHead) MouseOut()                      { h.hovered = false; h.Refresh() }
func (h *sectionHead) Cursor() desktop.Cursor         { return desktop.PointerCursor }

// FocusGained draws the focus ring and scrolls to the title.
func (h *sectionHead) FocusGained() {
	h.focused = true
	h.Refresh()
	h.part.f.scrollTo(h.Position().Y, h.Position().Y+h.Size().Height)
}

// CreateRenderer is Fyne's hook to draw the widget.
func (h *sectionHead) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	r := &sectionRenderer{h: h, ground: canvas.NewRectangle(Window), open: newMark("mo", Secondary), shut: newMark("dong", Secondary), title: canvas.NewText("", TextColor), summary: canvas.NewText("", Secondary)}
	r.ground.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.ground, r.open, r.shut, r.title, r.summary}
	r.Refresh()
	return r
}

type sectionRenderer struct {
	h              *sectionHead
	ground         *canvas.Rectangle
	open, shut     *canvas.Image
	title, summary *canvas.Text
	objects        []fyne.CanvasObject
}

func (r *sectionRenderer) MinSize() fyne.Size {
	bold := fyne.TextStyle{Bold: true}
	return fyne.NewSize(measure(r.h.part.Title, textSize(), bold).Width+markSize()+3*choicePadding, controlHeight()-4)
}

func (r *sectionRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	side := markSize()
	for _, mark := range []*canvas.Image{r.open, r.shut} {
		place(mark, choicePadding, (size.Height-side)/2, side, side)
	}
	bold := fyne.TextStyle{Bold: true}
	x, line, small := choicePadding+side+6, lineHeight(textSize()), lineHeight(captionSize())
	width := min(measure(r.h.part.Title, textSize(), bold).Width, size.Width-x-choicePadding)
	setText(r.title, Ellipsis(r.h.part.Title, width, textSize(), bold), textSize(), bold, TextColor, fyne.TextAlignLeading)
	place(r.title, x, (size.Height-line)/2, width, line)
	x += width + 16
	said := ""
	if p := r.h.part; !p.open && p.Summary != nil {
		said = p.Summary()
	}
	room := max(size.Width-x-choicePadding, 0)
	setText(r.summary, Ellipsis(said, room, captionSize(), fyne.TextStyle{}), captionSize(), fyne.TextStyle{}, Secondary, fyne.TextAlignTrailing)
	place(r.summary, x, (size.Height-small)/2, room, small)
}

func (r *sectionRenderer) Refresh() {
	stroke, width := noColor, float32(0)
	switch {
	case r.h.focused:
		stroke, width = Accent, 1.5
	case r.h.hovered:
		stroke, width = Disabled, 1
	}
	setFill(r.ground, Window, stroke, width)
	if r.h.part.open {
		r.open.Show()
		r.shut.Hide()
	} else {
		r.open.Hide()
		r.shut.Show()
	}
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}

func (r *sectionRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sectionRenderer) Destroy()                     {}
