package exchange

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"cosohoi/data/vietnamese"
)

// longestName is how many UTF-16 units Excel takes in the name of a sheet.
const longestName = 31

// sheetNames gives every sheet a name that Excel takes: without its signs of references, not too long, none twice.
func sheetNames(sheets []Sheet) []string {
	names := make([]string, len(sheets))
	taken := map[string]bool{"history": true} // Excel keeps this name for itself
	for i, s := range sheets {
		name := strings.NewReplacer(":", "-", "\\", "-", "/", "-", "?", "-", "*", "-", "[", "(", "]", ")").Replace(vietnamese.Clean(s.Name))
		name = strings.Trim(name, "' ")
		if name == "" {
			name = fmt.Sprintf("Bảng %d", i+1)
		}
		names[i] = cut(name, longestName)
		for n := 2; taken[strings.ToLower(names[i])]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			names[i] = cut(name, longestName-len(suffix)) + suffix
		}
		taken[strings.ToLower(names[i])] = true
	}
	return names
}

// cut shortens a text to a number of UTF-16 units, and never within a letter.
func cut(text string, most int) string {
	length := 0
	for at, r := range text {
		if length += utf16.RuneLen(r); length > most {
			return strings.TrimRight(text[:at], "' ")
		}
	}
	return text
}
