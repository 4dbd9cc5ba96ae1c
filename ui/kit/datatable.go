package kit

import (
	"context"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"cosohoi/data/vietnamese"
)

const (
	pageSize  = 200 // rows asked for at once
	keptPages = 8   // pages held in memory
	askAtOnce = 2   // pages asked for at the same time
)

// Cell is what stands in one place of a table.
type Cell struct {
	Text string
	Tone Tone
	Bold bool
	Tag  bool // draw Text as a tag in Tone
}

// Column tells how one column of a table looks and what it shows of a row.
type Column[R any] struct {
	ID, Title string
	Width     float32 // at least, at text scale 1
	Grow      float32 // share of the spare width
	Right     bool    // numbers
	Sortable  bool
	// Tip explains the title, "" when it explains itself.
	Tip  string
	Cell func(R) Cell
}

// Page is a part of a list, asked for in the background. Its rows are prepared values that the table only copies.
type Page[R any] struct {
	Rows            []R
	Matching, Total int
	MatchingAtLeast bool // there are more than Matching: "hơn x"
}

// Sort is the order that the user asked for; Column is "" for the list's own.
type Sort struct {
	Column     string
	Descending bool
}

// Source answers for the rows from offset on. It runs outside the window's goroutine.
type Source[R any] func(ctx context.Context, sort Sort, offset, limit int) (Page[R], error)

// DataTable shows a list of any length in columns. Rows are selected whole, with the mouse or the arrow keys;
// only the pages around what is seen are asked for and held.
type DataTable[R any] struct {
	widget.BaseWidget

	// OnSelected is told the row that the user moved to, OnOpened the one that was double clicked or entered.
	OnSelected func(R)
	OnOpened   func(R)
	// OnTyped is told a letter or figure that was typed on the selected row. It comes after the key, so that a form opened by it does
	// not get the letter.
	OnTyped func(R, rune)
	// OnCount is told how many rows match, of how many, after each answer that changes it.
	OnCount func(matching, total int, atLeast bool)
	// OnError is told why rows could not be read.
	OnError func(error)

	columns []Column[R]
	key     func(R) string
	source  Source[R]
	run     func(func())
	sort    Sort
	ticks   *ticks // nil without boxes

	list   *rows
	head   *tableHead
	empty  fyne.CanvasObject
	holder *fyne.Container
	widths []float32

	generation int
	ctx        context.Context
	cancel     context.CancelFunc
	pages      map[int][]R
	used       []int // page numbers, the one used last at the end
	asked      map[int]bool
	answered   bool
	failed     bool
	last       [3]int
	first      int
	bottom     int

	selectedKey string
	selected    *R
	place       int  // where the selected row was last seen
	placed      Sort // in which order
	awaited     int  // the row that the user moved to before its page was there; -1 for none
}

