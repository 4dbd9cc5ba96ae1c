package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// Sizes of the sheets about reorganisations.
const (
	orderWidth  = 860
	orderHeight = 420
)

// previewOrder finds out what a reorganisation would do and shows it; done tells the form that asked.
func (u *unitsScreen) previewOrder(order app.Reorganisation, done func(error)) {
	var outcome app.Outcome
	u.do(func(ctx context.Context) (err error) {
		outcome, err = u.office.PreviewReorganisation(ctx, order)
		return err
	}, func(err error) {
		var misfit *app.Misfit
		if errors.As(err, &misfit) && len(misfit.Lines) > 1 {
			done(nil)
			u.showMisfit(misfit)
			return
		}
		done(sentence(err))
		if err == nil {
			u.showOutcome(order, outcome)
		}
	})
}

// showMisfit lists why a reorganisation does not fit.
func (u *unitsScreen) showMisfit(m *app.Misfit) {
	table := kit.NewDataTable([]kit.Column[string]{
		{ID: "line", Title: "Chỗ không khớp", Width: 300, Grow: 1, Cell: func(s string) kit.Cell { return kit.Cell{Text: s} }},
	}, func(s string) string { return s }, fromSlice(m.Lines))
	table.SetRunner(u.background)
	table.Reload()
	var shut func()
	shut = kit.ShowSheet(u.win, "Chưa sắp xếp được", below(10, 1, kit.Paragraph(m.UserMessage()), table),
		[]*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() }).Primary()}, orderWidth, orderHeight)
}

// showOutcome shows what a reorganisation would do, and does it when told.
func (u *unitsScreen) showOutcome(order app.Reorganisation, o app.Outcome) {
	lines := u.orderLines(o.Lines)
	people := kit.NewDataTable([]kit.Column[app.CadreMatch]{
		{ID: "name", Title: "Họ và tên", Width: 190, Grow: 1, Cell: func(m app.CadreMatch) kit.Cell { return kit.Cell{Text: m.Name} }},
		{ID: "post", Title: "Chức danh kết thúc", Width: 300, Grow: 2, Cell: func(m app.CadreMatch) kit.Cell { return kit.Cell{Text: m.Post} }},
	}, func(m app.CadreMatch) string { return text(m.ID) }, fromSlice(o.Waiting))
	people.SetRunner(u.background)
	people.SetEmpty("Không có cán bộ nào mất chức danh vì lần sắp xếp này.", nil)
	people.Reload()
	renamed := kit.NewDataTable([]kit.Column[string]{
		{ID: "name", Title: "Đổi tên để khỏi trùng", Width: 300, Grow: 1, Cell: func(s string) kit.Cell { return kit.Cell{Text: s} }},
	}, func(s string) string { return s }, fromSlice(o.Renamed))
	renamed.SetRunner(u.background)
	renamed.SetEmpty("Không có đơn vị nào bên dưới phải đổi tên.", nil)
	renamed.Reload()
	tabs := kit.NewTabs([]kit.Tab{
		{Label: fmt.Sprintf("Đơn vị (%d)", len(o.Lines)), Content: func() fyne.CanvasObject { return lines }},
		{Label: fmt.Sprintf("Cán bộ cần bố trí lại (%d)", len(o.Waiting)), Content: func() fyne.CanvasObject { return people }},
		{Label: fmt.Sprintf("Đổi tên (%d)", len(o.Renamed)), Content: func() fyne.CanvasObject { return renamed }},
	})
	var shut func()
	do := kit.NewAction("Thực hiện", "", nil).Primary()
	do.SetOnTapped(func() {
		shut()
		u.orderJob("Đang sắp xếp tổ chức", order, u.office.Reorganise, u.tellDone)
	})
	shut = kit.ShowSheet(u.win, order.Name+" từ ngày "+order.On.String(), below(10, 1, kit.Paragraph(outcomeText(o)), tabs),
		[]*kit.Action{kit.NewAction("Hủy", "Esc", func() { shut() }), do}, orderWidth, orderHeight)
}

