package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// GridModel is what a grid shows and where it may be typed. It is asked for what is in view only, on the window's goroutine, and answers
// from memory.
type GridModel interface {
	// Size tells the rows and columns, without the row of totals.
	Size() (rows, columns int)
	Head(column int) GridHead
	// Row is what stands in the frozen first column.
	Row(row int) GridRow
	// Cell is what stands in a place; row rows is the row of totals under them all.
	Cell(row, column int) GridCell
	// Editable tells that a place may be typed into.
	Editable(row, column int) bool
}

// GridHead is the head of a column; columns that follow each other with the same Group stand under it. Tip explains the column.
type GridHead struct{ Group, Code, Title, Tip string }

// GridRow names a row; Right stands at its end.
type GridRow struct {
	Text, Right string
	RightTone   Tone
	Bold        bool
	Indent      int
}

// GridCell is what stands in one place of a grid.
type GridCell struct {
	Text  string
	Bold  bool
	Ghost bool // a suggestion that nobody has accepted
	Fixed bool // not to be typed
	// Mark, unless it is TonePlain, puts a corner in its colour on the cell.
	Mark Tone
	// Tip explains what stands there, "" when it explains itself.
	Tip string
}

// GridChange is a text typed or pasted into a place.
type GridChange struct {
	Row, Column int
	Text        string
}

// Grid is a spreadsheet: a frozen first column and head, cells that are typed into, a row of totals. Only what is in view is drawn. Arrows,
// Tab and Enter move; typing replaces, F2 edits, Escape takes back; Ctrl+C and Ctrl+V exchange blocks with Excel, Ctrl+D fills down.
type Grid struct {
	widget.BaseWidget
	// OnChange is told what was typed, pasted, filled or cleared, as one act; an error keeps what is being typed and goes to OnError.
	OnChange func([]GridChange) error
	// OnMoved is told where the cursor is, OnOpened the row whose name was double clicked.
	OnMoved  func(row, column int)
	OnOpened func(row int)
	OnError  func(error)
	// OnUndo, OnRedo and OnAccept follow Ctrl+Z, Ctrl+Y and Ctrl+Enter.
	OnUndo, OnRedo, OnAccept func()

	model GridModel
	total string // names the row of totals

	row, column             int // the cursor
	anchorRow, anchorColumn int // the other corner of what is selected
	top, left               float64
	editing                 bool
	replaces                bool // typing began anew, so that the arrows leave the cell
	typed                   []rune
	caret                   int
	wrong                   bool
	focused                 bool
	dragging                int // what the pointer drags: dragCells, dragDown, dragAcross
	dragAt                  float64
	shifted                 func() bool
	r                       *gridRenderer
}

const (
	dragNothing = iota
	dragCells
	dragDown   // the bar at the right
	dragAcross // the bar at the bottom
)

var (
	_ fyne.Focusable      = (*Grid)(nil)
	_ fyne.Tabbable       = (*Grid)(nil)
	_ fyne.Shortcutable   = (*Grid)(nil)
	_ fyne.Scrollable     = (*Grid)(nil)
	_ fyne.DoubleTappable = (*Grid)(nil)
	_ fyne.Draggable      = (*Grid)(nil)
	_ desktop.Mouseable   = (*Grid)(nil)
	_ desktop.Hoverable   = (*Grid)(nil)
)

// NewGrid returns a grid that shows a model; total names the row of totals, "" for none.
func NewGrid(model GridModel, total string) *Grid {
	g := &Grid{model: model, total: total, shifted: shiftHeld}
	g.ExtendBaseWidget(g)
	return g
}

// SetModel shows other rows and columns. The cursor stays where it can.
func (g *Grid) SetModel(model GridModel, total string) {
	g.cancel()
	g.model, g.total = model, total
	rows, columns := model.Size()
	g.row, g.column = max(min(g.row, rows-1), 0), max(min(g.column, columns-1), 0)
	g.anchorRow, g.anchorColumn = g.row, g.column
	g.clamp()
	g.Refresh()
}

// Focus gives the keyboard to the grid.
func (g *Grid) Focus() { focusOn(g) }

// Cursor tells where the cursor is.
func (g *Grid) Cursor() (row, column int) { return g.row, g.column }

// Select moves the cursor and brings it into view.
func (g *Grid) Select(row, column int) { g.moveTo(row, column, false) }

// Selection tells the corners of what is selected, both included.
func (g *Grid) Selection() (row, column, lastRow, lastColumn int) {
	return min(g.row, g.anchorRow), min(g.column, g.anchorColumn), max(g.row, g.anchorRow), max(g.column, g.anchorColumn)
}

