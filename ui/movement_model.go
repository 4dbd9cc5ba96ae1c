package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// reviewCell shows what a review found.
func reviewCell(k data.ModelKind, v data.ModelReview) kit.Cell {
	c := kit.Cell{Text: app.ReviewText(k, v), Tag: true, Tone: kit.ToneCare}
	switch {
	case v.ID == 0:
		c.Tone = kit.ToneNeutral
	case v.Effective:
		c.Tone = kit.ToneGood
	}
	return c
}

func (m *movementScreen) models() movementLeaf {
	shownTab := 0
	leaf := &recordLeaf[app.ModelRow]{
		movementScreen: m, name: "Mô hình", what: "mô hình", caption: "Loại", holds: true, allYears: true,
		kinds: func(ctx context.Context) ([]kit.Option, error) {
			kinds, err := m.office.ModelKinds(ctx)
			list := make([]kit.Option, len(kinds))
			for i, k := range kinds {
				list[i] = kit.Option{ID: text(k.ID), Label: k.Name}
			}
			return list, err
		},
		key:  func(r app.ModelRow) string { return text(r.Record.ID) },
		list: m.office.Models,
		more: func(*kit.DataTable[app.ModelRow]) []fyne.CanvasObject {
			return []fyne.CanvasObject{kit.NewAction("Loại mô hình…", "", m.showModelKinds)}
		},
		columns: []kit.Column[app.ModelRow]{
			{ID: "unit", Title: "Đơn vị", Width: 180, Grow: 3, Cell: func(r app.ModelRow) kit.Cell { return unitCell(r.UnitLine(), r.Ended) }},
			{ID: "name", Title: "Mô hình", Width: 140, Grow: 2, Cell: func(r app.ModelRow) kit.Cell { return kit.Cell{Text: r.Title()} }},
			{ID: "from", Title: "Từ", Width: 92, Cell: func(r app.ModelRow) kit.Cell { return kit.Cell{Text: r.Record.StartedOn.String()} }},
			{ID: "state", Title: "Tình trạng", Width: 126, Cell: func(r app.ModelRow) kit.Cell {
				state := r.ModelState(m.on)
				return kit.Cell{Text: state, Tag: true, Tone: map[string]kit.Tone{"đang hoạt động": kit.ToneGood}[state]}
			}},
			{ID: "review", Title: "Đánh giá", Width: 118, Cell: func(r app.ModelRow) kit.Cell { return reviewCell(r.Kind, r.Review) }},
		},
		edit: m.modelForm,
		remove: func(r app.ModelRow) (string, func(context.Context) error) {
			return r.Title() + ", " + r.Unit, func(ctx context.Context) error { return m.office.RemoveModel(ctx, r.Record) }
		},
	}
	latest := 0
	leaf.record = func(r app.ModelRow) fyne.CanvasObject {
		holder := container.NewStack()
		on := m.on
		load(m.shell, &latest, func(ctx context.Context) (app.ModelFile, error) { return m.office.ModelFile(ctx, on, r.Record.ID) }, func(f app.ModelFile) {
			tabs := []kit.Tab{{Label: "Thông tin", Content: func() fyne.CanvasObject { return m.aboutModel(f) }}}
			if f.Kind.Paired {
				tabs = append(tabs, kit.Tab{Label: fmt.Sprintf("Cặp (%d)", len(f.Pairs)), Content: func() fyne.CanvasObject { return m.pairList(f) }})
			}
			tabs = append(tabs, kit.Tab{Label: fmt.Sprintf("Đánh giá (%d)", len(f.Reviews)), Content: func() fyne.CanvasObject { return m.reviewList(f) }})
			if len(f.Copies) > 0 {
				tabs = append(tabs, kit.Tab{Label: fmt.Sprintf("Nhân rộng (%d)", len(f.Copies)), Content: func() fyne.CanvasObject { return m.copyList(f) }})
			}
			leaves := kit.NewTabs(tabs)
			leaves.OnChanged = func(i int) { shownTab = i }
			if shownTab < len(tabs) {
				leaves.Select(shownTab)
			}
			holder.Objects = []fyne.CanvasObject{below(8, 2, kit.Section(f.Title()).Wrapping(), kit.Caption(f.UnitLine()).Wrapping(), leaves)}
			holder.Refresh()
		})
		return holder
	}
	return leaf
}

