package docx

import (
	"strings"
	"unicode"

	"cosohoi/reports/layout"
)

const noBreakSpace = "\u00a0"

// prepared makes runs ready to be written: clean, blanks as single spaces, no blank at either end, and a no-break space
// wherever a line must not end. A line break stays "\n". A blank goes to the run of the word after it, so that it stands
// behind the mark of a footnote.
func prepared(runs []layout.Run) []layout.Run {
	out := make([]layout.Run, len(runs))
	var words []word
	gap := ""
	for i, run := range runs {
		out[i] = run
		out[i].Text = ""
		for _, piece := range pieces(layout.Clean(run.Text)) {
			if strings.Trim(piece, blanks) == "" {
				for _, r := range piece {
					gap = wider(gap, string(r))
				}
				continue
			}
			if len(words) == 0 {
				gap = ""
			}
			words = append(words, word{text: piece, gap: gap, run: i})
			gap = ""
		}
	}
	bind(words)
	for _, w := range words {
		out[w.run].Text += w.gap + w.text
	}
	return out
}

// preparedText is prepared for one text in one face.
func preparedText(s string) string { return prepared([]layout.Run{{Text: s}})[0].Text }

// literally keeps every space of a text: room to write by hand is made of spaces.
func literally(s string) string { return strings.ReplaceAll(layout.Clean(s), "\n", " ") }

// word is a text without blanks, with the blank before it and the run that it belongs to.
type word struct {
	text, gap string
	run       int
}

const blanks = " \u00a0\n"

// pieces cuts a text into stretches of blanks and of other characters.
func pieces(s string) []string {
	var out []string
	start, blank := 0, false
	for i, r := range s {
		if is := strings.ContainsRune(blanks, r); i == 0 || is != blank {
			if i > 0 {
				out = append(out, s[start:i])
			}
			start, blank = i, is
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// wider is the gap that grows out of a gap and one more blank.
func wider(gap, blank string) string {
	switch {
	case gap == "\n" || blank == "\n":
		return "\n"
	case gap == noBreakSpace || blank == noBreakSpace:
		return noBreakSpace
	}
	return " "
}

// plain is the text of prepared runs as one line.
func plain(runs []layout.Run) string {
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return strings.NewReplacer("\n", " ", noBreakSpace, " ").Replace(b.String())
}

// What follows repeats reports/layout/bind.go, header.go (listed, territories) and appendix.go (roman), which layout does
// not export.

// introducing words stay with the number after them: "ngày 04", "số 77", "Điều 5".
var introducing = set("ngày", "tháng", "năm", "quý", "kỳ", "khóa", "số", "điều", "khoản", "điểm", "mục", "chương",
	"phần", "lục", "bảng", "biểu", "xóm", "thôn", "tổ", "khu", "đội")

// territories are the words with which the name of an administrative unit starts.
var territories = set("TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN", "THÀNH", "THỊ")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// bind makes a no-break space of each space that must not end a line: after a list mark, between an introducing word and
// its number, between a quantity and what it counts, before a dash.
func bind(words []word) {
	introduced := false
	for i := 1; i < len(words); i++ {
		before, after := words[i-1].text, words[i].text
		leads := introducing[strings.ToLower(strings.TrimLeft(before, openings))] || dash(before)
		if words[i].gap == " " {
			if i == 1 && listMark(before) || dash(after) || number(after) && leads && !dash(before) ||
				quantity(before) && !introduced || dash(before) && number(after) && i > 1 && number(words[i-2].text) {
				words[i].gap = noBreakSpace
			}
		}
		introduced = leads && number(after)
	}
}

const (
	openings = "(“\"‘["
	closings = ".,;:)”\"’]?!…"
)

func quantity(s string) bool {
	s = strings.TrimLeft(s, openings)
	return s != "" && strings.Trim(s, "0123456789.,") == "" && s[len(s)-1] >= '0'
}

func dash(s string) bool { return s == "-" || s == "–" || s == "—" }

func number(s string) bool {
	s = strings.TrimLeft(s, openings)
	if s == "" {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return true
	}
	numeral := strings.TrimRight(s, closings)
	return numeral != "" && strings.Trim(numeral, "IVXLC") == ""
}

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

// listed strips names of the marks that the form sets itself and leaves empty ones out.
func listed(names []string) []string {
	var kept []string
	for _, name := range names {
		name = strings.TrimSpace(name)
		name = strings.TrimSpace(strings.TrimPrefix(name, "- "))
		name = strings.TrimSpace(strings.TrimRight(name, ";."))
		if name != "" {
			kept = append(kept, name)
		}
	}
	return kept
}

// roman writes a number from 1 to 89 in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value  int
		symbol string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.symbol)
		}
	}
	return b.String()
}
