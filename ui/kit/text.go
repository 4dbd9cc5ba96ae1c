package kit

import (
	"image/color"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is a piece of text in one of the sizes of the program. On one line it is cut with "…" when there is
// not room for it; a paragraph is broken into lines instead.
type Text struct {
	widget.BaseWidget
	text   string
	size   fyne.ThemeSizeName
	style  fyne.TextStyle
	color  color.Color
	align  fyne.TextAlign
	wrap   bool
	shrink bool
}

func newText(s string, size fyne.ThemeSizeName, bold bool, c color.Color) *Text {
	t := &Text{text: s, size: size, style: fyne.TextStyle{Bold: bold}, color: c}
	t.ExtendBaseWidget(t)
	return t
}

// Title is the name of a page or of the record in view.
func Title(s string) *Text { return newText(s, theme.SizeNameHeadingText, true, TextColor) }

// Section is the heading of a part of a page.
func Section(s string) *Text { return newText(s, theme.SizeNameSubHeadingText, true, TextColor) }

// Caption is small secondary text beside or under something.
func Caption(s string) *Text { return newText(s, theme.SizeNameCaptionText, false, Secondary) }

// Body is plain text on one line.
func Body(s string) *Text { return newText(s, theme.SizeNameText, false, TextColor) }

// Figure is a number to be seen from afar.
func Figure(s string) *Text { return newText(s, sizeFigure, true, TextColor) }

// Paragraph is plain text broken into as many lines as its width asks for.
func Paragraph(s string) *Text {
	t := Body(s)
	t.wrap = true
	return t
}

// Shrinking lets the layout make the text narrower than it is, cut with "…"; it returns the text itself.
func (t *Text) Shrinking() *Text {
	t.shrink = true
	return t
}

// Wrapping makes the text break into lines; it returns the text itself.
func (t *Text) Wrapping() *Text {
	t.wrap = true
	return t
}

// Right aligns the text to the right; it returns the text itself.
func (t *Text) Right() *Text {
	t.align = fyne.TextAlignTrailing
	return t
}

// Center aligns the text to the middle; it returns the text itself.
func (t *Text) Center() *Text {
	t.align = fyne.TextAlignCenter
	return t
}

// Quiet draws the text in the secondary colour; it returns the text itself.
func (t *Text) Quiet() *Text {
	t.color = Secondary
	return t
}

// Strong draws the text bold; it returns the text itself.
func (t *Text) Strong() *Text {
	t.style.Bold = true
	return t
}

// SetText shows s instead.
func (t *Text) SetText(s string) {
	if t.text == s {
		return
	}
	t.text = s
	t.Refresh()
}

// Text returns what is shown, uncut.
func (t *Text) Text() string { return t.text }

// SetColor draws the text in c.
func (t *Text) SetColor(c color.Color) {
	t.color = c
	t.Refresh()
}

// Resize breaks a paragraph anew, since its height hangs on its width.
func (t *Text) Resize(size fyne.Size) {
	old := t.Size()
	t.BaseWidget.Resize(size)
	if t.wrap && old.Width != size.Width {
		t.Refresh()
	}
}

// CreateRenderer is Fyne's hook to draw the widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

type textRenderer struct {
	t       *Text
	lines   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) texts(width float32) []string {
	size := r.fontSize()
	if !r.t.wrap {
		if width <= 0 {
			if r.t.shrink { // a layout that has no room for it
				return []string{""}
			}
			return []string{r.t.text}
		}
		return []string{Ellipsis(r.t.text, width, size, r.t.style)}
	}
	return breakLines(r.t.text, width, size, r.t.style)
}

func (r *textRenderer) fontSize() float32 { return sizeOf(r.t.size) }

func (r *textRenderer) Layout(size fyne.Size) {
	r.fill(size.Width)
	step := lineHeight(r.fontSize())
	y := float32(0)
	if !r.t.wrap {
		y = (size.Height - step) / 2
	}
	for _, line := range r.lines {
		line.Move(fyne.NewPos(0, y))
		line.Resize(fyne.NewSize(size.Width, step))
		y += step
	}
}

func (r *textRenderer) fill(width float32) {
	texts := r.texts(width)
	if len(r.lines) > len(texts) {
		r.lines = r.lines[:len(texts)]
		r.objects = r.objects[:len(texts)]
	}
	for len(r.lines) < len(texts) {
		line := canvas.NewText("", r.t.color)
		r.lines = append(r.lines, line)
		r.objects = append(r.objects, line)
	}
	for i, s := range texts {
		setText(r.lines[i], s, r.fontSize(), r.t.style, r.t.color, r.t.align)
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	size := r.fontSize()
	if r.t.wrap {
		n := len(breakLines(r.t.text, r.t.Size().Width, size, r.t.style))
		return fyne.NewSize(48, lineHeight(size)*float32(n))
	}
	full := measure(r.t.text, size, r.t.style)
	if r.t.shrink {
		full.Width = min(full.Width, 24)
	}
	return fyne.NewSize(full.Width, lineHeight(size))
}

func (r *textRenderer) Refresh()                     { r.Layout(r.t.Size()); canvas.Refresh(r.t) }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}

// setText changes a canvas text only where it differs, since each refresh draws its glyphs anew.
func setText(t *canvas.Text, s string, size float32, style fyne.TextStyle, c color.Color, align fyne.TextAlign) {
	if t.Text == s && t.TextSize == size && t.TextStyle == style && t.Color == c && t.Alignment == align {
		return
	}
	t.Text, t.TextSize, t.TextStyle, t.Color, t.Alignment = s, size, style, c, align
	t.Refresh()
}

// setFill changes a rectangle only where it differs.
func setFill(r *canvas.Rectangle, fill, stroke color.Color, width float32) {
	if r.FillColor == fill && r.StrokeColor == stroke && r.StrokeWidth == width {
		return
	}
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, stroke, width
	r.Refresh()
}

// place moves and resizes in one go.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func measure(s string, size float32, style fyne.TextStyle) fyne.Size {
	return fyne.MeasureText(s, size, style)
}

