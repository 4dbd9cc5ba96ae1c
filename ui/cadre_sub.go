package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// subList is a list of what hangs on a cadre, with the acts on it; edit of the zero row adds one, remove may be refused.
func subList[R any](c *cadresScreen, name string, columns []kit.Column[R], key func(R) string, rows []R, edit func(R), remove func(R) (string, data.Record)) fyne.CanvasObject {
	table := kit.NewDataTable(columns, key, fromSlice(rows))
	table.SetRunner(c.background)
	chosen := func(then func(R)) func() {
		return func() {
			if r, ok := table.Selected(); ok {
				then(r)
			}
		}
	}
	table.OnOpened = edit
	table.SetEmpty("Chưa ghi "+vietnamese.LowerFirst(name)+" nào.", nil)
	table.Reload()
	if len(rows) > 0 {
		table.Select(key(rows[0]))
	}
	add := func() {
		var none R
		edit(none)
	}
	ask := func(r R) {
		what, record := remove(r)
		kit.Ask(c.win, "Xóa "+vietnamese.LowerFirst(name), "Xóa “"+what+"” khỏi hồ sơ?", "Xóa", "Để nguyên", func() {
			c.do(func(ctx context.Context) error {
				return c.office.RemoveSub(ctx, "Xóa "+vietnamese.LowerFirst(name), record)
			}, c.fail)
		})
	}
	actions := line(-1, kit.NewAction("+ "+name, "", add), kit.NewAction("Sửa…", "", chosen(edit)), kit.NewAction("Xóa…", "", chosen(ask)))
	return below(10, 1, actions, table)
}

func (s *shell) dateInput(value day.Date) *kit.DateField {
	f := kit.NewDateField(true)
	f.Today = s.office.Today
	f.SetDate(value)
	return f
}

func textInput(value string) *kit.Entry {
	e := kit.NewEntry()
	e.SetText(value)
	return e
}

// chosenOne is the check of a choice that must not stay empty.
func chosenOne(choice *kit.Choice, what string) func() error {
	return func() error {
		if choice.ID() == "" {
			return app.Problem("Hãy chọn %s.", what)
		}
		return nil
	}
}

// subForm shows a form whose values read gathers; leaving it asks when one of them differs.
func subForm[R comparable](s *shell, title string, fields []kit.Field, read func() R, save func(context.Context, R) error) {
	before := read()
	kit.ShowForm(s.win, title, fields, kit.FormOptions{Width: 600, Changed: func() bool { return read() != before }, Save: func(done func(error)) {
		r := read()
		s.do(func(ctx context.Context) error { return save(ctx, r) }, func(err error) { done(sentence(err)) })
	}})
}

func (c *cadresScreen) ratings(f app.CadreFile) fyne.CanvasObject {
	return subList(c, "Xếp loại", []kit.Column[app.RatingRow]{
		{ID: "year", Title: "Năm", Width: 60, Cell: func(r app.RatingRow) kit.Cell { return kit.Cell{Text: strconv.Itoa(r.Year)} }},
		{ID: "subject", Title: "Loại", Width: 90, Cell: func(r app.RatingRow) kit.Cell { return kit.Cell{Text: ratingSubject(r.Subject)} }},
		{ID: "level", Title: "Mức", Width: 160, Grow: 1, Cell: func(r app.RatingRow) kit.Cell { return kit.Cell{Text: r.Level} }},
	}, func(r app.RatingRow) string { return text(r.ID) }, f.Ratings, func(r app.RatingRow) { c.rate(f, r.CadreRating) },
		func(r app.RatingRow) (string, data.Record) {
			return fmt.Sprintf("%s năm %d", r.Level, r.Year), &r.CadreRating
		})
}

func ratingSubject(s string) string {
	if s == data.RatesPartyMembers {
		return "Đảng viên"
	}
	return "Cán bộ"
}

