package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Measures of a grid at text scale 1.
const (
	gridSide   float32 = 236 // the frozen column
	gridColumn float32 = 82
	gridPad    float32 = 6
	gridLines          = 3 // of a column's title
	gridIndent float32 = 14
)

func (g *Grid) side() float32    { return gridSide * TextScale() }
func (g *Grid) columnW() float64 { return float64(gridColumn * TextScale()) }
func (g *Grid) rowH() float64    { return float64(lineHeight(textSize()) + 6) }
func (g *Grid) headH() float32   { return (2+gridLines)*lineHeight(captionSize()) + 8 }

func (g *Grid) totalH() float32 {
	if g.total == "" {
		return 0
	}
	return float32(g.rowH())
}

// body is the place of the cells.
func (g *Grid) body() (x, y, w, h float32) {
	size := g.Size()
	return g.side(), g.headH(), max(size.Width-g.side()-barRoom, 0), max(size.Height-g.headH()-g.totalH()-barRoom, 0)
}

func (g *Grid) extentDown() (all, view float64) {
	rows, _ := g.model.Size()
	_, _, _, h := g.body()
	return float64(rows) * g.rowH(), float64(h)
}

func (g *Grid) extentAcross() (all, view float64) {
	_, columns := g.model.Size()
	_, _, w, _ := g.body()
	return float64(columns) * g.columnW(), float64(w)
}

func (g *Grid) page() int {
	_, view := g.extentDown()
	return max(int(view/g.rowH())-1, 1)
}

func (g *Grid) clamp() {
	all, view := g.extentDown()
	g.top = math.Max(0, math.Min(g.top, all-view))
	all, view = g.extentAcross()
	g.left = math.Max(0, math.Min(g.left, all-view))
}

func (g *Grid) scrollTo(top, left float64) {
	oldTop, oldLeft := g.top, g.left
	g.top, g.left = top, left
	g.clamp()
	if (g.top != oldTop || g.left != oldLeft) && g.r != nil {
		g.r.arrange(false)
	}
}

// reveal scrolls as little as needed to have the cursor in view.
func (g *Grid) reveal() {
	_, view := g.extentDown()
	if view <= 0 {
		return // not laid out yet
	}
	if y := float64(g.row) * g.rowH(); y < g.top {
		g.top = y
	} else if y+g.rowH() > g.top+view {
		g.top = y + g.rowH() - view
	}
	_, view = g.extentAcross()
	if x := float64(g.column) * g.columnW(); x < g.left {
		g.left = x
	} else if x+g.columnW() > g.left+view {
		g.left = x + g.columnW() - view
	}
	g.clamp()
}

// at tells the place under a point; a name in the frozen column means the cursor's column.
func (g *Grid) at(pos fyne.Position) (row, column int, ok bool) {
	rows, columns := g.model.Size()
	x, y, w, h := g.body()
	if pos.Y < y || pos.Y >= y+h || pos.X >= x+w {
		return 0, 0, false
	}
	row, column = int((g.top+float64(pos.Y-y))/g.rowH()), g.column
	if pos.X >= x {
		column = int((g.left + float64(pos.X-x)) / g.columnW())
	}
	return row, column, row < rows && column < columns
}

// barAt tells which bar a point is on.
func (g *Grid) barAt(pos fyne.Position) int {
	x, y, w, h := g.body()
	switch {
	case pos.X > x+w && pos.Y > y:
		return dragDown
	case pos.Y > y+h+g.totalH() && pos.X > x:
		return dragAcross
	}
	return dragNothing
}

// MinSize is room for a few rows and columns.
func (g *Grid) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return fyne.NewSize(g.side()+2*float32(g.columnW()), g.headH()+g.totalH()+4*float32(g.rowH()))
}

