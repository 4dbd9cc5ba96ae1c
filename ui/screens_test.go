package ui

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
	"cosohoi/ui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// demoDay is the day on which the office of the tests works.
var demoDay = time.Date(2024, 7, 15, 9, 0, 0, 0, time.UTC)

// demoFile is the demonstration province, made once.
var demoFile string

func TestMain(m *testing.M) {
	flag.Parse()
	folder, err := os.MkdirTemp("", "cosohoi-ui")
	if err == nil {
		demoFile = filepath.Join(folder, "mau.db")
		err = makeDemo(demoFile)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "demonstration province:", err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

func makeDemo(path string) error {
	ctx := context.Background()
	office, err := app.Open(ctx, path, app.OpenOptions{Create: true, Now: func() time.Time { return demoDay }, Who: "Thử nghiệm"})
	if err != nil {
		return err
	}
	if err := office.Demo(ctx, app.DemoOptions{Scale: 1, Seed: 77}); err != nil {
		return err
	}
	return office.Close(ctx)
}

// openShell shows the window on a copy of the demonstration province, with everything done at once.
func openShell(t testing.TB) *shell {
	t.Helper()
	content, err := os.ReadFile(demoFile)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "thu.db")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	office, err := app.Open(ctx, path, app.OpenOptions{Now: func() time.Time { return demoDay }, Who: "Thử nghiệm"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = office.Close(ctx) })
	a := test.NewTempApp(t)
	if tt, ok := t.(*testing.T); ok {
		test.ApplyTheme(tt, kit.Theme(1))
	} else {
		a.Settings().SetTheme(kit.Theme(1))
	}
	w := test.NewTempWindow(t, container.NewStack())
	w.SetPadded(false)
	s := newShell(ctx, a, w, office)
	s.background, s.atOnce = func(f func()) { f() }, true
	w.SetContent(s.content("Nam Định (tỉnh minh họa)"))
	s.jobs.SetRunner(s.background)
	w.Resize(fyne.NewSize(1366, 768))
	s.loadTotals()
	s.loadOverdue()
	s.show(screenUnits)
	return s
}

// drawn is a text as it stands on the screen.
type drawn struct {
	text string
	pos  fyne.Position
	size fyne.Size
}

// texts collects everything that can be read, from top to bottom and left to right.
func texts(o fyne.CanvasObject) []drawn {
	var found []drawn
	var walk func(o fyne.CanvasObject, at fyne.Position)
	walk = func(o fyne.CanvasObject, at fyne.Position) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		switch v := o.(type) {
		case *canvas.Text:
			if v.Text != "" {
				found = append(found, drawn{v.Text, at, v.Size()})
			}
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child, at)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child, at)
			}
		}
	}
	walk(o, fyne.Position{})
	slices.SortStableFunc(found, func(a, b drawn) int {
		if int(a.pos.Y) != int(b.pos.Y) {
			return int(a.pos.Y) - int(b.pos.Y)
		}
		return int(a.pos.X) - int(b.pos.X)
	})
	return found
}

