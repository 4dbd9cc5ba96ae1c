package data

import (
	"strings"
	"testing"

	"cosohoi/data/day"
)

// Each condition leaves those for whom it holds on 15/7/2024, and nobody else.
func TestConditionsOfTheCadreList(t *testing.T) {
	db, s := fresh(t)
	on := day.Of(2024, 7, 15)
	ids := map[string]int64{}
	add := func(name string, c Cadre, post *Appointment, more func(tx *Tx, cadre int64)) {
		c.FullName = name
		write(t, db, func(tx *Tx) error {
			fail(t, tx.Insert(&c))
			ids[name] = c.ID
			if post == nil {
				post = &Appointment{StartedOn: day.Of(2020, 1, 1)}
			}
			post.CadreID, post.UnitID, post.PositionID = c.ID, s.branch, s.deputy
			fail(t, tx.Insert(post))
			if more != nil {
				more(tx, c.ID)
			}
			return nil
		})
	}
	var cadreScheme, partyScheme RatingScheme
	var good, fair, member RatingLevel
	course := Course{Name: "Nghiệp vụ"}
	order := Reorganisation{Kind: Merging, Name: "Nhập xóm", HappenedOn: day.Of(2024, 1, 1)}
	write(t, db, func(tx *Tx) error {
		cadreScheme, partyScheme = RatingScheme{Subject: RatesCadres, Name: "A", FirstYear: 2020}, RatingScheme{Subject: RatesPartyMembers, Name: "B", FirstYear: 2020}
		fail(t, tx.Insert(&cadreScheme))
		fail(t, tx.Insert(&partyScheme))
		good, fair, member = RatingLevel{SchemeID: cadreScheme.ID, Name: "Tốt", Rank: 1}, RatingLevel{SchemeID: cadreScheme.ID, Name: "Khá", Rank: 2}, RatingLevel{SchemeID: partyScheme.ID, Name: "Tốt", Rank: 1}
		fail(t, tx.Insert(&good))
		fail(t, tx.Insert(&fair))
		fail(t, tx.Insert(&member))
		fail(t, tx.Insert(&course))
		fail(t, tx.Insert(&order))
		return tx.Insert(&UnitLink{ReorganisationID: order.ID, FromID: s.branch, ToID: s.commune, Change: "nhập"})
	})
	rate := func(level RatingLevel, year int) func(*Tx, int64) {
		return func(tx *Tx, cadre int64) {
			fail(t, tx.Insert(&CadreRating{CadreID: cadre, Year: year, SchemeID: level.SchemeID, LevelID: level.ID}))
		}
	}
	ended := func(by int64) *Appointment {
		return &Appointment{StartedOn: day.Of(2020, 1, 1), EndedOn: day.Of(2023, 12, 31), ReorganisationID: by}
	}
	allow := func(from, to day.Date) func(*Tx, int64) {
		return func(tx *Tx, cadre int64) {
			fail(t, tx.Insert(&Allowance{CadreID: cadre, Amount: 100, Source: "Nghị quyết", FromMonth: from, ToMonth: to}))
		}
	}
	full := Cadre{Birth: day.Of(1984, 7, 15), Phone: "0912345678"} // 40 on the day
	with := func(change func(*Cadre)) Cadre { c := full; change(&c); return c }
	add("Waiting", full, ended(order.ID), nil)
	add("Ended", full, ended(0), nil)
	add("Gone", with(func(c *Cadre) { c.LeftOn, c.LeftReason = day.Date{Year: 2024}, "nghỉ hưu" }), ended(order.ID), nil)
	add("Placed", full, ended(order.ID), func(tx *Tx, cadre int64) {
		fail(t, tx.Insert(&Appointment{CadreID: cadre, UnitID: s.branch, PositionID: s.deputy, StartedOn: day.Of(2024, 1, 1)}))
	})
	add("Trained", full, nil, func(tx *Tx, cadre int64) { fail(t, tx.Insert(&Attendance{CourseID: course.ID, CadreID: cadre})) })
	add("Good", full, nil, rate(good, 2023))
	add("Fair", full, nil, rate(fair, 2022))
	add("Member", full, nil, rate(member, 2023))
	add("Allowed", full, nil, allow(day.Date{Year: 2024, Month: 7}, day.Date{}))
	add("Allowed before", full, nil, allow(day.Date{Year: 2023}, day.Date{Year: 2024, Month: 6}))
	add("Full-time", with(func(c *Cadre) { c.FullTime = "chuyên trách" }), nil, nil)
	add("Learned", with(func(c *Cadre) { c.Politics, c.Degree = "Trung cấp", "Đại học" }), nil, nil)
	add("Retired", with(func(c *Cadre) { c.RetiredOfficial = true }), nil, nil)
	add("Elsewhere", with(func(c *Cadre) { c.OtherBodies = "Hội Chữ thập đỏ" }), nil, nil)
	add("No phone", with(func(c *Cadre) { c.Phone = "" }), nil, nil)
	add("No birth", with(func(c *Cadre) { c.Birth = day.Date{} }), nil, nil)
	add("Nearly forty", with(func(c *Cadre) { c.Birth = day.Of(1984, 7, 16) }), nil, nil)
	add("Fifty this year", with(func(c *Cadre) { c.Birth = day.Date{Year: 1974} }), nil, nil)
	everybody := len(ids)

	for _, test := range []struct {
		what string
		q    CadreQuery
		want string
	}{
		{"the post was ended by a reorganisation, none since, not left", CadreQuery{Waiting: true}, "Waiting"},
		{"the same below the unit that came after", CadreQuery{Waiting: true, Unit: s.commune}, "Waiting"},
		{"but not below another", CadreQuery{Waiting: true, Unit: s.branch}, ""},
		{"left counts a year as begun", CadreQuery{Left: true}, "Gone"},
		{"left, of all", CadreQuery{Left: true, Serving: ServingAny}, "Gone"},
		{"no course at all", CadreQuery{NeverTrained: true}, "all but Trained"},
		{"a level, whatever the year", CadreQuery{RatedLevel: good.ID}, "Good"},
		{"a level in another year", CadreQuery{RatedLevel: good.ID, RatedYear: 2022}, ""},
		{"any level of a year", CadreQuery{RatedYear: 2022}, "Fair"},
		{"a rating as Party member is none as cadre", CadreQuery{NotRatedIn: 2023}, "all but Good"},
		{"an allowance that still goes on", CadreQuery{HasAllowance: true}, "Allowed"},
		{"full-time", CadreQuery{FullTime: "chuyên trách"}, "Full-time"},
		{"political theory", CadreQuery{Politics: "Trung cấp"}, "Learned"},
		{"degree", CadreQuery{Degree: "Đại học"}, "Learned"},
		{"degree and another political theory", CadreQuery{Degree: "Đại học", Politics: "Cao cấp"}, ""},
		{"retired official", CadreQuery{RetiredOfficial: true}, "Retired"},
		{"in other bodies", CadreQuery{InOtherBodies: true}, "Elsewhere"},
		{"no birth or no phone", CadreQuery{MissingData: true}, "No birth, No phone"},
		{"40 is reached on the birthday; a year counts from its first day", CadreQuery{AgeFrom: 41}, "Fifty this year"},
		{"39 at most", CadreQuery{AgeTo: 39}, "Nearly forty"},
		{"from 50 to 50", CadreQuery{AgeFrom: 50, AgeTo: 50}, "Fifty this year"},
	} {
		test.q.On = on
		cadres, err := db.Cadres(t.Context(), test.q)
		fail(t, err)
		n, err := db.CountCadres(t.Context(), test.q, 0)
		fail(t, err)
		var names []string
		for _, c := range cadres {
			names = append(names, c.FullName)
		}
		got := strings.Join(names, ", ")
		if but, all := strings.CutPrefix(test.want, "all but "); all {
			serving := everybody - 3 // Waiting, Ended and Gone have no post
			if len(cadres) != serving-1 || strings.Contains(got, but) {
				t.Errorf("%s: %d cadres, want %d without %q: %s", test.what, len(cadres), serving-1, but, got)
			}
		} else if got != test.want {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
		if n != len(cadres) {
			t.Errorf("%s: counted %d of %d", test.what, n, len(cadres))
		}
		if !test.q.Narrows() {
			t.Errorf("%s is taken for the whole list", test.what)
		}
	}
	if (CadreQuery{On: on, Sort: SortByBirth, Limit: 10}).Narrows() {
		t.Error("an order is taken for a condition")
	}
}
