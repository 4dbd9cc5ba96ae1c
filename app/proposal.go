package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Weights of the reasons for which a unit is proposed. They only put units in an order; the office decides, and sees the reasons.
const (
	weightNever     = 40 // never visited in the term
	weightMonth     = 1  // each month over freshMonths since the last visit, at most weightMost
	weightMost      = 24
	weightOwn       = 20 // in the term only the level between visited it, not the province itself
	weightLate      = 12 // a remedy that is overdue
	weightOpen      = 5  // each open remedy, at most three
	weightFailed    = 25 // the last visit found the unit chưa đạt
	weightPassed    = 10 // … đạt
	weightWorst     = 20 // the last yearly rating is the worst of its scheme
	weightLow       = 8  // … the one above it
	weightTarget    = 3  // each target that is missed, at most five
	weightHardship  = 15
	weightReligious = 10

	freshMonths = 6
	mostOpen    = 3
	mostMissed  = 5
)

// Candidate is a unit that could be visited in a round, with what the records say of it.
type Candidate struct {
	Unit data.UnitOn
	// Above names the unit directly above, the group of which a number is proposed: "Huyện Hải Hậu".
	Above   string
	AboveID int64
	// LastVisit is when it was last visited, zero for never; InTerm whether that was in the term.
	LastVisit day.Date
	InTerm    bool
	// Own tells that the province itself visited it in the term.
	Own bool
	// Open are its remedies that are not done, Late those of them that are overdue.
	Open, Late int
	// Level is what the form of the last visit made of it, "" when none was filled in.
	Level string
	// Rating is its last yearly rating; the zero value when it was never rated.
	Rating data.LatestUnitRating
	// Missed are the codes of the targets that it misses, without those that it did not report.
	Missed []string
}

// Proposal is a candidate with why it should be visited.
type Proposal struct {
	Candidate
	Weight  int
	Reasons []string
	// Chosen tells that it is among those proposed.
	Chosen bool
}

// Propose ranks candidates as of a day and chooses the first number of each group, all when number is 0. Groups stand in the order of the
// candidates; within one, of equal weights the one visited longest ago goes first.
func Propose(on day.Date, candidates []Candidate, number int) []Proposal {
	proposals := make([]Proposal, len(candidates))
	group := map[int64]int{}
	for i, c := range candidates {
		if _, known := group[c.AboveID]; !known {
			group[c.AboveID] = len(group)
		}
		proposals[i] = c.weigh(on)
	}
	slices.SortStableFunc(proposals, func(a, b Proposal) int {
		return cmp.Or(cmp.Compare(group[a.AboveID], group[b.AboveID]), cmp.Compare(b.Weight, a.Weight), a.LastVisit.Compare(b.LastVisit))
	})
	taken := map[int64]int{}
	for i := range proposals {
		p := &proposals[i]
		p.Chosen = number == 0 || taken[p.AboveID] < number
		taken[p.AboveID]++
	}
	return proposals
}

func (c Candidate) weigh(on day.Date) Proposal {
	p := Proposal{Candidate: c}
	add := func(weight int, reason string, args ...any) {
		p.Weight += weight
		p.Reasons = append(p.Reasons, fmt.Sprintf(reason, args...))
	}
	switch {
	case c.LastVisit.IsZero():
		add(weightNever+weightMost, "Chưa được kiểm tra lần nào")
	case !c.InTerm:
		add(weightNever+min(monthsAway(c.LastVisit, on), weightMost), "Chưa được kiểm tra trong nhiệm kỳ; lần gần nhất %s", c.LastVisit)
	default:
		if months := monthsBetween(c.LastVisit, on); months > freshMonths {
			add(min(monthsAway(c.LastVisit, on), weightMost), "Đã %d tháng chưa kiểm tra lại, từ %s", months, c.LastVisit)
		}
	}
	switch {
	case c.Late > 0:
		add(weightLate+weightOpen*min(c.Open, mostOpen), "%d kiến nghị chưa khắc phục, %d quá hạn", c.Open, c.Late)
	case c.Open > 0:
		add(weightOpen*min(c.Open, mostOpen), "%d kiến nghị chưa khắc phục", c.Open)
	}
	switch c.Level {
	case LevelFailed:
		add(weightFailed, "Lần kiểm tra trước chưa đạt")
	case LevelPassed:
		add(weightPassed, "Lần kiểm tra trước chỉ ở mức đạt")
	}
	switch {
	case c.Rating.Year == 0 || c.Rating.Worse > 1:
	case c.Rating.Worse == 0:
		add(weightWorst, "Xếp loại năm %d: %s", c.Rating.Year, vietnamese.LowerFirst(c.Rating.Level))
	default:
		add(weightLow, "Xếp loại năm %d: %s", c.Rating.Year, vietnamese.LowerFirst(c.Rating.Level))
	}
	if n := len(c.Missed); n > 0 {
		add(weightTarget*min(n, mostMissed), "Chưa đạt %d chỉ tiêu: %s", n, strings.Join(c.Missed, ", "))
	}
	if c.Unit.Hardship {
		add(weightHardship, "Đơn vị khó khăn")
	}
	if c.Unit.Religious {
		add(weightReligious, "Có đông đồng bào có đạo")
	}
	if c.InTerm && !c.Own { // last, since it is true of most
		add(weightOwn, "Tỉnh chưa trực tiếp kiểm tra trong nhiệm kỳ")
	}
	return p
}

