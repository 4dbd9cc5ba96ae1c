package data

import (
	"context"
	"math/bits"
	"strings"

	"gorm.io/gorm"

	"cosohoi/data/day"
)

// Kinds of the records of this file.
const (
	KindModelKind   Kind = "model_kind"
	KindModel       Kind = "model"
	KindPairKind    Kind = "pair_kind"
	KindPair        Kind = "pair"
	KindModelReview Kind = "model_review"
)

// Codes of the kinds of models that the plan names.
const (
	OneAndOne     = "1+1"
	ThreeAndThree = "3C3B"
	SpecialGroup  = "DT"
)

// ModelKind is a kind of mô hình: one of the plan (Code) or the office's own.
type ModelKind struct {
	Base
	Code string
	Name string
	// Paired kinds have pairs of units or people, those ForGroup a group of members; Checklist holds the points of a review, one a line.
	Paired, ForGroup bool
	Checklist        string
	Note             string
	Rank             int
}

func (*ModelKind) kind() Kind { return KindModelKind }
func (k *ModelKind) prepare() error {
	cleaned(&k.Code, &k.Name)
	cleanedLines(&k.Checklist, &k.Note)
	if len(k.Points()) > 60 {
		return Faultf(nil, "Loại mô hình “%s” có quá 60 tiêu chí; hãy bớt lại.", k.Name)
	}
	return missing(k.Name, "Loại mô hình chưa có tên; hãy gõ tên.", k.Code, "Loại mô hình chưa có mã; hãy gõ mã ngắn, ví dụ “CLB”.")
}

// Points are the points of the checklist.
func (k ModelKind) Points() []string {
	if k.Checklist == "" {
		return nil
	}
	return strings.Split(k.Checklist, "\n")
}

// Model is a mô hình that a unit keeps up from StartedOn to EndedOn, zero for still.
type Model struct {
	Base
	KindID      int64
	UnitID      int64
	Name        string
	TargetGroup string
	Members     Number
	Pilot       bool
	// OriginID is the model that this one repeats (nhân rộng), 0 for none.
	OriginID           int64 `gorm:"serializer:zeronull"`
	Decision           string
	StartedOn, EndedOn day.Date
	EndReason          string
	Result, Note       string
}

