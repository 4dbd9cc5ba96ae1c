package app_test

import (
	"testing"

	"cosohoi/app"
	"cosohoi/data/day"
)

// TestRetiresOn: months from the annex of Nghị định 135/2020/NĐ-CP, whose pensions begin on the day after the last one at work.
func TestRetiresOn(t *testing.T) {
	cases := []struct {
		birth  day.Date
		female bool
		last   string
		why    string
	}{
		{day.Of(1965, 12, 31), true, "31/12/2020", "the last month under the old age of 55"},
		{day.Of(1966, 1, 1), true, "31/05/2021", "55 years 4 months; pension from 6/2021"},
		{day.Of(1966, 8, 20), true, "31/12/2021", "the last month with 55 years 4 months"},
		{day.Of(1966, 9, 1), true, "31/05/2022", "55 years 8 months; pension from 6/2022"},
		{day.Of(1970, 3, 15), true, "31/07/2027", "57 years 4 months, since 57 years would be in 2027 already"},
		{day.Of(1975, 4, 30), true, "31/12/2034", "the last month with 59 years 8 months"},
		{day.Of(1975, 5, 1), true, "31/05/2035", "60 years from 2035 on"},
		{day.Of(1990, 2, 0), true, "28/02/2050", "the month is enough; it ends on the 28th"},
		{day.Of(1960, 12, 1), false, "31/12/2020", "the last month under the old age of 60"},
		{day.Of(1961, 1, 1), false, "30/04/2021", "60 years 3 months; pension from 5/2021"},
		{day.Of(1961, 10, 1), false, "30/04/2022", "60 years 6 months, since 3 months would be in 2022 already"},
		{day.Of(1966, 4, 1), false, "30/04/2028", "62 years from 2028 on"},
	}
	for _, c := range cases {
		last, ok := app.RetiresOn(c.birth, c.female)
		if !ok || last.String() != c.last {
			t.Errorf("born %s, female %v: %s, %v; want %s (%s)", c.birth, c.female, last, ok, c.last, c.why)
		}
	}
	for _, birth := range []day.Date{{}, day.Of(1970, 0, 0)} {
		if last, ok := app.RetiresOn(birth, true); ok {
			t.Errorf("born %q: %s, though the month is not known", birth, last)
		}
	}
}
