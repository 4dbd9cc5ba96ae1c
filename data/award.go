package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindCadreAward Kind = "cadre_award"
	KindDiscipline Kind = "discipline"
)

// CadreAward is a khen thưởng of a cadre.
type CadreAward struct {
	Base
	CadreID   int64
	Title     string
	GrantedBy string
	Decision  string
	GrantedOn day.Date
	Note      string
}

func (*CadreAward) kind() Kind { return KindCadreAward }
func (a *CadreAward) prepare() error {
	a.Title, a.GrantedBy, a.Decision, a.Note = vietnamese.Clean(a.Title), vietnamese.Clean(a.GrantedBy), vietnamese.Clean(a.Decision), vietnamese.CleanLines(a.Note)
	switch {
	case a.Title == "":
		return Faultf(nil, "Khen thưởng chưa có hình thức; hãy gõ, ví dụ “Bằng khen của Trung ương Hội”.")
	case a.GrantedOn.IsZero():
		return Faultf(nil, "Khen thưởng “%s” chưa có ngày; hãy gõ ngày, tháng hoặc ít nhất là năm.", a.Title)
	}
	return nil
}

// Discipline is a kỷ luật of a cadre, from FromDay to ToDay, zero for still or none.
type Discipline struct {
	Base
	CadreID   int64
	Measure   string
	ImposedBy string
	Decision  string
	FromDay   day.Date
	ToDay     day.Date
	Note      string
}

func (*Discipline) kind() Kind { return KindDiscipline }
func (d *Discipline) prepare() error {
	d.Measure, d.ImposedBy, d.Decision, d.Note = vietnamese.Clean(d.Measure), vietnamese.Clean(d.ImposedBy), vietnamese.Clean(d.Decision), vietnamese.CleanLines(d.Note)
	switch {
	case d.Measure == "":
		return Faultf(nil, "Kỷ luật chưa có hình thức; hãy gõ, ví dụ “Khiển trách”.")
	case d.FromDay.IsZero():
		return Faultf(nil, "Kỷ luật “%s” chưa có ngày; hãy gõ ngày, tháng hoặc ít nhất là năm.", d.Measure)
	case !d.ToDay.IsZero() && d.ToDay.Last().Before(d.FromDay):
		return Faultf(nil, "Kỷ luật “%s” kết thúc %s, trước ngày bắt đầu %s; hãy sửa lại ngày.", d.Measure, d.ToDay, d.FromDay)
	}
	return nil
}

// CadreAwards lists the awards of some cadres, the latest first.
func (r Reader) CadreAwards(ctx context.Context, cadres []int64) ([]CadreAward, error) {
	return listed[CadreAward](ctx, r, "awards of cadres", func(db *gorm.DB) *gorm.DB {
		return db.Where("cadre_id IN ?", cadres).Order("granted_on DESC, id DESC")
	})
}

// Disciplines lists the disciplinary measures against some cadres, the latest first.
func (r Reader) Disciplines(ctx context.Context, cadres []int64) ([]Discipline, error) {
	return listed[Discipline](ctx, r, "disciplines of cadres", func(db *gorm.DB) *gorm.DB {
		return db.Where("cadre_id IN ?", cadres).Order("from_day DESC, id DESC")
	})
}
