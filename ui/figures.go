package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// figuresScreen is Số liệu kỳ: the biểu số liệu of a period as a grid of units and columns, the cell and its unit at the right.
type figuresScreen struct {
	*shell
	period, group, rows *kit.Choice
	remark, selected    *kit.Text
	back                *kit.Action
	grid                *kit.Grid
	card                *kit.Card
	holder              *fyne.Container
	empty               fyne.CanvasObject
	menu, files         *kit.Action

	periods []data.ReturnPeriod
	sheet   *app.ReturnSheet // nil until it is read
	view    figureView
	inside  int64 // a cơ sở whose chi hội are shown, 0 for the unit in view of the window
	// unitShown is the unit in view of the window when the screen was last read.
	unitShown int64
	want      figurePlace

	stores figureStore

	latestPeriods, latestSheet int
}

// figurePlace is a cell by what it means.
type figurePlace struct {
	unit int64
	code string
}

// What the chip Hiện keeps.
const (
	rowsAll     = "all"
	rowsOpen    = "open"
	rowsProblem = "problem"
	rowsMissing = "missing"
)

func newFiguresScreen(s *shell) *figuresScreen {
	f := &figuresScreen{shell: s}
	f.stores.screen = f
	return f
}

func (f *figuresScreen) content() fyne.CanvasObject {
	f.remark, f.selected = kit.Caption("").Shrinking(), kit.Caption("")
	f.period = kit.NewChip("Kỳ", nil, func(string) { f.load() })
	f.group = kit.NewChip("Nhóm cột", []kit.Option{{ID: "", Label: "Tất cả"}}, func(string) { f.show() })
	f.group.SetID("")
	f.rows = kit.NewChip("Hiện", []kit.Option{{ID: rowsAll, Label: "Mọi đơn vị"}, {ID: rowsOpen, Label: "Chưa nộp"}, {ID: rowsProblem, Label: "Cần giải trình"}, {ID: rowsMissing, Label: "Còn thiếu số"}}, func(string) { f.show() })
	f.rows.SetID(rowsAll)
	f.back = kit.NewAction("Về danh sách cơ sở", "", func() { f.enter(0) })
	f.back.Hide()
	f.grid = kit.NewGrid(figureView{}, "")
	f.grid.OnChange = f.typed
	f.grid.OnMoved = func(int, int) { f.moved() }
	f.grid.OnOpened = f.openRow
	f.grid.OnError = f.refuse
	f.grid.OnUndo, f.grid.OnRedo, f.grid.OnAccept = f.stores.undo, f.stores.redo, f.accept
	f.card = kit.NewCard(kit.Body(""), 14)
	f.empty = kit.NewEmpty("Chưa mở kỳ số liệu nào. Mở một kỳ để các đơn vị báo cáo.", kit.NewAction("Mở kỳ số liệu…", "", f.openPeriod).Primary())
	f.holder = columns([]float32{0, 286}, kit.NewCard(f.grid, 1), f.card)
	f.menu = kit.NewAction("Kỳ số liệu", "", f.showPeriodMenu).Menu()
	f.files = kit.NewAction("Excel", "", f.showFileMenu).Menu()
	actions := []fyne.CanvasObject{f.files, f.menu, kit.NewAction("Nhận số kỳ trước", "Ctrl+Enter", f.accept).Tip("Điền số gợi ý (chữ nhạt) vào các ô đang chọn"), kit.NewAction("Ghi nộp", "Ctrl+S", f.submit).Primary().Tip("Ghi biểu của đơn vị đang chọn là đã nộp")}
	filters := line(4, f.period, f.group, f.rows, f.back, spacer(), f.selected)
	return page("Số liệu kỳ", f.remark, actions, below(8, 1, filters, f.holder))
}

func (f *figuresScreen) commands() commands {
	return commands{create: f.openPeriod, save: f.submit, find: f.listProblems, edit: func() { f.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2}) }}
}

func (f *figuresScreen) concerned(c data.Changes) bool {
	if f.stores.writing && !c.Any(data.KindReturn, data.KindReturnPeriod) {
		return false // what this screen stores itself is on it already
	}
	return c.Any(data.KindFigure, data.KindReturn, data.KindReturnPeriod, data.KindFigureForm, data.KindFigureColumn, data.KindUnit, data.KindUnitState, data.KindCadre,
		data.KindAppointment, data.KindVisit, data.KindPartyStep, data.KindAllowance, data.KindAttendance, data.KindCourse, data.KindCadreRating, data.KindCadreAward, data.KindReorganisation,
		data.KindModel, data.KindPair, data.KindModelReview, data.KindActivity, data.KindMeeting, data.KindProposal, data.KindUnitRating, data.KindUnitAward, data.KindRemedy)
}

// settle stores what is being typed before the window goes.
func (f *figuresScreen) settle(then func()) {
	if f.grid != nil {
		f.grid.Settle()
	}
	f.stores.whenDone(then)
}

