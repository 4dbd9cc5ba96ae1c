package kit

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// numbers is a model of numbers in memory; the second column is computed and cannot be typed into.
type numbers struct {
	rows, columns int
	held          map[[2]int]string
	asked         int // how often a cell was asked for
}

func (n *numbers) Size() (int, int) { return n.rows, n.columns }
func (n *numbers) Head(c int) GridHead {
	return GridHead{Group: "Nhóm", Code: fmt.Sprint("B", c), Title: "Cột"}
}
func (n *numbers) Row(r int) GridRow      { return GridRow{Text: fmt.Sprint("Xã ", r)} }
func (n *numbers) Editable(r, c int) bool { return c != 1 }
func (n *numbers) Cell(r, c int) GridCell {
	n.asked++
	return GridCell{Text: n.held[[2]int{r, c}], Fixed: c == 1}
}

func (n *numbers) change(changes []GridChange) error {
	for _, c := range changes {
		if _, err := strconv.Atoi(c.Text); c.Text != "" && err != nil {
			return errors.New("không phải số")
		}
	}
	for _, c := range changes {
		n.held[[2]int{c.Row, c.Column}] = c.Text
	}
	return nil
}

func numberGrid(t testing.TB, rows, columns int) (*Grid, *numbers, *bool) {
	test.NewTempApp(t.(*testing.T))
	model := &numbers{rows: rows, columns: columns, held: map[[2]int]string{}}
	g := NewGrid(model, "Tổng cộng")
	g.OnChange = model.change
	shift := new(bool)
	g.shifted = func() bool { return *shift }
	w := test.NewTempWindow(t.(*testing.T), g)
	w.Resize(fyne.NewSize(900, 500))
	w.Canvas().Focus(g)
	return g, model, shift
}