// visit brings each screen into the state that a picture of it shows.
var visit = map[string]func(s *shell){
	screenOverview: func(s *shell) { s.show(screenOverview) },
	screenUnits: func(s *shell) {
		commune, err := s.office.UnitByCode(s.ctx, s.on, "14230")
		if err == nil {
			s.open("u:" + text(commune.ID))
		}
	},
	screenCadres: func(s *shell) {
		s.show(screenCadres)
		c := s.screens[screenCadres].(*cadresScreen)
		c.filter.SetText("pham dao")
		if r := c.table; r != nil {
			page, err := s.office.Cadres(s.ctx, data.CadreQuery{On: s.on, Text: "pham dao", Limit: 1})
			if err == nil && len(page.Rows) > 0 {
				c.openCadre(page.Rows[0].ID)
			}
		}
	},
	screenTargets: func(s *shell) { s.show(screenTargets) },
	screenMovement: func(s *shell) {
		s.show(screenMovement)
		m := s.screens[screenMovement].(*movementScreen)
		leaf := m.leaves[0].(*recordLeaf[app.ModelRow])
		rows, _, err := s.office.Models(s.ctx, data.MovementQuery{On: s.on, Running: true, Limit: 1})
		if err == nil && len(rows) > 0 {
			leaf.table.Select(text(rows[0].Record.ID))
			leaf.show(rows[0])
		}
	},
	screenFigures: func(s *shell) {
		s.setDay(day.Of(2025, 7, 15))
		s.show(screenFigures)
		f := s.screens[screenFigures].(*figuresScreen)
		f.group.SetID("Hội viên")
		f.show()
		commune, err := s.office.UnitByCode(s.ctx, s.on, "13654")
		if err == nil {
			f.goTo(figurePlace{commune.ID, "B2"})
		}
	},
	screenInspections: func(s *shell) { s.show(screenInspections) },
	screenPapers: func(s *shell) {
		s.show(screenPapers)
		d, err := s.office.NewDocument(s.ctx, app.PaperRequest{Kind: reports.HalfYearReportID, Year: 2024})
		if err == nil {
			s.screens[screenPapers].(*papersScreen).choose(d.ID)
		}
	},
	screenSettings: func(s *shell) { s.show(screenSettings) },
}

