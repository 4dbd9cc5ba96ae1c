package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TargetValue is what a target comes to in a unit. Of a share, Unreported counts those that do not meet it and have not reported; of a rate of
// the figures, the units that have not reported it. Of a number, Numerator is all and Denominator 0.
type TargetValue struct{ Numerator, Denominator, Unreported int }

func (v *TargetValue) add(o TargetValue) {
	v.Numerator += o.Numerator
	v.Denominator += o.Denominator
	v.Unreported += o.Unreported
}

// TargetState is how a unit stands with a target.
type TargetState string

// The states. A share that would be reached if all that have not reported met it is neither reached nor missed.
const (
	TargetReached    TargetState = "reached"
	TargetMissed     TargetState = "missed"
	TargetUnreported TargetState = "unreported"
	TargetNothing    TargetState = "nothing" // there is nothing to count
)

// TargetStateName names a state as lists do.
func TargetStateName(s TargetState) string {
	return map[TargetState]string{TargetReached: "đạt", TargetMissed: "chưa đạt", TargetUnreported: "chưa báo cáo", TargetNothing: "không có đối tượng"}[s]
}

// State judges a value of the target.
func (t Target) State(v TargetValue) TargetState {
	switch {
	case t.IsTotal() && float64(v.Numerator) >= t.Goal:
		return TargetReached
	case t.IsTotal():
		return TargetMissed
	case v.Denominator == 0 && v.Unreported > 0:
		return TargetUnreported
	case v.Denominator == 0:
		return TargetNothing
	case 100*float64(v.Numerator) >= t.Goal*float64(v.Denominator):
		return TargetReached
	case v.Unreported > 0 && t.Definition().Rate == "" && 100*float64(v.Numerator+v.Unreported) >= t.Goal*float64(v.Denominator):
		return TargetUnreported
	}
	return TargetMissed
}

// MeasuredTarget is a target with its values: of all units of a day by id.
type MeasuredTarget struct {
	Target
	Span  data.Span
	Units map[int64]TargetValue
}

// Targets lists the targets that hold on a day, those of the plan first; the zero day lists all.
func (o *Office) Targets(ctx context.Context, on day.Date) ([]Target, error) {
	targets, err := o.planTargets(ctx)
	if err != nil {
		return nil, err
	}
	own, err := o.db.Targets(ctx)
	if err != nil || len(own) == 0 {
		return targets, err
	}
	rates, err := o.FigureRates(ctx)
	if err != nil {
		return nil, err
	}
	words, err := o.MeasureSources(ctx)
	if err != nil {
		return nil, err
	}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range own {
		t := Target{ID: s.ID, Code: s.Code, Name: s.Name, Goal: s.Goal, FirstDay: s.FirstDay, LastDay: s.LastDay, stored: s}
		var d Definition
		if err := json.Unmarshal([]byte(s.Definition), &d); err != nil {
			return nil, fmt.Errorf("target %s: %w", s.Code, err)
		}
		t.Counted = countedWord(d, positions)
		t.Readings = []Reading{{Says: words.describe(d, t.Counted), Definition: d}}
		if d.Rate != "" {
			t.Readings[0].Says = describeRate(d.Rate, rates)
		}
		if on.IsZero() || t.holds(on) {
			targets = append(targets, t)
		}
	}
	return targets, nil
}

// TargetQuery asks for targets on a day. From replaces the period of each target; zero leaves it.
type TargetQuery struct{ On, From day.Date }

// MeasureTargets evaluates all targets of a day for all units at once.
func (o *Office) MeasureTargets(ctx context.Context, q TargetQuery) ([]MeasuredTarget, error) {
	targets, err := o.Targets(ctx, q.On)
	if err != nil {
		return nil, err
	}
	return o.measure(ctx, q, targets)
}