// NewDataTable returns a table that shows nothing until Reload is called. key names a row for good, so that
// the selection survives a reload.
func NewDataTable[R any](columns []Column[R], key func(R) string, source Source[R]) *DataTable[R] {
	t := &DataTable[R]{columns: columns, key: key, source: source, run: func(f func()) { go f() }}
	t.pages, t.asked, t.awaited = map[int][]R{}, map[int]bool{}, -1
	t.ctx, t.cancel = context.WithCancel(context.Background())
	t.list = newRows(func() rowView { return newTableRow(t) })
	t.list.lines = true
	t.list.onSelected = t.choose
	t.list.onOpened = func(i int) {
		if t.ticks != nil && t.ticks.inBox {
			return // two quick clicks on a box
		}
		if row, ok := t.row(i); ok && t.OnOpened != nil {
			t.OnOpened(row)
		}
	}
	t.list.onShortcut = func(s fyne.Shortcut) bool {
		switch s.(type) {
		case *fyne.ShortcutCopy:
			t.copyRow()
			return true
		case *fyne.ShortcutSelectAll:
			if t.ticks != nil {
				t.toggleAll()
				return true
			}
		}
		return false
	}
	t.list.onRune = func(r rune) {
		if row, ok := t.Selected(); ok && t.OnTyped != nil {
			t.OnTyped(row, r)
		}
	}
	t.list.onView = t.inView
	t.list.onMenu = t.showMenu
	t.head = newTableHead(t.titles, t.pressHead)
	t.holder = newSpot(func(size fyne.Size) {
		if t.empty != nil {
			place(t.empty, 0, 0, size.Width, size.Height)
		}
	})
	t.holder.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// SetRunner replaces how work is put into the background; tests pass one that runs it at once.
func (t *DataTable[R]) SetRunner(run func(func())) { t.run = run }

// SetEmpty tells what an empty list says: a sentence and, unless nil, what to do first.
func (t *DataTable[R]) SetEmpty(text string, action *Action) {
	t.setEmpty(NewEmpty(text, action))
}

func (t *DataTable[R]) setEmpty(o fyne.CanvasObject) {
	t.empty = o
	t.holder.Objects = []fyne.CanvasObject{o}
	t.holder.Refresh()
}

// SetSort changes the order without asking anew; call Reload.
func (t *DataTable[R]) SetSort(s Sort) {
	t.sort = s
	t.head.Refresh()
}

// Sort returns the order in which the rows are asked for.
func (t *DataTable[R]) Sort() Sort { return t.sort }

// Focus gives the keyboard to the rows.
func (t *DataTable[R]) Focus() { focusOn(t.list) }

// FocusIn gives the keyboard to the rows of a table that was just put into a window and not drawn yet.
func (t *DataTable[R]) FocusIn(win fyne.Window) { win.Canvas().Focus(t.list) }

// Reload asks again for what is in view. What is shown stays until the answer is there; the selection stays
// when its row is still among the rows that are read.
func (t *DataTable[R]) Reload() {
	t.generation++
	t.cancel()
	t.ctx, t.cancel = context.WithCancel(context.Background())
	t.asked = map[int]bool{}
	t.answered = false
	wanted := []int{t.list.firstInView() / pageSize}
	if last := t.list.lastInView() / pageSize; last != wanted[0] {
		wanted = append(wanted, last)
	}
	for _, page := range wanted {
		t.ask(page)
	}
}

// Select marks the row with the key, when it is among the rows that are held; otherwise as soon as it is.
func (t *DataTable[R]) Select(key string) {
	t.selectedKey, t.selected, t.awaited = key, nil, -1
	t.findSelected(true)
}

// Selected returns the row that is selected.
func (t *DataTable[R]) Selected() (R, bool) {
	if t.selected == nil {
		var none R
		return none, false
	}
	return *t.selected, true
}

// ClearSelection selects nothing.
func (t *DataTable[R]) ClearSelection() {
	t.selectedKey, t.selected, t.awaited = "", nil, -1
	t.list.mark(-1, false)
}

// choose takes the row that the user moved to. When its page is still on its way, it is taken as soon as it is
// there, unless the user has moved on by then.
func (t *DataTable[R]) choose(i int) {
	row, ok := t.row(i)
	if !ok {
		t.selectedKey, t.selected, t.awaited = "", nil, i
		return
	}
	t.awaited = -1
	t.remember(row, i)
	if t.OnSelected != nil {
		t.OnSelected(row)
	}
}

func (t *DataTable[R]) remember(row R, i int) {
	t.selectedKey, t.selected, t.place, t.placed = t.key(row), &row, i, t.sort
}

func (t *DataTable[R]) row(i int) (R, bool) {
	rows, ok := t.pages[i/pageSize]
	if !ok || i%pageSize >= len(rows) {
		var none R
		return none, false
	}
	return rows[i%pageSize], true
}

// inView asks for the pages around what is seen.
func (t *DataTable[R]) inView(first, last int) {
	t.first, t.bottom = first, last
	if !t.answered {
		return // a reload is on its way and will look again
	}
	for page := first / pageSize; page <= last/pageSize; page++ {
		if _, ok := t.pages[page]; ok {
			t.touch(page)
		} else {
			t.ask(page)
		}
	}
}

func (t *DataTable[R]) touch(page int) {
	if n := len(t.used); n > 0 && t.used[n-1] == page {
		return
	}
	t.used = append(slices.DeleteFunc(t.used, func(p int) bool { return p == page }), page)
}

func (t *DataTable[R]) ask(page int) {
	if t.asked[page] || len(t.asked) >= askAtOnce || t.failed && t.answered {
		return
	}
	t.asked[page] = true
	generation, ctx, sort, source := t.generation, t.ctx, t.sort, t.source
	t.run(func() {
		answer, err := source(ctx, sort, page*pageSize, pageSize)
		fyne.Do(func() {
			if generation == t.generation { // otherwise superseded
				t.answer(page, answer, err)
			}
		})
	})
}

func (t *DataTable[R]) answer(page int, answer Page[R], err error) {
	delete(t.asked, page)
	if err != nil {
		t.failed, t.answered = true, true
		if t.list.count == 0 {
			t.setEmpty(NewEmpty("Chưa đọc được danh sách này.", NewAction("Đọc lại", "", t.Reload)))
			t.holder.Show()
		}
		if t.OnError != nil {
			t.OnError(err)
		}
		return
	}
	t.failed = false
	if !t.answered {
		t.answered = true
		t.pages, t.used = map[int][]R{}, nil
	}
	t.pages[page] = answer.Rows
	t.touch(page)
	for len(t.used) > keptPages {
		delete(t.pages, t.used[0])
		t.used = t.used[1:]
	}
	count := answer.Matching
	if n := page*pageSize + len(answer.Rows); len(answer.Rows) < pageSize && len(answer.Rows) > 0 && n < count {
		count = n // rows went away between two answers
	}
	if len(answer.Rows) == 0 {
		count = min(count, page*pageSize)
	}
	if now := [3]int{answer.Matching, answer.Total, boolInt(answer.MatchingAtLeast)}; t.OnCount != nil && (now != t.last || page == 0) {
		t.last = now
		t.OnCount(answer.Matching, answer.Total, answer.MatchingAtLeast)
	}
	if count == 0 {
		t.holder.Show()
	} else {
		t.holder.Hide()
	}
	t.list.count = count
	t.findSelected(false)
	t.list.setCount(count)
	t.head.Refresh()
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// findSelected looks for the selected key among the pages that are held.
func (t *DataTable[R]) findSelected(show bool) {
	if t.awaited >= 0 {
		t.list.selected = min(t.awaited, t.list.count-1)
		if t.list.selected >= 0 {
			t.choose(t.list.selected)
		}
		return
	}
	t.list.selected = -1
	if t.selectedKey != "" {
		for page, rows := range t.pages {
			for i, row := range rows {
				if t.key(row) == t.selectedKey {
					late := t.selected == nil // asked for by Select before its page was there
					t.remember(row, page*pageSize+i)
					t.list.mark(page*pageSize+i, show || late)
					return
				}
			}
		}
		if t.selected != nil {
			t.missing()
		}
	}
	t.list.Refresh()
}

// missing decides about a selected row that is not among those held. It is gone when all rows are held, or the
// page where it stood; otherwise it is out of sight and stays selected.
func (t *DataTable[R]) missing() {
	held := 0
	for _, rows := range t.pages {
		held += len(rows)
	}
	_, known := t.pages[t.place/pageSize]
	switch {
	case held >= t.list.count || (known && t.placed == t.sort):
		t.selectedKey, t.selected = "", nil
	case t.placed == t.sort:
		t.list.selected = min(t.place, t.list.count-1)
	}
}

// pressHead sorts by a column or, with boxes, ticks all in the first place.
func (t *DataTable[R]) pressHead(i int) {
	if t.ticks == nil {
		t.sortBy(i)
		return
	}
	if i == 0 {
		t.toggleAll()
		return
	}
	t.ticks.anchor, t.ticks.span = -1, nil // places mean other rows now
	t.sortBy(i - 1)
}

func (t *DataTable[R]) sortBy(i int) {
	c := t.columns[i]
	if !c.Sortable {
		return
	}
	if t.sort.Column == c.ID {
		t.sort.Descending = !t.sort.Descending
	} else {
		t.sort = Sort{Column: c.ID}
	}
	t.list.scrollTo(0)
	t.head.Refresh()
	t.Reload()
}

// showMenu offers, at the pointer, what can be done with the row there.
func (t *DataTable[R]) showMenu(i int, at fyne.Position) {
	row, ok := t.row(i)
	c := canvasOf(t.list)
	if !ok || c == nil {
		return
	}
	var items []*fyne.MenuItem
	if t.OnOpened != nil {
		items = append(items, fyne.NewMenuItem("Mở (Enter)", func() { t.OnOpened(row) }))
	}
	items = append(items, fyne.NewMenuItem("Sao chép dòng (Ctrl+C)", t.copyRow))
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

func (t *DataTable[R]) copyRow() {
	row, ok := t.Selected()
	if !ok {
		return
	}
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = strings.ReplaceAll(c.Cell(row).Text, "\t", " ")
	}
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(cells, "\t"))
}

func (t *DataTable[R]) titles() []headTitle {
	titles := make([]headTitle, 0, len(t.columns)+1)
	if t.ticks != nil {
		titles = append(titles, headTitle{box: true, state: t.headState(), sortable: true})
	}
	for _, c := range t.columns {
		mark := sortNone
		if c.ID == t.sort.Column && t.sort.Column != "" {
			mark = sortUp
			if t.sort.Descending {
				mark = sortDown
			}
		}
		titles = append(titles, headTitle{text: c.Title, tip: c.Tip, mark: mark, right: c.Right, sortable: c.Sortable})
	}
	return titles
}

// columnWidths shares out the width: everybody the least, the rest by Grow. When even the least is too much,
// the columns that would grow give way first, down to half, since dates and numbers cannot be cut; then all
// shrink alike, so that there is never anything to scroll sideways.
func columnWidths[R any](columns []Column[R], scale, width float32) []float32 {
	widths := make([]float32, len(columns))
	var least, grow float32
	for i, c := range columns {
		widths[i] = c.Width * scale
		least += widths[i]
		grow += c.Grow
	}
	spare := width - least
	if spare >= 0 {
		for i, c := range columns {
			if grow > 0 {
				widths[i] += spare * c.Grow / grow
			}
		}
		return widths
	}
	var soft float32
	for i, c := range columns {
		if c.Grow > 0 {
			soft += widths[i]
		}
	}
	if soft > 0 {
		share := max(1+spare/soft, 0.5)
		for i, c := range columns {
			if c.Grow > 0 {
				widths[i] *= share
			}
		}
		least -= soft * (1 - share)
	}
	if least > width {
		for i := range widths {
			widths[i] *= width / least
		}
	}
	return widths
}

// CreateRenderer is Fyne's hook to draw the widget.
func (t *DataTable[R]) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return widget.NewSimpleRenderer(newSized(func(size fyne.Size) {
		t.share(size.Width)
		headHeight := t.head.MinSize().Height
		place(t.head, 0, 0, size.Width, headHeight)
		t.head.Refresh()
		place(t.list, 0, headHeight, size.Width, size.Height-headHeight)
		place(t.holder, 0, headHeight, size.Width, size.Height-headHeight)
	}, func() fyne.Size {
		return fyne.NewSize(120, t.head.MinSize().Height+3*rowHeight())
	}, t.head, t.list, t.holder))
}

