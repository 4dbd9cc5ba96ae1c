package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestTopShare(t *testing.T) {
	for _, c := range []struct {
		best, second int
		percent      float64
		over         bool
	}{
		{0, 0, 0, false},  // nobody rated so
		{1, 4, 20, false}, // exactly the limit
		{2, 7, 100 * 2.0 / 9, true},
		{1, 0, 100, true},
	} {
		if percent, over := TopShare(c.best, c.second); percent != c.percent || over != c.over {
			t.Errorf("%d of %d: %.1f %v, want %.1f %v", c.best, c.best+c.second, percent, over, c.percent, c.over)
		}
	}
}

func TestOneRatingAYear(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, commune, "Chủ tịch")
	scale := must(o.RatingScales(ctx, 2023))(t)[0]
	rating := data.CadreRating{CadreID: id, Year: 2023, SchemeID: scale.ID, LevelID: scale.Levels[0].ID}
	if err := o.SaveRating(ctx, rating); err != nil {
		t.Fatal(err)
	}
	refused(t, o.SaveRating(ctx, rating), "2023 đã có xếp loại")
	future := rating
	future.Year = 2025
	refused(t, o.SaveRating(ctx, future), "2025 không hợp lệ")
	stored := must(o.CadreExtras(ctx, id))(t).Ratings[0]
	if stored.Level != scale.Levels[0].Name || stored.Subject != data.RatesCadres {
		t.Errorf("stored %+v", stored)
	}
	if percent, over, err := o.RatingShare(ctx, today, commune.ID, 2023, scale); err != nil || percent != 100 || !over {
		t.Errorf("the only one rated is rated best: %.0f %v %v", percent, over, err)
	}
	stored.LevelID = scale.Levels[1].ID
	if err := o.SaveRating(ctx, stored.CadreRating); err != nil {
		t.Errorf("the rating itself may change: %v", err)
	}
}

func TestACourseIsMadeWithTheAttendanceOrNotAtAll(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, unit(t, o, today, "14230"), "Chủ tịch")
	course := data.Course{Name: "Nghiệp vụ công tác Hội", StartedOn: day.Of(2023, 8, 1)}
	refused(t, o.SaveTraining(ctx, data.Attendance{CadreID: id + 1000}, course))
	if n := len(must(o.Courses(ctx))(t)); n != 0 {
		t.Errorf("%d courses of an attendance that was refused", n)
	}
	if err := o.SaveTraining(ctx, data.Attendance{CadreID: id, Certificate: "12/GCN"}, course); err != nil {
		t.Fatal(err)
	}
	row := must(o.CadreExtras(ctx, id))(t).Trainings[0]
	if row.Course.Name != course.Name || row.Certificate != "12/GCN" {
		t.Errorf("stored %+v", row)
	}
	refused(t, o.SaveTraining(ctx, data.Attendance{CadreID: id}, row.Course), "đã được ghi")
}

func TestLeavingTheUnionEndsThePosts(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, unit(t, o, today, "14230"), "Chủ tịch")
	c := must(o.CadreFile(ctx, id))(t).Cadre
	refused(t, o.LeaveUnion(ctx, c, today, ""), "lý do")
	if must(o.CadreFile(ctx, id))(t).Posts[0].EndedOn != (day.Date{}) {
		t.Error("a refused leaving ended a post")
	}
	if err := o.LeaveUnion(ctx, c, today, "Nghỉ hưu"); err != nil {
		t.Fatal(err)
	}
	file := must(o.CadreFile(ctx, id))(t)
	if p := file.Posts[0]; file.Cadre.LeftOn != today || p.EndedOn != today || p.Reason != "Nghỉ hưu" {
		t.Errorf("left %s, post to %s for %q", file.Cadre.LeftOn, p.EndedOn, p.Reason)
	}
	if err := o.ReturnToUnion(ctx, file.Cadre); err != nil || !must(o.CadreFile(ctx, id))(t).Cadre.LeftOn.IsZero() {
		t.Errorf("she did not return: %v", err)
	}
}

func TestAHolderIsReplacedInOneOperation(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	old := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, commune, "Chủ tịch")
	next := must(o.SaveCadre(ctx, data.Cadre{FullName: "Đặng Thị Dung"}, data.Appointment{}))(t)
	a := data.Appointment{CadreID: next, UnitID: commune.ID, PositionID: position(t, o, commune, "Chủ tịch"), StartedOn: day.Of(2024, 2, 1)}
	holder, name, err := o.HolderInTheWay(ctx, a)
	if err != nil || name != "Bùi Thị Ngọc Ánh" {
		t.Fatalf("in the way: %q %v", name, err)
	}
	if err := o.ReplaceHolder(ctx, holder.Appointment, a); err != nil {
		t.Fatal(err)
	}
	if p := must(o.CadreFile(ctx, old))(t).Posts[0]; p.EndedOn != day.Of(2024, 1, 31) || p.Reason != "bàn giao cho Đặng Thị Dung" {
		t.Errorf("the old one: to %s, %q", p.EndedOn, p.Reason)
	}
	if _, name, _ := o.HolderInTheWay(ctx, a); name != "" {
		t.Errorf("%s is still in the way", name)
	}
}
