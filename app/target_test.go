package app

import (
	"fmt"
	"slices"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// hamlet is a province made by hand: two districts, A with the communes A1, A2, A3 and B with B1, B2; of these B2 goes up into B1 on
// 01/05/2024. Each commune has a branch "1", A1 and A2 a second one. Ids by name.
type hamlet struct {
	*Office
	unit map[string]int64
}

func newHamlet(t *testing.T) hamlet {
	t.Helper()
	o := openAt(t, t.TempDir()+"/cosohoi.db", OpenOptions{Create: true, Now: at(day.Of(2025, 1, 15))})
	h := hamlet{o, map[string]int64{}}
	h.write(t, func(tx *data.Tx) error {
		add := func(name string, level data.Level, above, kind string) {
			id, err := addUnit(tx, level, data.UnitState{ParentID: h.unit[above], Kind: kind, Name: name})
			if err != nil {
				t.Fatal(err)
			}
			h.unit[name] = id
		}
		add("P", data.Province, "", "tỉnh")
		for _, d := range []struct {
			name     string
			communes []string
		}{{"A", []string{"A1", "A2", "A3"}}, {"B", []string{"B1", "B2"}}} {
			add(d.name, data.District, "P", "huyện")
			for _, c := range d.communes {
				add(c, data.BaseUnit, d.name, "xã")
				add(c+".1", data.Branch, c, "chi hội")
				if c == "A1" || c == "A2" {
					add(c+".2", data.Branch, c, "chi hội")
				}
			}
		}
		return tx.Insert(&data.Position{Code: branchHead, Name: "Chi hội trưởng", Level: data.Branch, Rank: 1, Single: true})
	})
	return h
}

func (h hamlet) write(t *testing.T, do func(*data.Tx) error) {
	t.Helper()
	if _, err := h.db.Write(t.Context(), "Thử", do); err != nil {
		t.Fatal(err)
	}
}

// merge puts B2 into B1 from 01/05/2024.
func (h hamlet) merge(t *testing.T) {
	t.Helper()
	_, err := h.Reorganise(t.Context(), Reorganisation{Name: "Nhập B2 vào B1", Basis: "Nghị quyết thử", On: day.Of(2024, 5, 1),
		Steps: []Step{{Kind: data.Merging, From: []int64{h.unit["B2"]}, Unit: h.unit["B1"]}}})
	if err != nil {
		t.Fatal(err)
	}
}

// model adds a model of a kind of the plan from one day to another, "" for still.
func (h hamlet) model(t *testing.T, kind, unit, from, to string) data.Model {
	t.Helper()
	kinds, err := h.ModelKinds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(kinds, func(k data.ModelKind) bool { return k.Code == kind })
	m := data.Model{KindID: kinds[at].ID, UnitID: h.unit[unit], StartedOn: onDay(from), EndedOn: onDay(to)}
	h.write(t, func(tx *data.Tx) error { return tx.Insert(&m) })
	return m
}

func onDay(text string) day.Date {
	if text == "" {
		return day.Date{}
	}
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// value is what a target comes to on a day by a reading in a unit: "3/5", with what has not reported "3/5 (1)".
func (h hamlet) value(t *testing.T, code, reading, on, unit string) string {
	t.Helper()
	if _, plan := planReadings[code]; plan {
		if err := h.ChooseReading(t.Context(), code, reading); err != nil {
			t.Fatal(err)
		}
	}
	measured, err := h.MeasureTargets(t.Context(), TargetQuery{On: onDay(on)})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range measured {
		if m.Code == code {
			v := m.Of(h.unit[unit])
			text := fmt.Sprintf("%d/%d", v.Numerator, v.Denominator)
			if v.Unreported > 0 {
				text += fmt.Sprintf(" (%d)", v.Unreported)
			}
			return text
		}
	}
	t.Fatalf("no target %s", code)
	return ""
}

type worth struct{ reading, on, unit, value string }

func (h hamlet) check(t *testing.T, code string, want []worth) {
	t.Helper()
	for _, w := range want {
		if got := h.value(t, code, w.reading, w.on, w.unit); got != w.value {
			t.Errorf("%s by %q on %s in %s: got %s, want %s", code, w.reading, w.on, w.unit, got, w.value)
		}
	}
}

// CT1.1. A1 has a running model; that of A2 ended on 31/03/2024, yet A2 has reported, since it ran in the year; A3 has one in its branch; B1 has
// nothing and has not reported; B2 has a model and goes up into B1 on 01/05.
func TestModelsOfAUnitThatEndsCountForItsSuccessor(t *testing.T) {
	h := newHamlet(t)
	a1 := h.model(t, data.OneAndOne, "A1", "05/2023", "")
	h.model(t, data.OneAndOne, "A2", "2023", "31/03/2024")
	h.model(t, data.OneAndOne, "A3.1", "10/02/2024", "")
	h.model(t, data.OneAndOne, "B2", "01/06/2023", "")
	h.merge(t)
	h.write(t, func(tx *data.Tx) error {
		return tx.Insert(&data.Pair{ModelID: a1.ID, KindID: 1, HelperUnitID: h.unit["A1.1"], HelpedUnitID: h.unit["A1.2"], StartedOn: onDay("06/2023"), EndedOn: onDay("31/05/2024")})
	})
	h.check(t, "CT1.1", []worth{
		{"running", "31/12/2023", "P", "3/5 (2)"}, // A1, A2, B2 of five; A3 and B1 have no record yet in 2023
		{"running", "31/03/2024", "P", "4/5 (1)"}, // the last day of the model of A2
		{"running", "30/04/2024", "P", "3/5 (1)"}, // A1, A3, B2; A2 has reported, B1 has not
		{"running", "30/04/2024", "A", "2/3"},
		{"running", "30/04/2024", "B", "1/2 (1)"},
		{"running", "30/04/2024", "B1", "0/1 (1)"},
		{"running", "01/05/2024", "P", "3/4"}, // four communes left; B1 has the model of B2
		{"running", "01/05/2024", "B1", "1/1"},
		{"running", "01/05/2024", "B2", "0/0"},    // no longer there
		{"pairs", "31/05/2024", "P", "1/4"},       // the pair of A1
		{"pairs", "01/06/2024", "P", "0/4"},       // and it ended
		{"running", "31/12/2022", "P", "0/5 (5)"}, // nobody had anything
	})
	if state := (Target{Goal: 100, Readings: planReadings["CT1.1"]}).State(TargetValue{Numerator: 3, Denominator: 5, Unreported: 1}); state != TargetMissed {
		t.Errorf("3 of 5 with one unreported: %s; with the one it would be 4, still short of all", state)
	}
	if state := (Target{Goal: 60, Readings: planReadings["CT1.1"]}).State(TargetValue{Numerator: 2, Denominator: 5, Unreported: 1}); state != TargetUnreported {
		t.Errorf("2 of 5 with one unreported and a goal of 60 %%: %s; with the one it would be reached", state)
	}
}

// A report of the district answers for its communes.
func TestAReportOfTheDistrictAnswersForItsCommunes(t *testing.T) {
	h := newHamlet(t)
	h.check(t, "CT1.1", []worth{{"running", "30/06/2024", "A", "0/3 (3)"}})
	if err := h.SaveReceivedPaper(t.Context(), data.ReceivedPaper{UnitID: h.unit["A"], Kind: data.PaperHalfYear, Year: 2024, ReceivedOn: onDay("05/07/2024")}); err != nil {
		t.Fatal(err)
	}
	h.check(t, "CT1.1", []worth{{"running", "30/06/2024", "A", "0/3"}, {"running", "30/06/2024", "P", "0/5 (2)"}, {"running", "31/12/2023", "A", "0/3 (3)"}})
}

// CT1.2: A1 has the model at its branch with four points of six, A2 with all.
func TestThreeAndThreeMayAskForAllPoints(t *testing.T) {
	h := newHamlet(t)
	for unit, met := range map[string]int64{"A1.1": 0b001111, "A2.2": 0b111111} {
		m := h.model(t, data.ThreeAndThree, unit, "01/01/2024", "")
		if err := h.SaveReview(t.Context(), data.ModelReview{ModelID: m.ID, ReviewedOn: onDay("01/06/2024"), Reviewer: "Hội LHPN xã", Met: met}); err != nil {
			t.Fatal(err)
		}
	}
	h.check(t, "CT1.2", []worth{
		{"running", "30/06/2024", "P", "2/5 (3)"},
		{"complete", "31/05/2024", "P", "0/5 (3)"}, // not reviewed yet; A1 and A2 have reported
		{"complete", "30/06/2024", "P", "1/5 (3)"},
	})
}

// CT1.3: the model of A1 was found effective on 01/03/2023 and not reviewed again; that of A2 effective in 2023, not so in 02/2024.
func TestAReviewLapses(t *testing.T) {
	h := newHamlet(t)
	a1, a2 := h.model(t, data.SpecialGroup, "A1", "2022", ""), h.model(t, data.SpecialGroup, "A2", "2022", "")
	h.write(t, func(tx *data.Tx) error {
		for _, v := range []data.ModelReview{
			{ModelID: a1.ID, ReviewedOn: onDay("01/03/2023"), Effective: true},
			{ModelID: a2.ID, ReviewedOn: onDay("15/06/2023"), Effective: true},
			{ModelID: a2.ID, ReviewedOn: onDay("20/02/2024")},
		} {
			v.Reviewer = "Hội LHPN huyện A"
			if err := tx.Insert(&v); err != nil {
				return err
			}
		}
		return nil
	})
	h.check(t, "CT1.3", []worth{
		{"months12", "31/12/2023", "A", "2/3 (1)"},
		{"months12", "29/02/2024", "A", "1/3 (1)"}, // the last day of the twelve months of A1; A2 is no longer effective
		{"months12", "01/03/2024", "A", "0/3 (1)"},
		{"year", "31/12/2023", "A", "2/3 (1)"},
		{"year", "29/02/2024", "A", "0/3 (1)"},
		{"ever", "01/03/2024", "A", "1/3 (1)"},
	})
}

// CT2. Chi hội trưởng on 30/06/2024: one in the Party since 2020; "in" admitted on 03/09/2023; "course" with the course of 10/2023; "none" with
// nothing, in A3; "first" with the first step alone, in B1. Of B2 one left on 31/12/2023 after the course of 08/2023; who came on
// 01/01/2024 had been admitted on 01/11/2023, before she took the post.
func TestBranchHeadsOnTheWayToTheParty(t *testing.T) {
	h := newHamlet(t)
	h.write(t, func(tx *data.Tx) error {
		positions, err := tx.Positions(t.Context())
		if err != nil {
			return err
		}
		for _, c := range []struct {
			name, unit, from, to, party string
			step                        data.PartyStage
			taken                       string
		}{
			{"before", "A1.1", "2021", "", "05/2020", "", ""},
			{"in", "A1.2", "2021", "", "03/09/2023", "", ""},
			{"course", "A2.1", "2021", "", "", data.StageCourse, "10/2023"},
			{"none", "A3.1", "2021", "", "", "", ""},
			{"first", "B1.1", "2021", "", "", data.StageOutstanding, "10/2023"},
			{"left", "B2.1", "2021", "31/12/2023", "", data.StageCourse, "08/2023"},
			{"came", "B2.1", "01/01/2024", "", "01/11/2023", "", ""},
		} {
			cadre := data.Cadre{FullName: c.name, Female: true, PartyProbationOn: onDay(c.party)}
			if err := tx.Insert(&cadre); err != nil {
				return err
			}
			if err := tx.Insert(&data.Appointment{CadreID: cadre.ID, UnitID: h.unit[c.unit], PositionID: positions[0].ID, StartedOn: onDay(c.from), EndedOn: onDay(c.to)}); err != nil {
				return err
			}
			if c.step != "" {
				if err := tx.Insert(&data.PartyStep{CadreID: cadre.ID, Step: c.step, TakenOn: onDay(c.taken)}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	h.check(t, "CT2", []worth{
		{"start", "31/01/2023", "P", "0/5"}, // in, course, none, first, left; nobody did anything on that day
		{"start", "30/06/2024", "P", "2/4"}, // in, course of in, course, none, first; "came" was in the Party when she took the post
		{"start", "30/06/2024", "A", "2/3"},
		{"start", "30/06/2024", "A1", "1/1"},
		{"now", "30/06/2024", "P", "1/3"},    // course of course, none, first
		{"cohort", "30/06/2024", "P", "3/5"}, // in, course, left of the five of the first day
	})
}

// CT3.1 in 2024. A1 has one at each occasion; A2 two at 8/3; A3 a contest, which is no lesson; B2 had one at 8/3 before it went up into B1, which
// has one at 20/10.
func TestActivitiesOfTheYear(t *testing.T) {
	h := newHamlet(t)
	h.merge(t)
	h.write(t, func(tx *data.Tx) error {
		for _, a := range []data.Activity{
			{UnitID: h.unit["A1"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, HeldOn: onDay("07/03/2024"), Partners: "Trạm Y tế"},
			{UnitID: h.unit["A1.1"], Kind: data.ActivityKnowledge, Occasion: OccasionOctober, HeldOn: onDay("18/10/2024"), Partners: "Hội Nông dân"},
			{UnitID: h.unit["A2"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, HeldOn: onDay("05/03/2024")},
			{UnitID: h.unit["A2"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, HeldOn: onDay("03/2024")},
			{UnitID: h.unit["A3"], Kind: data.ActivityContest, Occasion: OccasionMarch, HeldOn: onDay("08/03/2024")},
			{UnitID: h.unit["B2"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, HeldOn: onDay("08/03/2024")},
			{UnitID: h.unit["B1"], Kind: data.ActivityKnowledge, Occasion: OccasionOctober, HeldOn: onDay("20/10/2024")},
			{UnitID: h.unit["A3"], Kind: data.ActivityKnowledge, Occasion: OccasionMarch, HeldOn: onDay("08/03/2023")}, // another year
		} {
			a.Topic = "Chăm sóc sức khỏe"
			if err := tx.Insert(&a); err != nil {
				return err
			}
		}
		return nil
	})
	h.check(t, "CT3.1", []worth{
		{"together", "30/04/2024", "P", "1/5 (1)"}, // A2 alone; B1 has not reported
		{"together", "30/06/2024", "P", "1/4"},     // B1 has one now, that of B2
		{"together", "31/12/2024", "P", "3/4"},     // A1, A2, B1
		{"each", "31/12/2024", "P", "0/4"},
		{"partners", "31/12/2024", "P", "1/4"}, // A1
		{"together", "31/12/2023", "P", "0/5 (4)"},
	})
}

// CT3.2 in 2024: A1 asks to take part in a programme, A2 for a computer, A3 did so in 2023; B2 had a proposal before it went up into B1.
func TestProposalsOfTheYear(t *testing.T) {
	h := newHamlet(t)
	h.merge(t)
	h.write(t, func(tx *data.Tx) error {
		for _, p := range []data.Proposal{
			{UnitID: h.unit["A1"], Content: data.ProposesProgramme, ProposedOn: onDay("02/2024")},
			{UnitID: h.unit["A2"], Content: data.ProposesResource, ProposedOn: onDay("10/06/2024")},
			{UnitID: h.unit["A3"], Content: data.ProposesProgramme, ProposedOn: onDay("2023")},
			{UnitID: h.unit["B2"], Content: data.ProposesParty, ProposedOn: onDay("15/01/2024")},
		} {
			p.Addressee, p.Summary, p.Outcome = "Đảng ủy xã", "Thử", data.OutcomePending
			if err := tx.Insert(&p); err != nil {
				return err
			}
		}
		return nil
	})
	h.check(t, "CT3.2", []worth{
		{"any", "31/12/2024", "P", "3/4 (1)"}, // A1, A2, B1; A3 has not reported in 2024
		{"any", "31/05/2024", "P", "2/4 (2)"},
		{"programme", "31/12/2024", "P", "2/4 (1)"},
		{"any", "31/12/2023", "A", "1/3 (2)"},
	})
}

// CT4 on 30/06/2024: heads of A1.1, A1.2, A2.1 and B1.1. That of A1.1 is paid from 01/2024 on; the district B asked for all its heads in 2023.
func TestAllowancesAskedForAndPaid(t *testing.T) {
	h := newHamlet(t)
	h.write(t, func(tx *data.Tx) error {
		positions, err := tx.Positions(t.Context())
		if err != nil {
			return err
		}
		for _, unit := range []string{"A1.1", "A1.2", "A2.1", "B1.1"} {
			cadre := data.Cadre{FullName: "Chị " + unit, Female: true}
			if err := tx.Insert(&cadre); err != nil {
				return err
			}
			if err := tx.Insert(&data.Appointment{CadreID: cadre.ID, UnitID: h.unit[unit], PositionID: positions[0].ID, StartedOn: onDay("2021")}); err != nil {
				return err
			}
			if unit == "A1.1" {
				if err := tx.Insert(&data.Allowance{CadreID: cadre.ID, Amount: 300_000, Source: "NQ 12", FromMonth: onDay("01/2024")}); err != nil {
					return err
				}
			}
		}
		return tx.Insert(&data.Proposal{UnitID: h.unit["B"], Content: data.ProposesAllowance, ProposedOn: onDay("20/12/2023"), Addressee: "UBND huyện", Summary: "Chế độ", Outcome: data.OutcomePending})
	})
	h.check(t, "CT4", []worth{
		{"proposed", "30/06/2024", "P", "2/4"}, // paid A1.1, asked for B1.1
		{"proposed", "30/06/2024", "B", "1/1"},
		{"proposed", "30/11/2023", "P", "0/4"}, // before both
		{"paid", "30/06/2024", "P", "1/4"},
		{"paid", "31/12/2023", "P", "0/4"},
	})
}

// A target of the office's own, stored as the form stores it, counts like the same one of the plan; and one that is a number.
func TestOwnTargets(t *testing.T) {
	h := newHamlet(t)
	h.model(t, data.OneAndOne, "A1", "05/2023", "")
	h.model(t, data.OneAndOne, "A1.1", "05/2023", "")
	own := func(code string, goal float64, d Definition) {
		t.Helper()
		if err := h.SaveTarget(t.Context(), data.Target{Code: code, Name: "Thử " + code, Goal: goal, FirstDay: day.Of(2023, 1, 1), LastDay: day.Of(2024, 12, 31)}, d); err != nil {
			t.Fatal(err)
		}
	}
	own("CT5", 100, ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.OneAndOne))))
	own("CT6", 2, Definition{Of: string(data.BaseUnit), Total: &data.Count{Source: data.CountModels, Where: []data.Condition{is(data.FieldKind, data.OneAndOne)}}, Period: OnTheDay})
	own("CT7", 50, ofBaseUnits(OnTheDay, has(data.CountModels, 2)))
	on := "30/06/2024"
	if plan, same := h.value(t, "CT1.1", "running", on, "P"), h.value(t, "CT5", "", on, "P"); plan != "1/5 (4)" || same != plan {
		t.Errorf("the plan counts %s, the same target of the office %s", plan, same)
	}
	h.check(t, "CT6", []worth{{"", on, "P", "2/0"}, {"", on, "A1", "2/0"}, {"", on, "B", "0/0"}})
	h.check(t, "CT7", []worth{{"", on, "P", "1/5 (4)"}})
	if err := h.SaveTarget(t.Context(), data.Target{Code: "CT2", Name: "Trùng mã", Goal: 1}, ofBaseUnits(OnTheDay, has(data.CountNews, 1))); err == nil {
		t.Error("a code of the plan was taken for another target")
	}
	targets, err := h.Targets(t.Context(), day.Of(2025, 1, 1))
	if err != nil || len(targets) != 7 {
		t.Errorf("after their last day there are %d targets (%v), want the seven of the plan", len(targets), err)
	}
}

// TestEverySourceCanBeMeasured asks for each sort of record with each of its conditions, by unit and by holder of a post.
func TestEverySourceCanBeMeasured(t *testing.T) {
	h := newHamlet(t)
	sources, err := h.MeasureSources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	span := data.Span{From: day.Of(2024, 1, 1), On: day.Of(2024, 12, 31)}
	p, err := h.place(t.Context(), span.On)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sources {
		count := data.Count{Source: s.ID}
		for _, f := range s.Fields {
			w := data.Condition{Field: f.ID, AtLeast: 1}
			for _, v := range f.Values {
				w.Is = append(w.Is, v.ID)
			}
			if f.Number {
				if _, err := h.db.CountByUnit(t.Context(), span, data.Count{Source: s.ID, Sum: f.ID}); err != nil {
					t.Errorf("%s: sum of %s: %v", s.ID, f.ID, err)
				}
			}
			count.Where = append(count.Where, w)
		}
		for _, of := range []string{string(data.BaseUnit), heads} {
			if _, err := p.evaluate(t.Context(), h.db.Reader, Definition{Of: of, Tests: []Test{{Count: count, AtLeast: 2}}, Period: ThisYear}, span); err != nil {
				t.Errorf("%s of %s: %v", s.ID, of, err)
			}
		}
		if s.Name == "" || sources.describe(ofBaseUnits(ThisYear, Test{Count: count}), "cơ sở Hội") == "" {
			t.Errorf("%s has no words", s.ID)
		}
	}
}
