package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestWhoMayLookAfterWhat(t *testing.T) {
	at := func(level data.Level) []data.Post { return []data.Post{{UnitLevel: level}} }
	commune := data.UnitOn{ID: 7, Level: data.BaseUnit, Kind: "xã", Name: "Hải Vân"}
	started := data.Assignment{CadreID: 3, UnitID: 7, StartedOn: day.Of(2024, 3, 1)}
	earlier := func(from, to day.Date) []data.Assignment {
		return []data.Assignment{{Base: data.Base{ID: 5}, CadreID: 3, UnitID: 7, StartedOn: from, EndedOn: to}}
	}
	itself := started
	itself.ID = 5
	closed := started
	closed.EndedOn = day.Of(2024, 6, 30)
	for _, c := range []struct {
		name   string
		a      data.Assignment
		unit   data.UnitOn
		posts  []data.Post
		others []data.Assignment
		want   string
	}{
		{"of the province", started, commune, at(data.Province), nil, ""},
		{"of a district", started, commune, at(data.District), nil, ""},
		{"a district is looked after too", started, data.UnitOn{ID: 7, Level: data.District}, at(data.Province), nil, ""},
		{"of a commune", started, commune, at(data.BaseUnit), nil, "không giữ chức danh nào ở cấp tỉnh, cấp huyện"},
		{"without a post", started, commune, nil, nil, "không giữ chức danh"},
		{"a chi hội", started, data.UnitOn{ID: 7, Level: data.Branch, Kind: "chi hội", Name: "xóm 1"}, at(data.Province), nil, "Chi hội xóm 1"},
		{"twice at once", started, commune, at(data.Province), earlier(day.Of(2023, 1, 1), day.Date{}), "từ 01/01/2023"},
		{"on the last day of the one before", started, commune, at(data.Province), earlier(day.Of(2023, 1, 1), day.Of(2024, 3, 1)), "đã được phân công"},
		{"after the one before", started, commune, at(data.Province), earlier(day.Of(2023, 1, 1), day.Of(2024, 2, 29)), ""},
		{"before a later one", closed, commune, at(data.Province), earlier(day.Of(2024, 7, 1), day.Date{}), ""},
		{"itself, changed", itself, commune, at(data.Province), earlier(day.Of(2023, 1, 1), day.Date{}), ""},
	} {
		err := CheckAssignment(c.a, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, c.unit, c.posts, c.others)
		if (err == nil) != (c.want == "") || !strings.Contains(Message(err), c.want) {
			t.Errorf("%s: %q, want a sentence with %q", c.name, Message(err), c.want)
		}
	}
}

func TestSeveralUnitsAreGivenAtOnceOrNone(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	district, one, two := unit(t, o, today, "366"), unit(t, o, today, "14230"), unit(t, o, today, "14215")
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, district, "Chủ tịch")
	a := data.Assignment{CadreID: id, StartedOn: today, Decision: "12/QĐ-BTV"}
	refused(t, o.Assign(ctx, a, nil), "ít nhất một đơn vị")
	branch := newUnit(t, o, one, "xóm 1", "")
	refused(t, o.Assign(ctx, a, []int64{one.ID, branch}), "Chi hội xóm 1")
	if rows := must(o.AssignmentsOf(ctx, one.ID))(t); len(rows) != 0 {
		t.Errorf("a refused order left %d assignments", len(rows))
	}
	if err := o.Assign(ctx, a, []int64{one.ID, two.ID}); err != nil {
		t.Fatal(err)
	}
	rows := must(o.AssignmentsOf(ctx, two.ID))(t)
	if len(rows) != 1 || rows[0].Name != "Bùi Thị Ngọc Ánh" || rows[0].Decision != "12/QĐ-BTV" {
		t.Errorf("given: %+v", rows)
	}
	refused(t, o.Assign(ctx, a, []int64{two.ID}), "đã được phân công")
	ended := rows[0].Assignment
	ended.EndedOn = today.AddDays(9)
	if err := o.SaveAssignment(ctx, ended); err != nil {
		t.Fatal(err)
	}
	a.StartedOn = today.AddDays(10)
	if err := o.Assign(ctx, a, []int64{two.ID}); err != nil {
		t.Errorf("after the end of the one before: %v", err)
	}
	late := newUnit(t, o, district, "Thử Nghiệm", "99001") // founded today
	a.StartedOn = today.AddDays(-1)
	refused(t, o.Assign(ctx, a, []int64{late}), "Thử Nghiệm", "không hoạt động")
}

