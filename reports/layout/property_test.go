package layout

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
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

// Whatever a document holds, PDF gives a file or a sentence for the person at the screen, the same each time.
func TestPDFAlwaysAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := someDocument(t)
		pdf, err := PDF(doc)
		var shown interface{ UserMessage() string }
		if err != nil && (!errors.As(err, &shown) || strings.TrimSpace(shown.UserMessage()) == "" || pdf != nil) {
			t.Fatalf("%v is not for the person at the screen", err)
		}
		again, errAgain := PDF(doc)
		if !bytes.Equal(pdf, again) || fmt.Sprint(err) != fmt.Sprint(errAgain) {
			t.Fatalf("two runs of one document differ (%v, %v)", err, errAgain)
		}
	})
}

// soundDocument draws papers that a person could write, and remembers what must be found on them.
type soundDocument struct {
	*rapid.T
	words int            // so far: no two are the same
	body  []string       // words of paragraphs and headings, in the order of reading
	once  map[string]int // all words of ordinary length, and how often each was found
	heads []string       // words of heads of tables, which may stand on several pages
	long  map[rune]int   // texts without a blank that may be wider than a page; each is one letter, so many times
	notes [][2]string    // a word with a mark and the first word of its footnote
}

// word makes a word of vowels that ends in its own number, written in consonants; up to most letters.
func (d *soundDocument) word(most int) string {
	d.words++
	number := strings.Map(func(digit rune) rune { return []rune("bcdđghklvn")[digit-'0'] }, fmt.Sprint(d.words))
	vowels := []rune("ưởaăâếêioộôơuýựyệ")
	letters := rapid.IntRange(1, most-len([]rune(number))).Draw(d.T, "letters")
	word := string(slices.Repeat(vowels, 2+most/len(vowels))[d.words%7 : d.words%7+letters])
	switch rapid.IntRange(0, 9).Draw(d.T, "kind of word") {
	case 0:
		return fmt.Sprint(5_000 + d.words) // bound to the word before or after it, by chance
	case 1:
		return "(" + word + number + "),"
	}
	return word + number
}

// drawnAs is the word that was drawn for a word on paper: without the mark that the layout has put after it.
func (d *soundDocument) drawnAs(read string) string {
	if _, known := d.once[read]; known || read == "" || !strings.ContainsAny(read[len(read)-1:], ",;.") {
		return read
	}
	return d.drawnAs(read[:len(read)-1])
}

// plain draws a text of words.
func (d *soundDocument) plain(words, most int) string {
	var text []string
	for range rapid.IntRange(1, words).Draw(d.T, "words") {
		w := d.word(most)
		d.once[w] = 0
		text = append(text, w)
	}
	return strings.Join(text, " ")
}

// endless is a text without a blank, wider than any page can be, of a letter that no other text has.
func (d *soundDocument) endless() string {
	letter := rune('а' + len(d.long)) // Cyrillic
	d.long[letter] = rapid.SampledFrom([]int{1, 9, 80, 300}).Draw(d.T, "length")
	text := strings.Repeat(string(letter), d.long[letter])
	if rapid.Bool().Draw(d.T, "an address") {
		text = strings.ReplaceAll(text, strings.Repeat(string(letter), 10), strings.Repeat(string(letter), 10)+"/")
	}
	return text
}

func (d *soundDocument) paragraph() Paragraph {
	p := Paragraph{Style: rapid.SampledFrom([]Style{Body, Body, Body, Centred, AtRight}).Draw(d.T, "style")}
	for range rapid.IntRange(1, 4).Draw(d.T, "runs") {
		text := d.plain(40, 25)
		words := strings.Fields(text)
		d.body = append(d.body, words...)
		run := Run{Text: text, Bold: rapid.Bool().Draw(d.T, "bold"), Italic: rapid.Bool().Draw(d.T, "italic")}
		switch rapid.IntRange(0, 5).Draw(d.T, "what follows") {
		case 0:
			note := d.plain(60, 25)
			run.Note = []Run{{Text: note}}
			first, _, _ := strings.Cut(note, " ")
			d.notes = append(d.notes, [2]string{words[len(words)-1], first})
		case 1:
			run.Text += " " + d.endless()
		case 2:
			// One word in two faces.
			half := []rune(run.Text)[:len([]rune(run.Text))/2]
			p.Runs = append(p.Runs, Run{Text: string(half), Bold: !run.Bold, Italic: run.Italic})
			run.Text = run.Text[len(string(half)):]
		}
		run.Text += rapid.SampledFrom([]string{" ", "\u00a0", "\n", " - "}).Draw(d.T, "end")
		p.Runs = append(p.Runs, run)
	}
	return p
}

