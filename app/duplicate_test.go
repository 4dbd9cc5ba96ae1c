package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestWhoMayBeOnePerson(t *testing.T) {
	for _, c := range []struct {
		why        string
		a, b       data.Twin
		wantReason string
		want       bool
	}{
		{"a year and a day in it; the units must tell", data.Twin{FullName: "Phạm Thị Đào", Birth: day.Date{Year: 1965}}, data.Twin{FullName: "PHẠM THỊ ĐÀO", Birth: day.Of(1965, 7, 15)}, "", true},
		{"another month", data.Twin{FullName: "Phạm Thị Đào", Birth: day.Date{Year: 1965, Month: 8}}, data.Twin{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15)}, "", false},
		{"a full day is enough", data.Twin{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15)}, data.Twin{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15)}, sameBirth, true},
		{"typed without tone marks", data.Twin{FullName: "Pham Thi Dao", Birth: day.Of(1965, 7, 15)}, data.Twin{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15)}, sameBirth, true},
		{"another tone is another name", data.Twin{FullName: "Trần Trực Hưng"}, data.Twin{FullName: "Trần Trực Hùng"}, "", false},
		{"another place of the mark is not", data.Twin{FullName: "Lê Thị Hoà", Birth: day.Of(1970, 1, 2)}, data.Twin{FullName: "Lê Thị Hòa", Birth: day.Of(1970, 1, 2)}, sameBirth, true},
		{"one telephone, the middle name left out", data.Twin{FullName: "Phạm Thị Đào", Phone: "0912345678"}, data.Twin{FullName: "Phạm Đào", Phone: "0912345678"}, samePhone, true},
		{"mother and daughter with one telephone", data.Twin{FullName: "Phạm Thị Đào", Phone: "0912345678"}, data.Twin{FullName: "Lê Thị Mai", Phone: "0912345678"}, "", false},
		{"two numbers of identity", data.Twin{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15), CitizenID: "036165000001"}, data.Twin{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15), CitizenID: "036165000002"}, "", false},
	} {
		c.a.ID, c.b.ID = 1, 2
		pairs := suspects([]data.Twin{c.a, c.b})
		if got := len(pairs) == 1; got != c.want || got && pairs[0].why != c.wantReason {
			t.Errorf("%s: %+v, want %v %q", c.why, pairs, c.want, c.wantReason)
		}
	}
}

func TestTwinsServeInUnitsThatBelongTogether(t *testing.T) {
	o := founded(t, today)
	haiVan, haiHau, other := unit(t, o, today, "14230"), unit(t, o, today, "366"), unit(t, o, today, "14233")
	year := day.Date{Year: 1965}
	a := addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Birth: year}, haiVan, "Chủ tịch")
	b := addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Birth: day.Of(1965, 7, 15)}, haiVan, "Ủy viên Ban Chấp hành")
	addCadre(t, o, data.Cadre{FullName: "Bùi Thị Sen", Birth: year}, haiVan, "Ủy viên Ban Chấp hành")
	must(o.SaveCadre(t.Context(), data.Cadre{FullName: "Bùi Thị Sen", Birth: year, Female: true}, data.Appointment{}))(t) // serves nowhere: nothing speaks for it
	addCadre(t, o, data.Cadre{FullName: "Lê Thị Mai", Birth: year}, haiHau, "Chủ tịch")
	addCadre(t, o, data.Cadre{FullName: "Lê Thị Mai", Birth: year}, other, "Chủ tịch")
	found := must(o.Duplicates(t.Context(), today))(t)
	got := ""
	for _, d := range found {
		got += d.A.Name + ": " + d.Why + ";"
	}
	if want := "Phạm Thị Đào: " + sameUnit + ";Lê Thị Mai: " + sameUnit + ";"; got != want {
		t.Fatalf("pairs %q, want %q", got, want)
	}
	if d := found[0]; d.A.ID != a || d.B.ID != b {
		t.Errorf("the pair is %d, %d, want the older first: %d, %d", d.A.ID, d.B.ID, a, b)
	}
}

func TestWhatIsTypedIsLookedForInTheRecords(t *testing.T) {
	o := founded(t, today)
	haiVan, away := unit(t, o, today, "14230"), unit(t, o, today, "356")
	id := addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Birth: day.Date{Year: 1965}, Phone: "0912345678"}, haiVan, "Chủ tịch")
	for _, c := range []struct {
		why   string
		typed data.Cadre
		unit  int64
		want  int64
	}{
		{"the name alone may be anybody's", data.Cadre{FullName: "Phạm Thị Đào"}, 0, 0},
		{"name and birth", data.Cadre{FullName: "pham thi dao", Birth: day.Of(1965, 7, 15)}, 0, id},
		{"name and unit", data.Cadre{FullName: "Phạm Thị Đào"}, haiVan.ID, id},
		{"name and a unit elsewhere", data.Cadre{FullName: "Phạm Thị Đào"}, away.ID, 0},
		{"name and telephone", data.Cadre{FullName: "Phạm Đào", Phone: "0912.345.678"}, 0, id},
		{"born in another year", data.Cadre{FullName: "Phạm Thị Đào", Birth: day.Date{Year: 1970}}, haiVan.ID, 0},
		{"the beginning of a name", data.Cadre{FullName: "Phạm Thị", Birth: day.Date{Year: 1965}}, haiVan.ID, 0},
		{"nothing yet", data.Cadre{}, haiVan.ID, 0},
	} {
		if known := must(o.AlreadyHeld(t.Context(), today, c.typed, c.unit))(t); known.ID != c.want {
			t.Errorf("%s: found %d, want %d", c.why, known.ID, c.want)
		}
	}
}

func BenchmarkDuplicates(b *testing.B) {
	o := demoOffice(b)
	for b.Loop() {
		pairs := must(o.Duplicates(b.Context(), o.Today()))(b)
		b.ReportMetric(float64(len(pairs)), "pairs")
	}
}
