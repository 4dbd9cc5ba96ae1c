package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Item is a line of an ItemList: what it is, below it in small what else to know, at the right a word on its state.
type Item struct {
	ID, Title, Detail string
	State             string
	Tone              Tone
}

// ItemList is a list whose rows have two lines, for things that are chosen by name and told apart by their details.
type ItemList struct {
	widget.BaseWidget
	// OnSelected is told when the user moved to a line, OnOpened of a double click or Enter on it.
	OnSelected, OnOpened func(id string)

	// TitleLines is how many lines a title may take: 1 or 2.
	TitleLines int

	items    []Item
	rows     *rows
	sentence string
	action   *Action
	empty    fyne.CanvasObject
	box      *fyne.Container
}

// NewItemList returns an empty list; sentence and action stand in it while it is empty.
func NewItemList(sentence string, action *Action) *ItemList {
	l := &ItemList{TitleLines: 1, sentence: sentence, action: action, empty: NewEmpty(sentence, action)}
	l.rows = newRows(func() rowView { return newItemRow(l) })
	l.rows.height = func() float32 { return itemHeight(l.TitleLines) }
	l.rows.inset = 4
	l.rows.onSelected = func(i int) {
		if l.OnSelected != nil {
			l.OnSelected(l.items[i].ID)
		}
	}
	l.rows.onOpened = func(i int) {
		if l.OnOpened != nil {
			l.OnOpened(l.items[i].ID)
		}
	}
	l.box = container.NewStack(l.rows, l.empty)
	l.ExtendBaseWidget(l)
	return l
}

func itemHeight(titleLines int) float32 {
	return float32(titleLines)*lineHeight(textSize()) + lineHeight(captionSize()) + 14
}

// SetSentence says something else while the list is empty, as when a search finds nothing.
func (l *ItemList) SetSentence(sentence string) {
	if sentence == l.sentence {
		return
	}
	l.sentence = sentence
	shown := l.empty.Visible()
	l.empty = NewEmpty(sentence, l.action)
	if !shown {
		l.empty.Hide()
	}
	l.box.Objects[1] = l.empty
	l.box.Refresh()
}

// SetItems shows other lines. The line that was selected stays so as long as it is there.
func (l *ItemList) SetItems(items []Item) {
	chosen := l.Selected()
	l.items = items
	l.rows.setCount(len(items))
	l.rows.mark(l.index(chosen), false)
	if len(items) == 0 {
		l.empty.Show()
	} else {
		l.empty.Hide()
	}
	l.box.Refresh()
}

// Select marks a line without telling anybody; "" marks none.
func (l *ItemList) Select(id string) { l.rows.mark(l.index(id), true) }

// Selected returns the id of the marked line, "" for none.
func (l *ItemList) Selected() string {
	if i := l.rows.selected; i >= 0 && i < len(l.items) {
		return l.items[i].ID
	}
	return ""
}

// Focus gives the keys to the list.
func (l *ItemList) Focus() { focusOn(l.rows) }

func (l *ItemList) index(id string) int {
	for i, item := range l.items {
		if item.ID == id && id != "" {
			return i
		}
	}
	return -1
}

func (l *ItemList) inner() []fyne.CanvasObject { return []fyne.CanvasObject{l.box} }

// CreateRenderer is Fyne's hook to draw the widget.
func (l *ItemList) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return widget.NewSimpleRenderer(l.box)
}

type itemRow struct {
	l             *ItemList
	box           *fyne.Container
	title, second *canvas.Text // the lines of the title
	detail, state *canvas.Text
	ground        *canvas.Rectangle
}

func newItemRow(l *ItemList) *itemRow {
	r := &itemRow{l: l, title: canvas.NewText("", TextColor), second: canvas.NewText("", TextColor), detail: canvas.NewText("", Secondary), state: canvas.NewText("", Secondary), ground: canvas.NewRectangle(noColor)}
	r.ground.CornerRadius = 8
	r.box = &fyne.Container{Objects: []fyne.CanvasObject{r.title, r.second, r.detail, r.ground, r.state}}
	return r
}

