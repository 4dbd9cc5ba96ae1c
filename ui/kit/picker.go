package kit

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// typingPause is how long typing must rest before a search is started.
const typingPause = 140 * time.Millisecond

var (
	_ fyne.Focusable    = (*Picker)(nil)
	_ fyne.Shortcutable = (*Picker)(nil)
	_ fyne.Tappable     = (*Picker)(nil)
	_ fyne.Disableable  = (*Picker)(nil)
)

// Picker finds one thing among very many: type a part of its name, choose from what is found. The input that
// is typed in lies over the picker together with what was found, so that the keyboard stays in one place.
type Picker struct {
	widget.DisableableWidget

	// OnChanged is told what was chosen, and the zero Option when the text was changed after that.
	OnChanged func(Option)
	// OnError is told why a search failed.
	OnError func(error)

	placeholder string
	hint        string
	search      func(ctx context.Context, text string) ([]Option, error)
	run         func(func())
	after       func(time.Duration, func()) (stop func() bool)
	onFocus     func(gained bool)
	onSettled   func() // after something was chosen

	chosen  Option
	text    string
	wrong   error
	focused bool

	// free takes any text; words are those that are offered.
	free  bool
	words []string

	box   *overlay
	entry *Entry
	list  *optionList
	// answered is the text that the list answers; a key pressed before the answer is there waits in pending.
	answered string
	pending  fyne.KeyName
	current  atomic.Int64
	cancel   context.CancelFunc
	stop     func() bool
}

// NewPicker returns a picker with nothing chosen. search runs outside the window's goroutine.
func NewPicker(placeholder string, search func(ctx context.Context, text string) ([]Option, error)) *Picker {
	p := &Picker{placeholder: placeholder, search: search, run: func(f func()) { go f() }}
	p.after = func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }
	p.ExtendBaseWidget(p)
	return p
}

// SetRunner replaces how searches are put into the background and makes them start without waiting for a
// pause in the typing; for tests.
func (p *Picker) SetRunner(run func(func())) {
	p.run = run
	p.after = func(_ time.Duration, f func()) func() bool { f(); return func() bool { return false } }
}

// SetShortcut shows the keys that lead here, as on a button.
func (p *Picker) SetShortcut(keys string) { p.hint = keys; p.Refresh() }

// ID returns what is chosen, "" when nothing is.
func (p *Picker) ID() string { return p.chosen.ID }

// Option returns what is chosen.
func (p *Picker) Option() Option { return p.chosen }

// Text returns what the input shows, which may be words for which nothing was chosen.
func (p *Picker) Text() string { return p.text }

// SetOption shows o as chosen without telling anybody; the zero Option clears the input.
func (p *Picker) SetOption(o Option) {
	p.chosen, p.text = o, o.Label
	p.Refresh()
}

// SetWrong draws the edge red, or as usual for nil.
func (p *Picker) SetWrong(err error) { p.wrong = err; p.Refresh() }

func (p *Picker) watchFocus(f func(gained bool)) { p.onFocus = f }

func (p *Picker) watchSettled(f func()) { p.onSettled = f }

// Open starts typing, with what is found under it.
func (p *Picker) Open() {
	if p.Disabled() || p.box != nil {
		return
	}
	p.list = newOptionList()
	p.list.note = "Đang tìm…"
	p.list.show(nil)
	p.entry = NewEntry()
	if !p.free {
		p.entry.Icon = Icon("tim-kiem")
	}
	p.entry.SetPlaceHolder(p.placeholder)
	p.entry.SetText(p.text)
	panel := newSpot(func(size fyne.Size) {
		place(p.entry, 0, 0, size.Width, controlHeight())
		place(p.list.rows, 4, controlHeight()+4, size.Width-8, size.Height-controlHeight()-8)
	}, p.entry, p.list.rows)
	box := flyout(p, panel, func() fyne.Size {
		most := max(min(len(p.list.lines), 10), 1)
		return fyne.NewSize(max(p.list.width()+8, 300*TextScale(), p.Size().Width), controlHeight()+8+float32(most)*rowHeight())
	}, true)
	if box == nil {
		return
	}
	p.box = box
	p.list.onTaken = func(o Option) {
		if p.free {
			o = wordOption(o.ID)
		}
		p.SetOption(o)
		box.close()
		if p.OnChanged != nil {
			p.OnChanged(o)
		}
		if p.onSettled != nil {
			p.onSettled()
		}
	}
	p.entry.OnChanged = p.typed
	p.entry.takesTab = true
	p.entry.onKey = p.keyWhileTyping
	p.answered, p.pending = "\x00", ""
	box.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape || e.Name == fyne.KeyF4 {
			box.close()
			return true
		}
		return false
	}
	box.first = p.entry
	box.onClose = p.closed
	box.show()
	p.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	if p.free { // all words, since nothing was typed yet
		p.offer("")
		return
	}
	p.find(p.text)
}

