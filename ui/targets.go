package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// targetsScreen is Chỉ tiêu: a tile for each target, below it the units with their values, and at the right what stands behind the target in
// view.
type targetsScreen struct {
	*shell
	remark  *kit.Text
	tiles   *fyne.Container
	back    *kit.Action
	inside  *kit.Text
	table   *kit.DataTable[app.BoardRow]
	card    *kit.Card
	board   app.TargetBoard
	unit    int64  // the one whose parts are listed, 0 for the province
	chosen  string // code of the target in view
	row     int64  // the unit that is chosen in the table, 0 for none
	tab     int
	trended *trend

	latest, latestBehind int
}

func newTargetsScreen(s *shell) *targetsScreen { return &targetsScreen{shell: s, chosen: "CT1.1"} }

// stateTone is the tone of how a unit stands with a target.
func stateTone(s app.TargetState) kit.Tone {
	return map[app.TargetState]kit.Tone{app.TargetReached: kit.ToneGood, app.TargetMissed: kit.ToneLate, app.TargetUnreported: kit.ToneCare, app.TargetNothing: kit.ToneQuiet}[s]
}

// shareText writes a value of a target: "86,7%", of a number "12".
func shareText(t app.Target, v app.TargetValue) string {
	if t.IsTotal() {
		return kit.Number(v.Numerator)
	}
	return app.Percent(v.Numerator, v.Denominator)
}

// partText writes what a share was reckoned from: "196/226".
func partText(t app.Target, v app.TargetValue) string {
	if t.IsTotal() {
		return ""
	}
	return kit.Number(v.Numerator) + "/" + kit.Number(v.Denominator)
}

// nearly is the part of a goal from which a target that is missed is drawn as one that needs care.
const nearly = 0.75

// unreportedValue stands where no unit below has reported.
const unreportedValue = "chưa b/cáo"

// valueCell is a place of the table of units and targets. The colour is not alone: what is reached and what has not been reported says so.
func valueCell(t app.Target, v app.TargetValue) kit.Cell {
	if t.IsTotal() {
		return kit.Cell{Text: kit.Number(v.Numerator)}
	}
	state := t.State(v)
	c := kit.Cell{Text: shareText(t, v), Tag: true, Tone: stateTone(state)}
	switch state {
	case app.TargetReached:
		c.Text = "đạt " + strings.TrimSuffix(c.Text, ",0%") + map[bool]string{true: "%"}[strings.HasSuffix(c.Text, ",0%")]
	case app.TargetMissed:
		if 100*float64(v.Numerator) >= nearly*t.Goal*float64(v.Denominator) {
			c.Tone = kit.ToneCare
		}
	case app.TargetUnreported:
		if v.Unreported >= v.Denominator {
			c.Text = unreportedValue
		}
	case app.TargetNothing:
		return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
	}
	return c
}

// boardWidth is what a table of units and the seven targets of the plan needs.
const boardWidth = 718

func (t *targetsScreen) content() fyne.CanvasObject {
	t.remark = kit.Caption("").Shrinking()
	t.tiles = kit.Tiles()
	t.inside = kit.Section("")
	t.back = kit.NewAction("‹ Lên một cấp", "", t.up)
	t.table = kit.NewDataTable(t.columns(), func(r app.BoardRow) string { return text(r.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.BoardRow], error) {
		return fromSlice(t.sorted(sort))(ctx, sort, offset, limit)
	})
	t.table.SetRunner(func(f func()) { f() }) // the rows are there
	t.table.OnSelected = func(r app.BoardRow) {
		t.row = r.ID
		t.showBehind()
	}
	t.table.OnOpened = func(r app.BoardRow) {
		if r.Level == data.District || r.Level == data.BaseUnit {
			t.unit, t.row = r.ID, 0
			t.table.ClearSelection()
			t.refresh()
		}
	}
	t.table.SetEmpty("Không có đơn vị nào bên dưới để tính chỉ tiêu.", nil)
	t.card = kit.NewCard(kit.NewEmpty("Đang tính…", nil), 14)
	left := below(8, 1, line(0, t.inside, t.back), kit.NewCard(t.table, 1))
	return page("Chỉ tiêu", t.remark, []fyne.CanvasObject{
		kit.NewAction("Biểu đồ…", "", t.showCharts), kit.NewAction("+ Chỉ tiêu", "Ctrl+N", func() { t.targetForm(app.Target{}) }).Primary(),
	}, below(kit.Gap, 1, t.tiles, roomy(boardWidth, []float32{0, 404}, left, t.card)))
}

