package ui

import (
	"context"
	"fmt"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/reports"
	"cosohoi/ui/kit"
)

// overviewScreen is Tổng quan: what the unit in view has, which visits come next, and what is to be done.
type overviewScreen struct {
	*shell
	remark  *kit.Text
	figures [6]*kit.FigureCard
	targets *fyne.Container // a tile for each
	visits  *kit.DataTable[app.VisitRow]
	todo    *kit.Card
	// progress holds the leaves of how far the inspections of the term have come, districts those by place.
	progress, districts *kit.DataTable[app.Progress]
	ladder              *kit.DataTable[app.RemedyAge]
	standing            *kit.Tabs
	following           atomic.Pointer[app.Following]
	shown               atomic.Pointer[[]app.VisitRow]
	latest              int

	latestTargets int
}

func newOverviewScreen(s *shell) *overviewScreen {
	o := &overviewScreen{shell: s}
	o.shown.Store(&[]app.VisitRow{})
	o.following.Store(&app.Following{})
	return o
}

func (o *overviewScreen) content() fyne.CanvasObject {
	o.remark = kit.Caption("").Shrinking()
	captions := [len(o.figures)]string{"Cơ sở Hội", "Chi hội", "Tổ phụ nữ", "Cán bộ", "Đảng viên trong cán bộ", "Chi hội trưởng là đảng viên"}
	tiles := make([]fyne.CanvasObject, len(captions))
	for i, caption := range captions {
		o.figures[i] = kit.NewFigureCard(caption, "")
		tiles[i] = o.figures[i]
	}
	o.targets = kit.Tiles()
	o.visits = kit.NewDataTable([]kit.Column[app.VisitRow]{
		{ID: "planned", Title: "Dự kiến", Width: 92, Cell: func(r app.VisitRow) kit.Cell {
			c := kit.Cell{Text: r.PlannedOn.String()}
			if r.State == app.Overdue {
				c.Tone = kit.ToneLate
			}
			return c
		}},
		{ID: "unit", Title: "Đơn vị", Width: 170, Grow: 1, Cell: func(r app.VisitRow) kit.Cell { return kit.Cell{Text: r.UnitLabel()} }},
		{ID: "leader", Title: "Trưởng đoàn", Width: 128, Cell: func(r app.VisitRow) kit.Cell {
			if r.LeaderName() == "" {
				return kit.Cell{Text: "chưa phân công", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: r.LeaderName()}
		}},
		{ID: "state", Title: "Trạng thái", Width: 150, Cell: visitState},
	}, func(r app.VisitRow) string { return text(r.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.VisitRow], error) {
		return fromSlice(*o.shown.Load())(ctx, sort, offset, limit)
	})
	o.visits.SetRunner(o.background)
	o.visits.OnOpened = func(r app.VisitRow) { o.open("v:" + text(r.ID)) }
	o.visits.SetEmpty("Không có cuộc kiểm tra nào quá hạn hoặc trong 30 ngày tới.", nil)
	o.todo = kit.NewCard(spacer(), 14)
	left := kit.NewCard(o.followed(), 12)
	actions := []fyne.CanvasObject{kit.NewAction("Lập báo cáo 6 tháng", "Ctrl+N", o.report).Primary()}
	return page("Tổng quan", o.remark, actions, below(kit.Gap, 2, kit.Tiles(tiles...), o.targets, columns([]float32{0, 456}, left, o.todo)))
}

// followed are the leaves of which visits come next and how the inspections of the term stand.
func (o *overviewScreen) followed() fyne.CanvasObject {
	tally := func(first string, rows func() []app.Progress) *kit.DataTable[app.Progress] {
		figure := func(id, title string, width float32, cell func(app.Progress) kit.Cell) kit.Column[app.Progress] {
			return kit.Column[app.Progress]{ID: id, Title: title, Width: width, Right: true, Cell: cell}
		}
		t := kit.NewDataTable([]kit.Column[app.Progress]{
			{ID: "name", Title: first, Width: 170, Grow: 1, Cell: func(p app.Progress) kit.Cell { return kit.Cell{Text: p.Name} }},
			figure("owed", "Phải kiểm tra", 110, func(p app.Progress) kit.Cell { return kit.Cell{Text: kit.Number(p.Owed)} }),
			figure("done", "Đã kiểm tra", 130, func(p app.Progress) kit.Cell {
				return kit.Cell{Text: kit.Number(p.Done) + " (" + app.Percent(p.Done, p.Owed) + ")"}
			}),
			figure("late", "Quá hạn", 80, func(p app.Progress) kit.Cell {
				c := kit.Cell{Text: kit.Number(p.Late)}
				if p.Late > 0 {
					c.Tone = kit.ToneLate
				}
				return c
			}),
		}, func(p app.Progress) string { return p.Name }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.Progress], error) {
			return fromSlice(rows())(ctx, sort, offset, limit)
		})
		t.SetRunner(o.background)
		t.SetEmpty("Nhiệm kỳ chưa có lịch kiểm tra.", nil)
		return t
	}
	o.progress = tally("Nhịp kiểm tra", func() []app.Progress { return o.following.Load().ByRhythm })
	o.districts = tally("Địa bàn, đơn vị", func() []app.Progress { return o.following.Load().ByDistrict })
	o.ladder = kit.NewDataTable([]kit.Column[app.RemedyAge]{
		{ID: "name", Title: "Kiến nghị đang mở", Width: 300, Grow: 1, Cell: func(a app.RemedyAge) kit.Cell { return kit.Cell{Text: a.Name} }},
		{ID: "count", Title: "Số kiến nghị", Width: 110, Right: true, Cell: func(a app.RemedyAge) kit.Cell {
			c := kit.Cell{Text: kit.Number(a.Count)}
			if a.Late && a.Count > 0 {
				c.Tone = kit.ToneLate
			}
			return c
		}},
	}, func(a app.RemedyAge) string { return a.Name }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.RemedyAge], error) {
		return fromSlice(o.following.Load().Ladder)(ctx, sort, offset, limit)
	})
	o.ladder.SetRunner(o.background)
	o.standing = kit.NewTabs([]kit.Tab{
		{Label: nextLabel, Content: func() fyne.CanvasObject { return o.visits }},
		{Label: "Theo nhịp", Content: func() fyne.CanvasObject { return o.progress }},
		{Label: "Theo địa bàn", Content: func() fyne.CanvasObject { return o.districts }},
		{Label: ladderLabel, Content: func() fyne.CanvasObject { return o.ladder }},
	})
	return o.standing
}

