package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestOnlyAPublicSuccessionIsStored(t *testing.T) {
	on := day.Of(2024, 6, 30)
	for _, c := range []struct {
		published day.Date
		ok        bool
	}{
		{day.Date{}, false},
		{on, true},
		{day.Of(2024, 7, 1), false},
		{day.Date{Year: 2024}, true}, // some day of this year
		{day.Date{Year: 2024, Month: 7}, false},
	} {
		if err := CheckPublished(c.published, on); (err == nil) != c.ok {
			t.Errorf("published %s: %v", c.published, err)
		}
	}
}

func TestASuccessionIsForAPostOfTheUnit(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, commune, "Phó Chủ tịch")
	s := data.Succession{CadreID: id, UnitID: commune.ID, PositionID: position(t, o, commune, "Chủ tịch"), Period: "2026 - 2031", PublishedOn: day.Of(2023, 12, 1)}
	province := must(o.Province(ctx, today))(t)
	wrong := s
	wrong.PositionID = position(t, o, province, "Chủ tịch")
	refused(t, o.SaveSuccession(ctx, wrong), "không có chức danh được chọn")
	secret := s
	secret.PublishedOn = day.Of(2031, 1, 1)
	refused(t, o.SaveSuccession(ctx, secret), "Chỉ ghi quy hoạch đã công khai")
	if err := o.SaveSuccession(ctx, s); err != nil {
		t.Fatal(err)
	}
	refused(t, o.SaveSuccession(ctx, s), "đã được ghi")
	rows := must(o.CadreExtras(ctx, id))(t).Successions
	if len(rows) != 1 || rows[0].Position != "Chủ tịch" || rows[0].Unit != commune.Label() {
		t.Errorf("stored %+v", rows)
	}
}

// A new cadre takes a single post over in the same step in which she is added, or nothing happens.
func TestANewCadreTakesAPostOver(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	old := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, commune, "Chủ tịch")
	holder := must(o.CadreFile(ctx, old))(t).Posts[0].Appointment
	post := data.Appointment{UnitID: commune.ID, PositionID: holder.PositionID, StartedOn: day.Of(2024, 2, 1)}
	next := must(o.AddCadreReplacing(ctx, data.Cadre{FullName: "Đặng Thị Dung"}, post, holder))(t)
	if got, want := must(o.CadreFile(ctx, old))(t).Posts[0].EndedOn, day.Of(2024, 1, 31); got != want {
		t.Errorf("the old one holds it to %s, want %s", got, want)
	}
	if posts := must(o.CadreFile(ctx, next))(t).Posts; len(posts) != 1 || posts[0].StartedOn != post.StartedOn {
		t.Errorf("the new one holds %+v", posts)
	}
	before := must(o.Cadres(ctx, data.CadreQuery{On: today, Limit: 10, Serving: data.ServingAny}))(t).Matching
	_, err := o.AddCadreReplacing(ctx, data.Cadre{FullName: "Phạm Thị Đào"}, post, holder) // holder is not as stored any more
	refused(t, err)
	if after := must(o.Cadres(ctx, data.CadreQuery{On: today, Limit: 10, Serving: data.ServingAny}))(t).Matching; after != before {
		t.Errorf("a refused step added %d cadres", after-before)
	}
}
