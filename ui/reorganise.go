package ui

import (
	"context"
	"slices"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// What the menu “Sắp xếp tổ chức” does.
const (
	actAbsorb   = "absorb"
	actFuse     = "fuse"
	actSplit    = "split"
	actRename   = "rename"
	actMove     = "move"
	actDissolve = "dissolve"
	actBatch    = "batch"
	actFile     = "file"
	actPast     = "past"
	actCared    = "cared"
)

// showReorganise opens the menu of changes to the unit shown.
func (u *unitsScreen) showReorganise() {
	if u.unit == 0 || u.page.Unit.ID != u.unit {
		return
	}
	unit := u.page.Unit
	name := unit.Label()
	options := []kit.Option{{ID: actRename, Label: "Đổi tên, loại, mã “" + name + "”…"}}
	if unit.Level != data.Province {
		options = append(options,
			kit.Option{ID: actAbsorb, Label: "Nhập đơn vị khác vào “" + name + "”…"},
			kit.Option{ID: actFuse, Label: "Hợp nhất “" + name + "” thành đơn vị mới…"},
			kit.Option{ID: actSplit, Label: "Tách đơn vị mới từ “" + name + "”…"},
			kit.Option{ID: actMove, Label: "Chuyển “" + name + "” đến…"},
			kit.Option{ID: actDissolve, Label: "Giải thể “" + name + "”…"})
	}
	options = append(options,
		kit.Option{ID: actBatch, Label: "Áp dụng đợt sắp xếp 2024, 2025…"},
		kit.Option{ID: actFile, Label: "Áp dụng đợt sắp xếp từ tệp CSV…"},
		kit.Option{ID: actPast, Label: "Các lần sắp xếp đã làm…"},
		kit.Option{ID: actCared, Label: "Phân công phụ trách cơ sở…"})
	kit.ShowMenu(u.arrange, options, func(id string) {
		switch id {
		case actAbsorb:
			u.absorb(unit)
		case actFuse:
			u.fuse(unit)
		case actSplit:
			u.splitUnit(unit)
		case actRename:
			u.renameUnit(unit)
		case actMove:
			u.moveUnit(unit)
		case actDissolve:
			u.dissolveUnit(unit)
		case actBatch:
			u.chooseBatch()
		case actFile:
			u.chooseBatchFile()
		case actPast:
			u.showReorganisations()
		case actCared:
			u.showCared(u.refresh)
		}
	})
}

// orderForm are the inputs that every reorganisation needs.
type orderForm struct {
	on    *kit.DateField
	basis *kit.Entry
	note  *kit.Note
}

func (u *unitsScreen) newOrderForm() *orderForm {
	f := &orderForm{on: kit.NewDateField(false), basis: kit.NewEntry(), note: kit.NewNote(2)}
	f.on.Today = u.office.Today
	f.on.SetDate(u.on)
	f.basis.SetPlaceHolder("Nghị quyết số 1104/NQ-UBTVQH15 ngày 23/7/2024")
	return f
}

func (f *orderForm) day() day.Date {
	d, _ := f.on.Date()
	return d
}

func (f *orderForm) fields() []kit.Field {
	return []kit.Field{
		{Label: "Có hiệu lực từ ngày", Widget: f.on, Check: required(f.on)},
		{Label: "Căn cứ", Widget: f.basis, Check: func() error {
			if f.basis.Value() == "" {
				return app.Problem("Hãy gõ số, ngày nghị quyết hoặc quyết định.")
			}
			return nil
		}},
		{Label: "Ghi chú", Widget: f.note, Check: f.note.Check},
	}
}

// shapeForm are the inputs for the name of a unit.
type shapeForm struct {
	kind       *kit.Choice
	name, code *kit.Entry
}

func newShapeForm(level data.Level, kind, name, code string) *shapeForm {
	options := wordOptions(app.KindsOf(level))
	f := &shapeForm{kind: kit.NewChoice(options, nil), name: kit.NewEntry(), code: kit.NewEntry()}
	if kind == "" && len(options) > 0 {
		kind = options[0].ID
	}
	f.kind.SetID(kind)
	f.name.SetText(name)
	f.code.SetText(code)
	return f
}

func (f *shapeForm) state() data.UnitState {
	return data.UnitState{Kind: f.kind.ID(), Name: f.name.Value(), Code: f.code.Value()}
}

func (f *shapeForm) fields(what string) []kit.Field {
	return []kit.Field{
		{Label: "Loại", Widget: f.kind},
		{Label: what, Widget: f.name, Hint: "Chỉ tên riêng, ví dụ “Hải Hưng”.", Check: func() error {
			if f.name.Value() == "" {
				return app.Problem("Hãy gõ tên đơn vị.")
			}
			return nil
		}},
		{Label: "Mã đơn vị", Widget: f.code, Hint: "Mã hành chính nếu có; để trống nếu chưa biết."},
	}
}

// orderUnits asks for a reorganisation and shows what it would do before it is done.
func (u *unitsScreen) orderUnits(title string, own []kit.Field, f *orderForm, step func() (name string, s app.Step)) {
	kit.ShowForm(u.win, title, append(own, f.fields()...), kit.FormOptions{
		SaveLabel: "Xem trước", Width: 640,
		Changed: func() bool { return f.basis.Value() != "" },
		Save: func(done func(error)) {
			name, s := step()
			order := app.Reorganisation{Name: name, Basis: f.basis.Value(), Note: f.note.Value(), On: f.day(), Steps: []app.Step{s}}
			u.previewOrder(order, done)
		},
	})
}

func (u *unitsScreen) absorb(unit data.UnitOn) {
	f := u.newOrderForm()
	from := u.newUnitSet([]data.Level{unit.Level}, func() day.Date { return f.day().AddDays(-1) }, unit.ID)
	shape := newShapeForm(unit.Level, unit.Kind, unit.Name, unit.Code)
	own := append([]kit.Field{{Label: "Các đơn vị nhập vào", Widget: from.object, Check: from.atLeast(1, "Hãy gõ và chọn ít nhất một đơn vị.")}}, shape.fields("Tên sau khi nhập")...)
	u.orderUnits("Nhập đơn vị khác vào "+unit.Label(), own, f, func() (string, app.Step) {
		return "Nhập vào " + vietnamese.LowerFirst(unit.Label()), app.Step{Kind: data.Merging, From: from.ids(), Unit: unit.ID, State: shape.state()}
	})
}

func (u *unitsScreen) fuse(unit data.UnitOn) {
	f := u.newOrderForm()
	from := u.newUnitSet([]data.Level{unit.Level}, func() day.Date { return f.day().AddDays(-1) }, unit.ID)
	shape := newShapeForm(unit.Level, unit.Kind, "", "")
	own := append([]kit.Field{{Label: "Hợp nhất với", Widget: from.object, Check: from.atLeast(1, "Hãy gõ và chọn ít nhất một đơn vị.")}}, shape.fields("Tên đơn vị mới")...)
	u.orderUnits("Hợp nhất "+unit.Label()+" thành đơn vị mới", own, f, func() (string, app.Step) {
		state := shape.state()
		state.ParentID = unit.ParentID
		return "Hợp nhất thành " + state.Kind + " " + state.Name, app.Step{Kind: data.Merging, From: append(from.ids(), unit.ID), State: state}
	})
}

func (u *unitsScreen) splitUnit(unit data.UnitOn) {
	f := u.newOrderForm()
	below := u.newUnitSet(app.LevelsUnder(unit.Level), f.day, 0)
	shape := newShapeForm(unit.Level, unit.Kind, "", "")
	own := append(shape.fields("Tên đơn vị mới"), kit.Field{Label: "Đơn vị chuyển theo", Widget: below.object, Hint: "Các đơn vị đứng dưới “" + unit.Label() + "” sang đơn vị mới."})
	u.orderUnits("Tách đơn vị mới từ "+unit.Label(), own, f, func() (string, app.Step) {
		state := shape.state()
		return "Tách " + state.Kind + " " + state.Name + " từ " + vietnamese.LowerFirst(unit.Label()), app.Step{Kind: data.Splitting, Unit: unit.ID, Parts: []app.Part{{State: state, Below: below.ids()}}}
	})
}

func (u *unitsScreen) renameUnit(unit data.UnitOn) {
	f := u.newOrderForm()
	shape := newShapeForm(unit.Level, unit.Kind, unit.Name, unit.Code)
	u.orderUnits("Đổi tên, loại, mã "+unit.Label(), shape.fields("Tên mới"), f, func() (string, app.Step) {
		state := shape.state()
		return "Đổi tên " + vietnamese.LowerFirst(unit.Label()) + " thành " + state.Kind + " " + state.Name, app.Step{Kind: data.Renaming, Unit: unit.ID, State: state}
	})
}

// above asks for a unit under which one of a level may stand.
func (u *unitsScreen) above(f *orderForm, level data.Level, but int64) *kit.Picker {
	var levels []data.Level
	for _, l := range []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit, data.Branch} {
		if slices.Contains(app.LevelsUnder(l), level) {
			levels = append(levels, l)
		}
	}
	return u.newPicker("Gõ tên đơn vị cấp trên…", func(ctx context.Context, typed string) ([]kit.Option, error) {
		found, err := u.office.SearchUnits(ctx, f.day(), typed, levels, 12)
		var options []kit.Option
		for _, unit := range found {
			if unit.ID != but {
				options = append(options, unitOption(unit))
			}
		}
		return options, err
	})
}

