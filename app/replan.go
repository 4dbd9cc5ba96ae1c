package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// roundKey finds a round of the plan again when the term was moved: by rhythm and, for the yearly ones, year.
type roundKey struct {
	rhythm data.Rhythm
	year   int
}

func keyOf(rhythm data.Rhythm, to day.Date) roundKey {
	if rhythm == data.MidTerm || rhythm == data.EndTerm {
		return roundKey{rhythm, 0}
	}
	return roundKey{rhythm, to.Year}
}

// replan brings the stored rounds and visits of a term into line with the schedule: what is missing is
// added, what is no longer owed goes to the recycle bin, days that nobody chose move along. A visit that
// took place, or whose day the office chose, and a round with such a visit are never touched.
func replan(ctx context.Context, tx *data.Tx, term data.Term) error {
	calendar, err := calendarOf(ctx, tx.Reader)
	if err != nil {
		return err
	}
	var planned []PlannedRound
	if !term.PostsOnly {
		planned = PlanRounds(term.Name, term.FirstDay, term.LastDay, calendar)
	}
	stored, err := tx.Rounds(ctx, term.ID)
	if err != nil {
		return err
	}
	byKey := map[roundKey]data.Round{}
	ids := make([]int64, len(stored))
	for i, r := range stored {
		ids[i] = r.ID
		if r.Rhythm == data.Extra || r.Rhythm == data.Theme { // made by the office, none of the schedule's business
			continue
		}
		byKey[keyOf(r.Rhythm, r.PeriodTo)] = r
	}
	visits, err := tx.Visits(ctx, ids)
	if err != nil {
		return err
	}
	fixed := map[int64]bool{} // rounds with a visit that must stay
	for _, v := range visits {
		if untouchable(v) {
			fixed[v.RoundID] = true
		}
	}
	roundIDs := make([]int64, len(planned))
	for i, p := range planned {
		r, known := byKey[keyOf(p.Rhythm, p.To)]
		delete(byKey, keyOf(p.Rhythm, p.To))
		if known && fixed[r.ID] {
			roundIDs[i] = r.ID
			planned[i].From, planned[i].To, planned[i].Due = r.PeriodFrom, r.PeriodTo, r.DueOn
			planned[i].VisitsFrom = visitsFrom(r.PeriodTo, r.DueOn, calendar)
			continue
		}
		r.TermID, r.Rhythm, r.Name, r.PeriodFrom, r.PeriodTo, r.DueOn = term.ID, p.Rhythm, p.Name, p.From, p.To, p.Due
		if known {
			err = tx.Update(&r)
		} else {
			err = tx.Insert(&r)
		}
		if err != nil {
			return err
		}
		roundIDs[i] = r.ID
	}
	for _, r := range byKey { // rounds that the term no longer has
		if fixed[r.ID] {
			continue
		}
		if err := tx.Remove(&r); err != nil {
			return err
		}
	}
	return replanVisits(ctx, tx, planned, roundIDs, visits, calendar)
}

// untouchable tells that the office made something of a visit, or that the schedule does not owe it.
func untouchable(v data.Visit) bool {
	return v.Origin != data.Owed || v.Moved || v.Halt != data.Going || !v.DoneOn.IsZero() || !v.NotifiedOn.IsZero() || !v.BegunOn.IsZero() || v.ChecklistID != 0
}

func replanVisits(ctx context.Context, tx *data.Tx, planned []PlannedRound, roundIDs []int64, stored []data.Visit, calendar Calendar) error {
	lives, err := unitLives(ctx, tx.Reader)
	if err != nil {
		return err
	}
	type owed struct{ round, unit int64 }
	known := make(map[owed]data.Visit, len(stored))
	for _, v := range stored {
		if v.Origin == data.Owed {
			known[owed{v.RoundID, v.UnitID}] = v
		}
	}
	var fresh []data.Visit
	for _, p := range PlanVisits(planned, lives, calendar) {
		key := owed{roundIDs[p.Round], p.Unit}
		v, ok := known[key]
		delete(known, key)
		switch {
		case !ok:
			fresh = append(fresh, data.Visit{RoundID: key.round, UnitID: p.Unit, InspectorID: p.Inspector, PlannedOn: p.Planned})
		case !untouchable(v):
			v.PlannedOn, v.InspectorID = p.Planned, p.Inspector
			if err := tx.Update(&v); err != nil {
				return err
			}
		}
	}
	for _, v := range known {
		if untouchable(v) {
			continue
		}
		if err := tx.Remove(&v); err != nil {
			return err
		}
	}
	return data.InsertAll(tx, fresh)
}

// unitLives gives the lives of all units that are owed visits, in the order of the tree.
func unitLives(ctx context.Context, r data.Reader) ([]UnitLife, error) {
	spans, err := r.UnitSpans(ctx, InspectedLevels)
	if err != nil {
		return nil, err
	}
	lives := make([]UnitLife, len(spans))
	for i, s := range spans {
		lives[i] = UnitLife{s.ID, s.ParentID, s.ValidFrom, s.ValidTo, s.Founded}
	}
	return lives, nil
}

// replanAll does replan for every term that is not over on a day.
func replanAll(ctx context.Context, tx *data.Tx, today day.Date) error {
	terms, err := tx.Terms(ctx)
	if err != nil {
		return err
	}
	for _, term := range terms {
		if term.LastDay.Before(today) {
			continue
		}
		rounds, err := tx.Rounds(ctx, term.ID)
		if err != nil {
			return err
		}
		if len(rounds) == 0 { // kept for its posts only; a change to one unit must not start its inspections
			continue
		}
		if err := replan(ctx, tx, term); err != nil {
			return err
		}
	}
	return nil
}
