package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestWhereARemedyStands(t *testing.T) {
	d := func(n int) day.Date { return day.Of(2024, 9, n) }
	asked := data.Remedy{DueOn: d(15)}
	done := asked
	done.DoneOn = d(14)
	checked := func(v data.RemedyVerdict, again day.Date) data.Remedy {
		m := done
		m.CheckedOn, m.Verdict, m.DoneOn = d(20), v, again
		return m
	}
	withdrawn := asked
	withdrawn.WithdrawnOn = d(10)
	for _, c := range []struct {
		name string
		m    data.Remedy
		on   day.Date
		said string
		open bool
	}{
		{"time left", asked, d(1), "còn 14 ngày", true},
		{"near", asked, d(8), "còn 7 ngày", true},
		{"its day", asked, d(15), "đến hạn hôm nay", true},
		{"late", asked, d(16), "quá hạn 1 ngày, nhắc lần 1", true},
		{"fifteen days late", asked, d(30), "quá hạn 15 ngày, nhắc lần 1", true},
		{"sixteen days late", asked, d(30).AddDays(1), "quá hạn 16 ngày, nhắc lần 2", true},
		{"over a month late", asked, d(30).AddDays(16), "quá hạn 31 ngày, báo cáo Ban Thường vụ", true},
		{"seen before it was done", done, d(13), "còn 2 ngày", true},
		{"done", done, d(14), "đã khắc phục", false},
		{"seen in order by a recheck", checked(data.RemedyDone, d(14)), d(20), "đã kiểm tra lại", false},
		{"the recheck found it undone: open again", checked(data.RemedyNot, d(14)), d(20), "quá hạn 5 ngày, nhắc lần 1", true},
		{"done in part is not done", checked(data.RemedyPartly, d(14)), d(20), "quá hạn 5 ngày, nhắc lần 1", true},
		{"done again after the recheck", checked(data.RemedyNot, d(25)), d(26), "đã khắc phục", false},
		{"withdrawn", withdrawn, d(30), "đã rút", false},
	} {
		state, days := RemedyStateOn(c.m, c.on)
		if got := (RemedyRow{State: state, Days: days}).StateText(); got != c.said || state.Open() != c.open {
			t.Errorf("%s: %q, open %v; want %q, %v", c.name, got, state.Open(), c.said, c.open)
		}
	}
}

// The database finds the open remedies by the same rule as RemedyStateOn.
func TestTheDatabaseFindsTheOpenRemedies(t *testing.T) {
	ctx := t.Context()
	o, v, leader := inspected(t)
	f := shortcoming(t, o, v, "Sổ hội viên ghi thiếu")
	due := day.Of(2023, 7, 20)
	var all []data.Remedy
	for range 4 {
		all = append(all, remedy(t, o, f, due))
	}
	for _, m := range all[1:] {
		if err := o.FinishRemedy(ctx, m, day.Of(2023, 7, 18), ""); err != nil {
			t.Fatal(err)
		}
	}
	again := must(o.db.Visit(ctx, must(o.PlanRecheck(ctx, v, day.Of(2023, 7, 25)))(t)))(t)
	hold(t, o, &again, leader, day.Of(2023, 7, 25))
	for i, verdict := range []data.RemedyVerdict{data.RemedyDone, data.RemedyNot} {
		m := must(o.db.Remedy(ctx, all[i+2].ID))(t)
		if err := o.CheckRemedy(ctx, again, m, verdict, ""); err != nil {
			t.Fatal(err)
		}
	}
	for on := day.Of(2023, 7, 12); !on.After(day.Of(2023, 7, 31)); on = on.AddDays(1) {
		want := 0
		for _, row := range must(o.Remedies(ctx, on, data.RemedyQuery{Visits: []int64{v.ID}}))(t) {
			if row.State.Open() {
				want++
			}
		}
		found := must(o.Remedies(ctx, on, data.RemedyQuery{Unit: v.UnitID, OpenOn: on}))(t)
		counts := must(o.db.CountOpenRemedies(ctx, on, []int64{v.RoundID}))(t)
		if len(found) != want || counts[v.ID] != want {
			t.Errorf("on %s the database finds %d and counts %d open remedies, the rule says %d", on, len(found), counts[v.ID], want)
		}
	}
}

