package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tone is what a word says about the state of something. The word says it too: never colour alone.
type Tone int

const (
	TonePlain   Tone = iota // ordinary text, no ground
	ToneGood                // reached, in order
	ToneCare                // needs care soon
	ToneLate                // late, wrong, missing
	ToneNeutral             // a state without judgement
	ToneTint                // a mark in the colour of the program
	ToneQuiet               // secondary text, no ground
)

// Ink returns the colour of text in this tone.
func (t Tone) Ink() color.Color {
	switch t {
	case ToneGood:
		return Good
	case ToneCare:
		return Care
	case ToneLate:
		return Late
	case ToneNeutral:
		return Neutral
	case ToneTint:
		return AccentDown
	case ToneQuiet:
		return Secondary
	}
	return TextColor
}

// Ground returns the colour under a tag in this tone.
func (t Tone) Ground() color.Color {
	switch t {
	case ToneGood:
		return GoodBack
	case ToneCare:
		return CareBack
	case ToneLate:
		return LateBack
	case ToneNeutral, TonePlain, ToneQuiet:
		return NeutralBack
	case ToneTint:
		return Tint
	}
	return noColor
}

const tagPadding = 8

func tagHeight() float32 { return lineHeight(captionSize()) + 3 }

func tagWidth(text string) float32 {
	return measure(text, captionSize(), fyne.TextStyle{}).Width + 2*tagPadding
}

// Tag is a state in one or two words on a coloured ground.
type Tag struct {
	widget.BaseWidget
	text string
	tone Tone
}

// NewTag returns a tag. With an empty text it takes no room.
func NewTag(text string, tone Tone) *Tag {
	t := &Tag{text: text, tone: tone}
	t.ExtendBaseWidget(t)
	return t
}

// SetTag shows another state.
func (t *Tag) SetTag(text string, tone Tone) {
	if t.text == text && t.tone == tone {
		return
	}
	t.text, t.tone = text, tone
	t.Refresh()
}

// Text returns the words on the tag.
func (t *Tag) Text() string { return t.text }

// CreateRenderer is Fyne's hook to draw the widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tagRenderer{t: t, ground: canvas.NewRectangle(noColor), text: canvas.NewText("", TextColor)}
	r.objects = []fyne.CanvasObject{r.ground, r.text}
	r.Refresh()
	return r
}

type tagRenderer struct {
	t       *Tag
	ground  *canvas.Rectangle
	text    *canvas.Text
	objects []fyne.CanvasObject
}

func (r *tagRenderer) MinSize() fyne.Size {
	if r.t.text == "" {
		return fyne.Size{}
	}
	return fyne.NewSize(tagWidth(r.t.text), tagHeight())
}

func (r *tagRenderer) Layout(size fyne.Size) {
	if r.t.text == "" {
		place(r.ground, 0, 0, 0, 0)
		return
	}
	width := min(size.Width, tagWidth(r.t.text))
	drawTag(r.ground, r.text, Cell{Text: r.t.text, Tone: r.t.tone}, 0, (size.Height-tagHeight())/2, width)
}

func (r *tagRenderer) Refresh() {
	if r.t.text == "" {
		r.text.Hide()
	} else {
		r.text.Show()
	}
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *tagRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tagRenderer) Destroy()                     {}

// drawTag places a tag at x, y, at most width wide.
func drawTag(ground *canvas.Rectangle, text *canvas.Text, cell Cell, x, y, width float32) {
	height := tagHeight()
	width = min(width, tagWidth(cell.Text))
	ground.CornerRadius = height / 2
	setFill(ground, cell.Tone.Ground(), noColor, 0)
	place(ground, x, y, width, height)
	shown := Ellipsis(cell.Text, max(width-2*tagPadding, 0), captionSize(), fyne.TextStyle{})
	setText(text, shown, captionSize(), fyne.TextStyle{}, cell.Tone.Ink(), fyne.TextAlignLeading)
	line := lineHeight(captionSize())
	place(text, x+tagPadding, y+(height-line)/2, width-tagPadding, line)
}
