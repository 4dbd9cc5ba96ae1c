package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"unicode/utf8"

	"cosohoi/data/vietnamese"
)

// Field is one line of a form.
type Field struct {
	Label  string
	Widget fyne.CanvasObject
	Check  func() error // what is wrong, as a Vietnamese sentence; nil is fine
	Hint   string       // stands under the field as long as nothing is wrong
	Notice *Notice      // stands under it, too, when it has something to say
}

// FormOptions tells how a form is saved and left.
type FormOptions struct {
	SaveLabel string // "Lưu" when empty
	// CancelLabel is "Hủy" when empty; another word is needed where saving itself cancels something.
	CancelLabel string
	Changed     func() bool // whether leaving would lose something
	// Save keeps what was entered. It may go to the background; done is called on the window's goroutine, with
	// nil to close the form or with the sentence to show.
	Save     func(done func(error))
	Width    float32 // at text scale 1
	Columns  int     // 1: labels at the left; 2: two columns with labels above
	OnClosed func()
}

// form is an open form dialog.
type form struct {
	win     fyne.Window
	options FormOptions
	over    *overlay
	fields  []*formField
	parts   []*formPart
	scroll  *container.Scroll
	error   *Text
	save    *Action
	cancel  *Action
	saving  bool
}

type formField struct {
	Field
	part  *formPart
	label *Text
	note  *Text // the hint, or what is wrong
	wrong error
	seen  bool // was left once, so that what is wrong may be said
}

// ShowForm opens a form over the window. Enter goes to the next field and on the last saves; Ctrl+S and
// Ctrl+Enter save from anywhere; Esc closes, asking first when something would be lost. What is wrong stands
// under its field, and a form with anything wrong is not saved.
func ShowForm(win fyne.Window, title string, fields []Field, options FormOptions) {
	ShowSections(win, title, []FormSection{{Fields: fields, Open: true}}, options)
}

// ShowSections is ShowForm of fields in sections, which fold. What is wrong in a folded one opens it.
func ShowSections(win fyne.Window, title string, sections []FormSection, options FormOptions) {
	if options.SaveLabel == "" {
		options.SaveLabel = "Lưu"
	}
	if options.CancelLabel == "" {
		options.CancelLabel = "Hủy"
	}
	f := &form{win: win, options: options}
	var objects []fyne.CanvasObject
	for _, section := range sections {
		part := newFormPart(f, section)
		f.parts = append(f.parts, part)
		if part.head != nil {
			objects = append(objects, part.head)
		}
		for _, field := range section.Fields {
			ff := &formField{Field: field, part: part, label: Body(field.Label).Quiet(), note: Caption(field.Hint).Wrapping()}
			if options.Columns == 2 {
				ff.label.Shrinking()
			}
			part.fields = append(part.fields, ff)
			f.fields = append(f.fields, ff)
			objects = append(objects, ff.label, ff.Widget, ff.note)
			if n := field.Notice; n != nil {
				n.form = f
				objects = append(objects, n.words, n.link)
			}
			f.watch(ff)
		}
		part.show()
	}
	body := &formBody{f: f}
	f.scroll = container.NewVScroll(container.New(body, objects...))
	f.error = Paragraph("")
	f.error.SetColor(Late)
	f.save = NewAction(options.SaveLabel, "Ctrl+S", f.trySave).Primary()
	f.cancel = NewAction(options.CancelLabel, "Esc", f.leave)
	f.over = openSheet(win, title, f.scroll, f.error, []*Action{f.cancel, f.save}, options.Width, func(width float32) float32 {
		return body.height(width)
	})
	f.over.onKey = f.key
	f.over.onCut = func(s fyne.Shortcut) bool {
		if isShortcut(s, "Ctrl+S") || isShortcut(s, "Ctrl+Enter") {
			f.trySave()
		}
		return true
	}
	f.over.onClose = options.OnClosed
	for _, ff := range f.fields {
		if inside := focusables(ff.Widget); len(inside) > 0 {
			f.over.first = inside[0]
			break
		}
	}
	f.over.show()
}

