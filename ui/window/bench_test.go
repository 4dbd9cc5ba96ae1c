//go:build window && bench

package window

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"
)

// benchRuns is how often each program is started.
const benchRuns = 9

// firstRows is where the units of the first visits stand on the first screen of a window of the usual size.
var firstRows = image.Rect(315, 255, 530, 400)

// watch waits in short steps until a condition holds and returns how long that took since began.
func watch(t *testing.T, began time.Time, what string, holds func() bool) time.Duration {
	t.Helper()
	for !holds() {
		if time.Since(began) > patience {
			t.Fatalf("waited in vain for %s", what)
		}
		time.Sleep(200 * time.Microsecond)
	}
	return time.Since(began)
}

// TestBenchStart measures from the start of the process to the first frame, against an empty window of Fyne, in turns.
func TestBenchStart(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	ours, empty := built(t, "COSOHOI"), built(t, "EMPTY")
	d := openDisplay(t)
	first := func() bool { return d.at(railPoint.X, railPoint.Y) == railGround }
	var frames, rows, floors []time.Duration
	for n := range benchRuns + 1 {
		began := time.Now()
		p := launch(t, d, h, ours, "--db", database)
		frame := watch(t, began, "the first frame", first)
		row := watch(t, began, "the rows of the first screen", func() bool { return d.ink(firstRows) > 200 })
		p.kill()
		watch(t, time.Now(), "an empty display", func() bool { return !first() })

		began = time.Now()
		e := launch(t, d, h, empty)
		floor := watch(t, began, "the empty window", first)
		e.kill()
		watch(t, time.Now(), "an empty display", func() bool { return !first() })
		if n > 0 { // the first run of each fills the caches of the machine
			frames, rows, floors = append(frames, frame), append(rows, row), append(floors, floor)
		}
	}
	t.Logf("first frame: %s; empty window: %s; ratio %.2f (aim 1.20)", ms(frames), ms(floors), ratio(frames, floors))
	t.Logf("with the rows of the first screen: %s; ratio %.2f", ms(rows), ratio(rows, floors))
}

// TestBenchMemory measures what the program holds after its first screen, after all screens, and after the preview,
// against an empty window of Fyne. The very first preview compiles what draws the pages, which later ones find ready.
func TestBenchMemory(t *testing.T) {
	h := newHome(t)
	ours, empty := built(t, "COSOHOI"), built(t, "EMPTY")
	e := launch(t, openDisplay(t), h, empty)
	e.settleAt(screenWidth, screenHeight)
	floor := memoryOf(t, e.process.Pid)
	e.kill()

	database := h.demoDatabase(t)
	t.Logf("%-28s RSS %s; most %s", "empty window", floor.now, floor.most)
	for _, visit := range []string{"first preview ever", "later start"} {
		p := launch(t, openDisplay(t), h, ours, "--db", database)
		p.settleAt(screenWidth, screenHeight)
		report := func(what string) {
			t.Helper()
			m := memoryOf(t, p.process.Pid)
			t.Logf("%-18s %-24s RSS %s, ratio %.2f; most %s, ratio %.2f", visit, what, m.now, m.now.per(floor.now), m.most, m.most.per(floor.most))
		}
		report("first screen (aim 1.30)")
		for _, screen := range []string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+9", "ctrl+1"} {
			p.key(screen)
		}
		report("screens without preview")
		p.key("ctrl+8")
		p.untilPage()
		report("with the preview")
		if o := p.close(); o.code != 0 {
			t.Errorf("closed with %d: %s", o.code, o.errOut)
		}
	}
}

// kilobytes are what the kernel counts memory in.
type kilobytes int

func (k kilobytes) String() string              { return fmt.Sprintf("%.1f MB", float64(k)/1024) }
func (k kilobytes) per(other kilobytes) float64 { return float64(k) / float64(other) }

// memory is what a process holds now and held at most.
type memory struct{ now, most kilobytes }

var memoryLine = regexp.MustCompile(`(?m)^(VmRSS|VmHWM):\s+(\d+) kB$`)

func memoryOf(t *testing.T, pid int) memory {
	t.Helper()
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "status"))
	if err != nil {
		t.Fatal(err)
	}
	var m memory
	for _, found := range memoryLine.FindAllStringSubmatch(string(status), -1) {
		n, _ := strconv.Atoi(found[2])
		if found[1] == "VmRSS" {
			m.now = kilobytes(n)
		} else {
			m.most = kilobytes(n)
		}
	}
	if m.now == 0 || m.most == 0 {
		t.Fatalf("no memory in the status of process %d", pid)
	}
	return m
}

// median of some times; ms writes it with the fastest and the slowest.
func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

func ms(times []time.Duration) string {
	return fmt.Sprintf("%d ms (%d–%d)", median(times).Milliseconds(), slices.Min(times).Milliseconds(), slices.Max(times).Milliseconds())
}

func ratio(a, b []time.Duration) float64 { return float64(median(a)) / float64(median(b)) }
