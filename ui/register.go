package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// registerView is the register of outgoing documents of a year (Nghị định 30/2020/NĐ-CP, Phụ lục IV).
type registerView struct {
	*shell
	back   func()
	shown  bool
	built  fyne.CanvasObject
	table  *kit.DataTable[data.DocumentRow]
	year   *kit.Choice
	series *kit.Choice
	remark *kit.Text
	rows   atomic.Pointer[[]data.DocumentRow]
	latest int
	wanted string // series to be shown once they are read
}

func newRegisterView(s *shell, back func()) *registerView {
	v := &registerView{shell: s, back: back}
	v.rows.Store(&[]data.DocumentRow{})
	return v
}

// open shows the register of the year in view.
func (v *registerView) open() fyne.CanvasObject {
	v.shown = true
	if v.built == nil {
		v.built = v.content()
	}
	v.reload()
	return v.built
}

func (v *registerView) close() {
	v.shown = false
	v.back()
}

func (v *registerView) content() fyne.CanvasObject {
	v.remark = kit.Caption("").Shrinking()
	v.year = kit.NewChip("Năm", nil, func(string) { v.reload() })
	v.year.SetOptions([]kit.Option{{ID: strconv.Itoa(v.on.Year), Label: strconv.Itoa(v.on.Year)}})
	v.year.SetID(strconv.Itoa(v.on.Year))
	v.series = kit.NewChip("Sổ", []kit.Option{{ID: "", Label: "Một sổ chung"}}, func(id string) {
		v.wanted = id
		v.reload()
	})
	v.series.SetID("")
	v.table = kit.NewDataTable([]kit.Column[data.DocumentRow]{
		{ID: "number", Title: "Số, ký hiệu", Width: 112, Cell: func(r data.DocumentRow) kit.Cell { return kit.Cell{Text: r.Reference()} }},
		{ID: "date", Title: "Ngày văn bản", Width: 112, Cell: func(r data.DocumentRow) kit.Cell { return kit.Cell{Text: r.IssuedOn.String()} }},
		{ID: "title", Title: "Tên loại và trích yếu", Width: 240, Grow: 3, Cell: func(r data.DocumentRow) kit.Cell {
			kind := r.TypeName
			if kind == "" {
				kind = "Công văn"
			}
			return kit.Cell{Text: kind + " " + strings.Join(strings.Fields(r.Summary), " ")}
		}},
		{ID: "signer", Title: "Người ký", Width: 130, Grow: 1, Cell: func(r data.DocumentRow) kit.Cell { return kit.Cell{Text: r.Signer} }},
		{ID: "to", Title: "Nơi nhận", Width: 130, Grow: 1, Cell: func(r data.DocumentRow) kit.Cell {
			return kit.Cell{Text: strings.ReplaceAll(r.Recipients, "\n", "; ")}
		}},
		{ID: "copies", Title: "Số bản", Width: 62, Right: true, Cell: func(r data.DocumentRow) kit.Cell { return kit.Cell{Text: numberOrBlank(r.Copies)} }},
		{ID: "sent", Title: "Ngày chuyển", Width: 104, Cell: func(r data.DocumentRow) kit.Cell { return kit.Cell{Text: r.SentOn.String()} }},
		{ID: "state", Title: "Trạng thái", Width: 110, Cell: func(r data.DocumentRow) kit.Cell {
			if r.State == data.DocumentCancelled {
				return kit.Cell{Text: "đã hủy", Tone: kit.ToneLate, Tag: true}
			}
			return kit.Cell{Text: "đã ban hành", Tone: kit.ToneGood, Tag: true}
		}},
	}, func(r data.DocumentRow) string { return text(r.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.DocumentRow], error) {
		return fromSlice(*v.rows.Load())(ctx, sort, offset, limit)
	})
	v.table.SetRunner(v.background)
	v.table.OnOpened = func(r data.DocumentRow) { v.change(r.ID) }
	v.table.SetEmpty("Năm này chưa có văn bản nào vào sổ.", nil)
	actions := []fyne.CanvasObject{
		kit.NewAction("‹ Soạn thảo", "", v.close),
		kit.NewAction("+ Văn bản ngoài…", "Ctrl+N", func() { v.edit(data.Document{}) }),
		kit.NewAction("Sửa dòng…", "F2", v.changeSelected),
		kit.NewAction("Lưu Excel", "", v.saveWorkbook),
		kit.NewAction("Lưu PDF", "Ctrl+S", v.save),
		kit.NewAction("In sổ", "Ctrl+P", v.print).Primary(),
	}
	return page("Sổ văn bản đi", v.remark, actions, below(8, 1, line(-1, v.year, v.series), kit.NewCard(v.table, 1)))
}

