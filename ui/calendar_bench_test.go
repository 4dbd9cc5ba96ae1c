package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"cosohoi/ui/kit"
)

// BenchmarkYearCalendar draws a year with visits on every day by software, and reports how long that takes beside an empty window of the
// same size.
func BenchmarkYearCalendar(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(kit.Theme(1))
	w := test.NewTempWindow(b, canvas.NewRectangle(kit.Window))
	w.SetPadded(false)
	months := make([]kit.YearMonth, 12)
	for m := range months {
		months[m] = kit.YearMonth{Title: "Tháng 1 · 300 cuộc", Before: m % 7, Days: make([]kit.YearDay, 31)}
		for d := range months[m].Days {
			months[m].Days[d] = kit.YearDay{Count: 1 + d}
		}
	}
	year := kit.NewYearGrid()
	floor := measure(b, w, canvas.NewRectangle(kit.Surface), func() {})
	whole := measure(b, w, year, func() { year.SetMonths(months) })
	b.ReportMetric(float64((whole-floor).Microseconds())/1000, "ms-over-empty-window")
	b.ReportMetric(float64(whole)/float64(floor), "times-empty-window")
}

// measure is how long it takes to change a window and draw it.
func measure(b *testing.B, w fyne.Window, content fyne.CanvasObject, change func()) time.Duration {
	b.Helper()
	w.SetContent(content)
	w.Resize(fyne.NewSize(1150, 560))
	change()
	w.Canvas().Capture()
	const times = 5
	start := time.Now()
	for range times {
		change()
		w.Canvas().Capture()
	}
	return time.Since(start) / times
}
