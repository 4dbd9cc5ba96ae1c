package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// Two lists of the leaf Danh mục that are more than words; the ids of the others are those of their catalogues.
const (
	listPositions = "positions"
	listScales    = "scales"
)

// catalogues is the leaf Danh mục: the lists at the left, the one in view at the right.
type catalogues struct {
	*settingsScreen
	lists  *kit.ItemList
	right  *fyne.Container
	reload func() // of the list in view
}

func (t *settingsScreen) catalogueTab() fyne.CanvasObject {
	c := &catalogues{settingsScreen: t, lists: kit.NewItemList("", nil), right: container.NewStack()}
	items := []kit.Item{
		{ID: listPositions, Title: "Chức danh", Detail: "Cấp, thứ tự, thuộc ban nào"},
		{ID: listScales, Title: "Thang xếp loại", Detail: "Các mức và năm áp dụng"},
	}
	for _, l := range app.CatalogueLists {
		items = append(items, kit.Item{ID: l.ID, Title: l.Title, Detail: l.Where})
	}
	c.lists.SetItems(items)
	c.lists.OnSelected = c.open
	c.lists.Select(listPositions)
	c.open(listPositions)
	t.catalogues = c
	return padded(columns([]float32{250, 0}, kit.NewCard(c.lists, 6), c.right), 12, 0, 0, 0)
}

// open shows a list at the right.
func (c *catalogues) open(id string) {
	var shown fyne.CanvasObject
	switch id {
	case listPositions:
		shown = c.positions()
	case listScales:
		shown = c.scales()
	default:
		for _, l := range app.CatalogueLists {
			if l.ID == id {
				shown = c.words(l)
			}
		}
	}
	c.right.Objects = []fyne.CanvasObject{shown}
	c.right.Refresh()
}

// settingList is a list with the acts on it under its title and a remark; rows are read anew on each reload.
func settingList[R any](c *catalogues, title, remark string, list []kit.Column[R], key func(R) string, rows func(context.Context) ([]R, error), edit func(R), more ...func(*kit.DataTable[R]) *kit.Action) fyne.CanvasObject {
	table := kit.NewDataTable(list, key, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[R], error) {
		all, err := rows(ctx)
		if err != nil {
			return kit.Page[R]{}, err
		}
		return fromSlice(all)(ctx, sort, offset, limit)
	})
	table.SetRunner(c.background)
	table.OnError = c.fail
	table.OnOpened = edit
	table.SetEmpty("Danh mục chưa có mục nào.", nil)
	table.Reload()
	c.reload = table.Reload
	actions := []fyne.CanvasObject{
		kit.NewAction("+ Thêm…", "", func() {
			var none R
			edit(none)
		}),
		kit.NewAction("Sửa…", "", chosenIn(table, edit)),
	}
	for _, m := range more {
		actions = append(actions, m(table))
	}
	return below(8, 3, kit.Section(title), kit.Paragraph(remark).Quiet(), line(-1, actions...), table)
}

// chosenIn does something with the selected row of a table, if any.
func chosenIn[R any](table *kit.DataTable[R], then func(R)) func() {
	return func() {
		if r, ok := table.Selected(); ok {
			then(r)
		}
	}
}

// write does a change of a list; what stands against it is told.
func (c *catalogues) write(work func(context.Context) error) { c.do(work, c.fail) }

// removal asks before an entry goes.
func (c *catalogues) removal(what, consequence string, work func(context.Context) error) {
	kit.Ask(c.win, "Xóa khỏi danh mục", "Xóa “"+what+"” khỏi danh mục? "+consequence, "Xóa", "Giữ lại", func() { c.write(work) })
}

