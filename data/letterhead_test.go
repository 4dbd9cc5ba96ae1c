package data

import (
	"errors"
	"testing"

	"cosohoi/data/day"
)

func TestEveryOrganHasItsLetterhead(t *testing.T) {
	db, _ := fresh(t)
	if _, err := db.LetterheadOn(background(), testDay); !errors.Is(err, ErrNotFound) {
		t.Errorf("without any: %v", err)
	}
	head := func(organ, place string, from day.Date, usual bool) {
		store(t, db, &Letterhead{ValidFrom: from, Issuer: "BAN", OrganSymbol: organ, Place: place, Usual: usual})
	}
	head("BTV", "Nam Định", day.Date{}, true)
	head("BCH", "Nam Định", day.Of(2023, 1, 1), false)
	head("BTV", "Ninh Bình", day.Of(2025, 7, 1), false) // a correction need not be marked again
	head("BCH", "Ninh Bình", day.Of(2025, 7, 1), false)
	for _, c := range []struct {
		on           day.Date
		organ        []string
		symbol, city string // "" is none
	}{
		{day.Of(2022, 1, 1), nil, "BTV", "Nam Định"},
		{day.Of(2024, 1, 1), []string{""}, "BTV", "Nam Định"}, // newer, but that of the usual organ
		{day.Of(2024, 1, 1), []string{"BCH"}, "BCH", "Nam Định"},
		{day.Of(2024, 1, 1), []string{"BTV"}, "BTV", "Nam Định"},
		{day.Of(2025, 7, 1), []string{"BCH"}, "BCH", "Ninh Bình"},
		{day.Of(2025, 7, 1), nil, "BTV", "Ninh Bình"},
		{day.Of(2022, 1, 1), []string{"BCH"}, "", ""},
		{day.Of(2025, 7, 1), []string{"ĐCT"}, "", ""},
	} {
		l, err := db.LetterheadOn(background(), c.on, c.organ...)
		if c.symbol == "" {
			if !errors.Is(err, ErrNotFound) {
				t.Errorf("%s, %q: %+v, %v; want none", c.on, c.organ, l, err)
			}
			continue
		}
		if err != nil || l.OrganSymbol != c.symbol || l.Place != c.city {
			t.Errorf("%s, %q: %s %s, %v; want %s %s", c.on, c.organ, l.OrganSymbol, l.Place, err, c.symbol, c.city)
		}
	}
}

func TestWithoutAMarkTheNewestLetterheadIsTheUsualOne(t *testing.T) {
	db, _ := fresh(t)
	for year, organ := range map[int]string{2022: "BTV", 2024: "BCH"} {
		store(t, db, &Letterhead{ValidFrom: day.Of(year, 1, 1), Issuer: "BAN", OrganSymbol: organ, Place: "Nam Định"})
	}
	for year, want := range map[int]string{2023: "BTV", 2025: "BCH"} {
		if l, err := db.LetterheadOn(background(), day.Of(year, 1, 1)); err != nil || l.OrganSymbol != want {
			t.Errorf("%d: %s, %v; want %s", year, l.OrganSymbol, err, want)
		}
	}
}
