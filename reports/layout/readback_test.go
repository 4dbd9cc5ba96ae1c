package layout

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"cosohoi/reports/form"
)

// printed is a word as poppler finds it on paper: its box in millimetres from the top left corner of its page.
type printed struct {
	text                     string
	page                     int // from 0, through the file
	left, top, right, bottom float64
}

// Poppler gives a word the height of its type: the ascent of Times is 0.891 em, its descent 0.216 em.
const (
	ascent  = 0.891
	descent = 0.216
)

func (w printed) pt() float64       { return (w.bottom - w.top) / (ascent + descent) / form.MmPerPt }
func (w printed) width() float64    { return w.right - w.left }
func (w printed) middle() float64   { return (w.left + w.right) / 2 }
func (w printed) baseline() float64 { return w.top + ascent*w.pt()*form.MmPerPt }

// leaf is a page as poppler finds it, mm.
type leaf struct {
	width, height float64
	words         []printed
}

var bboxWord = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)"|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<`)

// readBack gives the pages of a file with their words in the order in which they were drawn.
func readBack(t testing.TB, pdf []byte) []leaf {
	t.Helper()
	mm := func(s string) float64 {
		pt, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return pt * form.MmPerPt
	}
	var leaves []leaf
	for _, m := range bboxWord.FindAllStringSubmatch(poppler(t, pdf, "pdftotext", "-raw", "-bbox"), -1) {
		if m[1] != "" {
			leaves = append(leaves, leaf{width: mm(m[1]), height: mm(m[2])})
			continue
		}
		page := &leaves[len(leaves)-1]
		page.words = append(page.words, printed{html.UnescapeString(m[7]), len(leaves) - 1, mm(m[3]), mm(m[4]), mm(m[5]), mm(m[6])})
	}
	return leaves
}

// find gives the box of a text of one line on a page; a text of several lines is not found.
func (l leaf) find(text string) (printed, bool) {
	want := strings.Fields(text)
	for i := range len(l.words) - len(want) + 1 {
		run := l.words[i : i+len(want)]
		same := func(w printed, s string) bool { return w.text == s && near(w.baseline(), run[0].baseline(), 0.1) }
		if slices.EqualFunc(run, want, same) {
			box := run[0]
			box.text, box.right = text, run[len(run)-1].right
			return box, true
		}
	}
	return printed{}, false
}

func near(a, b, most float64) bool { return a-b <= most && b-a <= most }

// stroke is a straight line on a page, mm from its top left corner.
type stroke struct {
	page           int
	x1, y1, x2, y2 float64
}

// face is a cut of the font.
type face int

const (
	regular face = iota
	bold
	italic
	boldItalic
)

// piece is a text as the file draws it: in one face and size, from x on its baseline.
type piece struct {
	text string
	page int
	face face
	pt   float64
	x, y float64
	red  bool
}

var (
	pageObject = regexp.MustCompile(`(?s)/Type /Page\n.*?/MediaBox \[0 0 [\d.]+ ([\d.]+)\].*?/Contents (\d+) 0 R`)
	fontObject = regexp.MustCompile(`(?m)^/(F\w+) (\d+) 0 R$`)
	drawing    = regexp.MustCompile(`(?s)BT /(F\w+) ([\d.]+) Tf ET|(?:q ([\d.]+ [\d.]+ [\d.]+) rg )?BT ([\d.]+) ([\d.]+) Td \(((?:\\.|[^\\)])*)\) Tj|([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l`)
	escaped    = regexp.MustCompile(`(?s)\\(.)`)
)

// drawn gives the texts and the straight lines of a file as its pages draw them. Texts that are turned stand where they
// would without the turn.
func drawn(t testing.TB, pdf []byte) (pieces []piece, strokes []stroke) {
	t.Helper()
	number := func(b []byte) float64 {
		v, err := strconv.ParseFloat(string(b), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	faceNames := map[string]face{}
	for _, m := range fontObject.FindAllSubmatch(pdf, -1) {
		object := objectOf(t, pdf, string(m[2]))
		for f, style := range []string{"", "B", "I", "BI"} {
			if bytes.Contains(object, []byte("/BaseFont /utf8"+family+style+"\n")) {
				faceNames[string(m[1])] = face(f)
			}
		}
	}
	for page, m := range pageObject.FindAllSubmatch(pdf, -1) {
		height := number(m[1])
		_, packed, _ := bytes.Cut(objectOf(t, pdf, string(m[2])), []byte("stream\n"))
		unpacked, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(unpacked)
		if err != nil {
			t.Fatal(err)
		}
		at := piece{page: page}
		for _, d := range drawing.FindAllSubmatch(content, -1) {
			switch {
			case d[1] != nil:
				at.face, at.pt = faceNames[string(d[1])], number(d[2])
			case d[4] != nil:
				at.text, at.x, at.y = utf16Text(d[6]), number(d[4])*form.MmPerPt, (height-number(d[5]))*form.MmPerPt
				at.red = string(d[3]) == "1.000 0.000 0.000"
				pieces = append(pieces, at)
			default:
				strokes = append(strokes, stroke{page, number(d[7]) * form.MmPerPt, (height - number(d[8])) * form.MmPerPt, number(d[9]) * form.MmPerPt, (height - number(d[10])) * form.MmPerPt})
			}
		}
	}
	return pieces, strokes
}

// objectOf gives the bytes of a numbered object of a file.
func objectOf(t testing.TB, pdf []byte, number string) []byte {
	t.Helper()
	_, object, ok := bytes.Cut(pdf, fmt.Appendf(nil, "\n%s 0 obj\n", number))
	if !ok {
		t.Fatalf("the file has no object %s", number)
	}
	object, _, _ = bytes.Cut(object, []byte("\nendobj\n"))
	return object
}

// utf16Text reads a string of a content stream.
func utf16Text(raw []byte) string {
	raw = escaped.ReplaceAllFunc(raw, func(pair []byte) []byte {
		if pair[1] == 'r' {
			return []byte{'\r'}
		}
		return pair[1:]
	})
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}
