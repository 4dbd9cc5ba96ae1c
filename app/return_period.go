package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// dueDays is how long after its end a period is usually due; the plan names no day, so each period carries its own.
const dueDays = 10

// ReturnPeriods lists the periods of figures that were opened, the latest first.
func (o *Office) ReturnPeriods(ctx context.Context) ([]data.ReturnPeriod, error) {
	return o.db.ReturnPeriods(ctx)
}

// ReturnPeriodOf gives the period of a span of a year; the error says that it was not opened.
func (o *Office) ReturnPeriodOf(ctx context.Context, year int, span data.ReturnSpan) (data.ReturnPeriod, error) {
	periods, err := o.db.ReturnPeriods(ctx)
	if err != nil {
		return data.ReturnPeriod{}, err
	}
	for _, p := range periods {
		if p.Year == year && p.Span == span {
			return p, nil
		}
	}
	return data.ReturnPeriod{}, Problem("Kỳ số liệu %s chưa mở; hãy mở kỳ ở màn hình Số liệu kỳ.", data.ReturnPeriod{Year: year, Span: span}.Name())
}

// spanOf gives the first and last day of a period.
func spanOf(year int, span data.ReturnSpan) (first, last day.Date) {
	if span == data.SpanHalf {
		return day.Of(year, 1, 1), day.Of(year, 6, 30)
	}
	return day.Of(year, 1, 1), day.Of(year, 12, 31)
}

// SuggestedDue is the day by which returns for a period are usually due.
func SuggestedDue(year int, span data.ReturnSpan) day.Date {
	_, last := spanOf(year, span)
	return last.AddDays(dueDays)
}

// NextReturnPeriod is the period that ended last by a day and has not been opened, or that of the day.
func NextReturnPeriod(periods []data.ReturnPeriod, on day.Date) (year int, span data.ReturnSpan) {
	opened := func(year int, span data.ReturnSpan) bool {
		return slices.ContainsFunc(periods, func(p data.ReturnPeriod) bool { return p.Year == year && p.Span == span })
	}
	year, span = on.Year, data.SpanHalf
	if on.Month <= 3 {
		year, span = on.Year-1, data.SpanYear
	}
	for range 4 {
		if !opened(year, span) {
			break
		}
		if span == data.SpanHalf {
			span = data.SpanYear
		} else {
			year, span = year+1, data.SpanHalf
		}
	}
	return year, span
}

// PickReturnPeriod chooses the period to show on a day: the latest that ended by then or, without one, the earliest. ok is false when
// there is none.
func PickReturnPeriod(periods []data.ReturnPeriod, on day.Date) (data.ReturnPeriod, bool) {
	for _, p := range periods {
		if !p.LastDay.After(on) {
			return p, true
		}
	}
	if len(periods) == 0 {
		return data.ReturnPeriod{}, false
	}
	return periods[len(periods)-1], true
}

// OpenReturnPeriod opens a period: from then on units owe returns for it, filled in with the form of its year.
func (o *Office) OpenReturnPeriod(ctx context.Context, year int, span data.ReturnSpan, due day.Date) (data.ReturnPeriod, error) {
	var p data.ReturnPeriod
	_, err := o.db.Write(ctx, "Mở kỳ số liệu", func(tx *data.Tx) (err error) {
		p, err = openPeriod(ctx, tx, year, span, due, o.Today())
		return err
	})
	return p, err
}

