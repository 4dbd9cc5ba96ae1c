package app

import (
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestReasonsForAVisit(t *testing.T) {
	on := day.Of(2024, 7, 15)
	for _, c := range []struct {
		candidate Candidate
		weight    int
		reasons   string
		why       string
	}{
		{Candidate{}, 64, "Chưa được kiểm tra lần nào", "never in the term (40), and longer ago than anybody (24)"},
		{Candidate{LastVisit: day.Of(2021, 12, 1)}, 64, "Chưa được kiểm tra trong nhiệm kỳ; lần gần nhất 01/12/2021", "31 months are 25 over six, of which 24 count"},
		{Candidate{LastVisit: day.Of(2023, 7, 20), InTerm: true, Own: true}, 5, "Đã 11 tháng chưa kiểm tra lại, từ 20/07/2023", "eleven whole months are five over six"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true}, 20, "Tỉnh chưa trực tiếp kiểm tra trong nhiệm kỳ", "its district was there, the province was not"},
		{Candidate{LastVisit: day.Of(2024, 1, 15), InTerm: true, Own: true}, 0, "", "six months to the day: fresh"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Open: 2}, 10, "2 kiến nghị chưa khắc phục", "five each"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Open: 7, Late: 1}, 27, "7 kiến nghị chưa khắc phục, 1 quá hạn", "three count, and twelve for the late one"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Level: LevelFailed}, 25, "Lần kiểm tra trước chưa đạt", "the form"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Level: LevelPassed}, 10, "Lần kiểm tra trước chỉ ở mức đạt", "the form"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Level: LevelFair}, 0, "", "khá is no reason"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Unit: data.UnitOn{Hardship: true, Religious: true}}, 25, "Đơn vị khó khăn\nCó đông đồng bào có đạo", "the flags of the unit"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Rating: data.LatestUnitRating{Year: 2023, Level: "Không hoàn thành nhiệm vụ"}}, 20, "Xếp loại năm 2023: không hoàn thành nhiệm vụ", "the worst level"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Rating: data.LatestUnitRating{Year: 2023, Level: "Hoàn thành nhiệm vụ", Worse: 1}}, 8, "Xếp loại năm 2023: hoàn thành nhiệm vụ", "only one level is worse"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Rating: data.LatestUnitRating{Year: 2023, Level: "Hoàn thành tốt nhiệm vụ", Worse: 2}}, 0, "", "a good rating is no reason"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Missed: []string{"CT1.1", "CT2"}}, 6, "Chưa đạt 2 chỉ tiêu: CT1.1, CT2", "three each"},
		{Candidate{LastVisit: day.Of(2024, 7, 1), InTerm: true, Own: true, Missed: []string{"CT1.1", "CT1.2", "CT1.3", "CT2", "CT3.1", "CT3.2"}}, 15, "Chưa đạt 6 chỉ tiêu: CT1.1, CT1.2, CT1.3, CT2, CT3.1, CT3.2", "five count"},
	} {
		p := c.candidate.weigh(on)
		if p.Weight != c.weight || strings.Join(p.Reasons, "\n") != c.reasons {
			t.Errorf("%s: %d %q, want %d %q", c.why, p.Weight, p.Reasons, c.weight, c.reasons)
		}
	}
}

func TestProposalsOfEachDistrict(t *testing.T) {
	on := day.Of(2024, 7, 15)
	of := func(district, unit int64, last day.Date) Candidate {
		return Candidate{AboveID: district, Unit: data.UnitOn{ID: unit}, LastVisit: last, InTerm: true, Own: true}
	}
	candidates := []Candidate{
		of(1, 11, day.Of(2024, 6, 1)), of(1, 14, day.Of(2024, 5, 1)), of(1, 12, day.Of(2023, 1, 1)), of(1, 13, day.Of(2023, 6, 1)),
		of(2, 21, day.Of(2024, 6, 1)), of(2, 22, day.Of(2024, 6, 1)),
	}
	var order, chosen []int64
	for _, p := range Propose(on, candidates, 1) {
		order = append(order, p.Unit.ID)
		if p.Chosen {
			chosen = append(chosen, p.Unit.ID)
		}
	}
	if !slices.Equal(order, []int64{12, 13, 14, 11, 21, 22}) {
		t.Errorf("%v; within a district the longest ago goes first, also among equal weights; equals stay as they were, districts stay apart", order)
	}
	if !slices.Equal(chosen, []int64{12, 21}) {
		t.Errorf("chosen %v, want one of each district", chosen)
	}
}

