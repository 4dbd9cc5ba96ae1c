package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func given(p float64) *float64 { return &p }

func TestScoreOfAForm(t *testing.T) {
	form := data.Checklist{GoodFrom: 90, FairFrom: 70, PassFrom: 50}
	items := []data.ChecklistItem{
		{Base: data.Base{ID: 1}, Text: "Kế hoạch", MaxPoints: 20, KnockOut: true},
		{Base: data.Base{ID: 2}, Text: "Mô hình", MaxPoints: 50},
		{Base: data.Base{ID: 3}, Text: "Sổ sách", MaxPoints: 30},
	}
	answer := func(item int64, v data.Verdict, p *float64) data.VisitAnswer {
		return data.VisitAnswer{ItemID: item, Verdict: v, Points: p}
	}
	for _, c := range []struct {
		name    string
		answers []data.VisitAnswer
		points  float64
		max     float64
		level   string
	}{
		{"nothing answered", nil, 0, 0, ""},
		{"one is missing: no level yet", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.Met, nil)}, 70, 70, ""},
		{"all met", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.Met, nil), answer(3, data.Met, nil)}, 100, 100, LevelGood},
		{"partly met is half: 20 + 25 + 30 of 100", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.PartlyMet, nil), answer(3, data.Met, nil)}, 75, 100, LevelFair},
		{"points count before the verdict: 20 + 40 + 30", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.PartlyMet, given(40)), answer(3, data.Met, nil)}, 90, 100, LevelGood},
		{"nil points are not 0, but 0 points are: 20 + 0 + 30", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.Met, given(0)), answer(3, data.Met, nil)}, 50, 100, LevelPassed},
		{"what does not apply is left out: 20 + 15 of 50", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.NotForUnit, nil), answer(3, data.PartlyMet, nil)}, 35, 50, LevelFair},
		{"too few: 20 + 0 + 15", []data.VisitAnswer{answer(1, data.Met, nil), answer(2, data.Unmet, nil), answer(3, data.PartlyMet, nil)}, 35, 100, LevelFailed},
		{"an unmet knock-out fails with 80 of 100", []data.VisitAnswer{answer(1, data.Unmet, nil), answer(2, data.Met, nil), answer(3, data.Met, nil)}, 80, 100, LevelFailed},
		{"an unmet knock-out fails before the rest is answered", []data.VisitAnswer{answer(1, data.Unmet, nil)}, 0, 20, LevelFailed},
		{"nothing applies", []data.VisitAnswer{answer(1, data.NotForUnit, nil), answer(2, data.NotForUnit, nil), answer(3, data.NotForUnit, nil)}, 0, 0, ""},
	} {
		got := ScoreOf(form, items, c.answers)
		if got.Points != c.points || got.Max != c.max || got.Level != c.level {
			t.Errorf("%s: %g of %g, %q; want %g of %g, %q", c.name, got.Points, got.Max, got.Level, c.points, c.max, c.level)
		}
	}
}

func TestAFormThatWasUsedStays(t *testing.T) {
	ctx := t.Context()
	o, v, _ := inspected(t)
	form := must(o.VisitForm(ctx, v))(t)
	if len(form.Lines) != 14 || form.Checklist.ID == 0 {
		t.Fatalf("the form that ships has %d items", len(form.Lines))
	}
	items := must(o.ChecklistItems(ctx, form.Checklist.ID))(t)
	items[0].Text = "Có kế hoạch riêng của xã"
	must(o.SaveChecklist(ctx, form.Checklist, items))(t) // nobody filled it in yet
	a := form.Lines[0].Answer
	a.Verdict, a.Points = data.Met, given(9)
	refused(t, o.SaveAnswers(ctx, v, []data.VisitAnswer{a}), "tối đa 8 điểm", "9 điểm")
	a.Points = given(7.5)
	if err := o.SaveAnswers(ctx, v, []data.VisitAnswer{a}); err != nil {
		t.Fatal(err)
	}
	reread(t, o, &v)
	stored := must(o.db.Checklist(ctx, form.Checklist.ID))(t)
	items = must(o.ChecklistItems(ctx, stored.ID))(t)
	_, err := o.SaveChecklist(ctx, stored, items)
	refused(t, err, "giữ nguyên", "tạo bản mới")
	fresh := must(o.RenewChecklist(ctx, stored.ID, day.Of(2024, 1, 1)))(t)
	changed := must(o.ChecklistItems(ctx, fresh))(t)
	changed[0].Text, changed = "Nghị quyết, kế hoạch năm 2024", changed[:10]
	must(o.SaveChecklist(ctx, must(o.db.Checklist(ctx, fresh))(t), changed))(t)
	if old := must(o.VisitForm(ctx, v))(t); old.Checklist.ID != stored.ID || len(old.Lines) != 14 || *old.Lines[0].Answer.Points != 7.5 || old.Lines[0].Item.Text != "Có kế hoạch riêng của xã" {
		t.Errorf("the visit of 2023 has another form now: %+v", old.Checklist)
	}
	next := data.Visit{PlannedOn: day.Of(2024, 1, 1)}
	if form := must(o.VisitForm(ctx, next))(t); form.Checklist.ID != fresh || len(form.Lines) != 10 {
		t.Errorf("a visit of 2024 has form %d with %d items, want the new one with 10", form.Checklist.ID, len(form.Lines))
	}
	last := data.Visit{PlannedOn: day.Of(2023, 12, 31)}
	if form := must(o.VisitForm(ctx, last))(t); form.Checklist.ID != stored.ID {
		t.Error("a visit on the last day of 2023 has the new form")
	}
	_, err = o.RenewChecklist(ctx, fresh, day.Of(2024, 1, 1))
	refused(t, err, "sau ngày 01/01/2024")
	_, err = o.SaveChecklist(ctx, data.Checklist{Name: "Mẫu trống", GoodFrom: 90, FairFrom: 70, PassFrom: 50}, nil)
	refused(t, err, "chưa có nội dung nào")
}

func TestUndoingAnAnswerBringsItsPointsBack(t *testing.T) {
	ctx := t.Context()
	o, v, _ := inspected(t)
	a := must(o.VisitForm(ctx, v))(t).Lines[0].Answer
	var last int64
	o.OnChange(func(c data.Changes) { last = c.OperationID })
	for _, p := range []float64{5, 7} {
		a.Points = given(p)
		if err := o.SaveAnswers(ctx, v, []data.VisitAnswer{a}); err != nil {
			t.Fatal(err)
		}
		reread(t, o, &v)
	}
	if err := o.Undo(ctx, last); err != nil {
		t.Fatal(err)
	}
	if got := must(o.VisitForm(ctx, v))(t).Lines[0].Answer.Points; got == nil || *got != 5 {
		t.Errorf("undone: %v points, want the 5 of before", got)
	}
}

func TestPointsAreRead(t *testing.T) {
	for typed, want := range map[string]float64{"7,5": 7.5, "7.5": 7.5, " 8 ": 8, "0": 0} {
		if got, err := ParsePoints(typed, 8); err != nil || *got != want {
			t.Errorf("%q is %v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"8,1", "-1", "tám", "NaN"} {
		if got, err := ParsePoints(typed, 8); err == nil {
			t.Errorf("%q is taken as %v", typed, *got)
		}
	}
	if got, err := ParsePoints("", 8); got != nil || err != nil {
		t.Errorf("nothing is %v, %v", got, err)
	}
}
