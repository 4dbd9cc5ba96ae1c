package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// unitSet is an input for several units: a picker, and below it those that were chosen.
type unitSet struct {
	*shell
	picker *kit.Picker
	chosen []kit.Option
	list   *fyne.Container
	object fyne.CanvasObject
}

// newUnitSet makes an input for units of some levels that exist on the day that a function gives, but for one.
func (s *shell) newUnitSet(levels []data.Level, on func() day.Date, but int64) *unitSet {
	u := &unitSet{shell: s, list: container.NewVBox()}
	u.picker = s.newPicker("Gõ tên đơn vị để thêm…", func(ctx context.Context, typed string) ([]kit.Option, error) {
		found, err := s.office.SearchUnits(ctx, on(), typed, levels, 12)
		var options []kit.Option
		for _, unit := range found {
			if unit.ID != but {
				options = append(options, unitOption(unit))
			}
		}
		return options, err
	})
	u.picker.OnChanged = func(o kit.Option) {
		if o.ID != "" {
			u.add(o)
			u.picker.SetOption(kit.Option{})
		}
	}
	u.object = below(4, -1, u.picker, tall(96, container.NewVScroll(u.list)))
	return u
}

func (u *unitSet) add(o kit.Option) {
	for _, known := range u.chosen {
		if known.ID == o.ID {
			return
		}
	}
	u.chosen = append(u.chosen, o)
	u.show()
}

func (u *unitSet) show() {
	u.list.Objects = nil
	for _, o := range u.chosen {
		name := o.Label
		if o.Detail != "" {
			name += ", " + vietnamese.LowerFirst(o.Detail)
		}
		u.list.Add(line(0, kit.Body(name).Shrinking(), kit.NewLink("bỏ", func() { u.drop(o.ID) })))
	}
	u.list.Refresh()
}

func (u *unitSet) drop(id string) {
	for i, o := range u.chosen {
		if o.ID == id {
			u.chosen = append(u.chosen[:i:i], u.chosen[i+1:]...)
			break
		}
	}
	u.show()
}

func (u *unitSet) ids() []int64 {
	ids := make([]int64, len(u.chosen))
	for i, o := range u.chosen {
		ids[i] = number(o.ID)
	}
	return ids
}

// atLeast refuses fewer units.
func (u *unitSet) atLeast(n int, sentence string) func() error {
	return func() error {
		if len(u.chosen) < n {
			return app.Problem("%s", sentence)
		}
		return nil
	}
}
