package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// screen is one page of the rail.
type screen interface {
	// content is built once, when the screen is first shown.
	content() fyne.CanvasObject
	// refresh reads again what the screen shows: when it is shown, after the view (unit, day) changed, and
	// after a write that concerns it.
	refresh()
	// concerned tells whether a write changes what the screen shows.
	concerned(data.Changes) bool
}

// commands are what a screen does for the shortcuts of the window; nil ones do nothing.
type commands struct {
	create, edit, save, find, print func()
	// back leaves what lies over the list of the screen; next takes the likeliest next step; leaf goes to a leaf, from 0 on.
	back, next func()
	leaf       func(int)
}

// commander is a screen with shortcuts.
type commander interface{ commands() commands }

// shell is the window around the screens: rail, top bar, status bar.
type shell struct {
	ctx    context.Context
	app    fyne.App
	win    fyne.Window
	office *app.Office
	// background runs work off the window's goroutine; tests run it at once, and the searches of pickers too.
	background func(func())
	atOnce     bool
	// program is the file of this program, "" when it must not be started again; preparing guards it.
	program   string
	preparing sync.Mutex

	// today is the day on the clock when the window opened; on is the day in view, with a copy for the background.
	today, on day.Date
	onCopy    atomic.Pointer[day.Date]
	// unit is the unit in view, 0 for the whole province.
	unit int64

	order   []string
	screens map[string]screen
	built   map[string]fyne.CanvasObject
	stale   map[string]bool
	current string

	rail    *kit.Rail
	body    *fyne.Container
	search  *kit.Picker
	dayChip *kit.Choice
	unitBar *kit.Choice
	jobs    *kit.Jobs
	copied  *kit.Text
	saved   *kit.Action // the files that were saved
	totals  *kit.Text
	latest  int // of the totals

	// walk is where the walk through the window speaks, at the foot of the screen.
	walk *fyne.Container
	help *help // once it was opened
	// done is what this window wrote last, which Ctrl+Z takes back.
	done data.Changes
	news string

	latestOverdue int

	strip *fyne.Container // tells what is due, once a day
	due   *kit.Text
}

// The screens.
const (
	screenOverview    = "tong-quan"
	screenUnits       = "to-chuc"
	screenCadres      = "can-bo"
	screenTargets     = "chi-tieu"
	screenMovement    = "phong-trao"
	screenFigures     = "so-lieu"
	screenInspections = "kiem-tra"
	screenPapers      = "van-ban"
	screenSettings    = "cai-dat"
)

func newShell(ctx context.Context, a fyne.App, win fyne.Window, office *app.Office) *shell {
	s := &shell{
		ctx: ctx, app: a, win: win, office: office, background: func(f func()) { go f() },
		today: office.Today(), on: office.Today(),
		built: map[string]fyne.CanvasObject{}, stale: map[string]bool{},
	}
	s.onCopy.Store(&s.today)
	s.order = []string{screenOverview, screenUnits, screenCadres, screenTargets, screenMovement, screenFigures, screenInspections, screenPapers, screenSettings}
	s.screens = map[string]screen{
		screenOverview: newOverviewScreen(s), screenUnits: newUnitsScreen(s), screenCadres: newCadresScreen(s), screenTargets: newTargetsScreen(s), screenMovement: newMovementScreen(s),
		screenFigures: newFiguresScreen(s), screenInspections: newInspectionsScreen(s),
		screenPapers: newPapersScreen(s), screenSettings: newSettingsScreen(s),
	}
	return s
}

// dayInView is the day in view, for work in the background.
func (s *shell) dayInView() day.Date { return *s.onCopy.Load() }

// load runs work in the background and shows its answer, unless a newer request under the same counter was
// made meanwhile. latest is touched on the window's goroutine only.
func load[T any](s *shell, latest *int, work func(context.Context) (T, error), show func(T)) {
	*latest++
	mine := *latest
	s.background(func() {
		answer, err := work(s.ctx)
		fyne.Do(func() {
			switch {
			case mine != *latest:
			case err != nil:
				s.fail(err)
			default:
				show(answer)
			}
		})
	})
}

