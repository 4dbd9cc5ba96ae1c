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
