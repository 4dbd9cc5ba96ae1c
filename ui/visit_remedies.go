package ui

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// visitRemedies is the leaf “Kiến nghị” of a visit.
type visitRemedies struct {
	*visitPage
	rows  atomic.Pointer[[]app.RemedyRow]
	table *kit.DataTable[app.RemedyRow]
}

func newVisitRemedies(p *visitPage) *visitRemedies {
	m := &visitRemedies{visitPage: p}
	m.rows.Store(&[]app.RemedyRow{})
	return m
}

func (m *visitRemedies) leaf() visitLeaf {
	return visitLeaf{label: func(r app.VisitRecord) string {
		if r.Open > 0 {
			return fmt.Sprintf("Kiến nghị (còn %d/%d)", r.Open, len(r.Findings.Remedies))
		}
		return counted("Kiến nghị", len(r.Findings.Remedies))
	}, content: m.content, show: m.show, focus: func() { m.table.FocusIn(m.win) }, create: m.add, edit: func() { m.chosen(m.change) }}
}

func (m *visitRemedies) add() { m.remedyForm(data.Remedy{VisitID: m.record.ID}) }

func (m *visitRemedies) change(r app.RemedyRow) { m.remedyForm(r.Remedy) }

func (m *visitRemedies) chosen(then func(app.RemedyRow)) { chosenRow(m.shell, m.table, then)() }

// remedyState is the cell that says where a remedy stands.
func remedyState(r app.RemedyRow) kit.Cell {
	tone := map[app.RemedyState]kit.Tone{app.RemedyOpen: kit.ToneNeutral, app.RemedyNear: kit.ToneCare, app.RemedyLate: kit.ToneLate, app.RemedyReported: kit.ToneGood,
		app.RemedyVerified: kit.ToneGood, app.RemedyWithdrawn: kit.ToneNeutral}[r.State]
	return kit.Cell{Text: r.StateText(), Tone: tone, Tag: true}
}

// oneLine is a text of several lines for a cell.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (m *visitRemedies) content() fyne.CanvasObject {
	m.table = kit.NewDataTable([]kit.Column[app.RemedyRow]{
		{ID: "action", Title: "Việc phải làm", Width: 220, Grow: 3, Cell: func(r app.RemedyRow) kit.Cell { return kit.Cell{Text: oneLine(r.Action)} }},
		{ID: "finding", Title: "Tồn tại", Width: 150, Grow: 2, Cell: func(r app.RemedyRow) kit.Cell { return kit.Cell{Text: oneLine(r.Finding), Tone: kit.ToneQuiet} }},
		{ID: "who", Title: "Chịu trách nhiệm", Width: 140, Grow: 1, Cell: func(r app.RemedyRow) kit.Cell { return kit.Cell{Text: r.Who()} }},
		{ID: "due", Title: "Thời hạn", Width: 92, Cell: func(r app.RemedyRow) kit.Cell { return kit.Cell{Text: r.DueOn.String()} }},
		{ID: "state", Title: "Tình trạng", Width: 216, Cell: remedyState},
	}, func(r app.RemedyRow) string { return text(r.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.RemedyRow], error) {
		return fromSlice(*m.rows.Load())(ctx, sort, offset, limit)
	})
	m.table.SetRunner(m.background)
	m.table.OnOpened = m.change
	finish := func(r app.RemedyRow) { m.finishRemedies([]data.Remedy{r.Remedy}) }
	m.table.OnTyped = func(r app.RemedyRow, typed rune) {
		if typed == 'x' || typed == 'X' {
			finish(r)
		}
	}
	m.table.SetEmpty("Chưa có kiến nghị khắc phục nào. Từ “Ưu điểm, tồn tại”, bấm K để ghi kiến nghị cho một tồn tại.", nil)
	actions := flow(kit.NewAction("+ Kiến nghị…", "Ctrl+N", m.add), kit.NewAction("Sửa…", "F2", func() { m.chosen(m.change) }),
		kit.NewAction("Đã khắc phục…", "X", func() { m.chosen(finish) }),
		kit.NewAction("Bỏ ghi đã khắc phục", "", func() { m.chosen(func(r app.RemedyRow) { m.reopenRemedy(r.Remedy) }) }),
		kit.NewAction("Rút…", "", func() { m.chosen(func(r app.RemedyRow) { m.withdrawRemedy(r.Remedy) }) }),
		kit.NewAction("Tệp…", "", func() {
			m.chosen(func(r app.RemedyRow) { m.attachments(data.KindRemedy, r.ID, "Tệp của: "+r.Action) })
		}),
		kit.NewAction("Xóa…", "", func() { m.chosen(m.remove) }))
	m.show()
	return below(10, 1, actions, m.table)
}

func (m *visitRemedies) show() {
	if m.table == nil {
		return
	}
	rows := m.record.Findings.Remedies
	m.rows.Store(&rows)
	m.table.Reload()
	if _, chosen := m.table.Selected(); !chosen && len(rows) > 0 {
		m.table.Select(text(rows[0].ID))
	}
}

func (m *visitRemedies) remove(r app.RemedyRow) {
	kit.Ask(m.win, "Xóa kiến nghị", "Xóa “"+r.Action+"”?", "Xóa", "Để nguyên", func() {
		m.do(func(ctx context.Context) error { return m.office.RemoveRemedy(ctx, r.Remedy) }, m.fail)
	})
}
