// The empty window is the floor of the benchmarks: what Fyne alone costs before the program adds anything. It has the
// size of the program's window and shows one rectangle, so that its first frame can be told from none.
package main

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
)

func main() {
	a := app.NewWithID("vn.org.hoilhpn.cosohoi.empty")
	w := a.NewWindow("empty")
	w.SetPadded(false)
	w.SetContent(canvas.NewRectangle(color.NRGBA{R: 0x3B, G: 0x16, B: 0x31, A: 0xFF})) // as the rail of the program
	w.Resize(fyne.NewSize(1350, 700))
	w.ShowAndRun()
}
