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

// placement is the tree of a day, by index, with what counts as reported in it.
type placement struct {
	units    []data.Placed
	at       map[int64]int // id to index
	parent   []int         // -1 at the top
	heirs    map[int64]int64
	reported []bool                 // of the unit itself or by one above it
	sheets   map[int64]*ReturnSheet // of the periods that targets asked for
}

// place reads the tree of a day and who has reported in its year: who sent a report, or a unit above it did, or of whom anything of the
// movement is recorded.
func (o *Office) place(ctx context.Context, on day.Date) (*placement, error) {
	units, heirs, err := o.db.Placed(ctx, on)
	if err != nil {
		return nil, err
	}
	p := &placement{units: units, at: make(map[int64]int, len(units)), parent: make([]int, len(units)), heirs: heirs, reported: make([]bool, len(units)), sheets: map[int64]*ReturnSheet{}}
	for i, u := range units {
		p.at[u.ID] = i
	}
	for i, u := range units {
		p.parent[i] = -1
		if above, ok := p.at[u.Parent]; ok {
			p.parent[i] = above
		}
	}
	papers, records, err := o.db.ReportingUnits(ctx, data.Span{From: day.Of(on.Year, 1, 1), On: on})
	if err != nil {
		return nil, err
	}
	sent := make([]bool, len(units))
	for _, id := range papers {
		if i, ok := p.where(id); ok {
			sent[i] = true
		}
	}
	for _, id := range records {
		for i, ok := p.where(id); ok && i >= 0; i = p.parent[i] {
			p.reported[i] = true
			if units[i].Level == data.BaseUnit {
				break
			}
		}
	}
	for i := range units {
		for j := i; j >= 0 && !p.reported[i]; j = p.parent[j] {
			p.reported[i] = sent[j]
		}
	}
	return p, nil
}

// where finds a unit, or the one into which it went up, in the tree.
func (p *placement) where(id int64) (int, bool) {
	for range 10 { // no more reorganisations than that, and no circle
		if i, ok := p.at[id]; ok {
			return i, true
		}
		next, ok := p.heirs[id]
		if !ok {
			return 0, false
		}
		id = next
	}
	return 0, false
}

// counts gives a count by index, each record at the unit that answers for it.
func (p *placement) counts(ctx context.Context, r data.Reader, s data.Span, c data.Count) ([]int, error) {
	byID, err := r.CountByUnit(ctx, s, c)
	if err != nil {
		return nil, err
	}
	counts := make([]int, len(p.units))
	for id, n := range byID {
		if i, ok := p.where(id); ok {
			counts[i] += n
		}
	}
	return counts, nil
}

// summed adds to each unit what is counted below it.
func (p *placement) summed(counts []int) []int {
	sums := make([]int, len(counts))
	for i, n := range counts {
		for j := i; n != 0 && j >= 0; j = p.parent[j] {
			sums[j] += n
		}
	}
	return sums
}

// fromAbove adds to each unit what is counted above it.
func (p *placement) fromAbove(counts []int) []int {
	sums := make([]int, len(counts))
	for i := range counts {
		for j := i; j >= 0; j = p.parent[j] {
			sums[i] += counts[j]
		}
	}
	return sums
}

// passes tells for each unit whether it passes a test.
func (p *placement) passes(ctx context.Context, r data.Reader, s data.Span, t Test) ([]bool, error) {
	if t.AtStart {
		s.On = s.From
	}
	counts, err := p.counts(ctx, r, s, t.Count)
	if err != nil {
		return nil, err
	}
	if t.FromAbove {
		counts = p.fromAbove(counts)
	} else {
		counts = p.summed(counts)
	}
	passed := make([]bool, len(counts))
	for i, n := range counts {
		passed[i] = (n >= max(t.AtLeast, 1)) != t.Not
	}
	return passed, nil
}