// do runs a write in the background and reports back on the window's goroutine.
func (s *shell) do(work func(context.Context) error, done func(error)) {
	s.background(func() {
		err := work(s.ctx)
		if err != nil {
			slog.Error("write", "err", err)
		}
		fyne.Do(func() { done(err) })
	})
}

// newPicker makes a picker whose failed searches are told like every other failure.
func (s *shell) newPicker(placeholder string, search func(context.Context, string) ([]kit.Option, error)) *kit.Picker {
	p := kit.NewPicker(placeholder, search)
	p.OnError = s.fail
	if s.atOnce {
		p.SetRunner(s.background)
	}
	return p
}

// sentence is an error as a form shows it.
func sentence(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(app.Message(err))
}

// fail tells that something could not be done; the details go to the log.
func (s *shell) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	slog.Error("shown", "err", err)
	kit.Tell(s.win, "Không thực hiện được", app.Message(err))
}

// content builds the window.
func (s *shell) content(officeName string) fyne.CanvasObject {
	items := map[string]string{screenOverview: "Tổng quan", screenUnits: "Tổ chức", screenCadres: "Cán bộ", screenTargets: "Chỉ tiêu", screenMovement: "Phong trào", screenFigures: "Số liệu kỳ", screenInspections: "Kiểm tra", screenPapers: "Văn bản", screenSettings: "Cài đặt"}
	var top, foot []kit.RailItem
	for _, id := range s.order {
		item := kit.RailItem{ID: id, Label: items[id], Icon: kit.Icon(id)}
		if id == screenSettings {
			foot = append(foot, item)
		} else {
			top = append(top, item)
		}
	}
	s.rail = kit.NewRail("Cơ sở Hội", officeName, top, foot, s.show)
	s.body = container.NewStack()
	s.office.OnChange(func(c data.Changes) { fyne.Do(func() { s.changed(c) }) })
	s.walk = container.NewStack()
	s.walk.Hide()
	main := container.NewBorder(below(0, -1, s.topBar(), s.newStrip()), below(0, -1, s.walk, s.statusBar()), nil, nil, s.body)
	s.bindShortcuts()
	ground := canvas.NewRectangle(kit.Window)
	return container.NewStack(ground, container.New(&railLayout{}, s.rail, main))
}

// railLayout puts the rail at the left without a gap.
type railLayout struct{}

// Layout is Fyne's hook to place the objects.
func (*railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := objects[0].MinSize().Width
	objects[0].Resize(fyne.NewSize(w, size.Height))
	objects[1].Move(fyne.NewPos(w, 0))
	objects[1].Resize(fyne.NewSize(size.Width-w, size.Height))
}

// MinSize is Fyne's hook.
func (*railLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

func (s *shell) topBar() fyne.CanvasObject {
	s.search = s.newPicker("Tìm đơn vị, cán bộ, số điện thoại, văn bản…", s.searchAll)
	s.search.SetShortcut("Ctrl+K")
	s.search.OnChanged = func(o kit.Option) {
		if o.ID == "" {
			return
		}
		s.search.SetOption(kit.Option{})
		s.open(o.ID)
	}
	s.unitBar = kit.NewChip("Đơn vị", []kit.Option{{ID: "0", Label: "Toàn tỉnh"}}, func(id string) {
		s.unit, _ = strconv.ParseInt(id, 10, 64)
		s.refreshAll()
	})
	s.unitBar.SetID("0")
	s.dayChip = kit.NewChip("Tính đến", nil, s.chooseDay)
	s.showDay()
	s.loadUnitBar()
	searchBox := container.New(&fixedWidth{420}, s.search)
	bar := line(1, searchBox, spacer(), s.unitBar, s.dayChip)
	ground := canvas.NewRectangle(kit.Surface)
	edge := canvas.NewRectangle(kit.Hairline)
	return container.New(&barLayout{48, true}, ground, edge, padded(bar, 8, kit.PagePadding, 7, kit.PagePadding))
}

func (s *shell) statusBar() fyne.CanvasObject {
	s.jobs = kit.NewJobs()
	s.copied = kit.Caption("")
	s.totals = kit.Caption("").Right()
	file := kit.Caption(filepath.Base(s.office.Path()))
	user := kit.Caption(s.office.User())
	s.saved = kit.NewLink("Tệp đã lưu", s.openRecent).Small().Tip("Mở lại tệp vừa lưu, vừa xuất (Ctrl+O)")
	bar := line(5, file, user, s.copied, s.saved, s.jobs, spacer(), s.totals)
	bar.Layout.(*inLine).gap = 18
	ground := canvas.NewRectangle(kit.Surface)
	edge := canvas.NewRectangle(kit.Hairline)
	s.showCopied()
	s.showRecent()
	return container.New(&barLayout{28, false}, ground, edge, padded(bar, 4, kit.PagePadding, 4, kit.PagePadding))
}

// barLayout draws a bar of a height with a hairline at its lower or upper edge.
type barLayout struct {
	height float32
	lower  bool
}

// Layout is Fyne's hook to place ground, edge and content.
func (b *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	y := float32(0)
	if b.lower {
		y = size.Height - 1
	}
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width, 1))
	objects[2].Resize(size)
}

