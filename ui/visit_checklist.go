package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// answerPause is how long somebody must stop typing before a line is stored: a power cut loses no more than that.
const answerPause = 1200 * time.Millisecond

// visitChecklist is the leaf “Nội dung kiểm tra”: the items at the left, the line in view at the right. Figures give the verdict.
type visitChecklist struct {
	*visitPage
	lines  atomic.Pointer[[]app.FormLine]
	table  *kit.DataTable[app.FormLine]
	score  *kit.Text
	name   *kit.Text
	guide  *kit.Text
	self   *kit.Text
	wrong  *kit.Text
	points *kit.Entry
	note   *kit.Note
	seen   *kit.Note
	at     int64 // item in view, 0 for none
	visit  int64 // of which the lines are

	pause   pause
	waiting map[int64]data.VisitAnswer // not yet stored, by item
	storing bool
}

func newVisitChecklist(p *visitPage) *visitChecklist {
	c := &visitChecklist{visitPage: p, waiting: map[int64]data.VisitAnswer{}}
	c.lines.Store(&[]app.FormLine{})
	return c
}

func (c *visitChecklist) leaf() visitLeaf {
	return visitLeaf{label: func(r app.VisitRecord) string {
		if s := r.Form.Score; s.Answered > 0 {
			return fmt.Sprintf("Nội dung kiểm tra (%d/%d)", s.Answered, s.Items)
		}
		return "Nội dung kiểm tra"
	}, content: c.content, show: c.show, focus: func() { c.table.FocusIn(c.win) }, stay: c.toTable, save: c.take, create: func() {
		if l, ok := c.table.Selected(); ok {
			c.toShortcoming(l)
		}
	}, edit: func() { c.win.Canvas().Focus(c.points) }}
}

// verdicts are the verdicts by the figures that give them.
var verdicts = []struct {
	verdict data.Verdict
	word    string
	tone    kit.Tone
}{{data.Met, "Đạt", kit.ToneGood}, {data.PartlyMet, "Đạt một phần", kit.ToneCare}, {data.Unmet, "Chưa đạt", kit.ToneLate}, {data.NotForUnit, "Không áp dụng", kit.ToneNeutral}}

// pointsText writes points as papers do: 7,5; "" for none.
func pointsText(p *float64) string {
	if p == nil {
		return ""
	}
	return vietnamese.Decimal(*p, -1)
}

// scoreText says what the answers add up to.
func scoreText(s app.Score) string {
	text := fmt.Sprintf("Đã ghi %d/%d nội dung", s.Answered, s.Items)
	if percent, ok := s.Percent(); ok {
		text += fmt.Sprintf(" · %s/%s điểm (%s%%)", pointsText(&s.Points), pointsText(&s.Max), vietnamese.Decimal(percent, 1))
	}
	if s.Level != "" {
		text += " · " + s.Level
	}
	if len(s.KnockedOut) > 0 {
		text += " (chưa đạt nội dung bắt buộc)"
	}
	return text
}

