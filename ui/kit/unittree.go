package kit

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Node is one place in a tree.
type Node struct {
	ID, ParentID string
	Text         string
	Tag          string
	TagTone      Tone
	Right        string // at the right end, such as counts
	Warning      string // before it, in the colour of what is late
	HasChildren  bool
}

// UnitTree shows a tree whose branches are read when they are first opened. The arrow keys move and select,
// Right opens, Left closes or goes up. It flattens what is open into the same list as the table's, since
// Fyne's Tree walks all open nodes for each frame and highlights before it selects.
type UnitTree struct {
	widget.BaseWidget

	// OnSelected is told the node that the user moved to, OnOpened the one double clicked or entered.
	OnSelected func(id string)
	OnOpened   func(id string)
	// OnError is told why children could not be read.
	OnError func(error)

	load func(ctx context.Context, parentID string) ([]Node, error)
	run  func(func())
	list *rows

	all        forest
	filtered   *forest
	open       map[string]bool
	loading    map[string]bool
	generation int
	flat       []flatNode
	selected   string
	empty      fyne.CanvasObject
	holder     *fyne.Container
}

// forest is nodes by id and the order of their children.
type forest struct {
	nodes    map[string]Node
	children map[string][]string
}

func newForest() forest {
	return forest{nodes: map[string]Node{}, children: map[string][]string{}}
}

func (f forest) put(parent string, nodes []Node) {
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = n.ID
		f.nodes[n.ID] = n
	}
	f.children[parent] = ids
}

type flatNode struct {
	id      string
	depth   int
	pending bool // stands for children on their way
}

