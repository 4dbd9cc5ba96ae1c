package compose

import (
	"reflect"
	"strings"
	"testing"

	"cosohoi/reports/layout"

	"pgregory.net/rapid"
)

// What FormatBlocks and FormatAppendices write, Document reads as the same blocks, whatever their texts look like.
func TestFormatIsTheInverseOfDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := blocksGen().Draw(t, "body")
		var appendices []layout.Appendix
		for range rapid.IntRange(0, 2).Draw(t, "appendices") {
			appendices = append(appendices, layout.Appendix{
				Title:     strings.ToUpper(strings.Join(strings.Fields(textGen(3).Draw(t, "title")), " ")), // blanks of a title count once
				Landscape: rapid.Bool().Draw(t, "landscape"), Body: blocksGen().Draw(t, "appendix"),
			})
		}
		text := FormatBlocks(body) + "\n\n" + FormatAppendices(appendices)
		doc, err := Source{Body: text}.Document()
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if !reflect.DeepEqual(doc.Body, body) {
			t.Fatalf("read   %#v\nwanted %#v\nfrom\n%s", doc.Body, body, text)
		}
		if !reflect.DeepEqual(doc.Appendices, appendices) {
			t.Fatalf("read   %#v\nwanted %#v\nfrom\n%s", doc.Appendices, appendices, text)
		}
	})
}

// A table keeps the chart that is drawn below it; what is no chart is refused with the line.
func TestChartsOfTables(t *testing.T) {
	for option, want := range map[string]layout.Chart{
		"bars": {Kind: layout.ChartBars}, "lines %": {Kind: layout.ChartLines, Percent: true}, "bars 50 %": {Kind: layout.ChartBars, Goal: 50, Percent: true}, "lines 1200.5": {Kind: layout.ChartLines, Goal: 1200.5},
	} {
		doc, err := Source{Body: "{widths: 30,20 | chart: " + option + "}\n| Kỳ | 06/2024 |\n|:--|--:|\n| Tỷ lệ | 86,7 |"}.Document()
		if err != nil {
			t.Fatal(err)
		}
		table := doc.Body[0].(layout.Table)
		if table.Chart != want {
			t.Errorf("%q is read as %+v", option, table.Chart)
		}
		if text := FormatBlocks(doc.Body); !strings.Contains(text, "| chart: "+option+"}") {
			t.Errorf("%q is written as\n%s", option, text)
		}
	}
	for _, wrong := range []string{"", "pie", "bars 0", "bars 10 20", "lines cao"} {
		if _, err := (Source{Body: "{chart: " + wrong + "}\n| A |\n|:--|\n| 1 |"}).Document(); err == nil || !strings.Contains(err.Error(), "bars 100") {
			t.Errorf("%q was read: %v", wrong, err)
		}
	}
}