// monthsAway is the weight of the time since a visit.
func monthsAway(last, on day.Date) int {
	return weightMonth * max(monthsBetween(last, on)-freshMonths, 0)
}

// monthsBetween counts the whole months from one day to another.
func monthsBetween(from, to day.Date) int {
	months := (to.Year-from.Year)*12 + to.Month - from.Month
	if to.Day < from.Day {
		months--
	}
	return months
}

// Candidates lists the units that the province could visit in a round besides those that it owes a visit, as of a day: in a round of the
// rhythms the cơ sở two levels down, in the others every unit that is inspected. Those that the round has already in that way are left out.
// They stand by the unit above, then by name.
func (o *Office) Candidates(ctx context.Context, on day.Date, round data.Round) ([]Candidate, error) {
	term, err := o.db.Term(ctx, round.TermID)
	if err != nil {
		return nil, err
	}
	province, err := o.Province(ctx, on)
	if err != nil {
		return nil, err
	}
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: InspectedLevels})
	if err != nil {
		return nil, err
	}
	visits, err := o.db.Visits(ctx, []int64{round.ID})
	if err != nil {
		return nil, err
	}
	planned := map[int64]bool{}
	for _, v := range visits {
		planned[v.UnitID] = planned[v.UnitID] || v.Origin == data.Sampled || v.Origin == data.Besides
	}
	above := map[int64]data.UnitOn{province.ID: province}
	rank := map[int64]int{} // units come by name
	for _, u := range units {
		above[u.ID] = u
		rank[u.ID] = len(rank) + 1
	}
	var candidates []Candidate
	for _, u := range units {
		direct := u.ParentID == province.ID
		if planned[u.ID] || (isRhythm(round.Rhythm) && direct) {
			continue
		}
		candidates = append(candidates, Candidate{Unit: u, AboveID: u.ParentID, Above: above[u.ParentID].Label()})
	}
	slices.SortStableFunc(candidates, func(a, b Candidate) int { return cmp.Compare(rank[a.AboveID], rank[b.AboveID]) })
	return candidates, o.describe(ctx, on, term, province.ID, candidates)
}

// isRhythm tells the rounds of the plan's rhythms from those that the office makes.
func isRhythm(r data.Rhythm) bool { return r != data.Extra && r != data.Theme }

// describe fills in what the records say of candidates.
func (o *Office) describe(ctx context.Context, on day.Date, term data.Term, province int64, candidates []Candidate) error {
	done, err := o.db.DoneVisits(ctx, on)
	if err != nil {
		return err
	}
	last, own := map[int64]data.Visit{}, map[int64]bool{}
	for _, v := range done {
		last[v.UnitID] = v
		if v.InspectorID == province && !v.DoneOn.Before(term.FirstDay) {
			own[v.UnitID] = true
		}
	}
	remedies, err := o.db.Remedies(ctx, data.RemedyQuery{OpenOn: on})
	if err != nil {
		return err
	}
	open, late := map[int64]int{}, map[int64]int{}
	for _, m := range remedies {
		open[m.UnitID]++
		if m.DueOn.Before(on) {
			late[m.UnitID]++
		}
	}
	var visits []data.Visit
	for _, c := range candidates {
		if v, ok := last[c.Unit.ID]; ok && v.ChecklistID != 0 {
			visits = append(visits, v)
		}
	}
	levels, err := o.visitLevels(ctx, visits)
	if err != nil {
		return err
	}
	ratings, err := o.db.LatestUnitRatings(ctx, on.Year)
	if err != nil {
		return err
	}
	targets, err := o.MeasureTargets(ctx, TargetQuery{On: on})
	if err != nil {
		return err
	}
	for i := range candidates {
		c := &candidates[i]
		c.Rating = ratings[c.Unit.ID]
		for _, m := range targets {
			if !m.IsTotal() && m.State(m.Units[c.Unit.ID]) == TargetMissed { // a total is a goal of the whole province
				c.Missed = append(c.Missed, m.Code)
			}
		}
		v := last[c.Unit.ID]
		c.LastVisit, c.InTerm = v.DoneOn, !v.DoneOn.IsZero() && !v.DoneOn.Before(term.FirstDay)
		c.Own = own[c.Unit.ID]
		c.Open, c.Late, c.Level = open[c.Unit.ID], late[c.Unit.ID], levels[v.ID]
	}
	return nil
}

