package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// unitsScreen is Tổ chức: the tree at the left, the unit at the right.
type unitsScreen struct {
	*shell
	tree   *kit.UnitTree
	filter *kit.Entry
	remark *kit.Text
	card   *kit.Card
	unit   int64  // the one shown
	tab    string // the leaf in view
	page   app.UnitPage
	// arrange opens the menu of reorganisations.
	arrange *kit.Action

	latestPage, latestFilter, latestOpen int
}

// The leaves of the unit's page. Not every unit has all of them, so they go by name.
const (
	unitAbout      = "thong-tin"
	unitPeople     = "can-bo"
	unitCommittees = "ban-chap-hanh"
	unitParty      = "phat-trien-dang"
	unitWork       = "phu-trach"
	unitVisits     = "kiem-tra"
	unitFigures    = "so-lieu"
	unitPapers     = "van-ban"
	unitLife       = "lich-su"
)

func newUnitsScreen(s *shell) *unitsScreen { return &unitsScreen{shell: s} }

func (u *unitsScreen) content() fyne.CanvasObject {
	u.tree = kit.NewUnitTree(u.children)
	u.tree.SetRunner(u.background)
	u.tree.OnSelected = func(id string) { u.showUnit(number(id)) }
	u.tree.OnError = u.fail
	u.tree.SetEmpty("Chưa có đơn vị nào vào ngày này.", nil)
	u.filter = kit.NewEntry()
	u.filter.SetPlaceHolder("Lọc trong cây, không cần dấu…")
	u.filter.OnChanged = func(string) { u.applyFilter() }
	u.filter.OnSubmitted = func(string) { u.tree.Focus() }
	u.remark = kit.Caption("")
	u.card = kit.NewCard(kit.NewEmpty("Chọn một đơn vị trong cây để xem.", nil), 14)
	left := kit.NewCard(below(8, 2, u.filter, kit.Caption(treeLegend).Shrinking(), u.tree), 10)
	u.arrange = kit.NewAction("Sắp xếp tổ chức", "", u.showReorganise).Menu().Tip("Nhập, tách, đổi tên, chuyển, giải thể đơn vị từ một ngày, có xem trước")
	actions := []fyne.CanvasObject{
		kit.NewAction("In trích ngang", "Ctrl+P", u.printList).Tip("Danh sách trích ngang cán bộ của đơn vị đang chọn"),
		kit.NewAction("Sơ đồ", "", u.showOrgChart).Tip("Sơ đồ tổ chức của đơn vị và người giữ chức danh; xem, in, lưu PDF"),
		u.arrange,
		kit.NewAction("+ Đơn vị", "Ctrl+N", u.addUnit).Primary(),
	}
	return page("Tổ chức", u.remark, actions, columns([]float32{370, 0}, left, u.card))
}

func (u *unitsScreen) commands() commands {
	return commands{create: u.addUnit, edit: u.editUnit, find: func() { u.win.Canvas().Focus(u.filter) }, print: u.printList}
}

func (u *unitsScreen) concerned(c data.Changes) bool {
	return c.Any(data.KindUnit, data.KindUnitState, data.KindCadre, data.KindAppointment, data.KindVisit, data.KindVisitMember, data.KindReorganisation, data.KindUnitTerm, data.KindDocument,
		data.KindFigure, data.KindReturn, data.KindReturnPeriod)
}

func (u *unitsScreen) refresh() {
	u.tree.Reload()
	if u.filter.Text != "" {
		u.applyFilter()
	}
	u.sayRemark(false)
	switch {
	case u.shell.unit != 0 && u.unit != u.shell.unit && !u.below(u.shell.unit):
		u.openUnit(u.shell.unit)
	case u.unit == 0:
		u.openProvince()
	default:
		u.showUnit(u.unit)
	}
}

// sayRemark says beside the title what the tree does not show by itself.
func (u *unitsScreen) sayRemark(more bool) {
	remark := ""
	switch {
	case more:
		remark = "Có nhiều đơn vị khớp, chỉ hiện phần đầu; hãy gõ thêm"
	case u.on != u.today:
		remark = "Theo tổ chức ngày " + u.on.String()
	}
	u.remark.SetText(remark)
	relayout(u.remark)
}

