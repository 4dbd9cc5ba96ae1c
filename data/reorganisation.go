package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindReorganisation Kind = "reorganisation"
	KindUnitLink       Kind = "unit_link"
)

// ReorganisationKind names what a reorganisation did to units.
type ReorganisationKind string

// The kinds of reorganisation (sáp nhập, chia tách, đổi tên hoặc loại, chuyển, thành lập, giải thể); a batch is many of them
// by one resolution.
const (
	Merging    ReorganisationKind = "merge"
	Splitting  ReorganisationKind = "split"
	Renaming   ReorganisationKind = "rename"
	Moving     ReorganisationKind = "move"
	Foundation ReorganisationKind = "found"
	Dissolving ReorganisationKind = "dissolve"
	Batch      ReorganisationKind = "batch"
)

// Reorganisation is a change of the organisation on the day from which it holds, with its legal basis.
type Reorganisation struct {
	Base
	Kind       ReorganisationKind
	Name       string
	HappenedOn day.Date
	Basis      string
	Note       string
	// Batch names a batch, which is applied once only; "" for the others.
	Batch string
}

func (*Reorganisation) kind() Kind { return KindReorganisation }
func (r *Reorganisation) prepare() error {
	r.Name, r.Basis, r.Note = vietnamese.Clean(r.Name), vietnamese.Clean(r.Basis), vietnamese.CleanLines(r.Note)
	switch {
	case r.Name == "":
		return Faultf(nil, "Lần sắp xếp tổ chức chưa có tên; hãy gõ tên.")
	case !r.HappenedOn.IsFull():
		return Faultf(nil, "Lần sắp xếp “%s” cần đủ ngày có hiệu lực; hãy gõ như 01/09/2024.", r.Name)
	}
	return nil
}

// UnitLink leads from a unit to one that came after it. FromID is 0 for a unit that was founded, ToID 0 for one that was
// dissolved; a unit that only changed its name or place is both.
type UnitLink struct {
	Base
	ReorganisationID int64
	FromID           int64 `gorm:"serializer:zeronull"`
	ToID             int64 `gorm:"serializer:zeronull"`
	Change           ReorganisationKind
	Basis            string // when it is another than that of the reorganisation
}

func (*UnitLink) kind() Kind       { return KindUnitLink }
func (l *UnitLink) prepare() error { l.Basis = vietnamese.Clean(l.Basis); return nil }

// Reorganisations lists all of them, the latest first.
func (r Reader) Reorganisations(ctx context.Context) ([]Reorganisation, error) {
	return listed[Reorganisation](ctx, r, "reorganisations", func(db *gorm.DB) *gorm.DB { return db.Order("happened_on DESC, id DESC") })
}

// Reorganisation returns one.
func (r Reader) Reorganisation(ctx context.Context, id int64) (Reorganisation, error) {
	return take[Reorganisation](ctx, r, id)
}

// LinksOf lists the links of a reorganisation.
func (r Reader) LinksOf(ctx context.Context, reorganisation int64) ([]UnitLink, error) {
	return listed[UnitLink](ctx, r, "links of a reorganisation", func(db *gorm.DB) *gorm.DB {
		return db.Where("reorganisation_id = ?", reorganisation).Order("id")
	})
}

// LinksOfUnit lists the links in which a unit stands on either side.
func (r Reader) LinksOfUnit(ctx context.Context, unit int64) ([]UnitLink, error) {
	return listed[UnitLink](ctx, r, "links of a unit", func(db *gorm.DB) *gorm.DB {
		return db.Where("from_id = ? OR to_id = ?", unit, unit).Order("id")
	})
}

// listed reads the live records of a model that a scope narrows and orders.
func listed[R any](ctx context.Context, r Reader, op string, scope func(*gorm.DB) *gorm.DB) ([]R, error) {
	var records []R
	return records, r.fail(scope(r.db.WithContext(ctx).Where("deleted_at IS NULL")).Find(&records).Error, "%s", op)
}
