package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindSuccession is the kind of Succession records.
const KindSuccession Kind = "succession"

// Succession is a cadre in the quy hoạch of a post. It is stored only once it is public: personnel plans before that may be
// state secrets, which have no place in this program.
type Succession struct {
	Base
	CadreID     int64
	UnitID      int64
	PositionID  int64
	Period      string // "2026 - 2031"
	PublishedOn day.Date
	Decision    string
	RemovedOn   day.Date
	Note        string
}

func (*Succession) kind() Kind { return KindSuccession }
func (s *Succession) prepare() error {
	s.Period, s.Decision, s.Note = vietnamese.Clean(s.Period), vietnamese.Clean(s.Decision), vietnamese.CleanLines(s.Note)
	switch {
	case s.Period == "":
		return Faultf(nil, "Quy hoạch chưa có giai đoạn; hãy gõ, ví dụ “2026 - 2031”.")
	case s.PublishedOn.IsZero():
		return Faultf(nil, "Chỉ ghi quy hoạch đã công khai; hãy gõ ngày công khai hoặc chưa ghi vào chương trình.")
	case !s.RemovedOn.IsZero() && s.RemovedOn.Last().Before(s.PublishedOn):
		return Faultf(nil, "Ngày đưa ra khỏi quy hoạch %s sớm hơn ngày công khai %s; hãy sửa lại ngày.", s.RemovedOn, s.PublishedOn)
	}
	return nil
}

// Successions lists the successions of some cadres, the latest first.
func (r Reader) Successions(ctx context.Context, cadres []int64) ([]Succession, error) {
	return listed[Succession](ctx, r, "successions of cadres", func(db *gorm.DB) *gorm.DB {
		return db.Where("cadre_id IN ?", cadres).Order("published_on DESC, id DESC")
	})
}

// SuccessionsIn lists the successions for the posts of some units, by post.
func (r Reader) SuccessionsIn(ctx context.Context, units []int64) ([]Succession, error) {
	return listed[Succession](ctx, r, "successions of units", func(db *gorm.DB) *gorm.DB {
		return db.Where("unit_id IN ?", units).Order("unit_id, position_id, published_on, id")
	})
}
