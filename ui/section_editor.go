package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
	"cosohoi/ui/kit"
)

// sectionLimit is the length in bytes above which a part of a document is cut at its headings: long wrapped texts are slow to
// type in.
const sectionLimit = 4000

// sectionEditor shows a document part by part: those of the body, or those of its appendices. A table stands in the text as one
// line, see compose.Fold, and is edited in a sheet of its own; the head of an appendix stands in inputs above its text.
type sectionEditor struct {
	*shell
	appendix bool
	// landscape tells whether the pages of the main part lie across.
	landscape func() bool
	// onEdited is told the whole body after each change, onPart the heading of a part that was turned to.
	onEdited, onPart func(string)

	body   string // of the whole document
	folded string
	tables []string
	parts  []compose.Section // of folded, all of them
	at     int               // the one in view

	choice  *kit.Choice
	title   *kit.Entry // of the appendix in view
	across  *kit.Check
	head    *fyne.Container
	headed  bool // the part in view starts an appendix
	text    *kit.Editor
	wrong   *kit.Text
	sheets  *fyne.Container // links to the tables of the part and to what may be typed
	holder  *fyne.Container
	filling bool
}

func newSectionEditor(s *shell, appendix bool, landscape func() bool, onEdited, onPart func(string)) *sectionEditor {
	return &sectionEditor{shell: s, appendix: appendix, landscape: landscape, onEdited: onEdited, onPart: onPart}
}

func (e *sectionEditor) content() fyne.CanvasObject {
	e.choice = kit.NewChoice(nil, func(id string) {
		at, _ := strconv.Atoi(id)
		e.turnTo(at)
	})
	e.title = kit.NewEntry()
	e.title.OnChanged = func(string) { e.typed() }
	e.across = kit.NewCheck("Trang ngang", nil)
	e.across.OnChanged = func(bool) { e.typed() }
	e.head = below(3, -1, kit.Caption("Tên phụ lục"), line(0, e.title, e.across))
	e.text = kit.NewEditor()
	e.text.OnChanged = func(string) { e.typed() }
	e.wrong = kit.Paragraph("")
	e.wrong.SetColor(kit.Late)
	e.sheets = flow()
	e.link("")
	bar := line(0, e.choice, kit.NewAction("‹", "", func() { e.step(-1) }), kit.NewAction("›", "", func() { e.step(1) }))
	editor := below(6, 2, bar, e.head, e.text, e.wrong, e.sheets)
	e.wrong.Hide()
	e.holder = container.NewStack(editor)
	if e.appendix {
		none := kit.NewEmpty("Văn bản chưa có phụ lục.", kit.NewAction("+ Thêm phụ lục", "", e.addAppendix))
		e.holder.Objects = append(e.holder.Objects, none)
	}
	return e.holder
}

// explain tells the few marks that a text may hold.
func (e *sectionEditor) explain() {
	kit.Tell(e.win, "Cách gõ", "Gõ như văn bản thường; đoạn văn cách nhau một dòng trống. Đề mục “I.”, “1.”, “1.1.”, “Điều 1.” và các ý “a)”, “-”, “+” được nhận ra theo cách gõ. **đậm** in đậm, *nghiêng* in nghiêng. Đặt >> ở đầu đoạn để đoạn sát lề phải, <> để đoạn giữa dòng. Ghi chú cuối trang: gõ [^1] sau từ cần ghi chú và một đoạn “[^1]: lời ghi chú”. Dòng [Bảng 1: …] đứng thay cho một bảng: sửa bảng bằng nút bên dưới, xóa dòng này là xóa bảng, chuyển dòng đi là chuyển bảng. Chỗ trong ngoặc vuông […] là chỗ chờ viết.")
}

