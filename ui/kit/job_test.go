package kit

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestWorksRunOneAfterTheOther(t *testing.T) {
	h := NewJobs()
	newWindow(t, h, 500, 30)
	var waiting []func()
	h.SetRunner(func(f func()) { waiting = append(waiting, f) })
	running := false
	h.ticks = func(func()) func() { running = true; return func() { running = false } }
	var order []string
	for _, name := range []string{"Sao lưu", "Xuất Excel"} {
		h.Run(name, func(context.Context, Progress) error { order = append(order, name); return nil }, func(error) { order = append(order, "xong") })
	}
	if len(waiting) != 1 || !running || !h.Visible() {
		t.Fatalf("%d works started, ticking: %v", len(waiting), running)
	}
	waiting[0]()
	waiting[1]()
	if got := strings.Join(order, ", "); got != "Sao lưu, xong, Xuất Excel, xong" {
		t.Error(got)
	}
	if running || h.Visible() || h.Running() {
		t.Error("nothing runs any more: the ticker must stop and the bar go")
	}
}

func TestCancelAsksTheWorkToStopAndSaysSo(t *testing.T) {
	h := NewJobs()
	newWindow(t, h, 500, 30)
	var work func()
	h.SetRunner(func(f func()) { work = f })
	h.ticks = func(func()) func() { return func() {} }
	var result error
	h.Run("Nhập từ Excel", func(ctx context.Context, p Progress) error {
		p.Step(120, 400, "dòng")
		return ctx.Err()
	}, func(err error) { result = err })
	h.queue[0].Step(120, 400, "dòng")
	h.paint()
	if got := shownText(h); !strings.Contains(got, "Nhập từ Excel") || !strings.Contains(got, "120/400 dòng") {
		t.Errorf("shows %q", got)
	}
	test.Tap(h.cancel)
	if got := shownText(h); !strings.Contains(got, "đang hủy…") {
		t.Errorf("shows %q", got)
	}
	work()
	if !errors.Is(result, context.Canceled) {
		t.Errorf("ended with %v", result)
	}
}

func TestTheTickerEndsWithTheWork(t *testing.T) {
	painted := make(chan bool, 100)
	stop := everyTick(func() { painted <- true })
	<-painted
	stop()
}

// The window must not grow for the name of a work: on a screen of 1366 it would reach beyond the edge.
func TestALongNameDoesNotWidenTheWindow(t *testing.T) {
	h := NewJobs()
	newWindow(t, h, 900, 60)
	h.SetRunner(func(func()) {})
	h.ticks = func(func()) func() { return func() {} }
	h.Run("Giao chức danh, chuyển đơn vị", func(context.Context, Progress) error { return nil }, nil)
	short := h.MinSize().Width
	h.queue[0].label = strings.Repeat("Giao chức danh, chuyển đơn vị cho nhiều người ", 3)
	h.paint()
	if long := h.MinSize().Width; long > short+60 || long < short {
		t.Errorf("a long name needs %.0f, a short one %.0f", long, short)
	}
}
