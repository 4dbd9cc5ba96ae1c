package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// typed takes over what was typed, pasted, filled or cleared: all of it or, when one text is no number, nothing.
func (f *figuresScreen) typed(changes []kit.GridChange) error {
	var after []data.Figure
	for _, c := range changes {
		value, err := app.ParseCount(c.Text)
		if err != nil && len(changes) > 1 {
			return app.Problem("Dòng “%s”, cột %s: %s Chưa có gì được ghi.", f.view.rows[c.Row].Unit.Label(), f.sheet.Columns[f.view.columns[c.Column]].Code, app.Message(err))
		}
		if err != nil {
			return err
		}
		one := f.figure(c.Row, c.Column, value)
		if cell := f.view.rows[c.Row].Cells[f.view.columns[c.Column]]; cell.Own != value {
			after = append(after, one)
		}
	}
	f.act("Nhập số liệu "+f.sheet.Period.Name(), after)
	return nil
}

// refuse tells why what was typed was not taken, beside the grid: the cell stays open to be put right.
func (f *figuresScreen) refuse(err error) {
	if f.grid.Editing() {
		f.selected.SetColor(kit.Late)
		setWords(f.selected, app.Message(err))
		return
	}
	f.fail(err)
}

// accept takes over the numbers of the last period that are suggested in the selected places.
func (f *figuresScreen) accept() {
	if f.sheet == nil || !f.grid.Settle() {
		return
	}
	var after []data.Figure
	top, left, bottom, right := f.grid.Selection()
	for r := top; r <= min(bottom, len(f.view.rows)-1); r++ {
		for c := left; c <= min(right, len(f.view.columns)-1); c++ {
			if cell := f.view.rows[r].Cells[f.view.columns[c]]; cell.Suggested.Known {
				after = append(after, f.figure(r, c, cell.Suggested))
			}
		}
	}
	if len(after) == 0 {
		kit.Tell(f.win, "Nhận số kỳ trước", "Ở chỗ đang chọn không có số gợi ý. Hãy chọn các ô có số màu xám (kéo chuột hoặc Shift và mũi tên; Ctrl+A chọn tất cả) rồi nhận.")
		return
	}
	f.act("Nhận số liệu kỳ trước", after)
}

// about shows the cell of the cursor and its unit.
func (f *figuresScreen) about(row *app.ReturnRow, column int) fyne.CanvasObject {
	c, cell := f.sheet.Columns[column], row.Cells[column]
	objects := []fyne.CanvasObject{kit.Title(row.Unit.Label()).Wrapping()}
	if row.Owes {
		state, tone := returnState(row, f.today)
		tags := []fyne.CanvasObject{kit.NewTag(state, tone)}
		if n := row.Unexplained(); n > 0 {
			tags = append(tags, kit.NewTag(fmt.Sprintf("%d chỗ cần giải trình", n), kit.ToneLate))
		}
		objects = append(objects, flow(tags...))
		pairs := []kit.Pair{{Caption: "Hạn nộp", Value: row.DueOn.String()}, {Caption: "Ngày nộp", Value: row.SubmittedOn.String()}, {Caption: "Còn thiếu", Value: fmt.Sprintf("%d số", row.Missing())}}
		if row.Reason != "" {
			pairs = append(pairs, kit.Pair{Caption: "Lý do", Value: row.Reason})
		}
		objects = append(objects, kit.Record(pairs), flow(f.returnActions(row)...))
	}
	if row.Unit.Level == data.District {
		received, owed := f.sheet.Completeness(row)
		objects = append(objects, kit.Record([]kit.Pair{{Caption: "Đã nộp", Value: fmt.Sprintf("%d/%d biểu", received, owed)}}))
	}
	objects = append(objects, kit.Section(c.Code+". "+c.Title).Wrapping(), kit.Caption(figureOrigin(c, f.sheet)).Wrapping())
	pairs := []kit.Pair{{Caption: "Số liệu", Value: cell.Value.Text()}}
	if cell.Value.Rate && cell.Value.Known {
		pairs = append(pairs, kit.Pair{Caption: "Tử số/mẫu số", Value: kit.Number(int(cell.Value.Num)) + "/" + kit.Number(int(cell.Value.Den))})
	}
	if row.Sums && cell.Value.Asked > 0 {
		pairs = append(pairs, kit.Pair{Caption: "Đã báo cáo", Value: fmt.Sprintf("%d/%d đơn vị", cell.Value.Given, cell.Value.Asked)})
	}
	before := "Kỳ trước"
	if c.Flow {
		before = "Cùng kỳ"
	}
	pairs = append(pairs, kit.Pair{Caption: before, Value: cell.Before.Text()})
	objects = append(objects, kit.Record(pairs))
	for _, p := range cell.Problems {
		t := kit.Paragraph(p)
		if cell.Reason == "" {
			t.SetColor(kit.Late)
		}
		objects = append(objects, t)
	}
	if cell.Reason != "" {
		objects = append(objects, kit.Record([]kit.Pair{{Caption: "Giải trình", Value: cell.Reason}}))
	}
	if len(cell.Problems) > 0 && !row.Locked() {
		objects = append(objects, line(-1, kit.NewAction("Ghi giải trình…", "", func() { f.explain(row, column) })))
	}
	if row.Unit.Level == data.BaseUnit && f.inside == 0 {
		objects = append(objects, line(-1, kit.NewLink("Nhập theo chi hội", func() { f.enter(row.Unit.ID) })))
	}
	return scrolled(below(8, -1, objects...))
}