// below tells whether the unit shown stands under another.
func (u *unitsScreen) below(id int64) bool {
	return u.page.Unit.ParentID == id || u.page.Parent.ParentID == id
}

// openProvince shows the top of the tree with its branch open.
func (u *unitsScreen) openProvince() {
	on := u.on
	load(u.shell, &u.latestOpen, func(ctx context.Context) ([]app.UnitRow, error) { return u.office.UnitRows(ctx, on, 0) }, func(rows []app.UnitRow) {
		if len(rows) == 0 {
			return
		}
		id := rows[0].ID
		u.tree.Expand(text(id))
		u.tree.Select(text(id), nil)
		u.showUnit(id)
	})
}

// openUnit brings a unit into view in the tree and shows it.
func (u *unitsScreen) openUnit(id int64) {
	on := u.on
	load(u.shell, &u.latestOpen, func(ctx context.Context) ([]int64, error) { return u.office.UnitPath(ctx, on, id) }, func(path []int64) {
		ids := make([]string, len(path))
		for i, p := range path {
			ids[i] = text(p)
		}
		if u.filter.Text != "" {
			u.filter.SetText("")
		}
		u.tree.Select(text(id), ids)
		u.showUnit(id)
	})
}

// children answers the tree.
func (u *unitsScreen) children(ctx context.Context, parent string) ([]kit.Node, error) {
	rows, err := u.office.UnitRows(ctx, u.dayInView(), number(parent))
	return unitNodes(rows), err
}

// unitNodes prepares rows for the tree.
func unitNodes(rows []app.UnitRow) []kit.Node {
	nodes := make([]kit.Node, len(rows))
	for i, r := range rows {
		n := kit.Node{ID: text(r.ID), Text: r.Label(), HasChildren: r.Children > 0}
		if r.ParentID != 0 {
			n.ParentID = text(r.ParentID)
		}
		n.Right, n.Warning = countsInTree(r)
		switch {
		case r.Hardship:
			n.Tag, n.TagTone = "khó khăn", kit.ToneCare
		case r.Religious:
			n.Tag, n.TagTone = "đồng bào có đạo", kit.ToneTint
		}
		nodes[i] = n
	}
	return nodes
}

// treeLegend says what countsInTree counts.
const treeLegend = "Số bên phải: chi hội · cán bộ · đảng viên"

// countsInTree says in short what stands in and under a unit: "12 · 41 · 9" are chi hội, cadres and Party members; a chi hội has the
// last two. vacant tells of posts for one person that nobody holds.
func countsInTree(r app.UnitRow) (counts, vacant string) {
	counts = kit.Number(r.Cadres) + " · " + kit.Number(r.Members)
	if r.Branches > 0 {
		counts = kit.Number(r.Branches) + " · " + counts
	}
	switch {
	case r.Vacant == 1 && r.Children == 0:
		vacant = "khuyết"
	case r.Vacant > 0:
		vacant = "khuyết " + kit.Number(r.Vacant)
	}
	return counts, vacant
}

func (u *unitsScreen) applyFilter() {
	typed := u.filter.Value()
	if typed == "" {
		u.latestFilter++
		u.tree.ClearFilter()
		u.sayRemark(false)
		return
	}
	on := u.on
	type found struct {
		rows []app.UnitRow
		more bool
	}
	load(u.shell, &u.latestFilter, func(ctx context.Context) (found, error) {
		rows, more, err := u.office.FindUnits(ctx, on, typed)
		return found{rows, more}, err
	}, func(f found) {
		u.tree.SetEmpty("Không có đơn vị nào khớp “"+typed+"”.", nil)
		u.tree.Filter(unitNodes(f.rows))
		u.sayRemark(f.more)
	})
}

