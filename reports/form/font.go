package form

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

// Font is a cut of Times New Roman, which Mục I.2 asks for, in a size in points. It is measured and embedded as Liberation
// Serif, which has the same metrics and may be shipped.
type Font struct {
	Bold, Italic bool
	Pt           float64
}

// Regular is the upright cut of that size in points.
func Regular(pt float64) Font { return Font{Pt: pt} }

// Bold is the bold cut of that size in points.
func Bold(pt float64) Font { return Font{Bold: true, Pt: pt} }

// Italic is the italic cut of that size in points.
func Italic(pt float64) Font { return Font{Italic: true, Pt: pt} }

// cut is a file of the font with its advances, read when they are first asked for.
type cut struct {
	file     []byte
	advances func() *Advances
}

func cutOf(file []byte) cut {
	return cut{file, sync.OnceValue(func() *Advances { return readAdvances(file) })}
}

// cuts are the files: upright, bold, italic, both.
var cuts = [4]cut{
	cutOf(liberationserifregular.TTF), cutOf(liberationserifbold.TTF), cutOf(liberationserifitalic.TTF), cutOf(liberationserifbolditalic.TTF),
}

func (f Font) cut() *cut {
	i := 0
	if f.Bold {
		i++
	}
	if f.Italic {
		i += 2
	}
	return &cuts[i]
}

// File is the TrueType file of the cut. It must not be changed.
func (f Font) File() []byte { return f.cut().file }

// Advances are those of the cut.
func (f Font) Advances() *Advances { return f.cut().advances() }

// UnitsPerEm is the unit of an advance.
const UnitsPerEm = 2048

// Advances holds the advance of every character up to U+FFFF.
type Advances [0x10000]uint16

// absent marks a character without a glyph.
const absent = 0xffff

// Of gives the advance of a character; one without a glyph takes half an em, about what the font that stands in for it
// would give.
func (a *Advances) Of(r rune) (units int, drawn bool) {
	if units := a[r&0xffff]; units != absent {
		return int(units), true
	}
	return UnitsPerEm / 2, false
}

func readAdvances(file []byte) *Advances {
	parsed, err := sfnt.Parse(file)
	if err != nil {
		panic("form: the built-in font is damaged: " + err.Error()) // cannot happen: it is part of the program
	}
	var buf sfnt.Buffer
	table := new(Advances)
	for r := range table {
		table[r] = absent
		if glyph, err := parsed.GlyphIndex(&buf, rune(r)); err == nil && glyph != 0 {
			if advance, err := parsed.GlyphAdvance(&buf, glyph, fixed.I(UnitsPerEm), xfont.HintingNone); err == nil {
				table[r] = uint16(advance.Round())
			}
		}
	}
	return table
}

// Width measures a clean text in millimetres, as Word does.
func (f Font) Width(text string) float64 {
	table, sum := f.Advances(), 0
	for _, r := range text {
		units, _ := table.Of(r)
		sum += units
	}
	return float64(sum) / UnitsPerEm * f.Pt * MmPerPt
}
