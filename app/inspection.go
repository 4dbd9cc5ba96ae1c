package app

import (
	"context"
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
)

// RoundRow is a round with the tally of its visits on a day.
type RoundRow struct {
	data.Round
	Tally
}

// Tally counts the visits of a round: owed, done by the day, and late on it. What was cancelled is not owed; a recheck belongs to the
// visit that it looks at.
type Tally struct{ Owed, Done, Late int }

func (t *Tally) add(v data.Visit, state State) {
	if state == CalledOff || v.Origin == data.Rechecks {
		return
	}
	t.Owed++
	switch state {
	case Done:
		t.Done++
	case Overdue:
		t.Late++
	}
}

// VisitRow is a visit with the words that a list shows.
type VisitRow struct {
	data.Visit
	Round     string
	Unit      data.UnitOn
	District  string // the unit directly above: "Huyện Hải Hậu", or "Tỉnh Nam Định"
	Team      []data.TeamMember
	State     State
	Days      int
	Stage     Stage
	Open      int // remedies that are not done
	Inspector data.UnitOn
	// Above is the unit directly above: the inspector but for a sample, which is inspected from two levels up.
	Above data.UnitOn
}

// LeaderName is the name of the head of the team, "" when none is noted.
func (v VisitRow) LeaderName() string {
	for _, m := range v.Team {
		if m.Role == data.Leader {
			return m.FullName
		}
	}
	return ""
}

// Title names the visit: "Kiểm tra 6 tháng đầu năm 2024 – xã Hải Vân".
func (v VisitRow) Title() string {
	return "Kiểm tra " + lowerFirstWord(v.Round) + " – " + v.Unit.Kind + " " + v.Unit.Name
}

// UnitLabel names the unit, a commune with the district that inspects it.
func (v VisitRow) UnitLabel() string {
	if v.Unit.Level == data.BaseUnit && v.Above.Level == data.District {
		return v.Unit.Label() + ", " + lowerKind(v.District)
	}
	return v.Unit.Label()
}

// StateText says where the visit stands: how far it has come when it was held or does not go on, else how near its day is: "đã kiểm tra", "quá hạn 5 ngày", "chậm 2 ngày", "còn 3 ngày", "hôm nay",
// "dự kiến".
func (v VisitRow) StateText() string {
	switch {
	case v.State == Done, v.State == CalledOff:
		return v.Stage.String()
	case v.State == Overdue:
		return fmt.Sprintf("quá hạn %d ngày", v.Days)
	case v.State == Behind:
		return fmt.Sprintf("chậm %d ngày", v.Days)
	case v.State == Soon && v.Days == 0:
		return "hôm nay"
	case v.State == Soon:
		return fmt.Sprintf("còn %d ngày", v.Days)
	}
	return "dự kiến"
}

// Rounds lists the rounds of a term by due date, with their tallies on a day.
func (o *Office) Rounds(ctx context.Context, on day.Date, termID int64) ([]RoundRow, error) {
	rounds, err := o.db.Rounds(ctx, termID)
	if err != nil {
		return nil, err
	}
	rows := make([]RoundRow, len(rounds))
	at := map[int64]int{}
	for i, r := range rounds {
		rows[i].Round = r
		at[r.ID] = i
	}
	visits, err := o.db.VisitStates(ctx, roundIDs(rounds))
	if err != nil {
		return nil, err
	}
	for _, v := range visits {
		row := &rows[at[v.RoundID]]
		state, _ := VisitState(v, row.DueOn, on)
		row.add(v, state)
	}
	return rows, nil
}

// Overdue counts the visits that are overdue on a day in the term of the day.
func (o *Office) Overdue(ctx context.Context, on day.Date) (int, error) {
	term, ok, err := o.TermOn(ctx, on)
	if err != nil || !ok {
		return 0, err
	}
	return o.db.CountOverdue(ctx, on, term.ID)
}

func roundIDs(rounds []data.Round) []int64 {
	ids := make([]int64, len(rounds))
	for i, r := range rounds {
		ids[i] = r.ID
	}
	return ids
}

// VisitsOf lists the visits of some rounds by planned date as they stand on a day. Units are named as on the
// last day of the round's period.
func (o *Office) VisitsOf(ctx context.Context, on day.Date, rounds []data.Round) ([]VisitRow, error) {
	visits, err := o.db.Visits(ctx, roundIDs(rounds))
	if err != nil {
		return nil, err
	}
	return o.visitRows(ctx, on, visits, rounds)
}

