package vietnamese

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// alphabet gives the order of the Vietnamese letters; f, j, w, z, which it lacks, stand where Latin has them.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// tones in the order of Vietnamese dictionaries: level, huyền, hỏi, ngã, sắc, nặng.
const tones = "\u0300\u0309\u0303\u0301\u0323"

// The marks inside a key sort before all digits and letters, and the end of the letters before the end of a
// word, so that "Bùi Thị" comes before "Bùi Thị Hồng".
const (
	lettersEnd = ' '
	wordEnd    = '!'
	nameEnd    = '"'
)

// letterRank maps a base letter with its quality mark to a byte; keys compare as bytes.
var letterRank = func() map[rune]byte {
	ranks := make(map[rune]byte)
	for _, r := range alphabet {
		ranks[r] = 'A' + byte(len(ranks))
	}
	return ranks
}()

// SortKey returns a text whose byte order is the Vietnamese dictionary order: letters decide first
// (a ă â b … d đ e ê …), then tones word by word (level, huyền, hỏi, ngã, sắc, nặng). Digits come before
// letters and, being padded, count as numbers: "Chi hội 2" before "Chi hội 10".
func SortKey(text string) string {
	var letters, tone strings.Builder
	digits := ""
	flush := func() {
		if digits != "" {
			digits = strings.TrimLeft(digits, "0")
			letters.WriteString(strings.Repeat("0", max(0, 6-len(digits))) + digits)
			digits = ""
		}
	}
	for _, word := range strings.Fields(norm.NFC.String(strings.ToLower(visible(text)))) {
		wordTone := byte('0')
		for _, r := range word {
			if r >= '0' && r <= '9' {
				digits += string(r)
				continue
			}
			flush()
			base, mark := splitTone(r)
			if mark != '0' {
				wordTone = mark
			}
			if rank, ok := letterRank[base]; ok {
				letters.WriteByte(rank)
			}
		}
		flush()
		letters.WriteByte(wordEnd)
		tone.WriteByte(wordTone)
	}
	return strings.TrimSuffix(letters.String(), string(wordEnd)) + string(lettersEnd) + tone.String()
}

// splitTone parts ế into ê and the rank of its tone.
func splitTone(r rune) (base rune, mark byte) {
	mark = '0'
	rest := make([]rune, 0, 3)
	for _, part := range norm.NFD.String(string(r)) {
		if at := strings.IndexRune(tones, part); at >= 0 {
			mark = '1' + byte(at/2) // every combining tone takes two bytes in UTF-8
			continue
		}
		rest = append(rest, part)
	}
	composed := []rune(norm.NFC.String(string(rest)))
	if len(composed) == 0 {
		return r, mark
	}
	return composed[0], mark
}

// NameSortKey returns the sort key of a person: by given name, then family and middle names.
func NameSortKey(fullName string) string {
	words := strings.Fields(fullName)
	if len(words) < 2 {
		return SortKey(fullName)
	}
	last := len(words) - 1
	return SortKey(words[last]) + string(nameEnd) + SortKey(strings.Join(words[:last], " "))
}
