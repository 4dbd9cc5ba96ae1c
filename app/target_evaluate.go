package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

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