// figureOrigin says where the numbers of a column come from.
func figureOrigin(c app.SheetColumn, s *app.ReturnSheet) string {
	switch {
	case c.Kind == data.Computed:
		return "Tính: " + c.Formula
	case c.Counted():
		return "Đếm từ dữ liệu của chương trình ngày " + s.Period.LastDay.String()
	}
	level := map[data.Level]string{data.Branch: "chi hội hoặc cơ sở", data.BaseUnit: "cơ sở", data.District: "cấp huyện"}[c.Level]
	return "Nhập ở " + level
}

// returnActions are what can be done with the return of a row.
func (f *figuresScreen) returnActions(row *app.ReturnRow) []fyne.CanvasObject {
	period, unit := f.sheet.Period.ID, row.Unit.ID
	if !f.sheet.Period.LockedOn.IsZero() {
		return nil
	}
	act := func(label string, run func()) fyne.CanvasObject { return kit.NewAction(label, "", run) }
	switch row.State {
	case data.ReturnSubmitted:
		return []fyne.CanvasObject{
			act("Trả lại…", func() {
				f.askReason("Trả lại biểu số liệu", "Trả lại", "Đơn vị cần sửa gì", func(ctx context.Context, reason string) error {
					return f.office.GiveBackReturns(ctx, period, []int64{unit}, reason)
				})
			}),
			act("Khóa", func() {
				f.after(func(ctx context.Context) error { return f.office.LockReturns(ctx, period, []int64{unit}) })
			}),
		}
	case data.ReturnLocked:
		return []fyne.CanvasObject{act("Mở khóa…", func() {
			f.askReason("Mở khóa biểu số liệu của đơn vị", "Mở khóa", "Lý do mở khóa", func(ctx context.Context, reason string) error {
				return f.office.UnlockReturns(ctx, period, []int64{unit}, reason)
			})
		})}
	}
	return []fyne.CanvasObject{act("Gia hạn…", func() { f.extend(row) })}
}

// after does a write once everything typed is stored; what stands against it is told.
func (f *figuresScreen) after(work func(context.Context) error) {
	f.grid.Settle()
	f.stores.whenDone(func() { f.do(work, f.fail) })
}

// askReason asks for a reason, which must not be empty, before something is done.
func (f *figuresScreen) askReason(title, save, label string, work func(context.Context, string) error) {
	reason := kit.NewNote(3)
	kit.ShowForm(f.win, title, []kit.Field{{Label: label, Widget: reason, Check: func() error {
		if reason.Value() == "" {
			return app.Problem("Hãy ghi lý do.")
		}
		return reason.Check()
	}}}, kit.FormOptions{SaveLabel: save, Width: 520, Save: func(done func(error)) {
		text := reason.Value()
		f.do(func(ctx context.Context) error { return work(ctx, text) }, func(err error) { done(sentence(err)) })
	}})
}

// explain asks why the checks that speak against a cell are wrong.
func (f *figuresScreen) explain(row *app.ReturnRow, column int) {
	cell, code := row.Cells[column], f.sheet.Columns[column].Code
	reason := kit.NewNote(3)
	reason.SetText(cell.Reason)
	kit.ShowForm(f.win, "Giải trình "+code+", "+vietnamese.LowerFirst(row.Unit.Label()), []kit.Field{{Label: "Giải trình", Widget: reason, Check: reason.Check, Hint: strings.Join(cell.Problems, ". ") + "."}},
		kit.FormOptions{Width: 560, Changed: func() bool { return reason.Value() != cell.Reason }, Save: func(done func(error)) {
			done(nil)
			f.act("Giải trình số liệu", []data.Figure{{PeriodID: f.sheet.Period.ID, UnitID: row.Unit.ID, Code: code, Value: cell.Own, Reason: reason.Value()}})
		}})
}