func (m *movementScreen) aboutModel(f app.ModelFile) fyne.CanvasObject {
	x := f.Record
	pilot := ""
	if x.Pilot {
		pilot = "Mô hình điểm"
	}
	last := app.ReviewText(f.Kind, f.Review)
	if f.Review.ID != 0 {
		last += ", ngày " + f.Review.ReviewedOn.String() + ", " + f.Review.Reviewer
	}
	return scrolled(kit.Record(withoutEmpty(
		kit.Pair{Caption: "Loại", Value: f.Kind.Name}, kit.Pair{Caption: "Tình trạng", Value: f.ModelState(m.on)}, kit.Pair{Caption: "Bắt đầu", Value: x.StartedOn.String()},
		kit.Pair{Caption: "Kết thúc", Value: strings.Trim(x.EndedOn.String()+" · "+x.EndReason, " ·")}, kit.Pair{Caption: "Đối tượng", Value: x.TargetGroup}, kit.Pair{Caption: "Số thành viên", Value: countText(x.Members)},
		kit.Pair{Caption: "Làm điểm", Value: pilot}, kit.Pair{Caption: "Nhân rộng từ", Value: f.Origin}, kit.Pair{Caption: "Quyết định", Value: x.Decision},
		kit.Pair{Caption: "Đánh giá gần nhất", Value: last}, kit.Pair{Caption: "Kết quả", Value: x.Result}, kit.Pair{Caption: "Ghi chú", Value: x.Note})))
}

// hanging is a list of what hangs on a record of the movement, with the acts on it.
func hanging[R any](m *movementScreen, what string, columns []kit.Column[R], key func(R) string, rows []R, edit func(R), remove func(R) (string, data.Record)) fyne.CanvasObject {
	table := kit.NewDataTable(columns, key, fromSlice(rows))
	table.SetRunner(m.background)
	table.OnOpened = edit
	table.SetEmpty("Chưa ghi "+what+" nào.", nil)
	table.Reload()
	if len(rows) > 0 {
		table.Select(key(rows[0]))
	}
	return below(10, 1, line(-1,
		kit.NewAction("+ "+vietnamese.UpperFirst(what), "", func() {
			var none R
			edit(none)
		}),
		kit.NewAction("Sửa…", "", chosenIn(table, edit)),
		kit.NewAction("Xóa…", "", chosenIn(table, func(r R) {
			name, record := remove(r)
			kit.Ask(m.win, "Xóa "+what, "Xóa “"+name+"”?", "Xóa", "Để nguyên", func() { m.do(m.removing(what, record), m.fail) })
		}))), table)
}

