package app

import (
	"testing"
	"time"

	"cosohoi/reports"
)

// BenchmarkPreviewAfterEdit measures what stands between a keystroke and the picture of page 1: reading the text form, setting
// the pages, the check of the form and the drawing of the page, for a yearly report of the demonstration.
func BenchmarkPreviewAfterEdit(b *testing.B) {
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	o := demoOffice(b)
	source, _, err := o.draft(b.Context(), PaperRequest{Kind: reports.YearReportID, Year: 2025, AsOf: o.Today()})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := PaperPage(b.Context(), ProofOf(source).Paper, 0, 110); err != nil { // starts the viewer
		b.Fatal(err)
	}
	var proof, page time.Duration
	for b.Loop() {
		source.Body += " "
		start := time.Now()
		p := ProofOf(source)
		proof += time.Since(start)
		start = time.Now()
		if _, err := PaperPage(b.Context(), p.Paper, 0, 110); err != nil {
			b.Fatal(err)
		}
		page += time.Since(start)
	}
	perRun := func(d time.Duration) float64 { return d.Seconds() * 1000 / float64(b.N) }
	b.ReportMetric(perRun(proof), "proof-ms")
	b.ReportMetric(perRun(page), "page-ms")
	b.ReportMetric(perRun(proof+page), "preview-ms")
	b.ReportMetric(0, "ns/op")
}
