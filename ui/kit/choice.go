package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"cosohoi/data/vietnamese"
)

// Option is something to choose. The program keeps its ID; people see its Label.
type Option struct {
	ID, Label string
	Detail    string // in the secondary colour at the right, such as the unit above
	Group     string // options that follow each other with the same Group stand under it as a caption
}

// filterFrom is how many options a list must have before typing narrows it down.
const filterFrom = 13

var (
	_ fyne.Focusable    = (*Choice)(nil)
	_ fyne.Shortcutable = (*Choice)(nil)
	_ fyne.Tappable     = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
	_ fyne.Disableable  = (*Choice)(nil)
)

// Choice is one of several options, opened as a list under it.
type Choice struct {
	widget.DisableableWidget
	caption   string
	options   []Option
	id        string
	onChanged func(id string)
	onFocus   func(gained bool)
	onSettled func() // after something was chosen
	wrong     error
	focused   bool
	hovered   bool
	list      *overlay
}

// NewChoice returns a choice of which nothing is chosen yet.
func NewChoice(options []Option, onChanged func(id string)) *Choice {
	c := &Choice{options: options, onChanged: onChanged}
	c.ExtendBaseWidget(c)
	return c
}

// NewChip is a choice with its caption inside at the left, for the bars above lists.
func NewChip(caption string, options []Option, onChanged func(id string)) *Choice {
	c := NewChoice(options, onChanged)
	c.caption = caption
	return c
}

// ID returns what is chosen, "" when nothing is.
func (c *Choice) ID() string { return c.id }

// SetID chooses without telling anybody.
func (c *Choice) SetID(id string) {
	c.id = id
	c.Refresh()
}

// SetOptions offers others. What is chosen stays chosen when it is still among them.
func (c *Choice) SetOptions(options []Option) {
	c.options = options
	if _, ok := c.option(c.id); !ok {
		c.id = ""
	}
	c.Refresh()
}

// SetWrong draws the edge red, or as usual for nil.
func (c *Choice) SetWrong(err error) { c.wrong = err; c.Refresh() }

func (c *Choice) watchFocus(f func(gained bool)) { c.onFocus = f }

func (c *Choice) watchSettled(f func()) { c.onSettled = f }

func (c *Choice) option(id string) (Option, bool) {
	for _, o := range c.options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

func (c *Choice) take(o Option) {
	changed := c.id != o.ID
	c.id = o.ID
	c.Refresh()
	if changed && c.onChanged != nil {
		c.onChanged(o.ID)
	}
	if c.onSettled != nil {
		c.onSettled()
	}
}

// Open shows the list of options.
func (c *Choice) Open() {
	if c.Disabled() || c.list != nil {
		return
	}
	c.list = openOptions(c, c.options, c.id, c.take)
	if c.list != nil {
		c.list.onClose = func() { c.list = nil; c.Refresh() }
	}
}

// Tapped opens the list.
func (c *Choice) Tapped(*fyne.PointEvent) {
	focusOn(c)
	c.Open()
}

// TypedKey opens the list on Enter, the space bar, Down and F4.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyF4:
		c.Open()
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp:
	default:
		passKey(c, e)
	}
}

// TypedRune opens a long list at what is typed.
func (c *Choice) TypedRune(r rune) {
	if r == ' ' || len(c.options) < filterFrom {
		return
	}
	c.Open()
	if c.list != nil {
		c.list.first.TypedRune(r)
	}
}

// TypedShortcut opens the list on Alt+Down and hands the rest on.
func (c *Choice) TypedShortcut(s fyne.Shortcut) {
	if isShortcut(s, "Alt+Down") {
		c.Open()
		return
	}
	passShortcut(c, s)
}

// FocusGained draws the focus ring.
func (c *Choice) FocusGained() {
	c.focused = true
	c.Refresh()
	if c.onFocus != nil {
		c.onFocus(true)
	}
}

// FocusLost removes the focus ring.
func (c *Choice) FocusLost() {
	c.focused = false
	c.Refresh()
	if c.onFocus != nil {
		c.onFocus(false)
	}
}

// MouseIn draws the choice under the pointer.
func (c *Choice) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved is part of being hoverable.
func (c *Choice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut draws the choice as usual.
func (c *Choice) MouseOut() { c.hovered = false; c.Refresh() }

// CreateRenderer is Fyne's hook to draw the widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &choiceRenderer{c: c, ground: canvas.NewRectangle(Surface), caption: canvas.NewText("", Secondary), text: canvas.NewText("", TextColor), arrow: newMark("mo", TextColor), pale: newMark("mo", Disabled)}
	r.ground.CornerRadius = 6
	r.objects = []fyne.CanvasObject{r.ground, r.caption, r.text, r.arrow, r.pale}
	r.Refresh()
	return r
}