// CreateRenderer is Fyne's hook to draw the widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &gridRenderer{g: g}
	area := func() (*fyne.Container, *container.Clip) {
		layer := container.NewWithoutLayout()
		return layer, container.NewClip(layer)
	}
	r.cells, r.cellsClip = area()
	r.names, r.namesClip = area()
	r.heads, r.headsClip = area()
	r.totals, r.totalsClip = area()
	box := func(fill color.Color) *canvas.Rectangle { return canvas.NewRectangle(fill) }
	r.headGround, r.totalGround, r.sideGround = box(HeaderGround), box(HeaderGround), box(Surface)
	r.headLine, r.totalLine, r.sideLine = box(InputBorder), box(InputBorder), box(InputBorder)
	r.totalName = canvas.NewText("", TextColor)
	r.down, r.across = box(Disabled), box(Disabled)
	r.down.CornerRadius, r.across.CornerRadius = 2, 2
	r.chosen, r.cursor, r.editor, r.caret = box(gridChosen), box(noColor), box(Surface), box(Accent)
	r.typed = canvas.NewText("", TextColor)
	r.objects = []fyne.CanvasObject{r.headGround, r.totalGround, r.sideGround, r.cellsClip, r.namesClip, r.headsClip, r.totalsClip, r.totalName,
		r.headLine, r.totalLine, r.sideLine, r.down, r.across}
	g.r = r
	return r
}

// gridChosen lies over the cells that are selected.
var gridChosen = color.NRGBA{R: Accent.R, G: Accent.G, B: Accent.B, A: 0x1C}

// gridSlot draws one cell; it keeps its place while the cell is in view.
type gridSlot struct {
	row, column  int
	ground, mark *canvas.Rectangle
	text         *canvas.Text
}

func newGridSlot() *gridSlot {
	return &gridSlot{row: -1, ground: canvas.NewRectangle(Window), mark: canvas.NewRectangle(Late), text: canvas.NewText("", TextColor)}
}

func (s *gridSlot) hide() {
	if s.row != -1 || s.text.Visible() {
		s.row = -1
		s.ground.Hide()
		s.mark.Hide()
		s.text.Hide()
	}
}

// draw shows a cell of a size.
func (s *gridSlot) draw(cell GridCell, w, h float32) {
	style := fyne.TextStyle{Bold: cell.Bold, Italic: cell.Ghost}
	ink := color.Color(TextColor)
	if cell.Ghost {
		ink = Disabled
	}
	setText(s.text, Ellipsis(cell.Text, w-2*gridPad, textSize(), style), textSize(), style, ink, fyne.TextAlignTrailing)
	s.text.Resize(fyne.NewSize(w-2*gridPad, lineHeight(textSize())))
	s.ground.Resize(fyne.NewSize(w, h))
	visible(s.text, cell.Text != "")
	visible(s.ground, cell.Fixed || cell.Mark != TonePlain)
	fill := color.Color(Window)
	if cell.Mark != TonePlain {
		fill = cell.Mark.Ground()
		setFill(s.mark, cell.Mark.Ink(), noColor, 0)
	}
	setFill(s.ground, fill, noColor, 0)
	visible(s.mark, cell.Mark != TonePlain)
	s.mark.Resize(fyne.NewSize(7, 4))
}

func (s *gridSlot) move(x, y, w float32) {
	s.ground.Move(fyne.NewPos(x, y))
	s.text.Move(fyne.NewPos(x+gridPad, y+3))
	s.mark.Move(fyne.NewPos(x+w-8, y+1))
}

// gridName draws the name of a row in the frozen column.
type gridName struct{ text, right *canvas.Text }

// gridTitle draws the head of a column: its code and its title.
type gridTitle struct{ lines [1 + gridLines]*canvas.Text }

type gridRenderer struct {
	g                                           *Grid
	cells, names, heads, totals                 *fyne.Container
	cellsClip, namesClip, headsClip, totalsClip *container.Clip
	headGround, totalGround, sideGround         *canvas.Rectangle
	headLine, totalLine, sideLine               *canvas.Rectangle
	totalName                                   *canvas.Text
	down, across                                *canvas.Rectangle
	chosen, cursor, editor, caret               *canvas.Rectangle
	typed                                       *canvas.Text
	objects                                     []fyne.CanvasObject

	slots       []*gridSlot // needRows × needColumns, by place modulo these
	sums        []*gridSlot
	rowNames    []*gridName
	titles      []*gridTitle
	groups      []*canvas.Text
	hairs       []*canvas.Rectangle // under the rows, then between the columns
	needRows    int
	needColumns int
}

