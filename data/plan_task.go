package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
)

// Kinds of the records of this file.
const (
	KindPlanTask      Kind = "plan_task"
	KindTaskReport    Kind = "task_report"
	KindReceivedPaper Kind = "received_paper"
)

// PlanTask is a nhiệm vụ of the plan or the office's own: who leads, for whom, in which rhythm, by when.
type PlanTask struct {
	Base
	Code, Name, Lead, Subject, Rhythm, Section string
	DueOn                                      day.Date
	Rank                                       int
}

func (*PlanTask) kind() Kind { return KindPlanTask }
func (p *PlanTask) prepare() error {
	cleaned(&p.Code, &p.Name, &p.Lead, &p.Subject, &p.Rhythm, &p.Section)
	return missing(p.Name, "Nhiệm vụ chưa có nội dung; hãy gõ nội dung.", p.Code, "Nhiệm vụ chưa có số; hãy gõ, ví dụ “7.1”.")
}

// How a task stands.
const (
	TaskBegun = "begun"
	TaskDone  = "done"
	TaskStuck = "stuck"
)

// TaskReport is what a unit did of a task; the latest of a unit tells how it stands.
type TaskReport struct {
	Base
	TaskID     int64
	UnitID     int64
	ReportedOn day.Date
	State      string
	Progress   string
	Evidence   string
}

func (*TaskReport) kind() Kind { return KindTaskReport }
func (t *TaskReport) prepare() error {
	cleanedLines(&t.Progress, &t.Evidence)
	if t.ReportedOn.IsZero() {
		return Faultf(nil, "Tiến độ chưa có ngày; hãy gõ ngày.")
	}
	return missing(t.Progress, "Tiến độ chưa có nội dung; hãy gõ việc đã làm.")
}

// Papers that come in from units.
const (
	PaperPlan     = "plan"
	PaperHalfYear = "half_year"
	PaperYear     = "year"
)

// ReceivedPaper is a plan or periodic report that a unit sent in (plan 77/KH-BCH, IV.2).
type ReceivedPaper struct {
	Base
	UnitID               int64
	Kind                 string
	Year                 int
	Document             string
	IssuedOn, ReceivedOn day.Date
	Note                 string
}

func (*ReceivedPaper) kind() Kind                      { return KindReceivedPaper }
func (*ReceivedPaper) listing() (on, end, kind string) { return "received_on", "", "kind" }
func (p *ReceivedPaper) prepare() error {
	cleaned(&p.Document)
	cleanedLines(&p.Note)
	switch {
	case p.ReceivedOn.IsZero():
		return Faultf(nil, "Văn bản nhận chưa có ngày nhận; hãy gõ ngày.")
	case p.Year < 2020 || p.Year > 2100:
		return Faultf(nil, "Năm %d không hợp lệ; hãy gõ năm của kế hoạch hoặc báo cáo.", p.Year)
	}
	return nil
}

// PlanTasks lists the tasks in their order.
func (r Reader) PlanTasks(ctx context.Context) ([]PlanTask, error) {
	return listed[PlanTask](ctx, r, "plan tasks", func(db *gorm.DB) *gorm.DB { return db.Order("rank, id") })
}

// TaskReports lists what was done of the tasks from one day to another, the latest first; task 0 is all.
func (r Reader) TaskReports(ctx context.Context, task int64, from, to day.Date) ([]TaskReport, error) {
	return listed[TaskReport](ctx, r, "task reports", func(db *gorm.DB) *gorm.DB {
		if task != 0 {
			db = db.Where("task_id = ?", task)
		}
		return db.Where("reported_on >= substr(?, 1, length(reported_on)) AND reported_on <= ?", from.ISO(), to.ISO()).Order("reported_on DESC, id DESC")
	})
}

// ReceivedPaperOf finds the paper of a kind and year that a unit sent.
func (r Reader) ReceivedPaperOf(ctx context.Context, unit int64, kind string, year int) (ReceivedPaper, bool, error) {
	found, err := listed[ReceivedPaper](ctx, r, "paper of a unit", func(db *gorm.DB) *gorm.DB {
		return db.Where("unit_id = ? AND kind = ? AND year = ?", unit, kind, year).Limit(1)
	})
	if err != nil || len(found) == 0 {
		return ReceivedPaper{}, false, err
	}
	return found[0], true, nil
}
