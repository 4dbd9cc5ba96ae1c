package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Change is what planning a term again does to a round or a visit.
type Change int

// The changes.
const (
	Unchanged Change = iota
	Added
	Removed
	Moved
)

// String is the change in lists.
func (c Change) String() string { return []string{"giữ nguyên", "thêm", "bỏ", "đổi ngày"}[c] }

// RoundChange is what becomes of a round: its days before and after, and how many of its visits are added, removed, moved, and kept.
type RoundChange struct {
	Name                        string
	Change                      Change
	Before, After               data.Round
	Added, Removed, Moved, Kept int
}

// VisitChange is what becomes of a visit; the day that it does not have is zero.
type VisitChange struct {
	Visit, Unit   int64
	Round         string
	UnitName      string
	Change        Change
	Before, After day.Date
}

// Replanning is the difference that planning a term again makes. Rounds are all of the term; Visits are those that change.
type Replanning struct {
	Rounds []RoundChange
	Visits []VisitChange
}

// Count counts the visits with a change.
func (r Replanning) Count(c Change) int {
	n := 0
	for _, v := range r.Visits {
		if v.Change == c {
			n++
		}
	}
	return n
}

// Empty tells that nothing changes.
func (r Replanning) Empty() bool {
	return len(r.Visits) == 0 && !slices.ContainsFunc(r.Rounds, func(c RoundChange) bool { return c.Change != Unchanged })
}

// Sentence sums the difference up.
func (r Replanning) Sentence() string {
	if r.Empty() {
		return "Lịch kiểm tra không thay đổi."
	}
	rounds := map[Change]int{}
	for _, c := range r.Rounds {
		rounds[c.Change]++
	}
	return fmt.Sprintf("Đợt kiểm tra: thêm %d, bỏ %d, đổi ngày %d. Cuộc kiểm tra: thêm %d, bỏ %d, đổi ngày %d. Cuộc đã kiểm tra, đã thông báo và ngày do cơ quan chọn được giữ nguyên.",
		rounds[Added], rounds[Removed], rounds[Moved], r.Count(Added), r.Count(Removed), r.Count(Moved))
}

// errReplanPreview rolls a preview back.
var errReplanPreview = errors.New("app: preview of a term")

// PreviewTerm does what SaveTerm does, compares, and takes it back, so that what it shows is what SaveTerm will do.
func (o *Office) PreviewTerm(ctx context.Context, term data.Term) (Replanning, error) {
	var difference Replanning
	_, err := o.db.Write(ctx, "Xem trước lịch kiểm tra", func(tx *data.Tx) error {
		before, err := scheduleOf(ctx, tx.Reader, term.ID)
		if err != nil {
			return err
		}
		term, err = saveTerm(ctx, tx, term)
		if err != nil {
			return err
		}
		after, err := scheduleOf(ctx, tx.Reader, term.ID)
		if err != nil {
			return err
		}
		difference = before.difference(after)
		if err := nameUnits(ctx, tx.Reader, difference.Visits); err != nil {
			return err
		}
		return errReplanPreview
	})
	if errors.Is(err, errReplanPreview) {
		err = nil
	}
	return difference, err
}

// storedSchedule is what a term has in rounds and visits.
type storedSchedule struct {
	rounds map[int64]data.Round
	visits map[int64]data.Visit
}

func scheduleOf(ctx context.Context, r data.Reader, term int64) (storedSchedule, error) {
	s := storedSchedule{map[int64]data.Round{}, map[int64]data.Visit{}}
	if term == 0 {
		return s, nil
	}
	rounds, err := r.Rounds(ctx, term)
	if err != nil {
		return s, err
	}
	visits, err := r.Visits(ctx, roundIDs(rounds))
	for _, round := range rounds {
		s.rounds[round.ID] = round
	}
	for _, v := range visits {
		s.visits[v.ID] = v
	}
	return s, err
}

func (s storedSchedule) difference(after storedSchedule) Replanning {
	var r Replanning
	changes := map[int64]*RoundChange{}
	round := func(id int64) *RoundChange {
		if changes[id] == nil {
			b, was := s.rounds[id]
			a, is := after.rounds[id]
			c := &RoundChange{Name: cmp.Or(a.Name, b.Name), Before: b, After: a}
			switch {
			case !was:
				c.Change = Added
			case !is:
				c.Change = Removed
			case a.PeriodFrom != b.PeriodFrom || a.PeriodTo != b.PeriodTo || a.DueOn != b.DueOn:
				c.Change = Moved
			}
			changes[id] = c
		}
		return changes[id]
	}
	for id := range s.rounds {
		round(id)
	}
	for id := range after.rounds {
		round(id)
	}
	for id, v := range s.visits {
		c := round(v.RoundID)
		line := VisitChange{Visit: id, Unit: v.UnitID, Round: c.Name, Before: v.PlannedOn}
		now, is := after.visits[id]
		switch {
		case !is:
			line.Change = Removed
			c.Removed++
		case now.PlannedOn != v.PlannedOn || now.InspectorID != v.InspectorID:
			line.Change, line.After = Moved, now.PlannedOn
			c.Moved++
		default:
			c.Kept++
			continue
		}
		r.Visits = append(r.Visits, line)
	}
	for id, v := range after.visits {
		if _, was := s.visits[id]; was {
			continue
		}
		c := round(v.RoundID)
		c.Added++
		r.Visits = append(r.Visits, VisitChange{Visit: id, Unit: v.UnitID, Round: c.Name, Change: Added, After: v.PlannedOn})
	}
	for _, c := range changes {
		r.Rounds = append(r.Rounds, *c)
	}
	slices.SortFunc(r.Rounds, func(a, b RoundChange) int {
		return cmp.Or(a.day().Compare(b.day()), cmp.Compare(a.Name, b.Name))
	})
	slices.SortFunc(r.Visits, func(a, b VisitChange) int {
		return cmp.Or(cmp.Or(a.After, a.Before).Compare(cmp.Or(b.After, b.Before)), cmp.Compare(a.Visit, b.Visit))
	})
	return r
}

// day is the due date by which rounds stand in order.
func (c RoundChange) day() day.Date { return cmp.Or(c.After.DueOn, c.Before.DueOn) }

func nameUnits(ctx context.Context, r data.Reader, visits []VisitChange) error {
	ids := make([]int64, 0, len(visits))
	seen := map[int64]bool{}
	for _, v := range visits {
		if !seen[v.Unit] {
			seen[v.Unit] = true
			ids = append(ids, v.Unit)
		}
	}
	names, err := r.UnitNames(ctx, ids)
	for i := range visits {
		visits[i].UnitName = names[visits[i].Unit].Label()
	}
	return err
}
