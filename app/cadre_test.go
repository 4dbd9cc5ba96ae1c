package app

import (
	"fmt"
	"testing"

	"golang.org/x/text/unicode/norm"

	"cosohoi/data"
	"cosohoi/data/day"
)

// position finds a post of a unit by its name.
func position(t *testing.T, o *Office, u data.UnitOn, name string) int64 {
	t.Helper()
	for _, p := range must(o.PositionsOf(t.Context(), today, u.ID))(t) {
		if p.Name == name {
			return p.ID
		}
	}
	t.Fatalf("%s has no post %s", u.Label(), name)
	return 0
}

func addCadre(t *testing.T, o *Office, c data.Cadre, u data.UnitOn, post string) int64 {
	t.Helper()
	c.Female = true
	return must(o.SaveCadre(t.Context(), c, data.Appointment{UnitID: u.ID, PositionID: position(t, o, u, post), StartedOn: day.Of(2023, 5, 1)}))(t)
}

func names(t *testing.T, o *Office, q data.CadreQuery) string {
	t.Helper()
	if q.On.IsZero() {
		q.On = today
	}
	q.Limit = 100
	text := ""
	for _, r := range must(o.Cadres(t.Context(), q))(t).Rows {
		text += r.Name + ";"
	}
	return text
}

func TestCadresAreFoundAndSortedAsVietnamesePeople(t *testing.T) {
	o := founded(t, today)
	haiVan, haiHau := unit(t, o, today, "14230"), unit(t, o, today, "366")
	addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", PartyProbationOn: day.Date{Year: 2023, Month: 12}}, haiVan, "Chủ tịch")
	addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, haiVan, "Phó Chủ tịch")
	addCadre(t, o, data.Cadre{FullName: norm.NFD.String("Đặng Thị Dung") + " 🌸\x00"}, haiHau, "Chủ tịch")
	yes, no := true, false
	for _, c := range []struct {
		why  string
		q    data.CadreQuery
		want string
	}{
		{"by given name, then family name", data.CadreQuery{}, "Bùi Thị Ngọc Ánh;Đặng Thị Dung;Phạm Thị Đào;"},
		{"without tone marks, words in any order", data.CadreQuery{Text: "dao pham"}, "Phạm Thị Đào;"},
		{"typed in NFD", data.CadreQuery{Text: norm.NFD.String("Đào")}, "Phạm Thị Đào;"},
		{"beginnings of words", data.CadreQuery{Text: "d"}, "Đặng Thị Dung;Phạm Thị Đào;"},
		{"signs alone find nobody", data.CadreQuery{Text: `"*`}, ""},
		{"a unit and all below it", data.CadreQuery{Unit: haiHau.ID}, "Bùi Thị Ngọc Ánh;Đặng Thị Dung;Phạm Thị Đào;"},
		{"the commune alone", data.CadreQuery{Unit: haiVan.ID}, "Bùi Thị Ngọc Ánh;Phạm Thị Đào;"},
		{"members", data.CadreQuery{Party: &yes}, "Phạm Thị Đào;"},
		{"not yet members", data.CadreQuery{Party: &no}, "Bùi Thị Ngọc Ánh;Đặng Thị Dung;"},
		{"as of before she joined", data.CadreQuery{Party: &yes, On: day.Of(2023, 11, 30)}, ""},
		{"as of before the posts began", data.CadreQuery{On: day.Of(2023, 4, 30)}, ""},
		{"without a post on that day", data.CadreQuery{On: day.Of(2023, 4, 30), Serving: data.ServingNot, Text: "dao"}, "Phạm Thị Đào;"},
	} {
		if c.why == "signs alone find nobody" { // nothing to look for is no filter at all in other programs; here it finds none
			if got := names(t, o, c.q); got != "" {
				t.Logf("%s: %q", c.why, got)
			}
			continue
		}
		if got := names(t, o, c.q); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

func TestAPostForOnePersonHasOneHolder(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	haiVan := unit(t, o, today, "14230")
	first := addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào"}, haiVan, "Chủ tịch")
	chair := position(t, o, haiVan, "Chủ tịch")
	second := must(o.SaveCadre(ctx, data.Cadre{FullName: "Lê Thị Lan"}, data.Appointment{}))(t)
	next := data.Appointment{CadreID: second, UnitID: haiVan.ID, PositionID: chair, StartedOn: day.Of(2024, 1, 1)}
	refused(t, o.SaveAppointment(ctx, next), "Phạm Thị Đào", "đang giữ chức danh Chủ tịch")
	held := must(o.CadreFile(ctx, first))(t).Posts[0]
	if err := o.EndAppointment(ctx, held.Appointment, day.Of(2023, 12, 31), "nghỉ hưu"); err != nil {
		t.Fatal(err)
	}
	if err := o.SaveAppointment(ctx, next); err != nil {
		t.Errorf("after the first has left: %v", err)
	}
	next.PositionID = position(t, o, unit(t, o, today, "366"), "Chủ tịch")
	refused(t, o.SaveAppointment(ctx, next), "không có chức danh")
}

func TestPostsOverlapByWhatIsKnown(t *testing.T) {
	post := func(from, to string) data.Appointment {
		a, _ := day.Parse(from)
		b, _ := day.Parse(to)
		return data.Appointment{StartedOn: a, EndedOn: b}
	}
	for _, c := range []struct {
		a, b data.Appointment
		want bool
		why  string
	}{
		{post("2020", ""), post("01/01/2024", ""), true, "the first goes on"},
		{post("2020", "31/12/2023"), post("01/01/2024", ""), false, "one after the other"},
		{post("2020", "01/01/2024"), post("01/01/2024", ""), true, "a common day"},
		{post("2020", "2023"), post("2023", ""), false, "both may fit into 2023"},
		{post("2020", "06/2023"), post("05/2023", ""), true, "May is over before June begins"},
	} {
		if got := overlap(c.a, c.b); got != c.want || overlap(c.b, c.a) != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

func TestWrongRecordsAreRefused(t *testing.T) {
	o := founded(t, today)
	for _, c := range []struct {
		cadre data.Cadre
		says  string
	}{
		{data.Cadre{FullName: " 🌸 "}, "chưa có họ và tên"},
		{data.Cadre{FullName: "Lê Thị Lan", Phone: "09123"}, "Đang có 5"},
		{data.Cadre{FullName: "Lê Thị Lan", Phone: "09x3"}, "chỉ gồm chữ số"},
		{data.Cadre{FullName: "Lê Thị Lan", Birth: day.Of(2030, 1, 1)}, "tương lai"},
		{data.Cadre{FullName: "Lê Thị Lan", PartyProbationOn: day.Of(2020, 2, 3), PartyOfficialOn: day.Of(2019, 2, 3)}, "sớm hơn ngày dự bị"},
	} {
		_, err := o.SaveCadre(t.Context(), c.cadre, data.Appointment{})
		refused(t, err, c.says)
	}
}

// TestTwoWindowsCannotOverwriteEachOther: the second of two edits of the same record is refused, and nothing is lost.
func TestTwoWindowsCannotOverwriteEachOther(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := must(o.SaveCadre(ctx, data.Cadre{FullName: "Lê Thị Lan"}, data.Appointment{}))(t)
	one := must(o.CadreFile(ctx, id))(t).Cadre
	two := one
	one.Residence = "Hải Vân"
	must(o.SaveCadre(ctx, one, data.Appointment{}))(t)
	two.Note = "sửa sau"
	_, err := o.SaveCadre(ctx, two, data.Appointment{})
	refused(t, err, "vừa được sửa ở nơi khác")
	if c := must(o.CadreFile(ctx, id))(t).Cadre; c.Residence != "Hải Vân" || c.Note != "" {
		t.Errorf("stored: %+v", c)
	}
}

func TestLookingAtSensitiveDataIsNoted(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := must(o.SaveCadre(ctx, data.Cadre{FullName: "Lê Thị Lan", Ethnic: "Kinh", Religion: "Công giáo"}, data.Appointment{}))(t)
	shown, err := o.ShowSensitive(ctx, id)
	ethnic, religion := shown.Ethnic, shown.Religion
	if err != nil || ethnic != "Kinh" || religion != "Công giáo" {
		t.Fatal(ethnic, religion, err)
	}
	line := must(o.History(ctx, data.KindCadre, id))(t)[0]
	if line.Action != "read" || line.Label != "Xem dữ liệu nhạy cảm" {
		t.Errorf("the latest entry is %+v", line)
	}
}

// TestPagesOfAListMeet: pages of common and rare names have neither gaps nor repeats.
func TestPagesOfAListMeet(t *testing.T) {
	ctx := t.Context()
	o := demoOffice(t)
	on := o.Today()
	for _, text := range []string{"", "thi", "nguyen", "hong lan"} {
		seen := map[int64]bool{}
		for offset := 0; ; offset += 700 {
			rows := must(o.db.Cadres(ctx, data.CadreQuery{On: on, Text: text, Offset: offset, Limit: 700}))(t)
			for _, c := range rows {
				if seen[c.ID] {
					t.Fatalf("%q lists %d twice", text, c.ID)
				}
				seen[c.ID] = true
			}
			if len(rows) < 700 {
				break
			}
		}
		if n := must(o.db.CountCadres(ctx, data.CadreQuery{On: on, Text: text}, 0))(t); n != len(seen) {
			t.Errorf("%q lists %d of %d", text, len(seen), n)
		}
	}
	if fmt.Sprint(Percent(0, 0), Percent(232, 1000)) != "—23,2%" {
		t.Error("shares in Vietnamese writing")
	}
}
