package docx

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cosohoi/reports/layout"
)

func TestSamplesAreWholeFiles(t *testing.T) {
	for name, doc := range samples() {
		t.Run(name, func(t *testing.T) {
			file := mustFile(t, doc)
			checkFile(t, file)
			if !bytes.Equal(file, mustFile(t, doc)) {
				t.Error("the same document gave other bytes")
			}
		})
	}
}

// generator makes documents in which every word stands once.
type generator struct {
	t     *rapid.T
	words map[string]bool // as they are to be read back
}

// text is some words; a leading blank keeps it apart from what it is joined to.
func (g *generator) text() string {
	junk := []string{"", "", "", "&", "<b>", "]]>", "\x00", "😀", "\"'", "é", "\ufeff", "\xff", "/KH-"}
	blank := []string{" ", " ", "  ", "\n", "\t", "\u00a0", "\r\n"}
	text := rapid.SampledFrom(blank).Draw(g.t, "blank")
	for range rapid.IntRange(0, 4).Draw(g.t, "words") {
		word := fmt.Sprintf("từ%s%dX", rapid.SampledFrom(junk).Draw(g.t, "junk"), len(g.words))
		g.words[layout.Clean(word)] = true
		text += word + rapid.SampledFrom(blank).Draw(g.t, "blank")
	}
	return text
}

func (g *generator) texts() []string {
	var texts []string
	for range rapid.IntRange(0, 3).Draw(g.t, "texts") {
		texts = append(texts, g.text())
	}
	return texts
}

func (g *generator) yes() bool { return rapid.Bool().Draw(g.t, "yes") }

func (g *generator) runs(notes bool) []layout.Run {
	var runs []layout.Run
	for range rapid.IntRange(0, 3).Draw(g.t, "runs") {
		run := layout.Run{Text: g.text(), Bold: g.yes(), Italic: g.yes()}
		if notes && g.yes() {
			run.Note = g.runs(false)
		}
		runs = append(runs, run)
	}
	return runs
}

func (g *generator) table() layout.Table {
	size := rapid.Float64().Draw(g.t, "size")
	span := func() int { return rapid.IntRange(-1, 4).Draw(g.t, "span") }
	table := layout.Table{Size: size}
	for range rapid.IntRange(0, 5).Draw(g.t, "columns") {
		table.Columns = append(table.Columns, layout.Column{Width: rapid.Float64Range(-10, 90).Draw(g.t, "width"), Align: layout.Align(rapid.IntRange(0, 2).Draw(g.t, "align"))})
	}
	for range rapid.IntRange(0, 3).Draw(g.t, "head") {
		var row []layout.HeadCell
		for _, text := range g.texts() {
			row = append(row, layout.HeadCell{Text: text, ColSpan: span(), RowSpan: span(), Turned: g.yes()})
		}
		table.Head = append(table.Head, row)
	}
	for range rapid.IntRange(0, 4).Draw(g.t, "rows") {
		table.Rows = append(table.Rows, layout.Row{Cells: g.texts(), Total: g.yes(), Group: g.yes()})
	}
	return table
}

func (g *generator) blocks() []layout.Block {
	var blocks []layout.Block
	for range rapid.IntRange(0, 5).Draw(g.t, "blocks") {
		switch rapid.IntRange(0, 4).Draw(g.t, "block") {
		case 0, 1:
			blocks = append(blocks, layout.Paragraph{Style: layout.Style(rapid.IntRange(0, 2).Draw(g.t, "style")), Runs: g.runs(true)})
		case 2:
			blocks = append(blocks, layout.Heading{Level: rapid.IntRange(-1, 12).Draw(g.t, "level"), Text: g.text(), Centred: g.yes(), Note: g.runs(false)})
		case 3:
			// Word has no table without a column.
			table := g.table()
			if tableColumns(table) > 0 || len(table.Head)+len(table.Rows) == 0 {
				blocks = append(blocks, table)
			}
		case 4:
			blocks = append(blocks, layout.PageBreak{})
		}
	}
	return blocks
}

func (g *generator) signer() layout.Signer {
	return layout.Signer{Authority: g.text(), Deputy: g.text(), Position: g.text(), Name: g.text()}
}

