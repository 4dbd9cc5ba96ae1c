package kit

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// counted is a source of n rows that remembers which offsets were asked for.
func counted(n int, asked *[]int) Source[int] {
	return func(_ context.Context, s Sort, offset, limit int) (Page[int], error) {
		*asked = append(*asked, offset)
		rows := make([]int, 0, limit)
		for i := offset; i < min(offset+limit, n); i++ {
			row := i
			if s.Descending {
				row = n - 1 - i
			}
			rows = append(rows, row)
		}
		return Page[int]{Rows: rows, Matching: n, Total: n}, nil
	}
}

func numberTable(source Source[int]) *DataTable[int] {
	t := NewDataTable([]Column[int]{
		{ID: "n", Title: "Số", Width: 100, Grow: 1, Sortable: true, Cell: func(i int) Cell { return Cell{Text: fmt.Sprintf("Dòng %d", i)} }},
		{ID: "unit", Title: "Đơn vị", Width: 100, Cell: func(i int) Cell { return Cell{Text: "Xã Hải Vân"} }},
	}, func(i int) string { return fmt.Sprint(i) }, source)
	t.SetRunner(atOnce)
	return t
}

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAMillionRowsScrollWithoutBeingLoaded(t *testing.T) {
	var asked []int
	table := numberTable(counted(1_000_000, &asked))
	newWindow(t, table, 600, 400)
	table.Reload()
	press(table.list, fyne.KeyEnd)
	if row, _ := table.Selected(); row != 999_999 {
		t.Errorf("End selected %d", row)
	}
	press(table.list, fyne.KeyUp, fyne.KeyUp)
	if row, _ := table.Selected(); row != 999_997 {
		t.Errorf("two rows up from the end is %d, want 999997", row)
	}
	table.list.scrollTo(500_000 * table.list.step())
	table.list.scrollTo(0)
	if len(asked) > 5 {
		t.Errorf("asked for %d pages, want a few: %v", len(asked), asked)
	}
	if len(table.pages) > keptPages {
		t.Errorf("holds %d pages", len(table.pages))
	}
}

func TestPagesOutOfViewAreForgotten(t *testing.T) {
	var asked []int
	table := numberTable(counted(1_000_000, &asked))
	newWindow(t, table, 600, 400)
	table.Reload()
	for i := range 40 {
		table.list.scrollTo(float64(i*10_000) * table.list.step())
	}
	if len(table.pages) != keptPages {
		t.Errorf("holds %d pages after a long way, want %d", len(table.pages), keptPages)
	}
}

func TestArrowKeysMoveAndSelect(t *testing.T) {
	var asked []int
	table := numberTable(counted(50, &asked))
	var told, opened []int
	table.OnSelected = func(i int) { told = append(told, i) }
	table.OnOpened = func(i int) { opened = append(opened, i) }
	newWindow(t, table, 600, 400)
	table.Reload()
	press(table.list, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyReturn)
	page := table.list.page()
	if want := fmt.Sprint([]int{0, 1, 49, 0, page, page - 1}); fmt.Sprint(told) != want {
		t.Errorf("selected %v, want %s", told, want)
	}
	if fmt.Sprint(opened) != fmt.Sprint([]int{page - 1}) {
		t.Errorf("Enter opened %v", opened)
	}
}

func TestCopyGivesTheRowToASpreadsheet(t *testing.T) {
	var asked []int
	table := numberTable(counted(5, &asked))
	newWindow(t, table, 600, 400)
	table.Reload()
	press(table.list, fyne.KeyDown, fyne.KeyDown)
	table.list.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Dòng 1\tXã Hải Vân" {
		t.Errorf("copied %q", got)
	}
}

func TestReloadKeepsTheSelectedRowWhereverItMoved(t *testing.T) {
	var asked []int
	table := numberTable(counted(50, &asked))
	newWindow(t, table, 600, 400)
	table.Reload()
	table.Select("3")
	test.TapAt(table.head, fyne.NewPos(10, 5))
	test.TapAt(table.head, fyne.NewPos(10, 5)) // descending: row 3 is now the 47th
	if row, ok := table.Selected(); !ok || row != 3 || table.list.selected != 46 {
		t.Errorf("selected %d (%v) in place %d, want row 3 in place 46", row, ok, table.list.selected)
	}
}

func TestARowThatWentAwayIsNoLongerSelected(t *testing.T) {
	n := 5
	table := numberTable(func(ctx context.Context, s Sort, offset, limit int) (Page[int], error) {
		var asked []int
		return counted(n, &asked)(ctx, s, offset, limit)
	})
	newWindow(t, table, 600, 400)
	table.Reload()
	table.Select("4")
	n = 3
	table.Reload()
	if row, ok := table.Selected(); ok {
		t.Errorf("row %d is still selected", row)
	}
}

func TestTheSelectedRowStaysSelectedWhenItsPageIsForgotten(t *testing.T) {
	var asked []int
	table := numberTable(counted(1_000_000, &asked))
	newWindow(t, table, 600, 400)
	table.Reload()
	press(table.list, fyne.KeyDown, fyne.KeyDown)
	for i := range 40 {
		table.list.scrollTo(float64(i*10_000) * table.list.step())
	}
	if row, ok := table.Selected(); !ok || row != 1 {
		t.Fatalf("selected %d, %v", row, ok)
	}
	press(table.list, fyne.KeyDown)
	if row, _ := table.Selected(); row != 2 {
		t.Errorf("from there Down leads to %d, want 2", row)
	}
}

