package data

import (
	"context"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindRound       Kind = "round"
	KindVisit       Kind = "visit"
	KindVisitMember Kind = "visit_member"
)

// Rhythm is how often the plan asks for an inspection (77/KH-BCH, III.5).
type Rhythm string

// The four rhythms of the plan.
const (
	HalfYear Rhythm = "half_year"
	Yearly   Rhythm = "year"
	MidTerm  Rhythm = "mid_term"
	EndTerm  Rhythm = "end_term"
)

// Round is one đợt kiểm tra of a term: it looks at the days PeriodFrom to PeriodTo and is to be over by DueOn.
type Round struct {
	Base
	TermID     int64
	Rhythm     Rhythm
	Name       string
	PeriodFrom day.Date
	PeriodTo   day.Date
	DueOn      day.Date
}

func (*Round) kind() Kind       { return KindRound }
func (r *Round) prepare() error { return nil }

// Visit is the inspection of one unit in a round; a zero DoneOn has not taken place.
type Visit struct {
	Base
	RoundID int64
	UnitID  int64
	// InspectorID is the unit that inspects: the one directly above.
	InspectorID int64 `gorm:"serializer:zeronull"`
	PlannedOn   day.Date
	// Moved tells that the office chose PlannedOn; re-planning leaves it alone.
	Moved  bool
	DoneOn day.Date
	Note   string
}

func (*Visit) kind() Kind { return KindVisit }
func (v *Visit) prepare() error {
	v.Note = vietnamese.CleanLines(v.Note)
	if !v.PlannedOn.IsFull() {
		return Faultf(nil, "Cuộc kiểm tra cần đủ ngày dự kiến; hãy gõ như 10/07/2024.")
	}
	if !v.DoneOn.IsZero() && !v.DoneOn.IsFull() {
		return Faultf(nil, "Cuộc kiểm tra cần đủ ngày thực hiện; hãy gõ như 10/07/2024.")
	}
	return nil
}

// VisitRole is the part of a team member.
type VisitRole string

// The roles in a team.
const (
	Leader VisitRole = "leader"
	Member VisitRole = "member"
)

// VisitMember is a cadre in the team of a visit.
type VisitMember struct {
	Base
	VisitID int64
	CadreID int64
	Role    VisitRole
}

func (*VisitMember) kind() Kind       { return KindVisitMember }
func (m *VisitMember) prepare() error { return nil }

// Rounds lists the rounds of a term by due date.
func (r Reader) Rounds(ctx context.Context, termID int64) ([]Round, error) {
	var rounds []Round
	err := r.db.WithContext(ctx).Where("term_id = ? AND deleted_at IS NULL", termID).Order("due_on, period_from DESC, id").Find(&rounds).Error
	return rounds, r.fail(err, "rounds of term %d", termID)
}

// Visits lists the visits of some rounds by planned date.
func (r Reader) Visits(ctx context.Context, roundIDs []int64) ([]Visit, error) {
	var visits []Visit
	err := r.db.WithContext(ctx).Where("round_id IN ? AND deleted_at IS NULL", roundIDs).Order("planned_on, id").Find(&visits).Error
	return visits, r.fail(err, "visits")
}

// VisitsOfUnit lists all visits to a unit, the latest first.
func (r Reader) VisitsOfUnit(ctx context.Context, unitID int64) ([]Visit, error) {
	var visits []Visit
	err := r.db.WithContext(ctx).Where("unit_id = ? AND deleted_at IS NULL", unitID).Order("planned_on DESC, id DESC").Find(&visits).Error
	return visits, r.fail(err, "visits of unit %d", unitID)
}

// Visit returns one visit.
func (r Reader) Visit(ctx context.Context, id int64) (Visit, error) { return take[Visit](ctx, r, id) }

// Round returns one round.
func (r Reader) Round(ctx context.Context, id int64) (Round, error) { return take[Round](ctx, r, id) }

// TeamMember is a member of a team with her name.
type TeamMember struct {
	VisitMember
	FullName string
}

// Teams lists the members of the teams of some visits, leaders first.
func (r Reader) Teams(ctx context.Context, visitIDs []int64) (map[int64][]TeamMember, error) {
	teams := map[int64][]TeamMember{}
	// SQLite takes some 32,000 arguments at once; a term has several thousand visits.
	for len(visitIDs) > 0 {
		n := min(len(visitIDs), 10000)
		var members []TeamMember
		err := r.db.WithContext(ctx).Table("visit_members m").Select("m.*, c.full_name").
			Joins("JOIN cadres c ON c.id = m.cadre_id").Where("m.visit_id IN ? AND m.deleted_at IS NULL", visitIDs[:n]).
			Order("m.role, c.sort_key, m.id").Find(&members).Error
		if err != nil {
			return nil, r.fail(err, "teams")
		}
		for _, m := range members {
			teams[m.VisitID] = append(teams[m.VisitID], m)
		}
		visitIDs = visitIDs[n:]
	}
	return teams, nil
}

// TeamsOfCadre counts the visits in whose team a cadre is.
func (r Reader) TeamsOfCadre(ctx context.Context, cadreID int64) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Table("visit_members").Where("cadre_id = ? AND deleted_at IS NULL", cadreID).Count(&n).Error
	return int(n), r.fail(err, "teams of cadre %d", cadreID)
}

// CountOverdue counts the visits of a term that had not taken place by a day although their round was over.
func (r Reader) CountOverdue(ctx context.Context, on day.Date, termID int64) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Table("visits v").Joins("JOIN rounds r ON r.id = v.round_id").
		Where("r.term_id = ? AND r.deleted_at IS NULL AND v.deleted_at IS NULL", termID).
		Where("r.due_on < ? AND (v.done_on IS NULL OR v.done_on > ?)", on.ISO(), on.ISO()).Count(&n).Error
	return int(n), r.fail(err, "overdue visits of term %d", termID)
}
