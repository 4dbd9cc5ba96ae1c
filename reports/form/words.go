package form

import (
	"iter"
	"strings"
	"unicode"
)

// Gap is what stands between a word and the word before it.
type Gap uint8

const (
	Glued     Gap = iota // nothing: two faces inside one word
	Breakable            // a space where the line may end
	Bound                // a space where it may not, stretched like any other
	Fixed                // a space where it may not and that is never stretched: after a list mark
	Newline              // the line ends here
)

// NoBreakSpace is the space where a line must not end.
const NoBreakSpace = '\u00a0'

// Cutter cuts a paragraph, given piece by piece, into words and says of each space whether a line may end there. These bind:
// after an introducing word ("số 77"), between a quantity and what it counts ("100 %", "02 chi hội"), before a dash (at the
// start of a line it reads as a list mark), around the dash of a range of numbers, after a leading list mark ("-", "1.", "a)").
type Cutter struct {
	gap             Gap // before the next word
	count           int // of words so far
	before, earlier string
	introduced      bool // the word before is a number that an introducing word or a dash leads: no quantity
}

// Cut gives the words of the next piece, a clean text, each with the gap before it. That of the first word of a paragraph
// counts for nothing.
func (c *Cutter) Cut(text string) iter.Seq2[Gap, string] {
	return func(yield func(Gap, string) bool) {
		start := -1
		for i, r := range text {
			switch {
			case r == ' ' || r == NoBreakSpace || r == '\n':
				if start >= 0 && !yield(c.next(text[start:i])) {
					return
				}
				start = -1
				c.widen(r)
			case start < 0:
				start = i
			}
		}
		if start >= 0 {
			yield(c.next(text[start:]))
		}
	}
}

// InWord is true where the pieces so far do not end with a blank.
func (c *Cutter) InWord() bool { return c.gap == Glued }

// widen adds one more blank to the gap.
func (c *Cutter) widen(blank rune) {
	switch {
	case c.gap == Newline || blank == '\n':
		c.gap = Newline
	case c.gap == Bound || blank == NoBreakSpace:
		c.gap = Bound
	default:
		c.gap = Breakable
	}
}

func (c *Cutter) next(word string) (Gap, string) {
	gap := c.gap
	leads := introducing[strings.ToLower(strings.TrimLeft(c.before, openings))] || dash(c.before)
	if gap == Breakable {
		switch {
		case c.count == 1 && listMark(c.before):
			gap = Fixed
		case dash(word),
			number(word) && leads && !dash(c.before),
			quantity(c.before) && !c.introduced,
			dash(c.before) && number(word) && number(c.earlier):
			gap = Bound
		}
	}
	c.introduced = leads && number(word)
	c.gap, c.count, c.before, c.earlier = Glued, c.count+1, word, c.before
	return gap, word
}

// introducing words stay with the number after them: "ngày 04", "số 77", "Điều 5".
var introducing = set("ngày", "tháng", "năm", "quý", "kỳ", "khóa", "số", "điều", "khoản", "điểm", "mục", "chương",
	"phần", "lục", "bảng", "biểu", "xóm", "thôn", "tổ", "khu", "đội")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

const (
	openings = "(“\"‘["
	closings = ".,;:)”\"’]?!…"
)

// quantity is true for a plain figure: "02", "1.234", "88,5", and not for "77/KH-BCH" or "2023,".
func quantity(s string) bool {
	s = strings.TrimLeft(s, openings)
	return s != "" && strings.Trim(s, "0123456789.,") == "" && s[len(s)-1] >= '0'
}

func dash(s string) bool { return s == "-" || s == "–" || s == "—" }

// number is true for a text that starts with a digit or is a Roman numeral, with marks around it: "77/KH-BCH,", "IV".
func number(s string) bool {
	s = strings.TrimLeft(s, openings)
	if s == "" {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return true
	}
	roman := strings.TrimRight(s, closings)
	return roman != "" && strings.Trim(roman, "IVXLC") == ""
}

// listMark is true for "-", "+", "1.", "2.1.", "a)", "I.".
func listMark(s string) bool {
	if dash(s) || s == "+" || s == "•" {
		return true
	}
	body, isPoint := strings.CutSuffix(s, ".")
	if !isPoint {
		letter, isLetter := strings.CutSuffix(s, ")")
		r := []rune(letter)
		return isLetter && len(r) == 1 && (unicode.IsLetter(r[0]) || unicode.IsDigit(r[0]))
	}
	return body != "" && (strings.Trim(body, "0123456789.") == "" || strings.Trim(body, "IVXLC") == "")
}

// territories are the words with which the name of an administrative unit starts.
var territories = set("TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN", "THÀNH", "THỊ")

// NamesTerritory is true for a word with which the name of an administrative unit starts: the name of an organ that takes two
// lines is best parted before it, "HỘI LIÊN HIỆP PHỤ NỮ" / "TỈNH NAM ĐỊNH".
func NamesTerritory(word string) bool { return territories[strings.ToUpper(word)] }
