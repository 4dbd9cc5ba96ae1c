package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// pause puts off work until nobody has asked for it again for a while, as when somebody types.
type pause struct{ timer *time.Timer }

// after runs f on the window's goroutine when the pause is over; tests run it at once.
func (s *shell) after(p *pause, length time.Duration, f func()) {
	if s.atOnce {
		f()
		return
	}
	p.stop()
	p.timer = time.AfterFunc(length, func() { fyne.Do(f) })
}

// stop drops what was put off.
func (p *pause) stop() {
	if p.timer != nil {
		p.timer.Stop()
	}
}
