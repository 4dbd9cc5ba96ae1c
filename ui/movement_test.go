package ui

import (
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// Every leaf lists the records of the demonstration, shows one, and opens its forms.
func TestEveryLeafOfTheMovement(t *testing.T) {
	s := openShell(t)
	s.show(screenMovement)
	m := s.screens[screenMovement].(*movementScreen)
	for i, l := range m.leaves {
		m.tabs.Select(i)
		m.turned()
		act := m.commands()
		act.create()
		if got := overlayTexts(s); !strings.Contains(got, "Hủy") {
			t.Errorf("%s: creating opens no form:\n%s", l.title(), got)
		}
		closeOverlays(s)
		act.find()
		closeOverlays(s)
		if !strings.HasPrefix(l.createText(), "+ ") {
			t.Errorf("%s: the act is called %q", l.title(), l.createText())
		}
	}
	show := func(title string, check func(leaf movementLeaf)) {
		t.Helper()
		s.openMovement(title, kit.Option{})
		check(m.leaf())
		if got := m.tabs.Selected(); m.leaves[got].title() != title {
			t.Errorf("%s is not in view", title)
		}
	}
	show("Nhiệm vụ", func(leaf movementLeaf) {
		tasks, err := s.office.Tasks(s.ctx, s.on.AddMonths(-12), s.on)
		if err != nil || len(tasks) != 27 {
			t.Fatalf("%d tasks, %v", len(tasks), err)
		}
		leaf.(*recordLeaf[app.TaskRow]).show(tasks[0])
		if !has(s, "+ Tiến độ") {
			t.Error("the task offers no report")
		}
	})
	show("Xếp loại", func(leaf movementLeaf) {
		rated, _, err := s.office.UnitRatings(s.ctx, data.MovementQuery{On: s.on, Limit: 1})
		if err != nil || len(rated) != 1 {
			t.Fatalf("%d ratings, %v", len(rated), err)
		}
		leaf.(*recordLeaf[app.RatedUnit]).show(rated[0])
		m.ratingForm(rated[0])
		if got := overlayTexts(s); !strings.Contains(got, "Tối đa") {
			t.Errorf("the form of the points says\n%s", got)
		}
		closeOverlays(s)
		m.showUnitScales()
		if got := overlayTexts(s); !strings.Contains(got, "Xếp loại cơ sở Hội (mẫu)") {
			t.Errorf("the scales are\n%s", got)
		}
		closeOverlays(s)
	})
}

// An activity typed once for two communes stands in the list of each.
func TestAnActivityForTwoCommunes(t *testing.T) {
	s := openShell(t)
	s.show(screenMovement)
	m := s.screens[screenMovement].(*movementScreen)
	a, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.office.UnitByCode(s.ctx, s.on, "14224")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.office.SaveActivity(s.ctx, data.Activity{Kind: data.ActivityKnowledge, Occasion: app.OccasionMarch, Topic: "Thử một lần cho hai xã", HeldOn: s.on}, []int64{a.ID, b.ID}); err != nil {
		t.Fatal(err)
	}
	for _, u := range []data.UnitOn{a, b} {
		s.openMovement("Hoạt động", kit.Option{ID: text(u.ID), Label: u.Label()})
		if !has(s, "Thử một lần cho hai xã") {
			t.Errorf("the activity is not in the list of %s", u.Label())
		}
	}
	page, err := s.office.Activities(s.ctx, data.MovementQuery{On: s.on, Unit: a.ID, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	m.activityForm(page.Rows[0])
	if got := overlayTexts(s); !strings.Contains(got, "Sửa hoạt động") || !strings.Contains(got, a.Label()) {
		t.Errorf("the form says\n%s", got)
	}
}

// The pairs of a model stand in its record under the names of their sides, and a wrong score is refused beside its field.
func TestThePairsOfAModel(t *testing.T) {
	s := openShell(t)
	s.show(screenMovement)
	m := s.screens[screenMovement].(*movementScreen)
	rows, _, err := s.office.Models(s.ctx, data.MovementQuery{On: s.on, Running: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Pairs == 0 {
			continue
		}
		leaf := m.leaves[0].(*recordLeaf[app.ModelRow])
		leaf.show(r)
		if !has(s, "Cặp (") {
			t.Error("the record has no leaf of pairs")
		}
		file, err := s.office.ModelFile(s.ctx, s.on, r.Record.ID)
		if err != nil {
			t.Fatal(err)
		}
		m.pairForm(file, file.Pairs[0])
		if got := overlayTexts(s); !strings.Contains(got, file.Pairs[0].HelperName) {
			t.Errorf("the form of the pair lacks %q:\n%s", file.Pairs[0].HelperName, got)
		}
		return
	}
	t.Fatal("no model has a pair")
}
