package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestConflictsOfACalendar(t *testing.T) {
	row := func(id int64, unit string, planned day.Date, change func(*VisitRow), team ...string) VisitRow {
		v := VisitRow{Visit: data.Visit{Base: data.Base{ID: id}, PlannedOn: planned}, Unit: data.UnitOn{Kind: "xã", Name: unit}}
		for _, name := range team {
			v.Team = append(v.Team, data.TeamMember{VisitMember: data.VisitMember{CadreID: int64(len(name))}, FullName: name})
		}
		if change != nil {
			change(&v)
		}
		return v
	}
	monday := day.Of(2024, 7, 15)
	hours := func(from, to string) func(*VisitRow) {
		return func(v *VisitRow) { v.StartsAt, v.EndsAt = from, to }
	}
	got := Conflicts([]VisitRow{
		row(1, "Hải Vân", monday, nil, "Trần Thị Bình"),
		row(2, "Hải Nam", monday, nil, "Trần Thị Bình", "Lê Mai"),
		row(3, "Hải Lý", monday, func(v *VisitRow) { v.Halt = data.Cancelled }, "Lê Mai"),
		row(4, "Hải An", day.Of(2024, 9, 2), nil),
		row(5, "Hải Hà", day.Of(2024, 9, 2), func(v *VisitRow) { v.DoneOn = day.Of(2024, 9, 5) }),
		row(6, "Hải Tân", day.Of(2024, 7, 16), hours("08:00", "11:00"), "Vũ Thị Cúc Hoa"),
		row(7, "Hải Tây", day.Of(2024, 7, 16), hours("14:00", "16:30"), "Vũ Thị Cúc Hoa"),
		row(8, "Hải Sơn", day.Of(2024, 7, 20), nil),
	}, Calendar{})
	for id, want := range map[int64]string{
		1: "Trần Thị Bình cùng ngày có cuộc kiểm tra xã Hải Nam.",
		2: "Trần Thị Bình cùng ngày có cuộc kiểm tra xã Hải Vân.",
		3: "", // does not take place
		4: "Ngày 02/09/2024 là ngày nghỉ: Quốc khánh.",
		5: "", // was held on another day
		6: "", // the morning
		7: "", // the afternoon
		8: "Ngày 20/07/2024 là Thứ Bảy.",
	} {
		if got[id] != want {
			t.Errorf("visit %d: %q, want %q", id, got[id], want)
		}
	}
}