func TestTripsThatCannotBeAreRefused(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, unit(t, o, today, "366"), "Chủ tịch")
	good := data.Trip{CadreID: id, UnitID: commune.ID, MadeOn: today, Purpose: "Dự sinh hoạt chi hội"}
	for want, change := range map[string]func(*data.Trip){
		"người đi":         func(r *data.Trip) { r.CadreID = 0 },
		"chưa diễn ra":     func(r *data.Trip) { r.MadeOn = today.AddDays(1) },
		"đủ ngày":          func(r *data.Trip) { r.MadeOn = day.Date{} },
		"chưa có nội dung": func(r *data.Trip) { r.Purpose = " " },
	} {
		r := good
		change(&r)
		refused(t, o.SaveTrip(ctx, r), want)
	}
	if err := o.SaveTrip(ctx, good); err != nil {
		t.Fatal(err)
	}
	if rows := must(o.TripsTo(ctx, commune.ID))(t); len(rows) != 1 || rows[0].Name != "Bùi Thị Ngọc Ánh" {
		t.Errorf("stored: %+v", rows)
	}
}

// Units in hardship come first, then those with many faithful; among each those that nobody looks after.
func TestUnitsInNeedComeFirst(t *testing.T) {
	rank := func(hardship, religious bool, names string) int {
		return careRank(CaredUnit{UnitOn: data.UnitOn{Hardship: hardship, Religious: religious}, Names: names})
	}
	order := []int{
		rank(true, false, ""), rank(true, true, "Bùi Thị Ngọc Ánh"), rank(false, true, ""), rank(false, true, "Bùi Thị Ngọc Ánh"), rank(false, false, ""), rank(false, false, "Bùi Thị Ngọc Ánh"),
	}
	for i := 1; i < len(order); i++ {
		if order[i-1] >= order[i] {
			t.Errorf("place %d and %d: %v", i, i+1, order)
		}
	}
}

func TestTheListTellsWhoLooksAfterAUnit(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	district, commune := unit(t, o, today, "366"), unit(t, o, today, "14230")
	for i, name := range []string{"Bùi Thị Ngọc Ánh", "Đỗ Thị Bưởi"} {
		id := addCadre(t, o, data.Cadre{FullName: name}, district, "Phó Chủ tịch")
		if err := o.Assign(ctx, data.Assignment{CadreID: id, StartedOn: today.AddDays(-30 + 10*i)}, []int64{commune.ID}); err != nil {
			t.Fatal(err)
		}
	}
	rows := must(o.CaredUnits(ctx, today, district.ID))(t)
	if children := must(o.UnitRows(ctx, today, district.ID))(t); len(rows) != len(children) {
		t.Errorf("%d rows for %d communes", len(rows), len(children))
	}
	for _, r := range rows {
		want := ""
		if r.ID == commune.ID {
			want = "Bùi Thị Ngọc Ánh, Đỗ Thị Bưởi"
		}
		if r.Names != want || want != "" && r.Since != today.AddDays(-30) {
			t.Errorf("%s: %q since %s", r.Label(), r.Names, r.Since)
		}
	}
	if found := must(o.CaringCadres(ctx, today, "buoi", 5))(t); len(found) != 1 || found[0].Post != "Phó Chủ tịch Hội LHPN huyện Hải Hậu" {
		t.Errorf("found %+v", found)
	}
}
