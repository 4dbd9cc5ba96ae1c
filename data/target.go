package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
)

// KindTarget is the kind of Target records.
const KindTarget Kind = "target"

// Target is a chỉ tiêu that the office set itself, valid from FirstDay to LastDay, zero for open. Definition is JSON that package app reads.
type Target struct {
	Base
	Code, Name        string
	Goal              float64
	FirstDay, LastDay day.Date
	Definition        string
}

func (*Target) kind() Kind { return KindTarget }
func (t *Target) prepare() error {
	cleaned(&t.Code, &t.Name)
	if t.Goal <= 0 {
		return Faultf(nil, "Chỉ tiêu “%s” chưa có mức phấn đấu; hãy gõ số lớn hơn 0.", t.Name)
	}
	if err := missing(t.Name, "Chỉ tiêu chưa có nội dung; hãy gõ nội dung.", t.Code, "Chỉ tiêu chưa có mã; hãy gõ, ví dụ “CT5”."); err != nil {
		return err
	}
	return endsAfter(t.FirstDay, t.LastDay, "Chỉ tiêu “"+t.Name+"”")
}

// Targets lists the office's own targets by code.
func (r Reader) Targets(ctx context.Context) ([]Target, error) {
	return listed[Target](ctx, r, "targets", func(db *gorm.DB) *gorm.DB { return db.Order("code, id") })
}
