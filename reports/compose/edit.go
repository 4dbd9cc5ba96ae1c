package compose

import (
	"errors"
	"strconv"
	"strings"

	"cosohoi/reports/layout"
)

// ReadTable reads the text of one table, as Fold gives it, for editing; FormatBlocks writes it back. landscape says whether it
// stands on pages across, which columns without widths share.
func ReadTable(text string, landscape bool) (layout.Table, error) {
	doc, err := Source{Head: Head{Landscape: landscape}, Body: text}.Document()
	if err != nil {
		return layout.Table{}, err
	}
	if len(doc.Body) == 1 {
		if table, ok := doc.Body[0].(layout.Table); ok {
			return table, nil
		}
	}
	return layout.Table{}, errors.New("compose: the text is not one table")
}

// AppendixHead reads the line that an appendix starts with. Blanks of the title count once, as in FormatAppendixHead.
func AppendixHead(line string) (title string, landscape, ok bool) {
	m := appendixTitle.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil || kindOf(line) != appendixLine {
		return "", false, false
	}
	return strings.Join(strings.Fields(m[2]), " "), m[1] != "", true
}

// FormatAppendixHead writes the line that an appendix starts with. The title is text of the form: its marks count.
func FormatAppendixHead(title string, landscape bool) string {
	line := "# Phụ lục"
	if landscape {
		line += " {ngang}"
	}
	if title = strings.Join(strings.Fields(title), " "); title != "" {
		line += ": " + title
	}
	return line
}

// FoldedTables gives the numbers of the tables whose lines stand in a folded text, in their order.
func FoldedTables(folded string) []int {
	var numbers []int
	for line := range strings.SplitSeq(folded, "\n") {
		if guardedFold.MatchString(line) {
			continue
		}
		if m := foldLine.FindStringSubmatch(line); m != nil {
			if n, err := strconv.Atoi(m[1]); err == nil {
				numbers = append(numbers, n)
			}
		}
	}
	return numbers
}
