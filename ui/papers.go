package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/reports/layout"
	"cosohoi/ui/kit"
)

// papersScreen is Văn bản: the documents of the office, the one being written, and its pages as they will be printed; or the
// register of outgoing documents.
type papersScreen struct {
	*shell
	list     *kit.ItemList
	filter   *kit.Entry
	year     *kit.Choice
	count    *kit.Text
	remark   *kit.Text
	tag      *kit.Tag
	primary  *kit.Action
	more     *kit.Action
	holder   *fyne.Container
	editing  fyne.CanvasObject
	editor   *paperEditor
	view     *preview
	register *registerView
	rows     map[string]data.DocumentRow
	typing   pause
	latest   int
	years    int
}

// yearBin is the choice of the removed drafts in the place of a year.
const yearBin = "bin"

// listLimit is how many documents the list shows; older ones are found by year and by search.
const listLimit = 400

// draftWidth is what the draft needs beside the list and the page; the bar over the page cannot give way by much.
const draftWidth = 240

// stateWidth holds the longest word on the state of a document.
const stateWidth = 146

// filterPause is how long typing rests before the list is read.
const filterPause = 200 * time.Millisecond

func newPapersScreen(s *shell) *papersScreen {
	return &papersScreen{shell: s, rows: map[string]data.DocumentRow{}}
}

func (p *papersScreen) content() fyne.CanvasObject {
	p.remark, p.count = kit.Caption("").Shrinking(), kit.Caption("")
	p.tag = kit.NewTag("", kit.ToneNeutral)
	p.view = newPreview(p.shell)
	view := p.view.content()
	p.editor = newPaperEditor(p.shell, p.view, p.showTitle)
	middle := p.editor.content()

	p.list = kit.NewItemList("Chưa có văn bản nào. Bấm “+ Soạn văn bản” để soạn từ số liệu đã nhập.", nil)
	p.list.TitleLines = 2
	p.list.OnSelected = func(id string) { p.choose(number(id)) }
	p.filter = kit.NewEntry()
	p.filter.SetPlaceHolder("Tìm văn bản…")
	p.filter.OnChanged = func(string) { p.after(&p.typing, filterPause, p.loadList) }
	p.filter.OnSubmitted = func(string) { p.list.Focus() }
	p.year = kit.NewChip("Năm", []kit.Option{{ID: "", Label: "Tất cả"}}, func(string) { p.loadList() })
	p.year.SetID("")
	create := kit.NewAction("+ Soạn văn bản", "Ctrl+N", p.create)
	left := kit.NewCard(below(8, 3, create, p.filter, p.year, p.list, p.count), 8)

	p.primary = kit.NewAction("Cấp số, ban hành…", "", p.issue).Primary().Tip("Cấp số tiếp theo trong sổ văn bản đi; từ đó văn bản không sửa được nữa")
	p.more = kit.NewAction("Thao tác", "", p.showMore).Menu()
	actions := []fyne.CanvasObject{
		kit.NewAction("Sổ văn bản đi", "", p.showRegister).Tip("Các văn bản đã cấp số của năm, theo loại; in hoặc xuất Excel"),
		p.more,
		kit.NewAction("Lưu Word", "", p.saveWord),
		kit.NewAction("Lưu PDF", "Ctrl+S", p.save),
		kit.NewAction("In", "Ctrl+P", p.print),
		p.primary,
	}
	// The state changes with every keystroke: it has a width of its own, so that nothing else moves.
	p.editing = page("Văn bản", line(1, fixed(stateWidth, p.tag), p.remark), actions, roomy(draftWidth, []float32{244, 0, 470}, left, middle, view))
	p.register = newRegisterView(p.shell, p.hideRegister)
	p.holder = container.NewStack(p.editing)
	p.editor.close()
	return p.holder
}

func (p *papersScreen) commands() commands {
	if p.register.shown {
		return p.register.commands()
	}
	return commands{create: p.create, save: p.save, print: p.print, find: func() { p.win.Canvas().Focus(p.view.find) }}
}

func (p *papersScreen) concerned(c data.Changes) bool {
	return c.Any(data.KindDocument, data.KindDocumentFile)
}

