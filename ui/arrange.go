package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/ui/kit"
)

// sideBySide lays the objects that are shown out from left to right at the full height; width 0 shares what is left.
type sideBySide struct {
	widths []float32
	least  float32 // of a growing one at the usual size of texts, before the broad ones of a fixed width give way
}

// columns places objects side by side with the gap of the program between them. A width of 0 takes a share
// of what the others leave.
func columns(widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return roomy(leastGrowing, widths, objects...)
}

// roomy is columns whose growing objects need a width of their own.
func roomy(least float32, widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sideBySide{widths, least}, objects...)
}

// In a narrow window broad columns of a fixed width give way, down to this part of it, until the growing ones have what a list needs.
const (
	leastGrowing = 320
	broad        = 240
	givesWay     = 0.79
)

// fixed is the width of a column that does not grow; a broad one holds text and follows its size.
func (s *sideBySide) fixed(i int, factor float32) float32 {
	if s.widths[i] >= broad {
		return s.widths[i] * kit.TextScale() * factor
	}
	return s.widths[i]
}

// shrunk is the factor by which the broad columns give way at a width.
func (s *sideBySide) shrunk(objects []fyne.CanvasObject, width float32) float32 {
	spare, wide, growing := width+kit.Gap, float32(0), 0
	for i, w := range s.widths {
		switch {
		case !objects[i].Visible():
			continue
		case w == 0:
			growing++
		case w >= broad:
			wide += s.fixed(i, 1)
		}
		spare -= s.fixed(i, 1) + kit.Gap
	}
	if growing == 0 || wide == 0 {
		return 1
	}
	return min(1, max(givesWay, 1-(s.least*kit.TextScale()*float32(growing)-spare)/wide))
}

// Layout is Fyne's hook to place the objects.
func (s *sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	factor := s.shrunk(objects, size.Width)
	spare, growing := size.Width+kit.Gap, 0
	for i, w := range s.widths {
		if !objects[i].Visible() {
			continue
		}
		spare -= s.fixed(i, factor) + kit.Gap
		if w == 0 {
			growing++
		}
	}
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		w := s.fixed(i, factor)
		if w == 0 {
			w = spare / float32(growing)
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + kit.Gap
	}
}

// MinSize is Fyne's hook: the fixed widths, and what the growing ones need.
func (s *sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(kit.Gap*float32(len(objects)-1), 0)
	for i, o := range objects {
		least := o.MinSize()
		size.Width += max(s.widths[i], min(least.Width, 240))
		size.Height = max(size.Height, min(least.Height, 200))
	}
	return size
}

// stacked lays objects out from top to bottom at the full width; the one that grows takes the spare height.
type stacked struct {
	grow int
	gap  float32
}

// below stacks objects with a gap between them; grow is the index of the one that takes the spare height,
// -1 for none.
func below(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stacked{grow, gap}, objects...)
}

// Layout is Fyne's hook to place the objects.
func (s *stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	heights := make([]float32, len(objects))
	spare := size.Height + s.gap
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i != s.grow {
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height)) // paragraphs break anew
			heights[i] = o.MinSize().Height
		}
		spare -= heights[i] + s.gap
	}
	y := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i == s.grow {
			heights[i] = max(spare, 0)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, heights[i]))
		y += heights[i] + s.gap
	}
}

// MinSize is Fyne's hook.
func (s *stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if i == s.grow {
			least.Height = min(least.Height, 100)
		}
		size.Height += least.Height + s.gap
	}
	size.Height -= s.gap
	return size
}

// inLine lays objects out from left to right at their own sizes, centred on the line; the one that grows takes
// the spare width.
type inLine struct {
	grow int
	gap  float32
}

// line puts objects into one line; grow is the index of the one that takes the spare width, -1 for none.
func line(grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&inLine{grow, 8}, objects...)
}

// Layout is Fyne's hook to place the objects.
func (s *inLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := size.Width + s.gap
	for i, o := range objects {
		if o.Visible() && i != s.grow {
			spare -= o.MinSize().Width + s.gap
		}
	}
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if i == s.grow {
			least.Width = max(spare-s.gap, 0)
		}
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		o.Resize(least)
		x += least.Width + s.gap
	}
}

// MinSize is Fyne's hook. The growing object may shrink to nothing.
func (s *inLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if i == s.grow {
			least.Width = min(least.Width, 60)
		}
		size.Width += least.Width + s.gap
		size.Height = max(size.Height, least.Height)
	}
	size.Width -= s.gap
	return size
}

// spacer is an object that only takes room in a line.
func spacer() fyne.CanvasObject { return container.NewWithoutLayout() }

// padded keeps the padding of a page around an object.
func padded(o fyne.CanvasObject, top, right, bottom, left float32) fyne.CanvasObject {
	return container.New(&margins{top, right, bottom, left}, o)
}

type margins struct{ top, right, bottom, left float32 }

// Layout is Fyne's hook to place the object.
func (m *margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(m.left, m.top))
		o.Resize(fyne.NewSize(max(size.Width-m.left-m.right, 0), max(size.Height-m.top-m.bottom, 0)))
	}
}

// MinSize is Fyne's hook.
func (m *margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(m.left+m.right, m.top+m.bottom)
}

// page is the usual shape of a screen: title, remark, actions at the right, and what is below.
func page(title string, remark fyne.CanvasObject, actions []fyne.CanvasObject, body fyne.CanvasObject) fyne.CanvasObject {
	head := append([]fyne.CanvasObject{kit.Title(title), remark}, actions...)
	return padded(below(kit.Gap, 1, line(1, head...), body), 14, kit.PagePadding, 14, kit.PagePadding)
}

// fixed gives an object a width of its own.
func fixed(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixedWidth{width}, o)
}

// scrolled lets a record that is higher than its card be scrolled.
func scrolled(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(padded(o, 0, 10, 0, 0))
}

// tall gives an object a height of its own.
func tall(height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixedHeight{height}, o)
}

type fixedHeight struct{ height float32 }

// Layout is Fyne's hook.
func (f *fixedHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, size.Height))
}

// MinSize is Fyne's hook.
func (f *fixedHeight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, f.height)
}

// labelled puts a caption over an input.
func labelled(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	return below(3, -1, kit.Caption(caption).Shrinking(), o)
}
