package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// unitCommittee is the part of a unit that shows who sits in its committees, term by term.
type unitCommittee struct {
	*unitsScreen
	of     data.UnitOn
	terms  []data.UnitTerm
	term   *kit.Choice
	body   *kit.Choice
	said   *kit.Text
	shares *kit.Text
	object *fyne.Container
	latest int
}

// committee draws the committees of a unit.
func (u *unitsScreen) committee(p app.UnitPage) fyne.CanvasObject {
	c := &unitCommittee{unitsScreen: u, of: p.Unit}
	c.term = kit.NewChip("", nil, func(string) { c.showBody() })
	bodies := make([]kit.Option, len(app.Bodies))
	for i, b := range app.Bodies {
		bodies[i] = kit.Option{ID: string(b), Label: app.BodyName(b)}
	}
	c.body = kit.NewChip("", bodies, func(string) { c.showBody() })
	c.body.SetID(string(app.FullCommittee))
	c.said, c.shares = kit.Paragraph(""), kit.Caption("").Wrapping()
	c.object = container.NewStack()
	c.load()
	return c.object
}

// load reads the terms and shows the one of the day in view.
func (c *unitCommittee) load() {
	id := c.of.ID
	load(c.shell, &c.latest, func(ctx context.Context) ([]data.UnitTerm, error) { return c.office.UnitTerms(ctx, id) }, func(terms []data.UnitTerm) {
		c.terms = terms
		options := make([]kit.Option, len(terms))
		for i, t := range terms {
			options[i] = kit.Option{ID: text(t.ID), Label: app.UnitTermName(t)}
		}
		c.term.SetOptions(options)
		if t, ok := app.PickUnitTerm(terms, c.on); ok {
			c.term.SetID(text(t.ID))
		}
		c.showBody()
	})
}

// chosen is the term in view; the zero one when none is noted.
func (c *unitCommittee) chosen() data.UnitTerm {
	for _, t := range c.terms {
		if text(t.ID) == c.term.ID() {
			return t
		}
	}
	return data.UnitTerm{}
}

func (c *unitCommittee) showBody() {
	on, id, term, body := c.on, c.of.ID, c.chosen(), app.Body(c.body.ID())
	load(c.shell, &c.latest, func(ctx context.Context) (app.Committee, error) { return c.office.Committee(ctx, on, id, term, body) }, func(m app.Committee) {
		c.show(term, body, m)
	})
}

func (c *unitCommittee) show(term data.UnitTerm, body app.Body, m app.Committee) {
	table := kit.NewDataTable([]kit.Column[app.PostRow]{
		{ID: "name", Title: "Họ và tên", Width: 150, Grow: 1, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.Cadre.FullName} }},
		{ID: "position", Title: "Chức danh", Width: 166, Grow: 1, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.PositionName} }},
		{ID: "from", Title: "Từ ngày", Width: 92, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.StartedOn.String()} }},
		{ID: "manner", Title: "Hình thức", Width: 86, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.Manner} }},
		{ID: "sector", Title: "Cơ cấu", Width: 164, Grow: 1, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.Sector} }},
	}, func(r app.PostRow) string { return text(r.ID) }, fromSlice(m.Members))
	table.SetRunner(c.background)
	table.OnOpened = func(r app.PostRow) { c.open("c:" + text(r.CadreID)) }
	table.SetEmpty("Chưa ghi ai trong "+app.BodyName(body)+" vào ngày "+m.On.String()+".", nil)
	table.Reload()
	var out *kit.Action
	out = kit.NewAction("Xuất / In", "", func() { c.chooseOut(out, term, body) }).Menu()
	acts := []fyne.CanvasObject{fixed(150, c.body), out, kit.NewAction("+ Nhiệm kỳ", "", func() { c.edit(data.UnitTerm{UnitID: c.of.ID}) })}
	if term.ID != 0 {
		acts = append([]fyne.CanvasObject{fixed(212, c.term)}, append(acts, kit.NewAction("Sửa…", "", func() { c.edit(term) }), kit.NewAction("Xóa…", "", func() { c.remove(term) }))...)
	}
	c.said.SetText(membersLine(m))
	c.shares.SetText(sharesLine(term, m))
	c.object.Objects = []fyne.CanvasObject{below(8, 3, flow(acts...), c.said, c.shares, table)}
	c.object.Refresh()
	relayout(c.object)
}

// chooseOut offers the list of the members on paper and for Excel.
func (c *unitCommittee) chooseOut(at fyne.CanvasObject, term data.UnitTerm, body app.Body) {
	on, unit := c.on, c.of
	kit.ShowMenu(at, []kit.Option{{ID: ".pdf", Label: "Danh sách ủy viên ra PDF để in…"}, {ID: ".xlsx", Label: "Danh sách ủy viên ra Excel…"}}, func(ending string) {
		c.saveFile("Danh sách ủy viên "+app.BodyName(body), app.CommitteeTableName(unit, term, body), ending, func(ctx context.Context, path string) error {
			return c.office.SaveCommittee(ctx, path, on, unit, term, body)
		}, func(path string) { kit.Tell(c.win, "Đã xuất", "Đã lưu danh sách vào “"+path+"”.") })
	})
}