func (*Model) kind() Kind                      { return KindModel }
func (*Model) listing() (on, end, kind string) { return "started_on", "ended_on", "kind_id" }
func (m *Model) prepare() error {
	cleaned(&m.Name, &m.TargetGroup, &m.Decision, &m.EndReason)
	cleanedLines(&m.Result, &m.Note)
	if m.StartedOn.IsZero() {
		return Faultf(nil, "Mô hình chưa có ngày bắt đầu; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	if m.Members.Known && m.Members.N < 0 {
		return Faultf(nil, "Số thành viên không thể nhỏ hơn 0; hãy sửa lại.")
	}
	return endsAfter(m.StartedOn, m.EndedOn, "Mô hình")
}

// PairKind is a kind of pair "1+1" (plan 77/KH-BCH, footnote 1), with the words for its sides.
type PairKind struct {
	Base
	Code           string
	Name           string
	Helper, Helped string
	OfUnits        bool
	Rank           int
}

func (*PairKind) kind() Kind { return KindPairKind }
func (k *PairKind) prepare() error {
	cleaned(&k.Code, &k.Name, &k.Helper, &k.Helped)
	return missing(k.Name, "Loại cặp “1+1” chưa có tên; hãy gõ tên.")
}

// Pair is one cặp of a model "1+1". Each side is a unit, a cadre, or a person without a record, by name.
type Pair struct {
	Base
	ModelID            int64
	KindID             int64
	HelperUnitID       int64 `gorm:"serializer:zeronull"`
	HelperCadreID      int64 `gorm:"serializer:zeronull"`
	Helper             string
	HelpedUnitID       int64 `gorm:"serializer:zeronull"`
	HelpedCadreID      int64 `gorm:"serializer:zeronull"`
	Helped             string
	StartedOn, EndedOn day.Date
	Result             string
}

func (*Pair) kind() Kind { return KindPair }
func (p *Pair) prepare() error {
	cleaned(&p.Helper, &p.Helped)
	cleanedLines(&p.Result)
	switch {
	case p.HelperUnitID == 0 && p.HelperCadreID == 0 && p.Helper == "", p.HelpedUnitID == 0 && p.HelpedCadreID == 0 && p.Helped == "":
		return Faultf(nil, "Cặp “1+1” chưa đủ hai bên; hãy chọn đơn vị, cán bộ hoặc gõ tên người.")
	case p.HelperUnitID != 0 && p.HelperUnitID == p.HelpedUnitID, p.HelperCadreID != 0 && p.HelperCadreID == p.HelpedCadreID:
		return Faultf(nil, "Hai bên của cặp “1+1” là một; hãy chọn hai bên khác nhau.")
	case p.StartedOn.IsZero():
		return Faultf(nil, "Cặp “1+1” chưa có ngày bắt đầu; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	return endsAfter(p.StartedOn, p.EndedOn, "Cặp “1+1”")
}

// ModelReview is an evaluation of a model, usually one a year. Met holds the points of the checklist that are met, the first in the lowest
// bit; Complete tells that all are.
type ModelReview struct {
	Base
	ModelID    int64
	ReviewedOn day.Date
	Reviewer   string
	Effective  bool
	Met        int64
	Complete   bool
	Members    Number
	Result     string
}

func (*ModelReview) kind() Kind { return KindModelReview }
func (v *ModelReview) prepare() error {
	cleaned(&v.Reviewer)
	cleanedLines(&v.Result)
	if v.ReviewedOn.IsZero() {
		return Faultf(nil, "Đánh giá chưa có ngày; hãy gõ ngày.")
	}
	return missing(v.Reviewer, "Đánh giá chưa có người đánh giá; hãy gõ người hoặc đơn vị đánh giá.")
}

// MetCount is how many points of the checklist are met.
func (v ModelReview) MetCount() int { return bits.OnesCount64(uint64(v.Met)) }

// ModelKinds lists the kinds of models in their order.
func (r Reader) ModelKinds(ctx context.Context) ([]ModelKind, error) {
	return listed[ModelKind](ctx, r, "model kinds", func(db *gorm.DB) *gorm.DB { return db.Order("rank, id") })
}

// PairKinds lists the kinds of pairs in their order.
func (r Reader) PairKinds(ctx context.Context) ([]PairKind, error) {
	return listed[PairKind](ctx, r, "pair kinds", func(db *gorm.DB) *gorm.DB { return db.Order("rank, id") })
}

// Model returns a model.
func (r Reader) Model(ctx context.Context, id int64) (Model, error) { return take[Model](ctx, r, id) }

// Pairs lists the pairs of some models, the running ones first.
func (r Reader) Pairs(ctx context.Context, models []int64) ([]Pair, error) {
	return listed[Pair](ctx, r, "pairs of models", func(db *gorm.DB) *gorm.DB {
		return db.Where("model_id IN ?", models).Order("ended_on IS NOT NULL, started_on, id")
	})
}

// PairsOfCadre lists the pairs in which a cadre is a side.
func (r Reader) PairsOfCadre(ctx context.Context, cadre int64) ([]Pair, error) {
	return listed[Pair](ctx, r, "pairs of a cadre", func(db *gorm.DB) *gorm.DB {
		return db.Where("helper_cadre_id = ? OR helped_cadre_id = ?", cadre, cadre).Order("started_on, id")
	})
}

// ModelReviews lists the reviews of some models, the latest first.
func (r Reader) ModelReviews(ctx context.Context, models []int64) ([]ModelReview, error) {
	return listed[ModelReview](ctx, r, "reviews of models", func(db *gorm.DB) *gorm.DB {
		return db.Where("model_id IN ?", models).Order("reviewed_on DESC, id DESC")
	})
}

// CountModels counts the models of a kind, of any time.
func (r Reader) CountModels(ctx context.Context, kind int64) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Model(&Model{}).Where("kind_id = ? AND deleted_at IS NULL", kind).Count(&n).Error
	return int(n), r.fail(err, "count models of kind %d", kind)
}

// ModelCopies lists the models that repeat one (nhân rộng), by their beginning.
func (r Reader) ModelCopies(ctx context.Context, origin int64) ([]Model, error) {
	return listed[Model](ctx, r, "copies of a model", func(db *gorm.DB) *gorm.DB { return db.Where("origin_id = ?", origin).Order("started_on, id") })
}
