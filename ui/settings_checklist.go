package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// checklists is the leaf of the forms by which teams inspect: the forms at the left, the items of the one in view at the right. Each
// change is stored at once.
type checklists struct {
	*settingsScreen
	forms  *kit.DataTable[app.ChecklistRow]
	items  *kit.DataTable[data.ChecklistItem]
	lines  atomic.Pointer[[]data.ChecklistItem]
	head   *kit.Text
	remark *kit.Text
	form   app.ChecklistRow
	want   int64 // form to be shown once it is read
	latest int
}

func (t *settingsScreen) checklistTab() fyne.CanvasObject {
	c := &checklists{settingsScreen: t, head: kit.Section("").Shrinking(), remark: kit.Caption("").Shrinking()}
	c.lines.Store(&[]data.ChecklistItem{})
	c.forms = kit.NewDataTable([]kit.Column[app.ChecklistRow]{
		{ID: "name", Title: "Mẫu", Width: 150, Grow: 1, Cell: func(f app.ChecklistRow) kit.Cell { return kit.Cell{Text: f.Name} }},
		{ID: "from", Title: "Từ ngày", Width: 92, Cell: func(f app.ChecklistRow) kit.Cell {
			if f.ValidFrom.IsZero() {
				return kit.Cell{Text: "từ trước", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: f.ValidFrom.String()}
		}},
		{ID: "to", Title: "Đến ngày", Width: 92, Cell: func(f app.ChecklistRow) kit.Cell { return kit.Cell{Text: f.ValidTo.String()} }},
	}, func(f app.ChecklistRow) string { return text(f.ID) }, allRows(t.office.ChecklistRows))
	c.forms.SetRunner(t.background)
	c.forms.OnError = t.fail
	c.forms.OnSelected = c.choose
	c.forms.OnCount = func(int, int, bool) {
		if _, chosen := c.forms.Selected(); !chosen {
			c.pick()
		}
	}
	c.forms.OnOpened = c.editForm
	c.forms.SetEmpty("Chưa có mẫu nội dung kiểm tra nào.", nil)
	c.items = kit.NewDataTable([]kit.Column[data.ChecklistItem]{
		{ID: "rank", Title: "TT", Width: 38, Right: true, Cell: func(i data.ChecklistItem) kit.Cell { return kit.Cell{Text: strconv.Itoa(i.Rank), Tone: kit.ToneQuiet} }},
		{ID: "section", Title: "Phần", Width: 110, Grow: 1, Cell: func(i data.ChecklistItem) kit.Cell { return kit.Cell{Text: i.Section, Tone: kit.ToneQuiet} }},
		{ID: "text", Title: "Nội dung", Width: 200, Grow: 3, Cell: func(i data.ChecklistItem) kit.Cell { return kit.Cell{Text: i.Text} }},
		{ID: "points", Title: "Điểm", Width: 54, Right: true, Cell: func(i data.ChecklistItem) kit.Cell { return kit.Cell{Text: pointsText(&i.MaxPoints)} }},
		{ID: "knock", Title: "", Width: 96, Cell: func(i data.ChecklistItem) kit.Cell {
			if i.KnockOut {
				return kit.Cell{Text: "bắt buộc", Tone: kit.ToneCare, Tag: true}
			}
			return kit.Cell{}
		}},
	}, func(i data.ChecklistItem) string { return strconv.Itoa(i.Rank) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.ChecklistItem], error) {
		return fromSlice(*c.lines.Load())(ctx, sort, offset, limit)
	})
	c.items.SetRunner(t.background)
	c.items.OnOpened = func(i data.ChecklistItem) { c.editItem(i.Rank - 1) }
	c.items.OnTyped = func(_ data.ChecklistItem, r rune) {
		switch r {
		case '-':
			c.move(-1)
		case '+', '=':
			c.move(1)
		}
	}
	c.items.SetEmpty("Mẫu chưa có nội dung nào.", nil)
	selected := func(then func(int)) func() {
		return chosenRow(t.shell, c.items, func(i data.ChecklistItem) { then(i.Rank - 1) })
	}
	left := below(8, 1, flow(kit.NewAction("Sửa mẫu…", "", chosenRow(t.shell, c.forms, c.editForm)), kit.NewAction("Tạo bản mới từ ngày…", "", chosenRow(t.shell, c.forms, c.renew))), kit.NewCard(c.forms, 1))
	right := below(8, 3, c.head, c.remark, flow(kit.NewAction("+ Nội dung…", "", func() { c.editItem(-1) }), kit.NewAction("Sửa…", "Enter", selected(c.editItem)),
		kit.NewAction("Lên", "-", func() { c.move(-1) }), kit.NewAction("Xuống", "+", func() { c.move(1) }), kit.NewAction("Xóa…", "", selected(c.remove))), kit.NewCard(c.items, 1))
	t.checklists = c
	c.reload()
	return padded(columns([]float32{400, 0}, left, right), 12, 0, 0, 0)
}

