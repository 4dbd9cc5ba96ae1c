package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// keyFigures are the columns of the biểu số liệu kỳ that the page of a unit shows, by code.
var keyFigures = []struct {
	code, title string
	width       float32
}{{"B1", "Phụ nữ 18+", 92}, {"B2", "Hội viên", 80}, {"B4", "Tập hợp", 76}, {"B7.1", "Nòng cốt", 76}, {"B12.1", "Sinh hoạt", 78}}

// figures lists the returns of a unit with a few of their numbers; each opens the biểu at the unit.
func (u *unitsScreen) figures(p app.UnitPage) fyne.CanvasObject {
	on, id := u.on, p.Unit.ID
	columns := []kit.Column[app.UnitReturn]{
		{ID: "period", Title: "Kỳ", Width: 166, Grow: 2, Cell: func(r app.UnitReturn) kit.Cell { return kit.Cell{Text: r.Period.Name()} }},
		{ID: "state", Title: "Trạng thái", Width: 120, Grow: 1, Cell: func(r app.UnitReturn) kit.Cell {
			switch {
			case r.Row.Sums:
				return kit.Cell{Text: fmt.Sprintf("%s/%s biểu", kit.Number(r.Received), kit.Number(r.Owed))}
			case !r.Row.Owes:
				return kit.Cell{Text: "không phải nộp", Tone: kit.ToneQuiet}
			}
			state, tone := returnState(r.Row, on)
			return kit.Cell{Text: state, Tone: tone, Tag: true}
		}},
	}
	for _, f := range keyFigures {
		columns = append(columns, kit.Column[app.UnitReturn]{ID: f.code, Title: f.title, Width: f.width, Right: true, Cell: func(r app.UnitReturn) kit.Cell {
			if v := r.Figure(f.code); v.Known {
				return kit.Cell{Text: v.Text()}
			}
			return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
		}})
	}
	var chosen app.UnitReturn
	open := func(r app.UnitReturn) { u.openFigures(r.Period.ID, id) }
	table := kit.NewDataTable(columns, func(r app.UnitReturn) string { return text(r.Period.ID) }, allRows(func(ctx context.Context) ([]app.UnitReturn, error) { return u.office.ReturnsOfUnit(ctx, id) }))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnSelected = func(r app.UnitReturn) { chosen = r }
	table.OnOpened = open
	table.SetEmpty("Chưa có kỳ số liệu nào mà đơn vị này phải báo cáo.", nil)
	table.Reload()
	button := kit.NewAction("Mở biểu", "Enter", func() {
		if chosen.Row == nil {
			u.fail(app.Problem("Hãy chọn một kỳ trong bảng để mở biểu."))
			return
		}
		open(chosen)
	})
	return below(8, 1, line(0, kit.Caption("Tỷ lệ tính trên đơn vị báo cáo cả tử số và mẫu số.").Shrinking(), button), table)
}

// openFigures shows the biểu số liệu of a period at a unit.
func (s *shell) openFigures(period, unit int64) {
	s.show(screenFigures)
	f := s.screens[screenFigures].(*figuresScreen)
	f.stores.whenDone(func() {
		f.unitShown, f.inside = s.unit, unit
		f.period.SetID(text(period))
		f.group.SetID("")
		f.rows.SetID(rowsAll)
		f.load()
	})
}
