package app

import (
	"bytes"
	"errors"
	"maps"
	"reflect"
	"strings"
	"testing"
	"time"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestWhatIsPreselected(t *testing.T) {
	old, late := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	a := data.Cadre{FullName: "Pham Thi Dao", Birth: day.Of(1965, 7, 15), Phone: "0912345678", Residence: "Xóm 1", NativePlace: "Hải Hậu", LeftOn: day.Of(2020, 1, 1), LeftReason: "nghỉ", Note: "A"}
	b := data.Cadre{FullName: "Phạm Thị Đào", Birth: day.Date{Year: 1965}, Residence: "Xóm 2", NativePlace: "Hải Hậu", Note: "B"}
	a.UpdatedAt, b.UpdatedAt = old, late
	want := map[string]int{
		"Họ và tên":         1, // with its tone marks
		"Ngày sinh":         0, // the whole day, not the year alone
		"Điện thoại":        0, // filled in
		"Nơi ở":             1, // written last
		"Thôi công tác Hội": 1, // a state: written last, though empty
	}
	got := map[string]int{}
	choices := compareCadres(a, b)
	for _, c := range choices {
		got[c.Caption] = c.Take
	}
	if !maps.Equal(got, want) {
		t.Errorf("preselected %v, want %v", got, want)
	}
	one := mergeInto(a, [2]data.Cadre{a, b}, choices)
	if one.FullName != b.FullName || one.Birth != a.Birth || one.Phone != a.Phone || one.Residence != "Xóm 2" || !one.LeftOn.IsZero() || one.Note != "A\nB" {
		t.Errorf("the merged record is %+v", one)
	}
}

// Every field of a record is compared, but those that are no matter of choice.
func TestEveryFieldIsCompared(t *testing.T) {
	var c data.Cadre
	known := map[uintptr]bool{}
	for _, f := range mergeFields {
		for _, part := range f.at(&c) {
			known[reflect.ValueOf(part).Pointer()] = true
		}
	}
	kept := map[string]bool{"Base": true, "Note": true, "SearchKey": true, "SortKey": true, "MergedInto": true, "AnonymisedOn": true}
	v := reflect.ValueOf(&c).Elem()
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; known[v.Field(i).Addr().Pointer()] == kept[name] {
			t.Errorf("field %s: compared %v", name, known[v.Field(i).Addr().Pointer()])
		}
	}
}