// extend gives a unit a day of its own.
func (f *figuresScreen) extend(row *app.ReturnRow) {
	due := kit.NewDateField(true)
	due.Today = f.office.Today
	due.SetDate(row.DueOn)
	kit.ShowForm(f.win, "Hạn nộp riêng của "+vietnamese.LowerFirst(row.Unit.Label()), []kit.Field{{Label: "Hạn nộp", Widget: due, Check: due.Check, Hint: "Để trống thì theo hạn chung của kỳ."}}, kit.FormOptions{Width: 460, Save: func(done func(error)) {
		d, _ := due.Date()
		f.do(func(ctx context.Context) error {
			return f.office.SetReturnDue(ctx, f.sheet.Period.ID, []int64{row.Unit.ID}, d)
		}, func(err error) { done(sentence(err)) })
	}})
}

// submit notes that the selected units handed in their returns, after telling what is missing.
func (f *figuresScreen) submit() {
	if f.sheet == nil || !f.grid.Settle() {
		return
	}
	top, _, bottom, _ := f.grid.Selection()
	var units []int64
	var names []string
	missing := 0
	for r := top; r <= min(bottom, len(f.view.rows)-1); r++ {
		if row := f.view.rows[r]; row.Owes && !row.Received() {
			units, names = append(units, row.Unit.ID), append(names, row.Unit.Label())
			missing += row.Missing()
		}
	}
	if f.inside != 0 && f.sheet.Total.Owes && !f.sheet.Total.Received() {
		units, names, missing = []int64{f.inside}, []string{f.sheet.Total.Unit.Label()}, f.sheet.Total.Missing()
	}
	if len(units) == 0 {
		kit.Tell(f.win, "Ghi nộp", "Ở dòng đang chọn không có đơn vị nào còn phải nộp. Hãy chọn dòng của đơn vị vừa nộp (Shift và mũi tên để chọn nhiều dòng).")
		return
	}
	question := fmt.Sprintf("Ghi “%s” đã nộp biểu số liệu %s ngày %s?", names[0], f.sheet.Period.Name(), f.today)
	if len(units) > 1 {
		question = fmt.Sprintf("Ghi %d đơn vị đã nộp biểu số liệu %s ngày %s?", len(units), f.sheet.Period.Name(), f.today)
	}
	if missing > 0 {
		question += fmt.Sprintf(" Còn %s số chưa báo cáo; các số ấy để trống, không tính là 0.", kit.Number(missing))
	}
	period, on := f.sheet.Period.ID, f.today
	kit.Ask(f.win, "Ghi nộp", question, "Ghi nộp", "Xem lại", func() {
		f.after(func(ctx context.Context) error { return f.office.SubmitReturns(ctx, period, units, on) })
	})
}

// problemLine is a cell against which a check speaks.
type problemLine struct {
	figurePlace
	unit, code, text, reason string
}

// listProblems lists the cells against which a check speaks; opening one goes there.
func (f *figuresScreen) listProblems() {
	if f.sheet == nil {
		return
	}
	var lines []problemLine
	for _, row := range f.sheet.Rows {
		for i, cell := range row.Cells {
			if len(cell.Problems) > 0 {
				c := f.sheet.Columns[i]
				lines = append(lines, problemLine{figurePlace{row.Unit.ID, c.Code}, row.Unit.Label(), c.Code + ". " + c.Short, strings.Join(cell.Problems, "; "), cell.Reason})
			}
		}
	}
	var shut func()
	table := kit.NewDataTable([]kit.Column[problemLine]{
		{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 1, Cell: func(l problemLine) kit.Cell { return kit.Cell{Text: l.unit} }},
		{ID: "code", Title: "Cột", Width: 150, Grow: 1, Cell: func(l problemLine) kit.Cell { return kit.Cell{Text: l.code} }},
		{ID: "text", Title: "Cần xem lại", Width: 260, Grow: 3, Cell: func(l problemLine) kit.Cell {
			if l.reason != "" {
				return kit.Cell{Text: l.text, Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: l.text, Tone: kit.ToneLate}
		}},
		{ID: "reason", Title: "Giải trình", Width: 180, Grow: 2, Cell: func(l problemLine) kit.Cell { return kit.Cell{Text: l.reason} }},
	}, func(l problemLine) string { return fmt.Sprint(l.figurePlace) }, fromSlice(lines))
	table.SetRunner(f.background)
	table.SetEmpty("Không có số liệu nào cần xem lại.", nil)
	open := func(l problemLine) {
		shut()
		f.group.SetID("")
		f.rows.SetID(rowsAll)
		f.want = l.figurePlace
		f.show()
		f.grid.Focus()
	}
	table.OnOpened = open
	table.Reload()
	shut = kit.ShowSheet(f.win, "Số liệu cần xem lại, "+f.sheet.Period.Name(), table, []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("Đến ô này", "Ctrl+S", chosenIn(table, open)).Primary(),
	}, 1040, 420)
}
