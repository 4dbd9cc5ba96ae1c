package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// The office is asked remindDelay after the start, which is over by then, and every remindEvery: a computer that slept wakes up in between.
const (
	remindDelay = 2 * time.Second
	remindEvery = 10 * time.Minute
)

// keepReminding tells once a day what is due, while the window is open.
func (s *shell) keepReminding(ctx context.Context) {
	next := time.NewTimer(remindDelay)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-next.C:
			s.remind(time.Now())
			next.Reset(remindEvery)
		}
	}
}

// remind tells what is due at a time of the clock when it was not told that day.
func (s *shell) remind(now time.Time) {
	p := s.app.Preferences()
	told, _ := day.Parse(p.String(preferenceTold)) // what cannot be read was never told
	if !app.ShouldRemind(now, told, p.Bool(preferenceSilent)) {
		return
	}
	n, due, err := s.office.DueNotice(s.ctx, day.FromTime(now))
	if err != nil {
		slog.Error("what is due", "err", err)
		return
	}
	if !due {
		return
	}
	p.SetString(preferenceTold, day.FromTime(now).ISO())
	fyne.Do(func() {
		s.tell(n)
		if err := s.notify(n); err != nil {
			slog.Error("notify", "err", err)
		}
	})
}

// newStrip makes the line below the top bar that tells what is due; it takes no room until then.
func (s *shell) newStrip() fyne.CanvasObject {
	s.due = kit.Body("").Shrinking()
	hide := func() {
		s.strip.Hide()
		s.win.Content().Refresh() // what stands below it moves
	}
	look := kit.NewLink("Xem danh sách ›", func() {
		hide()
		s.showDue()
	})
	s.strip = container.New(&barLayout{36, true}, canvas.NewRectangle(kit.CareBack), canvas.NewRectangle(kit.Hairline), padded(line(0, s.due, look, kit.NewLink("Ẩn", hide)), 6, kit.PagePadding, 5, kit.PagePadding))
	s.strip.Hide()
	return s.strip
}

// tell shows in the window what is due.
func (s *shell) tell(n app.Notice) {
	s.due.SetText(n.Title + ": " + n.Text)
	s.strip.Show()
	s.win.Content().Refresh()
}

// showDue lists what is due on the day in view.
func (s *shell) showDue() {
	on, latest := s.on, 0
	load(s, &latest, func(ctx context.Context) ([]app.DueItem, error) { return s.office.Due(ctx, on) }, func(items []app.DueItem) {
		list := app.ReminderList{Heads: [3]string{"Đơn vị", "Việc", "Thời hạn"}}
		for _, i := range items {
			list.Rows = append(list.Rows, app.ReminderRow{Ref: i.Ref, Cells: [3]string{i.Unit, i.Kind.Name() + ": " + i.What, i.When()}, Late: i.Late})
		}
		s.showReminders("Việc kiểm tra quá hạn và trong 30 ngày tới", list)
	})
}

// showReminders shows a list in a sheet, from which its records open.
func (s *shell) showReminders(title string, list app.ReminderList) {
	columns := make([]kit.Column[reminderLine], len(list.Heads))
	for i, head := range list.Heads {
		columns[i] = kit.Column[reminderLine]{ID: text(int64(i)), Title: head, Width: []float32{220, 300, 150}[i], Grow: []float32{2, 3, 0}[i], Cell: func(l reminderLine) kit.Cell {
			c := kit.Cell{Text: l.Cells[i]}
			if l.Late && i == len(list.Heads)-1 {
				c.Tone = kit.ToneLate
			}
			return c
		}}
	}
	lines := make([]reminderLine, len(list.Rows))
	for i, row := range list.Rows {
		lines[i] = reminderLine{row, i}
	}
	table := kit.NewDataTable(columns, func(l reminderLine) string { return text(int64(l.at)) }, fromSlice(lines))
	table.SetRunner(s.background)
	table.SetEmpty("Không còn mục nào.", nil)
	table.Reload()
	if len(lines) > 0 {
		table.Select(text(0))
	}
	var shut func()
	look := func() {
		if l, ok := table.Selected(); ok && l.Ref != "" {
			shut()
			s.open(l.Ref)
		}
	}
	table.OnOpened = func(reminderLine) { look() }
	shut = kit.ShowSheet(s.win, title, table, []*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() }), kit.NewAction("Xem", "", look).Primary()}, 900, 440)
	table.Focus()
}

// reminderLine is a row of such a list with its place, since a record may stand in it twice.
type reminderLine struct {
	app.ReminderRow
	at int
}
