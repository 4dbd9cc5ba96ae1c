package compose

import (
	"regexp"
	"strings"
)

// lineKind is what a line of the body is by its first characters, before any text is read.
type lineKind int

const (
	textLine lineKind = iota
	blankLine
	breakLine    // ---
	appendixLine // # Phụ lục: TITLE
	headingLine  // ## a heading without a number
	rightLine    // >> text
	centredLine  // <> text
	rowLine      // | a row of a table |
	optionLine   // {widths: 10,60,25}
	noteLine     // [^1]: text of a footnote
)

var (
	explicitHeading = regexp.MustCompile(`^##{1,6}\s+`)
	tableOptions    = regexp.MustCompile(`^\{.*\}$`)
)

// kindOf reads the kind of a line, whose blanks at the ends do not count.
func kindOf(line string) lineKind {
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		return blankLine
	case line == fence:
		return breakLine
	case explicitHeading.MatchString(line):
		return headingLine
	case strings.HasPrefix(line, "# ") || line == "#" || appendixTitle.MatchString(line):
		return appendixLine
	case strings.HasPrefix(line, ">>"):
		return rightLine
	case strings.HasPrefix(line, "<>"):
		return centredLine
	case line[0] == '|':
		return rowLine
	case tableOptions.MatchString(line):
		return optionLine
	case strings.HasPrefix(line, "[^"):
		if label := labelOf(line); label != "" && strings.HasPrefix(line[len("[^]")+len(label):], ":") {
			return noteLine
		}
	}
	return textLine
}
