package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// inspectionsScreen is Kiểm tra: the rounds of the term, the visits of the chosen round, the visit.
type inspectionsScreen struct {
	*shell
	term     *kit.Choice
	rounds   *kit.DataTable[app.RoundRow]
	visits   *kit.DataTable[app.VisitRow]
	filter   *kit.Entry
	state    *kit.Choice
	remark   *kit.Text
	count    *kit.Text
	card     *kit.Card
	views    *kit.Tabs
	calendar *visitCalendar
	more     *kit.Action
	round    app.RoundRow
	all      []app.VisitRow // of the round
	shown    atomic.Pointer[[]app.VisitRow]
	rows     atomic.Pointer[[]app.RoundRow]
	visit    int64
	page     app.VisitPage
	wanted   int64 // round to be chosen once the rounds are read
	latestT  int
	latestR  int
	latestV  int
	latestPg int

	stack  *fyne.Container // the list, or the record in front of it
	listed fyne.CanvasObject
	opened *visitPage

	remedies     *remedyList
	showRemedies bool // the remedies stand in the place of the rounds
}

func newInspectionsScreen(s *shell) *inspectionsScreen { return &inspectionsScreen{shell: s} }

// visitState is the cell that says where a visit stands.
func visitState(r app.VisitRow) kit.Cell {
	tone := map[app.State]kit.Tone{app.Done: kit.ToneGood, app.Overdue: kit.ToneLate, app.Behind: kit.ToneCare, app.Soon: kit.ToneCare, app.Planned: kit.ToneNeutral}[r.State]
	return kit.Cell{Text: r.StateText(), Tone: tone, Tag: true}
}

// roundLabel names a round in short, beside the name of its term.
func roundLabel(r data.Round) string {
	switch r.Rhythm {
	case data.HalfYear:
		return fmt.Sprintf("6 tháng %d", r.PeriodTo.Year)
	case data.MidTerm:
		return "Giữa nhiệm kỳ"
	case data.EndTerm:
		return "Cuối nhiệm kỳ"
	}
	return r.Name
}