// rate opens the form of a rating. Levels of all schemes stand in one list under their names, with the years that they hold.
func (c *cadresScreen) rate(f app.CadreFile, before data.CadreRating) {
	latest := 0
	load(c.shell, &latest, func(ctx context.Context) ([]app.RatingScale, error) { return c.office.RatingScales(ctx, 0) }, func(scales []app.RatingScale) {
		if before.ID == 0 {
			before = data.CadreRating{CadreID: f.Cadre.ID, Year: c.on.Year}
		}
		var options []kit.Option
		schemes := map[int64]app.RatingScale{}
		for _, s := range scales {
			for _, l := range s.Levels {
				schemes[l.ID] = s
				options = append(options, kit.Option{ID: text(l.ID), Label: l.Name, Group: ratingSubject(s.Subject) + " · " + s.Name})
			}
		}
		year, decision := textInput(strconv.Itoa(before.Year)), textInput(before.Decision)
		level := kit.NewChoice(options, nil)
		if before.LevelID != 0 {
			level.SetID(text(before.LevelID))
		}
		note := kit.NewNote(2)
		note.SetText(before.Note)
		var unit int64
		if len(f.Posts) > 0 {
			unit = f.Posts[0].UnitID
		}
		subForm(c.shell, "Xếp loại hằng năm: "+f.Cadre.FullName, []kit.Field{
			{Label: "Năm", Widget: year, Check: func() error {
				if _, err := strconv.Atoi(year.Value()); err != nil {
					return app.Problem("Hãy gõ năm, ví dụ %d.", c.on.Year)
				}
				return nil
			}},
			{Label: "Mức", Widget: level, Check: chosenOne(level, "mức xếp loại")},
			{Label: "Số quyết định", Widget: decision},
			{Label: "Ghi chú", Widget: note},
		}, func() data.CadreRating {
			r := before
			r.Year, _ = strconv.Atoi(year.Value())
			r.LevelID = number(level.ID())
			r.SchemeID = schemes[r.LevelID].ID
			r.Decision, r.Note = decision.Value(), note.Value()
			return r
		}, func(ctx context.Context, r data.CadreRating) error {
			if err := c.office.SaveRating(ctx, r); err != nil || unit == 0 {
				return err
			}
			percent, over, err := c.office.RatingShare(ctx, c.on, unit, r.Year, schemes[r.LevelID])
			if err == nil && over {
				fyne.Do(func() {
					kit.Tell(c.win, "Tỷ lệ xuất sắc", fmt.Sprintf("Đã lưu. Ở đơn vị này, năm %d có %s%% xuất sắc trong số xếp loại tốt trở lên, quá 20%%.", r.Year, vietnamese.Decimal(percent, 1)))
				})
			}
			return err
		})
	})
}

func (c *cadresScreen) training(f app.CadreFile) fyne.CanvasObject {
	d := f.Cadre
	record := kit.Record([]kit.Pair{
		{Caption: "Học vấn", Value: d.Education},
		{Caption: "Chuyên môn", Value: strings.Trim(d.Degree+" · "+d.Specialty, " ·")},
		{Caption: "Lý luận chính trị", Value: d.Politics},
		{Caption: "Quản lý nhà nước", Value: d.StateManagement},
		{Caption: "Ngoại ngữ", Value: d.Languages},
		{Caption: "Tin học", Value: strings.Trim(d.Informatics+" · "+d.SoftwareSkill, " ·")},
	})
	list := subList(c, "Lớp bồi dưỡng", []kit.Column[app.TrainingRow]{
		{ID: "course", Title: "Lớp", Width: 160, Grow: 1, Cell: func(r app.TrainingRow) kit.Cell { return kit.Cell{Text: r.Course.Name} }},
		{ID: "from", Title: "Từ", Width: 92, Cell: func(r app.TrainingRow) kit.Cell { return kit.Cell{Text: r.Course.StartedOn.String()} }},
		{ID: "certificate", Title: "Chứng nhận", Width: 96, Cell: func(r app.TrainingRow) kit.Cell { return kit.Cell{Text: r.Certificate} }},
	}, func(r app.TrainingRow) string { return text(r.ID) }, f.Trainings, func(r app.TrainingRow) { c.trainingForm(d, r) },
		func(r app.TrainingRow) (string, data.Record) { return r.Course.Name, &r.Attendance })
	return below(10, 1, record, list)
}

// trainingForm notes that she was in a course.
func (c *cadresScreen) trainingForm(cadre data.Cadre, before app.TrainingRow) {
	latest := 0
	load(c.shell, &latest, c.office.Courses, func(courses []data.Course) {
		before.CadreID = cadre.ID
		course := c.newCourseInput(courses, before.CourseID)
		certificate, result := textInput(before.Certificate), textInput(before.Result)
		fields := append(course.fields(), kit.Field{Label: "Số chứng nhận", Widget: certificate}, kit.Field{Label: "Kết quả", Widget: result})
		subForm(c.shell, "Lớp bồi dưỡng: "+cadre.FullName, fields, func() app.TrainingRow {
			r := before
			r.Certificate, r.Result, r.Course = certificate.Value(), result.Value(), course.course()
			return r
		}, func(ctx context.Context, r app.TrainingRow) error {
			return c.office.SaveTraining(ctx, r.Attendance, r.Course)
		})
	})
}

