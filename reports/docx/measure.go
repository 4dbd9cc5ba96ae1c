package docx

import (
	"math"
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

const (
	mmPerPt = 25.4 / 72
	// singleLine and baselineDrop are metrics of Times New Roman in units of its size: the height of a single-spaced line
	// and the depth of the baseline under its top.
	singleLine   = 1.1499
	baselineDrop = 0.9336
)

// twips gives a length in mm in the unit of Word, 1/20 point.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }

// emus gives a length in mm in the unit of drawings.
func emus(mm float64) int { return int(math.Round(mm * 36000)) }

// ofPoints gives a length in points in twips.
func ofPoints(pt float64) int { return int(math.Round(pt * 20)) }

// halfPoints is how Word writes a size of type.
func halfPoints(pt float64) int { return int(math.Round(pt * 2)) }

// face says how a text is set, for measuring it.
type face struct {
	bold, italic bool
	pt           float64
}

// advances holds the advance of every character up to U+FFFF in units of the em; a character that the font lacks takes
// half an em, about what the font that stands in for it would give.
type advances [0x10000]uint16

// serif holds the metrics of Liberation Serif, which are those of Times New Roman, by bold and italic.
var serif = [2][2]func() *advances{
	{advancesOf(liberationserifregular.TTF), advancesOf(liberationserifitalic.TTF)},
	{advancesOf(liberationserifbold.TTF), advancesOf(liberationserifbolditalic.TTF)},
}

const unitsPerEm = 2048

func advancesOf(file []byte) func() *advances {
	return sync.OnceValue(func() *advances {
		parsed, err := sfnt.Parse(file)
		if err != nil {
			panic("docx: the built-in font is damaged: " + err.Error()) // cannot happen: it is part of the program
		}
		var buf sfnt.Buffer
		table := new(advances)
		for r := range table {
			table[r] = unitsPerEm / 2
			if glyph, err := parsed.GlyphIndex(&buf, rune(r)); err == nil && glyph != 0 {
				if advance, err := parsed.GlyphAdvance(&buf, glyph, fixed.I(unitsPerEm), xfont.HintingNone); err == nil {
					table[r] = uint16(advance.Round())
				}
			}
		}
		return table
	})
}

// width measures a clean text in mm.
func (f face) width(s string) float64 {
	bold, italic := 0, 0
	if f.bold {
		bold = 1
	}
	if f.italic {
		italic = 1
	}
	table := serif[bold][italic]()
	units := 0
	for _, r := range s {
		units += int(table[r&0xffff])
	}
	return float64(units) / unitsPerEm * f.pt * mmPerPt
}

// lines breaks a clean text as Word does, filling each line up to measure mm.
func (f face) lines(text string, measure float64) []string {
	var lines []string
	for _, forced := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Split(forced, " ") {
			switch {
			case line == "":
				line = word
			case f.width(line+" "+word) <= measure:
				line += " " + word
			default:
				lines = append(lines, line)
				line = word
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// evenly is the least measure in which a text takes no more lines than in the given one: in it the lines come out as even
// as they can be.
func (f face) evenly(text string, measure float64) float64 {
	least := len(f.lines(text, measure))
	low, high := 0.0, measure
	for high-low > 0.25 {
		middle := (low + high) / 2
		tried := f.lines(text, middle)
		if len(tried) == least && f.widest(tried) <= middle {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

func (f face) widest(lines []string) float64 {
	widest := 0.0
	for _, line := range lines {
		widest = math.Max(widest, f.width(line))
	}
	return widest
}