func (i *inspectionsScreen) content() fyne.CanvasObject {
	i.rows.Store(&[]app.RoundRow{})
	i.shown.Store(&[]app.VisitRow{})
	i.remark, i.count = kit.Caption(""), kit.Caption("")
	i.term = kit.NewChip("Nhiệm kỳ", nil, func(string) {
		i.round = app.RoundRow{}
		i.loadRounds()
		i.calendar.load()
	})
	i.rounds = kit.NewDataTable([]kit.Column[app.RoundRow]{
		{ID: "name", Title: "Đợt kiểm tra", Width: 112, Grow: 1, Cell: func(r app.RoundRow) kit.Cell { return kit.Cell{Text: roundLabel(r.Round)} }},
		{ID: "due", Title: "Hạn", Width: 92, Cell: func(r app.RoundRow) kit.Cell { return kit.Cell{Text: r.DueOn.String(), Tone: kit.ToneQuiet} }},
		{ID: "done", Title: "Đã kiểm tra", Width: 96, Right: true, Cell: func(r app.RoundRow) kit.Cell { return kit.Cell{Text: fmt.Sprintf("%d/%d", r.Done, r.Owed)} }},
		{ID: "late", Title: "Quá hạn", Width: 68, Cell: func(r app.RoundRow) kit.Cell {
			if r.Late == 0 {
				return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: kit.Number(r.Late), Tone: kit.ToneLate, Tag: true}
		}},
	}, func(r app.RoundRow) string { return text(r.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.RoundRow], error) {
		return fromSlice(*i.rows.Load())(ctx, sort, offset, limit)
	})
	i.rounds.SetRunner(i.background)
	i.rounds.OnSelected = func(r app.RoundRow) { i.chooseRound(r) }
	i.rounds.SetEmpty("Chưa có đợt kiểm tra nào. Lịch được lập từ nhiệm kỳ.", kit.NewAction("Mở Cài đặt", "", func() { i.show(screenSettings) }))

	i.filter = kit.NewEntry()
	i.filter.SetPlaceHolder("Tên đơn vị, không cần dấu…")
	i.filter.OnChanged = func(string) { i.applyFilter() }
	i.filter.OnSubmitted = func(string) { i.visits.Focus() }
	i.state = kit.NewChip("Trạng thái", []kit.Option{{ID: "", Label: "Tất cả"}, {ID: "late", Label: "Quá hạn"}, {ID: "open", Label: "Chưa kiểm tra"}, {ID: "done", Label: "Đã kiểm tra"}}, func(string) { i.applyFilter() })
	i.state.SetID("")
	i.visits = kit.NewDataTable([]kit.Column[app.VisitRow]{
		{ID: "planned", Title: "Dự kiến", Width: 92, Sortable: true, Cell: func(r app.VisitRow) kit.Cell {
			c := kit.Cell{Text: r.PlannedOn.String()}
			if r.State == app.Overdue {
				c.Tone = kit.ToneLate
			}
			return c
		}},
		{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 1, Sortable: true, Cell: func(r app.VisitRow) kit.Cell { return kit.Cell{Text: r.UnitLabel()} }},
		{ID: "state", Title: "Trạng thái", Width: 144, Sortable: true, Cell: visitState},
	}, func(r app.VisitRow) string { return text(r.ID) }, i.visitSource)
	i.visits.SetRunner(i.background)
	i.visits.OnSelected = func(r app.VisitRow) { i.showVisit(r.ID) }
	i.visits.OnOpened = func(r app.VisitRow) { i.openRecord(r.ID) }
	i.visits.OnCount = func(matching, total int, atLeast bool) {
		i.count.SetText(kit.CountSentence(matching, len(i.all), atLeast, "cuộc"))
		relayout(i.count)
	}
	i.visits.SetEmpty("Không có cuộc kiểm tra nào khớp điều kiện lọc.", nil)
	i.card = kit.NewCard(kit.NewEmpty("Chọn một cuộc kiểm tra để xem.", nil), 14)

	filters := line(0, i.filter, i.state)
	middle := below(8, 1, filters, kit.NewCard(i.visits, 1), i.count)
	left := below(8, 1, i.roundActions(), kit.NewCard(i.rounds, 1))
	i.calendar = newVisitCalendar(i)
	i.views = kit.NewTabs([]kit.Tab{
		{Label: "Danh sách", Content: func() fyne.CanvasObject { return columns([]float32{394, 0}, left, middle) }},
		{Label: "Tháng", Content: i.calendar.monthTab},
		{Label: "Năm", Content: i.calendar.yearTab},
	})
	i.views.OnChanged = i.turned
	i.more = kit.NewAction("Xuất / In lịch", "", i.chooseOut).Menu()
	actions := []fyne.CanvasObject{
		i.term,
		i.more,
		kit.NewAction("Kiến nghị khắc phục", "", i.openRemedies).Tip("Mọi kiến nghị của nhiệm kỳ theo thời hạn, đơn vị và bậc nhắc"),
		kit.NewAction("Soạn văn bản…", "Ctrl+P", i.printReport),
		kit.NewAction("Ghi kết quả", "Ctrl+N", i.record).Primary().Tip("Ghi ngày đã kiểm tra, nhận xét của cuộc đang chọn"),
	}
	i.listed = page("Kiểm tra", i.remark, actions, columns([]float32{0, 296}, i.views, i.card))
	i.opened = newVisitPage(i.shell, i.closeRecord, func(r app.VisitRecord) {
		i.show(screenPapers)
		i.screens[screenPapers].(*papersScreen).chooseRound(r.Period, r.ID)
	})
	i.remedies = newRemedyList(i)
	i.stack = container.NewStack(i.listed)
	return i.stack
}

func (i *inspectionsScreen) commands() commands {
	if i.opened != nil && i.opened.id != 0 {
		return i.opened.commands()
	}
	if i.showRemedies {
		return i.remedies.commands()
	}
	return commands{create: i.record, edit: i.record, find: i.find, print: i.printReport}
}

// find leads to the filter, which stands in the list.
func (i *inspectionsScreen) find() {
	i.turn(viewList)
	i.win.Canvas().Focus(i.filter)
}

// turn shows a view as if the user had turned to it.
func (i *inspectionsScreen) turn(view int) {
	i.views.Select(view)
	i.turned(view)
}

func (i *inspectionsScreen) concerned(c data.Changes) bool {
	return i.opened.concerned(c) || c.Any(data.KindVisit, data.KindVisitMember, data.KindRound, data.KindTerm, data.KindUnitState, data.KindCadre, data.KindSpecialDay)
}

func (i *inspectionsScreen) refresh() {
	if i.opened.id != 0 {
		i.opened.read(nil)
		return // the list is read again on the way back to it
	}
	if i.showRemedies {
		i.remedies.read()
		return
	}
	load(i.shell, &i.latestT, i.office.Terms, func(terms []data.Term) {
		terms = app.WithInspections(terms)
		options := make([]kit.Option, len(terms))
		for n, t := range terms {
			options[n] = kit.Option{ID: text(t.ID), Label: t.Name}
		}
		chosen := i.term.ID()
		i.term.SetOptions(options)
		if chosen == "" {
			if t, ok := app.PickTerm(terms, i.on); ok {
				i.term.SetID(text(t.ID))
			}
		}
		i.loadRounds()
		i.calendar.load()
	})
}

