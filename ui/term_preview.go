package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// saveTerm stores a term: at once when the inspections stay as they are, else after the office has seen what changes.
func (t *settingsScreen) saveTerm(x data.Term, done func(error)) {
	var difference app.Replanning
	t.do(func(ctx context.Context) (err error) {
		difference, err = t.office.PreviewTerm(ctx, x)
		if err == nil && difference.Empty() {
			_, err = t.office.SaveTerm(ctx, x)
		}
		return err
	}, func(err error) {
		done(sentence(err))
		if err == nil && !difference.Empty() {
			t.showReplanning(x, difference)
		}
	})
}

// changeCell says what becomes of a round or a visit.
func changeCell(c app.Change) kit.Cell {
	tone := map[app.Change]kit.Tone{app.Unchanged: kit.ToneNeutral, app.Added: kit.ToneGood, app.Removed: kit.ToneLate, app.Moved: kit.ToneCare}[c]
	return kit.Cell{Text: c.String(), Tone: tone, Tag: true}
}

func dayOrDash(d day.Date) kit.Cell {
	if d.IsZero() {
		return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
	}
	return kit.Cell{Text: d.String()}
}

// showReplanning lists what planning a term again changes, and does it when told.
func (t *settingsScreen) showReplanning(x data.Term, d app.Replanning) {
	count := func(n int) kit.Cell {
		if n == 0 {
			return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
		}
		return kit.Cell{Text: kit.Number(n)}
	}
	rounds := kit.NewDataTable([]kit.Column[app.RoundChange]{
		{ID: "name", Title: "Đợt kiểm tra", Width: 190, Grow: 1, Cell: func(c app.RoundChange) kit.Cell { return kit.Cell{Text: c.Name} }},
		{ID: "change", Title: "Thay đổi", Width: 104, Cell: func(c app.RoundChange) kit.Cell { return changeCell(c.Change) }},
		{ID: "before", Title: "Hạn trước", Width: 92, Cell: func(c app.RoundChange) kit.Cell { return dayOrDash(c.Before.DueOn) }},
		{ID: "after", Title: "Hạn sau", Width: 92, Cell: func(c app.RoundChange) kit.Cell { return dayOrDash(c.After.DueOn) }},
		{ID: "added", Title: "Thêm", Width: 64, Right: true, Cell: func(c app.RoundChange) kit.Cell { return count(c.Added) }},
		{ID: "removed", Title: "Bỏ", Width: 64, Right: true, Cell: func(c app.RoundChange) kit.Cell { return count(c.Removed) }},
		{ID: "moved", Title: "Đổi ngày", Width: 76, Right: true, Cell: func(c app.RoundChange) kit.Cell { return count(c.Moved) }},
		{ID: "kept", Title: "Giữ", Width: 64, Right: true, Cell: func(c app.RoundChange) kit.Cell { return count(c.Kept) }},
	}, func(c app.RoundChange) string { return text(c.Before.ID) + "→" + text(c.After.ID) }, fromSlice(d.Rounds))
	visits := kit.NewDataTable([]kit.Column[app.VisitChange]{
		{ID: "unit", Title: "Đơn vị", Width: 180, Grow: 1, Cell: func(v app.VisitChange) kit.Cell { return kit.Cell{Text: v.UnitName} }},
		{ID: "round", Title: "Đợt kiểm tra", Width: 190, Grow: 1, Cell: func(v app.VisitChange) kit.Cell { return kit.Cell{Text: v.Round} }},
		{ID: "change", Title: "Thay đổi", Width: 104, Cell: func(v app.VisitChange) kit.Cell { return changeCell(v.Change) }},
		{ID: "before", Title: "Ngày trước", Width: 96, Cell: func(v app.VisitChange) kit.Cell { return dayOrDash(v.Before) }},
		{ID: "after", Title: "Ngày sau", Width: 96, Cell: func(v app.VisitChange) kit.Cell { return dayOrDash(v.After) }},
	}, func(v app.VisitChange) string { return text(v.Visit) }, fromSlice(d.Visits))
	rounds.SetRunner(t.background)
	visits.SetRunner(t.background)
	visits.SetEmpty("Không cuộc kiểm tra nào thay đổi.", nil)
	rounds.Reload()
	visits.Reload()
	tabs := kit.NewTabs([]kit.Tab{
		{Label: fmt.Sprintf("Đợt (%s)", kit.Number(len(d.Rounds))), Content: func() fyne.CanvasObject { return rounds }},
		{Label: fmt.Sprintf("Cuộc kiểm tra thay đổi (%s)", kit.Number(len(d.Visits))), Content: func() fyne.CanvasObject { return visits }},
	})
	var shut func()
	save := kit.NewAction("Lưu và lập lại lịch", "Ctrl+Enter", func() {
		shut()
		t.jobs.Run("Lập lại lịch kiểm tra", func(ctx context.Context, _ kit.Progress) error {
			_, err := t.office.SaveTerm(ctx, x)
			return err
		}, t.fail)
	}).Primary()
	shut = kit.ShowSheet(t.win, "Lịch kiểm tra nhiệm kỳ "+x.Name, below(10, 1, kit.Paragraph(d.Sentence()), tabs),
		[]*kit.Action{kit.NewAction("Quay lại", "Esc", func() {
			shut()
			t.termForm(x)
		}), save}, orderWidth, orderHeight)
}
