package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindUnitTerm is the kind of UnitTerm records.
const KindUnitTerm Kind = "unit_term"

// UnitTerm is the nhiệm kỳ of the committees of one unit, opened by its congress. Each unit counts its own: the province XVII, a merged
// commune "lần thứ I".
type UnitTerm struct {
	Base
	UnitID     int64
	Ordinal    string // khóa: "XVII"
	Name       string // "2021 - 2026"
	CongressOn day.Date
	FirstDay   day.Date
	LastDay    day.Date
	// CommitteeSeats, BoardSeats and InspectionSeats are the seats in Ban Chấp hành, Ban Thường vụ and Ủy ban Kiểm tra that the
	// congress set; 0 is not set.
	CommitteeSeats, BoardSeats, InspectionSeats int
	Note                                        string
}

func (*UnitTerm) kind() Kind { return KindUnitTerm }
func (t *UnitTerm) prepare() error {
	t.Ordinal, t.Name, t.Note = vietnamese.Clean(t.Ordinal), vietnamese.Clean(t.Name), vietnamese.CleanLines(t.Note)
	switch {
	case t.Name == "":
		return Faultf(nil, "Nhiệm kỳ chưa có tên; hãy gõ tên, ví dụ “2021 - 2026”.")
	case !t.FirstDay.IsFull() || !t.LastDay.IsFull():
		return Faultf(nil, "Nhiệm kỳ “%s” cần đủ ngày bắt đầu và ngày kết thúc; hãy gõ như 11/10/2021.", t.Name)
	case !t.FirstDay.Before(t.LastDay):
		return Faultf(nil, "Nhiệm kỳ “%s” kết thúc ngày %s, không sau ngày bắt đầu %s; hãy sửa lại ngày.", t.Name, t.LastDay, t.FirstDay)
	case t.CommitteeSeats < 0 || t.BoardSeats < 0 || t.InspectionSeats < 0:
		return Faultf(nil, "Số lượng ủy viên không thể âm; hãy sửa lại.")
	}
	return nil
}

// UnitTerms lists the terms of some units, the latest first.
func (r Reader) UnitTerms(ctx context.Context, units []int64) ([]UnitTerm, error) {
	return listed[UnitTerm](ctx, r, "terms of units", func(db *gorm.DB) *gorm.DB {
		return db.Where("unit_id IN ?", units).Order("unit_id, first_day DESC, id DESC")
	})
}

// UnitTermsEnding lists the terms that hold on a day and end by another, of all units, the earliest end first.
func (r Reader) UnitTermsEnding(ctx context.Context, on, by day.Date) ([]UnitTerm, error) {
	return listed[UnitTerm](ctx, r, "terms that end", func(db *gorm.DB) *gorm.DB {
		return db.Where("first_day <= ? AND last_day >= ? AND last_day <= ?", on.ISO(), on.ISO(), by.ISO()).Order("last_day, id")
	})
}
