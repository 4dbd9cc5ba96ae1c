package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// preferenceCadreColumns keeps the ids of the columns that the user chose for the list of cadres.
const preferenceCadreColumns = "cot-can-bo"

// usualCadreColumns are shown until the user chooses others.
var usualCadreColumns = []string{string(data.SortByName), string(data.SortByBirth), string(data.SortByPosition), string(data.SortByUnit), string(data.SortByParty)}

// shownColumns are the ids of the columns that the list shows; the name always is.
func (c *cadresScreen) shownColumns() []string {
	ids := c.app.Preferences().StringListWithFallback(preferenceCadreColumns, usualCadreColumns)
	if !slices.Contains(ids, string(data.SortByName)) {
		ids = append(ids, string(data.SortByName))
	}
	return ids
}

// columns are the columns that the list shows, in their order.
func (c *cadresScreen) columns() []kit.Column[app.CadreRow] {
	more := map[string]struct { // the title as short as the column, which leaves the names their room
		title string
		width float32
		value func(app.CadreRow) string
	}{
		app.ColumnSince:    {"Giữ từ", 86, func(r app.CadreRow) string { return r.Since.String() }},
		app.ColumnPhone:    {"Điện thoại", 98, func(r app.CadreRow) string { return r.Phone }},
		app.ColumnDegree:   {"Trình độ", 82, func(r app.CadreRow) string { return r.Degree }},
		app.ColumnPolitics: {"Lý luận", 80, func(r app.CadreRow) string { return r.Politics }},
		app.ColumnRating:   {"Xếp loại", 76, func(r app.CadreRow) string { return r.Rating }},
	}
	ids, usual := c.shownColumns(), cadreColumns()
	var columns []kit.Column[app.CadreRow]
	for _, column := range app.CadreColumns(c.on) {
		if !slices.Contains(ids, column.ID) {
			continue
		}
		if m, ok := more[column.ID]; ok {
			columns = append(columns, kit.Column[app.CadreRow]{ID: column.ID, Title: m.title, Width: m.width, Cell: func(r app.CadreRow) kit.Cell {
				if text := m.value(r); text != "" {
					return kit.Cell{Text: text}
				}
				return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
			}})
			continue
		}
		at := slices.IndexFunc(usual, func(u kit.Column[app.CadreRow]) bool { return u.ID == column.ID })
		columns = append(columns, usual[at])
	}
	if len(columns) > len(usual) {
		columns[0].Width, columns[0].Grow = 150, 0 // post and unit give way before the name
	}
	return columns
}

// chooseColumns asks which columns the list shows.
func (c *cadresScreen) chooseColumns() {
	ids := c.shownColumns()
	var checks []*kit.Check
	var fields []kit.Field
	all := app.CadreColumns(c.on)
	for _, column := range all {
		check := kit.NewCheck(column.Title, nil)
		check.Checked = slices.Contains(ids, column.ID)
		if column.ID == string(data.SortByName) {
			check.Disable()
		}
		checks = append(checks, check)
		fields = append(fields, kit.Field{Widget: check})
	}
	kit.ShowForm(c.win, "Các cột của danh sách", fields, kit.FormOptions{SaveLabel: "Hiện các cột này", Width: 520, Columns: 2, Save: func(done func(error)) {
		var chosen []string
		for i, check := range checks {
			if check.Checked {
				chosen = append(chosen, all[i].ID)
			}
		}
		done(nil)
		c.app.Preferences().SetStringList(preferenceCadreColumns, chosen)
		c.table.SetColumns(c.columns())
		if sort := c.table.Sort(); !slices.Contains(chosen, sort.Column) {
			c.table.SetSort(kit.Sort{}) // by a column that nobody sees
			c.table.Reload()
		}
	}})
}

// What the menu “Xuất / In” does.
const (
	outExcel = "excel"
	outPDF   = "pdf"
	outPrint = "print"
)

func (c *cadresScreen) chooseOut() {
	c.showOut(c.out, "danh sách này", kit.Option{ID: outPrint, Label: "In danh sách trích ngang", Detail: "Ctrl+P"})
}

// showOut opens the menu of what can be done with those who are named; more are further ways.
func (c *cadresScreen) showOut(under *kit.Action, who string, more ...kit.Option) {
	kit.ShowMenu(under, append([]kit.Option{
		{ID: outExcel, Label: "Xuất " + who + " ra Excel…"},
		{ID: outPDF, Label: "Xuất " + who + " ra PDF để in…"},
	}, more...), func(id string) {
		switch id {
		case outPrint:
			c.printList()
		case outPDF:
			c.exportList("PDF", ".pdf")
		default:
			c.exportList("Excel", ".xlsx")
		}
	})
}

// exportList saves the list as it stands, its filter, order and columns: those who are ticked or, when nobody is, all. format is the
// name of the kind of file.
func (c *cadresScreen) exportList(format, ending string) {
	s, sort, columns, latest := c.selection(), c.table.Sort(), c.shownColumns(), 0
	title, saved := "Xuất danh sách cán bộ ra "+format, "Đã lưu danh sách vào “%s”."
	if n := c.table.Ticked().Count(c.matching); n == 0 {
		s.All = true
	} else {
		who := c.pickedCount(n) + " đã chọn"
		title, saved = "Xuất "+who+" ra "+format, "Đã lưu "+who+" vào “%s”."
	}
	s.Query.Sort, s.Query.Descending = data.CadreSort(sort.Column), sort.Descending
	q := s.Query
	load(c.shell, &latest, func(ctx context.Context) ([]app.CadreCondition, error) { return c.office.CadreConditions(ctx, q) }, func(conditions []app.CadreCondition) {
		c.saveFile(title, app.CadreTableName(q.On, conditions), ending, func(ctx context.Context, path string) error {
			return c.office.SaveCadreTable(ctx, path, s, columns)
		}, func(path string) { kit.Tell(c.win, "Đã xuất", fmt.Sprintf(saved, path)) })
	})
}

// pageActions are the acts on the page while nobody is ticked.
func (c *cadresScreen) pageActions() []fyne.CanvasObject {
	c.out = kit.NewAction("Xuất / In", "", c.chooseOut).Menu()
	return []fyne.CanvasObject{kit.NewAction("Hồ sơ trùng…", "", c.showDuplicates), kit.NewAction("Cột…", "", c.chooseColumns), c.out, kit.NewAction("+ Cán bộ", "Ctrl+N", c.newCadre).Primary()}
}