func (c *checklists) reload() {
	c.forms.Reload()
	if f, ok := c.forms.Selected(); ok && c.want == 0 {
		c.choose(f)
	}
}

// pick shows the form that was asked for or the first one.
func (c *checklists) pick() {
	load(c.shell, &c.latest, c.office.ChecklistRows, func(all []app.ChecklistRow) {
		if len(all) == 0 {
			return
		}
		at := max(slices.IndexFunc(all, func(f app.ChecklistRow) bool { return f.ID == c.want }), 0)
		c.want = 0
		c.forms.Select(text(all[at].ID))
		c.choose(all[at])
	})
}

func (c *checklists) choose(f app.ChecklistRow) {
	c.form = f
	load(c.shell, &c.latest, func(ctx context.Context) ([]data.ChecklistItem, error) { return c.office.ChecklistItems(ctx, f.ID) }, func(items []data.ChecklistItem) {
		c.show(items)
	})
}

func (c *checklists) show(items []data.ChecklistItem) {
	sum := 0.0
	for i := range items {
		items[i].Rank = i + 1
		sum += items[i].MaxPoints
	}
	c.lines.Store(&items)
	c.items.Reload()
	c.head.SetText(c.form.Name)
	words := "Tổng " + pointsText(&sum) + " điểm · Tốt từ " + pointsText(&c.form.GoodFrom) + "%, Khá từ " + pointsText(&c.form.FairFrom) + "%, Đạt từ " + pointsText(&c.form.PassFrom) + "%."
	if c.form.Used {
		words += " Mẫu đã dùng nên được giữ nguyên; hãy tạo bản mới để sửa."
	}
	c.remark.SetText(words)
	relayout(c.head)
}

// save stores the form in view with the given items; row at is selected then.
func (c *checklists) save(form data.Checklist, items []data.ChecklistItem, at int, done func(error)) {
	c.do(func(ctx context.Context) error {
		_, err := c.office.SaveChecklist(ctx, form, items)
		return err
	}, func(err error) {
		done(err)
		if err == nil {
			c.items.Select(strconv.Itoa(at + 1))
		}
	})
}

func (c *checklists) editForm(f app.ChecklistRow) {
	name, from, to := textInput(f.Name), c.dateInput(f.ValidFrom), c.dateInput(f.ValidTo)
	good, fair, pass := textInput(pointsText(&f.GoodFrom)), textInput(pointsText(&f.FairFrom)), textInput(pointsText(&f.PassFrom))
	percent := func(e *kit.Entry) func() error {
		return func() error {
			if p, err := app.ParsePoints(e.Text, 100); err != nil || p == nil {
				return app.Problem("Hãy gõ phần trăm từ 0 đến 100.")
			}
			return nil
		}
	}
	subForm(c.shell, "Mẫu nội dung kiểm tra", []kit.Field{
		{Label: "Tên mẫu", Widget: name},
		{Label: "Có hiệu lực từ", Widget: from, Check: from.Check}, {Label: "Đến", Widget: to, Check: to.Check},
		{Label: "Tốt từ (%)", Widget: good, Check: percent(good)}, {Label: "Khá từ (%)", Widget: fair, Check: percent(fair)}, {Label: "Đạt từ (%)", Widget: pass, Check: percent(pass)},
	}, func() data.Checklist {
		d := f.Checklist
		d.Name = name.Value()
		d.ValidFrom, _ = from.Date()
		d.ValidTo, _ = to.Date()
		for e, into := range map[*kit.Entry]*float64{good: &d.GoodFrom, fair: &d.FairFrom, pass: &d.PassFrom} {
			if p, err := app.ParsePoints(e.Text, 100); err == nil && p != nil {
				*into = *p
			}
		}
		return d
	}, func(ctx context.Context, d data.Checklist) error {
		items, err := c.office.ChecklistItems(ctx, d.ID)
		if err == nil {
			_, err = c.office.SaveChecklist(ctx, d, items)
		}
		return err
	})
}

