package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// FollowFocus lets a scroll view bring the input that gets the focus into sight, as with the Tab key.
func FollowFocus(scroll *container.Scroll) *container.Scroll {
	for _, inside := range focusables(scroll.Content) {
		w, ok := inside.(interface{ watchFocus(func(bool)) })
		if !ok {
			continue
		}
		o := inside.(fyne.CanvasObject)
		w.watchFocus(func(gained bool) {
			if gained {
				reveal(scroll, o)
			}
		})
	}
	return scroll
}

// reveal scrolls as little as needed to have an object inside in sight, with its caption above.
func reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	above, below := top-30, top+o.Size().Height+8
	switch view := scroll.Size().Height; {
	case view <= 0:
	case above < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, max(above, 0)))
	case below > scroll.Offset.Y+view:
		scroll.ScrollToOffset(fyne.NewPos(0, below-view))
	}
}