// share gives the columns their widths.
func (t *DataTable[R]) share(width float32) {
	t.widths = columnWidths(t.columns, letterScale(), width-barRoom-t.boxWidth())
	t.head.widths = t.widths
	if t.ticks != nil {
		t.head.widths = append([]float32{t.boxWidth()}, t.widths...)
	}
}

// SetColumns shows other columns of the same rows. An order by a column that is gone stays.
func (t *DataTable[R]) SetColumns(columns []Column[R]) {
	t.columns = columns
	if width := t.Size().Width; width > 0 {
		t.share(width)
	}
	t.head.Refresh()
	t.list.Refresh()
}

func (t *DataTable[R]) inner() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.head, t.list, t.holder}
}

const cellPadding = 8

type tableRow[R any] struct {
	t     *DataTable[R]
	box   *fyne.Container
	tick  *tickBox
	cells []*tableCell
}

func newTableRow[R any](t *DataTable[R]) *tableRow[R] {
	r := &tableRow[R]{t: t, box: &fyne.Container{}, tick: newTickBox()}
	r.fit()
	return r
}

// fit makes as many cells as there are columns.
func (r *tableRow[R]) fit() {
	if len(r.cells) == len(r.t.columns) && len(r.box.Objects) > 0 {
		return
	}
	r.cells = make([]*tableCell, len(r.t.columns))
	r.box.Objects = r.tick.objects()
	for i := range r.cells {
		r.cells[i] = newTableCell()
		r.box.Objects = append(r.box.Objects, r.cells[i].ground, r.cells[i].text)
	}
}