// MinSize is Fyne's hook.
func (b *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[2].MinSize().Width, max(b.height, objects[2].MinSize().Height))
}

// fixedWidth gives an object a width at the usual size of texts, less when there is no room.
type fixedWidth struct{ width float32 }

func (f *fixedWidth) full() float32 { return f.width * kit.TextScale() }

// Layout is Fyne's hook.
func (f *fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, f.full()), size.Height))
}

// MinSize is Fyne's hook.
func (f *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.full(), objects[0].MinSize().Height)
}

// show brings a screen into view.
func (s *shell) show(id string) {
	if s.built[id] == nil {
		s.built[id] = s.screens[id].content()
		s.stale[id] = true
	}
	if id != s.current {
		s.app.Preferences().SetString(preferenceScreen, id)
	}
	s.current = id
	s.rail.Select(id)
	s.body.Objects = []fyne.CanvasObject{s.built[id]}
	s.body.Refresh()
	if s.stale[id] {
		s.stale[id] = false
		s.screens[id].refresh()
	}
}

// refreshAll reads again the screen in view now, and the others when they are shown. A window that stays open
// over midnight gets its new day here.
func (s *shell) refreshAll() {
	if today := s.office.Today(); today != s.today {
		if s.on == s.today {
			s.on = today
			s.onCopy.Store(&today)
		}
		s.today = today
		s.showDay()
	}
	for id := range s.built {
		s.stale[id] = true
	}
	s.loadTotals()
	s.loadOverdue()
	if s.current != "" {
		s.show(s.current)
	}
}

// changed follows a write.
func (s *shell) changed(c data.Changes) {
	s.done = c
	for id, scr := range s.screens {
		if s.built[id] != nil && scr.concerned(c) {
			s.stale[id] = true
		}
	}
	if s.current != "" {
		s.show(s.current)
	}
	if c.Any(data.KindUnit, data.KindUnitState, data.KindCadre, data.KindAppointment) {
		s.loadTotals()
		s.loadUnitBar()
	}
	if c.Any(data.KindVisit, data.KindRound, data.KindTerm) {
		s.loadOverdue()
	}
	if c.Any(data.KindSetting) {
		s.loadOfficeName()
	}
}

func (s *shell) loadOfficeName() {
	latest := 0
	load(s, &latest, s.office.OfficeName, func(name string) {
		s.rail.SetOffice(name)
		s.win.SetTitle(windowTitle(name))
	})
}

func windowTitle(office string) string { return "Cơ sở Hội – " + office }

func (s *shell) loadTotals() {
	on := s.on
	load(s, &s.latest, func(ctx context.Context) (app.Totals, error) { return s.office.Totals(ctx, on) }, func(t app.Totals) {
		s.totals.SetText(fmt.Sprintf("%s cơ sở · %s chi hội · %s cán bộ", kit.Number(t.Units[data.BaseUnit]), kit.Number(t.Units[data.Branch]), kit.Number(t.Cadres)))
		relayout(s.totals)
	})
}

