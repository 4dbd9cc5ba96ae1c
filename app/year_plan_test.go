package app

import (
	"strings"
	"testing"

	"cosohoi/data/day"
)

// TestYearPlanAddsUp has the year 2024 of a province with ten districts, 226 communes and its affiliates: the half year and the middle of the term,
// and in January the visits of the year 2023; every sum is that of the visits themselves.
func TestYearPlanAddsUp(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 7, 15)
	o := founded(t, today)
	plan := must(o.YearPlan(ctx, today, 2024, 0))(t)
	visits := must(o.visitsOfYear(ctx, today, 2024, 0))(t)
	if len(plan.Days) != 366 {
		t.Errorf("%d days, want 366", len(plan.Days))
	}
	sumDays, sumRows := 0, 0
	for i, d := range plan.Days {
		sumDays += d.Visits
		if d.Visits > 0 && d.Off {
			t.Errorf("%d visits on day %d of the year, which is off", d.Visits, i+1)
		}
	}
	for _, r := range plan.Rows {
		for m, n := range r.Months {
			sumRows += n
			if n > 0 && m != 0 && m != 6 && m != 8 && m != 9 {
				t.Errorf("%s has %d visits in month %d; January, July, September and October have them", r.Name, n, m+1)
			}
		}
	}
	if sumDays != len(visits) || sumRows != len(visits) || len(visits) < 3*236 {
		t.Errorf("days %d, rows %d, visits %d", sumDays, sumRows, len(visits))
	}
	if len(plan.Rows) != 11 || plan.Rows[0].Name != "Tỉnh Nam Định" || plan.RowTitle != "Đơn vị kiểm tra" {
		t.Errorf("%d rows under %q, first %q; want the province and ten districts", len(plan.Rows), plan.RowTitle, plan.Rows[0].Name)
	}
	for _, want := range []string{"01/01 Tết Dương lịch", "08/02–12/02 Tết Nguyên đán", "13/02–14/02 Nghỉ bù Tết Nguyên đán", "18/04 Giỗ Tổ Hùng Vương"} {
		if !strings.Contains(plan.Holidays, want) {
			t.Errorf("holidays %q lack %q", plan.Holidays, want)
		}
	}
	haiHau := unit(t, o, today, "366")
	own := must(o.YearPlan(ctx, today, 2024, haiHau.ID))(t)
	if len(own.Visits) != 3*(34+1) || !strings.HasSuffix(own.Title, "HUYỆN HẢI HẬU") {
		t.Errorf("%s has %d visits, want three rounds of 34 communes and of the district itself", own.Title, len(own.Visits))
	}
	if empty := must(o.YearPlan(ctx, today, 2019, 0))(t); len(empty.Visits) != 0 || len(empty.Days) != 365 {
		t.Errorf("2019, before the term: %d visits, %d days", len(empty.Visits), len(empty.Days))
	}
}

// TestYearPlanIsOnePage draws years with many visits, few and none.
func TestYearPlanIsOnePage(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 7, 15)
	o := founded(t, today)
	for _, c := range []struct {
		year int
		unit int64
	}{{2024, 0}, {2024, unit(t, o, today, "14230").ID}, {2019, 0}} {
		paper := must(o.YearPlanPaper(ctx, today, c.year, c.unit))(t)
		if n := strings.Count(string(paper.PDF), "/Type /Page\n"); n != 1 {
			t.Errorf("%d: %d pages, want one", c.year, n)
		}
		if !strings.Contains(string(paper.PDF), "/MediaBox [0 0 841.89 595.28]") {
			t.Errorf("%d: the page is not A4 across", c.year)
		}
		again := must(o.YearPlanPaper(ctx, today, c.year, c.unit))(t)
		if string(again.PDF) != string(paper.PDF) {
			t.Errorf("%d: the same plan gives other bytes", c.year)
		}
	}
}
