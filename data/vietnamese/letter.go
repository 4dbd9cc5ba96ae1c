package vietnamese

import (
	"unicode"
	"unicode/utf8"
)

// UpperFirst writes a text as it begins a line or a sentence: "xã Hải Vân" gives "Xã Hải Vân".
func UpperFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// LowerFirst writes a text as it stands inside a sentence: "Xã Hải Vân" gives "xã Hải Vân". An abbreviation stays as it is:
// "UBND xã".
func LowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	if second, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsUpper(second) || unicode.IsDigit(second) {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}