func (u *unitsScreen) moveUnit(unit data.UnitOn) {
	f := u.newOrderForm()
	parent := u.above(f, unit.Level, unit.ParentID)
	own := []kit.Field{{Label: "Chuyển đến", Widget: parent, Check: func() error {
		if parent.ID() == "" {
			return app.Problem("Hãy gõ và chọn đơn vị cấp trên trong danh sách.")
		}
		return nil
	}}}
	u.orderUnits("Chuyển "+unit.Label()+" đến đơn vị cấp trên khác", own, f, func() (string, app.Step) {
		return "Chuyển " + vietnamese.LowerFirst(unit.Label()) + " đến " + vietnamese.LowerFirst(parent.Option().Label), app.Step{Kind: data.Moving, Unit: unit.ID, State: data.UnitState{ParentID: number(parent.ID())}}
	})
}

func (u *unitsScreen) dissolveUnit(unit data.UnitOn) {
	f := u.newOrderForm()
	var own []kit.Field
	heir := func() int64 { return 0 }
	if under := app.LevelsUnder(unit.Level); len(under) > 0 && u.page.Below[under[0]] > 0 {
		picker := u.above(f, under[0], unit.ID)
		own = append(own, kit.Field{Label: "Đơn vị bên dưới chuyển đến", Widget: picker, Check: func() error {
			if picker.ID() == "" {
				return app.Problem("“%s” còn đơn vị bên dưới; hãy chọn nơi chuyển đến.", unit.Label())
			}
			return nil
		}})
		heir = func() int64 { return number(picker.ID()) }
	}
	u.orderUnits("Giải thể "+unit.Label(), own, f, func() (string, app.Step) {
		return "Giải thể " + vietnamese.LowerFirst(unit.Label()), app.Step{Kind: data.Dissolving, Unit: unit.ID, Heir: heir()}
	})
}