func (c *visitChecklist) content() fyne.CanvasObject {
	c.score = kit.Body("").Strong().Shrinking()
	c.table = kit.NewDataTable([]kit.Column[app.FormLine]{
		{ID: "rank", Title: "TT", Width: 38, Right: true, Cell: func(l app.FormLine) kit.Cell { return kit.Cell{Text: strconv.Itoa(l.Item.Rank), Tone: kit.ToneQuiet} }},
		{ID: "text", Title: "Nội dung", Width: 240, Grow: 1, Cell: func(l app.FormLine) kit.Cell {
			words := l.Item.Text
			if l.Item.KnockOut {
				words = "* " + words
			}
			return kit.Cell{Text: words}
		}},
		{ID: "verdict", Title: "Kết quả", Width: 124, Cell: func(l app.FormLine) kit.Cell {
			for _, v := range verdicts {
				if v.verdict == l.Answer.Verdict {
					return kit.Cell{Text: v.word, Tone: v.tone, Tag: true}
				}
			}
			return kit.Cell{}
		}},
		{ID: "points", Title: "Điểm", Width: 64, Right: true, Cell: func(l app.FormLine) kit.Cell {
			if l.Item.MaxPoints == 0 {
				return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
			}
			points, ok := app.PointsOf(l.Item, l.Answer)
			if !ok {
				return kit.Cell{Text: "/" + pointsText(&l.Item.MaxPoints), Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: pointsText(&points) + "/" + pointsText(&l.Item.MaxPoints)}
		}},
		{ID: "self", Title: "Tự chấm", Width: 78, Right: true, Cell: func(l app.FormLine) kit.Cell {
			return kit.Cell{Text: pointsText(l.Answer.SelfPoints), Tone: kit.ToneQuiet}
		}},
		{ID: "note", Title: "", Width: 30, Cell: func(l app.FormLine) kit.Cell {
			if l.Answer.Note != "" || l.Answer.Seen != "" {
				return kit.Cell{Text: "✎", Tone: kit.ToneQuiet}
			}
			return kit.Cell{}
		}},
	}, func(l app.FormLine) string { return text(l.Item.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.FormLine], error) {
		return fromSlice(*c.lines.Load())(ctx, sort, offset, limit)
	})
	c.table.SetRunner(c.background)
	c.table.OnSelected = c.choose
	c.table.OnOpened = func(app.FormLine) { c.win.Canvas().Focus(c.points) }
	c.table.OnTyped = func(l app.FormLine, r rune) {
		switch {
		case r >= '1' && r <= '4':
			c.judge(l, verdicts[r-'1'].verdict)
		case r == '0':
			c.judge(l, "")
		case r == 't' || r == 'T':
			c.toShortcoming(l)
		}
	}
	c.table.SetEmpty("Chưa có mẫu nội dung kiểm tra cho ngày này.", kit.NewAction("Mở Cài đặt", "", func() { c.shell.show(screenSettings) }))

	c.name, c.guide, c.self = kit.Section("").Wrapping(), kit.Caption("").Wrapping(), kit.Caption("").Wrapping()
	c.wrong = kit.Caption("").Wrapping()
	c.wrong.SetColor(kit.Late)
	c.points, c.note, c.seen = kit.NewEntry(), kit.NewNote(3), kit.NewNote(2)
	typed := func(string) { c.after(&c.pause, answerPause, c.take) }
	c.points.OnChanged, c.note.OnChanged, c.seen.OnChanged = typed, typed, typed
	c.points.OnSubmitted = func(string) { c.win.Canvas().Focus(c.note) }
	buttons := make([]fyne.CanvasObject, len(verdicts))
	for i, v := range verdicts {
		buttons[i] = kit.NewAction(v.word, strconv.Itoa(i+1), func() {
			if l, ok := c.line(c.at); ok {
				c.judge(l, v.verdict)
			}
		})
	}
	buttons = append(buttons, kit.NewAction("Ghi tồn tại…", "T", func() {
		if l, ok := c.line(c.at); ok {
			c.toShortcoming(l)
		}
	}))
	right := scrolled(padded(below(8, -1, c.name, c.guide, c.self, flow(buttons...), labelled("Điểm (để trống: tính theo kết quả)", fixed(120, c.points)), c.wrong,
		labelled("Nhận xét", c.note), labelled("Giấy tờ đã xem", c.seen)), 0, 12, 0, 0))
	keys := kit.Caption("Trong bảng: 1 Đạt · 2 Đạt một phần · 3 Chưa đạt · 4 Không áp dụng · 0 Bỏ ghi · Enter ghi điểm, nhận xét · Esc về bảng · T ghi tồn tại. Ghi đến đâu lưu đến đó.").Shrinking()
	forms := line(0, c.score, kit.NewAction("Tự kiểm tra", "", nil).Menu())
	menu := forms.Objects[1].(*kit.Action)
	menu.SetOnTapped(func() { c.selfReportMenu(menu) })
	c.show()
	return below(8, 1, forms, columns([]float32{0, 400}, container.NewStack(c.table), right), keys)
}

// line is the line of an item, with what was typed on it and not yet read back.
func (c *visitChecklist) line(item int64) (app.FormLine, bool) {
	for _, l := range *c.lines.Load() {
		if l.Item.ID == item {
			return l, true
		}
	}
	return app.FormLine{}, false
}

// show follows what was read; what is not yet stored stays as typed.
func (c *visitChecklist) show() {
	if c.table == nil {
		return
	}
	if c.visit != c.record.ID {
		c.visit, c.at = c.record.ID, 0
		c.table.ClearSelection()
	}
	lines := append([]app.FormLine(nil), c.record.Form.Lines...)
	for i := range lines {
		if a, waits := c.waiting[lines[i].Item.ID]; waits {
			lines[i].Answer = a
		}
	}
	dirty := c.typedOn(c.at)
	c.lines.Store(&lines)
	c.table.Reload()
	c.showScore()
	switch {
	case c.at == 0 && len(lines) > 0:
		c.table.Select(text(lines[0].Item.ID))
		c.fill(lines[0])
	case !dirty:
		if l, ok := c.line(c.at); ok {
			c.fill(l)
		}
	}
}

func (c *visitChecklist) showScore() {
	form := c.record.Form
	var items []data.ChecklistItem
	var answers []data.VisitAnswer
	for _, l := range *c.lines.Load() {
		items, answers = append(items, l.Item), append(answers, l.Answer)
	}
	c.score.SetText(form.Checklist.Name + " · " + scoreText(app.ScoreOf(form.Checklist, items, answers)))
	relayout(c.score)
}

// choose goes to another line, storing the one that is left.
func (c *visitChecklist) choose(l app.FormLine) {
	if l.Item.ID == c.at {
		return
	}
	c.take()
	if fresh, ok := c.line(l.Item.ID); ok {
		c.fill(fresh)
	}
}

// fill shows a line at the right.
func (c *visitChecklist) fill(l app.FormLine) {
	c.at = l.Item.ID
	c.name.SetText(strconv.Itoa(l.Item.Rank) + ". " + l.Item.Text)
	guide := l.Item.Section
	if l.Item.Guide != "" {
		guide = strings.Trim(guide+" · Xem: "+l.Item.Guide, " ·")
	}
	if l.Item.KnockOut {
		guide += " · Nội dung bắt buộc: chưa đạt thì đơn vị chưa đạt"
	}
	c.guide.SetText(guide)
	self := "Đơn vị chưa tự chấm."
	if a := l.Answer; a.SelfPoints != nil || a.SelfNote != "" {
		self = strings.Trim("Đơn vị tự chấm "+pointsText(a.SelfPoints)+" điểm. "+a.SelfNote, " ")
	}
	c.self.SetText(self)
	put := func(e interface{ SetText(string) }, now, want string) {
		if now != want { // keeps the cursor
			e.SetText(want)
		}
	}
	put(c.points, c.points.Text, pointsText(l.Answer.Points))
	put(c.note, c.note.Text, l.Answer.Note)
	put(c.seen, c.seen.Text, l.Answer.Seen)
	c.pause.stop()
	c.tell(nil)
	relayout(c.name)
}

func (c *visitChecklist) tell(err error) {
	c.points.SetWrong(err)
	words := ""
	if err != nil {
		words = err.Error()
	}
	if c.wrong.Text() != words {
		c.wrong.SetText(words)
		relayout(c.wrong)
	}
}

// typedOn tells whether the inputs differ from what is known of a line.
func (c *visitChecklist) typedOn(item int64) bool {
	l, ok := c.line(item)
	if !ok {
		return false
	}
	a := l.Answer
	return strings.TrimSpace(c.points.Text) != pointsText(a.Points) || c.note.Value() != a.Note || c.seen.Value() != a.Seen
}

// take stores what was typed on the line in view.
func (c *visitChecklist) take() {
	if c.table == nil {
		return
	}
	c.pause.stop()
	l, ok := c.line(c.at)
	if !ok || !c.typedOn(c.at) {
		c.tell(nil)
		return
	}
	a := l.Answer
	points, err := app.ParsePoints(c.points.Text, l.Item.MaxPoints)
	c.tell(err)
	if err == nil {
		a.Points = points
	}
	a.Note, a.Seen = c.note.Value(), c.seen.Value()
	c.store(a)
}

// judge gives a line its verdict and goes to the next.
func (c *visitChecklist) judge(l app.FormLine, v data.Verdict) {
	c.take()
	if fresh, ok := c.line(l.Item.ID); ok {
		l = fresh
	}
	a := l.Answer
	a.Verdict = v
	c.store(a)
	lines := *c.lines.Load()
	for i := range lines {
		if lines[i].Item.ID == l.Item.ID && i+1 < len(lines) && v != "" {
			c.table.Select(text(lines[i+1].Item.ID))
			c.fill(lines[i+1])
		}
	}
}

// store shows an answer at once and writes it: one write at a time, so that the latest wins.
func (c *visitChecklist) store(a data.VisitAnswer) {
	lines := append([]app.FormLine(nil), *c.lines.Load()...)
	for i := range lines {
		if lines[i].Item.ID == a.ItemID {
			lines[i].Answer = a
		}
	}
	c.lines.Store(&lines)
	c.table.Reload()
	c.showScore()
	c.waiting[a.ItemID] = a
	c.write()
}

func (c *visitChecklist) write() {
	if c.storing || len(c.waiting) == 0 {
		return
	}
	c.storing = true
	visit := c.record.Visit
	sent := c.waiting
	c.waiting = map[int64]data.VisitAnswer{}
	answers := make([]data.VisitAnswer, 0, len(sent))
	for _, a := range sent {
		answers = append(answers, a)
	}
	c.do(func(ctx context.Context) error { return c.office.SaveAnswers(ctx, visit, answers) }, func(err error) {
		c.storing = false
		if err != nil {
			c.fail(err)
			c.read(nil)
		}
		c.write()
	})
}

// toTable leaves the inputs for the table; it tells whether there was anything to leave.
func (c *visitChecklist) toTable() bool {
	if c.table == nil {
		return false
	}
	focused := c.win.Canvas().Focused()
	inside := focused == fyne.Focusable(c.points) || focused == fyne.Focusable(c.note) || focused == fyne.Focusable(c.seen)
	c.take()
	c.table.Focus()
	return inside
}

// toShortcoming opens the form of a shortcoming for a line.
func (c *visitChecklist) toShortcoming(l app.FormLine) {
	c.take()
	if fresh, ok := c.line(l.Item.ID); ok {
		l = fresh
	}
	words := l.Answer.Note
	if words == "" {
		words = "Chưa đạt: " + vietnamese.LowerFirst(l.Item.Text)
	}
	c.findingForm(data.Finding{VisitID: c.record.ID, Nature: data.Shortcoming, ItemID: l.Item.ID, Text: words})
}
