package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
	"cosohoi/reports/merge"
	"cosohoi/ui/kit"
)

// How long typing rests before the pages are drawn again, and before it is stored.
const (
	proofPause = 350 * time.Millisecond
	savePause  = 1500 * time.Millisecond
)

// paperEditor is the middle of the Văn bản screen: a draft in its parts, stored while it is typed, with what is not in order
// below. An issued document shows its line in the register instead.
type paperEditor struct {
	*shell
	view *preview
	// onTitle is told the title of what is shown and a word on its state after each change.
	onTitle func(title, state string)

	doc   app.Document
	open  bool
	proof app.Proof
	dirty bool
	// edits counts changes, so that a save knows whether more was typed meanwhile; saving is true while one runs.
	edits  int
	saving bool
	queued []func(error) // told when the running save and the one after it are over

	card             *kit.Card
	tabs             *kit.Tabs
	body, appendices *sectionEditor
	remarks          *fyne.Container
	count            *kit.Tag
	figures          *kit.Text
	refresh          *kit.Action

	proofing, storing pause
	// proving is true while a draft is being drawn; unproved that it changed meanwhile and is drawn again after.
	proving, unproved bool
	latestProof       int
	latestOpen        int
}

func newPaperEditor(s *shell, view *preview, onTitle func(title, state string)) *paperEditor {
	return &paperEditor{shell: s, view: view, onTitle: onTitle}
}

func (e *paperEditor) content() fyne.CanvasObject {
	e.card = kit.NewCard(kit.NewEmpty("Chọn một văn bản ở bên trái, hoặc soạn văn bản mới.", nil), 14)
	return e.card
}

// close shows nothing.
func (e *paperEditor) close() {
	e.open, e.doc = false, app.Document{}
	e.card.SetContent(kit.NewEmpty("Chọn một văn bản ở bên trái, hoặc soạn văn bản mới.", nil))
	e.view.say("Trang in của văn bản hiện ở đây.")
	e.onTitle("", "")
}

// show opens a document.
func (e *paperEditor) show(id int64) {
	load(e.shell, &e.latestOpen, func(ctx context.Context) (app.Document, error) {
		return e.office.OpenDocument(ctx, id)
	}, func(d app.Document) {
		e.view.page = 0
		e.take(d)
	})
}

// take shows a document that was just read or made.
func (e *paperEditor) take(d app.Document) {
	e.proofing.stop()
	e.storing.stop()
	e.doc, e.open, e.dirty = d, true, false
	if d.State != data.DocumentDraft {
		e.showIssued()
		return
	}
	across := func() bool { return e.doc.Draft.Head.Landscape }
	e.body = newSectionEditor(e.shell, false, across, e.typedBody, e.view.reveal)
	e.appendices = newSectionEditor(e.shell, true, across, e.typedBody, e.view.reveal)
	e.remarks = container.NewVBox()
	e.count = kit.NewTag("", kit.ToneGood)
	e.figures = kit.Caption("")
	e.refresh = kit.NewLink("làm mới số liệu", e.refreshFigures)
	e.tabs = kit.NewTabs([]kit.Tab{
		{Label: "Thể thức", Content: e.formTab},
		{Label: "Nội dung", Content: func() fyne.CanvasObject { return padded(below(8, 0, e.bodyTab(e.body), e.checkCard()), 10, 0, 0, 0) }},
		{Label: "Phụ lục", Content: func() fyne.CanvasObject { return padded(e.bodyTab(e.appendices), 10, 0, 0, 0) }},
		{Label: "Nơi nhận, ký", Content: e.recipientsTab},
	})
	e.tabs.Select(1)
	foot := flow(e.figures, e.refresh)
	e.card.SetContent(below(8, 0, e.tabs, foot))
	e.showFigures()
	e.prove()
	e.state()
}

// checkCard says what is not in order; it stands below the text, so that the other leaves have the height for themselves.
func (e *paperEditor) checkCard() fyne.CanvasObject {
	head := line(1, kit.Section("Kiểm tra thể thức"), e.count)
	return tall(150, kit.NewCard(below(6, 1, head, scrolled(padded(e.remarks, 0, 12, 0, 0))), 10))
}