func (d *soundDocument) heading() Heading {
	h := Heading{Level: rapid.IntRange(1, 4).Draw(d.T, "level"), Text: d.plain(20, 20), Centred: rapid.Bool().Draw(d.T, "centred")}
	d.body = append(d.body, strings.Fields(h.Text)...)
	return h
}

func (d *soundDocument) table() Table {
	table := Table{Size: rapid.SampledFrom([]float64{0, 10, 14}).Draw(d.T, "size")}
	var head []HeadCell
	for range rapid.IntRange(1, 4).Draw(d.T, "columns") {
		table.Columns = append(table.Columns, Column{Width: rapid.SampledFrom([]float64{0, 0, 30, 38}).Draw(d.T, "width"), Align: Align(rapid.IntRange(0, 2).Draw(d.T, "align"))})
		word := d.word(8)
		d.heads = append(d.heads, word)
		head = append(head, HeadCell{Text: word})
	}
	table.Head = [][]HeadCell{head}
	for range rapid.IntRange(1, 30).Draw(d.T, "rows") {
		row := Row{Group: rapid.IntRange(0, 9).Draw(d.T, "group") == 0, Total: rapid.IntRange(0, 9).Draw(d.T, "total") == 0}
		for range table.Columns {
			text := ""
			switch rapid.IntRange(0, 20).Draw(d.T, "cell") {
			case 0:
			case 1:
				text = d.endless()
			default:
				text = d.plain(5, 8)
			}
			row.Cells = append(row.Cells, text)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (d *soundDocument) blocks(most int) []Block {
	var blocks []Block
	for range rapid.IntRange(1, most).Draw(d.T, "blocks") {
		switch rapid.IntRange(0, 9).Draw(d.T, "kind of block") {
		case 0:
			blocks = append(blocks, PageBreak{})
		case 1:
			blocks = append(blocks, d.table())
		case 2, 3:
			blocks = append(blocks, d.heading())
		default:
			blocks = append(blocks, d.paragraph())
		}
	}
	return blocks
}

// names draws a list of names.
func (d *soundDocument) names(most int) []string {
	var names []string
	for range rapid.IntRange(0, most).Draw(d.T, "names") {
		names = append(names, d.plain(6, 20)+" và các đơn vị")
	}
	return names
}

// document draws the whole paper.
func (d *soundDocument) document() Document {
	within := func(low, high float64, what string) float64 { return rapid.Float64Range(low, high).Draw(d.T, what) }
	doc := plan()
	doc.Preset = rapid.SampledFrom([]int{13, 14}).Draw(d.T, "preset")
	doc.Margins = Margins{within(20, 25, "top"), within(20, 25, "bottom"), within(30, 35, "left"), within(15, 20, "right")}
	doc.Spacing = rapid.SampledFrom([]float64{0, 1, 1.5}).Draw(d.T, "spacing")
	doc.Indent = rapid.SampledFrom([]float64{0, 10}).Draw(d.T, "indent")
	if rapid.IntRange(0, 4).Draw(d.T, "form") == 0 {
		doc.Form, doc.Preset, doc.Spacing = Party, doc.Preset+1, 0
	}
	doc.Landscape = rapid.IntRange(0, 3).Draw(d.T, "landscape") == 0
	doc.Urgency, doc.Circulation = Urgency(rapid.IntRange(0, 3).Draw(d.T, "urgency")), Circulation(rapid.IntRange(0, 2).Draw(d.T, "circulation"))
	doc.Place, doc.Summary = d.plain(3, 15), d.plain(12, 15)
	if rapid.Bool().Draw(d.T, "công văn") {
		doc.Kind, doc.Address = "", "Số 01, đường Ví Dụ, thành phố Nam Định"
	}
	doc.To, doc.Basis, doc.Recipients = d.names(3), d.names(3), d.names(5)
	doc.Body = append(d.blocks(12), Text("Kết thúc"))
	doc.Drafter, doc.Copies = "XDTC", 25
	signers := []Signer{{Position: "THƯ KÝ", Name: "Phạm Thị Cúc"}, {Authority: "TM. BAN THƯỜNG VỤ", Deputy: "KT. CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", Name: "Trần Thị Mai"}, {Position: "ĐẠI DIỆN"}}
	doc.Signers = signers[:rapid.IntRange(0, 3).Draw(d.T, "signers")]
	for range rapid.IntRange(0, 2).Draw(d.T, "appendices") {
		doc.Appendices = append(doc.Appendices, Appendix{Title: d.plain(10, 15), Landscape: rapid.Bool().Draw(d.T, "across"), Body: d.blocks(6)})
	}
	return doc
}

// Every sound document is on paper as a reader expects: each word once and in one piece, in order, inside the margins, on
// no other word, each footnote at the foot of the page of its mark.
func TestEveryWordStandsOnPaperOnce(t *testing.T) {
	fewer(t, 50) // poppler starts for each
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		d := &soundDocument{T: t, once: map[string]int{}, long: map[rune]int{}}
		doc := d.document()
		pdf, err := PDF(doc)
		if err != nil {
			t.Fatal(err)
		}
		leaves := readBack(outer, pdf)
		pageOf := map[string]int{}
		var read []string
		inBody := map[string]bool{}
		for _, w := range d.body {
			inBody[w] = true
		}
		number := 0
		for p, l := range leaves {
			number++
			words := l.words
			if words[0].bottom < doc.Margins.Top {
				if words[0].text != fmt.Sprint(number) {
					t.Fatalf("page %d of the file carries the number %s, want %d", p+1, words[0].text, number)
				}
				words = words[1:]
			} else if number = 1; p > 0 && words[0].text != "Phụ" {
				t.Fatalf("page %d of the file is not numbered", p+1)
			}
			checkPlaces(t, l, words, doc.Margins)
			for _, w := range words {
				for _, r := range w.text {
					if _, known := d.long[r]; known {
						d.long[r]--
					}
				}
				text := d.drawnAs(w.text)
				if _, known := d.once[text]; known {
					d.once[text]++
					pageOf[text] = p
				}
				if inBody[text] {
					read = append(read, text)
				}
			}
			for _, w := range d.heads {
				if n := count(words, w); n > 1 {
					t.Fatalf("the head %s stands %d times on page %d", w, n, p+1)
				} else if n == 1 {
					pageOf[w] = p
				}
			}
		}
		for w, n := range d.once {
			if n != 1 {
				t.Fatalf("%s stands %d times on paper", w, n)
			}
		}
		for _, w := range d.heads {
			if _, found := pageOf[w]; !found {
				t.Fatalf("the head %s is lost", w)
			}
		}
		for r, n := range d.long {
			if n != 0 {
				t.Fatalf("%d letters %c too few", n, r)
			}
		}
		if !slices.Equal(read, d.body) {
			t.Fatalf("the body reads %q\nand was written %q", read, d.body)
		}
		for _, n := range d.notes {
			if pageOf[n[0]] != pageOf[n[1]] {
				t.Fatalf("the mark at %s is on page %d, its note on page %d", n[0], pageOf[n[0]]+1, pageOf[n[1]]+1)
			}
		}
	})
}

// fewer makes a test draw n cases, unless the command line asks for another number.
func fewer(t *testing.T, n int) {
	t.Helper()
	checks := flag.Lookup("rapid.checks")
	if checks.Value.String() != checks.DefValue {
		return
	}
	if err := checks.Value.Set(fmt.Sprint(n)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { checks.Value.Set(checks.DefValue) })
}

func count(words []printed, text string) int {
	n := 0
	for _, w := range words {
		if w.text == text {
			n++
		}
	}
	return n
}

// checkPlaces checks that words stand inside the margins and not on each other.
func checkPlaces(t interface{ Fatalf(string, ...any) }, l leaf, words []printed, m Margins) {
	const rounding = 0.05 // mm; the file has two decimals of a point
	for i, a := range words {
		if a.left < m.Left-rounding || a.right > l.width-m.Right+rounding || a.top < m.Top-rounding || a.bottom > l.height-m.Bottom+rounding {
			t.Fatalf("page %d: “%s” at %.2f–%.2f, %.2f–%.2f mm runs into the margins %v", a.page+1, a.text, a.left, a.right, a.top, a.bottom, m)
		}
		for _, b := range words[i+1:] {
			if min(a.right, b.right)-max(a.left, b.left) > rounding && min(a.bottom, b.bottom)-max(a.top, b.top) > rounding {
				t.Fatalf("page %d: “%s” at %.2f–%.2f, %.2f–%.2f mm stands on “%s” at %.2f–%.2f, %.2f–%.2f", a.page+1, a.text, a.left, a.right, a.top, a.bottom, b.text, b.left, b.right, b.top, b.bottom)
			}
		}
	}
}