// TestSampleOfTheHalfYear takes two communes of each district into the half year of 2024: the days are working days of July, the reasons stay.
func TestSampleOfTheHalfYear(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 6, 28)
	o := founded(t, today)
	term, _, _ := o.TermOn(ctx, today)
	rounds := must(o.db.Rounds(ctx, term.ID))(t)
	round := rounds[slices.IndexFunc(rounds, func(r data.Round) bool { return r.Name == "6 tháng đầu năm 2024" })]
	candidates := must(o.Candidates(ctx, today, round))(t)
	if len(candidates) != 226 {
		t.Fatalf("%d candidates, want the 226 communes: districts and affiliates are visited anyway", len(candidates))
	}
	var picks []Pick
	for _, p := range Propose(today, candidates, 2) {
		if p.Chosen {
			picks = append(picks, Pick{Unit: p.Unit.ID, Reasons: p.Reasons})
		}
	}
	if len(picks) != 20 {
		t.Fatalf("%d proposed, want two of each of ten districts", len(picks))
	}
	calendar := must(o.Calendar(ctx))(t)
	Spread(picks, ProposedDays(round, today, calendar))
	refused(t, o.TakeIn(ctx, round, nil), "ít nhất một đơn vị")
	round.Sample = 2
	if err := o.TakeIn(ctx, round, picks); err != nil {
		t.Fatal(err)
	}
	if kept := must(o.db.Round(ctx, round.ID))(t); kept.Sample != 2 {
		t.Errorf("the number for each district is not remembered: %d", kept.Sample)
	}
	sampled := 0
	for _, v := range must(o.VisitsOf(ctx, today, []data.Round{round}))(t) {
		if v.Origin != data.Sampled {
			continue
		}
		sampled++
		if v.Inspector.Level != data.Province || !calendar.IsWorkingDay(v.PlannedOn) || v.PlannedOn.Month != 7 || v.Reasons != "Chưa được kiểm tra lần nào" {
			t.Errorf("sample %+v", v)
		}
	}
	if sampled != 20 {
		t.Errorf("%d samples are stored", sampled)
	}
	if left := must(o.Candidates(ctx, today, round))(t); len(left) != 206 {
		t.Errorf("%d candidates are left, want 206: nobody is taken in twice", len(left))
	}
	if _, err := o.SaveTerm(ctx, term); err != nil {
		t.Fatal(err)
	}
	visits := must(o.db.Visits(ctx, []int64{round.ID}))(t)
	if n := len(slices.DeleteFunc(visits, func(v data.Visit) bool { return v.Origin != data.Sampled })); n != 20 {
		t.Errorf("planning the term again left %d samples", n)
	}
}

// TestRoundsThatTheOfficeMakes goes through a theme round: made, given a unit, changed, refused when wrong, taken back.
func TestRoundsThatTheOfficeMakes(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 8, 20)
	o := founded(t, today)
	term, _, _ := o.TermOn(ctx, today)
	theme := data.Round{TermID: term.ID, Rhythm: data.Theme, Name: "Giám sát mô hình 1+1", PeriodFrom: day.Of(2024, 9, 3), PeriodTo: day.Of(2024, 9, 30), DueOn: day.Of(2024, 9, 30)}
	wrong := theme
	wrong.DueOn = day.Of(2027, 5, 1)
	_, err := o.SaveRound(ctx, wrong)
	refused(t, err, "nhiệm kỳ 2022 - 2027")
	theme = must(o.SaveRound(ctx, theme))(t)
	before := unit(t, o, today, "14224")
	refused(t, o.TakeIn(ctx, theme, []Pick{{Unit: before.ID, On: day.Of(2024, 9, 1)}}), "trước kỳ được kiểm tra")
	gone := unit(t, o, today, "14230") // Hải Vân ends on 31/08/2024
	reorganise(t, o, shipped(t, "2024"))
	refused(t, o.TakeIn(ctx, theme, []Pick{{Unit: gone.ID, On: day.Of(2024, 9, 10)}}), "không hoạt động vào ngày 10/09/2024")
	refused(t, o.TakeIn(ctx, theme, []Pick{{Unit: before.ID, On: day.Of(2024, 9, 10)}, {Unit: gone.ID, On: day.Of(2024, 9, 11)}}), "không hoạt động")
	if n := len(must(o.db.Visits(ctx, []int64{theme.ID}))(t)); n != 0 {
		t.Fatalf("%d visits after refusals, want none", n)
	}
	if err := o.TakeIn(ctx, theme, []Pick{{Unit: before.ID, On: day.Of(2024, 9, 10)}}); err != nil {
		t.Fatal(err)
	}
	visit := must(o.db.Visits(ctx, []int64{theme.ID}))(t)[0]
	if visit.Origin != data.Besides {
		t.Errorf("origin %s", visit.Origin)
	}
	visit.NotifiedOn = today
	if _, err := o.db.Write(ctx, "thử", func(tx *data.Tx) error { return tx.Update(&visit) }); err != nil {
		t.Fatal(err)
	}
	refused(t, o.RemoveRound(ctx, theme), "không xóa được")
	refused(t, o.TakeOut(ctx, visit), "đã thông báo")
	if err := o.StepBack(ctx, visit); err != nil {
		t.Fatal(err)
	}
	theme = must(o.db.Round(ctx, theme.ID))(t)
	if err := o.RemoveRound(ctx, theme); err != nil {
		t.Fatal(err)
	}
	if n := len(must(o.db.Visits(ctx, []int64{theme.ID}))(t)); n != 0 {
		t.Errorf("%d visits of the removed round are left", n)
	}
	rounds := must(o.db.Rounds(ctx, term.ID))(t)
	refused(t, o.RemoveRound(ctx, rounds[0]), "do chương trình lập")
	_, err = o.SaveRound(ctx, rounds[0])
	refused(t, err, "do chương trình lập")
}

