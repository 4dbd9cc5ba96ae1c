package kit

import (
	"fmt"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"cosohoi/data/vietnamese"
)

// noteLimit caps notes: Fyne lays out long wrapped text very slowly.
const noteLimit = 4000

// Entry is an input of one line. Unlike Fyne's it hands keys and shortcuts that it does not use on to the
// form or the window, shows an error as a red edge, and gives its text as it is to be stored.
type Entry struct {
	widget.Entry

	onKey   func(e *fyne.KeyEvent) bool // a key before the input looks at it; true when used up
	onFocus func(gained bool)
	wrong   error
	typing  bool
	shift   bool
	// takesTab gives the Tab key to onKey instead of going to the next input.
	takesTab bool
	box      *canvas.Rectangle // Fyne's ground, on which the edge is drawn too
}

// NewEntry returns an input of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewPassword returns an input of one line that shows dots.
func NewPassword() *Entry {
	e := NewEntry()
	e.Password = true
	return e
}

// Value returns the text as it is stored: NFC, no blanks at the ends, runs of blanks folded.
func (e *Entry) Value() string {
	if e.Password {
		return e.Text // blanks in a password are part of it
	}
	return vietnamese.Clean(e.Text)
}

// SetWrong draws the edge red, or as usual for nil. The sentence itself stands under the field; see Field.
func (e *Entry) SetWrong(err error) {
	if (e.wrong == nil) == (err == nil) {
		e.wrong = err
		return
	}
	e.wrong = err
	e.paintEdge()
}

func (e *Entry) watchFocus(f func(gained bool)) { e.onFocus = f }

// FocusGained draws the input as the one being typed in.
func (e *Entry) FocusGained() {
	e.typing = true
	e.Entry.FocusGained()
	e.paintEdge()
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost draws the input as usual. What was typed letter by letter and mark by mark ("Unicode tổ hợp" of UniKey) is put together only
// now: while she types, UniKey counts on taking back what it has sent.
func (e *Entry) FocusLost() {
	e.typing, e.shift = false, false
	e.Entry.FocusLost()
	if !e.Password && !norm.NFC.IsNormalString(e.Text) {
		e.SetText(norm.NFC.String(e.Text))
	}
	e.paintEdge()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// KeyDown remembers the Shift key.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	e.Entry.KeyDown(k)
}

// KeyUp forgets the Shift key.
func (e *Entry) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.Entry.KeyUp(k)
}

// AcceptsTab tells whether the Tab key is for the input.
func (e *Entry) AcceptsTab() bool { return e.takesTab }

// TypedKey edits, or hands the key on.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine {
			e.Entry.TypedKey(k)
		} else if e.OnSubmitted != nil {
			e.OnSubmitted(e.Text)
		} else {
			passKey(e.self(), k)
		}
	case fyne.KeyUp, fyne.KeyDown:
		if e.MultiLine {
			e.Entry.TypedKey(k)
		}
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		passKey(e.self(), k)
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut edits, or hands the shortcut on.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		switch custom.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
			if custom.Modifier&fyne.KeyModifierAlt == 0 {
				break
			}
			passShortcut(e.self(), s)
			return
		default:
			passShortcut(e.self(), s)
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// self is what stands on the canvas. Widgets built on Entry are found through their ground, which is always drawn.
func (e *Entry) self() fyne.CanvasObject {
	if e.box != nil {
		return e.box
	}
	return e
}

// MinSize is as high as a button.
func (e *Entry) MinSize() fyne.Size {
	e.ExtendBaseWidget(e)
	size := e.Entry.MinSize()
	if !e.MultiLine {
		size.Height = max(size.Height, controlHeight())
	}
	return size
}

