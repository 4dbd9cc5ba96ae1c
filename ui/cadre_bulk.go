package ui

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

const (
	bulkWidth  = 1160
	bulkHeight = 380
)

// What the menu “Chức danh” of the selection does.
const (
	postsAppoint = "appoint"
	postsEnd     = "end"
)

// selectionBar takes the place of the acts on the page while somebody is ticked, so that the table does not move.
func (c *cadresScreen) selectionBar() []fyne.CanvasObject {
	c.picked = kit.Body("")
	posts := kit.NewAction("Chức danh", "", nil).Menu()
	posts.SetOnTapped(func() {
		kit.ShowMenu(posts, []kit.Option{{ID: postsAppoint, Label: "Giao chức danh / chuyển đơn vị…"}, {ID: postsEnd, Label: "Thôi giữ chức danh…"}}, func(id string) {
			if id == postsEnd {
				c.endMany()
			} else {
				c.appointMany()
			}
		})
	})
	out := kit.NewAction("Xuất", "", nil).Menu()
	out.SetOnTapped(func() { c.showOut(out, "những người đã chọn") })
	bar := []fyne.CanvasObject{
		c.picked,
		kit.NewAction("Xếp loại…", "", c.rateMany),
		kit.NewAction("Thêm lớp bồi dưỡng…", "", c.trainMany),
		posts,
		out,
		kit.NewAction("Bỏ chọn", "", func() { c.table.ClearTicks() }),
	}
	for _, o := range bar {
		o.Hide()
	}
	return bar
}

// showPicked shows the bar for those who are ticked, or the acts on the page when nobody is.
func (c *cadresScreen) showPicked() {
	k := c.table.Ticked()
	n := k.Count(c.matching)
	for _, o := range c.pageActs {
		setShown(o, n == 0)
	}
	for _, o := range c.pickedActs {
		setShown(o, n > 0)
	}
	c.picked.SetText("Đã chọn " + c.pickedCount(n))
	relayout(c.picked)
}

// pickedCount says how many are ticked: "12 người", or "hơn 5.000 người" where counting stopped.
func (c *cadresScreen) pickedCount(n int) string {
	if c.table.Ticked().All && c.matchingMore {
		return "hơn " + kit.Number(n) + " người"
	}
	return kit.Number(n) + " người"
}

func setShown(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}

// selection is those who are ticked.
func (c *cadresScreen) selection() app.Selection {
	k := c.table.Ticked()
	s := app.Selection{Query: *c.query.Load(), All: k.All, IDs: make([]int64, len(k.Keys))}
	for i, key := range k.Keys {
		s.IDs[i] = number(key)
	}
	return s
}

// bulkForm asks for an act on those who are ticked and shows what it would do.
func (c *cadresScreen) bulkForm(title string, fields []kit.Field, did string, act func() app.BulkAct) {
	s := c.selection()
	kit.ShowForm(c.win, title, fields, kit.FormOptions{SaveLabel: "Xem trước", Width: 620, Save: func(done func(error)) {
		a := act()
		var outcome app.BulkOutcome
		c.do(func(ctx context.Context) (err error) {
			outcome, err = c.office.PreviewBulk(ctx, s, a)
			return err
		}, func(err error) {
			done(sentence(err))
			if err == nil {
				c.previewMany(title, s, a, did, outcome)
			}
		})
	}})
}