// columns are the unit and a column for each target.
func (t *targetsScreen) columns() []kit.Column[app.BoardRow] {
	list := []kit.Column[app.BoardRow]{{ID: "unit", Title: "Đơn vị", Width: 112, Grow: 1, Sortable: true, Cell: func(r app.BoardRow) kit.Cell { return kit.Cell{Text: shortLabel(r.UnitOn)} }}}
	crowded := len(t.board.Targets) > targetsInRow
	width := float32(86)
	if crowded {
		width = 70
	}
	for i, m := range t.board.Targets {
		list = append(list, kit.Column[app.BoardRow]{ID: m.Code, Title: m.Code, Tip: m.Code + ". " + m.Name, Width: width, Sortable: true, Cell: func(r app.BoardRow) kit.Cell {
			if i >= len(r.Values) { // a row of before there was this target
				return kit.Cell{}
			}
			c := valueCell(m.Target, r.Values[i])
			if crowded {
				c.Text = shortValue(c.Text)
			}
			return c
		}})
	}
	return list
}

// targetsInRow are the targets whose values are written whole beside a readable name of the unit: those of the plan.
const targetsInRow = 7

// shortValue is a value of valueCell where targets of the office's own crowd the table; the record at the right has it whole.
func shortValue(whole string) string {
	if strings.HasPrefix(whole, "đạt ") {
		return "đạt"
	}
	if whole == unreportedValue {
		return "trống"
	}
	return whole
}

// shortLabel names a unit where there is little room: districts without their kind, which all but the towns share.
func shortLabel(u data.UnitOn) string {
	if u.Level == data.District && u.Kind == "huyện" {
		return u.Name
	}
	return strings.Replace(u.Label(), "Thành phố ", "TP ", 1)
}