type choiceRenderer struct {
	c             *Choice
	ground        *canvas.Rectangle
	caption, text *canvas.Text
	arrow, pale   *canvas.Image
	objects       []fyne.CanvasObject
}

func (r *choiceRenderer) label() (string, bool) {
	if o, ok := r.c.option(r.c.id); ok {
		return o.Label, true
	}
	return "Chọn…", false
}

func (r *choiceRenderer) captionWidth() float32 {
	if r.c.caption == "" {
		return 0
	}
	return measure(r.c.caption, captionSize(), fyne.TextStyle{}).Width + 6
}

const (
	choicePadding = 10
	arrowRoom     = 18
)

// markSize is the side of the small pictures that stand in a line of text.
func markSize() float32 { return 14 * TextScale() }

func (r *choiceRenderer) MinSize() fyne.Size {
	label, _ := r.label()
	width := measure(label, textSize(), fyne.TextStyle{}).Width
	if r.c.caption == "" {
		// In a form the width comes from the form; the longest label must not widen it.
		width = 80 * TextScale()
	}
	return fyne.NewSize(min(width, 240*TextScale())+r.captionWidth()+arrowRoom*TextScale()+2*choicePadding, controlHeight())
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	captionLine, line := lineHeight(captionSize()), lineHeight(textSize())
	place(r.caption, choicePadding, (size.Height-captionLine)/2+0.5, r.captionWidth(), captionLine)
	x := choicePadding + r.captionWidth()
	room := max(size.Width-x-choicePadding-arrowRoom*TextScale(), 0)
	label, chosen := r.label()
	ink := TextColor
	if !chosen {
		ink = Secondary
	}
	if r.c.Disabled() {
		ink = Disabled
	}
	setText(r.text, Ellipsis(label, room, textSize(), fyne.TextStyle{}), textSize(), fyne.TextStyle{}, ink, fyne.TextAlignLeading)
	place(r.text, x, (size.Height-line)/2, room, line)
	side := markSize()
	place(r.arrow, size.Width-choicePadding-side, (size.Height-side)/2, side, side)
	place(r.pale, size.Width-choicePadding-side, (size.Height-side)/2, side, side)
	if r.c.Disabled() {
		r.arrow.Hide()
		r.pale.Show()
	} else {
		r.arrow.Show()
		r.pale.Hide()
	}
}

func (r *choiceRenderer) Refresh() {
	c := r.c
	fill, stroke, width := Surface, InputBorder, float32(1)
	switch {
	case c.Disabled():
		fill = Window
	case c.focused || c.list != nil:
		stroke, width = Accent, 2
	case c.wrong != nil:
		stroke, width = Late, 1.5
	case c.hovered:
		stroke = Disabled
	}
	setFill(r.ground, fill, stroke, width)
	setText(r.caption, c.caption, captionSize(), fyne.TextStyle{}, Secondary, fyne.TextAlignLeading)
	r.Layout(c.Size())
	canvas.Refresh(c)
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *choiceRenderer) Destroy()                     {}

// openOptions opens a list of options under anchor. A long one has an input above it that narrows it down.
func openOptions(anchor fyne.CanvasObject, options []Option, id string, take func(Option)) *overlay {
	list := newOptionList()
	list.show(options)
	list.markID(id)
	var entry *Entry
	objects := []fyne.CanvasObject{list.rows}
	if len(options) >= filterFrom {
		entry = NewEntry()
		entry.SetPlaceHolder("Gõ để lọc…")
		objects = append(objects, entry)
	}
	top := func() float32 {
		if entry == nil {
			return 4
		}
		return controlHeight() + 10
	}
	panel := newSpot(func(size fyne.Size) {
		if entry != nil {
			place(entry, 5, 5, size.Width-10, controlHeight())
		}
		place(list.rows, 4, top(), size.Width-8, size.Height-top()-4)
	}, objects...)
	most := min(len(list.lines), 11)
	o := flyout(anchor, panel, func() fyne.Size {
		return fyne.NewSize(max(list.width()+8, anchor.Size().Width), top()+4+float32(most)*rowHeight())
	}, false)
	if o == nil {
		return nil
	}
	list.onTaken = func(option Option) {
		o.close()
		take(option)
	}
	o.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape || e.Name == fyne.KeyF4 {
			o.close()
			return true
		}
		return false
	}
	o.first = list.rows
	list.rows.onKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeySpace {
			list.takeMarked()
			return true
		}
		return false
	}
	if entry != nil {
		o.first = entry
		entry.onKey = list.keyFromEntry
		entry.OnChanged = func(text string) { list.show(matching(options, text)) }
	}
	o.show()
	list.markID(id) // once more, now that there is a size to scroll in
	return o
}

// matching keeps the options of which every word of text begins a word, tone marks and case aside.
func matching(options []Option, text string) []Option {
	words := strings.Fields(vietnamese.SearchKey(text))
	var found []Option
	for _, o := range options {
		key := " " + vietnamese.SearchKey(o.Label+" "+o.Detail)
		all := true
		for _, w := range words {
			all = all && strings.Contains(key, " "+w)
		}
		if all {
			found = append(found, o)
		}
	}
	return found
}

