package layout

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"cosohoi/reports/form"
)

// BenchmarkLongPaper makes a paper of 500 pages and compares with gofpdf's own MultiCell setting the same words, which knows
// no indent, no mixed faces, no widows and no notes. The aim is at most twice its time.
func BenchmarkLongPaper(b *testing.B) {
	var paragraphs []string
	for _, block := range plan().Body {
		if p, ok := block.(Paragraph); ok {
			paragraphs = append(paragraphs, p.Runs[0].Text)
		}
	}
	paragraphs = slices.Repeat(paragraphs, 815)
	doc := plan()
	doc.Body = nil
	for _, text := range paragraphs {
		doc.Body = append(doc.Body, Text(text))
	}
	var ours, floor time.Duration
	pages := 0
	for b.Loop() {
		start := time.Now()
		pdf, err := PDF(doc)
		if err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		pages = bytes.Count(pdf, []byte("/Type /Page\n"))

		start = time.Now()
		rawText(b, paragraphs)
		floor += time.Since(start)
	}
	if pages < 500 {
		b.Fatalf("the paper has %d pages only", pages)
	}
	report(b, ours, floor)
	b.ReportMetric(float64(pages), "pages")
}

// BenchmarkOnePagePaper makes a công văn of one page, as the window does when it is to be shown: the aim is under 60 ms from
// the value to the bytes. gofpdf's time is that for the same words, nearly all of it spent on the fonts.
func BenchmarkOnePagePaper(b *testing.B) {
	doc := letter()
	var ours, floor time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := PDF(doc); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)

		start = time.Now()
		rawText(b, []string{form.NationalName, form.NationalMotto, doc.Parent, doc.Issuer, doc.Summary, bodyText(doc.Body), doc.Address})
		floor += time.Since(start)
	}
	report(b, ours, floor)
}

// rawText is what gofpdf takes at least: the text set by itself in one face, justified, from page to page.
func rawText(b *testing.B, paragraphs []string) {
	raw := gofpdf.New("P", "mm", "A4", "")
	raw.SetMargins(30, 20, 15)
	raw.SetAutoPageBreak(true, 20)
	raw.AddUTF8FontFromBytes("vn", "", slices.Clone(form.Regular(14).File()))
	raw.SetFont("vn", "", 14)
	raw.AddPage()
	for _, text := range paragraphs {
		raw.MultiCell(0, form.Decree(14).BodyLine(0), text, "", "J", false)
		raw.Ln(form.ParagraphGap)
	}
	if err := raw.Output(new(strings.Builder)); err != nil {
		b.Fatal(err)
	}
}

// report gives the times of one run and how many times the floor ours takes.
func report(b *testing.B, ours, floor time.Duration) {
	b.Helper()
	b.ReportMetric(ours.Seconds()*1000/float64(b.N), "paper-ms")
	b.ReportMetric(floor.Seconds()*1000/float64(b.N), "floor-ms")
	b.ReportMetric(float64(ours)/float64(floor), "x-floor")
}
