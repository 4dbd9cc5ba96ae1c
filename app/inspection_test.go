package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestAVisitIsRecordedCorrectedAndTakenBack(t *testing.T) {
	ctx := t.Context()
	o := copied(t, demoFile(t), nil)
	on := o.Today()
	term, _, err := o.TermOn(ctx, on)
	if err != nil {
		t.Fatal(err)
	}
	var late VisitRow
	var round RoundRow
	for _, r := range must(o.Rounds(ctx, on, term.ID))(t) {
		for _, v := range must(o.VisitsOf(ctx, on, []data.Round{r.Round}))(t) {
			if v.State == Overdue {
				late, round = v, r
			}
		}
	}
	staff := must(o.StaffOf(ctx, on, late.InspectorID, ""))(t)
	result := VisitResult{DoneOn: on, Team: []Seat{{staff[1].ID, data.Secretary}, {staff[0].ID, data.Leader}}, Note: "Sổ sách đầy đủ"}

	wrong := result
	wrong.DoneOn = on.AddDays(1)
	refused(t, o.RecordVisit(ctx, late.Visit, wrong), "tương lai")
	wrong.DoneOn = round.PeriodFrom.AddDays(-1)
	refused(t, o.RecordVisit(ctx, late.Visit, wrong), "trước kỳ")
	wrong = result
	for said, team := range map[string][]Seat{
		"chưa có trưởng đoàn": {{staff[0].ID, data.Member}},
		"có 2 trưởng đoàn":    {{staff[0].ID, data.Leader}, {staff[1].ID, data.Leader}},
		"có hai vai":          {{staff[0].ID, data.Leader}, {staff[0].ID, data.Secretary}},
	} {
		wrong.Team = team
		refused(t, o.RecordVisit(ctx, late.Visit, wrong), said)
	}

	if err := o.RecordVisit(ctx, late.Visit, result); err != nil {
		t.Fatal(err)
	}
	page := must(o.VisitPage(ctx, on, late.ID))(t)
	if page.State != Done || TeamText(page.Team) != staff[0].Name+" (trưởng đoàn), "+staff[1].Name+" (thư ký)" || page.Note != result.Note {
		t.Errorf("recorded: %+v", page.VisitRow)
	}
	after := tally(t, o, on, term.ID, round.ID)
	if after.Done != round.Done+1 || after.Late != round.Late-1 || after.Owed != round.Owed {
		t.Errorf("the round went from %+v to %+v", round.Tally, after)
	}
	sum := 0
	for _, r := range must(o.Rounds(ctx, on, term.ID))(t) {
		sum += r.Late
	}
	if n := must(o.Overdue(ctx, on))(t); n != sum {
		t.Errorf("%d overdue in the term, but %d in its rounds", n, sum)
	}
	result.Team = []Seat{{staff[1].ID, data.Leader}}
	if err := o.RecordVisit(ctx, page.Visit, result); err != nil {
		t.Fatal(err)
	}
	page = must(o.VisitPage(ctx, on, late.ID))(t)
	if page.LeaderName() != staff[1].Name || len(page.Team) != 1 {
		t.Errorf("corrected: %s", TeamText(page.Team))
	}
	leader := must(o.CadreFile(ctx, staff[1].ID))(t).Cadre
	refused(t, o.RemoveCadre(ctx, leader), "đoàn kiểm tra")
	if err := o.StepBack(ctx, page.Visit); err != nil {
		t.Fatal(err)
	}
	if got := tally(t, o, on, term.ID, round.ID); got != round.Tally {
		t.Errorf("taken back: %+v, want %+v", got, round.Tally)
	}
}

func tally(t *testing.T, o *Office, on day.Date, term, round int64) Tally {
	t.Helper()
	for _, r := range must(o.Rounds(t.Context(), on, term))(t) {
		if r.ID == round {
			return r.Tally
		}
	}
	t.Fatalf("no round %d", round)
	return Tally{}
}