func (c *cadresScreen) awards(f app.CadreFile) fyne.CanvasObject {
	edit := func(a data.CadreAward) {
		a.CadreID = f.Cadre.ID
		title, by, decision, on := c.wordInput("award", a.Title), textInput(a.GrantedBy), textInput(a.Decision), c.dateInput(a.GrantedOn)
		subForm(c.shell, "Khen thưởng: "+f.Cadre.FullName, []kit.Field{
			{Label: "Hình thức", Widget: title, Check: wordNeeded(title, "hình thức khen thưởng")},
			{Label: "Cấp khen", Widget: by},
			{Label: "Số quyết định", Widget: decision},
			{Label: "Ngày", Widget: on, Check: required(on)},
		}, func() data.CadreAward {
			r := a
			r.Title, r.GrantedBy, r.Decision = title.ID(), by.Value(), decision.Value()
			r.GrantedOn, _ = on.Date()
			return r
		}, c.office.SaveAward)
	}
	return subList(c, "Khen thưởng", []kit.Column[data.CadreAward]{
		{ID: "on", Title: "Ngày", Width: 92, Cell: func(a data.CadreAward) kit.Cell { return kit.Cell{Text: a.GrantedOn.String()} }},
		{ID: "title", Title: "Hình thức", Width: 180, Grow: 1, Cell: func(a data.CadreAward) kit.Cell { return kit.Cell{Text: a.Title} }},
	}, func(a data.CadreAward) string { return text(a.ID) }, f.Awards, edit, func(a data.CadreAward) (string, data.Record) { return a.Title, &a })
}

func (c *cadresScreen) disciplines(f app.CadreFile) fyne.CanvasObject {
	edit := func(d data.Discipline) {
		d.CadreID = f.Cadre.ID
		measure, by, decision, from, to := c.wordInput("discipline", d.Measure), textInput(d.ImposedBy), textInput(d.Decision), c.dateInput(d.FromDay), c.dateInput(d.ToDay)
		subForm(c.shell, "Kỷ luật: "+f.Cadre.FullName, []kit.Field{
			{Label: "Hình thức", Widget: measure, Check: wordNeeded(measure, "hình thức kỷ luật")},
			{Label: "Cấp quyết định", Widget: by},
			{Label: "Số quyết định", Widget: decision},
			{Label: "Từ ngày", Widget: from, Check: required(from)},
			{Label: "Đến ngày", Widget: to, Check: to.Check},
		}, func() data.Discipline {
			r := d
			r.Measure, r.ImposedBy, r.Decision = measure.ID(), by.Value(), decision.Value()
			r.FromDay, _ = from.Date()
			r.ToDay, _ = to.Date()
			return r
		}, c.office.SaveDiscipline)
	}
	return subList(c, "Kỷ luật", []kit.Column[data.Discipline]{
		{ID: "from", Title: "Từ", Width: 92, Cell: func(d data.Discipline) kit.Cell { return kit.Cell{Text: d.FromDay.String()} }},
		{ID: "measure", Title: "Hình thức", Width: 180, Grow: 1, Cell: func(d data.Discipline) kit.Cell { return kit.Cell{Text: d.Measure} }},
	}, func(d data.Discipline) string { return text(d.ID) }, f.Disciplines, edit, func(d data.Discipline) (string, data.Record) { return d.Measure, &d })
}

func (c *cadresScreen) allowances(f app.CadreFile) fyne.CanvasObject {
	edit := func(a data.Allowance) {
		a.CadreID = f.Cadre.ID
		amount, source, from, to := kit.NewEntry(), textInput(a.Source), c.dateInput(a.FromMonth), c.dateInput(a.ToMonth)
		if a.Amount != 0 {
			amount.SetText(app.Dong(a.Amount))
		}
		subForm(c.shell, "Chế độ bồi dưỡng: "+f.Cadre.FullName, []kit.Field{
			{Label: "Mức (đồng/tháng)", Widget: amount, Check: func() error {
				_, err := app.ParseDong(amount.Value())
				return sentence(err)
			}},
			{Label: "Văn bản quy định", Widget: source},
			{Label: "Từ tháng", Widget: from, Check: required(from)},
			{Label: "Đến tháng", Widget: to, Check: to.Check, Hint: "Để trống nếu còn hưởng."},
		}, func() data.Allowance {
			r := a
			r.Amount, _ = app.ParseDong(amount.Value())
			r.Source = source.Value()
			r.FromMonth, _ = from.Date()
			r.ToMonth, _ = to.Date()
			return r
		}, c.office.SaveAllowance)
	}
	return subList(c, "Mức bồi dưỡng", []kit.Column[data.Allowance]{
		{ID: "amount", Title: "Đồng/tháng", Width: 100, Cell: func(a data.Allowance) kit.Cell { return kit.Cell{Text: app.Dong(a.Amount)} }},
		{ID: "from", Title: "Từ", Width: 84, Cell: func(a data.Allowance) kit.Cell { return kit.Cell{Text: a.FromMonth.String()} }},
		{ID: "source", Title: "Văn bản", Width: 120, Grow: 1, Cell: func(a data.Allowance) kit.Cell { return kit.Cell{Text: a.Source} }},
	}, func(a data.Allowance) string { return text(a.ID) }, f.Allowances, edit, func(a data.Allowance) (string, data.Record) { return app.Dong(a.Amount) + " đồng", &a })
}
