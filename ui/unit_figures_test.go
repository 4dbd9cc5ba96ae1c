package ui

import (
	"slices"
	"testing"

	"cosohoi/data/day"
)

// The page of a unit tells what it reported, and leads to the biểu at its row.
func TestTheFiguresOnThePageOfAUnit(t *testing.T) {
	s := openShell(t)
	s.setDay(day.Of(2025, 7, 15))
	s.show(screenUnits)
	u := s.screens[screenUnits].(*unitsScreen)
	commune, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	returns, err := s.office.ReturnsOfUnit(s.ctx, commune.ID)
	if err != nil || len(returns) < 2 {
		t.Fatalf("%d returns: %v", len(returns), err)
	}
	u.tab = unitFigures
	u.openUnit(commune.ID)
	for _, want := range []string{returns[0].Period.Name(), returns[1].Figure("B2").Text(), returns[1].Figure("B4").Text()} {
		if !slices.ContainsFunc(texts(u.card), func(d drawn) bool { return d.text == want }) {
			t.Errorf("the page does not show %q", want)
		}
	}
	u.openFigures(returns[1].Period.ID, commune.ID)
	f := s.screens[screenFigures].(*figuresScreen)
	if s.current != screenFigures || f.sheet.Period.ID != returns[1].Period.ID || f.sheet.Total.Unit.ID != commune.ID {
		t.Errorf("opened period %d at unit %d, want %d at %d", f.sheet.Period.ID, f.sheet.Total.Unit.ID, returns[1].Period.ID, commune.ID)
	}
}
