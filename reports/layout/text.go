package layout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cosohoi/reports/form"
)

// Clean makes any string printable: valid UTF-8 (a bad byte becomes “?” so that it is seen), NFC (the fonts place no
// combining marks), line breaks as LF, every other blank as a space or a no-break space, no controls, no invisible
// marks, nothing above U+FFFF (gofpdf panics on it). It changes a clean string no more.
func Clean(s string) string {
	for {
		t := s
		if strings.IndexByte(t, '\r') >= 0 {
			t = strings.ReplaceAll(t, "\r\n", "\n")
		}
		// A mark that is dropped can bring two letters together that compose, and composing can give a rune that
		// must be dropped: hence until nothing changes.
		t = norm.NFC.String(strings.Map(printable, t))
		if t == s {
			return t
		}
		s = t
	}
}

// UpperFirst writes the first letter of a text in upper case.
func UpperFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

const (
	dropped = rune(-1)
)

func printable(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n':
		return r
	case r == '\t', r >= 0x2000 && r <= 0x2006, r >= 0x2008 && r <= 0x200a, r == 0x205f, r == 0x3000:
		return ' '
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r == 0x2007, r == 0x202f:
		return form.NoBreakSpace
	case r == utf8.RuneError: // of a bad byte; the fonts lack it
		return '?'
	case r == 0x2010, r == 0x2011: // the fonts lack the no-break hyphen; a hyphen breaks no line here
		return '-'
	case r < 0xa0, r > 0xffff: // C0, DEL, C1; emoji
		return dropped
	case r == 0xad, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, r >= 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return dropped
	}
	return r
}

// Missing names the characters of a document that will not be seen on paper, because Clean drops them or the fonts have
// no glyph for them, in code order: `“☐” (U+2610)`. Invisible controls are not named. It returns the same errors as PDF.
func Missing(doc Document) ([]string, error) {
	t := &typesetter{missing: map[rune]bool{}}
	if _, err := t.compose(doc); err != nil {
		return nil, err
	}
	var runes []rune
	for r := range t.missing {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	var names []string
	for _, r := range runes {
		names = append(names, fmt.Sprintf("“%c” (U+%04X)", r, r))
	}
	return names, nil
}
