package layout

import (
	"testing"
	"time"

	"cosohoi/reports/form"
)

func TestLongDate(t *testing.T) {
	for _, c := range []struct {
		year  int
		month time.Month
		day   int
		want  string
		rule  string
	}{
		{2023, 7, 4, "ngày 04 tháng 7 năm 2023", "day under 10 takes a zero, July does not"},
		{2020, 1, 5, "ngày 05 tháng 01 năm 2020", "January takes a zero"},
		{2024, 2, 29, "ngày 29 tháng 02 năm 2024", "February takes a zero"},
		{2024, 3, 10, "ngày 10 tháng 3 năm 2024", "March takes none, nor day 10"},
		{2019, 6, 29, "ngày 29 tháng 6 năm 2019", "the example of the decree"},
		{2023, 12, 31, "ngày 31 tháng 12 năm 2023", "two digits stay"},
	} {
		if got := LongDate(time.Date(c.year, c.month, c.day, 0, 0, 0, 0, time.UTC)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.rule, got, c.want)
		}
	}
}

func TestUndatedDraftLeavesRoom(t *testing.T) {
	if got, want := DateOrRoom(time.Time{}, 2026), "ngày     tháng     năm 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumberedSymbol(t *testing.T) {
	for _, c := range []struct {
		number int
		want   string
		rule   string
	}{
		{5, "05/KH-BCH", "numbers under 10 take a zero"},
		{10, "10/KH-BCH", "10 takes none"},
		{77, "77/KH-BCH", "no spaces around / and -"},
		{314, "314/KH-BCH", "three digits stay"},
	} {
		if got := NumberedSymbol(c.number, "KH-BCH"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.rule, got, c.want)
		}
	}
	room := new(typesetter).measure(numberRoom, form.Decree(14).Number)
	if room < 9 || room > 12 {
		t.Errorf("the room for a number written by hand is %.1f mm, want about 10", room)
	}
}
