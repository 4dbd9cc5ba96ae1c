package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"cosohoi/ui/kit"
)

// BenchmarkFirstOverview makes Tổng quan for the first time after a start, with all that it counts, and draws it by software; beside an
// empty window of the same size, and apart from the counting.
func BenchmarkFirstOverview(b *testing.B) {
	var counted, built, drawn, floor time.Duration
	for b.Loop() {
		s := openShell(b)
		w := test.NewTempWindow(b, canvas.NewRectangle(kit.Window))
		w.SetPadded(false)
		w.Resize(s.win.Canvas().Size())
		start := time.Now()
		w.Canvas().Capture()
		floor += time.Since(start)

		start = time.Now()
		if _, err := s.office.Overview(s.ctx, s.on, 0); err != nil {
			b.Fatal(err)
		}
		counted += time.Since(start)
		start = time.Now()
		s.show(screenOverview)
		built += time.Since(start)
		start = time.Now()
		s.win.Canvas().Capture()
		drawn += time.Since(start)
	}
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 / float64(b.N) }
	b.ReportMetric(ms(counted), "ms-counting")
	b.ReportMetric(ms(built), "ms-building")
	b.ReportMetric(ms(drawn), "ms-drawing")
	b.ReportMetric(float64(drawn)/float64(floor), "times-empty-window")
	b.ReportMetric(0, "ns/op")
}
