package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// remedyList is the list of the remedies of a term, in the place of the rounds.
type remedyList struct {
	*inspectionsScreen
	body   fyne.CanvasObject
	table  *kit.DataTable[app.RemedyRow]
	filter *kit.Entry
	state  *kit.Choice
	remark *kit.Text
	count  *kit.Text
	all    []app.RemedyRow
	shown  atomic.Pointer[[]app.RemedyRow]
	latest int
}

// The states by which remedies are filtered.
const (
	remediesOpen = "open"
	remediesLate = "late"
	remediesNear = "near"
	remediesDone = "done"
	remediesAll  = ""
)

func newRemedyList(i *inspectionsScreen) *remedyList {
	r := &remedyList{inspectionsScreen: i, remark: kit.Caption(""), count: kit.Caption("")}
	r.shown.Store(&[]app.RemedyRow{})
	r.filter = kit.NewEntry()
	r.filter.SetPlaceHolder("Đơn vị, việc phải làm, người chịu trách nhiệm…")
	r.filter.OnChanged = func(string) { r.apply() }
	r.filter.OnSubmitted = func(string) { r.table.Focus() }
	r.state = kit.NewChip("Tình trạng", []kit.Option{{ID: remediesOpen, Label: "Chưa khắc phục"}, {ID: remediesLate, Label: "Quá hạn"}, {ID: remediesNear, Label: "Sắp đến hạn"},
		{ID: remediesDone, Label: "Đã khắc phục"}, {ID: remediesAll, Label: "Tất cả"}}, func(string) { r.apply() })
	r.state.SetID(remediesOpen)
	r.table = kit.NewDataTable([]kit.Column[app.RemedyRow]{
		{ID: "due", Title: "Thời hạn", Width: 92, Cell: func(m app.RemedyRow) kit.Cell { return kit.Cell{Text: m.DueOn.String()} }},
		{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 1, Cell: func(m app.RemedyRow) kit.Cell { return kit.Cell{Text: m.Unit} }},
		{ID: "action", Title: "Việc phải làm", Width: 220, Grow: 3, Cell: func(m app.RemedyRow) kit.Cell { return kit.Cell{Text: oneLine(m.Action)} }},
		{ID: "who", Title: "Chịu trách nhiệm", Width: 140, Grow: 1, Cell: func(m app.RemedyRow) kit.Cell { return kit.Cell{Text: m.Who()} }},
		{ID: "visit", Title: "Kiểm tra ngày", Width: 104, Cell: func(m app.RemedyRow) kit.Cell { return kit.Cell{Text: m.Visit.DoneOn.String(), Tone: kit.ToneQuiet} }},
		{ID: "state", Title: "Tình trạng", Width: 236, Cell: remedyState},
	}, func(m app.RemedyRow) string { return text(m.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.RemedyRow], error) {
		return fromSlice(*r.shown.Load())(ctx, sort, offset, limit)
	})
	r.table.SetRunner(r.background)
	r.table.AllowTicks(func() {})
	r.table.OnOpened = func(m app.RemedyRow) { r.openRecord(m.VisitID) }
	r.table.OnTyped = func(_ app.RemedyRow, typed rune) {
		if typed == 'x' || typed == 'X' {
			r.finish()
		}
	}
	r.table.OnCount = func(matching, _ int, atLeast bool) {
		r.count.SetText(kit.CountSentence(matching, len(r.all), atLeast, "kiến nghị"))
		relayout(r.count)
	}
	r.table.SetEmpty("Không có kiến nghị nào khớp điều kiện lọc.", nil)
	head := line(2, kit.NewAction("‹ Đợt kiểm tra", "Esc", r.closeRemedies), kit.Title("Kiến nghị khắc phục"), r.remark,
		kit.NewAction("Mở cuộc kiểm tra", "Enter", chosenRow(r.shell, r.table, r.table.OnOpened)), kit.NewAction("Ghi đã khắc phục…", "X", r.finish).Primary())
	r.body = padded(below(kit.Gap, 2, head, line(0, r.filter, r.state), kit.NewCard(r.table, 1), r.count), 14, kit.PagePadding, 14, kit.PagePadding)
	return r
}

func (r *remedyList) commands() commands {
	return commands{back: r.closeRemedies, find: func() { r.win.Canvas().Focus(r.filter) }, edit: r.finish}
}

// read reads the remedies of the term and the unit in view.
func (r *remedyList) read() {
	on, term, unit := r.on, number(r.term.ID()), r.shell.unit
	load(r.shell, &r.latest, func(ctx context.Context) ([]app.RemedyRow, error) { return r.office.RemedyList(ctx, on, term, unit) }, func(rows []app.RemedyRow) {
		r.all = rows
		late, open := 0, 0
		for _, m := range rows {
			if m.State.Open() {
				open++
			}
			if m.State == app.RemedyLate {
				late++
			}
		}
		r.remark.SetText(fmt.Sprintf("%d chưa khắc phục, %d quá hạn", open, late))
		r.apply()
	})
}

// apply shows those that the filters let through.
func (r *remedyList) apply() {
	typed, state := strings.Fields(vietnamese.SearchKey(r.filter.Value())), r.state.ID()
	shown := []app.RemedyRow{}
	for _, m := range r.all {
		switch {
		case state == remediesOpen && !m.State.Open(), state == remediesLate && m.State != app.RemedyLate, state == remediesNear && m.State != app.RemedyNear,
			state == remediesDone && m.State != app.RemedyReported && m.State != app.RemedyVerified:
			continue
		}
		key := " " + vietnamese.SearchKey(m.Unit+" "+m.Action+" "+m.Who())
		if !slices.ContainsFunc(typed, func(word string) bool { return !strings.Contains(key, " "+word) }) {
			shown = append(shown, m)
		}
	}
	r.table.ClearTicks()
	r.shown.Store(&shown)
	r.table.Reload()
	if _, chosen := r.table.Selected(); !chosen && len(shown) > 0 {
		r.table.Select(text(shown[0].ID))
	}
	relayout(r.remark)
}

// finish notes the ticked remedies as done or, without ticks, the selected one.
func (r *remedyList) finish() {
	ticked := r.table.Ticked()
	var chosen []data.Remedy
	for _, m := range *r.shown.Load() {
		if slices.Contains(ticked.Keys, text(m.ID)) != ticked.All {
			chosen = append(chosen, m.Remedy)
		}
	}
	if m, ok := r.table.Selected(); ok && len(chosen) == 0 {
		chosen = []data.Remedy{m.Remedy}
	}
	if len(chosen) == 0 {
		kit.Tell(r.win, "Ghi đã khắc phục", "Hãy đánh dấu một hay nhiều kiến nghị trước.")
		return
	}
	r.finishRemedies(chosen)
}
