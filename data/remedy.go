package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindRemedy is the kind of Remedy records.
const KindRemedy Kind = "remedy"

// RemedyVerdict is what a recheck says of a remedy.
type RemedyVerdict string

// The verdicts; "" is not yet looked at.
const (
	RemedyDone   RemedyVerdict = "done"
	RemedyPartly RemedyVerdict = "partly"
	RemedyNot    RemedyVerdict = "not"
)

// Remedy is what a unit is to put right by a day (kiến nghị khắc phục).
type Remedy struct {
	Base
	VisitID int64
	// FindingID is the shortcoming that it answers, 0 for a general one.
	FindingID int64 `gorm:"serializer:zeronull"`
	// UnitID is the unit that owes it: the inspected one, or its successor.
	UnitID      int64
	Rank        int
	Action      string
	Responsible string // who, in words: "Ban Thường vụ Hội LHPN xã"
	CadreID     int64  `gorm:"serializer:zeronull"` // who, when it is a known cadre
	DueOn       day.Date
	// DoneOn is when the unit told that it is done; Proof is by what.
	DoneOn day.Date
	Proof  string
	// CheckedOn, CheckedIn and Verdict are what a recheck found.
	CheckedOn day.Date
	CheckedIn int64 `gorm:"serializer:zeronull"`
	Verdict   RemedyVerdict
	CheckNote string
	// WithdrawnOn is when the office took it back, for WithdrawnReason.
	WithdrawnOn     day.Date
	WithdrawnReason string
}

func (*Remedy) kind() Kind { return KindRemedy }
func (m *Remedy) prepare() error {
	m.Action, m.Proof, m.CheckNote = vietnamese.CleanLines(m.Action), vietnamese.CleanLines(m.Proof), vietnamese.CleanLines(m.CheckNote)
	m.Responsible, m.WithdrawnReason = vietnamese.Clean(m.Responsible), vietnamese.Clean(m.WithdrawnReason)
	switch {
	case m.Action == "":
		return Faultf(nil, "Kiến nghị khắc phục còn trống; hãy gõ việc phải làm.")
	case !m.DueOn.IsFull():
		return Faultf(nil, "Kiến nghị “%s” cần đủ ngày của thời hạn; hãy gõ như 30/09/2024.", m.Action)
	case !m.WithdrawnOn.IsZero() && m.WithdrawnReason == "":
		return Faultf(nil, "Rút kiến nghị “%s” cần có lý do; hãy gõ lý do.", m.Action)
	}
	return nil
}

// RemedyQuery narrows a list of remedies; zero fields do not.
type RemedyQuery struct {
	Visits []int64
	Unit   int64
	Term   int64
	// OpenOn keeps those that were neither done nor withdrawn on a day, of visits held by then; a recheck that found one undone opens
	// it again.
	OpenOn day.Date
	// Scope keeps the units in it when it is set.
	Scope *Scope
}

// remedyOpen is the condition that a remedy m is open on a day, asked for four times.
const remedyOpen = `(m.withdrawn_on IS NULL OR m.withdrawn_on > ?) AND (
	m.done_on IS NULL OR m.done_on > ? OR (m.checked_on <= ? AND m.verdict IN ('partly', 'not') AND m.checked_on >= m.done_on))
	AND NOT (m.checked_on IS NOT NULL AND m.checked_on <= ? AND m.verdict = 'done')`

// Remedies lists remedies by due date, or in the order of the visit when visits are asked for.
func (r Reader) Remedies(ctx context.Context, q RemedyQuery) ([]Remedy, error) {
	db := r.db.WithContext(ctx).Table("remedies m").Select("m.*").
		Joins("JOIN visits v ON v.id = m.visit_id AND v.deleted_at IS NULL").Where("m.deleted_at IS NULL")
	order := "m.due_on, m.id"
	if q.Visits != nil {
		db, order = db.Where("m.visit_id IN ?", q.Visits), "m.visit_id, m.rank, m.id"
	}
	if q.Unit != 0 {
		db = db.Where("m.unit_id = ?", q.Unit)
	}
	if q.Term != 0 {
		db = db.Joins("JOIN rounds r ON r.id = v.round_id").Where("r.term_id = ?", q.Term)
	}
	if !q.OpenOn.IsZero() {
		on := q.OpenOn.ISO()
		db = db.Where("v.done_on <= ?", on).Where(remedyOpen, on, on, on, on)
	}
	if q.Scope != nil {
		if within, args := q.Scope.within("m.unit_id"); within != "" {
			db = db.Where("1 = 1"+within, args...)
		}
	}
	var remedies []Remedy
	return remedies, r.fail(db.Order(order).Find(&remedies).Error, "remedies")
}

// CountOpenRemedies counts the open remedies on a day of the visits of some rounds, by visit.
func (r Reader) CountOpenRemedies(ctx context.Context, on day.Date, rounds []int64) (map[int64]int, error) {
	var rows []struct {
		VisitID int64
		N       int
	}
	iso := on.ISO()
	err := r.db.WithContext(ctx).Table("remedies m").Select("m.visit_id, count(*) AS n").
		Joins("JOIN visits v ON v.id = m.visit_id AND v.deleted_at IS NULL AND v.done_on <= ?", iso).
		Where("m.deleted_at IS NULL AND v.round_id IN ?", rounds).Where(remedyOpen, iso, iso, iso, iso).Group("m.visit_id").Find(&rows).Error
	counts := map[int64]int{}
	for _, row := range rows {
		counts[row.VisitID] = row.N
	}
	return counts, r.fail(err, "open remedies")
}

// Remedy returns one remedy.
func (r Reader) Remedy(ctx context.Context, id int64) (Remedy, error) {
	return take[Remedy](ctx, r, id)
}

// RemediesOfFinding lists the remedies that answer a finding.
func (r Reader) RemediesOfFinding(ctx context.Context, finding int64) ([]Remedy, error) {
	return listed[Remedy](ctx, r, "remedies of a finding", func(db *gorm.DB) *gorm.DB { return db.Where("finding_id = ?", finding).Order("rank, id") })
}
