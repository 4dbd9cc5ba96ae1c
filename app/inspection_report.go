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

// inspectionReport collects the report on the inspections whose period ends in the first half of a year, or in the year.
func (o *Office) inspectionReport(ctx context.Context, r PaperRequest) (drafter, string, error) {
	from, to := day.Of(r.Year, 1, 1), day.Of(r.Year, 12, 31)
	period := fmt.Sprintf("năm %d", r.Year)
	if r.Period == FirstHalf {
		to = day.Of(r.Year, 6, 30)
		period = fmt.Sprintf("6 tháng đầu năm %d", r.Year)
	}
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	term, ok, err := o.TermOn(ctx, to)
	if err != nil {
		return nil, "", err
	}
	if !ok || to.Before(term.FirstDay) || from.After(term.LastDay) {
		return nil, "", Problem("Không có nhiệm kỳ nào gồm %s nên chưa có đợt kiểm tra để báo cáo; hãy thêm nhiệm kỳ trong Cài đặt.", period)
	}
	all, err := o.db.Rounds(ctx, term.ID)
	if err != nil {
		return nil, "", err
	}
	rounds := slices.DeleteFunc(all, func(r data.Round) bool { return r.PeriodTo.Before(from) || r.PeriodTo.After(to) })
	visits, err := o.VisitsOf(ctx, r.AsOf, rounds)
	if err != nil {
		return nil, "", err
	}
	report := reports.InspectionReport{
		Letterhead: letterhead, Date: r.Date.Time(), Basis: basis,
		Period: period, From: from.Time(), To: to.Time(), AsOf: r.AsOf.Time(), Term: term.Name,
	}
	fillInspections(&report, rounds, visits)
	return report, "Báo cáo kết quả kiểm tra, giám sát " + period, nil
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
	slices.SortFunc(names, func(a, b string) int {
		if (a == affiliatesName) != (b == affiliatesName) {
			if a == affiliatesName {
				return 1
			}
			return -1
		}
		return strings.Compare(vietnamese.SortKey(a), vietnamese.SortKey(b))
	})
	for _, name := range names {
		report.Districts = append(report.Districts, reports.ReportDistrict{Name: name, Tallies: rows[name]})
	}
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
