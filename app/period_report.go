package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// periodReport collects one of the four reports on the work of the Union (plan 77/KH-BCH, III.5 and IV.2).
func (o *Office) periodReport(ctx context.Context, r PaperRequest) (drafter, string, error) {
	report, term, err := o.period(ctx, r)
	if err != nil {
		return nil, "", err
	}
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	from, to := day.FromTime(report.From), day.FromTime(report.To)
	report.Letterhead, report.Basis, report.Date, report.AsOf, report.Term = letterhead, basis, r.Date.Time(), r.AsOf.Time(), term.Name
	if report.Organisation, err = o.organisation(ctx, r.AsOf); err != nil {
		return nil, "", err
	}
	counted := r.AsOf // not beyond the period, since a year counts for itself
	if to.Before(counted) {
		counted = to
	}
	before := counted.AddMonths(-12) // the same period of the year before
	if r.Kind == reports.MidTermReportID || r.Kind == reports.EndOfTermReportID {
		before = from
	}
	if report.Targets, err = o.targetResults(ctx, counted, before); err != nil {
		return nil, "", err
	}
	if report.PartyTrend, err = o.partyTrend(ctx, counted); err != nil {
		return nil, "", err
	}
	if report.Tasks, err = o.taskResults(ctx, from, to); err != nil {
		return nil, "", err
	}
	if report.Movement, err = o.movementResult(ctx, from, to); err != nil {
		return nil, "", err
	}
	switch r.Kind {
	case reports.HalfYearReportID:
		report.Figures, err = o.periodFigures(ctx, r.Year, data.SpanHalf)
	case reports.YearReportID:
		report.Figures, err = o.periodFigures(ctx, r.Year, data.SpanYear)
	}
	if err != nil {
		return nil, "", err
	}
	if term.ID != 0 {
		rounds, err := o.Rounds(ctx, r.AsOf, term.ID)
		if err != nil {
			return nil, "", err
		}
		var looked []data.Round
		for _, round := range within(rounds, from, to) {
			looked = append(looked, round.Round)
			report.Inspections = append(report.Inspections, reports.RoundResult{Name: round.Name, Tally: reports.ReportTally(round.Tally)})
		}
		visits, err := o.VisitsOf(ctx, r.AsOf, looked)
		if err != nil {
			return nil, "", err
		}
		if report.Found, err = o.inspectionFindings(ctx, r.AsOf, visits); err != nil {
			return nil, "", err
		}
		for _, m := range report.Found.Remedies {
			report.Remedies.Asked, report.Remedies.Done, report.Remedies.Late = report.Remedies.Asked+m.Asked, report.Remedies.Done+m.Done, report.Remedies.Late+m.Late
		}
	}
	switch r.Kind {
	case reports.HalfYearReportID:
		return reports.HalfYearReport{PeriodReport: report}, "Báo cáo " + report.Period, nil
	case reports.YearReportID:
		return reports.YearReport{PeriodReport: report}, "Báo cáo " + report.Period, nil
	case reports.MidTermReportID:
		return reports.MidTermReport{PeriodReport: report}, "Báo cáo sơ kết giữa nhiệm kỳ " + term.Name, nil
	}
	return reports.EndOfTermReport{PeriodReport: report, NextTerm: nextTerm(term.Name)}, "Báo cáo tổng kết nhiệm kỳ " + term.Name, nil
}

// period is the time that a report covers and the term it falls into; the zero Term when there is none.
func (o *Office) period(ctx context.Context, r PaperRequest) (report reports.PeriodReport, term data.Term, err error) {
	year := func(month, day_ int) day.Date { return day.Of(r.Year, month, day_) }
	from, to := year(1, 1), year(12, 31)
	switch r.Kind {
	case reports.HalfYearReportID:
		to, report.Period = year(6, 30), fmt.Sprintf("6 tháng đầu năm %d", r.Year)
	case reports.YearReportID:
		report.Period = fmt.Sprintf("năm %d", r.Year)
	default:
		if term, err = o.termOf(ctx, r); err != nil {
			return report, term, err
		}
		from, to = term.FirstDay, term.LastDay
		if r.Kind == reports.MidTermReportID {
			if to, err = o.middleOf(ctx, term); err != nil {
				return report, term, err
			}
			report.Period = fmt.Sprintf("giai đoạn %d - %d", from.Year, to.Year)
		} else {
			report.Period = "nhiệm kỳ " + term.Name
		}
	}
	if term.ID == 0 {
		found, ok, err := o.TermOn(ctx, to)
		if err != nil {
			return report, term, err
		}
		if ok && !to.Before(found.FirstDay) && !from.After(found.LastDay) {
			term = found
		}
	}
	report.From, report.To = from.Time(), to.Time()
	return report, term, nil
}

