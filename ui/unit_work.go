package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// work is the tab of who looks after a unit and of the trips there; that of the province lists all base units with who looks after them.
func (u *unitsScreen) work(p app.UnitPage) fyne.CanvasObject {
	switch {
	case p.Unit.Level == data.Province:
		table, assign := u.caredTable(0)
		return below(10, 1, line(-1, assign), table)
	case !slices.Contains(app.CaredLevels(), p.Unit.Level):
		return kit.NewEmpty("Chỉ phân công phụ trách cơ sở và đơn vị cấp huyện.", nil)
	}
	unit := p.Unit
	assignments := u.assignmentTable(unit)
	trips := u.tripTable(unit)
	add := func() { u.assignForm([]kit.Option{{ID: text(unit.ID), Label: unit.Label()}}, assignments.Reload) }
	addTrip := func() {
		u.tripForm(app.TripRow{Trip: data.Trip{UnitID: unit.ID, MadeOn: u.office.Today()}}, trips.Reload)
	}
	return below(8, 3,
		line(1, kit.Section("Người phụ trách"), spacer(),
			kit.NewAction("+ Phân công…", "", add),
			kit.NewAction("Sửa, kết thúc…", "", chosenRow(u.shell, assignments, func(r app.AssignmentRow) { u.editAssignment(unit, r, assignments.Reload) })),
			kit.NewAction("Xem tất cả cơ sở…", "", func() { u.showCared(assignments.Reload) })),
		tall(150, assignments),
		line(1, kit.Section("Chuyến đi cơ sở"), spacer(),
			kit.NewAction("+ Chuyến đi…", "", addTrip),
			kit.NewAction("Sửa…", "", chosenRow(u.shell, trips, func(r app.TripRow) { u.tripForm(r, trips.Reload) })),
			kit.NewAction("Xóa…", "", chosenRow(u.shell, trips, func(r app.TripRow) { u.removeTrip(r, trips.Reload) }))),
		trips)
}

// chosenRow does something with the row that is chosen in a table, or says that one must be.
func chosenRow[R any](s *shell, table *kit.DataTable[R], then func(R)) func() {
	return func() {
		r, ok := table.Selected()
		if !ok {
			kit.Tell(s.win, "Chưa chọn dòng nào", "Hãy chọn một dòng trong bảng trước.")
			return
		}
		then(r)
	}
}

// allRows serves a table from rows that are read anew each time.
func allRows[R any](read func(context.Context) ([]R, error)) kit.Source[R] {
	return func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[R], error) {
		rows, err := read(ctx)
		if err != nil {
			return kit.Page[R]{}, err
		}
		return fromSlice(rows)(ctx, sort, offset, limit)
	}
}

// lasting says in a cell until when something lasts.
func lasting(until day.Date) kit.Cell {
	if until.IsZero() {
		return kit.Cell{Text: "đang phụ trách", Tone: kit.ToneGood, Tag: true}
	}
	return kit.Cell{Text: until.String(), Tone: kit.ToneQuiet}
}

func (u *unitsScreen) assignmentTable(unit data.UnitOn) *kit.DataTable[app.AssignmentRow] {
	table := kit.NewDataTable([]kit.Column[app.AssignmentRow]{
		{ID: "name", Title: "Người phụ trách", Width: 170, Grow: 2, Cell: func(r app.AssignmentRow) kit.Cell { return kit.Cell{Text: r.Name} }},
		{ID: "from", Title: "Từ ngày", Width: 92, Cell: func(r app.AssignmentRow) kit.Cell { return kit.Cell{Text: r.StartedOn.String()} }},
		{ID: "to", Title: "Đến ngày", Width: 124, Cell: func(r app.AssignmentRow) kit.Cell { return lasting(r.EndedOn) }},
		{ID: "decision", Title: "Quyết định", Width: 130, Grow: 1, Cell: func(r app.AssignmentRow) kit.Cell { return kit.Cell{Text: r.Decision} }},
	}, func(r app.AssignmentRow) string { return text(r.ID) }, allRows(func(ctx context.Context) ([]app.AssignmentRow, error) { return u.office.AssignmentsOf(ctx, unit.ID) }))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnOpened = func(r app.AssignmentRow) { u.editAssignment(unit, r, table.Reload) }
	table.SetEmpty("Chưa có ai phụ trách đơn vị này.", nil)
	table.Reload()
	return table
}

