package layout

import (
	"strings"
	"unicode"
)

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

// bind turns the spaces of a paragraph that must not end a line into bound gaps: after an introducing word, between a
// quantity and what it counts ("100 %", "02 chi hội"), before a dash (at the start of a line it reads as a list mark),
// around the dash of a range of numbers; and the space after a leading list mark ("-", "+", "1.", "a)") into a fixed one.
func bind(words []word) {
	introduced := false // the word before is a number that an introducing word or a dash leads: no quantity
	last := 0           // the word before, marks of footnotes left out
	for i := 1; i < len(words); i++ {
		if words[i].raised {
			continue
		}
		before, after := words[last].text, words[i].text
		last = i
		leads := introducing[strings.ToLower(strings.TrimLeft(before, openings))] || dash(before)
		if words[i].gap == breakable {
			switch {
			case i == 1 && listMark(before):
				words[i].gap = fixedGap
			case dash(after),
				number(after) && leads && !dash(before),
				quantity(before) && !introduced,
				dash(before) && number(after) && i > 1 && number(words[i-2].text):
				words[i].gap = bound
			}
		}
		introduced = leads && number(after)
	}
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
