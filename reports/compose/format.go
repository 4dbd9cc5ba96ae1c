package compose

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"cosohoi/reports/layout"
)

// FormatBlocks writes blocks as body text, from which Document makes the same blocks again, if they are normalised: texts in
// NFC without blanks at their ends, neighbouring runs of one face joined, heading levels from 1 to 6.
func FormatBlocks(blocks []layout.Block) string {
	var w blockWriter
	w.blocks(blocks)
	return strings.Join(w.parts, "\n\n")
}

// FormatAppendices writes appendices as they stand at the end of a body. Their footnotes are labelled apart from those of
// FormatBlocks, so that both texts can stand in one body.
func FormatAppendices(appendices []layout.Appendix) string {
	w := blockWriter{series: "PL"}
	for _, a := range appendices {
		w.parts = append(w.parts, FormatAppendixHead(escape(strings.TrimSpace(a.Title)), a.Landscape))
		w.blocks(a.Body)
	}
	return strings.Join(w.parts, "\n\n")
}

// blockWriter collects paragraphs of a body text.
type blockWriter struct {
	parts    []string
	series   string // leads the labels of footnotes
	notes    int    // footnotes so far
	untitled bool   // the last part is a "Phần I" that would take a title
}

func (w *blockWriter) blocks(blocks []layout.Block) {
	w.untitled = false
	for _, b := range blocks {
		switch b := b.(type) {
		case layout.Paragraph:
			w.paragraph(b)
			continue
		case layout.Heading:
			w.heading(b)
			continue
		case layout.Table:
			if len(b.Columns) == 0 {
				continue
			}
			w.parts = append(w.parts, formatTable(b))
		case layout.PageBreak:
			w.parts = append(w.parts, fence)
		}
		w.untitled = false
	}
}

// add adds a part and after it the texts of its footnotes.
func (w *blockWriter) add(part string, runs []layout.Run) {
	w.parts = append(w.parts, part)
	for _, r := range runs {
		if len(r.Note) > 0 {
			w.notes++
			w.parts = append(w.parts, "[^"+w.label(w.notes)+"]: "+w.inline(trimRuns(r.Note), false))
		}
	}
	w.untitled = false
}

func (w *blockWriter) label(n int) string { return w.series + strconv.Itoa(n) }

func (w *blockWriter) paragraph(p layout.Paragraph) {
	runs := trimRuns(p.Runs)
	if len(runs) == 0 {
		return
	}
	text := w.inline(runs, false)
	switch p.Style {
	case layout.AtRight:
		text = ">> " + text
	case layout.Centred:
		text = "<> " + text
	default:
		in := typed(runs)
		if kind, _, _ := outline(in); kind != plainPart || kindOf(text) != textLine || w.untitled && isPartTitle(in) {
			text = w.inline(runs, true)
		}
	}
	w.add(text, runs)
}

// typed is what reading the runs without any escape would give.
func typed(runs []layout.Run) inline {
	in := inline{runs: runs, escaped: -1}
	for _, r := range runs {
		in.text += r.Text
	}
	return in
}

// heading writes a heading in the form in which people type it, or with hashes where that would be read as something else.
func (w *blockWriter) heading(h layout.Heading) {
	h.Text, h.Level = strings.TrimSpace(h.Text), min(max(h.Level, 1), 6)
	runs := trimRuns([]layout.Run{{Text: h.Text, Note: h.Note}})
	if len(runs) == 0 {
		return
	}
	if w.labelled(h) {
		return
	}
	bold := []layout.Run{{Text: h.Text, Bold: true, Note: h.Note}}
	for _, as := range [][]layout.Run{runs, bold} {
		in := typed(as)
		text := w.inline(as, false)
		if kind, level, _ := outline(in); kind == headingPart && level == h.Level && h.Centred == partLabel.MatchString(h.Text) && kindOf(text) == textLine {
			w.add(text, runs)
			return
		}
	}
	mark := strings.Repeat("#", h.Level+1) + " "
	if h.Centred {
		mark += centredOption
	}
	text := w.inline(runs, strings.HasPrefix(h.Text, centredOption))
	w.add(mark+text, runs)
}

