package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// The views of Kiểm tra, in the order of their tabs.
const (
	viewList = iota
	viewMonth
	viewYear
)

// visitCalendar shows the visits of the term in view by month and by year.
type visitCalendar struct {
	*inspectionsScreen
	month     *kit.MonthGrid
	year      *kit.YearGrid
	monthName *kit.Text
	yearName  *kit.Text
	objection *kit.Text

	first     day.Date // of the month in view; its year is the year in view
	visits    []app.VisitRow
	conflicts map[int64]string
	days      app.Calendar
	latest    int
}

func newVisitCalendar(i *inspectionsScreen) *visitCalendar {
	c := &visitCalendar{inspectionsScreen: i}
	c.month, c.year = kit.NewMonthGrid(), kit.NewYearGrid()
	c.monthName, c.yearName, c.objection = kit.Section(""), kit.Section(""), kit.Caption("").Shrinking()
	c.month.OnSelected = func(id string) {
		i.showVisit(number(id))
		c.showObjection()
	}
	c.month.OnOpened = func(string) { i.record() }
	c.month.OnDay = c.showDay
	c.month.OnMoved = c.move
	c.year.OnMonth = func(month int) {
		c.first = day.Of(c.first.Year, month+1, 1)
		i.turn(viewMonth)
		c.month.Focus()
	}
	return c
}

func (c *visitCalendar) monthTab() fyne.CanvasObject {
	return padded(below(8, 1, c.bar(c.monthName, 1), kit.NewCard(c.month, 1), c.objection), 2, 0, 0, 0)
}

func (c *visitCalendar) yearTab() fyne.CanvasObject {
	return padded(below(8, 1, c.bar(c.yearName, 12), c.year), 2, 0, 0, 0)
}

// bar turns to what comes before and after, months apart.
func (c *visitCalendar) bar(name *kit.Text, months int) fyne.CanvasObject {
	turn := func(by int) func() {
		return func() {
			c.first = c.first.AddMonths(by)
			c.show()
		}
	}
	return line(1,
		kit.NewAction("‹ Trước", "", turn(-months)), name.Center(), kit.NewAction("Sau ›", "", turn(months)),
		kit.NewAction("Hôm nay", "", func() {
			c.first = day.Of(c.on.Year, c.on.Month, 1)
			c.show()
		}))
}

// load reads the visits of the term in view. Nothing is read while the list is shown.
func (c *visitCalendar) load() {
	if c.views.Selected() == viewList {
		return
	}
	type read struct {
		visits    []app.VisitRow
		conflicts map[int64]string
		days      app.Calendar
	}
	on, term, unit := c.on, number(c.term.ID()), c.shell.unit
	load(c.shell, &c.latest, func(ctx context.Context) (r read, err error) {
		if r.days, err = c.office.Calendar(ctx); err != nil {
			return r, err
		}
		if r.visits, err = c.office.TermVisits(ctx, on, term); err != nil {
			return r, err
		}
		r.conflicts = app.Conflicts(r.visits, r.days)
		if unit != 0 {
			r.visits = slices.DeleteFunc(r.visits, func(v app.VisitRow) bool { return v.UnitID != unit && v.InspectorID != unit })
		}
		app.CalendarOrder(r.visits, r.conflicts)
		return r, nil
	}, func(r read) {
		c.visits, c.conflicts, c.days = r.visits, r.conflicts, r.days
		if c.first.IsZero() {
			c.first = day.Of(c.on.Year, c.on.Month, 1)
		}
		c.show()
	})
}

// show draws the month and the year in view.
func (c *visitCalendar) show() {
	if c.first.IsZero() {
		return
	}
	by := map[day.Date][]app.VisitRow{}
	for _, v := range c.visits {
		on := v.Day()
		by[on] = append(by[on], v)
	}
	if c.views.Selected() == viewYear {
		months, count := c.yearMonths(by)
		c.yearName.SetText(fmt.Sprintf("Năm %d · %s cuộc", c.first.Year, kit.Number(count)))
		c.year.SetMonths(months)
		return
	}
	days, count := c.monthDays(by)
	c.monthName.SetText(fmt.Sprintf("Tháng %d/%d · %s cuộc", c.first.Month, c.first.Year, kit.Number(count)))
	c.month.SetDays(days)
	c.month.Select(text(c.visit))
	c.showObjection()
}

