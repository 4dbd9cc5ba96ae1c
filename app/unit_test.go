package app

import (
	"slices"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// today is a working day of the tests, inside the term of the plan.
var today = day.Of(2024, 3, 1)

func newUnit(t *testing.T, o *Office, parent data.UnitOn, name, code string) int64 {
	t.Helper()
	form, _, err := o.NewUnit(t.Context(), today, parent.ID)
	if err != nil {
		t.Fatal(err)
	}
	form.State.Name, form.State.Code = name, code
	return must(o.SaveUnit(t.Context(), form))(t)
}

// tryDissolve ends a unit after a day.
func tryDissolve(t *testing.T, o *Office, id int64, last day.Date) error {
	t.Helper()
	_, err := o.Reorganise(t.Context(), Reorganisation{Name: "Giải thể", Basis: "Quyết định thử", On: last.AddDays(1), Steps: []Step{{Kind: data.Dissolving, Unit: id}}})
	return err
}

func dissolve(t *testing.T, o *Office, id int64, last day.Date) {
	t.Helper()
	if err := tryDissolve(t, o, id, last); err != nil {
		t.Fatal(err)
	}
}

func TestAUnitIsThereFromItsFirstToItsLastDay(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	haiHau := unit(t, o, today, "366")
	id := newUnit(t, o, haiHau, "Thử Nghiệm", "99001")
	dissolve(t, o, id, day.Of(2024, 8, 31))
	for on, want := range map[day.Date]bool{
		day.Of(2024, 2, 29): false, // the day before it was founded
		day.Of(2024, 3, 1):  true,
		day.Of(2024, 8, 31): true,
		day.Of(2024, 9, 1):  false,
	} {
		rows := must(o.UnitRows(ctx, on, haiHau.ID))(t)
		got := slices.ContainsFunc(rows, func(r UnitRow) bool { return r.ID == id })
		if got != want {
			t.Errorf("on %s in the list: %v, want %v", on, got, want)
		}
	}
	_, err := o.UnitByCode(ctx, day.Of(2024, 9, 1), "99001")
	refused(t, err, "99001", "01/09/2024")
}

func TestUnitsThatContradictAreRefused(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	haiHau, haiVan := unit(t, o, today, "366"), unit(t, o, today, "14230")
	form, levels, err := o.NewUnit(ctx, today, haiHau.ID)
	if err != nil || !slices.Equal(levels, []data.Level{data.BaseUnit}) {
		t.Fatalf("levels under a district: %v, %v", levels, err)
	}
	try := func(change func(*UnitForm)) error {
		f := form
		f.State.Name = "Mới"
		change(&f)
		_, err := o.SaveUnit(ctx, f)
		return err
	}
	refused(t, try(func(f *UnitForm) { f.State.Name = " " }), "chưa có tên")
	refused(t, try(func(f *UnitForm) { f.State.Code = "14230" }), "14230", "Hải Vân")
	refused(t, try(func(f *UnitForm) { f.State.Name, f.State.Kind = "Hải Vân", "xã" }), "đã có", "Hải Vân")
	refused(t, try(func(f *UnitForm) { f.Level = data.Group }), "không thể đứng dưới")
	refused(t, try(func(f *UnitForm) { f.State.ValidTo = day.Of(2023, 1, 1) }), "sớm hơn ngày bắt đầu")
	newUnit(t, o, haiVan, "xóm 1", "")
	refused(t, tryDissolve(t, o, haiVan.ID, day.Of(2024, 8, 31)), "“Chi hội xóm 1” còn đứng dưới “Xã Hải Vân”")
	refused(t, tryDissolve(t, o, must(o.Province(ctx, today))(t).ID, day.Of(2024, 8, 31)), "cấp tỉnh")
}

// TestTheScheduleFollowsTheTree: a commune founded early in 2024 is owed the rounds from the first half of 2024 on;
// closed on 31/08/2024, only that one.
func TestTheScheduleFollowsTheTree(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := newUnit(t, o, unit(t, o, today, "366"), "Thử Nghiệm", "99001")
	owed := func() []string {
		var names []string
		for _, v := range must(o.VisitsOfUnit(ctx, today, id))(t) {
			names = append(names, v.Round)
		}
		return names
	}
	if got := owed(); slices.Contains(got, "Năm 2023") || !slices.Contains(got, "6 tháng đầu năm 2024") || !slices.Contains(got, "Năm 2024") {
		t.Errorf("the new commune is owed %v", got)
	}
	dissolve(t, o, id, day.Of(2024, 8, 31))
	if got := owed(); !slices.Equal(got, []string{"6 tháng đầu năm 2024"}) {
		t.Errorf("the closed commune is owed %v", got)
	}
}

func TestUnitsAreFoundWithoutToneMarks(t *testing.T) {
	o := founded(t, today)
	rows, more, err := o.FindUnits(t.Context(), today, "truc hung")
	if err != nil || more {
		t.Fatal(err, more)
	}
	var labels []string
	for _, r := range rows {
		labels = append(labels, r.Label())
	}
	for _, want := range []string{"Xã Trực Hưng", "Xã Trực Hùng", "Huyện Trực Ninh", "Tỉnh Nam Định"} { // twins, and the units above
		if !slices.Contains(labels, want) {
			t.Errorf("%v lacks %s", labels, want)
		}
	}
}
