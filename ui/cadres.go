package ui

import (
	"context"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// cadresScreen is Cán bộ: the table of all cadres at the left, the record at the right.
type cadresScreen struct {
	*shell
	table                           *kit.DataTable[app.CadreRow]
	filter                          *kit.Entry
	count                           *kit.Text
	unitPick                        *kit.Picker
	position                        *kit.Choice
	party                           *kit.Choice
	serving                         *kit.Choice
	addCondition, savedFilters, out *kit.Action
	filters                         *fyne.Container
	further                         data.CadreQuery // the conditions without an input of their own
	filling                         bool            // the inputs are being set, which must not search
	picked                          *kit.Text       // how many are ticked
	pageActs, pickedActs            []fyne.CanvasObject
	matching                        int // of the list, or more of them
	matchingMore                    bool
	card                            *kit.Card
	cadre                           int64
	tab                             int
	file                            app.CadreFile
	revealed                        int64                           // the cadre whose sensitive data are shown
	query                           atomic.Pointer[data.CadreQuery] // as the filters say; the table reads it in the background

	latestFile, latestPositions, latestConditions, latestFilters int
}

func newCadresScreen(s *shell) *cadresScreen { return &cadresScreen{shell: s} }

// cadreColumns are the columns of a list of cadres.
func cadreColumns() []kit.Column[app.CadreRow] {
	return []kit.Column[app.CadreRow]{
		{ID: string(data.SortByName), Title: "Họ và tên", Width: 176, Grow: 1, Sortable: true, Cell: func(r app.CadreRow) kit.Cell { return kit.Cell{Text: r.Name} }},
		{ID: string(data.SortByBirth), Title: "Sinh", Width: 100, Sortable: true, Cell: func(r app.CadreRow) kit.Cell { return kit.Cell{Text: r.Birth.String()} }},
		{ID: string(data.SortByPosition), Title: "Chức danh", Width: 112, Grow: 1, Sortable: true, Cell: func(r app.CadreRow) kit.Cell {
			if r.Position == "" {
				return kit.Cell{Text: "chưa có chức danh", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: r.Position}
		}},
		{ID: string(data.SortByUnit), Title: "Đơn vị", Width: 180, Grow: 4, Sortable: true, Cell: func(r app.CadreRow) kit.Cell { return kit.Cell{Text: r.Unit} }},
		{ID: string(data.SortByParty), Title: "Vào Đảng", Width: 98, Sortable: true, Cell: func(r app.CadreRow) kit.Cell {
			switch {
			case r.Joined.IsZero():
				return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
			case !r.Official:
				return kit.Cell{Text: "dự bị " + r.Joined.String(), Tone: kit.ToneCare, Tag: true}
			}
			return kit.Cell{Text: r.Joined.String()}
		}},
	}
}

// cadreSource reads pages of cadres; query is called in the background.
func (s *shell) cadreSource(query func() data.CadreQuery) kit.Source[app.CadreRow] {
	return func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.CadreRow], error) {
		q := query()
		q.Sort, q.Descending, q.Offset, q.Limit = data.CadreSort(sort.Column), sort.Descending, offset, limit
		page, err := s.office.Cadres(ctx, q)
		return kit.Page[app.CadreRow]{Rows: page.Rows, Matching: page.Matching, Total: page.Total, MatchingAtLeast: page.AtLeast}, err
	}
}

func (c *cadresScreen) content() fyne.CanvasObject {
	filters := c.filterBar()
	c.count = kit.Caption("")

	c.query.Store(&data.CadreQuery{On: c.on})
	c.table = kit.NewDataTable(c.columns(), func(r app.CadreRow) string { return text(r.ID) }, c.cadreSource(func() data.CadreQuery { return *c.query.Load() }))
	c.table.SetRunner(c.background)
	c.table.OnError = c.fail
	c.table.AllowTicks(c.showPicked)
	c.table.OnCount = func(matching, total int, atLeast bool) {
		c.matching, c.matchingMore = matching, atLeast
		if c.table.Ticked().All {
			c.showPicked()
		}
		c.count.SetText(kit.CountSentence(matching, total, atLeast, "người"))
		relayout(c.count)
	}
	c.table.OnSelected = func(r app.CadreRow) { c.showCadre(r.ID) }
	c.table.OnOpened = func(r app.CadreRow) { c.editCadre() }
	c.table.SetEmpty("Không có cán bộ nào khớp điều kiện lọc.", kit.NewAction("+ Cán bộ", "", c.newCadre))
	c.card = kit.NewCard(kit.NewEmpty("Chọn một cán bộ trong danh sách để xem hồ sơ.", nil), 14)

	left := kit.NewCard(c.table, 1)
	body := below(kit.Gap, 1, filters, columns([]float32{0, 404}, left, c.card))
	c.pageActs = c.pageActions()
	c.pickedActs = c.selectionBar()
	c.loadPositions()
	return page("Cán bộ", c.count, slices.Concat(c.pageActs, c.pickedActs), body)
}

