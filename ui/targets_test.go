package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// formInputs are the inputs of the form in front, by kind, in the order in which they stand.
type formInputs struct {
	entries []*kit.Entry
	notes   []*kit.Note
	choices []*kit.Choice
	checks  map[string]*kit.Check
}

func inputsOf(t *testing.T, s *shell) formInputs {
	t.Helper()
	in := formInputs{checks: map[string]*kit.Check{}}
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *kit.Entry:
			in.entries = append(in.entries, v)
		case *kit.Note:
			in.notes = append(in.notes, v)
		case *kit.Choice:
			in.choices = append(in.choices, v)
		case *kit.Check:
			in.checks[v.Text] = v
		case *kit.DateField:
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		}
	}
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no form")
	}
	walk(top)
	return in
}

// A rate of the biểu số liệu kỳ becomes a target in one step: it has no conditions.
func TestATargetOverTheFiguresInTheWindow(t *testing.T) {
	s := openShell(t)
	s.show(screenTargets)
	s.screens[screenTargets].(*targetsScreen).commands().create()
	in := inputsOf(t, s)
	in.entries[0].SetText("TLTH")
	in.notes[0].SetText("Tỷ lệ tập hợp từ 60%")
	in.choices[0].SetID(targetRate)
	in.choices[2].SetID("B4")
	in.entries[1].SetText("60")
	tapAction(t, s, "Tiếp")
	if s.win.Canvas().Overlays().Top() != nil {
		t.Fatalf("the form is still there:\n%s", overlayTexts(s))
	}
	on := day.Of(2025, 12, 31)
	measured, err := s.office.MeasureTargets(s.ctx, app.TargetQuery{On: on})
	if err != nil {
		t.Fatal(err)
	}
	figures, ok, err := s.office.FiguresFor(s.ctx, 2025, data.SpanYear)
	if err != nil || !ok {
		t.Fatalf("figures of 2025: %v, %v", ok, err)
	}
	province := provinceID(t, s)
	got, want := measured[len(measured)-1], figures.Value(province, "B4")
	if v := got.Of(province); got.Code != "TLTH" || int64(v.Numerator) != want.Num || int64(v.Denominator) != want.Den || v.Denominator == 0 {
		t.Errorf("target %s comes to %+v, want %d/%d of the figures", got.Code, v, want.Num, want.Den)
	}
}

// A target that is defined in the window counts the same as one of the same definition.
func TestATargetDefinedInTheWindow(t *testing.T) {
	s := openShell(t)
	s.show(screenTargets)
	screen := s.screens[screenTargets].(*targetsScreen)
	screen.commands().create()
	in := inputsOf(t, s)
	in.entries[0].SetText("CT9")
	in.notes[0].SetText("Mỗi cơ sở Hội có hai hoạt động có cơ quan phối hợp")
	in.choices[0].SetID(string(data.BaseUnit))
	in.choices[3].SetID(string(data.CountActivities))
	in.choices[4].SetID(string(app.ThisYear))
	in.entries[1].SetText("80")
	tapAction(t, s, "Tiếp")
	in = inputsOf(t, s)
	for _, box := range []string{"Nâng cao kiến thức", "Có"} {
		if in.checks[box] == nil {
			t.Fatalf("no box %q in\n%s", box, overlayTexts(s))
		}
		in.checks[box].SetChecked(true)
	}
	in.entries[len(in.entries)-1].SetText("2")
	tapAction(t, s, "Lưu")
	if s.win.Canvas().Overlays().Top() != nil {
		t.Fatalf("the form is still there:\n%s", overlayTexts(s))
	}
	want := app.Definition{Of: string(data.BaseUnit), Period: app.ThisYear, Tests: []app.Test{{AtLeast: 2, Count: data.Count{Source: data.CountActivities, Where: []data.Condition{
		{Field: data.FieldKind, Is: []string{data.ActivityKnowledge}}, {Field: data.FieldPartners, Is: []string{data.Yes}}}}}}}
	if err := s.office.SaveTarget(s.ctx, data.Target{Code: "CT10", Name: "Như trên", Goal: 80}, want); err != nil {
		t.Fatal(err)
	}
	measured, err := s.office.MeasureTargets(s.ctx, app.TargetQuery{On: day.Of(2025, 12, 31)})
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]app.TargetValue{}
	for _, m := range measured {
		values[m.Code] = m.Of(provinceID(t, s))
	}
	if values["CT9"] != values["CT10"] || values["CT9"].Numerator == 0 || values["CT9"].Denominator != 226 {
		t.Errorf("the window counts %+v, the test %+v", values["CT9"], values["CT10"])
	}
	if !has(s, "CT9 · ") {
		t.Error("the new target has no tile")
	}
}

