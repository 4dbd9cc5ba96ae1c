package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Stage is how far a visit has come on a day.
type Stage int

// The stages of a visit, in the order in which it goes through them, then the two in which it does not go on.
const (
	StagePlanned   Stage = iota // dự kiến
	StageNotified               // đã thông báo
	StageRunning                // đang kiểm tra
	StageHeld                   // đã kiểm tra, chưa kết luận
	StageConcluded              // đã kết luận, không còn gì phải khắc phục
	StageRemedying              // đã kết luận, đang khắc phục
	StageClosed                 // đã đóng
	StagePostponed              // hoãn
	StageCancelled              // hủy
)

// String is the stage in lists.
func (s Stage) String() string {
	return []string{"dự kiến", "đã thông báo", "đang kiểm tra", "đã kiểm tra", "đã kết luận", "đang khắc phục", "đã đóng", "hoãn", "hủy"}[s]
}

// StageOf tells how far a visit had come on a day; open is how many of its remedies were open then.
func StageOf(v data.Visit, open int, on day.Date) Stage {
	by := func(d day.Date) bool { return !d.IsZero() && !d.After(on) }
	switch {
	case by(v.ClosedOn):
		return StageClosed
	case by(v.ConcludedOn) && open > 0:
		return StageRemedying
	case by(v.ConcludedOn):
		return StageConcluded
	case by(v.DoneOn):
		return StageHeld
	case v.Halt == data.Cancelled && by(v.HaltedOn):
		return StageCancelled
	case v.Halt == data.Postponed && by(v.HaltedOn):
		return StagePostponed
	case by(v.BegunOn):
		return StageRunning
	case by(v.NotifiedOn):
		return StageNotified
	}
	return StagePlanned
}

// VisitStep is what the office does next with a visit, besides noting that it was held (see RecordVisit).
type VisitStep int

// The steps of a visit.
const (
	Notify   VisitStep = iota // the unit was told
	Begin                     // the team is there
	Conclude                  // the conclusion was issued
	Close                     // nothing is left to do
)

// label names the step in the audit.
func (s VisitStep) label() string {
	return []string{"Ghi đã thông báo kiểm tra", "Ghi bắt đầu kiểm tra", "Ghi kết luận kiểm tra", "Đóng hồ sơ kiểm tra"}[s]
}

// TakeStep notes that a step was taken on a day. A visit is closed only when nothing found is open: each shortcoming has its remedy
// or a reason why it needs none, and each remedy is done or withdrawn.
func (o *Office) TakeStep(ctx context.Context, visit data.Visit, step VisitStep, on day.Date) error {
	switch {
	case !on.IsFull():
		return Problem("Hãy gõ đủ ngày, ví dụ 10/07/2024.")
	case on.After(o.Today()):
		return Problem("Ngày %s ở tương lai; hãy ghi khi việc đã diễn ra.", on)
	case visit.Halt == data.Cancelled:
		return Problem("Cuộc kiểm tra này đã hủy; hãy bỏ hủy trước khi ghi tiếp.")
	case step <= Begin && !visit.DoneOn.IsZero():
		return Problem("Cuộc kiểm tra này đã diễn ra ngày %s; hãy bỏ ghi kết quả trước nếu cần sửa.", visit.DoneOn)
	}
	_, err := o.db.Write(ctx, step.label(), func(tx *data.Tx) error {
		switch step {
		case Notify:
			visit.NotifiedOn = on
		case Begin:
			if _, err := unitThen(ctx, tx.Reader, visit.UnitID, on); err != nil {
				return err
			}
			visit.BegunOn = on
			resume(&visit)
		case Conclude:
			visit.ConcludedOn = on
		case Close:
			if err := nothingOpen(ctx, tx, visit, on); err != nil {
				return err
			}
			visit.ClosedOn = on
		}
		return tx.Update(&visit)
	})
	return err
}

