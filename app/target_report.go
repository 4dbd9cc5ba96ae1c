package app

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
)

// targetResults are the targets of a day for papers, with a row for each district and one for the affiliates; before is the day with which
// they are compared.
func (o *Office) targetResults(ctx context.Context, on, before day.Date) ([]reports.TargetResult, error) {
	now, err := o.MeasureTargets(ctx, TargetQuery{On: on})
	if err != nil {
		return nil, err
	}
	targets := make([]Target, len(now))
	for i, m := range now {
		targets[i] = m.Target
	}
	then, err := o.measure(ctx, TargetQuery{On: before}, targets)
	if err != nil {
		return nil, err
	}
	rows, err := o.districtRows(ctx, on)
	if err != nil {
		return nil, err
	}
	whole, err := o.wholeOn(ctx, on)
	if err != nil {
		return nil, err
	}
	wholeBefore, err := o.wholeOn(ctx, before)
	if err != nil {
		return nil, err
	}
	results := make([]reports.TargetResult, len(now))
	if last := len(rows) - 1; last >= 0 && rows[last].name == affiliatesName && !slices.ContainsFunc(now, func(m MeasuredTarget) bool { return m.Of(rows[last].units...) != TargetValue{} }) {
		rows = rows[:last] // they have nothing that is counted
	}
	for i, m := range now {
		r := reports.TargetResult{Code: m.Code, Name: m.Name, Unit: m.Counted, Plan: m.GoalText(), Goal: m.Goal, Now: m.figure(whole...), Before: then[i].figure(wholeBefore...), Reading: m.Says(),
			Unreported: m.Of(whole...).Unreported, Number: m.IsTotal()}
		for _, row := range rows {
			r.Units = append(r.Units, reports.TargetUnit{Name: row.name, Now: m.figure(row.units...)})
		}
		results[i] = r
	}
	return results, nil
}

// GoalText is the goal as tables write it: "100%", "≥ 50%", "≥ 1200".
func (t Target) GoalText() string {
	goal := vietnamese.Decimal(t.Goal, -1)
	switch {
	case t.IsTotal():
		return "≥ " + goal
	case t.Goal >= 100:
		return goal + "%"
	}
	return "≥ " + goal + "%"
}

// Of is the value of some units together.
func (m MeasuredTarget) Of(units ...int64) TargetValue {
	var v TargetValue
	for _, id := range units {
		v.add(m.Units[id])
	}
	return v
}

// figure is the value of some units together for a paper. Without any, and where nobody has reported, it is not known.
func (m MeasuredTarget) figure(units ...int64) reports.Figure {
	v := m.Of(units...)
	return reports.Figure{Numerator: v.Numerator, Denominator: v.Denominator, Known: len(units) > 0 && (v.Denominator == 0 || v.Unreported < v.Denominator)}
}

// wholeOn is the province on a day, none before there was one.
func (o *Office) wholeOn(ctx context.Context, on day.Date) ([]int64, error) {
	var ids []int64
	provinces, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.Province}})
	for _, p := range provinces {
		ids = append(ids, p.ID)
	}
	return ids, err
}

// tableRow is a row of a table by district: one unit, or several together.
type tableRow struct {
	name  string
	units []int64
}

// districtRows are the rows of a table by district on a day: the districts in Vietnamese order, the affiliates in one row at
// the end. Without districts the communes under the province are the rows.
func (o *Office) districtRows(ctx context.Context, on day.Date) ([]tableRow, error) {
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.District, data.Affiliate}})
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(units, func(u data.UnitOn) bool { return u.Level == data.District }) {
		communes, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.BaseUnit}})
		if err != nil {
			return nil, err
		}
		units = append(units, communes...)
	}
	var rows []tableRow
	affiliates := tableRow{name: affiliatesName}
	for _, u := range units {
		if u.Level == data.Affiliate {
			affiliates.units = append(affiliates.units, u.ID)
			continue
		}
		rows = append(rows, tableRow{u.Label(), []int64{u.ID}})
	}
	slices.SortFunc(rows, func(a, b tableRow) int {
		return strings.Compare(vietnamese.SortKey(a.name), vietnamese.SortKey(b.name))
	})
	if len(affiliates.units) > 0 {
		rows = append(rows, affiliates)
	}
	return rows, nil
}

// halfYearEnds lists planStart, the ends of the half-years after it, and a day itself.
func halfYearEnds(on day.Date) []day.Date {
	var days []day.Date
	for d := planStart; d.Before(on); {
		days = append(days, d)
		switch {
		case d.Month == 6:
			d = day.Of(d.Year, 12, 31)
		case d.Month == 12:
			d = day.Of(d.Year+1, 6, 30)
		default:
			d = day.Of(d.Year, 6, 30)
		}
	}
	return append(days, on)
}

// partyTrend is the share of Party members among chi hội trưởng from planStart on, for which the plan gives it when nothing is recorded.
func (o *Office) partyTrend(ctx context.Context, on day.Date) ([]reports.NamedFigure, error) {
	var trend []reports.NamedFigure
	for _, d := range halfYearEnds(on) {
		p, err := o.place(ctx, d)
		if err != nil {
			return nil, err
		}
		values, err := p.evaluate(ctx, o.db.Reader, partyHeads, partyHeads.span(d, day.Date{}))
		if err != nil {
			return nil, err
		}
		whole, err := o.wholeOn(ctx, d)
		if err != nil {
			return nil, err
		}
		m := MeasuredTarget{Target: Target{Readings: []Reading{{Definition: partyHeads}}}, Units: values}
		f := m.figure(whole...)
		if d == planStart && f.Denominator == 0 {
			f = reports.Figure{Numerator: int(PartyShareBefore * 10), Denominator: 1000, Known: true}
		}
		trend = append(trend, reports.NamedFigure{Name: monthOf(d), Figure: f})
	}
	return trend, nil
}