// A pressed tile brings its target into view; choosing another reading changes what it counts, and the sentence under it.
func TestReadingsInTheWindow(t *testing.T) {
	s := openShell(t)
	s.setDay(day.Of(2025, 12, 31))
	s.show(screenTargets)
	screen := s.screens[screenTargets].(*targetsScreen)
	test.Tap(screen.tiles.Objects[4].(*kit.FigureCard))
	if screen.chosen != "CT3.1" {
		t.Fatalf("the tile brought %s", screen.chosen)
	}
	before := screen.board.Whole[4]
	if err := s.office.ChooseReading(s.ctx, "CT3.1", "each"); err != nil {
		t.Fatal(err)
	}
	screen.tab = 2
	screen.showBehind()
	if after := screen.board.Whole[4]; after.Numerator >= before.Numerator {
		t.Errorf("two for each occasion: %d communes, two together: %d", after.Numerator, before.Numerator)
	}
	var all []string
	for _, d := range texts(screen.card) {
		all = append(all, d.text)
	}
	if got := strings.Join(all, " "); !strings.Contains(got, "cho mỗi dịp") {
		t.Errorf("the card says\n%s", got)
	}
}

// The rows go down to the communes of a district and up again, and the records behind a commune are found.
func TestFromADistrictToTheRecordsOfACommune(t *testing.T) {
	s := openShell(t)
	s.show(screenTargets)
	screen := s.screens[screenTargets].(*targetsScreen)
	district := screen.board.Rows[1]
	screen.table.OnOpened(district)
	if screen.board.Unit.ID != district.ID || len(screen.board.Rows) < 10 || screen.board.Rows[0].Level != data.BaseUnit {
		t.Fatalf("%s has %d rows", screen.board.Unit.Name, len(screen.board.Rows))
	}
	m, _ := screen.target()
	units, err := s.office.UnitsBehind(s.ctx, s.on, m, district.ID)
	if err != nil || len(units) != len(screen.board.Rows) {
		t.Fatalf("%d units behind, %v", len(units), err)
	}
	screen.openRecords(m.Target, units[0])
	if s.current != screenMovement || !has(s, units[0].Label()) {
		t.Errorf("on %s, without %s", s.current, units[0].Label())
	}
	s.show(screenTargets)
	screen.up()
	if screen.board.Unit.Level != data.Province {
		t.Errorf("up from a district is %s", screen.board.Unit.Label())
	}
}

// Targets of the office's own beside those of the plan leave the names of the units readable and no value cut.
func TestMoreTargetsLeaveTheNamesOfUnitsReadable(t *testing.T) {
	const room = 715 // of the table in the usual window
	reached, missed := app.TargetValue{Numerator: 978, Denominator: 1000}, app.TargetValue{Numerator: 64, Denominator: 100}
	for _, n := range []int{7, 8} {
		screen, row := &targetsScreen{}, app.BoardRow{}
		for i := range n {
			m := app.MeasuredTarget{}
			m.Goal, m.Readings = 80, []app.Reading{{}}
			screen.board.Targets = append(screen.board.Targets, m)
			row.Values = append(row.Values, []app.TargetValue{reached, missed}[i%2])
		}
		total := float32(0)
		columns := screen.columns()
		for _, c := range columns {
			total += c.Width
		}
		if total > room {
			t.Errorf("%d targets take %v of %d", n, total, room)
		}
		if got, want := columns[1].Cell(row).Text, map[int]string{7: "đạt 97,8%", 8: "đạt"}[n]; got != want {
			t.Errorf("with %d targets a reached one says %q, want %q", n, got, want)
		}
		if got := columns[2].Cell(row).Text; got != "64,0%" {
			t.Errorf("with %d targets a missed one says %q", n, got)
		}
	}
}

func TestNumbersOfATargetAreReadAsTheyAreWritten(t *testing.T) {
	for typed, want := range map[string]float64{"12": 12, "12,5": 12.5, "1.200": 1200, "1.200,25": 1200.25} {
		if got, err := typedNumber(typed); err != nil || got != want {
			t.Errorf("%q is read as %v, %v; want %v", typed, got, err, want)
		}
	}
	if _, err := typedNumber("nhiều"); err == nil {
		t.Error("a word was taken for a number")
	}
}