func (u *unitsScreen) showUnit(id int64) {
	if id == 0 {
		return
	}
	u.unit = id
	on := u.on
	load(u.shell, &u.latestPage, func(ctx context.Context) (*app.UnitPage, error) {
		page, err := u.office.UnitPage(ctx, on, id)
		if app.IsNotFound(err) {
			return nil, nil
		}
		return &page, err
	}, func(p *app.UnitPage) {
		if p == nil {
			u.card.SetContent(kit.NewEmpty("Đơn vị này không hoạt động vào ngày "+on.String()+".", nil))
			return
		}
		u.page = *p
		u.card.SetContent(u.record(*p))
	})
}

// record draws the unit at the right.
func (u *unitsScreen) record(p app.UnitPage) fyne.CanvasObject {
	title := kit.Title(app.UnionName(p.Unit, false))
	tags := []fyne.CanvasObject{title}
	if p.Unit.Hardship {
		tags = append(tags, kit.NewTag("khó khăn", kit.ToneCare))
	}
	if p.Unit.Religious {
		tags = append(tags, kit.NewTag("đông đồng bào có đạo", kit.ToneTint))
	}
	if p.Vacancy != "" {
		tags = append(tags, kit.NewTag("khuyết "+strings.ToLower(p.Vacancy), kit.ToneLate))
	}
	tags = append(tags, spacer(), kit.NewAction("Phong trào", "", func() { u.openMovement("Mô hình", kit.Option{ID: text(p.Unit.ID), Label: p.Unit.Label()}) }), kit.NewAction("Sửa", "F2", u.editUnit))
	parts := []kit.Tab{
		{ID: unitAbout, Label: "Thông tin", Content: func() fyne.CanvasObject { return u.about(p) }},
		{ID: unitPeople, Label: "Cán bộ", Content: func() fyne.CanvasObject { return u.people(p) }},
	}
	if app.HasCommittees(p.Unit.Level) {
		parts = append(parts, kit.Tab{ID: unitCommittees, Label: "Ban Chấp hành", Content: func() fyne.CanvasObject { return u.committee(p) }},
			kit.Tab{ID: unitParty, Label: "Phát triển Đảng", Content: func() fyne.CanvasObject { return u.party(p) }})
	}
	parts = append(parts,
		kit.Tab{ID: unitWork, Label: "Phụ trách", Content: func() fyne.CanvasObject { return u.work(p) }},
		kit.Tab{ID: unitVisits, Label: visitsLabel(len(p.Visits)), Content: func() fyne.CanvasObject { return u.visits(p) }})
	if p.Unit.Level != data.Branch && p.Unit.Level != data.Group {
		parts = append(parts, kit.Tab{ID: unitFigures, Label: "Số liệu", Content: func() fyne.CanvasObject { return u.figures(p) }})
	}
	parts = append(parts,
		kit.Tab{ID: unitPapers, Label: "Văn bản", Content: func() fyne.CanvasObject { return u.papers(p) }},
		kit.Tab{ID: unitLife, Label: "Lịch sử", Content: func() fyne.CanvasObject { return u.life(p) }})
	tabs := kit.NewTabs(parts)
	tabs.OnChanged = func(i int) { u.tab = parts[i].ID }
	tabs.SelectID(u.tab)
	return below(10, 2, line(len(tags)-3, tags...), kit.Caption(unitLine(p)).Shrinking(), tabs)
}

// visitsLabel names the leaf of the inspections, with their number when there are any.
func visitsLabel(n int) string {
	if n == 0 {
		return "Kiểm tra"
	}
	return fmt.Sprintf("Kiểm tra (%d)", n)
}

// unitLine says in one line what and where a unit is.
func unitLine(p app.UnitPage) string {
	parts := []string{app.LevelName(p.Unit.Level)}
	if p.Above != "" {
		parts = append(parts, p.Above)
	}
	if p.Unit.Code != "" {
		parts = append(parts, "mã "+p.Unit.Code)
	}
	if !p.Unit.ValidFrom.IsZero() {
		parts = append(parts, "từ ngày "+p.Unit.ValidFrom.String())
	}
	if !p.Unit.ValidTo.IsZero() {
		until := "hiệu lực đến " + p.Unit.ValidTo.String()
		for i, next := range p.Next {
			until += map[bool]string{true: " → ", false: ", "}[i == 0] + vietnamese.LowerFirst(next.Label())
		}
		parts = append(parts, until)
	}
	return strings.Join(parts, " · ")
}

