package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/reports/layout"
)

// inline is a text taken out of its marks.
type inline struct {
	runs []layout.Run
	text string // of all runs
	// escaped is where in text the first character stands that a backslash precedes, -1 when there is none: a number or a
	// mark that reaches it is not recognised.
	escaped int
}

// noteFunc gives the footnote of a mark in a line. Where marks are not allowed, it gives an error.
type noteFunc func(label string, line int) ([]layout.Run, error)

// readInline reads **bold**, *italic*, ***both***, footnote marks and backslash escapes. line is the line of the first
// character; a line break in raw is a blank. A star that opens what nothing closes is a star.
func readInline(raw string, line int, notes noteFunc) (inline, error) {
	pieces := cutInline(raw, line)
	matchStars(pieces)
	w := runWriter{escaped: -1}
	for _, p := range pieces {
		switch {
		case p.label != "":
			note, err := notes(p.label, p.line)
			if err != nil {
				return inline{}, err
			}
			w.note(note)
		case p.stars > 0:
			w.put(strings.Repeat("*", p.literalStars()))
			w.face(w.bold != p.bold, w.italic != p.italic)
		default:
			if p.escaped && w.escaped < 0 {
				w.escaped = w.text.Len()
			}
			w.put(p.text)
		}
	}
	w.flush()
	return inline{runs: w.runs, text: w.text.String(), escaped: w.escaped}, nil
}

// piece is a part of a text: characters, a row of stars or a footnote mark.
type piece struct {
	text    string
	escaped bool // text is a character that a backslash precedes

	stars        int
	opens        bool // no blank follows
	closes       bool // no blank precedes
	bold, italic bool // set by matchStars: the stars turn the face on or off

	label string // of the footnote
	line  int
}

// literalStars is the number of stars of a row that turn no face.
func (p piece) literalStars() int {
	n := p.stars
	if p.bold {
		n -= 2
	}
	if p.italic {
		n--
	}
	return n
}

func cutInline(raw string, line int) []piece {
	var pieces []piece
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			pieces = append(pieces, piece{text: text.String()})
			text.Reset()
		}
	}
	blankBefore, started := true, false // started: a character has been read, marks do not count
	for i := 0; i < len(raw); {
		c := raw[i]
		switch {
		case c == '*':
			n := len(raw[i:]) - len(strings.TrimLeft(raw[i:], "*"))
			flush()
			next, _ := utf8.DecodeRuneInString(raw[i+n:])
			pieces = append(pieces, piece{stars: n, closes: !blankBefore, opens: i+n < len(raw) && !unicode.IsSpace(next)})
			i += n
		case c == '\\' && i+1 < len(raw) && raw[i+1] != '\n':
			r, size := utf8.DecodeRuneInString(raw[i+1:])
			i += 1 + size
			switch {
			case r == 'n':
				text.WriteByte('\n')
			case !started || isPunct(r) || unicode.IsSpace(r):
				flush()
				pieces = append(pieces, piece{text: string(r), escaped: true})
			default: // no escape: the backslash of a path or the like
				text.WriteByte('\\')
				i -= size
			}
			blankBefore, started = false, true
		case c == '[' && strings.HasPrefix(raw[i:], "[^"):
			label := labelOf(raw[i:])
			if label == "" {
				text.WriteByte('[')
				i++
			} else {
				flush()
				pieces = append(pieces, piece{label: label, line: line})
				i += len("[^]") + len(label)
			}
			blankBefore = false
		default:
			r, size := utf8.DecodeRuneInString(raw[i:])
			if r == '\n' {
				line++
				r = ' '
			}
			text.WriteRune(r)
			blankBefore, started = unicode.IsSpace(r), true
			i += size
		}
	}
	flush()
	return pieces
}

// isPunct tells the characters that a backslash may precede anywhere: the printable ones of ASCII but letters and digits.
func isPunct(r rune) bool {
	return r > ' ' && r < 0x7f && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// labelLimit bounds the label of a footnote in bytes.
const labelLimit = 40

// labelOf is the label of the footnote mark that s starts with: "1" of "[^1]". It is empty when s starts with none.
func labelOf(s string) string {
	label, _, ok := strings.Cut(strings.TrimPrefix(s[:min(len(s), labelLimit)], "[^"), "]")
	if !ok || strings.ContainsFunc(label, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`[^\*|`, r) }) {
		return ""
	}
	return label
}

// matchStars finds which rows of stars turn which face. One star turns italic, two bold, three both; a row turns a face on
// when no blank follows and off when no blank precedes. The last one that nothing turns off stays a star.
func matchStars(pieces []piece) {
	bold, italic := -1, -1 // the rows that turned it on
	for i := range pieces {
		p := &pieces[i]
		if p.stars == 0 || p.stars > 3 {
			continue
		}
		turn := func(on *int, turned *bool) {
			switch {
			case *on >= 0 && p.closes:
				*on, *turned = -1, true
			case *on < 0 && p.opens:
				*on, *turned = i, true
			}
		}
		if p.stars >= 2 {
			turn(&bold, &p.bold)
		}
		if p.stars != 2 {
			turn(&italic, &p.italic)
		}
	}
	if bold >= 0 {
		pieces[bold].bold = false
	}
	if italic >= 0 {
		pieces[italic].italic = false
	}
}

// runWriter collects runs; neighbours of one face become one.
type runWriter struct {
	runs         []layout.Run
	text         strings.Builder // of all runs
	from         int             // where in text the run being written starts
	bold, italic bool
	escaped      int
}

func (w *runWriter) put(s string) { w.text.WriteString(s) }

func (w *runWriter) face(bold, italic bool) {
	if bold != w.bold || italic != w.italic {
		w.flush()
		w.bold, w.italic = bold, italic
	}
}

func (w *runWriter) flush() {
	text := w.text.String()[w.from:]
	if text == "" {
		return
	}
	w.from = w.text.Len()
	if last := len(w.runs) - 1; last >= 0 && w.runs[last].Note == nil && w.runs[last].Bold == w.bold && w.runs[last].Italic == w.italic {
		w.runs[last].Text += text
		return
	}
	w.runs = append(w.runs, layout.Run{Text: text, Bold: w.bold, Italic: w.italic})
}

// note puts a footnote after what has been written; where nothing has, its run has no text.
func (w *runWriter) note(note []layout.Run) {
	w.flush()
	if last := len(w.runs) - 1; last >= 0 && w.runs[last].Note == nil {
		w.runs[last].Note = note
		return
	}
	w.runs = append(w.runs, layout.Run{Bold: w.bold, Italic: w.italic, Note: note})
}