// termOf is the term that a request names or, without one, that of the day.
func (o *Office) termOf(ctx context.Context, r PaperRequest) (data.Term, error) {
	if r.Term != 0 {
		return o.db.Term(ctx, r.Term)
	}
	term, ok, err := o.TermOn(ctx, r.AsOf)
	if err == nil && !ok {
		err = Problem("Cơ sở dữ liệu chưa có nhiệm kỳ nào; hãy thêm nhiệm kỳ trong Cài đặt.")
	}
	return term, err
}

// middleOf is the last day of the first half of a term: that of its mid-term round or, without one, the day in the middle.
func (o *Office) middleOf(ctx context.Context, term data.Term) (day.Date, error) {
	rounds, err := o.db.Rounds(ctx, term.ID)
	if err != nil {
		return day.Date{}, err
	}
	for _, r := range rounds {
		if r.Rhythm == data.MidTerm {
			return r.PeriodTo, nil
		}
	}
	return term.FirstDay.AddDays(term.LastDay.DaysSince(term.FirstDay) / 2), nil
}

// nextTerm names the term after one that is named by its years: "2027 - 2032" after "2022 - 2027"; "" for other names.
func nextTerm(name string) string {
	first, last, ok := strings.Cut(name, "-")
	from, err := strconv.Atoi(strings.TrimSpace(first))
	to, err2 := strconv.Atoi(strings.TrimSpace(last))
	if !ok || err != nil || err2 != nil || to <= from {
		return ""
	}
	return fmt.Sprintf("%d - %d", to, 2*to-from)
}

// within keeps the rounds whose period ends in a span of days.
func within(rounds []RoundRow, from, to day.Date) []RoundRow {
	return slices.DeleteFunc(slices.Clone(rounds), func(r RoundRow) bool { return r.PeriodTo.Before(from) || r.PeriodTo.After(to) })
}

// countedLevels are the levels that reports count, with the words for their units and what follows the name of a post there.
var countedLevels = []struct {
	level      data.Level
	name, post string
}{
	{data.District, "Hội Liên hiệp Phụ nữ huyện, thành phố", " Hội Liên hiệp Phụ nữ cấp huyện"},
	{data.Affiliate, "Đơn vị trực thuộc", " đơn vị trực thuộc"},
	{data.BaseUnit, "Cơ sở Hội", " Hội cơ sở"},
	{data.Branch, "Chi hội", ""},
	{data.Group, "Tổ phụ nữ", " tổ phụ nữ"},
}

// branchHead is the code of the post of chi hội trưởng.
const branchHead = "CHT"

// organisation counts units, posts and cadres of the province on a day.
func (o *Office) organisation(ctx context.Context, on day.Date) (reports.Organisation, error) {
	var all reports.Organisation
	totals, err := o.Totals(ctx, on)
	if err != nil {
		return all, err
	}
	all.Cadres = totals.Cadres
	seats, err := o.db.Seats(ctx, on)
	if err != nil {
		return all, err
	}
	for _, l := range countedLevels {
		n := totals.Units[l.level]
		if n == 0 {
			continue
		}
		count := reports.UnitCount{Level: l.name, Count: n}
		for i, s := range slices.DeleteFunc(slices.Clone(seats), func(s data.Seat) bool { return s.Level != l.level }) {
			if i == 0 { // the highest single post of a level is its head
				count.Vacant = s.Seats - s.Filled
			}
			all.Posts = append(all.Posts, reports.PostCount{Post: s.Name + l.post, Seats: s.Seats, Filled: s.Filled})
		}
		all.Units = append(all.Units, count)
	}
	province, err := o.Province(ctx, on)
	if err != nil {
		return all, err
	}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return all, err
	}
	for _, p := range positions {
		if p.Code != branchHead {
			continue
		}
		members, heads, err := o.db.PartyBelow(ctx, on, province.ID, p.ID)
		if err != nil {
			return all, err
		}
		all.PartyHeads = reports.Figure{Numerator: members, Denominator: heads, Known: true}
	}
	return all, nil
}
