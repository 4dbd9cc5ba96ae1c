package lunar

import (
	"testing"

	"pgregory.net/rapid"

	"cosohoi/data/day"
)

// TestKnownDays compares with the calendars that were printed, and with the one known difference to come from Beijing's.
func TestKnownDays(t *testing.T) {
	for _, c := range []struct {
		day  day.Date
		want Date
		why  string
	}{
		{day.Of(2021, 2, 12), Date{2021, 1, 1, false}, "Tết Tân Sửu"},
		{day.Of(2022, 2, 1), Date{2022, 1, 1, false}, "Tết Nhâm Dần"},
		{day.Of(2023, 1, 22), Date{2023, 1, 1, false}, "Tết Quý Mão"},
		{day.Of(2024, 2, 10), Date{2024, 1, 1, false}, "Tết Giáp Thìn"},
		{day.Of(2025, 1, 29), Date{2025, 1, 1, false}, "Tết Ất Tỵ"},
		{day.Of(2026, 2, 17), Date{2026, 1, 1, false}, "Tết Bính Ngọ"},
		{day.Of(2027, 2, 6), Date{2027, 1, 1, false}, "Tết Đinh Mùi"},
		{day.Of(2028, 1, 26), Date{2028, 1, 1, false}, "Tết Mậu Thân"},
		{day.Of(2029, 2, 13), Date{2029, 1, 1, false}, "Tết Kỷ Dậu"},
		{day.Of(2030, 2, 2), Date{2030, 1, 1, false}, "Tết Canh Tuất: new moon at 23:07 in Hanoi, after midnight in Beijing"},
		{day.Of(2031, 1, 23), Date{2031, 1, 1, false}, "Tết Tân Hợi"},
		{day.Of(2007, 2, 17), Date{2007, 1, 1, false}, "Tết Đinh Hợi: a day before Beijing"},
		{day.Of(1985, 1, 21), Date{1985, 1, 1, false}, "Tết Ất Sửu: a month before Beijing"},
		{day.Of(2021, 4, 21), Date{2021, 3, 10, false}, "Giỗ Tổ"},
		{day.Of(2022, 4, 10), Date{2022, 3, 10, false}, "Giỗ Tổ"},
		{day.Of(2023, 4, 29), Date{2023, 3, 10, false}, "Giỗ Tổ after a leap second month"},
		{day.Of(2024, 4, 18), Date{2024, 3, 10, false}, "Giỗ Tổ"},
		{day.Of(2025, 4, 7), Date{2025, 3, 10, false}, "Giỗ Tổ"},
		{day.Of(2026, 4, 26), Date{2026, 3, 10, false}, "Giỗ Tổ"},
		{day.Of(2027, 4, 16), Date{2027, 3, 10, false}, "Giỗ Tổ"},
		{day.Of(2028, 4, 4), Date{2028, 3, 10, false}, "Giỗ Tổ: new moon on 26/03"},
		{day.Of(2029, 4, 23), Date{2029, 3, 10, false}, "Giỗ Tổ: new moon on 14/04 at 04:40 in Hanoi"},
		{day.Of(2030, 4, 12), Date{2030, 3, 10, false}, "Giỗ Tổ: new moon on 03/04"},
		{day.Of(2031, 4, 1), Date{2031, 3, 10, false}, "Giỗ Tổ: new moon on 23/03"},
		{day.Of(2023, 3, 22), Date{2023, 2, 1, true}, "2023 had two second months"},
		{day.Of(2025, 7, 25), Date{2025, 6, 1, true}, "2025 had two sixth months"},
		{day.Of(2024, 2, 9), Date{2023, 12, 30, false}, "the last day of Quý Mão"},
		{day.Of(2025, 1, 28), Date{2024, 12, 29, false}, "Giáp Thìn ended on the 29th"},
	} {
		if got := Of(c.day); got != c.want {
			t.Errorf("%s: %s is %+v, want %+v", c.why, c.day, got, c.want)
		}
		if got := c.want.Solar(); got != c.day {
			t.Errorf("%s: %+v is %s, want %s", c.why, c.want, got, c.day)
		}
	}
}

// TestDaysFollowEachOther goes through the years: a lunar day leads back to its day, and the next one is the next of the month or a first.
func TestDaysFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := day.Of(1980, 1, 1).AddDays(rapid.IntRange(0, 26000).Draw(t, "day"))
		l := Of(d)
		if back := l.Solar(); back != d {
			t.Fatalf("%s is %+v, which is %s", d, l, back)
		}
		next := Of(d.AddDays(1))
		follows := next == (Date{l.Year, l.Month, l.Day + 1, l.Leap}) && l.Day < 30
		begins := next.Day == 1 && l.Day >= 29 && (next.Month == l.Month%12+1 || next.Month == l.Month && next.Leap)
		if !follows && !begins {
			t.Fatalf("after %+v comes %+v", l, next)
		}
	})
}
