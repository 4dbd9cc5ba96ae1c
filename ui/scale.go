package ui

import "math"

// The smallest window, with its frame, in which nothing on the screens is cut short that matters, at 100 %.
const (
	leastWidth  = 1240
	leastHeight = 530
)

// fittingScale is the share of the scale that the user chose in Windows, such as 1.5, at which the smallest window still fits on a
// screen of so many pixels. Fyne rounds the scale to tenths.
func fittingScale(chosen float64, width, height int) float64 {
	fits := min(chosen, float64(width)/leastWidth, float64(height)/leastHeight)
	if fits >= chosen {
		return 1
	}
	return math.Floor(fits*10) / 10 / chosen
}
