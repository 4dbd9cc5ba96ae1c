package data

import (
	"strings"
	"testing"

	"cosohoi/data/day"
)

func TestOfEveryRecipientSetTheOneOfTheDayCounts(t *testing.T) {
	db, _ := fresh(t)
	set := func(name, to string, from day.Date) RecipientSet {
		s := RecipientSet{ValidFrom: from, Name: name, Addressees: to, Recipients: "Như trên\nLưu"}
		store(t, db, &s)
		return s
	}
	set("Gửi Trung ương Hội", "Đoàn Chủ tịch", day.Date{})
	set("Báo cáo lên Tỉnh ủy", "Thường trực Tỉnh ủy Nam Định", day.Date{})
	set("Báo cáo lên Tỉnh ủy", "Thường trực Tỉnh ủy Ninh Bình", day.Of(2025, 7, 1))
	gone := set("Bỏ", "Ai đó", day.Date{})
	write(t, db, func(tx *Tx) error { return tx.Remove(&gone) })
	for on, want := range map[day.Date]string{
		day.Of(2025, 6, 30): "Báo cáo lên Tỉnh ủy: Thường trực Tỉnh ủy Nam Định; Gửi Trung ương Hội: Đoàn Chủ tịch",
		day.Of(2025, 7, 1):  "Báo cáo lên Tỉnh ủy: Thường trực Tỉnh ủy Ninh Bình; Gửi Trung ương Hội: Đoàn Chủ tịch",
	} {
		sets, err := db.RecipientSetsOn(background(), on)
		fail(t, err)
		var got []string
		for _, s := range sets {
			got = append(got, s.Name+": "+s.Addressees)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", on, got, want)
		}
	}
	if all, err := db.RecipientSets(background()); err != nil || len(all) != 3 {
		t.Errorf("%d sets with their dates, %v; want 3", len(all), err)
	}
	for says, s := range map[string]RecipientSet{"chưa có tên": {Recipients: "A"}, "còn trống": {Name: "Trống"}} {
		if got := refused(t, db, func(tx *Tx) error { return tx.Insert(&s) }); !strings.Contains(got, says) {
			t.Errorf("the user is told %q, want %q", got, says)
		}
	}
}
