package app

import (
	"testing"

	"pgregory.net/rapid"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestWhereAVisitStands(t *testing.T) {
	d := func(n int) day.Date { return day.Of(2024, 7, n) }
	whole := data.Visit{PlannedOn: d(10), NotifiedOn: d(3), BegunOn: d(10), DoneOn: d(11), ConcludedOn: d(15), ClosedOn: d(30)}
	halted := func(h data.Halt) data.Visit {
		return data.Visit{PlannedOn: d(10), NotifiedOn: d(3), Halt: h, HaltedOn: d(8)}
	}
	for _, c := range []struct {
		name  string
		v     data.Visit
		open  int
		on    day.Date
		stage Stage
		said  string
	}{
		{"before the notice", whole, 0, d(2), StagePlanned, "dự kiến"},
		{"on the day of the notice", whole, 0, d(3), StageNotified, "đã thông báo"},
		{"the team is there", whole, 0, d(10), StageRunning, "đang kiểm tra"},
		{"held, not concluded", whole, 0, d(11), StageHeld, "đã kiểm tra"},
		{"concluded with remedies open", whole, 2, d(15), StageRemedying, "đang khắc phục"},
		{"concluded, nothing open", whole, 0, d(16), StageConcluded, "đã kết luận"},
		{"closed", whole, 0, d(30), StageClosed, "đã đóng"},
		{"put off, seen the day before", halted(data.Postponed), 0, d(7), StageNotified, "đã thông báo"},
		{"put off", halted(data.Postponed), 0, d(8), StagePostponed, "hoãn"},
		{"called off", halted(data.Cancelled), 0, d(9), StageCancelled, "hủy"},
		{"held after it was put off", data.Visit{PlannedOn: d(10), Halt: data.Postponed, HaltedOn: d(8), DoneOn: d(20)}, 0, d(21), StageHeld, "đã kiểm tra"},
	} {
		if got := StageOf(c.v, c.open, c.on); got != c.stage || got.String() != c.said {
			t.Errorf("%s: %v, want %v", c.name, got, c.said)
		}
	}
}

func TestACancelledVisitIsNotOwedAndARecheckHasItsOwnDay(t *testing.T) {
	d := func(n int) day.Date { return day.Of(2024, 7, n) }
	for _, c := range []struct {
		name  string
		v     data.Visit
		on    day.Date
		state State
		days  int
	}{
		{"owed and past the round", data.Visit{PlannedOn: d(10)}, d(25), Overdue, 5},
		{"called off", data.Visit{PlannedOn: d(10), Halt: data.Cancelled, HaltedOn: d(9)}, d(25), CalledOff, 0},
		{"seen before it was called off", data.Visit{PlannedOn: d(10), Halt: data.Cancelled, HaltedOn: d(9)}, d(8), Soon, 2},
		{"put off is still owed", data.Visit{PlannedOn: d(10), Halt: data.Postponed, HaltedOn: d(9)}, d(25), Overdue, 5},
		{"a recheck after the round, in time", data.Visit{PlannedOn: d(28), Origin: data.Rechecks}, d(25), Soon, 3},
		{"a recheck that is late", data.Visit{PlannedOn: d(22), Origin: data.Rechecks}, d(25), Overdue, 3},
	} {
		if state, days := VisitState(c.v, d(20), c.on); state != c.state || days != c.days {
			t.Errorf("%s: %v, %d days; want %v, %d", c.name, state, days, c.state, c.days)
		}
	}
}

// inspected is an office with the plan's units, of which one visit of the first half of 2023 was held, and its leader.
func inspected(t *testing.T) (o *Office, visit data.Visit, leader int64) {
	t.Helper()
	o = copied(t, foundedFile(t), at(day.Of(2023, 8, 1)))
	ctx := t.Context()
	term, _, err := o.TermOn(ctx, o.Today())
	if err != nil {
		t.Fatal(err)
	}
	commune := unit(t, o, o.Today(), "14230")
	for _, r := range must(o.Rounds(ctx, o.Today(), term.ID))(t) {
		if r.Rhythm != data.HalfYear || r.PeriodTo != day.Of(2023, 6, 30) {
			continue
		}
		for _, v := range must(o.VisitsOf(ctx, o.Today(), []data.Round{r.Round}))(t) {
			if v.UnitID == commune.ID {
				visit = v.Visit
			}
		}
	}
	if visit.ID == 0 {
		t.Fatal("no visit to xã Hải Vân in the first half of 2023")
	}
	leader = addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, unit(t, o, o.Today(), "366"), "Chủ tịch")
	hold(t, o, &visit, leader, day.Of(2023, 7, 12))
	return o, visit, leader
}

