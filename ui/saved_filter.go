package ui

import (
	"context"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// What the menu “Bộ lọc đã lưu” does beside opening one; the others are ids of filters.
const (
	filterClear  = "clear"
	filterSave   = "save"
	filterRemove = "remove"
)

// chooseFilter opens the menu of the filters that are kept.
func (c *cadresScreen) chooseFilter() {
	load(c.shell, &c.latestFilters, c.office.SavedFilters, func(filters []data.SavedFilter) {
		options := filterOptions(filters, "Mở bộ lọc")
		options = append(options, kit.Option{ID: filterSave, Label: "Lưu bộ lọc đang dùng…", Group: "Bộ lọc"})
		if len(filters) > 0 {
			options = append(options, kit.Option{ID: filterRemove, Label: "Xóa một bộ lọc…", Group: "Bộ lọc"})
		}
		options = append(options, kit.Option{ID: filterClear, Label: "Bỏ mọi điều kiện đang lọc", Group: "Bộ lọc"})
		kit.ShowMenu(c.savedFilters, options, func(id string) {
			switch id {
			case filterClear:
				c.openQuery(data.CadreQuery{})
			case filterSave:
				c.saveFilter()
			case filterRemove:
				kit.ShowMenu(c.savedFilters, filterOptions(filters, "Xóa bộ lọc"), func(id string) { c.removeFilter(filterOf(filters, id)) })
			default:
				c.openFilter(filterOf(filters, id))
			}
		})
	})
}

func filterOptions(filters []data.SavedFilter, group string) []kit.Option {
	options := make([]kit.Option, len(filters))
	for i, f := range filters {
		options[i] = kit.Option{ID: text(f.ID), Label: f.Name, Group: group}
	}
	return options
}

func filterOf(filters []data.SavedFilter, id string) data.SavedFilter {
	for _, f := range filters {
		if text(f.ID) == id {
			return f
		}
	}
	return data.SavedFilter{}
}

func (c *cadresScreen) openFilter(f data.SavedFilter) {
	q, err := app.FilterQuery(f)
	if err != nil {
		c.fail(err)
		return
	}
	c.openQuery(q)
}

func (c *cadresScreen) saveFilter() {
	q := c.filterQuery()
	name := kit.NewEntry()
	kit.ShowForm(c.win, "Lưu bộ lọc đang dùng", []kit.Field{{Label: "Tên bộ lọc", Widget: name, Hint: "Trùng tên bộ lọc đã có thì thay bộ lọc đó.", Check: func() error {
		if name.Value() == "" {
			return app.Problem("Hãy gõ tên bộ lọc, ví dụ “Chi hội trưởng chưa vào Đảng”.")
		}
		return nil
	}}}, kit.FormOptions{Width: 560, Changed: func() bool { return name.Value() != "" }, Save: func(done func(error)) {
		typed := name.Value()
		c.do(func(ctx context.Context) error { return c.office.SaveFilter(ctx, typed, q) }, func(err error) { done(sentence(err)) })
	}})
}

func (c *cadresScreen) removeFilter(f data.SavedFilter) {
	kit.Ask(c.win, "Xóa bộ lọc", "Xóa bộ lọc “"+f.Name+"”? Danh sách cán bộ không thay đổi.", "Xóa", "Để nguyên", func() {
		c.do(func(ctx context.Context) error { return c.office.RemoveFilter(ctx, f) }, c.fail)
	})
}