// Layout is Fyne's hook to place the objects.
func (r *gridRenderer) Layout(size fyne.Size) {
	g := r.g
	x, y, w, h := g.body()
	place(r.headGround, 0, 0, size.Width, y)
	place(r.sideGround, 0, y, x, h)
	place(r.cellsClip, x, y, w, h)
	place(r.namesClip, 0, y, x, h)
	place(r.headsClip, x, 0, w, y)
	place(r.totalsClip, x, y+h, w, g.totalH())
	place(r.totalGround, 0, y+h, x+w, g.totalH())
	for _, layer := range []struct {
		box  *fyne.Container
		w, h float32
	}{{r.cells, w, h}, {r.names, x, h}, {r.heads, w, y}, {r.totals, w, g.totalH()}} {
		layer.box.Resize(fyne.NewSize(layer.w, layer.h))
	}
	place(r.headLine, 0, y-1, x+w, 1)
	place(r.totalLine, 0, y+h, x+w, 1)
	place(r.sideLine, x-1, 0, 1, y+h+g.totalH())
	bold := fyne.TextStyle{Bold: true}
	setText(r.totalName, Ellipsis(g.total, x-2*gridPad, textSize(), bold), textSize(), bold, TextColor, fyne.TextAlignLeading)
	place(r.totalName, gridPad+2, y+h+3, x-2*gridPad, lineHeight(textSize()))
	g.clamp()
	r.arrange(true)
}

// fit makes as many slots as can be in view.
func (r *gridRenderer) fit(rows, columns int) bool {
	if rows == r.needRows && columns == r.needColumns {
		return false
	}
	r.needRows, r.needColumns = rows, columns
	r.slots, r.sums, r.rowNames, r.titles, r.groups, r.hairs = nil, nil, nil, nil, nil, nil
	var grounds, inks, names, heads, totals, lines []fyne.CanvasObject
	for range rows * columns {
		s := newGridSlot()
		r.slots = append(r.slots, s)
		grounds = append(grounds, s.ground)
		inks = append(inks, s.text, s.mark)
	}
	for range rows {
		n := &gridName{canvas.NewText("", TextColor), canvas.NewText("", Secondary)}
		r.rowNames = append(r.rowNames, n)
		names = append(names, n.text, n.right)
	}
	for range columns {
		s := newGridSlot()
		r.sums = append(r.sums, s)
		totals = append(totals, s.ground, s.text, s.mark)
		t := &gridTitle{}
		for i := range t.lines {
			t.lines[i] = canvas.NewText("", TextColor)
			heads = append(heads, t.lines[i])
		}
		r.titles = append(r.titles, t)
		group := canvas.NewText("", Secondary)
		r.groups = append(r.groups, group)
		heads = append(heads, group)
	}
	for range rows + columns {
		line := canvas.NewRectangle(Hairline)
		r.hairs = append(r.hairs, line)
		lines = append(lines, line)
	}
	r.cells.Objects = append(append(append(grounds, lines...), inks...), r.chosen, r.cursor, r.editor, r.typed, r.caret)
	r.names.Objects, r.heads.Objects, r.totals.Objects = names, heads, totals
	return true
}

