package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindAllowance is the kind of Allowance records.
const KindAllowance Kind = "allowance"

// Allowance is the mức bồi dưỡng of a cadre, in đồng a month, from FromMonth to ToMonth, both included, zero for still. Source is the
// paper that grants it: amounts differ by place and year and are no constant (plan 77/KH-BCH, chỉ tiêu 4).
type Allowance struct {
	Base
	CadreID            int64
	Amount             int64
	Source             string
	FromMonth, ToMonth day.Date
	Note               string
}

func (*Allowance) kind() Kind { return KindAllowance }
func (a *Allowance) prepare() error {
	a.Source, a.Note = vietnamese.Clean(a.Source), vietnamese.CleanLines(a.Note)
	switch {
	case a.Amount <= 0:
		return Faultf(nil, "Mức bồi dưỡng phải lớn hơn 0 đồng; hãy gõ lại số tiền.")
	case a.Source == "":
		return Faultf(nil, "Mức bồi dưỡng chưa có văn bản quy định; hãy gõ số, ngày văn bản.")
	case a.FromMonth.IsZero():
		return Faultf(nil, "Mức bồi dưỡng chưa có tháng bắt đầu; hãy gõ, ví dụ 01/2024.")
	case !a.ToMonth.IsZero() && a.ToMonth.Last().Before(a.FromMonth):
		return Faultf(nil, "Tháng cuối %s sớm hơn tháng bắt đầu %s; hãy sửa lại.", a.ToMonth, a.FromMonth)
	}
	return nil
}

// Allowances lists the allowances of some cadres, the latest first.
func (r Reader) Allowances(ctx context.Context, cadres []int64) ([]Allowance, error) {
	return listed[Allowance](ctx, r, "allowances of cadres", func(db *gorm.DB) *gorm.DB {
		return db.Where("cadre_id IN ?", cadres).Order("from_month DESC, id DESC")
	})
}
