package docx

import (
	"slices"
	"strings"

	"cosohoi/reports/layout"
)

// endMarks are what makes way for the mark at the end.
const endMarks = ".;,/ \n\u00a0"

// ended gives the body with mark at the end of its last paragraph in the style Body. It repeats reports/layout/ending.go,
// which layout does not export.
func ended(blocks []layout.Block, mark string) []layout.Block {
	last := len(blocks) - 1
	for last >= 0 && blank(blocks[last]) {
		last--
	}
	if last < 0 {
		return blocks
	}
	par, ok := blocks[last].(layout.Paragraph)
	if !ok || par.Style != layout.Body {
		return blocks
	}
	text := strings.TrimSpace(plain(prepared(par.Runs)))
	if strings.Trim(text, endMarks) == "" || strings.HasSuffix(text, mark) && !strings.HasSuffix(text, "."+mark) || strings.ContainsAny(text[len(text)-1:], ":?!") {
		return blocks
	}
	par.Runs = slices.Clone(par.Runs)
	for i := len(par.Runs) - 1; i >= 0; i-- {
		kept := strings.TrimRight(layout.Clean(par.Runs[i].Text), endMarks)
		par.Runs[i].Text = kept
		if kept != "" {
			par.Runs[i].Text += mark
			break
		}
	}
	blocks = slices.Clone(blocks)
	blocks[last] = par
	return blocks
}

// blank is true for a block that writes nothing.
func blank(b layout.Block) bool {
	switch b := b.(type) {
	case layout.Paragraph:
		return !slices.ContainsFunc(b.Runs, func(r layout.Run) bool { return preparedText(r.Text) != "" })
	case layout.Heading:
		return preparedText(b.Text) == ""
	case layout.Table:
		return len(b.Rows)+len(b.Head) == 0
	}
	return true
}
