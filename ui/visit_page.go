package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// visitPage is one visit in the place of the list: its steps, and a leaf for each part of its record.
type visitPage struct {
	*shell
	leave  func() // back to the list
	papers func(app.VisitRecord)
	record app.VisitRecord
	id     int64
	latest int

	body    *fyne.Container
	title   *kit.Text
	remark  *kit.Text
	steps   *fyne.Container
	next    *kit.Action
	nextAct func()
	reading bool // a newer record is on its way
	asked   bool // the next step was asked for meanwhile
	tabs    *kit.Tabs
	leaves  []visitLeaf
}

// visitLeaf is one leaf of the page: what the keys of the window do on it, and how it follows a change.
type visitLeaf struct {
	label        func(app.VisitRecord) string
	content      func() fyne.CanvasObject
	show         func() // after the record was read anew; nil when nothing is to be done
	create, edit func()
	// focus gives the keyboard to the table of the leaf; nil without one.
	focus func()
	// stay tells that Escape was used up within the leaf.
	stay func() bool
	// save keeps what was typed, before the leaf or the page is left.
	save func()
}

func newVisitPage(s *shell, leave func(), papers func(app.VisitRecord)) *visitPage {
	p := &visitPage{shell: s, leave: leave, papers: papers}
	p.title, p.remark = kit.Title(""), kit.Caption("").Shrinking()
	p.steps = flow()
	p.next = kit.NewAction("", "Ctrl+Enter", func() { p.takeNext() }).Primary()
	more := kit.NewAction("Việc khác", "", nil).Menu()
	more.SetOnTapped(func() { kit.ShowMenu(more, p.otherActs(), p.act) })
	head := line(2, kit.NewAction("‹ Danh sách", "Esc", p.back), p.title, p.remark, kit.NewAction("Soạn văn bản…", "Ctrl+P", func() { p.papers(p.record) }), more, p.next)
	p.leaves = []visitLeaf{newVisitGeneral(p).leaf(), newVisitChecklist(p).leaf(), newVisitFindings(p).leaf(), newVisitRemedies(p).leaf(), newVisitRecheck(p).leaf(),
		newVisitFiles(p).leaf(), newVisitBefore(p).leaf(), p.historyLeaf()}
	p.body = container.NewStack()
	p.body.Objects = []fyne.CanvasObject{padded(below(10, 2, head, p.steps, container.NewStack()), 14, kit.PagePadding, 14, kit.PagePadding)}
	return p
}

// open shows a visit from its first leaf on.
func (p *visitPage) open(id int64, then func()) {
	p.id = id
	p.tabs = nil
	p.win.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		var paths []string
		for _, u := range dropped {
			paths = append(paths, u.Path())
		}
		p.attach(data.KindVisit, p.id, paths)
	})
	p.read(then)
}

// close ends what the page does beside the list.
func (p *visitPage) close() {
	p.keep()
	p.id, p.reading, p.asked = 0, false, false
	p.win.SetOnDropped(nil)
}

// read reads the record anew.
func (p *visitPage) read(then func()) {
	id, on := p.id, p.on
	if id == 0 {
		return
	}
	type answer struct {
		record app.VisitRecord
		err    error
	}
	p.reading = true
	load(p.shell, &p.latest, func(ctx context.Context) (answer, error) {
		r, err := p.office.VisitRecord(ctx, on, id)
		return answer{r, err}, nil
	}, func(a answer) {
		asked := p.asked
		p.reading, p.asked = false, false
		switch {
		case app.IsNotFound(a.err):
			p.leave()
			return
		case a.err != nil:
			p.fail(a.err)
			return
		}
		p.record = a.record
		p.show()
		if then != nil {
			then()
		}
		if asked {
			p.takeNext()
		}
	})
}

// show draws what was read; the leaves that are open follow by themselves.
func (p *visitPage) show() {
	r := p.record
	p.title.SetText(r.UnitLabel())
	parts := []string{r.Round, r.District + " kiểm tra"}
	if r.RecheckOf != 0 {
		parts = append([]string{"Kiểm tra lại"}, parts...)
	}
	p.remark.SetText(strings.Join(parts, " · "))
	label, act := p.nextStep()
	p.next.SetText(label)
	p.nextAct = act
	if act == nil {
		p.next.Hide()
	} else {
		p.next.Show()
	}
	p.steps.Objects = p.stepTags()
	if p.tabs == nil {
		tabs := make([]kit.Tab, len(p.leaves))
		for i, l := range p.leaves {
			tabs[i] = kit.Tab{Label: l.label(r), Content: l.content}
		}
		p.tabs = kit.NewTabs(tabs)
		p.tabs.OnChanged = func(int) { p.keep() }
		frame := p.body.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container)
		frame.Objects[2] = kit.NewCard(p.tabs, 14)
	}
	for i, l := range p.leaves {
		p.tabs.SetLabel(i, l.label(r))
		if l.show != nil {
			l.show()
		}
	}
	p.body.Refresh()
	relayout(p.body)
}