var lineHeights sync.Map // float32 → float32

func lineHeight(size float32) float32 {
	if h, ok := lineHeights.Load(size); ok {
		return h.(float32)
	}
	h := measure("Ậg", size, fyne.TextStyle{}).Height
	lineHeights.Store(size, h)
	return h
}

type cutKey struct {
	text  string
	width float32
	size  float32
	bold  bool
}

// cuts remembers what Ellipsis found: a list draws the same few hundred texts again at every scroll step.
var cuts = struct {
	sync.Mutex
	known map[cutKey]string
}{known: map[cutKey]string{}}

// Ellipsis returns text, or as much of its beginning as fits into width followed by "…".
func Ellipsis(text string, width, size float32, style fyne.TextStyle) string {
	key := cutKey{text, width, size, style.Bold}
	cuts.Lock()
	found, ok := cuts.known[key]
	cuts.Unlock()
	if ok {
		return found
	}
	cut := text
	// Half a pixel of grace: layouts hand out widths that were rounded on the way.
	if measure(text, size, style).Width > width+0.5 {
		runes := []rune(text)
		low, high := 0, len(runes)-1 // the longest beginning known to fit, and the first not tried
		for low < high {
			mid := (low + high + 1) / 2
			if measure(string(runes[:mid])+"…", size, style).Width <= width {
				low = mid
			} else {
				high = mid - 1
			}
		}
		cut = strings.TrimRight(string(runes[:low]), " ,.·") + "…"
		if low == 0 && measure("…", size, style).Width > width {
			cut = ""
		}
	}
	cuts.Lock()
	if len(cuts.known) > 8192 {
		cuts.known = map[cutKey]string{}
	}
	cuts.known[key] = cut
	cuts.Unlock()
	return cut
}

// breakLines breaks text between words, so that each line fits into width; a word that alone is too long is cut.
func breakLines(text string, width, size float32, style fyne.TextStyle) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		if width <= 0 || measure(paragraph, size, style).Width <= width+0.5 {
			lines = append(lines, paragraph)
			continue
		}
		line := ""
		for _, word := range strings.Fields(paragraph) {
			longer := word
			if line != "" {
				longer = line + " " + word
			}
			if line != "" && measure(longer, size, style).Width > width+0.5 {
				lines = append(lines, Ellipsis(line, width, size, style))
				longer = word
			}
			line = longer
		}
		lines = append(lines, Ellipsis(line, width, size, style))
	}
	return lines
}