// loadOverdue shows on the rail how many visits of the term are overdue on the day in view.
func (s *shell) loadOverdue() {
	on := s.on
	load(s, &s.latestOverdue, func(ctx context.Context) (int, error) { return s.office.Overdue(ctx, on) }, func(n int) {
		s.rail.SetBadge(screenInspections, n)
	})
}

func (s *shell) showCopied() {
	at := s.office.LastCopy()
	if at.IsZero() {
		s.copied.SetText("Chưa có bản sao lưu; sẽ sao lưu khi thoát")
		return
	}
	when := at.Format("02/01/2006 15:04")
	if day.FromTime(at) == s.today {
		when = "hôm nay " + at.Format("15:04")
	}
	s.copied.SetText("Sao lưu " + when + ", đã kiểm tra")
	s.copied.SetColor(kit.Good)
}

// loadUnitBar fills the choice of the unit in view: the province and what stands directly below it.
func (s *shell) loadUnitBar() {
	on, latest := s.on, 0
	load(s, &latest, func(ctx context.Context) ([]kit.Option, error) {
		province, err := s.office.UnitRows(ctx, on, 0)
		if err != nil || len(province) == 0 {
			return nil, err
		}
		rows, err := s.office.UnitRows(ctx, on, province[0].ID)
		options := []kit.Option{{ID: "0", Label: "Toàn tỉnh"}}
		for _, r := range rows {
			options = append(options, kit.Option{ID: strconv.FormatInt(r.ID, 10), Label: r.Label()})
		}
		return options, err
	}, func(options []kit.Option) { s.unitBar.SetOptions(options) })
}

// The choices of the day in view.
const (
	dayToday = "today"
	dayOther = "other"
	dayGiven = "given"
)

func (s *shell) showDay() {
	options := []kit.Option{{ID: dayToday, Label: "Hôm nay, " + s.today.String()}}
	id := dayToday
	if s.on != s.today {
		options = append(options, kit.Option{ID: dayGiven, Label: s.on.String()})
		id = dayGiven
	}
	options = append(options, kit.Option{ID: dayOther, Label: "Ngày khác…"})
	s.dayChip.SetOptions(options)
	s.dayChip.SetID(id)
	relayout(s.dayChip)
}

func (s *shell) chooseDay(id string) {
	switch id {
	case dayToday:
		s.setDay(s.today)
	case dayOther:
		s.showDay()
		field := kit.NewDateField(false)
		field.Today = s.office.Today
		field.SetDate(s.on)
		kit.ShowForm(s.win, "Xem số liệu tính đến ngày", []kit.Field{{Label: "Ngày", Widget: field, Check: required(field), Hint: "Mọi danh sách, số đếm và văn bản sẽ lấy theo ngày này."}}, kit.FormOptions{
			SaveLabel: "Xem", Width: 420,
			Save: func(done func(error)) {
				d, _ := field.Date()
				done(nil)
				s.setDay(d)
			},
		})
	}
}

// required refuses an empty date.
func required(f *kit.DateField) func() error {
	return func() error {
		if err := f.Check(); err != nil {
			return err
		}
		if d, _ := f.Date(); d.IsZero() {
			return app.Problem("Hãy gõ ngày, ví dụ 04/07/2023.")
		}
		return nil
	}
}

func (s *shell) setDay(d day.Date) {
	s.on = d
	s.onCopy.Store(&d)
	s.showDay()
	s.loadUnitBar()
	s.refreshAll()
}

// relayout places anew the line in which an object changed its width.
func relayout(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Content() == nil {
		return
	}
	c.Content().Refresh()
	if top := c.Overlays().Top(); top != nil { // a form in front
		top.Refresh()
	}
}