func (u *unitsScreen) tripTable(unit data.UnitOn) *kit.DataTable[app.TripRow] {
	table := kit.NewDataTable([]kit.Column[app.TripRow]{
		{ID: "on", Title: "Ngày", Width: 92, Cell: func(r app.TripRow) kit.Cell { return kit.Cell{Text: r.MadeOn.String()} }},
		{ID: "name", Title: "Người đi", Width: 150, Grow: 1, Cell: func(r app.TripRow) kit.Cell { return kit.Cell{Text: r.Name} }},
		{ID: "purpose", Title: "Nội dung", Width: 170, Grow: 2, Cell: func(r app.TripRow) kit.Cell { return kit.Cell{Text: r.Purpose} }},
		{ID: "result", Title: "Kết quả", Width: 150, Grow: 2, Cell: func(r app.TripRow) kit.Cell { return kit.Cell{Text: r.Result} }},
	}, func(r app.TripRow) string { return text(r.ID) }, allRows(func(ctx context.Context) ([]app.TripRow, error) { return u.office.TripsTo(ctx, unit.ID) }))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnOpened = func(r app.TripRow) { u.tripForm(r, table.Reload) }
	table.SetEmpty("Chưa ghi chuyến đi nào đến đơn vị này.", nil)
	table.Reload()
	return table
}

// caringPicker offers the cadres of the province and the districts.
func (u *unitsScreen) caringPicker() *kit.Picker {
	const offered = 12
	return u.newPicker("Gõ tên cán bộ cấp tỉnh, cấp huyện…", func(ctx context.Context, typed string) ([]kit.Option, error) {
		found, err := u.office.CaringCadres(ctx, u.dayInView(), typed, offered)
		options := make([]kit.Option, len(found))
		for i, c := range found {
			options[i] = kit.Option{ID: text(c.ID), Label: c.Name, Detail: c.Post}
		}
		return options, err
	})
}

func pickedOne(p *kit.Picker, what string) func() error {
	return func() error {
		if p.ID() == "" {
			return app.Problem("Hãy gõ tên và chọn %s.", what)
		}
		return nil
	}
}

func (u *unitsScreen) workDay(value day.Date, partial bool) *kit.DateField {
	f := kit.NewDateField(partial)
	f.Today = u.office.Today
	f.SetDate(value)
	return f
}