func (r *itemRow) object() fyne.CanvasObject { return r.box }

func (r *itemRow) draw(i int, _ bool, size fyne.Size) {
	const pad = 12
	item := r.l.items[i]
	text, small := lineHeight(textSize()), lineHeight(captionSize())
	bold := fyne.TextStyle{Bold: true}
	width := size.Width - 2*pad
	lines := []string{item.Title}
	if r.l.TitleLines > 1 {
		if lines = breakLines(item.Title, width, textSize(), bold); len(lines) > 2 {
			lines = []string{lines[0], strings.Join(lines[1:], " ")}
		}
	}
	setText(r.title, Ellipsis(lines[0], width, textSize(), bold), textSize(), bold, TextColor, fyne.TextAlignLeading)
	place(r.title, pad, 6, width, text)
	r.second.Hide()
	if len(lines) > 1 {
		r.second.Show()
		setText(r.second, Ellipsis(lines[1], width, textSize(), bold), textSize(), bold, TextColor, fyne.TextAlignLeading)
		place(r.second, pad, 6+text, width, text)
	}
	below := 6 + float32(len(lines))*text + 2
	end := size.Width - pad
	if item.State == "" {
		r.state.Hide()
		r.ground.Hide()
	} else {
		w := measure(item.State, captionSize(), fyne.TextStyle{}).Width
		y := below
		setText(r.state, item.State, captionSize(), fyne.TextStyle{}, item.Tone.Ink(), fyne.TextAlignLeading)
		place(r.state, end-w-6, y, w, small)
		setFill(r.ground, item.Tone.Ground(), noColor, 0)
		place(r.ground, end-w-12, y-1, w+12, small+2)
		r.state.Show()
		r.ground.Show()
		end -= w + 20
	}
	room := max(end-pad, 0)
	setText(r.detail, Ellipsis(item.Detail, room, captionSize(), fyne.TextStyle{}), captionSize(), fyne.TextStyle{}, Secondary, fyne.TextAlignLeading)
	place(r.detail, pad, below, room, small)
}

func (r *itemRow) tip(i int, _ float32) string {
	item := r.l.items[i]
	drawn := r.title.Text
	if r.second.Visible() {
		drawn += " " + r.second.Text
	}
	var cut []string
	if drawn != item.Title {
		cut = append(cut, item.Title)
	}
	if detail := cutText(r.detail, item.Detail); detail != "" {
		cut = append(cut, detail)
	}
	return strings.Join(cut, "\n")
}

// Pick asks to choose one of several things, each explained by a line below its name. Enter or a double click chooses.
func Pick(win fyne.Window, title, sentence string, items []Item, choose string, then func(id string)) {
	list := NewItemList("", nil)
	list.SetItems(items)
	if len(items) > 0 {
		list.Select(items[0].ID)
	}
	list.rows.minRows = min(len(items), 8)
	var o *overlay
	take := func() {
		if id := list.Selected(); id != "" {
			o.close()
			then(id)
		}
	}
	list.OnOpened = func(string) { take() }
	actions := []*Action{NewAction("Hủy", "Esc", func() { o.close() }), NewAction(choose, "Enter", take).Primary()}
	o = openSheet(win, title, list, Body(sentence).Quiet(), actions, 560, func(float32) float32 {
		return float32(min(len(items), 9)) * itemHeight(1)
	})
	o.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			o.close()
		case fyne.KeyReturn, fyne.KeyEnter:
			take()
		default:
			return false
		}
		return true
	}
	o.onCut = func(fyne.Shortcut) bool { return true }
	o.first = list.rows
	o.show()
	list.Select(list.Selected()) // once more, now that there is a size to scroll in
}

// ShowMenu opens a list of acts under an object; then runs with the id of the chosen one.
func ShowMenu(anchor fyne.CanvasObject, options []Option, then func(id string)) {
	openOptions(anchor, options, "", func(o Option) {
		// After the click is over: it takes the focus from what an act opens meanwhile.
		go fyne.Do(func() { then(o.ID) })
	})
}