// bodyTab fills an editor of parts when its leaf is first shown.
func (e *paperEditor) bodyTab(s *sectionEditor) fyne.CanvasObject {
	o := s.content()
	s.SetBody(e.doc.Draft.Body)
	return o
}

// typedBody takes the body over from one of the two editors; the other shows it when it is turned to.
func (e *paperEditor) typedBody(body string) {
	e.doc.Draft.Body = body
	for _, other := range []*sectionEditor{e.body, e.appendices} {
		if other.holder != nil && other.body != body {
			other.SetBody(body)
		}
	}
	e.edited()
}

// edited follows every change: the pages are drawn again, and the draft is stored.
func (e *paperEditor) edited() {
	e.dirty = true
	e.edits++
	e.after(&e.proofing, proofPause, e.prove)
	e.after(&e.storing, savePause, func() { e.store(nil) })
	e.state()
}

// state tells the title.
func (e *paperEditor) state() {
	state := "dự thảo"
	switch {
	case e.doc.State == data.DocumentIssued:
		state = "đã ban hành"
	case e.doc.State == data.DocumentCancelled:
		state = "đã hủy"
	case e.dirty:
		state = "dự thảo · đang lưu…"
	case !e.doc.UpdatedAt.IsZero():
		state = "dự thảo · đã lưu " + e.doc.UpdatedAt.Local().Format("15:04")
	}
	e.onTitle(e.doc.Title, state)
}

// prove draws the draft and says what is not in order. One draft is drawn at a time: the list of all cadres takes seconds.
func (e *paperEditor) prove() {
	if e.proving {
		e.unproved = true
		return
	}
	e.proving, e.unproved = true, false
	source, id := e.doc.Draft, e.doc.ID
	var proof app.Proof
	e.do(func(context.Context) error {
		proof = app.ProofOf(source)
		return nil
	}, func(error) {
		e.proving = false
		if !e.open || e.doc.State != data.DocumentDraft {
			return
		}
		if e.doc.ID == id {
			e.showProof(proof)
		}
		if e.unproved || e.doc.ID != id {
			e.prove()
		}
	})
}

// showProof shows the pages of the draft and what is not in order.
func (e *paperEditor) showProof(p app.Proof) {
	e.proof = p
	if len(p.Paper.PDF) == 0 {
		e.view.say(p.Problem)
	} else {
		e.view.show(p.Paper)
	}
	e.showRemarks()
}

func (e *paperEditor) showRemarks() {
	var rows []fyne.CanvasObject
	add := func(tone kit.Tone, mark, text, lead string, act func()) {
		row := []fyne.CanvasObject{kit.NewTag(mark, tone), kit.NewLink(lead, act)}
		rows = append(rows, below(2, -1, line(-1, row...), kit.Paragraph(text)))
	}
	toPart := func(part string) (string, func()) {
		if part == layout.PartRecipients {
			return "sửa ở thẻ Nơi nhận, ký", func() { e.turnTo(part) }
		}
		return "sửa ở thẻ " + part, func() { e.turnTo(part) }
	}
	switch {
	case e.proof.Problem != "" && e.proof.Line > 0:
		at := e.proof.Line
		add(kit.ToneLate, "chưa in được", e.proof.Problem, "đến chỗ cần sửa", func() { e.goToLine(at) })
	case e.proof.Problem != "":
		lead, act := toPart(layout.PartForm)
		add(kit.ToneLate, "chưa in được", e.proof.Problem, lead, act)
	}
	wrong := 0
	for _, r := range e.proof.Paper.Remarks {
		tone, mark := kit.ToneCare, "nên xem"
		if r.Wrong {
			tone, mark = kit.ToneLate, "chưa đúng"
			wrong++
		}
		lead, act := toPart(r.Part)
		add(tone, mark, r.Text, lead, act)
	}
	if n := e.proof.Open; n > 0 {
		add(kit.ToneNeutral, "chờ viết", fmt.Sprintf("%d chỗ trong ngoặc vuông […] chờ cơ quan viết; các phần còn chỗ chờ viết có ghi số chỗ trong danh sách phần.", n), "viết tiếp", e.goToPrompt)
	}
	if len(rows) == 0 {
		rows = append(rows, kit.Paragraph("Lề, cỡ chữ, Quốc hiệu, số và ký hiệu, nơi nhận đúng Nghị định 30/2020/NĐ-CP.").Quiet())
	}
	e.remarks.Objects = rows
	e.remarks.Refresh()
	switch {
	case e.proof.Problem != "":
		e.count.SetTag("chưa in được", kit.ToneLate)
	case wrong > 0:
		e.count.SetTag(fmt.Sprintf("%d điều chưa đúng", wrong), kit.ToneLate)
	case len(e.proof.Paper.Remarks) > 0 || e.proof.Open > 0:
		e.count.SetTag(fmt.Sprintf("%d điều cần xem", len(rows)), kit.ToneCare)
	default:
		e.count.SetTag("đúng thể thức", kit.ToneGood)
	}
}

