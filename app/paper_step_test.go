package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// A notice announces the visits of its round that the province makes, a conclusion concludes its visit, each on the day of the paper and
// in the write that issues it; a step that was taken before stays.
func TestIssuingAPaperTakesTheStepOfItsVisits(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	ctx := t.Context()
	term, _, _ := o.TermOn(ctx, o.Today())
	rounds := must(o.db.Rounds(ctx, term.ID))(t)
	round := rounds[len(rounds)-2] // of the year 2026, not yet inspected
	at := func() (province, told, others int, first VisitRow) {
		for _, v := range must(o.VisitsOf(ctx, o.Today(), []data.Round{round}))(t) {
			switch {
			case v.Inspector.Level != data.Province:
				if !v.NotifiedOn.IsZero() {
					others++
				}
			default:
				if province == 0 {
					first = v
				}
				province++
				if !v.NotifiedOn.IsZero() {
					told++
				}
			}
		}
		return province, told, others, first
	}
	province, told, _, first := at()
	if province == 0 || told != 0 {
		t.Fatalf("%d visits of the province, %d announced; want some and none", province, told)
	}
	early := day.Of(2026, 10, 28)
	if err := o.TakeStep(ctx, first.Visit, Notify, early); err != nil {
		t.Fatal(err)
	}
	on := day.Of(2026, 11, 20)
	notice := must(o.NewDocument(ctx, PaperRequest{Kind: reports.InspectionNoticeID, Round: round.ID}))(t)
	issued := issue(t, o, notice, Issuing{Date: on, DespiteRemarks: true})
	_, told, others, again := at()
	if told != province || others != 0 || again.NotifiedOn != early {
		t.Errorf("%d of %d announced, %d of the districts too, the first on %s; want all, none, and still %s", told, province, others, again.NotifiedOn, early)
	}
	if text := must(o.StepsOnPaper(ctx, issued.Document))(t); !strings.HasPrefix(text, "13 cuộc kiểm tra vẫn ghi đã thông báo ngày 20/11/2026") {
		t.Errorf("cancelling it would be told: %q", text)
	}
	if err := o.CancelDocument(ctx, issued.Document, "Sai ngày"); err != nil {
		t.Fatal(err)
	}
	if _, told, _, _ = at(); told != province {
		t.Errorf("cancelling the paper took back %d steps silently", province-told)
	}

	conclusion := must(o.NewDocument(ctx, PaperRequest{Kind: reports.InspectionConclusionID, Visit: first.ID}))(t)
	_, err := o.Issue(ctx, conclusion, Issuing{Date: on, DespiteRemarks: true})
	refused(t, err, "chưa ghi kết quả")
	held := must(o.VisitsOf(ctx, o.Today(), []data.Round{rounds[0]}))(t)[0].Visit
	for range 2 { // open the file again and take back the conclusion
		if err := o.StepBack(ctx, held); err != nil {
			t.Fatal(err)
		}
		held = must(o.db.Visit(ctx, held.ID))(t)
	}
	conclusion = must(o.NewDocument(ctx, PaperRequest{Kind: reports.InspectionConclusionID, Visit: held.ID}))(t)
	_, err = o.Issue(ctx, conclusion, Issuing{Date: held.DoneOn.AddDays(-1), DespiteRemarks: true})
	refused(t, err, "trước ngày kiểm tra")
	issue(t, o, conclusion, Issuing{Date: on, DespiteRemarks: true})
	if v := must(o.db.Visit(ctx, held.ID))(t); v.ConcludedOn != on {
		t.Errorf("concluded on %q, want the day of the paper", v.ConcludedOn)
	}
}