// assignForm gives a cadre one unit or several to look after.
func (u *unitsScreen) assignForm(units []kit.Option, saved func()) {
	cadre, decision, note := u.caringPicker(), kit.NewEntry(), kit.NewNote(2)
	started := u.workDay(u.office.Today(), true)
	set := u.newUnitSet(app.CaredLevels(), u.office.Today, 0)
	for _, o := range units {
		set.add(o)
	}
	read := func() data.Assignment {
		on, _ := started.Date()
		return data.Assignment{CadreID: number(cadre.ID()), StartedOn: on, Decision: decision.Value(), Note: note.Value()}
	}
	before := read()
	kit.ShowForm(u.win, "Phân công phụ trách", []kit.Field{
		{Label: "Người phụ trách", Widget: cadre, Check: pickedOne(cadre, "người phụ trách")},
		{Label: "Đơn vị", Widget: set.object, Check: set.atLeast(1, "Hãy chọn ít nhất một đơn vị.")},
		{Label: "Từ ngày", Widget: started, Check: started.Check},
		{Label: "Quyết định", Widget: decision, Hint: "Ví dụ 12/QĐ-BTV ngày 05/01/2026."},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, kit.FormOptions{Width: 640, Changed: func() bool { return read() != before || len(set.chosen) != len(units) }, Save: func(done func(error)) {
		a, ids := read(), set.ids()
		u.saveWork(func(ctx context.Context) error { return u.office.Assign(ctx, a, ids) }, done, saved)
	}})
}

// saveWork stores what a form holds and then shows it.
func (u *unitsScreen) saveWork(work func(context.Context) error, done func(error), saved func()) {
	u.do(work, func(err error) {
		done(sentence(err))
		if err == nil {
			saved()
		}
	})
}

// editAssignment changes or ends an assignment.
func (u *unitsScreen) editAssignment(unit data.UnitOn, r app.AssignmentRow, saved func()) {
	decision, note := textInput(r.Decision), kit.NewNote(2)
	note.SetText(r.Note)
	started, ended := u.workDay(r.StartedOn, true), u.workDay(r.EndedOn, true)
	read := func() data.Assignment {
		a := r.Assignment
		a.StartedOn, _ = started.Date()
		a.EndedOn, _ = ended.Date()
		a.Decision, a.Note = decision.Value(), note.Value()
		return a
	}
	before := read()
	kit.ShowForm(u.win, r.Name+" phụ trách "+vietnamese.LowerFirst(unit.Label()), []kit.Field{
		{Label: "Từ ngày", Widget: started, Check: started.Check},
		{Label: "Đến ngày", Widget: ended, Check: ended.Check, Hint: "Để trống khi còn phụ trách."},
		{Label: "Quyết định", Widget: decision},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, kit.FormOptions{Width: 600, Changed: func() bool { return read() != before }, Save: func(done func(error)) {
		a := read()
		u.saveWork(func(ctx context.Context) error { return u.office.SaveAssignment(ctx, a) }, done, saved)
	}})
}

// tripForm adds or changes a trip.
func (u *unitsScreen) tripForm(r app.TripRow, saved func()) {
	cadre, purpose, result := u.caringPicker(), kit.NewNote(2), kit.NewNote(3)
	if r.CadreID != 0 {
		cadre.SetOption(kit.Option{ID: text(r.CadreID), Label: r.Name})
	}
	made := u.workDay(r.MadeOn, false)
	purpose.SetText(r.Purpose)
	result.SetText(r.Result)
	read := func() data.Trip {
		t := r.Trip
		t.CadreID = number(cadre.ID())
		t.MadeOn, _ = made.Date()
		t.Purpose, t.Result = purpose.Value(), result.Value()
		return t
	}
	before := read()
	kit.ShowForm(u.win, "Chuyến đi cơ sở", []kit.Field{
		{Label: "Người đi", Widget: cadre, Check: pickedOne(cadre, "người đi")},
		{Label: "Ngày đi", Widget: made, Check: made.Check},
		{Label: "Nội dung", Widget: purpose, Check: func() error {
			if purpose.Value() == "" {
				return app.Problem("Hãy gõ nội dung chuyến đi.")
			}
			return purpose.Check()
		}},
		{Label: "Kết quả", Widget: result, Check: result.Check},
	}, kit.FormOptions{Width: 620, Changed: func() bool { return read() != before }, Save: func(done func(error)) {
		t := read()
		u.saveWork(func(ctx context.Context) error { return u.office.SaveTrip(ctx, t) }, done, saved)
	}})
}

func (u *unitsScreen) removeTrip(r app.TripRow, saved func()) {
	kit.Ask(u.win, "Xóa chuyến đi", fmt.Sprintf("Xóa chuyến đi ngày %s của %s?", r.MadeOn, r.Name), "Xóa", "Để nguyên", func() {
		u.do(func(ctx context.Context) error { return u.office.RemoveSub(ctx, "Xóa chuyến đi cơ sở", &r.Trip) }, func(err error) {
			u.fail(err)
			if err == nil {
				saved()
			}
		})
	})
}

// caredTable lists the base units with who looks after them, those in need first; assign gives the one that is chosen, or any, to a cadre.
func (u *unitsScreen) caredTable(unit int64) (table *kit.DataTable[app.CaredUnit], assign *kit.Action) {
	on := u.on
	table = kit.NewDataTable([]kit.Column[app.CaredUnit]{
		{ID: "unit", Title: "Cơ sở", Width: 140, Grow: 1, Cell: func(r app.CaredUnit) kit.Cell { return kit.Cell{Text: r.Label()} }},
		{ID: "above", Title: "Thuộc", Width: 146, Grow: 1, Cell: func(r app.CaredUnit) kit.Cell { return kit.Cell{Text: r.Above} }},
		{ID: "need", Title: "Đặc điểm", Width: 144, Cell: func(r app.CaredUnit) kit.Cell {
			switch {
			case r.Hardship:
				return kit.Cell{Text: "khó khăn", Tone: kit.ToneCare, Tag: true}
			case r.Religious:
				return kit.Cell{Text: "đồng bào có đạo", Tone: kit.ToneTint, Tag: true}
			}
			return kit.Cell{}
		}},
		{ID: "who", Title: "Người phụ trách", Width: 140, Grow: 2, Cell: func(r app.CaredUnit) kit.Cell {
			if r.Names == "" {
				return kit.Cell{Text: "chưa có ai", Tone: kit.ToneLate, Tag: true}
			}
			return kit.Cell{Text: r.Names}
		}},
		{ID: "since", Title: "Từ ngày", Width: 92, Cell: func(r app.CaredUnit) kit.Cell { return kit.Cell{Text: r.Since.String()} }},
	}, func(r app.CaredUnit) string { return text(r.ID) }, allRows(func(ctx context.Context) ([]app.CaredUnit, error) { return u.office.CaredUnits(ctx, on, unit) }))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.SetEmpty("Chưa có cơ sở nào vào ngày này.", nil)
	give := func() {
		var units []kit.Option
		if r, ok := table.Selected(); ok {
			units = append(units, kit.Option{ID: text(r.ID), Label: r.Label(), Detail: r.Above})
		}
		u.assignForm(units, table.Reload)
	}
	table.OnOpened = func(app.CaredUnit) { give() }
	table.Reload()
	return table, kit.NewAction("Phân công…", "", give)
}

// showCared opens the list of all base units with who looks after them; then follows when it is closed.
func (u *unitsScreen) showCared(then func()) {
	table, assign := u.caredTable(0)
	var shut func()
	actions := []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() {
			shut()
			then()
		}),
		assign.Primary(),
	}
	shut = kit.ShowSheet(u.win, "Phân công phụ trách cơ sở", table, actions, 980, 620)
}