// hold notes that a visit was held on a day.
func hold(t *testing.T, o *Office, v *data.Visit, leader int64, on day.Date) {
	t.Helper()
	if err := o.RecordVisit(t.Context(), *v, VisitResult{DoneOn: on, Team: []Seat{{leader, data.Leader}}}); err != nil {
		t.Fatal(err)
	}
	reread(t, o, v)
}

func reread(t *testing.T, o *Office, v *data.Visit) {
	t.Helper()
	*v = must(o.db.Visit(t.Context(), v.ID))(t)
}

// shortcoming stores a shortcoming of a visit.
func shortcoming(t *testing.T, o *Office, v data.Visit, text string) data.Finding {
	t.Helper()
	f := data.Finding{VisitID: v.ID, Nature: data.Shortcoming, Text: text, Category: "Hồ sơ, sổ sách"}
	id := must(o.SaveFinding(t.Context(), f))(t)
	return must(o.db.Finding(t.Context(), id))(t)
}

// remedy stores what answers a finding by a day.
func remedy(t *testing.T, o *Office, f data.Finding, due day.Date) data.Remedy {
	t.Helper()
	id := must(o.SaveRemedy(t.Context(), data.Remedy{VisitID: f.VisitID, FindingID: f.ID, Action: "Lập đủ sổ hội viên", DueOn: due}))(t)
	return must(o.db.Remedy(t.Context(), id))(t)
}

func TestAVisitIsClosedOnlyWhenNothingIsOpen(t *testing.T) {
	ctx := t.Context()
	o, v, _ := inspected(t)
	f := shortcoming(t, o, v, "Sổ hội viên ghi thiếu")
	closing := day.Of(2023, 8, 1)

	refused(t, o.TakeStep(ctx, v, Close, closing), "chưa có kiến nghị khắc phục", "Sổ hội viên ghi thiếu")
	m := remedy(t, o, f, day.Of(2023, 9, 30))
	refused(t, o.TakeStep(ctx, v, Close, closing), "chưa khắc phục xong", "Lập đủ sổ hội viên")
	refused(t, o.RemoveFinding(ctx, f), "xóa kiến nghị trước")
	refused(t, o.FinishRemedy(ctx, m, day.Of(2023, 7, 11), ""), "trước ngày kiểm tra 12/07/2023")
	refused(t, o.FinishRemedy(ctx, m, day.Of(2023, 8, 2), ""), "tương lai")
	if err := o.FinishRemedy(ctx, m, day.Of(2023, 7, 30), "Sổ hội viên, ảnh chụp"); err != nil {
		t.Fatal(err)
	}
	refused(t, o.TakeStep(ctx, v, Close, closing), "chưa kết luận")
	refused(t, o.TakeStep(ctx, v, Conclude, day.Of(2023, 7, 11)), "Ngày kết luận 11/07/2023 trước ngày kiểm tra 12/07/2023")
	for _, step := range []struct {
		step VisitStep
		on   day.Date
	}{{Conclude, day.Of(2023, 7, 20)}, {Close, closing}} {
		if err := o.TakeStep(ctx, v, step.step, step.on); err != nil {
			t.Fatal(err)
		}
		reread(t, o, &v)
	}
	if page := must(o.VisitPage(ctx, closing, v.ID))(t); page.Stage != StageClosed {
		t.Errorf("closed: %v", page.Stage)
	}
	_, err := o.SaveFinding(ctx, data.Finding{VisitID: v.ID, Nature: data.Strength, Text: "Sinh hoạt đều"})
	refused(t, err, "đã đóng ngày 01/08/2023", "mở lại hồ sơ")
	refused(t, o.RecordVisit(ctx, v, VisitResult{DoneOn: closing, Team: []Seat{{1, data.Leader}}}), "đã đóng")
	for _, left := range []Stage{StageConcluded, StageHeld, StagePlanned} { // each step back leaves what was found
		if err := o.StepBack(ctx, v); err != nil {
			t.Fatal(err)
		}
		reread(t, o, &v)
		if page := must(o.VisitPage(ctx, closing, v.ID))(t); page.Stage != left {
			t.Errorf("after a step back: %v, want %v", page.Stage, left)
		}
	}
	refused(t, o.StepBack(ctx, v), "chưa có bước nào để bỏ")
	if found := must(o.VisitFindings(ctx, closing, v))(t); len(found.Shortcomings) != 1 || len(found.Remedies) != 1 || found.Remedies[0].State != RemedyReported {
		t.Errorf("left of the findings: %+v", found)
	}
}

