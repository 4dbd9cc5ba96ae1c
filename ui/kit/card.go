package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Card is a white sheet with a hairline around it.
type Card struct {
	widget.BaseWidget
	content fyne.CanvasObject
	padding float32
	marked  bool
}

// NewCard returns a card around content, which keeps padding away from the edge.
func NewCard(content fyne.CanvasObject, padding float32) *Card {
	c := &Card{content: content, padding: padding}
	c.ExtendBaseWidget(c)
	return c
}

// SetContent puts something else on the card.
func (c *Card) SetContent(content fyne.CanvasObject) {
	c.content = content
	c.Refresh()
}

func (c *Card) inner() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// CreateRenderer is Fyne's hook to draw the widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	ground := canvas.NewRectangle(Surface)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = Hairline, 1, 8
	return &cardRenderer{c: c, ground: ground, objects: []fyne.CanvasObject{ground, c.content}}
}

type cardRenderer struct {
	c       *Card
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.c.content.MinSize().AddWidthHeight(2*r.c.padding, 2*r.c.padding)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	p := r.c.padding
	// Without padding the content must still not paint over the edge.
	place(r.c.content, max(p, 1), max(p, 1), size.Width-2*max(p, 1), size.Height-2*max(p, 1))
}

func (r *cardRenderer) Refresh() {
	if r.objects[1] != r.c.content {
		r.objects = []fyne.CanvasObject{r.ground, r.c.content}
	}
	edge, width := Hairline, float32(1)
	if r.c.marked {
		edge, width = Accent, 2
	}
	setFill(r.ground, Surface, edge, width)
	r.Layout(r.c.Size())
	r.c.content.Refresh()
	canvas.Refresh(r.c)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cardRenderer) Destroy()                     {}

// FigureCard is a tile with a caption and the figure that it names.
type FigureCard struct {
	Card
	// OnTapped is called when the tile is pressed; nil when pressing does nothing.
	OnTapped               func()
	tip                    string
	caption, figure, aside *Text
}

// Tapped tells that the tile was pressed.
func (f *FigureCard) Tapped(*fyne.PointEvent) {
	if f.OnTapped != nil {
		f.OnTapped()
	}
}

// Cursor is a hand over a tile that can be pressed.
func (f *FigureCard) Cursor() desktop.Cursor {
	if f.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// SetMarked draws the tile as the one in view, or as usual.
func (f *FigureCard) SetMarked(on bool) {
	f.marked = on
	f.Refresh()
}

// NewFigureCard returns a tile.
func NewFigureCard(caption, figure string) *FigureCard {
	f := &FigureCard{caption: Caption(caption).Shrinking(), figure: Title(figure).Shrinking(), aside: Caption("").Right()}
	f.content = newSized(func(size fyne.Size) {
		top := f.caption.MinSize().Height
		place(f.caption, 12, 8, size.Width-24, top)
		place(f.figure, 12, 8+top, size.Width-24, f.figure.MinSize().Height)
		aside := f.aside.MinSize()
		place(f.aside, size.Width-12-aside.Width, 6+top+f.figure.MinSize().Height-aside.Height, aside.Width, aside.Height)
	}, func() fyne.Size {
		return fyne.NewSize(84*textScale(), f.caption.MinSize().Height+f.figure.MinSize().Height+15)
	}, f.caption, f.figure, f.aside)
	f.ExtendBaseWidget(f)
	return f
}

// SetTip explains the tile when the pointer rests on it; a caption that is cut explains itself.
func (f *FigureCard) SetTip(text string) { f.tip = text }

// MouseIn shows the tip.
func (f *FigureCard) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved keeps the tip at the pointer.
func (f *FigureCard) MouseMoved(e *desktop.MouseEvent) {
	text := f.tip
	if text == "" && measure(f.caption.text, captionSize(), fyne.TextStyle{}).Width > f.caption.Size().Width+0.5 {
		text = f.caption.text
	}
	explain(f, e.AbsolutePosition, text)
}

// MouseOut takes the tip away.
func (f *FigureCard) MouseOut() { explain(f, fyne.Position{}, "") }

// SetFigure shows another figure.
func (f *FigureCard) SetFigure(figure string) { f.figure.SetText(figure) }

// SetCaption shows another caption.
func (f *FigureCard) SetCaption(caption string) { f.caption.SetText(caption) }

// SetAside shows at the right, in small, what the figure was reckoned from, such as "209/226".
func (f *FigureCard) SetAside(aside string) {
	f.aside.SetText(aside)
	f.content.Refresh()
}

// SetTone colours the figure.
func (f *FigureCard) SetTone(tone Tone) { f.figure.SetColor(tone.Ink()) }