// SetBody shows another body, at the part in view when it is still there.
func (e *sectionEditor) SetBody(body string) {
	title := ""
	if e.at >= 0 && e.at < len(e.parts) {
		title = e.parts[e.at].Title
	}
	e.body = body
	e.cut()
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

// cut finds the parts of the body and names them in the choice, with how many places in each are left to write.
func (e *sectionEditor) cut() {
	e.folded, e.tables = compose.Fold(e.body)
	e.parts = compose.Sections(e.folded, sectionLimit)
	var options []kit.Option
	for i, part := range e.parts {
		if part.Appendix != e.appendix {
			continue
		}
		detail := ""
		if n := len(reports.Prompts(e.folded[part.From:part.To])); n > 0 {
			detail = fmt.Sprintf("%d chỗ chờ viết", n)
		}
		options = append(options, kit.Option{ID: strconv.Itoa(i), Label: part.Title, Detail: detail})
	}
	for i := range options {
		switch {
		case options[i].Label != "":
		case e.appendix:
			options[i].Label = "Phụ lục"
		case len(options) == 1:
			options[i].Label = "Toàn bộ nội dung"
		default:
			options[i].Label = "Mở đầu"
		}
	}
	e.choice.SetOptions(options)
	if len(e.holder.Objects) > 1 {
		shown, hidden := e.holder.Objects[0], e.holder.Objects[1]
		if len(options) == 0 {
			shown, hidden = hidden, shown
		}
		shown.Show()
		hidden.Hide()
	}
}

// turnTo shows a part.
func (e *sectionEditor) turnTo(at int) {
	e.cut()
	e.at = max(0, min(at, len(e.parts)-1))
	e.fill()
	if e.at < len(e.parts) {
		e.onPart(e.parts[e.at].Title)
	}
}

// fill shows the part in view.
func (e *sectionEditor) fill() {
	e.say("")
	if e.at < 0 || e.at >= len(e.parts) {
		return
	}
	part := e.parts[e.at]
	e.choice.SetID(strconv.Itoa(e.at))
	text := strings.Trim(e.folded[part.From:part.To], "\n")
	first, rest, _ := strings.Cut(text, "\n")
	title, across, headed := compose.AppendixHead(first)
	e.filling = true
	if e.headed = headed; headed {
		e.title.SetText(title)
		e.across.SetChecked(across)
		text = strings.Trim(rest, "\n")
		e.head.Show()
	} else {
		e.head.Hide()
	}
	e.text.SetText(text)
	e.text.Home()
	e.filling = false
	e.link(text)
	e.holder.Refresh()
}

// link offers the tables of the part for editing, and the marks that a text may hold.
func (e *sectionEditor) link(text string) {
	e.sheets.Objects = nil
	for _, n := range compose.FoldedTables(text) {
		if n >= 1 && n <= len(e.tables) && len(e.sheets.Objects) < 3 {
			e.sheets.Add(kit.NewLink(fmt.Sprintf("Sửa bảng %d…", n), func() { e.edit(n) }))
		}
	}
	e.sheets.Add(kit.NewLink("Cách gõ", e.explain))
}

// edit opens a table of the part.
func (e *sectionEditor) edit(n int) {
	landscape := e.landscape()
	if e.appendix {
		landscape = e.across.Checked
	}
	table, err := compose.ReadTable(e.tables[n-1], landscape)
	if err != nil {
		e.fail(app.Problem("Bảng %d chưa đọc được: %s", n, app.Message(err)))
		return
	}
	e.editTable(fmt.Sprintf("Bảng %d", n), table, func(changed layout.Table) {
		tables := slices.Clone(e.tables)
		tables[n-1] = compose.FormatBlocks([]layout.Block{changed})
		body, err := compose.Unfold(e.folded, tables)
		if err != nil {
			e.fail(err)
			return
		}
		e.onEdited(body)
		e.SetBody(body)
	})
}

// typed puts what stands in the editor in the place of its part.
func (e *sectionEditor) typed() {
	if e.filling || e.at < 0 || e.at >= len(e.parts) {
		return
	}
	part := e.parts[e.at]
	old := e.folded[part.From:part.To]
	lead := old[:len(old)-len(strings.TrimLeft(old, "\n"))]
	end := old[len(strings.TrimRight(old, "\n")):]
	if part.To < len(e.folded) && !strings.HasSuffix(end, "\n\n") {
		end = "\n\n" // the next part is a paragraph of its own
	}
	text := strings.Trim(e.text.Source(), "\n")
	if e.headed {
		text = strings.TrimRight(compose.FormatAppendixHead(e.title.Value(), e.across.Checked)+"\n\n"+text, "\n")
	}
	text = lead + text + end
	folded := e.folded[:part.From] + text + e.folded[part.To:]
	body, err := compose.Unfold(folded, e.tables)
	if err != nil { // a line that stands for a table was torn: what was typed stays in the editor until it is mended
		sentence := app.Message(err)
		if _, says, ok := compose.AtLine(err); ok { // lines are not counted on the screen
			sentence = says
		}
		e.say(sentence)
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
			e.turnTo(i)
			return
		}
	}
}

// goTo shows the part in which the text goes on after the given one.
func (e *sectionEditor) goTo(before string) {
	folded, _ := compose.Fold(before)
	e.cut()
	for i, part := range e.parts {
		if part.Appendix == e.appendix && len(folded) >= part.From && len(folded) < max(part.To, part.From+1) {
			e.at = i
		}
	}
	e.fill()
	e.win.Canvas().Focus(e.text)
}

// addAppendix starts an appendix at the end of the document.
func (e *sectionEditor) addAppendix() {
	body := strings.TrimRight(e.body, "\n") + "\n\n" + compose.FormatAppendixHead("TÊN PHỤ LỤC", false) + "\n\n[Viết nội dung phụ lục]"
	e.onEdited(body)
	e.SetBody(body)
}
