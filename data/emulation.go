package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
)

// Kinds of the records of this file.
const (
	KindEmulationTitle Kind = "emulation_title"
	KindUnitAward      Kind = "unit_award"
	KindGoodExample    Kind = "good_example"
)

// EmulationTitle is a danh hiệu thi đua: for whom, by which criteria, with which form of award. It holds from FirstYear to LastYear, 0 for
// still.
type EmulationTitle struct {
	Base
	Name, Form, Subject string
	Criteria            string
	FirstYear, LastYear int
}

func (*EmulationTitle) kind() Kind { return KindEmulationTitle }
func (t *EmulationTitle) prepare() error {
	cleaned(&t.Name, &t.Form, &t.Subject)
	cleanedLines(&t.Criteria)
	if t.LastYear != 0 && t.LastYear < t.FirstYear {
		return Faultf(nil, "Danh hiệu “%s” có năm cuối %d trước năm đầu %d; hãy sửa lại.", t.Name, t.LastYear, t.FirstYear)
	}
	return missing(t.Name, "Danh hiệu thi đua chưa có tên; hãy gõ tên.")
}

// UnitAward is a khen thưởng of a unit.
type UnitAward struct {
	Base
	UnitID    int64
	Title     string
	GrantedBy string
	Decision  string
	GrantedOn day.Date
	Note      string
}

func (*UnitAward) kind() Kind                      { return KindUnitAward }
func (*UnitAward) listing() (on, end, kind string) { return "granted_on", "", "" }
func (a *UnitAward) prepare() error {
	cleaned(&a.Title, &a.GrantedBy, &a.Decision)
	cleanedLines(&a.Note)
	if a.GrantedOn.IsZero() {
		return Faultf(nil, "Khen thưởng tập thể chưa có ngày; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	return missing(a.Title, "Khen thưởng tập thể chưa có hình thức; hãy gõ, ví dụ “Cờ đơn vị dẫn đầu phong trào thi đua”.")
}

// GoodExample is a gương điển hình: a collective or a person, who may be a cadre.
type GoodExample struct {
	Base
	UnitID       int64
	CadreID      int64 `gorm:"serializer:zeronull"`
	Name         string
	Field        string
	RecognisedOn day.Date
	Summary      string
	Spread       string // how it was made known
}

func (*GoodExample) kind() Kind                      { return KindGoodExample }
func (*GoodExample) listing() (on, end, kind string) { return "recognised_on", "", "" }
func (g *GoodExample) prepare() error {
	cleaned(&g.Name, &g.Field)
	cleanedLines(&g.Summary, &g.Spread)
	if g.RecognisedOn.IsZero() {
		return Faultf(nil, "Điển hình chưa có ngày công nhận; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	return missing(g.Name, "Điển hình chưa có tên; hãy gõ tên tập thể hoặc cá nhân.")
}

// EmulationTitles lists the titles, the latest first.
func (r Reader) EmulationTitles(ctx context.Context) ([]EmulationTitle, error) {
	return listed[EmulationTitle](ctx, r, "emulation titles", func(db *gorm.DB) *gorm.DB { return db.Order("first_year DESC, id") })
}

// ExamplesOfCadre lists the good examples that a cadre is.
func (r Reader) ExamplesOfCadre(ctx context.Context, cadre int64) ([]GoodExample, error) {
	return listed[GoodExample](ctx, r, "examples of a cadre", func(db *gorm.DB) *gorm.DB { return db.Where("cadre_id = ?", cadre).Order("recognised_on, id") })
}
