package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// figuresAt opens Số liệu kỳ on the first half of 2025 with the cursor on a place.
func figuresAt(t testing.TB, s *shell, code, column string) (*figuresScreen, data.UnitOn) {
	t.Helper()
	s.setDay(day.Of(2025, 7, 15))
	s.show(screenFigures)
	f := s.screens[screenFigures].(*figuresScreen)
	u, err := s.office.UnitByCode(s.ctx, s.on, code)
	if err != nil {
		t.Fatal(err)
	}
	if !f.goTo(figurePlace{u.ID, column}) {
		t.Fatalf("no place for %s in %s", column, u.Name)
	}
	f.grid.Focus()
	return f, u
}

// figureStored reads a number as it stands in the database.
func figureStored(t *testing.T, s *shell, f *figuresScreen, unit int64, code string) app.FigureCell {
	t.Helper()
	sheet, err := s.office.ReturnSheet(s.ctx, f.sheet.Period.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	row, _ := sheet.Row(unit)
	column, _ := sheet.Column(code)
	return row.Cells[column]
}

func typeInto(g *kit.Grid, text string) {
	for _, r := range text {
		g.TypedRune(r)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// What is typed is in the database as soon as the cell is left, in the totals of the sheet, and goes with Ctrl+Z.
func TestAFigureIsStoredAsItIsTyped(t *testing.T) {
	s := openShell(t)
	f, u := figuresAt(t, s, "13654", "B2")
	before, total := figureStored(t, s, f, u.ID, "B2").Own, f.sheet.Value(f.sheet.Total.Unit.ID, "B2").Num
	typeInto(f.grid, "1.305")
	if got := figureStored(t, s, f, u.ID, "B2").Own; got != data.Of(1305) {
		t.Errorf("stored %v, want 1305", got)
	}
	if now := f.sheet.Value(f.sheet.Total.Unit.ID, "B2").Num; now != total+1305-before.N {
		t.Errorf("the province has %d members after %d, want what was added: %d", now, total, 1305-before.N)
	}
	typeInto(f.grid, "nhiều")
	if !f.grid.Editing() || !has(s, "không phải số đếm") {
		t.Error("a word was taken for a number, or nothing says that it is none")
	}
	f.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.grid.TypedShortcut(&fyne.ShortcutUndo{})
	if got := figureStored(t, s, f, u.ID, "B2").Own; got != before || f.sheet.Value(f.sheet.Total.Unit.ID, "B2").Num != total {
		t.Errorf("undone: stored %v, want %v", got, before)
	}
	f.grid.TypedShortcut(&fyne.ShortcutRedo{})
	if got := figureStored(t, s, f, u.ID, "B2").Own; got != data.Of(1305) {
		t.Errorf("done again: stored %v, want 1305", got)
	}
}

// A number of the last period is only a suggestion until it is accepted.
func TestASuggestionIsAccepted(t *testing.T) {
	s := openShell(t)
	f, u := figuresAt(t, s, "13654", "B7")
	f.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	cleared := figureStored(t, s, f, u.ID, "B7")
	if cleared.Own.Known || !cleared.Suggested.Known {
		t.Fatalf("cleared: %+v, want nothing reported and the last number suggested", cleared)
	}
	f.accept()
	if got := figureStored(t, s, f, u.ID, "B7"); got.Own != cleared.Suggested {
		t.Errorf("accepted: %v, want %v", got.Own, cleared.Suggested)
	}
}

// The chi hội of a commune are shown by opening it, and what they report is its number.
func TestTheBranchesOfACommune(t *testing.T) {
	s := openShell(t)
	f, u := figuresAt(t, s, "14230", "B2")
	row, _ := f.grid.Cursor()
	f.openRow(row)
	if f.inside != u.ID || !has(s, "Về danh sách cơ sở") {
		t.Fatal("the commune was not opened")
	}
	f.group.SetID("Hội viên")
	f.show()
	f.goTo(figurePlace{f.view.rows[1].Unit.ID, "B2"})
	before := f.sheet.Total.Cells[mustColumn(t, f, "B2")].Value.Num
	was := f.view.rows[1].Cells[mustColumn(t, f, "B2")].Own.N
	typeInto(f.grid, "60")
	if now := f.sheet.Total.Cells[mustColumn(t, f, "B2")].Value.Num; now != before-was+60 {
		t.Errorf("the commune has %d members, want %d", now, before-was+60)
	}
	f.enter(0)
	if f.inside != 0 || len(f.view.rows) < 200 {
		t.Errorf("back: %d rows", len(f.view.rows))
	}
}

func mustColumn(t *testing.T, f *figuresScreen, code string) int {
	t.Helper()
	i, known := f.sheet.Column(code)
	if !known {
		t.Fatalf("no column %s", code)
	}
	return i
}

// A locked period is read only on the screen, and says so.
func TestALockedPeriodIsReadOnly(t *testing.T) {
	s := openShell(t)
	f, u := figuresAt(t, s, "13654", "B2")
	if err := s.office.LockReturnPeriod(s.ctx, f.sheet.Period.ID); err != nil {
		t.Fatal(err)
	}
	if !has(s, "Đã khóa ngày") {
		t.Error("nothing says that the period is locked")
	}
	f.goTo(figurePlace{u.ID, "B2"})
	typeInto(f.grid, "5")
	if got := figureStored(t, s, f, u.ID, "B2").Own; got == data.Of(5) {
		t.Error("a number was typed into a locked period")
	}
}

// BenchmarkGrid measures what a key does on the sheet of a whole province, 240 rows of 92 columns at 1366×768, without painting it: in
// milliseconds, and against asking once for every cell that is in view.
func BenchmarkGrid(b *testing.B) {
	s := openShell(b)
	f, _ := figuresAt(b, s, "13654", "B2")
	const rows, columns = 18, 8 // in view
	floor := func() {
		for r := range rows {
			for c := range columns {
				_ = f.view.Cell(r, c)
			}
		}
	}
	key := func(there, back fyne.KeyName) func(int) {
		return func(i int) {
			f.grid.TypedKey(&fyne.KeyEvent{Name: []fyne.KeyName{there, back}[i%2]})
		}
	}
	for _, act := range []struct {
		name string
		do   func(i int)
	}{
		{"arrow", key(fyne.KeyDown, fyne.KeyUp)},
		{"page", key(fyne.KeyPageDown, fyne.KeyPageUp)},
		{"number with its sums and checks", func(i int) {
			f.place([]data.Figure{{PeriodID: f.sheet.Period.ID, UnitID: f.view.rows[1].Unit.ID, Code: "B2", Value: data.Of(int64(1000 + i))}})
		}},
		{"wheel", func(i int) {
			f.grid.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, []float32{-25, 25}[i%2])})
		}},
	} {
		b.Run(act.name, func(b *testing.B) {
			var took, least time.Duration
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				act.do(i)
				took += time.Since(began)
				began = time.Now()
				floor()
				least += time.Since(began)
			}
			b.ReportMetric(took.Seconds()*1000/float64(b.N), "ms")
			b.ReportMetric(float64(took)/float64(least), "x-floor")
			b.ReportMetric(0, "ns/op")
		})
	}
}