// membersLine says how a body is filled: "17/19 ủy viên, khuyết 2 · 15 đảng viên (88,2%) · tuổi bình quân 45,3".
func membersLine(m app.Committee) string {
	n := len(m.Members)
	parts := []string{fmt.Sprintf("%d ủy viên", n)}
	if m.Seats > 0 {
		parts[0] = fmt.Sprintf("%d/%d ủy viên", n, m.Seats)
		switch {
		case m.Vacant > 0:
			parts[0] += fmt.Sprintf(", khuyết %d", m.Vacant)
		case n > m.Seats:
			parts[0] += fmt.Sprintf(", vượt %d", n-m.Seats)
		}
	}
	if n > 0 {
		parts = append(parts, fmt.Sprintf("%d đảng viên (%s)", m.Party, app.Percent(m.Party, n)))
	}
	if m.AverageAge > 0 {
		parts = append(parts, "tuổi bình quân "+vietnamese.Decimal(m.AverageAge, 1))
	}
	return strings.Join(parts, " · ")
}

// sharesLine says of which day and term the members are, and what they stand for.
func sharesLine(t data.UnitTerm, m app.Committee) string {
	parts := []string{"Tính đến " + m.On.String()}
	if t.ID == 0 {
		parts = append(parts, "chưa ghi nhiệm kỳ")
	} else {
		parts = append(parts, fmt.Sprintf("nhiệm kỳ %s – %s", t.FirstDay, t.LastDay))
		if !t.CongressOn.IsZero() {
			parts = append(parts, "đại hội "+t.CongressOn.String())
		}
	}
	list := func(caption string, shares []app.Share) {
		var said []string
		for _, s := range shares {
			if s.Name == "" {
				if len(shares) == 1 {
					return // nothing noted at all
				}
				s.Name = "chưa ghi"
			}
			said = append(said, fmt.Sprintf("%s %d", vietnamese.LowerFirst(s.Name), s.Count))
		}
		if len(said) > 0 {
			parts = append(parts, caption+": "+strings.Join(said, ", "))
		}
	}
	list("hình thức", m.Manners)
	list("cơ cấu", m.Sectors)
	return strings.Join(parts, " · ")
}

// edit shows the form of a term; a new one follows the last.
func (c *unitCommittee) edit(before data.UnitTerm) {
	ordinal, name, note := textInput(before.Ordinal), textInput(before.Name), kit.NewNote(2)
	note.SetText(before.Note)
	date := func(d day.Date) *kit.DateField {
		f := kit.NewDateField(false)
		f.Today = c.office.Today
		f.SetDate(d)
		return f
	}
	congress, first, last := date(before.CongressOn), date(before.FirstDay), date(before.LastDay)
	seats := []*kit.Entry{seatsInput(before.CommitteeSeats), seatsInput(before.BoardSeats), seatsInput(before.InspectionSeats)}
	read := func() data.UnitTerm {
		t := before
		t.Ordinal, t.Name, t.Note = ordinal.Value(), name.Value(), note.Value()
		t.CongressOn, _ = congress.Date()
		t.FirstDay, _ = first.Date()
		t.LastDay, _ = last.Date()
		for i, into := range []*int{&t.CommitteeSeats, &t.BoardSeats, &t.InspectionSeats} {
			*into, _ = wholeNumber(seats[i].Value(), "")
		}
		return t
	}
	fields := []kit.Field{
		{Label: "Khóa", Widget: ordinal, Hint: "Ví dụ XVII; để trống nếu không gọi theo khóa."},
		{Label: "Nhiệm kỳ", Widget: name, Hint: "Ví dụ 2021 - 2026.", Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ tên nhiệm kỳ, ví dụ 2021 - 2026.")
			}
			return nil
		}},
		{Label: "Ngày đại hội", Widget: congress, Check: congress.Check},
		{Label: "Từ ngày", Widget: first, Check: required(first)},
		{Label: "Đến ngày", Widget: last, Check: required(last)},
		{Label: "Số ủy viên Ban Chấp hành", Widget: seats[0], Check: seatsKnown(seats[0])},
		{Label: "Số ủy viên Ban Thường vụ", Widget: seats[1], Check: seatsKnown(seats[1])},
		{Label: "Số ủy viên Ủy ban Kiểm tra", Widget: seats[2], Check: seatsKnown(seats[2])},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}
	start := read()
	kit.ShowForm(c.win, "Nhiệm kỳ: "+app.UnionName(c.of, false), fields, kit.FormOptions{Width: 600, Changed: func() bool { return read() != start }, Save: func(done func(error)) {
		t := read()
		c.do(func(ctx context.Context) error { return c.office.SaveUnitTerm(ctx, t) }, func(err error) { done(sentence(err)) })
	}})
}

func seatsInput(n int) *kit.Entry {
	e := kit.NewEntry()
	if n > 0 {
		e.SetText(strconv.Itoa(n))
	}
	e.SetPlaceHolder("chưa ấn định")
	return e
}

// seatsKnown refuses what is no number of seats.
func seatsKnown(e *kit.Entry) func() error {
	return func() error {
		_, err := wholeNumber(e.Value(), "Số ủy viên")
		return err
	}
}

func (c *unitCommittee) remove(t data.UnitTerm) {
	kit.Ask(c.win, "Xóa nhiệm kỳ", "Xóa nhiệm kỳ “"+app.UnitTermName(t)+"” của đơn vị? Chức danh của các ủy viên vẫn giữ nguyên.", "Xóa", "Để nguyên", func() {
		c.do(func(ctx context.Context) error { return c.office.RemoveUnitTerm(ctx, t) }, c.fail)
	})
}
