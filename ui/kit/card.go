package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Card is a white sheet with a hairline around it.
type Card struct {
	widget.BaseWidget
	content fyne.CanvasObject
	padding float32
	marked  bool // as the one in view
	ringed  bool // as the one with the focus
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
	ring := canvas.NewRectangle(noColor)
	ring.CornerRadius = 10
	return &cardRenderer{c: c, ground: ground, ring: ring, objects: []fyne.CanvasObject{ring, ground, c.content}}
}

type cardRenderer struct {
	c       *Card
	ground  *canvas.Rectangle
	ring    *canvas.Rectangle // around the one with the focus
	objects []fyne.CanvasObject
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.c.content.MinSize().AddWidthHeight(2*r.c.padding, 2*r.c.padding)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.ring, -3, -3, size.Width+6, size.Height+6)
	p := r.c.padding
	// Without padding the content must still not paint over the edge.
	place(r.c.content, max(p, 1), max(p, 1), size.Width-2*max(p, 1), size.Height-2*max(p, 1))
}

func (r *cardRenderer) Refresh() {
	if r.objects[2] != r.c.content {
		r.objects = []fyne.CanvasObject{r.ring, r.ground, r.c.content}
	}
	edge, width := Hairline, float32(1)
	if r.c.marked {
		edge, width = Accent, 2
	}

	setFill(r.ground, Surface, edge, width)
	ring := color.Color(noColor)
	if r.c.ringed {
		ring = Accent
	}
	setFill(r.ring, noColor, ring, ringWidth(r.c.ringed))
	r.Layout(r.c.Size())
	r.c.content.Refresh()
	canvas.Refresh(r.c)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cardRenderer) Destroy()                     {}

// FigureCard is a tile with a caption and the figure that it names. One that can be pressed takes the focus, and Space or Enter presses it.
type FigureCard struct {
	Card
	// OnTapped is called when the tile is pressed; nil when pressing does nothing.
	OnTapped               func()
	tip                    string
	caption, figure, aside *Text
	tall                   bool
}

const (
	figurePadding  = 12
	figureAsideGap = 6
)

// NewFigureCard returns a tile.
func NewFigureCard(caption, figure string) *FigureCard {
	f := &FigureCard{caption: Caption(caption).Shrinking(), figure: Title(figure).Shrinking(), aside: Caption("").Right()}
	f.content = newSized(func(size fyne.Size) {
		top, figure, aside := f.caption.MinSize().Height, f.figure.MinSize().Height, f.aside.MinSize()
		place(f.caption, figurePadding, 8, size.Width-2*figurePadding, top)
		place(f.figure, figurePadding, 8+top, size.Width-2*figurePadding, figure)
		if f.tall {
			place(f.aside, figurePadding, 6+top+figure, aside.Width, aside.Height)
		} else {
			place(f.aside, size.Width-figurePadding-aside.Width, 6+top+figure-aside.Height, aside.Width, aside.Height)
		}
	}, func() fyne.Size {
		height := f.caption.MinSize().Height + f.figure.MinSize().Height + 15
		if f.tall {
			height += f.aside.MinSize().Height - 2
		}
		return fyne.NewSize(84*TextScale(), height)
	}, f.caption, f.figure, f.aside)
	f.ExtendBaseWidget(f)
	return f
}

// SetFigure shows another figure.
func (f *FigureCard) SetFigure(figure string) { f.figure.SetText(figure) }

// SetAside shows at the right, in small, what the figure was reckoned from, such as "209/226".
func (f *FigureCard) SetAside(aside string) {
	f.aside.SetText(aside)
	f.content.Refresh()
}

// SetTone colours the figure.
func (f *FigureCard) SetTone(tone Tone) { f.figure.SetColor(tone.Ink()) }

// SetMarked draws the tile as the one in view, or as usual.
func (f *FigureCard) SetMarked(on bool) {
	f.marked = on
	f.Refresh()
}

// need is the width in which nothing of the tile is cut.
func (f *FigureCard) need() float32 {
	line := measure(f.figure.text, sizeOf(f.figure.size), f.figure.style).Width
	if aside := f.aside.MinSize().Width; aside > 0 && f.tall {
		line = max(line, aside)
	} else if aside > 0 {
		line += figureAsideGap + aside
	}
	return max(line, measure(f.caption.text, captionSize(), f.caption.style).Width) + 2*figurePadding + 1
}

