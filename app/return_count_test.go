package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// enteredByHand are sources whose records the program does not hold: members by name, courses by the unit that opened them, ratings of tổ,
// and units that were meant to have no rating as against those that have none yet.
var enteredByHand = map[string]bool{
	"members.honorary": true, "members.honorary_men": true, "members.introduced": true, "members.admitted": true, "training.courses": true,
	"ratings.base.5": true, "ratings.branch.5": true,
	"ratings.group.1": true, "ratings.group.2": true, "ratings.group.3": true, "ratings.group.4": true, "ratings.group.5": true,
}

func TestSourcesOfTheFormAreCounted(t *testing.T) {
	for _, c := range must(shippedColumns())(t) {
		switch {
		case c.Source == "":
		case enteredByHand[c.Source]:
			if c.Kind != data.Entered || hasCounter(c.Source) {
				t.Errorf("%s names %s, which is entered by hand, but is %s", c.Code, c.Source, c.Kind)
			}
		case c.Kind != data.Counted || !hasCounter(c.Source):
			t.Errorf("%s is %s from %s; want it counted by a counter", c.Code, c.Kind, c.Source)
		}
	}
}

// The year 2024 in the hamlet. B2 goes up into B1 on 01/05, so what B2 did counts at B1 and B2 has no row.
func TestTheMovementAndInspectionsAreCounted(t *testing.T) {
	h := newHamlet(t)
	h.merge(t)
	scale := func(level data.Level) UnitScale { return must(h.UnitScales(t.Context(), level))(t)[0] }
	bases, branches := scale(data.BaseUnit), scale(data.Branch)
	pairKinds := map[string]int64{}
	for _, k := range must(h.db.PairKinds(t.Context()))(t) {
		pairKinds[k.Code] = k.ID
	}

	h.model(t, data.OneAndOne, "B1", "2023", "")
	pairedB2 := h.model(t, data.OneAndOne, "B2", "06/2023", "")
	endedA2 := h.model(t, data.OneAndOne, "A2", "2023", "31/03/2024")
	h.model(t, data.OneAndOne, "A3.1", "10/02/2024", "")
	h.model(t, data.ThreeAndThree, "A1.1", "2023", "")
	h.model(t, data.ThreeAndThree, "A1.1", "2024", "")
	h.model(t, data.ThreeAndThree, "A1.2", "2024", "")
	h.model(t, data.ThreeAndThree, "A2", "2024", "")
	special := map[string]data.Model{}
	for _, unit := range []string{"A1", "A2", "B2"} {
		special[unit] = h.model(t, data.SpecialGroup, unit, "2023", "")
	}
	h.write(t, func(tx *data.Tx) error {
		term := data.Term{Name: "Nhiệm kỳ thử", FirstDay: onDay("01/01/2022"), LastDay: onDay("31/12/2026")}
		if err := tx.Insert(&term); err != nil {
			return err
		}
		round := data.Round{TermID: term.ID, Rhythm: data.Extra, Name: "Kiểm tra", PeriodFrom: onDay("01/01/2024"), PeriodTo: onDay("31/12/2024"), DueOn: onDay("31/12/2024")}
		if err := tx.Insert(&round); err != nil {
			return err
		}
		visit := func(unit, on string, change func(*data.Visit)) data.Visit {
			v := data.Visit{RoundID: round.ID, UnitID: h.unit[unit], Origin: data.Besides, PlannedOn: onDay("01/06/2024"), DoneOn: onDay(on)}
			if change != nil {
				change(&v)
			}
			if err := tx.Insert(&v); err != nil {
				t.Fatal(err)
			}
			return v
		}
		visitA1 := visit("A1", "01/04/2024", nil)
		visit("A1", "10/10/2024", nil)
		visitB2 := visit("B2", "01/03/2024", nil)
		visit("B1", "", nil) // planned, not held
		visitBefore := visit("A3", "30/12/2023", nil)
		again := visit("A1", "01/09/2024", func(v *data.Visit) { v.Origin, v.RecheckOf = data.Rechecks, visitA1.ID })
		visit("A2", "02/04/2024", func(v *data.Visit) { v.Halt, v.HaltReason = data.Cancelled, "Trùng lịch" })

		two, one := special["A1"], special["B2"]
		two.Members, one.Members = data.Of(30), data.Of(12)
		records := []data.Record{
			&two, &one,
			&data.ModelReview{ModelID: special["A1"].ID, ReviewedOn: onDay("01/06/2024"), Reviewer: "Hội LHPN huyện A", Effective: true},
			&data.ModelReview{ModelID: special["A2"].ID, ReviewedOn: onDay("15/06/2023"), Reviewer: "Hội LHPN huyện A", Effective: true},
			&data.ModelReview{ModelID: special["B2"].ID, ReviewedOn: onDay("15/06/2024"), Reviewer: "Hội LHPN huyện B"},

			&data.Pair{ModelID: pairedB2.ID, KindID: pairKinds["a"], Helper: "Chi hội 1", Helped: "Chi hội 2", StartedOn: onDay("2023")},
			&data.Pair{ModelID: pairedB2.ID, KindID: pairKinds["a"], Helper: "Chi hội 1", Helped: "Chi hội 3", StartedOn: onDay("2023"), EndedOn: onDay("31/05/2024")},
			&data.Pair{ModelID: pairedB2.ID, KindID: pairKinds["e"], Helper: "Hội viên 1", Helped: "Hội viên 2", StartedOn: onDay("2024")},
			&data.Pair{ModelID: endedA2.ID, KindID: pairKinds["a"], Helper: "Chi hội 1", Helped: "Chi hội 2", StartedOn: onDay("2023")},

			&data.Activity{UnitID: h.unit["A1"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, Topic: "Kỹ năng", HeldOn: onDay("08/03/2024"), Participants: data.Of(50)},
			&data.Activity{UnitID: h.unit["A1"], Kind: data.ActivityKnowledge, Occasion: OccasionOctober, Topic: "Kỹ năng", HeldOn: onDay("20/10/2024")},
			&data.Activity{UnitID: h.unit["B2"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, Topic: "Kỹ năng", HeldOn: onDay("03/2024"), Participants: data.Of(20)},
			&data.Activity{UnitID: h.unit["A1"], Kind: data.ActivityContest, Occasion: OccasionMarch, Topic: "Hội thi", HeldOn: onDay("08/03/2024"), Participants: data.Of(40)},
			&data.Activity{UnitID: h.unit["A1"], Kind: data.ActivityKnowledge, Topic: "Kỹ năng", HeldOn: onDay("08/05/2024"), Participants: data.Of(40)},
			&data.Activity{UnitID: h.unit["A1"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, Topic: "Kỹ năng", HeldOn: onDay("08/03/2023"), Participants: data.Of(40)},

			&data.Meeting{UnitID: h.unit["A1.1"], HeldOn: onDay("05/02/2024"), Leader: data.LeaderChair},
			&data.Meeting{UnitID: h.unit["A1.1"], HeldOn: onDay("05/05/2024")},
			&data.Meeting{UnitID: h.unit["B2.1"], HeldOn: onDay("05/02/2024"), Leader: data.LeaderDeputy},

			&data.UnitAward{UnitID: h.unit["A1"], Title: "Cờ thi đua của UBND tỉnh", GrantedOn: onDay("2024")},
			&data.UnitAward{UnitID: h.unit["A1"], Title: "Giấy khen của Hội cấp tỉnh", GrantedOn: onDay("08/03/2024")},
			&data.UnitAward{UnitID: h.unit["A1"], Title: "Giấy khen của Hội cấp tỉnh", GrantedOn: onDay("20/10/2024")},
			&data.UnitAward{UnitID: h.unit["B2"], Title: "Bằng khen của Trung ương Hội", GrantedOn: onDay("08/03/2024")},
			&data.UnitAward{UnitID: h.unit["A2"], Title: "Bằng khen của Trung ương Hội", GrantedOn: onDay("2023")},
		}
		for unit, outcomes := range map[string][]string{"A1": {data.OutcomeAccepted, data.OutcomePartly}, "A2": {data.OutcomePending}, "B1": {data.OutcomeRefused}} {
			for _, outcome := range outcomes {
				p := data.Proposal{UnitID: h.unit[unit], Content: data.ProposesOther, ProposedOn: onDay("01/07/2024"), Addressee: "Đảng ủy", Summary: "Đề xuất", Outcome: outcome}
				if outcome != data.OutcomePending {
					p.AnsweredOn = onDay("01/08/2024")
				}
				records = append(records, &p)
			}
		}
		for _, r := range []struct {
			unit  string
			scale UnitScale
			rank  int
			year  int
		}{{"A1", bases, 1, 2024}, {"A2", bases, 2, 2024}, {"A3", bases, 2, 2024}, {"B2", bases, 1, 2024}, {"A1", bases, 4, 2023}, {"A1.1", branches, 3, 2024}, {"B2.1", branches, 1, 2024}} {
			records = append(records, &data.UnitRating{UnitID: h.unit[r.unit], Year: r.year, SchemeID: r.scale.ID, LevelID: r.scale.Levels[r.rank-1].ID})
		}
		records = append(records, &data.UnitRating{UnitID: h.unit["A1.2"], Year: 2024, SchemeID: branches.ID}) // begun, no level yet
		remedy := func(visit data.Visit, due string, change func(*data.Remedy)) {
			m := data.Remedy{VisitID: visit.ID, UnitID: visit.UnitID, Action: "Khắc phục", DueOn: onDay(due)}
			if change != nil {
				change(&m)
			}
			records = append(records, &m)
		}
		remedy(visitA1, "30/06/2024", func(m *data.Remedy) { m.DoneOn = onDay("01/06/2024") })
		remedy(visitA1, "30/06/2024", func(m *data.Remedy) {
			m.DoneOn, m.CheckedOn, m.CheckedIn, m.Verdict = onDay("01/06/2024"), onDay("01/09/2024"), again.ID, data.RemedyPartly
		})
		remedy(visitA1, "01/02/2025", nil)
		remedy(visitA1, "30/06/2024", func(m *data.Remedy) { m.WithdrawnOn, m.WithdrawnReason = onDay("01/07/2024"), "Không còn phù hợp" })
		remedy(visitB2, "01/12/2024", func(m *data.Remedy) { m.DoneOn = onDay("05/01/2025") })
		remedy(visitBefore, "30/06/2024", nil)
		for _, record := range records {
			insert := tx.Insert
			if record == records[0] || record == records[1] {
				insert = tx.Update
			}
			if err := insert(record); err != nil {
				t.Fatalf("%T: %v", record, err)
			}
		}
		return nil
	})

	period := must(h.OpenReturnPeriod(t.Context(), 2024, data.SpanYear, SuggestedDue(2024, data.SpanYear)))(t)
	s := sheet(t, h.Office, period, 0)
	for _, want := range []struct {
		code, unit string
		n          int64
		why        string
	}{
		{"D1", "P", 2, "B1, in which two communes with the model became one, and A3 by its chi hội; that of A2 ended in March"},
		{"D1", "B1", 1, "two models, one commune"},
		{"D1.1", "P", 1, "one pair ended in May, one belongs to the model that ended"},
		{"D1.1", "B1", 1, "the pair of B2"},
		{"D1.5", "B1", 1, "the other pair of B2"},
		{"D1.2", "P", 0, "no such pair"},
		{"D2", "P", 2, "A1.1, which has two models, and A1.2; the model of A2 is of no chi hội"},
		{"D3", "P", 3, "A1, A2 and B2"},
		{"D3.1", "P", 42, "30 in A1 and 12 in B2; A2 did not say"},
		{"D3.2", "P", 1, "A1; the review of A2 is older than twelve months, that of B2 was not good"},
		{"E1", "P", 3, "two in A1, one in B2; a contest, one at no occasion and one of 2023 do not count"},
		{"E1.1", "A1", 50, "50 in March; how many came in October is not known"},
		{"E1.1", "B1", 20, "the activity of B2, before it went up into B1"},
		{"E2", "P", 4, "all that were made"},
		{"E2.1", "P", 2, "one accepted, one in part"},
		{"E3", "P", 3, "two in A1.1, one in B2.1"},
		{"E3.1", "P", 2, "with the chair and with the deputy"},
		{"F1.1", "P", 1, "A1; B2 is gone by the end of the year"},
		{"F1.2", "A", 2, "A2 and A3"},
		{"F1.4", "P", 0, "that of A1 is of 2023"},
		{"F2.3", "A1", 1, "A1.1; A1.2 has no level yet"},
		{"F2.1", "P", 1, "B2.1, which stands below B1 now"},
		{"G1", "P", 3, "two in A1, one in B2; not the recheck, the cancelled one, the planned one and that of 2023"},
		{"G1.1", "P", 2, "A1 and, for B2, B1"},
		{"G2", "P", 4, "three of A1 without the withdrawn one, one of B2; not the one from the visit of 2023"},
		{"G2.1", "P", 1, "the first of A1; the recheck found the second done only in part, that of B2 was done in January"},
		{"G2.2", "A1", 1, "the second; the third is due in February"},
		{"G2.2", "B1", 1, "that of B2, open on the last day"},
		{"H1.4", "P", 1, "the flag of A1"},
		{"H1.5", "B1", 1, "that of B2; that of A2 is of 2023"},
		{"H1.6", "A1", 2, "two in the year"},
	} {
		if got := s.Value(h.unit[want.unit], want.code); !got.Known || got.Num != want.n {
			t.Errorf("%s of %s is %+v, want %d: %s", want.code, want.unit, got, want.n, want.why)
		}
	}
	if v := s.Value(h.unit["P"], "F1.5"); v.Known {
		t.Errorf("units without a rating are %d, want them asked for: none yet is not none", v.Num)
	}

	// What was typed before the program counted gives way.
	h.write(t, func(tx *data.Tx) error {
		return tx.Insert(&data.Figure{PeriodID: period.ID, UnitID: h.unit["A1"], Code: "E1", Value: data.Of(9)})
	})
	if v := sheet(t, h.Office, period, 0).Value(h.unit["A1"], "E1"); v.Num != 2 {
		t.Errorf("with 9 typed the activities of A1 are %d, want the 2 of the records", v.Num)
	}
	if err := h.ChooseReading(t.Context(), "CT1.3", "ever"); err != nil {
		t.Fatal(err)
	}
	if v := sheet(t, h.Office, period, 0).Value(h.unit["P"], "D3.2"); v.Num != 2 {
		t.Errorf("read as effective however long ago, %d models are, want 2: A1 and A2", v.Num)
	}
	counted := must(h.db.CountByUnit(t.Context(), data.Span{From: period.FirstDay, On: day.Of(2024, 12, 31)}, data.Count{Source: data.CountVisits}))(t)
	if counted[h.unit["A1"]] != 2 || counted[h.unit["A2"]] != 0 {
		t.Errorf("a target counts %v inspections, want 2 of A1 and none of A2, whose visit was cancelled", counted)
	}
}