func TestASupersededAnswerIsDropped(t *testing.T) {
	var waiting []func()
	version := 0
	table := numberTable(func(_ context.Context, _ Sort, _, _ int) (Page[int], error) {
		return Page[int]{Rows: []int{version}, Matching: 1, Total: 1}, nil
	})
	table.SetRunner(func(f func()) { waiting = append(waiting, f) })
	newWindow(t, table, 600, 400)
	table.Reload()
	table.Reload()
	version = 2
	waiting[1]() // the newer question is answered first
	version = 1
	waiting[0]()
	if row, _ := table.row(0); row != 2 {
		t.Errorf("shows version %d, want 2", row)
	}
}

func TestTheEndOfALongListIsSelectedWhenItsPageArrives(t *testing.T) {
	var asked, told []int
	var waiting []func()
	table := numberTable(counted(1_000_000, &asked))
	table.OnSelected = func(i int) { told = append(told, i) }
	newWindow(t, table, 600, 400)
	table.Reload()
	table.SetRunner(func(f func()) { waiting = append(waiting, f) })
	press(table.list, fyne.KeyDown, fyne.KeyEnd)
	if _, ok := table.Selected(); ok {
		t.Error("nothing can be selected before it is read")
	}
	for _, answer := range waiting {
		answer()
	}
	if fmt.Sprint(told) != "[0 999999]" || table.list.selected != 999_999 {
		t.Errorf("told %v, in place %d", told, table.list.selected)
	}
}

func TestAnEmptyListSaysWhatToDoFirst(t *testing.T) {
	table := numberTable(func(context.Context, Sort, int, int) (Page[int], error) { return Page[int]{}, nil })
	done := false
	action := NewAction("Thêm cán bộ", "", func() { done = true })
	table.SetEmpty("Chưa có cán bộ nào.", action)
	newWindow(t, table, 600, 400)
	table.Reload()
	if !table.holder.Visible() {
		t.Fatal("the sentence is hidden")
	}
	test.Tap(action)
	if !done {
		t.Error("the first thing to do was not done")
	}
}

func TestColumnsFillTheWidthAndNeverExceedIt(t *testing.T) {
	columns := []Column[int]{{Width: 90}, {Width: 200, Grow: 2}, {Width: 100, Grow: 1}}
	for _, width := range []float32{120, 250, 390, 1000} {
		total := float32(0)
		widths := columnWidths(columns, 1, width)
		for _, w := range widths {
			total += w
		}
		if total > width+0.1 || total < width-0.1 {
			t.Errorf("in %v the columns take %v", width, total)
		}
		if width >= 250 && widths[0] < 90 {
			t.Errorf("in %v the date column, which cannot be cut, got %v", width, widths[0])
		}
	}
}

func TestCountsAreWrittenAsPeopleReadThem(t *testing.T) {
	for want, got := range map[string]string{
		"214 / 6.412 người":        CountSentence(214, 6412, false, "người"),
		"6.412 người":              CountSentence(6412, 6412, false, "người"),
		"hơn 10.000 / 64.120 dòng": CountSentence(10000, 64120, true, "dòng"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCutTextFitsAndEndsWithAnEllipsis(t *testing.T) {
	test.NewTempApp(t)
	long := "Chi hội xóm 12, xã Hải Xuân, huyện Hải Hậu"
	for _, width := range []float32{30, 80, 150, 2000} {
		cut := Ellipsis(long, width, 14, fyne.TextStyle{})
		if got := measure(cut, 14, fyne.TextStyle{}).Width; got > width+0.5 {
			t.Errorf("%q is %v wide, room is %v", cut, got, width)
		}
		if cut != long && !strings.HasSuffix(cut, "…") {
			t.Errorf("%q was cut without saying so", cut)
		}
	}
}

// A step of the wheel over a million rows draws one or two rows, whatever the length of the list.
func BenchmarkScrollingByARow(b *testing.B) {
	var asked []int
	table := numberTable(counted(1_000_000, &asked))
	test.NewTempApp(b).Settings().SetTheme(Theme(1))
	w := test.NewTempWindow(b, table)
	w.Resize(fyne.NewSize(1150, 620))
	table.Reload()
	for i := 0; b.Loop(); i++ {
		table.list.scrollTo(float64(i%150) * table.list.step())
	}
}

func TestTheRightButtonOffersWhatARowCanDo(t *testing.T) {
	var asked []int
	table := numberTable(counted(10, &asked))
	opened := -1
	table.OnOpened = func(i int) { opened = i }
	w := newWindow(t, table, 600, 400)
	table.Reload()
	table.list.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(20, float32(table.list.step()*2.5)), AbsolutePosition: fyne.NewPos(20, 100)})
	if row, ok := table.Selected(); !ok || row != 2 {
		t.Fatalf("the right button selects row %d, want 2, that under the pointer", row)
	}
	found := 0
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if item, ok := o.(fyne.Tappable); ok && reflect.TypeOf(o).String() == "*widget.menuItem" {
			item.Tapped(&fyne.PointEvent{})
			found++
		}
	}
	if found != 2 {
		t.Fatalf("the menu has %d items, want opening and copying", found)
	}
	if opened != 2 || fyne.CurrentApp().Clipboard().Content() != "Dòng 2\tXã Hải Vân" {
		t.Errorf("the menu opened row %d and copied %q", opened, fyne.CurrentApp().Clipboard().Content())
	}
	table.list.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(20, 390)}) // below the last row
	if row, _ := table.Selected(); row != 2 {
		t.Errorf("beside the rows the right button selects %d", row)
	}
}
