package orgchart

import (
	"strings"

	"cosohoi/reports/drawn"
	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// run is a piece of a text in one look.
type run struct {
	text   string
	font   form.Font
	colour drawn.Colour
}

// word is a run without a space, with its width.
type word struct {
	run
	width float64
}

// line is a row of words with single spaces between them.
type line struct {
	words []word
	width float64
}

// height is that of the line, from its largest letters.
func (l line) height() float64 {
	pt := 0.0
	for _, w := range l.words {
		pt = max(pt, w.font.Pt)
	}
	return pt * form.MmPerPt * form.SingleLine
}

// space is the width of a space before a word: 1/4 em in all cuts.
func (w word) space() float64 { return w.font.Pt * form.MmPerPt / 4 }

// bound is the space at which a line does not end, unless what it binds is wider than the measure.
const bound = string(form.NoBreakSpace)

func breakable(r rune) bool { return r == ' ' || r == '\n' }

// listed writes texts behind each other with commas, so that a line ends between two of them.
func listed(texts []string) string {
	return strings.ReplaceAll(strings.Join(texts, ",\n"), " ", bound)
}

// wrap sets runs into lines of a measure. A word that is wider than the measure is torn, so that nothing is cut off.
func wrap(measure float64, runs ...run) []line {
	var lines []line
	var current line
	put := func(w word) {
		room := w.width
		if len(current.words) > 0 {
			room += w.space()
		}
		if len(current.words) > 0 && current.width+room > measure {
			lines = append(lines, current)
			current, room = line{}, w.width
		}
		current.words, current.width = append(current.words, w), current.width+room
	}
	for _, r := range runs {
		for _, text := range strings.FieldsFunc(layout.Clean(r.text), breakable) {
			parts := []string{strings.ReplaceAll(text, bound, " ")}
			if r.font.Width(parts[0]) > measure {
				parts = strings.Fields(parts[0])
			}
			for _, bit := range parts {
				for _, part := range tear(bit, r.font, measure) {
					put(word{run{part, r.font, r.colour}, r.font.Width(part)})
				}
			}
		}
	}
	if len(current.words) > 0 {
		lines = append(lines, current)
	}
	return lines
}

// tear cuts a word into parts no wider than the measure.
func tear(text string, f form.Font, measure float64) []string {
	var parts []string
	start := 0
	for at, letter := range text {
		if at > start && f.Width(text[start:at]+string(letter)) > measure {
			parts = append(parts, text[start:at])
			start = at
		}
	}
	return append(parts, text[start:])
}
