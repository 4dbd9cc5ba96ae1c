package ui

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

type (
	unitAwardRow   = app.OfUnit[data.UnitAward]
	goodExampleRow = app.OfUnit[data.GoodExample]
)

func (m *movementScreen) unitAwards() movementLeaf {
	return &recordLeaf[unitAwardRow]{
		movementScreen: m, name: "Khen thưởng", what: "khen thưởng tập thể",
		key:  func(r unitAwardRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.UnitAwards),
		more: func(*kit.DataTable[unitAwardRow]) []fyne.CanvasObject {
			return []fyne.CanvasObject{kit.NewAction("Danh hiệu, tiêu chí thi đua…", "", m.showTitles)}
		},
		columns: []kit.Column[unitAwardRow]{
			{ID: "on", Title: "Ngày", Width: 92, Cell: func(r unitAwardRow) kit.Cell { return kit.Cell{Text: r.Record.GrantedOn.String()} }},
			unitColumn[data.UnitAward](),
			{ID: "title", Title: "Hình thức", Width: 170, Grow: 2, Cell: func(r unitAwardRow) kit.Cell { return kit.Cell{Text: r.Record.Title} }},
			{ID: "by", Title: "Cấp khen", Width: 140, Grow: 1, Cell: func(r unitAwardRow) kit.Cell { return kit.Cell{Text: r.Record.GrantedBy} }},
		},
		record: func(r unitAwardRow) fyne.CanvasObject {
			a := r.Record
			return titled(a.Title, r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Cấp khen", Value: a.GrantedBy}, kit.Pair{Caption: "Số quyết định", Value: a.Decision}, kit.Pair{Caption: "Ngày", Value: a.GrantedOn.String()}, kit.Pair{Caption: "Ghi chú", Value: a.Note}))
		},
		edit: m.unitAwardForm,
		remove: func(r unitAwardRow) (string, func(context.Context) error) {
			return r.Record.Title, m.removing("khen thưởng tập thể", &r.Record)
		},
	}
}

func (m *movementScreen) unitAwardForm(r unitAwardRow) {
	a := r.Record
	title := "Sửa khen thưởng tập thể"
	if a.ID == 0 {
		title = "Thêm khen thưởng tập thể"
		a.GrantedOn = m.on
	}
	name, by, decision, on, note := m.wordInput("award", a.Title), textInput(a.GrantedBy), textInput(a.Decision), m.dateInput(a.GrantedOn), noteOf(2, a.Note)
	unit := m.unitInput(nil, m.onDate(on), unitOf(r, a.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Tập thể", Widget: unit, Check: pickedOne(unit, "đơn vị")},
		{Label: "Hình thức", Widget: name, Check: wordNeeded(name, "hình thức khen thưởng")},
		{Label: "Cấp khen", Widget: by},
		{Label: "Số quyết định", Widget: decision},
		{Label: "Ngày", Widget: on, Check: required(on)},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, func() data.UnitAward {
		x := a
		x.UnitID, x.Title, x.GrantedBy, x.Decision, x.Note = number(unit.ID()), name.ID(), by.Value(), decision.Value(), note.Value()
		x.GrantedOn, _ = on.Date()
		return x
	}, m.office.SaveUnitAward)
}

// showTitles opens the danh hiệu thi đua with their criteria.
func (m *movementScreen) showTitles() {
	table := kit.NewDataTable([]kit.Column[data.EmulationTitle]{
		{ID: "name", Title: "Danh hiệu", Width: 200, Grow: 2, Cell: func(t data.EmulationTitle) kit.Cell { return kit.Cell{Text: t.Name} }},
		{ID: "subject", Title: "Đối tượng", Width: 130, Grow: 1, Cell: func(t data.EmulationTitle) kit.Cell { return kit.Cell{Text: t.Subject} }},
		{ID: "form", Title: "Hình thức khen", Width: 150, Grow: 1, Cell: func(t data.EmulationTitle) kit.Cell { return kit.Cell{Text: t.Form} }},
		{ID: "years", Title: "Năm", Width: 100, Cell: func(t data.EmulationTitle) kit.Cell {
			if t.LastYear == 0 {
				return kit.Cell{Text: fmt.Sprintf("từ %d", t.FirstYear)}
			}
			return kit.Cell{Text: fmt.Sprintf("%d – %d", t.FirstYear, t.LastYear)}
		}},
	}, func(t data.EmulationTitle) string { return text(t.ID) }, allRows(m.office.EmulationTitles))
	table.SetRunner(m.background)
	table.OnError = m.fail
	table.SetEmpty("Chưa có danh hiệu thi đua nào.", nil)
	edit := func(t data.EmulationTitle) { m.titleForm(t, table.Reload) }
	table.OnOpened = edit
	table.Reload()
	var shut func()
	shut = kit.ShowSheet(m.win, "Danh hiệu, tiêu chí thi đua", table, []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("Xóa…", "", chosenRow(m.shell, table, func(t data.EmulationTitle) {
			kit.Ask(m.win, "Xóa danh hiệu thi đua", "Xóa “"+t.Name+"”?", "Xóa", "Để nguyên", func() {
				m.do(m.removing("danh hiệu thi đua", &t), func(err error) {
					m.fail(err)
					table.Reload()
				})
			})
		})),
		kit.NewAction("Sửa…", "", chosenRow(m.shell, table, edit)),
		kit.NewAction("+ Danh hiệu", "", func() { edit(data.EmulationTitle{}) }).Primary(),
	}, 900, 420)
}

func (m *movementScreen) titleForm(t data.EmulationTitle, saved func()) {
	title := "Sửa danh hiệu thi đua"
	if t.ID == 0 {
		title = "Thêm danh hiệu thi đua"
		t.FirstYear = m.on.Year
	}
	name, subject, form, criteria := textInput(t.Name), textInput(t.Subject), textInput(t.Form), noteOf(6, t.Criteria)
	first, last := textInput(strconv.Itoa(t.FirstYear)), textInput("")
	if t.LastYear != 0 {
		last.SetText(strconv.Itoa(t.LastYear))
	}
	subForm(m.shell, title, []kit.Field{
		{Label: "Danh hiệu", Widget: name, Check: typed(name, "tên danh hiệu")},
		{Label: "Đối tượng", Widget: subject, Hint: "Ví dụ cơ sở Hội, chi hội, cá nhân."},
		{Label: "Hình thức khen", Widget: form},
		{Label: "Tiêu chí", Widget: criteria, Check: criteria.Check, Hint: "Mỗi tiêu chí một dòng."},
		{Label: "Từ năm", Widget: first, Check: yearTyped(first, true)},
		{Label: "Đến năm", Widget: last, Check: yearTyped(last, false), Hint: "Để trống nếu còn áp dụng."},
	}, func() data.EmulationTitle {
		x := t
		x.Name, x.Subject, x.Form, x.Criteria = name.Value(), subject.Value(), form.Value(), criteria.Value()
		x.FirstYear, _ = strconv.Atoi(first.Value())
		x.LastYear, _ = strconv.Atoi(last.Value())
		return x
	}, func(ctx context.Context, x data.EmulationTitle) error {
		err := m.office.SaveEmulationTitle(ctx, x)
		if err == nil {
			fyne.Do(saved)
		}
		return err
	})
}

// yearTyped is the check of a year.
func yearTyped(e *kit.Entry, needed bool) func() error {
	return func() error {
		if n, err := strconv.Atoi(e.Value()); (needed || e.Value() != "") && (err != nil || n < 1930 || n > 2200) {
			return app.Problem("Hãy gõ năm bằng bốn chữ số, ví dụ 2026.")
		}
		return nil
	}
}

func (m *movementScreen) goodExamples() movementLeaf {
	return &recordLeaf[goodExampleRow]{
		movementScreen: m, name: "Điển hình", what: "gương điển hình",
		key:  func(r goodExampleRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.GoodExamples),
		columns: []kit.Column[goodExampleRow]{
			{ID: "on", Title: "Ngày", Width: 92, Cell: func(r goodExampleRow) kit.Cell { return kit.Cell{Text: r.Record.RecognisedOn.String()} }},
			unitColumn[data.GoodExample](),
			{ID: "name", Title: "Tập thể, cá nhân", Width: 150, Grow: 2, Cell: func(r goodExampleRow) kit.Cell { return kit.Cell{Text: r.Record.Name} }},
			{ID: "field", Title: "Lĩnh vực", Width: 140, Grow: 1, Cell: func(r goodExampleRow) kit.Cell { return kit.Cell{Text: r.Record.Field} }},
		},
		record: func(r goodExampleRow) fyne.CanvasObject {
			g := r.Record
			var more []fyne.CanvasObject
			if g.CadreID != 0 {
				more = append(more, line(0, kit.NewLink("Mở hồ sơ cán bộ ›", func() { m.open("c:" + text(g.CadreID)) })))
			}
			return titled(g.Name, r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Lĩnh vực", Value: g.Field}, kit.Pair{Caption: "Ngày công nhận", Value: g.RecognisedOn.String()}, kit.Pair{Caption: "Thành tích", Value: g.Summary},
				kit.Pair{Caption: "Đã tuyên truyền", Value: g.Spread}), more...)
		},
		edit: m.goodExampleForm,
		remove: func(r goodExampleRow) (string, func(context.Context) error) {
			return r.Record.Name, m.removing("gương điển hình", &r.Record)
		},
	}
}

