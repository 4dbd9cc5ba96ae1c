package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindSpecialDay is the kind of SpecialDay records.
const KindSpecialDay Kind = "special_day"

// SpecialDay is a run of days that differ from the rule of weekdays and holidays: days off by decision or, with Working, days that are
// worked although they would be off (làm bù).
type SpecialDay struct {
	Base
	FirstDay, LastDay day.Date
	Name              string
	Working           bool
}

func (*SpecialDay) kind() Kind { return KindSpecialDay }
func (s *SpecialDay) prepare() error {
	s.Name = vietnamese.Clean(s.Name)
	if s.LastDay.IsZero() {
		s.LastDay = s.FirstDay
	}
	switch {
	case s.Name == "":
		return Faultf(nil, "Ngày nghỉ, ngày làm bù chưa có tên; hãy gõ tên, ví dụ “Nghỉ Tết Nguyên đán”.")
	case !s.FirstDay.IsFull() || !s.LastDay.IsFull():
		return Faultf(nil, "“%s” cần đủ ngày đầu và ngày cuối; hãy gõ như 25/01/2028.", s.Name)
	case s.LastDay.Before(s.FirstDay):
		return Faultf(nil, "“%s” kết thúc %s, trước ngày bắt đầu %s; hãy sửa lại ngày.", s.Name, s.LastDay, s.FirstDay)
	case s.LastDay.DaysSince(s.FirstDay) > 60:
		return Faultf(nil, "“%s” dài hơn 60 ngày; hãy sửa lại ngày.", s.Name)
	}
	return nil
}

// SpecialDays lists them by day.
func (r Reader) SpecialDays(ctx context.Context) ([]SpecialDay, error) {
	return listed[SpecialDay](ctx, r, "special days", func(db *gorm.DB) *gorm.DB { return db.Order("first_day, id") })
}