// outcomeText sums up in a sentence or two what the tabs do not show.
func outcomeText(o app.Outcome) string {
	parts := []string{fmt.Sprintf("%s chức danh kết thúc.", kit.Number(o.Ended))}
	if o.Moved > 0 {
		parts = append(parts, fmt.Sprintf("%s đơn vị bên dưới (chi hội, cơ sở) sang đơn vị cấp trên mới, cán bộ giữ nguyên chức danh.", kit.Number(o.Moved)))
	}
	if o.Visits > 0 {
		parts = append(parts, fmt.Sprintf("%s cuộc kiểm tra sắp tới của đơn vị kết thúc chuyển cho đơn vị kế tiếp.", kit.Number(o.Visits)))
	}
	if o.Remedies > 0 {
		parts = append(parts, fmt.Sprintf("%s kiến nghị chưa khắc phục của đơn vị kết thúc chuyển cho đơn vị kế tiếp.", kit.Number(o.Remedies)))
	}
	if o.Letterheads > 0 {
		parts = append(parts, "Thể thức văn bản theo tên tỉnh mới.")
	}
	parts = append(parts, "Mọi thay đổi hoàn tác được bằng một bước.")
	return strings.Join(parts, " ")
}

// orderLines is the table of the units of a reorganisation.
func (u *unitsScreen) orderLines(lines []app.ReorganisationLine) *kit.DataTable[app.ReorganisationLine] {
	quiet := func(s, empty string) kit.Cell {
		if s == "" {
			return kit.Cell{Text: empty, Tone: kit.ToneQuiet}
		}
		return kit.Cell{Text: s}
	}
	table := kit.NewDataTable([]kit.Column[app.ReorganisationLine]{
		{ID: "before", Title: "Trước", Width: 180, Grow: 2, Cell: func(l app.ReorganisationLine) kit.Cell { return quiet(l.Before, "thành lập mới") }},
		{ID: "after", Title: "Sau", Width: 180, Grow: 2, Cell: func(l app.ReorganisationLine) kit.Cell { return quiet(l.After, "giải thể") }},
		{ID: "basis", Title: "Điều khoản", Width: 160, Grow: 1, Cell: func(l app.ReorganisationLine) kit.Cell { return kit.Cell{Text: l.Basis} }},
	}, func(l app.ReorganisationLine) string { return l.Before + "→" + l.After + text(l.Unit) }, fromSlice(lines))
	table.SetRunner(u.background)
	table.Reload()
	return table
}

// orderJob previews or does a reorganisation as a job, since a batch takes seconds.
func (u *unitsScreen) orderJob(label string, order app.Reorganisation, work func(context.Context, app.Reorganisation) (app.Outcome, error), then func(app.Reorganisation, app.Outcome)) {
	var outcome app.Outcome
	u.jobs.Run(label, func(ctx context.Context, _ kit.Progress) (err error) {
		outcome, err = work(ctx, order)
		return err
	}, func(err error) {
		var misfit *app.Misfit
		switch {
		case errors.As(err, &misfit):
			u.showMisfit(misfit)
		case err != nil:
			u.fail(err)
		default:
			then(order, outcome)
		}
	})
}

// tellDone says that it is done, and offers to look at the new order and to take it back.
func (u *unitsScreen) tellDone(order app.Reorganisation, o app.Outcome) {
	if u.on.Before(order.On) {
		u.setDay(order.On)
	}
	if len(o.Lines) > 0 {
		u.openUnit(o.Lines[0].Unit)
	}
	var shut func()
	said := fmt.Sprintf("%s: %d đơn vị thay đổi, %d cán bộ cần bố trí lại.", order.Name, len(o.Lines), len(o.Waiting))
	undo := kit.NewAction("Hoàn tác…", "", nil)
	undo.SetOnTapped(func() { u.askUndo(order.Name, o.ID, shut) })
	shut = kit.ShowSheet(u.win, "Đã sắp xếp tổ chức", kit.Paragraph(said), []*kit.Action{undo, kit.NewAction("Đóng", "Esc", func() { shut() }).Primary()}, 560, 60)
}

// askUndo takes a reorganisation back after asking, and shuts the sheet that shows it.
func (u *unitsScreen) askUndo(name string, id int64, shut func()) {
	kit.Ask(u.win, "Hoàn tác sắp xếp", "Đưa tổ chức, chức danh và lịch kiểm tra trở lại như trước “"+name+"”?", "Hoàn tác", "Thôi", func() {
		shut()
		u.jobs.Run("Đang hoàn tác", func(ctx context.Context, _ kit.Progress) error { return u.office.UndoReorganisation(ctx, id) }, u.fail)
	})
}

// chooseBatch offers the reorganisations that the program brings.
func (u *unitsScreen) chooseBatch() {
	batches, err := app.ReadyBatches()
	if err != nil {
		u.fail(err)
		return
	}
	items := make([]kit.Item, len(batches))
	for i, b := range batches {
		items[i] = kit.Item{ID: b.Key, Title: b.Name, Detail: "Từ ngày " + b.On.String() + " · " + b.Basis}
	}
	kit.Pick(u.win, "Áp dụng đợt sắp xếp có sẵn", "Chương trình xem trước toàn bộ thay đổi; chưa có gì được ghi cho đến khi bấm “Thực hiện”.", items, "Xem trước", func(id string) {
		for _, b := range batches {
			if b.Key == id {
				u.previewBatch(b)
			}
		}
	})
}