// Editing tells that a cell is being typed.
func (g *Grid) Editing() bool { return g.editing }

// Settle takes over what is being typed; false tells that it was refused.
func (g *Grid) Settle() bool {
	if !g.editing {
		return true
	}
	return g.commit()
}

func (g *Grid) moveTo(row, column int, extend bool) {
	rows, columns := g.model.Size()
	if rows == 0 || columns == 0 {
		return
	}
	g.row, g.column = max(0, min(row, rows-1)), max(0, min(column, columns-1))
	if !extend {
		g.anchorRow, g.anchorColumn = g.row, g.column
	}
	g.reveal()
	g.Refresh()
	if g.OnMoved != nil {
		g.OnMoved(g.row, g.column)
	}
}

// begin edits the cell of the cursor: with a text that replaces it or, with replaces unset, what stands there.
func (g *Grid) begin(text string, replaces bool) {
	if !g.model.Editable(g.row, g.column) {
		return
	}
	g.anchorRow, g.anchorColumn = g.row, g.column
	g.editing, g.replaces, g.wrong = true, replaces, false
	g.typed = []rune(text)
	g.caret = len(g.typed)
	g.reveal()
	g.Refresh()
}

func (g *Grid) cancel() {
	g.editing, g.wrong, g.typed = false, false, nil
}

// commit hands over what was typed.
func (g *Grid) commit() bool {
	text := strings.TrimSpace(string(g.typed))
	if err := g.change([]GridChange{{g.row, g.column, text}}); err != nil {
		g.wrong = true
		g.Refresh()
		return false
	}
	g.cancel()
	return true
}

// change tells of an act and returns why it was refused.
func (g *Grid) change(changes []GridChange) error {
	if len(changes) == 0 || g.OnChange == nil {
		return nil
	}
	err := g.OnChange(changes)
	if err != nil && g.OnError != nil {
		g.OnError(err)
	}
	return err
}

// TypedRune begins to replace the cell, or goes on typing.
func (g *Grid) TypedRune(r rune) {
	if !g.editing {
		if r != ' ' {
			g.begin(string(r), true)
		}
		return
	}
	g.insert(string(r))
}

func (g *Grid) insert(text string) {
	const longest = 40
	runes := []rune(text)
	if len(g.typed)+len(runes) > longest {
		return
	}
	g.typed = append(g.typed[:g.caret:g.caret], append(runes, g.typed[g.caret:]...)...)
	g.caret += len(runes)
	g.wrong = false
	g.Refresh()
}

// TypedKey moves the cursor, or edits.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	hush()
	if g.editing && g.editKey(e) {
		return
	}
	if g.editing { // the keys below leave the cell
		switch e.Name {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyPageUp, fyne.KeyPageDown:
			if !g.commit() {
				return
			}
		}
	}
	shift := g.shifted()
	rows, columns := g.model.Size()
	switch e.Name {
	case fyne.KeyUp:
		g.moveTo(g.row-1, g.column, shift)
	case fyne.KeyDown:
		g.moveTo(g.row+1, g.column, shift)
	case fyne.KeyLeft:
		g.moveTo(g.row, g.column-1, shift)
	case fyne.KeyRight:
		g.moveTo(g.row, g.column+1, shift)
	case fyne.KeyReturn, fyne.KeyEnter:
		if shift {
			g.moveTo(g.row-1, g.column, false)
		} else {
			g.moveTo(g.row+1, g.column, false)
		}
	case fyne.KeyTab:
		g.tab(shift, rows, columns)
	case fyne.KeyHome:
		g.moveTo(g.row, 0, shift)
	case fyne.KeyEnd:
		g.moveTo(g.row, columns-1, shift)
	case fyne.KeyPageUp:
		g.moveTo(g.row-g.page(), g.column, shift)
	case fyne.KeyPageDown:
		g.moveTo(g.row+g.page(), g.column, shift)
	case fyne.KeyF2:
		if g.model.Editable(g.row, g.column) {
			text := g.model.Cell(g.row, g.column)
			if text.Ghost {
				text.Text = ""
			}
			g.begin(text.Text, false)
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.clear()
	default:
		passKey(g, e)
	}
}

// tab goes on by a cell and to the next row at the end of one; beyond the corners it leaves the grid.
func (g *Grid) tab(back bool, rows, columns int) {
	switch {
	case back && g.column > 0:
		g.moveTo(g.row, g.column-1, false)
	case back && g.row > 0:
		g.moveTo(g.row-1, columns-1, false)
	case !back && g.column < columns-1:
		g.moveTo(g.row, g.column+1, false)
	case !back && g.row < rows-1:
		g.moveTo(g.row+1, 0, false)
	default:
		if c := canvasOf(g); c != nil {
			if back {
				c.FocusPrevious()
			} else {
				c.FocusNext()
			}
		}
	}
}

