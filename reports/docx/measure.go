package docx

import (
	"math"
	"strings"

	"cosohoi/reports/form"
)

// twips gives a length in mm in the unit of Word, 1/20 point.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }

// emus gives a length in mm in the unit of drawings.
func emus(mm float64) int { return int(math.Round(mm * 36000)) }

// ofPoints gives a length in points in twips.
func ofPoints(pt float64) int { return int(math.Round(pt * 20)) }

// halfPoints is how Word writes a size of type.
func halfPoints(pt float64) int { return int(math.Round(pt * 2)) }

// linesOf breaks a clean text as Word does, filling each line up to measure mm.
func linesOf(f form.Font, text string, measure float64) []string {
	var lines []string
	for _, forced := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Split(forced, " ") {
			switch {
			case line == "":
				line = word
			case f.Width(line+" "+word) <= measure:
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

// evenMeasure is the least measure in which a text takes no more lines than in the given one: in it the lines come out as even
// as they can be.
func evenMeasure(f form.Font, text string, measure float64) float64 {
	least := len(linesOf(f, text, measure))
	low, high := 0.0, measure
	for high-low > 0.25 {
		middle := (low + high) / 2
		tried := linesOf(f, text, middle)
		if len(tried) == least && widest(f, tried) <= middle {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

func widest(f form.Font, lines []string) float64 {
	widest := 0.0
	for _, line := range lines {
		widest = math.Max(widest, f.Width(line))
	}
	return widest
}