func (m *movementScreen) pairList(f app.ModelFile) fyne.CanvasObject {
	return hanging(m, "cặp", []kit.Column[app.PairRow]{
		{ID: "sides", Title: "Hai bên", Width: 190, Grow: 1, Cell: func(p app.PairRow) kit.Cell { return kit.Cell{Text: p.HelperName + " – " + p.HelpedName} }},
		{ID: "from", Title: "Từ", Width: 92, Cell: func(p app.PairRow) kit.Cell { return kit.Cell{Text: p.StartedOn.String()} }},
		{ID: "to", Title: "Đến", Width: 84, Cell: func(p app.PairRow) kit.Cell {
			if p.EndedOn.IsZero() {
				return kit.Cell{Text: "nay", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: p.EndedOn.String(), Tone: kit.ToneQuiet}
		}},
	}, func(p app.PairRow) string { return text(p.ID) }, f.Pairs, func(p app.PairRow) { m.pairForm(f, p) },
		func(p app.PairRow) (string, data.Record) { return p.HelperName + " – " + p.HelpedName, &p.Pair })
}

// pairSide is the input of one side of a pair: a unit, or a person who may be a cadre.
type pairSide struct {
	units, people *kit.Picker
	ofUnits       bool
}

func (m *movementScreen) newPairSide(on *kit.DateField, unit, cadre int64, shown string) *pairSide {
	p := &pairSide{units: m.unitInput(nil, m.onDate(on), kit.Option{}), people: m.cadreInput("Gõ họ tên; là cán bộ Hội thì chọn…")}
	switch {
	case unit != 0:
		p.units.SetOption(kit.Option{ID: text(unit), Label: shown})
	case cadre != 0:
		p.people.SetOption(kit.Option{ID: text(cadre), Label: shown})
	default:
		p.people.SetOption(kit.Option{Label: shown})
	}
	return p
}

// value is the side: a unit, a cadre, or a name.
func (p *pairSide) value() (unit, cadre int64, name string) {
	if p.ofUnits {
		return number(p.units.ID()), 0, ""
	}
	if p.people.ID() != "" {
		return 0, number(p.people.ID()), ""
	}
	return 0, 0, p.people.Text()
}

func (p *pairSide) check() error {
	if unit, cadre, name := p.value(); unit == 0 && cadre == 0 && name == "" {
		if p.ofUnits {
			return app.Problem("Hãy gõ tên và chọn đơn vị.")
		}
		return app.Problem("Hãy gõ họ tên.")
	}
	return nil
}

// pairForm asks for the kind of a new pair first, since it decides whether the sides are units or people.
func (m *movementScreen) pairForm(f app.ModelFile, r app.PairRow) {
	latest := 0
	load(m.shell, &latest, m.office.PairKinds, func(kinds []data.PairKind) {
		if r.ID != 0 {
			m.pairSidesForm(f, r, r.Kind)
			return
		}
		list := make([]kit.Option, len(kinds))
		for i, k := range kinds {
			list[i] = kit.Option{ID: text(k.ID), Label: k.Code + ") " + k.Name}
		}
		kind := kit.NewChoice(list, nil)
		kind.SetID(list[0].ID)
		kit.ShowForm(m.win, "Thêm cặp “1+1”", []kit.Field{{Label: "Loại cặp", Widget: kind, Hint: "Theo chú thích 1 của Kế hoạch 77/KH-BCH."}}, kit.FormOptions{SaveLabel: "Tiếp", Width: 600, Save: func(done func(error)) {
			done(nil)
			for _, k := range kinds {
				if text(k.ID) == kind.ID() {
					m.pairSidesForm(f, app.PairRow{Pair: data.Pair{ModelID: f.Record.ID, KindID: k.ID, StartedOn: f.Record.StartedOn}}, k)
				}
			}
		}})
	})
}

func (m *movementScreen) pairSidesForm(f app.ModelFile, r app.PairRow, kind data.PairKind) {
	p := r.Pair
	started, ended, result := m.dateInput(p.StartedOn), m.dateInput(p.EndedOn), noteOf(3, p.Result)
	helper := m.newPairSide(started, p.HelperUnitID, p.HelperCadreID, r.HelperName)
	helped := m.newPairSide(started, p.HelpedUnitID, p.HelpedCadreID, r.HelpedName)
	helper.ofUnits = p.HelperUnitID != 0 || p.ID == 0 && kind.OfUnits
	helped.ofUnits = p.HelpedUnitID != 0 || p.ID == 0 && kind.OfUnits
	side := func(label string, s *pairSide) kit.Field {
		if s.ofUnits {
			return kit.Field{Label: label, Widget: s.units, Check: s.check}
		}
		return kit.Field{Label: label, Widget: s.people, Check: s.check}
	}
	subForm(m.shell, "Cặp “1+1”: "+vietnamese.LowerFirst(kind.Name), []kit.Field{
		side(kind.Helper, helper), side(kind.Helped, helped),
		{Label: "Từ ngày", Widget: started, Check: required(started)},
		{Label: "Đến ngày", Widget: ended, Check: ended.Check, Hint: "Để trống khi còn hoạt động."},
		{Label: "Kết quả", Widget: result, Check: result.Check},
	}, func() data.Pair {
		x := p
		x.HelperUnitID, x.HelperCadreID, x.Helper = helper.value()
		x.HelpedUnitID, x.HelpedCadreID, x.Helped = helped.value()
		x.StartedOn, _ = started.Date()
		x.EndedOn, _ = ended.Date()
		x.Result = result.Value()
		return x
	}, m.office.SavePair)
}

func (m *movementScreen) reviewList(f app.ModelFile) fyne.CanvasObject {
	return hanging(m, "đánh giá", []kit.Column[data.ModelReview]{
		{ID: "on", Title: "Ngày", Width: 98, Cell: func(v data.ModelReview) kit.Cell { return kit.Cell{Text: v.ReviewedOn.String()} }},
		{ID: "found", Title: "Kết luận", Width: 106, Cell: func(v data.ModelReview) kit.Cell { return reviewCell(f.Kind, v) }},
		{ID: "who", Title: "Người đánh giá", Width: 104, Grow: 1, Cell: func(v data.ModelReview) kit.Cell { return kit.Cell{Text: v.Reviewer} }},
	}, func(v data.ModelReview) string { return text(v.ID) }, f.Reviews, func(v data.ModelReview) { m.reviewForm(f, v) },
		func(v data.ModelReview) (string, data.Record) {
			return "Đánh giá ngày " + v.ReviewedOn.String(), &v
		})
}

func (m *movementScreen) reviewForm(f app.ModelFile, v data.ModelReview) {
	title := "Sửa đánh giá mô hình"
	if v.ID == 0 {
		title = "Đánh giá mô hình"
		v = data.ModelReview{ModelID: f.Record.ID, ReviewedOn: m.on, Effective: true, Members: f.Record.Members}
	}
	on, reviewer, members, result := m.dateInput(v.ReviewedOn), textInput(v.Reviewer), countInput(v.Members), noteOf(3, v.Result)
	effective := kit.NewChoice([]kit.Option{{ID: "yes", Label: "Hiệu quả"}, {ID: "no", Label: "Chưa hiệu quả"}}, nil)
	effective.SetID(map[bool]string{true: "yes", false: "no"}[v.Effective])
	points := f.Kind.Points()
	boxes := make([]*kit.Check, len(points))
	objects := make([]fyne.CanvasObject, len(points))
	for i, p := range points {
		boxes[i] = kit.NewCheck(p, nil)
		boxes[i].SetChecked(v.Met&(1<<i) != 0)
		objects[i] = boxes[i]
	}
	fields := []kit.Field{
		{Label: "Ngày đánh giá", Widget: on, Check: required(on)},
		{Label: "Người đánh giá", Widget: reviewer, Check: typed(reviewer, "người hoặc đơn vị đánh giá"), Hint: "Ví dụ Ban Thường vụ Hội LHPN huyện Hải Hậu."},
	}
	if len(points) > 0 {
		fields = append(fields, kit.Field{Label: "Tiêu chí đạt", Widget: below(2, -1, objects...), Hint: "Đủ các tiêu chí thì mô hình được coi là hiệu quả."})
	} else {
		fields = append(fields, kit.Field{Label: "Kết luận", Widget: effective})
	}
	fields = append(fields, kit.Field{Label: "Số thành viên", Widget: members, Check: countCheck(members)}, kit.Field{Label: "Nhận xét, kết quả", Widget: result, Check: result.Check})
	subForm(m.shell, title, fields, func() data.ModelReview {
		x := v
		x.Reviewer, x.Effective, x.Result = reviewer.Value(), effective.ID() == "yes", result.Value()
		x.ReviewedOn, _ = on.Date()
		x.Members, _ = countOf(members)
		for i, b := range boxes {
			x.Met &^= 1 << i
			if b.Checked {
				x.Met |= 1 << i
			}
		}
		return x
	}, m.office.SaveReview)
}

// copyList lists the models that repeat the one in view.
func (m *movementScreen) copyList(f app.ModelFile) fyne.CanvasObject {
	table := kit.NewDataTable([]kit.Column[app.ModelRow]{
		{ID: "unit", Title: "Đơn vị", Width: 180, Grow: 1, Cell: func(r app.ModelRow) kit.Cell { return unitCell(r.UnitLine(), r.Ended) }},
		{ID: "from", Title: "Từ", Width: 92, Cell: func(r app.ModelRow) kit.Cell { return kit.Cell{Text: r.Record.StartedOn.String()} }},
	}, func(r app.ModelRow) string { return text(r.Record.ID) }, fromSlice(f.Copies))
	table.SetRunner(m.background)
	table.Reload()
	return table
}

func (m *movementScreen) modelForm(r app.ModelRow) {
	type prepared struct {
		kinds  []data.ModelKind
		origin string
	}
	on, latest := m.on, 0
	load(m.shell, &latest, func(ctx context.Context) (prepared, error) {
		kinds, err := m.office.ModelKinds(ctx)
		if err != nil || r.Record.OriginID == 0 {
			return prepared{kinds: kinds}, err
		}
		file, err := m.office.ModelFile(ctx, on, r.Record.ID)
		return prepared{kinds, file.Origin}, err
	}, func(p prepared) {
		kinds, x := p.kinds, r.Record
		title := "Sửa mô hình"
		if x.ID == 0 {
			title = "Thêm mô hình"
			x.StartedOn = m.on
			if len(kinds) > 0 {
				x.KindID = kinds[0].ID
			}
		}
		list := make([]kit.Option, len(kinds))
		for i, k := range kinds {
			list[i] = kit.Option{ID: text(k.ID), Label: k.Name}
		}
		kind := kit.NewChoice(list, nil)
		kind.SetID(text(x.KindID))
		name, decision, reason := textInput(x.Name), textInput(x.Decision), textInput(x.EndReason)
		group, members := m.wordInput("special_group", x.TargetGroup), countInput(x.Members)
		started, ended := m.dateInput(x.StartedOn), m.dateInput(x.EndedOn)
		pilot := kit.NewCheck("Mô hình điểm", nil)
		pilot.SetChecked(x.Pilot)
		result, note := noteOf(3, x.Result), noteOf(2, x.Note)
		unit := m.unitInput(nil, m.onDate(started), unitOf(r.OfUnit, x.UnitID))
		origin := m.newPicker("Gõ tên mô hình hoặc đơn vị…", func(ctx context.Context, typed string) ([]kit.Option, error) {
			found, err := m.office.SearchModels(ctx, m.dayInView(), number(kind.ID()), typed, 12)
			options := make([]kit.Option, len(found))
			for i, o := range found {
				options[i] = kit.Option{ID: text(o.ID), Label: o.Title, Detail: o.Detail}
			}
			return options, err
		})
		if x.OriginID != 0 {
			origin.SetOption(kit.Option{ID: text(x.OriginID), Label: p.origin})
		}
		subForm(m.shell, title, []kit.Field{
			{Label: "Loại mô hình", Widget: kind, Check: chosenOne(kind, "loại mô hình")},
			{Label: "Đơn vị", Widget: unit, Check: pickedOne(unit, "đơn vị"), Hint: "Cơ sở, chi hội hoặc tổ thực hiện mô hình."},
			{Label: "Tên riêng", Widget: name, Hint: "Ví dụ “Câu lạc bộ Nữ chức việc”; để trống nếu không có."},
			{Label: "Đối tượng đặc thù", Widget: group},
			{Label: "Số thành viên", Widget: members, Check: countCheck(members)},
			{Label: "Bắt đầu", Widget: started, Check: required(started), Hint: "Ngày, tháng/năm hoặc năm."},
			{Label: "Kết thúc", Widget: ended, Check: ended.Check, Hint: "Để trống khi còn hoạt động."},
			{Label: "Lý do kết thúc", Widget: reason},
			{Label: "Làm điểm", Widget: pilot},
			{Label: "Nhân rộng từ", Widget: origin},
			{Label: "Quyết định", Widget: decision},
			{Label: "Kết quả", Widget: result, Check: result.Check},
			{Label: "Ghi chú", Widget: note, Check: note.Check},
		}, func() data.Model {
			y := x
			y.KindID, y.UnitID, y.OriginID = number(kind.ID()), number(unit.ID()), number(origin.ID())
			y.Name, y.TargetGroup, y.Decision, y.EndReason, y.Result, y.Note, y.Pilot = name.Value(), group.ID(), decision.Value(), reason.Value(), result.Value(), note.Value(), pilot.Checked
			y.StartedOn, _ = started.Date()
			y.EndedOn, _ = ended.Date()
			y.Members, _ = countOf(members)
			return y
		}, m.office.SaveModel)
	})
}

// showModelKinds opens the kinds of models.
func (m *movementScreen) showModelKinds() {
	table := kit.NewDataTable([]kit.Column[data.ModelKind]{
		{ID: "code", Title: "Mã", Width: 70, Cell: func(k data.ModelKind) kit.Cell { return kit.Cell{Text: k.Code} }},
		{ID: "name", Title: "Loại mô hình", Width: 240, Grow: 2, Cell: func(k data.ModelKind) kit.Cell { return kit.Cell{Text: k.Name} }},
		{ID: "has", Title: "Gồm", Width: 200, Grow: 1, Cell: func(k data.ModelKind) kit.Cell {
			var parts []string
			if k.Paired {
				parts = append(parts, "các cặp")
			}
			if k.ForGroup {
				parts = append(parts, "nhóm thành viên")
			}
			if n := len(k.Points()); n > 0 {
				parts = append(parts, strconv.Itoa(n)+" tiêu chí")
			}
			return kit.Cell{Text: strings.Join(parts, ", ")}
		}},
	}, func(k data.ModelKind) string { return text(k.ID) }, allRows(m.office.ModelKinds))
	table.SetRunner(m.background)
	table.OnError = m.fail
	table.Reload()
	edit := func(k data.ModelKind) { m.modelKindForm(k, table.Reload) }
	table.OnOpened = edit
	var shut func()
	shut = kit.ShowSheet(m.win, "Loại mô hình", table, []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("Xóa…", "", chosenRow(m.shell, table, func(k data.ModelKind) {
			kit.Ask(m.win, "Xóa loại mô hình", "Xóa loại “"+k.Name+"”? Loại đã có mô hình thì không xóa được.", "Xóa", "Để nguyên", func() {
				m.do(func(ctx context.Context) error { return m.office.RemoveModelKind(ctx, k) }, func(err error) {
					m.fail(err)
					table.Reload()
				})
			})
		})),
		kit.NewAction("Sửa…", "", chosenRow(m.shell, table, edit)),
		kit.NewAction("+ Loại mô hình", "", func() { edit(data.ModelKind{}) }).Primary(),
	}, 860, 400)
}

