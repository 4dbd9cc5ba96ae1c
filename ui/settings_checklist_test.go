package ui

import (
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestAFormIsOrderedByKeysUntilItIsUsed(t *testing.T) {
	s := openShell(t)
	// The form that ships was used in the demonstration; of a new one nothing is filled in.
	if _, err := s.office.RenewChecklist(s.ctx, 1, day.Of(2022, 6, 1)); err != nil {
		t.Fatal(err)
	}
	s.show(screenSettings)
	settings := s.screens[screenSettings].(*settingsScreen)
	settings.tabs.Select(slices.Index(settings.tabLabels, "Nội dung kiểm tra"))
	c := settings.checklists
	texts := func() (all []string) {
		for _, i := range *c.lines.Load() {
			all = append(all, i.Text)
		}
		return all
	}
	before := texts()
	c.items.Select("1")
	c.items.FocusIn(s.win)
	typeRunes(s, "+")
	if after := texts(); after[1] != before[0] || after[0] != before[1] || len(after) != len(before) {
		t.Fatalf("the first item is not the second: %v", after[:2])
	}
	p := openHeldVisit(t, s)
	p.commands().leaf(1)
	typeRunes(s, "1") // a visit is filled in by the form
	s.show(screenSettings)
	c.items.Select("1")
	c.items.FocusIn(s.win)
	typeRunes(s, "+")
	if got := strings.ReplaceAll(overlayTexts(s), "\n", " "); !strings.Contains(got, "hãy tạo bản mới") || texts()[1] != before[0] {
		t.Errorf("a used form was changed, told %q", got)
	}
}

func TestRemediesAreListedByDueDayAndNotedAsDone(t *testing.T) {
	s := openShell(t)
	p := openHeldVisit(t, s)
	visit := p.record.Visit
	for action, due := range map[string]day.Date{"Lập sổ quỹ": s.on.AddDays(-20), "Kiện toàn chi hội": s.on.AddDays(3), "Báo cáo quý": s.on.AddDays(60)} {
		if due.Before(visit.DoneOn) {
			due = visit.DoneOn
		}
		if _, err := s.office.SaveRemedy(s.ctx, data.Remedy{VisitID: visit.ID, Action: action, DueOn: due}); err != nil {
			t.Fatal(err)
		}
	}
	p.back()
	s.unit = visit.UnitID // of the whole province the demonstration has many more
	i := s.screens[screenInspections].(*inspectionsScreen)
	i.openRemedies()
	r := i.remedies
	actions := func() (all []string) {
		for _, m := range *r.shown.Load() {
			all = append(all, m.Action)
		}
		return all
	}
	if got := strings.Join(actions(), ", "); got != "Lập sổ quỹ, Kiện toàn chi hội, Báo cáo quý" {
		t.Fatalf("listed: %s", got)
	}
	r.state.SetID(remediesNear)
	r.apply()
	if got := strings.Join(actions(), ", "); got != "Kiện toàn chi hội" {
		t.Errorf("near: %s", got)
	}
	r.table.FocusIn(s.win)
	typeRunes(s, "x")
	pressCtrlS(s)
	r.state.SetID(remediesDone)
	r.apply()
	if got := strings.Join(actions(), ", "); got != "Kiện toàn chi hội" || r.remark.Text() != "2 chưa khắc phục, 1 quá hạn" {
		t.Errorf("done: %s; %s", got, r.remark.Text())
	}
	r.table.Focus()
	r.commands().back()
	if i.showRemedies {
		t.Error("Esc does not lead back to the rounds")
	}
}