func (r *tableRow[R]) object() fyne.CanvasObject { return r.box }

func (r *tableRow[R]) draw(i int, selected bool, size fyne.Size) {
	r.fit()
	row, ok := r.t.row(i)
	x := r.t.boxWidth()
	r.tick.hide()
	if ok && x > 0 {
		state := tickOff
		if r.t.ticks.ticked(r.t.key(row)) {
			state = tickOn
		}
		r.tick.draw(state, x, size.Height)
	}
	for n, c := range r.t.columns {
		if n >= len(r.t.widths) {
			return
		}
		width := r.t.widths[n]
		if !ok {
			r.cells[n].drawPending(i, n, x, width, size.Height)
		} else {
			cell := c.Cell(row)
			cell.Bold = cell.Bold || (selected && n == 0)
			r.cells[n].draw(cell, c.Right, x, width, size.Height)
		}
		x += width
	}
}

func (r *tableRow[R]) tip(i int, x float32) string {
	row, ok := r.t.row(i)
	x -= r.t.boxWidth()
	for n, c := range r.t.columns {
		if n >= len(r.t.widths) || !ok {
			break
		}
		if x < r.t.widths[n] {
			return cutText(r.cells[n].text, c.Cell(row).Text)
		}
		x -= r.t.widths[n]
	}
	return ""
}

