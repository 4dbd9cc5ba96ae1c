package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TaskNone is how a task stands of which nothing was reported.
const TaskNone = ""

// TaskRow is a task of the plan with how it stands: Units reported on it, Ready of these have done it; Latest is the last report, or
// the last that is stuck.
type TaskRow struct {
	data.PlanTask
	Units, Ready int
	State        string // TaskNone, data.TaskBegun, …
	Latest       OfUnit[data.TaskReport]
	Late         bool // past its day and not done
}

// StateText says how a task stands.
func (t TaskRow) StateText() string {
	switch {
	case t.Late:
		return "quá hạn"
	case t.State == TaskNone:
		return "chưa có báo cáo"
	}
	return nameOf(TaskStates, t.State)
}

// taskState is how a task stands by the latest reports of units on it: stuck if one is, done if all are.
func taskState(latest []data.TaskReport) (state string, ready int) {
	if len(latest) == 0 {
		return TaskNone, 0
	}
	state = data.TaskDone
	for _, r := range latest {
		switch {
		case r.State == data.TaskDone:
			ready++
		case r.State == data.TaskStuck:
			state = data.TaskStuck
		case state == data.TaskDone:
			state = data.TaskBegun
		}
	}
	return state, ready
}

// latestOfUnits keeps the first report of each unit, of reports that are the latest first.
func latestOfUnits(reports []data.TaskReport) []data.TaskReport {
	seen := map[int64]bool{}
	return slices.DeleteFunc(slices.Clone(reports), func(r data.TaskReport) bool {
		known := seen[r.UnitID]
		seen[r.UnitID] = true
		return known
	})
}

// Tasks lists the tasks of the plan with what was reported on them from one day to another.
func (o *Office) Tasks(ctx context.Context, from, on day.Date) ([]TaskRow, error) {
	tasks, err := o.db.PlanTasks(ctx)
	if err != nil {
		return nil, err
	}
	reports, err := o.db.TaskReports(ctx, 0, from, on)
	if err != nil {
		return nil, err
	}
	of := map[int64][]data.TaskReport{}
	var units []int64
	for _, r := range reports {
		of[r.TaskID] = append(of[r.TaskID], r)
		units = append(units, r.UnitID)
	}
	labels, err := o.unitLabels(ctx, on, units)
	rows := make([]TaskRow, len(tasks))
	for i, t := range tasks {
		latest := latestOfUnits(of[t.ID])
		rows[i] = TaskRow{PlanTask: t, Units: len(latest)}
		rows[i].State, rows[i].Ready = taskState(latest)
		rows[i].Late = !t.DueOn.IsZero() && t.DueOn.Last().Before(on) && rows[i].State != data.TaskDone
		if len(latest) > 0 {
			at := max(slices.IndexFunc(latest, func(r data.TaskReport) bool { return r.State == data.TaskStuck }), 0)
			l := labels[latest[at].UnitID]
			rows[i].Latest = OfUnit[data.TaskReport]{latest[at], l.name, l.above, l.ended}
		}
	}
	return rows, err
}

// TaskReports lists what was reported on a task up to a day, the latest first.
func (o *Office) TaskReports(ctx context.Context, task int64, on day.Date) ([]OfUnit[data.TaskReport], error) {
	reports, err := o.db.TaskReports(ctx, task, day.Of(1900, 1, 1), on)
	if err != nil {
		return nil, err
	}
	units := make([]int64, len(reports))
	for i, r := range reports {
		units[i] = r.UnitID
	}
	labels, err := o.unitLabels(ctx, on, units)
	rows := make([]OfUnit[data.TaskReport], len(reports))
	for i, r := range reports {
		l := labels[r.UnitID]
		rows[i] = OfUnit[data.TaskReport]{r, l.name, l.above, l.ended}
	}
	return rows, err
}

// SaveTaskReport stores what a unit did of a task.
func (o *Office) SaveTaskReport(ctx context.Context, r data.TaskReport) error {
	return o.keep(ctx, "Ghi tiến độ nhiệm vụ", r.ID, &r, func(tx *data.Tx) error { return existed(ctx, tx.Reader, r.UnitID, r.ReportedOn) })
}

// SaveTask stores a task; a new one comes last.
func (o *Office) SaveTask(ctx context.Context, t data.PlanTask) error {
	return o.keep(ctx, "Ghi nhiệm vụ", t.ID, &t, func(tx *data.Tx) error {
		tasks, err := tx.PlanTasks(ctx)
		if err != nil {
			return err
		}
		for _, other := range tasks {
			if other.ID != t.ID && sameWords(other.Code, t.Code) {
				return Problem("Số “%s” đã dùng cho nhiệm vụ khác; hãy gõ số khác.", t.Code)
			}
		}
		if t.ID == 0 && len(tasks) > 0 {
			t.Rank = tasks[len(tasks)-1].Rank + 1
		}
		return nil
	})
}
