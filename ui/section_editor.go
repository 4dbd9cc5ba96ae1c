package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/ui/kit"
)

// sectionLimit is the length in bytes above which a part of a document is cut at its headings: long wrapped texts are slow to
// type in.
const sectionLimit = 4000

// sectionEditor shows a document part by part: those of the body, or those of its appendices. Tables stand in the text as one
// line each, see compose.Fold, and can be unfolded to be edited as text.
type sectionEditor struct {
	*shell
	appendix bool
	// onEdited is told the whole body after each change.
	onEdited func(body string)

	body   string // of the whole document
	folded string
	tables []string
	parts  []compose.Section // of folded, all of them
	at     int               // the one in view
	open   bool              // tables are shown as text

	choice  *kit.Choice
	text    *kit.Editor
	wrong   *kit.Text
	unfold  *kit.Check
	holder  *fyne.Container
	filling bool
}

func newSectionEditor(s *shell, appendix bool, onEdited func(string)) *sectionEditor {
	return &sectionEditor{shell: s, appendix: appendix, onEdited: onEdited}
}

func (e *sectionEditor) content() fyne.CanvasObject {
	e.choice = kit.NewChoice(nil, func(id string) {
		e.at, _ = strconv.Atoi(id)
		e.cut(e.at)
		e.fill()
	})
	e.text = kit.NewEditor()
	e.text.OnChanged = func(string) { e.typed() }
	e.wrong = kit.Paragraph("")
	e.wrong.SetColor(kit.Late)
	e.unfold = kit.NewCheck("Mở bảng để sửa", func(open bool) {
		e.open = open
		e.SetBody(e.body)
	})
	bar := line(0, e.choice, kit.NewAction("‹", "", func() { e.step(-1) }), kit.NewAction("›", "", func() { e.step(1) }))
	editor := below(6, 1, bar, e.text, e.wrong, e.unfold)
	e.wrong.Hide()
	e.holder = container.NewStack(editor)
	if e.appendix {
		none := kit.NewEmpty("Văn bản chưa có phụ lục.", kit.NewAction("+ Thêm phụ lục", "", e.addAppendix))
		e.holder.Objects = append(e.holder.Objects, none)
	}
	return e.holder
}

// SetBody shows another body, at the part in view when it is still there.
func (e *sectionEditor) SetBody(body string) {
	e.body = body
	title := ""
	if e.at < len(e.parts) {
		title = e.parts[e.at].Title
	}
	e.cut(-1)
	e.at = -1
	for i, part := range e.parts {
		if part.Appendix == e.appendix && (e.at < 0 || part.Title == title) {
			e.at = i
			if part.Title == title {
				break
			}
		}
	}
	e.fill()
}

// cut finds the parts of the body; keep stays the index of the part in view, -1 when it does not matter.
func (e *sectionEditor) cut(keep int) {
	e.folded, e.tables = e.body, nil
	if !e.open {
		e.folded, e.tables = compose.Fold(e.body)
	}
	e.parts = compose.Sections(e.folded, sectionLimit)
	if keep >= len(e.parts) {
		e.at = len(e.parts) - 1
	}
	e.label()
}

// label names the parts in the choice, with how many places in each are left to write.
func (e *sectionEditor) label() {
	var options []kit.Option
	for i, part := range e.parts {
		if part.Appendix != e.appendix {
			continue
		}
		title := part.Title
		if title == "" {
			title = "Mở đầu"
		}
		detail := ""
		if n := len(reports.Prompts(e.folded[part.From:part.To])); n > 0 {
			detail = fmt.Sprintf("%d chỗ chờ viết", n)
		}
		options = append(options, kit.Option{ID: strconv.Itoa(i), Label: title, Detail: detail})
	}
	e.choice.SetOptions(options)
	if len(e.holder.Objects) > 1 {
		if len(options) == 0 {
			e.holder.Objects[0].Hide()
			e.holder.Objects[1].Show()
		} else {
			e.holder.Objects[0].Show()
			e.holder.Objects[1].Hide()
		}
	}
}

// fill shows the part in view.
func (e *sectionEditor) fill() {
	e.say("")
	if len(e.tables) > 0 || e.open {
		e.unfold.Show()
	} else {
		e.unfold.Hide()
	}
	if e.at < 0 || e.at >= len(e.parts) {
		return
	}
	part := e.parts[e.at]
	e.choice.SetID(strconv.Itoa(e.at))
	e.filling = true
	e.text.SetText(strings.Trim(e.folded[part.From:part.To], "\n"))
	e.text.CursorRow, e.text.CursorColumn = 0, 0
	e.filling = false
	e.text.Refresh()
}

// typed puts what stands in the editor in the place of its part.
func (e *sectionEditor) typed() {
	if e.filling || e.at < 0 || e.at >= len(e.parts) {
		return
	}
	part := e.parts[e.at]
	old := e.folded[part.From:part.To]
	end := old[len(strings.TrimRight(old, "\n")):]
	if part.To < len(e.folded) && !strings.HasSuffix(end, "\n\n") {
		end = "\n\n" // the next part is a paragraph of its own
	}
	text := strings.TrimRight(e.text.Source(), "\n") + end
	lead := old[:len(old)-len(strings.TrimLeft(old, "\n"))]
	text = lead + text
	folded := e.folded[:part.From] + text + e.folded[part.To:]
	body, err := compose.Unfold(folded, e.tables)
	if err != nil { // a line that stands for a table was torn: what was typed stays in the editor until it is mended
		e.say(app.Message(err))
		return
	}
	e.say("")
	e.folded, e.body = folded, body
	grown := len(text) - (part.To - part.From)
	e.parts[e.at].To += grown
	for i := e.at + 1; i < len(e.parts); i++ {
		e.parts[i].From += grown
		e.parts[i].To += grown
	}
	e.onEdited(body)
}

// torn tells that what stands in the editor could not be taken over.
func (e *sectionEditor) torn() bool { return e.wrong.Text() != "" }

func (e *sectionEditor) say(sentence string) {
	if sentence == e.wrong.Text() {
		return
	}
	e.wrong.SetText(sentence)
	if sentence == "" {
		e.wrong.Hide()
	} else {
		e.wrong.Show()
	}
	e.holder.Refresh()
}

// step goes to the part before or after the one in view.
func (e *sectionEditor) step(by int) {
	for i := e.at + by; i >= 0 && i < len(e.parts); i += by {
		if e.parts[i].Appendix == e.appendix {
			title := i
			e.cut(e.at)
			e.at = max(0, min(title, len(e.parts)-1))
			e.fill()
			return
		}
	}
}

// goTo shows the part in which the text goes on after the given one.
func (e *sectionEditor) goTo(before string) {
	offset := len(before)
	if !e.open {
		folded, _ := compose.Fold(before)
		offset = len(folded)
	}
	e.cut(e.at)
	for i, part := range e.parts {
		if part.Appendix == e.appendix && offset >= part.From && offset < max(part.To, part.From+1) {
			e.at = i
		}
	}
	e.fill()
	e.win.Canvas().Focus(e.text)
}

// addAppendix starts an appendix at the end of the document.
func (e *sectionEditor) addAppendix() {
	e.body = strings.TrimRight(e.body, "\n") + "\n\n# Phụ lục: TÊN PHỤ LỤC\n\nNội dung phụ lục."
	e.onEdited(e.body)
	e.SetBody(e.body)
}
