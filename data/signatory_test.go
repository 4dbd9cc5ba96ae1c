package data

import (
	"strings"
	"testing"

	"cosohoi/data/day"
)

func TestWhoMaySignOnADay(t *testing.T) {
	db, _ := fresh(t)
	for _, s := range []Signatory{
		{OrganSymbol: "BTV", Name: "Phó Một", Deputy: "KT. CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", ValidFrom: day.Of(2021, 1, 1)},
		{OrganSymbol: "BTV", Name: "Chủ tịch cũ", Position: "CHỦ TỊCH", ValidTo: day.Of(2023, 5, 31), Main: true},
		{OrganSymbol: "BTV", Name: "Chủ tịch mới", Position: "CHỦ TỊCH", ValidFrom: day.Of(2023, 6, 1), Main: true},
		{OrganSymbol: "BCH", Name: "Chủ tịch mới", Position: "CHỦ TỊCH", ValidFrom: day.Of(2023, 6, 1)},
	} {
		store(t, db, &s)
	}
	for _, c := range []struct {
		on          day.Date
		organ, want string
	}{
		{day.Of(2023, 5, 31), "BTV", "BTV Chủ tịch cũ, BTV Phó Một"}, // the last day counts, the main one is first
		{day.Of(2023, 6, 1), "BTV", "BTV Chủ tịch mới, BTV Phó Một"},
		{day.Of(2023, 6, 1), "BCH", "BCH Chủ tịch mới"},
		{day.Of(2020, 1, 1), "BCH", ""},
		{day.Of(2023, 6, 1), "", "BTV Chủ tịch mới, BCH Chủ tịch mới, BTV Phó Một"},
	} {
		signatories, err := db.SignatoriesOn(background(), c.on, c.organ)
		fail(t, err)
		var got []string
		for _, s := range signatories {
			got = append(got, s.OrganSymbol+" "+s.Name)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s, %q: %q, want %q", c.on, c.organ, got, c.want)
		}
	}
	if all, err := db.Signatories(background()); err != nil || len(all) != 4 {
		t.Errorf("%d signatories in all, %v; want 4", len(all), err)
	}
	for says, s := range map[string]Signatory{
		"họ tên và chức vụ":      {Position: "CHỦ TỊCH"},
		"sớm hơn ngày bắt đầu":   {Name: "A", Position: "CHỦ TỊCH", ValidFrom: day.Of(2024, 1, 1), ValidTo: day.Of(2023, 1, 1)},
		"cần có họ tên và chức ": {Name: "A"},
	} {
		if got := refused(t, db, func(tx *Tx) error { return tx.Insert(&s) }); !strings.Contains(got, says) {
			t.Errorf("the user is told %q, want %q", got, says)
		}
	}
}
