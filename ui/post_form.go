package ui

import (
	"context"
	"fmt"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// postFields are the inputs for a post of a cadre, alone or as part of the form of a new cadre.
type postFields struct {
	before   data.Appointment
	unit     *kit.Picker
	position *kit.Choice
	manner   *kit.Choice
	started  *kit.DateField
	decision *kit.Entry
}

// newPostFields prepares the inputs; unit is the one chosen at the start.
func (c *cadresScreen) newPostFields(before data.Appointment, unit kit.Option) *postFields {
	p := &postFields{before: before}
	p.position = kit.NewChoice(nil, nil)
	p.unit = c.newPicker("Gõ tên đơn vị…", c.searchUnits)
	p.unit.OnChanged = func(o kit.Option) { c.offerPositions(p, o.ID, "") }
	p.unit.SetOption(unit)
	manners := make([]kit.Option, len(app.Manners))
	for i, m := range app.Manners {
		manners[i] = kit.Option{ID: m, Label: m}
	}
	p.manner = kit.NewChoice(manners, nil)
	p.manner.SetID(before.Manner)
	p.started = kit.NewDateField(true)
	p.started.Today = c.office.Today
	p.started.SetDate(before.StartedOn)
	p.decision = kit.NewEntry()
	p.decision.SetText(before.Decision)
	chosen := ""
	if before.PositionID != 0 {
		chosen = text(before.PositionID)
	}
	c.offerPositions(p, unit.ID, chosen)
	return p
}

// offerPositions shows the posts that a unit has.
func (c *cadresScreen) offerPositions(p *postFields, unit, chosen string) {
	if unit == "" {
		p.position.SetOptions(nil)
		return
	}
	on, latest := c.on, 0
	load(c.shell, &latest, func(ctx context.Context) ([]data.Position, error) {
		return c.office.PositionsOf(ctx, on, number(unit))
	}, func(positions []data.Position) {
		options := make([]kit.Option, len(positions))
		for i, pos := range positions {
			options[i] = kit.Option{ID: text(pos.ID), Label: pos.Name}
		}
		p.position.SetOptions(options)
		if chosen != "" {
			p.position.SetID(chosen)
		}
	})
}

// fields are the lines of the form. Alone a post needs its unit; beside a new cadre it may be left out.
func (p *postFields) fields(needed bool) []kit.Field {
	return []kit.Field{
		{Label: "Đơn vị", Widget: p.unit, Check: func() error {
			if p.unit.ID() == "" && (needed || p.unit.Text() != "") {
				return app.Problem("Hãy gõ và chọn đơn vị trong danh sách.")
			}
			return nil
		}},
		{Label: "Chức danh", Widget: p.position, Check: func() error {
			if p.unit.ID() != "" && p.position.ID() == "" {
				return app.Problem("Hãy chọn chức danh.")
			}
			return nil
		}},
		{Label: "Từ ngày", Widget: p.started, Hint: "Ngày, tháng/năm hoặc năm.", Check: func() error {
			if err := p.started.Check(); err != nil {
				return err
			}
			if d, _ := p.started.Date(); p.unit.ID() != "" && d.IsZero() {
				return app.Problem("Hãy gõ ngày bắt đầu.")
			}
			return nil
		}},
		{Label: "Hình thức", Widget: p.manner},
		{Label: "Số quyết định", Widget: p.decision},
	}
}

func (p *postFields) read() data.Appointment {
	a := p.before
	a.UnitID, a.PositionID = number(p.unit.ID()), number(p.position.ID())
	a.StartedOn, _ = p.started.Date()
	a.Manner, a.Decision = p.manner.ID(), p.decision.Value()
	return a
}

func (p *postFields) changed() bool { return p.read() != p.before && p.unit.ID() != "" }

func (c *cadresScreen) addPost(cadre data.Cadre) {
	c.postForm("Giao chức danh cho "+cadre.FullName, data.Appointment{CadreID: cadre.ID, StartedOn: c.on, Manner: app.Manners[0]}, kit.Option{})
}

func (c *cadresScreen) editPost(cadre data.Cadre, p data.Post) {
	c.postForm("Sửa chức danh của "+cadre.FullName, p.Appointment, kit.Option{ID: text(p.UnitID), Label: p.UnitLabel()})
}

func (c *cadresScreen) postForm(title string, before data.Appointment, unit kit.Option) {
	p := c.newPostFields(before, unit)
	fields := p.fields(true)
	ended := kit.NewDateField(true)
	ended.Today = c.office.Today
	ended.SetDate(before.EndedOn)
	reason := kit.NewEntry()
	reason.SetText(before.Reason)
	read := func() data.Appointment {
		a := p.read()
		if before.ID != 0 {
			a.EndedOn, _ = ended.Date()
			a.Reason = reason.Value()
		}
		return a
	}
	if before.ID != 0 {
		fields = append(fields,
			kit.Field{Label: "Đến ngày", Widget: ended, Check: ended.Check, Hint: "Để trống nếu đang giữ chức danh."},
			kit.Field{Label: "Lý do thôi", Widget: reason})
	}
	kit.ShowForm(c.win, title, fields, kit.FormOptions{
		Width:   560,
		Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			a := read()
			var holder data.Post
			var name string
			c.do(func(ctx context.Context) (err error) {
				if a.PositionID != 0 && !a.StartedOn.IsZero() {
					if holder, name, err = c.office.HolderInTheWay(ctx, a); err != nil || name != "" {
						return err
					}
				}
				return c.office.SaveAppointment(ctx, a)
			}, func(err error) {
				if err != nil || name == "" || holder.StartedOn.After(app.DayBefore(a.StartedOn)) {
					if err == nil && name != "" {
						err = app.Problem("“%s” giữ chức danh này từ %s, không trước ngày được gõ; hãy sửa ngày.", name, holder.StartedOn)
					}
					done(sentence(err))
					return
				}
				done(app.Problem("“%s” đang giữ chức danh này.", name))
				kit.Ask(c.win, "Thay người giữ chức danh", fmt.Sprintf("%s đang giữ chức danh này. Ghi thôi giữ, ngày cuối cùng %s, và giao cho người mới?", name, app.DayBefore(a.StartedOn)), "Thay người", "Xem lại", func() {
					c.do(func(ctx context.Context) error { return c.office.ReplaceHolder(ctx, holder.Appointment, a) }, func(err error) { done(sentence(err)) })
				})
			})
		},
	})
}

