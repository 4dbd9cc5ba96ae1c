package app

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"cosohoi/data"
	"cosohoi/data/day"
)

// How far an overview looks ahead, in days: for terms, certificates and retirement, and for visits.
const (
	runningOutDays = 180
	visitDays      = 30
)

// Overview is what the first screen shows of a unit on a day.
type Overview struct {
	Unit  data.UnitOn
	Below data.UnitCount
	data.CadreCounts
	// Term is that of the visits, with an empty name when there is none.
	Term data.Term
	// Reminders are the things to be done, without those that there are none of.
	Reminders []Reminder
	// Visits are those that have not taken place and are planned by 30 days from now, the overdue first.
	Visits  []VisitRow
	Overdue int // of Visits
	Following
}

// ReminderKind names a sort of thing to be done.
type ReminderKind string

// The kinds of reminders.
const (
	RemindVacant       ReminderKind = "vacant"
	RemindWaiting      ReminderKind = "waiting"
	RemindTerms        ReminderKind = "terms"
	RemindProbation    ReminderKind = "probation"
	RemindCertificates ReminderKind = "certificates"
	RemindVisits       ReminderKind = "visits"
	RemindRetirement   ReminderKind = "retirement"
	RemindTwins        ReminderKind = "twins"
	RemindReturns      ReminderKind = "returns"
	RemindRequests     ReminderKind = "requests"
	RemindRemedies     ReminderKind = "remedies"
	RemindConclusions  ReminderKind = "conclusions"
	RemindUnvisited    ReminderKind = "unvisited"
	RemindRecurrent    ReminderKind = "recurrent"
)

// Reminder is one line of what is to be done.
type Reminder struct {
	Kind ReminderKind
	// Level is that of the vacant posts.
	Level data.Level
	Count int
	// Late is how many of them are past their time.
	Late int
	What string // after the count: "chức danh khuyết ở cơ sở"
}

// overviewKey is what an overview is kept under.
type overviewKey struct {
	on   day.Date
	unit int64
}

// Overview counts what the office is to know and to do of a unit, 0 for the whole province, on a day; at once when asked again.
func (o *Office) Overview(ctx context.Context, on day.Date, unit int64) (Overview, error) {
	return o.overviews.of(overviewKey{on, unit}, func() (Overview, error) { return o.countOverview(ctx, data.Scope{On: on, Unit: unit}) })
}

func (o *Office) countOverview(ctx context.Context, s data.Scope) (Overview, error) {
	var v Overview
	var err error
	var twins sync.WaitGroup
	defer twins.Wait()
	if s.Unit == 0 {
		// The longest count needs nothing of the others. It is remembered for when the reminders ask, who then see an error too.
		twins.Go(func() { _, _ = o.twinPairs(ctx) })
		provinces, err := o.db.UnitsOn(ctx, s.On, data.UnitQuery{Levels: []data.Level{data.Province}})
		if err == nil && len(provinces) == 0 {
			err = data.ErrNotFound
		}
		if err != nil {
			return v, err
		}
		v.Unit = provinces[0]
		if v.Below, err = o.db.LevelCounts(ctx, s.On); err != nil {
			return v, err
		}
	} else {
		if v.Unit, err = o.db.UnitOn(ctx, s.On, s.Unit); err != nil {
			return v, err
		}
		if v.Below, err = o.db.CountBelow(ctx, s.On, s.Unit); err != nil {
			return v, err
		}
		v.Below[v.Unit.Level]++
	}
	head, err := o.branchHeadPosition(ctx)
	if err != nil {
		return v, err
	}
	if v.CadreCounts, err = o.db.CountServing(ctx, s, head); err != nil {
		return v, err
	}
	if v.Term, _, err = o.TermOn(ctx, s.On); err != nil {
		return v, err
	}
	if v.Visits, err = o.openVisits(ctx, s, v.Term); err != nil {
		return v, err
	}
	for _, visit := range v.Visits {
		if visit.State == Overdue {
			v.Overdue++
		}
	}
	open, err := o.openRemedies(ctx, s, v.Term)
	if err != nil {
		return v, err
	}
	if v.Following, err = o.following(ctx, s, v.Term, open); err != nil {
		return v, err
	}
	twins.Wait()
	v.Reminders, err = o.reminders(ctx, s, v, open)
	return v, err
}

