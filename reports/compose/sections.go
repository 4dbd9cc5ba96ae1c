package compose

import "strings"

// Section is a part of a body that an editor shows at once: the bytes From up to To of the text. The sections of a text follow
// each other without gap, so that the text is their sum.
type Section struct {
	Title    string // of its heading; "" for a text before the first one
	Appendix bool   // it belongs to an appendix
	From, To int
}

// headOnly is the length in bytes below which a heading without text of its own, such as "Phần thứ nhất" before "I.", stays
// with what follows.
const headOnly = 300

// sectionMark is a heading in a text.
type sectionMark struct {
	at    int
	level int // 0 starts an appendix
	title string
}

// Sections cuts a body, folded or not, at its headings: at those of the highest level, and what is longer than limit bytes at
// those below, as far as there are any. Each appendix is a section of its own at least. An empty text is one empty section.
func Sections(text string, limit int) []Section {
	c := cutter{text: text, limit: limit, marks: sectionMarks(text)}
	from := 0
	for _, m := range c.marks {
		if m.level == 0 {
			if m.at > from {
				c.cut(from, m.at, 1)
			}
			from, c.appendix = m.at, true
		}
	}
	if from < len(text) || len(c.sections) == 0 {
		c.cut(from, len(text), 1)
	}
	return c.sections
}

// cutter gathers the sections of a text.
type cutter struct {
	text     string
	limit    int
	marks    []sectionMark
	appendix bool
	sections []Section
}

// cut adds the sections of a piece, cut at headings of a level or below it.
func (c *cutter) cut(from, to, level int) {
	highest := 0
	for _, m := range c.marks {
		if m.at > from && m.at < to && m.level >= level && (highest == 0 || m.level < highest) {
			highest = m.level
		}
	}
	if to-from <= c.limit || highest == 0 {
		c.sections = append(c.sections, Section{Title: c.title(from, to), Appendix: c.appendix, From: from, To: to})
		return
	}
	start := from
	for _, m := range c.marks {
		if m.at > start && m.at < to && m.level == highest && !c.onlyHead(start, m.at) {
			c.cut(start, m.at, highest+1)
			start = m.at
		}
	}
	c.cut(start, to, highest+1)
}

// onlyHead tells a short piece that is a heading with nothing of its own below it.
func (c *cutter) onlyHead(from, to int) bool {
	if to-from >= headOnly || strings.Contains(strings.TrimSpace(c.text[from:to]), "\n\n") {
		return false
	}
	for _, m := range c.marks {
		if m.at == from {
			return true
		}
	}
	return false
}

// title is the heading that a piece starts with; of a part without text of its own ("Phần thứ nhất"), the heading below it.
func (c *cutter) title(from, to int) string {
	title, at, level := "", from, 0
	for _, m := range c.marks {
		if m.at < from || m.at >= to {
			continue
		}
		first := title == "" && strings.TrimSpace(c.text[from:m.at]) == ""
		if !first && !(level == 1 && c.onlyHead(at, m.at)) {
			break
		}
		title, at, level = m.title, m.at, m.level
	}
	return title
}

// sectionMarks finds the headings of a text by how their lines start.
func sectionMarks(text string) []sectionMark {
	var marks []sectionMark
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		trimmed := strings.TrimSpace(line)
		if level, title, ok := sectionMarkOf(trimmed); ok {
			marks = append(marks, sectionMark{at, level, title})
		}
		at += len(line)
	}
	return marks
}

func sectionMarkOf(line string) (level int, title string, ok bool) {
	switch kindOf(line) {
	case appendixLine:
		title = line
		if m := appendixTitle.FindStringSubmatch(line); m != nil {
			title = m[2]
		}
		return 0, title, true
	case headingLine:
		hashes := explicitHeading.FindString(line)
		return strings.Count(hashes, "#") + 1, strings.TrimPrefix(line[len(hashes):], centredOption), true
	case textLine:
	default:
		return 0, "", false
	}
	title = strings.Trim(line, "*")
	switch label := partLabel.FindString(title); {
	case label != "" && len(label) == len(title):
		return 1, title, true
	case romanMark.MatchString(title):
		return 2, title, true
	case !isTitle(title):
		return 0, "", false
	case letterMark.MatchString(title):
		return 2, title, true
	case articleMark.MatchString(title):
		return 3, title, true
	}
	if m := numberMark.FindStringSubmatch(title); m != nil {
		return 4 + strings.Count(m[1], "."), title, true
	}
	return 0, "", false
}
