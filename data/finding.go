package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindFinding is the kind of Finding records.
const KindFinding Kind = "finding"

// Nature tells good from bad.
type Nature string

// The natures of findings.
const (
	Strength    Nature = "strength"    // ưu điểm
	Shortcoming Nature = "shortcoming" // tồn tại, bất cập
)

// Finding is what a team found at a unit.
type Finding struct {
	Base
	VisitID  int64
	Rank     int
	Nature   Nature
	Category string // a word of the catalogue "finding"
	Text     string
	Cause    string
	// ItemID is the item of the form that it belongs to, 0 for none.
	ItemID int64 `gorm:"serializer:zeronull"`
	// RepeatsID is the earlier finding at the unit that came back, 0 for a new one.
	RepeatsID int64 `gorm:"serializer:zeronull"`
	// Settled tells why nothing is to be put right: "đã khắc phục tại chỗ".
	Settled string
}

func (*Finding) kind() Kind { return KindFinding }
func (f *Finding) prepare() error {
	f.Text, f.Cause = vietnamese.CleanLines(f.Text), vietnamese.CleanLines(f.Cause)
	f.Category, f.Settled = vietnamese.Clean(f.Category), vietnamese.Clean(f.Settled)
	if f.Text == "" {
		return Faultf(nil, "Ưu điểm, tồn tại còn trống; hãy gõ nội dung.")
	}
	return nil
}

// Findings lists the findings of some visits in their order.
func (r Reader) Findings(ctx context.Context, visits []int64) ([]Finding, error) {
	return listed[Finding](ctx, r, "findings", func(db *gorm.DB) *gorm.DB { return db.Where("visit_id IN ?", visits).Order("visit_id, rank, id") })
}

// Finding returns one finding.
func (r Reader) Finding(ctx context.Context, id int64) (Finding, error) {
	return take[Finding](ctx, r, id)
}

// FindingAt is a finding with the visit that it belongs to.
type FindingAt struct {
	Finding
	UnitID  int64
	RoundID int64
	DoneOn  day.Date
}

// FindingQuery narrows a list of findings; zero fields do not.
type FindingQuery struct {
	Unit     int64 // the unit itself
	Term     int64
	Nature   Nature
	From, To day.Date // of the day of the visit
}

// FindingsAt lists findings of visits that took place, the latest visit first.
func (r Reader) FindingsAt(ctx context.Context, q FindingQuery) ([]FindingAt, error) {
	db := r.db.WithContext(ctx).Table("findings f").Select("f.*, v.unit_id, v.round_id, v.done_on").
		Joins("JOIN visits v ON v.id = f.visit_id AND v.deleted_at IS NULL AND v.done_on IS NOT NULL").Where("f.deleted_at IS NULL")
	if q.Unit != 0 {
		db = db.Where("v.unit_id = ?", q.Unit)
	}
	if q.Term != 0 {
		db = db.Joins("JOIN rounds r ON r.id = v.round_id").Where("r.term_id = ?", q.Term)
	}
	if q.Nature != "" {
		db = db.Where("f.nature = ?", q.Nature)
	}
	if !q.From.IsZero() {
		db = db.Where("v.done_on >= ?", q.From.ISO())
	}
	if !q.To.IsZero() {
		db = db.Where("v.done_on <= ?", q.To.ISO())
	}
	var findings []FindingAt
	return findings, r.fail(db.Order("v.done_on DESC, f.visit_id, f.rank, f.id").Find(&findings).Error, "findings")
}