func TestTheGridIsTypedIntoLikeASpreadsheet(t *testing.T) {
	key := func(name fyne.KeyName) func(*Grid, *bool) {
		return func(g *Grid, _ *bool) { g.TypedKey(&fyne.KeyEvent{Name: name}) }
	}
	typed := func(text string) func(*Grid, *bool) {
		return func(g *Grid, _ *bool) {
			for _, r := range text {
				g.TypedRune(r)
			}
		}
	}
	cut := func(keys string) func(*Grid, *bool) {
		return func(g *Grid, _ *bool) {
			name, modifier := parseKeys(keys)
			g.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: modifier})
		}
	}
	paste := func(text string) func(*Grid, *bool) {
		return func(g *Grid, _ *bool) {
			fyne.CurrentApp().Clipboard().SetContent(text)
			g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		}
	}
	selectDown := func(n int) func(*Grid, *bool) {
		return func(g *Grid, shift *bool) {
			*shift = true
			for range n {
				g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			}
			*shift = false
		}
	}
	for _, c := range []struct {
		name  string
		do    []func(*Grid, *bool)
		held  string // row,column=number of what stands there, in order
		atRow int
		atCol int
	}{
		{"typing replaces and Enter goes down", []func(*Grid, *bool){typed("12"), key(fyne.KeyReturn), typed("7"), key(fyne.KeyReturn)}, "0,0=12 1,0=7", 2, 0},
		{"Tab goes right, and to the next row at the end", []func(*Grid, *bool){typed("1"), key(fyne.KeyTab), key(fyne.KeyTab), typed("3"), key(fyne.KeyTab), typed("4"), key(fyne.KeyTab)}, "0,0=1 0,2=3 1,0=4", 1, 1},
		{"an arrow takes over what is typed", []func(*Grid, *bool){typed("5"), key(fyne.KeyRight)}, "0,0=5", 0, 1},
		{"Escape takes it back", []func(*Grid, *bool){typed("5"), key(fyne.KeyEscape), key(fyne.KeyDown)}, "", 1, 0},
		{"F2 edits what is there, with the arrows in the text", []func(*Grid, *bool){typed("125"), key(fyne.KeyReturn), key(fyne.KeyUp), key(fyne.KeyF2), key(fyne.KeyLeft), key(fyne.KeyBackspace), key(fyne.KeyReturn)}, "0,0=15", 1, 0},
		{"what is no number stays open", []func(*Grid, *bool){typed("1x"), key(fyne.KeyReturn)}, "", 0, 0},
		{"a computed cell is not typed into", []func(*Grid, *bool){key(fyne.KeyRight), typed("5"), key(fyne.KeyReturn)}, "", 1, 1},
		{"Delete clears all that is selected", []func(*Grid, *bool){paste("1\n2\n3"), cut("Ctrl+Home"), selectDown(1), key(fyne.KeyDelete)}, "2,0=3", 1, 0},
		{"a block from Excel lies over several cells, a computed one passed over", []func(*Grid, *bool){paste("1\t2\t3\r\n4\t5\t6\r\n")}, "0,0=1 0,2=3 1,0=4 1,2=6", 0, 0},
		{"a block with one wrong cell changes nothing", []func(*Grid, *bool){paste("1\t2\t3\n4\t5\tx")}, "", 0, 0},
		{"one number fills what is selected", []func(*Grid, *bool){selectDown(2), paste("9")}, "0,0=9 1,0=9 2,0=9", 2, 0},
		{"a block is cut off at the edge", []func(*Grid, *bool){cut("Ctrl+End"), paste("1\t2\n3\t4")}, "9,2=1", 9, 2},
		{"Ctrl+D fills down", []func(*Grid, *bool){typed("8"), key(fyne.KeyReturn), key(fyne.KeyUp), selectDown(3), cut("Ctrl+D")}, "0,0=8 1,0=8 2,0=8 3,0=8", 3, 0},
		{"Ctrl+D in one cell takes the number above", []func(*Grid, *bool){typed("8"), key(fyne.KeyReturn), cut("Ctrl+D")}, "0,0=8 1,0=8", 1, 0},
		{"leaps", []func(*Grid, *bool){cut("Ctrl+Down"), cut("Ctrl+Right"), typed("4"), key(fyne.KeyReturn)}, "9,2=4", 9, 2},
	} {
		g, model, shift := numberGrid(t, 10, 3)
		for _, do := range c.do {
			do(g, shift)
		}
		var held []string
		for r := range model.rows {
			for k := range model.columns {
				if text := model.held[[2]int{r, k}]; text != "" {
					held = append(held, fmt.Sprintf("%d,%d=%s", r, k, text))
				}
			}
		}
		row, column := g.Cursor()
		if got := strings.Join(held, " "); got != c.held || row != c.atRow || column != c.atCol {
			t.Errorf("%s: %q with the cursor at %d,%d; want %q at %d,%d", c.name, got, row, column, c.held, c.atRow, c.atCol)
		}
	}
}

func TestTheGridCopiesForExcel(t *testing.T) {
	g, _, shift := numberGrid(t, 10, 3)
	fyne.CurrentApp().Clipboard().SetContent("1\t2\t3\n4\t5\t6")
	g.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	g.Select(0, 0)
	*shift = true
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "1\t\t3\n4\t\t6" {
		t.Errorf("copied %q", got)
	}
}

// A grid of any size asks for what is in view only, and scrolling by a row for one row only.
func TestTheGridDrawsWhatIsInView(t *testing.T) {
	g, model, _ := numberGrid(t, 226, 40)
	model.asked = 0
	g.Refresh()
	all := model.asked
	if all == 0 || all > 25*12 {
		t.Errorf("%d cells were asked for, want only those in view of a window of 900×500", all)
	}
	model.asked = 0
	g.scrollTo(g.rowH(), 0)
	if model.asked == 0 || model.asked > all/8 {
		t.Errorf("scrolling by a row asked for %d cells of %d", model.asked, all)
	}
	g.Select(225, 39)
	model.asked = 0
	g.Refresh()
	if model.asked > all+12 {
		t.Errorf("at the last cell %d cells were asked for", model.asked)
	}
}