// turned shows another view: the year takes the whole width.
func (i *inspectionsScreen) turned(view int) {
	setShown(i.card, view != viewYear)
	relayout(i.views)
	i.calendar.load()
}

func (i *inspectionsScreen) loadRounds() {
	on, term := i.on, number(i.term.ID())
	load(i.shell, &i.latestR, func(ctx context.Context) ([]app.RoundRow, error) { return i.office.Rounds(ctx, on, term) }, func(rows []app.RoundRow) {
		i.rows.Store(&rows)
		i.rounds.Reload()
		overdue := 0
		for _, r := range rows {
			overdue += r.Late
		}
		i.remark.SetText(fmt.Sprintf("%d cuộc quá hạn trong nhiệm kỳ", overdue))
		relayout(i.remark)
		if round, ok := i.roundToShow(rows); ok {
			i.rounds.Select(text(round.ID))
			i.chooseRound(round)
		} else {
			i.all = nil
			i.applyFilter()
		}
	})
}

// roundToShow picks the round asked for, the one shown before, or the one that is due: the first with
// something late or, without any, the first that is not over.
func (i *inspectionsScreen) roundToShow(rows []app.RoundRow) (app.RoundRow, bool) {
	if len(rows) == 0 {
		return app.RoundRow{}, false
	}
	want := i.wanted
	if want == 0 {
		want = i.round.ID
	}
	i.wanted = 0
	if at := slices.IndexFunc(rows, func(r app.RoundRow) bool { return r.ID == want }); at >= 0 {
		return rows[at], true
	}
	best := rows[len(rows)-1]
	for n := len(rows) - 1; n >= 0; n-- {
		if rows[n].PeriodTo.Before(i.on) {
			return rows[n], true
		}
		best = rows[n]
	}
	return best, true
}

func (i *inspectionsScreen) chooseRound(r app.RoundRow) {
	i.round = r
	on := i.on
	load(i.shell, &i.latestV, func(ctx context.Context) ([]app.VisitRow, error) {
		return i.office.VisitsOf(ctx, on, []data.Round{r.Round})
	}, func(rows []app.VisitRow) {
		i.all = rows
		i.applyFilter()
		if i.visit != 0 {
			i.showVisit(i.visit)
		}
	})
}

// applyFilter shows those visits of the round that the filters let through.
func (i *inspectionsScreen) applyFilter() {
	typed := strings.Fields(vietnamese.SearchKey(i.filter.Value()))
	state, unit := i.state.ID(), i.shell.unit
	shown := make([]app.VisitRow, 0, len(i.all))
	for _, v := range i.all {
		if unit != 0 && v.UnitID != unit && v.InspectorID != unit {
			continue
		}
		switch {
		case state == "late" && v.State != app.Overdue, state == "open" && v.State == app.Done, state == "done" && v.State != app.Done:
			continue
		}
		key := " " + vietnamese.SearchKey(v.Unit.Label()+" "+v.District)
		if slices.ContainsFunc(typed, func(word string) bool { return !strings.Contains(key, " "+word) }) {
			continue
		}
		shown = append(shown, v)
	}
	i.shown.Store(&shown)
	i.visits.Reload()
}

// visitSource serves the table from the visits that are shown, in the order asked for.
func (i *inspectionsScreen) visitSource(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.VisitRow], error) {
	rows := slices.Clone(*i.shown.Load())
	key := map[string]func(app.VisitRow) string{
		"planned": func(r app.VisitRow) string { return r.PlannedOn.ISO() },
		"unit": func(r app.VisitRow) string {
			if r.Unit.Level == data.BaseUnit { // communes under their district
				return vietnamese.SortKey(r.Inspector.Name) + r.Unit.SortKey
			}
			return vietnamese.SortKey(r.Unit.Name)
		},
		"state": func(r app.VisitRow) string { return fmt.Sprintf("%d %05d", r.State, 99999-r.Days) },
	}[sort.Column]
	if key != nil {
		slices.SortStableFunc(rows, func(a, b app.VisitRow) int {
			if sort.Descending {
				a, b = b, a
			}
			return strings.Compare(key(a), key(b))
		})
	}
	return fromSlice(rows)(ctx, sort, offset, limit)
}

// openVisit shows the record of a visit that was found elsewhere, with its round behind it.
func (i *inspectionsScreen) openVisit(id int64) {
	i.openRecord(id)
	on, latest := i.on, 0
	load(i.shell, &latest, func(ctx context.Context) (app.VisitPage, error) { return i.office.VisitPage(ctx, on, id) }, func(p app.VisitPage) {
		i.turn(viewList)
		i.visit, i.wanted = id, p.RoundID
		i.filter.SetText("")
		i.state.SetID("")
		i.term.SetID(text(p.Period.TermID))
		i.visits.Select(text(id))
	})
}

