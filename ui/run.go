// Package ui is the window of the program: one file or folder per screen, drawn with the widgets of ui/kit.
// It knows the office (package app), not how its data are stored.
package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"github.com/adrg/xdg"

	"cosohoi/app"
	"cosohoi/assets"
	"cosohoi/ui/kit"
	_ "cosohoi/ui/locale" // before Fyne
)

// appID names the program to the system; it must never change, since preferences hang on it.
const appID = "vn.org.hoilhpn.cosohoi"

// The window opens at this size unless the user left it at another; it fits a screen of 1366×768 with a task bar.
const (
	usualWidth  = 1350
	usualHeight = 700
)

// iconDelay lets the first screens be drawn before the picture of the window, which takes longer.
const iconDelay = time.Second

// previewDelay lets the start be over before the page viewer is prepared.
const previewDelay = 10 * time.Second

// Options say what the window opens.
type Options struct {
	// Path is the database file, which is made when it is not there.
	Path string
	// News is what is new in this version and those before, Markdown with a heading for each version, the latest first.
	News string
	// Out is told when another window is already open on the file.
	Out io.Writer
}

// Run opens the window and returns when it is closed. Errors carry a Vietnamese sentence, which Windows shows in a box of
// its own, since nobody sees what a program with a window prints.
func Run(ctx context.Context, o Options) error {
	err := open(ctx, o)
	if err != nil {
		tell(app.Message(err))
	}
	return err
}

func open(ctx context.Context, o Options) error {
	if !hasDisplay() {
		return app.Problem("Máy này không có màn hình nên không mở được cửa sổ; các lệnh trong “cosohoi help” vẫn chạy được.")
	}
	closeLog, err := openLog()
	if err != nil {
		return err
	}
	defer closeLog()
	lock, err := app.LockWindow(o.Path)
	var open app.ErrWindowOpen
	if errors.As(err, &open) {
		if callFirst(o.Path) == nil {
			fmt.Fprintf(o.Out, "Cơ sở dữ liệu “%s” đang mở; đã đưa cửa sổ đó lên trước.\n", o.Path)
			return nil
		}
	}
	if err != nil {
		return err
	}
	defer lock.Release()

	// The database opens while the window is being prepared.
	type opened struct {
		office *app.Office
		name   string
		err    error
	}
	result := make(chan opened, 1)
	go func() {
		office, err := app.Open(ctx, o.Path, app.OpenOptions{Create: true})
		var name string
		if err == nil {
			name, err = office.OfficeName(ctx)
		}
		result <- opened{office, name, err}
	}()
	fitScale()
	a := fyneapp.NewWithID(appID)
	if err := kit.InstallVietnamese(); err != nil {
		return fmt.Errorf("translations: %w", err)
	}
	a.Settings().SetTheme(kit.Theme(float32(textScale(a)) / 100))
	db := <-result
	if db.err != nil {
		return db.err
	}
	started := false
	var window fyne.Window
	if !guarded(&started, func() { window = newWindow(ctx, a, db.office, db.name, o.News) }) || window == nil {
		_ = db.office.Close(context.WithoutCancel(ctx))
		return errNoWindow()
	}
	stopListening := listenForSecond(o.Path, func() {
		fyne.Do(func() {
			window.Show()
			window.RequestFocus()
		})
	})
	defer stopListening()
	a.Lifecycle().SetOnStarted(func() {
		started = true
		time.AfterFunc(iconDelay, func() { fyne.Do(func() { window.SetIcon(fyne.NewStaticResource("icon.svg", assets.Icon)) }) })
	})
	guarded(&started, a.Run)
	closeErr := db.office.Close(context.WithoutCancel(ctx))
	if !started {
		return errNoWindow()
	}
	return closeErr
}

// errNoWindow tells that the system gave no window to draw in, and what to do about it.
func errNoWindow() error {
	return app.Problem("Không mở được cửa sổ: máy thiếu OpenGL 2.1; %s Các lệnh trong “cosohoi help” vẫn chạy được.", graphicsCure())
}

// guarded runs what shows the window. Fyne panics when no screen answers; that goes to the log.
func guarded(started *bool, show func()) (ok bool) {
	defer func() {
		if fault := recover(); fault != nil {
			if *started {
				panic(fault)
			}
			slog.Error("window", "err", fault)
		}
	}()
	show()
	return true
}

// newWindow makes the main window with the office in it, or with the first start when the database is empty. It returns nil
// when the system gives none.
func newWindow(ctx context.Context, a fyne.App, office *app.Office, name, news string) fyne.Window {
	title := "Cơ sở Hội"
	if name != "" {
		title = windowTitle(name)
	}
	w := a.NewWindow(title)
	w.SetMaster()
	w.SetPadded(false)
	p := a.Preferences()
	w.Resize(fyne.NewSize(float32(p.FloatWithFallback(preferenceWidth, usualWidth)), float32(p.FloatWithFallback(preferenceHeight, usualHeight))))
	// The window comes up at once, with its grounds alone, and the fonts are read meanwhile.
	fonts := make(chan struct{})
	go func() {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("A", 14, style)
		}
		close(fonts)
	}()
	if name != "" {
		go warmUp(ctx, office)
	}
	holder := container.NewStack(kit.Grounds(name != ""))
	w.SetContent(kit.WithTips(holder))
	w.Show()
	if !settleNative(w, p) {
		return nil
	}
	<-fonts
	s := newShell(ctx, a, w, office)
	s.news = news
	if program, err := os.Executable(); err == nil {
		s.program = program
		time.AfterFunc(previewDelay, func() { s.preparePreview(ctx) })
	}
	// Setting the content of a window anew would undo a change of its size meanwhile; the holder stays.
	fill := func(o fyne.CanvasObject) {
		holder.Objects = []fyne.CanvasObject{o}
		holder.Refresh()
	}
	begin := func(name string) {
		w.SetTitle(windowTitle(name))
		fill(s.content(name))
		last := p.String(preferenceScreen) // the screen on which the window was closed
		if s.screens[last] == nil {
			last = screenOverview
		}
		s.show(last)
		s.loadTotals()
		s.loadOverdue()
		go s.keepReminding(ctx)
	}
	if name == "" {
		s.found(fill, func(name string) {
			begin(name)
			if !p.Bool(preferenceToured) {
				s.startTour()
			}
		})
	} else {
		begin(name)
		if seen := p.String(preferenceVersion); seen != "" && seen != assets.Version() {
			s.openHelp(newsID)
		}
	}
	p.SetString(preferenceVersion, assets.Version())
	w.SetCloseIntercept(func() { s.leave() })
	return w
}

// warmUp reads what the first screen will ask for, so that the answers come from memory. Only speed hangs on it.
func warmUp(ctx context.Context, office *app.Office) {
	on := office.Today()
	go func() { _, _ = office.Totals(ctx, on) }()
	_, _ = office.Overview(ctx, on, 0)
}

// leave closes the window, after asking when work is still running.
func (s *shell) leave() {
	quit := func() { s.settleScreens(s.closeAndQuit) }
	switch {
	case s.jobs != nil && s.jobs.Running():
		kit.Ask(s.win, "Thoát chương trình", "Một việc đang chạy và sẽ bị dừng. Thoát?", "Thoát", "Ở lại", func() {
			s.jobs.Cancel()
			quit()
		})
	case s.win.Canvas().Overlays().Top() != nil:
		kit.AskToDiscard(s.win, "Thoát chương trình", "Biểu mẫu đang mở chưa được lưu. Thoát và bỏ những gì đang gõ?", "Thoát", "Ở lại", quit)
	default:
		quit()
	}
}

// settler is a screen that may hold something typed that is not stored yet.
type settler interface{ settle(then func()) }

// settleScreens has the screens store what was typed, then goes on.
func (s *shell) settleScreens(then func()) {
	for _, id := range s.order {
		if scr, ok := s.screens[id].(settler); ok {
			after := then
			then = func() { scr.settle(after) }
		}
	}
	then()
}

// closeAndQuit keeps the copy of the data while the window is still there to say so, then closes it.
func (s *shell) closeAndQuit() {
	// First, since Fyne stores the first change at once, and may read the file back over those that come right after it.
	rememberPlace(s.win, s.app.Preferences())
	size := s.win.Canvas().Size()
	s.app.Preferences().SetFloat(preferenceWidth, float64(size.Width))
	s.app.Preferences().SetFloat(preferenceHeight, float64(size.Height))
	s.win.SetCloseIntercept(func() {}) // a second click changes nothing
	end := func() {
		s.win.SetCloseIntercept(nil)
		s.win.Close()
	}
	if s.copied != nil {
		s.copied.SetText("Đang sao lưu trước khi thoát…")
	}
	s.do(func(ctx context.Context) error { return s.office.Close(context.WithoutCancel(ctx)) }, func(err error) {
		if err == nil {
			end()
			return
		}
		s.win.SetCloseIntercept(end)
		kit.Ask(s.win, "Chưa sao lưu được", app.Message(err)+" Dữ liệu đã được ghi đầy đủ; chỉ bản sao lưu của lần này là chưa có.", "Thoát", "Xem lại", end)
	})
}

// hasDisplay tells whether there is a screen to open a window on.
func hasDisplay() bool {
	if runtime.GOOS != "linux" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

const logName = "nhat-ky.txt"

func logFolder() string { return filepath.Join(xdg.StateHome, "CoSoHoi") }

// openLog sends the log, and what a crash leaves behind, to files, since a window has no console.
func openLog() (func(), error) {
	folder := logFolder()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, app.Problem("Không tạo được thư mục nhật ký “%s”; hãy kiểm tra quyền ghi.", folder)
	}
	name := filepath.Join(folder, logName)
	const large = 1 << 20
	if info, err := os.Stat(name); err == nil && info.Size() > large {
		_ = os.Rename(name, filepath.Join(folder, "nhat-ky-truoc.txt"))
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, app.Problem("Không ghi được nhật ký “%s”; hãy kiểm tra quyền ghi.", name)
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(f, nil)))
	log.SetOutput(f)
	if crash, err := os.Create(filepath.Join(folder, "su-co.txt")); err == nil {
		_ = debug.SetCrashOutput(crash, debug.CrashOptions{})
		_ = crash.Close() // SetCrashOutput keeps its own handle
	}
	slog.Info("start", "version", assets.Version())
	return func() { _ = f.Close() }, nil
}
