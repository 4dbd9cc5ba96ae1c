package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TestRoundsOfWholeTerms has every round of terms as they are in life. The middle is half of the days between the first and the last day.
func TestRoundsOfWholeTerms(t *testing.T) {
	for _, c := range []struct {
		why         string
		first, last day.Date
		want        []string // rhythm, period, visits from–due
	}{
		{
			"2021–2026, from congress to congress: the rest of 2021 is under three months; 1825 days, of which half are 912, past 29/02/2024; the year 2026 ends after the term",
			day.Of(2021, 10, 11), day.Of(2026, 10, 10),
			[]string{
				"half_year 2022-01-01–2022-06-30 2022-07-01–2022-07-31",
				"year 2022-01-01–2022-12-31 2023-01-01–2023-01-31",
				"half_year 2023-01-01–2023-06-30 2023-07-01–2023-07-31",
				"year 2023-01-01–2023-12-31 2024-01-01–2024-01-31",
				"mid_term 2021-10-11–2024-04-10 2024-04-11–2024-05-10",
				"half_year 2024-01-01–2024-06-30 2024-07-01–2024-07-31",
				"year 2024-01-01–2024-12-31 2025-01-01–2025-01-31",
				"half_year 2025-01-01–2025-06-30 2025-07-01–2025-07-31",
				"year 2025-01-01–2025-12-31 2026-01-01–2026-01-31",
				"half_year 2026-01-01–2026-06-30 2026-07-01–2026-07-31",
				"end_term 2021-10-11–2026-10-10 2026-08-11–2026-10-10",
			},
		},
		{
			"2022–2027: the first half year has lasted from 11/03, more than three months; the half year 2027 ends after the term",
			day.Of(2022, 3, 11), day.Of(2027, 3, 10),
			[]string{
				"half_year 2022-03-11–2022-06-30 2022-07-01–2022-07-31",
				"year 2022-03-11–2022-12-31 2023-01-01–2023-01-31",
				"half_year 2023-01-01–2023-06-30 2023-07-01–2023-07-31",
				"year 2023-01-01–2023-12-31 2024-01-01–2024-01-31",
				"half_year 2024-01-01–2024-06-30 2024-07-01–2024-07-31",
				"mid_term 2022-03-11–2024-09-08 2024-09-09–2024-10-08",
				"year 2024-01-01–2024-12-31 2025-01-01–2025-01-31",
				"half_year 2025-01-01–2025-06-30 2025-07-01–2025-07-31",
				"year 2025-01-01–2025-12-31 2026-01-01–2026-01-31",
				"half_year 2026-01-01–2026-06-30 2026-07-01–2026-07-31",
				"year 2026-01-01–2026-12-31 2027-01-01–2027-01-31",
				"end_term 2022-03-11–2027-03-10 2027-01-11–2027-03-10",
			},
		},
		{
			"a year that begins on a leap day: half of 365 days are 182",
			day.Of(2024, 2, 29), day.Of(2025, 2, 28),
			[]string{
				"half_year 2024-02-29–2024-06-30 2024-07-01–2024-07-31",
				"mid_term 2024-02-29–2024-08-29 2024-08-30–2024-09-29",
				"year 2024-02-29–2024-12-31 2025-01-01–2025-01-31",
				"end_term 2024-02-29–2025-02-28 2024-12-29–2025-02-28",
			},
		},
		{
			"five months: the half year ends after it, its middle comes too early; only its end is left",
			day.Of(2024, 1, 1), day.Of(2024, 5, 31),
			[]string{"end_term 2024-01-01–2024-05-31 2024-04-01–2024-05-31"},
		},
		{
			"ends with the year 2023: the visits of that year and of the end are in its last two months",
			day.Of(2023, 7, 1), day.Of(2023, 12, 31),
			[]string{
				"mid_term 2023-07-01–2023-09-30 2023-10-01–2023-10-31",
				"year 2023-07-01–2023-12-31 2023-11-01–2023-12-31",
				"end_term 2023-07-01–2023-12-31 2023-11-01–2023-12-31",
			},
		},
		{
			"ends on 03/01/2027, a Sunday after a holiday and a Saturday: no working day is left after the year, so its visits are in the two months before",
			day.Of(2026, 1, 1), day.Of(2027, 1, 3),
			[]string{
				"half_year 2026-01-01–2026-06-30 2026-07-01–2026-07-31",
				"mid_term 2026-01-01–2026-07-03 2026-07-04–2026-08-03",
				"year 2026-01-01–2026-12-31 2026-11-04–2027-01-03",
				"end_term 2026-01-01–2027-01-03 2026-11-04–2027-01-03",
			},
		},
		{"a day less than three months: nothing to inspect", day.Of(2024, 1, 1), day.Of(2024, 3, 30), nil},
		{"three months to the day", day.Of(2024, 1, 1), day.Of(2024, 3, 31), []string{"end_term 2024-01-01–2024-03-31 2024-02-01–2024-03-31"}},
	} {
		var got []string
		for _, r := range PlanRounds("thử", c.first, c.last, Calendar{}) {
			got = append(got, fmt.Sprintf("%s %s–%s %s–%s", r.Rhythm, r.From.ISO(), r.To.ISO(), r.VisitsFrom.ISO(), r.Due.ISO()))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.why, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

// TestVisitsAroundTheNewYear has the days of the round of 2022, in January 2023: 01/01 is a Sunday made up on 02/01, Tết takes 20/01 to 26/01.
// Sixteen working days are left, and sixteen communes have one each; eight have every other one.
func TestVisitsAroundTheNewYear(t *testing.T) {
	round := PlanRounds("thử", day.Of(2022, 1, 1), day.Of(2026, 12, 31), Calendar{})[1]
	if round.Name != "Năm 2022" {
		t.Fatalf("the second round is %s", round.Name)
	}
	for _, c := range []struct {
		units int
		want  string
	}{
		{16, "3 4 5 6 9 10 11 12 13 16 17 18 19 27 30 31"},
		{8, "3 5 9 11 13 17 19 30"},
		{2, "3 13"},
		{1, "3"},
	} {
		lives := make([]UnitLife, c.units)
		for i := range lives {
			lives[i] = UnitLife{Unit: int64(i + 1), Parent: 100}
		}
		var got []string
		for _, v := range PlanVisits([]PlannedRound{round}, lives, Calendar{}) {
			got = append(got, fmt.Sprint(v.Planned.Day))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%d communes: %s, want %s", c.units, strings.Join(got, " "), c.want)
		}
	}
	twoOff := Calendar{[]data.SpecialDay{{FirstDay: day.Of(2023, 1, 3), LastDay: day.Of(2023, 1, 4), Name: "Hội nghị tổng kết"}}}
	if got := PlanVisits([]PlannedRound{round}, []UnitLife{{Unit: 1, Parent: 100}}, twoOff)[0].Planned; got != day.Of(2023, 1, 5) {
		t.Errorf("with 3 and 4 January off by decision the first visit is on %s, want 05/01/2023", got)
	}
}

// TestOwedVisitsOfMergedUnits merges Hải Vân into Hải Nam on 01/09/2024, in the middle of the year: the rounds that end later owe nothing to
// Hải Vân and one visit to Hải Nam; what was owed before stays, and what the office chose goes to the successor.
func TestOwedVisitsOfMergedUnits(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 8, 20)
	o := founded(t, today)
	gone, heir := unit(t, o, today, "14230").ID, unit(t, o, today, "14224").ID
	term, _, _ := o.TermOn(ctx, today)
	visitIn := func(unit int64, round string, origin data.Origin) []data.Visit {
		t.Helper()
		var found []data.Visit
		for _, r := range must(o.db.Rounds(ctx, term.ID))(t) {
			if r.Name != round {
				continue
			}
			for _, v := range must(o.db.Visits(ctx, []int64{r.ID}))(t) {
				if v.UnitID == unit && v.Origin == origin {
					found = append(found, v)
				}
			}
		}
		return found
	}
	summer := visitIn(gone, "6 tháng đầu năm 2024", data.Owed)[0]
	summer.DoneOn = day.Of(2024, 7, 15)
	year := visitIn(gone, "Năm 2024", data.Owed)[0]
	if err := o.MoveVisit(ctx, year, day.Of(2025, 1, 10)); err != nil {
		t.Fatal(err)
	}
	recheck := data.Visit{RoundID: summer.RoundID, UnitID: gone, InspectorID: summer.InspectorID, Origin: data.Rechecks, RecheckOf: summer.ID, PlannedOn: day.Of(2024, 10, 1)}
	sample := data.Visit{RoundID: year.RoundID, UnitID: gone, Origin: data.Sampled, PlannedOn: day.Of(2025, 1, 14)}
	if _, err := o.db.Write(ctx, "thử", func(tx *data.Tx) error {
		if err := tx.Update(&summer); err != nil {
			return err
		}
		if err := tx.Insert(&recheck); err != nil {
			return err
		}
		return tx.Insert(&sample)
	}); err != nil {
		t.Fatal(err)
	}
	reorganise(t, o, shipped(t, "2024"))
	for _, c := range []struct {
		unit   int64
		round  string
		origin data.Origin
		want   int
		why    string
	}{
		{gone, "6 tháng đầu năm 2024", data.Owed, 1, "was visited and keeps it"},
		{gone, "Năm 2024", data.Owed, 0, "does not see the end of the year"},
		{gone, "Cuối nhiệm kỳ 2022 - 2027", data.Owed, 0, "nor that of the term"},
		{heir, "Năm 2024", data.Owed, 1, "has its own visit and takes no second one"},
		{gone, "6 tháng đầu năm 2024", data.Rechecks, 0, "a recheck goes with what is still to be put right"},
		{heir, "6 tháng đầu năm 2024", data.Rechecks, 1, "to the successor, though it was visited in that round itself"},
		{heir, "Năm 2024", data.Sampled, 1, "a sample goes to the successor"},
	} {
		if got := len(visitIn(c.unit, c.round, c.origin)); got != c.want {
			t.Errorf("unit %d (%s): %d %s visits in %s, want %d", c.unit, c.why, got, c.origin, c.round, c.want)
		}
	}
}
