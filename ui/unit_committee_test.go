package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// TestAddingATermOfAUnit: the form of a term is filled in with the keyboard, and the seats that it sets show what is vacant.
func TestAddingATermOfAUnit(t *testing.T) {
	s := openShell(t)
	commune, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.office.UnitTerms(s.ctx, commune.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, term := range before { // of the demonstration
		if err := s.office.RemoveUnitTerm(s.ctx, term); err != nil {
			t.Fatal(err)
		}
	}
	u := s.screens[screenUnits].(*unitsScreen)
	s.show(screenUnits)
	u.tab = unitCommittees
	s.open("u:" + text(commune.ID))
	if !has(s, "chưa ghi nhiệm kỳ") {
		t.Fatal("a unit without terms does not say so")
	}
	test.Tap(actions(s.win.Content(), "+ Nhiệm kỳ")[0])
	for _, typed := range []string{"XX", "2021 - 2026", "", "11/10/2021", "10/10/2026", "99", "3", "", ""} {
		for _, r := range typed {
			s.win.Canvas().Focused().TypedRune(r)
		}
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		test.Tap(actions(top, "Lưu")[0])
	}
	terms, err := s.office.UnitTerms(s.ctx, commune.ID)
	if err != nil || len(terms) != 1 {
		t.Fatalf("%d terms stored, %v", len(terms), err)
	}
	if got := terms[0]; got.Ordinal != "XX" || got.Name != "2021 - 2026" || got.LastDay != day.Of(2026, 10, 10) || got.CommitteeSeats != 99 || got.BoardSeats != 3 {
		t.Errorf("stored %+v", got)
	}
	posts, err := s.office.UnitPage(s.ctx, s.on, commune.ID)
	if err != nil {
		t.Fatal(err)
	}
	if vacant := 99 - len(posts.Posts); !has(s, "/99 ủy viên, khuyết "+kit.Number(vacant)) {
		t.Errorf("%d members of 99: the screen does not say that %d seats are vacant", len(posts.Posts), vacant)
	}
}

// The way to the Party of the cadres of a district stands in its page: nobody is at two stages, nobody is missing.
func TestThePartyTabCountsEveryCadreOnce(t *testing.T) {
	s, u := openUnitOn(t, day.Of(2026, 11, 1), "366")
	counts, err := s.office.PartyFunnel(s.ctx, s.on, u.page.Unit.ID)
	if err != nil {
		t.Fatal(err)
	}
	all, members := 0, 0
	for stage, n := range counts {
		all += n.All
		if stage == app.StageProbation || stage == app.StageOfficial {
			members += n.All
		}
	}
	if all != u.page.Cadres || members != u.page.Members {
		t.Errorf("%d cadres, %d in the Party; the page has %d and %d", all, members, u.page.Cadres, u.page.Members)
	}
	u.tab = unitParty
	u.showUnit(u.page.Unit.ID)
	if !has(s, "Bồi dưỡng nhận thức về Đảng") || !has(s, "chi hội trưởng:") {
		t.Error("the tab does not show the stages and the chi hội trưởng")
	}
}
