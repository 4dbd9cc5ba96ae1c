package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// Two who are ticked are rated from the bar: it tells how many, the sheet whom, and one press takes it back.
func TestManyAreRatedFromTheListAndUndone(t *testing.T) {
	s := openShell(t)
	s.jobs.SetRunner(func(f func()) { f() })
	c := s.screens[screenCadres].(*cadresScreen)
	c.openQuery(data.CadreQuery{On: s.on, NotRatedIn: s.on.Year})
	all := texts(s.win.Content())
	if got := join(all); strings.Contains(got, "Đã chọn") || !strings.Contains(got, "+ Cán bộ") {
		t.Fatalf("the bar is shown for nobody:\n%s", got)
	}
	c.table.Focus()
	list := s.win.Canvas().Focused()
	for range 2 {
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	if got := join(texts(s.win.Content())); !strings.Contains(got, "Đã chọn 2 người") || strings.Contains(got, "+ Cán bộ\n") {
		t.Fatalf("the bar does not take the place of the acts:\n%s", got)
	}
	ids := c.selection().IDs
	scales, err := s.office.RatingScales(s.ctx, s.on.Year)
	if err != nil {
		t.Fatal(err)
	}
	act := &app.BulkRating{Year: s.on.Year, LevelID: scales[0].Levels[1].ID}
	outcome, err := s.office.PreviewBulk(s.ctx, c.selection(), act)
	if err != nil {
		t.Fatal(err)
	}
	c.previewMany("Xếp loại nhiều người", c.selection(), act, "Đã xếp loại", outcome)
	if got := overlayTexts(s); !strings.Contains(got, "Được ghi (2)") || !strings.Contains(got, "Bỏ qua (0)") {
		t.Errorf("the preview does not tell whom:\n%s", got)
	}
	tapAction(t, s, "Thực hiện")
	if got := overlayTexts(s); !strings.Contains(got, "Đã xếp loại 2 người.") {
		t.Fatalf("nothing is said:\n%s", got)
	}
	ratings := func() (n int) {
		for _, id := range ids {
			extras, err := s.office.CadreExtras(s.ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range extras.Ratings {
				if r.Year == s.on.Year && r.Subject == data.RatesCadres {
					n++
				}
			}
		}
		return n
	}
	if n := ratings(); n != 2 || c.table.Ticked().Count(0) != 0 {
		t.Errorf("%d of 2 are rated, %d are still ticked", n, c.table.Ticked().Count(0))
	}
	tapAction(t, s, "Hoàn tác")
	if n := ratings(); n != 0 {
		t.Errorf("%d are still rated", n)
	}
}

// Whoever is ticked in one list is not carried into another.
func TestAnotherFilterTicksNobody(t *testing.T) {
	s := openShell(t)
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	list := func() fyne.Focusable { c.table.Focus(); return s.win.Canvas().Focused() }()
	list.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if k := c.table.Ticked(); !k.All || k.Count(c.matching) != c.matching {
		t.Fatalf("ticked %+v", k)
	}
	c.refresh()
	if !c.table.Ticked().All {
		t.Error("a refresh of the same list lost the ticks")
	}
	c.party.SetID(partyYes)
	c.search()
	if k := c.table.Ticked(); k.All || len(k.Keys) > 0 {
		t.Errorf("still ticked: %+v", k)
	}
}

// tick ticks the first n rows of the list.
func tick(s *shell, c *cadresScreen, n int) {
	c.table.Focus()
	list := s.win.Canvas().Focused()
	for range n {
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

// With somebody ticked the export says how many it takes, and nobody else goes into the file.
func TestTheExportTakesThoseWhoAreTicked(t *testing.T) {
	s := openShell(t)
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	c.exportList("Excel", ".xlsx")
	if got := overlayTexts(s); !strings.Contains(got, "Xuất danh sách cán bộ ra Excel") {
		t.Errorf("nobody is ticked:\n%s", got)
	}
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top())
	tick(s, c, 2)
	c.exportList("PDF", ".pdf")
	if got := overlayTexts(s); !strings.Contains(got, "Xuất 2 người đã chọn ra PDF") {
		t.Errorf("two are ticked:\n%s", got)
	}
}

// The form for many asks for unit and post, or to keep the post, and for the reason only where a post ends.
func TestManyAreMovedFromTheList(t *testing.T) {
	s := openShell(t)
	s.jobs.SetRunner(func(f func()) { f() })
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	tick(s, c, 2)
	c.appointMany()
	tapAction(t, s, "Xem trước")
	got := overlayTexts(s)
	for _, want := range []string{"Giao chức danh, chuyển đơn vị cho nhiều người", "Hãy gõ và chọn đơn vị", "Chức danh khác đang giữ"} {
		if !strings.Contains(got, want) {
			t.Errorf("the form does not say %q:\n%s", want, got)
		}
	}
	commune, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	p := c.newUnitPost(kit.Option{}, 0, nil)
	p.first = []kit.Option{{ID: keptPosition, Label: "Giữ nguyên"}}
	c.offerPositions(p, text(commune.ID), keptPosition)
	if p.position.ID() != keptPosition || p.chosen().ID != 0 {
		t.Errorf("the post kept is %q, %+v", p.position.ID(), p.chosen())
	}
}

func join(all []drawn) string {
	var b strings.Builder
	for _, d := range all {
		b.WriteString(d.text + "\n")
	}
	return b.String()
}
