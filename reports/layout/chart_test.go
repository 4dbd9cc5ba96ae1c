package layout

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// rates is a table of shares by district with its chart.
func rates(kind ChartKind) Table {
	t := Table{Columns: []Column{{Width: 25}}, Head: [][]HeadCell{{{Text: "Đơn vị"}}}, Chart: Chart{Kind: kind, Goal: 50, Percent: true}}
	cells := []string{"Tỷ lệ thực hiện (%)"}
	for i, name := range []string{"Giao Thủy", "Hải Hậu", "Mỹ Lộc", "Nam Trực", "Nghĩa Hưng", "Trực Ninh", "Vụ Bản", "Xuân Trường", "Ý Yên"} {
		t.Columns = append(t.Columns, Column{Width: 15, Align: Right})
		t.Head[0] = append(t.Head[0], HeadCell{Text: name})
		cells = append(cells, []string{"61,5", "88,2", "chưa có số liệu"}[i%3])
	}
	t.Rows = []Row{{Cells: cells}}
	return t
}

// A chart is drawn below its table as vectors, with texts that can be searched, and the paper after it is black again.
func TestChartsAreVectors(t *testing.T) {
	for _, kind := range []ChartKind{ChartBars, ChartLines} {
		doc := plan()
		doc.Appendices = []Appendix{{Title: "BIỂU ĐỒ", Body: []Block{rates(kind), Paragraph{Runs: []Run{{Text: "Sau biểu đồ."}}}}}}
		pdf := mustPDF(t, doc)
		if bytes.Contains(pdf, []byte("/Subtype /Image")) {
			t.Errorf("%s: the chart is a picture", kind)
		}
		text := poppler(t, pdf, "pdftotext", "-layout")
		for _, want := range []string{"61,5%", "88,2%", "Sau biểu đồ."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the page lacks %q:\n%s", kind, want, text)
			}
		}
		again := mustPDF(t, doc)
		if !bytes.Equal(pdf, again) {
			t.Errorf("%s: two runs of one document differ", kind)
		}
	}
}

func TestNumbersOfCharts(t *testing.T) {
	for text, want := range map[string]float64{"86,7": 86.7, "1.234": 1234, "50%": 50, " 0 ": 0, "1.234,5": 1234.5} {
		if got := readNumber(text); got != want {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	for _, text := range []string{"", "–", "chưa có số liệu"} {
		if got := readNumber(text); !math.IsNaN(got) {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
