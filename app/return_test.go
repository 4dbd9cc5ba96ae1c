package app

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/exchange"
)

// returnOffice is the small province, two districts of three communes with two chi hội each, with periods opened.
func returnOffice(t *testing.T, on day.Date) *Office {
	o := copied(t, smallProvince(t), at(on))
	for _, p := range []struct {
		year int
		span data.ReturnSpan
	}{{2024, data.SpanYear}, {2025, data.SpanHalf}, {2025, data.SpanYear}} {
		if _, err := o.OpenReturnPeriod(t.Context(), p.year, p.span, SuggestedDue(p.year, p.span)); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func periodOf(t *testing.T, o *Office, year int, span data.ReturnSpan) data.ReturnPeriod {
	return must(o.ReturnPeriodOf(t.Context(), year, span))(t)
}

// unitNamed finds a unit of a day by its name.
func unitNamed(t *testing.T, o *Office, on day.Date, name string) data.UnitOn {
	t.Helper()
	for _, u := range must(o.db.UnitsOn(t.Context(), on, data.UnitQuery{}))(t) {
		if u.Name == name {
			return u
		}
	}
	t.Fatalf("no unit %q on %s", name, on)
	return data.UnitOn{}
}

// put reports numbers of a unit, given as code and number in turn.
func put(t *testing.T, o *Office, p data.ReturnPeriod, unit int64, numbers map[string]int64) int64 {
	t.Helper()
	var figures []data.Figure
	for code, n := range numbers {
		figures = append(figures, data.Figure{PeriodID: p.ID, UnitID: unit, Code: code, Value: data.Of(n)})
	}
	return must(o.PutFigures(t.Context(), "Nhập số liệu", figures))(t)
}

func sheet(t *testing.T, o *Office, p data.ReturnPeriod, unit int64) *ReturnSheet {
	t.Helper()
	return must(o.ReturnSheet(t.Context(), p.ID, unit))(t)
}

func figureOf(t *testing.T, s *ReturnSheet, unit int64, code string) FigureCell {
	t.Helper()
	row, known := s.Row(unit)
	i, has := s.Column(code)
	if !known || !has {
		t.Fatalf("no place for unit %d and column %s", unit, code)
	}
	return row.Cells[i]
}

func TestFiguresAddUp(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	a, b, c := unitNamed(t, o, p.LastDay, "Thử 1.1"), unitNamed(t, o, p.LastDay, "Thử 1.2"), unitNamed(t, o, p.LastDay, "Thử 2.1")
	put(t, o, p, a.ID, map[string]int64{"B1": 1000, "B2": 700, "B5.1": 20, "B5.2": 4})
	put(t, o, p, b.ID, map[string]int64{"B1": 500, "B2": 0, "B5.1": 6}) // reported: no members; who moved there is not reported
	put(t, o, p, c.ID, map[string]int64{"B2": 300})                     // women not reported
	s := sheet(t, o, p, 0)
	province, first, second := s.Total.Unit.ID, unitNamed(t, o, p.LastDay, "Huyện Thử 1").ID, unitNamed(t, o, p.LastDay, "Huyện Thử 2").ID
	for _, want := range []struct {
		unit     int64
		code     string
		num, den int64
		known    bool
		given    int
		why      string
	}{
		{a.ID, "B4", 700, 1000, true, 1, "700 of 1000"},
		{b.ID, "B4", 0, 500, true, 1, "0 was reported, so it is 0%"},
		{c.ID, "B4", 0, 0, false, 0, "the women were not reported: no rate, not one over nothing"},
		{first, "B2", 700, 0, true, 2, "700 + 0 of two communes; the third did not report"},
		{second, "B1", 0, 0, false, 0, "nobody reported: not 0"},
		{province, "B2", 1000, 0, true, 3, "700 + 0 + 300"},
		{province, "B4", 700, 1500, true, 2, "only of those who reported both: 700 of 1500, not 1000 of 1500"},
		{first, "B5", 30, 0, true, 1, "20 + 4 and 6: what was reported, of one commune in full"},
		{province, "A4", 12, 0, true, 0, "counted: six communes with two chi hội each"},
		{first, "C3", 6, 0, true, 0, "counted: a head in each chi hội"},
		{a.ID, "C1", 1, 0, true, 0, "counted: the chair"},
	} {
		v := s.Value(want.unit, want.code)
		if v.Known != want.known || v.Num != want.num || v.Den != want.den || v.Given != want.given {
			t.Errorf("%s of unit %d: %+v, want %d of %d, known %v, given %d (%s)", want.code, want.unit, v, want.num, want.den, want.known, want.given, want.why)
		}
	}
	if v := s.Value(province, "B2"); v.Asked != 6 {
		t.Errorf("%d units were asked for their members, want the 6 communes", v.Asked)
	}
	if _, has := s.Column("F2.1"); has {
		t.Error("a half year asks for the rating of the year")
	}
}

func TestACommuneReportsForItsBranchesOrThemselves(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	a := unitNamed(t, o, p.LastDay, "Thử 1.1")
	branches := must(o.db.UnitsOn(t.Context(), p.LastDay, data.UnitQuery{Parents: []int64{a.ID}}))(t)
	put(t, o, p, branches[0].ID, map[string]int64{"B2": 70})
	if v := sheet(t, o, p, 0).Value(a.ID, "B2"); !v.Known || v.Num != 70 {
		t.Errorf("with one chi hội reporting 70 the commune has %+v", v)
	}
	put(t, o, p, branches[1].ID, map[string]int64{"B2": 50})
	put(t, o, p, a.ID, map[string]int64{"B2": 125})
	s := sheet(t, o, p, a.ID)
	if v := s.Total.Cells[mustColumn(t, s, "B2")]; v.Value.Num != 125 || !slices.Contains(v.Problems, "Các chi hội cộng lại là 120, khác số 125 của cơ sở") {
		t.Errorf("the commune's own number counts and the difference is remarked; got %+v", v)
	}
	if len(s.Rows) != 3 || s.Rows[0] != s.Total {
		t.Errorf("%d rows of the commune, want its own and those of its 2 chi hội", len(s.Rows))
	}
}

func mustColumn(t *testing.T, s *ReturnSheet, code string) int {
	t.Helper()
	i, has := s.Column(code)
	if !has {
		t.Fatalf("no column %s", code)
	}
	return i
}

func TestFiguresAreCheckedAndComparedWithBefore(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	year, half := periodOf(t, o, 2024, data.SpanYear), periodOf(t, o, 2025, data.SpanHalf)
	a, b := unitNamed(t, o, half.LastDay, "Thử 1.1"), unitNamed(t, o, half.LastDay, "Thử 1.2")
	put(t, o, year, a.ID, map[string]int64{"B1": 1000, "B2": 700, "B3": 650, "B7": 100, "B9": 3})
	put(t, o, half, a.ID, map[string]int64{"B1": 1000, "B2": 500, "B3": 510, "B5.1": 10, "B5.2": 0, "B6.1": 5, "B6.2": 0, "B6.3": 0, "B6.4": 0, "B9": 6})
	s := sheet(t, o, half, 0)
	for code, want := range map[string][]string{
		"B1": nil,                                                                  // as before
		"B3": {"B3 là 510, lớn hơn B2 là 500", "Giảm 21,5% so với kỳ trước (650)"}, // 140 of 650
		// 700 at the end of 2024, 10 came and 5 went: 705; and 200 of 700 fewer is more than 15 per cent
		"B2": {"B2 là 500, khác B2 đầu năm + B5 − B6 là 705", "Giảm 28,6% so với kỳ trước (700)"},
		"B4": {"Dưới 60% (50,0%)"},
		"B9": nil, // from 3 to 6 is twice as many and means nothing
	} {
		if got := figureOf(t, s, a.ID, code).Problems; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	if c := figureOf(t, s, a.ID, "B7"); c.Value.Known || c.Suggested != data.Of(100) {
		t.Errorf("core members not reported yet: %+v, want 100 of the last period suggested and nothing counted", c)
	}
	if c := figureOf(t, s, b.ID, "B7"); c.Suggested.Known {
		t.Errorf("without a last period %v is suggested", c.Suggested)
	}
	if c := figureOf(t, s, a.ID, "B6.2"); c.Suggested.Known {
		t.Error("what happens in a period is suggested from the last one")
	}
	refused(t, o.SubmitReturns(t.Context(), half.ID, []int64{a.ID}, half.DueOn), "Thử 1.1", "3 chỗ cần giải trình")
	var reasons []data.Figure
	for _, code := range []string{"B2", "B3", "B4"} {
		reasons = append(reasons, data.Figure{PeriodID: half.ID, UnitID: a.ID, Code: code, Value: figureOf(t, s, a.ID, code).Own, Reason: "Nhiều hội viên đi làm ăn xa."})
	}
	must(o.PutFigures(t.Context(), "Giải trình", reasons))(t)
	if err := o.SubmitReturns(t.Context(), half.ID, []int64{a.ID}, half.DueOn); err != nil {
		t.Errorf("explained, but: %v", err)
	}
	s = sheet(t, o, half, 0)
	if row, _ := s.Row(a.ID); row.State != data.ReturnSubmitted || row.Unexplained() != 0 {
		t.Errorf("after submitting: %s with %d unexplained", row.State, row.Unexplained())
	}
	if received, owed := s.Completeness(s.Total); received != 1 || owed != 8 {
		t.Errorf("%d of %d returns have come, want 1 of 8: six communes and two districts", received, owed)
	}
	s.Put(a.ID, mustColumn(t, s, "B2"), data.Of(701))
	if c := figureOf(t, s, a.ID, "B2"); c.Reason != "" || !slices.Equal(c.Problems, []string{"B2 là 701, khác B2 đầu năm + B5 − B6 là 705"}) {
		t.Errorf("another number needs another reason; got %+v", c)
	}
}

func TestUnitsThatOweReturns(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	district := unitNamed(t, o, p.LastDay, "Huyện Thử 1")
	found := func(name string, from day.Date) int64 {
		return must(o.SaveUnit(t.Context(), UnitForm{Level: data.BaseUnit, State: data.UnitState{ParentID: district.ID, Kind: "xã", Name: name, ValidFrom: from}}))(t)
	}
	old, young := found("Đủ Ba Tháng", day.Of(2025, 4, 1)), found("Chưa Đủ", day.Of(2025, 4, 2))
	closed := unitNamed(t, o, p.LastDay, "Thử 1.3")
	must(o.Reorganise(t.Context(), Reorganisation{Name: "Sáp nhập", Basis: "Quyết định thử", On: day.Of(2025, 6, 30), Steps: []Step{{Kind: data.Merging, From: []int64{closed.ID}, Unit: unitNamed(t, o, p.LastDay, "Thử 1.2").ID}}}))(t)
	s := sheet(t, o, p, 0)
	if row, known := s.Row(old); !known || !row.Owes {
		t.Error("a commune founded on 01/04 has been there for three months on 30/06 and owes a return")
	}
	if row, known := s.Row(young); !known || row.Owes {
		t.Error("a commune founded on 02/04 has not been there for three months and owes none")
	}
	if _, known := s.Row(closed.ID); known {
		t.Error("a commune that went up in another from 30/06 on, the last day, is still asked")
	}
}

// The first screen reminds of what was due and has not come, by the day of each unit.
func TestLateReturnsAreRemindedOf(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 7, 20))
	p := periodOf(t, o, 2025, data.SpanHalf) // due on 10/07
	late := func(on day.Date) int {
		_, late, err := o.lateReturns(t.Context(), on)
		if err != nil {
			t.Fatal(err)
		}
		return len(late)
	}
	if n := late(day.Of(2025, 7, 11)); n != 8 {
		t.Errorf("%d are late on the day after, want 8: six communes and two districts", n)
	}
	a, b := unitNamed(t, o, p.LastDay, "Thử 1.1"), unitNamed(t, o, p.LastDay, "Thử 1.2")
	if err := o.SubmitReturns(t.Context(), p.ID, []int64{a.ID}, day.Of(2025, 7, 12)); err != nil {
		t.Fatal(err)
	}
	if err := o.SetReturnDue(t.Context(), p.ID, []int64{b.ID}, day.Of(2025, 7, 15)); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[day.Date]int{day.Of(2025, 7, 13): 6, day.Of(2025, 7, 16): 7} { // one handed in; one has until the 15th
		if n := late(on); n != want {
			t.Errorf("%d are late on %s, want %d", n, on, want)
		}
	}
	if err := o.GiveBackReturns(t.Context(), p.ID, []int64{a.ID}, "Rà soát lại"); err != nil {
		t.Fatal(err)
	}
	if n := late(day.Of(2025, 7, 16)); n != 8 {
		t.Errorf("%d are late after one was given back, want 8", n)
	}
}

// Two communes become one: what they had together is what the new one is compared with; of a split nothing can be told.
func TestMergedUnitsAreComparedWithTheirPredecessors(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	year, half := periodOf(t, o, 2024, data.SpanYear), periodOf(t, o, 2025, data.SpanHalf)
	a, b, c := unitNamed(t, o, year.LastDay, "Thử 1.1"), unitNamed(t, o, year.LastDay, "Thử 1.2"), unitNamed(t, o, year.LastDay, "Thử 2.1")
	put(t, o, year, a.ID, map[string]int64{"B2": 700})
	put(t, o, year, b.ID, map[string]int64{"B2": 400})
	put(t, o, year, c.ID, map[string]int64{"B2": 900})
	branch := must(o.db.UnitsOn(t.Context(), year.LastDay, data.UnitQuery{Parents: []int64{c.ID}, Limit: 1}))(t)[0]
	must(o.Reorganise(t.Context(), Reorganisation{Name: "Hợp nhất", Basis: "Quyết định thử", On: day.Of(2025, 2, 1), Steps: []Step{
		{Kind: data.Merging, From: []int64{a.ID, b.ID}, State: data.UnitState{Kind: "xã", Name: "Hợp Nhất", ParentID: a.ParentID}}}}))(t)
	must(o.Reorganise(t.Context(), Reorganisation{Name: "Tách", Basis: "Quyết định thử", On: day.Of(2025, 2, 1), Steps: []Step{
		{Kind: data.Splitting, Unit: c.ID, Parts: []Part{{State: data.UnitState{Kind: "xã", Name: "Mới Tách"}, Below: []int64{branch.ID}}}}}}))(t)
	s := sheet(t, o, half, 0)
	merged := unitNamed(t, o, half.LastDay, "Hợp Nhất")
	if v := figureOf(t, s, merged.ID, "B2").Before; !v.Known || v.Num != 1100 {
		t.Errorf("before the merger: %+v, want 700 + 400", v)
	}
	for _, name := range []string{"Thử 2.1", "Mới Tách"} {
		if v := figureOf(t, s, unitNamed(t, o, half.LastDay, name).ID, "B2").Before; v.Known {
			t.Errorf("%s came out of a split and is compared with %d", name, v.Num)
		}
	}
}

func TestALockedPeriodTakesNoChange(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	a := unitNamed(t, o, p.LastDay, "Thử 1.1")
	branch := must(o.db.UnitsOn(t.Context(), p.LastDay, data.UnitQuery{Parents: []int64{a.ID}}))(t)[0]
	typed := put(t, o, p, a.ID, map[string]int64{"B2": 700})
	if err := o.LockReturnPeriod(t.Context(), p.ID); err != nil {
		t.Fatal(err)
	}
	write := func(unit int64) error {
		_, err := o.PutFigures(t.Context(), "Nhập số liệu", []data.Figure{{PeriodID: p.ID, UnitID: unit, Code: "B2", Value: data.Of(1)}})
		return err
	}
	if received, owed := func() (int, int) { s := sheet(t, o, p, 0); return s.Completeness(s.Total) }(); received != 0 || owed != 8 {
		t.Errorf("nobody handed in before the period was locked, but %d of %d count", received, owed)
	}
	refused(t, write(a.ID), "6 tháng đầu năm 2025 đã khóa", "mở khóa")
	refused(t, o.Undo(t.Context(), typed), "đã khóa")
	refused(t, o.SubmitReturns(t.Context(), p.ID, []int64{a.ID}, p.DueOn), "đã khóa")
	refused(t, o.SaveReturnDue(t.Context(), periodOf(t, o, 2025, data.SpanHalf), day.Of(2025, 9, 1)), "đã khóa")
	columns := must(o.FigureColumns(t.Context(), p.FormID))(t)
	columns[0].Title = "Khác"
	refused(t, o.SaveFigureColumn(t.Context(), columns[0]), "phiên bản mới")

	// A head who is entered afterwards as of before the last day changes the records, but not the locked figures.
	post := must(o.db.Posts(t.Context(), data.PostQuery{Units: []int64{branch.ID}, On: p.LastDay}))(t)[0]
	_, err := o.db.Write(t.Context(), "Thôi", func(tx *data.Tx) error {
		appointment := post.Appointment
		appointment.EndedOn = day.Of(2025, 3, 1)
		return tx.Update(&appointment)
	})
	if err != nil {
		t.Fatal(err)
	}
	s := sheet(t, o, p, 0)
	if v := s.Value(s.Total.Unit.ID, "C3"); v.Num != 12 {
		t.Errorf("a locked period counts %d heads after the records changed, want 12 as on the day of locking", v.Num)
	}
	locked := periodOf(t, o, 2025, data.SpanHalf)
	refused(t, o.UnlockReturnPeriod(t.Context(), locked, ""), "lý do")
	if err := o.UnlockReturnPeriod(t.Context(), locked, "Sửa số của xã Thử 1.1"); err != nil {
		t.Fatal(err)
	}
	s = sheet(t, o, p, 0)
	if v := s.Value(s.Total.Unit.ID, "C3"); v.Num != 11 {
		t.Errorf("unlocked, the period counts %d heads, want the 11 of the records", v.Num)
	}
	if err := write(a.ID); err != nil {
		t.Errorf("unlocked, but: %v", err)
	}

	// The return of one unit alone: its chi hội are frozen with it, its neighbours are not.
	if err := o.SubmitReturns(t.Context(), p.ID, []int64{unitNamed(t, o, p.LastDay, "Thử 1.2").ID}, p.DueOn); err != nil {
		t.Fatal(err)
	}
	b := unitNamed(t, o, p.LastDay, "Thử 1.2")
	refused(t, o.LockReturns(t.Context(), p.ID, []int64{a.ID}), "đã nộp")
	if err := o.LockReturns(t.Context(), p.ID, []int64{b.ID}); err != nil {
		t.Fatal(err)
	}
	below := must(o.db.UnitsOn(t.Context(), p.LastDay, data.UnitQuery{Parents: []int64{b.ID}}))(t)[0]
	refused(t, write(b.ID), "đã khóa")
	refused(t, write(below.ID), "đã khóa")
	if err := write(a.ID); err != nil {
		t.Errorf("the neighbour of a locked unit: %v", err)
	}
	refused(t, o.UnlockReturns(t.Context(), p.ID, []int64{b.ID}, ""), "lý do")
}

func TestNumbersAreUndoneAndTypedAgain(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	a := unitNamed(t, o, p.LastDay, "Thử 1.1")
	first := put(t, o, p, a.ID, map[string]int64{"B2": 700})
	second := put(t, o, p, a.ID, map[string]int64{"B2": 0})
	value := func() data.Number { return figureOf(t, sheet(t, o, p, 0), a.ID, "B2").Own }
	if err := o.Undo(t.Context(), second); err != nil || value() != data.Of(700) {
		t.Fatalf("0 undone gives %v, %v; want 700", value(), err)
	}
	if err := o.Undo(t.Context(), first); err != nil || value().Known {
		t.Fatalf("the first number undone gives %v, %v; want not reported", value(), err)
	}
	put(t, o, p, a.ID, map[string]int64{"B2": 650})
	if value() != data.Of(650) {
		t.Errorf("typed again: %v, want 650", value())
	}
	cleared := must(o.PutFigures(t.Context(), "Xóa", []data.Figure{{PeriodID: p.ID, UnitID: a.ID, Code: "B2"}}))(t)
	if value().Known {
		t.Errorf("cleared: %v, want not reported", value())
	}
	if err := o.Undo(t.Context(), cleared); err != nil || value() != data.Of(650) {
		t.Errorf("clearing undone gives %v, %v; want 650", value(), err)
	}
}

func TestTheFormIsKeptSound(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	put(t, o, p, unitNamed(t, o, p.LastDay, "Thử 1.1").ID, map[string]int64{"B2": 700})
	columns := must(o.FigureColumns(t.Context(), p.FormID))(t)
	column := func(code string) data.FigureColumn {
		return columns[slices.IndexFunc(columns, func(c data.FigureColumn) bool { return c.Code == code })]
	}
	changed := func(code string, change func(*data.FigureColumn)) error {
		c := column(code)
		change(&c)
		return o.SaveFigureColumn(t.Context(), c)
	}
	refused(t, changed("B4", func(c *data.FigureColumn) { c.Formula = "B2 / B99" }), "B99")
	refused(t, changed("B5", func(c *data.FigureColumn) { c.Formula = "B4 + B2" }), "B4")
	refused(t, changed("B3", func(c *data.FigureColumn) { c.Checks = "B3 < B2" }), "<=")
	refused(t, changed("B3", func(c *data.FigureColumn) { c.Code = "B2" }), "hai lần")
	refused(t, changed("B2", func(c *data.FigureColumn) { c.Code = "B77" }), "đã có 1 số liệu")
	refused(t, changed("A4", func(c *data.FigureColumn) { c.Source = "" }), "đếm từ dữ liệu nào")
	refused(t, o.RemoveFigureColumn(t.Context(), column("B2")), "đã có 1 số liệu")
	refused(t, o.RemoveFigureColumn(t.Context(), column("B5.1")), "B5.1")
	if err := o.SaveFigureColumn(t.Context(), data.FigureColumn{FormID: p.FormID, Code: "k1", GroupName: "Khác", Title: "Gia đình 5 không 3 sạch", Level: data.Branch, Kind: data.Entered}); err != nil {
		t.Fatal(err)
	}
	if s := sheet(t, o, p, 0); s.Columns[len(s.Columns)-1].Code != "K1" {
		t.Error("the new column is not the last of the sheet")
	}
	form := must(o.FigureForms(t.Context()))(t)[0]
	refused(t, o.RenewFigureForm(t.Context(), form, "Biểu 2025", 2025), "đã mở theo biểu đang dùng")
	if err := o.RenewFigureForm(t.Context(), form, "Biểu mới", 2026); err != nil {
		t.Fatal(err)
	}
	next := must(o.OpenReturnPeriod(t.Context(), 2026, data.SpanHalf, day.Of(2026, 7, 10)))(t)
	if next.FormID == p.FormID {
		t.Error("a period of 2026 is filled in with the form that ended in 2025")
	}
	if again := periodOf(t, o, 2025, data.SpanHalf); again.FormID != p.FormID {
		t.Error("a period of 2025 lost its form")
	}
}

// Whatever is reported: the figure of a unit is the sum of those below it, on every level, for numbers and for both sides of rates.
func TestEveryTotalIsTheSumOfItsParts(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanYear)
	s := sheet(t, o, p, 0)
	rapid.Check(t, func(r *rapid.T) {
		for range rapid.IntRange(1, 30).Draw(r, "numbers") {
			row := s.Rows[rapid.IntRange(0, len(s.Rows)-1).Draw(r, "row")]
			column := rapid.IntRange(0, len(s.Columns)-1).Draw(r, "column")
			value := data.Number{N: int64(rapid.IntRange(0, 5000).Draw(r, "number")), Known: rapid.Bool().Draw(r, "known")}
			if !value.Known {
				value.N = 0
			}
			s.Put(row.Unit.ID, column, value)
		}
		for at := range s.all {
			row := &s.all[at]
			if !row.Sums {
				continue
			}
			for i, c := range s.Columns {
				var parts FigureValue
				for _, child := range row.children {
					parts = parts.add(s.all[child].Cells[i].Value)
				}
				own := row.Cells[i]
				if c.Level == data.District && row.Unit.Level == data.District || c.counts {
					continue // what is reported for the district itself, or counted of its own records, is not in its parts
				}
				if got := own.Value; got.Num != parts.Num || got.Den != parts.Den || got.Known != parts.Known || got.Given != parts.Given || got.Asked != parts.Asked {
					r.Fatalf("%s of %s is %+v, its parts come to %+v", c.Code, row.Unit.Label(), got, parts)
				}
			}
		}
	})
}

