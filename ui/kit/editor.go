package kit

import (
	"fyne.io/fyne/v2"

	"cosohoi/data/vietnamese"
)

// Editor is a text that fills its place, for parts of documents. Tab leaves it, as it leaves every other input.
type Editor struct {
	Entry
}

// NewEditor returns an empty editor.
func NewEditor() *Editor {
	e := &Editor{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.Scroll = fyne.ScrollVerticalOnly
	e.ExtendBaseWidget(e)
	return e
}

// Source returns the text in NFC, its blanks as they were typed.
func (e *Editor) Source() string { return vietnamese.CleanSource(e.Text) }

// MinSize is small: the editor takes what there is.
func (e *Editor) MinSize() fyne.Size {
	e.ExtendBaseWidget(e)
	return fyne.NewSize(120, 4*lineHeight(textSize()))
}

// Home puts the cursor at the beginning of the text.
func (e *Editor) Home() {
	e.CursorRow, e.CursorColumn = 0, 0
	e.Refresh()
}

// TypedShortcut goes to the beginning and the end of the text with Ctrl+Home and Ctrl+End, as Word does.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	switch {
	case isShortcut(s, "Ctrl+Home"):
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	case isShortcut(s, "Ctrl+End"):
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	default:
		e.Entry.TypedShortcut(s)
	}
}
