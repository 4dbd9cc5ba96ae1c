package data

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"

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

// The four rhythms of the plan, and the rounds besides them.
const (
	HalfYear Rhythm = "half_year"
	Yearly   Rhythm = "year"
	MidTerm  Rhythm = "mid_term"
	EndTerm  Rhythm = "end_term"
	Extra    Rhythm = "extra" // đột xuất
	Theme    Rhythm = "theme" // giám sát chuyên đề
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
	// Sample is how many units two levels down the office means to visit in each district.
	Sample int
}

func (*Round) kind() Kind { return KindRound }
func (r *Round) prepare() error {
	r.Name = vietnamese.Clean(r.Name)
	switch {
	case r.Name == "":
		return Faultf(nil, "Đợt kiểm tra chưa có tên; hãy gõ tên, ví dụ “Giám sát chuyên đề quý III năm 2024”.")
	case !r.PeriodFrom.IsFull() || !r.PeriodTo.IsFull() || !r.DueOn.IsFull():
		return Faultf(nil, "Đợt “%s” cần đủ ngày đầu, ngày cuối của kỳ kiểm tra và hạn hoàn thành; hãy gõ như 30/06/2024.", r.Name)
	case r.PeriodTo.Before(r.PeriodFrom):
		return Faultf(nil, "Kỳ kiểm tra của đợt “%s” kết thúc %s, trước ngày bắt đầu %s; hãy sửa lại ngày.", r.Name, r.PeriodTo, r.PeriodFrom)
	case r.DueOn.Before(r.PeriodFrom):
		return Faultf(nil, "Hạn của đợt “%s” là %s, trước ngày bắt đầu kỳ kiểm tra %s; hãy sửa lại ngày.", r.Name, r.DueOn, r.PeriodFrom)
	}
	return nil
}

// Origin is why there is a visit.
type Origin string

// The origins of visits.
const (
	Owed     Origin = "owed"    // by the schedule of the term
	Sampled  Origin = "sample"  // a unit two levels down that the office chose
	Rechecks Origin = "recheck" // looks at what another visit found
	Besides  Origin = "extra"   // of a round besides the rhythms
)

// Halt is why a visit does not go on.
type Halt string

// The halts of visits.
const (
	Going     Halt = ""
	Postponed Halt = "postponed" // still to be made
	Cancelled Halt = "cancelled" // not to be made any more
)

// Visit is the inspection of one unit in a round. The days of its steps, zero for not yet taken, follow each other: NotifiedOn, BegunOn,
// DoneOn, ConcludedOn, ClosedOn; what the visit is on a day follows from them.
type Visit struct {
	Base
	RoundID int64
	UnitID  int64
	// InspectorID is the unit that inspects: the one directly above or, for a sample, two levels up.
	InspectorID int64 `gorm:"serializer:zeronull"`
	Origin      Origin
	// RecheckOf is the visit whose findings this one looks at again; only with Rechecks.
	RecheckOf int64 `gorm:"serializer:zeronull"`
	PlannedOn day.Date
	// Moved tells that the office chose PlannedOn; re-planning leaves it alone.
	Moved bool
	// StartsAt and EndsAt are times of the day, "08:00"; "" is not known.
	StartsAt, EndsAt string
	// Place is where it is held, "" at the unit.
	Place       string
	NotifiedOn  day.Date
	BegunOn     day.Date
	DoneOn      day.Date // the last day at the unit, that of the minutes
	ConcludedOn day.Date
	ClosedOn    day.Date
	Halt        Halt
	HaltedOn    day.Date
	HaltReason  string
	// Reasons tell why the unit was proposed, each a line.
	Reasons string
	// ChecklistID is the form of the visit, 0 while none was filled in.
	ChecklistID int64 `gorm:"serializer:zeronull"`
	// ReportBy is by when the unit tells what it has put right.
	ReportBy day.Date
	// Opinion is what the unit says of the findings.
	Opinion string
	Note    string
}

