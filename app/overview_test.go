package app_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// TestOverviewAgreesWithItsLists: what a reminder counts is what its list holds, for the province and for one district, and the figures
// are those that the other screens show.
func TestOverviewAgreesWithItsLists(t *testing.T) {
	ctx := context.Background()
	today := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	office, err := app.Open(ctx, filepath.Join(t.TempDir(), "thu.db"), app.OpenOptions{Create: true, Now: func() time.Time { return today }, Who: "Thử nghiệm"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = office.Close(ctx) })
	if err := office.Demo(ctx, app.DemoOptions{Scale: 1, Seed: 77}); err != nil {
		t.Fatal(err)
	}
	on := day.Of(2026, 11, 25)
	province, err := office.Province(ctx, on)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := office.UnitRows(ctx, on, province.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []int64{0, rows[0].ID} {
		begun := time.Now()
		v, err := office.Overview(ctx, on, unit)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("unit %d: %v, %+v, %d visits", unit, time.Since(begun), v.CadreCounts, len(v.Visits))
		page, err := office.UnitPage(ctx, on, v.Unit.ID)
		if err != nil {
			t.Fatal(err)
		}
		if v.Cadres != page.Cadres || v.Members != page.Members {
			t.Errorf("unit %d: %d cadres, %d in the Party; its page says %d and %d", unit, v.Cadres, v.Members, page.Cadres, page.Members)
		}
		if v.HeadMembers > v.Heads || v.Heads == 0 || v.Heads > v.Below[data.Branch] {
			t.Errorf("unit %d: %d of %d heads in the Party, with %d chi hội", unit, v.HeadMembers, v.Heads, v.Below[data.Branch])
		}
		vacant := false
		for _, r := range v.Reminders {
			t.Logf("  %d %s (%d late)", r.Count, r.What, r.Late)
			vacant = vacant || r.Kind == app.RemindVacant && r.Level == data.Branch
			list, err := office.ReminderList(ctx, on, unit, r)
			if err != nil {
				t.Fatal(err)
			}
			if len(list.Rows) != r.Count {
				t.Errorf("unit %d: %q counts %d and lists %d", unit, r.What, r.Count, len(list.Rows))
			}
		}
		byRhythm, byDistrict, byRound := app.Tally{}, app.Tally{}, app.Tally{}
		add := func(sum *app.Tally, t app.Tally) {
			sum.Owed, sum.Done, sum.Late = sum.Owed+t.Owed, sum.Done+t.Done, sum.Late+t.Late
		}
		for _, p := range v.ByRhythm {
			add(&byRhythm, p.Tally)
		}
		for _, p := range v.ByDistrict {
			add(&byDistrict, p.Tally)
		}
		if byRhythm != byDistrict || byRhythm.Owed == 0 || byRhythm.Late != v.Overdue {
			t.Errorf("unit %d: %+v by rhythm, %+v by district, %d overdue; want the same visits counted in two ways", unit, byRhythm, byDistrict, v.Overdue)
		}
		if unit == 0 {
			rounds, err := office.Rounds(ctx, on, v.Term.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rounds {
				add(&byRound, r.Tally)
			}
			if byRound != byRhythm {
				t.Errorf("%+v by rhythm, but the rounds say %+v", byRhythm, byRound)
			}
		}
		aged := 0
		for _, a := range v.Ladder {
			aged += a.Count
		}
		if aged != v.Open || v.Open == 0 {
			t.Errorf("unit %d: %d remedies on the ladder, %d open", unit, aged, v.Open)
		}
		if unit == 0 && !vacant {
			t.Error("the demonstration province has chi hội without a head, but no reminder says so")
		}
	}
}

// TestOverviewFollowsAWrite: a district that is added is counted at once, though the overview is kept between writes.
func TestOverviewFollowsAWrite(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "thu.db")
	options := data.Options{Create: true, Now: func() time.Time { return time.Date(2024, 7, 15, 9, 0, 0, 0, time.UTC) }, Who: "Thử nghiệm"}
	office, err := app.Open(ctx, path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = office.Close(ctx) })
	if err := office.Found(ctx, app.SuggestedFounding()); err != nil {
		t.Fatal(err)
	}
	on := day.Of(2024, 7, 15)
	before, err := office.Overview(ctx, on, 0)
	if err != nil {
		t.Fatal(err)
	}
	form, _, err := office.NewUnit(ctx, day.Of(2023, 1, 1), before.Unit.ID)
	if err != nil {
		t.Fatal(err)
	}
	form.State.Name = "Thử Nghiệm"
	if _, err := office.SaveUnit(ctx, form); err != nil {
		t.Fatal(err)
	}
	after, err := office.Overview(ctx, on, 0)
	if err != nil {
		t.Fatal(err)
	}
	if after.Below[data.District] != before.Below[data.District]+1 {
		t.Errorf("%d districts after one was added to %d", after.Below[data.District], before.Below[data.District])
	}
}