// nothingOpen refuses to close a visit while something that it found is open.
func nothingOpen(ctx context.Context, tx *data.Tx, visit data.Visit, on day.Date) error {
	findings, err := tx.Findings(ctx, []int64{visit.ID})
	if err != nil {
		return err
	}
	remedies, err := tx.Remedies(ctx, data.RemedyQuery{Visits: []int64{visit.ID}})
	if err != nil {
		return err
	}
	answered := map[int64]bool{}
	for _, m := range remedies {
		answered[m.FindingID] = true
		if state, _ := RemedyStateOn(m, on); state.Open() {
			return Problem("Còn kiến nghị “%s” chưa khắc phục xong; hãy ghi kết quả khắc phục hoặc rút kiến nghị rồi đóng hồ sơ.", m.Action)
		}
	}
	for _, f := range findings {
		if f.Nature == data.Shortcoming && f.Settled == "" && !answered[f.ID] {
			return Problem("Tồn tại “%s” chưa có kiến nghị khắc phục; hãy thêm kiến nghị hoặc ghi lý do không cần rồi đóng hồ sơ.", f.Text)
		}
	}
	return nil
}

// StepBack takes back the last step of a visit; all that was found stays.
func (o *Office) StepBack(ctx context.Context, visit data.Visit) error {
	label := ""
	switch {
	case !visit.ClosedOn.IsZero():
		visit.ClosedOn, label = day.Date{}, "Mở lại hồ sơ kiểm tra"
	case !visit.ConcludedOn.IsZero():
		visit.ConcludedOn, label = day.Date{}, "Bỏ ghi kết luận kiểm tra"
	case !visit.DoneOn.IsZero():
		visit.DoneOn, label = day.Date{}, "Bỏ ghi kết quả kiểm tra"
	case visit.Halt != data.Going:
		resume(&visit)
		label = "Bỏ hoãn, hủy kiểm tra"
	case !visit.BegunOn.IsZero():
		visit.BegunOn, label = day.Date{}, "Bỏ ghi bắt đầu kiểm tra"
	case !visit.NotifiedOn.IsZero():
		visit.NotifiedOn, label = day.Date{}, "Bỏ ghi đã thông báo kiểm tra"
	default:
		return Problem("Cuộc kiểm tra này chưa có bước nào để bỏ.")
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error { return tx.Update(&visit) })
	return err
}

// resume lets a visit go on.
func resume(v *data.Visit) {
	v.Halt, v.HaltedOn, v.HaltReason = data.Going, day.Date{}, ""
}

// Postpone puts a visit off to another day, for a reason that stays with it. It is still owed.
func (o *Office) Postpone(ctx context.Context, visit data.Visit, to day.Date, reason string) error {
	if err := o.checkPlanned(ctx, visit, to); err != nil {
		return err
	}
	return o.halt(ctx, "Hoãn kiểm tra", visit, data.Postponed, reason, func(v *data.Visit) { v.PlannedOn, v.Moved = to, true })
}

// CancelVisit calls a visit off, for a reason that stays with it. It is no longer owed. A visit that found something is not called off.
func (o *Office) CancelVisit(ctx context.Context, visit data.Visit, reason string) error {
	return o.halt(ctx, "Hủy kiểm tra", visit, data.Cancelled, reason, func(*data.Visit) {})
}

func (o *Office) halt(ctx context.Context, label string, visit data.Visit, halt data.Halt, reason string, change func(*data.Visit)) error {
	if !visit.DoneOn.IsZero() {
		return Problem("Cuộc kiểm tra này đã diễn ra ngày %s nên không hoãn, hủy được.", visit.DoneOn)
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		findings, err := tx.Findings(ctx, []int64{visit.ID})
		if err != nil {
			return err
		}
		if halt == data.Cancelled && len(findings) > 0 {
			return Problem("Cuộc kiểm tra này đã ghi %d ưu điểm, tồn tại nên không hủy được; hãy ghi kết quả kiểm tra, hoặc xóa các ghi nhận trước.", len(findings))
		}
		visit.Halt, visit.HaltedOn, visit.HaltReason = halt, o.Today(), reason
		change(&visit)
		return tx.Update(&visit)
	})
	return err
}
