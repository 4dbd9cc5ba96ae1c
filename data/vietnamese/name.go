package vietnamese

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// NameKey returns the form in which two spellings of one name are equal and two names are not: case, blanks, NFC or NFD and the place
// of the tone mark in a syllable ("Hoà", "Hòa") do not count; the tone itself does ("Trực Hưng", "Trực Hùng").
func NameKey(name string) string {
	words := strings.Fields(norm.NFC.String(strings.ToLower(Clean(name))))
	for i, word := range words {
		letters := make([]rune, 0, len(word))
		tone := '0'
		for _, r := range word {
			base, mark := splitTone(r)
			if mark != '0' {
				tone = rune(mark)
			}
			letters = append(letters, base)
		}
		words[i] = string(append(letters, tone))
	}
	return strings.Join(words, " ")
}
