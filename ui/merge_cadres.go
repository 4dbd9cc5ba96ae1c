package ui

import (
	"context"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// compareCadres puts two records side by side, to make one of them.
func (c *cadresScreen) compareCadres(a, b int64) {
	on, latest := c.on, 0
	load(c.shell, &latest, func(ctx context.Context) (app.CadreMerge, error) { return c.office.CompareCadres(ctx, on, a, b) }, c.showMerge)
}

// showMerge shows what differs, with what is chosen of it in a tag.
func (c *cadresScreen) showMerge(m app.CadreMerge) {
	keep := kit.NewChip("Giữ hồ sơ", []kit.Option{{ID: "0", Label: "(1)"}, {ID: "1", Label: "(2)"}}, nil)
	keep.SetID("0")
	side := func(i int) func(n int) kit.Cell {
		return func(n int) kit.Cell {
			value := m.Choices[n].Values[i]
			if value == "" {
				value = "chưa ghi"
			}
			if m.Choices[n].Take == i {
				return kit.Cell{Text: value, Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: value, Tone: kit.ToneQuiet}
		}
	}
	rows := make([]int, len(m.Choices))
	for i := range rows {
		rows[i] = i
	}
	first, second := side(0), side(1)
	table := kit.NewDataTable([]kit.Column[int]{
		{ID: "field", Title: "Mục khác nhau", Width: 230, Cell: func(n int) kit.Cell { return kit.Cell{Text: m.Choices[n].Caption} }},
		{ID: "a", Title: "Hồ sơ (1)", Width: 250, Grow: 1, Cell: first},
		{ID: "b", Title: "Hồ sơ (2)", Width: 250, Grow: 1, Cell: second},
	}, func(n int) string { return text(int64(n)) }, fromSlice(rows))
	table.SetRunner(c.background)
	table.SetEmpty("Hai hồ sơ không khác nhau mục nào.", nil)
	table.Reload()
	if len(rows) > 0 {
		table.Select("0")
	}
	take := func(i int) func() {
		return func() {
			if n, ok := table.Selected(); ok {
				m.Choices[n].Take = i
				table.Reload()
			}
		}
	}
	table.OnOpened = func(n int) {
		m.Choices[n].Take = 1 - m.Choices[n].Take
		table.Reload()
	}
	takeFirst, takeSecond := kit.NewAction("Lấy của (1)", "", take(0)), kit.NewAction("Lấy của (2)", "", take(1))
	head := below(4, -1, kit.Body("(1) "+heldLine(m, 0)).Shrinking(), kit.Body("(2) "+heldLine(m, 1)).Shrinking(),
		kit.Caption("Giá trị tô xanh được lấy; Enter đổi giữa (1) và (2). Chức danh, xếp loại, khen thưởng… của cả hai về hồ sơ giữ lại, ghi chú của cả hai được nối; bản ghi trùng hẳn, hoặc chỉ được có một như xếp loại cùng năm và ảnh, lấy theo hồ sơ giữ lại. Hồ sơ kia vào thùng rác.").Wrapping())
	var shut func()
	merge := kit.NewAction("Gộp hai hồ sơ", "Ctrl+S", nil).Primary()
	merge.SetOnTapped(func() {
		merge.Disable()
		var done app.Merged
		which := int(number(keep.ID()))
		c.do(func(ctx context.Context) (err error) {
			done, err = c.office.MergeCadres(ctx, m, which)
			return err
		}, func(err error) {
			merge.Enable()
			if err != nil {
				c.fail(err)
				return
			}
			shut()
			c.openCadre(m.Pair[which].ID)
			c.tellMerged(m.Pair[which].FullName, done)
		})
	})
	body := below(10, 1, head, table, padded(line(-1, keep, takeFirst, takeSecond), 0, 0, 10, 0))
	shut = kit.ShowSheet(c.win, "Gộp hồ sơ "+m.Pair[0].FullName, body, []*kit.Action{kit.NewAction("Hủy", "Esc", func() { shut() }), merge}, 960, 520)
}

// heldLine says whose record it is and what belongs to it.
func heldLine(m app.CadreMerge, i int) string {
	said := m.Posts[i]
	if said == "" {
		said = "Không giữ chức danh"
	}
	if has := app.HeldText(m.Held[i]); has != "" {
		said += " · có " + has
	}
	return said
}

// tellMerged says what was done, and offers to take it back.
func (c *cadresScreen) tellMerged(name string, done app.Merged) {
	said := "Đã gộp thành một hồ sơ “" + name + "”."
	if moved := app.HeldText(done.Moved); moved != "" {
		said += " Đã chuyển sang: " + moved + "."
	}
	if doubled := app.HeldText(done.Doubled); doubled != "" {
		said += " Trùng nên vào thùng rác: " + doubled + "."
	}
	var shut func()
	undo := kit.NewAction("Hoàn tác", "", nil)
	undo.SetOnTapped(func() {
		shut()
		c.do(func(ctx context.Context) error { return c.office.Undo(ctx, done.Operation) }, c.fail)
	})
	shut = kit.ShowSheet(c.win, "Đã gộp hồ sơ", kit.Paragraph(said), []*kit.Action{undo, kit.NewAction("Đóng", "Esc", func() { shut() }).Primary()}, 560, 90)
}