func (m *movementScreen) modelKindForm(k data.ModelKind, saved func()) {
	title := "Sửa loại mô hình"
	if k.ID == 0 {
		title = "Thêm loại mô hình"
	}
	code, name, checklist, note := textInput(k.Code), textInput(k.Name), noteOf(6, k.Checklist), noteOf(2, k.Note)
	paired, group := kit.NewCheck("Gồm các cặp “1+1”", nil), kit.NewCheck("Có nhóm thành viên", nil)
	paired.SetChecked(k.Paired)
	group.SetChecked(k.ForGroup)
	subForm(m.shell, title, []kit.Field{
		{Label: "Mã", Widget: code, Check: typed(code, "mã ngắn, ví dụ “CLB”")},
		{Label: "Tên", Widget: name, Check: typed(name, "tên loại mô hình")},
		{Label: "Gồm", Widget: below(2, -1, paired, group)},
		{Label: "Tiêu chí đánh giá", Widget: checklist, Check: checklist.Check, Hint: "Mỗi tiêu chí một dòng; để trống thì người đánh giá kết luận hiệu quả hay chưa."},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, func() data.ModelKind {
		x := k
		x.Code, x.Name, x.Checklist, x.Note, x.Paired, x.ForGroup = code.Value(), name.Value(), checklist.Value(), note.Value(), paired.Checked, group.Checked
		return x
	}, func(ctx context.Context, x data.ModelKind) error {
		err := m.office.SaveModelKind(ctx, x)
		if err == nil {
			fyne.Do(saved)
		}
		return err
	})
}
