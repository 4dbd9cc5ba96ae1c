//go:build window

package window

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything may take on a slow machine.
const patience = 60 * time.Second

// home is a user of her own: every folder that the program may write to.
type home struct{ folder string }

// newHome makes the folders. The cursor of an input does not blink there, so that a screen comes to rest.
func newHome(t testing.TB) home {
	t.Helper()
	h := home{t.TempDir()}
	h.write(t, "config/fyne/settings.json", `{"no_animations":true}`)
	// What is due is told in a strip, which moves everything down: it hangs on the day on which the test runs.
	h.write(t, "config/fyne/vn.org.hoilhpn.cosohoi/preferences.json", `{"dueSilenced":true}`)
	for _, name := range []string{"data", "cache", "state", "run", "tmp"} {
		if err := os.MkdirAll(filepath.Join(h.folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func (h home) write(t testing.TB, name, content string) {
	t.Helper()
	path := filepath.Join(h.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// env is the environment of the program, with no more of the machine's than it needs. The language is "C", as on a
// machine that nobody set up.
func (h home) env(display string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "LANG=C", "USER=thu-ky", "HOME=" + h.folder, "TMPDIR=" + filepath.Join(h.folder, "tmp"),
		"XDG_DATA_HOME=" + filepath.Join(h.folder, "data"), "XDG_CONFIG_HOME=" + filepath.Join(h.folder, "config"),
		"XDG_CACHE_HOME=" + filepath.Join(h.folder, "cache"), "XDG_STATE_HOME=" + filepath.Join(h.folder, "state"),
		"XDG_RUNTIME_DIR=" + filepath.Join(h.folder, "run"),
	}
	if zone := os.Getenv("TZ"); zone != "" {
		env = append(env, "TZ="+zone)
	}
	if display != "" {
		env = append(env, "DISPLAY=:"+display)
	}
	return env
}

// built is the program under test.
func built(t testing.TB, variable string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path == "" {
		t.Skipf("%s names no built program", variable)
	}
	return path
}

// outcome is how a program ended.
type outcome struct {
	code        int
	out, errOut string
	took        time.Duration
}

// start begins a program; the outcome arrives when it has ended. It is killed with the test.
func start(t testing.TB, env []string, path string, args ...string) (*os.Process, <-chan outcome) {
	t.Helper()
	cmd := exec.Command(path, args...)
	var out, errOut bytes.Buffer
	cmd.Env, cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = env, &out, &errOut, diesWithTest()
	cmd.WaitDelay = time.Second // a child that works on may still hold the pipes
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan outcome, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		err := cmd.Wait()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) && !errors.Is(err, exec.ErrWaitDelay) {
			errOut.WriteString(err.Error())
		}
		ended <- outcome{cmd.ProcessState.ExitCode(), out.String(), errOut.String(), time.Since(began)}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-done
	})
	return cmd.Process, ended
}

// run waits for a program to end.
func run(t testing.TB, env []string, path string, args ...string) outcome {
	t.Helper()
	_, ended := start(t, env, path, args...)
	select {
	case o := <-ended:
		return o
	case <-time.After(patience):
		t.Fatalf("%s %s does not end", filepath.Base(path), strings.Join(args, " "))
		return outcome{}
	}
}

// job runs a headless job that must succeed and returns what it prints.
func (h home) job(t testing.TB, database string, args ...string) string {
	t.Helper()
	o := run(t, h.env(""), built(t, "COSOHOI"), append([]string{"--db", database}, args...)...)
	if o.code != 0 {
		t.Fatalf("cosohoi %s: exit %d, %s", strings.Join(args, " "), o.code, o.errOut)
	}
	return o.out
}

// demo makes the demonstration province once.
var demo struct {
	sync.Once
	content []byte
}

// demoDatabase puts the demonstration province into a file of its own.
func (h home) demoDatabase(t testing.TB) string {
	t.Helper()
	path := filepath.Join(h.folder, "du-lieu", "tinh.db")
	demo.Do(func() {
		original := filepath.Join(h.folder, "minh-hoa.db")
		h.job(t, original, "demo")
		content, err := os.ReadFile(original)
		if err != nil {
			t.Fatal(err)
		}
		demo.content = content
	})
	if len(demo.content) == 0 {
		t.Fatal("the demonstration province could not be made")
	}
	h.write(t, "du-lieu/tinh.db", string(demo.content))
	return path
}

// program is the program with its window on a display.
type program struct {
	*display
	t        testing.TB
	home     home
	database string
	process  *os.Process
	ended    <-chan outcome
	window   uint32
}

// openProgram starts the program on a display of its own and waits until its window is drawn.
func openProgram(t testing.TB, h home, database string) *program {
	t.Helper()
	p := launch(t, openDisplay(t), h, built(t, "COSOHOI"), "--db", database)
	p.database = database
	p.settleAt(screenWidth, screenHeight)
	return p
}

// launch starts a program on a display and waits for nothing.
func launch(t testing.TB, d *display, h home, path string, args ...string) *program {
	t.Helper()
	p := &program{display: d, t: t, home: h}
	p.process, p.ended = start(t, h.env(d.number), path, args...)
	return p
}

// settleAt waits for the window, gives it the size and the keyboard and waits until it is drawn.
func (p *program) settleAt(width, height int) {
	p.t.Helper()
	p.untilWindow()
	p.must(p.place(p.window, width, height))
	p.untilDrawn(width, height)
}

// untilWindow waits for the window.
func (p *program) untilWindow() {
	p.t.Helper()
	p.until("a window", func() bool {
		var err error
		p.window, err = p.windowOf(p.process.Pid, 0)
		return err == nil && p.window != 0
	})
}

// untilDrawn waits until the window of this size has its content.
func (p *program) untilDrawn(width, height int) {
	p.t.Helper()
	p.must(p.fake(moved, 0, width-1, height-1)) // out of the way
	p.until("a drawn window", func() bool { return p.at(width-20, 300) != black && p.at(width/2, height-6) != black })
	p.rest()
}

// title is what stands above the window.
func (p *program) title() string {
	name, err := p.property(p.window, "_NET_WM_NAME")
	p.must(err)
	return string(name)
}

// close closes the window as its user would, and returns how the program ended.
func (p *program) close() outcome {
	p.t.Helper()
	p.must(p.askToClose(p.window))
	return p.end()
}

// end waits until the program has ended.
func (p *program) end() outcome {
	p.t.Helper()
	select {
	case o := <-p.ended:
		return o
	case <-time.After(patience):
		// Where its goroutines stand tells why; the program writes that to its error output.
		_ = p.process.Signal(syscall.SIGQUIT)
		select {
		case o := <-p.ended:
			p.t.Log(o.errOut)
		case <-time.After(patience):
		}
		p.fail("the program does not end")
		return outcome{}
	}
}

// kill ends the program as a power cut would.
func (p *program) kill() {
	p.t.Helper()
	p.must(p.process.Signal(syscall.SIGKILL))
	p.end()
}

func (p *program) must(err error) {
	p.t.Helper()
	if err != nil {
		p.fail("%v", err)
	}
}

var unsafe = regexp.MustCompile(`[^\p{L}\d-]+`)

// fail ends the test and leaves a picture of the screen behind.
func (p *program) fail(format string, args ...any) {
	p.t.Helper()
	path := filepath.Join("testdata", "failed", unsafe.ReplaceAllString(p.t.Name(), "-")+".png")
	if err := p.save(path, whole()); err != nil {
		path = err.Error()
	}
	state := "runs"
	select {
	case o := <-p.ended:
		state = fmt.Sprintf("ended with %d: %s", o.code, o.errOut)
	default:
	}
	p.t.Fatalf("%s\nscreen: %s\nprogram %s", fmt.Sprintf(format, args...), path, state)
}
