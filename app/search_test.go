package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

func TestPeopleAreFoundByNameAliasAndTelephone(t *testing.T) {
	o := founded(t, today)
	haiVan := unit(t, o, today, "14230")
	addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Alias: "Bông", Phone: "0912 345 678"}, haiVan, "Chủ tịch")
	addCadre(t, o, data.Cadre{FullName: "Bùi Thị Hoà", Phone: "0987 345 111"}, haiVan, "Phó Chủ tịch")
	must(o.SaveCadre(t.Context(), data.Cadre{FullName: "Phạm Thị Đào Anh", Female: true}, data.Appointment{}))(t)
	for _, c := range []struct{ why, text, want string }{
		{"words in any order; who holds a post stands first", "dao pham", "Phạm Thị Đào (Bông);Phạm Thị Đào Anh;"},
		{"by the name she is called", "bông", "Phạm Thị Đào (Bông);"},
		{"by both names together", "bong pham", "Phạm Thị Đào (Bông);"},
		{"three digits inside of a telephone number", "345", "Phạm Thị Đào (Bông);Bùi Thị Hoà;"},
		{"its beginning as people write it", "+84 912.345", "Phạm Thị Đào (Bông);"},
		{"the last digits", "5111", "Bùi Thị Hoà;"},
		{"two digits are no part of a telephone number", "34", ""},
		{"the sign between the names finds nobody", "/", ""},
		{"a pattern of the database is no digit", "3%5", ""},
		{"signs alone", `"*`, ""},
		{"nothing", "  ", ""},
	} {
		got := ""
		for _, m := range must(o.SearchEverything(t.Context(), today, c.text, 6))(t).Cadres {
			got += m.Name + ";"
		}
		if got != c.want {
			t.Errorf("%s: %q finds %q, want %q", c.why, c.text, got, c.want)
		}
	}
	found := must(o.SearchEverything(t.Context(), today, "0912", 6))(t)
	if len(found.Cadres) != 1 || found.Cadres[0].Post != "0912345678 · Chủ tịch Hội LHPN xã Hải Vân" {
		t.Errorf("who is found by telephone stands as %+v", found.Cadres)
	}
}

// A name changed in the record is found under the new alias, and no longer under the old one.
func TestAnAliasIsFoundAsItIsNow(t *testing.T) {
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Phạm Thị Đào", Alias: "Bông"}, unit(t, o, today, "14230"), "Chủ tịch")
	c := must(o.db.Cadre(t.Context(), id))(t)
	c.Alias = "Sen"
	must(o.SaveCadre(t.Context(), c, data.Appointment{}))(t)
	for text, want := range map[string]int{"sen": 1, "bong": 0, "dao": 1} {
		if got := len(must(o.SearchEverything(t.Context(), today, text, 6))(t).Cadres); got != want {
			t.Errorf("%q finds %d, want %d", text, got, want)
		}
	}
}

func TestVisitsAreFoundByTheirUnit(t *testing.T) {
	o := demoOffice(t)
	on := day.Of(2024, 7, 15)
	for _, c := range []struct{ text, want string }{
		{"hai van", "Kiểm tra 6 tháng đầu năm 2024 – xã Hải Vân"}, // the nearest to the day stands first
		{"kiem tra xa hai van", "Kiểm tra 6 tháng đầu năm 2024 – xã Hải Vân"},
		{"kiểm tra", ""},
		{"khong co xa nay", ""},
	} {
		visits := must(o.SearchEverything(t.Context(), on, c.text, 6))(t).Visits
		got := ""
		if len(visits) > 0 {
			got = visits[0].Title()
		}
		if got != c.want {
			t.Errorf("%q finds %q, want %q", c.text, got, c.want)
		}
		for _, v := range visits {
			if !strings.HasSuffix(v.Title(), "xã Hải Vân") {
				t.Errorf("%q finds %q too", c.text, v.Title())
			}
		}
	}
}