func (u *unitsScreen) about(p app.UnitPage) fyne.CanvasObject {
	var tiles []fyne.CanvasObject
	for _, level := range []data.Level{data.BaseUnit, data.Branch, data.Group} {
		if n := p.Below[level]; n > 0 {
			caption := map[data.Level]string{data.BaseUnit: "Cơ sở Hội", data.Branch: "Chi hội", data.Group: "Tổ phụ nữ"}[level]
			tiles = append(tiles, kit.NewFigureCard(caption, kit.Number(n)))
		}
	}
	tiles = append(tiles, kit.NewFigureCard("Cán bộ", kit.Number(p.Cadres)))
	if p.Cadres > 0 {
		members := kit.NewFigureCard("Đảng viên", kit.Number(p.Members))
		members.SetAside(app.Percent(p.Members, p.Cadres))
		tiles = append(tiles, members)
	}
	tiles = append(tiles, kit.NewFigureCard("Đang khuyết", kit.Number(p.Vacant)))
	posts := kit.NewDataTable([]kit.Column[app.PostRow]{
		{ID: "name", Title: "Họ và tên", Width: 160, Grow: 2, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.Cadre.FullName} }},
		{ID: "position", Title: "Chức danh", Width: 130, Grow: 1, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.PositionName} }},
		{ID: "from", Title: "Từ ngày", Width: 92, Cell: func(r app.PostRow) kit.Cell { return kit.Cell{Text: r.StartedOn.String()} }},
		{ID: "party", Title: "Đảng viên", Width: 104, Cell: func(r app.PostRow) kit.Cell {
			if r.Cadre.IsPartyMember(u.on) {
				return kit.Cell{Text: "đảng viên", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
		}},
	}, func(r app.PostRow) string { return text(r.ID) }, fromSlice(p.Posts))
	posts.SetRunner(u.background)
	posts.OnOpened = func(r app.PostRow) { u.open("c:" + text(r.CadreID)) }
	empty := "Chưa ghi ai giữ chức danh ở đơn vị này."
	if p.Vacancy != "" {
		empty = "Chức danh " + strings.ToLower(p.Vacancy) + " đang khuyết."
	}
	posts.SetEmpty(empty, kit.NewAction("+ Cán bộ", "", func() { u.addCadre(p.Unit.ID) }))
	posts.Reload()
	objects := []fyne.CanvasObject{kit.Tiles(tiles...), kit.Section("Người giữ chức danh của đơn vị"), posts}
	return below(10, 2, objects...)
}

// life tells what became of the unit through time, and below it what was done to its record.
func (u *unitsScreen) life(p app.UnitPage) fyne.CanvasObject {
	table := kit.NewDataTable([]kit.Column[app.UnitEvent]{
		{ID: "on", Title: "Ngày", Width: 96, Cell: func(e app.UnitEvent) kit.Cell {
			if e.On.IsZero() {
				return kit.Cell{Text: "từ trước", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: e.On.String()}
		}},
		{ID: "text", Title: "Diễn biến", Width: 220, Grow: 3, Cell: func(e app.UnitEvent) kit.Cell { return kit.Cell{Text: e.Text} }},
		{ID: "basis", Title: "Căn cứ", Width: 160, Grow: 2, Cell: func(e app.UnitEvent) kit.Cell { return kit.Cell{Text: e.Basis} }},
	}, func(e app.UnitEvent) string { return e.On.ISO() + e.Text }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.UnitEvent], error) {
		events, err := u.office.UnitHistory(ctx, p.Unit.ID)
		if err != nil {
			return kit.Page[app.UnitEvent]{}, err
		}
		return fromSlice(events)(ctx, sort, offset, limit)
	})
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnOpened = func(e app.UnitEvent) {
		if e.Unit != 0 {
			u.openUnit(e.Unit)
		}
	}
	table.Reload()
	return below(8, 3, kit.Section("Đơn vị qua các thời kỳ"), tall(190, table), kit.Section("Các lần sửa dữ liệu"), historyTable(u.shell, data.KindUnitState, p.Unit.StateID))
}