func TestAFormGoesOutAndComesBack(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	district, a := unitNamed(t, o, p.LastDay, "Huyện Thử 1"), unitNamed(t, o, p.LastDay, "Thử 1.1")
	put(t, o, p, a.ID, map[string]int64{"B2": 700})
	path := filepath.Join(t.TempDir(), "bieu.xlsx")
	if err := sheet(t, o, p, district.ID).WriteForm(path); err != nil {
		t.Fatal(err)
	}
	content := must(os.ReadFile(path))(t)
	preview := must(o.PreviewFigures(t.Context(), p.ID, content))(t)
	if len(preview.Figures) != 0 || preview.Wrong() != 0 || preview.Same != 1 {
		t.Errorf("as it went out the form changes %d, has %d wrong and %d the same; want 0, 0, 1", len(preview.Figures), preview.Wrong(), preview.Same)
	}
	// Somebody fills in what would have come back from Excel.
	form := must(exchange.ReadGrid(content))(t)
	b2, b3 := slices.Index(form.Codes, "B2"), slices.Index(form.Codes, "B3")
	a4 := slices.Index(form.Codes, "A4")
	for i, row := range form.Rows {
		switch {
		case strings.Contains(row.Name, "Thử 1.1"):
			form.Rows[i].Cells[b2], form.Rows[i].Cells[b3] = "710", "690"
			form.Rows[i].Cells[a4] = "99" // a cell that is not asked for
		case strings.Contains(row.Name, "Thử 1.2"):
			form.Rows[i].Cells[b2] = "nhiều"
		case strings.Contains(row.Name, "Thử 1.3"):
			form.Rows[i].ID = "abc"
		}
	}
	s := sheet(t, o, p, 0)
	filled := must(s.preview(form))(t)
	if len(filled.Figures) != 2 || filled.Wrong() != 2 {
		t.Errorf("%d numbers and %d wrong lines, want 710 and 690, and the word and the changed id: %+v", len(filled.Figures), filled.Wrong(), filled.Lines)
	}
	form.Key = "so-lieu-ky 2024-year"
	_, err := s.preview(form)
	refused(t, err, "2024-year", "chọn đúng kỳ")
	_, err = o.PreviewFigures(t.Context(), p.ID, []byte("không phải Excel"))
	refused(t, err, "Excel")
}

