package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// figureForms is the sheet in which the biểu số liệu kỳ itself is edited.
type figureForms struct {
	*figuresScreen
	forms   []data.FigureForm
	columns atomic.Pointer[[]data.FigureColumn]
	version *kit.Choice
	table   *kit.DataTable[data.FigureColumn]
	latest  int
}

// editForms opens the sheet, with the version of the period in view.
func (f *figuresScreen) editForms() {
	f.do(f.office.EnsureFigureForm, func(err error) {
		if err != nil {
			f.fail(err)
			return
		}
		e := &figureForms{figuresScreen: f}
		e.columns.Store(&[]data.FigureColumn{})
		e.open()
	})
}

func (e *figureForms) open() {
	kinds := map[data.FigureKind]string{data.Entered: "nhập", data.Counted: "đếm", data.Computed: "tính"}
	levels := map[data.Level]string{data.Branch: "chi hội", data.BaseUnit: "cơ sở", data.District: "huyện"}
	e.version = kit.NewChip("Phiên bản", nil, func(string) { e.read() })
	e.table = kit.NewDataTable([]kit.Column[data.FigureColumn]{
		{ID: "code", Title: "Mã", Width: 58, Cell: func(c data.FigureColumn) kit.Cell { return kit.Cell{Text: c.Code} }},
		{ID: "group", Title: "Nhóm", Width: 90, Grow: 1, Cell: func(c data.FigureColumn) kit.Cell { return kit.Cell{Text: c.GroupName, Tone: kit.ToneQuiet} }},
		{ID: "title", Title: "Tên cột", Width: 220, Grow: 4, Cell: func(c data.FigureColumn) kit.Cell { return kit.Cell{Text: c.Title} }},
		{ID: "level", Title: "Cấp", Width: 70, Cell: func(c data.FigureColumn) kit.Cell { return kit.Cell{Text: levels[c.Level]} }},
		{ID: "kind", Title: "Cách lấy", Width: 76, Cell: func(c data.FigureColumn) kit.Cell { return kit.Cell{Text: kinds[c.Kind]} }},
		{ID: "formula", Title: "Công thức, điều kiện", Width: 160, Grow: 3, Cell: func(c data.FigureColumn) kit.Cell {
			text := c.Formula
			if c.Checks != "" {
				if text != "" {
					text += "; "
				}
				text += strings.ReplaceAll(c.Checks, "\n", "; ")
			}
			return kit.Cell{Text: text, Tone: kit.ToneQuiet}
		}},
	}, func(c data.FigureColumn) string { return text(c.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.FigureColumn], error) {
		return fromSlice(*e.columns.Load())(ctx, sort, offset, limit)
	})
	e.table.SetRunner(e.background)
	e.table.OnOpened = e.edit
	var shut func()
	move := func(by int) func() {
		return chosenIn(e.table, func(c data.FigureColumn) {
			e.write(func(ctx context.Context) error { return e.office.MoveFigureColumn(ctx, c, by) })
		})
	}
	actions := []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("Phiên bản mới…", "", e.renew),
		kit.NewAction("Lên", "", move(-1)),
		kit.NewAction("Xuống", "", move(1)),
		kit.NewAction("Xóa cột", "", chosenIn(e.table, e.remove)),
		kit.NewAction("+ Cột…", "", func() { e.edit(data.FigureColumn{Kind: data.Entered, Level: data.BaseUnit}) }),
		kit.NewAction("Sửa cột…", "F2", chosenIn(e.table, e.edit)).Primary(),
	}
	shut = kit.ShowSheet(e.win, "Biểu số liệu kỳ", below(8, 1, line(-1, e.version), e.table), actions, 1120, 470)
	e.read()
}

// form is the version in view.
func (e *figureForms) form() (data.FigureForm, bool) {
	for _, one := range e.forms {
		if text(one.ID) == e.version.ID() {
			return one, true
		}
	}
	return data.FigureForm{}, false
}