func (o *Office) measure(ctx context.Context, q TargetQuery, targets []Target) ([]MeasuredTarget, error) {
	p, err := o.place(ctx, q.On)
	if err != nil {
		return nil, err
	}
	measured := make([]MeasuredTarget, len(targets))
	for i, t := range targets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		span := t.Definition().span(q.On, t.FirstDay)
		if !q.From.IsZero() {
			span.From = q.From
		}
		values, err := p.evaluate(ctx, o.db.Reader, t.Definition(), span)
		if err != nil {
			return nil, fmt.Errorf("target %s: %w", t.Code, err)
		}
		measured[i] = MeasuredTarget{t, span, values}
	}
	return measured, nil
}

// TargetUnit is a unit behind a target.
type TargetUnit struct {
	data.UnitOn
	Above string
	Value TargetValue
	State TargetState
}

// UnitsBehind lists the units that make up the value of a target in a unit, 0 for the province: the base units, and what stands beside them;
// those that do not reach it first.
func (o *Office) UnitsBehind(ctx context.Context, on day.Date, t MeasuredTarget, unit int64) ([]TargetUnit, error) {
	all, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit}})
	if err != nil {
		return nil, err
	}
	byID := make(map[int64]data.UnitOn, len(all))
	for _, u := range all {
		byID[u.ID] = u
	}
	within := func(u data.UnitOn) bool {
		for id := u.ID; id != 0; id = byID[id].ParentID {
			if id == unit {
				return true
			}
		}
		return unit == 0
	}
	levels := []data.Level{data.BaseUnit, data.Affiliate}
	if t.Definition().Of == string(data.District) {
		levels = []data.Level{data.District}
	}
	var behind []TargetUnit
	for _, u := range all {
		v, counted := t.Units[u.ID]
		if !counted || !slices.Contains(levels, u.Level) || !within(u) {
			continue
		}
		row := TargetUnit{UnitOn: u, Value: v, State: t.State(v)}
		if above := byID[u.ParentID]; above.Level != data.Province {
			row.Above = above.Label()
		}
		behind = append(behind, row)
	}
	order := []TargetState{TargetMissed, TargetUnreported, TargetNothing, TargetReached}
	slices.SortStableFunc(behind, func(a, b TargetUnit) int { return slices.Index(order, a.State) - slices.Index(order, b.State) })
	return behind, nil
}

// SaveTarget stores a target of the office's own.
func (o *Office) SaveTarget(ctx context.Context, t data.Target, d Definition) error {
	if err := d.check(); err != nil {
		return err
	}
	text, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("target %s: %w", t.Code, err)
	}
	t.Definition = string(text)
	label := "Sửa chỉ tiêu"
	if t.ID == 0 {
		label = "Thêm chỉ tiêu"
	}
	known, err := o.Targets(ctx, day.Date{})
	if err != nil {
		return err
	}
	if slices.ContainsFunc(known, func(other Target) bool { return (other.ID == 0 || other.ID != t.ID) && sameWords(other.Code, t.Code) }) {
		return Problem("Mã chỉ tiêu “%s” đã có; hãy gõ mã khác.", t.Code)
	}
	_, err = o.db.Write(ctx, label, func(tx *data.Tx) error {
		if t.ID == 0 {
			return tx.Insert(&t)
		}
		return tx.Update(&t)
	})
	return err
}

// check refuses a definition that cannot be measured.
func (d Definition) check() error {
	if d.Rate == "" && d.Total == nil && len(d.Tests) == 0 {
		return Problem("Hãy chọn loại bản ghi được đếm.")
	}
	for _, t := range append(slices.Clone(d.Tests), d.Among...) {
		if !t.Source.OfCadre() && !t.Source.OfUnit() {
			return Problem("Hãy chọn loại bản ghi được đếm.")
		}
		if t.AtLeast < 0 {
			return Problem("Số lượng tối thiểu phải từ 1 trở lên; hãy gõ lại.")
		}
	}
	return nil
}

// Stored is the record of a target of the office's own.
func (t Target) Stored() data.Target { return t.stored }
