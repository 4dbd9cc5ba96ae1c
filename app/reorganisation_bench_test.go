package app

import (
	"testing"
	"time"
)

// BenchmarkBatches measures both shipped reorganisations applied to the whole province, and undone. The floor is the copying of the
// database that a careful office would make by hand before each.
func BenchmarkBatches(b *testing.B) {
	first, second := shipped(b, "2024"), shipped(b, "2025")
	var applied, undone time.Duration
	for b.Loop() {
		b.StopTimer()
		o := copied(b, demoFile(b), clock)
		b.StartTimer()
		start := time.Now()
		one, two := reorganise(b, o, first), reorganise(b, o, second)
		applied += time.Since(start)
		start = time.Now()
		for _, done := range []Outcome{two, one} {
			if err := o.Undo(b.Context(), done.Operation); err != nil {
				b.Fatal(err)
			}
		}
		undone += time.Since(start)
	}
	b.ReportMetric(applied.Seconds()/float64(b.N), "s-applied")
	b.ReportMetric(undone.Seconds()/float64(b.N), "s-undone")
}
