package merge

import (
	"strings"
	"unicode/utf8"
)

// hunk is an edit: the words of base from on up to to became those of the other text from otherFrom up to otherTo.
type hunk struct{ from, to, otherFrom, otherTo int }

// hunks are the edits that make other out of base.
func hunks(base, other []word) []hunk {
	var out []hunk
	fromA, fromB := 0, 0
	match := common(wordTexts(base), wordTexts(other), importance)
	for i := 0; i <= len(match); i++ {
		to := len(other)
		if i < len(match) {
			if to = match[i]; to < 0 {
				continue
			}
		}
		if i > fromA || to > fromB {
			out = append(out, hunk{fromA, i, fromB, to})
		}
		fromA, fromB = i+1, to+1
	}
	return out
}

// mergeText merges one paragraph or row that each side may have edited.
func (r *report) mergeText(l level, base, mine, theirs string) string {
	switch {
	case mine == theirs, base == theirs:
		return mine
	case l == paragraphs && (strings.HasPrefix(base, "|") || strings.Contains(base, "\n|")):
		return joinItems(mergeItems(r, rows, cutRows(base), cutRows(mine), cutRows(theirs)), "\n")
	case base == mine:
		r.compare(base, theirs)
		return theirs
	}
	return r.mergeWords(cutWords(base), cutWords(mine), cutWords(theirs))
}

// mergeWords applies the edits of both sides to the words of base. Edits that touch are applied both; of those that overlap,
// the user's stays.
func (r *report) mergeWords(base, mine, theirs []word) string {
	typed, figures := hunks(base, mine), hunks(base, theirs)
	var out []word
	at, offset := 0, 0 // word of base; where it stands in mine
	// copy copies words of base that the figures leave, as mine has them.
	copyTo := func(to int) {
		out = append(out, mine[at+offset:to+offset]...)
		at = to
	}
	for len(typed) > 0 || len(figures) > 0 {
		switch {
		case len(figures) == 0 || len(typed) > 0 && before(typed[0], figures[0]):
			h := typed[0]
			copyTo(h.from)
			out = append(out, mine[h.otherFrom:h.otherTo]...)
			at, offset, typed = h.to, h.otherTo-h.to, typed[1:]
		case len(typed) == 0 || before(figures[0], typed[0]):
			h := figures[0]
			copyTo(h.from)
			r.word(base[h.from:h.to], theirs[h.otherFrom:h.otherTo], false, out, mine[h.to+offset:])
			news := theirs[h.otherFrom:h.otherTo]
			for k, w := range news {
				if k == 0 && h.to > h.from {
					w.blank = mine[h.from+offset].blank
				}
				out = append(out, w)
			}
			at, figures = h.to, figures[1:]
		default:
			// Both changed the same words: all edits that overlap make one, in which mine stays.
			from, to := min(typed[0].from, figures[0].from), max(typed[0].to, figures[0].to)
			firstTyped, firstFigure := typed[0], figures[0]
			lastTyped, lastFigure := typed[0], figures[0]
			typed, figures = typed[1:], figures[1:]
			for {
				if len(typed) > 0 && typed[0].from < to {
					lastTyped, typed = typed[0], typed[1:]
					to = max(to, lastTyped.to)
				} else if len(figures) > 0 && figures[0].from < to {
					lastFigure, figures = figures[0], figures[1:]
					to = max(to, lastFigure.to)
				} else {
					break
				}
			}
			copyTo(from)
			mineFrom, mineTo := firstTyped.otherFrom-(firstTyped.from-from), lastTyped.otherTo+(to-lastTyped.to)
			theirsFrom, theirsTo := firstFigure.otherFrom-(firstFigure.from-from), lastFigure.otherTo+(to-lastFigure.to)
			if !same(mine[mineFrom:mineTo], theirs[theirsFrom:theirsTo]) {
				r.word(mine[mineFrom:mineTo], theirs[theirsFrom:theirsTo], true, out, mine[mineTo:])
			}
			out = append(out, mine[mineFrom:mineTo]...)
			at, offset = to, mineTo-to
		}
	}
	copyTo(len(base))
	part(out)
	return joinWords(out)
}

// part puts a blank between words that would run together because what stood between them went.
func part(words []word) {
	for i := 1; i < len(words); i++ {
		if words[i].blank != "" {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(words[i-1].text)
		next, _ := utf8.DecodeRuneInString(words[i].text)
		if k := kindOf(next); k != mark && kindOf(last) == k ||
			k == digit && isPoint(last) && i > 1 && words[i-1].blank == "" && endsInDigit(words[i-2].text) {
			words[i].blank = " "
		}
	}
}

func endsInDigit(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return kindOf(r) == digit
}

// before tells that an edit lies before another without touching the same words: it may end where the other starts. Two
// insertions at one place touch.
func before(a, b hunk) bool {
	return a.to <= b.from && !(a.from == a.to && b.from == b.to && a.from == b.from)
}

func same(a, b []word) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].text != b[i].text {
			return false
		}
	}
	return true
}