// TestProposalsWithoutDistricts: since 01/07/2025 every commune stands directly under the province, which visits all of them in the rounds of the
// rhythms; of a round besides them the number is for the whole province.
func TestProposalsWithoutDistricts(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2025, 8, 1)
	o := founded(t, today)
	reorganise(t, o, shipped(t, "2024"))
	reorganise(t, o, shipped(t, "2025"))
	term, _, _ := o.TermOn(ctx, today)
	rounds := must(o.db.Rounds(ctx, term.ID))(t)
	year := rounds[slices.IndexFunc(rounds, func(r data.Round) bool { return r.Name == "Năm 2025" })]
	if left := must(o.Candidates(ctx, today, year))(t); len(left) != 0 {
		t.Errorf("%d communes could be visited twice in %s", len(left), year.Name)
	}
	extra := must(o.SaveRound(ctx, data.Round{TermID: term.ID, Rhythm: data.Extra, Name: "Kiểm tra đột xuất", PeriodFrom: today, PeriodTo: day.Of(2025, 8, 31), DueOn: day.Of(2025, 8, 31)}))(t)
	candidates := must(o.Candidates(ctx, today, extra))(t)
	chosen := 0
	for _, p := range Propose(today, candidates, 5) {
		if p.Chosen {
			chosen++
		}
	}
	if len(candidates) < 57 || chosen != 5 {
		t.Errorf("%d of %d candidates are proposed, want five of at least 57", chosen, len(candidates))
	}
}

func TestDaysForARoundThatIsOver(t *testing.T) {
	round := data.Round{Rhythm: data.HalfYear, PeriodFrom: day.Of(2024, 1, 1), PeriodTo: day.Of(2024, 6, 30), DueOn: day.Of(2024, 7, 31)}
	if got := ProposedDays(round, day.Of(2024, 8, 31), Calendar{}); !slices.Equal(got, []day.Date{day.Of(2024, 9, 4)}) {
		t.Errorf("%v; after a Saturday, a Sunday and two days of Quốc khánh comes 04/09", got)
	}
	if got := ProposedDays(round, day.Of(2024, 7, 29), Calendar{}); len(got) != 3 {
		t.Errorf("%v; three working days are left of July", got)
	}
}

// A target that a commune misses is a reason to visit it; one that it did not report is none.
func TestMissedTargetsAreReasons(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 6, 28)
	o := founded(t, today)
	term, _, _ := o.TermOn(ctx, today)
	rounds := must(o.db.Rounds(ctx, term.ID))(t)
	round := rounds[slices.IndexFunc(rounds, func(r data.Round) bool { return r.Name == "6 tháng đầu năm 2024" })]
	told, silent := unit(t, o, today, "14230"), unit(t, o, today, "14224")
	missed := func() (of map[int64][]string) {
		of = map[int64][]string{}
		for _, c := range must(o.Candidates(ctx, today, round))(t) {
			of[c.Unit.ID] = c.Missed
		}
		return of
	}
	if of := missed(); len(of[told.ID]) != 0 {
		t.Errorf("misses %v before it reported anything", of[told.ID])
	}
	if _, err := o.db.Write(ctx, "Ghi báo cáo", func(tx *data.Tx) error {
		return tx.Insert(&data.ReceivedPaper{UnitID: told.ID, Kind: data.PaperHalfYear, Year: 2024, Document: "Báo cáo 6 tháng", ReceivedOn: today})
	}); err != nil {
		t.Fatal(err)
	}
	of := missed()
	if !slices.Contains(of[told.ID], "CT1.1") || len(of[silent.ID]) != 0 {
		t.Errorf("misses %v and %v, want CT1.1 among those of the one that reported no model, and none of the other", of[told.ID], of[silent.ID])
	}
}