func (f *figuresScreen) refresh() {
	if f.unitShown != f.shell.unit { // chosen in the bar of the window
		f.unitShown, f.inside = f.shell.unit, 0
	}
	load(f.shell, &f.latestPeriods, f.office.ReturnPeriods, func(periods []data.ReturnPeriod) {
		f.periods = periods
		options := make([]kit.Option, len(periods))
		for i, p := range periods {
			label := vietnamese.UpperFirst(p.Name())
			if !p.LockedOn.IsZero() {
				label += " (đã khóa)"
			}
			options[i] = kit.Option{ID: text(p.ID), Label: label}
		}
		f.period.SetOptions(options)
		if f.period.ID() == "" {
			if p, ok := app.PickReturnPeriod(periods, f.on); ok {
				f.period.SetID(text(p.ID))
			}
		}
		f.load()
	})
}

// load reads the sheet of the period for the unit in view.
func (f *figuresScreen) load() {
	period := number(f.period.ID())
	if period == 0 {
		f.sheet = nil
		f.show()
		return
	}
	if f.sheet == nil {
		setWords(f.remark, "Đang đọc số liệu…")
	}
	unit := f.shell.unit
	if f.inside != 0 {
		unit = f.inside
	}
	load(f.shell, &f.latestSheet, func(ctx context.Context) (*app.ReturnSheet, error) { return f.office.ReturnSheet(ctx, period, unit) }, func(s *app.ReturnSheet) {
		same := f.sheet != nil && f.sheet.Period.ID == s.Period.ID && f.sheet.Total.Unit.ID == s.Total.Unit.ID
		if same && f.stores.writing { // the answer is older than what was typed meanwhile
			f.stores.whenDone(f.load)
			return
		}
		if same && f.grid.Editing() {
			return
		}
		f.sheet = s
		var groups []kit.Option
		for _, c := range s.Columns {
			if n := len(groups); n == 0 || groups[n-1].ID != c.GroupName {
				groups = append(groups, kit.Option{ID: c.GroupName, Label: c.GroupName})
			}
		}
		f.group.SetOptions(append([]kit.Option{{ID: "", Label: "Tất cả"}}, groups...))
		f.show()
	})
}

// show puts the rows and columns that the chips keep on the grid.
func (f *figuresScreen) show() {
	if f.sheet == nil {
		f.holder.Objects = []fyne.CanvasObject{kit.NewCard(f.empty, 14), f.card}
		f.card.SetContent(kit.Body(""))
		f.holder.Refresh()
		f.say()
		return
	}
	f.holder.Objects = []fyne.CanvasObject{kit.NewCard(f.grid, 1), f.card}
	f.holder.Refresh()
	f.view = figureView{sheet: f.sheet, on: f.today}
	for i, c := range f.sheet.Columns {
		if f.group.ID() == "" || c.GroupName == f.group.ID() {
			f.view.columns = append(f.view.columns, i)
		}
	}
	for _, r := range f.sheet.Rows {
		keep := true
		switch f.rows.ID() {
		case rowsOpen:
			keep = r.Owes && !r.Received()
		case rowsProblem:
			keep = r.Unexplained() > 0
		case rowsMissing:
			keep = r.Owes && r.Missing() > 0
		}
		if keep {
			f.view.rows = append(f.view.rows, r)
		}
	}
	total := "Tổng cộng"
	if len(f.view.rows) == 0 {
		total = "Không có đơn vị nào"
	}
	f.grid.SetModel(f.view, total)
	if f.want.unit != 0 {
		f.goTo(f.want)
		f.want = figurePlace{}
	}
	if f.inside != 0 {
		f.back.Show()
	} else {
		f.back.Hide()
	}
	relayout(f.back)
	f.say()
	f.moved()
}

// say tells beside the title how far the period is.
func (f *figuresScreen) say() {
	text := ""
	if s := f.sheet; s != nil {
		received, owed := s.Completeness(s.Total)
		text = fmt.Sprintf("Hạn nộp %s · đã nộp %s/%s biểu", s.Period.DueOn, kit.Number(received), kit.Number(owed))
		if !s.Period.LockedOn.IsZero() {
			text = fmt.Sprintf("Đã khóa ngày %s · đã nộp %s/%s biểu", s.Period.LockedOn, kit.Number(received), kit.Number(owed))
		}
		problems := 0
		for _, r := range s.Rows {
			problems += r.Unexplained()
		}
		if problems > 0 {
			text += fmt.Sprintf(" · %s chỗ cần giải trình", kit.Number(problems))
		}
	}
	setWords(f.remark, text)
}

// tell shows another text, and places its line anew only then: that takes longer than all else that a key does.
func setWords(t *kit.Text, text string) {
	if t.Text() != text {
		t.SetText(text)
		relayout(t)
	}
}

// cell is the row and column of the cursor; ok is false without any.
func (f *figuresScreen) cell() (row *app.ReturnRow, column int, ok bool) {
	r, c := f.grid.Cursor()
	if f.sheet == nil || r >= len(f.view.rows) || c >= len(f.view.columns) {
		return nil, 0, false
	}
	return f.view.rows[r], f.view.columns[c], true
}

