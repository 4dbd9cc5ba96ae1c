package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word, a number or a mark, with the blanks before it.
type word struct {
	blank string
	text  string
}

// cutWords cuts a text into words. A number keeps the points and commas inside it; a stroke is a mark of its own, so that
// either number of 209/226 can change alone.
func cutWords(text string) []word {
	words := make([]word, 0, len(text)/4+1)
	for i := 0; i < len(text); {
		from := i
		for i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsSpace(r) {
				break
			}
			i += size
		}
		start := i
		if i == len(text) {
			break // blanks at the end are no word
		}
		first, size := utf8.DecodeRuneInString(text[i:])
		i += size
		for of := kindOf(first); of != mark && i < len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			if kindOf(r) != of {
				after, _ := utf8.DecodeRuneInString(text[i+size:])
				if of != digit || !isPoint(r) || kindOf(after) != digit {
					break
				}
			}
			i += size
		}
		words = append(words, word{text[from:start], text[start:i]})
	}
	return words
}

// kind is what a character makes a word.
type kind int

const (
	mark kind = iota
	digit
	letter
)

func kindOf(r rune) kind {
	switch {
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	}
	return mark
}

func isPoint(r rune) bool { return r == '.' || r == ',' }

// importance makes figures the first thing to find again, then words, then marks.
func importance(text string) int {
	switch r, _ := utf8.DecodeRuneInString(text); kindOf(r) {
	case digit:
		return 4
	case letter:
		return 2
	}
	return 1
}

func wordTexts(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.text
	}
	return out
}

func joinWords(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.blank + w.text)
	}
	return b.String()
}
