package ui

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

type (
	paperRow      = app.OfUnit[data.ReceivedPaper]
	taskReportRow = app.OfUnit[data.TaskReport]
)

// taskTone is the tone of how a task stands.
func taskTone(t app.TaskRow) kit.Tone {
	switch {
	case t.Late || t.State == data.TaskStuck:
		return kit.ToneLate
	case t.State == data.TaskDone:
		return kit.ToneGood
	case t.State == data.TaskBegun:
		return kit.ToneTint
	}
	return kit.ToneNeutral
}

func (m *movementScreen) tasks() movementLeaf {
	leaf := &recordLeaf[app.TaskRow]{
		movementScreen: m, name: "Nhiệm vụ", what: "nhiệm vụ", noUnit: true,
		key: func(t app.TaskRow) string { return text(t.ID) },
		list: func(ctx context.Context, q data.MovementQuery) ([]app.TaskRow, int, error) {
			from, to := day.Of(2022, 1, 1), q.On
			if q.Year != 0 {
				from = day.Of(q.Year, 1, 1)
				if last := day.Of(q.Year, 12, 31); last.Before(to) {
					to = last
				}
			}
			rows, err := m.office.Tasks(ctx, from, to)
			n := len(rows)
			return rows[min(q.Offset, n):min(q.Offset+q.Limit, n)], n, err
		},
		columns: []kit.Column[app.TaskRow]{
			{ID: "code", Title: "Số", Width: 48, Cell: func(t app.TaskRow) kit.Cell { return kit.Cell{Text: t.Code} }},
			{ID: "name", Title: "Nhiệm vụ", Width: 220, Grow: 4, Cell: func(t app.TaskRow) kit.Cell { return kit.Cell{Text: t.Name} }},
			{ID: "lead", Title: "Chủ trì", Width: 130, Grow: 1, Cell: func(t app.TaskRow) kit.Cell { return kit.Cell{Text: t.Lead} }},
			{ID: "units", Title: "Xong/báo cáo", Width: 108, Right: true, Cell: func(t app.TaskRow) kit.Cell {
				if t.Units == 0 {
					return kit.Cell{}
				}
				return kit.Cell{Text: fmt.Sprintf("%d/%d", t.Ready, t.Units)}
			}},
			{ID: "state", Title: "Tình trạng", Width: 124, Cell: func(t app.TaskRow) kit.Cell { return kit.Cell{Text: t.StateText(), Tone: taskTone(t), Tag: true} }},
		},
		edit: m.taskForm,
		remove: func(t app.TaskRow) (string, func(context.Context) error) {
			return t.Name, m.removing("nhiệm vụ", &t.PlanTask)
		},
	}
	latest := 0
	leaf.record = func(t app.TaskRow) fyne.CanvasObject {
		holder := container.NewStack()
		on := m.on
		load(m.shell, &latest, func(ctx context.Context) ([]taskReportRow, error) { return m.office.TaskReports(ctx, t.ID, on) }, func(reports []taskReportRow) {
			list := hanging(m, "tiến độ", []kit.Column[taskReportRow]{
				{ID: "on", Title: "Ngày", Width: 96, Cell: func(r taskReportRow) kit.Cell { return kit.Cell{Text: r.Record.ReportedOn.String()} }},
				{ID: "unit", Title: "Đơn vị", Width: 110, Grow: 1, Cell: func(r taskReportRow) kit.Cell { return unitCell(r.Unit, r.Ended) }},
				{ID: "state", Title: "Tình trạng", Width: 96, Cell: func(r taskReportRow) kit.Cell {
					return kit.Cell{Text: wordName(app.TaskStates, r.Record.State), Tone: taskTone(app.TaskRow{State: r.Record.State}), Tag: true}
				}},
			}, func(r taskReportRow) string { return text(r.Record.ID) }, reports, func(r taskReportRow) { m.taskReportForm(t, r) },
				func(r taskReportRow) (string, data.Record) { return r.Record.Progress, &r.Record })
			holder.Objects = []fyne.CanvasObject{below(8, 2, kit.Paragraph(t.Code+". "+t.Name), kit.Record(withoutEmpty(
				kit.Pair{Caption: "Chủ trì", Value: t.Lead}, kit.Pair{Caption: "Đối tượng", Value: t.Subject}, kit.Pair{Caption: "Thời gian", Value: t.Rhythm},
				kit.Pair{Caption: "Hạn", Value: t.DueOn.String()}, kit.Pair{Caption: "Mục văn bản", Value: t.Section}, kit.Pair{Caption: "Gần nhất", Value: t.Latest.Record.Progress})), list)}
			holder.Refresh()
		})
		return holder
	}
	return leaf
}

func (m *movementScreen) taskForm(r app.TaskRow) {
	t := r.PlanTask
	title := "Sửa nhiệm vụ"
	if t.ID == 0 {
		title = "Thêm nhiệm vụ"
	}
	code, lead, subject, rhythm, section := textInput(t.Code), textInput(t.Lead), textInput(t.Subject), textInput(t.Rhythm), textInput(t.Section)
	name, due := noteOf(3, t.Name), m.dateInput(t.DueOn)
	subForm(m.shell, title, []kit.Field{
		{Label: "Số", Widget: code, Check: typed(code, "số của nhiệm vụ, ví dụ “7.1”")},
		{Label: "Nội dung", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ nội dung nhiệm vụ.")
			}
			return name.Check()
		}},
		{Label: "Chủ trì", Widget: lead},
		{Label: "Đối tượng", Widget: subject},
		{Label: "Thời gian", Widget: rhythm, Hint: "Ví dụ thường xuyên, hằng năm, một lần."},
		{Label: "Hạn", Widget: due, Check: due.Check, Hint: "Để trống nếu không có hạn."},
		{Label: "Mục văn bản", Widget: section},
	}, func() data.PlanTask {
		x := t
		x.Code, x.Name, x.Lead, x.Subject, x.Rhythm, x.Section = code.Value(), name.Value(), lead.Value(), subject.Value(), rhythm.Value(), section.Value()
		x.DueOn, _ = due.Date()
		return x
	}, m.office.SaveTask)
}