// TestScreensAsDrawn compares what stands where on each screen at 1366×768 with the golden files; a change
// of a screen is looked at first (make screenshots) and then written with -update.
func TestScreensAsDrawn(t *testing.T) {
	for _, id := range []string{screenOverview, screenUnits, screenCadres, screenTargets, screenMovement, screenFigures, screenInspections, screenPapers, screenSettings} {
		t.Run(id, func(t *testing.T) {
			s := openShell(t)
			visit[id](s)
			var b strings.Builder
			for _, d := range texts(s.win.Content()) {
				fmt.Fprintf(&b, "%4.0f %4.0f  %s\n", d.pos.X, d.pos.Y, d.text)
			}
			// The date of the copy is the one thing that the test does not decide.
			got := regexp.MustCompile(`Sao lưu .*|Chưa có bản sao lưu.*`).ReplaceAllString(b.String(), "Sao lưu …")
			golden := filepath.Join("testdata", id+".txt")
			if *update {
				if err := os.MkdirAll("testdata", 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("screen %s changed; look at it, then run with -update.\n%s", id, firstDifference(string(want), got))
			}
		})
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		line := func(lines []string) string {
			if i < len(lines) {
				return lines[i]
			}
			return "(nothing)"
		}
		if line(a) != line(b) {
			return fmt.Sprintf("line %d:\nwant %s\ngot  %s", i+1, line(a), line(b))
		}
	}
	return ""
}

// englishWords are words that a toolkit or a careless programmer would show; none is a Vietnamese word.
var englishWords = regexp.MustCompile(`(?i)\b(ok|cancel|save|open|close|file|search|error|yes|name|date|select|loading|settings|back|next|today|delete|edit|new|print|unknown|invalid|failed|null|true|false|monday|january)\b`)

func TestNoScreenShowsEnglish(t *testing.T) {
	s := openShell(t)
	for _, id := range s.order {
		visit[id](s)
		throughLeaves(s, id, func(name string) {
			for _, d := range texts(s.win.Content()) {
				if word := englishWords.FindString(d.text); word != "" {
					t.Errorf("screen %s shows %q in %q", name, word, d.text)
				}
			}
		})
	}
}

func has(s *shell, part string) bool {
	return slices.ContainsFunc(texts(s.win.Content()), func(d drawn) bool { return strings.Contains(d.text, part) })
}

// TestTheDayInViewRulesEveryScreen: a unit closed on 31/08/2024 is there on that day and gone on the next.
func TestTheDayInViewRulesEveryScreen(t *testing.T) {
	s := openShell(t)
	form, _, err := s.office.NewUnit(s.ctx, day.Of(2023, 1, 1), provinceID(t, s))
	if err != nil {
		t.Fatal(err)
	}
	form.State.Name, form.State.ValidTo = "Thử Nghiệm", day.Of(2024, 8, 31)
	if _, err := s.office.SaveUnit(s.ctx, form); err != nil {
		t.Fatal(err)
	}
	s.setDay(day.Of(2024, 8, 31))
	if !has(s, "Huyện Thử Nghiệm") {
		t.Error("on its last day the unit is not in the tree")
	}
	s.setDay(day.Of(2024, 9, 1))
	if has(s, "Huyện Thử Nghiệm") {
		t.Error("on the day after its last one the unit is still in the tree")
	}
}

func provinceID(t *testing.T, s *shell) int64 {
	t.Helper()
	p, err := s.office.Province(s.ctx, s.on)
	if err != nil {
		t.Fatal(err)
	}
	return p.ID
}

// TestAWriteShowsOnTheScreen: what is written elsewhere, as by another screen, appears without asking.
func TestAWriteShowsOnTheScreen(t *testing.T) {
	s := openShell(t)
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	c.filter.SetText("le thi thu mau")
	if has(s, "Lê Thị Thử Mẫu") {
		t.Fatal("the name is in the demonstration province")
	}
	head, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	positions, err := s.office.PositionsOf(s.ctx, s.on, head.ID)
	if err != nil {
		t.Fatal(err)
	}
	member := positions[len(positions)-1] // Ủy viên Ban Chấp hành: several may hold it
	_, err = s.office.SaveCadre(s.ctx, data.Cadre{FullName: "Lê Thị Thử Mẫu", Female: true}, data.Appointment{UnitID: head.ID, PositionID: member.ID, StartedOn: day.Of(2024, 1, 1)})
	if err != nil {
		t.Fatal(err)
	}
	if !has(s, "Lê Thị Thử Mẫu") {
		t.Error("the new cadre is not in the list")
	}
}

// TestEveryCommandWorksOnEveryScreen does what the keys of the window do on each screen; none may do harm.
// Printing and saving are left out where they would start another program.
func TestEveryCommandWorksOnEveryScreen(t *testing.T) {
	for _, id := range []string{screenOverview, screenUnits, screenCadres, screenTargets, screenMovement, screenFigures, screenInspections, screenPapers, screenSettings} {
		s := openShell(t)
		visit[id](s)
		c := s.win.Canvas()
		clear := func() {
			for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
				c.Overlays().Remove(top)
			}
		}
		do := map[string]func(){"search": s.search.Open, "keys": s.showHelp, "again": s.refreshAll}
		if commander, ok := s.screens[id].(commander); ok {
			has := commander.commands()
			do["create"], do["edit"], do["find"], do["save"] = has.create, has.edit, has.find, has.save
			if id != screenPapers {
				do["print"] = has.print
			}
		}
		for name, run := range do {
			if run != nil {
				t.Log(id, name)
				s.show(id)
				run()
				clear()
			}
		}
	}
}

// TestErrorsStandUnderTheField: saving an empty record of a cadre names the missing name and keeps the form.
func TestErrorsStandUnderTheField(t *testing.T) {
	s := openShell(t)
	s.show(screenCadres)
	s.screens[screenCadres].(*cadresScreen).newCadre()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no form")
	}
	first, ok := s.win.Canvas().Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("the focus is on %T, not on the first field", s.win.Canvas().Focused())
	}
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // leaves the empty name
	found := slices.ContainsFunc(texts(s.win.Canvas().Overlays().Top()), func(d drawn) bool { return d.text == "Hãy gõ họ và tên." })
	if !found {
		t.Error("nothing under the field says that the name is missing")
	}
}

// Fyne's collections draw nothing until they are laid out; this keeps the walk above honest.
func TestTheWalkSeesWidgets(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel("Xin chào"))
	if got := texts(w.Content()); len(got) != 1 || got[0].text != "Xin chào" {
		t.Errorf("texts of a label: %v", got)
	}
}