// read reads the versions and the columns of the one in view.
func (e *figureForms) read() {
	type all struct {
		forms   []data.FigureForm
		columns []data.FigureColumn
		shown   int64
	}
	want := number(e.version.ID())
	if want == 0 && e.sheet != nil {
		want = e.sheet.Form.ID
	}
	load(e.shell, &e.latest, func(ctx context.Context) (a all, err error) {
		if a.forms, err = e.office.FigureForms(ctx); err != nil || len(a.forms) == 0 {
			return a, err
		}
		a.shown = a.forms[0].ID
		for _, one := range a.forms {
			if one.ID == want {
				a.shown = want
			}
		}
		a.columns, err = e.office.FigureColumns(ctx, a.shown)
		return a, err
	}, func(a all) {
		e.forms = a.forms
		var options []kit.Option
		for _, one := range a.forms {
			years := fmt.Sprintf("từ năm %d", one.FirstYear)
			if one.LastYear != 0 {
				years = fmt.Sprintf("%d – %d", one.FirstYear, one.LastYear)
			}
			options = append(options, kit.Option{ID: text(one.ID), Label: one.Name + ", " + years})
		}
		e.version.SetOptions(options)
		e.version.SetID(text(a.shown))
		relayout(e.version)
		e.columns.Store(&a.columns)
		e.table.Reload()
		if _, chosen := e.table.Selected(); !chosen && len(a.columns) > 0 {
			e.table.Select(text(a.columns[0].ID))
			e.table.Focus()
		}
	})
}

func (e *figureForms) write(work func(context.Context) error) {
	e.do(work, func(err error) {
		e.fail(err)
		e.read()
	})
}

func (e *figureForms) remove(c data.FigureColumn) {
	kit.Ask(e.win, "Xóa cột", "Xóa cột “"+c.Code+". "+c.Title+"” khỏi biểu?", "Xóa", "Giữ lại", func() {
		e.write(func(ctx context.Context) error { return e.office.RemoveFigureColumn(ctx, c) })
	})
}

// renew asks for the year of a new version.
func (e *figureForms) renew() {
	form, ok := e.form()
	if !ok {
		return
	}
	name, year := kit.NewEntry(), kit.NewEntry()
	name.SetText(form.Name)
	year.SetText(strconv.Itoa(e.today.Year + 1))
	kit.ShowForm(e.win, "Phiên bản mới của biểu số liệu", []kit.Field{
		{Label: "Tên biểu", Widget: name},
		{Label: "Từ năm", Widget: year, Hint: "Các cột được chép sang để sửa tiếp; kỳ đã mở giữ nguyên phiên bản cũ.", Check: func() error {
			if _, err := strconv.Atoi(year.Value()); err != nil {
				return app.Problem("Hãy gõ năm, ví dụ 2027.")
			}
			return nil
		}},
	}, kit.FormOptions{SaveLabel: "Tạo phiên bản", Width: 560, Save: func(done func(error)) {
		from, _ := strconv.Atoi(year.Value())
		title := name.Value()
		e.do(func(ctx context.Context) error { return e.office.RenewFigureForm(ctx, form, title, from) }, func(err error) {
			done(sentence(err))
			e.version.SetID("")
			e.read()
		})
	}})
}