func TestTheFiguresOfTheDemonstration(t *testing.T) {
	o := demoOffice(t)
	p := periodOf(t, o, 2025, data.SpanHalf)
	s := sheet(t, o, p, 0)
	var out bytes.Buffer
	if err := s.WriteFigures(&out); err != nil {
		t.Fatal(err)
	}
	rows := must(csv.NewReader(&out).ReadAll())(t)
	if len(rows) != 1+1+10+226+4 {
		t.Errorf("%d lines, want the head, the province, 10 districts, 226 communes and 4 affiliates", len(rows))
	}
	b1, b2, b4 := slices.Index(rows[0], "B1"), slices.Index(rows[0], "B2"), slices.Index(rows[0], "B4")
	if b1 < 0 || b2 < 0 || b4 < 0 || rows[1][b2] == "" || !strings.Contains(rows[1][b4], ".") {
		t.Errorf("the line of the province is %q", rows[1])
	}
	silent := 0
	for _, row := range rows[2:] {
		if row[2] == "base" && row[4] == "open" {
			if row[b2] == "0" {
				t.Errorf("%s reported nothing and has 0 members", row[1])
			}
			silent++
		}
	}
	if silent == 0 {
		t.Error("every commune of the demonstration has reported")
	}
	if v := s.Value(s.Total.Unit.ID, "C3"); v.Num == 0 || v.Num > s.Value(s.Total.Unit.ID, "A4").Num {
		t.Errorf("%d heads of branches", v.Num)
	}
	if _, ok, err := o.FiguresFor(t.Context(), 1999, data.SpanYear); ok || err != nil {
		t.Errorf("figures of a period that was never opened: %v, %v", ok, err)
	}
}

