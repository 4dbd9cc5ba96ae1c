// Package merge brings the figures of an edited text up to date: a three-way merge in which what people typed stays and what
// the database says is replaced.
package merge

import "strings"

// Change is one place where the text generated now differs from the one generated earlier.
type Change struct {
	Before string // what the edited text says there
	After  string // what the text generated now says
	// Kept tells that Before was typed and stays although the figure changed; otherwise After has taken its place.
	Kept    bool
	Context string // the words around, for display
}

// Refresh merges theirs, a text generated now, into mine, which a user made out of base, the text generated earlier. Paragraphs
// are merged first, then the rows of tables and the words of paragraphs that both sides changed. Where both changed the same
// words in different ways, those of mine stay and a Change says so. No word typed by the user is lost.
func Refresh(base, mine, theirs string) (merged string, changes []Change) {
	b, m, t := cutParagraphs(base), cutParagraphs(mine), cutParagraphs(theirs)
	var r report
	out := mergeItems(&r, paragraphs, b, m, t)
	return joinItems(out, "\n\n"), r.changes
}

// item is a paragraph or a row with what stands between it and the next.
type item struct {
	text string
	gap  string
}

// cutParagraphs cuts a text at its blank lines. An item without text holds blank lines at the start.
func cutParagraphs(text string) []item {
	var items []item
	rest := text
	if lead := rest[:blankLines(rest)]; lead != "" {
		items, rest = append(items, item{gap: lead}), rest[len(lead):]
	}
	for rest != "" {
		end := 0
		for {
			line := strings.IndexByte(rest[end:], '\n')
			if line < 0 {
				end = len(rest)
				break
			}
			end += line
			if blankLines(rest[end+1:]) > 0 || end+1 == len(rest) {
				break
			}
			end++
		}
		gap := 0
		if end < len(rest) {
			gap = 1 + blankLines(rest[end+1:])
		}
		items = append(items, item{text: rest[:end], gap: rest[end : end+gap]})
		rest = rest[end+gap:]
	}
	return items
}

// blankLines is the length of the blank lines that a text starts with.
func blankLines(text string) int {
	length := 0
	for {
		end := strings.IndexByte(text[length:], '\n')
		line := text[length:]
		if end >= 0 {
			line = line[:end]
		}
		if strings.TrimSpace(line) != "" || line == "" && end < 0 {
			return length
		}
		if end < 0 {
			return len(text)
		}
		length += end + 1
	}
}

// cutRows cuts a paragraph into its lines.
func cutRows(text string) []item {
	var items []item
	for line := range strings.SplitAfterSeq(text, "\n") {
		row := strings.TrimSuffix(line, "\n")
		items = append(items, item{text: row, gap: line[len(row):]})
	}
	return items
}

// joinItems joins items; one that ended its text gets a gap when another follows it now.
func joinItems(items []item, gap string) string {
	var b strings.Builder
	for i, it := range items {
		b.WriteString(it.text)
		if i < len(items)-1 && len(it.gap) < len(gap) && it.text != "" {
			it.gap = gap
		}
		b.WriteString(it.gap)
	}
	return b.String()
}