func (c *cadresScreen) commands() commands {
	return commands{create: c.newCadre, edit: c.editCadre, find: func() { c.win.Canvas().Focus(c.filter) }, print: c.printList}
}

func (c *cadresScreen) concerned(ch data.Changes) bool {
	return ch.Any(data.KindCadre, data.KindAppointment, data.KindUnitState, data.KindPosition, data.KindPartyStep, data.KindCadreRating,
		data.KindCourse, data.KindAttendance, data.KindAllowance, data.KindCadreAward, data.KindDiscipline, data.KindSuccession, data.KindCadrePhoto)
}

func (c *cadresScreen) refresh() {
	c.search()
	if c.cadre != 0 {
		c.showCadre(c.cadre)
	}
}

// search reads the list anew as the filters say.
func (c *cadresScreen) search() {
	if c.filling {
		return
	}
	q := c.filterQuery()
	if q.Unit == 0 {
		q.Unit = c.shell.unit
	}
	if !sameList(q, *c.query.Swap(&q)) {
		c.table.ClearTicks() // they were ticked in another list
	}
	c.table.SetColumns(c.columns()) // the year of the rating follows the day
	c.table.Reload()
}

// sameList tells whether two queries ask for the same cadres.
func sameList(a, b data.CadreQuery) bool {
	if (a.Party == nil) != (b.Party == nil) || (a.Party != nil && *a.Party != *b.Party) {
		return false
	}
	a.Party, b.Party = nil, nil
	return a == b
}

func (c *cadresScreen) loadPositions() {
	load(c.shell, &c.latestPositions, func(ctx context.Context) ([]data.Position, error) { return c.office.Positions(ctx, "") }, func(all []data.Position) {
		options := []kit.Option{{ID: "0", Label: "Tất cả"}}
		for _, p := range all {
			options = append(options, kit.Option{ID: text(p.ID), Label: p.Name, Detail: app.LevelName(p.Level)})
		}
		c.position.SetOptions(options)
	})
}

func (s *shell) searchUnits(ctx context.Context, typed string) ([]kit.Option, error) {
	units, err := s.office.SearchUnits(ctx, s.dayInView(), typed, nil, 12)
	options := make([]kit.Option, len(units))
	for i, u := range units {
		options[i] = unitOption(u)
	}
	return options, err
}

func unitOption(u app.UnitMatch) kit.Option {
	return kit.Option{ID: text(u.ID), Label: u.Label(), Detail: u.Above}
}

// openCadre shows a record that was found elsewhere.
func (c *cadresScreen) openCadre(id int64) {
	c.table.Select(text(id))
	c.showCadre(id)
}

func (c *cadresScreen) showCadre(id int64) {
	if id != c.cadre {
		c.revealed = 0
	}
	c.cadre = id
	load(c.shell, &c.latestFile, func(ctx context.Context) (*app.CadreFile, error) {
		file, err := c.office.CadreFile(ctx, id)
		if app.IsNotFound(err) {
			return nil, nil
		}
		return &file, err
	}, func(f *app.CadreFile) {
		if f == nil {
			c.cadre = 0
			c.card.SetContent(kit.NewEmpty("Chọn một cán bộ trong danh sách để xem hồ sơ.", nil))
			return
		}
		c.file = *f
		c.card.SetContent(c.record(*f))
	})
}

func (c *cadresScreen) printList() {
	unit := c.query.Load().Unit
	on, latest := c.on, 0
	load(c.shell, &latest, func(ctx context.Context) (data.UnitOn, error) {
		if unit == 0 {
			return c.office.Province(ctx, on)
		}
		page, err := c.office.UnitPage(ctx, on, unit)
		return page.Unit, err
	}, func(u data.UnitOn) {
		c.show(screenPapers)
		c.screens[screenPapers].(*papersScreen).chooseCadreList(u)
	})
}
