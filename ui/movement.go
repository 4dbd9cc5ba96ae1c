package ui

import (
	"context"
	"strconv"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// movementScreen is Phong trào: a leaf for each sort of record, with its list at the left and the record at the right.
type movementScreen struct {
	*shell
	leaves []movementLeaf
	tabs   *kit.Tabs
	create *kit.Action
}

// movementLeaf is one leaf of the screen.
type movementLeaf interface {
	title() string
	object() fyne.CanvasObject
	reload()
	commands() commands
	// createText names the act that adds a record, "" when there is none.
	createText() string
	// narrow takes the unit of a record that is to be shown, 0 for all.
	narrow(unit kit.Option)
}

func newMovementScreen(s *shell) *movementScreen {
	m := &movementScreen{shell: s}
	m.leaves = []movementLeaf{
		m.models(), m.activities(), m.meetings(), m.news(), m.proposals(), m.coordinations(), m.unitAwards(), m.goodExamples(), m.unitRatings(), m.tasks(), m.receivedPapers(),
	}
	return m
}

func (m *movementScreen) content() fyne.CanvasObject {
	m.create = kit.NewAction("", "Ctrl+N", func() {
		if run := m.leaf().commands().create; run != nil {
			run()
		}
	}).Primary()
	tabs := make([]kit.Tab, len(m.leaves))
	for i, l := range m.leaves {
		tabs[i] = kit.Tab{Label: l.title(), Content: func() fyne.CanvasObject {
			o := l.object()
			l.reload()
			return o
		}}
	}
	m.tabs = kit.NewTabs(tabs)
	m.tabs.OnChanged = func(int) { m.turned() }
	m.turned()
	return page("Phong trào", spacer(), []fyne.CanvasObject{spacer(), m.create}, m.tabs)
}

func (m *movementScreen) leaf() movementLeaf { return m.leaves[m.tabs.Selected()] }

func (m *movementScreen) turned() {
	text := m.leaf().createText()
	m.create.SetText(text)
	if text == "" {
		m.create.Hide()
	} else {
		m.create.Show()
	}
	relayout(m.create)
}

func (m *movementScreen) commands() commands { return m.leaf().commands() }

func (m *movementScreen) concerned(c data.Changes) bool {
	return c.Any(data.KindModelKind, data.KindModel, data.KindPair, data.KindModelReview, data.KindActivity, data.KindMeeting, data.KindNewsItem, data.KindProposal,
		data.KindCoordination, data.KindEmulationTitle, data.KindUnitAward, data.KindGoodExample, data.KindUnitRating, data.KindRatingScheme, data.KindRatingLevel,
		data.KindRatingCriterion, data.KindPlanTask, data.KindTaskReport, data.KindReceivedPaper, data.KindUnitState, data.KindReorganisation)
}

// refresh reads again the leaves that were shown.
func (m *movementScreen) refresh() {
	for _, l := range m.leaves {
		l.reload()
	}
}

// recordLeaf is a leaf whose list comes in pages.
type recordLeaf[R any] struct {
	*movementScreen
	name    string // of the leaf
	what    string // one record, in small letters: "mô hình"
	columns []kit.Column[R]
	key     func(R) string
	list    func(context.Context, data.MovementQuery) ([]R, int, error)
	record  func(R) fyne.CanvasObject
	edit    func(R) // of the zero value adds one
	remove  func(R) (what string, do func(context.Context) error)
	// kinds offers the values of the filter under caption; allYears begins with all years instead of the one in view; holds offers to
	// keep what holds on the day.
	caption  string
	kinds    func(context.Context) ([]kit.Option, error)
	allYears bool
	holds    bool
	noUnit   bool // the list is not by unit
	more     func(*kit.DataTable[R]) []fyne.CanvasObject

	table   *kit.DataTable[R]
	card    *kit.Card
	count   *kit.Text
	words   *kit.Entry
	typing  pause
	unit    *kit.Picker
	year    *kit.Choice
	kind    *kit.Choice
	running *kit.Choice
	query   atomic.Pointer[data.MovementQuery]

	latestKinds int
}

func (l *recordLeaf[R]) title() string      { return l.name }
func (l *recordLeaf[R]) createText() string { return "+ " + vietnamese.UpperFirst(l.what) }

func (l *recordLeaf[R]) object() fyne.CanvasObject {
	l.count = kit.Caption("")
	l.table = kit.NewDataTable(l.columns, l.key, func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[R], error) {
		q := *l.query.Load()
		q.Offset, q.Limit = offset, limit
		rows, matching, err := l.list(ctx, q)
		return kit.Page[R]{Rows: rows, Matching: matching, Total: matching}, err
	})
	l.table.SetRunner(l.background)
	l.table.OnError = l.fail
	l.table.OnSelected = l.show
	l.table.OnOpened = func(r R) { l.edit(r) }
	l.table.OnCount = func(matching, _ int, _ bool) {
		l.count.SetText(kit.Number(matching) + " " + l.what)
		relayout(l.count)
	}
	add := func() {
		var none R
		l.edit(none)
	}
	l.table.SetEmpty("Chưa ghi "+l.what+" nào khớp điều kiện lọc.", kit.NewAction(l.createText(), "", add))
	l.card = kit.NewCard(l.nothing(), 14)
	var filters []fyne.CanvasObject
	if !l.noUnit {
		l.words = kit.NewEntry()
		l.words.SetPlaceHolder("Tìm chữ, không cần dấu…")
		l.words.OnChanged = func(string) { l.after(&l.typing, filterPause, l.search) }
		l.words.OnSubmitted = func(string) { l.table.Focus() }
		filters = append(filters, fixed(190, l.words))
		l.unit = l.newPicker("Đơn vị: tất cả", l.searchUnits)
		l.unit.OnChanged = func(kit.Option) { l.search() }
		filters = append(filters, fixed(220, l.unit))
	}
	l.year = kit.NewChip("Năm", l.years(), func(string) { l.search() })
	l.year.SetID("0")
	if !l.allYears {
		l.year.SetID(strconv.Itoa(l.on.Year))
	}
	filters = append(filters, l.year)
	if l.kinds != nil {
		l.kind = kit.NewChip(l.caption, []kit.Option{{Label: "Tất cả"}}, func(string) { l.search() })
		l.kind.SetID("")
		filters = append(filters, l.kind)
	}
	if l.holds {
		l.running = kit.NewChip("Tình trạng", []kit.Option{{ID: "running", Label: "Đang hoạt động"}, {ID: "", Label: "Tất cả"}}, func(string) { l.search() })
		l.running.SetID("running")
		filters = append(filters, l.running)
	}
	if l.more != nil {
		filters = append(filters, l.more(l.table)...)
	}
	filters = append(filters, tall(30, line(-1, l.count)))
	return padded(below(kit.Gap, 1, flow(filters...), columns([]float32{0, 404}, kit.NewCard(l.table, 1), l.card)), 10, 0, 0, 0)
}

