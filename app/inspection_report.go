package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
)

// affiliatesName is the row of the affiliates in a table by district.
const affiliatesName = "Các đơn vị trực thuộc"

// inspectionReport collects the report on the inspections of a round, of the rounds whose period ends in the first half of a year or in the
// year, or of a term.
func (o *Office) inspectionReport(ctx context.Context, r PaperRequest) (drafter, string, error) {
	covered, err := o.covered(ctx, r)
	if err != nil {
		return nil, "", err
	}
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	visits, err := o.VisitsOf(ctx, r.AsOf, covered.rounds)
	if err != nil {
		return nil, "", err
	}
	visits = slices.DeleteFunc(visits, func(v VisitRow) bool { return v.State == CalledOff })
	report := reports.InspectionReport{
		Letterhead: letterhead, Date: r.Date.Time(), Basis: basis,
		Period: covered.name, From: covered.from.Time(), To: covered.to.Time(), AsOf: r.AsOf.Time(), Term: covered.term.Name,
	}
	fillInspections(&report, covered.rounds, visits)
	if report.Found, err = o.inspectionFindings(ctx, r.AsOf, visits); err != nil {
		return nil, "", err
	}
	if r.Period == WholeTerm {
		report.Notes = nil // those of years; what was found stands by fields of work
		if err := o.addUnvisited(ctx, &report.Found, r.AsOf, covered.term); err != nil {
			return nil, "", err
		}
	}
	return report, "Báo cáo kết quả kiểm tra, giám sát " + covered.name, nil
}

// coveredTime is what a report on inspections is about.
type coveredTime struct {
	name     string
	from, to day.Date
	term     data.Term
	rounds   []data.Round
}

func (o *Office) covered(ctx context.Context, r PaperRequest) (c coveredTime, err error) {
	switch r.Period {
	case OneRound:
		round, err := o.db.Round(ctx, r.Round)
		if err != nil {
			return c, err
		}
		c = coveredTime{name: roundPeriod(round), from: round.PeriodFrom, to: round.PeriodTo, rounds: []data.Round{round}}
		c.term, err = o.db.Term(ctx, round.TermID)
		return c, err
	case WholeTerm:
		if c.term, err = o.termOf(ctx, r); err != nil {
			return c, err
		}
		c.name, c.from, c.to = "nhiệm kỳ "+c.term.Name, c.term.FirstDay, c.term.LastDay
		c.rounds, err = o.db.Rounds(ctx, c.term.ID)
		// Rounds that have not begun say nothing yet.
		c.rounds = slices.DeleteFunc(c.rounds, func(round data.Round) bool { return round.PeriodFrom.After(r.AsOf) })
		return c, err
	}
	c.name, c.from, c.to = fmt.Sprintf("năm %d", r.Year), day.Of(r.Year, 1, 1), day.Of(r.Year, 12, 31)
	if r.Period == FirstHalf {
		c.name, c.to = fmt.Sprintf("6 tháng đầu năm %d", r.Year), day.Of(r.Year, 6, 30)
	}
	term, ok, err := o.TermOn(ctx, c.to)
	if err != nil {
		return c, err
	}
	if !ok || c.to.Before(term.FirstDay) || c.from.After(term.LastDay) {
		return c, Problem("Không có nhiệm kỳ nào gồm %s nên chưa có đợt kiểm tra để báo cáo; hãy thêm nhiệm kỳ trong Cài đặt.", c.name)
	}
	c.term = term
	all, err := o.db.Rounds(ctx, term.ID)
	c.rounds = slices.DeleteFunc(all, func(r data.Round) bool { return r.PeriodTo.Before(c.from) || r.PeriodTo.After(c.to) })
	return c, err
}

// fillInspections puts rounds and visits into the report: a row for each district in the order of its first
// visit, the affiliates in one row at the end.
func fillInspections(report *reports.InspectionReport, rounds []data.Round, visits []VisitRow) {
	column := map[int64]int{}
	for i, r := range rounds {
		column[r.ID] = i
		report.Rounds = append(report.Rounds, reports.ReportRound{Name: r.Name, From: r.PeriodFrom.Time(), To: r.PeriodTo.Time(), Due: r.DueOn.Time()})
	}
	rows := map[string][]reports.ReportTally{}
	var names []string
	for _, v := range visits {
		name := districtRow(v)
		if rows[name] == nil {
			rows[name] = make([]reports.ReportTally, len(rounds))
			names = append(names, name)
		}
		if v.Origin == data.Rechecks {
			continue // a second look at a visit that is counted
		}
		tally := &rows[name][column[v.RoundID]]
		tally.Owed++
		switch v.State {
		case Done:
			tally.Done++
			if v.Note != "" {
				report.Notes = append(report.Notes, reports.ReportNote{Unit: UnionName(v.Unit, false), District: name, Date: v.DoneOn.Time(), Leader: v.LeaderName(), Note: strings.ReplaceAll(v.Note, "\n", " ")})
			}
		case Overdue:
			tally.Late++
			report.Late = append(report.Late, reports.ReportLate{Unit: UnionName(v.Unit, false), District: name, Round: v.Round, Planned: v.PlannedOn.Time()})
		}
	}
	slices.SortFunc(names, compareDistricts)
	for _, name := range names {
		report.Districts = append(report.Districts, reports.ReportDistrict{Name: name, Tallies: rows[name]})
	}
}

// compareDistricts orders the rows of a table by district, the affiliates last.
func compareDistricts(a, b string) int {
	if (a == affiliatesName) != (b == affiliatesName) {
		if a == affiliatesName {
			return 1
		}
		return -1
	}
	return strings.Compare(vietnamese.SortKey(a), vietnamese.SortKey(b))
}

// districtRow names the row of a visit: its district, or that of the district itself. Communes directly
// under the province stand under its name.
func districtRow(v VisitRow) string {
	switch v.Unit.Level {
	case data.Affiliate:
		return affiliatesName
	case data.District:
		return v.Unit.Label()
	}
	return v.District
}
