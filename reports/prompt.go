package reports

import (
	"regexp"
	"strings"
)

// promptMark is the mark of a place that the office has yet to write: square brackets around words, such as
// [Nêu kết quả nổi bật]. Footnote marks and what else starts with no letter are none.
var promptMark = regexp.MustCompile(`\[\p{L}[^\[\]\n]*\]`)

// Prompt is a place of a draft that the office has yet to write.
type Prompt struct {
	Line int    // of the text, from 1
	Text string // with its brackets: "[Nêu kết quả nổi bật]"
}

// Prompts finds the places of a text that are left to write, in their order.
func Prompts(text string) []Prompt {
	var found []Prompt
	for i, line := range strings.Split(text, "\n") {
		for _, mark := range promptMark.FindAllString(line, -1) {
			found = append(found, Prompt{Line: i + 1, Text: mark})
		}
	}
	return found
}

// prompt is the text of a place to write. ask is an order: "Nêu kết quả nổi bật".
func prompt(ask string) string { return "[" + ask + "]" }

// blanks say what to write for fields whose name would not read well in its sentence, such as "từ [điền từ ngày]".
var blanks = map[string]string{
	"từ ngày":            "ngày đầu kỳ",
	"đến ngày":           "ngày cuối kỳ",
	"thời kỳ từ ngày":    "ngày đầu thời kỳ",
	"thời kỳ đến ngày":   "ngày cuối thời kỳ",
	"nơi báo cáo":        "nơi nhận văn bản",
	"kế hoạch cấp trên":  "văn bản mà kế hoạch này thực hiện",
	"nội dung trong câu": "nội dung kế hoạch",
	"đối tượng đề nghị":  "số tập thể, số cá nhân",
}

// blankFor is the place of a field without a value inside a sentence. It stands in capitals where the field does.
func blankFor(field string) string {
	ask := strings.TrimSpace(field)
	if better := blanks[fieldKey(field)]; better != "" {
		ask = better
	}
	text := prompt("điền " + ask)
	if field == strings.ToUpper(field) {
		return strings.ToUpper(text)
	}
	return text
}
