package app

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// heldText lists the posts of a cadre: "Chủ tịch xã Hải Vân 2021–2024-06-30 (Chuyển công tác)".
func heldText(t *testing.T, o *Office, id int64) string {
	t.Helper()
	var lines []string
	for _, p := range must(o.CadreFile(context.Background(), id))(t).Posts {
		line := p.PositionName + " " + p.UnitLabel() + " " + p.StartedOn.ISO() + "–"
		if !p.EndedOn.IsZero() {
			line += p.EndedOn.ISO() + " (" + p.Reason + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

// The preview tells what is done: whom a post is given, and of each other why not. One step takes all back.
func TestAppointingMany(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	from, to := unit(t, o, today, "14230"), unit(t, o, today, "14236")
	start := day.Of(2024, 7, 1)
	gone := data.Cadre{FullName: "Dung", LeftOn: day.Date{Year: 2022}, LeftReason: "Nghỉ hưu"}
	ids := []int64{
		addCadre(t, o, data.Cadre{FullName: "Ánh"}, from, "Phó Chủ tịch"),
		addCadre(t, o, data.Cadre{FullName: "Bình"}, from, "Ủy viên Ban Chấp hành"),
		addCadre(t, o, data.Cadre{FullName: "Châu"}, to, "Chủ tịch"),
		addCadre(t, o, gone, from, "Ủy viên Ban Chấp hành"),
		must(o.SaveCadre(ctx, data.Cadre{FullName: "Hoa"}, data.Appointment{}))(t),
	}
	before := func() (all string) {
		for _, id := range ids {
			all += heldText(t, o, id) + "\n"
		}
		return all
	}
	held := before()
	head := position(t, o, to, "Chủ tịch")
	seat := position(t, o, to, "Ủy viên Ban Chấp hành")
	post := func(position int64, manner string) data.Appointment {
		return data.Appointment{UnitID: to.ID, PositionID: position, StartedOn: start, Manner: manner, Decision: "15/QĐ-BTV"}
	}
	left := "Dung: đã thôi công tác Hội từ 2022"
	for _, c := range []struct {
		what string
		ids  []int64
		act  *BulkAppoint
		want string
	}{
		{"a post that several may hold", ids, &BulkAppoint{Post: post(seat, "chỉ định")}, "Ánh; Bình; Châu; Hoa; " + left},
		{"a post for one person that somebody holds", ids[:2], &BulkAppoint{Post: post(head, "bầu")},
			"Ánh: “Châu” đang giữ Chủ tịch từ 01/05/2023; hãy ghi thôi giữ cho người ấy trước; Bình: “Châu” đang giữ Chủ tịch từ 01/05/2023; hãy ghi thôi giữ cho người ấy trước"},
		{"her own post", ids[2:3], &BulkAppoint{Post: post(head, "bầu")}, "Châu: đã giữ Chủ tịch ở đơn vị này từ 01/05/2023"},
		{"a move keeps the post; who is there already, left or has none of the level stays", ids, &BulkAppoint{Post: post(0, "chỉ định"), Reason: "Chuyển công tác"},
			"Ánh; Bình; Châu: đã giữ Chủ tịch ở đơn vị này từ 01/05/2023; " + left + "; Hoa: không giữ chức danh nào của cấp “Cơ sở” vào ngày 01/07/2024"},
		{"before the old post began", ids[:1], &BulkAppoint{Post: data.Appointment{UnitID: to.ID, PositionID: seat, StartedOn: day.Of(2010, 1, 1)}, EndOthers: true, Reason: "Chuyển công tác"},
			"Ánh: giữ Phó Chủ tịch Hội LHPN xã Hải Vân từ 01/05/2023, không trước ngày 01/01/2010"},
	} {
		got := bulkText(must(o.PreviewBulk(ctx, Selection{Query: data.CadreQuery{On: today}, IDs: c.ids}, c.act))(t))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
	if before() != held {
		t.Fatal("a preview wrote something")
	}
	act := &BulkAppoint{Post: post(0, "chỉ định"), EndOthers: true, Reason: "điều động"}
	s := Selection{Query: data.CadreQuery{On: today}, IDs: ids}
	preview := bulkText(must(o.PreviewBulk(ctx, s, act))(t))
	done := must(o.RunBulk(ctx, s, act))(t)
	if got := bulkText(done); got != preview {
		t.Errorf("did %s\nafter showing %s", got, preview)
	}
	want := fmt.Sprintf("Phó Chủ tịch %s, huyện Hải Hậu 2024-07-01–; Phó Chủ tịch %s, huyện Hải Hậu 2023-05-01–2024-06-30 (điều động)", to.Label(), from.Label())
	if got := heldText(t, o, ids[0]); got != want {
		t.Errorf("Ánh holds %s\nwant %s", got, want)
	}
	if p := must(o.CadreFile(ctx, ids[0]))(t).Posts[0]; p.Decision != "15/QĐ-BTV" || p.Manner != "chỉ định" {
		t.Errorf("given as %+v", p.Appointment)
	}
	if err := o.Undo(ctx, done.Operation); err != nil {
		t.Fatal(err)
	}
	if got := before(); got != held {
		t.Errorf("after undoing:\n%s\nwant\n%s", got, held)
	}
}

// A cơ cấu that is typed for all enters its catalogue once; whoever is moved keeps her own.
func TestTheSectorOfMany(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	from, to := unit(t, o, today, "14230"), unit(t, o, today, "14236")
	id := addCadre(t, o, data.Cadre{FullName: "Ánh"}, from, "Phó Chủ tịch")
	s := Selection{Query: data.CadreQuery{On: today}, IDs: []int64{id}}
	seat := data.Appointment{UnitID: from.ID, PositionID: position(t, o, from, "Ủy viên Ban Chấp hành"), StartedOn: day.Of(2024, 3, 1), Sector: "Nữ doanh nhân trẻ"}
	must(o.RunBulk(ctx, s, &BulkAppoint{Post: seat, EndOthers: true, Reason: "Thôi tham gia"}))(t)
	if words := must(o.Catalogue(ctx, "sector"))(t); words[len(words)-1] != "Nữ doanh nhân trẻ" {
		t.Errorf("the catalogue ends with %q", words[len(words)-1])
	}
	must(o.RunBulk(ctx, s, &BulkAppoint{Post: data.Appointment{UnitID: to.ID, StartedOn: day.Of(2024, 5, 1)}, Reason: "Chuyển công tác"}))(t)
	if p := must(o.CadreFile(ctx, id))(t).Posts[0]; p.UnitID != to.ID || p.Sector != "Nữ doanh nhân trẻ" {
		t.Errorf("moved as %+v", p.Appointment)
	}
}

// Of several who are to get a post for one person the first gets it; the preview says so of the others.
func TestAPostForOneIsGivenOnce(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	from, to := unit(t, o, today, "14230"), unit(t, o, today, "14236")
	ids := []int64{addCadre(t, o, data.Cadre{FullName: "Ánh"}, from, "Chủ tịch"), addCadre(t, o, data.Cadre{FullName: "Bình"}, from, "Ủy viên Ban Chấp hành")}
	act := &BulkAppoint{Post: data.Appointment{UnitID: to.ID, PositionID: position(t, o, to, "Chủ tịch"), StartedOn: today}}
	s := Selection{Query: data.CadreQuery{On: today}, IDs: ids}
	want := "Ánh; Bình: Chủ tịch chỉ một người giữ, lần này đã giao cho “Ánh”"
	for range 2 { // a second preview starts anew
		if got := bulkText(must(o.PreviewBulk(ctx, s, act))(t)); got != want {
			t.Errorf("preview: %s\nwant %s", got, want)
		}
	}
	if got := bulkText(must(o.RunBulk(ctx, s, act))(t)); got != want {
		t.Errorf("did %s\nwant %s", got, want)
	}
	for _, c := range []struct {
		act  BulkAppoint
		want string
	}{
		{BulkAppoint{Post: data.Appointment{StartedOn: today}}, "đơn vị"},
		{BulkAppoint{Post: data.Appointment{UnitID: to.ID}}, "ngày bắt đầu"},
		{BulkAppoint{Post: data.Appointment{UnitID: to.ID, StartedOn: today}}, "lý do"},
		{BulkAppoint{Post: data.Appointment{UnitID: to.ID, StartedOn: day.Of(2031, 1, 1)}, Reason: "?"}, "không có chữ"},
	} {
		_, err := o.PreviewBulk(ctx, s, &c.act)
		refused(t, err, c.want)
	}
}
