package layout

import (
	"time"

	"pgregory.net/rapid"
)

// someText is a text that people or a faulty file may put anywhere: words, marks of papers, any Unicode.
var someText = rapid.OneOf(
	rapid.SampledFrom([]string{"", " ", "Hội", "77/KH-BCH", "TM. BAN CHẤP HÀNH", "T/M", "«kỳ»", "… ngày …", "./.", "a\nb", "Thường trực Tỉnh ủy; (để báo cáo)"}),
	rapid.String(),
	rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
)

func someTexts(most int) *rapid.Generator[[]string] { return rapid.SliceOfN(someText, 0, most) }

// someBlock is a block of any kind, also with a table that no page can hold.
var someBlock = rapid.Custom(func(t *rapid.T) Block {
	switch rapid.IntRange(0, 4).Draw(t, "block") {
	case 0:
		return PageBreak{}
	case 1:
		return Heading{Level: rapid.IntRange(-1, 9).Draw(t, "level"), Text: someText.Draw(t, "heading"), Centred: rapid.Bool().Draw(t, "centred")}
	case 2:
		table := Table{Size: rapid.SampledFrom([]float64{0, 10, 14, 99}).Draw(t, "size")}
		for range rapid.IntRange(0, 4).Draw(t, "columns") {
			table.Columns = append(table.Columns, Column{Width: rapid.SampledFrom([]float64{0, 1, 40, 300}).Draw(t, "width"), Align: Align(rapid.IntRange(0, 2).Draw(t, "align"))})
		}
		for range rapid.IntRange(0, 3).Draw(t, "rows") {
			cells := someTexts(4).Draw(t, "cells")
			if rapid.Bool().Draw(t, "whole") {
				cells = make([]string, len(table.Columns))
			}
			table.Rows = append(table.Rows, Row{Cells: cells, Total: rapid.Bool().Draw(t, "total"), Group: rapid.Bool().Draw(t, "group")})
		}
		return table
	}
	var p Paragraph
	p.Style = Style(rapid.IntRange(0, 2).Draw(t, "style"))
	for range rapid.IntRange(0, 3).Draw(t, "runs") {
		r := Run{Text: someText.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")}
		if rapid.IntRange(0, 4).Draw(t, "noted") == 0 {
			r.Note = []Run{{Text: someText.Draw(t, "note")}}
		}
		p.Runs = append(p.Runs, r)
	}
	return p
})

// someDocument is any document, sound or not.
func someDocument(t *rapid.T) Document {
	draw := func(what string) string { return someText.Draw(t, what) }
	d := Document{
		Form: Form(rapid.IntRange(0, 1).Draw(t, "form")), Parent: draw("parent"), Issuer: draw("issuer"),
		Number: rapid.IntRange(-1, 1000).Draw(t, "number"), Symbol: draw("symbol"), Place: draw("place"), Year: rapid.IntRange(0, 3000).Draw(t, "year"),
		Dateless: rapid.Bool().Draw(t, "dateless"), Kind: draw("kind"), Summary: draw("summary"), To: someTexts(3).Draw(t, "to"),
		Enacting: draw("enacting"), Basis: someTexts(3).Draw(t, "basis"), Body: rapid.SliceOfN(someBlock, 0, 6).Draw(t, "body"),
		Recipients: someTexts(3).Draw(t, "recipients"), Archive: draw("archive"), Drafter: draw("drafter"), Copies: rapid.IntRange(-1, 300).Draw(t, "copies"),
		Urgency: Urgency(rapid.IntRange(0, 3).Draw(t, "urgency")), Circulation: Circulation(rapid.IntRange(0, 2).Draw(t, "circulation")),
		Address: draw("address"), Landscape: rapid.Bool().Draw(t, "landscape"), Preset: rapid.SampledFrom([]int{0, 13, 14, 15, 99}).Draw(t, "preset"),
	}
	if rapid.Bool().Draw(t, "dated") {
		d.Date = time.Date(2023, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
	}
	for range rapid.IntRange(0, 3).Draw(t, "signers") {
		d.Signers = append(d.Signers, Signer{draw("authority"), draw("deputy"), draw("position"), draw("name")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "appendices") {
		d.Appendices = append(d.Appendices, Appendix{draw("title"), rapid.Bool().Draw(t, "across"), rapid.SliceOfN(someBlock, 0, 3).Draw(t, "content")})
	}
	return d
}
