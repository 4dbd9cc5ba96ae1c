package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newSpot is a container whose objects are placed by a function; it asks for no size of its own.
func newSpot(arrange func(fyne.Size), objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&arranger{arrange: arrange}, objects...)
}

// newSized is a spot that asks for the size that a function tells.
func newSized(arrange func(fyne.Size), size func() fyne.Size, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&arranger{arrange: arrange, size: size}, objects...)
}

type arranger struct {
	arrange func(fyne.Size)
	size    func() fyne.Size
}

func (a *arranger) Layout(_ []fyne.CanvasObject, size fyne.Size) { a.arrange(size) }

func (a *arranger) MinSize([]fyne.CanvasObject) fyne.Size {
	if a.size == nil {
		return fyne.Size{}
	}
	return a.size()
}

// childrenOf returns what lies directly inside o.
func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case interface{ inner() []fyne.CanvasObject }:
		return o.inner()
	}
	return nil
}