// branchHeadPosition is the post of the chi hội trưởng, 0 when there is none.
func (o *Office) branchHeadPosition(ctx context.Context) (int64, error) {
	positions, err := o.db.Positions(ctx)
	at := slices.IndexFunc(positions, func(p data.Position) bool { return p.Code == branchHead })
	if err != nil || at < 0 {
		return 0, err
	}
	return positions[at].ID, nil
}

// openVisits lists the visits that are to be made in the next days, the overdue first.
func (o *Office) openVisits(ctx context.Context, s data.Scope, term data.Term) ([]VisitRow, error) {
	visits, err := o.db.VisitsOpen(ctx, s, term.ID, s.On.AddDays(visitDays))
	if err != nil || len(visits) == 0 {
		return nil, err
	}
	rounds, err := o.db.Rounds(ctx, term.ID)
	if err != nil {
		return nil, err
	}
	rows, err := o.visitRows(ctx, s.On, visits, rounds)
	rows = slices.DeleteFunc(rows, func(v VisitRow) bool { return v.State == CalledOff })
	slices.SortStableFunc(rows, func(a, b VisitRow) int { return overdueFirst(a) - overdueFirst(b) })
	return rows, err
}

func overdueFirst(v VisitRow) int {
	if v.State == Overdue {
		return 0
	}
	return 1
}

// vacantAt says where posts are vacant.
var vacantAt = map[data.Level]string{
	data.Province: "cấp tỉnh", data.District: "cấp huyện", data.Affiliate: "đơn vị trực thuộc", data.BaseUnit: "cơ sở", data.Branch: "chi hội", data.Group: "tổ phụ nữ",
}

