package ui

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// showDuplicates lists the records that may be of one person.
func (c *cadresScreen) showDuplicates() {
	on, latest := c.on, 0
	load(c.shell, &latest, func(ctx context.Context) ([]app.Duplicate, error) { return c.office.Duplicates(ctx, on) }, c.listDuplicates)
}

func (c *cadresScreen) listDuplicates(found []app.Duplicate) {
	post := func(r app.CadreRow) kit.Cell {
		if r.Title == "" {
			return kit.Cell{Text: "không giữ chức danh", Tone: kit.ToneQuiet}
		}
		return kit.Cell{Text: r.Title}
	}
	table := kit.NewDataTable([]kit.Column[app.Duplicate]{
		{ID: "name", Title: "Họ và tên", Width: 250, Cell: func(d app.Duplicate) kit.Cell {
			if d.A.Name != d.B.Name {
				return kit.Cell{Text: d.A.Name + " / " + d.B.Name}
			}
			return kit.Cell{Text: d.A.Name}
		}},
		{ID: "birthA", Title: "Sinh (1)", Width: 92, Cell: func(d app.Duplicate) kit.Cell { return kit.Cell{Text: d.A.Birth.String()} }},
		{ID: "postA", Title: "Chức danh (1)", Width: 200, Grow: 2, Cell: func(d app.Duplicate) kit.Cell { return post(d.A) }},
		{ID: "birthB", Title: "Sinh (2)", Width: 92, Cell: func(d app.Duplicate) kit.Cell { return kit.Cell{Text: d.B.Birth.String()} }},
		{ID: "postB", Title: "Chức danh (2)", Width: 200, Grow: 2, Cell: func(d app.Duplicate) kit.Cell { return post(d.B) }},
		{ID: "why", Title: "Vì sao", Width: 210, Cell: func(d app.Duplicate) kit.Cell { return kit.Cell{Text: d.Why, Tone: kit.ToneQuiet} }},
	}, func(d app.Duplicate) string { return text(d.A.ID) + "-" + text(d.B.ID) }, fromSlice(found))
	table.SetRunner(c.background)
	table.SetEmpty("Không có hồ sơ nào giống nhau.", nil)
	table.Reload()
	said := "Không có hồ sơ nào giống nhau về họ tên, ngày sinh và đơn vị hoặc số điện thoại."
	if len(found) > 0 {
		said = fmt.Sprintf("%s cặp hồ sơ có thể là của cùng một người. Mỗi dòng là hai hồ sơ, (1) và (2).", kit.Number(len(found)))
		table.Select(text(found[0].A.ID) + "-" + text(found[0].B.ID))
	}
	var shut func()
	open := func(pick func(app.Duplicate) int64) func() {
		return func() {
			if d, ok := table.Selected(); ok {
				shut()
				c.openCadre(pick(d))
			}
		}
	}
	compare := func() {
		if d, ok := table.Selected(); ok {
			shut()
			c.compareCadres(d.A.ID, d.B.ID)
		}
	}
	table.OnOpened = func(app.Duplicate) { compare() }
	actions := []*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() })}
	if len(found) > 0 {
		actions = append(actions,
			kit.NewAction("Mở hồ sơ (1)", "", open(func(d app.Duplicate) int64 { return d.A.ID })),
			kit.NewAction("Mở hồ sơ (2)", "", open(func(d app.Duplicate) int64 { return d.B.ID })),
			kit.NewAction("So sánh, gộp…", "Enter", compare).Primary())
	}
	shut = kit.ShowSheet(c.win, "Hồ sơ trùng", below(10, 1, kit.Paragraph(said), table), actions, 1240, 500)
}

// watchTwins tells, while a new record is typed, that the office may hold one of that person already.
func (c *cadresScreen) watchTwins(name *kit.Entry, birth *kit.DateField, phone *kit.Entry, post *postFields, read func() data.Cadre) *kit.Notice {
	notice := kit.NewNotice("Mở hồ sơ đã có")
	latest := 0
	look := func() {
		typed, unit, on := read(), number(post.unit.ID()), c.on
		if len(strings.Fields(typed.FullName)) < 2 {
			latest++
			notice.Say("", nil)
			return
		}
		load(c.shell, &latest, func(ctx context.Context) (app.Known, error) { return c.office.AlreadyHeld(ctx, on, typed, unit) }, func(k app.Known) {
			if k.ID == 0 {
				notice.Say("", nil)
				return
			}
			notice.Say(knownText(k), func() { notice.Close(func() { c.openCadre(k.ID) }) })
		})
	}
	name.OnChanged = func(string) { look() }
	phone.OnChanged = func(string) { look() }
	birth.OnChanged = look
	offer := post.unit.OnChanged
	post.unit.OnChanged = func(o kit.Option) {
		offer(o)
		look()
	}
	return notice
}

// knownText says who is held: "Đã có Phạm Thị Đào, sinh 1965, Chi hội trưởng xóm 4, xã Hải Vân, và 2 người khác."
func knownText(k app.Known) string {
	said := "Đã có " + k.Name
	if !k.Birth.IsZero() {
		said += ", sinh " + k.Birth.String()
	}
	if k.Title != "" {
		said += ", " + vietnamese.LowerFirst(k.Title)
	}
	if k.Others > 0 {
		said += fmt.Sprintf(", và %d người khác", k.Others)
	}
	return said + "."
}