func (u *unitsScreen) previewBatch(b app.BatchFile) {
	u.orderJob("Đang xem trước đợt sắp xếp", b.Order(), u.office.PreviewReorganisation, u.showOutcome)
}

// chooseBatchFile asks for a file of a batch.
func (u *unitsScreen) chooseBatchFile() {
	path := kit.NewEntry()
	path.SetPlaceHolder(`C:\Tài liệu\sap-xep.csv`)
	var batch app.BatchFile
	kit.ShowForm(u.win, "Áp dụng đợt sắp xếp từ tệp CSV", []kit.Field{
		{Label: "Tệp CSV", Widget: path, Hint: "Mỗi dòng: mã cũ, tên cũ, mã cấp trên cũ, mã mới, tên mới, mã cấp trên mới, căn cứ; khi chia tách thêm cột các đơn vị theo về, cách nhau bằng |.", Check: func() error {
			if path.Value() == "" {
				return app.Problem("Hãy gõ đường dẫn của tệp.")
			}
			return nil
		}},
	}, kit.FormOptions{
		SaveLabel: "Xem trước", Width: 640,
		Save: func(done func(error)) {
			u.do(func(context.Context) error {
				content, err := os.ReadFile(path.Value())
				if err != nil {
					return app.Problem("Không đọc được tệp “%s”; hãy kiểm tra lại đường dẫn.", path.Value())
				}
				batch, err = app.ReadBatch(content)
				return err
			}, func(err error) {
				var misfit *app.Misfit
				if errors.As(err, &misfit) {
					done(nil)
					u.showMisfit(misfit)
					return
				}
				done(sentence(err))
				if err == nil {
					u.previewBatch(batch)
				}
			})
		},
	})
}

// showReorganisations lists what was reorganised, to look at and to take back.
func (u *unitsScreen) showReorganisations() {
	latest := 0
	load(u.shell, &latest, u.office.Reorganisations, func(all []data.Reorganisation) {
		table := kit.NewDataTable([]kit.Column[data.Reorganisation]{
			{ID: "on", Title: "Từ ngày", Width: 96, Cell: func(r data.Reorganisation) kit.Cell { return kit.Cell{Text: r.HappenedOn.String()} }},
			{ID: "name", Title: "Nội dung", Width: 260, Grow: 2, Cell: func(r data.Reorganisation) kit.Cell { return kit.Cell{Text: r.Name} }},
			{ID: "basis", Title: "Căn cứ", Width: 260, Grow: 2, Cell: func(r data.Reorganisation) kit.Cell { return kit.Cell{Text: r.Basis} }},
		}, func(r data.Reorganisation) string { return text(r.ID) }, fromSlice(all))
		table.SetRunner(u.background)
		table.SetEmpty("Chưa có lần sắp xếp nào.", nil)
		table.Reload()
		var shut func()
		look := func() {
			if r, ok := table.Selected(); ok {
				shut()
				u.showReorganisation(r)
			}
		}
		table.OnOpened = func(data.Reorganisation) { look() }
		if len(all) > 0 {
			table.Select(text(all[0].ID))
		}
		shut = kit.ShowSheet(u.win, "Các lần sắp xếp tổ chức", table, []*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() }), kit.NewAction("Xem", "", look).Primary()}, orderWidth, orderHeight)
	})
}

func (u *unitsScreen) showReorganisation(r data.Reorganisation) {
	latest := 0
	load(u.shell, &latest, func(ctx context.Context) ([]app.ReorganisationLine, error) {
		return u.office.ReorganisationLines(ctx, r)
	}, func(lines []app.ReorganisationLine) {
		var shut func()
		table := u.orderLines(lines)
		table.OnOpened = func(l app.ReorganisationLine) {
			shut()
			u.openUnit(l.Unit)
		}
		undo := kit.NewAction("Hoàn tác…", "", nil)
		undo.SetOnTapped(func() { u.askUndo(r.Name, r.ID, shut) })
		caption := "Từ ngày " + r.HappenedOn.String() + " · " + r.Basis
		shut = kit.ShowSheet(u.win, r.Name, below(10, 1, kit.Caption(caption).Wrapping(), table), []*kit.Action{undo, kit.NewAction("Đóng", "Esc", func() { shut() }).Primary()}, orderWidth, orderHeight)
	})
}