// previewMany lists whom an act changes and whom it leaves out and why, and does it when told.
func (c *cadresScreen) previewMany(title string, s app.Selection, act app.BulkAct, did string, o app.BulkOutcome) {
	name := kit.Column[app.BulkLine]{ID: "name", Title: "Họ và tên", Width: 180, Grow: 1, Cell: func(l app.BulkLine) kit.Cell { return kit.Cell{Text: l.Name} }}
	post := kit.Column[app.BulkLine]{ID: "post", Title: "Chức danh", Width: 260, Grow: 1, Cell: func(l app.BulkLine) kit.Cell { return kit.Cell{Text: l.Post} }}
	reason := kit.Column[app.BulkLine]{ID: "reason", Title: "Lý do bỏ qua", Width: 520, Grow: 2, Cell: func(l app.BulkLine) kit.Cell { return kit.Cell{Text: l.Reason, Tone: kit.ToneCare} }}
	list := func(lines []app.BulkLine, empty string, columns ...kit.Column[app.BulkLine]) func() fyne.CanvasObject {
		table := kit.NewDataTable(columns, func(l app.BulkLine) string { return text(l.CadreID) }, fromSlice(lines))
		table.SetRunner(c.background)
		table.SetEmpty(empty, nil)
		table.Reload()
		return func() fyne.CanvasObject { return table }
	}
	tabs := kit.NewTabs([]kit.Tab{
		{Label: fmt.Sprintf("Được ghi (%s)", kit.Number(len(o.Changed))), Content: list(o.Changed, "Mọi người đã chọn đều bị bỏ qua.", name, post)},
		{Label: fmt.Sprintf("Bỏ qua (%s)", kit.Number(len(o.Left))), Content: list(o.Left, "Không bỏ qua ai.", name, post, reason)},
	})
	if len(o.Changed) == 0 {
		tabs.Select(1)
	}
	said := fmt.Sprintf("Sẽ ghi cho %s người", kit.Number(len(o.Changed)))
	if len(o.Left) > 0 {
		said += fmt.Sprintf(", bỏ qua %s người", kit.Number(len(o.Left)))
	}
	said += ". Hoàn tác được bằng một bước."
	var shut func()
	do := kit.NewAction("Thực hiện", "", nil).Primary()
	do.SetOnTapped(func() {
		shut()
		c.runMany(title, s, act, did)
	})
	if len(o.Changed) == 0 {
		said = "Không có ai để ghi: mọi người đã chọn đều bị bỏ qua."
		do.Disable()
	}
	shut = kit.ShowSheet(c.win, title, below(10, 1, kit.Paragraph(said), tabs), []*kit.Action{kit.NewAction("Hủy", "Esc", func() { shut() }), do}, bulkWidth, bulkHeight)
}

// runMany does an act as a job, since thousands take seconds, and offers to take it back.
func (c *cadresScreen) runMany(title string, s app.Selection, act app.BulkAct, did string) {
	var o app.BulkOutcome
	c.jobs.Run(title, func(ctx context.Context, _ kit.Progress) (err error) {
		o, err = c.office.RunBulk(ctx, s, act)
		return err
	}, func(err error) {
		if err != nil {
			c.fail(err)
			return
		}
		c.table.ClearTicks()
		said := fmt.Sprintf("%s %s người.", did, kit.Number(len(o.Changed)))
		if len(o.Left) > 0 {
			said += fmt.Sprintf(" Bỏ qua %s người.", kit.Number(len(o.Left)))
		}
		var shut func()
		undo := kit.NewAction("Hoàn tác", "", nil)
		undo.SetOnTapped(func() {
			shut()
			c.jobs.Run("Đang hoàn tác", func(ctx context.Context, _ kit.Progress) error { return c.office.Undo(ctx, o.Operation) }, c.fail)
		})
		shut = kit.ShowSheet(c.win, title, kit.Paragraph(said), []*kit.Action{undo, kit.NewAction("Đóng", "Esc", func() { shut() }).Primary()}, 560, 60)
	})
}