// VisitsOfUnit lists all visits to a unit, the latest first.
func (o *Office) VisitsOfUnit(ctx context.Context, on day.Date, unit int64) ([]VisitRow, error) {
	visits, err := o.db.VisitsOfUnit(ctx, unit)
	if err != nil {
		return nil, err
	}
	rounds, err := o.roundsOf(ctx, visits)
	if err != nil {
		return nil, err
	}
	return o.visitRows(ctx, on, visits, rounds)
}

// roundsOf returns the rounds to which some visits belong.
func (o *Office) roundsOf(ctx context.Context, visits []data.Visit) ([]data.Round, error) {
	known := map[int64]bool{}
	var rounds []data.Round
	for _, v := range visits {
		if known[v.RoundID] {
			continue
		}
		known[v.RoundID] = true
		r, err := o.db.Round(ctx, v.RoundID)
		if err != nil {
			return nil, err
		}
		rounds = append(rounds, r)
	}
	return rounds, nil
}

func (o *Office) visitRows(ctx context.Context, on day.Date, visits []data.Visit, rounds []data.Round) ([]VisitRow, error) {
	ids := roundIDs(rounds)
	teams, err := o.db.TeamsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	open, err := o.db.CountOpenRemedies(ctx, on, ids)
	if err != nil {
		return nil, err
	}
	lives, err := o.inspectedLives(ctx)
	if err != nil {
		return nil, err
	}
	round := map[int64]data.Round{}
	for _, r := range rounds {
		round[r.ID] = r
	}
	rows := make([]VisitRow, len(visits))
	for i, v := range visits {
		r := round[v.RoundID]
		row := VisitRow{Visit: v, Round: r.Name, Team: teams[v.ID], Open: open[v.ID]}
		row.Unit, row.Inspector = lives.then(v.UnitID, r.PeriodTo), lives.then(v.InspectorID, r.PeriodTo)
		row.Above = row.Inspector
		if v.Origin == data.Sampled {
			if parent := lives.then(row.Unit.ParentID, r.PeriodTo); parent.ID != 0 {
				row.Above = parent
			}
		}
		if row.Above.ID != 0 {
			row.District = row.Above.Label()
		}
		row.State, row.Days = VisitState(v, r.DueOn, on)
		row.Stage = StageOf(v, row.Open, on)
		rows[i] = row
	}
	return rows, nil
}

// unitStates are the states of units by unit, in the order of time.
type unitStates map[int64][]data.UnitOn

// inspectedLives are the states of all units that inspect or are inspected. They are some hundreds; a term has thousands of visits to them.
func (o *Office) inspectedLives(ctx context.Context) (unitStates, error) {
	spans, err := o.db.UnitSpans(ctx, append([]data.Level{data.Province}, InspectedLevels...))
	lives := make(unitStates, len(spans))
	for _, s := range spans {
		lives[s.ID] = append(lives[s.ID], s.UnitOn)
	}
	return lives, err
}

// then is a unit as it was on a day. One that did not exist then, such as one that was closed after the office had fixed the day, has its last
// name.
func (u unitStates) then(id int64, on day.Date) data.UnitOn {
	states := u[id]
	for _, s := range states {
		if !s.ValidFrom.After(on) && (s.ValidTo.IsZero() || !s.ValidTo.Last().Before(on)) {
			return s
		}
	}
	if len(states) == 0 {
		return data.UnitOn{}
	}
	return states[len(states)-1]
}

// VisitPage is what the screen shows of one visit: the visit itself and the last one to the same unit before it.
type VisitPage struct {
	VisitRow
	Period   data.Round
	Previous *VisitRow
}

// VisitPage collects a visit as it stands on a day.
func (o *Office) VisitPage(ctx context.Context, on day.Date, id int64) (VisitPage, error) {
	v, err := o.db.Visit(ctx, id)
	if err != nil {
		return VisitPage{}, err
	}
	all, err := o.VisitsOfUnit(ctx, on, v.UnitID)
	if err != nil {
		return VisitPage{}, err
	}
	var page VisitPage
	if page.Period, err = o.db.Round(ctx, v.RoundID); err != nil {
		return VisitPage{}, err
	}
	for i := range all {
		switch {
		case all[i].ID == id:
			page.VisitRow = all[i]
		case all[i].State == Done && page.ID == id && page.Previous == nil:
			page.Previous = &all[i]
		}
	}
	return page, nil
}