// turnTo shows the leaf where a part of the document is edited.
func (e *paperEditor) turnTo(part string) {
	leaf := map[string]int{layout.PartForm: 0, layout.PartBody: 1, layout.PartAppendix: 2, layout.PartRecipients: 3}[part]
	e.tabs.Select(leaf)
}

// goToLine shows the part in which a line of the body stands.
func (e *paperEditor) goToLine(line int) {
	lines := strings.SplitAfter(e.doc.Draft.Body, "\n")
	e.goTo(strings.Join(lines[:min(line-1, len(lines))], ""))
}

// goToPrompt shows the first part in which something is left to write.
func (e *paperEditor) goToPrompt() {
	if prompts := reports.Prompts(e.doc.Draft.Body); len(prompts) > 0 {
		e.goToLine(prompts[0].Line)
		return
	}
	h := e.doc.Draft.Head
	if len(reports.Prompts(strings.Join(slices.Concat(h.To, h.Recipients), "\n"))) > 0 {
		e.turnTo(layout.PartRecipients)
		return
	}
	e.turnTo(layout.PartForm)
}

// goTo shows the part that begins after the text before it, in the leaf of the body or of the appendices.
func (e *paperEditor) goTo(before string) {
	leaf, editor := 1, e.body
	for _, part := range compose.Sections(e.doc.Draft.Body, sectionLimit) {
		if part.Appendix && part.From <= len(before) {
			leaf, editor = 2, e.appendices
			break
		}
	}
	e.tabs.Select(leaf)
	editor.goTo(before)
}

// store saves what was typed; then, which may be nil, is told when everything typed so far is stored. One save runs at a time.
func (e *paperEditor) store(then func(error)) {
	if then != nil {
		e.queued = append(e.queued, then)
	}
	if e.saving {
		return
	}
	if !e.open || !e.dirty {
		e.settled(nil)
		return
	}
	e.storing.stop()
	e.saving = true
	doc, edits := e.doc, e.edits
	var saved app.Document
	e.do(func(ctx context.Context) (err error) {
		saved, err = e.office.SaveDraft(ctx, doc)
		return err
	}, func(err error) {
		e.saving = false
		if err != nil {
			e.settled(err)
			return
		}
		if e.doc.ID == saved.ID {
			typed := e.doc.Draft
			e.doc = saved
			e.doc.Draft = typed
			e.dirty = e.edits != edits
		}
		e.state()
		if e.dirty {
			e.store(nil)
			return
		}
		e.settled(nil)
	})
}

// settled tells those who wait for a save how it went.
func (e *paperEditor) settled(err error) {
	waiting := e.queued
	e.queued = nil
	if err != nil && len(waiting) == 0 {
		e.saveFailed(err)
	}
	for _, then := range waiting {
		then(err)
	}
}

// saveFailed says that a draft could not be stored. When it was changed elsewhere meanwhile, what was typed here can be kept as
// a document of its own; the stored one is shown.
func (e *paperEditor) saveFailed(err error) {
	if !app.IsConflict(err) {
		e.fail(err)
		return
	}
	mine := e.doc
	e.show(mine.ID)
	kit.Ask(e.win, "Văn bản vừa được sửa ở cửa sổ khác", "Bản ở cửa sổ khác đã được lưu và hiện ra ở đây. Giữ phần vừa gõ ở cửa sổ này thành một văn bản mới?", "Giữ thành văn bản mới", "Bỏ", func() {
		e.do(func(ctx context.Context) error {
			made, err := e.office.CopyDocument(ctx, mine.ID)
			if err != nil {
				return err
			}
			made.Draft = mine.Draft
			mine, err = e.office.SaveDraft(ctx, made)
			return err
		}, func(err error) {
			if err != nil {
				e.fail(err)
				return
			}
			e.take(mine)
		})
	})
}