func (p *papersScreen) refresh() {
	load(p.shell, &p.years, p.office.DocumentYears, func(years []int) {
		options := []kit.Option{{ID: "", Label: "Tất cả"}}
		for _, y := range years {
			options = append(options, kit.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
		}
		options = append(options, kit.Option{ID: yearBin, Label: "Dự thảo đã xóa"})
		p.year.SetOptions(options)
	})
	p.loadList()
	if p.register.shown {
		p.register.reload()
	}
}

// settle stores what is being typed before the window closes.
func (p *papersScreen) settle(then func()) {
	if p.editor == nil {
		then()
		return
	}
	p.editor.leave(then)
}

type documentPage struct {
	rows  []data.DocumentRow
	total int
}

func (p *papersScreen) loadList() {
	f := data.DocumentFilter{Search: p.filter.Value(), Removed: p.year.ID() == yearBin}
	f.Year, _ = strconv.Atoi(p.year.ID()) // 0 for all and for the removed ones
	load(p.shell, &p.latest, func(ctx context.Context) (documentPage, error) {
		rows, total, err := p.office.Documents(ctx, f, 0, listLimit)
		return documentPage{rows, total}, err
	}, p.showList)
}

func (p *papersScreen) showList(d documentPage) {
	items := make([]kit.Item, len(d.rows))
	p.rows = make(map[string]data.DocumentRow, len(d.rows))
	for i, r := range d.rows {
		items[i] = documentItem(r)
		p.rows[items[i].ID] = r
	}
	p.list.SetItems(items)
	p.list.SetSentence("Chưa có văn bản nào. Bấm “+ Soạn văn bản” để soạn từ số liệu đã nhập.")
	if p.filter.Value() != "" || p.year.ID() != "" {
		p.list.SetSentence("Không tìm thấy văn bản nào khớp điều kiện lọc.")
	}
	switch {
	case d.total > len(d.rows):
		p.count.SetText(fmt.Sprintf("%s/%s văn bản; hãy tìm hoặc chọn năm", kit.Number(len(d.rows)), kit.Number(d.total)))
	default:
		p.count.SetText(kit.Number(d.total) + " văn bản")
	}
	if p.editor.open {
		p.list.Select(text(p.editor.doc.ID))
		// Changed in another window or by an act on it: what was not typed here is shown as it is stored.
		if r, there := p.rows[text(p.editor.doc.ID)]; there && r.Version > p.editor.doc.Version && !p.editor.dirty && !p.editor.saving {
			p.editor.show(r.ID)
		}
	}
}

// documentItem is a document in the list: an issued one is known by its number.
func documentItem(r data.DocumentRow) kit.Item {
	item := kit.Item{ID: text(r.ID), Title: r.Title}
	switch r.State {
	case data.DocumentDraft: // of a removed one, UpdatedAt is when it was removed
		item.Detail, item.State, item.Tone = r.UpdatedAt.Local().Format("02/01/2006"), "dự thảo", kit.ToneNeutral
	case data.DocumentIssued:
		item.Title = r.Reference() + " " + r.Title
		item.Detail, item.State, item.Tone = r.IssuedOn.String(), "đã ban hành", kit.ToneGood
	case data.DocumentCancelled:
		item.Title = r.Reference() + " " + r.Title
		item.Detail, item.State, item.Tone = r.IssuedOn.String(), "đã hủy", kit.ToneLate
	}
	return item
}

// choose opens a document of the list, after what is being typed is stored. A removed draft is offered to be restored.
func (p *papersScreen) choose(id int64) {
	if p.year.ID() == yearBin {
		p.restore(p.rows[text(id)])
		return
	}
	if p.editor.open && p.editor.doc.ID == id {
		return
	}
	p.editor.leave(func() { p.editor.show(id) })
}

// restore brings a removed draft back.
func (p *papersScreen) restore(row data.DocumentRow) {
	p.list.Select("")
	kit.Ask(p.win, "Khôi phục dự thảo", "Khôi phục dự thảo “"+row.Title+"”, xóa ngày "+row.UpdatedAt.Local().Format("02/01/2006")+"?", "Khôi phục", "Để nguyên", func() {
		p.do(func(ctx context.Context) error { return p.office.RestoreDraft(ctx, row) }, func(err error) {
			if err != nil {
				p.fail(err)
				return
			}
			p.year.SetID("")
			p.loadList()
			p.openDocument(row.ID)
		})
	})
}

// openDocument shows a document that was found elsewhere.
func (p *papersScreen) openDocument(id int64) {
	if p.register.shown {
		p.register.close()
	}
	p.list.Select(text(id))
	p.choose(id)
}

// showTitle follows what the editor shows.
func (p *papersScreen) showTitle(title, state string) {
	p.remark.SetText(title)
	tone := kit.ToneNeutral
	switch state {
	case "đã ban hành":
		tone = kit.ToneGood
	case "đã hủy":
		tone = kit.ToneLate
	}
	p.tag.SetTag(state, tone)
	if p.editor.open && p.editor.doc.State != data.DocumentDraft {
		p.primary.SetText("Chép thành văn bản mới")
		p.primary.SetOnTapped(p.copy)
	} else {
		p.primary.SetText("Cấp số, ban hành…")
		p.primary.SetOnTapped(p.issue)
	}
}

// open tells whether a document is shown; otherwise it says what to do.
func (p *papersScreen) opened(title string) bool {
	if p.editor.open {
		return true
	}
	kit.Tell(p.win, title, "Chưa chọn văn bản; hãy chọn một văn bản ở bên trái hoặc soạn văn bản mới.")
	return false
}

// paper is what is printed and saved: of a draft as it stands now, of an issued document the file that was issued.
func (p *papersScreen) paper(title string, then func(app.Paper)) {
	if !p.opened(title) {
		return
	}
	p.editor.leave(func() {
		doc := p.editor.doc
		var paper app.Paper
		p.do(func(ctx context.Context) (err error) {
			if doc.State != data.DocumentDraft {
				paper, err = p.office.IssuedPaper(ctx, doc.ID)
				return err
			}
			proof := app.ProofOf(doc.Draft)
			if proof.Problem != "" {
				return app.Problem("%s", proof.Problem)
			}
			paper = proof.Paper
			paper.FileName = app.FileName(doc.Title) + ".pdf" // the title in lists names the period too
			return nil
		}, func(err error) {
			if err != nil {
				p.fail(err)
				return
			}
			if doc.State == data.DocumentCancelled {
				kit.Ask(p.win, title, "Văn bản số "+doc.Reference()+" đã bị hủy; bản in vẫn như khi ban hành. Vẫn tiếp tục?", "Vẫn tiếp tục", "Thôi", func() { then(paper) })
				return
			}
			p.ask(title, paper.Remarks, func() { then(paper) })
		})
	})
}

// ask says what is against the form before a draft leaves the program.
func (p *papersScreen) ask(title string, remarks []layout.Remark, then func()) {
	var wrong []string
	for _, r := range remarks {
		if r.Wrong {
			wrong = append(wrong, r.Text)
		}
	}
	if len(wrong) == 0 {
		then()
		return
	}
	kit.Ask(p.win, title, fmt.Sprintf("Văn bản còn %d điều chưa đúng thể thức: %s Vẫn tiếp tục?", len(wrong), strings.Join(wrong, " ")), "Vẫn tiếp tục", "Xem lại", then)
}

func (p *papersScreen) save() {
	p.paper("Lưu PDF", func(paper app.Paper) {
		p.saveFile("Lưu văn bản thành tệp PDF", paper.FileName, ".pdf", func(_ context.Context, path string) error {
			return app.SavePaper(path, paper)
		}, p.saved)
	})
}

// saveWord writes the Word file, which is for going on writing: what is against the form is no reason to ask.
func (p *papersScreen) saveWord() {
	if !p.opened("Lưu Word") {
		return
	}
	p.editor.leave(func() {
		document, err := p.editor.doc.Draft.Document()
		if err != nil {
			p.fail(err)
			return
		}
		p.saveFile("Lưu văn bản thành tệp Word", app.FileName(p.editor.doc.Title), ".docx", func(_ context.Context, path string) error {
			return app.SaveWord(path, document)
		}, p.saved)
	})
}

func (p *papersScreen) saved(path string) {
	kit.Tell(p.win, "Đã lưu", "Đã lưu vào “"+path+"”.")
}

func (p *papersScreen) print() { p.paper("In", p.openPaper) }

// The acts on a document beside its buttons.
const (
	actRefresh = "refresh"
	actCopy    = "copy"
	actRemove  = "remove"
	actCancel  = "cancel"
	actRecord  = "record"
	actOutline = "outline"
)

func (p *papersScreen) showMore() {
	if !p.opened("Thao tác") {
		return
	}
	var options []kit.Option
	if p.editor.doc.State == data.DocumentDraft {
		if p.editor.doc.Refreshable {
			options = append(options, kit.Option{ID: actRefresh, Label: "Làm mới số liệu"})
		}
		options = append(options, kit.Option{ID: actCopy, Label: "Chép thành văn bản mới"}, kit.Option{ID: actRemove, Label: "Xóa dự thảo…"})
	} else {
		options = append(options, kit.Option{ID: actCopy, Label: "Chép thành văn bản mới"}, kit.Option{ID: actRecord, Label: "Ghi ngày chuyển, ký nhận…"})
		if p.editor.doc.State == data.DocumentIssued {
			options = append(options, kit.Option{ID: actCancel, Label: "Hủy văn bản…"})
		}
	}
	if p.editor.doc.Paper != "" {
		options = append(options, kit.Option{ID: actOutline, Label: "Sửa đề cương của loại này"})
	}
	kit.ShowMenu(p.more, options, func(id string) {
		switch id {
		case actRefresh:
			p.editor.refreshFigures()
		case actCopy:
			p.copy()
		case actRemove:
			p.remove()
		case actRecord:
			p.register.edit(p.editor.doc.Document)
		case actCancel:
			p.cancel()
		case actOutline:
			p.show(screenSettings)
			p.screens[screenSettings].(*settingsScreen).openOutline(p.editor.doc.Paper)
		}
	})
}

// copy starts a new draft from the document in view.
func (p *papersScreen) copy() {
	p.editor.leave(func() {
		id := p.editor.doc.ID
		p.made(func(ctx context.Context) (app.Document, error) { return p.office.CopyDocument(ctx, id) })
	})
}

// made makes a document in the background and shows it.
func (p *papersScreen) made(work func(context.Context) (app.Document, error)) {
	var made app.Document
	p.do(func(ctx context.Context) (err error) {
		made, err = work(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.fail(err)
			return
		}
		p.view.page = 0
		p.editor.take(made)
		p.list.Select(text(made.ID))
	})
}

func (p *papersScreen) remove() {
	doc := p.editor.doc
	kit.Ask(p.win, "Xóa dự thảo", "Xóa dự thảo “"+doc.Title+"”? Dự thảo lấy lại được: chọn Năm là “Dự thảo đã xóa”.", "Xóa", "Giữ lại", func() {
		p.editor.dirty = false
		p.do(func(ctx context.Context) error {
			now, err := p.office.OpenDocument(ctx, doc.ID) // as it was stored last
			if err != nil {
				return err
			}
			return p.office.RemoveDraft(ctx, now.Document)
		}, func(err error) {
			if err != nil {
				p.fail(err)
				return
			}
			p.editor.close()
		})
	})
}

func (p *papersScreen) cancel() {
	doc, latest := p.editor.doc.Document, 0
	load(p.shell, &latest, func(ctx context.Context) (string, error) { return p.office.StepsOnPaper(ctx, doc) }, func(steps string) {
		p.askCancel(doc, steps)
	})
}

// askCancel asks why a document is cancelled; steps says which steps of visits stay nevertheless.
func (p *papersScreen) askCancel(doc data.Document, steps string) {
	reason := kit.NewNote(2)
	kit.ShowForm(p.win, "Hủy văn bản số "+doc.Reference(), []kit.Field{{Label: "Lý do hủy", Widget: reason, Check: func() error {
		if reason.Value() == "" {
			return app.Problem("Hãy gõ lý do hủy.")
		}
		return reason.Check()
	}, Hint: strings.TrimSpace("Số của văn bản không được cấp lại; sổ ghi lý do hủy. " + steps)}}, kit.FormOptions{
		SaveLabel: "Hủy văn bản", CancelLabel: "Không hủy", Width: 520, Changed: func() bool { return reason.Value() != "" },
		Save: func(done func(error)) {
			p.do(func(ctx context.Context) error { return p.office.CancelDocument(ctx, doc, reason.Value()) }, func(err error) {
				done(sentence(err))
				if err == nil {
					p.editor.show(doc.ID)
				}
			})
		},
	})
}

func (p *papersScreen) showRegister() {
	p.editor.leave(func() {
		p.holder.Objects = []fyne.CanvasObject{p.register.open()}
		p.holder.Refresh()
	})
}

func (p *papersScreen) hideRegister() {
	p.holder.Objects = []fyne.CanvasObject{p.editing}
	p.holder.Refresh()
}