func (c *cadresScreen) rateMany() {
	latest := 0
	load(c.shell, &latest, func(ctx context.Context) ([]app.RatingScale, error) { return c.office.RatingScales(ctx, 0) }, func(scales []app.RatingScale) {
		year, level, decision := textInput(strconv.Itoa(c.on.Year)), kit.NewChoice(levelOptions(scales), nil), kit.NewEntry()
		c.bulkForm("Xếp loại nhiều người", []kit.Field{
			{Label: "Năm", Widget: year, Check: func() error {
				if n, err := numberOrNone(year); err != nil || n == 0 {
					return app.Problem("Hãy gõ năm, ví dụ %d.", c.on.Year)
				}
				return nil
			}},
			{Label: "Mức", Widget: level, Check: chosenOne(level, "mức xếp loại")},
			{Label: "Số quyết định", Widget: decision},
		}, "Đã xếp loại", func() app.BulkAct {
			n, _ := numberOrNone(year)
			return &app.BulkRating{Year: n, LevelID: number(level.ID()), Decision: decision.Value()}
		})
	})
}

func (c *cadresScreen) trainMany() {
	latest := 0
	load(c.shell, &latest, c.office.Courses, func(courses []data.Course) {
		course, result := c.newCourseInput(courses, 0), kit.NewEntry()
		c.bulkForm("Thêm lớp bồi dưỡng cho nhiều người", append(course.fields(), kit.Field{Label: "Kết quả", Widget: result}), "Đã ghi lớp bồi dưỡng cho", func() app.BulkAct {
			return &app.BulkTraining{Course: course.course(), Result: result.Value()}
		})
	})
}

// What becomes of the other posts of those who are appointed.
const (
	othersStay = "stay"
	othersEnd  = "end"
)

func (c *cadresScreen) appointMany() {
	p := c.newPostFields(data.Appointment{StartedOn: c.on, Manner: app.Manners[2]}, kit.Option{})
	p.first = []kit.Option{{ID: keptPosition, Label: "Giữ nguyên chức danh, chỉ chuyển đơn vị"}}
	others := kit.NewChoice([]kit.Option{{ID: othersStay, Label: "Giữ nguyên"}, {ID: othersEnd, Label: "Thôi tất cả, ngày cuối là ngày trước đó"}}, nil)
	others.SetID(othersStay)
	reason := c.wordInput("leaving", "Chuyển công tác")
	fields := append(p.fields(true),
		kit.Field{Label: "Chức danh khác đang giữ", Widget: others, Hint: "Chức danh được chuyển luôn thôi ở đơn vị cũ."},
		kit.Field{Label: "Lý do thôi", Widget: reason, Check: func() error {
			if others.ID() == othersEnd || p.position.ID() == keptPosition {
				return wordNeeded(reason, "lý do thôi chức danh cũ")()
			}
			return wordCheck(reason)()
		}})
	c.bulkForm("Giao chức danh, chuyển đơn vị cho nhiều người", fields, "Đã giao chức danh cho", func() app.BulkAct {
		return &app.BulkAppoint{Post: p.read(), EndOthers: others.ID() == othersEnd, Reason: reason.ID()}
	})
}

func (c *cadresScreen) endMany() {
	latest := 0
	load(c.shell, &latest, func(ctx context.Context) ([]data.Position, error) { return c.office.Positions(ctx, "") }, func(all []data.Position) {
		options := []kit.Option{{ID: "0", Label: "Mọi chức danh đang giữ"}}
		for _, p := range all {
			options = append(options, kit.Option{ID: text(p.ID), Label: p.Name, Detail: app.LevelName(p.Level)})
		}
		position, last, reason := kit.NewChoice(options, nil), c.dateInput(c.on), c.wordInput("leaving", "")
		position.SetID(text(c.query.Load().Position))
		c.bulkForm("Thôi giữ chức danh cho nhiều người", []kit.Field{
			{Label: "Chức danh", Widget: position},
			{Label: "Ngày cuối cùng giữ", Widget: last, Check: required(last)},
			{Label: "Lý do", Widget: reason, Check: wordNeeded(reason, "lý do")},
		}, "Đã ghi thôi giữ chức danh cho", func() app.BulkAct {
			d, _ := last.Date()
			return &app.BulkEnd{Last: d, Reason: reason.ID(), Position: number(position.ID())}
		})
	})
}