func (c *catalogues) words(l app.CatalogueList) fyne.CanvasObject {
	move := func(caption string, by int) func(*kit.DataTable[data.CatalogueEntry]) *kit.Action {
		return func(table *kit.DataTable[data.CatalogueEntry]) *kit.Action {
			return kit.NewAction(caption, "", chosenIn(table, func(e data.CatalogueEntry) {
				c.write(func(ctx context.Context) error { return c.office.MoveCatalogueEntry(ctx, e, by) })
			}))
		}
	}
	edit := func(e data.CatalogueEntry) {
		e.Catalogue = l.ID
		name := textInput(e.Name)
		hint := "Hồ sơ đã ghi giữ nguyên từ cũ; chỉ các lần chọn sau dùng tên mới."
		if e.ID == 0 {
			hint = "Mục mới đứng cuối danh mục."
		}
		kit.ShowForm(c.win, l.Title, []kit.Field{{Label: "Tên", Widget: name, Hint: hint, Check: typed(name, "tên")}}, kit.FormOptions{
			Width: 560, Changed: func() bool { return name.Value() != e.Name },
			Save: func(done func(error)) {
				after := e
				after.Name = name.Value()
				c.do(func(ctx context.Context) error { return c.office.SaveCatalogueEntry(ctx, after) }, func(err error) { done(sentence(err)) })
			},
		})
	}
	return settingList(c, l.Title, "Các từ mà biểu mẫu đề nghị, theo thứ tự này. Đổi tên hay xóa một mục không thay đổi hồ sơ nào đã ghi.",
		[]kit.Column[data.CatalogueEntry]{{ID: "name", Title: "Tên", Width: 300, Grow: 1, Cell: func(e data.CatalogueEntry) kit.Cell { return kit.Cell{Text: e.Name} }}},
		func(e data.CatalogueEntry) string { return text(e.ID) },
		func(ctx context.Context) ([]data.CatalogueEntry, error) { return c.office.CatalogueEntries(ctx, l.ID) }, edit,
		move("Lên", -1), move("Xuống", 1),
		func(table *kit.DataTable[data.CatalogueEntry]) *kit.Action {
			return kit.NewAction("Xóa…", "", chosenIn(table, func(e data.CatalogueEntry) {
				c.removal(e.Name, "Hồ sơ đã ghi giữ nguyên.", func(ctx context.Context) error { return c.office.RemoveCatalogueEntry(ctx, e) })
			}))
		})
}

// typed is the check of an input that must not stay empty.
func typed(e *kit.Entry, what string) func() error {
	return func() error {
		if e.Value() == "" {
			return app.Problem("Hãy gõ %s.", what)
		}
		return nil
	}
}

func (c *catalogues) positions() fyne.CanvasObject {
	return settingList(c, "Chức danh", "Thứ tự nhỏ đứng trước; chức danh có thứ tự nhỏ nhất của một người là chức danh chính. Đổi tên thì mọi hồ sơ và văn bản soạn mới mang tên mới.",
		[]kit.Column[data.Position]{
			{ID: "level", Title: "Cấp", Width: 130, Cell: func(p data.Position) kit.Cell { return kit.Cell{Text: app.LevelName(p.Level)} }},
			{ID: "name", Title: "Chức danh", Width: 200, Grow: 1, Cell: func(p data.Position) kit.Cell { return kit.Cell{Text: p.Name} }},
			{ID: "rank", Title: "Thứ tự", Width: 66, Cell: func(p data.Position) kit.Cell { return kit.Cell{Text: strconv.Itoa(p.Rank)} }},
			{ID: "single", Title: "Số người", Width: 110, Cell: func(p data.Position) kit.Cell {
				if p.Single {
					return kit.Cell{Text: "một người"}
				}
				return kit.Cell{Text: "nhiều người", Tone: kit.ToneQuiet}
			}},
			{ID: "bodies", Title: "Thuộc ban", Width: 190, Cell: func(p data.Position) kit.Cell { return kit.Cell{Text: app.BodyNames(p)} }},
		}, func(p data.Position) string { return text(p.ID) },
		func(ctx context.Context) ([]data.Position, error) { return c.office.Positions(ctx, "") }, c.positionForm,
		func(table *kit.DataTable[data.Position]) *kit.Action {
			return kit.NewAction("Xóa…", "", chosenIn(table, func(p data.Position) {
				c.removal(p.Name, "Chức danh đã ghi trong hồ sơ thì không xóa được.", func(ctx context.Context) error { return c.office.RemovePosition(ctx, p) })
			}))
		})
}

