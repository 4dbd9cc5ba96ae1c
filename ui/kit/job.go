package kit

import (
	"context"
	"fmt"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Progress is how a long work tells how far it is. It may be called from any goroutine and as often as wanted.
type Progress interface {
	Step(done, total int, what string)
}

// jobTick is how often the progress is painted.
const jobTick = 150 * time.Millisecond

// Jobs runs long works one after the other and shows in the status bar how far the running one is, with a link
// to cancel it. It takes no room while nothing runs.
type Jobs struct {
	widget.BaseWidget
	run    func(func())
	ticks  func(paint func()) (stop func())
	queue  []*job
	label  *Text
	detail *Text
	bar    *canvas.Rectangle
	done   *canvas.Rectangle
	cancel *Action
	share  float32
	stop   func()
}

type job struct {
	label  string
	work   func(ctx context.Context, p Progress) error
	done   func(error)
	ctx    context.Context
	cancel context.CancelFunc

	mu          sync.Mutex
	step, total int
	what        string
	cancelled   bool // on the window's goroutine only
}

func (j *job) Step(done, total int, what string) {
	j.mu.Lock()
	j.step, j.total, j.what = done, total, what
	j.mu.Unlock()
}

// NewJobs returns the widget for the status bar.
func NewJobs() *Jobs {
	h := &Jobs{run: func(f func()) { go f() }, ticks: everyTick, label: Caption(""), detail: Caption(""), bar: canvas.NewRectangle(NeutralBack), done: canvas.NewRectangle(Accent)}
	h.bar.CornerRadius, h.done.CornerRadius = 2, 2
	h.cancel = NewLink("Hủy", h.Cancel)
	h.ExtendBaseWidget(h)
	h.Hide()
	return h
}

// everyTick paints on the window's goroutine until stopped.
func everyTick(paint func()) (stop func()) {
	ticker := time.NewTicker(jobTick)
	quit := make(chan struct{})
	go func() {
		for {
			select {
			case <-ticker.C:
				fyne.Do(paint)
			case <-quit:
				return
			}
		}
	}()
	return func() {
		ticker.Stop()
		close(quit)
	}
}

// SetRunner replaces how work is put into the background; tests pass one that they control.
func (h *Jobs) SetRunner(run func(func())) { h.run = run }

// Running tells whether anything runs or waits to.
func (h *Jobs) Running() bool { return len(h.queue) > 0 }

// Run queues a work. work runs outside the window's goroutine and should look at ctx between its steps; done
// is called on the window's goroutine, with context.Canceled when it was cancelled.
func (h *Jobs) Run(label string, work func(ctx context.Context, p Progress) error, done func(error)) {
	j := &job{label: label, work: work, done: done}
	j.ctx, j.cancel = context.WithCancel(context.Background())
	h.queue = append(h.queue, j)
	if len(h.queue) == 1 {
		h.start()
	} else {
		h.paint()
	}
}

// Cancel asks the running work to stop. It may take a moment to do so.
func (h *Jobs) Cancel() {
	if len(h.queue) > 0 && !h.queue[0].cancelled {
		h.queue[0].cancelled = true
		h.queue[0].cancel()
		h.paint()
	}
}

func (h *Jobs) start() {
	j := h.queue[0]
	h.Show()
	h.paint()
	if h.stop == nil {
		h.stop = h.ticks(h.paint)
	}
	h.run(func() {
		err := j.work(j.ctx, j)
		fyne.Do(func() { h.finish(j, err) })
	})
}

func (h *Jobs) finish(j *job, err error) {
	j.cancel()
	h.queue = h.queue[1:]
	if len(h.queue) == 0 {
		h.stop()
		h.stop = nil
		h.Hide()
	}
	if j.done != nil {
		j.done(err)
	}
	if len(h.queue) > 0 && h.queue[0] != j {
		h.start()
	}
}

func (h *Jobs) paint() {
	if len(h.queue) == 0 {
		return
	}
	j := h.queue[0]
	j.mu.Lock()
	step, total, what := j.step, j.total, j.what
	j.mu.Unlock()
	h.share = 0
	detail := what
	if total > 0 {
		h.share = min(float32(step)/float32(total), 1)
		detail = fmt.Sprintf("%s/%s", Number(step), Number(total))
		if what != "" {
			detail += " " + what
		}
	}
	if waiting := len(h.queue) - 1; waiting > 0 {
		detail += fmt.Sprintf(" · còn %d việc chờ", waiting)
	}
	if j.cancelled {
		detail = "đang hủy…"
		h.cancel.Disable()
	} else {
		h.cancel.Enable()
	}
	h.label.SetText(j.label)
	h.detail.SetText(detail)
	h.Refresh()
}

// CreateRenderer is Fyne's hook to draw the widget.
func (h *Jobs) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	const barWidth = 96
	box := newSized(func(size fyne.Size) {
		x := float32(0)
		put := func(o fyne.CanvasObject, width, height float32) {
			place(o, x, (size.Height-height)/2, width, height)
			x += width + 8
		}
		put(h.label, h.labelWidth(), h.label.MinSize().Height)
		place(h.done, x, (size.Height-4)/2, barWidth*h.share, 4)
		put(h.bar, barWidth, 4)
		link := h.cancel.MinSize()
		room := max(size.Width-x-link.Width-8, 0)
		detail := h.detail.MinSize()
		put(h.detail, min(detail.Width, room), detail.Height)
		put(h.cancel, link.Width, min(link.Height, size.Height))
	}, func() fyne.Size {
		// The detail changes all the time: it gets steady room, so that nothing beside it dances.
		return fyne.NewSize(h.labelWidth()+8+barWidth+8+180*TextScale()+8+h.cancel.MinSize().Width, lineHeight(captionSize())+6)
	}, h.label, h.bar, h.done, h.detail, h.cancel)
	return widget.NewSimpleRenderer(box)
}

// labelWidth is the room for the name of the work; a longer name is cut, since the window must not grow beyond the screen for it.
func (h *Jobs) labelWidth() float32 { return min(h.label.MinSize().Width, 220*TextScale()) }

func (h *Jobs) inner() []fyne.CanvasObject { return []fyne.CanvasObject{h.cancel} }
