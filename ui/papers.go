package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/adrg/xdg"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// papersScreen is Văn bản: the kinds of papers, what is asked for, and the pages as they will be printed.
type papersScreen struct {
	*shell
	kinds   *kit.DataTable[paperKind]
	kind    string
	options *fyne.Container
	view    *preview
	remark  *kit.Text
	notes   *fyne.Container
	paper   *app.Paper
	latest  int

	// The report on inspections.
	year, period *kit.Choice
	serial       *kit.Entry
	// The list of cadres.
	unit      *kit.Picker
	sensitive *kit.Check
	// Both.
	date, asOf *kit.DateField
}

// paperKind is a line of the list at the left.
type paperKind struct{ id, title, about string }

const (
	paperInspections = "kiem-tra"
	paperCadres      = "trich-ngang"
)

var paperKinds = []paperKind{
	{paperInspections, "Kết quả kiểm tra, giám sát", "gửi Thường trực Tỉnh ủy"},
	{paperCadres, "Danh sách trích ngang cán bộ", "của một đơn vị, khổ ngang"},
}

func newPapersScreen(s *shell) *papersScreen {
	return &papersScreen{shell: s, kind: paperInspections}
}

func (p *papersScreen) content() fyne.CanvasObject {
	p.remark = kit.Caption("")
	p.notes = container.NewVBox()
	p.view = newPreview(p.shell)
	view := p.view.content()
	p.kinds = kit.NewDataTable([]kit.Column[paperKind]{
		{ID: "title", Title: "Loại văn bản", Width: 200, Grow: 1, Cell: func(k paperKind) kit.Cell { return kit.Cell{Text: k.title} }},
	}, func(k paperKind) string { return k.id }, fromSlice(paperKinds))
	p.kinds.SetRunner(p.background)
	p.kinds.OnSelected = func(k paperKind) { p.choose(k.id) }
	p.kinds.Reload()
	p.kinds.Select(p.kind)

	years := make([]kit.Option, 0, 12)
	for y := p.today.Year; y > p.today.Year-8; y-- {
		years = append(years, kit.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	p.year = kit.NewChoice(years, func(string) { p.make() })
	p.period = kit.NewChoice([]kit.Option{{ID: string(app.FirstHalf), Label: "6 tháng đầu năm"}, {ID: string(app.WholeYear), Label: "Cả năm"}}, func(string) { p.make() })
	p.suggestPeriod()
	p.serial = kit.NewEntry()
	p.serial.SetPlaceHolder("viết tay")
	p.serial.OnSubmitted = func(string) { p.make() }
	p.unit = p.newPicker("Gõ tên đơn vị…", p.searchUnits)
	p.unit.OnChanged = func(o kit.Option) {
		if o.ID != "" {
			p.make()
		}
	}
	p.sensitive = kit.NewCheck("In cả dân tộc, tôn giáo, Đảng", func(bool) { p.make() })
	p.date, p.asOf = kit.NewDateField(false), kit.NewDateField(false)
	p.date.SetDate(p.on)
	p.asOf.SetDate(p.on)
	for _, f := range []*kit.DateField{p.date, p.asOf} {
		f.Today = p.office.Today
		f.OnSubmitted = p.make
		f.OnChanged = func() {
			if d, err := f.Date(); err == nil && (d.IsZero() || d.IsFull()) {
				p.make()
			}
		}
	}
	p.options = container.NewStack()
	p.showOptions()
	middle := kit.NewCard(scrolled(below(12, -1, p.options, p.notes)), 14)
	actions := []fyne.CanvasObject{
		kit.NewAction("Mở để in", "Ctrl+P", p.print),
		kit.NewAction("Lưu PDF…", "Ctrl+S", p.save).Primary(),
	}
	return page("Văn bản", p.remark, actions, columns([]float32{250, 330, 0}, kit.NewCard(p.kinds, 1), middle, view))
}

// suggestPeriod chooses the last period that is over.
func (p *papersScreen) suggestPeriod() {
	year, period := p.on.Year-1, app.WholeYear
	if !p.on.Before(day.Of(p.on.Year, 7, 1)) {
		year, period = p.on.Year, app.FirstHalf
	}
	p.year.SetID(strconv.Itoa(year))
	p.period.SetID(string(period))
}

func (p *papersScreen) commands() commands {
	return commands{save: p.save, print: p.print}
}

func (p *papersScreen) concerned(c data.Changes) bool { return !c.Empty() }

func (p *papersScreen) refresh() {
	p.asOf.SetDate(p.on)
	p.make()
}

func (p *papersScreen) choose(kind string) {
	if kind == p.kind {
		return
	}
	p.kind = kind
	p.view.page = 0
	p.showOptions()
	p.make()
}

// labelled puts a caption over an input.
func labelled(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	return below(4, -1, kit.Caption(caption), o)
}

func (p *papersScreen) showOptions() {
	var rows []fyne.CanvasObject
	switch p.kind {
	case paperInspections:
		rows = []fyne.CanvasObject{
			columns([]float32{90, 0}, labelled("Năm", p.year), labelled("Kỳ báo cáo", p.period)),
			columns([]float32{90, 0}, labelled("Số văn bản", p.serial), labelled("Ngày trên văn bản", p.date)),
			labelled("Số liệu tính đến ngày", p.asOf),
			kit.Paragraph("Thể thức, người ký và nơi nhận lấy theo ngày trên văn bản; để trống ngày và số nếu viết tay.").Quiet(),
		}
	case paperCadres:
		rows = []fyne.CanvasObject{
			labelled("Đơn vị (gồm cả các đơn vị bên dưới)", p.unit),
			container.NewGridWithColumns(2, labelled("Danh sách ngày", p.asOf), labelled("Ngày trên văn bản", p.date)),
			p.sensitive,
			kit.Paragraph("Dữ liệu nhạy cảm chỉ in khi cần; mỗi lần in được ghi vào nhật ký.").Quiet(),
		}
	}
	for _, k := range paperKinds {
		if k.id == p.kind {
			rows = append([]fyne.CanvasObject{kit.Section(k.title).Wrapping(), kit.Caption(k.about)}, rows...)
		}
	}
	p.options.Objects = []fyne.CanvasObject{below(12, -1, rows...)}
	p.options.Refresh()
}

// chooseInspections shows the report on the period of a round.
func (p *papersScreen) chooseInspections(r data.Round) {
	p.kinds.Select(paperInspections)
	p.choose(paperInspections)
	if r.ID == 0 {
		return
	}
	p.year.SetID(strconv.Itoa(r.PeriodTo.Year))
	period := app.WholeYear
	if r.Rhythm == data.HalfYear {
		period = app.FirstHalf
	}
	p.period.SetID(string(period))
	p.make()
}

// chooseCadreList shows the list of the cadres of a unit.
func (p *papersScreen) chooseCadreList(u data.UnitOn) {
	p.kinds.Select(paperCadres)
	p.unit.SetOption(kit.Option{ID: text(u.ID), Label: u.Label()})
	p.choose(paperCadres)
	p.make()
}

// make prepares the paper as asked for and shows it.
func (p *papersScreen) make() {
	p.paper = nil
	date, err := p.date.Date()
	if err == nil {
		err = p.asOf.Check()
	}
	asOf, _ := p.asOf.Date()
	if asOf.IsZero() {
		asOf = p.on
	}
	if err != nil {
		p.view.say(err.Error())
		return
	}
	var work func(context.Context) (app.Paper, error)
	p.view.say("Đang lập văn bản…")
	p.remark.SetText("")
	switch p.kind {
	case paperInspections:
		options := app.InspectionOptions{Year: int(number(p.year.ID())), Period: app.Period(p.period.ID()), AsOf: asOf, Date: date}
		if typed := p.serial.Value(); typed != "" {
			if options.Number, err = strconv.Atoi(typed); err != nil || options.Number < 1 {
				p.view.say("Số văn bản “" + typed + "” không phải là số; hãy gõ chữ số hoặc để trống.")
				return
			}
		}
		work = func(ctx context.Context) (app.Paper, error) { return p.office.InspectionPaper(ctx, options) }
	case paperCadres:
		if p.unit.ID() == "" {
			p.view.say("Hãy gõ và chọn đơn vị.")
			return
		}
		options := app.CadreListOptions{Unit: number(p.unit.ID()), On: asOf, Date: date, Sensitive: p.sensitive.Checked}
		work = func(ctx context.Context) (app.Paper, error) { return p.office.CadreListPaper(ctx, options) }
	}
	type made struct {
		paper   app.Paper
		problem string
	}
	load(p.shell, &p.latest, func(ctx context.Context) (made, error) {
		paper, err := work(ctx)
		if err != nil { // a period without a term is no reason for a dialog
			return made{problem: app.Message(err)}, nil
		}
		return made{paper: paper}, nil
	}, func(m made) {
		if m.problem != "" {
			p.view.say(m.problem)
			return
		}
		p.paper = &m.paper
		p.remark.SetText(m.paper.Title)
		relayout(p.remark)
		var notes []fyne.CanvasObject
		for _, w := range m.paper.Warnings {
			notes = append(notes, kit.NewTag("cần xem", kit.ToneCare), kit.Paragraph(w))
		}
		p.notes.Objects = notes
		p.notes.Refresh()
		p.view.show(m.paper, p.kind == paperCadres)
	})
}

// save asks where and writes the paper there. The folder is typed or chosen from the usual ones; Fyne's own dialog
// for saving would empty a file that is there before the new one is written.
func (p *papersScreen) save() {
	if p.paper == nil {
		kit.Tell(p.win, "Lưu PDF", "Chưa có văn bản để lưu; hãy chọn đủ các mục bên trái.")
		return
	}
	paper := *p.paper
	name, folder := kit.NewEntry(), kit.NewEntry()
	name.SetText(paper.FileName)
	folder.SetText(p.app.Preferences().StringWithFallback(preferenceFolder, documentsFolder()))
	replace := kit.NewCheck("Thay tệp cũ nếu trùng tên", nil)
	usual := kit.NewChoice(usualFolders(), folder.SetText)
	usual.SetID(folder.Text)
	path := func() string {
		file := name.Value()
		if filepath.Ext(file) != ".pdf" {
			file += ".pdf"
		}
		return filepath.Join(folder.Text, file)
	}
	kit.ShowForm(p.win, "Lưu văn bản thành tệp PDF", []kit.Field{
		{Label: "Tên tệp", Widget: name, Check: func() error {
			if name.Value() == "" || strings.ContainsAny(name.Value(), `/\:*?"<>|`) {
				return app.Problem(`Hãy gõ tên tệp, không có các dấu / \ : * ? " < > |.`)
			}
			return nil
		}},
		{Label: "Thư mục", Widget: folder, Check: func() error {
			if info, err := os.Stat(folder.Text); err != nil || !info.IsDir() {
				return app.Problem("Không có thư mục này; hãy chọn thư mục khác.")
			}
			return nil
		}},
		{Label: "Nơi thường lưu", Widget: usual},
		{Label: "", Widget: replace},
	}, kit.FormOptions{
		SaveLabel: "Lưu", Width: 640,
		Save: func(done func(error)) {
			target, where := path(), folder.Text
			write := func() {
				p.do(func(context.Context) error { return app.SavePaper(target, paper) }, func(err error) {
					done(sentence(err))
					if err != nil {
						return
					}
					p.app.Preferences().SetString(preferenceFolder, where)
					p.remark.SetText("Đã lưu vào " + target)
					relayout(p.remark)
				})
			}
			if _, err := os.Stat(target); err != nil || replace.Checked {
				write()
				return
			}
			done(app.Problem("Đã có tệp “%s” trong thư mục này; hãy đặt tên khác hoặc chọn “Thay tệp cũ”.", filepath.Base(target)))
		},
	})
}

// usualFolders are the folders that people save into, by the names that they know. Fyne's own list of folders
// speaks English.
func usualFolders() []kit.Option {
	var options []kit.Option
	for _, f := range []kit.Option{
		{ID: xdg.UserDirs.Documents, Label: "Tài liệu"},
		{ID: xdg.UserDirs.Desktop, Label: "Màn hình nền"},
		{ID: xdg.UserDirs.Download, Label: "Tải xuống"},
		{ID: xdg.Home, Label: "Thư mục của tôi"},
	} {
		if info, err := os.Stat(f.ID); err == nil && info.IsDir() {
			f.Detail = f.ID
			options = append(options, f)
		}
	}
	return options
}

// documentsFolder is where people look for papers.
func documentsFolder() string {
	if _, err := os.Stat(xdg.UserDirs.Documents); err == nil {
		return xdg.UserDirs.Documents
	}
	return xdg.Home
}

// print writes the paper into the cache and opens it in the system's viewer, from which it is printed.
func (p *papersScreen) print() {
	if p.paper == nil {
		kit.Tell(p.win, "Mở để in", "Chưa có văn bản để in; hãy chọn đủ các mục bên trái.")
		return
	}
	paper := *p.paper
	p.do(func(ctx context.Context) error {
		path := filepath.Join(xdg.CacheHome, "CoSoHoi", "in", paper.FileName)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("folder for printing: %w", err)
		}
		if err := app.SavePaper(path, paper); err != nil {
			return err
		}
		return openFile(ctx, path)
	}, func(err error) {
		if errors.Is(err, errNoViewer) {
			kit.Tell(p.win, "Mở để in", "Máy chưa có chương trình mở tệp PDF; hãy lưu PDF rồi mở ở máy khác, hoặc cài một chương trình đọc PDF.")
			return
		}
		p.fail(err)
	})
}
