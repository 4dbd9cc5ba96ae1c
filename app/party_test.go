package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func step(id int64, s data.PartyStage, on day.Date) data.PartyStep {
	return data.PartyStep{Base: data.Base{ID: id}, Step: s, TakenOn: on, Reason: "quá tuổi"}
}

func TestPartyStageOf(t *testing.T) {
	outstanding := step(1, data.StageOutstanding, day.Of(2021, 3, 1))
	course := step(2, data.StageCourse, day.Date{Year: 2022})
	stop := step(3, data.StageStopped, day.Of(2022, 9, 1))
	again := step(4, data.StageOutstanding, day.Of(2023, 2, 1))
	for _, c := range []struct {
		why   string
		steps []data.PartyStep
		cadre data.Cadre
		on    day.Date
		want  data.PartyStage
	}{
		{"nothing noted", nil, data.Cadre{}, today, StageNone},
		{"the furthest step counts", []data.PartyStep{course, outstanding}, data.Cadre{}, today, data.StageCourse},
		{"as of before the course", []data.PartyStep{course, outstanding}, data.Cadre{}, day.Of(2021, 12, 31), data.StageOutstanding},
		{"a year alone does not turn the order", []data.PartyStep{course, step(5, data.StageOutstanding, day.Of(2022, 5, 1))}, data.Cadre{}, today, data.StageCourse},
		{"stopped", []data.PartyStep{outstanding, course, stop}, data.Cadre{}, today, data.StageStopped},
		{"a step after the stop resumes, from where it says", []data.PartyStep{outstanding, course, stop, again}, data.Cadre{}, today, data.StageOutstanding},
		{"her date goes before the steps", []data.PartyStep{outstanding}, data.Cadre{PartyProbationOn: day.Of(2022, 5, 1)}, today, StageProbation},
		{"official", nil, data.Cadre{PartyProbationOn: day.Of(2020, 5, 1), PartyOfficialOn: day.Of(2021, 5, 1)}, today, StageOfficial},
		{"on probation as of before", nil, data.Cadre{PartyProbationOn: day.Of(2020, 5, 1), PartyOfficialOn: day.Of(2021, 5, 1)}, day.Of(2021, 4, 30), StageProbation},
	} {
		if got := PartyStageOf(c.steps, c.cadre, c.on); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

func TestPartyStepsFollowTheirOrder(t *testing.T) {
	outstanding, stop := step(1, data.StageOutstanding, day.Of(2021, 3, 1)), step(2, data.StageStopped, day.Of(2022, 9, 1))
	for _, c := range []struct {
		why    string
		step   data.PartyStep
		others []data.PartyStep
		cadre  data.Cadre
		want   string // words of the refusal; "" is accepted
	}{
		{"the next step", step(0, data.StageCourse, day.Of(2021, 4, 1)), []data.PartyStep{outstanding}, data.Cadre{}, ""},
		{"old papers are lost: a step may be missing", step(0, data.StageIntroduced, day.Of(2021, 4, 1)), nil, data.Cadre{}, ""},
		{"a later step before an earlier one", step(0, data.StageCourse, day.Of(2021, 2, 28)), []data.PartyStep{outstanding}, data.Cadre{}, "không thể sau"},
		{"a year holds the day of the earlier step", step(0, data.StageCourse, day.Date{Year: 2021}), []data.PartyStep{outstanding}, data.Cadre{}, ""},
		{"twice", step(0, data.StageOutstanding, day.Of(2021, 5, 1)), []data.PartyStep{outstanding}, data.Cadre{}, "đã được ghi"},
		{"itself with another day", step(1, data.StageOutstanding, day.Of(2021, 5, 1)), []data.PartyStep{outstanding}, data.Cadre{}, ""},
		{"again after a stop", step(0, data.StageOutstanding, day.Of(2023, 1, 1)), []data.PartyStep{outstanding, stop}, data.Cadre{}, ""},
		{"nothing to stop", step(0, data.StageStopped, day.Of(2021, 1, 1)), []data.PartyStep{outstanding}, data.Cadre{}, "để dừng"},
		{"a stop on the day of the step", step(0, data.StageStopped, day.Of(2021, 3, 1)), []data.PartyStep{outstanding}, data.Cadre{}, ""},
		{"after she joined", step(0, data.StageCourse, day.Of(2022, 1, 1)), nil, data.Cadre{FullName: "Bùi Thị Ánh", PartyProbationOn: day.Of(2021, 12, 1)}, "vào Đảng"},
	} {
		switch err := CheckPartyStep(c.step, c.others, c.cadre); {
		case c.want != "" && err == nil:
			t.Errorf("%s: accepted", c.why)
		case c.want != "":
			refused(t, err, c.want)
		case err != nil:
			t.Errorf("%s: %v", c.why, err)
		}
	}
}

// Probation lasts 12 months; what is known by year only is not called late before the end of that year plus 12 months.
func TestOfficialDue(t *testing.T) {
	for _, c := range []struct{ probation, official, on, want day.Date }{
		{day.Of(2022, 5, 19), day.Date{}, day.Of(2023, 1, 1), day.Of(2023, 5, 19)},
		{day.Date{Year: 2022}, day.Date{}, day.Of(2023, 1, 1), day.Of(2023, 12, 31)},
		{day.Of(2022, 5, 19), day.Of(2023, 5, 19), day.Of(2023, 6, 1), day.Date{}},          // official
		{day.Of(2022, 5, 19), day.Of(2023, 5, 19), day.Of(2023, 1, 1), day.Of(2023, 5, 19)}, // as of before
		{day.Of(2023, 5, 19), day.Date{}, day.Of(2023, 1, 1), day.Date{}},                   // not yet admitted
	} {
		if got := OfficialDue(data.Cadre{PartyProbationOn: c.probation, PartyOfficialOn: c.official}, c.on); got != c.want {
			t.Errorf("probation %s, official %s, on %s: due %s, want %s", c.probation, c.official, c.on, got, c.want)
		}
	}
}

func TestAdmissionIsADateOfTheCadre(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh", OtherBodies: "Hội Nông dân"}, commune, "Chủ tịch")
	take := func(s data.PartyStage, on day.Date) error {
		return o.TakePartyStep(ctx, data.PartyStep{CadreID: id, Step: s, TakenOn: on})
	}
	stage := func(on day.Date) data.PartyStage {
		for s, n := range must(o.PartyFunnel(ctx, on, commune.ID))(t) {
			if n.All == 1 {
				return s
			}
		}
		return "nobody"
	}
	refused(t, take(StageOfficial, day.Of(2023, 7, 1)), "chưa có ngày kết nạp")
	if err := take(data.StageIntroduced, day.Of(2023, 6, 1)); err != nil {
		t.Fatal(err)
	}
	refused(t, take(StageProbation, day.Of(2023, 5, 31)), "sớm hơn bước")
	if err := take(StageProbation, day.Of(2023, 6, 19)); err != nil {
		t.Fatal(err)
	}
	refused(t, take(StageOfficial, day.Of(2024, 6, 18)), "12 tháng", "19/06/2024")
	if err := take(StageOfficial, day.Of(2024, 6, 19)); err != nil {
		t.Fatal(err)
	}
	c := must(o.CadreFile(ctx, id))(t).Cadre
	if c.PartyProbationOn != day.Of(2023, 6, 19) || c.PartyOfficialOn != day.Of(2024, 6, 19) {
		t.Errorf("her dates: %s, %s", c.PartyProbationOn, c.PartyOfficialOn)
	}
	steps := must(o.db.PartySteps(ctx, []int64{id}))(t)
	for _, on := range []day.Date{day.Of(2023, 5, 31), day.Of(2023, 6, 1), day.Of(2023, 6, 19), day.Of(2024, 6, 18), day.Of(2024, 6, 19)} {
		if got, want := stage(on), PartyStageOf(steps, c, on); got != want {
			t.Errorf("%s: the funnel has her at %q, the rule at %q", on, got, want)
		}
	}
}