// searchAll finds units, people, visits and documents for the top bar.
func (s *shell) searchAll(ctx context.Context, typed string) ([]kit.Option, error) {
	const each = 6
	found, err := s.office.SearchEverything(ctx, s.dayInView(), typed, each)
	if err != nil {
		return nil, err
	}
	var options []kit.Option
	for _, u := range found.Units {
		options = append(options, kit.Option{ID: "u:" + text(u.ID), Label: u.Label(), Detail: u.Above, Group: "Đơn vị"})
	}
	for _, c := range found.Cadres {
		options = append(options, kit.Option{ID: "c:" + text(c.ID), Label: c.Name, Detail: c.Post, Group: "Cán bộ"})
	}
	for _, v := range found.Visits {
		when := v.PlannedOn
		if !v.DoneOn.IsZero() {
			when = v.DoneOn
		}
		options = append(options, kit.Option{ID: "v:" + text(v.ID), Label: v.Title(), Detail: when.String() + " · " + v.StateText(), Group: "Kiểm tra"})
	}
	for _, d := range found.Documents {
		item := documentItem(d)
		options = append(options, kit.Option{ID: "d:" + item.ID, Label: item.Title, Detail: item.State, Group: "Văn bản"})
	}
	return options, nil
}

// open shows a record: "u:12" a unit, "c:34" a cadre, "v:56" a visit, "d:78" a document.
func (s *shell) open(ref string) {
	if len(ref) < 3 {
		return
	}
	id, err := strconv.ParseInt(ref[2:], 10, 64)
	if err != nil {
		return
	}
	switch ref[:2] {
	case "u:":
		s.show(screenUnits)
		s.screens[screenUnits].(*unitsScreen).openUnit(id)
	case "c:":
		s.show(screenCadres)
		s.screens[screenCadres].(*cadresScreen).openCadre(id)
	case "v:":
		s.show(screenInspections)
		s.screens[screenInspections].(*inspectionsScreen).openVisit(id)
	case "d:":
		s.show(screenPapers)
		s.screens[screenPapers].(*papersScreen).openDocument(id)
	}
}

// bindShortcuts gives the window its keys; each acts on the screen in view.
func (s *shell) bindShortcuts() {
	act := func(pick func(commands) func()) func() {
		return func() {
			if c, ok := s.screens[s.current].(commander); ok {
				if run := pick(c.commands()); run != nil {
					run()
				}
			}
		}
	}
	kit.Bind(s.win, "Ctrl+K", s.search.Open)
	kit.Bind(s.win, "Ctrl+N", act(func(c commands) func() { return c.create }))
	kit.Bind(s.win, "F2", act(func(c commands) func() { return c.edit }))
	kit.Bind(s.win, "Ctrl+S", act(func(c commands) func() { return c.save }))
	kit.Bind(s.win, "Ctrl+F", act(func(c commands) func() { return c.find }))
	kit.Bind(s.win, "Ctrl+P", act(func(c commands) func() { return c.print }))
	kit.Bind(s.win, "Ctrl+O", s.openRecent)
	kit.Bind(s.win, "Ctrl+Z", s.undoLast)
	kit.Bind(s.win, "Ctrl+Enter", act(func(c commands) func() { return c.next }))
	kit.Bind(s.win, "Escape", act(func(c commands) func() { return c.back }))
	for i := range 9 {
		kit.Bind(s.win, fmt.Sprintf("Alt+%d", i+1), act(func(c commands) func() {
			if c.leaf == nil {
				return nil
			}
			return func() { c.leaf(i) }
		}))
	}
	kit.Bind(s.win, "F5", s.refreshAll)
	for i, id := range s.order {
		kit.Bind(s.win, fmt.Sprintf("Ctrl+%d", i+1), func() { s.show(id) })
	}
	kit.Bind(s.win, "F1", s.showHelp)
	s.app.Lifecycle().SetOnEnteredForeground(func() {
		if s.office.Today() != s.today {
			s.refreshAll()
		}
	})
}

// undoLast takes back, after asking, what was written last in this window, whoever's it was; that again is undone by doing it once more.
func (s *shell) undoLast() {
	last := s.done
	if last.OperationID == 0 {
		kit.Tell(s.win, "Hoàn tác", "Từ lúc mở cửa sổ chưa có thay đổi nào để hoàn tác.")
		return
	}
	kit.Ask(s.win, "Hoàn tác", "Đưa mọi thứ về như trước “"+last.Operation+"”?", "Hoàn tác", "Không", func() {
		s.do(func(ctx context.Context) error { return s.office.Undo(ctx, last.OperationID) }, s.fail)
	})
}
