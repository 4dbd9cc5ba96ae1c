package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// teamField gathers the members of a team beside its leader: found by name, listed below with their roles and a way to take them out.
type teamField struct {
	*fyne.Container
	picker    *kit.Picker
	list      *fyne.Container
	members   []teamMember
	onChanged func()
}

type teamMember struct {
	kit.Option
	role data.VisitRole
}

func (s *shell) newTeamField(inspector int64) *teamField {
	t := &teamField{list: container.NewVBox(), onChanged: func() {}}
	t.picker = s.newPicker("Gõ tên để thêm thành viên…", s.searchInspectors(inspector))
	t.picker.OnChanged = func(o kit.Option) {
		if o.ID != "" {
			t.add(o, data.Member)
			t.picker.SetOption(kit.Option{})
			t.onChanged()
		}
	}
	t.Container = below(4, -1, t.picker, t.list)
	return t
}

func (t *teamField) add(o kit.Option, role data.VisitRole) {
	if slices.ContainsFunc(t.members, func(m teamMember) bool { return m.ID == o.ID }) {
		return
	}
	t.members = append(t.members, teamMember{o, role})
	t.show()
}

func (t *teamField) show() {
	rows := make([]fyne.CanvasObject, len(t.members))
	for n, m := range t.members {
		role := kit.NewChoice([]kit.Option{{ID: string(data.Deputy), Label: app.RoleName(data.Deputy)}, {ID: string(data.Secretary), Label: app.RoleName(data.Secretary)}, {ID: string(data.Member), Label: app.RoleName(data.Member)}},
			func(id string) { t.members[n].role = data.VisitRole(id) })
		role.SetID(string(m.role))
		rows[n] = line(0, kit.Body(m.Label).Shrinking(), fixed(170, role), kit.NewLink("Bỏ", func() {
			t.members = slices.DeleteFunc(t.members, func(other teamMember) bool { return other.ID == m.ID })
			t.show()
			t.onChanged()
		}))
	}
	t.list.Objects = rows
	t.list.Refresh()
	relayout(t.list)
}

// newTeamInputs are the inputs for the team of a visit. The notice tells who of them is at another unit on the day, the visit's own or that
// which a form asks for.
func (s *shell) newTeamInputs(v data.Visit, asked *kit.DateField, now []data.TeamMember) (*kit.Picker, *teamField, *kit.Notice) {
	leader := s.newPicker("Gõ tên trưởng đoàn…", s.searchInspectors(v.InspectorID))
	team, busy := s.newTeamField(v.InspectorID), kit.NewNotice("")
	for _, m := range now {
		o := kit.Option{ID: text(m.CadreID), Label: m.FullName}
		if m.Role == data.Leader {
			leader.SetOption(o)
		} else {
			team.add(o, m.Role)
		}
	}
	latest := 0
	look := func() {
		var ids []int64
		for _, seat := range teamSeats(leader, team) {
			ids = append(ids, seat.Cadre)
		}
		then := v
		if asked != nil {
			if d, err := asked.Date(); err == nil && d.IsFull() {
				then.DoneOn = d
			}
		}
		load(s, &latest, func(ctx context.Context) ([]app.Busy, error) { return s.office.TeamBusy(ctx, then, ids) }, func(found []app.Busy) {
			if len(found) == 0 {
				busy.Say("", nil)
				return
			}
			busy.Say(busyText(found[0]), nil)
		})
	}
	team.onChanged = look
	leader.OnChanged = func(kit.Option) { look() }
	return leader, team, busy
}

func leaderPicked(leader *kit.Picker) func() error {
	return func() error {
		if leader.ID() == "" {
			return app.Problem("Hãy gõ tên và chọn trưởng đoàn trong danh sách.")
		}
		return nil
	}
}

