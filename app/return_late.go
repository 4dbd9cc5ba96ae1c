package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// lateReturn is a return that was due and has not come.
type lateReturn struct {
	unit data.UnitOn
	due  day.Date
}

// lateReturns lists the returns of the latest period that was due by a day which have not come; none when the period is locked.
func (o *Office) lateReturns(ctx context.Context, on day.Date) (data.ReturnPeriod, []lateReturn, error) {
	periods, err := o.db.ReturnPeriods(ctx)
	if err != nil {
		return data.ReturnPeriod{}, nil, err
	}
	var p data.ReturnPeriod
	for _, one := range periods { // the latest first
		if one.DueOn.Before(on) {
			p = one
			break
		}
	}
	if p.ID == 0 || !p.LockedOn.IsZero() {
		return p, nil, nil
	}
	returns, err := o.db.Returns(ctx, p.ID)
	if err != nil {
		return p, nil, err
	}
	of := map[int64]data.Return{}
	for _, r := range returns {
		of[r.UnitID] = r
	}
	lives, err := unitLives(ctx, o.db.Reader)
	if err != nil {
		return p, nil, err
	}
	owed := map[int64]bool{}
	for _, life := range lives {
		if life.countsFor(p.LastDay) {
			owed[life.Unit] = true
		}
	}
	units, err := o.db.UnitsOn(ctx, p.LastDay, data.UnitQuery{Levels: InspectedLevels})
	var late []lateReturn
	for _, u := range units {
		r := of[u.ID]
		due := p.DueOn
		if !r.DueOn.IsZero() {
			due = r.DueOn
		}
		if owed[u.ID] && r.State != data.ReturnSubmitted && r.State != data.ReturnLocked && due.Before(on) {
			late = append(late, lateReturn{u, due})
		}
	}
	return p, late, err
}

// listLateReturns lists them for the first screen.
func (o *Office) listLateReturns(ctx context.Context, on day.Date) (ReminderList, error) {
	p, late, err := o.lateReturns(ctx, on)
	list := ReminderList{Heads: [3]string{"Đơn vị", "Kỳ số liệu", "Hạn nộp"}}
	for _, l := range late {
		list.Rows = append(list.Rows, ReminderRow{Ref: unitRef(l.unit.ID), Cells: [3]string{l.unit.Label(), p.Name(), l.due.String()}, Late: true})
	}
	return list, err
}
