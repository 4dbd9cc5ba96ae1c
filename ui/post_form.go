package ui

import (
	"context"
	"fmt"
	"slices"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// keptPosition stands, where many are moved, for the post that each holds.
const keptPosition = "0"

// unitPost are the inputs for a unit and one of the posts that it has.
type unitPost struct {
	unit       *kit.Picker
	position   *kit.Choice
	positions  []data.Position // of the unit
	first      []kit.Option    // offered before them
	onPosition func()          // when another post is chosen or offered; may be nil
}

// newUnitPost prepares the inputs; unit and position are those chosen at the start.
func (c *cadresScreen) newUnitPost(unit kit.Option, position int64, onPosition func()) *unitPost {
	p := &unitPost{onPosition: onPosition}
	p.position = kit.NewChoice(nil, func(string) { p.tell() })
	p.unit = c.newPicker("Gõ tên đơn vị…", c.searchUnits)
	p.unit.OnChanged = func(o kit.Option) { c.offerPositions(p, o.ID, "") }
	p.unit.SetOption(unit)
	chosen := ""
	if position != 0 { // stands there before the posts are read
		chosen = text(position)
		p.position.SetOptions([]kit.Option{{ID: chosen, Label: "…"}})
		p.position.SetID(chosen)
	}
	c.offerPositions(p, unit.ID, chosen)
	return p
}

func (p *unitPost) tell() {
	if p.onPosition != nil {
		p.onPosition()
	}
}

// chosen is the post, without id when there is none yet.
func (p *unitPost) chosen() data.Position {
	for _, one := range p.positions {
		if text(one.ID) == p.position.ID() {
			return one
		}
	}
	return data.Position{}
}

// offerPositions shows the posts that a unit has.
func (c *cadresScreen) offerPositions(p *unitPost, unit, chosen string) {
	if unit == "" {
		p.positions = nil
		p.position.SetOptions(nil)
		p.tell()
		return
	}
	on, latest := c.on, 0
	load(c.shell, &latest, func(ctx context.Context) ([]data.Position, error) {
		return c.office.PositionsOf(ctx, on, number(unit))
	}, func(positions []data.Position) {
		options := slices.Clone(p.first)
		for _, pos := range positions {
			options = append(options, kit.Option{ID: text(pos.ID), Label: pos.Name})
		}
		p.positions = positions
		p.position.SetOptions(options)
		if chosen != "" {
			p.position.SetID(chosen)
		}
		p.tell()
	})
}

// fields are the two lines of a form; a unit may be left out unless it is needed.
func (p *unitPost) fields(needed bool) []kit.Field {
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
	}
}

// postFields are the inputs for a post of a cadre, alone or as part of the form of a new cadre.
type postFields struct {
	*unitPost
	before   data.Appointment
	manner   *kit.Choice
	started  *kit.DateField
	decision *kit.Entry
	term     *kit.Choice
	sector   *kit.Picker // for the posts of committees only
}

// newPostFields prepares the inputs; unit is the one chosen at the start.
func (c *cadresScreen) newPostFields(before data.Appointment, unit kit.Option) *postFields {
	p := &postFields{before: before}
	p.manner = kit.NewChoice(wordOptions(app.Manners), nil)
	p.manner.SetID(before.Manner)
	p.started = c.dateInput(before.StartedOn)
	p.decision = textInput(before.Decision)
	p.term = c.termInput(before.TermID)
	p.sector = c.wordInput("sector", before.Sector)
	p.unitPost = c.newUnitPost(unit, before.PositionID, nil)
	p.onPosition = p.showSector
	p.showSector()
	return p
}

// showSector lets the cơ cấu be chosen only for a post of a committee.
func (p *postFields) showSector() {
	if p.chosen().Bodies == "" {
		p.sector.Disable()
	} else {
		p.sector.Enable()
	}
}

