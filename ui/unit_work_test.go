package ui

import (
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/data"
)

// The tab of a base unit says who looks after it; the list of all base units, which opens from it, marks those that nobody looks after and has
// those in hardship first.
func TestTheUnitPageTellsWhoLooksAfterTheUnit(t *testing.T) {
	s := openShell(t)
	s.show(screenUnits)
	u := s.screens[screenUnits].(*unitsScreen)
	cared, err := s.office.CaredUnits(s.ctx, s.on, 0)
	if err != nil {
		t.Fatal(err)
	}
	var alone []app.CaredUnit // nobody looks after them, and nothing says that somebody should
	for _, c := range cared {
		if c.Names == "" && !c.Hardship && !c.Religious {
			alone = append(alone, c)
		}
	}
	commune, poor := alone[0], alone[1]
	u.openUnit(commune.ID)
	u.tab = unitWork
	u.refresh()
	card := func() string {
		var all []string
		for _, d := range texts(u.card) {
			all = append(all, d.text)
		}
		return strings.Join(all, "\n")
	}
	if got := card(); !strings.Contains(got, "Chưa có ai phụ trách") || !strings.Contains(got, "Chưa ghi chuyến đi nào") {
		t.Fatalf("before:\n%s", got)
	}
	staff, err := s.office.CaringCadres(s.ctx, s.on, "", 1)
	if err != nil || len(staff) != 1 {
		t.Fatal(staff, err)
	}
	if err := s.office.Assign(s.ctx, data.Assignment{CadreID: staff[0].ID, StartedOn: s.on, Decision: "12/QĐ-BTV"}, []int64{commune.ID}); err != nil {
		t.Fatal(err)
	}
	if err := s.office.SaveTrip(s.ctx, data.Trip{CadreID: staff[0].ID, UnitID: commune.ID, MadeOn: s.on, Purpose: "Dự sinh hoạt chi hội"}); err != nil {
		t.Fatal(err)
	}
	u.refresh()
	if got := card(); !strings.Contains(got, staff[0].Name) || !strings.Contains(got, "12/QĐ-BTV") || !strings.Contains(got, "Dự sinh hoạt") {
		t.Errorf("after:\n%s", got)
	}
	form, err := s.office.EditUnit(s.ctx, s.on, poor.ID)
	if err != nil {
		t.Fatal(err)
	}
	form.State.Hardship = true
	if _, err := s.office.SaveUnit(s.ctx, form); err != nil {
		t.Fatal(err)
	}
	u.showCared(func() {})
	got := overlayTexts(s)
	first, mark := strings.Index(got, poor.Label()), strings.Index(got, "chưa có ai")
	if other := strings.Index(got, "đồng bào có đạo"); first < 0 || mark < 0 || other < first || !strings.Contains(got, "khó khăn") {
		t.Errorf("the list does not begin with the unit in hardship that nobody looks after:\n%s", got)
	}
}
