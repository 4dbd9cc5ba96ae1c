package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The pointer rests this long before a tip shows, and the tip stays as long as it takes to read a few lines.
const (
	tipDelay = 600 * time.Millisecond
	tipStays = 12 * time.Second
)

// Measures of a tip at text scale 1.
const (
	tipWidth   float32 = 380
	tipPadding float32 = 8
	tipBelow   float32 = 20 // the pointer, so that it does not cover the text
)

// tips is what the pointer, of which there is one, rests on. Only the window's goroutine uses it.
var tips struct {
	over  fyne.CanvasObject
	text  string
	at    fyne.Position // in the window
	round int           // tells a timer that it is out of date
	shown *tipLayer
}

// explain tells that the pointer is over o, at a place in the window, on something that a text explains; "" for nothing.
func explain(o fyne.CanvasObject, at fyne.Position, text string) {
	if text == "" {
		if tips.over == o {
			hush()
		}
		return
	}
	tips.at = at
	if tips.over == o && tips.text == text {
		return
	}
	hush()
	tips.over, tips.text = o, text
	later(tipDelay, func() {
		c := canvasOf(o)
		if c == nil {
			return
		}
		if tips.shown = layerOf(c); tips.shown != nil {
			tips.shown.show(text, tips.at)
			c.Refresh(tips.shown) // an object that was never drawn knows no canvas to refresh
			later(tipStays, tips.shown.Hide)
		}
	})
}

// later does something when the pointer still rests on the same thing.
func later(delay time.Duration, then func()) {
	tips.round++
	round := tips.round
	afterDelay(delay, func() {
		if tips.round == round {
			then()
		}
	})
}

// afterDelay does something later on the window's goroutine. Tests do not wait.
var afterDelay = func(delay time.Duration, then func()) {
	time.AfterFunc(delay, func() { fyne.Do(then) })
}

// hush takes away the tip: the pointer moved on, or something was pressed or typed.
func hush() {
	tips.round++
	tips.over, tips.text = nil, ""
	if tips.shown != nil {
		tips.shown.Hide()
		tips.shown = nil
	}
}

// cutText is the text for the tip of what is drawn: all of it when it was cut, otherwise none.
func cutText(drawn *canvas.Text, text string) string {
	if !drawn.Visible() || drawn.Text == text {
		return ""
	}
	return text
}

// WithTips returns the content of a window with room for tips over it.
func WithTips(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(content, newTipLayer())
}

// layerOf is where a tip is drawn: over the panel in front, or over the content of the window. An overlay of its own would take the pointer
// away from what it explains.
func layerOf(c fyne.Canvas) *tipLayer {
	if top := c.Overlays().Top(); top != nil {
		if o, ours := top.(*overlay); ours {
			return o.tips
		}
		return nil
	}
	if content, ok := c.Content().(*fyne.Container); ok && len(content.Objects) > 0 {
		layer, _ := content.Objects[len(content.Objects)-1].(*tipLayer)
		return layer
	}
	return nil
}

// tipLayer draws a tip anywhere in a window. It takes no part in what the pointer does.
type tipLayer struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	text   *Text
}

func newTipLayer() *tipLayer {
	l := &tipLayer{ground: canvas.NewRectangle(TextColor), text: Caption("").Wrapping()}
	l.ground.CornerRadius = 5
	l.text.SetColor(Surface)
	l.ExtendBaseWidget(l)
	l.Hide()
	return l
}

func (l *tipLayer) show(text string, at fyne.Position) {
	size := l.Size()
	var wide float32
	for _, line := range breakLines(text, tipWidth*TextScale(), captionSize(), fyne.TextStyle{}) {
		wide = max(wide, measure(line, captionSize(), fyne.TextStyle{}).Width)
	}
	wide++ // so that rounding breaks no line
	l.text.SetText(text)
	l.text.Resize(fyne.NewSize(wide, 0))
	high := l.text.MinSize().Height
	x := max(min(at.X, size.Width-wide-2*tipPadding-4), 4)
	y := at.Y + tipBelow
	if y+high+2*tipPadding > size.Height {
		y = max(at.Y-high-2*tipPadding-6, 0)
	}
	place(l.ground, x, y, wide+2*tipPadding, high+tipPadding)
	place(l.text, x+tipPadding, y+tipPadding/2, wide, high)
	l.Show()
}

// CreateRenderer is Fyne's hook to draw the widget.
func (l *tipLayer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(l.ground, l.text))
}