// monthDays are the weeks that touch the month in view.
func (c *visitCalendar) monthDays(by map[day.Date][]app.VisitRow) ([]kit.CalendarDay, int) {
	last, count := c.first.AddMonths(1).AddDays(-1), 0
	var days []kit.CalendarDay
	for d := c.first.AddDays(-mondayBased(c.first)); !d.After(last) || len(days)%7 != 0; d = d.AddDays(1) {
		shown := kit.CalendarDay{Key: d.ISO(), Number: d.Day, Note: c.days.Holiday(d), Off: !c.days.IsWorkingDay(d), Today: d == c.office.Today(), Outside: d.Month != c.first.Month}
		if shown.Note == "" {
			shown.Note = c.days.MakeUp(d)
		}
		for _, v := range by[d] {
			shown.Events = append(shown.Events, c.event(v))
		}
		if !shown.Outside {
			count += len(by[d])
		}
		days = append(days, shown)
	}
	return days, count
}

// event is a visit as it stands on its day.
func (c *visitCalendar) event(v app.VisitRow) kit.Event {
	cell := visitState(v)
	e := kit.Event{ID: text(v.ID), Text: v.Unit.Label(), Tone: cell.Tone, Fixed: !app.ToCome(v.Visit)}
	if c.conflicts[v.ID] != "" {
		e.Text, e.Tone = "Vướng · "+e.Text, kit.ToneLate
	}
	return e
}

func (c *visitCalendar) yearMonths(by map[day.Date][]app.VisitRow) ([]kit.YearMonth, int) {
	months, total := make([]kit.YearMonth, 12), 0
	for m := range months {
		first := day.Of(c.first.Year, m+1, 1)
		month := kit.YearMonth{Before: mondayBased(first)}
		count := 0
		for d := first; d.Month == m+1; d = d.AddDays(1) {
			n := len(by[d])
			count += n
			month.Days = append(month.Days, kit.YearDay{Count: n, Off: !c.days.IsWorkingDay(d), Today: d == c.office.Today()})
		}
		month.Title = fmt.Sprintf("Tháng %d", m+1)
		if count > 0 {
			month.Title += " · " + kit.Number(count) + " cuộc"
		}
		total += count
		months[m] = month
	}
	return months, total
}

// weekdayName names the day of the week of a full date.
func weekdayName(d day.Date) string { return kit.DayNames[mondayBased(d)] }

// mondayBased counts the days from Monday.
func mondayBased(d day.Date) int { return (int(d.Time().Weekday()) + 6) % 7 }

func (c *visitCalendar) find(id int64) (app.VisitRow, bool) {
	at := slices.IndexFunc(c.visits, func(v app.VisitRow) bool { return v.ID == id })
	if at < 0 {
		return app.VisitRow{}, false
	}
	return c.visits[at], true
}

// showObjection says under the month what speaks against the day of the chosen visit or, without one, how many visits of the month are so.
func (c *visitCalendar) showObjection() {
	if said := c.conflicts[c.visit]; said != "" {
		c.objection.SetColor(kit.Late)
		c.objection.SetText(said)
		return
	}
	n := 0
	for _, v := range c.visits {
		on := v.Day()
		if c.conflicts[v.ID] != "" && on.Year == c.first.Year && on.Month == c.first.Month {
			n++
		}
	}
	if n > 0 {
		c.objection.SetColor(kit.Late)
		c.objection.SetText(fmt.Sprintf("%d cuộc trong tháng vướng ngày nghỉ hoặc trùng đoàn; chọn từng cuộc để xem.", n))
		return
	}
	c.objection.SetColor(kit.Secondary)
	c.objection.SetText("Kéo một cuộc sang ngày khác, hoặc chọn rồi bấm Ctrl cùng mũi tên: trái, phải một ngày; lên, xuống một tuần.")
}

