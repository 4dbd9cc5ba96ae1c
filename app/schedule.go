package app

import (
	"fmt"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// The schedule of inspections after plan 77/KH-BCH, III.5: "định kỳ tổ chức kiểm tra, giám sát, đánh giá (6
// tháng, 01 năm, giữa và cuối nhiệm kỳ)". The plan leaves open what follows here; the readings are:
//   - each level inspects the one directly below it, so every district, affiliate and cơ sở Hội is owed one
//     visit a round by the unit above it;
//   - a round counts when the term, and for a unit the unit too, has lasted at least minimumMonths by the end
//     of its period: after less there is nothing to inspect;
//   - visits take place in the month after the period; those of the end of the term in its last two months.
const (
	minimumMonths  = 3
	visitingMonths = 1
	closingMonths  = 2
)

// InspectedLevels are the levels whose units are owed visits.
var InspectedLevels = []data.Level{data.District, data.Affiliate, data.BaseUnit}

// PlannedRound is a round as the rule gives it. Visits take place from VisitsFrom to Due, both included.
type PlannedRound struct {
	Rhythm          data.Rhythm
	Name            string
	From, To        day.Date
	VisitsFrom, Due day.Date
}

// PlanRounds gives the rounds of a term in order of their due dates.
func PlanRounds(termName string, first, last day.Date, calendar Calendar) []PlannedRound {
	var rounds []PlannedRound
	add := func(rhythm data.Rhythm, name string, from, to day.Date) {
		if from.Before(first) {
			from = first
		}
		if to.After(last) || from.AddMonths(minimumMonths).After(to.AddDays(1)) {
			return
		}
		r := PlannedRound{Rhythm: rhythm, Name: name, From: from, To: to, Due: to.AddDays(1).AddMonths(visitingMonths).AddDays(-1)}
		if r.Due.After(last) {
			r.Due = last
		}
		r.VisitsFrom = visitsFrom(to, r.Due, calendar)
		rounds = append(rounds, r)
	}
	for year := first.Year; year <= last.Year; year++ {
		add(data.HalfYear, fmt.Sprintf("6 tháng đầu năm %d", year), day.Of(year, 1, 1), day.Of(year, 6, 30))
		add(data.Yearly, fmt.Sprintf("Năm %d", year), day.Of(year, 1, 1), day.Of(year, 12, 31))
	}
	add(data.MidTerm, "Giữa nhiệm kỳ "+termName, first, first.AddDays(last.DaysSince(first)/2))
	add(data.EndTerm, "Cuối nhiệm kỳ "+termName, first, last)
	slices.SortStableFunc(rounds, func(a, b PlannedRound) int { return a.Due.Compare(b.Due) })
	return rounds
}

// visitsFrom is the first day for visits of a round whose period ends on to: the next day, or two months before
// due when the term ends with the period or leaves no working day after it.
func visitsFrom(to, due day.Date, calendar Calendar) day.Date {
	for d := to.AddDays(1); !d.After(due); d = d.AddDays(1) {
		if calendar.IsWorkingDay(d) {
			return to.AddDays(1)
		}
	}
	return due.AddMonths(-closingMonths).AddDays(1)
}

// UnitLife is a unit's place in the tree from From to To (zero: open). Founded is the day the unit itself
// began; a unit that moved has several lives with the same Founded.
type UnitLife struct {
	Unit, Parent int64
	From, To     day.Date
	Founded      day.Date
}

func (u UnitLife) holds(on day.Date) bool {
	return !u.From.After(on) && (u.To.IsZero() || !u.To.Last().Before(on))
}

// countsFor tells whether a unit is there on the last day of a period and has been for minimumMonths by then.
func (u UnitLife) countsFor(last day.Date) bool {
	return u.holds(last) && (u.Founded.IsZero() || !u.Founded.AddMonths(minimumMonths).After(last.AddDays(1)))
}

// PlannedVisit is a visit that a round owes to a unit; Round is the index of the round.
type PlannedVisit struct {
	Round           int
	Unit, Inspector int64
	Planned         day.Date
}

// PlanVisits gives the visits that the rounds owe to units: to each that exists on the last day of the
// round's period and has existed for minimumMonths by then. The visits of an inspecting unit are spread
// evenly over the working days of the round, in the order of lives.
func PlanVisits(rounds []PlannedRound, lives []UnitLife, calendar Calendar) []PlannedVisit {
	var visits []PlannedVisit
	for i, round := range rounds {
		owed := map[int64][]UnitLife{}
		var inspectors []int64
		for _, life := range lives {
			if !life.countsFor(round.To) {
				continue
			}
			if owed[life.Parent] == nil {
				inspectors = append(inspectors, life.Parent)
			}
			owed[life.Parent] = append(owed[life.Parent], life)
		}
		days := calendar.WorkingDays(round.VisitsFrom, round.Due)
		for _, inspector := range inspectors {
			for k, life := range owed[inspector] {
				planned := days[k*len(days)/len(owed[inspector])]
				visits = append(visits, PlannedVisit{i, life.Unit, inspector, planned})
			}
		}
	}
	return visits
}

// State is where a visit stands on a day.
type State int

// The states of a visit.
const (
	Planned State = iota // still far
	Soon                 // within soonDays
	Behind               // its day has passed, but the round is not over
	Overdue              // the round is over
	Done
	CalledOff // cancelled
)

// soonDays is from when a visit counts as near.
const soonDays = 7

// StateOf tells where a visit stands on a day, with the days that it is late (Overdue: against the due date of
// its round, which no change of the planned day moves; Behind: against the planned day) or away (Soon, Planned).
func StateOf(planned, due, done, on day.Date) (State, int) {
	switch {
	case !done.IsZero() && !done.After(on):
		return Done, 0
	case due.Before(on):
		return Overdue, on.DaysSince(due)
	case planned.Before(on):
		return Behind, on.DaysSince(planned)
	case planned.DaysSince(on) <= soonDays:
		return Soon, planned.DaysSince(on)
	}
	return Planned, planned.DaysSince(on)
}

// VisitState is StateOf for a visit of a round that is due on a day. A recheck is due on its own day; what was cancelled is not due.
func VisitState(v data.Visit, due, on day.Date) (State, int) {
	if v.Halt == data.Cancelled && !v.HaltedOn.After(on) && v.DoneOn.IsZero() {
		return CalledOff, 0
	}
	if v.Origin == data.Rechecks {
		due = v.PlannedOn
	}
	return StateOf(v.PlannedOn, due, v.DoneOn, on)
}
