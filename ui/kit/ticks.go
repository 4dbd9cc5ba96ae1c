package kit

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Ticked tells which rows of a table are ticked: those with Keys or, with All, all that the list matches but those.
type Ticked struct {
	All  bool
	Keys []string
}

// Count is how many rows are ticked of those that match.
func (k Ticked) Count(matching int) int {
	if k.All {
		return max(matching-len(k.Keys), 0)
	}
	return len(k.Keys)
}

// ticks are the boxes of a table. They are kept by key, not by place, so that they survive scrolling, sorting and pages that are
// forgotten; ticking all is a flag, since a list may be a million rows long.
type ticks struct {
	all       bool
	keys      map[string]bool // ticked or, with all, not ticked
	anchor    int             // where a range begins; -1: at the selected row
	span      map[string]bool // what the range in hand has ticked, which a shorter one unticks
	ranges    int             // counts ranges, so that rows read for an older one are dropped
	inBox     bool            // the last press was on a box and must not open the row
	shifted   func() bool
	onChanged func()
}

// AllowTicks puts a box before every row: a click on it or the space bar ticks one, Shift with a click or the arrows a range, the
// box in the head or Ctrl+A all that match. onChanged is told of every change.
func (t *DataTable[R]) AllowTicks(onChanged func()) {
	t.ticks = &ticks{keys: map[string]bool{}, anchor: -1, shifted: shiftHeld, onChanged: onChanged}
	t.list.onPressed = t.pressed
	t.list.onKey = t.tickKey
	t.head.Refresh()
}

func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// Ticked returns which rows are ticked.
func (t *DataTable[R]) Ticked() Ticked {
	if t.ticks == nil {
		return Ticked{}
	}
	return Ticked{t.ticks.all, slices.Sorted(maps.Keys(t.ticks.keys))}
}

// SetTicked ticks the rows with these keys and no others.
func (t *DataTable[R]) SetTicked(keys []string) {
	if t.ticks == nil {
		return
	}
	t.ticks.all, t.ticks.keys, t.ticks.anchor, t.ticks.span = false, map[string]bool{}, -1, nil
	for _, key := range keys {
		t.ticks.keys[key] = true
	}
	t.ticksChanged()
}

// ClearTicks ticks nothing, as is right when the list becomes another.
func (t *DataTable[R]) ClearTicks() {
	if t.ticks == nil || (!t.ticks.all && len(t.ticks.keys) == 0) {
		return
	}
	t.ticks.all, t.ticks.keys, t.ticks.anchor, t.ticks.span = false, map[string]bool{}, -1, nil
	t.ticksChanged()
}

func (t *DataTable[R]) ticksChanged() {
	t.list.Refresh()
	t.head.Refresh()
	if t.ticks.onChanged != nil {
		t.ticks.onChanged()
	}
}

func (k *ticks) ticked(key string) bool { return k.keys[key] != k.all }

func (k *ticks) set(key string, on bool) {
	if on == k.all {
		delete(k.keys, key)
	} else {
		k.keys[key] = true
	}
}

func (t *DataTable[R]) toggleTick(i int) {
	row, ok := t.row(i)
	if !ok {
		return
	}
	key := t.key(row)
	t.ticks.set(key, !t.ticks.ticked(key))
	t.ticks.anchor, t.ticks.span = i, nil
	t.ticksChanged()
}

// toggleAll ticks all that match, or nothing when all are ticked.
func (t *DataTable[R]) toggleAll() {
	if t.list.count == 0 {
		return
	}
	t.ticks.all = !t.ticks.all || len(t.ticks.keys) > 0
	t.ticks.keys, t.ticks.anchor, t.ticks.span = map[string]bool{}, -1, nil
	t.ticksChanged()
}