func (c *catalogues) positionForm(before data.Position) {
	title := "Sửa chức danh " + before.Name
	if before.ID == 0 {
		title, before.Level = "Thêm chức danh", data.BaseUnit
	}
	name, rank := textInput(before.Name), kit.NewEntry()
	if before.ID != 0 {
		rank.SetText(strconv.Itoa(before.Rank))
	}
	rank.SetPlaceHolder("30")
	var levels []kit.Option
	for _, l := range []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit, data.Branch, data.Group} {
		levels = append(levels, kit.Option{ID: string(l), Label: app.LevelName(l)})
	}
	level := kit.NewChoice(levels, nil)
	level.SetID(string(before.Level))
	single := kit.NewCheck("Mỗi đơn vị chỉ một người giữ", nil)
	single.SetChecked(before.Single)
	bodies := make([]*kit.Check, len(app.Bodies))
	boxes := make([]fyne.CanvasObject, len(app.Bodies))
	for i, b := range app.Bodies {
		bodies[i] = kit.NewCheck(app.BodyName(b), nil)
		bodies[i].SetChecked(app.InBody(before, b))
		boxes[i] = bodies[i]
	}
	read := func() data.Position {
		p := before
		p.Name, p.Level, p.Single = name.Value(), data.Level(level.ID()), single.Checked
		p.Rank, _ = strconv.Atoi(rank.Value())
		var in []app.Body
		for i, b := range app.Bodies {
			if bodies[i].Checked {
				in = append(in, b)
			}
		}
		p.Bodies = app.JoinBodies(in)
		return p
	}
	kit.ShowForm(c.win, title, []kit.Field{
		{Label: "Chức danh", Widget: name, Check: typed(name, "tên chức danh, ví dụ “Ủy viên Ban Chấp hành”")},
		{Label: "Cấp", Widget: level},
		{Label: "Thứ tự", Widget: rank, Hint: "Số nhỏ đứng trước, chung cho mọi cấp.", Check: func() error {
			if n, err := strconv.Atoi(rank.Value()); err != nil || n < 1 || n > 999 {
				return app.Problem("Hãy gõ thứ tự là số từ 1 đến 999.")
			}
			return nil
		}},
		{Label: "Số người", Widget: single},
		{Label: "Thuộc", Widget: below(4, -1, boxes...), Hint: "Thường trực thuộc Ban Thường vụ, Ban Thường vụ thuộc Ban Chấp hành: ban lớn hơn được chọn theo khi lưu."},
	}, kit.FormOptions{
		Width: 600, Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			p := read()
			c.do(func(ctx context.Context) error { return c.office.SavePosition(ctx, p) }, func(err error) { done(sentence(err)) })
		},
	})
}

// ratedSubjects name what a scale rates.
var ratedSubjects = []kit.Option{{ID: data.RatesCadres, Label: "Cán bộ"}, {ID: data.RatesPartyMembers, Label: "Đảng viên"}}