// reminders lists what is to be done. What concerns the whole office stands only in the overview of the province.
func (o *Office) reminders(ctx context.Context, s data.Scope, v Overview, open []data.Remedy) ([]Reminder, error) {
	var all []Reminder
	add := func(r Reminder) {
		if r.Count > 0 {
			all = append(all, r)
		}
	}
	add(Reminder{Kind: RemindVisits, Count: v.Overdue, Late: v.Overdue, What: "cuộc kiểm tra quá hạn"})
	inspections, err := o.inspectionReminders(ctx, s, v.Term, open)
	if err != nil {
		return nil, err
	}
	for _, r := range inspections {
		add(r)
	}
	if s.Unit == 0 {
		_, late, err := o.lateReturns(ctx, s.On)
		if err != nil {
			return nil, err
		}
		add(Reminder{Kind: RemindReturns, Count: len(late), Late: len(late), What: "biểu số liệu kỳ quá hạn chưa nộp"})
		requests, err := o.db.PersonalRequests(ctx)
		if err != nil {
			return nil, err
		}
		open := Reminder{Kind: RemindRequests, What: "yêu cầu dữ liệu cá nhân chưa trả lời"}
		for _, r := range requests {
			if r.AnsweredOn.IsZero() {
				open.Count++
				if r.AnswerBy.Before(s.On) {
					open.Late++
				}
			}
		}
		add(open)
	}
	waiting, err := o.db.Waiting(ctx, s)
	if err != nil {
		return nil, err
	}
	add(Reminder{Kind: RemindWaiting, Count: len(onePerCadre(waiting)), What: "cán bộ cần bố trí lại sau sắp xếp tổ chức"})
	vacant, err := o.db.CountVacant(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, level := range treeOrder {
		add(Reminder{Kind: RemindVacant, Level: level, Count: vacant[level], What: "chức danh khuyết ở " + vacantAt[level]})
	}
	terms, err := o.termsRunningOut(ctx, s)
	if err != nil {
		return nil, err
	}
	ending := Reminder{Kind: RemindTerms, Count: len(terms), What: fmt.Sprintf("nhiệm kỳ đã hết hoặc còn dưới %d ngày", runningOutDays)}
	for _, t := range terms {
		if t.last.Before(s.On) {
			ending.Late++
		}
	}
	add(ending)
	add(Reminder{Kind: RemindProbation, Count: v.ProbationOver, What: "đảng viên dự bị đủ 12 tháng"})
	retiring, err := o.retiring(ctx, s)
	if err != nil {
		return nil, err
	}
	leaving := Reminder{Kind: RemindRetirement, Count: len(retiring), What: fmt.Sprintf("cán bộ chuyên trách nghỉ hưu trong %d ngày tới", runningOutDays)}
	for _, r := range retiring {
		if r.last.Before(s.On) {
			leaving.Late++
		}
	}
	add(leaving)
	certificates, err := o.db.CertificatesExpiring(ctx, s, s.On.AddDays(runningOutDays))
	if err != nil {
		return nil, err
	}
	add(Reminder{Kind: RemindCertificates, Count: len(certificates), What: "giấy chứng nhận bồi dưỡng Đảng sắp hết hạn"})
	if s.Unit == 0 {
		twins, err := o.twinCadres(ctx)
		if err != nil {
			return nil, err
		}
		add(Reminder{Kind: RemindTwins, Count: len(twins), What: "hồ sơ cán bộ có thể trùng nhau"})
	}
	return all, nil
}

// onePerCadre keeps the first post of each cadre.
func onePerCadre(posts []data.Post) []data.Post {
	seen := map[int64]bool{}
	return slices.DeleteFunc(slices.Clone(posts), func(p data.Post) bool {
		known := seen[p.CadreID]
		seen[p.CadreID] = true
		return known
	})
}

// retiringCadre is one who works full time, with her last day at work.
type retiringCadre struct {
	data.Cadre
	last day.Date
}

// retiring lists those whose retirement is near or has come, the earliest first.
func (o *Office) retiring(ctx context.Context, s data.Scope) ([]retiringCadre, error) {
	by := s.On.AddDays(runningOutDays)
	youngest := by.AddMonths(-retirementMonths(0, true))
	cadres, err := o.db.Retiring(ctx, s, youngest)
	var near []retiringCadre
	for _, c := range cadres {
		if last, ok := RetiresOn(c.Birth, c.Female); ok && !last.After(by) {
			near = append(near, retiringCadre{c, last})
		}
	}
	slices.SortStableFunc(near, func(a, b retiringCadre) int { return a.last.Compare(b.last) })
	return near, err
}

// endingTerm is a term that is over or soon will be; unit 0 marks one of the whole province.
type endingTerm struct {
	unit int64
	name string
	last day.Date
}

// termsRunningOut lists the terms of units that end soon or have ended without a new one and, for the whole province, the general terms
// that end soon.
func (o *Office) termsRunningOut(ctx context.Context, s data.Scope) ([]endingTerm, error) {
	by := s.On.AddDays(runningOutDays)
	var ending []endingTerm
	if s.Unit == 0 {
		general, err := o.db.Terms(ctx)
		if err != nil {
			return nil, err
		}
		for _, t := range general {
			if !t.LastDay.Before(s.On) && !t.LastDay.After(by) {
				ending = append(ending, endingTerm{name: t.Name, last: t.LastDay})
			}
		}
	}
	terms, err := o.db.TermsRunningOut(ctx, s, by)
	for _, t := range terms {
		ending = append(ending, endingTerm{t.UnitID, UnitTermName(t), t.LastDay})
	}
	return ending, err
}

// UnitTermName names the term of a unit: "khóa XVII, 2021 - 2026".
func UnitTermName(t data.UnitTerm) string {
	if t.Ordinal == "" {
		return t.Name
	}
	return "khóa " + t.Ordinal + ", " + t.Name
}