func (v *registerView) commands() commands {
	return commands{create: func() { v.edit(data.Document{}) }, edit: v.changeSelected, save: v.save, print: v.print}
}

type registerYear struct {
	years  []int
	series []string
	at     string
	rows   []data.DocumentRow
}

func (v *registerView) yearInView() int {
	year, _ := strconv.Atoi(v.year.ID())
	return year
}

func (v *registerView) reload() {
	if v.built == nil {
		return
	}
	year, at := v.yearInView(), v.wanted
	load(v.shell, &v.latest, func(ctx context.Context) (y registerYear, err error) {
		if y.years, err = v.office.DocumentYears(ctx); err != nil {
			return y, err
		}
		if y.series, err = v.office.RegisterSeries(ctx, year); err != nil {
			return y, err
		}
		y.at = y.series[0]
		for _, s := range y.series {
			if s == at {
				y.at = s
			}
		}
		y.rows, err = v.office.RegisterOf(ctx, year, y.at)
		return y, err
	}, func(y registerYear) {
		years := []kit.Option{}
		add := func(year int) {
			for _, o := range years {
				if o.ID == strconv.Itoa(year) {
					return
				}
			}
			years = append(years, kit.Option{ID: strconv.Itoa(year), Label: strconv.Itoa(year)})
		}
		add(v.on.Year)
		for _, n := range y.years {
			add(n)
		}
		v.year.SetOptions(years)
		series := make([]kit.Option, len(y.series))
		for i, s := range y.series {
			var rows []data.DocumentRow
			if s == y.at {
				rows = y.rows
			}
			series[i] = kit.Option{ID: s, Label: app.SeriesName(s, rows)}
		}
		v.series.SetOptions(series)
		v.series.SetID(y.at)
		v.wanted = y.at
		v.rows.Store(&y.rows)
		v.remark.SetText(registerRemark(y.rows))
		v.table.Reload()
		relayout(v.series)
	})
}

// registerRemark counts a register and names the numbers that no document holds.
func registerRemark(rows []data.DocumentRow) string {
	next := 1
	var gaps []string
	for _, r := range rows {
		for ; next < r.Number; next++ {
			if len(gaps) < 10 {
				gaps = append(gaps, fmt.Sprintf("%02d", next))
			}
		}
		next = max(next, r.Number+1)
	}
	text := kit.Number(len(rows)) + " văn bản"
	if len(gaps) > 0 {
		text += " · số chưa dùng: " + strings.Join(gaps, ", ")
	}
	return text
}

func (v *registerView) changeSelected() {
	if r, ok := v.table.Selected(); ok {
		v.change(r.ID)
	}
}

// change edits the register's line of a document.
func (v *registerView) change(id int64) {
	latest := 0
	load(v.shell, &latest, func(ctx context.Context) (app.Document, error) { return v.office.OpenDocument(ctx, id) }, func(d app.Document) { v.edit(d.Document) })
}