// Each record counts where the form says, in the period in which it happened.
func TestWhatTheCountersCount(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	ctx := t.Context()
	commune := unitNamed(t, o, p.LastDay, "Thử 1.1")
	branches := must(o.db.UnitsOn(ctx, p.LastDay, data.UnitQuery{Parents: []int64{commune.ID}}))(t)
	holder := func(unit int64) data.Post {
		return must(o.db.Posts(ctx, data.PostQuery{Units: []int64{unit}, On: p.LastDay}))(t)[0]
	}
	first, second := holder(branches[0].ID), holder(branches[1].ID)
	special := must(o.SaveUnit(ctx, UnitForm{Level: data.Branch, State: data.UnitState{ParentID: commune.ID, Kind: "chi hội", Name: "Nữ doanh nhân", ValidFrom: day.Of(2025, 3, 8)}}))(t)
	chair := must(o.db.CadresByID(ctx, []int64{holder(commune.ID).CadreID}))(t)[holder(commune.ID).CadreID]
	_, err := o.db.Write(ctx, "Ghi hồ sơ", func(tx *data.Tx) error {
		chair.Birth, chair.Degree, chair.Politics, chair.PartyProbationOn = day.Date{Year: 1985}, "Đại học", "Sơ cấp", day.Of(2020, 5, 5)
		course := data.Course{Name: "Nghiệp vụ", StartedOn: day.Of(2025, 6, 20), EndedOn: day.Of(2025, 7, 2)} // ends after the period
		past := data.Course{Name: "Nghiệp vụ cũ", StartedOn: day.Of(2025, 4, 1)}
		if err := tx.Update(&chair); err != nil {
			return err
		}
		for _, r := range []data.Record{&course, &past,
			&data.PartyStep{CadreID: first.CadreID, Step: data.StageCourse, TakenOn: day.Date{Year: 2025, Month: 5}},
			&data.PartyStep{CadreID: second.CadreID, Step: data.StageCourse, TakenOn: day.Date{Year: 2025}}, // known by the year: counts when it is over
			&data.PartyStep{CadreID: second.CadreID, Step: data.StageIntroduced, TakenOn: day.Of(2024, 9, 1)},
			&data.Allowance{CadreID: first.CadreID, Amount: 300000, Source: "Nghị quyết", FromMonth: day.Date{Year: 2024, Month: 1}, ToMonth: day.Date{Year: 2025, Month: 5}},
			&data.Allowance{CadreID: second.CadreID, Amount: 300000, Source: "Nghị quyết", FromMonth: day.Date{Year: 2025, Month: 6}},
			&data.CadreAward{CadreID: first.CadreID, Title: "Giấy khen của Hội cấp huyện", GrantedOn: day.Of(2025, 3, 8)},
			&data.CadreAward{CadreID: first.CadreID, Title: "Giấy khen của Hội cấp huyện", GrantedOn: day.Of(2024, 10, 20)},
		} {
			if err := tx.Insert(r); err != nil {
				return err
			}
		}
		for _, a := range []data.Attendance{{CourseID: course.ID, CadreID: first.CadreID}, {CourseID: past.ID, CadreID: first.CadreID}, {CourseID: past.ID, CadreID: second.CadreID}} {
			if err := tx.Insert(&a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s := sheet(t, o, p, 0)
	for code, want := range map[string]struct {
		n   int64
		why string
	}{
		"A4":   {3, "xóm 1, xóm 2 and the new one"},
		"A4.1": {2, "the xóm"},
		"A4.2": {1, "nữ doanh nhân is no place"},
		"A6.1": {1, "founded on 08/03"},
		"C1":   {1, "the chair"},
		"C1.1": {1, "Đại học"},
		"C1.2": {0, "Sơ cấp is below Trung cấp"},
		"C1.3": {1, "in the Party since 2020"},
		"C1.5": {1, "born in 1985: 40 on 30/06/2025"},
		"C3":   {2, "two heads; nobody heads the new one"},
		"C4.1": {1, "the course of 05/2025; the one known by its year alone may be of the second half"},
		"C4.2": {0, "introduced in 2024"},
		"C4.5": {1, "introduced since 2023"},
		"C6":   {1, "one allowance holds in 06/2025, the other ended in 05/2025"},
		"C7":   {2, "two attendances of the course of April; the one that ends in July counts then"},
		"C8.3": {1, "the post of the new chi hội is vacant"},
		"H1.3": {1, "the one of 2025"},
		"H1.2": {0, "no bằng khen"},
	} {
		if got := s.Value(commune.ID, code); !got.Known || got.Num != want.n {
			t.Errorf("%s is %+v, want %d: %s", code, got, want.n, want.why)
		}
	}
	if row, known := sheet(t, o, p, commune.ID).Row(special); !known || row.Cells[mustColumn(t, s, "C3")].Value.Num != 0 {
		t.Error("the new chi hội has no row, or a head")
	}
}

func TestTheReturnsOfAUnit(t *testing.T) {
	o := returnOffice(t, day.Of(2025, 8, 1))
	p := periodOf(t, o, 2025, data.SpanHalf)
	a := unitNamed(t, o, p.LastDay, "Thử 1.1")
	put(t, o, p, a.ID, map[string]int64{"B1": 1000, "B2": 700})
	if err := o.SubmitReturns(t.Context(), p.ID, []int64{a.ID}, day.Of(2025, 7, 10)); err != nil {
		t.Fatal(err)
	}
	of := func(unit int64) []UnitReturn { return must(o.ReturnsOfUnit(t.Context(), unit))(t) }
	own := of(a.ID)
	if len(own) != 3 || own[0].Period.LastDay.Before(own[2].Period.LastDay) {
		t.Fatalf("%d returns, want the three periods, the latest first", len(own))
	}
	half := own[1]
	if v := half.Figure("B4"); half.Row.State != data.ReturnSubmitted || v.Num != 700 || v.Den != 1000 {
		t.Errorf("the half year: %s with %+v, want submitted with 700 of 1000", half.Row.State, v)
	}
	if v := own[0].Figure("B2"); v.Known {
		t.Errorf("the open year has %+v members before anything was reported", v)
	}
	district := of(unitNamed(t, o, p.LastDay, "Huyện Thử 1").ID)[1]
	if district.Received != 1 || district.Owed != 4 || district.Figure("B2").Num != 700 {
		t.Errorf("the district: %d of %d returns with %+v members, want 1 of its own and three communes with 700", district.Received, district.Owed, district.Figure("B2"))
	}
}
