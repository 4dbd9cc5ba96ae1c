package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestRoundsOfATerm(t *testing.T) {
	for _, c := range []struct {
		why         string
		first, last day.Date
		want        []string // rhythm, period, due
	}{
		{
			"two calendar years: two rounds a year due a month after their period, the middle after a year; the year that ends with the term and the end of the term are due on its last day",
			day.Of(2022, 1, 1), day.Of(2023, 12, 31),
			[]string{
				"half_year 2022-01-01–2022-06-30 due 2022-07-31",
				"mid_term 2022-01-01–2022-12-31 due 2023-01-31",
				"year 2022-01-01–2022-12-31 due 2023-01-31",
				"half_year 2023-01-01–2023-06-30 due 2023-07-31",
				"year 2023-01-01–2023-12-31 due 2023-12-31",
				"end_term 2022-01-01–2023-12-31 due 2023-12-31",
			},
		},
		{
			"begins on 11/03: the first half year has lasted over three months, so it counts from that day; the last year ends after the term and has no round",
			day.Of(2022, 3, 11), day.Of(2023, 5, 1),
			[]string{
				"half_year 2022-03-11–2022-06-30 due 2022-07-31",
				"mid_term 2022-03-11–2022-10-05 due 2022-11-05",
				"year 2022-03-11–2022-12-31 due 2023-01-31",
				"end_term 2022-03-11–2023-05-01 due 2023-05-01",
			},
		},
		{
			"begins in the middle of a year: no half year, but a year of six months",
			day.Of(2021, 7, 1), day.Of(2022, 6, 30),
			[]string{
				"mid_term 2021-07-01–2021-12-30 due 2022-01-30",
				"year 2021-07-01–2021-12-31 due 2022-01-31",
				"half_year 2022-01-01–2022-06-30 due 2022-06-30",
				"end_term 2021-07-01–2022-06-30 due 2022-06-30",
			},
		},
		{
			"begins on 11/10: under three months are left of the year, so it has no round",
			day.Of(2021, 10, 11), day.Of(2022, 10, 10),
			[]string{
				"mid_term 2021-10-11–2022-04-11 due 2022-05-11",
				"half_year 2022-01-01–2022-06-30 due 2022-07-31",
				"end_term 2021-10-11–2022-10-10 due 2022-10-10",
			},
		},
	} {
		var got []string
		for _, r := range PlanRounds("thử", c.first, c.last, Calendar{}) {
			got = append(got, fmt.Sprintf("%s %s–%s due %s", r.Rhythm, r.From.ISO(), r.To.ISO(), r.Due.ISO()))
		}
		slices.Sort(got)
		want := slices.Clone(c.want)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.why, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

func TestVisitsOwedToAUnit(t *testing.T) {
	round := PlannedRound{Rhythm: data.HalfYear, From: day.Of(2024, 1, 1), To: day.Of(2024, 6, 30), VisitsFrom: day.Of(2024, 7, 1), Due: day.Of(2024, 7, 31)}
	for _, c := range []struct {
		why       string
		lives     []UnitLife
		inspector int64 // 0: no visit owed
	}{
		{"older than the records", []UnitLife{{Unit: 1, Parent: 10}}, 10},
		{"founded exactly three months before the period ends", []UnitLife{{Unit: 1, Parent: 10, From: day.Of(2024, 4, 1), Founded: day.Of(2024, 4, 1)}}, 10},
		{"founded a day later: too young", []UnitLife{{Unit: 1, Parent: 10, From: day.Of(2024, 4, 2), Founded: day.Of(2024, 4, 2)}}, 0},
		{"closed on the last day of the period: still there", []UnitLife{{Unit: 1, Parent: 10, To: day.Of(2024, 6, 30)}}, 10},
		{"closed the day before", []UnitLife{{Unit: 1, Parent: 10, To: day.Of(2024, 6, 29)}}, 0},
		{"closed after the period", []UnitLife{{Unit: 1, Parent: 10, To: day.Of(2024, 8, 31)}}, 10},
		{"moved in June: the new district inspects, and a move makes no new unit", []UnitLife{{Unit: 1, Parent: 10, To: day.Of(2024, 6, 9)}, {Unit: 1, Parent: 11, From: day.Of(2024, 6, 10)}}, 11},
		{"commune directly under the province", []UnitLife{{Unit: 1, Parent: 100}}, 100},
	} {
		visits := PlanVisits([]PlannedRound{round}, c.lives, Calendar{})
		switch {
		case c.inspector == 0 && len(visits) != 0:
			t.Errorf("%s: %v, want no visit", c.why, visits)
		case c.inspector != 0 && (len(visits) != 1 || visits[0].Inspector != c.inspector):
			t.Errorf("%s: %v, want one by unit %d", c.why, visits, c.inspector)
		}
	}
}

func TestPlannedDaysAlwaysKeepTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := day.Of(2000, 1, 1).AddDays(rapid.IntRange(0, 12000).Draw(t, "first"))
		last := first.AddDays(rapid.IntRange(30, 3000).Draw(t, "length"))
		rounds := PlanRounds("thử", first, last, Calendar{})
		for _, r := range rounds {
			if r.Due.After(last) || r.VisitsFrom.After(r.Due) || r.From.Before(first) || r.To.After(last) {
				t.Fatalf("term %s–%s has round %+v", first, last, r)
			}
		}
		lives := make([]UnitLife, rapid.IntRange(1, 60).Draw(t, "units"))
		for i := range lives {
			lives[i] = UnitLife{Unit: int64(i + 1), Parent: int64(1000 + i%3)}
		}
		seen := map[[2]int64]bool{}
		for _, v := range PlanVisits(rounds, lives, Calendar{}) {
			r := rounds[v.Round]
			if v.Planned.Before(r.VisitsFrom) || v.Planned.After(r.Due) {
				t.Fatalf("visit on %s outside %s–%s", v.Planned, r.VisitsFrom, r.Due)
			}
			if !(Calendar{}).IsWorkingDay(v.Planned) && len((Calendar{}).WorkingDays(r.VisitsFrom, r.Due)) > 1 {
				t.Fatalf("visit on %s: %s", v.Planned, (Calendar{}).Objection(v.Planned))
			}
			key := [2]int64{int64(v.Round), v.Unit}
			if seen[key] {
				t.Fatalf("unit %d twice in round %d", v.Unit, v.Round)
			}
			seen[key] = true
		}
	})
}

