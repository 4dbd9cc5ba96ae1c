// Package vietnamese holds what the program knows of Vietnamese text: how it is stored, searched, sorted
// and how a personal name is taken apart.
package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns text as it is stored: valid UTF-8 in NFC, without control characters, byte order marks or
// zero-width spaces, runs of blanks folded to one, none at the ends. Line breaks become blanks; see
// CleanLines for notes. Cleaning twice changes nothing.
func Clean(text string) string {
	return strings.Join(strings.Fields(visible(text)), " ")
}

// CleanLines is Clean for notes of several lines: line breaks stay, empty lines at the ends go.
func CleanLines(text string) string {
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	for i, line := range lines {
		lines[i] = Clean(line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// CleanSource returns a text with its blanks and empty lines as they were typed, since they mean something in the text form of
// documents: valid UTF-8 in NFC, lines ended by \n, without control characters or byte order marks.
func CleanSource(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n"), "\r", "\n")
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r == '\ufeff' || r == utf8.RuneError || (unicode.IsControl(r) && r != '\n' && r != '\t') {
			return -1
		}
		return r
	}, text))
}

// visible drops what cannot be seen or printed. Emoji go too: no font of an official document has them.
func visible(text string) string {
	text = strings.ToValidUTF8(text, "")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u2028' || r == '\u2029':
			return ' '
		case r > 0xFFFF || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Variation_Selector, r) || r == utf8.RuneError:
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(text)
}

// SearchKey returns the form in which texts are compared when tone marks and case do not matter:
// "Phạm Thị Đào" gives "pham thi dao". Everything that is neither letter nor digit parts words.
func SearchKey(text string) string {
	decomposed := norm.NFD.String(strings.ToLower(visible(text)))
	var b strings.Builder
	b.Grow(len(text))
	blank := true
	for _, r := range decomposed {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			b.WriteByte('d')
			blank = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			blank = false
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// GivenName returns the last word of a full name, by which Vietnamese people are called and sorted.
func GivenName(fullName string) string {
	words := strings.Fields(fullName)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