// VisitResult is what the office notes of a visit that took place.
type VisitResult struct {
	// BegunOn is the first day at the unit, zero for a visit of one day; DoneOn is the last.
	BegunOn, DoneOn day.Date
	Team            []Seat
	Note            string
}

// RecordVisit notes that a visit took place, or corrects what was noted. A postponed visit goes on by that; a cancelled one is refused.
func (o *Office) RecordVisit(ctx context.Context, visit data.Visit, r VisitResult) error {
	switch {
	case visit.Halt == data.Cancelled:
		return Problem("Cuộc kiểm tra này đã hủy; hãy bỏ hủy rồi ghi kết quả.")
	case !visit.ClosedOn.IsZero():
		return Problem("Hồ sơ cuộc kiểm tra này đã đóng ngày %s; hãy mở lại hồ sơ rồi sửa.", visit.ClosedOn)
	case !r.DoneOn.IsFull():
		return Problem("Hãy gõ đủ ngày kiểm tra, ví dụ 10/07/2024.")
	case r.DoneOn.After(o.Today()):
		return Problem("Ngày kiểm tra %s ở tương lai; cuộc kiểm tra chưa diễn ra thì hãy đổi ngày dự kiến.", r.DoneOn)
	}
	if err := checkSeats(r.Team); err != nil {
		return err
	}
	round, err := o.db.Round(ctx, visit.RoundID)
	if err != nil {
		return err
	}
	if r.DoneOn.Before(round.PeriodFrom) {
		return Problem("Ngày kiểm tra %s trước kỳ được kiểm tra, bắt đầu ngày %s; hãy chọn đúng đợt hoặc sửa ngày.", r.DoneOn, round.PeriodFrom)
	}
	_, err = o.db.Write(ctx, "Ghi kết quả kiểm tra", func(tx *data.Tx) error {
		if _, err := unitThen(ctx, tx.Reader, visit.UnitID, r.DoneOn); err != nil {
			return err
		}
		visit.DoneOn, visit.Note = r.DoneOn, r.Note
		if !r.BegunOn.IsZero() || visit.BegunOn.After(r.DoneOn) {
			visit.BegunOn = r.BegunOn
		}
		if visit.NotifiedOn.After(r.DoneOn) {
			return Problem("Ngày kiểm tra %s trước ngày thông báo %s; hãy sửa lại ngày.", r.DoneOn, visit.NotifiedOn)
		}
		resume(&visit)
		if err := tx.Update(&visit); err != nil {
			return err
		}
		return o.saveTeam(ctx, tx, visit, r.Team)
	})
	return err
}

// MoveVisit gives a visit another planned day, which re-planning leaves alone.
func (o *Office) MoveVisit(ctx context.Context, visit data.Visit, to day.Date) error {
	if err := o.checkPlanned(ctx, visit, to); err != nil {
		return err
	}
	_, err := o.db.Write(ctx, "Đổi ngày kiểm tra", func(tx *data.Tx) error {
		visit.PlannedOn, visit.Moved = to, true
		return tx.Update(&visit)
	})
	return err
}

// checkPlanned refuses a day on which a visit cannot be planned.
func (o *Office) checkPlanned(ctx context.Context, visit data.Visit, to day.Date) error {
	round, err := o.db.Round(ctx, visit.RoundID)
	if err != nil {
		return err
	}
	switch {
	case !to.IsFull():
		return Problem("Hãy gõ đủ ngày dự kiến, ví dụ 10/07/2024.")
	case !visit.DoneOn.IsZero():
		return Problem("Cuộc kiểm tra này đã diễn ra ngày %s nên không đổi ngày dự kiến được.", visit.DoneOn)
	case to.Before(round.PeriodFrom):
		return Problem("Ngày dự kiến %s trước kỳ được kiểm tra, bắt đầu ngày %s; hãy chọn ngày sau đó.", to, round.PeriodFrom)
	case visit.Origin != data.Rechecks && to.After(round.DueOn) && o.Today().Before(round.DueOn):
		return Problem("Ngày dự kiến %s sau hạn của đợt, ngày %s; hãy chọn ngày trong hạn.", to, round.DueOn)
	}
	_, err = unitThen(ctx, o.db.Reader, visit.UnitID, to)
	return err
}