// arrange gives each cell in view its slot. A cell keeps its slot while it is in view, so that scrolling draws what comes in and moves the
// rest.
func (r *gridRenderer) arrange(all bool) {
	g := r.g
	_, _, w, h := g.body()
	if w <= 0 || h <= 0 {
		return
	}
	rows, columns := g.model.Size()
	rowH, colW := g.rowH(), g.columnW()
	all = r.fit(int(math.Ceil(float64(h)/rowH))+1, int(math.Ceil(float64(w)/colW))+1) || all
	firstRow, firstColumn := int(g.top/rowH), int(g.left/colW)
	cw, rh := float32(colW), float32(rowH)
	for i := firstRow; i < firstRow+r.needRows; i++ {
		y := float32(float64(i)*rowH - g.top)
		r.drawName(i, rows, y, rh)
		for c := firstColumn; c < firstColumn+r.needColumns; c++ {
			s := r.slots[(i%r.needRows)*r.needColumns+c%r.needColumns]
			if i >= rows || c >= columns {
				s.hide()
				continue
			}
			if all || s.row != i || s.column != c {
				s.row, s.column = i, c
				s.draw(g.model.Cell(i, c), cw, rh)
			}
			s.move(float32(float64(c)*colW-g.left), y, cw)
		}
		line := r.hairs[i%r.needRows]
		place(line, 0, y+rh-1, w, 1)
		visible(line, i < rows)
	}
	for c := firstColumn; c < firstColumn+r.needColumns; c++ {
		x := float32(float64(c)*colW - g.left)
		r.drawHead(c, columns, x, cw)
		line := r.hairs[r.needRows+c%r.needColumns]
		place(line, x+cw-1, 0, 1, float32(min(float64(h), float64(rows)*rowH-g.top)))
		visible(line, c < columns)
		s := r.sums[c%r.needColumns]
		if c >= columns || g.total == "" {
			s.hide()
			continue
		}
		if all || s.column != c || s.row < 0 {
			s.row, s.column = rows, c
			cell := g.model.Cell(rows, c)
			cell.Bold, cell.Fixed = true, false
			s.draw(cell, cw, rh)
		}
		s.move(x, 0, cw)
	}
	r.drawGroups(firstColumn, columns)
	r.drawSelection(cw, rh)
	r.drawBars()
}

