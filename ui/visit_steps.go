package ui

import (
	"context"
	"strings"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// nextStep is the one act that comes next for the visit, with its name; nil when there is none.
func (p *visitPage) nextStep() (string, func()) {
	switch p.record.Stage {
	case app.StagePlanned:
		return "Ghi đã thông báo…", func() { p.stepForm("Ghi đã thông báo cho đơn vị", "Ngày thông báo", app.Notify) }
	case app.StageNotified, app.StagePostponed:
		return "Bắt đầu kiểm tra…", func() { p.stepForm("Bắt đầu kiểm tra", "Ngày bắt đầu", app.Begin) }
	case app.StageRunning:
		return "Ghi đã kiểm tra…", p.hold
	case app.StageHeld:
		return "Ghi kết luận…", func() { p.stepForm("Ghi đã ra thông báo kết luận", "Ngày kết luận", app.Conclude) }
	case app.StageConcluded, app.StageRemedying:
		return "Đóng hồ sơ…", func() { p.stepForm("Đóng hồ sơ kiểm tra", "Ngày đóng", app.Close) }
	case app.StageCancelled:
		return "Bỏ hủy", p.stepBack
	}
	return "", nil
}

// The acts behind “Việc khác”.
const (
	stepHold     = "hold"
	stepMove     = "move"
	stepPostpone = "postpone"
	stepCancel   = "cancel"
	stepBackward = "back"
	stepRecheck  = "recheck"
)

func (p *visitPage) otherActs() []kit.Option {
	r := p.record
	var acts []kit.Option
	add := func(can bool, id, label string) {
		if can {
			acts = append(acts, kit.Option{ID: id, Label: label})
		}
	}
	going := r.DoneOn.IsZero() && r.Halt != data.Cancelled
	add(going && r.Stage != app.StageRunning, stepHold, "Ghi đã kiểm tra…")
	add(!r.DoneOn.IsZero() && r.ClosedOn.IsZero(), stepHold, "Sửa ngày, đoàn kiểm tra…")
	add(going, stepMove, "Đổi ngày dự kiến…")
	add(going, stepPostpone, "Hoãn…")
	add(going, stepCancel, "Hủy cuộc kiểm tra…")
	add(!r.DoneOn.IsZero() && len(r.Findings.Remedies) > 0, stepRecheck, "Lập cuộc kiểm tra lại…")
	add(r.Stage != app.StagePlanned, stepBackward, "Bỏ bước vừa ghi")
	return acts
}

func (p *visitPage) act(id string) {
	switch id {
	case stepHold:
		p.hold()
	case stepMove:
		p.moveVisit(p.record.VisitPage)
	case stepPostpone:
		p.postpone()
	case stepCancel:
		p.cancel()
	case stepBackward:
		p.stepBack()
	case stepRecheck:
		p.planRecheck()
	}
}

// stepForm asks for the day of a step and notes it.
func (p *visitPage) stepForm(title, label string, step app.VisitStep) {
	visit := p.record.Visit
	on := p.visitDay(p.office.Today())
	kit.ShowForm(p.win, title+": "+p.record.Unit.Label(), []kit.Field{{Label: label, Widget: on, Check: required(on)}}, kit.FormOptions{Width: 480, Save: func(done func(error)) {
		d, _ := on.Date()
		p.do(func(ctx context.Context) error { return p.office.TakeStep(ctx, visit, step, d) }, func(err error) { done(sentence(err)) })
	}})
}

// visitDay is an input for a whole date.
func (s *shell) visitDay(value day.Date) *kit.DateField {
	f := kit.NewDateField(false)
	f.Today = s.office.Today
	f.SetDate(value)
	return f
}

func (p *visitPage) hold() { p.recordVisit(p.record.VisitPage) }

func (p *visitPage) stepBack() {
	visit := p.record.Visit
	kit.Ask(p.win, "Bỏ bước vừa ghi", "Bỏ bước vừa ghi của cuộc kiểm tra "+vietnamese.LowerFirst(p.record.Unit.Label())+"? Đoàn, nội dung, tồn tại, kiến nghị vẫn được giữ.", "Bỏ bước", "Không", func() {
		p.do(func(ctx context.Context) error { return p.office.StepBack(ctx, visit) }, p.fail)
	})
}

// reasonGiven is the check of a reason.
func reasonGiven(reason *kit.Entry) func() error {
	return func() error {
		if strings.TrimSpace(reason.Text) == "" {
			return app.Problem("Hãy gõ lý do.")
		}
		return nil
	}
}

func (p *visitPage) postpone() {
	visit := p.record.Visit
	to, reason := p.visitDay(day.Date{}), kit.NewEntry()
	kit.ShowForm(p.win, "Hoãn kiểm tra "+vietnamese.LowerFirst(p.record.Unit.Label()), []kit.Field{
		{Label: "Ngày mới", Widget: to, Check: required(to), Hint: "Hạn của đợt: " + p.record.Period.DueOn.String() + "."},
		{Label: "Lý do", Widget: reason, Check: reasonGiven(reason)},
	}, kit.FormOptions{SaveLabel: "Hoãn", Width: 560, Save: func(done func(error)) {
		d, _ := to.Date()
		why := reason.Value()
		p.do(func(ctx context.Context) error { return p.office.Postpone(ctx, visit, d, why) }, func(err error) { done(sentence(err)) })
	}})
}

func (p *visitPage) cancel() {
	visit := p.record.Visit
	reason := kit.NewEntry()
	kit.ShowForm(p.win, "Hủy kiểm tra "+vietnamese.LowerFirst(p.record.Unit.Label()), []kit.Field{{Label: "Lý do", Widget: reason, Check: reasonGiven(reason), Hint: "Cuộc kiểm tra không còn tính là phải làm; hồ sơ vẫn được giữ."}},
		kit.FormOptions{SaveLabel: "Hủy cuộc kiểm tra", CancelLabel: "Không", Width: 560, Save: func(done func(error)) {
			why := reason.Value()
			p.do(func(ctx context.Context) error { return p.office.CancelVisit(ctx, visit, why) }, func(err error) { done(sentence(err)) })
		}})
}

// planRecheck plans a visit that looks again at this one, and shows it.
func (p *visitPage) planRecheck() {
	visit := p.record.Visit
	on := p.visitDay(day.Date{})
	kit.ShowForm(p.win, "Lập cuộc kiểm tra lại "+vietnamese.LowerFirst(p.record.Unit.Label()), []kit.Field{{Label: "Ngày kiểm tra lại", Widget: on, Check: required(on)}}, kit.FormOptions{Width: 480, Save: func(done func(error)) {
		d, _ := on.Date()
		var made int64
		p.do(func(ctx context.Context) (err error) {
			made, err = p.office.PlanRecheck(ctx, visit, d)
			return err
		}, func(err error) {
			done(sentence(err))
			if err == nil {
				p.open(made, nil)
			}
		})
	}})
}
