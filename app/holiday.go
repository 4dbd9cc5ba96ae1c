package app

import (
	"context"
	"slices"
	"sync"
	"time"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/lunar"
)

// DayOff is a day on which the office does not work, with its name.
type DayOff struct {
	On   day.Date
	Name string
}

// Names of the public holidays.
const (
	newYearsDay    = "Tết Dương lịch"
	lunarNewYear   = "Tết Nguyên đán"
	ancestorsDay   = "Giỗ Tổ Hùng Vương"
	liberationDay  = "Ngày Chiến thắng"
	workersDay     = "Quốc tế Lao động"
	nationalDay    = "Quốc khánh"
	compensatedDay = "Nghỉ bù "
)

// publicHolidays gives the days off of a year after Bộ luật Lao động 2019: the holidays of Điều 112, and after Điều 111 khoản 3 the next
// working day for each that falls on a Saturday or Sunday. Where the law leaves the choice to the Prime Minister it is as he decided from 2021 to
// 2026: Tết has two days of the old year and three of the new, or one and four when it falls on a Tuesday; with Quốc khánh goes the day that
// makes the longer run with the weekend, the day after it on a Sunday, Monday or Thursday, else the day before. What he decides otherwise
// is entered as a special day. Quốc khánh has had two days since 2021.
func publicHolidays(year int) []DayOff {
	var holidays []DayOff
	add := func(d day.Date, name string) { holidays = append(holidays, DayOff{d, name}) }
	add(day.Of(year, 1, 1), newYearsDay)
	tet := lunar.NewYear(year)
	first := tet.AddDays(-2)
	if tet.Time().Weekday() == time.Tuesday {
		first = tet.AddDays(-1)
	}
	for i := range 5 {
		add(first.AddDays(i), lunarNewYear)
	}
	add(lunar.Date{Year: year, Month: 3, Day: 10}.Solar(), ancestorsDay)
	add(day.Of(year, 4, 30), liberationDay)
	add(day.Of(year, 5, 1), workersDay)
	national := day.Of(year, 9, 2)
	if year >= 2021 {
		switch national.Time().Weekday() {
		case time.Sunday, time.Monday, time.Thursday:
			add(national.AddDays(1), nationalDay)
		default:
			add(national.AddDays(-1), nationalDay)
		}
	}
	add(national, nationalDay)
	slices.SortFunc(holidays, func(a, b DayOff) int { return a.On.Compare(b.On) })
	taken := map[day.Date]bool{}
	for _, h := range holidays {
		taken[h.On] = true
	}
	for _, h := range slices.Clone(holidays) {
		if !isWeekend(h.On) {
			continue
		}
		instead := h.On
		for taken[instead] || isWeekend(instead) {
			instead = instead.AddDays(1)
		}
		taken[instead] = true
		add(instead, compensatedDay+h.Name)
	}
	slices.SortFunc(holidays, func(a, b DayOff) int { return a.On.Compare(b.On) })
	return holidays
}

// holidayYears keeps the public holidays of the years asked for, by day.
var holidayYears sync.Map

func holidayNames(year int) map[day.Date]string {
	if known, ok := holidayYears.Load(year); ok {
		return known.(map[day.Date]string)
	}
	names := map[day.Date]string{}
	for _, h := range publicHolidays(year) {
		if names[h.On] == "" { // Giỗ Tổ and Ngày Chiến thắng can be one day
			names[h.On] = h.Name
		} else {
			names[h.On] += ", " + h.Name
		}
	}
	holidayYears.Store(year, names)
	return names
}