// ProposedDays are the days over which the visits of a round to come are spread: the working days from its first day for visits, or from
// a day after that, to its due date; when that is over the first working day from then on.
func ProposedDays(round data.Round, from day.Date, calendar Calendar) []day.Date {
	first := round.PeriodFrom
	if isRhythm(round.Rhythm) {
		first = visitsFrom(round.PeriodTo, round.DueOn, calendar)
	}
	if from.After(first) {
		first = from
	}
	if first.After(round.DueOn) {
		for !calendar.IsWorkingDay(first) {
			first = first.AddDays(1)
		}
		return []day.Date{first}
	}
	return calendar.WorkingDays(first, round.DueOn)
}

// Pick is a unit that the office takes into a round.
type Pick struct {
	Unit    int64
	On      day.Date
	Reasons []string
}

// Spread gives picks evenly spread days, in their order.
func Spread(picks []Pick, days []day.Date) {
	for i := range picks {
		picks[i].On = days[i*len(days)/len(picks)]
	}
}

// TakeIn takes units into a round, to be visited by the province: as samples in a round of the rhythms. All or none; a unit that does not
// exist on its day is refused. The sample of the round is remembered as the number to propose next time.
func (o *Office) TakeIn(ctx context.Context, round data.Round, picks []Pick) error {
	if len(picks) == 0 {
		return Problem("Chưa chọn đơn vị nào cho đợt “%s”; hãy đánh dấu ít nhất một đơn vị.", round.Name)
	}
	origin := data.Sampled
	if !isRhythm(round.Rhythm) {
		origin = data.Besides
	}
	_, err := o.db.Write(ctx, "Chọn đơn vị kiểm tra: "+round.Name, func(tx *data.Tx) error {
		visits := make([]data.Visit, len(picks))
		for i, p := range picks {
			unit, err := unitThen(ctx, tx.Reader, p.Unit, p.On)
			if err != nil {
				return err
			}
			if p.On.Before(round.PeriodFrom) {
				return Problem("Ngày kiểm tra %s của %s trước kỳ được kiểm tra, bắt đầu ngày %s; hãy chọn ngày sau đó.", p.On, lowerKind(unit.Label()), round.PeriodFrom)
			}
			inspector, err := o.Province(ctx, p.On)
			if err != nil {
				return err
			}
			visits[i] = data.Visit{RoundID: round.ID, UnitID: p.Unit, InspectorID: inspector.ID, Origin: origin, PlannedOn: p.On, Moved: true, Reasons: strings.Join(p.Reasons, "\n")}
		}
		stored, err := tx.Round(ctx, round.ID)
		if err != nil {
			return err
		}
		if stored.Sample != round.Sample {
			stored.Sample = round.Sample
			if err := tx.Update(&stored); err != nil {
				return err
			}
		}
		return data.InsertAll(tx, visits)
	})
	return err
}

// TakeOut takes a unit out of a round again. Only what the office chose itself and has not begun can be taken out.
func (o *Office) TakeOut(ctx context.Context, visit data.Visit) error {
	switch {
	case visit.Origin != data.Sampled && visit.Origin != data.Besides:
		return Problem("Cuộc kiểm tra này theo lịch của nhiệm kỳ nên không bỏ được; hãy ghi hủy kèm lý do.")
	case !visit.NotifiedOn.IsZero() || !visit.BegunOn.IsZero() || !visit.DoneOn.IsZero():
		return Problem("Cuộc kiểm tra này đã thông báo hoặc đã diễn ra nên không bỏ được; hãy ghi hủy kèm lý do.")
	}
	_, err := o.db.Write(ctx, "Bỏ đơn vị khỏi đợt kiểm tra", func(tx *data.Tx) error { return tx.Remove(&visit) })
	return err
}
