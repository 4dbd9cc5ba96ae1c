package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/reports/form"
)

// word is an unbreakable text in one font. Its space before it is not part of the text.
type word struct {
	text  string
	font  form.Font
	width float64  // mm
	gap   form.Gap // before the word
	// A mark of a footnote is raised; in the text it carries the note, in the note it does not.
	raised bool
	note   *footnote
}

// space is the width of the gap before the word, unstretched.
func (w word) space() float64 {
	if w.gap == form.Breakable || w.gap == form.Bound || w.gap == form.Fixed {
		return w.font.Pt * form.MmPerPt / 4 // the space of all four faces is 1/4 em
	}
	return 0
}

// line is a row of words. The gap of its first word counts for nothing.
type line struct {
	words  []word
	width  float64 // natural, mm
	broken bool    // ended by the breaker, so it may be justified
}

// words cuts runs into words at their spaces and joins what must not be torn apart. Faces of the runs are added to that
// of base.
func (t *typesetter) words(runs []Run, base form.Font) []word {
	var words []word
	var cutter form.Cutter
	for _, run := range runs {
		f := form.Font{Bold: base.Bold || run.Bold, Italic: base.Italic || run.Italic, Pt: base.Pt}
		for gap, text := range cutter.Cut(t.clean(run.Text)) {
			words = append(words, word{text: text, font: f, width: t.measure(text, f), gap: gap})
		}
		if len(run.Note) > 0 {
			afterMark := cutter.InWord() && len(words) > 0 && words[len(words)-1].raised
			if mark, ok := t.note(run.Note, f, afterMark); ok {
				words = append(words, mark)
			}
		}
	}
	return words
}

// breakLines fills lines from the top, the first into a measure of first, the others into rest (mm). It tears a bound
// gap only when there is no other way, and a word only when it alone is wider than the measure.
func (t *typesetter) breakLines(words []word, first, rest float64) []line {
	var lines []line
	measure := first
	for start := 0; start < len(words); {
		end, width := start, 0.0
		lastBreak, lastBound := -1, -1
		breakWidth, boundWidth := 0.0, 0.0
		forced := false
		for ; end < len(words); end++ {
			w := words[end]
			if end > start {
				switch w.gap {
				case form.Newline:
					forced = true
				case form.Breakable:
					lastBreak, breakWidth = end, width
				case form.Bound, form.Fixed:
					lastBound, boundWidth = end, width
				}
				if forced {
					break
				}
				width += w.space()
			}
			if width+w.width > measure+breakSlack {
				break
			}
			width += w.width
		}
		if end < len(words) && !forced {
			switch {
			case lastBreak > start:
				end, width = lastBreak, breakWidth
			case lastBound > start:
				end, width = lastBound, boundWidth
			default:
				words = t.tear(words, end, measure-width, end == start)
				if words[end].width <= measure-width+breakSlack || end == start {
					width += words[end].width
					end++
				}
			}
		}
		lines = append(lines, line{words: words[start:end], width: width, broken: end < len(words) && !forced})
		start, measure = end, rest
	}
	return lines
}

// tear cuts words[i] in two so that its first part fits into room. If not even one letter fits it stays whole, unless
// must asks for one letter at least, so that the breaker always moves on.
func (t *typesetter) tear(words []word, i int, room float64, must bool) []word {
	w := words[i]
	cut := 0
	for at := range w.text {
		if at > 0 && t.measure(w.text[:at], w.font) > room {
			break
		}
		if next, _ := utf8.DecodeRuneInString(w.text[at:]); !unicode.Is(unicode.Mn, next) {
			cut = at
		}
	}
	// A long address or symbol reads best when it is torn after one of its joints.
	if joint := strings.LastIndexAny(w.text[:cut], "/-_.@"); joint >= cut/2 {
		cut = joint + 1
	}
	if cut == 0 {
		if !must {
			return words
		}
		_, cut = utf8.DecodeRuneInString(w.text)
		if cut == len(w.text) {
			return words
		}
	}
	head, tail := w, w
	head.text, tail.text = w.text[:cut], w.text[cut:]
	head.width, tail.width = t.measure(head.text, w.font), t.measure(tail.text, w.font)
	tail.gap = form.Breakable
	torn := make([]word, 0, len(words)+1)
	torn = append(torn, words[:i]...)
	// The tail's gap is dropped at the start of its line and so adds no space to the text.
	return append(append(torn, head, tail), words[i+1:]...)
}

// balanced sets words in as few lines as the measure allows and makes these as even as they can be: for titles. Compounds stay
// whole where that takes no more lines.
func (t *typesetter) balanced(words []word, measure float64) []line {
	lines := t.even(words, measure)
	if len(lines) < 2 {
		return lines
	}
	whole := slices.Clone(words)
	for i := 1; i < len(whole); i++ {
		if whole[i].gap == form.Breakable && form.Compound(whole[i-1].text, whole[i].text) {
			whole[i].gap = form.Bound
		}
	}
	if better := t.even(whole, measure); len(better) == len(lines) && !tears(better, len(whole)) {
		return better
	}
	return lines
}

// even sets words in as few lines as the measure allows, as even as they can be.
func (t *typesetter) even(words []word, measure float64) []line {
	best := t.breakLines(words, measure, measure)
	low, high := 0.0, measure
	for high-low > 0.25 {
		middle := (low + high) / 2
		tried := t.breakLines(words, middle, middle)
		if len(tried) == len(best) && widest(tried) <= middle+breakSlack && !tears(tried, len(words)) {
			best, high = tried, middle
		} else {
			low = middle
		}
	}
	return best
}

func widest(lines []line) float64 {
	max := 0.0
	for _, l := range lines {
		max = math.Max(max, l.width)
	}
	return max
}

// tears tells whether the breaker had to tear a word or a bound gap.
func tears(lines []line, words int) bool {
	count := 0
	for i, l := range lines {
		count += len(l.words)
		if i > 0 && l.words[0].gap != form.Breakable && l.words[0].gap != form.Newline {
			return true
		}
	}
	return count != words
}
