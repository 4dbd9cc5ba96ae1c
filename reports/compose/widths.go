package compose

import (
	"math"
	"strings"
	"unicode/utf8"

	"cosohoi/reports/layout"
)

// What a text takes in a table, by eye: 12 pt letters are a bit over 2 mm wide on average, capitals more.
const (
	letterWidth = 2.3 // mm
	cellEdges   = 3.0 // mm, padding and a little room
)

// shareWidths shares the width of the text among the columns of a table that has no widths of its own: each column its
// longest word, then the rest by how much the texts would take on one line.
func shareWidths(t *layout.Table, measure float64) {
	n := len(t.Columns)
	words, texts := make([]float64, n), make([]float64, n)
	see := func(column int, text string) {
		words[column] = math.Max(words[column], cellEdges+letterWidth*float64(longestWord(text)))
		texts[column] = math.Max(texts[column], cellEdges+letterWidth*float64(utf8.RuneCountInString(text)))
	}
	for _, row := range t.Rows {
		for i, text := range row.Cells {
			see(i, text)
		}
	}
	for _, row := range t.Head {
		if len(row) != n {
			continue // spanned: its cells say little about single columns
		}
		for i, cell := range row {
			see(i, strings.Repeat("x", longestWord(cell.Text)))
		}
	}
	least, wish := 0.0, 0.0
	for i := range n {
		words[i] = math.Max(words[i], cellEdges+letterWidth)
		texts[i] = math.Min(math.Max(texts[i], words[i]), measure)
		least += words[i]
		wish += texts[i] - words[i]
	}
	for i := range t.Columns {
		width := words[i] * measure / least
		switch {
		case least < measure && wish > 0:
			width = words[i] + (measure-least)*(texts[i]-words[i])/wish
		case least < measure:
			width = measure / float64(n)
		}
		// Down to tenths, so that the sum stays within the measure.
		t.Columns[i].Width = math.Floor(width*10) / 10
	}
}

// longestWord is the length in characters of the longest word of a text.
func longestWord(text string) int {
	longest, length := 0, 0
	for _, r := range text {
		length++
		if r == ' ' || r == '\n' {
			length = 0
		}
		longest = max(longest, length)
	}
	return longest
}