func (e *Entry) paintEdge() {
	if e.box == nil {
		return
	}
	switch {
	case e.Disabled():
		setFill(e.box, Window, InputBorder, 1)
	case e.wrong != nil:
		setFill(e.box, Surface, Late, 1.5)
	case e.typing:
		setFill(e.box, Surface, Accent, 2)
	default:
		setFill(e.box, Surface, InputBorder, 1)
	}
	if size := e.Size(); size.Width > 0 {
		half := e.box.StrokeWidth / 2 // strokes lie astride the edge
		place(e.box, half, half, size.Width-2*half, size.Height-2*half)
	}
}

// MouseDown places the cursor; Fyne must not know that the text was moved.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	moved := *m
	moved.Position.X -= entryIndent
	e.Entry.MouseDown(&moved)
}

// Dragged selects text.
func (e *Entry) Dragged(d *fyne.DragEvent) {
	moved := *d
	moved.Position.X -= entryIndent
	e.Entry.Dragged(&moved)
}

// CreateRenderer is Fyne's hook to draw the widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	inner := e.Entry.CreateRenderer()
	e.box, _ = inner.Objects()[0].(*canvas.Rectangle)
	inner.Objects()[1].Hide() // Fyne's edge
	e.paintEdge()
	return &entryRenderer{WidgetRenderer: inner, e: e}
}

// entryRenderer draws the edge instead of Fyne, whose own is never red without a validator and its icon, dark
// where the input is disabled, and darker than its colour on a graphics card.
type entryRenderer struct {
	fyne.WidgetRenderer
	e *Entry
}

// entryIndent moves Fyne's text away from the edge: its own distance is made for thicker edges.
const entryIndent = 4

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(fyne.NewSize(size.Width-entryIndent, size.Height))
	for _, o := range r.WidgetRenderer.Objects()[2:] { // all but the ground and the edge
		o.Move(o.Position().AddXY(entryIndent, 0))
	}
	r.e.paintEdge()
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.e.paintEdge()
}

// Note is an input of several lines. Tab leaves it, as it leaves every other input.
type Note struct {
	Entry
	onLimit func(error)
}

// NewNote returns an input of several lines that shows rows of them.
func NewNote(visibleRows int) *Note {
	n := &Note{}
	n.MultiLine = true
	n.Wrapping = fyne.TextWrapWord
	n.SetMinRowsVisible(max(visibleRows, 2))
	n.ExtendBaseWidget(n)
	return n
}

// Value returns the text as it is stored: NFC, each line without blanks at its ends.
func (n *Note) Value() string { return vietnamese.CleanLines(n.Text) }

// TypedRune writes, unless the note is full; then the reason stands under it.
func (n *Note) TypedRune(r rune) {
	if utf8.RuneCountInString(n.Text) >= noteLimit {
		n.limit()
		return
	}
	n.Entry.TypedRune(r)
}

// TypedShortcut refuses to paste more than a note holds, whole, so that nothing is cut off unseen.
func (n *Note) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		if utf8.RuneCountInString(n.Text)+utf8.RuneCountInString(paste.Clipboard.Content()) > noteLimit {
			n.limit()
			return
		}
	}
	n.Entry.TypedShortcut(s)
}

func (n *Note) limit() {
	err := n.tooLong()
	n.SetWrong(err)
	if n.onLimit != nil {
		n.onLimit(err)
	}
}

func (n *Note) tooLong() error {
	return fmt.Errorf("ghi chú dài nhất %s ký tự; phần thêm vào chưa được nhận", Number(noteLimit))
}

// Check tells in a sentence that the text is too long.
func (n *Note) Check() error {
	if utf8.RuneCountInString(n.Text) > noteLimit {
		return n.tooLong()
	}
	return nil
}

// Check is a box to tick that hands keys on like the other widgets here.
type Check struct {
	widget.Check
}

// NewCheck returns a box to tick with its label.
func NewCheck(label string, onChanged func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = label, onChanged
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey ticks on the space bar and hands the rest on.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		c.Check.TypedKey(e)
		return
	}
	passKey(c, e)
}

// TypedShortcut hands shortcuts on to the form or the window.
func (c *Check) TypedShortcut(s fyne.Shortcut) { passShortcut(c, s) }