// sorted is the rows of the board in the order that was asked for: by share, the lowest first.
func (t *targetsScreen) sorted(by kit.Sort) []app.BoardRow {
	rows := slices.Clone(t.board.Rows)
	at := slices.IndexFunc(t.board.Targets, func(m app.MeasuredTarget) bool { return m.Code == by.Column })
	if at >= 0 {
		share := func(r app.BoardRow) float64 {
			if v := r.Values[at]; v.Denominator > 0 {
				return float64(v.Numerator) / float64(v.Denominator)
			}
			return float64(r.Values[at].Numerator)
		}
		slices.SortStableFunc(rows, func(a, b app.BoardRow) int {
			switch x, y := share(a), share(b); {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
	}
	if by.Descending {
		slices.Reverse(rows)
	}
	return rows
}

func (t *targetsScreen) commands() commands {
	return commands{create: func() { t.targetForm(app.Target{}) }, find: t.table.Focus, edit: func() {
		if m, ok := t.target(); ok && m.ID != 0 {
			t.targetForm(m.Target)
		}
	}}
}

// concerned: nearly all that is written may change a target.
func (t *targetsScreen) concerned(data.Changes) bool { return true }

func (t *targetsScreen) refresh() {
	on, unit := t.on, t.unit
	if unit == 0 {
		unit = t.shell.unit
	}
	t.trended = nil
	load(t.shell, &t.latest, func(ctx context.Context) (*app.TargetBoard, error) {
		b, err := t.office.TargetBoard(ctx, app.TargetQuery{On: on}, unit)
		if app.IsNotFound(err) {
			return nil, nil
		}
		return &b, err
	}, func(b *app.TargetBoard) {
		if b == nil { // the unit is not there on this day
			if t.unit != 0 {
				t.unit = 0
				t.refresh()
				return
			}
			t.card.SetContent(kit.NewEmpty("Đơn vị không hoạt động ngày "+on.String()+".", nil))
			return
		}
		t.show(*b)
	})
}

// up lists what stands beside the unit in view.
func (t *targetsScreen) up() {
	t.unit, t.row = t.board.Above, 0
	t.table.ClearSelection()
	t.refresh()
}

func (t *targetsScreen) show(b app.TargetBoard) {
	t.board = b
	if _, ok := t.target(); !ok && len(b.Targets) > 0 {
		t.chosen = b.Targets[0].Code
	}
	t.remark.SetText("Kế hoạch 77/KH-BCH · tính từ dữ liệu đã ghi đến " + t.on.String())
	t.tiles.Objects = targetTiles(b, t.chosen, t.choose)
	t.tiles.Refresh()
	if b.Unit.Level == data.Province || b.Unit.ID == t.shell.unit {
		t.back.Hide()
		t.inside.SetText("Theo đơn vị")
	} else {
		t.inside.SetText("Theo đơn vị của " + app.UnionName(b.Unit, false))
		t.back.Show()
	}
	relayout(t.tiles)
	t.table.SetColumns(t.columns())
	t.table.Reload()
	t.showBehind()
}

// targetTiles is a tile for each target of a board, the chosen one marked; choose is told which was pressed.
func targetTiles(b app.TargetBoard, chosen string, choose func(code string)) []fyne.CanvasObject {
	tiles := make([]fyne.CanvasObject, len(b.Targets))
	for i, m := range b.Targets {
		v := b.Whole[i]
		state := m.State(v)
		tile := kit.NewFigureCard(m.Code+" · "+app.TargetStateName(state), shareText(m.Target, v))
		tile.SetAside(partText(m.Target, v))
		tile.SetTip(m.Code + ". " + m.Name)
		tile.SetTone(stateTone(state))
		tile.SetMarked(m.Code == chosen)
		tile.OnTapped = func() { choose(m.Code) }
		tiles[i] = tile
	}
	return tiles
}

// choose brings a target into view.
func (t *targetsScreen) choose(code string) {
	t.chosen = code
	if t.board.Unit.ID == 0 {
		return // it is being measured
	}
	for i, o := range t.tiles.Objects {
		o.(*kit.FigureCard).SetMarked(t.board.Targets[i].Code == code)
	}
	t.showBehind()
}

// target is the one in view.
func (t *targetsScreen) target() (app.MeasuredTarget, bool) {
	at := slices.IndexFunc(t.board.Targets, func(m app.MeasuredTarget) bool { return m.Code == t.chosen })
	if at < 0 {
		return app.MeasuredTarget{}, false
	}
	return t.board.Targets[at], true
}

// showBehind shows the units behind the target in view, of the unit that is chosen in the table or of all.
func (t *targetsScreen) showBehind() {
	m, ok := t.target()
	if !ok {
		t.card.SetContent(kit.NewEmpty("Chưa có chỉ tiêu nào.", nil))
		return
	}
	unit, label, value := t.board.Unit.ID, app.UnionName(t.board.Unit, false), m.Units[t.board.Unit.ID]
	for _, r := range t.board.Rows {
		if r.ID == t.row {
			unit, label, value = r.ID, app.UnionName(r.UnitOn, false), m.Units[r.ID]
		}
	}
	on := t.on
	load(t.shell, &t.latestBehind, func(ctx context.Context) ([]app.TargetUnit, error) { return t.office.UnitsBehind(ctx, on, m, unit) }, func(units []app.TargetUnit) {
		state := m.State(value)
		sum := fmt.Sprintf("%s · %s %s", label, partText(m.Target, value), m.Counted)
		if value.Unreported > 0 {
			sum += fmt.Sprintf(" · %s chưa báo cáo", kit.Number(value.Unreported))
		}
		tabs := kit.NewTabs([]kit.Tab{
			{Label: fmt.Sprintf("Đơn vị (%s)", kit.Number(len(units))), Content: func() fyne.CanvasObject { return t.behind(m, units) }},
			{Label: "Diễn biến", Content: func() fyne.CanvasObject { return t.trend(m, unit, label) }},
			{Label: "Cách tính", Content: func() fyne.CanvasObject { return t.reading(m) }},
		})
		tabs.OnChanged = func(i int) { t.tab = i }
		tabs.Select(t.tab)
		head := line(1, kit.Section(m.Code+" · "+shareText(m.Target, value)), spacer(), kit.NewTag(app.TargetStateName(state)+", mục tiêu "+m.GoalText(), stateTone(state)))
		t.card.SetContent(below(8, 3, head, kit.Paragraph(m.Name), kit.Caption(sum).Wrapping(), tabs))
	})
}

// behind lists the units that make up a value.
func (t *targetsScreen) behind(m app.MeasuredTarget, units []app.TargetUnit) fyne.CanvasObject {
	table := kit.NewDataTable([]kit.Column[app.TargetUnit]{
		{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 1, Cell: func(u app.TargetUnit) kit.Cell {
			name := u.Label()
			if u.Above != "" {
				_, district := app.SplitKind(u.Above)
				name += ", " + district
			}
			return kit.Cell{Text: name}
		}},
		{ID: "part", Title: "Tính", Width: 62, Right: true, Cell: func(u app.TargetUnit) kit.Cell {
			if m.IsTotal() {
				return kit.Cell{Text: kit.Number(u.Value.Numerator)}
			}
			return kit.Cell{Text: partText(m.Target, u.Value)}
		}},
		{ID: "state", Title: "Tình trạng", Width: 112, Cell: func(u app.TargetUnit) kit.Cell {
			if m.IsTotal() {
				return kit.Cell{}
			}
			return kit.Cell{Text: app.TargetStateName(u.State), Tone: stateTone(u.State), Tag: u.State != app.TargetNothing}
		}},
	}, func(u app.TargetUnit) string { return text(u.ID) }, fromSlice(units))
	table.SetRunner(func(f func()) { f() })
	table.OnOpened = func(u app.TargetUnit) { t.openRecords(m.Target, u) }
	table.SetEmpty("Không có đơn vị nào.", nil)
	table.Reload()
	records := kit.NewAction("Xem bản ghi của đơn vị", "", chosenRow(t.shell, table, func(u app.TargetUnit) { t.openRecords(m.Target, u) }))
	return below(10, 1, line(-1, records, kit.NewAction("Mở đơn vị", "", chosenRow(t.shell, table, func(u app.TargetUnit) { t.open("u:" + text(u.ID)) }))), table)
}

// openRecords shows the records of a unit that a target counts.
func (t *targetsScreen) openRecords(target app.Target, u app.TargetUnit) {
	d := target.Definition()
	source := data.Source("")
	switch {
	case d.Total != nil:
		source = d.Total.Source
	case len(d.Tests) > 0:
		source = d.Tests[0].Source
	}
	leaf := map[data.Source]string{
		data.CountModels: "Mô hình", data.CountPairs: "Mô hình", data.CountActivities: "Hoạt động", data.CountMeetings: "Sinh hoạt", data.CountNews: "Tin bài", data.CountProposals: "Đề xuất",
		data.CountCoordinations: "Phối hợp", data.CountUnitAwards: "Khen thưởng", data.CountExamples: "Điển hình", data.CountUnitRatings: "Xếp loại", data.CountPapers: "Kế hoạch, báo cáo nhận",
	}[source]
	if leaf == "" { // records of cadres
		t.screens[screenCadres].(*cadresScreen).openQuery(data.CadreQuery{Unit: u.ID})
		return
	}
	t.openMovement(leaf, kit.Option{ID: text(u.ID), Label: u.Label(), Detail: u.Above})
}

// reading shows how a target is counted and lets the office read it otherwise.
func (t *targetsScreen) reading(m app.MeasuredTarget) fyne.CanvasObject {
	period := "Tính tại ngày " + m.Span.On.String() + "."
	if m.Span.From != m.Span.On {
		period = fmt.Sprintf("Tính từ %s đến %s.", m.Span.From, m.Span.On)
	}
	objects := []fyne.CanvasObject{kit.Paragraph(m.Says()), kit.Caption(period).Wrapping(),
		kit.Caption("Đơn vị “chưa báo cáo” là đơn vị chưa đạt mà trong năm chưa gửi báo cáo (kể cả báo cáo của cấp trên) và chưa có mô hình, hoạt động, sinh hoạt, tin bài, đề xuất nào được ghi.").Wrapping()}
	if m.ID != 0 {
		objects = append(objects, line(-1, kit.NewAction("Sửa…", "F2", func() { t.targetForm(m.Target) }), kit.NewAction("Xóa…", "", func() {
			kit.Ask(t.win, "Xóa chỉ tiêu", "Xóa chỉ tiêu “"+m.Name+"”?", "Xóa", "Để nguyên", func() {
				t.do(func(ctx context.Context) error { return t.office.RemoveTarget(ctx, m.Target) }, t.fail)
			})
		})))
	}
	if len(m.Readings) > 1 {
		objects = append(objects, kit.Section("Cách hiểu khác"))
		for i, r := range m.Readings {
			if i == m.Reading {
				continue
			}
			objects = append(objects, kit.Paragraph(r.Says).Quiet(), line(0, kit.NewLink("Tính theo cách này", func() {
				t.do(func(ctx context.Context) error { return t.office.ChooseReading(ctx, m.Code, r.ID) }, t.fail)
			})))
		}
		objects = append(objects, kit.Caption("Cách tính đang chọn được in dưới bảng chỉ tiêu của báo cáo.").Wrapping())
	}
	return scrolled(below(8, -1, objects...))
}
