package layout

import (
	"slices"
	"strings"
	"unicode"
)

// unended are the marks at the end of a text after which "./." cannot stand.
const unended = ":?!"

// endMarks are what makes way for "./.".
const endMarks = ".;,/ \n\u00a0"

// EndedBody gives the body with the mark of the form at the end of its last paragraph, where the paper has a symbol: a stop,
// semicolon or half a mark that stands there makes way for it. A body that ends with anything but a paragraph in the style
// Body stays as it is.
func (d Document) EndedBody() []Block {
	p, _ := d.Profile()
	blocks, mark := d.Body, p.End
	if d.Symbol == "" || mark == "" {
		return blocks
	}
	last := len(blocks) - 1
	for last >= 0 && Blank(blocks[last]) {
		last--
	}
	if last < 0 {
		return blocks
	}
	par, ok := blocks[last].(Paragraph)
	if !ok || par.Style != Body {
		return blocks
	}
	text := ""
	for _, r := range par.Runs {
		text += Clean(r.Text)
	}
	text = strings.TrimRight(text, " \n\u00a0")
	if strings.Trim(text, endMarks) == "" || strings.HasSuffix(text, mark) && !strings.HasSuffix(text, "."+mark) || strings.ContainsAny(text[len(text)-1:], unended) {
		return blocks
	}
	par.Runs = slices.Clone(par.Runs)
	for i := len(par.Runs) - 1; i >= 0; i-- {
		kept := strings.TrimRightFunc(par.Runs[i].Text, givesWay)
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

// givesWay is true for what "./." replaces: marks, blanks, and what nobody sees.
func givesWay(r rune) bool {
	return strings.ContainsRune(endMarks, r) || unicode.IsSpace(r) || r <= 0xffff && printable(r) == dropped
}

// Blank is true for a block that draws nothing.
func Blank(b Block) bool {
	switch b := b.(type) {
	case Paragraph:
		return !slices.ContainsFunc(b.Runs, func(r Run) bool { return len(r.Note) > 0 || strings.TrimSpace(Clean(r.Text)) != "" })
	case Heading:
		return len(b.Note) == 0 && strings.TrimSpace(Clean(b.Text)) == ""
	case Table:
		return len(b.Rows)+len(b.Head) == 0
	}
	return true
}
