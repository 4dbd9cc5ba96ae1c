package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// BoardRow is a unit on the board of targets with its values, one for each target.
type BoardRow struct {
	data.UnitOn
	Values []TargetValue
}

// TargetBoard is what the screen of targets shows of a unit: its own values, and those of what stands directly below it.
type TargetBoard struct {
	Unit    data.UnitOn
	Above   int64 // the unit over it, 0 for the province
	Targets []MeasuredTarget
	Whole   []TargetValue
	Rows    []BoardRow
}

// TargetBoard measures the targets of a day for a unit, 0 for the province.
func (o *Office) TargetBoard(ctx context.Context, q TargetQuery, unit int64) (TargetBoard, error) {
	var b TargetBoard
	var err error
	if unit == 0 {
		b.Unit, err = o.Province(ctx, q.On)
	} else {
		b.Unit, err = o.db.UnitOn(ctx, q.On, unit)
	}
	if err != nil {
		return b, err
	}
	b.Above = b.Unit.ParentID
	if b.Targets, err = o.MeasureTargets(ctx, q); err != nil {
		return b, err
	}
	values := func(id int64) []TargetValue {
		of := make([]TargetValue, len(b.Targets))
		for i, t := range b.Targets {
			of[i] = t.Units[id]
		}
		return of
	}
	b.Whole = values(b.Unit.ID)
	below, err := o.db.UnitsOn(ctx, q.On, data.UnitQuery{Parents: []int64{b.Unit.ID}})
	slices.SortStableFunc(below, func(x, y data.UnitOn) int { return slices.Index(treeOrder, x.Level) - slices.Index(treeOrder, y.Level) })
	for _, u := range below {
		row := BoardRow{u, values(u.ID)}
		if slices.ContainsFunc(row.Values, func(v TargetValue) bool { return v != TargetValue{} }) {
			b.Rows = append(b.Rows, row)
		}
	}
	return b, err
}

// TrendPoint is the values of the targets of a unit on a day, and those of the share of Party members among chi hội trưởng.
type TrendPoint struct {
	On     day.Date
	Values map[string]TargetValue // by the code of the target
	Party  TargetValue
}

// partyHeads is the share of Party members among chi hội trưởng, which the plan gives for 01/2023 (footnote 3).
var partyHeads = Definition{Of: heads, Tests: []Test{has(data.CountMembers, 1)}, Period: OnTheDay}

// TargetTrend measures the targets of a unit, 0 for the province, at planStart, at the end of each half-year since, and on the day.
func (o *Office) TargetTrend(ctx context.Context, on day.Date, unit int64) ([]TrendPoint, error) {
	targets, err := o.Targets(ctx, on)
	if err != nil {
		return nil, err
	}
	var points []TrendPoint
	for _, d := range halfYearEnds(on) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p, err := o.place(ctx, d)
		if err != nil {
			return nil, err
		}
		id := unit
		if id == 0 {
			whole, err := o.wholeOn(ctx, d)
			if err != nil {
				return nil, err
			}
			if len(whole) == 0 {
				continue // before there was a province
			}
			id = whole[0]
		}
		point := TrendPoint{On: d, Values: map[string]TargetValue{}}
		for _, t := range targets {
			values, err := p.evaluate(ctx, o.db.Reader, t.Definition(), t.Definition().span(d, t.FirstDay))
			if err != nil {
				return nil, err
			}
			point.Values[t.Code] = values[id]
		}
		party, err := p.evaluate(ctx, o.db.Reader, partyHeads, partyHeads.span(d, day.Date{}))
		if err != nil {
			return nil, err
		}
		point.Party = party[id]
		points = append(points, point)
	}
	return points, nil
}

// RemoveTarget puts a target of the office's own into the recycle bin.
func (o *Office) RemoveTarget(ctx context.Context, t Target) error {
	return o.RemoveSub(ctx, "Xóa chỉ tiêu", &t.stored)
}