// moved shows the cell of the cursor at the right and adds up what is selected.
func (f *figuresScreen) moved() {
	row, column, ok := f.cell()
	if !ok {
		f.card.SetContent(kit.Body(""))
		setWords(f.selected, "")
		return
	}
	f.card.SetContent(f.about(row, column))
	top, left, bottom, right := f.grid.Selection()
	text := ""
	if top != bottom || left != right {
		sum, n := int64(0), 0
		for r := top; r <= bottom; r++ {
			for c := left; c <= right; c++ {
				if v := f.view.rows[r].Cells[f.view.columns[c]].Value; v.Known && !v.Rate {
					sum += v.Num
					n++
				}
			}
		}
		text = fmt.Sprintf("Đang chọn %s ô có số, tổng %s", kit.Number(n), kit.Number(int(sum)))
	}
	if f.selected.Text() != text {
		f.selected.SetColor(kit.Secondary)
		setWords(f.selected, text)
	}
}

// goTo moves the cursor to a place when it is in view; false tells that it is not.
func (f *figuresScreen) goTo(place figurePlace) bool {
	for r, row := range f.view.rows {
		if row.Unit.ID != place.unit {
			continue
		}
		for c, column := range f.view.columns {
			if f.sheet.Columns[column].Code == place.code {
				f.grid.Select(r, c)
				return true
			}
		}
	}
	return false
}

// openRow shows the chi hội of a cơ sở.
func (f *figuresScreen) openRow(row int) {
	if u := f.view.rows[row].Unit; u.Level == data.BaseUnit || u.Level == data.Affiliate {
		f.enter(u.ID)
	}
}

// enter shows the chi hội of a unit, with 0 again what was shown before.
func (f *figuresScreen) enter(unit int64) {
	f.stores.whenDone(func() {
		if unit == 0 {
			f.want = figurePlace{f.inside, f.codeOfCursor()}
		}
		f.inside = unit
		f.rows.SetID(rowsAll)
		f.load()
	})
}

func (f *figuresScreen) codeOfCursor() string {
	if _, column, ok := f.cell(); ok {
		return f.sheet.Columns[column].Code
	}
	return ""
}

// figureView is the part of a sheet that the grid shows.
type figureView struct {
	sheet   *app.ReturnSheet
	on      day.Date
	rows    []*app.ReturnRow
	columns []int
}

// Size tells the rows and columns.
func (v figureView) Size() (rows, columns int) { return len(v.rows), len(v.columns) }

// Head is the head of a column.
func (v figureView) Head(column int) kit.GridHead {
	c := v.sheet.Columns[v.columns[column]]
	return kit.GridHead{Group: c.GroupName, Code: c.Code, Title: c.Short, Tip: c.Code + ". " + c.Title + "\n" + figureOrigin(c, v.sheet)}
}

// Row names a unit, with how far its return is or, of a district, how many of its returns have come.
func (v figureView) Row(row int) kit.GridRow {
	r := v.rows[row]
	g := kit.GridRow{Text: r.Unit.Label(), Bold: r.Sums || r == v.sheet.Total, Indent: r.Depth}
	if r.Unit.Level == data.District {
		received, owed := v.sheet.Completeness(r)
		g.Right, g.RightTone = fmt.Sprintf("%d/%d", received, owed), kit.ToneQuiet
	}
	if r.Owes && !r.Sums {
		g.Right, g.RightTone = returnState(r, v.on)
	}
	return g
}

// returnState says how far the return of a row is.
func returnState(r *app.ReturnRow, on day.Date) (string, kit.Tone) {
	switch {
	case r.Late(on):
		return "quá hạn", kit.ToneLate
	case r.State == data.ReturnGivenBack:
		return app.ReturnStateName(r.State), kit.ToneCare
	case r.Received() && r.Locked():
		return app.ReturnStateName(data.ReturnLocked), kit.ToneNeutral
	case r.Received():
		return app.ReturnStateName(r.State), kit.ToneGood
	}
	return app.ReturnStateName(r.State), kit.ToneQuiet
}

// Cell is what stands in a place.
func (v figureView) Cell(row, column int) kit.GridCell {
	i := v.columns[column]
	if row >= len(v.rows) {
		return kit.GridCell{Text: v.sheet.Total.Cells[i].Value.Text()}
	}
	r := v.rows[row]
	cell := r.Cells[i]
	g := kit.GridCell{Text: cell.Value.Text(), Bold: r.Sums, Fixed: !cell.Enters, Tip: strings.Join(cell.Problems, "\n")}
	switch {
	case cell.Unexplained():
		g.Mark = kit.ToneLate
	case len(cell.Problems) > 0:
		g.Mark = kit.ToneNeutral
	case !cell.Value.Known && cell.Suggested.Known:
		g.Text, g.Ghost = app.FigureValue{Num: cell.Suggested.N, Known: true}.Text(), true
	}
	return g
}

// Editable tells that a number may be typed into a place.
func (v figureView) Editable(row, column int) bool {
	return row < len(v.rows) && v.rows[row].Cells[v.columns[column]].Enters
}
