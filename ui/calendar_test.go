package ui

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// look writes a picture of the window when the folder for it is named.
func look(t *testing.T, s *shell, name string) {
	t.Helper()
	folder := os.Getenv("COSOHOI_LOOK")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// inMonth shows the calendar of the month of the demonstration.
func inMonth(t *testing.T, s *shell) *inspectionsScreen {
	t.Helper()
	s.show(screenInspections)
	i := s.screens[screenInspections].(*inspectionsScreen)
	i.turn(viewMonth)
	if got := i.calendar.monthName.Text(); !strings.HasPrefix(got, "Tháng 7/2024 · ") || len(i.calendar.visits) == 0 {
		t.Fatalf("the month is %q with %d visits of the term", got, len(i.calendar.visits))
	}
	return i
}

// toCome finds a visit that is still to be made on a Friday.
func toCome(t *testing.T, i *inspectionsScreen) app.VisitRow {
	t.Helper()
	at := slices.IndexFunc(i.calendar.visits, func(v app.VisitRow) bool {
		return app.ToCome(v.Visit) && v.PlannedOn == day.Of(2027, 1, 8)
	})
	if at < 0 {
		t.Fatal("no visit is planned for 08/01/2027, a Friday")
	}
	return i.calendar.visits[at]
}

func planned(t *testing.T, s *shell, id int64) day.Date {
	t.Helper()
	p, err := s.office.VisitPage(s.ctx, s.on, id)
	if err != nil {
		t.Fatal(err)
	}
	return p.PlannedOn
}

// TestVisitsAreMovedInTheMonth moves a visit of a Friday with the keys to Monday, and with the mouse to a Sunday, which is asked about.
func TestVisitsAreMovedInTheMonth(t *testing.T) {
	s := openShell(t)
	i := inMonth(t, s)
	look(t, s, "thang")
	i.calendar.first = day.Of(2027, 1, 1)
	i.calendar.show()
	v := toCome(t, i)
	i.calendar.month.Select(text(v.ID))
	i.showVisit(v.ID)
	i.calendar.month.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl})
	if got := planned(t, s, v.ID); got != day.Of(2027, 1, 11) {
		t.Fatalf("Ctrl+Right moved it from Friday 08/01 to %s, want Monday 11/01", got)
	}
	i.calendar.month.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierControl})
	if got := planned(t, s, v.ID); got != day.Of(2027, 1, 18) {
		t.Fatalf("Ctrl+Down moved it to %s, want Monday 18/01", got)
	}
	i.calendar.month.OnMoved(text(v.ID), "2027-01-17", 0)
	top := s.win.Canvas().Overlays().Top()
	if top == nil || planned(t, s, v.ID) != day.Of(2027, 1, 18) {
		t.Fatal("a Sunday is taken without asking")
	}
	if !slices.ContainsFunc(texts(top), func(d drawn) bool { return strings.Contains(d.text, "17/01/2027 là Chủ nhật") }) {
		t.Errorf("the question does not name the Sunday: %v", texts(top))
	}
	look(t, s, "hoi")
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := planned(t, s, v.ID); got != day.Of(2027, 1, 17) {
		t.Fatalf("after “Vẫn xếp” it is on %s", got)
	}
	if !has(s, "Ngày 17/01/2027 là Chủ nhật.") {
		t.Error("nothing under the month says what speaks against the day")
	}
	look(t, s, "vuong")
}

// TestTheYearOpensAMonth counts the year and opens September by keyboard.
func TestTheYearOpensAMonth(t *testing.T) {
	s := openShell(t)
	i := inMonth(t, s)
	i.turn(viewYear)
	look(t, s, "nam")
	if i.card.Visible() {
		t.Error("the year does not have the whole width")
	}
	if got := i.calendar.yearName.Text(); got != "Năm 2024 · 721 cuộc" {
		t.Errorf("the year is %q; three rounds of 240 units and a recheck have their days in it", got)
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} { // January, May, September
		i.calendar.year.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := i.calendar.monthName.Text(); !strings.HasPrefix(got, "Tháng 9/2024 · ") || !i.card.Visible() {
		t.Errorf("opened %q", got)
	}
	look(t, s, "thang-9")
	if !has(s, "Quốc khánh") {
		t.Error("02/09 has no name")
	}
}

// TestSampleIsTakenInFromTheWindow takes the proposed units into the round of the half year.
func TestSampleIsTakenInFromTheWindow(t *testing.T) {
	s := openShell(t)
	s.show(screenInspections)
	i := s.screens[screenInspections].(*inspectionsScreen)
	if i.round.Name != "6 tháng đầu năm 2024" {
		t.Fatalf("the round in view is %q", i.round.Name)
	}
	i.propose()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no sheet of proposals")
	}
	look(t, s, "de-xuat")
	if !slices.ContainsFunc(texts(top), func(d drawn) bool {
		return d.text == "Đã chọn 20 đơn vị; ngày được trải đều trên các ngày làm việc."
	}) {
		t.Errorf("two of each of ten districts are not ticked: %v", texts(top))
	}
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	rows, err := s.office.VisitsOf(s.ctx, s.on, []data.Round{i.round.Round})
	if err != nil {
		t.Fatal(err)
	}
	sampled := 0
	for _, v := range rows {
		if v.Origin == data.Sampled {
			sampled++
			if v.Reasons == "" || v.PlannedOn.Before(day.Of(2024, 7, 15)) || v.PlannedOn.After(day.Of(2024, 7, 31)) {
				t.Errorf("sample of %s on %s because of %q", v.Unit.Label(), v.PlannedOn, v.Reasons)
			}
		}
	}
	if sampled != 20 {
		t.Errorf("%d samples are stored, want 20", sampled)
	}
}

