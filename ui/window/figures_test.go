//go:build window

package window

import (
	"fmt"
	"image"
	"testing"
)

// TestTypingFigures types a column of numbers, then kills the program with a number half typed: all that were left with
// Enter are there, the one being typed is not.
func TestTypingFigures(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	p := openProgram(t, h, database)
	p.openFigures()
	p.click(477, 279) // the first number of the first commune
	const typed = 5
	for i := range typed {
		p.typeText(fmt.Sprint(200 + i))
		p.key("Return")
	}
	figures := func() map[string]bool {
		stored := map[string]bool{}
		for _, row := range records(t, h.job(t, database, "figures", "--period", "2026-6m", "--csv")) {
			if row["level"] == "base" {
				stored[row["A1"]] = true
			}
		}
		return stored
	}
	p.until("the last number to be stored", func() bool { return figures()[fmt.Sprint(200+typed-1)] })
	p.typeText("999")
	p.kill()

	h.job(t, database, "check")
	stored := figures()
	for i := range typed {
		if number := fmt.Sprint(200 + i); !stored[number] {
			t.Errorf("%s was typed and left with Enter, and is not stored", number)
		}
	}
	if stored["999"] {
		t.Error("a number that was never left is stored")
	}
}

// openFigures shows the screen with the figures of the period, which take a while to count.
func (p *program) openFigures() {
	p.t.Helper()
	p.key("ctrl+6")
	p.until("the figures", func() bool { return p.ink(image.Rect(440, 260, 1030, 700)) > 2000 })
	p.rest()
}