// watch shows what is wrong with a field once it was left, and scrolls to the one that is entered.
func (f *form) watch(ff *formField) {
	for _, inside := range focusables(ff.Widget) {
		if w, ok := inside.(interface{ watchFocus(func(bool)) }); ok {
			w.watchFocus(func(gained bool) {
				if gained {
					f.reveal(ff)
					return
				}
				ff.seen = true
				f.check(ff)
			})
		}
		if w, ok := inside.(interface{ watchSettled(func()) }); ok {
			w.watchSettled(func() {
				if ff.wrong != nil { // what is wrong goes as soon as it is put right
					f.check(ff)
				}
			})
		}
		if n, ok := inside.(*Note); ok {
			n.onLimit = func(err error) { f.mark(ff, err) }
		}
	}
}

func (f *form) reveal(ff *formField) {
	top := ff.Widget.Position().Y
	f.scrollTo(top-30, top+ff.Widget.Size().Height+lineHeight(captionSize())+6)
}

// scrollTo brings what lies between two heights of the form into view.
func (f *form) scrollTo(top, bottom float32) {
	view := f.scroll.Size().Height
	switch {
	case view <= 0:
	case top < f.scroll.Offset.Y:
		f.scroll.ScrollToOffset(fyne.NewPos(0, max(top, 0)))
	case bottom > f.scroll.Offset.Y+view:
		f.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
	}
}

func (f *form) check(ff *formField) bool {
	var err error
	if note, ok := ff.Widget.(*Note); ok {
		err = note.Check()
	}
	if err == nil && ff.Check != nil {
		err = ff.Check()
	}
	f.mark(ff, err)
	return err == nil
}

// mark shows or takes away what is wrong with a field.
func (f *form) mark(ff *formField, err error) {
	if w, ok := ff.Widget.(interface{ SetWrong(error) }); ok {
		w.SetWrong(err)
	}
	same := ff.wrong == nil && err == nil || ff.wrong != nil && err != nil && ff.wrong.Error() == err.Error()
	ff.wrong = err
	if same {
		return
	}
	if err != nil {
		ff.note.SetText(sentence(err))
		ff.note.SetColor(Late)
	} else {
		ff.note.SetText(ff.Hint)
		ff.note.SetColor(Secondary)
	}
	f.grow()
}

// grow makes room for what the fields say now.
func (f *form) grow() {
	if f.over != nil && f.over.open {
		f.scroll.Content.Refresh()
		f.over.Refresh() // the panel grows with what it says
	}
}

// sentence writes an error as people expect it: a capital at the beginning, a full stop at the end.
func sentence(err error) string {
	text := vietnamese.UpperFirst(err.Error())
	switch last, _ := utf8.DecodeLastRuneInString(text); last {
	case '.', '!', '?', '…', utf8.RuneError: // none: no text at all
		return text
	}
	return text + "."
}

func (f *form) key(from fyne.CanvasObject, e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		f.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if from != nil {
			f.next()
		}
	default:
		return false
	}
	return true
}

// next goes to the field after the focused one; after the last it saves.
func (f *form) next() {
	focused := f.over.canvas.Focused()
	var chain []fyne.Focusable
	for _, part := range f.parts {
		if part.head != nil && (!part.open || fyne.Focusable(part.head) == focused) {
			chain = append(chain, part.head)
		}
		for _, ff := range part.fields { // those of a folded part are hidden
			chain = append(chain, focusables(ff.Widget)...)
		}
	}
	for i, one := range chain {
		if one != focused {
			continue
		}
		if i == len(chain)-1 {
			f.trySave()
		} else {
			f.over.canvas.Focus(chain[i+1])
		}
		return
	}
}

