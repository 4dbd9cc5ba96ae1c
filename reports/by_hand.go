package reports

import "strings"

// Places to write by hand, on paper: a line of dots across the page, and one inside a sentence.
var (
	handLine = strings.Repeat("…", 30)
	handGap  = strings.Repeat("…", 10)
)

// handCell is a cell with two lines to write on, in the text form.
var handCell = strings.Repeat("…", 13) + `\n` + strings.Repeat("…", 13)

// handLines is how many lines a part of a paper is given that nothing is known of.
const handLines = 4

// handGaps are the places whose form is known.
var handGaps = map[string]string{
	"[điền giờ]":               "…… giờ ……",
	"[điền ngày, tháng, năm]":  "…… tháng …… năm ………",
	"[điền số bản]":            "………",
	"[thời hạn]":               "",
	"[người chịu trách nhiệm]": "",
}

// byHand turns the places of a text that are left to write into room for a pen, since such a paper is printed first and filled in at the
// place. A paragraph that is nothing else becomes lines of dots, and so does a cell of a table.
func byHand(body string) string {
	lines := strings.Split(body, "\n")
	for i, line := range lines {
		mark := promptMark.FindString(line)
		switch {
		case mark == "":
		case strings.HasPrefix(line, "|"):
			lines[i] = promptMark.ReplaceAllLiteralString(line, handCell)
		case strings.TrimSpace(strings.TrimPrefix(line, "- ")) == mark:
			lines[i] = strings.TrimSuffix(strings.Repeat(handLine+"\n\n", handLines), "\n\n")
		default:
			lines[i] = promptMark.ReplaceAllStringFunc(line, func(mark string) string {
				if gap, known := handGaps[mark]; known {
					return gap
				}
				return handGap
			})
		}
	}
	return strings.Join(lines, "\n")
}
