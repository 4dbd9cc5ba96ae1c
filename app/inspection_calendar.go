package app

import (
	"cmp"
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Day is the day on which a visit stands in a calendar: that on which it was held or, while it was not as of the day in view, the planned one.
func (v VisitRow) Day() day.Date {
	if v.State == Done {
		return v.DoneOn
	}
	return v.PlannedOn
}

// ToCome tells that a visit can still be moved to another day: it was not held and not cancelled.
func ToCome(v data.Visit) bool { return v.DoneOn.IsZero() && v.Halt != data.Cancelled }

// TermVisits lists the visits of all rounds of a term by planned day as they stand on a day.
func (o *Office) TermVisits(ctx context.Context, on day.Date, termID int64) ([]VisitRow, error) {
	rounds, err := o.db.Rounds(ctx, termID)
	if err != nil {
		return nil, err
	}
	return o.VisitsOf(ctx, on, rounds)
}

// Conflicts says what speaks against the days of visits, by visit: a day off, for visits to come, and a member of the team who is at another of
// the visits on the same day, unless the hours of both are known and do not meet.
func Conflicts(visits []VisitRow, calendar Calendar) map[int64]string {
	found := map[int64]string{}
	add := func(id int64, sentence string) {
		if found[id] != "" {
			sentence = found[id] + " " + sentence
		}
		found[id] = sentence
	}
	type seat struct {
		cadre int64
		on    day.Date
	}
	taken := map[seat][]int{}
	for i, v := range visits {
		if v.Halt == data.Cancelled {
			continue
		}
		if v.DoneOn.IsZero() {
			if objection := calendar.Objection(v.PlannedOn); objection != "" {
				add(v.ID, objection)
			}
		}
		for _, m := range v.Team {
			place := seat{m.CadreID, v.Day()}
			taken[place] = append(taken[place], i)
		}
	}
	for _, v := range visits {
		if v.Halt == data.Cancelled {
			continue
		}
		for _, m := range v.Team {
			for _, j := range taken[seat{m.CadreID, v.Day()}] {
				other := visits[j]
				if other.ID != v.ID && !apart(v.Visit, other.Visit) {
					add(v.ID, m.FullName+" cùng ngày có cuộc kiểm tra "+lowerKind(other.Unit.Label())+".")
				}
			}
		}
	}
	return found
}

// CalendarOrder sorts the visits of a calendar: by day, on one day those with a conflict first, then by unit.
func CalendarOrder(visits []VisitRow, conflicts map[int64]string) {
	rank := func(v VisitRow) int {
		if conflicts[v.ID] != "" {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(visits, func(a, b VisitRow) int {
		return cmp.Or(a.Day().Compare(b.Day()), cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Inspector.SortKey, b.Inspector.SortKey), cmp.Compare(a.Unit.SortKey, b.Unit.SortKey))
	})
}