// keyWhileTyping takes the marked line on Enter and on Tab, which then goes on to the next input. Whoever
// types faster than the search answers gets the first line of the answer to what was typed, never one of
// an earlier answer.
func (p *Picker) keyWhileTyping(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.answered != p.text {
			p.pending = e.Name
			return true
		}
	case fyne.KeyTab:
		if p.text != "" && p.chosen.ID == "" {
			if p.answered != p.text {
				p.pending = e.Name
				return true
			}
			p.list.takeMarked()
		}
		if p.box != nil {
			p.box.close()
		}
		if c := canvasOf(p); c != nil {
			c.FocusNext()
		}
		return true
	}
	return p.list.keyFromEntry(e)
}

func (p *Picker) closed() {
	p.current.Add(1)
	if p.cancel != nil {
		p.cancel()
	}
	if p.stop != nil {
		p.stop()
	}
	p.box, p.entry = nil, nil
	if p.free {
		p.settle()
	}
	p.Refresh()
}

// typed forgets what was chosen, since the text no longer names it, and searches when the typing rests.
func (p *Picker) typed(text string) {
	if text == p.text {
		return
	}
	p.text = text
	if p.chosen.ID != "" {
		p.chosen = Option{}
		if p.OnChanged != nil {
			p.OnChanged(Option{})
		}
	}
	p.pending = ""
	if p.free {
		p.offer(text)
		return
	}
	n := p.current.Add(1)
	if p.stop != nil {
		p.stop()
	}
	p.stop = p.after(typingPause, func() {
		fyne.Do(func() {
			if n == p.current.Load() && p.box != nil {
				p.find(text)
			}
		})
	})
}

func (p *Picker) find(text string) {
	n := p.current.Add(1)
	if p.cancel != nil {
		p.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.run(func() {
		found, err := p.search(ctx, text)
		fyne.Do(func() {
			if n != p.current.Load() || p.box == nil {
				return // superseded
			}
			p.list.note = "Không tìm thấy"
			if err != nil {
				found = nil
				p.list.note = "Chưa tìm được, hãy thử lại"
				if p.OnError != nil {
					p.OnError(err)
				}
			} else if text == "" && len(found) == 0 {
				p.list.note = "Gõ để tìm, không cần dấu"
			}
			p.list.show(found)
			p.answered = text
			p.box.Refresh()
			if key := p.pending; key != "" {
				p.pending = ""
				p.keyWhileTyping(&fyne.KeyEvent{Name: key})
			}
		})
	})
}

// Tapped starts typing.
func (p *Picker) Tapped(*fyne.PointEvent) {
	focusOn(p)
	p.Open()
}

// Cursor is a text cursor.
func (p *Picker) Cursor() desktop.Cursor { return desktop.TextCursor }

// TypedRune starts typing.
func (p *Picker) TypedRune(r rune) {
	p.Open()
	if p.entry != nil {
		p.entry.TypedRune(r)
	}
}

// TypedKey starts typing on Down, F4 and the keys that edit.
func (p *Picker) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyF4:
		p.Open()
	case fyne.KeyBackspace, fyne.KeyDelete:
		if p.text == "" {
			return
		}
		p.Open()
		if p.entry != nil {
			p.entry.TypedKey(e)
		}
	case fyne.KeySpace, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd:
	default:
		passKey(p, e)
	}
}

