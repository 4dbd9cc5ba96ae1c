package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// SaveFinding stores what a visit found, at the end of the list when it is new. A finding that came back names an earlier shortcoming of the
// unit or of a unit that it came from.
func (o *Office) SaveFinding(ctx context.Context, f data.Finding) (int64, error) {
	label := "Sửa ưu điểm, tồn tại"
	if f.ID == 0 {
		label = "Ghi ưu điểm, tồn tại"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		visit, err := tx.Visit(ctx, f.VisitID)
		if err != nil {
			return err
		}
		if err := openForFindings(visit); err != nil {
			return err
		}
		if f.RepeatsID != 0 {
			if err := o.checkRepeat(ctx, tx, visit, f); err != nil {
				return err
			}
		}
		if err := learn(ctx, tx, &f); err != nil {
			return err
		}
		if f.ID != 0 {
			return tx.Update(&f)
		}
		all, err := tx.Findings(ctx, []int64{f.VisitID})
		if err != nil {
			return err
		}
		for _, other := range all {
			f.Rank = max(f.Rank, other.Rank+1)
		}
		return tx.Insert(&f)
	})
	return f.ID, err
}

// openForFindings refuses changes to what a visit found once it is closed or cancelled.
func openForFindings(v data.Visit) error {
	switch {
	case !v.ClosedOn.IsZero():
		return Problem("Hồ sơ cuộc kiểm tra này đã đóng ngày %s; hãy mở lại hồ sơ rồi sửa.", v.ClosedOn)
	case v.Halt == data.Cancelled:
		return Problem("Cuộc kiểm tra này đã hủy; hãy bỏ hủy rồi ghi.")
	}
	return nil
}

func (o *Office) checkRepeat(ctx context.Context, tx *data.Tx, visit data.Visit, f data.Finding) error {
	earlier, err := o.earlierFindings(ctx, tx.Reader, visit)
	if err != nil {
		return err
	}
	if f.Nature != data.Shortcoming || !slices.ContainsFunc(earlier, func(e data.FindingAt) bool { return e.ID == f.RepeatsID }) {
		return Problem("Tồn tại tái diễn phải nối với một tồn tại của lần kiểm tra trước ở đơn vị này; hãy chọn lại.")
	}
	return nil
}

// EarlierFindings lists the shortcomings that earlier visits found at the unit of a visit and at the units that it came from, the latest
// first: one of them may have come back.
func (o *Office) EarlierFindings(ctx context.Context, visit data.Visit) ([]data.FindingAt, error) {
	return o.earlierFindings(ctx, o.db.Reader, visit)
}

func (o *Office) earlierFindings(ctx context.Context, r data.Reader, visit data.Visit) ([]data.FindingAt, error) {
	units, err := withPredecessors(ctx, r, visit.UnitID)
	if err != nil {
		return nil, err
	}
	var all []data.FindingAt
	for _, unit := range units {
		found, err := r.FindingsAt(ctx, data.FindingQuery{Unit: unit, Nature: data.Shortcoming, To: visitDay(visit)})
		if err != nil {
			return nil, err
		}
		all = append(all, slices.DeleteFunc(found, func(f data.FindingAt) bool { return f.VisitID == visit.ID })...)
	}
	slices.SortStableFunc(all, func(a, b data.FindingAt) int { return b.DoneOn.Compare(a.DoneOn) })
	return all, nil
}

// withPredecessors is a unit with all units that went up into it, however long ago.
func withPredecessors(ctx context.Context, r data.Reader, unit int64) ([]int64, error) {
	units := []int64{unit}
	for i := 0; i < len(units); i++ {
		links, err := r.LinksOfUnit(ctx, units[i])
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			if l.ToID == units[i] && l.FromID != 0 && !slices.Contains(units, l.FromID) {
				units = append(units, l.FromID)
			}
		}
	}
	return units, nil
}

// RemoveFinding puts a finding into the recycle bin, unless a remedy answers it or a later one names it.
func (o *Office) RemoveFinding(ctx context.Context, f data.Finding) error {
	_, err := o.db.Write(ctx, "Xóa ưu điểm, tồn tại", func(tx *data.Tx) error {
		visit, err := tx.Visit(ctx, f.VisitID)
		if err != nil {
			return err
		}
		if err := openForFindings(visit); err != nil {
			return err
		}
		remedies, err := tx.RemediesOfFinding(ctx, f.ID)
		if err != nil {
			return err
		}
		if len(remedies) > 0 {
			return Problem("Tồn tại này có kiến nghị “%s”; hãy xóa kiến nghị trước.", remedies[0].Action)
		}
		return tx.Remove(&f)
	})
	return err
}

// VisitFindings is what a visit found and what is to be put right.
type VisitFindings struct {
	Strengths, Shortcomings []data.Finding
	Remedies                []RemedyRow
	// Earlier are the findings that came back, by id.
	Earlier map[int64]data.FindingAt
}

// VisitFindings collects what a visit found, as the remedies stand on a day.
func (o *Office) VisitFindings(ctx context.Context, on day.Date, visit data.Visit) (f VisitFindings, err error) {
	all, err := o.db.Findings(ctx, []int64{visit.ID})
	if err != nil {
		return f, err
	}
	repeats := false
	for _, one := range all {
		if one.Nature == data.Strength {
			f.Strengths = append(f.Strengths, one)
			continue
		}
		f.Shortcomings = append(f.Shortcomings, one)
		repeats = repeats || one.RepeatsID != 0
	}
	if repeats {
		f.Earlier = map[int64]data.FindingAt{}
		earlier, err := o.EarlierFindings(ctx, visit)
		if err != nil {
			return f, err
		}
		for _, e := range earlier {
			f.Earlier[e.ID] = e
		}
	}
	f.Remedies, err = o.Remedies(ctx, on, data.RemedyQuery{Visits: []int64{visit.ID}})
	return f, err
}
