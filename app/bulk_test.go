package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func bulkText(o BulkOutcome) string {
	var lines []string
	for _, l := range o.Changed {
		lines = append(lines, l.Name)
	}
	for _, l := range o.Left {
		lines = append(lines, l.Name+": "+l.Reason)
	}
	return strings.Join(lines, "; ")
}

// Who cannot be rated is left out with the reason, the others are rated in one operation, which one step takes back.
func TestRatingMany(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	member := data.Cadre{FullName: "Đào", PartyProbationOn: day.Of(2020, 3, 1)}
	ids := []int64{
		addCadre(t, o, data.Cadre{FullName: "Ánh"}, commune, "Chủ tịch"),
		addCadre(t, o, data.Cadre{FullName: "Bình"}, commune, "Phó Chủ tịch"),
		addCadre(t, o, data.Cadre{FullName: "Châu", LeftOn: day.Date{Year: 2022}, LeftReason: "nghỉ hưu"}, commune, "Ủy viên Ban Thường vụ"),
		addCadre(t, o, member, commune, "Ủy viên Ban Chấp hành"),
	}
	scales := must(o.RatingScales(ctx, 2023))(t)
	cadreScale, partyScale := scales[0], scales[len(scales)-1]
	if err := o.SaveRating(ctx, data.CadreRating{CadreID: ids[1], Year: 2023, SchemeID: cadreScale.ID, LevelID: cadreScale.Levels[0].ID}); err != nil {
		t.Fatal(err)
	}
	rated := "Bình: năm 2023 đã xếp loại: " + cadreScale.Levels[0].Name
	for _, c := range []struct {
		what string
		s    Selection
		act  *BulkRating
		want string
	}{
		{"as cadres", Selection{IDs: ids}, &BulkRating{Year: 2023, LevelID: cadreScale.Levels[1].ID}, "Ánh; Đào; " + rated + "; Châu: đã thôi công tác Hội từ 2022"},
		{"as Party members: the rating as cadre is another", Selection{IDs: ids}, &BulkRating{Year: 2023, LevelID: partyScale.Levels[1].ID},
			"Đào; Ánh: chưa là đảng viên trong năm 2023; Bình: chưa là đảng viên trong năm 2023; Châu: đã thôi công tác Hội từ 2022"},
		{"in the year in which she left", Selection{IDs: ids[2:3]}, &BulkRating{Year: 2022, LevelID: cadreScale.Levels[1].ID}, "Châu"},
		{"a record that is gone", Selection{IDs: []int64{ids[0], 999}}, &BulkRating{Year: 2023, LevelID: cadreScale.Levels[1].ID}, "Ánh; Hồ sơ đã xóa: không còn hồ sơ"},
		{"all of the list but some", Selection{All: true, IDs: ids[2:3]}, &BulkRating{Year: 2023, LevelID: cadreScale.Levels[1].ID}, "Ánh; Đào; " + rated},
	} {
		c.s.Query.On = today
		if c.s.All {
			c.s.Query.Unit = commune.ID
		}
		if got := bulkText(must(o.PreviewBulk(ctx, c.s, c.act))(t)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
	act := &BulkRating{Year: 2023, LevelID: cadreScale.Levels[1].ID, Decision: "12/QĐ-BTV"}
	s := Selection{Query: data.CadreQuery{On: today}, IDs: ids}
	done := must(o.RunBulk(ctx, s, act))(t)
	if len(done.Changed) != 2 {
		t.Errorf("rated %d, want Ánh and Đào", len(done.Changed))
	}
	if r := must(o.CadreExtras(ctx, ids[0]))(t).Ratings; len(r) != 1 || r[0].Level != cadreScale.Levels[1].Name || r[0].Decision != "12/QĐ-BTV" {
		t.Errorf("Ánh has %+v", r)
	}
	_, err := o.RunBulk(ctx, s, act)
	refused(t, err, "Không có ai")
	if err := o.Undo(ctx, done.Operation); err != nil {
		t.Fatal(err)
	}
	if r := must(o.CadreExtras(ctx, ids[0]))(t).Ratings; len(r) != 0 {
		t.Errorf("after undoing Ánh still has %+v", r)
	}
	_, err = o.PreviewBulk(ctx, s, &BulkRating{Year: 2031, LevelID: cadreScale.Levels[1].ID})
	refused(t, err, "2031 không hợp lệ")
}

// A new course is made once for all, and nobody is in it twice.
func TestTrainingMany(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	ids := []int64{addCadre(t, o, data.Cadre{FullName: "Ánh"}, commune, "Chủ tịch"), addCadre(t, o, data.Cadre{FullName: "Bình"}, commune, "Phó Chủ tịch")}
	first := Selection{Query: data.CadreQuery{On: today}, IDs: ids[:1]}
	must(o.RunBulk(ctx, first, &BulkTraining{Course: data.Course{Name: "Nghiệp vụ", StartedOn: day.Of(2024, 5, 2)}}))(t)
	courses := must(o.Courses(ctx))(t)
	if len(courses) != 1 {
		t.Fatalf("%d courses, want the new one", len(courses))
	}
	both := Selection{Query: data.CadreQuery{On: today}, IDs: ids}
	done := must(o.RunBulk(ctx, both, &BulkTraining{Course: courses[0], Result: "Đạt"}))(t)
	if got, want := bulkText(done), "Bình; Ánh: đã ghi lớp này"; got != want {
		t.Errorf("did %q, want %q", got, want)
	}
	_, err := o.PreviewBulk(ctx, both, &BulkTraining{Course: data.Course{Name: " "}})
	refused(t, err, "gõ tên lớp mới")
}

// A post ends when it was held by the day; another post, one that is over and one that begins later stay.
func TestWhichPostsEnd(t *testing.T) {
	last := day.Of(2024, 6, 30)
	for _, c := range []struct {
		what string
		b    BulkEnd
		a    data.Appointment
		want bool
	}{
		{"held and open", BulkEnd{}, data.Appointment{StartedOn: day.Date{Year: 2021}}, true},
		{"held to a later day", BulkEnd{}, data.Appointment{StartedOn: day.Date{Year: 2021}, EndedOn: day.Of(2025, 1, 1)}, true},
		{"over", BulkEnd{}, data.Appointment{StartedOn: day.Date{Year: 2021}, EndedOn: day.Of(2024, 6, 30)}, false},
		{"begins later", BulkEnd{}, data.Appointment{StartedOn: day.Of(2024, 7, 1)}, false},
		{"begins on the day", BulkEnd{}, data.Appointment{StartedOn: last}, true},
		{"another post", BulkEnd{Position: 2}, data.Appointment{StartedOn: last, PositionID: 1}, false},
		{"the post asked for", BulkEnd{Position: 2}, data.Appointment{StartedOn: last, PositionID: 2}, true},
	} {
		c.b.Last = last
		if got := c.b.ends(c.a); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// Who holds no post is left out; the posts of the others end on the day for the reason.
func TestEndingThePostsOfMany(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	held := addCadre(t, o, data.Cadre{FullName: "Ánh"}, commune, "Chủ tịch")
	none := must(o.SaveCadre(ctx, data.Cadre{FullName: "Bình"}, data.Appointment{}))(t)
	s := Selection{Query: data.CadreQuery{On: today}, IDs: []int64{held, none}}
	act := &BulkEnd{Last: today, Reason: "Hết nhiệm kỳ"}
	done := must(o.RunBulk(ctx, s, act))(t)
	if got, want := bulkText(done), "Ánh; Bình: không giữ chức danh nào vào ngày "+today.String(); got != want {
		t.Errorf("did %q, want %q", got, want)
	}
	post := must(o.CadreFile(ctx, held))(t).Posts[0]
	if post.EndedOn != today || post.Reason != "Hết nhiệm kỳ" {
		t.Errorf("her post ends %s for %q", post.EndedOn, post.Reason)
	}
	if err := o.Undo(ctx, done.Operation); err != nil {
		t.Fatal(err)
	}
	if post := must(o.CadreFile(ctx, held))(t).Posts[0]; !post.EndedOn.IsZero() {
		t.Errorf("after undoing her post ends %s", post.EndedOn)
	}
	_, err := o.PreviewBulk(ctx, s, &BulkEnd{Last: today})
	refused(t, err, "lý do")
}