// nextLabel is the leaf of the visits that come next, which counts the overdue ones; ladderLabel that of the open remedies, which counts
// them.
const (
	nextLabel   = "Kiểm tra 30 ngày tới"
	ladderLabel = "Khắc phục"
)

func (o *overviewScreen) commands() commands {
	return commands{create: o.report, find: o.visits.Focus}
}

// concerned: whatever is written may change a count.
func (o *overviewScreen) concerned(data.Changes) bool { return true }

func (o *overviewScreen) refresh() {
	on, unit := o.on, o.shell.unit
	load(o.shell, &o.latest, func(ctx context.Context) (*app.Overview, error) {
		v, err := o.office.Overview(ctx, on, unit)
		if app.IsNotFound(err) {
			return nil, nil
		}
		return &v, err
	}, func(v *app.Overview) {
		if v == nil {
			o.figure(&app.Overview{})
			o.todo.SetContent(kit.NewEmpty("Đơn vị không hoạt động ngày "+on.String()+".", nil))
			return
		}
		o.figure(v)
		o.todo.SetContent(o.things(v))
	})
	load(o.shell, &o.latestTargets, func(ctx context.Context) (app.TargetBoard, error) {
		b, err := o.office.TargetBoard(ctx, app.TargetQuery{On: on}, unit)
		if app.IsNotFound(err) {
			err = nil
		}
		return b, err
	}, func(b app.TargetBoard) {
		o.targets.Objects = targetTiles(b, "", func(code string) {
			o.show(screenTargets)
			o.screens[screenTargets].(*targetsScreen).choose(code)
		})
		relayout(o.targets)
	})
}

// figure shows the counts and the visits.
func (o *overviewScreen) figure(v *app.Overview) {
	remark := "Kế hoạch 77/KH-BCH"
	if v.Term.Name != "" {
		remark += " · nhiệm kỳ " + v.Term.Name
	}
	if o.shell.unit != 0 && v.Unit.ID != 0 {
		remark += " · " + app.UnionName(v.Unit, false)
	}
	o.remark.SetText(remark)
	for i, n := range []int{v.Below[data.BaseUnit], v.Below[data.Branch], v.Below[data.Group], v.Cadres} {
		o.figures[i].SetFigure(kit.Number(n))
	}
	for i, share := range [][2]int{{v.Members, v.Cadres}, {v.HeadMembers, v.Heads}} {
		o.figures[4+i].SetFigure(app.Percent(share[0], share[1]))
		o.figures[4+i].SetAside(kit.Number(share[0]) + "/" + kit.Number(share[1]))
	}
	relayout(o.remark) // the tiles share the width by what they show
	o.shown.Store(&v.Visits)
	o.visits.Reload()
	o.following.Store(&v.Following)
	o.progress.Reload()
	o.districts.Reload()
	o.ladder.Reload()
	label := ladderLabel
	if v.Open > 0 {
		label += " (" + kit.Number(v.Open) + ")"
	}
	o.standing.SetLabel(3, label)
	if label = nextLabel; v.Overdue > 0 {
		label += " (" + kit.Number(v.Overdue) + " quá hạn)"
	}
	o.standing.SetLabel(0, label)
}

// things lists what is to be done, each with a way to the records that it counts.
func (o *overviewScreen) things(v *app.Overview) fyne.CanvasObject {
	title := kit.Section("Cần làm")
	if len(v.Reminders) == 0 {
		return below(8, 1, title, kit.NewEmpty("Không có việc nào cần làm.", nil))
	}
	rows := make([]fyne.CanvasObject, 0, 2*len(v.Reminders))
	for _, r := range v.Reminders {
		tone := kit.ToneCare
		if r.Late > 0 {
			tone = kit.ToneLate
		}
		open := kit.NewLink("Mở ›", func() { o.list(r) })
		count := fixed(46, line(-1, kit.NewTag(kit.Number(r.Count), tone)))
		rows = append(rows, line(1, count, kit.Body(r.What).Shrinking(), open), tall(1, canvas.NewRectangle(kit.Hairline)))
	}
	return below(8, 1, title, scrolled(below(3, -1, rows...)))
}

// list shows the records that a reminder counts.
func (o *overviewScreen) list(r app.Reminder) {
	on, unit, latest := o.on, o.shell.unit, 0
	load(o.shell, &latest, func(ctx context.Context) (app.ReminderList, error) { return o.office.ReminderList(ctx, on, unit, r) }, func(list app.ReminderList) {
		o.showReminders(fmt.Sprintf("%s %s", kit.Number(r.Count), r.What), list)
	})
}

// report asks for the report on the half-year.
func (o *overviewScreen) report() {
	o.show(screenPapers)
	o.screens[screenPapers].(*papersScreen).askFor(app.PaperRequest{Kind: reports.HalfYearReportID, Year: o.on.Year})
}
