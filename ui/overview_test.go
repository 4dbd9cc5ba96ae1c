package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// TestOverviewLeadsToTheRecords: the first screen says how many posts are vacant; its "Mở ›" lists them, and one of them opens the unit.
func TestOverviewLeadsToTheRecords(t *testing.T) {
	s := openShell(t)
	s.show(screenOverview)
	v, err := s.office.Overview(s.ctx, s.on, 0)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(v.Reminders, func(r app.Reminder) bool { return r.Kind == app.RemindVacant && r.Level == data.Branch })
	if at < 0 {
		t.Fatal("no chi hội of the demonstration province lacks a head")
	}
	for _, words := range []string{kit.Number(v.Below[data.Branch]), kit.Number(v.HeadMembers) + "/" + kit.Number(v.Heads), v.Reminders[at].What, kit.Number(v.Reminders[at].Count)} {
		if !slices.ContainsFunc(texts(s.win.Content()), func(d drawn) bool { return d.text == words }) {
			t.Errorf("%q is not on the screen", words)
		}
	}
	links := actions(s.win.Content(), "Mở ›")
	if len(links) != len(v.Reminders) {
		t.Fatalf("%d of %d things to do can be opened", len(links), len(v.Reminders))
	}
	test.Tap(links[at])
	sheet := s.win.Canvas().Overlays().Top()
	if sheet == nil {
		t.Fatal("no list opens")
	}
	list, err := s.office.ReminderList(s.ctx, s.on, 0, v.Reminders[at])
	if err != nil {
		t.Fatal(err)
	}
	first := list.Rows[0].Cells[0] // "Tổ dân phố 4, phường Lộc Vượng"
	if !slices.ContainsFunc(texts(sheet), func(d drawn) bool { return d.text == first }) {
		t.Errorf("%q is not in the list", first)
	}
	test.Tap(actions(sheet, "Xem")[0])
	name, _, _ := strings.Cut(first, ",")
	at = slices.IndexFunc(texts(s.win.Content()), func(d drawn) bool {
		return strings.HasPrefix(d.text, "Chi hội") && strings.HasSuffix(strings.ToLower(d.text), strings.ToLower(name))
	})
	if s.current != screenUnits || at < 0 || !has(s, "khuyết chi hội trưởng") {
		t.Errorf("the row leads to %s, not to %s and its vacant post", s.current, name)
	}
}

// TestOverviewOfADistrict: the unit in view narrows the figures.
func TestOverviewOfADistrict(t *testing.T) {
	s := openShell(t)
	s.show(screenOverview)
	district, err := s.office.UnitByCode(s.ctx, s.on, "366")
	if err != nil {
		t.Fatal(err)
	}
	s.unit = district.ID
	s.refreshAll()
	v, err := s.office.Overview(s.ctx, s.on, district.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !has(s, "huyện Hải Hậu") || !has(s, kit.Number(v.Members)+"/"+kit.Number(v.Cadres)) {
		t.Error("the figures of huyện Hải Hậu are not on the screen")
	}
}

// TestOverviewOfAUnitNotThere: on a day before the unit in view was founded the first screen says so instead of failing.
func TestOverviewOfAUnitNotThere(t *testing.T) {
	s := openShell(t)
	s.show(screenOverview)
	form, _, err := s.office.NewUnit(s.ctx, day.Of(2023, 1, 1), provinceID(t, s))
	if err != nil {
		t.Fatal(err)
	}
	form.State.Name = "Thử Nghiệm"
	made, err := s.office.SaveUnit(s.ctx, form)
	if err != nil {
		t.Fatal(err)
	}
	s.unit = made
	s.setDay(day.Of(2022, 12, 31))
	if s.win.Canvas().Overlays().Top() != nil || !has(s, "Đơn vị không hoạt động ngày 31/12/2022.") {
		t.Error("the first screen does not say that there was no such unit on 31/12/2022")
	}
	s.setDay(day.Of(2023, 1, 1))
	if !has(s, "huyện Thử Nghiệm") {
		t.Error("on its first day the unit is not on the first screen")
	}
}

// actions finds the buttons and links of a name, from top to bottom.
func actions(o fyne.CanvasObject, name string) []*kit.Action {
	var found []*kit.Action
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *kit.Action:
			if v.Text() == name {
				found = append(found, v)
			}
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		}
	}
	walk(o)
	return found
}
