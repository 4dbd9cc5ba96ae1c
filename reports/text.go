package reports

import (
	"fmt"
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
			first, size := utf8.DecodeRuneInString(name)
			return string(unicode.ToLower(first)) + name[size:]
		}
	}
	return name
}