func (f *form) trySave() {
	if f.saving || !f.over.open {
		return
	}
	var first *formField
	for _, ff := range f.fields {
		ff.seen = true
		if !f.check(ff) && first == nil {
			first = ff
		}
	}
	if first != nil {
		f.say("")
		first.part.unfold()
		if inside := focusables(first.Widget); len(inside) > 0 {
			f.over.canvas.Focus(inside[0])
		}
		f.reveal(first)
		return
	}
	f.busy(true)
	f.options.Save(func(err error) {
		f.busy(false)
		if err != nil {
			f.say(sentence(err))
			return
		}
		f.over.close()
	})
}

func (f *form) say(text string) {
	f.error.SetText(text)
	f.over.Refresh()
}

func (f *form) busy(on bool) {
	f.saving = on
	if on {
		f.say("")
		f.save.SetText("Đang lưu…")
		f.save.Disable()
		f.cancel.Disable()
		return
	}
	f.save.SetText(f.options.SaveLabel)
	f.save.Enable()
	f.cancel.Enable()
}

func (f *form) leave() { f.leaveFor(func() {}) }

// leaveFor closes the form, asking first when something would be lost, and goes on with something else.
func (f *form) leaveFor(then func()) {
	if f.saving {
		return
	}
	shut := func() {
		f.over.close()
		then()
	}
	if f.options.Changed == nil || !f.options.Changed() {
		shut()
		return
	}
	AskToDiscard(f.win, "Chưa lưu", "Bỏ các thay đổi chưa lưu?", "Bỏ thay đổi", "Sửa tiếp", shut)
}

// formBody lays out labels, inputs and notes, three objects a field.
type formBody struct{ f *form }

const (
	formRowGap    float32 = 10
	formColumnGap float32 = 16
)

func (b *formBody) labelWidth() float32 {
	var widest float32
	for _, ff := range b.f.fields {
		widest = max(widest, ff.label.MinSize().Width)
	}
	return min(widest, 200*TextScale())
}

func (b *formBody) arrange(width float32, put bool) float32 {
	if b.f.options.Columns == 2 {
		return b.arrangeTwo(width, put)
	}
	label := b.labelWidth() + sheetBleed
	x := label + 10
	width -= sheetBleed
	y := float32(2)
	for _, part := range b.f.parts {
		y = part.placeHead(y, width, put)
		if !part.open {
			continue
		}
		for _, ff := range part.fields {
			height := ff.Widget.MinSize().Height
			noteHeight := b.noteHeight(ff, width-x)
			if put {
				line := ff.label.MinSize().Height
				place(ff.label, label-min(ff.label.MinSize().Width, label), y+(min(height, controlHeight())-line)/2, min(ff.label.MinSize().Width, label), line)
				place(ff.Widget, x, y, width-x, height)
				place(ff.note, x, y+height+2, width-x, noteHeight)
			}
			y += ff.Notice.place(x, y+height+noteHeight, width-x, put)
			y += height + formRowGap
			if noteHeight > 0 {
				y += noteHeight
			}
		}
	}
	return y
}

func (b *formBody) arrangeTwo(width float32, put bool) float32 {
	y := float32(0)
	for _, part := range b.f.parts {
		y = part.placeHead(y, width-sheetBleed, put)
		if part.open {
			y = b.arrangePairs(part.fields, y, width-2*sheetBleed, put)
		}
	}
	return y
}