// edit asks for what a column is; one without id is new.
func (e *figureForms) edit(c data.FigureColumn) {
	form, ok := e.form()
	if !ok {
		return
	}
	if c.ID == 0 {
		c.FormID = form.ID
	}
	entry := func(text string) *kit.Entry {
		n := kit.NewEntry()
		n.SetText(text)
		return n
	}
	percent := func(n int) *kit.Entry {
		if n == 0 {
			return entry("")
		}
		return entry(strconv.Itoa(n))
	}
	code, group, title, short, formula := entry(c.Code), entry(c.GroupName), entry(c.Title), entry(c.Short), entry(c.Formula)
	level := kit.NewChoice([]kit.Option{{ID: string(data.Branch), Label: "Chi hội (hoặc cơ sở)"}, {ID: string(data.BaseUnit), Label: "Cơ sở"}, {ID: string(data.District), Label: "Huyện"}}, nil)
	level.SetID(string(c.Level))
	kind := kit.NewChoice([]kit.Option{{ID: string(data.Entered), Label: "Nhập từ báo cáo"}, {ID: string(data.Counted), Label: "Đếm từ dữ liệu của chương trình"}, {ID: string(data.Computed), Label: "Tính từ cột khác"}}, nil)
	kind.SetID(string(c.Kind))
	options := []kit.Option{{ID: "", Label: "(không)"}}
	for _, choice := range app.CounterChoices() {
		options = append(options, kit.Option{ID: choice.Name, Label: choice.Title})
	}
	if c.Source != "" && !hasOption(options, c.Source) {
		options = append(options, kit.Option{ID: c.Source, Label: "Chưa có nơi ghi nhận (" + c.Source + ")"})
	}
	source := kit.NewChoice(options, nil)
	source.SetID(c.Source)
	flow := kit.NewCheck("Phát sinh trong kỳ", nil)
	flow.SetChecked(c.Flow)
	yearly := kit.NewCheck("Chỉ hỏi ở kỳ cả năm", nil)
	yearly.SetChecked(c.Yearly)
	atLeast, jump := percent(c.AtLeast), percent(c.Jump)
	checks := kit.NewNote(2)
	checks.SetText(c.Checks)
	number := func(n *kit.Entry) func() error {
		return func() error {
			if _, err := strconv.Atoi(n.Value()); n.Value() != "" && err != nil {
				return app.Problem("Hãy gõ số nguyên hoặc để trống.")
			}
			return nil
		}
	}
	read := func() data.FigureColumn {
		now := c
		now.Code, now.GroupName, now.Title, now.Short, now.Formula = code.Value(), group.Value(), title.Value(), short.Value(), formula.Value()
		now.Level, now.Kind, now.Source = data.Level(level.ID()), data.FigureKind(kind.ID()), source.ID()
		now.Flow, now.Yearly, now.Checks = flow.Checked, yearly.Checked, checks.Value()
		now.AtLeast, _ = strconv.Atoi(atLeast.Value())
		now.Jump, _ = strconv.Atoi(jump.Value())
		return now
	}
	head := "Cột mới"
	if c.ID != 0 {
		head = "Cột " + c.Code
	}
	kit.ShowForm(e.win, head, []kit.Field{
		{Label: "Mã cột", Widget: code, Hint: "Chữ cái rồi đến số, ví dụ B14 hoặc B14.1."},
		{Label: "Nhóm", Widget: group},
		{Label: "Tên cột", Widget: title},
		{Label: "Tên ngắn trên lưới", Widget: short},
		{Label: "Cấp nhập", Widget: level},
		{Label: "Cách lấy số", Widget: kind},
		{Label: "Đếm từ", Widget: source},
		{Label: "Công thức", Widget: formula, Hint: "Ví dụ B5.1 + B5.2, hoặc B2 / B1 cho tỷ lệ."},
		{Label: "Cảnh báo dưới (%)", Widget: atLeast, Check: number(atLeast)},
		{Label: "Biến động quá (%)", Widget: jump, Check: number(jump)},
		{Label: "", Widget: flow, Hint: "So với cùng kỳ năm trước, không gợi ý số kỳ trước."},
		{Label: "", Widget: yearly},
		{Label: "Điều kiện kiểm tra", Widget: checks, Check: checks.Check, Hint: "Mỗi dòng một điều kiện: B3 <= B2; A4 = A4.1 + A4.2; B2 = dauky.B2 + B5 - B6 (dauky là số cuối năm trước)."},
	}, kit.FormOptions{Width: 820, Columns: 2, Changed: func() bool { return read() != c }, Save: func(done func(error)) {
		now := read()
		e.do(func(ctx context.Context) error { return e.office.SaveFigureColumn(ctx, now) }, func(err error) {
			done(sentence(err))
			e.read()
		})
	}})
}

func hasOption(options []kit.Option, id string) bool {
	for _, o := range options {
		if o.ID == id {
			return true
		}
	}
	return false
}