// tableCell draws text, or a tag, cut to its column.
type tableCell struct {
	ground *canvas.Rectangle
	text   *canvas.Text
}

func newTableCell() *tableCell {
	return &tableCell{canvas.NewRectangle(noColor), canvas.NewText("", TextColor)}
}

func (c *tableCell) draw(cell Cell, right bool, x, width, height float32) {
	room := max(width-2*cellPadding, 0)
	if cell.Tag && cell.Text != "" {
		c.ground.Show()
		c.text.Show()
		left := x + cellPadding
		if right {
			left = x + width - cellPadding - min(tagWidth(cell.Text), room)
		}
		drawTag(c.ground, c.text, cell, left, (height-tagHeight())/2, room)
		return
	}
	c.ground.Hide()
	if cell.Text == "" {
		c.text.Hide()
		return
	}
	c.text.Show()
	style := fyne.TextStyle{Bold: cell.Bold}
	align := fyne.TextAlignLeading
	if right {
		align = fyne.TextAlignTrailing
	}
	setText(c.text, Ellipsis(cell.Text, room, textSize(), style), textSize(), style, cell.Tone.Ink(), align)
	line := lineHeight(textSize())
	place(c.text, x+cellPadding, (height-line)/2, room, line)
}

// drawPending is the calm look of a row that is not read yet: pale bars, of slightly different lengths.
func (c *tableCell) drawPending(row, column int, x, width, height float32) {
	c.text.Hide()
	share := 0.35 + 0.3*float32((row*7+column*3)%5)/5
	c.ground.CornerRadius = 4
	setFill(c.ground, NeutralBack, noColor, 0)
	place(c.ground, x+cellPadding, height/2-4, max(width-2*cellPadding, 0)*share, 8)
	c.ground.Show()
}