// NewUnitTree returns a tree that is empty until Reload is called. load answers for the children of a node,
// of "" for the roots, outside the window's goroutine.
func NewUnitTree(load func(ctx context.Context, parentID string) ([]Node, error)) *UnitTree {
	t := &UnitTree{load: load, run: func(f func()) { go f() }, all: newForest(), open: map[string]bool{}, loading: map[string]bool{}}
	t.list = newRows(func() rowView { return newTreeRow(t) })
	t.list.inset = 0.5
	t.list.minRows, t.list.minWidth = 5, 160
	t.list.selectable = func(i int) bool { return !t.flat[i].pending }
	t.list.onSelected = func(i int) {
		t.selected = t.flat[i].id
		if t.OnSelected != nil {
			t.OnSelected(t.selected)
		}
	}
	t.list.onOpened = func(i int) {
		id := t.flat[i].id
		if t.OnOpened != nil {
			t.OnOpened(id)
		} else {
			t.toggle(id)
		}
	}
	t.list.onPressed = func(i int, x float32) bool {
		n := t.flat[i]
		if n.pending || !t.isBranch(n.id) || x > treeIndent(n.depth)+treeArrow()+4 {
			return false
		}
		t.toggle(n.id)
		return true
	}
	t.list.onKey = t.key
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
func (t *UnitTree) SetRunner(run func(func())) { t.run = run }

// SetEmpty tells what a tree without nodes says.
func (t *UnitTree) SetEmpty(text string, action *Action) {
	t.empty = NewEmpty(text, action)
	t.holder.Objects = []fyne.CanvasObject{t.empty}
}

// Focus gives the keyboard to the tree.
func (t *UnitTree) Focus() { focusOn(t.list) }

// Selected returns the id of the selected node, "" when there is none.
func (t *UnitTree) Selected() string { return t.selected }

// Reload reads again the roots and the children of every open branch, and shows them all at once, so that open
// branches, the selection and the place in the list stay.
func (t *UnitTree) Reload() {
	t.generation++
	t.loading = map[string]bool{}
	parents := []string{""}
	var walk func(string)
	walk = func(parent string) {
		for _, id := range t.all.children[parent] {
			if t.open[id] {
				parents = append(parents, id)
				walk(id)
			}
		}
	}
	walk("")
	t.read(parents, nil)
}

// read loads the children of parents in the background and adds them; without base to a new forest.
func (t *UnitTree) read(parents []string, then func()) {
	generation := t.generation
	fresh := parents[0] == ""
	t.run(func() {
		got := make([][]Node, len(parents))
		var err error
		for i, parent := range parents {
			if got[i], err = t.load(context.Background(), parent); err != nil {
				break
			}
		}
		fyne.Do(func() {
			if generation != t.generation {
				return // superseded
			}
			for _, parent := range parents {
				delete(t.loading, parent)
			}
			if err != nil {
				if !fresh {
					for _, parent := range parents {
						delete(t.open, parent)
					}
					t.show()
				}
				if t.OnError != nil {
					t.OnError(err)
				}
				return
			}
			if fresh {
				t.all = newForest()
			}
			for i, parent := range parents {
				t.all.put(parent, got[i])
			}
			if then != nil {
				then()
			}
			t.show()
		})
	})
}

// Expand opens a branch, reading its children when they are not known yet.
func (t *UnitTree) Expand(id string) {
	if t.filtered != nil || t.open[id] {
		return
	}
	t.open[id] = true
	if _, known := t.all.children[id]; !known && !t.loading[id] {
		t.loading[id] = true
		t.show() // says that something is on its way
		t.read([]string{id}, nil)
		return
	}
	t.show()
}

func (t *UnitTree) collapse(id string) {
	if t.filtered != nil {
		return
	}
	delete(t.open, id)
	t.show()
}

func (t *UnitTree) toggle(id string) {
	if t.open[id] {
		t.collapse(id)
	} else if t.isBranch(id) {
		t.Expand(id)
	}
}

// Select selects a node and brings it into view. path holds its ancestors, top first; those that are not open
// are opened. Nobody is told, since the user did not do it.
func (t *UnitTree) Select(id string, path []string) {
	t.selected = id
	var unknown []string
	for _, p := range path {
		t.open[p] = true
		if _, known := t.all.children[p]; !known {
			unknown = append(unknown, p)
		}
	}
	if _, known := t.all.children[""]; !known {
		unknown = append([]string{""}, unknown...)
	}
	if len(unknown) == 0 {
		t.show()
		t.reveal()
		return
	}
	t.read(unknown, func() { t.show(); t.reveal() })
}

func (t *UnitTree) reveal() {
	if t.list.selected >= 0 {
		t.list.mark(t.list.selected, true)
	}
}

// Filter shows only the given nodes, all open. Their ancestors must be among them.
func (t *UnitTree) Filter(nodes []Node) {
	f := newForest()
	for _, n := range nodes {
		f.nodes[n.ID] = n
	}
	for _, n := range nodes {
		parent := n.ParentID
		if _, ok := f.nodes[parent]; !ok {
			parent = ""
		}
		f.children[parent] = append(f.children[parent], n.ID)
	}
	t.filtered = &f
	t.list.top = 0
	t.show()
}

// ClearFilter shows the whole tree again, as it was, with the selected node in view.
func (t *UnitTree) ClearFilter() {
	if t.filtered == nil {
		return
	}
	t.filtered = nil
	t.show()
	t.reveal()
}

func (t *UnitTree) shown() forest {
	if t.filtered != nil {
		return *t.filtered
	}
	return t.all
}

func (t *UnitTree) isBranch(id string) bool {
	if t.filtered != nil {
		return len(t.filtered.children[id]) > 0
	}
	return t.all.nodes[id].HasChildren
}

func (t *UnitTree) isOpen(id string) bool {
	return t.filtered != nil && len(t.filtered.children[id]) > 0 || t.filtered == nil && t.open[id]
}

// show flattens what is open.
func (t *UnitTree) show() {
	f := t.shown()
	flat := t.flat[:0]
	selected := -1
	var missing []string
	var walk func(parent string, depth int)
	walk = func(parent string, depth int) {
		for _, id := range f.children[parent] {
			if id == t.selected {
				selected = len(flat)
			}
			flat = append(flat, flatNode{id: id, depth: depth})
			if !t.isOpen(id) {
				continue
			}
			if _, known := f.children[id]; !known {
				missing = append(missing, id)
				flat = append(flat, flatNode{id: id, depth: depth + 1, pending: true})
				continue
			}
			walk(id, depth+1)
		}
	}
	walk("", 0)
	t.flat = flat
	if _, answered := f.children[""]; len(flat) == 0 && (answered || t.filtered != nil) && t.empty != nil {
		t.holder.Show()
	} else {
		t.holder.Hide()
	}
	t.list.selected = selected
	t.list.setCount(len(flat))
	// A reload that was asked for before a branch was opened answers without its children.
	missing = slices.DeleteFunc(missing, func(id string) bool { return t.loading[id] })
	if len(missing) == 0 {
		return
	}
	for _, id := range missing {
		t.loading[id] = true
	}
	t.read(missing, nil)
}

func (t *UnitTree) key(e *fyne.KeyEvent) bool {
	i := t.list.selected
	if i < 0 || i >= len(t.flat) {
		return false
	}
	id := t.flat[i].id
	switch e.Name {
	case fyne.KeyRight:
		if t.isBranch(id) && !t.isOpen(id) {
			t.Expand(id)
		} else if t.isOpen(id) && i+1 < len(t.flat) && t.flat[i+1].depth > t.flat[i].depth {
			t.list.choose(i + 1)
		}
	case fyne.KeyLeft:
		if t.isOpen(id) && t.filtered == nil {
			t.collapse(id)
			return true
		}
		for p := i - 1; p >= 0; p-- {
			if t.flat[p].depth < t.flat[i].depth {
				t.list.choose(p)
				break
			}
		}
	case fyne.KeySpace:
		t.toggle(id)
	default:
		return false
	}
	return true
}

// CreateRenderer is Fyne's hook to draw the widget.
func (t *UnitTree) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return widget.NewSimpleRenderer(newSized(func(size fyne.Size) {
		place(t.list, 0, 0, size.Width, size.Height)
		place(t.holder, 0, 0, size.Width, size.Height)
	}, func() fyne.Size { return t.list.MinSize() }, t.list, t.holder))
}