// leave stores what was typed and goes on. What cannot be stored is asked about.
func (e *paperEditor) leave(then func()) {
	torn := e.open && e.doc.State == data.DocumentDraft && (e.body.holder != nil && e.body.torn() || e.appendices.holder != nil && e.appendices.torn())
	e.store(func(err error) {
		switch {
		case err != nil:
			kit.Ask(e.win, "Chưa lưu được văn bản", app.Message(err)+" Bỏ phần vừa gõ?", "Bỏ phần vừa gõ", "Ở lại", func() {
				e.dirty = false
				then()
			})
		case torn:
			kit.AskToDiscard(e.win, "Một phần chưa lưu được", "Dòng đại diện cho bảng bị sửa dở nên phần đang gõ chưa được lưu. Bỏ phần đó?", "Bỏ phần vừa gõ", "Ở lại", then)
		default:
			then()
		}
	})
}

// showFigures says from when the figures in the text are.
func (e *paperEditor) showFigures() {
	if !e.doc.Refreshable {
		e.figures.SetText("Văn bản soạn tay, không có số liệu từ cơ sở dữ liệu.")
		e.refresh.Hide()
		return
	}
	e.refresh.Show()
	e.figures.SetText("Số liệu lấy lúc " + e.doc.RefreshedOn.Local().Format("15:04 02/01/2006"))
	relayout(e.figures)
}

// refreshFigures brings the figures up to the day in view and says what became of them.
func (e *paperEditor) refreshFigures() {
	on := e.on
	e.leave(func() {
		doc := e.doc
		var changes []merge.Change
		e.do(func(ctx context.Context) (err error) {
			doc, changes, err = e.office.RefreshDraft(ctx, doc, on)
			return err
		}, func(err error) {
			if err != nil {
				e.fail(err)
				return
			}
			leaf := e.tabs.Selected()
			e.take(doc)
			e.tabs.Select(leaf)
			kit.Tell(e.win, "Làm mới số liệu đến ngày "+on.String(), changesText(changes))
		})
	})
}

// changesText says what a refresh changed and what it left as typed.
func changesText(changes []merge.Change) string {
	if len(changes) == 0 {
		return "Số liệu trong văn bản đã đúng với cơ sở dữ liệu; không có gì thay đổi."
	}
	const shown = 14
	var done, kept []string
	for _, c := range changes {
		before, after := orBlank(c.Before), orBlank(c.After)
		if c.Kept {
			kept = append(kept, fmt.Sprintf("“%s” giữ như đã gõ (dữ liệu nay là “%s”), ở chỗ “%s”", before, after, c.Context))
		} else {
			done = append(done, fmt.Sprintf("“%s” thành “%s”, ở chỗ “%s”", before, after, c.Context))
		}
	}
	text := fmt.Sprintf("Đã thay %d chỗ; phần gõ tay giữ nguyên.", len(done))
	if len(kept) > 0 {
		text += fmt.Sprintf(" %d chỗ gõ tay khác với dữ liệu, cần xem lại.", len(kept))
	}
	all := slices.Concat(kept, done)
	more := ""
	if len(all) > shown {
		more = fmt.Sprintf(" … và %d chỗ nữa.", len(all)-shown)
		all = all[:shown]
	}
	return text + " " + strings.Join(all, "; ") + "." + more
}

func orBlank(text string) string {
	if text == "" {
		return "(không có)"
	}
	return text
}

// head changes the front matter through f, on a copy, since drawing in the background may still read the old one.
func (e *paperEditor) head(f func(h *compose.Head)) {
	h := e.doc.Draft.Head
	if h.Signer != nil {
		signer := *h.Signer
		h.Signer = &signer
	}
	h.Signers = slices.Clone(h.Signers)
	if h.Margins != nil {
		margins := *h.Margins
		h.Margins = &margins
	}
	f(&h)
	e.doc.Draft.Head = h
	e.edited()
}

// dateOf is the date of the front matter, zero for none.
func dateOf(h compose.Head) day.Date {
	d, err := day.Parse(h.Date)
	if err != nil {
		return day.Date{}
	}
	return d
}
