package app

import (
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestCheckWord(t *testing.T) {
	for _, c := range []struct{ typed, wrong string }{
		{"", ""},
		{"12/12", ""}, // a digit is enough
		{"  Mông  ", ""},
		{"?!", "không có chữ"},
		{strings.Repeat("dài ", 40), "quá 120 ký tự"},
	} {
		err := CheckWord(c.typed)
		if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%q: %v, want %q", c.typed, err, c.wrong)
		}
	}
}

// What is typed and in no catalogue is stored and offered from then on; undoing takes both back. Capitals and blanks do not make a second
// word, and an old record does not bring back a word that the office took out.
func TestATypedWordEntersItsCatalogue(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	words := func(catalogue string) []string { return must(o.Catalogue(ctx, catalogue))(t) }
	count := len(words("ethnic"))
	id := must(o.SaveCadre(ctx, data.Cadre{FullName: "Ánh", Ethnic: "Nguồn", Religion: "công  giáo", Politics: "Sơ cấp"}, data.Appointment{}))(t)
	c := must(o.CadreFile(ctx, id))(t).Cadre
	if got := words("ethnic"); len(got) != count+1 || got[count] != "Nguồn" || c.Ethnic != "Nguồn" {
		t.Errorf("stored %q, the catalogue ends %v", c.Ethnic, got[count-1:])
	}
	if c.Religion != "Công giáo" || slices.Contains(words("religion"), "công giáo") {
		t.Errorf("“công  giáo” became %q in %v", c.Religion, words("religion"))
	}
	// A word that is taken out stays out, though the record that has it is saved again; typed anew it comes back.
	entries := must(o.CatalogueEntries(ctx, "ethnic"))(t)
	if err := o.RemoveCatalogueEntry(ctx, entries[count]); err != nil {
		t.Fatal(err)
	}
	c.Phone = "0912345678"
	must(o.SaveCadre(ctx, c, data.Appointment{}))(t)
	if slices.Contains(words("ethnic"), "Nguồn") {
		t.Error("saving the telephone brought a removed word back")
	}
	must(o.SaveCadre(ctx, data.Cadre{FullName: "Bình", Ethnic: "Nguồn"}, data.Appointment{}))(t)
	if !slices.Contains(words("ethnic"), "Nguồn") {
		t.Error("a word typed again is not offered")
	}
	_, err := o.SaveCadre(ctx, data.Cadre{FullName: "Châu", Degree: "..."}, data.Appointment{})
	refused(t, err, "không có chữ")
}

// Subject and manner of a new course, cơ cấu and the reasons to leave come from catalogues, too, and one step takes all back.
func TestWordsBesideTheRecordEnterTheirCatalogues(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{FullName: "Ánh"}, commune, "Chủ tịch")
	has := func(catalogue, word string) bool { return slices.Contains(must(o.Catalogue(ctx, catalogue))(t), word) }
	course := data.Course{Name: "Kỹ năng", Subject: "Chuyển đổi số", Manner: "trực tuyến", StartedOn: day.Of(2024, 5, 2)}
	if err := o.SaveTraining(ctx, data.Attendance{CadreID: id}, course); err != nil {
		t.Fatal(err)
	}
	stored := must(o.Courses(ctx))(t)[0]
	if !has("course_subject", "Chuyển đổi số") || stored.Manner != "Trực tuyến" {
		t.Errorf("stored %+v", stored)
	}
	s := Selection{Query: data.CadreQuery{On: today}, IDs: []int64{id}}
	done := must(o.RunBulk(ctx, s, &BulkEnd{Last: today, Reason: "Đi học"}))(t)
	if !has("leaving", "Đi học") {
		t.Error("the reason is not offered")
	}
	if err := o.Undo(ctx, done.Operation); err != nil {
		t.Fatal(err)
	}
	if has("leaving", "Đi học") {
		t.Error("the reason is still offered after undoing")
	}
	c := must(o.CadreFile(ctx, id))(t).Cadre
	if err := o.LeaveUnion(ctx, c, today, "NGHỈ HƯU"); err != nil {
		t.Fatal(err)
	}
	if file := must(o.CadreFile(ctx, id))(t); file.Cadre.LeftReason != "Nghỉ hưu" || file.Posts[0].Reason != "Nghỉ hưu" {
		t.Errorf("left for %q, the post for %q", file.Cadre.LeftReason, file.Posts[0].Reason)
	}
}

// A reason that the program writes itself, such as a handing over, is offered to nobody.
func TestAHandingOverIsNoWordOfTheCatalogue(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	addCadre(t, o, data.Cadre{FullName: "Ánh"}, commune, "Chủ tịch")
	before := len(must(o.Catalogue(ctx, "leaving"))(t))
	next := must(o.SaveCadre(ctx, data.Cadre{FullName: "Bình"}, data.Appointment{}))(t)
	a := data.Appointment{CadreID: next, UnitID: commune.ID, PositionID: position(t, o, commune, "Chủ tịch"), StartedOn: today}
	holder, _, err := o.HolderInTheWay(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.ReplaceHolder(ctx, holder.Appointment, a); err != nil {
		t.Fatal(err)
	}
	if after := must(o.Catalogue(ctx, "leaving"))(t); len(after) != before {
		t.Errorf("the catalogue became %v", after)
	}
}
