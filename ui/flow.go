package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// wrapped lays objects out in lines that break at the width, so that filters need no more room than they take.
type wrapped struct{ width float32 }

const flowGap = 8

// flow puts objects in one line after the other, each as wide as it needs.
func flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapped{}, objects...)
}

// arrange tells the height at a width and, with put, places the objects.
func (w *wrapped) arrange(objects []fyne.CanvasObject, width float32, put bool) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	var inLine []fyne.CanvasObject
	end := func() { // centres a line, once its height is known
		for _, o := range inLine {
			if put {
				o.Move(fyne.NewPos(o.Position().X, y+(high-o.Size().Height)/2))
			}
		}
		inLine = inLine[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if x > 0 && x+least.Width > width+0.5 {
			end()
			x, y, high = 0, y+high+flowGap, 0
		}
		if put {
			o.Move(fyne.NewPos(x, y))
			o.Resize(least)
		}
		inLine = append(inLine, o)
		x += least.Width + flowGap
		high = max(high, least.Height)
	}
	end()
	return y + high
}

// Layout is Fyne's hook to place the objects.
func (w *wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.width = size.Width
	w.arrange(objects, size.Width, true)
}

// MinSize is Fyne's hook: the widest object, and the height at the width given last.
func (w *wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, w.arrange(objects, max(w.width, widest), false))
}