func openPeriod(ctx context.Context, tx *data.Tx, year int, span data.ReturnSpan, due, today day.Date) (data.ReturnPeriod, error) {
	var p data.ReturnPeriod
	if year < 2000 || year > today.Year+1 {
		return p, Problem("Năm %d không hợp lệ; hãy gõ năm từ 2000 đến %d.", year, today.Year+1)
	}
	form, err := formOf(ctx, tx, year)
	if err != nil {
		return p, err
	}
	p = data.ReturnPeriod{FormID: form.ID, Year: year, Span: span, DueOn: due}
	p.FirstDay, p.LastDay = spanOf(year, span)
	periods, err := tx.ReturnPeriods(ctx)
	if err != nil {
		return p, err
	}
	if slices.ContainsFunc(periods, func(other data.ReturnPeriod) bool { return other.Year == year && other.Span == span }) {
		return p, Problem("Kỳ số liệu %s đã mở; hãy chọn kỳ ấy trong danh sách.", p.Name())
	}
	if due.Before(p.FirstDay) {
		return p, Problem("Hạn nộp %s sớm hơn ngày đầu kỳ %s; hãy sửa hạn nộp.", due, p.FirstDay)
	}
	return p, tx.Insert(&p)
}

// SaveReturnDue changes the day by which a period is due.
func (o *Office) SaveReturnDue(ctx context.Context, p data.ReturnPeriod, due day.Date) error {
	_, err := o.db.Write(ctx, "Sửa hạn nộp số liệu "+p.Name(), func(tx *data.Tx) error {
		p.DueOn = due
		return tx.Update(&p)
	})
	return err
}

// LockReturnPeriod closes a period: what was counted from records is stored as it is, and nothing of the period can be changed until it is
// unlocked. It takes some seconds.
func (o *Office) LockReturnPeriod(ctx context.Context, id int64) error {
	p, err := o.db.ReturnPeriod(ctx, id)
	if err != nil {
		return err
	}
	if !p.LockedOn.IsZero() {
		return nil
	}
	_, err = o.db.Write(ctx, "Khóa số liệu "+p.Name(), func(tx *data.Tx) error {
		s, err := returnSheet(ctx, tx.Reader, p, sheetOptions{counters: true})
		if err != nil {
			return err
		}
		var figures []data.Figure
		for i := range s.all {
			figures = append(figures, s.countedOf(i)...)
		}
		if err := tx.PutFigures(ctx, figures); err != nil {
			return err
		}
		p.LockedOn, p.Reason = o.Today(), ""
		return tx.Update(&p)
	})
	return err
}

// countedOf is what the records say of a unit, to be stored when it is locked; nothing of one that is locked already.
func (s *ReturnSheet) countedOf(at int) []data.Figure {
	row := &s.all[at]
	if row.locked || row.Unit.Level == data.Branch {
		return nil
	}
	var figures []data.Figure
	for i, c := range s.Columns {
		cell := row.Cells[i]
		if !c.counts {
			continue
		}
		value := cell.counted
		if !row.Sums {
			value = cell.Value.number()
		}
		figures = append(figures, data.Figure{PeriodID: s.Period.ID, UnitID: row.Unit.ID, Code: c.Code, Value: value, Reason: cell.Reason})
	}
	return figures
}

// UnlockReturnPeriod opens a locked period again.
func (o *Office) UnlockReturnPeriod(ctx context.Context, p data.ReturnPeriod, reason string) error {
	_, err := o.db.Write(ctx, "Mở khóa số liệu "+p.Name(), func(tx *data.Tx) error {
		p.LockedOn, p.Reason = day.Date{}, reason
		return tx.Update(&p)
	})
	return err
}

// SubmitReturns notes that units handed in their returns. It is refused while a check speaks against a number and nobody said why the
// number is right; numbers that are missing may stay so.
func (o *Office) SubmitReturns(ctx context.Context, period int64, units []int64, on day.Date) error {
	s, err := o.ReturnSheet(ctx, period, 0)
	if err != nil {
		return err
	}
	for _, unit := range units {
		row, known := s.Row(unit)
		switch {
		case !known || !row.Owes:
			return Problem("Đơn vị này không phải nộp biểu số liệu %s; hãy chọn đơn vị khác.", s.Period.Name())
		case row.Unexplained() > 0:
			return Problem("“%s” còn %d chỗ cần giải trình; hãy sửa số hoặc ghi lý do rồi nộp.", row.Unit.Label(), row.Unexplained())
		}
	}
	return o.changeReturns(ctx, "Ghi nộp biểu số liệu "+s.Period.Name(), period, units, func(_ *data.Tx, r *data.Return) error {
		if r.State == data.ReturnLocked {
			return nil
		}
		r.State, r.SubmittedOn, r.Reason = data.ReturnSubmitted, on, ""
		return nil
	})
}

