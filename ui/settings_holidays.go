package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// holidayTab keeps the office's own days off and worked days, beside the public holidays of a year.
func (t *settingsScreen) holidayTab() fyne.CanvasObject {
	special := kit.NewDataTable([]kit.Column[data.SpecialDay]{
		{ID: "first", Title: "Từ ngày", Width: 96, Cell: func(s data.SpecialDay) kit.Cell { return kit.Cell{Text: s.FirstDay.String()} }},
		{ID: "last", Title: "Đến ngày", Width: 96, Cell: func(s data.SpecialDay) kit.Cell { return kit.Cell{Text: s.LastDay.String()} }},
		{ID: "name", Title: "Tên", Width: 160, Grow: 1, Cell: func(s data.SpecialDay) kit.Cell { return kit.Cell{Text: s.Name} }},
		{ID: "working", Title: "Làm việc", Width: 96, Cell: func(s data.SpecialDay) kit.Cell {
			if s.Working {
				return kit.Cell{Text: "làm bù", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "nghỉ", Tone: kit.ToneNeutral, Tag: true}
		}},
	}, func(s data.SpecialDay) string { return text(s.ID) }, func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[data.SpecialDay], error) {
		all, err := t.office.SpecialDays(ctx)
		if err != nil {
			return kit.Page[data.SpecialDay]{}, err
		}
		return fromSlice(all)(ctx, kit.Sort{}, offset, limit)
	})
	special.SetRunner(t.background)
	special.OnError = t.fail
	special.SetEmpty("Chưa có ngày nào. Thêm ngày cơ quan nghỉ riêng, hoặc ngày Thứ Bảy làm bù.", nil)

	var year *kit.Choice
	holidays := kit.NewDataTable([]kit.Column[app.DayOff]{
		{ID: "on", Title: "Ngày", Width: 96, Cell: func(d app.DayOff) kit.Cell { return kit.Cell{Text: d.On.String()} }},
		{ID: "weekday", Title: "Thứ", Width: 80, Cell: func(d app.DayOff) kit.Cell { return kit.Cell{Text: weekdayName(d.On), Tone: kit.ToneQuiet} }},
		{ID: "name", Title: "Ngày nghỉ", Width: 160, Grow: 1, Cell: func(d app.DayOff) kit.Cell { return kit.Cell{Text: d.Name} }},
	}, func(d app.DayOff) string { return d.On.ISO() }, func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[app.DayOff], error) {
		calendar, err := t.office.Calendar(ctx)
		if err != nil {
			return kit.Page[app.DayOff]{}, err
		}
		wanted, err := strconv.Atoi(year.ID())
		if err != nil {
			return kit.Page[app.DayOff]{}, err
		}
		return fromSlice(calendar.DaysOff(wanted))(ctx, kit.Sort{}, offset, limit)
	})
	holidays.SetRunner(t.background)
	holidays.OnError = t.fail
	var years []kit.Option
	for y := t.today.Year - 3; y <= t.today.Year+5; y++ {
		years = append(years, kit.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	year = kit.NewChip("Năm", years, func(string) { holidays.Reload() })
	year.SetID(strconv.Itoa(t.today.Year))

	reload := func() {
		special.Reload()
		holidays.Reload()
	}
	special.OnOpened = func(s data.SpecialDay) { t.specialDayForm(s, reload) }
	chosen := func(then func(data.SpecialDay)) func() {
		return func() {
			if s, ok := special.Selected(); ok {
				then(s)
				return
			}
			kit.Tell(t.win, "Ngày nghỉ", "Hãy chọn một dòng trong bảng bên trái trước.")
		}
	}
	actions := line(-1,
		kit.NewAction("+ Ngày nghỉ, làm bù…", "", func() { t.specialDayForm(data.SpecialDay{}, reload) }),
		kit.NewAction("Sửa…", "", chosen(func(s data.SpecialDay) { t.specialDayForm(s, reload) })),
		kit.NewAction("Xóa", "", chosen(func(s data.SpecialDay) {
			t.do(func(ctx context.Context) error { return t.office.RemoveSpecialDay(ctx, s) }, func(err error) {
				t.fail(err)
				reload()
			})
		})))
	reload()
	note := kit.Paragraph("Ngày lễ, Tết và nghỉ bù tính theo Bộ luật Lao động 2019 (Điều 111, 112). Năm nào Thủ tướng quyết định khác, hoặc cơ quan nghỉ, làm bù riêng, hãy ghi vào bảng bên trái. Lịch kiểm tra không xếp vào ngày nghỉ.").Quiet()
	return padded(below(10, 1, note, columns([]float32{0, 0}, below(10, 1, actions, special), below(10, 1, line(-1, year), holidays))), 12, 0, 0, 0)
}

// specialDayForm adds or changes a special day.
func (t *settingsScreen) specialDayForm(before data.SpecialDay, saved func()) {
	name := kit.NewEntry()
	name.SetText(before.Name)
	name.SetPlaceHolder("Nghỉ hoán đổi dịp 30/4")
	first, last := kit.NewDateField(false), kit.NewDateField(false)
	first.Today, last.Today = t.office.Today, t.office.Today
	first.SetDate(before.FirstDay)
	last.SetDate(before.LastDay)
	working := kit.NewCheck("Làm việc những ngày này (làm bù)", nil)
	working.SetChecked(before.Working)
	read := func() data.SpecialDay {
		s := before
		s.Name, s.Working = name.Value(), working.Checked
		s.FirstDay, _ = first.Date()
		s.LastDay, _ = last.Date()
		return s
	}
	title := "Sửa ngày nghỉ, ngày làm bù"
	if before.ID == 0 {
		title = "Thêm ngày nghỉ, ngày làm bù"
	}
	kit.ShowForm(t.win, title, []kit.Field{
		{Label: "Tên", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ tên, ví dụ “Nghỉ hoán đổi dịp 30/4”.")
			}
			return nil
		}},
		{Label: "Từ ngày", Widget: first, Check: required(first)},
		{Label: "Đến ngày", Widget: last, Check: last.Check, Hint: "Để trống nếu chỉ một ngày."},
		{Label: "Làm việc", Widget: working},
	}, kit.FormOptions{
		Width:   520,
		Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			s := read()
			t.do(func(ctx context.Context) error { return t.office.SaveSpecialDay(ctx, s) }, func(err error) {
				done(sentence(err))
				if err == nil {
					saved()
				}
			})
		},
	})
}
