package ui

import (
	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// onlyPublic stands over the quy hoạch and its form.
const onlyPublic = "Chỉ ghi quy hoạch đã công khai. Không nhập quy hoạch chưa công khai hoặc tài liệu đóng dấu Mật."

func (c *cadresScreen) successions(f app.CadreFile) fyne.CanvasObject {
	edit := func(r app.SuccessionRow) { c.successionForm(f.Cadre, r) }
	list := subList(c, "Quy hoạch", []kit.Column[app.SuccessionRow]{
		{ID: "post", Title: "Chức danh, đơn vị", Width: 190, Grow: 1, Cell: func(r app.SuccessionRow) kit.Cell { return kit.Cell{Text: r.Position + " · " + r.Unit} }},
		{ID: "period", Title: "Giai đoạn", Width: 92, Cell: func(r app.SuccessionRow) kit.Cell { return kit.Cell{Text: r.Period} }},
		{ID: "state", Title: "Hiện nay", Width: 84, Cell: func(r app.SuccessionRow) kit.Cell {
			if r.RemovedOn.IsZero() {
				return kit.Cell{Text: "đang có", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "đã đưa ra", Tone: kit.ToneQuiet}
		}},
	}, func(r app.SuccessionRow) string { return text(r.ID) }, f.Successions, edit,
		func(r app.SuccessionRow) (string, data.Record) { return r.Position + " " + r.Period, &r.Succession })
	return below(8, 1, kit.Paragraph(onlyPublic).Quiet(), list)
}

func (c *cadresScreen) successionForm(cadre data.Cadre, before app.SuccessionRow) {
	before.CadreID = cadre.ID
	unit := kit.Option{}
	if before.UnitID != 0 {
		unit = kit.Option{ID: text(before.UnitID), Label: before.Unit}
	}
	post := c.newUnitPost(unit, before.PositionID, nil)
	period, decision := textInput(before.Period), textInput(before.Decision)
	period.SetPlaceHolder("2026 - 2031")
	published, removed := c.dateInput(before.PublishedOn), c.dateInput(before.RemovedOn)
	note := kit.NewNote(2)
	note.SetText(before.Note)
	subForm(c.shell, "Quy hoạch: "+cadre.FullName, append(post.fields(true), []kit.Field{
		{Label: "Giai đoạn", Widget: period, Check: typed(period, "giai đoạn, ví dụ 2026 - 2031")},
		{Label: "Ngày công khai", Widget: published, Check: func() error {
			if err := published.Check(); err != nil {
				return err
			}
			d, _ := published.Date()
			return sentence(app.CheckPublished(d, c.office.Today()))
		}, Hint: onlyPublic},
		{Label: "Số quyết định", Widget: decision},
		{Label: "Đưa ra khỏi quy hoạch", Widget: removed, Check: removed.Check, Hint: "Để trống nếu còn trong quy hoạch."},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}...), func() data.Succession {
		s := before.Succession
		s.UnitID, s.PositionID = number(post.unit.ID()), number(post.position.ID())
		s.Period, s.Decision, s.Note = period.Value(), decision.Value(), note.Value()
		s.PublishedOn, _ = published.Date()
		s.RemovedOn, _ = removed.Date()
		return s
	}, c.office.SaveSuccession)
}
