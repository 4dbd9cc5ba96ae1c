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