func visible(o fyne.CanvasObject, on bool) {
	if on != o.Visible() {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

func (r *gridRenderer) drawName(i, rows int, y, h float32) {
	n := r.rowNames[i%r.needRows]
	visible(n.text, i < rows)
	visible(n.right, i < rows)
	if i >= rows {
		return
	}
	row := r.g.model.Row(i)
	width := r.g.side() - 2*gridPad
	line := lineHeight(textSize())
	small := lineHeight(captionSize())
	rightW := measure(row.Right, captionSize(), fyne.TextStyle{}).Width
	setText(n.right, row.Right, captionSize(), fyne.TextStyle{}, row.RightTone.Ink(), fyne.TextAlignTrailing)
	place(n.right, gridPad+width-rightW, y+(h-small)/2, rightW, small)
	style := fyne.TextStyle{Bold: row.Bold}
	indent := 2 + float32(row.Indent)*gridIndent
	room := max(width-rightW-indent-8, 0)
	ink := color.Color(TextColor)
	if i == r.g.row && r.g.focused {
		ink = AccentDown
	}
	setText(n.text, Ellipsis(row.Text, room, textSize(), style), textSize(), style, ink, fyne.TextAlignLeading)
	place(n.text, gridPad+indent, y+3, room, line)
}

func (r *gridRenderer) drawHead(c, columns int, x, w float32) {
	t := r.titles[c%r.needColumns]
	var lines []string
	if c < columns {
		head := r.g.model.Head(c)
		lines = append([]string{head.Code}, breakLines(head.Title, w-gridPad, captionSize(), fyne.TextStyle{})...)
	}
	line := lineHeight(captionSize())
	for i, text := range t.lines {
		visible(text, i < len(lines))
		if i >= len(lines) {
			continue
		}
		shown := lines[i]
		if i == gridLines && len(lines) > i+1 {
			shown = Ellipsis(shown+" "+lines[i+1], w-gridPad, captionSize(), fyne.TextStyle{})
		}
		ink := color.Color(Secondary)
		style := fyne.TextStyle{Bold: i == 0}
		if i > 0 || c == r.g.column && r.g.focused {
			ink = TextColor
		}
		setText(text, shown, captionSize(), style, ink, fyne.TextAlignTrailing)
		place(text, x+2, 4+line*float32(i+1)+2, w-gridPad, line)
	}
}

// drawGroups writes the name of each group over the first of its columns in view.
func (r *gridRenderer) drawGroups(first, columns int) {
	g := r.g
	colW := g.columnW()
	used, line := 0, lineHeight(captionSize())
	for c := first; c < min(first+r.needColumns, columns); {
		name, end := g.model.Head(c).Group, c+1
		for end < columns && end < first+r.needColumns && g.model.Head(end).Group == name {
			end++
		}
		x := max(float32(float64(c)*colW-g.left), 0)
		room := float32(float64(end)*colW-g.left) - x - 2*gridPad
		text := r.groups[used]
		style := fyne.TextStyle{Bold: true}
		setText(text, Ellipsis(name, max(room, 0), captionSize(), style), captionSize(), style, Accent, fyne.TextAlignLeading)
		place(text, x+gridPad, 3, max(room, 0), line)
		visible(text, room > 0)
		used++
		c = end
	}
	for ; used < len(r.groups); used++ {
		visible(r.groups[used], false)
	}
}

func (r *gridRenderer) drawSelection(w, h float32) {
	g := r.g
	rows, columns := g.model.Size()
	at := func(row, column int) (float32, float32) {
		return float32(float64(column)*g.columnW() - g.left), float32(float64(row)*g.rowH() - g.top)
	}
	some := rows > 0 && columns > 0
	row, column, lastRow, lastColumn := g.Selection()
	many := some && (row != lastRow || column != lastColumn)
	visible(r.chosen, many)
	if many {
		x, y := at(row, column)
		place(r.chosen, x, y, float32(lastColumn-column+1)*w, float32(lastRow-row+1)*h)
	}
	x, y := at(g.row, g.column)
	visible(r.cursor, some)
	stroke := color.Color(Disabled)
	if g.focused {
		stroke = Accent
	}
	setFill(r.cursor, noColor, stroke, 2)
	place(r.cursor, x, y, w-1, h-1)
	visible(r.editor, g.editing)
	visible(r.typed, g.editing)
	visible(r.caret, g.editing)
	if !g.editing {
		return
	}
	edge := Accent
	if g.wrong {
		edge = Late
	}
	text := string(g.typed)
	full := measure(text, textSize(), fyne.TextStyle{}).Width
	grow := max(full+2*gridPad+4-w, 0) // a long text lies over the cells at the left
	setFill(r.editor, Surface, edge, 2)
	place(r.editor, x-grow, y, w-1+grow, h-1)
	setText(r.typed, text, textSize(), fyne.TextStyle{}, TextColor, fyne.TextAlignTrailing)
	place(r.typed, x-grow+gridPad, y+3, w+grow-2*gridPad, lineHeight(textSize()))
	after := measure(string(g.typed[g.caret:]), textSize(), fyne.TextStyle{}).Width
	place(r.caret, x+w-gridPad-after, y+5, 1.5, h-10)
}

func (r *gridRenderer) drawBars() {
	g := r.g
	x, y, w, h := g.body()
	all, view := g.extentDown()
	visible(r.down, all > view)
	if all > view {
		length := max(float32(view/all)*h, 28)
		place(r.down, x+w+4, y+float32(g.top/(all-view))*(h-length), 5, length)
	}
	all, view = g.extentAcross()
	visible(r.across, all > view)
	if all > view {
		length := max(float32(view/all)*w, 28)
		place(r.across, x+float32(g.left/(all-view))*(w-length), y+h+g.totalH()+4, length, 5)
	}
}

// Refresh is Fyne's hook to draw anew.
func (r *gridRenderer) Refresh() {
	r.Layout(r.g.Size())
	canvas.Refresh(r.g)
}

// MinSize is Fyne's hook.
func (r *gridRenderer) MinSize() fyne.Size { return r.g.MinSize() }

// Objects is Fyne's hook.
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is Fyne's hook.
func (r *gridRenderer) Destroy() {}
