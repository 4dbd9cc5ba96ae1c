package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tab is one leaf of Tabs.
type Tab struct {
	Label   string
	Content func() fyne.CanvasObject // built when first shown
	// ID names the leaf where it must be found again, whatever stands beside it; "" where nobody asks.
	ID string
}

// Tabs shows one leaf at a time, with their names above and the one in view underlined. Left and Right turn
// the leaves while the names have the focus.
type Tabs struct {
	widget.BaseWidget

	// OnChanged is told which leaf the user turned to.
	OnChanged func(i int)

	tabs    []Tab
	built   []fyne.CanvasObject
	current int
	bar     *tabBar
	holder  *fyne.Container
}

// NewTabs returns tabs with the first leaf in view.
func NewTabs(tabs []Tab) *Tabs {
	t := &Tabs{tabs: tabs, built: make([]fyne.CanvasObject, len(tabs))}
	t.bar = &tabBar{t: t, hovered: -1}
	t.bar.ExtendBaseWidget(t.bar)
	t.holder = newSized(func(size fyne.Size) {
		if o := t.built[t.current]; o != nil {
			place(o, 0, 0, size.Width, size.Height)
		}
	}, func() fyne.Size {
		if o := t.built[t.current]; o != nil {
			return o.MinSize()
		}
		return fyne.Size{}
	})
	t.ExtendBaseWidget(t)
	t.turn(0)
	return t
}

// Select turns to a leaf without telling anybody.
func (t *Tabs) Select(i int) { t.turn(i) }

// SelectID turns to the leaf of a name without telling anybody; without such a leaf nothing changes.
func (t *Tabs) SelectID(id string) {
	t.turn(slices.IndexFunc(t.tabs, func(tab Tab) bool { return tab.ID == id }))
}

// Selected returns which leaf is in view.
func (t *Tabs) Selected() int { return t.current }

// Count returns how many leaves there are.
func (t *Tabs) Count() int { return len(t.tabs) }

// SetLabel renames a leaf, as when its count changes.
func (t *Tabs) SetLabel(i int, label string) {
	if t.tabs[i].Label != label {
		t.tabs[i].Label = label
		t.bar.Refresh()
	}
}

func (t *Tabs) turn(i int) {
	if i < 0 || i >= len(t.tabs) {
		return
	}
	t.current = i
	if t.built[i] == nil {
		t.built[i] = t.tabs[i].Content()
	}
	t.holder.Objects = []fyne.CanvasObject{t.built[i]}
	t.holder.Refresh()
	t.bar.Refresh()
}

func (t *Tabs) choose(i int) {
	if i < 0 || i >= len(t.tabs) || i == t.current {
		return
	}
	t.turn(i)
	if t.OnChanged != nil {
		t.OnChanged(i)
	}
}

// CreateRenderer is Fyne's hook to draw the widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return widget.NewSimpleRenderer(newSized(func(size fyne.Size) {
		head := t.bar.MinSize().Height
		place(t.bar, 0, 0, size.Width, head)
		place(t.holder, 0, head+10, size.Width, size.Height-head-10)
	}, func() fyne.Size {
		body := t.holder.MinSize()
		return fyne.NewSize(max(t.bar.MinSize().Width, body.Width), t.bar.MinSize().Height+10+body.Height)
	}, t.bar, t.holder))
}

func (t *Tabs) inner() []fyne.CanvasObject { return []fyne.CanvasObject{t.bar, t.holder} }

type tabBar struct {
	widget.BaseWidget
	t       *Tabs
	focused bool
	hovered int
	ends    []float32
	shown   []int // the leaves named in the bar, left to right
	more    bool  // the others are in a list behind the last place
}

var (
	_ fyne.Focusable    = (*tabBar)(nil)
	_ fyne.Shortcutable = (*tabBar)(nil)
	_ fyne.Tappable     = (*tabBar)(nil)
	_ desktop.Hoverable = (*tabBar)(nil)
)

const (
	tabGap = 16
	// tabMore stands for the leaves for which the bar has no room.
	tabMore = "Thêm…"
)

// atMore is what at returns for the place of tabMore.
const atMore = -2

func (b *tabBar) at(x float32) int {
	for i, end := range b.ends {
		if x >= end+tabGap/2 {
			continue
		}
		if i == len(b.shown) {
			return atMore
		}
		return b.shown[i]
	}
	return -1
}

func (b *tabBar) Tapped(e *fyne.PointEvent) {
	at := b.at(e.Position.X)
	if at != atMore {
		b.t.choose(at)
		return
	}
	var rest []Option
	for i, tab := range b.t.tabs {
		if !slices.Contains(b.shown, i) {
			rest = append(rest, Option{ID: strconv.Itoa(i), Label: tab.Label})
		}
	}
	ShowMenu(b, rest, func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			b.t.choose(i)
		}
	})
}