// keep saves what was typed on the leaves.
func (p *visitPage) keep() {
	for _, l := range p.leaves {
		if l.save != nil {
			l.save()
		}
	}
}

// turn goes to a leaf.
func (p *visitPage) turn(i int) {
	if p.tabs == nil || i < 0 || i >= len(p.leaves) {
		return
	}
	p.keep()
	p.tabs.Select(i)
	if l := p.leaves[i]; l.show != nil {
		l.show()
	}
	if l := p.leaves[i]; l.focus != nil {
		l.focus()
	}
}

// back leaves an input of a leaf or, then, the page.
func (p *visitPage) back() {
	if p.tabs != nil {
		if l := p.leaves[p.tabs.Selected()]; l.stay != nil && p.win.Canvas().Focused() != nil && l.stay() {
			return
		}
	}
	p.leave()
}

// takeNext opens the form of the next step. While the page is being read anew it waits: the step it shows may be the one just taken,
// whose form would only be refused as changed elsewhere.
func (p *visitPage) takeNext() {
	if p.reading {
		p.asked = true
		return
	}
	if p.nextAct != nil {
		p.keep()
		p.nextAct()
	}
}

func (p *visitPage) commands() commands {
	c := commands{back: p.back, next: p.takeNext, leaf: p.turn, print: func() { p.papers(p.record) }}
	if p.tabs != nil {
		l := p.leaves[p.tabs.Selected()]
		c.create, c.edit, c.save = l.create, l.edit, l.save
	}
	return c
}

// concerned tells whether a write changes what the page shows.
func (p *visitPage) concerned(c data.Changes) bool {
	return c.Any(data.KindVisit, data.KindVisitMember, data.KindVisitAnswer, data.KindFinding, data.KindRemedy, data.KindAttachment, data.KindChecklist,
		data.KindChecklistItem, data.KindRound, data.KindUnitState, data.KindCadre)
}

// stepTags draw the steps of the visit in a row, each with its day.
func (p *visitPage) stepTags() []fyne.CanvasObject {
	r := p.record
	type step struct {
		name  string
		on    day.Date
		stage app.Stage
	}
	var tags []fyne.CanvasObject
	for _, s := range []step{
		{"Dự kiến", r.PlannedOn, app.StagePlanned}, {"Thông báo", r.NotifiedOn, app.StageNotified}, {"Bắt đầu", r.BegunOn, app.StageRunning},
		{"Đã kiểm tra", r.DoneOn, app.StageHeld}, {"Kết luận", r.ConcludedOn, app.StageConcluded}, {"Khắc phục", day.Date{}, app.StageRemedying},
		{"Đóng hồ sơ", r.ClosedOn, app.StageClosed},
	} {
		text, tone := s.name, kit.ToneNeutral
		if !s.on.IsZero() {
			text += " " + s.on.String()
		}
		switch {
		case s.stage == app.StageRemedying && r.Open > 0:
			text, tone = fmt.Sprintf("Khắc phục: còn %d", r.Open), kit.ToneCare
		case s.stage == app.StageRemedying && (r.Stage == app.StageConcluded || r.Stage == app.StageClosed):
			tone = kit.ToneGood
		case s.stage != app.StageRemedying && !s.on.IsZero() && !s.on.After(p.on) && (s.stage != app.StagePlanned || r.Stage != app.StagePlanned):
			tone = kit.ToneGood
		}
		if s.stage == r.Stage && r.Stage < app.StageConcluded {
			tone = kit.ToneTint
		}
		tags = append(tags, kit.NewTag(text, tone))
	}
	if r.Halt != data.Going {
		word := "Hoãn"
		if r.Halt == data.Cancelled {
			word = "Hủy"
		}
		tags = append(tags, kit.NewTag(fmt.Sprintf("%s %s: %s", word, r.HaltedOn, r.HaltReason), kit.ToneLate))
	} else if r.State != app.Done && r.State != app.Planned {
		tags = append(tags, kit.NewTag(r.StateText(), visitState(r.VisitRow).Tone))
	}
	return tags
}

func (p *visitPage) historyLeaf() visitLeaf {
	return visitLeaf{label: func(app.VisitRecord) string { return "Lịch sử" }, content: func() fyne.CanvasObject {
		return historyTable(p.shell, data.KindVisit, p.id)
	}}
}

// counted is the name of a leaf with how many things are on it.
func counted(name string, n int) string {
	if n == 0 {
		return name
	}
	return fmt.Sprintf("%s (%d)", name, n)
}
