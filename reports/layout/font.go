package layout

import (
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is one of the four cuts of Liberation Serif, which has the metrics of Times New Roman (Mục I.2 asks for that
// font; this one may be embedded and shipped).
type face uint8

const (
	regular face = iota
	bold
	italic
	boldItalic
	faces
)

func faceOf(isBold, isItalic bool) face {
	f := regular
	if isBold {
		f |= bold
	}
	if isItalic {
		f |= italic
	}
	return f
}

// gofpdfStyle is how gofpdf names each face.
var gofpdfStyle = [faces]string{"", "B", "I", "BI"}

var fontFiles = [faces][]byte{
	liberationserifregular.TTF, liberationserifbold.TTF, liberationserifitalic.TTF, liberationserifbolditalic.TTF,
}

// font is a face in a size in points.
type font struct {
	face face
	pt   float64
}

// absent marks a character without a glyph in a table of advances.
const absent = 0xffff

// advances holds the advance of every character up to U+FFFF in 1/1000 em, rounded as gofpdf writes it to the file:
// readers place glyphs by these numbers, so lines must be measured with them.
type advances [0x10000]uint16

var advanceTables = [faces]func() *advances{
	sync.OnceValue(func() *advances { return readAdvances(regular) }),
	sync.OnceValue(func() *advances { return readAdvances(bold) }),
	sync.OnceValue(func() *advances { return readAdvances(italic) }),
	sync.OnceValue(func() *advances { return readAdvances(boldItalic) }),
}

func readAdvances(f face) *advances {
	parsed, err := sfnt.Parse(fontFiles[f])
	if err != nil {
		panic("layout: the built-in font is damaged: " + err.Error()) // cannot happen: it is part of the program
	}
	var buf sfnt.Buffer
	em := int(parsed.UnitsPerEm())
	table := new(advances)
	for r := range table {
		table[r] = absent
		glyph, err := parsed.GlyphIndex(&buf, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		units, err := parsed.GlyphAdvance(&buf, glyph, fixed.I(em), xfont.HintingNone)
		if err != nil {
			continue
		}
		table[r] = uint16((units.Round()*1000 + em/2) / em)
	}
	return table
}

// absentAdvance is what a character without a glyph takes, in 1/1000 em.
const absentAdvance = 500

// measure gives the width of a clean text in millimetres and notes characters without a glyph.
func (t *typesetter) measure(s string, f font) float64 {
	table := advanceTables[f.face]()
	sum := 0
	for _, r := range s {
		a := table[r&0xffff]
		if a == absent {
			if t.missing != nil {
				t.missing[r] = true
			}
			a = absentAdvance
		}
		sum += int(a)
	}
	return float64(sum) * f.pt * (mmPerPt / 1000)
}
