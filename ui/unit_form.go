package ui

import (
	"context"

	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// addUnit opens the form of a new unit under the one shown.
func (u *unitsScreen) addUnit() {
	if u.unit == 0 {
		return
	}
	type prepared struct {
		form   app.UnitForm
		levels []data.Level
	}
	on, parent, latest := u.on, u.page.Unit, 0
	load(u.shell, &latest, func(ctx context.Context) (prepared, error) {
		form, levels, err := u.office.NewUnit(ctx, on, parent.ID)
		return prepared{form, levels}, err
	}, func(p prepared) {
		u.unitForm("Thêm đơn vị dưới "+parent.Label(), p.form, p.levels)
	})
}

// editUnit opens the form of the unit shown.
func (u *unitsScreen) editUnit() {
	if u.unit == 0 {
		return
	}
	on, id, latest := u.on, u.unit, 0
	load(u.shell, &latest, func(ctx context.Context) (app.UnitForm, error) { return u.office.EditUnit(ctx, on, id) }, func(f app.UnitForm) {
		u.unitForm("Sửa "+f.State.Label(), f, []data.Level{f.Level})
	})
}

// unitForm edits a unit; levels are those that it may have.
func (u *unitsScreen) unitForm(title string, f app.UnitForm, levels []data.Level) {
	before := f
	name, code := kit.NewEntry(), kit.NewEntry()
	name.SetText(f.State.Name)
	code.SetText(f.State.Code)
	note := kit.NewNote(3)
	note.SetText(f.Note)
	from, to := kit.NewDateField(false), kit.NewDateField(false)
	from.Today, to.Today = u.office.Today, u.office.Today
	from.SetDate(f.State.ValidFrom)
	to.SetDate(f.State.ValidTo)
	hardship := kit.NewCheck("Đơn vị khó khăn", nil)
	hardship.SetChecked(f.State.Hardship)
	religious := kit.NewCheck("Đông đồng bào có đạo", nil)
	religious.SetChecked(f.State.Religious)

	kind := kit.NewChoice(nil, nil)
	showKinds := func(level data.Level, chosen string) {
		options := wordOptions(app.KindsOf(level))
		kind.SetOptions(options)
		if chosen == "" && len(options) > 0 {
			chosen = options[0].ID
		}
		kind.SetID(chosen)
		if len(options) < 2 {
			kind.Disable()
		} else {
			kind.Enable()
		}
	}
	levelOptions := make([]kit.Option, len(levels))
	for i, l := range levels {
		levelOptions[i] = kit.Option{ID: string(l), Label: app.LevelName(l)}
	}
	level := kit.NewChoice(levelOptions, func(id string) { showKinds(data.Level(id), "") })
	level.SetID(string(f.Level))
	if len(levels) < 2 {
		level.Disable()
	}
	showKinds(f.Level, f.State.Kind)

	read := func() app.UnitForm {
		after := f
		after.Level = data.Level(level.ID())
		after.State.Kind = kind.ID()
		after.State.Name, after.State.Code, after.Note = name.Value(), code.Value(), note.Value()
		after.State.Hardship, after.State.Religious = hardship.Checked, religious.Checked
		after.State.ValidFrom, _ = from.Date()
		after.State.ValidTo, _ = to.Date()
		return after
	}
	fields := []kit.Field{
		{Label: "Tên", Widget: name, Hint: "Chỉ tên riêng, ví dụ “Hải Vân”, “xóm 4”.", Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ tên đơn vị.")
			}
			return nil
		}},
		{Label: "Cấp", Widget: level},
		{Label: "Loại", Widget: kind},
		{Label: "Mã đơn vị", Widget: code, Hint: "Mã hành chính nếu có, ví dụ 14230."},
		{Label: "Thành lập từ ngày", Widget: from, Check: from.Check, Hint: "Để trống nếu có từ trước khi lập dữ liệu."},
		{Label: "Hoạt động đến ngày", Widget: to, Check: to.Check, Hint: "Để trống nếu còn hoạt động."},
		{Label: "Đặc điểm", Widget: container.NewGridWithColumns(2, hardship, religious)},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}
	kit.ShowForm(u.win, title, fields, kit.FormOptions{
		Width:   560,
		Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			var id int64
			u.do(func(ctx context.Context) (err error) {
				id, err = u.office.SaveUnit(ctx, read())
				return err
			}, func(err error) {
				done(sentence(err))
				if err == nil {
					u.openUnit(id)
				}
			})
		},
	})
}