func (c *catalogues) scales() fyne.CanvasObject {
	return settingList(c, "Thang xếp loại", "Khi quy định đổi, hãy gõ năm cuối cho thang cũ rồi thêm thang mới; xếp loại của các năm trước giữ nguyên.",
		[]kit.Column[app.RatingScale]{
			{ID: "subject", Title: "Đối tượng", Width: 96, Cell: func(s app.RatingScale) kit.Cell {
				for _, o := range ratedSubjects {
					if o.ID == s.Subject {
						return kit.Cell{Text: o.Label}
					}
				}
				return kit.Cell{}
			}},
			{ID: "name", Title: "Thang", Width: 190, Grow: 1, Cell: func(s app.RatingScale) kit.Cell { return kit.Cell{Text: s.Name} }},
			{ID: "years", Title: "Năm", Width: 110, Cell: func(s app.RatingScale) kit.Cell {
				if s.LastYear == 0 {
					return kit.Cell{Text: fmt.Sprintf("từ %d", s.FirstYear)}
				}
				return kit.Cell{Text: fmt.Sprintf("%d – %d", s.FirstYear, s.LastYear)}
			}},
			{ID: "levels", Title: "Các mức", Width: 300, Grow: 2, Cell: func(s app.RatingScale) kit.Cell { return kit.Cell{Text: strings.Join(levelNames(s), "; ")} }},
		}, func(s app.RatingScale) string { return text(s.ID) },
		func(ctx context.Context) ([]app.RatingScale, error) { return c.office.RatingScales(ctx, 0) }, c.scaleForm,
		func(table *kit.DataTable[app.RatingScale]) *kit.Action {
			return kit.NewAction("Xóa…", "", chosenIn(table, func(s app.RatingScale) {
				c.removal(s.Name, "Thang đã dùng để xếp loại thì không xóa được.", func(ctx context.Context) error { return c.office.RemoveRatingScale(ctx, s) })
			}))
		})
}

func levelNames(s app.RatingScale) []string {
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = l.Name
	}
	return names
}

func (c *catalogues) scaleForm(before app.RatingScale) {
	title := "Sửa thang xếp loại"
	if before.ID == 0 {
		title, before.Subject = "Thêm thang xếp loại", data.RatesCadres
	}
	year := func(n int) *kit.Entry {
		if n == 0 {
			return textInput("")
		}
		return textInput(strconv.Itoa(n))
	}
	name, first, last, levels := textInput(before.Name), year(before.FirstYear), year(before.LastYear), kit.NewNote(5)
	levels.SetText(strings.Join(levelNames(before), "\n"))
	subject := kit.NewChoice(ratedSubjects, nil)
	subject.SetID(before.Subject)
	lines := func() []string {
		var all []string
		for _, l := range strings.Split(levels.Value(), "\n") {
			if l = strings.TrimSpace(l); l != "" {
				all = append(all, l)
			}
		}
		return all
	}
	scheme := func() data.RatingScheme {
		s := before.RatingScheme
		s.Name, s.Subject = name.Value(), subject.ID()
		s.FirstYear, _ = strconv.Atoi(first.Value())
		s.LastYear, _ = strconv.Atoi(last.Value())
		return s
	}
	yearCheck := func(e *kit.Entry, needed bool) func() error {
		return func() error {
			if n, err := strconv.Atoi(e.Value()); (needed || e.Value() != "") && (err != nil || n < 1930 || n > 2200) {
				return app.Problem("Hãy gõ năm bằng bốn chữ số, ví dụ 2026.")
			}
			return nil
		}
	}
	kit.ShowForm(c.win, title, []kit.Field{
		{Label: "Tên thang", Widget: name, Check: typed(name, "tên thang, ví dụ “Nghị định 90/2020/NĐ-CP”")},
		{Label: "Đối tượng", Widget: subject},
		{Label: "Từ năm", Widget: first, Check: yearCheck(first, true)},
		{Label: "Đến năm", Widget: last, Check: yearCheck(last, false), Hint: "Để trống nếu còn áp dụng."},
		{Label: "Các mức", Widget: levels, Check: func() error {
			if len(lines()) < 2 {
				return app.Problem("Hãy gõ ít nhất hai mức, mỗi mức một dòng.")
			}
			return levels.Check()
		}, Hint: "Mỗi mức một dòng, mức cao nhất trước. Sửa chữ trong một dòng là đổi tên mức đó."},
	}, kit.FormOptions{
		Width: 600,
		Changed: func() bool {
			return scheme() != before.RatingScheme || strings.Join(lines(), "\n") != strings.Join(levelNames(before), "\n")
		},
		Save: func(done func(error)) {
			after := app.RatingScale{RatingScheme: scheme(), Levels: app.LevelsFrom(before.Levels, lines())}
			c.do(func(ctx context.Context) error { return c.office.SaveRatingScale(ctx, after) }, func(err error) { done(sentence(err)) })
		},
	})
}