type headTitle struct {
	text, tip       string
	mark            sortMark
	right, sortable bool
	box             bool // a box in state instead of a text
	state           tickState
}

type sortMark int

const (
	sortNone sortMark = iota
	sortUp
	sortDown
)

// tableHead is the row of titles. It takes the focus, so that sorting needs no mouse: Left and Right choose a
// column, Space sorts by it.
type tableHead struct {
	widget.BaseWidget
	titles  func() []headTitle
	onSort  func(int)
	widths  []float32
	current int
	hovered int
	focused bool
}

var (
	_ fyne.Focusable    = (*tableHead)(nil)
	_ fyne.Shortcutable = (*tableHead)(nil)
	_ desktop.Hoverable = (*tableHead)(nil)
	_ fyne.Tappable     = (*tableHead)(nil)
)

func newTableHead(titles func() []headTitle, onSort func(int)) *tableHead {
	h := &tableHead{titles: titles, onSort: onSort, hovered: -1}
	h.ExtendBaseWidget(h)
	return h
}

func (h *tableHead) at(x float32) int {
	for i, w := range h.widths {
		if x < w {
			return i
		}
		x -= w
	}
	return -1
}

func (h *tableHead) Tapped(e *fyne.PointEvent) {
	if i := h.at(e.Position.X); i >= 0 {
		h.current = i
		h.onSort(i)
	}
}

func (h *tableHead) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		h.current = max(h.current-1, 0)
	case fyne.KeyRight:
		h.current = min(h.current+1, len(h.titles())-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		h.onSort(h.current)
	default:
		passKey(h, e)
		return
	}
	h.Refresh()
}

func (h *tableHead) TypedRune(rune)                   {}
func (h *tableHead) TypedShortcut(s fyne.Shortcut)    { passShortcut(h, s) }
func (h *tableHead) FocusGained()                     { h.focused = true; h.Refresh() }
func (h *tableHead) FocusLost()                       { h.focused = false; h.Refresh() }
func (h *tableHead) MouseIn(e *desktop.MouseEvent)    { h.point(e) }
func (h *tableHead) MouseMoved(e *desktop.MouseEvent) { h.point(e) }
func (h *tableHead) MouseOut() {
	h.hover(-1)
	explain(h, fyne.Position{}, "")
}

func (h *tableHead) point(e *desktop.MouseEvent) {
	i := h.at(e.Position.X)
	h.hover(i)
	text := ""
	if titles := h.titles(); i >= 0 && i < len(titles) {
		text = titles[i].tip
		if room := h.widths[i] - 2*cellPadding; text == "" && measure(titles[i].text, captionSize(), fyne.TextStyle{Bold: true}).Width > room {
			text = titles[i].text
		}
	}
	explain(h, e.AbsolutePosition, text)
}

func (h *tableHead) hover(i int) {
	if h.hovered != i {
		h.hovered = i
		h.Refresh()
	}
}

