package app

import (
	"math/rand/v2"

	"cosohoi/data"
	"cosohoi/data/day"
)

// demoPeriods are the periods for which the demonstration province has returns, in order of time.
var demoPeriods = []struct {
	year int
	span data.ReturnSpan
}{{2024, data.SpanYear}, {2025, data.SpanHalf}, {2025, data.SpanYear}, {2026, data.SpanHalf}}

// demoStrength is how a unit of the demonstration province stands at the end of a year, and what stays with it: shares in per cent of the
// members.
type demoStrength struct {
	women, members                           int64
	core, party, meeting, software, catholic int
	honorary, minority                       int64
}

// demoReturns invents returns. They have a source of their own, so that they change nothing else that is invented.
type demoReturns struct {
	*demo
	dice     *rand.Rand
	strength map[int64]demoStrength
}

// returns opens the periods and reports for nearly all units: some never answer, some leave places empty.
func (d *demo) returns(seed uint64) error {
	r := &demoReturns{demo: d, dice: rand.New(rand.NewPCG(seed, 79)), strength: map[int64]demoStrength{}}
	for n, one := range demoPeriods {
		p, err := openPeriod(d.ctx, d.tx, one.year, one.span, SuggestedDue(one.year, one.span), demoUntil)
		if err != nil {
			return err
		}
		s, err := returnSheet(d.ctx, d.tx.Reader, p, sheetOptions{})
		if err != nil {
			return err
		}
		if err := r.report(s, n == len(demoPeriods)-1); err != nil {
			return err
		}
	}
	return nil
}

func (r *demoReturns) luck(percent int) bool { return r.dice.IntN(100) < percent }

// share is some per cent of a number, between two.
func (r *demoReturns) share(of int64, from, to int) int64 {
	return of * int64(from+r.dice.IntN(to-from+1)) / 100
}

// demoByBranch is the cơ sở that reports by chi hội, the pilot of the plan.
const demoByBranch = "14230"

// branchesOf lists the chi hội of the cơ sở that reports by them.
func (r *demoReturns) branchesOf(s *ReturnSheet) ([]int64, error) {
	var ids []int64
	for i := range s.all {
		if s.all[i].Unit.Code != demoByBranch {
			continue
		}
		units, err := r.tx.UnitsOn(r.ctx, s.Period.LastDay, data.UnitQuery{Parents: []int64{s.all[i].Unit.ID}})
		if err != nil {
			return nil, err
		}
		for _, u := range units {
			ids = append(ids, u.ID)
		}
	}
	return ids, nil
}

func (r *demoReturns) report(s *ReturnSheet, latest bool) error {
	branches, err := r.branchesOf(s)
	if err != nil {
		return err
	}
	var figures []data.Figure
	var returns []data.Return
	for i := range s.all {
		row := &s.all[i]
		if !row.Owes {
			continue
		}
		numbers := r.numbers(s, row)
		silent := r.luck(2) || (latest && r.luck(6))
		if silent {
			continue
		}
		one := data.Return{PeriodID: s.Period.ID, UnitID: row.Unit.ID, State: data.ReturnSubmitted, SubmittedOn: s.Period.DueOn.AddDays(r.dice.IntN(14) - 10)}
		if latest && r.luck(4) {
			one.State, one.Reason = data.ReturnGivenBack, "Đề nghị rà soát lại số hội viên."
		}
		returns = append(returns, one)
		if numbers["B2"]*100 < numbers["B1"]*60 {
			if latest { // still to be explained
				returns[len(returns)-1].State, returns[len(returns)-1].SubmittedOn = data.ReturnOpen, day.Date{}
			} else {
				figures = append(figures, data.Figure{PeriodID: s.Period.ID, UnitID: row.Unit.ID, Code: "B4", Reason: "Nhiều phụ nữ đi làm ăn xa, không sinh hoạt tại địa phương."})
			}
		}
		for c, column := range s.Columns {
			n, known := numbers[column.Code]
			if !row.Cells[c].Enters || !known || r.luck(1) {
				continue
			}
			places := []int64{row.Unit.ID}
			if row.Unit.Code == demoByBranch && column.Level == data.Branch {
				places = branches
			}
			for k, unit := range places {
				part := n / int64(len(places))
				if k == 0 {
					part = n - part*int64(len(places)-1)
				}
				figures = append(figures, data.Figure{PeriodID: s.Period.ID, UnitID: unit, Code: column.Code, Value: data.Of(part)})
			}
		}
	}
	if err := data.InsertAll(r.tx, returns); err != nil {
		return err
	}
	return data.InsertAll(r.tx, figures)
}

// numbers invents the return of a unit; its members are those of the year before and what came and went since.
func (r *demoReturns) numbers(s *ReturnSheet, row *ReturnRow) map[string]int64 {
	if row.Unit.Level == data.District {
		return map[string]int64{"C7.1": int64(1 + r.dice.IntN(4)), "F1.5": 0}
	}
	was, known := r.strength[row.Unit.ID]
	if !known {
		women := int64(1400 + r.dice.IntN(2600))
		was = demoStrength{women: women, members: r.share(women, 61, 88), core: 17 + r.dice.IntN(9), party: 6 + r.dice.IntN(6), meeting: 62 + r.dice.IntN(26),
			software: 40 + r.dice.IntN(50), catholic: 0, honorary: int64(r.dice.IntN(12)), minority: int64(r.dice.IntN(20))}
		if r.luck(60) {
			was.catholic = 5 + r.dice.IntN(30)
		}
		if r.luck(5) {
			was.members = r.share(women, 52, 59)
		}
		r.strength[row.Unit.ID] = was
	}
	part := int64(2) // what happens in half a year
	if s.Period.Span == data.SpanYear {
		part = 1
	}
	joined, came := r.share(was.members, 2, 4)/part, r.share(was.members, 0, 1)/part
	away, left, died, out := r.share(was.members, 0, 1)/part, r.share(was.members, 0, 1)/part, int64(r.dice.IntN(8)), int64(r.dice.IntN(4))
	women := was.women + r.share(was.women, 0, 1)/part
	members := min(was.members+joined+came-away-left-died-out, women)
	joined = members - was.members - came + away + left + died + out
	if s.Period.Span == data.SpanYear {
		was.women, was.members = women, members
		was.software = min(was.software+4, 97)
		r.strength[row.Unit.ID] = was
	}
	branches := int64(row.branches)
	of := func(percent int) int64 { return r.share(members, percent, percent+1) }
	catholics := members * int64(was.catholic) / 100
	groupBest, groupGood := branches*2/10, branches*6/10
	groupFair := branches - groupBest - groupGood
	all := map[string]int64{
		"A1": branches + int64(r.dice.IntN(3)),
		"B1": women, "B2": members, "B3": r.share(members, 88, 99), "B5.1": joined, "B5.2": came, "B6.1": away, "B6.2": left, "B6.3": died, "B6.4": out,
		"B7": of(was.core), "B8": was.honorary, "B8.1": 0, "B9": was.minority, "B10": catholics + 40, "B10.1": catholics, "B10.2": 30, "B10.3": 0,
		"B11": of(was.party), "B12": of(was.meeting), "B13": of(was.software),
		"H2.1": int64(2 + r.dice.IntN(6)), "H2.2": int64(r.dice.IntN(3)),
		"F2.5": 0, "F4.1": groupBest, "F4.2": groupGood, "F4.3": groupFair, "F4.4": 0, "F4.5": 0,
	}
	return all
}