func TestAVisitThatFoundSomethingIsNotCalledOff(t *testing.T) {
	ctx := t.Context()
	o, v, leader := inspected(t)
	refused(t, o.CancelVisit(ctx, v, "Bão số 3"), "đã diễn ra ngày 12/07/2023")
	shortcoming(t, o, v, "Sổ hội viên ghi thiếu")
	if err := o.StepBack(ctx, v); err != nil {
		t.Fatal(err)
	}
	reread(t, o, &v)
	refused(t, o.CancelVisit(ctx, v, "Bão số 3"), "đã ghi 1 ưu điểm, tồn tại")
	refused(t, o.Postpone(ctx, v, day.Of(2023, 7, 25), ""), "cần có lý do")
	if err := o.Postpone(ctx, v, day.Of(2023, 7, 31), "Bão số 3"); err != nil {
		t.Fatal(err)
	}
	reread(t, o, &v)
	if page := must(o.VisitPage(ctx, o.Today(), v.ID))(t); page.Stage != StagePostponed || page.HaltReason != "Bão số 3" || page.State != Overdue {
		t.Errorf("put off: %v, %q, %v; want it told with its reason, and still owed", page.Stage, page.HaltReason, page.State)
	}
	hold(t, o, &v, leader, day.Of(2023, 7, 31)) // it goes on by being held
	if v.Halt != data.Going || v.HaltReason != "" {
		t.Errorf("held, but still %q for %q", v.Halt, v.HaltReason)
	}
}

// Whatever an office does with a visit in whatever order, what was found stays until somebody removes it by name, and days stay in order.
func TestNoPathLosesAFinding(t *testing.T) {
	o, first, leader := inspected(t)
	ctx := t.Context()
	rapid.Check(t, func(r *rapid.T) {
		v := must(o.db.Visit(ctx, first.ID))(t)
		found := len(must(o.db.Findings(ctx, []int64{v.ID}))(t))
		asked := len(must(o.db.Remedies(ctx, data.RemedyQuery{Visits: []int64{v.ID}}))(t))
		for range rapid.IntRange(1, 25).Draw(r, "acts") {
			on := day.Of(2023, 7, 1).AddDays(rapid.IntRange(0, 31).Draw(r, "day"))
			switch rapid.IntRange(0, 8).Draw(r, "act") { // a refusal is as good as any other answer
			case 0:
				_ = o.TakeStep(ctx, v, VisitStep(rapid.IntRange(0, 3).Draw(r, "step")), on)
			case 1:
				_ = o.StepBack(ctx, v)
			case 2:
				_ = o.RecordVisit(ctx, v, VisitResult{DoneOn: on, Team: []Seat{{leader, data.Leader}}})
			case 3:
				_ = o.Postpone(ctx, v, on, "Bão")
			case 4:
				_ = o.CancelVisit(ctx, v, "Bão")
			case 5:
				if _, err := o.SaveFinding(ctx, data.Finding{VisitID: v.ID, Nature: data.Shortcoming, Text: "Thiếu sổ"}); err == nil {
					found++
				}
			case 6:
				if all := must(o.db.Findings(ctx, []int64{v.ID}))(t); len(all) > 0 {
					if _, err := o.SaveRemedy(ctx, data.Remedy{VisitID: v.ID, FindingID: all[0].ID, Action: "Lập sổ", DueOn: on}); err == nil {
						asked++
					}
				}
			case 7:
				if all := must(o.db.Remedies(ctx, data.RemedyQuery{Visits: []int64{v.ID}}))(t); len(all) > 0 {
					_ = o.FinishRemedy(ctx, all[len(all)-1], on, "")
				}
			case 8:
				_ = o.MoveVisit(ctx, v, on)
			}
			v = must(o.db.Visit(ctx, first.ID))(t)
			if n := len(must(o.db.Findings(ctx, []int64{v.ID}))(t)); n != found {
				r.Fatalf("%d findings, want %d", n, found)
			}
			rows := must(o.Remedies(ctx, o.Today(), data.RemedyQuery{Visits: []int64{v.ID}}))(t)
			if len(rows) != asked {
				r.Fatalf("%d remedies, want %d", len(rows), asked)
			}
			open := 0
			for _, row := range rows {
				if row.State.Open() {
					open++
				}
			}
			if stage := StageOf(v, open, o.Today()); stage == StageClosed && open > 0 {
				r.Fatalf("closed with %d remedies open", open)
			} else if stage == StageCancelled && found > 0 {
				r.Fatalf("called off with %d findings", found)
			}
		}
	})
}