func (m *movementScreen) taskReportForm(t app.TaskRow, r taskReportRow) {
	x := r.Record
	title := "Sửa tiến độ nhiệm vụ " + t.Code
	if x.ID == 0 {
		title = "Tiến độ nhiệm vụ " + t.Code
		x = data.TaskReport{TaskID: t.ID, ReportedOn: m.on, State: data.TaskBegun}
	}
	on, state, progress, evidence := m.dateInput(x.ReportedOn), choiceOf(app.TaskStates, x.State), noteOf(3, x.Progress), noteOf(2, x.Evidence)
	unit := m.unitInput(nil, m.onDate(on), unitOf(r, x.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Đơn vị", Widget: unit, Check: pickedOne(unit, "đơn vị")},
		{Label: "Ngày", Widget: on, Check: required(on)},
		{Label: "Tình trạng", Widget: state},
		{Label: "Việc đã làm", Widget: progress, Check: func() error {
			if progress.Value() == "" {
				return app.Problem("Hãy gõ việc đã làm.")
			}
			return progress.Check()
		}},
		{Label: "Minh chứng", Widget: evidence, Check: evidence.Check},
	}, func() data.TaskReport {
		y := x
		y.UnitID, y.State, y.Progress, y.Evidence = number(unit.ID()), state.ID(), progress.Value(), evidence.Value()
		y.ReportedOn, _ = on.Date()
		return y
	}, m.office.SaveTaskReport)
}

func (m *movementScreen) receivedPapers() movementLeaf {
	return &recordLeaf[paperRow]{
		movementScreen: m, name: "Kế hoạch, báo cáo nhận", what: "kế hoạch, báo cáo", caption: "Loại", kinds: fixedKinds(app.PaperKinds),
		key:  func(r paperRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.ReceivedPapers),
		columns: []kit.Column[paperRow]{
			{ID: "on", Title: "Nhận ngày", Width: 92, Cell: func(r paperRow) kit.Cell { return kit.Cell{Text: r.Record.ReceivedOn.String()} }},
			unitColumn[data.ReceivedPaper](),
			{ID: "kind", Title: "Loại", Width: 170, Grow: 1, Cell: func(r paperRow) kit.Cell { return kit.Cell{Text: wordName(app.PaperKinds, r.Record.Kind)} }},
			{ID: "year", Title: "Năm", Width: 56, Cell: func(r paperRow) kit.Cell { return kit.Cell{Text: strconv.Itoa(r.Record.Year)} }},
			{ID: "document", Title: "Số văn bản", Width: 120, Grow: 1, Cell: func(r paperRow) kit.Cell { return kit.Cell{Text: r.Record.Document} }},
		},
		record: func(r paperRow) fyne.CanvasObject {
			p := r.Record
			return titled(fmt.Sprintf("%s năm %d", wordName(app.PaperKinds, p.Kind), p.Year), r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Số văn bản", Value: p.Document}, kit.Pair{Caption: "Ngày văn bản", Value: p.IssuedOn.String()}, kit.Pair{Caption: "Nhận ngày", Value: p.ReceivedOn.String()}, kit.Pair{Caption: "Ghi chú", Value: p.Note}))
		},
		edit: m.paperForm,
		remove: func(r paperRow) (string, func(context.Context) error) {
			return fmt.Sprintf("%s năm %d, %s", wordName(app.PaperKinds, r.Record.Kind), r.Record.Year, r.Unit), m.removing("kế hoạch, báo cáo nhận", &r.Record)
		},
	}
}

func (m *movementScreen) paperForm(r paperRow) {
	p := r.Record
	title := "Sửa kế hoạch, báo cáo nhận"
	if p.ID == 0 {
		title = "Thêm kế hoạch, báo cáo nhận"
		p.Kind, p.Year, p.ReceivedOn = data.PaperHalfYear, m.on.Year, m.office.Today()
	}
	kind, year, document, issued, received, note := choiceOf(app.PaperKinds, p.Kind), textInput(strconv.Itoa(p.Year)), textInput(p.Document), m.dateInput(p.IssuedOn), m.dateInput(p.ReceivedOn), noteOf(2, p.Note)
	unit := m.unitInput(nil, m.onDate(received), unitOf(r, p.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Đơn vị gửi", Widget: unit, Check: pickedOne(unit, "đơn vị"), Hint: "Báo cáo của cấp huyện được tính cho các cơ sở bên dưới."},
		{Label: "Loại", Widget: kind},
		{Label: "Năm", Widget: year, Check: yearTyped(year, true)},
		{Label: "Số văn bản", Widget: document},
		{Label: "Ngày văn bản", Widget: issued, Check: issued.Check},
		{Label: "Nhận ngày", Widget: received, Check: required(received)},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, func() data.ReceivedPaper {
		x := p
		x.UnitID, x.Kind, x.Document, x.Note = number(unit.ID()), kind.ID(), document.Value(), note.Value()
		x.Year, _ = strconv.Atoi(year.Value())
		x.IssuedOn, _ = issued.Date()
		x.ReceivedOn, _ = received.Date()
		return x
	}, m.office.SaveReceivedPaper)
}