// optionList is the list inside a drop-down: options under their group captions.
type optionList struct {
	rows    *rows
	lines   []optionLine
	onTaken func(Option)
	note    string // shown when there is nothing to choose
}

type optionLine struct {
	option  Option
	caption bool
}

func newOptionList() *optionList {
	l := &optionList{note: "Không có kết quả"}
	l.rows = newRows(func() rowView { return newOptionRow(l) })
	l.rows.inset = 0.5
	l.rows.minRows = 1
	l.rows.tapOpens = true
	l.rows.selectable = func(i int) bool { return !l.lines[i].caption }
	l.rows.onOpened = func(int) { l.takeMarked() }
	return l
}

func (l *optionList) show(options []Option) {
	l.lines = l.lines[:0]
	group := ""
	for _, o := range options {
		if o.Group != group {
			group = o.Group
			if group != "" {
				l.lines = append(l.lines, optionLine{Option{Label: group}, true})
			}
		}
		l.lines = append(l.lines, optionLine{option: o})
	}
	first := -1
	for i, line := range l.lines {
		if !line.caption {
			first = i
			break
		}
	}
	if first < 0 {
		l.lines = append(l.lines[:0], optionLine{Option{Label: l.note}, true})
	}
	l.rows.count = len(l.lines)
	l.rows.top = 0
	l.rows.mark(first, false)
}

func (l *optionList) markID(id string) {
	for i, line := range l.lines {
		if !line.caption && line.option.ID == id {
			l.rows.mark(i, true)
			return
		}
	}
}

func (l *optionList) marked() (Option, bool) {
	if i := l.rows.selected; i >= 0 && i < len(l.lines) && !l.lines[i].caption {
		return l.lines[i].option, true
	}
	return Option{}, false
}

func (l *optionList) takeMarked() {
	if o, ok := l.marked(); ok && l.onTaken != nil {
		l.onTaken(o)
	}
}

// keyFromEntry lets the arrows move in the list while the text is being typed.
func (l *optionList) keyFromEntry(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		l.rows.navigate(e)
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		l.takeMarked()
		return true
	}
	return false
}

func (l *optionList) width() float32 {
	var widest float32
	for i, line := range l.lines {
		if i == 400 {
			break // a long list is as wide as its first page
		}
		w := measure(line.option.Label, textSize(), fyne.TextStyle{}).Width
		if line.option.Detail != "" {
			w += 24 + measure(line.option.Detail, captionSize(), fyne.TextStyle{}).Width
		}
		widest = max(widest, w)
	}
	return min(widest+2*choicePadding+barRoom, 520*TextScale())
}

type optionRow struct {
	l            *optionList
	box          *fyne.Container
	text, detail *canvas.Text
}

func newOptionRow(l *optionList) *optionRow {
	r := &optionRow{l: l, text: canvas.NewText("", TextColor), detail: canvas.NewText("", Secondary)}
	r.box = &fyne.Container{Objects: []fyne.CanvasObject{r.text, r.detail}}
	return r
}

func (r *optionRow) object() fyne.CanvasObject { return r.box }

func (r *optionRow) draw(i int, selected bool, size fyne.Size) {
	line := r.l.lines[i]
	end := size.Width - choicePadding
	small := lineHeight(captionSize())
	if line.caption {
		r.detail.Hide()
		bold := fyne.TextStyle{Bold: true}
		setText(r.text, Ellipsis(line.option.Label, size.Width-2*choicePadding, captionSize(), bold), captionSize(), bold, Secondary, fyne.TextAlignLeading)
		place(r.text, choicePadding, (size.Height-small)/2+2, size.Width-2*choicePadding, small)
		return
	}
	if line.option.Detail == "" {
		r.detail.Hide()
	} else {
		r.detail.Show()
		room := min(measure(line.option.Detail, captionSize(), fyne.TextStyle{}).Width, size.Width*0.55)
		setText(r.detail, Ellipsis(line.option.Detail, room, captionSize(), fyne.TextStyle{}), captionSize(), fyne.TextStyle{}, Secondary, fyne.TextAlignTrailing)
		place(r.detail, end-room, (size.Height-small)/2, room, small)
		end -= room + 12
	}
	text := lineHeight(textSize())
	room := max(end-choicePadding, 0)
	setText(r.text, Ellipsis(line.option.Label, room, textSize(), fyne.TextStyle{}), textSize(), fyne.TextStyle{}, TextColor, fyne.TextAlignLeading)
	place(r.text, choicePadding, (size.Height-text)/2, room, text)
}

func (r *optionRow) tip(i int, _ float32) string { return cutText(r.text, r.l.lines[i].option.Label) }
