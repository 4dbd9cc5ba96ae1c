package ui

import (
	"context"
	"fmt"
	"unicode"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// record draws the cadre at the right.
func (c *cadresScreen) record(f app.CadreFile) fyne.CanvasObject {
	subtitle := "Không giữ chức danh"
	for _, p := range f.Posts {
		if p.EndedOn.IsZero() || !p.EndedOn.Last().Before(c.on) {
			subtitle = app.PostTitle(p) + " · từ " + p.StartedOn.String()
			break
		}
	}
	head := line(0, kit.Title(f.Cadre.FullName).Shrinking(), kit.NewAction("Sửa", "F2", c.editCadre))
	tabs := kit.NewTabs([]kit.Tab{
		{Label: "Nhân thân", Content: func() fyne.CanvasObject { return c.about(f) }},
		{Label: fmt.Sprintf("Chức danh (%d)", len(f.Posts)), Content: func() fyne.CanvasObject { return c.posts(f) }},
		{Label: "Đảng", Content: func() fyne.CanvasObject { return c.guarded(f, c.partyWay) }},
		{Label: "Trình độ, đào tạo", Content: func() fyne.CanvasObject { return c.training(f) }},
		{Label: "Xếp loại", Content: func() fyne.CanvasObject { return c.guarded(f, c.ratings) }},
		{Label: "Quy hoạch", Content: func() fyne.CanvasObject { return c.successions(f) }},
		{Label: "Khen thưởng", Content: func() fyne.CanvasObject { return c.awards(f) }},
		{Label: "Kỷ luật", Content: func() fyne.CanvasObject { return c.guarded(f, c.disciplines) }},
		{Label: "Chế độ bồi dưỡng", Content: func() fyne.CanvasObject { return c.guarded(f, c.allowances) }},
		{Label: "Lịch sử", Content: func() fyne.CanvasObject { return historyTable(c.shell, data.KindCadre, f.Cadre.ID) }},
	})
	tabs.OnChanged = func(i int) { c.tab = i }
	tabs.Select(c.tab)
	return below(8, 2, head, kit.Caption(subtitle).Wrapping(), tabs)
}

// lowerFirst writes the first letter small, as within a sentence, unless the first word is an abbreviation ("UBND xã").
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && unicode.IsUpper(r[1]) {
		return s
	}
	return string(unicode.ToLower(r[0])) + string(r[1:])
}

// Leaves of the record to which the form of the record leads, too.
const (
	tabParty    = 2
	tabTraining = 3
)

const hidden = "•••••  ẩn (dữ liệu nhạy cảm)"

// reveal shows the sensitive data of the record in view; that they were asked for is noted.
func (c *cadresScreen) reveal(id int64) { c.revealThen(id, func() {}) }

// revealThen goes on with something else once the sensitive data of a record may be shown.
func (c *cadresScreen) revealThen(id int64, then func()) {
	if c.revealed == id {
		then()
		return
	}
	c.do(func(ctx context.Context) error {
		_, err := c.office.ShowSensitive(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			c.fail(err)
			return
		}
		if c.cadre == id && c.file.Cadre.ID == id {
			c.revealed = id
			c.card.SetContent(c.record(c.file))
			then()
		}
	})
}

// guarded shows a leaf of sensitive data only on request.
func (c *cadresScreen) guarded(f app.CadreFile, show func(app.CadreFile) fyne.CanvasObject) fyne.CanvasObject {
	if c.revealed == f.Cadre.ID {
		return show(f)
	}
	return below(10, -1, kit.Caption("Nội dung này là dữ liệu cá nhân nhạy cảm nên được ẩn.").Wrapping(),
		line(0, kit.NewLink("Hiện dữ liệu nhạy cảm (có ghi nhật ký)", func() { c.reveal(f.Cadre.ID) })))
}

