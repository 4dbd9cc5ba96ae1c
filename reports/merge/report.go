package merge

import "strings"

// around is how many words a Change shows at each side.
const around = 5

// report collects the changes in the order of the text.
type report struct {
	changes []Change
	last    string // the item before the one being merged
}

// after notes the item after which the next change stands.
func (r *report) after(text string) {
	if strings.TrimSpace(text) != "" {
		r.last = text
	}
}

// replaced tells of a whole paragraph or row that came, went or was replaced.
func (r *report) replaced(before, after, context string) { r.add(before, after, false, context) }

// kept tells of a typed paragraph or row that stays although the generated text changed.
func (r *report) kept(before, after, context string) { r.add(before, after, true, context) }

func (r *report) add(before, after string, kept bool, context string) {
	if strings.TrimSpace(before+after) == "" {
		return
	}
	if context == "" {
		words := cutWords(r.last)
		context = shown(nil, words[:min(len(words), 2*around)])
	}
	r.changes = append(r.changes, Change{Before: strings.TrimSpace(before), After: strings.TrimSpace(after), Kept: kept, Context: context})
}

// word tells of words that changed between those before and those behind them.
func (r *report) word(before, after []word, kept bool, left, right []word) {
	now := after
	if kept {
		now = before
	}
	left = left[max(0, len(left)-around):]
	right = right[:min(len(right), around)]
	r.changes = append(r.changes, Change{
		Before: strings.TrimSpace(joinWords(before)), After: strings.TrimSpace(joinWords(after)), Kept: kept,
		Context: shown(append(append([]word{}, left...), now...), right),
	})
}

// compare tells of every word that differs between two texts.
func (r *report) compare(before, after string) {
	a, b := cutWords(before), cutWords(after)
	for _, h := range hunks(a, b) {
		r.word(a[h.from:h.to], b[h.otherFrom:h.otherTo], false, b[:h.otherFrom], b[h.otherTo:])
	}
}

// shown joins words to one line for display.
func shown(words, more []word) string {
	return strings.Join(strings.Fields(joinWords(words)+joinWords(more)), " ")
}