// setTall puts what stands aside below the figure, where the tiles have no room for it.
func (f *FigureCard) setTall(on bool) {
	if f.tall != on {
		f.tall = on
		f.content.Refresh()
	}
}

// Tapped tells that the tile was pressed.
func (f *FigureCard) Tapped(*fyne.PointEvent) {
	if f.OnTapped != nil {
		f.OnTapped()
	}
}

// Disabled keeps the focus away from a tile that does nothing.
func (f *FigureCard) Disabled() bool { return f.OnTapped == nil }

// Enable is Fyne's hook; what a tile does is said by OnTapped.
func (f *FigureCard) Enable() {}

// Disable is Fyne's hook, as Enable.
func (f *FigureCard) Disable() {}

// FocusGained is Fyne's hook.
func (f *FigureCard) FocusGained() { f.ringed = true; f.Refresh() }

// FocusLost is Fyne's hook.
func (f *FigureCard) FocusLost() { f.ringed = false; f.Refresh() }

// TypedRune is Fyne's hook; letters do nothing.
func (f *FigureCard) TypedRune(rune) {}

// TypedShortcut is Fyne's hook: the shortcuts of the window work here too.
func (f *FigureCard) TypedShortcut(s fyne.Shortcut) { passShortcut(f, s) }

// TypedKey is Fyne's hook.
func (f *FigureCard) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		f.Tapped(nil)
	default:
		passKey(f, e)
	}
}

// Cursor is a hand over a tile that can be pressed.
func (f *FigureCard) Cursor() desktop.Cursor {
	if f.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// tilesInRow is how many tiles stand side by side at most.
const tilesInRow = 7

// tileRow lays tiles out in rows over the full width: all alike where each then has the room that it needs, otherwise by need; where even that
// is too much, all put what stands aside below the figure.
type tileRow struct{ width float32 }

// Tiles lays FigureCards out side by side over the full width, in rows of up to seven.
func Tiles(tiles ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tileRow{}, tiles...)
}

// widths shares a width among the tiles of the first row, and tells whether they fit with what stands aside beside the figure.
func (*tileRow) widths(needs []float32, width float32) ([]float32, bool) {
	width -= Gap * float32(len(needs)-1)
	even, sum, widest := width/float32(len(needs)), float32(0), float32(0)
	for _, need := range needs {
		sum += need
		widest = max(widest, need)
	}
	widths := make([]float32, len(needs))
	for i, need := range needs {
		switch {
		case widest <= even:
			widths[i] = even
		case sum <= width:
			widths[i] = need + (width-sum)/float32(len(needs))
		default:
			widths[i] = need * width / sum
		}
	}
	return widths, sum <= width
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

// arrange shapes the tiles for a width and returns how wide each column is.
func (r *tileRow) arrange(objects []fyne.CanvasObject, width float32) []float32 {
	needs := func(tall bool) []float32 {
		needs := make([]float32, min(len(objects), tilesInRow))
		for i, o := range objects {
			f := o.(*FigureCard)
			f.setTall(tall)
			needs[i%tilesInRow] = max(needs[i%tilesInRow], f.need())
		}
		return needs
	}
	widths, fits := r.widths(needs(false), width)
	if !fits {
		widths, _ = r.widths(needs(true), width)
	}
	return widths
}

// Layout is Fyne's hook to place the objects.
func (r *tileRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	if len(objects) == 0 {
		return
	}
	widths := r.arrange(objects, size.Width)
	height := objects[0].MinSize().Height
	x := float32(0)
	for i, o := range objects {
		if i%tilesInRow == 0 {
			x = 0
		}
		place(o, x, float32(i/tilesInRow)*(height+Gap), widths[i%tilesInRow], height)
		x += widths[i%tilesInRow] + Gap
	}
}

// MinSize is Fyne's hook: the height at the width given last.
func (r *tileRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.NewSize(0, 64)
	}
	if r.width > 0 {
		r.arrange(objects, r.width)
	}
	rows := (len(objects) + tilesInRow - 1) / tilesInRow
	return fyne.NewSize(300, float32(rows)*(objects[0].MinSize().Height+Gap)-Gap)
}