// edit enters a document that was made outside the program, or what the register says of any document beside its number, date
// and text.
func (v *registerView) edit(before data.Document) {
	entry := func(value string) *kit.Entry {
		e := kit.NewEntry()
		e.SetText(value)
		return e
	}
	fresh := before.ID == 0
	dateField := func(d *kit.DateField) *kit.DateField {
		d.Today = v.office.Today
		return d
	}
	issued, sent := dateField(kit.NewDateField(false)), dateField(kit.NewDateField(false))
	sent.SetDate(before.SentOn)
	if fresh {
		issued.SetDate(v.today)
	} else {
		issued.SetDate(before.IssuedOn)
	}
	serial, symbol, kind, signer := entry(numberOrBlank(before.Number)), entry(before.Symbol), entry(before.TypeName), entry(before.Signer)
	keeper, copies, receipt := entry(before.Keeper), entry(numberOrBlank(before.Copies)), entry(before.Receipt)
	summary, recipients, note := kit.NewNote(2), kit.NewNote(2), kit.NewNote(2)
	summary.SetText(before.Summary)
	recipients.SetText(before.Recipients)
	note.SetText(before.Note)
	copiesField := kit.Field{Label: "Số lượng bản", Widget: copies, Check: func() error {
		_, err := wholeNumber(copies.Value(), "Số bản")
		return err
	}}
	needed := func(value func() string, sentence string) func() error {
		return func() error {
			if value() == "" {
				return app.Problem("%s", sentence)
			}
			return nil
		}
	}
	var fields []kit.Field
	if fresh {
		fields = []kit.Field{
			{Label: "Số", Widget: serial, Check: func() error {
				n, err := wholeNumber(serial.Value(), "Số văn bản")
				if err != nil || n == 0 {
					return app.Problem("Hãy gõ số văn bản bằng chữ số, ví dụ 12.")
				}
				return nil
			}},
			{Label: "Ký hiệu", Widget: symbol, Hint: "Ví dụ BC-BTV; công văn: BTV-XDTC.", Check: func() error {
				switch typed := strings.ToUpper(symbol.Value()); {
				case typed == "":
					return app.Problem("Hãy gõ ký hiệu, ví dụ BC-BTV.")
				case strings.HasPrefix(typed, "CV-"):
					return app.Problem("Ký hiệu công văn không có chữ “CV” (Nghị định 30/2020/NĐ-CP); hãy gõ như BTV-XDTC.")
				}
				return nil
			}},
			{Label: "Ngày văn bản", Widget: issued, Check: required(issued)},
			{Label: "Tên loại", Widget: kind, Hint: "Ví dụ Báo cáo; để trống nếu là công văn."},
			{Label: "Người ký", Widget: signer},
			copiesField,
			{Label: "Trích yếu nội dung", Widget: summary, Check: needed(summary.Value, "Hãy gõ trích yếu.")},
			{Label: "Nơi nhận", Widget: recipients, Check: recipients.Check},
			{Label: "Bản lưu", Widget: keeper},
			{Label: "Ngày chuyển", Widget: sent, Check: sent.Check},
		}
	} else {
		fields = []kit.Field{
			{Label: "Bản lưu", Widget: keeper},
			copiesField,
			{Label: "Ngày chuyển", Widget: sent, Check: sent.Check},
			{Label: "Ký nhận", Widget: receipt},
			{Label: "Nơi nhận", Widget: recipients, Check: recipients.Check},
			{Label: "Ghi chú", Widget: note, Check: note.Check},
		}
		if before.Paper == "" { // made outside: what was mistyped can be put right, number and date by cancelling
			fields = append([]kit.Field{
				{Label: "Tên loại", Widget: kind},
				{Label: "Người ký", Widget: signer},
				{Label: "Trích yếu nội dung", Widget: summary, Check: needed(summary.Value, "Hãy gõ trích yếu.")},
			}, fields...)
		}
	}
	read := func() data.Document {
		d := before
		d.Keeper, d.Receipt, d.Note, d.Recipients = keeper.Value(), receipt.Value(), note.Value(), recipients.Value()
		d.Copies, _ = wholeNumber(copies.Value(), "")
		d.SentOn, _ = sent.Date()
		if fresh {
			d.Number, _ = wholeNumber(serial.Value(), "")
			d.IssuedOn, _ = issued.Date()
			d.Symbol = symbol.Value()
		}
		if before.Paper == "" {
			d.TypeName, d.Signer, d.Summary = kind.Value(), signer.Value(), summary.Value()
		}
		return d
	}
	title := "Ghi văn bản làm ngoài chương trình vào sổ"
	if !fresh {
		title = "Sổ văn bản đi: số " + before.Reference()
	}
	kit.ShowForm(v.win, title, fields, kit.FormOptions{
		Width: 760, Columns: 2, Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			d := read()
			v.do(func(ctx context.Context) error { return v.office.RecordDocument(ctx, d) }, func(err error) { done(sentence(err)) })
		},
	})
}

// paper draws the register in view.
func (v *registerView) paper(then func(app.Paper)) {
	year, series := v.yearInView(), v.series.ID()
	var paper app.Paper
	v.do(func(ctx context.Context) error {
		document, title, err := v.office.RegisterDocument(ctx, year, series)
		if err != nil {
			return err
		}
		paper, err = app.NewPaper(document, title)
		return err
	}, func(err error) {
		if err != nil {
			v.fail(err)
			return
		}
		then(paper)
	})
}

func (v *registerView) print() { v.paper(v.openPaper) }

func (v *registerView) save() {
	v.paper(func(paper app.Paper) {
		v.saveFile("Lưu sổ thành tệp PDF", paper.FileName, ".pdf", func(_ context.Context, path string) error {
			return app.SavePaper(path, paper)
		}, v.saved)
	})
}

func (v *registerView) saveWorkbook() {
	year := v.yearInView()
	v.saveFile("Lưu sổ thành tệp Excel", app.FileName(fmt.Sprintf("Sổ đăng ký văn bản đi năm %d", year)), ".xlsx", func(ctx context.Context, path string) error {
		return v.office.SaveRegisterWorkbook(ctx, path, year)
	}, v.saved)
}

func (v *registerView) saved(path string) {
	kit.Tell(v.win, "Đã lưu", "Đã lưu vào “"+path+"”.")
}
