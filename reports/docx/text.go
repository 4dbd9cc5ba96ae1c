package docx

import (
	"strings"

	"cosohoi/reports/form"
	"cosohoi/reports/layout"
)

// prepared makes runs ready to be written: clean, blanks as single spaces, no blank at either end, and a no-break space
// wherever a line must not end. A line break stays "\n". A blank goes to the run of the word after it, so that it stands
// behind the mark of a footnote.
func prepared(runs []layout.Run) []layout.Run {
	out := make([]layout.Run, len(runs))
	var cutter form.Cutter
	first := true
	for i, run := range runs {
		out[i] = run
		out[i].Text = ""
		for gap, word := range cutter.Cut(layout.Clean(run.Text)) {
			if !first {
				out[i].Text += gaps[gap]
			}
			out[i].Text += word
			first = false
		}
	}
	return out
}

const noBreakSpace = string(form.NoBreakSpace)

var gaps = map[form.Gap]string{form.Breakable: " ", form.Bound: noBreakSpace, form.Fixed: noBreakSpace, form.Newline: "\n"}

// preparedText is prepared for one text in one face.
func preparedText(s string) string { return prepared([]layout.Run{{Text: s}})[0].Text }

// literally keeps every space of a text: room to write by hand is made of spaces.
func literally(s string) string { return strings.ReplaceAll(layout.Clean(s), "\n", " ") }

// plain is the text of prepared runs as one line.
func plain(runs []layout.Run) string {
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return strings.NewReplacer("\n", " ", noBreakSpace, " ").Replace(b.String())
}