func (l *recordLeaf[R]) nothing() fyne.CanvasObject {
	return kit.NewEmpty("Chọn một dòng trong danh sách để xem.", nil)
}

// years offers the years since the plan.
func (l *recordLeaf[R]) years() []kit.Option {
	options := []kit.Option{{ID: "0", Label: "Tất cả"}}
	for y := l.on.Year + 1; y >= 2022; y-- {
		options = append(options, kit.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	return options
}

// search reads the list anew as the filters say.
func (l *recordLeaf[R]) search() {
	q := data.MovementQuery{On: l.on, Unit: l.shell.unit, Year: int(number(l.year.ID()))}
	if l.unit != nil && l.unit.ID() != "" {
		q.Unit = number(l.unit.ID())
	}
	if l.kind != nil {
		q.Kind = l.kind.ID()
	}
	if l.words != nil {
		q.Text = l.words.Text
	}
	q.Running = l.running != nil && l.running.ID() != ""
	l.query.Store(&q)
	l.table.Reload()
	if r, ok := l.table.Selected(); ok {
		l.show(r)
	}
}

func (l *recordLeaf[R]) reload() {
	if l.table == nil {
		return
	}
	if l.kinds != nil {
		load(l.shell, &l.latestKinds, l.kinds, func(options []kit.Option) {
			chosen := l.kind.ID()
			l.kind.SetOptions(append([]kit.Option{{Label: "Tất cả"}}, options...))
			l.kind.SetID(chosen)
			relayout(l.kind)
		})
	}
	l.search()
}

func (l *recordLeaf[R]) narrow(unit kit.Option) {
	if l.unit != nil {
		l.words.SetText("")
		l.unit.SetOption(unit)
		l.search()
	}
}

// show draws the record at the right under its acts.
func (l *recordLeaf[R]) show(r R) {
	actions := line(-1, kit.NewAction("Sửa…", "F2", func() { l.edit(r) }), kit.NewAction("Xóa…", "", func() { l.ask(r) }))
	l.card.SetContent(below(10, 1, actions, l.record(r)))
}

func (l *recordLeaf[R]) ask(r R) {
	what, remove := l.remove(r)
	kit.Ask(l.win, "Xóa "+l.what, "Xóa “"+what+"”?", "Xóa", "Để nguyên", func() {
		l.do(remove, func(err error) {
			l.fail(err)
			if err == nil {
				l.table.ClearSelection()
				l.card.SetContent(l.nothing())
			}
		})
	})
}

func (l *recordLeaf[R]) commands() commands {
	return commands{
		create: func() {
			var none R
			l.edit(none)
		},
		edit: chosenIn(l.table, l.edit),
		find: func() {
			if l.words != nil {
				l.win.Canvas().Focus(l.words)
			} else {
				l.table.Focus()
			}
		},
	}
}

// removing is how a leaf removes a record that nothing hangs on.
func (s *shell) removing(what string, r data.Record) func(context.Context) error {
	return func(ctx context.Context) error { return s.office.RemoveSub(ctx, "Xóa "+what, r) }
}

// openMovement shows the leaf with a title, narrowed down to a unit.
func (s *shell) openMovement(title string, unit kit.Option) {
	s.show(screenMovement)
	m := s.screens[screenMovement].(*movementScreen)
	for i, l := range m.leaves {
		if l.title() == title {
			m.tabs.Select(i)
			m.turned()
			l.narrow(unit)
		}
	}
}

// onUnit gives a leaf its list from a page of records with their units.
func onUnit[R any](list func(context.Context, data.MovementQuery) (app.OfUnitPage[R], error)) func(context.Context, data.MovementQuery) ([]app.OfUnit[R], int, error) {
	return func(ctx context.Context, q data.MovementQuery) ([]app.OfUnit[R], int, error) {
		page, err := list(ctx, q)
		return page.Rows, page.Matching, err
	}
}

// unitColumn is the column of the unit in lists of the movement.
func unitColumn[R any]() kit.Column[app.OfUnit[R]] {
	return kit.Column[app.OfUnit[R]]{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 2, Cell: func(r app.OfUnit[R]) kit.Cell { return unitCell(r.UnitLine(), r.Ended) }}
}

func unitCell(line string, ended bool) kit.Cell {
	c := kit.Cell{Text: line}
	if ended {
		c.Tone = kit.ToneQuiet
	}
	return c
}
