package reports

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// The marks of the text form that a plain text may hold by chance, and back.
var (
	escapes   = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `[^`, `\[^`)
	unescapes = strings.NewReplacer(`\\`, `\`, `\*`, `*`, `\[^`, `[^`)
)

// inline makes one line of a plain text for use inside a sentence of an outline.
func inline(text string) string { return escapes.Replace(oneLine(text)) }

// plain takes the marks of inline out again.
func plain(text string) string { return unescapes.Replace(text) }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// lines is the value of a field that makes the entries of a list in the front matter.
func lines(texts []string) string {
	var kept []string
	for _, text := range texts {
		if text = inline(text); text != "" {
			kept = append(kept, text)
		}
	}
	return strings.Join(kept, "\n")
}

// paragraph is a paragraph of running text.
func paragraph(format string, values ...any) layout.Block {
	return layout.Text(fmt.Sprintf(format, values...))
}

// said is the value of a field that is one paragraph.
func said(format string, values ...any) string { return blocks(paragraph(format, values...)) }

// blocks is the value of a field that is made of blocks.
func blocks(all ...layout.Block) string { return compose.FormatBlocks(all) }

// items are the paragraphs of a list with a dash, each a sentence of its own. Without items there is a place to write.
func items(texts []string, ask string) []layout.Block {
	var list []layout.Block
	for _, text := range texts {
		if text = sentence(text); text != "" {
			list = append(list, paragraph("- %s", layout.UpperFirst(text)))
		}
	}
	if list == nil {
		list = append(list, paragraph("- %s", prompt(ask)))
	}
	return list
}

// orPrompt is a plain text for use inside a sentence, or a place to write it.
func orPrompt(text, ask string) string {
	if text = oneLine(text); text == "" {
		return prompt(ask)
	}
	return text
}

// sentence makes one line of a note and ends it with a full stop.
func sentence(note string) string {
	note = strings.TrimRight(oneLine(note), " .;")
	if note == "" || strings.HasSuffix(note, "!") || strings.HasSuffix(note, "?") || strings.HasSuffix(note, "…") {
		return note
	}
	return note + "."
}

// listEnd ends an item of a list: ";", the last ".".
func listEnd(i, n int) string {
	if i == n-1 {
		return "."
	}
	return ";"
}

// commonNouns are lower case inside a sentence where names in a list start with them: "huyện Hải Hậu" (Phụ lục II of Nghị định
// 30/2020), "chi hội trưởng".
var commonNouns = []string{"Huyện ", "Thành phố ", "Thị xã ", "Thị trấn ", "Xã ", "Các ", "Đơn vị ", "Cơ sở ", "Chi hội", "Tổ "}

// midSentence writes a row's name as it stands inside a sentence.
func midSentence(name string) string {
	for _, noun := range commonNouns {
		if strings.HasPrefix(name, noun) && name != "Thành phố Hồ Chí Minh" {
			return lowerFirst(name)
		}
	}
	return name
}

// namesFirst are the beginnings of names that keep their capital inside a sentence.
var namesFirst = []string{"Hội Liên hiệp ", "Hội đồng ", "Ủy ban ", "Đại hội đại biểu ", "Đảng bộ ", "Nhà nước ", "Nghị quyết ", "Nghị định ", "Chỉ thị ", "Luật ",
	"Điều lệ ", "Đề án ", "Dự án ", "Chương trình ", "Quyết định ", "Thông tư ", "Kết luận ", "Quy chế "}

// verbsFirst stand in front of names and are none themselves: "Học Nghị quyết Đại hội".
var verbsFirst = []string{"Dự ", "Đón ", "Gặp ", "Học ", "Mừng ", "Tặng ", "Thăm ", "Theo ", "Về ", "Vì "}

// insideSentence writes a subject as it stands inside a sentence: with a small letter in front, unless a name stands there.
func insideSentence(subject string) string {
	first, rest, _ := strings.Cut(subject, " ")
	if has := func(start string) bool { return strings.HasPrefix(subject, start) }; slices.ContainsFunc(namesFirst, has) {
		return subject
	} else if !slices.ContainsFunc(verbsFirst, has) && (isCapital(rest) || len([]rune(first)) > 1 && strings.ToUpper(first) == first) {
		return subject // "Nam Định", "UBND tỉnh"
	}
	return lowerFirst(subject)
}

// isCapital tells whether a text starts with a capital letter.
func isCapital(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

// upperFirst writes the first letter of a text in upper case.
func upperFirst(text string) string {
	if text == "" {
		return ""
	}
	return layout.UpperFirst(text)
}

// lowerFirst writes the first letter of a text in lower case, unless an abbreviation stands there: "UBND xã".
func lowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || isCapital(text[size:]) {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// cutFold takes a beginning from a text, whatever its case.
func cutFold(text, start string) (string, bool) {
	if len(text) < len(start) || !strings.EqualFold(text[:len(start)], start) {
		return text, false
	}
	return strings.TrimSpace(text[len(start):]), true
}
