package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// tickTable is a table of n rows with boxes; the test says whether Shift is held.
func tickTable(t *testing.T, n int) (table *DataTable[int], shift *bool) {
	t.Helper()
	var asked []int
	table, shift = numberTable(counted(n, &asked)), new(bool)
	table.AllowTicks(nil)
	table.ticks.shifted = func() bool { return *shift }
	newWindow(t, table, 600, 400)
	table.Reload()
	return table, shift
}

func tickedText(table *DataTable[int]) string {
	k := table.Ticked()
	text := strings.Join(k.Keys, " ")
	if k.All {
		text = strings.TrimSpace("all but " + text)
	}
	return text
}

// clickBox presses the box of the row that stands in a place of the view; clickRow its text.
func clickBox(table *DataTable[int], place int) { clickAt(table, 12, place) }
func clickRow(table *DataTable[int], place int) { clickAt(table, 90, place) }
func clickAt(table *DataTable[int], x float32, place int) {
	test.TapAt(table.list, fyne.NewPos(x, (float32(place)+0.5)*rowHeight()))
}

func TestBoxesAreTickedByMouseAndKeyboard(t *testing.T) {
	for _, c := range []struct {
		what string
		do   func(table *DataTable[int], shift *bool)
		want string
	}{
		{"a click on a box ticks and again unticks", func(table *DataTable[int], _ *bool) {
			clickBox(table, 1)
			clickBox(table, 2)
			clickBox(table, 1)
		}, "2"},
		{"a click on the text only selects", func(table *DataTable[int], _ *bool) { clickRow(table, 1) }, ""},
		{"Space ticks the selected row", func(table *DataTable[int], _ *bool) {
			clickRow(table, 3)
			press(table.list, fyne.KeySpace)
		}, "3"},
		{"Shift and a click tick from the last box on", func(table *DataTable[int], shift *bool) {
			clickBox(table, 1)
			*shift = true
			clickRow(table, 3)
		}, "1 2 3"},
		{"a shorter range unticks what the longer one ticked", func(table *DataTable[int], shift *bool) {
			clickBox(table, 5)
			clickRow(table, 2)
			*shift = true
			clickRow(table, 5)
			clickRow(table, 3)
		}, "2 3 5"},
		{"Shift and the arrows tick on the way, and back", func(table *DataTable[int], shift *bool) {
			clickRow(table, 1)
			*shift = true
			press(table.list, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
		}, "1 2 3"},
		{"the arrows alone tick nothing", func(table *DataTable[int], _ *bool) { press(table.list, fyne.KeyDown, fyne.KeyDown) }, ""},
		{"the box in the head ticks all; a box takes its row out", func(table *DataTable[int], _ *bool) {
			clickBox(table, 1)
			test.TapAt(table.head, fyne.NewPos(12, 8))
			clickBox(table, 2)
		}, "all but 2"},
		{"the box in the head once more completes, then clears", func(table *DataTable[int], _ *bool) {
			test.TapAt(table.head, fyne.NewPos(12, 8))
			clickBox(table, 2)
			test.TapAt(table.head, fyne.NewPos(12, 8))
			test.TapAt(table.head, fyne.NewPos(12, 8))
		}, ""},
		{"a range within all ticks what was taken out", func(table *DataTable[int], shift *bool) {
			table.list.TypedShortcut(&fyne.ShortcutSelectAll{})
			clickBox(table, 2)
			clickBox(table, 4)
			clickRow(table, 1)
			*shift = true
			clickRow(table, 3)
		}, "all but 4"},
	} {
		table, shift := tickTable(t, 50)
		c.do(table, shift)
		if got := tickedText(table); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// Ticks belong to rows, not to places: another order and a long way do not move them.
func TestTicksStayWithTheirRows(t *testing.T) {
	table, _ := tickTable(t, 1_000_000)
	clickBox(table, 3)
	for i := range 20 {
		table.list.scrollTo(float64(i*10_000) * table.list.step())
	}
	test.TapAt(table.head, fyne.NewPos(60, 8))
	test.TapAt(table.head, fyne.NewPos(60, 8)) // descending: row 3 is far away
	clickBox(table, 0)
	if got := tickedText(table); got != "3 999999" {
		t.Errorf("ticked %q, want row 3 and the one now first", got)
	}
	table.ClearTicks()
	if got := tickedText(table); got != "" {
		t.Errorf("still ticked: %q", got)
	}
}

// A range over pages that are not held reads them.
func TestARangeReachesOverPages(t *testing.T) {
	table, shift := tickTable(t, 1000)
	clickRow(table, 0)
	*shift = true
	press(table.list, fyne.KeyEnd)
	if n := table.Ticked().Count(1000); n != 1000 {
		t.Errorf("%d rows are ticked, want all 1000", n)
	}
}

// All counts what matches, also what is not read yet; nothing matters twice.
func TestTickedCounts(t *testing.T) {
	for _, c := range []struct {
		k    Ticked
		want int
	}{{Ticked{}, 0}, {Ticked{Keys: []string{"1", "2"}}, 2}, {Ticked{All: true}, 50}, {Ticked{All: true, Keys: []string{"7"}}, 49}} {
		if got := c.k.Count(50); got != c.want {
			t.Errorf("%+v counts %d of 50, want %d", c.k, got, c.want)
		}
	}
}

// Other columns are drawn in the same rows.
func TestColumnsAreReplaced(t *testing.T) {
	table, _ := tickTable(t, 5)
	table.SetColumns(append(table.columns, Column[int]{ID: "square", Title: "Bình phương", Width: 80, Cell: func(i int) Cell { return Cell{Text: fmt.Sprint(i * i)} }}))
	shown := ""
	for _, o := range table.list.r.slots[3].view.object().(*fyne.Container).Objects {
		if text, ok := o.(*canvas.Text); ok {
			shown += text.Text + "|"
		}
	}
	if shown != "Dòng 3|Xã Hải Vân|9|" {
		t.Errorf("the fourth row reads %q", shown)
	}
}