func (*Visit) kind() Kind { return KindVisit }
func (v *Visit) prepare() error {
	v.Note, v.Opinion, v.Reasons = vietnamese.CleanLines(v.Note), vietnamese.CleanLines(v.Opinion), vietnamese.CleanLines(v.Reasons)
	v.Place, v.HaltReason = vietnamese.Clean(v.Place), vietnamese.Clean(v.HaltReason)
	if v.Origin == "" {
		v.Origin = Owed
	}
	if !v.PlannedOn.IsFull() {
		return Faultf(nil, "Cuộc kiểm tra cần đủ ngày dự kiến; hãy gõ như 10/07/2024.")
	}
	for _, t := range []string{v.StartsAt, v.EndsAt} {
		if _, err := time.Parse("15:04", t); t != "" && err != nil {
			return Faultf(nil, "Giờ “%s” không có; hãy gõ như 08:00.", t)
		}
	}
	if v.Halt != Going && v.HaltReason == "" {
		return Faultf(nil, "Hoãn, hủy cuộc kiểm tra cần có lý do; hãy gõ lý do.")
	}
	return v.checkSteps()
}

// visitSteps name the steps of a visit in their order.
var visitSteps = []string{"thông báo", "bắt đầu kiểm tra", "kiểm tra", "kết luận", "đóng hồ sơ"}

// steps are the days of the steps, in the order of visitSteps.
func (v *Visit) steps() []day.Date {
	return []day.Date{v.NotifiedOn, v.BegunOn, v.DoneOn, v.ConcludedOn, v.ClosedOn}
}

// checkSteps refuses days that are not whole or not in order, and a later step without the visit itself.
func (v *Visit) checkSteps() error {
	last := -1
	for i, d := range v.steps() {
		switch {
		case d.IsZero():
			continue
		case !d.IsFull():
			return Faultf(nil, "Ngày %s cần đủ ngày, tháng, năm; hãy gõ như 10/07/2024.", visitSteps[i])
		case last >= 0 && d.Before(v.steps()[last]):
			return Faultf(nil, "Ngày %s %s trước ngày %s %s; hãy sửa lại ngày.", visitSteps[i], d, visitSteps[last], v.steps()[last])
		}
		last = i
	}
	switch {
	case !v.ConcludedOn.IsZero() && v.DoneOn.IsZero():
		return Faultf(nil, "Cuộc kiểm tra chưa diễn ra nên chưa kết luận được; hãy ghi kết quả kiểm tra trước.")
	case !v.ClosedOn.IsZero() && v.ConcludedOn.IsZero():
		return Faultf(nil, "Cuộc kiểm tra chưa kết luận nên chưa đóng hồ sơ được; hãy ghi ngày kết luận trước.")
	}
	return nil
}

// VisitRole is the part of a team member.
type VisitRole string

// The roles in a team.
const (
	Leader    VisitRole = "leader"
	Deputy    VisitRole = "deputy"
	Secretary VisitRole = "secretary"
	Member    VisitRole = "member"
)

// VisitRoles are the roles in the order of papers.
var VisitRoles = []VisitRole{Leader, Deputy, Secretary, Member}

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

// VisitsByID returns some visits by id; those that are gone are left out.
func (r Reader) VisitsByID(ctx context.Context, ids []int64) (map[int64]Visit, error) {
	byID := map[int64]Visit{}
	for len(ids) > 0 {
		n := min(len(ids), 10000)
		visits, err := listed[Visit](ctx, r, "visits by id", func(db *gorm.DB) *gorm.DB { return db.Where("id IN ?", ids[:n]) })
		if err != nil {
			return nil, err
		}
		for _, v := range visits {
			byID[v.ID] = v
		}
		ids = ids[n:]
	}
	return byID, nil
}

// Round returns one round.
func (r Reader) Round(ctx context.Context, id int64) (Round, error) { return take[Round](ctx, r, id) }

// DoneVisits lists the visits that had taken place by a day, by the day on which they did.
func (r Reader) DoneVisits(ctx context.Context, on day.Date) ([]Visit, error) {
	return listed[Visit](ctx, r, "visits done", func(db *gorm.DB) *gorm.DB { return db.Where("done_on <= ?", on.ISO()).Order("done_on, id") })
}

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
			Order("CASE m.role WHEN 'leader' THEN 1 WHEN 'deputy' THEN 2 WHEN 'secretary' THEN 3 ELSE 4 END, c.sort_key, m.id").Find(&members).Error
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

