//go:build window

package window

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// method is a way of typing Vietnamese: which key makes which letter, and which key the tone.
type method struct {
	name string
	// mark is the key for the breve, the circumflex, the horn and the bar of a letter, given that letter.
	mark func(base, mark rune) rune
	tone map[rune]rune
}

// Marks as Unicode combines them; the bar of đ is no such mark, so its letter stands for it.
const (
	breve, circumflex, horn, bar   = '\u0306', '\u0302', '\u031B', 'đ'
	grave, acute, tilde, hook, dot = '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'
)

var telex = method{
	name: "telex",
	mark: func(base, mark rune) rune {
		if mark == breve || mark == horn {
			return 'w'
		}
		return base // aa, ee, oo, dd
	},
	tone: map[rune]rune{grave: 'f', acute: 's', hook: 'r', tilde: 'x', dot: 'j'},
}

var vni = method{
	name: "vni",
	mark: func(_, mark rune) rune {
		return map[rune]rune{circumflex: '6', horn: '7', breve: '8', bar: '9'}[mark]
	},
	tone: map[rune]rune{acute: '1', grave: '2', hook: '3', tilde: '4', dot: '5'},
}

// strokes is what arrives in a program while somebody types a text and UniKey helps, in the words of typist.c: a key that
// changes what stands there is swallowed; instead the letters from the first changed one on are taken back and written anew.
func (m method) strokes(text string) string {
	var sent strings.Builder
	for i, word := range strings.Split(text, " ") {
		if i > 0 {
			sent.WriteString("k20 ")
		}
		shown, tone := "", rune(0)
		become := func(next string, key rune) {
			if next == shown+string(key) {
				fmt.Fprintf(&sent, "k%x ", key)
			} else {
				same := commonStart(shown, next)
				sent.WriteString(strings.Repeat("b ", utf8.RuneCountInString(shown[same:])))
				for _, r := range next[same:] {
					fmt.Fprintf(&sent, "u%x ", r)
				}
			}
			shown = next
		}
		toneAt := -1 // the letter that bears the tone, in letters of the word
		letters := []rune(word)
		for at, letter := range letters {
			base, mark, ownTone := apart(letter)
			if ownTone != 0 {
				tone, toneAt = ownTone, at
			}
			become(shown+string(base), base)
			if mark == 0 {
				continue
			}
			marked := mark
			if mark != bar {
				marked = compose(base, mark)
			} else if base == 'D' {
				marked = 'Đ'
			}
			become(shown[:len(shown)-1]+string(marked), m.mark(base, mark))
		}
		if toneAt >= 0 {
			become(word, m.tone[tone])
		}
	}
	return sent.String()
}

// commonStart is how many bytes two texts begin with alike, cut between letters.
func commonStart(a, b string) int {
	n := 0
	for _, r := range a {
		size := utf8.RuneLen(r)
		if len(b) < n+size || b[n:n+size] != a[n:n+size] {
			break
		}
		n += size
	}
	return n
}

// apart gives the letter on the keyboard, its mark and its tone, 0 for none.
func apart(letter rune) (base, mark, tone rune) {
	switch letter {
	case 'đ':
		return 'd', bar, 0
	case 'Đ':
		return 'D', bar, 0
	}
	parts := []rune(norm.NFD.String(string(letter)))
	base = parts[0]
	for _, p := range parts[1:] {
		switch p {
		case breve, circumflex, horn:
			mark = p
		default:
			tone = p
		}
	}
	return base, mark, tone
}

func compose(base, mark rune) rune {
	r, _ := utf8.DecodeRuneInString(norm.NFC.String(string(base) + string(mark)))
	return r
}
