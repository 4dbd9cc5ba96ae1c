package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// openUnitOn shows the unit of a code on a day.
func openUnitOn(t *testing.T, on day.Date, code string) (*shell, *unitsScreen) {
	t.Helper()
	s := openShell(t)
	s.show(screenUnits)
	s.setDay(on)
	unit, err := s.office.UnitByCode(s.ctx, on, code)
	if err != nil {
		t.Fatal(err)
	}
	u := s.screens[screenUnits].(*unitsScreen)
	u.openUnit(unit.ID)
	if u.page.Unit.ID != unit.ID {
		t.Fatalf("%s is not shown", unit.Label())
	}
	return s, u
}

// A commune is merged into its neighbour through the form: it is shown what will be, then it is so, then it is taken back.
func TestMergingACommuneFromTheWindow(t *testing.T) {
	on := day.Of(2024, 9, 1)
	s, u := openUnitOn(t, on, "14224")
	before := len(must(s.office.UnitRows(s.ctx, on, u.page.Unit.ParentID))(t))
	haiVan := must(s.office.UnitByCode(s.ctx, on, "14230"))(t)
	f := u.newOrderForm()
	test.Type(f.basis, "Nghị quyết thử")
	u.orderUnits("Nhập", nil, f, func() (string, app.Step) {
		return "Nhập xã Hải Vân vào xã Hải Nam", app.Step{Kind: data.Merging, From: []int64{haiVan.ID}, Unit: u.page.Unit.ID}
	})
	tapAction(t, s, "Xem trước")
	got := overlayTexts(s)
	for _, want := range []string{"Xã Hải Vân", "Xã Hải Nam", "Cán bộ cần bố trí lại (2)", "chức danh kết thúc", "hoàn tác được"} {
		if !strings.Contains(got, want) {
			t.Errorf("the preview does not say %q:\n%s", want, got)
		}
	}
	if n := len(must(s.office.UnitRows(s.ctx, on, u.page.Unit.ParentID))(t)); n != before {
		t.Fatalf("the preview changed the district: %d communes, want %d", n, before)
	}
	tapAction(t, s, "Thực hiện")
	if n := len(must(s.office.UnitRows(s.ctx, on, haiVan.ParentID))(t)); n != before-1 {
		t.Errorf("%d communes, want %d", n, before-1)
	}
	tapAction(t, s, "Đóng")
	s.setDay(day.Of(2024, 8, 31))
	u.openUnit(haiVan.ID)
	if line := unitLine(u.page); !strings.Contains(line, "hiệu lực đến 31/08/2024 → xã Hải Nam") {
		t.Errorf("the old commune says %q", line)
	}
	all := must(s.office.Reorganisations(s.ctx))(t)
	u.showReorganisation(all[0])
	tapAction(t, s, "Hoàn tác…")
	tapAction(t, s, "Hoàn tác")
	if n := len(must(s.office.UnitRows(s.ctx, on, haiVan.ParentID))(t)); n != before {
		t.Errorf("taken back, %d communes, want %d", n, before)
	}
}

// What does not fit is said in the form or, when there is more of it, line by line.
func TestAReorganisationThatDoesNotFitIsExplained(t *testing.T) {
	on := day.Of(2024, 9, 1)
	s, u := openUnitOn(t, on, "14224")
	f := u.newOrderForm()
	test.Type(f.basis, "Nghị quyết thử")
	u.orderUnits("Giải thể", nil, f, func() (string, app.Step) {
		return "Giải thể xã Hải Nam", app.Step{Kind: data.Dissolving, Unit: u.page.Unit.ID}
	})
	tapAction(t, s, "Xem trước")
	if got := overlayTexts(s); !strings.Contains(got, "còn đứng dưới “Xã Hải Nam”") || !strings.Contains(got, "chưa thay đổi gì") {
		t.Errorf("said is\n%s", got)
	}
}

func must[T any](value T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return value
	}
}