// editKey edits what is being typed; false leaves the key to the grid.
func (g *Grid) editKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		g.cancel()
	case fyne.KeyBackspace:
		if g.caret > 0 {
			g.typed = append(g.typed[:g.caret-1:g.caret-1], g.typed[g.caret:]...)
			g.caret--
		}
	case fyne.KeyDelete:
		if g.caret < len(g.typed) {
			g.typed = append(g.typed[:g.caret:g.caret], g.typed[g.caret+1:]...)
		}
	case fyne.KeyF2:
		g.replaces = false
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		if g.replaces {
			return e.Name == fyne.KeyHome || e.Name == fyne.KeyEnd
		}
		g.caret = map[fyne.KeyName]int{fyne.KeyLeft: max(g.caret-1, 0), fyne.KeyRight: min(g.caret+1, len(g.typed)), fyne.KeyHome: 0, fyne.KeyEnd: len(g.typed)}[e.Name]
	default:
		return false
	}
	g.wrong = false
	g.Refresh()
	return true
}

// editableIn lists the places within the selection that may be typed into.
func (g *Grid) editableIn() []GridChange {
	var places []GridChange
	row, column, lastRow, lastColumn := g.Selection()
	for r := row; r <= lastRow; r++ {
		for c := column; c <= lastColumn; c++ {
			if g.model.Editable(r, c) {
				places = append(places, GridChange{Row: r, Column: c})
			}
		}
	}
	return places
}

func (g *Grid) clear() {
	if g.change(g.editableIn()) == nil {
		g.Refresh()
	}
}

// TypedShortcut copies, pastes, fills and moves by leaps; the rest goes on to the window.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	rows, columns := g.model.Size()
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		fyne.CurrentApp().Clipboard().SetContent(g.copied())
		return
	case *fyne.ShortcutPaste:
		g.paste(s.Clipboard.Content())
		return
	case *fyne.ShortcutUndo:
		if g.editing {
			g.cancel()
			g.Refresh()
		} else if g.OnUndo != nil {
			g.OnUndo()
		}
		return
	case *fyne.ShortcutRedo:
		if !g.editing && g.OnRedo != nil {
			g.OnRedo()
		}
		return
	case *fyne.ShortcutSelectAll:
		if g.Settle() {
			g.anchorRow, g.anchorColumn, g.row, g.column = 0, 0, max(rows-1, 0), max(columns-1, 0)
			g.Refresh()
		}
		return
	}
	if !g.Settle() {
		return
	}
	leaps := map[string][2]int{"Ctrl+Home": {0, 0}, "Ctrl+End": {rows - 1, columns - 1}, "Ctrl+Up": {0, g.column}, "Ctrl+Down": {rows - 1, g.column},
		"Ctrl+Left": {g.row, 0}, "Ctrl+Right": {g.row, columns - 1}}
	for keys, to := range leaps {
		if isShortcut(s, keys) || isShortcut(s, strings.Replace(keys, "+", "+Shift+", 1)) {
			g.moveTo(to[0], to[1], g.shifted())
			return
		}
	}
	switch {
	case isShortcut(s, "Ctrl+D"):
		g.fillDown()
	case isShortcut(s, "Ctrl+Enter") && g.OnAccept != nil:
		g.OnAccept()
	default:
		passShortcut(g, s)
	}
}