// joined tells for each unit whether it passes all tests or, with any, one of them.
func (p *placement) joined(ctx context.Context, r data.Reader, s data.Span, tests []Test, any bool) ([]bool, error) {
	all := make([]bool, len(p.units))
	for i := range all {
		all[i] = !any || len(tests) == 0
	}
	for _, t := range tests {
		passed, err := p.passes(ctx, r, s, t)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if any {
				all[i] = all[i] || passed[i]
			} else {
				all[i] = all[i] && passed[i]
			}
		}
	}
	return all, nil
}

// evaluate gives the value of a definition for every unit that has one.
func (p *placement) evaluate(ctx context.Context, r data.Reader, d Definition, s data.Span) (map[int64]TargetValue, error) {
	own := make([]TargetValue, len(p.units)) // before the tree is summed up
	var err error
	switch {
	case d.Rate != "":
		err = p.rates(ctx, r, d.Rate, s.On, own)
	case d.Total != nil:
		var counts []int
		if counts, err = p.counts(ctx, r, s, *d.Total); err == nil {
			for i, n := range counts {
				own[i].Numerator = n
			}
		}
	case d.post() != "":
		err = p.holders(ctx, r, d, s, own)
	default:
		err = p.shares(ctx, r, d, s, own)
	}
	if err != nil {
		return nil, err
	}
	values := make(map[int64]TargetValue, 512)
	for i, v := range own {
		if v == (TargetValue{}) {
			continue
		}
		for j := i; j >= 0; j = p.parent[j] {
			sum := values[p.units[j].ID]
			sum.add(v)
			values[p.units[j].ID] = sum
		}
	}
	return values, nil
}

// shares judges the units of a level.
func (p *placement) shares(ctx context.Context, r data.Reader, d Definition, s data.Span, own []TargetValue) error {
	meets, err := p.joined(ctx, r, s, d.Tests, d.Any)
	if err != nil {
		return err
	}
	among, err := p.joined(ctx, r, s, d.Among, false)
	if err != nil {
		return err
	}
	for i, u := range p.units {
		if string(u.Level) != d.Of || !among[i] || d.Feature == FeatureHardship && !u.Hardship || d.Feature == FeatureReligious && !u.Religious {
			continue
		}
		own[i].Denominator = 1
		switch {
		case meets[i]:
			own[i].Numerator = 1
		case !p.reported[i]:
			own[i].Unreported = 1
		}
	}
	return nil
}

// The features of units by which a target may be narrowed.
const (
	FeatureHardship  = "hardship"
	FeatureReligious = "religious"
)

// holders judges the holders of a post; tests on units are passed by all holders in a unit or by none.
func (p *placement) holders(ctx context.Context, r data.Reader, d Definition, s data.Span, own []TargetValue) error {
	h := data.Holders{Post: d.post(), AtStart: d.AtStart, Any: d.Any}
	var ofUnits []Test
	for _, t := range d.Tests {
		if t.Source.OfCadre() && !t.FromAbove {
			h.Meet = append(h.Meet, data.HolderTest{Count: t.Count, AtLeast: t.AtLeast, Not: t.Not, AtStart: t.AtStart})
		} else {
			ofUnits = append(ofUnits, t)
		}
	}
	for _, t := range d.Among {
		h.Among = append(h.Among, data.HolderTest{Count: t.Count, AtLeast: t.AtLeast, Not: t.Not, AtStart: t.AtStart})
	}
	byID, err := r.MeasureHolders(ctx, s, h)
	if err != nil {
		return err
	}
	units, err := p.joined(ctx, r, s, ofUnits, d.Any)
	if err != nil {
		return err
	}
	for id, n := range byID {
		i, ok := p.where(id)
		if !ok {
			continue
		}
		v := TargetValue{Denominator: n.Holders, Numerator: n.Meeting}
		switch {
		case len(ofUnits) == 0:
		case d.Any && units[i], !d.Any && units[i] && len(h.Meet) == 0:
			v.Numerator = n.Holders
		case !d.Any && !units[i]:
			v.Numerator = 0
		}
		own[i].add(v)
	}
	return nil
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