func TestARemedyIsNotDueBeforeItsFinding(t *testing.T) {
	ctx := t.Context()
	o, v, _ := inspected(t)
	f := shortcoming(t, o, v, "Sổ hội viên ghi thiếu")
	strength := must(o.SaveFinding(ctx, data.Finding{VisitID: v.ID, Nature: data.Strength, Text: "Sinh hoạt đều"}))(t)
	for want, m := range map[string]data.Remedy{
		"trước ngày kiểm tra 12/07/2023": {VisitID: v.ID, FindingID: f.ID, Action: "Lập sổ", DueOn: day.Of(2023, 7, 11)},
		"cần đủ ngày":                    {VisitID: v.ID, FindingID: f.ID, Action: "Lập sổ", DueOn: day.Date{Year: 2023, Month: 9}},
		"còn trống":                      {VisitID: v.ID, FindingID: f.ID, DueOn: day.Of(2023, 9, 30)},
		"gắn với một tồn tại":            {VisitID: v.ID, FindingID: strength, Action: "Lập sổ", DueOn: day.Of(2023, 9, 30)},
	} {
		_, err := o.SaveRemedy(ctx, m)
		refused(t, err, want)
	}
	m := remedy(t, o, f, day.Of(2023, 7, 12)) // on the day itself it may be
	refused(t, o.WithdrawRemedy(ctx, m, ""), "cần có lý do")
	if err := o.TakeStep(ctx, v, Conclude, day.Of(2023, 7, 20)); err != nil {
		t.Fatal(err)
	}
	refused(t, o.RemoveRemedy(ctx, m), "đã thông báo cho đơn vị ngày 20/07/2023", "rút kiến nghị")
	if err := o.WithdrawRemedy(ctx, m, "Đơn vị đã có sổ điện tử"); err != nil {
		t.Fatal(err)
	}
	if rows := must(o.Remedies(ctx, o.Today(), data.RemedyQuery{Visits: []int64{v.ID}}))(t); rows[0].State != RemedyWithdrawn || rows[0].Finding != f.Text || rows[0].Unit != "Xã Hải Vân" {
		t.Errorf("withdrawn: %+v", rows[0])
	}
}

func TestARecheckLooksAtTheFirstFinding(t *testing.T) {
	ctx := t.Context()
	o, v, leader := inspected(t)
	_, err := o.PlanRecheck(ctx, v, day.Of(2023, 9, 1))
	refused(t, err, "không có kiến nghị nào")
	f := shortcoming(t, o, v, "Sổ hội viên ghi thiếu")
	m := remedy(t, o, f, day.Of(2023, 7, 20))
	_, err = o.PlanRecheck(ctx, v, day.Of(2023, 7, 12))
	refused(t, err, "không sau ngày kiểm tra 12/07/2023")
	again := must(o.db.Visit(ctx, must(o.PlanRecheck(ctx, v, day.Of(2023, 7, 28)))(t)))(t)
	refused(t, o.CheckRemedy(ctx, again, m, data.RemedyDone, ""), "chưa diễn ra")
	hold(t, o, &again, leader, day.Of(2023, 7, 28))
	refused(t, o.CheckRemedy(ctx, again, m, "", ""), "Hãy chọn kết quả khắc phục")
	if err := o.CheckRemedy(ctx, again, m, data.RemedyPartly, "Còn 3 chi hội"); err != nil {
		t.Fatal(err)
	}
	lines := must(o.RecheckLines(ctx, o.Today(), again))(t)
	if len(lines) != 1 || lines[0].Finding.Text != f.Text || lines[0].Remedy.CheckNote != "Còn 3 chi hội" || !lines[0].Remedy.State.Open() {
		t.Errorf("the recheck sees %+v", lines)
	}
	// A recheck finds again what was found before: the two are linked.
	back := data.Finding{VisitID: again.ID, Nature: data.Shortcoming, Text: "Sổ hội viên vẫn thiếu", RepeatsID: f.ID}
	if _, err := o.SaveFinding(ctx, back); err != nil {
		t.Fatal(err)
	}
	if found := must(o.VisitFindings(ctx, o.Today(), again))(t); found.Earlier[f.ID].Text != f.Text {
		t.Errorf("what came back does not show the first finding: %+v", found.Earlier)
	}
	wrong := data.Finding{VisitID: v.ID, Nature: data.Shortcoming, Text: "Tái diễn", RepeatsID: f.ID}
	_, err = o.SaveFinding(ctx, wrong)
	refused(t, err, "lần kiểm tra trước") // a visit does not repeat itself
	round := must(o.db.Round(ctx, v.RoundID))(t)
	tallied := tally(t, o, o.Today(), round.TermID, round.ID)
	rows := must(o.VisitsOf(ctx, o.Today(), []data.Round{round}))(t)
	if tallied.Owed != len(rows)-1 {
		t.Errorf("%d owed of %d visits; the recheck is not owed", tallied.Owed, len(rows))
	}
}

// Whoever ends hands on what it had to put right, and the successor's next visit sees the findings of its predecessors.
func TestSuccessorsOweTheRemedies(t *testing.T) {
	ctx := t.Context()
	o, v, _ := inspected(t)
	f := shortcoming(t, o, v, "Sổ hội viên ghi thiếu")
	m := remedy(t, o, f, day.Of(2023, 12, 31))
	heir := unit(t, o, o.Today(), "14215")
	order := Reorganisation{Name: "Nhập xã", On: day.Of(2023, 7, 20), Basis: "Nghị quyết số 1", Steps: []Step{{Kind: data.Merging, From: []int64{v.UnitID}, Unit: heir.ID}}}
	outcome := must(o.Reorganise(ctx, order))(t)
	if outcome.Remedies != 1 {
		t.Errorf("%d remedies told as handed on, want 1", outcome.Remedies)
	}
	if got := must(o.db.Remedy(ctx, m.ID))(t); got.UnitID != heir.ID {
		t.Errorf("the remedy is owed by unit %d, want its successor %d", got.UnitID, heir.ID)
	}
	next := data.Visit{UnitID: heir.ID, PlannedOn: day.Of(2024, 1, 10)}
	if earlier := must(o.EarlierFindings(ctx, next))(t); len(earlier) != 1 || !strings.Contains(earlier[0].Text, "Sổ hội viên") {
		t.Errorf("the successor's next visit sees %+v", earlier)
	}
}
