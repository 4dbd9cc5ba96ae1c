package ui

import (
	"context"
	"strconv"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// What the menus of Số liệu kỳ do.
const (
	actOpenPeriod   = "open"
	actDue          = "due"
	actLock         = "lock"
	actUnlock       = "unlock"
	actProblems     = "problems"
	actForm         = "form"
	actTemplate     = "template"
	actTemplateRow  = "template row"
	actImport       = "import"
	actTable        = "table"
	actFiguresCheck = "check"
)

func (f *figuresScreen) showPeriodMenu() {
	options := []kit.Option{{ID: actOpenPeriod, Label: "Mở kỳ số liệu…"}}
	if f.sheet != nil {
		options = append(options, kit.Option{ID: actProblems, Label: "Số liệu cần xem lại…", Detail: "Ctrl+F"})
		if f.sheet.Period.LockedOn.IsZero() {
			options = append(options, kit.Option{ID: actDue, Label: "Đổi hạn nộp…"}, kit.Option{ID: actLock, Label: "Khóa kỳ " + f.sheet.Period.Name() + "…"})
		} else {
			options = append(options, kit.Option{ID: actUnlock, Label: "Mở khóa kỳ " + f.sheet.Period.Name() + "…"})
		}
	}
	options = append(options, kit.Option{ID: actForm, Label: "Sửa biểu (cột, công thức, điều kiện)…"})
	kit.ShowMenu(f.menu, options, func(id string) {
		switch id {
		case actOpenPeriod:
			f.openPeriod()
		case actProblems:
			f.listProblems()
		case actDue:
			f.changeDue()
		case actLock:
			f.lockPeriod()
		case actUnlock:
			p := f.sheet.Period
			f.askReason("Mở khóa số liệu "+p.Name(), "Mở khóa", "Lý do mở khóa", func(ctx context.Context, reason string) error {
				return f.office.UnlockReturnPeriod(ctx, p, reason)
			})
		case actForm:
			f.editForms()
		}
	})
}

// openPeriod asks for a period to be opened.
func (f *figuresScreen) openPeriod() {
	year, span := app.NextReturnPeriod(f.periods, f.on)
	yearField, due := kit.NewEntry(), kit.NewDateField(false)
	yearField.SetText(strconv.Itoa(year))
	due.Today = f.office.Today
	suggest := func(string) {}
	spanField := kit.NewChoice([]kit.Option{{ID: string(data.SpanHalf), Label: "6 tháng đầu năm"}, {ID: string(data.SpanYear), Label: "Cả năm"}}, func(id string) { suggest(id) })
	spanField.SetID(string(span))
	suggest = func(string) {
		if y, err := strconv.Atoi(yearField.Value()); err == nil {
			due.SetDate(app.SuggestedDue(y, data.ReturnSpan(spanField.ID())))
		}
	}
	suggest("")
	yearField.OnChanged = suggest
	kit.ShowForm(f.win, "Mở kỳ số liệu", []kit.Field{
		{Label: "Năm", Widget: yearField, Check: func() error {
			if _, err := strconv.Atoi(yearField.Value()); err != nil {
				return app.Problem("Hãy gõ năm, ví dụ 2025.")
			}
			return nil
		}},
		{Label: "Kỳ", Widget: spanField},
		{Label: "Hạn nộp", Widget: due, Check: required(due), Hint: "Đơn vị tồn tại ở ngày cuối kỳ và đã có ít nhất ba tháng thì phải nộp."},
	}, kit.FormOptions{SaveLabel: "Mở kỳ", Width: 480, Save: func(done func(error)) {
		y, _ := strconv.Atoi(yearField.Value())
		d, _ := due.Date()
		var opened data.ReturnPeriod
		f.do(func(ctx context.Context) (err error) {
			opened, err = f.office.OpenReturnPeriod(ctx, y, data.ReturnSpan(spanField.ID()), d)
			return err
		}, func(err error) {
			done(sentence(err))
			if err == nil {
				f.inside = 0
				f.period.SetID(text(opened.ID))
				f.load()
			}
		})
	}})
}

func (f *figuresScreen) changeDue() {
	p := f.sheet.Period
	due := kit.NewDateField(false)
	due.Today = f.office.Today
	due.SetDate(p.DueOn)
	kit.ShowForm(f.win, "Hạn nộp số liệu "+p.Name(), []kit.Field{{Label: "Hạn nộp", Widget: due, Check: required(due)}}, kit.FormOptions{Width: 420, Save: func(done func(error)) {
		d, _ := due.Date()
		f.do(func(ctx context.Context) error { return f.office.SaveReturnDue(ctx, p, d) }, func(err error) { done(sentence(err)) })
	}})
}

func (f *figuresScreen) lockPeriod() {
	p := f.sheet.Period
	received, owed := f.sheet.Completeness(f.sheet.Total)
	question := "Khóa số liệu " + p.Name() + "? Sau khi khóa không ai sửa được số nào; số đếm từ dữ liệu được giữ như hôm nay. Muốn sửa phải mở khóa và ghi lý do."
	if received < owed {
		question += " Còn " + kit.Number(owed-received) + " đơn vị chưa nộp."
	}
	kit.Ask(f.win, "Khóa kỳ số liệu", question, "Khóa kỳ", "Chưa khóa", func() {
		f.grid.Settle()
		f.stores.whenDone(func() {
			f.jobs.Run("Khóa số liệu "+p.Name(), func(ctx context.Context, _ kit.Progress) error { return f.office.LockReturnPeriod(ctx, p.ID) }, f.fail)
		})
	})
}
