package exchange

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// Measures in points. Excel gives a column the digits of the default font, 11 points high, and some room at both sides.
const (
	lineHeight  = 15.75 // of the usual text
	digitWidth  = 5.25
	cellPadding = 3.75
)

// boldness is how much wider than plain letters bold ones are.
const boldness = 1.06

// rowHeight gives the height of a row whose texts take more than one line: LibreOffice fits none to a row without one when
// it opens a file. A row of one line gets none, so that it is as high as every other.
func rowHeight(columns []Column, cells []any, size float64) []excelize.RowOpts {
	most := 1
	for i, value := range cells {
		cell, _ := value.(excelize.Cell)
		if text, ok := cell.Value.(string); ok { // numbers and days stay on one line
			most = max(most, lineCount(text, columns[i].width(), size))
		}
	}
	if most == 1 {
		return nil
	}
	return []excelize.RowOpts{{Height: min(float64(most)*lineHeight, excelize.MaxRowHeight)}}
}

// lineCount estimates how many lines a text takes in a cell that is wide characters wide, rather one too many than one cut
// off. size is that of the letters in points.
func lineCount(text string, wide, size float64) int {
	room := max((wide*digitWidth-cellPadding)/size, 1)
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for _, word := range strings.SplitAfter(paragraph, " ") {
			whole := textWidth(word)
			seen := textWidth(strings.TrimRight(word, " ")) // a blank may hang over the edge
			if used > 0 && used+seen > room {
				lines++
				used = 0
			}
			if seen > room { // a word that fits no line is broken anywhere
				more := math.Ceil(seen/room) - 1
				lines += int(more)
				whole -= more * room
			}
			used += whole
		}
	}
	return lines
}

// textWidth adds up the letters of a text in times of their size.
func textWidth(text string) float64 {
	sum := 0.0
	for _, r := range text {
		sum += letterWidth(r)
	}
	return sum
}

// letterWidth is near what the letters of the font measure, and never much below.
func letterWidth(r rune) float64 {
	switch {
	case strings.ContainsRune(" .,;:'!|/()[]-ijltfríìỉĩị", r):
		return 0.33
	case strings.ContainsRune("MW@%—…", r):
		return 0.95
	case r == 'm' || r == 'w' || unicode.IsUpper(r):
		return 0.74
	case r < 0x2030: // of our writing, with its dashes and quotes
		return 0.5
	}
	return 1
}

// loosen lets the rows of a table, from its head on, follow their texts when somebody edits or sorts them: excelize fixes
// every height that it is given. Those of the titles stay, as Excel fits none to merged cells.
func loosen(sheet []byte, head int) []byte {
	at := bytes.Index(sheet, fmt.Appendf(nil, `<row r="%d"`, head))
	if at < 0 {
		return sheet
	}
	// No text has this sequence: its quotes would be escaped.
	table := bytes.ReplaceAll(sheet[at:], []byte(`" customHeight="1">`), []byte(`">`))
	return append(sheet[:at:at], table...)
}