// TeamsOf lists the members of the teams of all visits of some rounds, leaders first. They carry their visit, cadre, role and name only: a term
// has thousands of them.
func (r Reader) TeamsOf(ctx context.Context, roundIDs []int64) (map[int64][]TeamMember, error) {
	teams := map[int64][]TeamMember{}
	rows, err := r.db.WithContext(ctx).Table("visits v").Select("m.visit_id, m.cadre_id, m.role, c.full_name").
		Joins("JOIN visit_members m ON m.visit_id = v.id AND m.deleted_at IS NULL").Joins("JOIN cadres c ON c.id = m.cadre_id").
		Where("v.round_id IN ? AND v.deleted_at IS NULL", roundIDs).Order("m.visit_id, c.sort_key, m.id").Rows()
	if err != nil {
		return nil, r.fail(err, "teams of %d rounds", len(roundIDs))
	}
	defer rows.Close()
	for rows.Next() {
		var m TeamMember
		if err := rows.Scan(&m.VisitID, &m.CadreID, &m.Role, &m.FullName); err != nil {
			return nil, r.fail(err, "teams of %d rounds", len(roundIDs))
		}
		teams[m.VisitID] = append(teams[m.VisitID], m)
	}
	for _, team := range teams {
		slices.SortStableFunc(team, func(a, b TeamMember) int {
			return slices.Index(VisitRoles, a.Role) - slices.Index(VisitRoles, b.Role)
		})
	}
	return teams, r.fail(rows.Err(), "teams of %d rounds", len(roundIDs))
}

// VisitStates lists the visits of some rounds with no more than what tells where they stand: their rounds, origins, days and halts.
func (r Reader) VisitStates(ctx context.Context, roundIDs []int64) ([]Visit, error) {
	rows, err := r.db.WithContext(ctx).Table("visits").Select("id, round_id, origin, planned_on, done_on, halt, halted_on").
		Where("round_id IN ? AND deleted_at IS NULL", roundIDs).Rows()
	if err != nil {
		return nil, r.fail(err, "states of visits")
	}
	defer rows.Close()
	var visits []Visit
	for rows.Next() {
		var v Visit
		if err := rows.Scan(&v.ID, &v.RoundID, &v.Origin, &v.PlannedOn, &v.DoneOn, &v.Halt, &v.HaltedOn); err != nil {
			return nil, r.fail(err, "states of visits")
		}
		visits = append(visits, v)
	}
	return visits, r.fail(rows.Err(), "states of visits")
}

// TeamsOfCadre counts the visits in whose team a cadre is.
func (r Reader) TeamsOfCadre(ctx context.Context, cadreID int64) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Table("visit_members").Where("cadre_id = ? AND deleted_at IS NULL", cadreID).Count(&n).Error
	return int(n), r.fail(err, "teams of cadre %d", cadreID)
}

// CountOverdue counts the visits of a term that had not taken place by a day although their round was over. Rechecks have no round to
// be late for, and what was cancelled is not late.
func (r Reader) CountOverdue(ctx context.Context, on day.Date, termID int64) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Table("visits v").Joins("JOIN rounds r ON r.id = v.round_id").
		Where("r.term_id = ? AND r.deleted_at IS NULL AND v.deleted_at IS NULL AND v.origin <> ?", termID, Rechecks).
		Where("NOT (v.halt = ? AND v.halted_on <= ?)", Cancelled, on.ISO()).
		Where("r.due_on < ? AND (v.done_on IS NULL OR v.done_on > ?)", on.ISO(), on.ISO()).Count(&n).Error
	return int(n), r.fail(err, "overdue visits of term %d", termID)
}

// VisitsWithTeam lists the visits of a day, but for one of them, in whose team one of some cadres is, with the cadre.
func (r Reader) VisitsWithTeam(ctx context.Context, on day.Date, cadres []int64, but int64) ([]VisitMember, error) {
	var members []VisitMember
	err := r.db.WithContext(ctx).Table("visit_members m").Select("m.*").Joins("JOIN visits v ON v.id = m.visit_id").
		Where("m.deleted_at IS NULL AND v.deleted_at IS NULL AND v.halt <> ? AND v.id <> ? AND m.cadre_id IN ?", Cancelled, but, cadres).
		Where("coalesce(v.done_on, v.planned_on) = ?", on.ISO()).Order("m.id").Find(&members).Error
	return members, r.fail(err, "visits of %d cadres on %s", len(cadres), on)
}

// RechecksOf lists the visits that look at another one again, by planned date.
func (r Reader) RechecksOf(ctx context.Context, visit int64) ([]Visit, error) {
	return listed[Visit](ctx, r, "rechecks", func(db *gorm.DB) *gorm.DB { return db.Where("recheck_of = ?", visit).Order("planned_on, id") })
}
