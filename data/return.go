package data

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindReturnPeriod Kind = "return_period"
	KindReturn       Kind = "return"
)

// ReturnSpan is how long a period of figures is: the first half of a year or all of it.
type ReturnSpan string

// The spans.
const (
	SpanHalf ReturnSpan = "6m"
	SpanYear ReturnSpan = "year"
)

// ReturnPeriod is a kỳ số liệu, filled in with the columns of FormID. A locked one, with the day in LockedOn, takes no change.
type ReturnPeriod struct {
	Base
	FormID            int64
	Year              int
	Span              ReturnSpan
	FirstDay, LastDay day.Date
	DueOn             day.Date
	LockedOn          day.Date
	Reason            string // why it was unlocked last
}

func (*ReturnPeriod) kind() Kind { return KindReturnPeriod }
func (p *ReturnPeriod) prepare() error {
	p.Reason = vietnamese.CleanLines(p.Reason)
	if !p.DueOn.IsFull() {
		return Faultf(nil, "Kỳ số liệu cần đủ ngày hạn nộp; hãy gõ như 10/07/2024.")
	}
	return nil
}

// Name gives the period as people say it: "6 tháng đầu năm 2025", "năm 2025".
func (p ReturnPeriod) Name() string {
	if p.Span == SpanHalf {
		return fmt.Sprintf("6 tháng đầu năm %d", p.Year)
	}
	return fmt.Sprintf("năm %d", p.Year)
}

// allow lets a locked period only be unlocked, with a reason.
func (p *ReturnPeriod) allow(t *Tx, stored Record, action string) error {
	t.frozen = nil
	before, known := stored.(*ReturnPeriod)
	if !known || before == nil || before.LockedOn.IsZero() {
		return nil
	}
	if p.LockedOn.IsZero() && p.Reason == "" {
		return Faultf(nil, "Mở khóa số liệu %s cần có lý do; hãy ghi lý do.", p.Name())
	}
	changed := *p
	changed.LockedOn, changed.Reason, changed.Base = before.LockedOn, before.Reason, before.Base
	if changed != *before || action == actionRemove {
		return errLocked(p.Name())
	}
	return nil
}

func errLocked(period string) error {
	return Faultf(nil, "Số liệu %s đã khóa nên không sửa được; hãy mở khóa, có ghi lý do, rồi sửa.", period)
}

// ReturnState is how far the return of a unit is.
type ReturnState string

// The states: chưa nộp, đã nộp, trả lại, đã khóa.
const (
	ReturnOpen      ReturnState = "open"
	ReturnSubmitted ReturnState = "submitted"
	ReturnGivenBack ReturnState = "returned"
	ReturnLocked    ReturnState = "locked"
)

// Return is the biểu số liệu kỳ of a unit for a period.
type Return struct {
	Base
	PeriodID    int64
	UnitID      int64
	State       ReturnState
	SubmittedOn day.Date
	DueOn       day.Date // another day than that of the period
	Reason      string   // why it was given back or unlocked
}

func (*Return) kind() Kind { return KindReturn }
func (r *Return) prepare() error {
	r.Reason = vietnamese.CleanLines(r.Reason)
	switch {
	case r.State == ReturnGivenBack && r.Reason == "":
		return Faultf(nil, "Trả lại biểu số liệu cần có lý do; hãy ghi đơn vị cần sửa gì.")
	case !r.DueOn.IsZero() && !r.DueOn.IsFull():
		return Faultf(nil, "Hạn nộp riêng cần đủ ngày; hãy gõ như 10/07/2024 hoặc để trống.")
	}
	return nil
}

// allow refuses changes in a locked period and lets a locked return only be unlocked with a reason.
func (r *Return) allow(t *Tx, stored Record, _ string) error {
	t.frozen = nil
	var period ReturnPeriod
	if err := t.db.Where("id = ?", r.PeriodID).Take(&period).Error; err != nil {
		return t.fail(err, "period %d", r.PeriodID)
	}
	if !period.LockedOn.IsZero() {
		return errLocked(period.Name())
	}
	if before, known := stored.(*Return); known && before != nil && before.State == ReturnLocked && r.State != ReturnLocked && r.Reason == "" {
		return Faultf(nil, "Mở khóa biểu số liệu của đơn vị cần có lý do; hãy ghi lý do.")
	}
	return nil
}

// ReturnPeriods lists the periods, the latest first.
func (r Reader) ReturnPeriods(ctx context.Context) ([]ReturnPeriod, error) {
	return listed[ReturnPeriod](ctx, r, "return periods", func(db *gorm.DB) *gorm.DB { return db.Order("last_day DESC, first_day") })
}

// ReturnPeriod returns one period.
func (r Reader) ReturnPeriod(ctx context.Context, id int64) (ReturnPeriod, error) {
	return take[ReturnPeriod](ctx, r, id)
}

// Returns lists the returns of a period.
func (r Reader) Returns(ctx context.Context, period int64) ([]Return, error) {
	return listed[Return](ctx, r, "returns", func(db *gorm.DB) *gorm.DB { return db.Where("period_id = ?", period).Order("id") })
}

// ReturnOf gives the return of a unit for a period for a change: the stored one, taken out of the recycle bin when it lies there, or a
// new one without id.
func (t *Tx) ReturnOf(ctx context.Context, period, unit int64) (Return, error) {
	var found Return
	err := t.db.WithContext(ctx).Where("period_id = ? AND unit_id = ?", period, unit).Take(&found).Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return Return{PeriodID: period, UnitID: unit, State: ReturnOpen}, nil
	case err != nil:
		return found, t.fail(err, "return of unit %d for period %d", unit, period)
	case found.DeletedAt != nil:
		err = t.Restore(&found)
	}
	return found, err
}

// PutReturn stores a return that ReturnOf gave.
func (t *Tx) PutReturn(r *Return) error {
	if r.ID == 0 {
		return t.Insert(r)
	}
	return t.Update(r)
}