// endPost notes that a cadre left a post.
func (c *cadresScreen) endPost(cadre data.Cadre, p data.Post) {
	last := kit.NewDateField(true)
	last.Today = c.office.Today
	last.SetDate(c.on)
	reasons := make([]kit.Option, len(app.LeavingReasons))
	for i, r := range app.LeavingReasons {
		reasons[i] = kit.Option{ID: r, Label: r}
	}
	reason := kit.NewChoice(reasons, nil)
	kit.ShowForm(c.win, cadre.FullName+" thôi giữ chức danh "+p.PositionName, []kit.Field{
		{Label: "Ngày cuối cùng giữ", Widget: last, Check: required(last)},
		{Label: "Lý do", Widget: reason, Check: func() error {
			if reason.ID() == "" {
				return app.Problem("Hãy chọn lý do.")
			}
			return nil
		}},
	}, kit.FormOptions{
		SaveLabel: "Ghi thôi giữ", Width: 560,
		Save: func(done func(error)) {
			d, _ := last.Date()
			why := reason.ID()
			c.do(func(ctx context.Context) error { return c.office.EndAppointment(ctx, p.Appointment, d, why) }, func(err error) { done(sentence(err)) })
		},
	})
}

// leaveUnion notes that a cadre left the work of the Union; her posts end with it.
func (c *cadresScreen) leaveUnion(cadre data.Cadre) {
	last := c.dateInput(c.on)
	reason := c.wordInput("leaving", "")
	kit.ShowForm(c.win, cadre.FullName+" thôi công tác Hội", []kit.Field{
		{Label: "Ngày thôi", Widget: last, Check: required(last), Hint: "Các chức danh đang giữ cũng thôi từ ngày này."},
		{Label: "Lý do", Widget: reason, Check: func() error {
			if reason.ID() == "" {
				return app.Problem("Hãy chọn lý do.")
			}
			return nil
		}},
	}, kit.FormOptions{SaveLabel: "Ghi thôi", Width: 560, Save: func(done func(error)) {
		on, _ := last.Date()
		why := reason.ID()
		c.do(func(ctx context.Context) error { return c.office.LeaveUnion(ctx, cadre, on, why) }, func(err error) { done(sentence(err)) })
	}})
}