func (i *inspectionsScreen) showVisit(id int64) {
	i.visit = id
	on := i.on
	load(i.shell, &i.latestPg, func(ctx context.Context) (*app.VisitPage, error) {
		p, err := i.office.VisitPage(ctx, on, id)
		if app.IsNotFound(err) {
			return nil, nil
		}
		return &p, err
	}, func(p *app.VisitPage) {
		if p == nil {
			i.visit = 0
			i.card.SetContent(kit.NewEmpty("Chọn một cuộc kiểm tra để xem.", nil))
			return
		}
		i.page = *p
		i.card.SetContent(i.visitCard(*p))
	})
}

// visitCard draws the visit at the right, in short.
func (i *inspectionsScreen) visitCard(p app.VisitPage) fyne.CanvasObject {
	cell := visitState(p.VisitRow)
	objects := []fyne.CanvasObject{
		kit.Title(p.Unit.Label()).Wrapping(),
		kit.Caption(p.District + " kiểm tra · " + vietnamese.LowerFirst(p.Round)).Wrapping(),
		line(-1, kit.NewTag(cell.Text, cell.Tone)),
		kit.Record([]kit.Pair{
			{Caption: "Dự kiến", Value: p.PlannedOn.String()},
			{Caption: "Đã kiểm tra", Value: p.DoneOn.String()},
			{Caption: "Hạn của đợt", Value: p.Period.DueOn.String()},
		}),
		line(-1, kit.NewAction("Mở hồ sơ", "Enter", func() { i.openRecord(p.ID) })),
		kit.Section("Đoàn kiểm tra"),
	}
	if len(p.Team) == 0 {
		objects = append(objects, kit.Body("Chưa ghi thành phần đoàn.").Quiet())
	}
	for _, m := range p.Team {
		objects = append(objects, line(0, kit.Body(m.FullName).Shrinking(), kit.Body(app.RoleName(m.Role)).Quiet()))
	}
	if p.Open > 0 {
		objects = append(objects, kit.Section("Kiến nghị"), kit.Paragraph(fmt.Sprintf("Còn %d kiến nghị chưa khắc phục xong.", p.Open)))
	}
	if p.Reasons != "" {
		objects = append(objects, kit.Section("Vì sao có trong đợt này"), kit.Paragraph(p.Reasons))
	}
	if p.Note != "" {
		objects = append(objects, kit.Section("Ghi nhận"), kit.Paragraph(p.Note))
	}
	if p.Previous != nil {
		objects = append(objects, kit.Section("Lần trước, "+p.Previous.DoneOn.String()))
		note := p.Previous.Note
		if note == "" {
			note = "Không có ghi nhận."
		}
		objects = append(objects, kit.Paragraph(note).Quiet())
	}
	return scrolled(below(10, -1, objects...))
}

// record opens the form in which the chosen visit is noted as done.
func (i *inspectionsScreen) record() {
	if i.visit == 0 || i.page.ID != i.visit {
		kit.Tell(i.win, "Ghi kết quả kiểm tra", "Hãy chọn một cuộc kiểm tra trong danh sách trước.")
		return
	}
	i.recordVisit(i.page)
}

// openRecord shows the whole record of a visit in the place of the list.
func (i *inspectionsScreen) openRecord(id int64) {
	i.visit = id
	i.opened.open(id, func() { i.bring(i.opened.body) })
}

// closeRecord goes back to the list.
func (i *inspectionsScreen) closeRecord() {
	i.opened.close()
	if i.showRemedies {
		i.openRemedies()
		return
	}
	i.bring(i.listed)
	i.refresh()
	i.visits.Focus()
}

// openRemedies shows the remedies of the term.
func (i *inspectionsScreen) openRemedies() {
	i.showRemedies = true
	i.bring(i.remedies.body)
	i.remedies.read()
	i.remedies.table.FocusIn(i.win)
}

// closeRemedies goes back to the rounds.
func (i *inspectionsScreen) closeRemedies() {
	i.showRemedies = false
	i.bring(i.listed)
	i.refresh()
	i.visits.Focus()
}

// bring puts the list or a record in front.
func (i *inspectionsScreen) bring(o fyne.CanvasObject) {
	if len(i.stack.Objects) == 1 && i.stack.Objects[0] == o {
		return
	}
	i.stack.Objects = []fyne.CanvasObject{o}
	i.stack.Refresh()
}

// printReport offers the papers of the chosen round and visit.
func (i *inspectionsScreen) printReport() {
	if i.round.ID == 0 {
		return
	}
	i.show(screenPapers)
	i.screens[screenPapers].(*papersScreen).chooseRound(i.round.Round, i.visit)
}