// renew makes a copy of a form that holds from a day on, and shows it.
func (c *checklists) renew(f app.ChecklistRow) {
	from := c.visitDay(day.Date{})
	kit.ShowForm(c.win, "Tạo bản mới của mẫu", []kit.Field{
		{Label: "Mẫu", Widget: kit.Paragraph(f.Name)},
		{Label: "Có hiệu lực từ", Widget: from, Check: required(from), Hint: "Bản cũ hết hiệu lực ngày trước đó; các cuộc đã ghi vẫn theo bản cũ."},
	}, kit.FormOptions{SaveLabel: "Tạo bản mới", Width: 560, Save: func(done func(error)) {
		d, _ := from.Date()
		var made int64
		c.do(func(ctx context.Context) (err error) {
			made, err = c.office.RenewChecklist(ctx, f.ID, d)
			return err
		}, func(err error) {
			done(sentence(err))
			if err == nil {
				c.want = made
				c.forms.ClearSelection()
				c.pick()
			}
		})
	}})
}

// editItem edits an item; -1 adds one below the selected item.
func (c *checklists) editItem(at int) {
	items := slices.Clone(*c.lines.Load())
	fresh := at < 0
	var before data.ChecklistItem
	if fresh {
		at = len(items)
		if i, ok := c.items.Selected(); ok {
			at, before.Section = i.Rank, i.Section
		}
	} else {
		before = items[at]
	}
	section, words, guide := textInput(before.Section), kit.NewNote(3), kit.NewNote(2)
	words.SetText(before.Text)
	guide.SetText(before.Guide)
	points, knock := textInput(pointsText(&before.MaxPoints)), kit.NewCheck("Chưa đạt nội dung này thì đơn vị chưa đạt", nil)
	knock.SetChecked(before.KnockOut)
	form := c.form.Checklist
	read := func() data.ChecklistItem {
		i := before
		i.Section, i.Text, i.Guide, i.KnockOut = section.Value(), words.Value(), guide.Value(), knock.Checked
		if p, err := app.ParsePoints(points.Text, 1000); err == nil && p != nil {
			i.MaxPoints = *p
		}
		return i
	}
	kit.ShowForm(c.win, "Nội dung kiểm tra", []kit.Field{
		{Label: "Phần", Widget: section},
		{Label: "Nội dung", Widget: words, Check: func() error {
			if strings.TrimSpace(words.Text) == "" {
				return app.Problem("Hãy gõ nội dung.")
			}
			return words.Check()
		}},
		{Label: "Xem gì", Widget: guide, Check: guide.Check, Hint: "Giấy tờ, sổ sách mà đoàn xem."},
		{Label: "Điểm tối đa", Widget: points, Check: func() error {
			_, err := app.ParsePoints(points.Text, 1000)
			return err
		}, Hint: "0: đánh giá không cho điểm."},
		{Label: "", Widget: knock},
	}, kit.FormOptions{Width: 620, Changed: func() bool { return read() != before }, Save: func(done func(error)) {
		if fresh {
			items = slices.Insert(items, at, read())
		} else {
			items[at] = read()
		}
		c.save(form, items, at, func(err error) { done(sentence(err)) })
	}})
}

// move moves the selected item up or down.
func (c *checklists) move(by int) {
	i, ok := c.items.Selected()
	items := slices.Clone(*c.lines.Load())
	at, to := i.Rank-1, i.Rank-1+by
	if !ok || to < 0 || to >= len(items) {
		return
	}
	items[at], items[to] = items[to], items[at]
	c.save(c.form.Checklist, items, to, c.fail)
}

func (c *checklists) remove(at int) {
	items := slices.Clone(*c.lines.Load())
	kit.Ask(c.win, "Xóa nội dung", "Xóa “"+items[at].Text+"” khỏi mẫu?", "Xóa", "Để nguyên", func() {
		c.save(c.form.Checklist, slices.Delete(items, at, at+1), min(at, len(items)-1), c.fail)
	})
}