// arrangePairs lays out fields two in a row from y on and returns where they end.
func (b *formBody) arrangePairs(fields []*formField, y, width float32, put bool) float32 {
	column := (width - formColumnGap) / 2
	for i := 0; i < len(fields); {
		rowHeight := float32(0)
		for n := 0; n < 2 && i < len(fields); n++ {
			ff := fields[i]
			x, w := sheetBleed+float32(n)*(column+formColumnGap), column
			_, wide := ff.Widget.(*Note)
			if wide {
				if n == 1 {
					break // a note takes a row of its own
				}
				w = width
			}
			line := lineHeight(textSize())
			height := ff.Widget.MinSize().Height
			noteHeight := b.noteHeight(ff, w)
			if put {
				place(ff.label, x, y, w, line)
				place(ff.Widget, x, y+line+3, w, height)
				place(ff.note, x, y+line+3+height+2, w, noteHeight)
			}
			rowHeight = max(rowHeight, line+3+height+noteHeight+ff.Notice.place(x, y+line+3+height+noteHeight, w, put))
			i++
			if wide {
				break
			}
		}
		y += rowHeight + formRowGap
	}
	return y
}

// noteHeight measures the note at the width that it will have.
func (b *formBody) noteHeight(ff *formField, width float32) float32 {
	if ff.note.Text() == "" {
		return 0
	}
	lines := breakLines(ff.note.Text(), width, captionSize(), fyne.TextStyle{})
	return float32(len(lines))*lineHeight(captionSize()) + 2
}

func (b *formBody) height(width float32) float32 { return b.arrange(width, false) }

func (b *formBody) Layout(_ []fyne.CanvasObject, size fyne.Size) { b.arrange(size.Width, true) }

func (b *formBody) MinSize([]fyne.CanvasObject) fyne.Size {
	width := b.f.scroll.Size().Width
	return fyne.NewSize(100, b.height(width))
}

// sheetBleed is how far the content of a sheet reaches into its margin, so that a scroll view cuts no focus
// ring and the bar stands outside the fields.
const sheetBleed float32 = 6

// openSheet builds, without showing it, a panel in the middle of the window: title, content, a sentence and
// the buttons.
func openSheet(win fyne.Window, title string, content fyne.CanvasObject, foot *Text, actions []*Action, width float32, contentHeight func(width float32) float32) *overlay {
	if width == 0 {
		width = 520
	}
	head := Title(title).Shrinking()
	line := canvas.NewRectangle(Hairline)
	objects := []fyne.CanvasObject{head, content, line, foot}
	for _, a := range actions {
		objects = append(objects, a)
	}
	const pad = 20
	headHeight := func() float32 { return pad + head.MinSize().Height + Gap }
	actionsWidth := func() float32 {
		total := float32(0)
		for _, a := range actions {
			total += a.MinSize().Width + 8
		}
		return total
	}
	// The sentence stands beside the buttons when it fits there, otherwise above them.
	footHeight := func(width float32) (height float32, above bool) {
		height = pad + Gap + controlHeight()
		if foot.Text() == "" {
			return height, false
		}
		if measure(foot.Text(), textSize(), fyne.TextStyle{}).Width <= width-2*pad-actionsWidth()-8 {
			return height, false
		}
		lines := breakLines(foot.Text(), width-2*pad, textSize(), fyne.TextStyle{})
		return height + float32(len(lines))*lineHeight(textSize()) + 8, true
	}
	panel := newSpot(func(size fyne.Size) {
		place(head, pad, pad-4, size.Width-2*pad, head.MinSize().Height)
		bottom, above := footHeight(size.Width)
		place(content, pad-sheetBleed, headHeight(), size.Width-2*pad+2*sheetBleed, size.Height-headHeight()-bottom)
		place(line, 0, size.Height-bottom, size.Width, 1)
		x := size.Width - pad
		y := size.Height - pad + 4 - controlHeight()
		for i := len(actions) - 1; i >= 0; i-- {
			w := actions[i].MinSize().Width
			x -= w
			place(actions[i], x, y, w, controlHeight())
			x -= 8
		}
		if above {
			place(foot, pad, size.Height-bottom+8, size.Width-2*pad, bottom)
		} else {
			place(foot, pad, y+(controlHeight()-lineHeight(textSize()))/2, max(x-pad, 0), lineHeight(textSize()))
		}
	}, objects...)
	o := &overlay{canvas: win.Canvas(), panel: panel, modal: true}
	o.arrange = func(window fyne.Size) (fyne.Position, fyne.Size) {
		w := max(min(width*TextScale(), window.Width-48), actionsWidth()+2*pad)
		bottom, _ := footHeight(w)
		h := min(headHeight()+contentHeight(w-2*pad+2*sheetBleed)+bottom, window.Height-48)
		return fyne.NewPos((window.Width-w)/2, max((window.Height-h)/2.4, 16)), fyne.NewSize(w, h)
	}
	return o
}