// TypedShortcut starts typing on Alt+Down, or with what is pasted, and hands the rest on.
func (p *Picker) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutPaste:
		p.Open()
		if p.entry != nil {
			p.entry.TypedShortcut(s)
		}
	case *fyne.ShortcutCopy:
		fyne.CurrentApp().Clipboard().SetContent(p.text)
	default:
		if isShortcut(s, "Alt+Down") {
			p.Open()
			return
		}
		passShortcut(p, s)
	}
}

// FocusGained draws the focus ring.
func (p *Picker) FocusGained() {
	p.focused = true
	p.Refresh()
	if p.onFocus != nil {
		p.onFocus(true)
	}
}

// FocusLost removes the focus ring.
func (p *Picker) FocusLost() {
	p.focused = false
	p.Refresh()
	if p.onFocus != nil {
		p.onFocus(false)
	}
}

// CreateRenderer is Fyne's hook to draw the widget.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &pickerRenderer{p: p, ground: canvas.NewRectangle(Surface), text: canvas.NewText("", TextColor), chip: canvas.NewRectangle(noColor), chipText: canvas.NewText("", Secondary), icon: canvas.NewImageFromResource(Icon("tim-kiem"))}
	r.ground.CornerRadius, r.chip.CornerRadius = 6, 4
	r.icon.FillMode = canvas.ImageFillContain
	r.objects = []fyne.CanvasObject{r.ground, r.icon, r.text, r.chip, r.chipText}
	r.Refresh()
	return r
}

type pickerRenderer struct {
	p              *Picker
	ground, chip   *canvas.Rectangle
	text, chipText *canvas.Text
	icon           *canvas.Image
	objects        []fyne.CanvasObject
}

func (r *pickerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120*TextScale(), controlHeight())
}

func (r *pickerRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 0, size.Width, size.Height)
	side := theme.Size(theme.SizeNameInlineIcon)
	place(r.icon, 8, (size.Height-side)/2, side, side)
	x := 8 + side + 6
	end := size.Width - choicePadding
	if r.p.free {
		side = markSize()
		place(r.icon, size.Width-choicePadding-side, (size.Height-side)/2, side, side)
		x, end = choicePadding, size.Width-choicePadding-side-6
	}
	if hint := r.p.chip(); hint != "" {
		line := lineHeight(captionSize())
		width := measure(hint, captionSize(), fyne.TextStyle{}).Width + 2*chipPadding
		setText(r.chipText, hint, captionSize(), fyne.TextStyle{}, Secondary, fyne.TextAlignLeading)
		place(r.chip, end-width, (size.Height-line-2)/2, width, line+2)
		place(r.chipText, end-width+chipPadding, (size.Height-line)/2, width, line)
		end -= width + 8
	}
	text, ink := r.p.text, TextColor
	if text == "" {
		text, ink = r.p.placeholder, Secondary
	}
	if r.p.Disabled() {
		ink = Disabled
	}
	line := lineHeight(textSize())
	room := max(end-x, 0)
	setText(r.text, Ellipsis(text, room, textSize(), fyne.TextStyle{}), textSize(), fyne.TextStyle{}, ink, fyne.TextAlignLeading)
	place(r.text, x, (size.Height-line)/2, room, line)
}

func (r *pickerRenderer) Refresh() {
	p := r.p
	fill, stroke, width := Surface, InputBorder, float32(1)
	switch {
	case p.Disabled():
		fill = Window
	case p.focused:
		stroke, width = Accent, 2
	case p.wrong != nil:
		stroke, width = Late, 1.5
	}
	setFill(r.ground, fill, stroke, width)
	if p.free { // looks like a choice
		ink := TextColor
		if p.Disabled() {
			ink = Disabled
		}
		if mark := recolor(Icon("mo"), ink); r.icon.Resource.Name() != mark.Name() {
			r.icon.Resource = mark
			r.icon.Refresh()
		}
	}
	if p.chip() == "" {
		r.chip.Hide()
		r.chipText.Hide()
	} else {
		r.chip.Show()
		r.chipText.Show()
		setFill(r.chip, fill, InputBorder, 1)
	}
	r.Layout(p.Size())
	canvas.Refresh(p)
}

func (r *pickerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *pickerRenderer) Destroy()                     {}
