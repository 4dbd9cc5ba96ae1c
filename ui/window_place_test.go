package ui

import (
	"image"
	"testing"
)

func TestWindowComesBackOntoTheScreen(t *testing.T) {
	screen := image.Rect(0, 0, 1366, 728) // 1366×768 less the task bar
	for _, c := range []struct {
		name       string
		left, want image.Rectangle
	}{
		{"where it was", image.Rect(100, 50, 1100, 650), image.Rect(100, 50, 1100, 650)},
		{"on a second screen to the right that is gone", image.Rect(1500, 50, 2500, 650), image.Rect(366, 50, 1366, 650)},
		{"on a second screen to the left that is gone", image.Rect(-1920, 0, -920, 600), image.Rect(0, 0, 1000, 600)},
		{"from a screen of 4K", image.Rect(200, 100, 3400, 2000), image.Rect(0, 0, 1366, 728)},
		{"title bar above the screen", image.Rect(10, -300, 810, 300), image.Rect(10, 0, 810, 600)},
	} {
		if got := within(screen, c.left); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWindowPlaceIsKept(t *testing.T) {
	p := windowPlace{image.Rect(-20, 10, 900, 700), true}
	if got, ok := readPlace(p.String()); !ok || got != p {
		t.Errorf("%v came back as %v, %t", p, got, ok)
	}
	for _, text := range []string{"", "1,2,3", "0,0,0,0,false", "a,b,c,d,e"} {
		if got, ok := readPlace(text); ok {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}
