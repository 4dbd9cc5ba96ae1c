package ui

import (
	"context"
	"fmt"
	"strings"

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
		{Label: "Nhân thân", Content: func() fyne.CanvasObject { return c.about(f.Cadre) }},
		{Label: fmt.Sprintf("Chức danh (%d)", len(f.Posts)), Content: func() fyne.CanvasObject { return c.posts(f) }},
		{Label: "Trình độ", Content: func() fyne.CanvasObject { return c.training(f.Cadre) }},
		{Label: "Lịch sử", Content: func() fyne.CanvasObject { return historyTable(c.shell, data.KindCadre, f.Cadre.ID) }},
	})
	tabs.OnChanged = func(i int) { c.tab = i }
	tabs.Select(c.tab)
	return below(8, 2, head, kit.Caption(subtitle).Wrapping(), tabs)
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[0])) + string(r[1:])
}

const hidden = "•••••  ẩn (dữ liệu nhạy cảm)"

func (c *cadresScreen) about(d data.Cadre) fyne.CanvasObject {
	gender := "Nam"
	if d.Female {
		gender = "Nữ"
	}
	ethnic, religion := kit.Body(hidden).Quiet().Shrinking(), kit.Body(hidden).Quiet().Shrinking()
	var show *kit.Action
	show = kit.NewLink("Hiện dân tộc, tôn giáo (có ghi nhật ký)", func() {
		var e, r string
		c.do(func(ctx context.Context) (err error) {
			e, r, err = c.office.ShowSensitive(ctx, d.ID)
			return err
		}, func(err error) {
			if err != nil {
				c.fail(err)
				return
			}
			ethnic.SetText(orDash(e))
			religion.SetText(orDash(r))
			show.Hide()
		})
	})
	record := kit.Record([]kit.Pair{
		{Caption: "Ngày sinh", Value: d.Birth.String()},
		{Caption: "Giới tính", Value: gender},
		{Caption: "Quê quán", Value: d.NativePlace},
		{Caption: "Nơi ở", Value: d.Residence},
		{Caption: "Điện thoại", Value: d.Phone},
		{Caption: "Công tác Hội từ", Value: d.UnionSince.String()},
		{Caption: "Dân tộc", Object: ethnic},
		{Caption: "Tôn giáo", Object: religion},
		{Caption: "Ghi chú", Value: d.Note},
	})
	return scrolled(below(10, -1, record, line(0, show)))
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

func (c *cadresScreen) training(d data.Cadre) fyne.CanvasObject {
	state := "Chưa là đảng viên"
	if d.IsPartyMember(c.on) {
		state = "Đảng viên"
		if d.PartyOfficialOn.IsZero() || d.PartyOfficialOn.After(c.on) {
			state = "Đảng viên dự bị"
		}
	}
	return scrolled(kit.Record([]kit.Pair{
		{Caption: "Đảng", Value: state},
		{Caption: "Vào Đảng dự bị", Value: d.PartyProbationOn.String()},
		{Caption: "Chính thức", Value: d.PartyOfficialOn.String()},
		{Caption: "Học vấn", Value: d.Education},
		{Caption: "Chuyên môn", Value: d.Specialty},
		{Caption: "Lý luận chính trị", Value: d.Politics},
	}))
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
