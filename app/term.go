package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Terms lists the terms, the latest first.
func (o *Office) Terms(ctx context.Context) ([]data.Term, error) { return o.db.Terms(ctx) }

// SaveTerm stores a term and brings its rounds and visits into line. The new and the changed term come
// through here alike.
func (o *Office) SaveTerm(ctx context.Context, term data.Term) (data.Term, error) {
	label := "Sửa nhiệm kỳ"
	if term.ID == 0 {
		label = "Thêm nhiệm kỳ"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) (err error) {
		term, err = saveTerm(ctx, tx, term)
		return err
	})
	return term, err
}

func saveTerm(ctx context.Context, tx *data.Tx, term data.Term) (data.Term, error) {
	var err error
	if term.ID == 0 {
		err = tx.Insert(&term)
	} else {
		err = tx.Update(&term)
	}
	if err != nil {
		return term, err
	}
	return term, replan(ctx, tx, term)
}

// TermOn returns the term with inspections that a day falls into; of several the one that began last, of none
// the one that ended last before it or, failing that, the first to come. ok is false when there is none at all.
func (o *Office) TermOn(ctx context.Context, on day.Date) (term data.Term, ok bool, err error) {
	terms, err := o.db.Terms(ctx)
	if err != nil || len(terms) == 0 {
		return data.Term{}, false, err
	}
	term, ok = PickTerm(terms, on)
	return term, ok, nil
}

// FindTerm returns the term with a name or number, or with "" the one that a day falls into, see TermOn.
func (o *Office) FindTerm(ctx context.Context, on day.Date, name string) (data.Term, error) {
	if name == "" {
		term, ok, err := o.TermOn(ctx, on)
		if err == nil && !ok {
			err = Problem("Cơ sở dữ liệu chưa có nhiệm kỳ nào nên chưa có lịch kiểm tra; hãy thêm nhiệm kỳ trong Cài đặt.")
		}
		return term, err
	}
	terms, err := o.db.Terms(ctx)
	if err != nil {
		return data.Term{}, err
	}
	plain := func(s string) string { return strings.ReplaceAll(vietnamese.Clean(s), " ", "") }
	for _, t := range terms {
		if plain(t.Name) == plain(name) || strconv.FormatInt(t.ID, 10) == name {
			return t, nil
		}
	}
	return data.Term{}, Problem("Không có nhiệm kỳ “%s”; hãy xem tên nhiệm kỳ trong Cài đặt.", name)
}

// WithInspections leaves out the terms that are for posts only.
func WithInspections(terms []data.Term) []data.Term {
	return slices.DeleteFunc(slices.Clone(terms), func(t data.Term) bool { return t.PostsOnly })
}

// PickTerm is TermOn for terms that are known, ordered from the latest to the earliest.
func PickTerm(terms []data.Term, on day.Date) (data.Term, bool) {
	terms = WithInspections(terms)
	for _, t := range terms {
		if !t.FirstDay.After(on) && !t.LastDay.Before(on) {
			return t, true
		}
	}
	for _, t := range terms {
		if t.LastDay.Before(on) {
			return t, true
		}
	}
	if len(terms) == 0 {
		return data.Term{}, false
	}
	return terms[len(terms)-1], true
}