// Ask asks a question; then runs when the answer is yes. Enter answers yes, Esc no.
func Ask(win fyne.Window, title, question, yes, no string, then func()) {
	ask(win, title, question, yes, no, false, then)
}

// AskToDiscard asks whether to lose what was typed; then runs when the answer is yes. Enter and Esc keep it: who types on without looking
// must lose nothing.
func AskToDiscard(win fyne.Window, title, question, yes, no string, then func()) {
	ask(win, title, question, yes, no, true, then)
}

func ask(win fyne.Window, title, question, yes, no string, keep bool, then func()) {
	var o *overlay
	var open bool
	accept := func() {
		if open {
			open = false
			o.close()
			then()
		}
	}
	refuse := func() {
		if open {
			open = false
			o.close()
		}
	}
	enter, first, actions := accept, NewAction(yes, "Enter", accept).Primary(), []*Action{NewAction(no, "Esc", refuse)}
	if keep {
		enter, first, actions = refuse, NewAction(no, "Enter", refuse).Primary(), []*Action{NewAction(yes, "", accept)}
	}
	o = sayIn(win, title, question, append(actions, first))
	o.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			refuse()
		case fyne.KeyReturn, fyne.KeyEnter:
			enter()
		}
		return true
	}
	o.first = first
	open = true
	o.show()
}

// Tell says something that must be read. Enter and Esc close it.
func Tell(win fyne.Window, title, sentence string) {
	var o *overlay
	ok := NewAction("Đã hiểu", "Enter", func() { o.close() }).Primary()
	o = sayIn(win, title, sentence, []*Action{ok})
	o.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
			o.close()
		}
		return true
	}
	o.first = ok
	o.show()
}

func sayIn(win fyne.Window, title, text string, actions []*Action) *overlay {
	words := Paragraph(text)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, sheetBleed, sheetBleed), words))
	o := openSheet(win, title, scroll, Caption(""), actions, 440, func(width float32) float32 {
		return float32(len(breakLines(text, width-2*sheetBleed, textSize(), fyne.TextStyle{})))*lineHeight(textSize()) + Gap
	})
	o.onCut = func(fyne.Shortcut) bool { return true }
	return o
}

// ShowSheet opens a large panel over the window with a content of its own, such as a table, and its buttons, whose shortcuts work
// while it is open. shut takes the panel away.
func ShowSheet(win fyne.Window, title string, content fyne.CanvasObject, actions []*Action, width, height float32) (shut func()) {
	o := openSheet(win, title, content, Caption(""), actions, width, func(float32) float32 { return height })
	o.onKey = func(_ fyne.CanvasObject, e *fyne.KeyEvent) bool {
		for _, a := range actions {
			if name, modifier := parseKeys(a.shortcut); a.shortcut != "" && modifier == 0 && name == e.Name {
				a.onTap()
				return true
			}
		}
		return false
	}
	o.onCut = func(s fyne.Shortcut) bool {
		for _, a := range actions {
			if a.shortcut != "" && isShortcut(s, a.shortcut) {
				a.onTap()
			}
		}
		return true
	}
	if len(focusables(content)) == 0 { // only something to read: Enter does what is meant to come next
		for _, a := range actions {
			if a.look == lookPrimary {
				o.first = a
			}
		}
	}
	o.show()
	return o.close
}