// tickRange ticks from the anchor to row i. Pages between them that are not held are read in the background.
func (t *DataTable[R]) tickRange(i int) {
	k := t.ticks
	if k.anchor < 0 {
		k.anchor = max(t.list.selected, 0)
	}
	from, to := min(k.anchor, i), max(k.anchor, i)
	for key := range k.span {
		k.set(key, false)
	}
	k.span = map[string]bool{}
	k.ranges++
	var missing []int
	for page := from / pageSize; page <= to/pageSize; page++ {
		if rows, ok := t.pages[page]; ok {
			t.tickPart(page, rows, from, to)
		} else {
			missing = append(missing, page)
		}
	}
	t.ticksChanged()
	if len(missing) == 0 {
		return
	}
	mine, generation, ctx, sort, source := k.ranges, t.generation, t.ctx, t.sort, t.source
	t.run(func() {
		for _, page := range missing {
			answer, err := source(ctx, sort, page*pageSize, pageSize)
			fyne.Do(func() {
				switch {
				case mine != k.ranges || generation != t.generation: // another range, or another list
				case err != nil && t.OnError != nil:
					t.OnError(err)
				case err == nil:
					t.tickPart(page, answer.Rows, from, to)
					t.ticksChanged()
				}
			})
		}
	})
}

func (t *DataTable[R]) tickPart(page int, rows []R, from, to int) {
	for n, row := range rows {
		i, key := page*pageSize+n, t.key(row)
		if i >= from && i <= to && !t.ticks.ticked(key) {
			t.ticks.set(key, true)
			t.ticks.span[key] = true
		}
	}
}

// pressed takes a press on a box, or with Shift on a row, for ticking.
func (t *DataTable[R]) pressed(i int, x float32) bool {
	box := x < t.boxWidth()
	t.ticks.inBox = box
	switch {
	case t.ticks.shifted():
		t.tickRange(i)
		return true
	case box:
		t.toggleTick(i)
		return true
	}
	t.ticks.anchor, t.ticks.span = i, nil
	return false
}

func (t *DataTable[R]) tickKey(e *fyne.KeyEvent) bool {
	t.ticks.inBox = false
	switch e.Name {
	case fyne.KeySpace:
		if t.list.selected >= 0 {
			t.toggleTick(t.list.selected)
		}
		return true
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		if !t.ticks.shifted() {
			t.ticks.anchor, t.ticks.span = -1, nil
			return false
		}
		if t.ticks.anchor < 0 {
			t.ticks.anchor = max(t.list.selected, 0)
		}
		t.list.navigate(e)
		t.tickRange(t.list.selected)
		return true
	}
	return false
}

// boxWidth is the room of the boxes before the columns; 0 without them.
func (t *DataTable[R]) boxWidth() float32 {
	if t.ticks == nil {
		return 0
	}
	return 34 * TextScale()
}

// headState is how the box in the head looks.
func (t *DataTable[R]) headState() tickState {
	switch {
	case t.ticks.all && len(t.ticks.keys) == 0:
		return tickOn
	case t.ticks.all || len(t.ticks.keys) > 0:
		return tickSome
	}
	return tickOff
}

type tickState int

const (
	tickOff tickState = iota
	tickOn
	tickSome
)

// tickBox draws a box, ticked or not.
type tickBox struct {
	ground, bar *canvas.Rectangle
	mark        *canvas.Image
}

func newTickBox() *tickBox {
	b := &tickBox{canvas.NewRectangle(Surface), canvas.NewRectangle(Surface), newMark("dat", Surface)}
	b.ground.CornerRadius = 3
	b.hide()
	return b
}

func (b *tickBox) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.ground, b.bar, b.mark}
}

func (b *tickBox) hide() {
	b.ground.Hide()
	b.bar.Hide()
	b.mark.Hide()
}

func (b *tickBox) draw(state tickState, width, height float32) {
	b.hide()
	side := 15 * TextScale()
	x, y := (width-side)/2+2, (height-side)/2
	place(b.ground, x, y, side, side)
	b.ground.Show()
	if state == tickOff {
		setFill(b.ground, Surface, Disabled, 1)
		return
	}
	setFill(b.ground, Accent, Accent, 1)
	if state == tickOn {
		place(b.mark, x+1, y+1, side-2, side-2)
		b.mark.Show()
		return
	}
	place(b.bar, x+3.5, y+side/2-1, side-7, 2)
	b.bar.Show()
}
