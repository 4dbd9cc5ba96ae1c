package data

import (
	"context"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindTerm is the kind of Term records.
const KindTerm Kind = "term"

// Term is a nhiệm kỳ, from FirstDay to LastDay, both included.
type Term struct {
	Base
	Name     string
	FirstDay day.Date
	LastDay  day.Date
	// PostsOnly marks a term to which posts belong but no inspections: the terms of the province's committee and of the
	// plan overlap, and only those of the plan have rounds.
	PostsOnly bool
	Note      string
}

func (*Term) kind() Kind { return KindTerm }
func (t *Term) prepare() error {
	t.Name, t.Note = vietnamese.Clean(t.Name), vietnamese.CleanLines(t.Note)
	switch {
	case t.Name == "":
		return Faultf(nil, "Nhiệm kỳ chưa có tên; hãy gõ tên, ví dụ “2022 - 2027”.")
	case !t.FirstDay.IsFull() || !t.LastDay.IsFull():
		return Faultf(nil, "Nhiệm kỳ “%s” cần đủ ngày bắt đầu và ngày kết thúc; hãy gõ như 11/03/2022.", t.Name)
	case !t.FirstDay.Before(t.LastDay):
		return Faultf(nil, "Nhiệm kỳ “%s” kết thúc ngày %s, không sau ngày bắt đầu %s; hãy sửa lại ngày.", t.Name, t.LastDay, t.FirstDay)
	}
	return nil
}

// Terms lists the terms, the latest first.
func (r Reader) Terms(ctx context.Context) ([]Term, error) {
	var terms []Term
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL").Order("first_day DESC, id DESC").Find(&terms).Error
	return terms, r.fail(err, "terms")
}

// Term returns one term.
func (r Reader) Term(ctx context.Context, id int64) (Term, error) { return take[Term](ctx, r, id) }