// copied gives what is selected as Excel takes it: cells between tabs, rows between line ends. A suggestion is no number yet.
func (g *Grid) copied() string {
	row, column, lastRow, lastColumn := g.Selection()
	var lines []string
	for r := row; r <= lastRow; r++ {
		var cells []string
		for c := column; c <= lastColumn; c++ {
			cell := g.model.Cell(r, c)
			if cell.Ghost {
				cell.Text = ""
			}
			cells = append(cells, cell.Text)
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return strings.Join(lines, "\n")
}

// paste puts a block from Excel at the cursor, as one act; places that cannot be typed into are passed over. One value fills what is
// selected.
func (g *Grid) paste(text string) {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if g.editing {
		line, _, _ := strings.Cut(text, "\n")
		line, _, _ = strings.Cut(line, "\t")
		g.insert(strings.TrimSpace(line))
		return
	}
	lines := strings.Split(text, "\n")
	if len(lines) == 1 && !strings.Contains(text, "\t") {
		places := g.editableIn()
		for i := range places {
			places[i].Text = strings.TrimSpace(text)
		}
		if g.change(places) == nil {
			g.Refresh()
		}
		return
	}
	rows, columns := g.model.Size()
	row, column, _, _ := g.Selection()
	var changes []GridChange
	wide := 0
	for i, line := range lines {
		for k, cell := range strings.Split(line, "\t") {
			wide = max(wide, k+1)
			if r, c := row+i, column+k; r < rows && c < columns && g.model.Editable(r, c) {
				changes = append(changes, GridChange{r, c, strings.TrimSpace(cell)})
			}
		}
	}
	if g.change(changes) != nil {
		return
	}
	g.row, g.column = row, column
	g.anchorRow, g.anchorColumn = min(row+len(lines)-1, rows-1), min(column+wide-1, columns-1)
	g.Refresh()
}

// fillDown copies the first row of what is selected into the others; of a single row, the one above.
func (g *Grid) fillDown() {
	row, column, lastRow, lastColumn := g.Selection()
	first := row + 1
	if row == lastRow {
		row, first = row-1, row
	}
	if row < 0 {
		return
	}
	var changes []GridChange
	for c := column; c <= lastColumn; c++ {
		from := g.model.Cell(row, c)
		if from.Ghost || from.Fixed {
			continue
		}
		for r := first; r <= lastRow; r++ {
			if g.model.Editable(r, c) {
				changes = append(changes, GridChange{r, c, from.Text})
			}
		}
	}
	if g.change(changes) == nil {
		g.Refresh()
	}
}

// AcceptsTab keeps the Tab key for the cells.
func (g *Grid) AcceptsTab() bool { return true }

// FocusGained shows the cursor strongly.
func (g *Grid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost takes over what was being typed, or leaves it when it is wrong.
func (g *Grid) FocusLost() {
	g.focused = false
	if g.editing && !g.commit() {
		g.cancel()
	}
	g.Refresh()
}

// MouseIn shows what explains the place under the pointer.
func (g *Grid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved shows what explains the place under the pointer.
func (g *Grid) MouseMoved(e *desktop.MouseEvent) { explain(g, e.AbsolutePosition, g.tip(e.Position)) }

// MouseOut takes the tip away.
func (g *Grid) MouseOut() { explain(g, fyne.Position{}, "") }

// tip is the text that explains a place: a column at its head, a name that is cut, or a cell.
func (g *Grid) tip(pos fyne.Position) string {
	x, y, w, _ := g.body()
	if _, columns := g.model.Size(); pos.Y < y && pos.X >= x && pos.X < x+w {
		if column := int((g.left + float64(pos.X-x)) / g.columnW()); column < columns {
			return g.model.Head(column).Tip
		}
	}
	row, column, ok := g.at(pos)
	switch {
	case !ok:
		return ""
	case pos.X >= x:
		return g.model.Cell(row, column).Tip
	case g.r == nil || len(g.r.rowNames) == 0:
		return ""
	}
	return cutText(g.r.rowNames[row%len(g.r.rowNames)].text, g.model.Row(row).Text)
}

// MouseDown moves the cursor at once, or extends the selection with Shift.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	hush()
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	if !g.Settle() {
		return
	}
	if c := canvasOf(g); c != nil {
		c.Focus(g)
	}
	if g.dragging = g.barAt(e.Position); g.dragging != dragNothing {
		g.dragAt = g.top
		if g.dragging == dragAcross {
			g.dragAt = g.left
		}
		return
	}
	if row, column, ok := g.at(e.Position); ok {
		g.dragging = dragCells
		g.moveTo(row, column, e.Modifier&fyne.KeyModifierShift != 0)
	}
}

// MouseUp ends a drag.
func (g *Grid) MouseUp(*desktop.MouseEvent) { g.dragging = dragNothing }

// DoubleTapped opens a row by its name, or edits a cell.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	row, _, ok := g.at(e.Position)
	switch {
	case !ok:
	case e.Position.X < g.side():
		if g.OnOpened != nil {
			g.OnOpened(row)
		}
	default:
		g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	}
}

// Dragged selects cells or moves a bar.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	switch g.dragging {
	case dragDown:
		all, view := g.extentDown()
		g.scrollTo(g.top+float64(e.Dragged.DY)/view*all, g.left)
	case dragAcross:
		all, view := g.extentAcross()
		g.scrollTo(g.top, g.left+float64(e.Dragged.DX)/view*all)
	case dragCells:
		if row, column, ok := g.at(e.Position); ok {
			g.moveTo(row, column, true)
		}
	}
}

// DragEnd ends a drag.
func (g *Grid) DragEnd() { g.dragging = dragNothing }

// Scrolled moves what is in view.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	g.scrollTo(g.top-float64(e.Scrolled.DY), g.left-float64(e.Scrolled.DX))
}
