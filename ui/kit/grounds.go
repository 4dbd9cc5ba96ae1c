package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Grounds is a window without its content: what is shown until the content is there. With rail the place of the
// rail is dark.
func Grounds(rail bool) fyne.CanvasObject {
	ground := canvas.NewRectangle(Window)
	if !rail {
		return ground
	}
	side := canvas.NewRectangle(RailGround)
	return container.NewStack(ground, newSpot(func(size fyne.Size) { place(side, 0, 0, 184, size.Height) }, side))
}
