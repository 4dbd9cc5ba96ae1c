package reports

import (
	"fmt"
	"strings"
	"testing"

	"cosohoi/reports/form"
)

func TestTheAppendixOfFigures(t *testing.T) {
	known := func(n, of int) Figure { return Figure{Numerator: n, Denominator: of, Known: true} }
	p := PeriodFigures{Period: "6 tháng đầu năm 2025", Units: []string{"Hải Hậu", "Vụ Bản"}, Received: 231, Owed: 240, Lines: []FigureLine{
		{Group: "Hội viên", Code: "B2", Name: "Tổng số hội viên", Units: []Figure{known(1200, 0), {}}, Total: known(1200, 0), Before: known(1000, 0)},
		{Group: "Hội viên", Code: "B4", Name: "Tỷ lệ tập hợp", Rate: true, Units: []Figure{known(3, 4), {}}, Total: known(3, 4), Before: known(7, 10)},
		{Group: "Hội viên", Code: "B9", Name: "Dân tộc thiểu số", Units: []Figure{known(0, 0), {}}, Total: known(0, 0)},
	}}
	text := p.appendix()
	for _, want := range []string{
		"231/240",
		"| B2 | Tổng số hội viên | 1.200 | | 1.200 | 1.000 | +20,0 |", // the second district did not report: empty, not 0
		"| B4 | Tỷ lệ tập hợp | 75,0 | | 75,0 | 70,0 | +5,0 |",        // points
		"| B9 | Dân tộc thiểu số | 0 | | 0 | | |",                     // 0 was reported; nothing is known of the year before
	} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for i := range 20 { // communes without districts: there is no room for them
		p.Units = append(p.Units, fmt.Sprintf("Xã %d", i))
	}
	if text := p.appendix(); strings.Contains(text, "Hải Hậu") || !strings.Contains(text, "1.200") {
		t.Errorf("with 22 units the table should hold only the whole:\n%s", text)
	}
	if text := (PeriodFigures{}).appendix(); text != "" {
		t.Errorf("without figures: %q", text)
	}
}

// A name of a district is broken between its words at most: a word that is cut in the head has to be mended by hand.
func TestTheHeadOfTheAppendixOfFiguresKeepsWordsWhole(t *testing.T) {
	for _, word := range []string{"Trường", "Nghĩa", "thuộc"} {
		if width := form.Bold(10).Width(word); width > figureUnitWidth-2*form.CellPadding {
			t.Errorf("%q takes %.1f mm", word, width)
		}
	}
	if width := figureCodeWidth + figureNameWidth + figuresPerPage*figureUnitWidth + 3*figureTotalWidth; width > appendixMeasure {
		t.Errorf("the table is %.1f mm wide", width)
	}
}