func (g *generator) document() layout.Document {
	doc := layout.Document{
		Form: layout.Form(rapid.IntRange(0, 2).Draw(g.t, "form")), Parent: g.text(), Issuer: g.text(), Place: g.text(),
		Number: rapid.IntRange(0, 200).Draw(g.t, "number"), Symbol: rapid.SampledFrom([]string{"", "KH-BTV"}).Draw(g.t, "symbol"),
		OrganName: "Ban Thường vụ", Kind: rapid.SampledFrom([]string{"", "KẾ HOẠCH"}).Draw(g.t, "kind"),
		Summary: g.text(), To: g.texts(), Enacting: g.text(), Basis: g.texts(), Body: g.blocks(),
		Recipients: g.texts(), Archive: g.text(), Copies: rapid.IntRange(-1, 3).Draw(g.t, "copies"),
		Urgency: layout.Urgency(rapid.IntRange(0, 4).Draw(g.t, "urgency")), Circulation: layout.Circulation(rapid.IntRange(0, 3).Draw(g.t, "circulation")),
		Address: g.text(), Electronic: g.yes(), Landscape: g.yes(),
		Preset:  rapid.IntRange(11, 16).Draw(g.t, "preset"),
		Margins: layout.Margins{Top: rapid.Float64().Draw(g.t, "top"), Left: rapid.Float64Range(0, 100).Draw(g.t, "left")},
		Spacing: rapid.Float64().Draw(g.t, "spacing"), Indent: rapid.Float64().Draw(g.t, "indent"),
	}
	for range rapid.IntRange(0, 4).Draw(g.t, "signers") {
		doc.Signers = append(doc.Signers, g.signer())
	}
	for range rapid.IntRange(0, 3).Draw(g.t, "appendices") {
		doc.Appendices = append(doc.Appendices, layout.Appendix{Title: g.text(), Landscape: g.yes(), Body: g.blocks()})
	}
	if g.yes() {
		doc.Copy = &layout.Copy{Kind: g.text(), Parent: g.text(), Organ: g.text(), Symbol: "SY-BTV", Place: g.text(),
			Recipients: g.texts(), Archive: g.text(), Signer: g.signer()}
	}
	return doc
}

// Whatever the document holds, its file is whole, the same each time, and has every word exactly once.
func TestEveryWordIsInTheFileOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &generator{t: t, words: map[string]bool{}}
		doc := g.document()
		file, err := File(doc)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if again, _ := File(doc); !bytes.Equal(file, again) {
			t.Errorf("the same document gave other bytes")
		}
		checkFile(t, file)
		trees, _ := parts(t, file)
		seen := map[string]int{}
		for name, tree := range trees {
			if strings.HasPrefix(name, "word/") {
				for word := range strings.FieldsSeq(tree.plain()) {
					seen[strings.Trim(word, ",.;/:()")]++
				}
			}
		}
		for word := range g.words {
			if seen[word] != 1 {
				t.Errorf("%q stands %d times", word, seen[word])
			}
		}
	})
}

func TestAnythingGivesAFile(t *testing.T) {
	huge := layout.Table{Columns: make([]layout.Column, 8)}
	for i := range 10_000 {
		cells := make([]string, 8)
		for k := range cells {
			cells[k] = fmt.Sprintf("ô %d của dòng %d", k, i)
		}
		huge.Rows = append(huge.Rows, layout.Row{Cells: cells})
	}
	wide := layout.Table{Head: [][]layout.HeadCell{make([]layout.HeadCell, 90)}, Rows: []layout.Row{{Cells: make([]string, 90)}}}
	wide.Rows[0].Cells[89] = "cuối"
	nan := math.NaN()
	for name, doc := range map[string]layout.Document{
		"no room":    {Margins: layout.Margins{Left: 60, Right: 60}, Issuer: "BAN THƯỜNG VỤ", Signers: make([]layout.Signer, 2), Copy: &layout.Copy{}},
		"nothing":    {},
		"no form":    {Form: 9, Preset: -3, Urgency: 8, Circulation: -1, Number: -5, Symbol: "KH", Kind: "X", Copies: -1},
		"no numbers": {Margins: layout.Margins{Top: nan, Bottom: math.Inf(1), Left: -9, Right: 1e9}, Spacing: nan, Indent: math.Inf(-1), Body: []layout.Block{layout.Table{Size: nan, Columns: []layout.Column{{Width: nan}, {Width: math.Inf(1)}}, Rows: []layout.Row{{}}}}},
		"odd text":   {Kind: "\x00\x1b😀", Summary: "a]]>b&<\"'\xff\ufffe", Issuer: "\ud7ff", Symbol: "\n", Place: "\t", Body: []layout.Block{layout.Text("\x0b"), nil}},
		"one wide word": {Parent: strings.Repeat("W", 500), Kind: strings.Repeat("W", 500), Summary: strings.Repeat("W ", 500),
			Signers: []layout.Signer{{Name: strings.Repeat("W", 500)}}},
		"no words":      {Enacting: " ", Kind: " ", Summary: "\n", To: []string{" "}, Basis: []string{";"}, Symbol: "S", Body: []layout.Block{layout.Text(" ./. ")}, Signers: make([]layout.Signer, 3), Appendices: make([]layout.Appendix, 2), Copy: &layout.Copy{}},
		"a huge table":  {Body: []layout.Block{huge}},
		"a wide table":  {Body: []layout.Block{wide}},
		"no columns":    {Body: []layout.Block{layout.Table{Rows: make([]layout.Row, 3), Head: make([][]layout.HeadCell, 2)}}},
		"far dates":     {Date: time.Date(123456, 1, 1, 0, 0, 0, 0, time.UTC), Appendices: make([]layout.Appendix, 120)},
		"only breaks":   {Body: []layout.Block{layout.PageBreak{}, layout.PageBreak{}}},
		"tables in row": {Body: []layout.Block{oneCell(), oneCell(), layout.PageBreak{}, oneCell()}},
	} {
		t.Run(name, func(t *testing.T) { checkFile(t, mustFile(t, doc)) })
	}
}

// oneCell is a table of one cell.
func oneCell() layout.Table { return layout.Table{Rows: []layout.Row{{Cells: []string{"ô"}}}} }