// addCadre opens the form of a new cadre with a post in a unit.
func (s *shell) addCadre(unit int64) {
	s.show(screenCadres)
	s.screens[screenCadres].(*cadresScreen).addCadreAt(unit)
}

func (u *unitsScreen) people(p app.UnitPage) fyne.CanvasObject {
	query := data.CadreQuery{On: u.on, Unit: p.Unit.ID}
	table := kit.NewDataTable(cadreColumns(), func(r app.CadreRow) string { return text(r.ID) }, u.cadreSource(func() data.CadreQuery { return query }))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnOpened = func(r app.CadreRow) { u.open("c:" + text(r.ID)) }
	table.SetEmpty("Chưa có cán bộ nào ở đơn vị này và các đơn vị bên dưới.", kit.NewAction("+ Cán bộ", "", func() { u.addCadre(p.Unit.ID) }))
	table.Reload()
	return table
}

// visits lists the visits to a unit with what it was rated at each.
func (u *unitsScreen) visits(p app.UnitPage) fyne.CanvasObject {
	on, id := u.on, p.Unit.ID
	table := kit.NewDataTable([]kit.Column[app.RatingOfVisit]{
		{ID: "round", Title: "Đợt", Width: 150, Grow: 2, Cell: func(r app.RatingOfVisit) kit.Cell { return kit.Cell{Text: r.Round} }},
		{ID: "planned", Title: "Dự kiến", Width: 92, Cell: func(r app.RatingOfVisit) kit.Cell { return kit.Cell{Text: r.PlannedOn.String()} }},
		{ID: "done", Title: "Đã kiểm tra", Width: 92, Cell: func(r app.RatingOfVisit) kit.Cell { return kit.Cell{Text: r.DoneOn.String()} }},
		{ID: "score", Title: "Điểm", Width: 64, Right: true, Cell: func(r app.RatingOfVisit) kit.Cell {
			percent, ok := r.Score.Percent()
			if !ok {
				return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: vietnamese.Decimal(percent, 1) + "%"}
		}},
		{ID: "level", Title: "Mức", Width: 84, Cell: func(r app.RatingOfVisit) kit.Cell {
			tone := map[string]kit.Tone{app.LevelGood: kit.ToneGood, app.LevelFair: kit.ToneGood, app.LevelPassed: kit.ToneCare, app.LevelFailed: kit.ToneLate}[r.Score.Level]
			return kit.Cell{Text: r.Score.Level, Tone: tone, Tag: true}
		}},
		{ID: "state", Title: "Trạng thái", Width: 120, Cell: func(r app.RatingOfVisit) kit.Cell { return visitState(r.VisitRow) }},
	}, func(r app.RatingOfVisit) string { return text(r.ID) }, allRows(func(ctx context.Context) ([]app.RatingOfVisit, error) { return u.office.RatingsOfUnit(ctx, on, id) }))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnOpened = func(r app.RatingOfVisit) { u.open("v:" + text(r.ID)) }
	table.SetEmpty("Kế hoạch không yêu cầu kiểm tra đơn vị này.", nil)
	table.Reload()
	return table
}

func (u *unitsScreen) printList() {
	if u.unit == 0 {
		return
	}
	u.show(screenPapers)
	u.screens[screenPapers].(*papersScreen).chooseCadreList(u.page.Unit)
}

// fromSlice serves a table from rows that are all there.
func fromSlice[R any](rows []R) kit.Source[R] {
	return func(_ context.Context, _ kit.Sort, offset, limit int) (kit.Page[R], error) {
		end := min(offset+limit, len(rows))
		return kit.Page[R]{Rows: rows[min(offset, end):end], Matching: len(rows), Total: len(rows)}, nil
	}
}

// text and number turn the ids of records into those of widgets and back; "" and what is no number are 0.
func text(id int64) string { return strconv.FormatInt(id, 10) }

func number(id string) int64 {
	n, _ := strconv.ParseInt(id, 10, 64)
	return n
}
