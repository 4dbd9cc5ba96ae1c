package ui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"cosohoi/reports/layout"
	"cosohoi/ui/kit"
)

// tableEditor edits the rows of a table of a document in a sheet of its own: the columns stay as the paper has them.
type tableEditor struct {
	*shell
	table   layout.Table
	heads   []string
	rows    atomic.Pointer[[]tableLine]
	list    *kit.DataTable[tableLine]
	changed bool
	shut    func()
	save    func(layout.Table)
}

// tableLine is a row with its place.
type tableLine struct {
	at int
	layout.Row
}

// editTable opens the sheet; save is told the table when something was changed in it.
func (s *shell) editTable(title string, table layout.Table, save func(layout.Table)) {
	e := &tableEditor{shell: s, table: table, heads: columnHeads(table), save: save}
	e.table.Rows = slices.Clone(table.Rows)
	e.fill()
	columns := make([]kit.Column[tableLine], len(table.Columns))
	for i, c := range table.Columns {
		columns[i] = kit.Column[tableLine]{
			ID: strconv.Itoa(i), Title: e.heads[i], Width: float32(max(56, min(c.Width*3.2, 220))), Grow: float32(max(c.Width, 10)), Right: c.Align == layout.Right,
			Cell: func(l tableLine) kit.Cell {
				return kit.Cell{Text: strings.ReplaceAll(l.Cells[i], "\n", " "), Bold: l.Total || l.Group}
			},
		}
	}
	e.list = kit.NewDataTable(columns, func(l tableLine) string { return strconv.Itoa(l.at) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[tableLine], error) {
		return fromSlice(*e.rows.Load())(ctx, sort, offset, limit)
	})
	e.list.SetRunner(e.background)
	e.list.OnOpened = func(l tableLine) { e.editRow(l.at) }
	e.list.SetEmpty("Bảng chưa có dòng nào.", nil)
	e.list.Reload()
	actions := []*kit.Action{
		kit.NewAction("Đóng", "Esc", e.leave),
		kit.NewAction("Lên", "", func() { e.move(-1) }),
		kit.NewAction("Xuống", "", func() { e.move(1) }),
		kit.NewAction("Xóa dòng", "", e.remove),
		kit.NewAction("+ Dòng", "", func() { e.editRow(-1) }),
		kit.NewAction("Sửa dòng…", "F2", func() {
			if l, ok := e.list.Selected(); ok {
				e.editRow(l.at)
			}
		}),
		kit.NewAction("Xong", "Ctrl+S", e.done).Primary(),
	}
	e.shut = kit.ShowSheet(e.win, title, e.list, actions, 1120, 460)
	if len(e.table.Rows) > 0 {
		e.list.Select("0")
		e.list.Focus()
	}
}

// fill numbers the rows anew.
func (e *tableEditor) fill() {
	lines := make([]tableLine, len(e.table.Rows))
	for i, r := range e.table.Rows {
		lines[i] = tableLine{i, r}
	}
	e.rows.Store(&lines)
}

// show follows a change; row at is selected.
func (e *tableEditor) show(at int) {
	e.changed = true
	e.fill()
	e.list.Reload()
	e.list.Select(strconv.Itoa(at))
}

func (e *tableEditor) done() {
	e.shut()
	if e.changed {
		e.save(e.table)
	}
}

func (e *tableEditor) leave() {
	if !e.changed {
		e.shut()
		return
	}
	kit.Ask(e.win, "Bảng đã sửa", "Giữ những thay đổi trong bảng?", "Giữ thay đổi", "Bỏ thay đổi và đóng", e.done)
}

// editRow edits a row; -1 adds one below the selected row or, without one, before the total.
func (e *tableEditor) editRow(at int) {
	fresh := at < 0
	before := layout.Row{Cells: make([]string, len(e.table.Columns))}
	if fresh {
		at = len(e.table.Rows)
		if at > 0 && e.table.Rows[at-1].Total {
			at--
		}
		if l, ok := e.list.Selected(); ok && !l.Total {
			at = l.at + 1
		}
	} else {
		before = e.table.Rows[at]
	}
	var fields []kit.Field
	notes := make([]*kit.Note, len(before.Cells))
	for i, text := range before.Cells {
		notes[i] = kit.NewNote(2)
		notes[i].SetText(text)
		fields = append(fields, kit.Field{Label: e.heads[i], Widget: notes[i], Check: notes[i].Check})
	}
	read := func() []string {
		cells := make([]string, len(notes))
		for i, n := range notes {
			cells[i] = n.Value()
		}
		return cells
	}
	title := fmt.Sprintf("Dòng %d", at+1)
	if fresh {
		title = "Thêm dòng"
	}
	kit.ShowForm(e.win, title, fields, kit.FormOptions{
		SaveLabel: "Ghi", Width: 620, Changed: func() bool { return !slices.Equal(read(), before.Cells) },
		Save: func(done func(error)) {
			row := before
			row.Cells = read()
			if fresh {
				e.table.Rows = slices.Insert(e.table.Rows, at, row)
			} else {
				e.table.Rows[at] = row
			}
			done(nil)
			e.show(at)
		},
	})
}

func (e *tableEditor) remove() {
	l, ok := e.list.Selected()
	if !ok {
		return
	}
	kit.Ask(e.win, "Xóa dòng", "Xóa dòng “"+strings.Join(strings.Fields(strings.Join(l.Cells, " ")), " ")+"”?", "Xóa", "Giữ lại", func() {
		e.table.Rows = slices.Delete(e.table.Rows, l.at, l.at+1)
		e.show(min(l.at, len(e.table.Rows)-1))
	})
}

func (e *tableEditor) move(by int) {
	l, ok := e.list.Selected()
	to := l.at + by
	if !ok || to < 0 || to >= len(e.table.Rows) {
		return
	}
	e.table.Rows[l.at], e.table.Rows[to] = e.table.Rows[to], e.table.Rows[l.at]
	e.show(to)
}

// columnHeads names the columns of a table: the heads above each, from the top down.
func columnHeads(table layout.Table) []string {
	heads := make([][]string, len(table.Columns))
	taken := make([]int, len(table.Columns)) // rows that a cell above still covers
	for _, row := range table.Head {
		at := 0
		for _, c := range row {
			for at < len(taken) && taken[at] > 0 {
				at++
			}
			for range max(c.ColSpan, 1) {
				if at >= len(taken) {
					break
				}
				heads[at] = append(heads[at], strings.ReplaceAll(c.Text, "\n", " "))
				taken[at] = max(c.RowSpan, 1)
				at++
			}
		}
		for i := range taken {
			if taken[i] > 0 {
				taken[i]--
			}
		}
	}
	names := make([]string, len(heads))
	for i, parts := range heads {
		if names[i] = strings.Join(parts, " – "); names[i] == "" {
			names[i] = fmt.Sprintf("Cột %d", i+1)
		}
	}
	return names
}