// twoRecords makes two records of one person, with one of everything at the second; what the first has, too, is a double.
func twoRecords(t *testing.T, o *Office) (a, b int64) {
	t.Helper()
	haiVan := unit(t, o, today, "14230")
	a = addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Birth: day.Date{Year: 1965}}, haiVan, "Ủy viên Ban Chấp hành")
	b = addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15), Phone: "0912345678"}, haiVan, "Ủy viên Ban Chấp hành") // an exact double
	post := position(t, o, haiVan, "Chủ tịch")
	scheme := must(o.db.RatingSchemes(t.Context(), data.RatesCadres))(t)[0]
	levels := must(o.db.RatingLevels(t.Context(), []int64{scheme.ID}))(t)
	_, err := o.db.Write(t.Context(), "Chuẩn bị", func(tx *data.Tx) error {
		course := data.Course{Name: "Nghiệp vụ công tác Hội", StartedOn: day.Of(2023, 3, 1)}
		if err := tx.Insert(&course); err != nil {
			return err
		}
		err := error(nil)
		for _, r := range []data.Record{
			&data.Appointment{CadreID: b, UnitID: haiVan.ID, PositionID: post, StartedOn: day.Of(2016, 5, 1), EndedOn: day.Of(2021, 5, 1)},
			&data.CadreRating{CadreID: a, Year: 2023, SchemeID: scheme.ID, LevelID: levels[0].ID},
			&data.CadreRating{CadreID: b, Year: 2023, SchemeID: scheme.ID, LevelID: levels[1].ID}, // goes: one rating a year
			&data.CadreRating{CadreID: b, Year: 2022, SchemeID: scheme.ID, LevelID: levels[1].ID},
			&data.Attendance{CourseID: course.ID, CadreID: a},
			&data.Attendance{CourseID: course.ID, CadreID: b, Certificate: "12/CN"}, // goes, but for the certificate
			&data.PartyStep{CadreID: b, Step: data.StageOutstanding, TakenOn: day.Of(2020, 1, 1)},
			&data.CadreAward{CadreID: b, Title: "Giấy khen", GrantedOn: day.Of(2022, 10, 20)},
			&data.Discipline{CadreID: b, Measure: "Khiển trách", FromDay: day.Of(2019, 1, 1)},
			&data.Allowance{CadreID: b, Amount: 300000, Source: "NQ 12/NQ-HĐND", FromMonth: day.Date{Year: 2023, Month: 1}},
			&data.Succession{CadreID: b, UnitID: haiVan.ID, PositionID: post, Period: "2026 - 2031", PublishedOn: day.Of(2024, 1, 5)},
			&data.Assignment{CadreID: b, UnitID: haiVan.ID, StartedOn: day.Of(2023, 1, 1)},
			&data.Trip{CadreID: b, UnitID: haiVan.ID, MadeOn: day.Of(2023, 2, 1), Purpose: "Nắm tình hình"},
			&data.CadrePhoto{CadreID: b, Image: []byte{0xff, 0xd8}},
			&data.PersonalRequest{CadreID: b, Person: "Phạm Thị Đào", Request: data.RequestAccess, ReceivedOn: day.Of(2024, 1, 2), AnswerBy: day.Of(2024, 1, 4)},
		} {
			err = errors.Join(err, tx.Insert(r))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return a, b
}

func exports(t *testing.T, o *Office) string {
	t.Helper()
	var all bytes.Buffer
	if err := errors.Join(o.ExportCadres(t.Context(), &all, true), o.ExportAppointments(t.Context(), &all), o.ExportUnits(t.Context(), &all, today, true)); err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestMergingLosesNothingAndIsUndone(t *testing.T) {
	o := founded(t, today)
	a, b := twoRecords(t, o)
	before := exports(t, o)
	m := must(o.CompareCadres(t.Context(), today, a, b))(t)
	done := must(o.MergeCadres(t.Context(), m, 0))(t)
	after := must(o.db.HeldByCadre(t.Context(), a))(t)
	for kind, n := range m.Held[1] {
		n += m.Held[0][kind]
		if after[kind]+done.Doubled[kind] != n {
			t.Errorf("%s: %d before, %d after and %d doubles", kind, n, after[kind], done.Doubled[kind])
		}
	}
	if want := (data.Kept{data.KindAppointment: 1, data.KindCadreRating: 1, data.KindAttendance: 1}); !maps.Equal(done.Doubled, want) {
		t.Errorf("doubles %v, want %v", done.Doubled, want)
	}
	if left := must(o.db.HeldByCadre(t.Context(), b))(t); len(left) > 0 {
		t.Errorf("the other record still has %v", left)
	}
	kept := must(o.db.Cadre(t.Context(), a))(t)
	if kept.Birth != day.Of(1965, 7, 15) || kept.Phone != "0912345678" {
		t.Errorf("the kept record was born %s, telephone %q", kept.Birth, kept.Phone)
	}
	if courses := must(o.db.AttendancesOf(t.Context(), []int64{a}))(t); courses[0].Certificate != "12/CN" {
		t.Error("the certificate of the course is lost")
	}
	if _, err := o.db.Cadre(t.Context(), b); !IsNotFound(err) {
		t.Errorf("the other record is not in the bin: %v", err)
	}
	if len(must(o.Duplicates(t.Context(), today))(t)) != 0 {
		t.Error("what is merged is still listed as double")
	}
	if err := o.Undo(t.Context(), done.Operation); err != nil {
		t.Fatal(err)
	}
	if exports(t, o) != before {
		t.Error("the exports are not as before")
	}
	for i, id := range []int64{a, b} {
		if held := must(o.db.HeldByCadre(t.Context(), id))(t); !maps.Equal(held, m.Held[i]) {
			t.Errorf("record %d has %v, before %v", i+1, held, m.Held[i])
		}
	}
	if photo := must(o.db.CadrePhoto(t.Context(), b))(t); !bytes.Equal(photo.Image, []byte{0xff, 0xd8}) {
		t.Error("the photo is not as before")
	}
}

// The place in a team goes to the kept record; of two in one team one stays, and leads when one of them led.
func TestMergingKeepsTeams(t *testing.T) {
	o := demoOffice(t)
	var visit int64
	var led data.TeamMember
	for _, v := range must(o.db.VisitsOfUnit(t.Context(), unit(t, o, o.Today(), "14230").ID))(t) {
		for _, m := range must(o.db.Teams(t.Context(), []int64{v.ID}))(t)[v.ID] {
			if m.Role == data.Leader {
				visit, led = v.ID, m
			}
		}
	}
	if visit == 0 {
		t.Fatal("no team in the demonstration province")
	}
	id := must(o.SaveCadre(t.Context(), data.Cadre{FullName: led.FullName, Female: true}, data.Appointment{}))(t)
	if _, err := o.db.Write(t.Context(), "Chuẩn bị", func(tx *data.Tx) error {
		return tx.Insert(&data.VisitMember{VisitID: visit, CadreID: id, Role: data.Member})
	}); err != nil {
		t.Fatal(err)
	}
	must(o.MergeCadres(t.Context(), must(o.CompareCadres(t.Context(), o.Today(), id, led.CadreID))(t), 0))(t)
	n := 0
	for _, m := range must(o.db.Teams(t.Context(), []int64{visit}))(t)[visit] {
		if m.CadreID == led.CadreID {
			t.Error("the other record is still in the team")
		}
		if m.CadreID == id {
			n++
			if m.Role != data.Leader {
				t.Error("she does not lead the team any more")
			}
		}
	}
	if n != 1 {
		t.Errorf("she is %d times in the team", n)
	}
}

func TestWhatIsNotMerged(t *testing.T) {
	o := founded(t, today)
	a, b := twoRecords(t, o)
	m := must(o.CompareCadres(t.Context(), today, a, b))(t)
	if _, err := o.CompareCadres(t.Context(), today, a, a); err == nil || !strings.Contains(Message(err), "một hồ sơ, không phải hai") {
		t.Errorf("a record with itself: %v", err)
	}
	self := m
	self.Pair[1] = self.Pair[0]
	if _, err := o.MergeCadres(t.Context(), self, 0); err == nil {
		t.Error("a record was merged with itself")
	}
	must(o.MergeCadres(t.Context(), m, 0))(t)
	for what, err := range map[string]error{
		"compared": second(o.CompareCadres(t.Context(), today, a, b)),
		"merged":   second(o.MergeCadres(t.Context(), m, 0)),
	} {
		if err == nil {
			t.Errorf("a record in the bin was %s", what)
		}
	}
	m.Pair[0], m.Pair[1] = m.Pair[1], m.Pair[0]
	if err := second(o.MergeCadres(t.Context(), m, 0)); err == nil || !strings.Contains(Message(err), "không còn nữa") {
		t.Errorf("into a record in the bin: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }
