//go:build window && wine

package window

import (
	"bytes"
	"fmt"
	"image"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// versionBefore is the version of the older installer that the makefile makes for this test.
const versionBefore = "0.0.1"

// TestWindows lives through what a program for Windows has to, under Wine: it is installed, works, is upgraded while it
// is open, and is removed. The steps build on each other.
func TestWindows(t *testing.T) {
	before, setup := built(t, "SETUP_BEFORE"), built(t, "SETUP")
	p := newPC(t)
	clean := p.files(t)
	for _, step := range []struct {
		name string
		do   func(t *testing.T)
	}{
		{"install", func(t *testing.T) { p.install(t, before, versionBefore) }},
		{"console", p.console},
		{"no graphics", p.noGraphics},
		{"window", p.firstWindow},
		{"typing", p.typing},
		{"saving", p.saving},
		{"place", p.place},
		{"scale", p.scale},
		{"upgrade", func(t *testing.T) { p.upgrade(t, setup, os.Getenv("VERSION")) }},
		{"remove", func(t *testing.T) { p.remove(t, clean) }},
	} {
		if !t.Run(step.name, step.do) {
			t.FailNow()
		}
	}
}

// pc is a Windows PC: a Wine prefix with one user.
type pc struct {
	home
	t      *testing.T // of the whole life
	screen *display
	typist string
}

// Places on the PC, as Windows and as the test names them.
const (
	localData    = `C:\users\thu-ky\AppData\Local`
	installed    = localData + `\Programs\CoSoHoi`
	theProgram   = installed + `\CoSoHoi.exe`
	theDatabase  = localData + `\CoSoHoi\cosohoi.db`
	uninstallKey = `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CoSoHoi`
)

// unix is the path on this machine of a path on the PC.
func (p *pc) unix(path string) string {
	return filepath.Join(p.folder, "prefix", "drive_c", strings.ReplaceAll(strings.TrimPrefix(path, `C:\`), `\`, "/"))
}

// env is the environment of programs of the PC. Without a language of UTF-8 Wine makes no file with Vietnamese letters.
func (p *pc) env(display string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "LC_ALL=C.UTF-8", "USER=thu-ky", "HOME=" + p.folder, "TMPDIR=" + filepath.Join(p.folder, "tmp"),
		"WINEPREFIX=" + filepath.Join(p.folder, "prefix"), "WINEARCH=win64", "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=",
		"DISPLAY=:" + display,
	}
	if zone := os.Getenv("TZ"); zone != "" {
		env = append(env, "TZ="+zone)
	}
	return env
}

// newPC makes the prefix, a Windows 10 with what Debian's Wine lacks.
func newPC(t *testing.T) *pc {
	t.Helper()
	p := &pc{home: newHome(t), t: t, screen: openDisplay(t)}
	t.Cleanup(func() {
		stop := exec.Command("wineserver", "-k")
		stop.Env = p.env(p.screen.number)
		_ = stop.Run()
	})
	p.mustRun(t, "wineboot", "-i")
	const stub = "bcryptprimitives"
	compile(t, p.unix(`C:\windows\system32\`+stub+".dll"), "testdata/"+stub+".c", "-shared", "-ladvapi32")
	p.typist = filepath.Join(p.folder, "typist.exe")
	compile(t, p.typist, "testdata/typist.c", "-municode")
	p.mustRun(t, "wine", "winecfg", "-v", "win10")
	p.write(t, "prefix/drive_c/users/thu-ky/AppData/Roaming/fyne/settings.json", `{"no_animations":true}`)
	return p
}

func compile(t *testing.T, to, from string, more ...string) {
	t.Helper()
	args := append([]string{"-O", "-o", to, from}, more...)
	if said, err := exec.Command("x86_64-w64-mingw32-gcc", args...).CombinedOutput(); err != nil {
		t.Fatalf("compile %s: %v\n%s", from, err, said)
	}
}

// mustRun runs a program of the PC that has to end with 0.
func (p *pc) mustRun(t testing.TB, args ...string) string {
	t.Helper()
	o := run(t, p.env(p.screen.number), args[0], args[1:]...)
	if o.code != 0 {
		t.Fatalf("%s: exit %d, %s%s", strings.Join(args, " "), o.code, o.out, o.errOut)
	}
	return o.out
}

// job runs a headless job of the installed program.
func (p *pc) job(t *testing.T, args ...string) string {
	t.Helper()
	return p.mustRun(t, append([]string{"wine", theProgram}, args...)...)
}

// files lists what lies on the PC, without what belongs to Windows itself.
func (p *pc) files(t *testing.T) []string {
	t.Helper()
	root := filepath.Join(p.folder, "prefix", "drive_c")
	var found []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if entry != nil && entry.IsDir() && path == filepath.Join(root, "windows") {
			return filepath.SkipDir
		}
		if err == nil && !entry.IsDir() {
			found = append(found, strings.TrimPrefix(path, root+"/"))
		}
		return nil // what goes while it is listed is not there
	})
	if err != nil {
		t.Fatal(err)
	}
	desktop, _ := filepath.Glob(filepath.Join(p.folder, "*.lnk"))
	return append(found, desktop...)
}

// install installs in silence, looks at what that left, and makes the demonstration province.
func (p *pc) install(t *testing.T, setup, version string) {
	began := time.Now()
	p.mustRun(t, "wine", setup, "/S")
	t.Logf("installed in %.1f s", time.Since(began).Seconds())
	p.checkInstalled(t, version)
	p.job(t, "demo")
}

func (p *pc) checkInstalled(t *testing.T, version string) {
	t.Helper()
	for _, path := range []string{theProgram, installed + `\go-cai-dat.exe`, `C:\users\thu-ky\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Cơ sở Hội.lnk`} {
		if _, err := os.Stat(p.unix(path)); err != nil {
			t.Errorf("after the installation: %v", err)
		}
	}
	if _, err := os.Stat(p.unix(installed + `\CoSoHoi-moi.exe`)); err == nil {
		t.Error("the installer left the new program under its first name")
	}
	if desktop := p.unix(`C:\users\thu-ky\Desktop\Cơ sở Hội.lnk`); !exists(desktop) {
		t.Errorf("no entry on the desktop: %s", desktop)
	}
	entry := p.mustRun(t, "wine", "reg", "query", uninstallKey, "/v", "DisplayVersion")
	if !strings.Contains(entry, version) {
		t.Errorf("Windows lists the program as %q, want version %s", entry, version)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// console starts jobs in a console, where they have no output of their own.
func (p *pc) console(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"units", 0, "Đơn vị trực thuộc"},
		{"nope", 2, "Không có lệnh “nope”."},
		{"--db C:\\khong-co.db check", 1, "Không tìm thấy tệp"},
	} {
		said := filepath.Join(p.folder, "man-hinh-lenh.txt")
		o := run(t, p.env(p.screen.number), "wine", p.typist, "console", windowsPath(said), theProgram+" "+c.args)
		content, err := os.ReadFile(said)
		if err != nil || o.code != c.code || !strings.Contains(string(content), c.says) {
			t.Errorf("%s: exit %d, want %d; the console shows %q, want %q; %v %s", c.args, o.code, c.code, strings.Join(strings.Fields(string(content)), " "), c.says, err, o.errOut)
		}
	}
}

// windowsPath names a file of this machine to a program of the PC.
func windowsPath(path string) string { return "Z:" + strings.ReplaceAll(path, "/", `\`) }

// noGraphics takes OpenGL away: the program says so in a box, and jobs work.
func (p *pc) noGraphics(t *testing.T) {
	bare := openDisplay(t, "-extension", "GLX")
	said := filepath.Join(p.folder, "hop.txt")
	_, boxPressed := start(t, p.env(bare.number), "wine", p.typist, "box", windowsPath(said))
	o := run(t, p.env(bare.number), "wine", theProgram)
	if pressed := <-boxPressed; pressed.code != 0 {
		t.Fatalf("no box: %s; the program ended with %d: %s", pressed.errOut, o.code, o.errOut)
	}
	content, err := os.ReadFile(said)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"OpenGL 2.1", "trình điều khiển", "opengl32.dll", installed, "nhat-ky.txt"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("the box says %q, want %q", content, want)
		}
	}
	if o.code != 1 {
		t.Errorf("exit %d, want 1", o.code)
	}
	p.mustRunOn(t, bare, "wine", theProgram, "check")
}

func (p *pc) mustRunOn(t *testing.T, d *display, args ...string) {
	t.Helper()
	if o := run(t, p.env(d.number), args[0], args[1:]...); o.code != 0 {
		t.Errorf("%s: exit %d, %s", strings.Join(args, " "), o.code, o.errOut)
	}
}

// launch starts the program and waits for its window.
func (p *pc) launch(t *testing.T) *program {
	t.Helper()
	w := &program{display: p.screen, t: t, home: p.home}
	w.process, w.ended = start(t, p.env(p.screen.number), "wine", theProgram)
	w.untilWindow()
	return w
}

// The window as it comes up on a screen of this size, inside its frame, which Wine does not draw without a window manager.
var (
	frame  = image.Pt(4, 23)
	inside = image.Pt(1350, 700)
)

// open starts the program and waits until its window is drawn.
func (p *pc) open(t *testing.T) *program {
	t.Helper()
	w := p.launch(t)
	w.must(w.focus(w.window))
	w.untilDrawn(inside.X, inside.Y)
	return w
}

var memoryLine = regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`)

// firstWindow prints how long the start takes and how much memory it needs, and compares what is drawn with the same
// province in the window of the Linux program.
func (p *pc) firstWindow(t *testing.T) {
	path := built(t, "COSOHOI")
	began := time.Now()
	w := p.open(t)
	took := time.Since(began) - quiet
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if line := memoryLine.FindSubmatch(status); line != nil {
		t.Logf("the overview stands %.1f s after the start, memory %s kB", took.Seconds(), line[1])
	}
	content, err := os.ReadFile(p.unix(theDatabase))
	if err != nil {
		t.Fatal(err)
	}
	h := newHome(t)
	h.write(t, "du-lieu/tinh.db", string(content))
	linux := launch(t, openDisplay(t), h, path, "--db", filepath.Join(h.folder, "du-lieu", "tinh.db"))
	linux.settleAt(inside.X, inside.Y)
	area := image.Rect(0, 0, inside.X, inside.Y-40) // without the line that names the user
	drawn := func() picture { return w.picture(area.Add(frame)) }
	t.Cleanup(func() {
		if t.Failed() {
			if err := savePicture(filepath.Join("testdata", "failed", "Windows.png"), drawn()); err != nil {
				t.Error(err)
			}
		}
	})
	linux.until("the window to look as it does on Linux", func() bool { return differing(drawn(), linux.picture(area)) < 0.01 })
	linux.close()
	p.close(t, w)
}

// differing is the share of the points that differ clearly between two pictures of the same area.
func differing(a, b picture) float64 {
	const clear = 32
	count := 0
	for i := 0; i < len(a.raw); i += 4 {
		for c := range 3 {
			if d := int(a.raw[i+c]) - int(b.raw[i+c]); d > clear || d < -clear {
				count++
				break
			}
		}
	}
	return float64(count) / float64(len(a.raw)/4)
}

func (p *pc) close(t *testing.T, w *program) {
	t.Helper()
	if o := w.close(); o.code != 0 {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
}

// typing adds a cadre and types whole sentences into her record in every way that UniKey has.
func (p *pc) typing(t *testing.T) {
	w := p.open(t)
	w.key("ctrl+3")
	w.opensForm("ctrl+n")
	const name = "Ưng Thị Ngọc Thoảng"
	p.typeInto(w, telex, "keys", name)
	w.key(strings.Fields(strings.Repeat("Tab ", 7))...)
	w.pick("hai van") // the unit
	w.key("Tab")
	w.key("Down")
	w.key("End", "Return")
	w.closesForm("ctrl+s")
	if p.cadre(t, name) == nil {
		w.fail("the new cadre is not stored under %q", name)
	}
	w.key("ctrl+f")
	w.typeText("tran") // somebody else
	w.selectFirstRow(cadreRecord)
	w.key("ctrl+f")
	w.must(w.press("ctrl+a"))
	w.typeText("ung thi ngoc thoang")
	w.selectFirstRow(cadreRecord)
	for i, form := range []string{"keys", "chars", "packets"} {
		for j, m := range []method{telex, vni} {
			sentence := sentences[(i+j)%len(sentences)]
			w.opensForm("F2")
			w.key("Tab", "Tab", "Tab", "Tab") // to the native place
			w.must(w.press("ctrl+a"))
			p.typeInto(w, m, form, sentence)
			w.closesForm("ctrl+s")
			if got := p.cadre(t, name)["native_place"]; got != sentence {
				t.Errorf("%s sent as %s:\n%q\n%q was typed", m.name, form, got, sentence)
			}
		}
	}
	p.close(t, w)
}

// typeInto types a text into what has the focus, as UniKey sends it.
func (p *pc) typeInto(w *program, m method, form, text string) {
	w.t.Helper()
	p.write(w.t, "phim.txt", m.strokes(text))
	w.after("“"+text+"”", whole(), func() {
		p.mustRun(w.t, "wine", p.typist, "type", form, windowsPath(filepath.Join(p.folder, "phim.txt")))
	})
}

// cadre finds a cadre in what the headless job exports, nil when there is none.
func (p *pc) cadre(t *testing.T, name string) map[string]string {
	t.Helper()
	const path = localData + `\can-bo.csv`
	p.job(t, "export", "cadres", path)
	defer os.Remove(p.unix(path))
	content, err := os.ReadFile(p.unix(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range records(t, string(content)) {
		if row["full_name"] == name {
			return row
		}
	}
	return nil
}

// saving writes papers to a path with Vietnamese letters and blanks, by a job and by the dialog of Windows.
func (p *pc) saving(t *testing.T) {
	const folder = `C:\users\thu-ky\Báo cáo quý IV năm 2026`
	if err := os.Mkdir(p.unix(folder), 0o755); err != nil {
		t.Fatal(err)
	}
	const byJob = folder + `\Danh sách xã Hải Vân.pdf`
	p.job(t, "report", "trich-ngang", "--unit", "14230", "--out", byJob)
	p.checkPaper(t, byJob, "Hội Liên hiệp Phụ nữ xã Hải Vân")

	w := p.open(t)
	w.key("ctrl+3")
	w.key("ctrl+f")
	w.typeText("ung thi ngoc thoang")
	w.must(w.press("Return"))
	w.rest()
	const byDialog = folder + `\Cán bộ đang xem.pdf`
	w.click(exportButton.X, exportButton.Y)
	w.rest()
	w.must(w.press("Down"))
	w.must(w.press("Return"))
	w.until("the dialog of Windows", func() bool {
		dialog, err := w.windowOf(w.process.Pid, w.window)
		return err == nil && dialog != 0 && w.focus(dialog) == nil
	})
	w.rest()
	p.write(t, "phim.txt", plainStrokes(byDialog))
	p.mustRun(t, "wine", p.typist, "type", "packets", windowsPath(filepath.Join(p.folder, "phim.txt")))
	w.rest()
	w.must(w.press("Return"))
	w.until("the file", func() bool { return exists(p.unix(byDialog)) })
	w.must(w.focus(w.window))
	w.until("word of it", w.inFront)
	p.checkPaper(t, byDialog, "Ưng Thị Ngọc Thoảng")
	w.closesForm("Return")
	p.close(t, w)
	if err := os.RemoveAll(p.unix(folder)); err != nil {
		t.Fatal(err)
	}
}

// plainStrokes types a text without help.
func plainStrokes(text string) string {
	var sent strings.Builder
	for _, r := range text {
		fmt.Fprintf(&sent, "k%x ", r)
	}
	return sent.String()
}

func (p *pc) checkPaper(t *testing.T, path, says string) {
	t.Helper()
	text, err := exec.Command("pdftotext", "-layout", p.unix(path), "-").Output()
	if err != nil || !strings.Contains(string(text), says) {
		t.Errorf("%s: %v, %d bytes of text without %q", path, err, len(text), says)
	}
}

// place leaves the window somewhere, and on a screen that is gone.
func (p *pc) place(t *testing.T) {
	w := p.open(t)
	p.mustRun(t, "wine", p.typist, "move", "40,30,1340,730")
	w.rest()
	p.close(t, w)
	if got := p.placeAtStart(t); got != "40,30,1340,730" {
		t.Errorf("left at 40,30,1340,730 the window comes back at %s", got)
	}
	preferences := p.unix(`C:\users\thu-ky\AppData\Roaming\fyne\vn.org.hoilhpn.cosohoi\preferences.json`)
	content, err := os.ReadFile(preferences)
	if err != nil {
		t.Fatal(err)
	}
	gone := regexp.MustCompile(`"windowPlace":"[^"]*"`).ReplaceAll(content, []byte(`"windowPlace":"3000,-500,4300,200,false"`))
	if bytes.Equal(gone, content) {
		t.Fatalf("no place in %s", content)
	}
	if err := os.WriteFile(preferences, gone, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, want := p.placeAtStart(t), fmt.Sprintf("%d,0,%d,700", screenWidth-1300, screenWidth); got != want {
		t.Errorf("left on a screen that is gone the window comes back at %s, want %s", got, want)
	}
}

// scale sets Windows to 150 %, at which the window would not fit on this screen.
func (p *pc) scale(t *testing.T) {
	p.setDPI(t, 144)
	var left, top, right, bottom int
	at := p.placeAtStart(t)
	if _, err := fmt.Sscanf(at, "%d,%d,%d,%d", &left, &top, &right, &bottom); err != nil || left < 0 || top < 0 || right > screenWidth || bottom > screenHeight {
		t.Errorf("at 150 %% the window lies at %s, want it within %d×%d; %v", at, screenWidth, screenHeight, err)
	}
	p.setDPI(t, 96)
}

func (p *pc) setDPI(t *testing.T, dpi int) {
	t.Helper()
	p.mustRun(t, "wine", "reg", "add", `HKCU\Control Panel\Desktop`, "/v", "LogPixels", "/t", "REG_DWORD", "/d", strconv.Itoa(dpi), "/f")
	p.mustRun(t, "wineserver", "-k")
}

// placeAtStart starts the program and tells where its window lies.
func (p *pc) placeAtStart(t *testing.T) string {
	t.Helper()
	w := p.launch(t)
	w.rest()
	said := filepath.Join(p.folder, "cho.txt")
	p.mustRun(t, "wine", p.typist, "where", windowsPath(said))
	content, err := os.ReadFile(said)
	if err != nil {
		t.Fatal(err)
	}
	p.close(t, w)
	return string(content)
}

// upgrade installs the new version over a program that is open: it is closed, a copy of the data is kept, and nothing is lost.
func (p *pc) upgrade(t *testing.T, setup, version string) {
	before := p.job(t, "units", "--csv")
	w := p.open(t)
	p.mustRun(t, "wine", setup, "/S")
	if o := w.end(); o.code != 0 {
		t.Errorf("the open program ended with %d: %s", o.code, o.errOut)
	}
	p.checkInstalled(t, version)
	if after := p.job(t, "units", "--csv"); after != before {
		t.Error("the units are not what they were before the upgrade")
	}
	if p.cadre(t, "Ưng Thị Ngọc Thoảng") == nil {
		t.Error("the typed cadre is gone after the upgrade")
	}
	p.job(t, "check")
	copies, err := filepath.Glob(p.unix(localData + `\CoSoHoi\sao-luu\truoc-khi-cap-nhat-` + versionBefore + `-*.db`))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%d copies from before the upgrade, %v", len(copies), err)
	}
	p.job(t, "--db", windowsPath(copies[0]), "check")
	for _, left := range []string{".lock", "-wal", "-shm"} {
		_ = os.Remove(copies[0] + left) // of the check
	}
}

// remove removes the program: what is left are the data.
func (p *pc) remove(t *testing.T, clean []string) {
	p.mustRun(t, "wine", installed+`\go-cai-dat.exe`, "/S")
	deadline := time.Now().Add(patience)
	for exists(p.unix(installed)) { // it works on as a copy of itself
		if time.Now().After(deadline) {
			t.Fatalf("the program is still there: %v", p.files(t))
		}
		time.Sleep(glance)
	}
	p.mustRun(t, "wineserver", "-w")
	p.mustRun(t, "wineboot", "-r") // the copy itself goes when Windows starts the next time
	var left []string
	for _, path := range p.files(t) {
		if !slices.Contains(clean, path) && !strings.HasPrefix(path, "users/thu-ky/AppData/Local/CoSoHoi/") {
			left = append(left, path)
		}
	}
	if len(left) > 0 {
		t.Errorf("besides the data there are still %q", left)
	}
	data, err := os.ReadDir(p.unix(localData + `\CoSoHoi`))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range data {
		names = append(names, entry.Name())
	}
	if !slices.Contains(names, "cosohoi.db") || !slices.Contains(names, "sao-luu") || len(names) != 2 {
		t.Errorf("the data that stay are %q, want cosohoi.db and sao-luu", names)
	}
	if o := run(t, p.env(p.screen.number), "wine", "reg", "query", uninstallKey); o.code == 0 {
		t.Error("Windows still lists the program")
	}
}

// exportButton is “Xuất / In” of the cadres, on the screen.
var exportButton = image.Pt(1145, 105)
