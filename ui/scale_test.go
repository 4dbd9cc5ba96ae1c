package ui

import (
	"math"
	"testing"
)

func TestLargeScalesShrinkUntilTheWindowFits(t *testing.T) {
	for _, c := range []struct {
		chosen        float64
		width, height int
		want          float64 // the scale in the end
	}{
		{1, 1366, 728, 1},      // as usual
		{1.25, 1366, 728, 1.1}, // 1366 ÷ 1240 = 1.10
		{1.5, 1366, 728, 1.1},
		{1.5, 1920, 1040, 1.5}, // 1920 ÷ 1240 = 1.55
		{2, 1920, 1040, 1.5},
		{2, 3840, 2080, 2},    // 4K
		{1, 1024, 728, 0.8},   // 1024 ÷ 1240 = 0.83
		{1.5, 2560, 660, 1.2}, // 660 ÷ 530 = 1.25: a low screen
	} {
		got := c.chosen * fittingScale(c.chosen, c.width, c.height)
		if math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v on %d×%d gives %v, want %v", c.chosen, c.width, c.height, got, c.want)
		}
	}
}