func (c *cadresScreen) about(f app.CadreFile) fyne.CanvasObject {
	d := f.Cadre
	gender := "Nam"
	if d.Female {
		gender = "Nữ"
	}
	sensitive := func(caption, value string) kit.Pair {
		if c.revealed != d.ID {
			return kit.Pair{Caption: caption, Object: kit.Body(hidden).Quiet().Shrinking()}
		}
		return kit.Pair{Caption: caption, Value: value}
	}
	rows := []kit.Pair{
		{Caption: "Ngày sinh", Value: d.Birth.String()},
		{Caption: "Giới tính", Value: gender},
		{Caption: "Quê quán", Value: d.NativePlace},
		{Caption: "Nơi ở", Value: d.Residence},
		{Caption: "Điện thoại", Value: d.Phone},
		{Caption: "Công tác Hội từ", Value: d.UnionSince.String()},
		sensitive("Dân tộc", d.Ethnic),
		sensitive("Tôn giáo", d.Religion),
		sensitive("Hoàn cảnh", d.Circumstances),
	}
	for _, more := range []kit.Pair{ // most records do not have these
		{Caption: "Tên gọi khác", Value: d.Alias},
		{Caption: "Nơi sinh", Value: d.BirthPlace},
		{Caption: "Nơi thường trú", Value: d.Household},
		{Caption: "Zalo", Value: d.Zalo},
		{Caption: "Số định danh", Value: d.CitizenID},
		{Caption: "Sổ bảo hiểm xã hội", Value: d.Insurance},
		{Caption: "Vào Hội", Value: d.MemberSince.String()},
		{Caption: "Chuyên trách", Value: d.FullTime},
		{Caption: "Kiêm nhiệm", Value: d.OtherPosts},
		{Caption: "Đại biểu HĐND", Value: d.Councillor},
		{Caption: "Đoàn thể khác", Value: d.OtherBodies},
	} {
		if more.Value != "" {
			rows = append(rows, more)
		}
	}
	if d.RetiredOfficial {
		rows = append(rows, kit.Pair{Caption: "Nghỉ hưu", Value: "Cán bộ, công chức nghỉ hưu"})
	}
	if !d.LeftOn.IsZero() {
		rows = append(rows, kit.Pair{Caption: "Thôi công tác Hội", Value: d.LeftOn.String() + " · " + d.LeftReason})
	}
	rows = append(rows, kit.Pair{Caption: "Ghi chú", Value: d.Note})
	var actions []fyne.CanvasObject
	if c.revealed != d.ID {
		actions = append(actions, line(0, kit.NewLink("Hiện dữ liệu nhạy cảm (có ghi nhật ký)", func() { c.reveal(d.ID) })))
	}
	photo, photoLinks := c.photo(f)
	actions = append(actions, photoLinks)
	if d.LeftOn.IsZero() {
		actions = append(actions, line(0, kit.NewLink("Thôi công tác Hội…", func() { c.leaveUnion(d) })))
	} else {
		actions = append(actions, line(0, kit.NewLink("Trở lại công tác Hội", func() {
			c.do(func(ctx context.Context) error { return c.office.ReturnToUnion(ctx, d) }, c.fail)
		})))
	}
	return scrolled(below(10, -1, append(append(photo, kit.Record(rows)), actions...)...))
}

// posts lists what she holds and held.
func (c *cadresScreen) posts(f app.CadreFile) fyne.CanvasObject {
	table := kit.NewDataTable([]kit.Column[data.Post]{
		{ID: "post", Title: "Chức danh", Width: 112, Grow: 1, Cell: func(p data.Post) kit.Cell { return kit.Cell{Text: p.PositionName} }},
		{ID: "unit", Title: "Đơn vị", Width: 120, Grow: 3, Cell: func(p data.Post) kit.Cell { return kit.Cell{Text: p.UnitLabel()} }},
		{ID: "from", Title: "Từ", Width: 92, Cell: func(p data.Post) kit.Cell { return kit.Cell{Text: p.StartedOn.String()} }},
		{ID: "to", Title: "Đến", Width: 92, Cell: func(p data.Post) kit.Cell {
			if p.EndedOn.IsZero() {
				return kit.Cell{Text: "nay", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: p.EndedOn.String(), Tone: kit.ToneQuiet}
		}},
	}, func(p data.Post) string { return text(p.ID) }, fromSlice(f.Posts))
	table.SetRunner(c.background)
	edit := func() {
		if p, ok := table.Selected(); ok {
			c.editPost(f.Cadre, p)
		}
	}
	end := func() {
		if p, ok := table.Selected(); ok {
			c.endPost(f.Cadre, p)
		}
	}
	table.OnOpened = func(data.Post) { edit() }
	table.SetEmpty("Chưa có chức danh nào được ghi.", nil)
	table.Reload()
	if len(f.Posts) > 0 {
		table.Select(text(f.Posts[0].ID))
	}
	actions := line(-1, kit.NewAction("+ Chức danh", "", func() { c.addPost(f.Cadre) }), kit.NewAction("Sửa…", "", edit), kit.NewAction("Thôi giữ…", "", end))
	return below(10, 1, actions, table)
}