// labelled writes "Phần I" with the title on the next line. It reports whether the heading is of that form.
func (w *blockWriter) labelled(h layout.Heading) bool {
	label, title, titled := strings.Cut(h.Text, "\n")
	kind, level, _ := outline(typed([]layout.Run{{Text: label}}))
	if kind != labelPart || level != h.Level || !h.Centred || strings.TrimSpace(label) != label {
		return false
	}
	if !titled {
		w.add(w.inline([]layout.Run{{Text: label, Note: h.Note}}, false), []layout.Run{{Note: h.Note}})
		w.untitled = len(h.Note) == 0
		return true
	}
	text := w.inline([]layout.Run{{Text: title, Note: h.Note}}, false)
	if strings.TrimSpace(title) != title || title == "" || kindOf(text) != textLine || startsPart(text) {
		return false
	}
	w.add(label+"\n"+text, []layout.Run{{Note: h.Note}})
	return true
}

// trimRuns drops the blanks at the ends of a text and the runs that hold nothing.
func trimRuns(runs []layout.Run) []layout.Run {
	runs = slices.Clone(runs)
	for i := range runs {
		if len(trimmedNote(runs[i].Note)) == 0 {
			runs[i].Note = nil
		}
	}
	for len(runs) > 0 {
		runs[0].Text = strings.TrimLeftFunc(runs[0].Text, unicode.IsSpace)
		if runs[0].Text != "" || runs[0].Note != nil {
			break
		}
		runs = runs[1:]
	}
	for len(runs) > 0 {
		last := &runs[len(runs)-1]
		if last.Note != nil {
			break
		}
		if last.Text = strings.TrimRightFunc(last.Text, unicode.IsSpace); last.Text != "" {
			break
		}
		runs = runs[:len(runs)-1]
	}
	return slices.DeleteFunc(runs, func(r layout.Run) bool { return r.Text == "" && r.Note == nil })
}

// trimmedNote is the text of a footnote, whose runs have no notes of their own.
func trimmedNote(runs []layout.Run) []layout.Run {
	if len(runs) == 0 {
		return nil
	}
	runs = slices.Clone(runs)
	for i := range runs {
		runs[i].Note = nil
	}
	return trimRuns(runs)
}

// inline writes runs with their marks. guarded puts a backslash before the first character, so that the text is not
// recognised as anything else.
func (w *blockWriter) inline(runs []layout.Run, guarded bool) string {
	var b strings.Builder
	notes := w.notes
	var face layout.Run
	for i, r := range runs {
		b.WriteString(stars(face, r))
		turnsOn := r.Bold && !face.Bold || r.Italic && !face.Italic
		face = r
		next := layout.Run{}
		if i+1 < len(runs) {
			next = runs[i+1]
		}
		turnsOff := r.Bold && !next.Bold || r.Italic && !next.Italic
		text := r.Text
		// A blank beside the stars that turn a face would make them mere stars.
		lead, tail := "", ""
		if first, size := firstRune(text); turnsOn && first != '\n' && unicode.IsSpace(first) {
			lead, text = `\`+text[:size], text[size:]
		}
		if last, size := lastRune(text); turnsOff && r.Note == nil && last != '\n' && unicode.IsSpace(last) {
			text, tail = text[:len(text)-size], `\`+text[len(text)-size:]
		}
		body := escape(text)
		switch {
		case guarded && body != "":
			guarded = false
			if body[0] != '\\' {
				body = `\` + body
			}
		case i == 1 && runs[0].Text == "" && strings.HasPrefix(body, ":"):
			body = `\` + body // "[^1]:" would be the text of a footnote
		}
		b.WriteString(lead + body + tail)
		if len(r.Note) > 0 {
			notes++
			b.WriteString("[^" + w.label(notes) + "]")
		}
	}
	b.WriteString(stars(face, layout.Run{}))
	return b.String()
}

// stars turns one face into another.
func stars(from, to layout.Run) string {
	n := 0
	if from.Bold != to.Bold {
		n += 2
	}
	if from.Italic != to.Italic {
		n++
	}
	return strings.Repeat("*", n)
}

func firstRune(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 0
}

func lastRune(s string) (rune, int) {
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return 0, 0
	}
	last := r[len(r)-1]
	return last, len(string(last))
}

var escapes = strings.NewReplacer(`\`, `\\`, `*`, `\*`, "\n", `\n`, `[^`, `\[^`)

// escape writes a text so that nothing in it is a mark.
func escape(text string) string { return escapes.Replace(text) }