// cadreInput is a picker of a cadre; what is typed without choosing anybody is a name of a person without a record.
func (s *shell) cadreInput(placeholder string) *kit.Picker {
	return s.newPicker(placeholder, func(ctx context.Context, typed string) ([]kit.Option, error) {
		page, err := s.office.Cadres(ctx, data.CadreQuery{On: s.dayInView(), Text: typed, Limit: 12})
		found := make([]kit.Option, len(page.Rows))
		for i, c := range page.Rows {
			found[i] = kit.Option{ID: text(c.ID), Label: c.Name, Detail: c.Position + ", " + vietnamese.LowerFirst(c.Unit)}
		}
		return found, err
	})
}

func (m *movementScreen) goodExampleForm(r goodExampleRow) {
	g := r.Record
	title := "Sửa gương điển hình"
	if g.ID == 0 {
		title = "Thêm gương điển hình"
		g.RecognisedOn = m.on
	}
	who := m.cadreInput("Gõ tên tập thể, cá nhân; là cán bộ thì chọn…")
	who.SetOption(kit.Option{Label: g.Name})
	if g.CadreID != 0 {
		who.SetOption(kit.Option{ID: text(g.CadreID), Label: g.Name})
	}
	field, on, summary, spread := m.wordInput("example_field", g.Field), m.dateInput(g.RecognisedOn), noteOf(3, g.Summary), noteOf(2, g.Spread)
	unit := m.unitInput(nil, m.onDate(on), unitOf(r, g.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Tập thể, cá nhân", Widget: who, Check: func() error {
			if who.Text() == "" {
				return app.Problem("Hãy gõ tên tập thể hoặc cá nhân.")
			}
			return nil
		}},
		{Label: "Thuộc đơn vị", Widget: unit, Check: pickedOne(unit, "đơn vị")},
		{Label: "Lĩnh vực", Widget: field},
		{Label: "Ngày công nhận", Widget: on, Check: required(on)},
		{Label: "Thành tích", Widget: summary, Check: summary.Check},
		{Label: "Đã tuyên truyền", Widget: spread, Check: spread.Check, Hint: "Đăng ở đâu, biểu dương ở hội nghị nào."},
	}, func() data.GoodExample {
		x := g
		x.CadreID, x.Name, x.UnitID = number(who.ID()), who.Text(), number(unit.ID())
		x.Field, x.Summary, x.Spread = field.ID(), summary.Value(), spread.Value()
		x.RecognisedOn, _ = on.Date()
		return x
	}, m.office.SaveGoodExample)
}
