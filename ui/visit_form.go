package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// teamField gathers the members of a team: found by name, listed below with a way to take them out.
type teamField struct {
	*fyne.Container
	picker  *kit.Picker
	list    *fyne.Container
	members []kit.Option
}

func (i *inspectionsScreen) newTeamField(inspector int64) *teamField {
	t := &teamField{list: container.NewVBox()}
	t.picker = i.newPicker("Gõ tên để thêm thành viên…", i.searchInspectors(inspector))
	t.picker.OnChanged = func(o kit.Option) {
		if o.ID != "" {
			t.add(o)
			t.picker.SetOption(kit.Option{})
		}
	}
	t.Container = below(4, -1, t.picker, t.list)
	return t
}

func (t *teamField) add(o kit.Option) {
	for _, m := range t.members {
		if m.ID == o.ID {
			return
		}
	}
	t.members = append(t.members, o)
	t.show()
}

func (t *teamField) show() {
	rows := make([]fyne.CanvasObject, len(t.members))
	for n, m := range t.members {
		rows[n] = line(0, kit.Body(m.Label).Shrinking(), kit.NewLink("Bỏ", func() {
			for k, other := range t.members {
				if other.ID == m.ID {
					t.members = append(t.members[:k:k], t.members[k+1:]...)
					break
				}
			}
			t.show()
		}))
	}
	t.list.Objects = rows
	t.list.Refresh()
	relayout(t.list)
}

func (t *teamField) ids() []int64 {
	ids := make([]int64, len(t.members))
	for n, m := range t.members {
		ids[n] = number(m.ID)
	}
	return ids
}

// searchInspectors finds cadres for a team, those of the inspecting unit first.
func (i *inspectionsScreen) searchInspectors(inspector int64) func(context.Context, string) ([]kit.Option, error) {
	return func(ctx context.Context, typed string) ([]kit.Option, error) {
		on := i.dayInView()
		own, err := i.office.StaffOf(ctx, on, inspector, typed)
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
		others, err := i.office.SearchCadres(ctx, on, typed, 0, 8)
		for _, m := range others {
			if !known[m.ID] {
				options = append(options, kit.Option{ID: text(m.ID), Label: m.Name, Detail: m.Post, Group: "Cán bộ khác"})
			}
		}
		return options, err
	}
}

// record opens the form in which a visit is noted as done.
func (i *inspectionsScreen) record() {
	if i.visit == 0 || i.page.ID != i.visit {
		kit.Tell(i.win, "Ghi kết quả kiểm tra", "Hãy chọn một cuộc kiểm tra trong danh sách trước.")
		return
	}
	p := i.page
	done := kit.NewDateField(false)
	done.Today = i.office.Today
	start := p.DoneOn
	if start.IsZero() {
		start = i.today
		if i.on.Before(start) {
			start = i.on
		}
	}
	done.SetDate(start)
	leader := i.newPicker("Gõ tên trưởng đoàn…", i.searchInspectors(p.InspectorID))
	team := i.newTeamField(p.InspectorID)
	for _, m := range p.Team {
		o := kit.Option{ID: text(m.CadreID), Label: m.FullName}
		if m.Role == data.Leader {
			leader.SetOption(o)
		} else {
			team.add(o)
		}
	}
	note := kit.NewNote(4)
	note.SetText(p.Note)
	before := len(team.members)
	changed := func() bool {
		d, err := done.Date()
		return err != nil || d != start || note.Value() != p.Note || leader.Text() != p.LeaderName() || len(team.members) != before
	}
	kit.ShowForm(i.win, "Ghi kết quả kiểm tra "+lowerFirst(p.Unit.Label()), []kit.Field{
		{Label: "Ngày kiểm tra", Widget: done, Check: func() error {
			if err := required(done)(); err != nil {
				return err
			}
			if d, _ := done.Date(); d.After(i.office.Today()) {
				return app.Problem("Ngày kiểm tra ở tương lai.")
			}
			return nil
		}},
		{Label: "Trưởng đoàn", Widget: leader, Check: func() error {
			if leader.ID() == "" {
				return app.Problem("Hãy gõ tên và chọn trưởng đoàn trong danh sách.")
			}
			return nil
		}},
		{Label: "Thành viên", Widget: team.Container},
		{Label: "Ghi nhận", Widget: note, Check: note.Check, Hint: "Ưu điểm, tồn tại, kiến nghị; được đưa vào báo cáo kết quả kiểm tra."},
	}, kit.FormOptions{
		Width: 620, Changed: changed,
		Save: func(finish func(error)) {
			d, _ := done.Date()
			seats := []app.Seat{{Cadre: number(leader.ID()), Role: data.Leader}}
			for _, id := range team.ids() {
				if id != seats[0].Cadre {
					seats = append(seats, app.Seat{Cadre: id, Role: data.Member})
				}
			}
			result := app.VisitResult{DoneOn: d, Team: seats, Note: note.Value()}
			i.do(func(ctx context.Context) error { return i.office.RecordVisit(ctx, p.Visit, result) }, func(err error) { finish(sentence(err)) })
		},
	})
}

// move gives the visit another planned day.
func (i *inspectionsScreen) move() {
	p := i.page
	move := i.moveWarned(p.Visit)
	planned := kit.NewDateField(false)
	planned.Today = i.office.Today
	planned.SetDate(p.PlannedOn)
	kit.ShowForm(i.win, "Đổi ngày kiểm tra "+lowerFirst(p.Unit.Label()), []kit.Field{
		{Label: "Ngày dự kiến", Widget: planned, Check: required(planned), Hint: "Hạn của đợt: " + p.Period.DueOn.String() + "."},
	}, kit.FormOptions{
		Width: 480,
		Save: func(done func(error)) {
			d, _ := planned.Date()
			move(d, done)
		},
	})
}

// undo takes back that a visit took place.
func (i *inspectionsScreen) undo() {
	p := i.page
	kit.Ask(i.win, "Hủy kết quả đã ghi", "Ghi lại là "+lowerFirst(p.Unit.Label())+" chưa được kiểm tra trong đợt này? Thành phần đoàn và ghi nhận vẫn được giữ.", "Hủy kết quả", "Không", func() {
		i.do(func(ctx context.Context) error { return i.office.StepBack(ctx, p.Visit) }, i.fail)
	})
}
