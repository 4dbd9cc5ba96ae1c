package kit

import "fyne.io/fyne/v2"

// NewEmpty is what a screen without anything to show says instead: a sentence and, unless nil, the first
// thing to do.
func NewEmpty(sentence string, action *Action) fyne.CanvasObject {
	text := Paragraph(sentence).Quiet().Center()
	objects := []fyne.CanvasObject{text}
	if action != nil {
		objects = append(objects, action)
	}
	height := func(width float32) float32 {
		text.Resize(fyne.NewSize(width, text.Size().Height))
		h := text.MinSize().Height
		if action != nil {
			h += Gap + action.MinSize().Height
		}
		return h
	}
	return newSized(func(size fyne.Size) {
		width := min(size.Width-2*PagePadding, 420*TextScale())
		y := max((size.Height-height(width))/2.4, 0)
		place(text, (size.Width-width)/2, y, width, text.MinSize().Height)
		if action != nil {
			want := action.MinSize()
			place(action, (size.Width-want.Width)/2, y+text.MinSize().Height+Gap, want.Width, want.Height)
		}
	}, func() fyne.Size {
		return fyne.NewSize(120, 80)
	}, objects...)
}
