package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// level is what the items of a merge are.
type level int

const (
	paragraphs level = iota
	rows
)

// mergeItems merges lists of paragraphs or rows. Each item of base has one of mine and one of theirs that it became, or none
// where it was deleted; items that none of base became were inserted.
func mergeItems(r *report, l level, base, mine, theirs []item) []item {
	toMine, toTheirs := pairItems(base, mine), pairItems(base, theirs)
	// A paragraph that the user moved without a change was deleted at one place and inserted at another.
	moved := map[string]string{}
	for i, b := range base {
		if toMine[i] < 0 && toTheirs[i] >= 0 && b.text != "" {
			moved[b.text] = theirs[toTheirs[i]].text
		}
	}
	var out []item
	emit := func(it item) {
		r.after(it.text)
		out = append(out, it)
	}
	atMine, atTheirs := 0, 0
	insert := func(untilMine, untilTheirs int) {
		news, typed := theirs[atTheirs:untilTheirs], mine[atMine:untilMine]
		atMine, atTheirs = untilMine, untilTheirs
		both := common(texts(news), texts(typed), one)
		k := 0
		for i, it := range news {
			if j := both[i]; j >= 0 {
				for ; k < j; k++ {
					emit(typed[k])
				}
				k++
			} else {
				r.replaced("", it.text, "")
			}
			emit(it)
		}
		for ; k < len(typed); k++ {
			it := typed[k]
			if now, ok := moved[it.text]; ok && now != it.text {
				r.compare(it.text, now)
				it.text = now
			}
			emit(it)
		}
	}
	for i, b := range base {
		m, t := toMine[i], toTheirs[i]
		untilMine, untilTheirs := atMine, atTheirs
		if m >= 0 {
			untilMine = m
		}
		if t >= 0 {
			untilTheirs = t
		}
		insert(untilMine, untilTheirs)
		switch {
		case m >= 0 && t >= 0:
			it := mine[m]
			it.text = r.mergeText(l, b.text, mine[m].text, theirs[t].text)
			if mine[m].gap == b.gap {
				it.gap = theirs[t].gap
			}
			emit(it)
			atMine, atTheirs = m+1, t+1
		case m >= 0:
			if mine[m].text == b.text {
				r.replaced(b.text, "", "")
			} else {
				r.kept(mine[m].text, "", "")
				emit(mine[m])
			}
			atMine = m + 1
		case t >= 0: // deleted by the user
			atTheirs = t + 1
		}
	}
	insert(len(mine), len(theirs))
	return out
}

func one(string) int { return 1 }

func texts(items []item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.text
	}
	return out
}

// pairItems pairs the items of base with those that they became in another text: equal ones, then in the stretches between
// them those whose words are equal but for figures, then those that are alike.
func pairItems(base, other []item) []int {
	match := common(texts(base), texts(other), one)
	refine(match, len(other), func(fromA, toA, fromB, toB int) {
		// Only those that occur once: “Chi hội 1” and “Chi hội 2” must not be taken for each other.
		for _, p := range anchors(skeletons(base[fromA:toA]), skeletons(other[fromB:toB])) {
			match[fromA+p[0]] = fromB + p[1]
		}
	})
	refine(match, len(other), func(fromA, toA, fromB, toB int) {
		pairAlike(match, base, other, fromA, toA, fromB, toB)
	})
	return match
}

// refine calls work for each stretch of unmatched items that has some on both sides.
func refine(match []int, size int, work func(fromA, toA, fromB, toB int)) {
	// The stretches are found before any is worked on, since the work changes match.
	type stretch struct{ fromA, toA, fromB, toB int }
	var open []stretch
	fromA, fromB := 0, 0
	for i := 0; i <= len(match); i++ {
		to := size
		if i < len(match) {
			if to = match[i]; to < 0 {
				continue
			}
		}
		if i > fromA && to > fromB {
			open = append(open, stretch{fromA, i, fromB, to})
		}
		fromA, fromB = i+1, to+1
	}
	for _, s := range open {
		work(s.fromA, s.toA, s.fromB, s.toB)
	}
}

// skeletons are the letters of texts in a row: what stays when figures change.
func skeletons(items []item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, it.text)
	}
	return out
}

// alike is the share, in hundredths, of common words from which on two texts are taken for one that was edited.
const alike = 40

// pairAlike pairs the items of a stretch whose words are alike.
func pairAlike(match []int, base, other []item, fromA, toA, fromB, toB int) {
	a, b := bags(base[fromA:toA]), bags(other[fromB:toB])
	pair := func(i, j int) { match[fromA+i] = fromB + j }
	worth := func(i, j int) int {
		if share := a[i].share(b[j]); share >= alike {
			return share
		}
		return 0
	}
	if len(a)*len(b) <= dense/4 {
		heaviest(len(a), len(b), worth, pair)
		return
	}
	nearest(len(a), len(b), worth, pair)
}

// bag is the sorted words of a text.
type bag []string

func bags(items []item) []bag {
	out := make([]bag, len(items))
	for i, it := range items {
		words := cutWords(it.text)
		out[i] = make(bag, 0, len(words))
		for _, w := range words {
			if r, _ := utf8.DecodeRuneInString(w.text); kindOf(r) != mark {
				out[i] = append(out[i], w.text)
			}
		}
		slices.Sort(out[i])
	}
	return out
}

// share is how much of two texts are words of both, in hundredths.
func (a bag) share(b bag) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	same := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			same++
			i, j = i+1, j+1
		}
	}
	return 200 * same / (len(a) + len(b))
}