// move gives a visit the day on which it was dropped or, without one, the day some steps away: a day further to the next working day.
func (c *visitCalendar) move(id, key string, steps int) {
	v, ok := c.find(number(id))
	if !ok {
		return
	}
	to, err := day.Parse(key)
	if key == "" || err != nil {
		to = v.PlannedOn.AddDays(steps)
		for (steps == 1 || steps == -1) && !c.days.IsWorkingDay(to) {
			to = to.AddDays(steps)
		}
	}
	move := func() {
		c.do(func(ctx context.Context) error { return c.office.MoveVisit(ctx, v.Visit, to) }, func(err error) {
			c.fail(err)
			c.month.Focus()
		})
	}
	if objection := c.days.Objection(to); objection != "" {
		kit.Ask(c.win, "Xếp vào ngày nghỉ?", objection+" Vẫn xếp "+vietnamese.LowerFirst(v.Unit.Label())+" vào ngày này?", "Vẫn xếp", "Không", move)
		return
	}
	move()
}

// showDay lists all visits of a day; the chosen one is shown at the right.
func (c *visitCalendar) showDay(key string) {
	on, err := day.Parse(key)
	if err != nil {
		return
	}
	var rows []app.VisitRow
	for _, v := range c.visits {
		if v.Day() == on {
			rows = append(rows, v)
		}
	}
	table := kit.NewDataTable([]kit.Column[app.VisitRow]{
		{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 1, Cell: func(r app.VisitRow) kit.Cell { return kit.Cell{Text: r.Unit.Label()} }},
		{ID: "district", Title: "Đơn vị kiểm tra", Width: 150, Grow: 1, Cell: func(r app.VisitRow) kit.Cell { return kit.Cell{Text: r.District} }},
		{ID: "state", Title: "Trạng thái", Width: 144, Cell: visitState},
		{ID: "conflict", Title: "Vướng", Width: 160, Grow: 1, Cell: func(r app.VisitRow) kit.Cell { return kit.Cell{Text: c.conflicts[r.ID], Tone: kit.ToneLate} }},
	}, func(r app.VisitRow) string { return text(r.ID) }, fromSlice(rows))
	table.SetRunner(c.background)
	table.Reload()
	var shut func()
	choose := func(v app.VisitRow) {
		shut()
		c.month.Select(text(v.ID))
		c.inspectionsScreen.showVisit(v.ID)
		c.showObjection()
		c.month.Focus()
	}
	table.OnOpened = choose
	shut = kit.ShowSheet(c.win, fmt.Sprintf("%s, %s · %d cuộc", weekdayName(on), on, len(rows)), table, []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("Xem cuộc kiểm tra", "", func() {
			if v, ok := table.Selected(); ok {
				choose(v)
			}
		}).Primary(),
	}, 820, 420)
	table.Focus()
}

// moveWarned asks for another planned day of a visit. A day off is told first; pressing Lưu again takes it all the same.
func (s *shell) moveWarned(v data.Visit) func(to day.Date, done func(error)) {
	var warned day.Date
	return func(to day.Date, done func(error)) {
		objection := ""
		s.do(func(ctx context.Context) error {
			calendar, err := s.office.Calendar(ctx)
			if err != nil {
				return err
			}
			if objection = calendar.Objection(to); objection != "" && to != warned {
				return nil
			}
			objection = ""
			return s.office.MoveVisit(ctx, v, to)
		}, func(err error) {
			if err == nil && objection != "" {
				warned = to
				err = app.Problem("%s Bấm Lưu lần nữa nếu vẫn chọn ngày này.", objection)
			}
			done(sentence(err))
		})
	}
}