// termInput is a choice among the terms, or none.
func (c *cadresScreen) termInput(value int64) *kit.Choice {
	choice := kit.NewChoice([]kit.Option{{ID: "0", Label: "Không theo nhiệm kỳ"}, {ID: text(value), Label: "…"}}, nil)
	choice.SetID(text(value))
	latest := 0
	load(c.shell, &latest, c.office.Terms, func(terms []data.Term) {
		options := []kit.Option{{ID: "0", Label: "Không theo nhiệm kỳ"}}
		for _, t := range terms {
			options = append(options, kit.Option{ID: text(t.ID), Label: t.Name, Detail: t.Note})
		}
		choice.SetOptions(options)
		choice.SetID(text(value))
	})
	return choice
}

// fields are the lines of the form. Alone a post needs its unit; beside a new cadre it may be left out.
func (p *postFields) fields(needed bool) []kit.Field {
	return append(p.unitPost.fields(needed), []kit.Field{
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
		{Label: "Nhiệm kỳ", Widget: p.term},
		{Label: "Cơ cấu", Widget: p.sector, Check: wordCheck(p.sector), Hint: "Chỉ cho ủy viên các ban."},
	}...)
}

func (p *postFields) read() data.Appointment {
	a := p.before
	a.UnitID, a.PositionID = number(p.unit.ID()), number(p.position.ID())
	a.StartedOn, _ = p.started.Date()
	a.Manner, a.Decision, a.TermID = p.manner.ID(), p.decision.Value(), number(p.term.ID())
	if p.positions != nil { // until then nothing is known of the post
		if a.Sector = ""; p.chosen().Bodies != "" {
			a.Sector = p.sector.ID()
		}
	}
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
	reason := c.wordInput("leaving", before.Reason)
	read := func() data.Appointment {
		a := p.read()
		if before.ID != 0 {
			a.EndedOn, _ = ended.Date()
			a.Reason = reason.ID()
		}
		return a
	}
	if before.ID != 0 {
		fields = append(fields,
			kit.Field{Label: "Đến ngày", Widget: ended, Check: ended.Check, Hint: "Để trống nếu đang giữ chức danh."},
			kit.Field{Label: "Lý do thôi", Widget: reason, Check: wordCheck(reason)})
	}
	kit.ShowForm(c.win, title, fields, kit.FormOptions{
		Width:   560,
		Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			a := read()
			c.savePost(a, func(ctx context.Context) error { return c.office.SaveAppointment(ctx, a) },
				func(ctx context.Context, holder data.Appointment) error {
					return c.office.ReplaceHolder(ctx, holder, a)
				}, done)
		},
	})
}

// savePost saves what a form says of a post. When somebody else holds it, for one person only, it asks whether she is to be
// replaced, by replace.
func (c *cadresScreen) savePost(a data.Appointment, save func(context.Context) error, replace func(context.Context, data.Appointment) error, done func(error)) {
	var holder data.Post
	var name string
	c.do(func(ctx context.Context) (err error) {
		if a.PositionID != 0 && !a.StartedOn.IsZero() {
			if holder, name, err = c.office.HolderInTheWay(ctx, a); err != nil || name != "" {
				return err
			}
		}
		return save(ctx)
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
			c.do(func(ctx context.Context) error { return replace(ctx, holder.Appointment) }, func(err error) { done(sentence(err)) })
		})
	})
}

// endPost notes that a cadre left a post.
func (c *cadresScreen) endPost(cadre data.Cadre, p data.Post) {
	last := kit.NewDateField(true)
	last.Today = c.office.Today
	last.SetDate(c.on)
	reason := c.wordInput("leaving", "")
	kit.ShowForm(c.win, cadre.FullName+" thôi giữ chức danh "+p.PositionName, []kit.Field{
		{Label: "Ngày cuối cùng giữ", Widget: last, Check: required(last)},
		{Label: "Lý do", Widget: reason, Check: wordNeeded(reason, "lý do")},
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
		{Label: "Lý do", Widget: reason, Check: wordNeeded(reason, "lý do")},
	}, kit.FormOptions{SaveLabel: "Ghi thôi", Width: 560, Save: func(done func(error)) {
		on, _ := last.Date()
		why := reason.ID()
		c.do(func(ctx context.Context) error { return c.office.LeaveUnion(ctx, cadre, on, why) }, func(err error) { done(sentence(err)) })
	}})
}
