package compose

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/reports/layout"
)

// The marks that parts of a Vietnamese paper start with. Each stands at the start of a text without its emphasis.
var (
	partLabel = regexp.MustCompile(`^(?i:(phần|chương)\s+(?:thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|[IVXL]+|\d{1,2}|[A-Z])|(mục|tiểu mục)\s+(?:[IVXL]+|\d{1,2}|[A-Z]))[.:]?`)
	romanMark = regexp.MustCompile(`^(?:X[LXVI]*|V?I{1,3}|I?V|IX)\.[\s\x{a0}]`)
	// One letter that is no Roman numeral: C, D, L and M number parts after A and B, not the fiftieth.
	letterMark  = regexp.MustCompile(`^[A-HJ-UWYZĐ]\.[\s\x{a0}]`)
	numberMark  = regexp.MustCompile(`^(\d{1,3}(?:\.\d{1,3})*)\.(?:[\s\x{a0}]|\p{L})`)
	articleMark = regexp.MustCompile(`^Điều\s+\d{1,3}[a-zđ]?[.:]`)
	itemMark    = regexp.MustCompile(`^(?:[-+–•]|[a-zđ]{1,2}\))[\s\x{a0}]`)
)

// titleLimit is the length in characters up to which a numbered line without final mark is a title of its own.
const titleLimit = 200

// part is what the start of a paragraph makes of it.
type part int

const (
	plainPart   part = iota // a paragraph as it is
	headingPart             // a heading of a level
	labelPart               // "Phần I": its title follows on the next line or in the next paragraph
	articlePart             // "Điều 1." before text: the mark is bold
)

// outline reads the level of a paragraph from how it starts. mark is how much of the text the mark takes.
func outline(in inline) (kind part, level, mark int) {
	kind, level, mark = outlineAsTyped(in)
	if in.escaped >= 0 && in.escaped < mark {
		return plainPart, 0, 0
	}
	return kind, level, mark
}

func outlineAsTyped(in inline) (kind part, level, mark int) {
	bold, plain := faces(in.runs)
	// A text with parts in another face was given its faces by hand: it is a paragraph.
	title := bold || plain && isTitle(in.text)
	if m := partLabel.FindStringSubmatchIndex(in.text); m != nil {
		level = 1
		if m[4] >= 0 {
			level = 2
			if word := strings.ToLower(in.text[m[4]:m[5]]); word != "mục" {
				level = 3
			}
		}
		rest := strings.TrimSpace(in.text[m[1]:])
		switch {
		case rest == "":
			return labelPart, level, m[1]
		case strings.ContainsAny(in.text[m[1]-1:m[1]], ".:") && isUpper(rest):
			return headingPart, level, m[1]
		}
		return plainPart, 0, 0
	}
	if m := romanMark.FindString(in.text); m != "" {
		return headingPart, 3, len(m)
	}
	if m := letterMark.FindString(in.text); m != "" && (title || plain && isUpper(in.text)) {
		return headingPart, 2, len(m)
	}
	if m := numberMark.FindStringSubmatch(in.text); m != nil && title {
		return headingPart, min(4+strings.Count(m[1], "."), 6), len(m[0])
	}
	if m := articleMark.FindString(in.text); m != "" {
		switch {
		case in.text == m && bold:
			return plainPart, 0, 0
		case in.text != m && title:
			return headingPart, 3, len(m)
		case !in.runs[0].Bold && len(in.runs[0].Text) >= len(m):
			return articlePart, 0, len(m)
		}
	}
	return plainPart, 0, 0
}

// faces tells whether all runs are bold and upright, or all plain.
func faces(runs []layout.Run) (bold, plain bool) {
	bold, plain = len(runs) > 0, len(runs) > 0
	for _, r := range runs {
		bold = bold && r.Bold && !r.Italic
		plain = plain && !r.Bold && !r.Italic
	}
	return bold, plain
}

// isTitle tells a title of its own: short, without a mark that ends a sentence, closing quotes and brackets not counted.
func isTitle(text string) bool {
	if utf8.RuneCountInString(text) > titleLimit {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "”’»\")]"))
	return !strings.ContainsRune(".;:,!?…", last)
}

// isUpper tells a text of two letters or more, all of them in upper case.
func isUpper(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			if unicode.IsLower(r) {
				return false
			}
			letters++
		}
	}
	return letters >= 2
}

// startsPart tells a line that opens a part of its own: a heading's mark or that of a list.
func startsPart(line string) bool {
	return startsHeading(line) || itemMark.MatchString(unstarred(line))
}

// startsHeading tells a line that starts with the mark of a heading.
func startsHeading(line string) bool {
	line = unstarred(line)
	if label := partLabel.FindString(line); label != "" && len(label) == len(line) {
		return true
	}
	return romanMark.MatchString(line) || letterMark.MatchString(line) || numberMark.MatchString(line) || articleMark.MatchString(line)
}

func unstarred(line string) string { return strings.TrimLeft(line, "*") }