// teamSeats are the seats that the inputs tell.
func teamSeats(leader *kit.Picker, team *teamField) []app.Seat {
	var seats []app.Seat
	if leader.ID() != "" {
		seats = append(seats, app.Seat{Cadre: number(leader.ID()), Role: data.Leader})
	}
	for _, m := range team.members {
		if m.ID != leader.ID() {
			seats = append(seats, app.Seat{Cadre: number(m.ID), Role: m.role})
		}
	}
	return seats
}

func sameSeats(a, b []app.Seat) bool { return slices.Equal(a, b) }

// searchInspectors finds cadres for a team, those of the inspecting unit first.
func (s *shell) searchInspectors(inspector int64) func(context.Context, string) ([]kit.Option, error) {
	return func(ctx context.Context, typed string) ([]kit.Option, error) {
		on := s.dayInView()
		own, err := s.office.StaffOf(ctx, on, inspector, typed)
		if err != nil {
			return nil, err
		}
		var options []kit.Option
		known := map[int64]bool{}
		for _, m := range own {
			known[m.ID] = true
			options = append(options, kit.Option{ID: text(m.ID), Label: m.Name, Detail: m.Post, Group: "Cơ quan kiểm tra"})
		}
		if typed == "" {
			return options, nil
		}
		others, err := s.office.SearchCadres(ctx, on, typed, 0, 8)
		for _, m := range others {
			if !known[m.ID] {
				options = append(options, kit.Option{ID: text(m.ID), Label: m.Name, Detail: m.Post, Group: "Cán bộ khác"})
			}
		}
		return options, err
	}
}

// recordVisit opens the form in which a visit is noted as done.
func (s *shell) recordVisit(p app.VisitPage) {
	done := s.visitDay(p.DoneOn)
	start := p.DoneOn
	if start.IsZero() {
		start = s.today
		if s.on.Before(start) {
			start = s.on
		}
	}
	done.SetDate(start)
	leader, team, busy := s.newTeamInputs(p.Visit, done, p.Team)
	note := kit.NewNote(4)
	note.SetText(p.Note)
	before := teamSeats(leader, team)
	changed := func() bool {
		d, err := done.Date()
		return err != nil || d != start || note.Value() != p.Note || !sameSeats(before, teamSeats(leader, team))
	}
	kit.ShowForm(s.win, "Ghi kết quả kiểm tra "+vietnamese.LowerFirst(p.Unit.Label()), []kit.Field{
		{Label: "Ngày kiểm tra", Widget: done, Check: func() error {
			if err := required(done)(); err != nil {
				return err
			}
			if d, _ := done.Date(); d.After(s.office.Today()) {
				return app.Problem("Ngày kiểm tra ở tương lai.")
			}
			return nil
		}},
		{Label: "Trưởng đoàn", Widget: leader, Check: leaderPicked(leader)},
		{Label: "Thành viên", Widget: team.Container, Notice: busy},
		{Label: "Ghi nhận", Widget: note, Check: note.Check, Hint: "Nhận xét chung; được đưa vào báo cáo kết quả kiểm tra."},
	}, kit.FormOptions{
		Width: 640, Changed: changed,
		Save: func(finish func(error)) {
			d, _ := done.Date()
			result := app.VisitResult{DoneOn: d, Team: teamSeats(leader, team), Note: note.Value()}
			s.do(func(ctx context.Context) error { return s.office.RecordVisit(ctx, p.Visit, result) }, func(err error) { finish(sentence(err)) })
		},
	})
}

// moveVisit gives a visit another planned day, warning of one that is off or on which somebody is elsewhere.
func (s *shell) moveVisit(p app.VisitPage) {
	move := s.moveWarned(p.Visit)
	planned := s.visitDay(p.PlannedOn)
	kit.ShowForm(s.win, "Đổi ngày kiểm tra "+vietnamese.LowerFirst(p.Unit.Label()), []kit.Field{
		{Label: "Ngày dự kiến", Widget: planned, Check: required(planned), Hint: "Hạn của đợt: " + p.Period.DueOn.String() + "."},
	}, kit.FormOptions{
		Width: 480,
		Save: func(done func(error)) {
			d, _ := planned.Date()
			move(d, done)
		},
	})
}
