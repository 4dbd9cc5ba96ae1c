package ui

import (
	"fmt"
	"image"
)

// windowPlace is where a window lies when it is neither minimized nor maximized, in pixels of the whole desktop.
type windowPlace struct {
	area      image.Rectangle
	maximized bool
}

// String is the form kept in the preferences.
func (p windowPlace) String() string {
	return fmt.Sprintf("%d,%d,%d,%d,%t", p.area.Min.X, p.area.Min.Y, p.area.Max.X, p.area.Max.Y, p.maximized)
}

// readPlace reads the form kept in the preferences; false when there is none, or nothing that a window could have.
func readPlace(text string) (windowPlace, bool) {
	var p windowPlace
	n, err := fmt.Sscanf(text, "%d,%d,%d,%d,%t", &p.area.Min.X, &p.area.Min.Y, &p.area.Max.X, &p.area.Max.Y, &p.maximized)
	return p, err == nil && n == 5 && !p.area.Empty()
}

// within moves and shrinks an area until it lies on a screen: the one it was on may be gone, or smaller now.
func within(screen, area image.Rectangle) image.Rectangle {
	size := image.Pt(min(area.Dx(), screen.Dx()), min(area.Dy(), screen.Dy()))
	corner := image.Pt(
		min(max(area.Min.X, screen.Min.X), screen.Max.X-size.X),
		min(max(area.Min.Y, screen.Min.Y), screen.Max.Y-size.Y))
	return image.Rectangle{corner, corner.Add(size)}
}