// TestATermIsPlannedAgainAfterALook shortens the term in Cài đặt: nothing is stored before the difference was seen and taken.
func TestATermIsPlannedAgainAfterALook(t *testing.T) {
	s := openShell(t)
	s.show(screenSettings)
	set := s.screens[screenSettings].(*settingsScreen)
	terms, err := s.office.Terms(s.ctx)
	if err != nil {
		t.Fatal(err)
	}
	term := terms[0]
	term.LastDay = day.Of(2026, 10, 10)
	set.saveTerm(term, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("the difference is not shown")
	}
	look(t, s, "nhiem-ky")
	if now, err := s.office.Terms(s.ctx); err != nil || now[0].LastDay != terms[0].LastDay {
		t.Fatal("the term was stored before it was looked at")
	}
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if now, err := s.office.Terms(s.ctx); err != nil || now[0].LastDay != term.LastDay {
		t.Errorf("the term ends %s, %v", now[0].LastDay, err)
	}
}

// TestDaysOffInSettings adds a Saturday that is worked: it stands among the days of the office, and visits can be planned on it without a question.
func TestDaysOffInSettings(t *testing.T) {
	s := openShell(t)
	if err := s.office.SaveSpecialDay(s.ctx, data.SpecialDay{FirstDay: day.Of(2024, 9, 7), Name: "Làm bù dịp Quốc khánh", Working: true}); err != nil {
		t.Fatal(err)
	}
	s.show(screenSettings)
	set := s.screens[screenSettings].(*settingsScreen)
	set.tabs.Select(slices.Index(set.tabLabels, "Ngày nghỉ"))
	look(t, s, "ngay-nghi")
	for _, want := range []string{"Làm bù dịp Quốc khánh", "07/09/2024", "Giỗ Tổ Hùng Vương", "18/04/2024", "Thứ Năm"} {
		if !has(s, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	calendar, err := s.office.Calendar(s.ctx)
	if err != nil || calendar.Objection(day.Of(2024, 9, 7)) != "" {
		t.Errorf("the Saturday is still a day off: %q, %v", calendar.Objection(day.Of(2024, 9, 7)), err)
	}
}

// TestDraggingWithTheMouse presses a visit of the calendar and lets it go over the day beside it.
func TestDraggingWithTheMouse(t *testing.T) {
	s := openShell(t)
	i := inMonth(t, s)
	i.calendar.first = day.Of(2027, 1, 1)
	i.calendar.show()
	var at, to fyne.Position
	var id int64
	shown := texts(i.calendar.month)
	find := func(text string, below float32) (drawn, bool) {
		n := slices.IndexFunc(shown, func(d drawn) bool { return strings.HasPrefix(d.text, text) && d.pos.Y > below })
		if n < 0 {
			return drawn{}, false
		}
		return shown[n], true
	}
	eleven, ok := find("11", 0)
	if !ok {
		t.Fatal("no 11 January in the calendar")
	}
	for _, v := range i.calendar.visits {
		if v.PlannedOn != day.Of(2027, 1, 11) || !app.ToCome(v.Visit) {
			continue
		}
		if d, ok := find(v.Unit.Label(), eleven.pos.Y); ok && d.pos.X < eleven.pos.X+20 {
			id, at = v.ID, d.pos.AddXY(3, 3)
			break
		}
	}
	twelve, ok := find("12", 0)
	if id == 0 || !ok {
		t.Fatal("no visit of 11 January is drawn, or no 12 January")
	}
	to = twelve.pos.AddXY(5, 30)
	m := i.calendar.month
	m.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(10, 0)}})
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	look(t, s, "keo")
	m.DragEnd()
	if got := planned(t, s, id); got != day.Of(2027, 1, 12) {
		t.Errorf("dropped on 12 January it is on %s", got)
	}
}

// TestADayOffIsTakenWhenTypedTwice asks for a Sunday in the form “Đổi ngày”: the first time it is told, the second time it is taken.
func TestADayOffIsTakenWhenTypedTwice(t *testing.T) {
	s := openShell(t)
	i := inMonth(t, s)
	v := toCome(t, i)
	var said error
	move := i.moveWarned(v.Visit)
	move(day.Of(2027, 1, 10), func(err error) { said = err })
	if said == nil || said.Error() != "Ngày 10/01/2027 là Chủ nhật. Bấm Lưu lần nữa nếu vẫn chọn ngày này." {
		t.Fatalf("said %v", said)
	}
	move(day.Of(2027, 1, 17), func(err error) { said = err })
	if said == nil || planned(t, s, v.ID) != day.Of(2027, 1, 8) {
		t.Fatal("another Sunday is taken without being told")
	}
	move(day.Of(2027, 1, 17), func(err error) { said = err })
	if said != nil || planned(t, s, v.ID) != day.Of(2027, 1, 17) {
		t.Errorf("pressed again it is on %s, %v", planned(t, s, v.ID), said)
	}
}
