package layout

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// BenchmarkJustifiedText sets about 400 pages of justified paragraphs and compares with gofpdf's own MultiCell, which
// knows no indent, no mixed faces and no widows.
func BenchmarkJustifiedText(b *testing.B) {
	var paragraphs []string
	for _, block := range plan().Body {
		if p, ok := block.(Paragraph); ok {
			paragraphs = append(paragraphs, p.Runs[0].Text)
		}
	}
	paragraphs = slices.Repeat(paragraphs, 700)
	doc := Document{Kind: "BÁO CÁO"}
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
		raw := gofpdf.New("P", "mm", "A4", "")
		raw.SetMargins(30, 20, 15)
		raw.SetAutoPageBreak(true, 20)
		raw.AddUTF8FontFromBytes("vn", "", slices.Clone(fontFiles[regular]))
		raw.SetFont("vn", "", 14)
		raw.AddPage()
		for _, text := range paragraphs {
			raw.MultiCell(0, boxHeight(14, bodySpacing), text, "", "J", false)
			raw.Ln(paragraphGap)
		}
		if err := raw.Output(new(strings.Builder)); err != nil {
			b.Fatal(err)
		}
		floor += time.Since(start)
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "text-ms")
	b.ReportMetric(float64(floor.Milliseconds())/float64(b.N), "floor-ms")
	b.ReportMetric(float64(ours)/float64(floor), "x-floor")
}