// fit decides which leaves are named: all where there is room, otherwise the first ones with the one in view in the last place.
func (b *tabBar) fit(width float32) {
	room := func(label string) float32 {
		return measure(label, textSize(), fyne.TextStyle{Bold: true}).Width + tabGap
	}
	b.shown, b.more = b.shown[:0], false
	total := float32(0)
	for i, tab := range b.t.tabs {
		b.shown = append(b.shown, i)
		total += room(tab.Label)
	}
	if total-tabGap <= width-1 {
		return
	}
	b.more = true
	names := func() (sum float32) {
		for _, i := range b.shown {
			sum += room(b.t.tabs[i].Label)
		}
		return sum + room(tabMore) - tabGap
	}
	for len(b.shown) > 1 && names() > width-1 {
		last := len(b.shown) - 1
		if b.shown[last] == b.t.current { // the one in view stays; the one before it goes
			b.shown = slices.Delete(b.shown, last-1, last)
			continue
		}
		b.shown = b.shown[:last]
		if !slices.Contains(b.shown, b.t.current) {
			b.shown = append(b.shown, b.t.current)
		}
	}
}

func (b *tabBar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		b.t.choose(b.t.current - 1)
	case fyne.KeyRight:
		b.t.choose(b.t.current + 1)
	case fyne.KeyHome:
		b.t.choose(0)
	case fyne.KeyEnd:
		b.t.choose(len(b.t.tabs) - 1)
	default:
		passKey(b, e)
	}
}

func (b *tabBar) TypedRune(rune)                   {}
func (b *tabBar) TypedShortcut(s fyne.Shortcut)    { passShortcut(b, s) }
func (b *tabBar) FocusGained()                     { b.focused = true; b.Refresh() }
func (b *tabBar) FocusLost()                       { b.focused = false; b.Refresh() }
func (b *tabBar) MouseIn(e *desktop.MouseEvent)    { b.hover(b.at(e.Position.X)) }
func (b *tabBar) MouseMoved(e *desktop.MouseEvent) { b.hover(b.at(e.Position.X)) }
func (b *tabBar) MouseOut()                        { b.hover(-1) }
func (b *tabBar) Cursor() desktop.Cursor           { return desktop.PointerCursor }

func (b *tabBar) hover(i int) {
	if b.hovered != i {
		b.hovered = i
		b.Refresh()
	}
}

func (b *tabBar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &tabBarRenderer{b: b, line: canvas.NewRectangle(Hairline), under: canvas.NewRectangle(Accent), ring: canvas.NewRectangle(noColor)}
	r.ring.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.line, r.under, r.ring}
	for range len(b.t.tabs) + 1 { // one more for tabMore
		text := canvas.NewText("", Secondary)
		r.texts = append(r.texts, text)
		r.objects = append(r.objects, text)
	}
	r.Refresh()
	return r
}

type tabBarRenderer struct {
	b           *tabBar
	line, under *canvas.Rectangle
	ring        *canvas.Rectangle
	texts       []*canvas.Text
	objects     []fyne.CanvasObject
}

func (r *tabBarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60*float32(min(len(r.b.t.tabs), 5)), lineHeight(textSize())+19)
}

func (r *tabBarRenderer) Layout(size fyne.Size) {
	place(r.line, 0, size.Height-1, size.Width, 1)
	r.b.fit(size.Width)
	line := lineHeight(textSize())
	x := float32(1)
	r.b.ends = r.b.ends[:0]
	name := func(text *canvas.Text, label string, current, hovered bool) {
		style := fyne.TextStyle{Bold: current}
		// Every label has the room that it needs in bold, so that turning a leaf moves nothing.
		width := min(measure(label, textSize(), fyne.TextStyle{Bold: true}).Width, max(size.Width-x, 0))
		ink := Secondary
		switch {
		case current:
			ink = Accent
			place(r.under, x-1, size.Height-2, width+2, 2)
			place(r.ring, x-7, 3, width+14, size.Height-8)
		case hovered:
			ink = TextColor
		}
		setText(text, Ellipsis(label, width, textSize(), style), textSize(), style, ink, fyne.TextAlignLeading)
		place(text, x, (size.Height-line)/2-1, width, line)
		text.Show()
		x += width
		r.b.ends = append(r.b.ends, x)
		x += tabGap
	}
	for _, text := range r.texts {
		text.Hide()
	}
	for at, i := range r.b.shown {
		name(r.texts[at], r.b.t.tabs[i].Label, i == r.b.t.current, i == r.b.hovered)
	}
	if r.b.more {
		name(r.texts[len(r.b.shown)], tabMore, false, r.b.hovered == atMore)
	}
	if r.b.focused {
		setFill(r.ring, noColor, Accent, 1.5)
		r.ring.Show()
	} else {
		r.ring.Hide()
	}
}

func (r *tabBarRenderer) Refresh()                     { r.Layout(r.b.Size()); canvas.Refresh(r.b) }
func (r *tabBarRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tabBarRenderer) Destroy()                     {}
