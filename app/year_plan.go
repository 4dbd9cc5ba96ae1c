package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports/yearplan"
)

// YearPlan gives the inspections of a calendar year as they stand on a day: those of all terms or, with a unit, those that it makes or
// receives. What was cancelled is left out.
func (o *Office) YearPlan(ctx context.Context, on day.Date, year int, unit int64) (yearplan.Plan, error) {
	calendar, err := o.Calendar(ctx)
	if err != nil {
		return yearplan.Plan{}, err
	}
	visits, err := o.visitsOfYear(ctx, on, year, unit)
	if err != nil {
		return yearplan.Plan{}, err
	}
	province, err := o.Province(ctx, on)
	if err != nil {
		return yearplan.Plan{}, err
	}
	plan := yearplan.Plan{
		Office: strings.ToUpper(UnionName(province, true)),
		Title:  fmt.Sprintf("LỊCH KIỂM TRA, GIÁM SÁT NĂM %d", year),
		Remark: fmt.Sprintf("%d cuộc; tính đến %s", len(visits), on),
		Year:   year, Made: on.Time(), Holidays: holidayLine(calendar, year),
	}
	if unit != 0 {
		u, err := unitThen(ctx, o.db.Reader, unit, on)
		if err != nil {
			return yearplan.Plan{}, err
		}
		plan.Title += " – " + strings.ToUpper(u.Label())
	}
	at := map[day.Date]int{}
	for d := day.Of(year, 1, 1); d.Year == year; d = d.AddDays(1) {
		at[d] = len(plan.Days)
		plan.Days = append(plan.Days, yearplan.Day{Off: !calendar.IsWorkingDay(d), Holiday: calendar.Holiday(d) != ""})
	}
	for _, v := range visits {
		d := v.Day()
		plan.Days[at[d]].Visits++
		line := yearplan.Visit{Day: d.String()[:5], Unit: v.Unit.Label(), Inspector: v.District}
		plan.Visits = append(plan.Visits, line)
	}
	plan.RowTitle, plan.Rows = yearRows(visits)
	return plan, nil
}

// visitsOfYear lists the visits of a year in order of their days.
func (o *Office) visitsOfYear(ctx context.Context, on day.Date, year int, unit int64) ([]VisitRow, error) {
	terms, err := o.db.Terms(ctx)
	if err != nil {
		return nil, err
	}
	var visits []VisitRow
	for _, term := range terms {
		// A visit that is late may be made in the year after its term.
		if term.FirstDay.Year > year || term.LastDay.Year+1 < year {
			continue
		}
		rows, err := o.TermVisits(ctx, on, term.ID)
		if err != nil {
			return nil, err
		}
		visits = append(visits, slices.DeleteFunc(rows, func(v VisitRow) bool {
			return v.Day().Year != year || v.Halt == data.Cancelled || (unit != 0 && v.UnitID != unit && v.InspectorID != unit)
		})...)
	}
	CalendarOrder(visits, nil)
	return visits, nil
}

// yearRows sums visits up by who inspects, those with most units above first by name; when all are made by one unit, by round.
func yearRows(visits []VisitRow) (title string, rows []yearplan.Row) {
	inspectors := map[int64]bool{}
	for _, v := range visits {
		inspectors[v.InspectorID] = true
	}
	title = "Đơn vị kiểm tra"
	name := func(v VisitRow) string { return v.District }
	if len(inspectors) == 1 {
		title = "Đợt kiểm tra"
		name = func(v VisitRow) string { return v.Round }
	}
	order := map[string]string{}
	by := map[string]*yearplan.Row{}
	for _, v := range visits {
		key := name(v)
		if by[key] == nil {
			by[key] = &yearplan.Row{Name: key}
			order[key] = v.Day().ISO()
			if len(inspectors) > 1 {
				order[key] = string('1'+rune(min(slices.Index(treeOrder, v.Inspector.Level), 8))) + v.Inspector.SortKey
			}
		}
		by[key].Months[v.Day().Month-1]++
	}
	for _, r := range by {
		rows = append(rows, *r)
	}
	slices.SortFunc(rows, func(a, b yearplan.Row) int {
		return cmp.Or(cmp.Compare(order[a.Name], order[b.Name]), cmp.Compare(a.Name, b.Name))
	})
	return title, rows
}

// holidayLine names the days off of a year, runs of one name together: "01/01 Tết Dương lịch; 08/02–12/02 Tết Nguyên đán".
func holidayLine(calendar Calendar, year int) string {
	var parts []string
	off := calendar.DaysOff(year)
	for i := 0; i < len(off); {
		first, last := off[i], off[i]
		for i++; i < len(off) && off[i].Name == first.Name && off[i].On == last.On.AddDays(1); i++ {
			last = off[i]
		}
		run := first.On.String()[:5]
		if last.On != first.On {
			run += "–" + last.On.String()[:5]
		}
		parts = append(parts, run+" "+first.Name)
	}
	return strings.Join(parts, "; ") + "."
}

// YearPlanPaper draws the inspections of a year on one page, ready to be shown and printed.
func (o *Office) YearPlanPaper(ctx context.Context, on day.Date, year int, unit int64) (Paper, error) {
	plan, err := o.YearPlan(ctx, on, year, unit)
	if err != nil {
		return Paper{}, err
	}
	pdf, err := yearplan.PDF(plan)
	title := fmt.Sprintf("Lịch kiểm tra năm %d", year)
	return Paper{Title: title, FileName: FileName(title) + ".pdf", PDF: pdf}, err
}