func isWeekend(d day.Date) bool {
	weekday := d.Time().Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

// Calendar knows on which days the office works: Monday to Friday but for public holidays, unless a special day says otherwise. Without
// special days its zero value is right.
type Calendar struct{ special []data.SpecialDay }

// Calendar is the calendar of the office.
func (o *Office) Calendar(ctx context.Context) (Calendar, error) { return calendarOf(ctx, o.db.Reader) }

func calendarOf(ctx context.Context, r data.Reader) (Calendar, error) {
	special, err := r.SpecialDays(ctx)
	return Calendar{special}, err
}

// specialOn finds the special day that holds a day, of several the one entered for the shortest time.
func (c Calendar) specialOn(d day.Date) (found data.SpecialDay, ok bool) {
	for _, s := range c.special {
		if s.FirstDay.After(d) || s.LastDay.Before(d) {
			continue
		}
		if !ok || s.LastDay.DaysSince(s.FirstDay) < found.LastDay.DaysSince(found.FirstDay) {
			found, ok = s, true
		}
	}
	return found, ok
}

// Holiday is the name of the day off that falls on a day, "" for none. A Saturday or Sunday is a day off without a name.
func (c Calendar) Holiday(d day.Date) string {
	if s, ok := c.specialOn(d); ok {
		if s.Working {
			return ""
		}
		return s.Name
	}
	return holidayNames(d.Year)[d]
}

// MakeUp is the name under which a Saturday, Sunday or holiday is worked, "" when it is not.
func (c Calendar) MakeUp(d day.Date) string {
	if s, ok := c.specialOn(d); ok && s.Working {
		return s.Name
	}
	return ""
}

// IsWorkingDay tells whether the office works on a day.
func (c Calendar) IsWorkingDay(d day.Date) bool {
	if s, ok := c.specialOn(d); ok {
		return s.Working
	}
	return !isWeekend(d) && holidayNames(d.Year)[d] == ""
}

// WorkingDays lists the working days from one day to another; the last day alone when there is none.
func (c Calendar) WorkingDays(from, to day.Date) []day.Date {
	var days []day.Date
	for d := from; !d.After(to); d = d.AddDays(1) {
		if c.IsWorkingDay(d) {
			days = append(days, d)
		}
	}
	if len(days) == 0 {
		days = []day.Date{to}
	}
	return days
}

// Objection says why a day is a bad one for a visit, "" when it is a working day. The office may choose it all the same.
func (c Calendar) Objection(d day.Date) string {
	switch name := c.Holiday(d); {
	case c.IsWorkingDay(d):
		return ""
	case name != "":
		return "Ngày " + d.String() + " là ngày nghỉ: " + name + "."
	case d.Time().Weekday() == time.Saturday:
		return "Ngày " + d.String() + " là Thứ Bảy."
	}
	return "Ngày " + d.String() + " là Chủ nhật."
}

// DaysOff lists the days off with a name in a year, by day.
func (c Calendar) DaysOff(year int) []DayOff {
	var days []DayOff
	for d := day.Of(year, 1, 1); d.Year == year; d = d.AddDays(1) {
		if name := c.Holiday(d); name != "" {
			days = append(days, DayOff{d, name})
		}
	}
	return days
}

// SpecialDays lists the days off and the worked days that the office entered, by day.
func (o *Office) SpecialDays(ctx context.Context) ([]data.SpecialDay, error) {
	return o.db.SpecialDays(ctx)
}

// SaveSpecialDay adds or changes a special day. Visits that are planned on it stay where they are: the calendar shows them, and
// planning the term again moves them.
func (o *Office) SaveSpecialDay(ctx context.Context, s data.SpecialDay) error {
	label := "Sửa ngày nghỉ, ngày làm bù"
	if s.ID == 0 {
		label = "Thêm ngày nghỉ, ngày làm bù"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		if s.ID == 0 {
			return tx.Insert(&s)
		}
		return tx.Update(&s)
	})
	return err
}

// RemoveSpecialDay puts a special day into the recycle bin.
func (o *Office) RemoveSpecialDay(ctx context.Context, s data.SpecialDay) error {
	_, err := o.db.Write(ctx, "Xóa ngày nghỉ, ngày làm bù", func(tx *data.Tx) error { return tx.Remove(&s) })
	return err
}