// GiveBackReturns gives returns back to be put right.
func (o *Office) GiveBackReturns(ctx context.Context, period int64, units []int64, reason string) error {
	return o.changeReturns(ctx, "Trả lại biểu số liệu", period, units, func(_ *data.Tx, r *data.Return) error {
		if r.State != data.ReturnSubmitted {
			return Problem("Chỉ trả lại được biểu số liệu đã nộp; hãy chọn đơn vị đã nộp.")
		}
		r.State, r.Reason = data.ReturnGivenBack, reason
		return nil
	})
}

// LockReturns freezes returns that were handed in, with what the records count for them.
func (o *Office) LockReturns(ctx context.Context, period int64, units []int64) error {
	p, err := o.db.ReturnPeriod(ctx, period)
	if err != nil {
		return err
	}
	var s *ReturnSheet
	return o.changeReturns(ctx, "Khóa biểu số liệu của đơn vị", period, units, func(tx *data.Tx, r *data.Return) (err error) {
		if r.State != data.ReturnSubmitted {
			return Problem("Chỉ khóa được biểu số liệu đã nộp; hãy ghi nộp trước.")
		}
		if s == nil {
			if s, err = returnSheet(ctx, tx.Reader, p, sheetOptions{counters: true}); err != nil {
				return err
			}
		}
		if at, known := s.byUnit[r.UnitID]; known {
			err = tx.PutFigures(ctx, s.countedOf(at))
		}
		r.State, r.Reason = data.ReturnLocked, ""
		return err
	})
}

// UnlockReturns opens locked returns again; they count as handed in.
func (o *Office) UnlockReturns(ctx context.Context, period int64, units []int64, reason string) error {
	return o.changeReturns(ctx, "Mở khóa biểu số liệu của đơn vị", period, units, func(_ *data.Tx, r *data.Return) error {
		if r.State == data.ReturnLocked {
			r.State, r.Reason = data.ReturnSubmitted, reason
		}
		return nil
	})
}

// SetReturnDue gives units a day of their own, or with a zero day that of the period again.
func (o *Office) SetReturnDue(ctx context.Context, period int64, units []int64, due day.Date) error {
	return o.changeReturns(ctx, "Đổi hạn nộp của đơn vị", period, units, func(_ *data.Tx, r *data.Return) error {
		r.DueOn = due
		return nil
	})
}

// changeReturns changes the returns of units in one step.
func (o *Office) changeReturns(ctx context.Context, label string, period int64, units []int64, change func(*data.Tx, *data.Return) error) error {
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		for _, unit := range units {
			r, err := tx.ReturnOf(ctx, period, unit)
			if err != nil {
				return err
			}
			if err := change(tx, &r); err != nil {
				return err
			}
			if err := tx.PutReturn(&r); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// PutFigures stores numbers and reasons in one step, which Undo takes back; the operation is 0 when nothing changed.
func (o *Office) PutFigures(ctx context.Context, label string, figures []data.Figure) (operation int64, err error) {
	changes, err := o.db.Write(ctx, label, func(tx *data.Tx) error { return tx.PutFigures(ctx, figures) })
	return changes.OperationID, err
}

// ReturnStateName gives a state in words.
func ReturnStateName(s data.ReturnState) string {
	switch s {
	case data.ReturnSubmitted:
		return "đã nộp"
	case data.ReturnGivenBack:
		return "trả lại"
	case data.ReturnLocked:
		return "đã khóa"
	}
	return "chưa nộp"
}