func TestStateOfAVisit(t *testing.T) {
	planned, due := day.Of(2024, 7, 10), day.Of(2024, 7, 31)
	for _, c := range []struct {
		on, done day.Date
		state    State
		days     int
		why      string
	}{
		{day.Of(2024, 7, 2), day.Date{}, Planned, 8, "more than seven days away"},
		{day.Of(2024, 7, 3), day.Date{}, Soon, 7, "seven days away"},
		{day.Of(2024, 7, 10), day.Date{}, Soon, 0, "today"},
		{day.Of(2024, 7, 11), day.Date{}, Behind, 1, "its day has passed"},
		{day.Of(2024, 7, 31), day.Date{}, Behind, 21, "the round ends today"},
		{day.Of(2024, 8, 1), day.Date{}, Overdue, 1, "the round is over since yesterday"},
		{day.Of(2024, 7, 20), day.Of(2024, 7, 15), Done, 0, "done, if late"},
		{day.Of(2024, 7, 14), day.Of(2024, 7, 15), Behind, 4, "as of the day before it was done"},
	} {
		if state, days := StateOf(planned, due, c.done, c.on); state != c.state || days != c.days {
			t.Errorf("%s: %v %d, want %v %d", c.why, state, days, c.state, c.days)
		}
	}
}

// TestReplanningKeepsWhatTheOfficeDid moves the end of the term: visits done and days chosen stay, the rest follows.
func TestReplanningKeepsWhatTheOfficeDid(t *testing.T) {
	ctx := t.Context()
	o := copied(t, demoFile(t), nil)
	term := must(o.Terms(ctx))(t)[0]
	before := schedule(t, o, term.ID)
	term = must(o.SaveTerm(ctx, term))(t)
	if again := schedule(t, o, term.ID); again != before {
		t.Error("planning twice changed the schedule")
	}
	rounds := must(o.Rounds(ctx, o.Today(), term.ID))(t)
	end := rounds[len(rounds)-1]
	visits := must(o.VisitsOf(ctx, o.Today(), []data.Round{end.Round}))(t)
	chosen := day.Of(2027, 2, 1)
	if err := o.MoveVisit(ctx, visits[0].Visit, chosen); err != nil {
		t.Fatal(err)
	}
	term.LastDay = day.Of(2027, 6, 30)
	if _, err := o.SaveTerm(ctx, term); err != nil {
		t.Fatal(err)
	}
	moved, err := o.db.Visit(ctx, visits[0].ID)
	if err != nil || moved.PlannedOn != chosen {
		t.Errorf("the chosen day became %v, %v", moved.PlannedOn, err)
	}
	after := must(o.Rounds(ctx, o.Today(), term.ID))(t)
	for i, r := range rounds[:10] { // all with visits that were done
		if after[i].Done != r.Done || after[i].DueOn != r.DueOn || after[i].Name != r.Name {
			t.Errorf("round %s: %+v became %+v", r.Name, r.Tally, after[i].Tally)
		}
	}
}

func schedule(t *testing.T, o *Office, term int64) string {
	t.Helper()
	var b strings.Builder
	if err := o.ExportSchedule(t.Context(), &b, o.Today(), term); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