func (h *tableHead) Cursor() desktop.Cursor {
	if titles := h.titles(); h.hovered >= 0 && h.hovered < len(titles) && titles[h.hovered].sortable {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (h *tableHead) MinSize() fyne.Size {
	return fyne.NewSize(60, lineHeight(captionSize())+13)
}

func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	r := &headRenderer{h: h, ground: canvas.NewRectangle(HeaderGround), line: canvas.NewRectangle(InputBorder), ring: canvas.NewRectangle(noColor)}
	r.ground.TopLeftCornerRadius, r.ground.TopRightCornerRadius = 7, 7
	r.ring.CornerRadius = 4
	r.up, r.down = newMark("tang", TextColor), newMark("mo", TextColor)
	r.tick = newTickBox()
	r.fit()
	return r
}

type headRenderer struct {
	h            *tableHead
	ground, line *canvas.Rectangle
	ring         *canvas.Rectangle
	texts        []*canvas.Text
	up, down     *canvas.Image
	tick         *tickBox
	objects      []fyne.CanvasObject
}

// fit makes as many texts as there are titles.
func (r *headRenderer) fit() {
	n := len(r.h.titles())
	if len(r.texts) == n && n > 0 {
		return
	}
	r.texts = make([]*canvas.Text, n)
	r.objects = append([]fyne.CanvasObject{r.ground, r.line}, r.tick.objects()...)
	for i := range r.texts {
		r.texts[i] = canvas.NewText("", Secondary)
		r.objects = append(r.objects, r.texts[i])
	}
	r.objects = append(r.objects, r.up, r.down, r.ring)
}

func (r *headRenderer) Layout(size fyne.Size) {
	r.fit()
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.line, 0, size.Height-1, size.Width, 1)
	line := lineHeight(captionSize())
	bold := fyne.TextStyle{Bold: true}
	side := markSize() - 1
	r.up.Hide()
	r.down.Hide()
	r.tick.hide()
	x := float32(0)
	for i, title := range r.h.titles() {
		if i >= len(r.h.widths) {
			return
		}
		width := r.h.widths[i]
		if title.box {
			r.tick.draw(title.state, width, size.Height)
		}
		room := max(width-2*cellPadding, 0)
		markRoom := float32(0)
		if title.mark != sortNone {
			markRoom = side + 3
		}
		ink := color.Color(Secondary)
		if title.mark != sortNone || (title.sortable && i == r.h.hovered) {
			ink = TextColor
		}
		shown := Ellipsis(title.text, max(room-markRoom, 0), captionSize(), bold)
		textWidth := measure(shown, captionSize(), bold).Width
		left := x + cellPadding
		if title.right {
			left = x + width - cellPadding - textWidth - markRoom
		}
		setText(r.texts[i], shown, captionSize(), bold, ink, fyne.TextAlignLeading)
		place(r.texts[i], left, (size.Height-line)/2, textWidth, line)
		if title.mark != sortNone {
			mark := r.up
			if title.mark == sortDown {
				mark = r.down
			}
			place(mark, left+textWidth+3, (size.Height-side)/2, side, side)
			mark.Show()
		}
		if r.h.focused && i == r.h.current {
			place(r.ring, x+2, 3, width-4, size.Height-6)
		}
		x += width
	}
	if r.h.focused {
		setFill(r.ring, noColor, Accent, 1.5)
		r.ring.Show()
	} else {
		r.ring.Hide()
	}
}

func (r *headRenderer) MinSize() fyne.Size           { return r.h.MinSize() }
func (r *headRenderer) Refresh()                     { r.Layout(r.h.Size()); canvas.Refresh(r.h) }
func (r *headRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *headRenderer) Destroy()                     {}

// CountSentence says how many rows are shown, of how many: "214 / 6.412 người".
func CountSentence(matching, total int, atLeast bool, what string) string {
	more := ""
	if atLeast {
		more = "hơn "
	}
	if matching == total && !atLeast {
		return fmt.Sprintf("%s %s", Number(total), what)
	}
	return fmt.Sprintf("%s%s / %s %s", more, Number(matching), Number(total), what)
}

// Number writes a whole number as Vietnamese papers do: 6.412.
func Number(n int) string { return vietnamese.Number(int64(n)) }