func (t *UnitTree) inner() []fyne.CanvasObject { return []fyne.CanvasObject{t.list} }

func treeArrow() float32 { return 18 * TextScale() }

func treeIndent(depth int) float32 { return 4 + 18*TextScale()*float32(depth) }

type treeRow struct {
	t     *UnitTree
	box   *fyne.Container
	open  *canvas.Image
	shut  *canvas.Image
	text  *canvas.Text
	right *canvas.Text
	warn  *canvas.Text
	tag   *tableCell
}

func newTreeRow(t *UnitTree) *treeRow {
	r := &treeRow{t: t, open: newMark("mo", Secondary), shut: newMark("dong", Secondary), text: canvas.NewText("", TextColor), right: canvas.NewText("", Secondary), warn: canvas.NewText("", Secondary), tag: newTableCell()}
	r.box = &fyne.Container{Objects: []fyne.CanvasObject{r.open, r.shut, r.text, r.tag.ground, r.tag.text, r.warn, r.right}}
	return r
}

func (r *treeRow) object() fyne.CanvasObject { return r.box }

func (r *treeRow) draw(i int, selected bool, size fyne.Size) {
	flat := r.t.flat[i]
	x := treeIndent(flat.depth)
	line := lineHeight(textSize())
	y := (size.Height - line) / 2
	r.tag.draw(Cell{}, false, 0, 0, 0)
	r.open.Hide()
	r.shut.Hide()
	if flat.pending {
		r.right.Hide()
		r.warn.Hide()
		setText(r.text, "đang tải…", captionSize(), fyne.TextStyle{Italic: true}, Secondary, fyne.TextAlignLeading)
		place(r.text, x+treeArrow()+2, (size.Height-lineHeight(captionSize()))/2, size.Width, lineHeight(captionSize()))
		return
	}
	n := r.t.shown().nodes[flat.id]
	if r.t.isBranch(n.ID) {
		arrow := r.shut
		if r.t.isOpen(n.ID) {
			arrow = r.open
		}
		side := markSize()
		place(arrow, x+(treeArrow()-side)/2, (size.Height-side)/2, side, side)
		arrow.Show()
	}

	end := size.Width - barRoom
	captionLine := lineHeight(captionSize())
	style := fyne.TextStyle{Bold: selected}
	atEnd := func(o *canvas.Text, text string, tone Tone) {
		if text == "" {
			o.Hide()
			return
		}
		width := measure(text, captionSize(), style).Width
		setText(o, text, captionSize(), style, tone.Ink(), fyne.TextAlignTrailing)
		place(o, end-width, (size.Height-captionLine)/2, width, captionLine)
		o.Show()
		end -= width + 8
	}
	atEnd(r.right, n.Right, ToneQuiet)
	atEnd(r.warn, n.Warning, ToneLate)
	x += treeArrow() + 2
	room := max(end-x, 0)
	if n.Tag != "" {
		// The name matters more than the tag: the tag takes what the name leaves, and goes when that is too little.
		nameWidth := min(measure(n.Text, textSize(), style).Width, room)
		tag := min(tagWidth(n.Tag), room-nameWidth-7)
		if tag < min(tagWidth(n.Tag), 56*TextScale()) {
			tag = min(tagWidth(n.Tag), 56*TextScale(), room/2)
			nameWidth = room - tag - 7
		}
		r.tag.ground.Show()
		r.tag.text.Show()
		drawTag(r.tag.ground, r.tag.text, Cell{Text: n.Tag, Tone: n.TagTone}, x+nameWidth+7, (size.Height-tagHeight())/2, tag)
		room = nameWidth
	}
	setText(r.text, Ellipsis(n.Text, room, textSize(), style), textSize(), style, TextColor, fyne.TextAlignLeading)
	place(r.text, x, y, room, line)
}

func (r *treeRow) tip(i int, _ float32) string {
	if n := r.t.shown().nodes[r.t.flat[i].id]; !r.t.flat[i].pending {
		return cutText(r.text, n.Text)
	}
	return ""
}
