package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"cosohoi/ui/kit"
)

// seen is a text and the part of it that can be seen, in the window.
type seen struct {
	text       string
	x, y, w, h float32 // of the letters
}

// seenTexts collects what can be read, cut to the scrolled part that shows it.
func seenTexts(o fyne.CanvasObject) []seen {
	var found []seen
	type area struct{ x1, y1, x2, y2 float32 }
	var walk func(o fyne.CanvasObject, at fyne.Position, clip area)
	walk = func(o fyne.CanvasObject, at fyne.Position, clip area) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		switch v := o.(type) {
		case *canvas.Text:
			if strings.TrimSpace(v.Text) == "" {
				return
			}
			size := fyne.MeasureText(v.Text, v.TextSize, v.TextStyle)
			x := at.X
			switch v.Alignment {
			case fyne.TextAlignTrailing:
				x += v.Size().Width - size.Width
			case fyne.TextAlignCenter:
				x += (v.Size().Width - size.Width) / 2
			}
			y := at.Y + (v.Size().Height-size.Height)/2
			x1, y1, x2, y2 := max(x, clip.x1), max(y, clip.y1), min(x+size.Width, clip.x2), min(y+size.Height, clip.y2)
			if x2 > x1 && y2 > y1 {
				found = append(found, seen{v.Text, x1, y1, x2 - x1, y2 - y1})
			}
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child, at, clip)
			}
		case fyne.Widget:
			_, scrolls := v.(fyne.Scrollable) // Fyne cuts what such a widget holds at its edge
			if _, cuts := v.(*container.Clip); cuts || scrolls {
				clip = area{max(clip.x1, at.X), max(clip.y1, at.Y), min(clip.x2, at.X+v.Size().Width), min(clip.y2, at.Y+v.Size().Height)}
			}
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child, at, clip)
			}
		}
	}
	walk(o, fyne.Position{}, area{-1e4, -1e4, 1e4, 1e4})
	return found
}

// tabsIn are the tabs in an object, outermost first.
func tabsIn(o fyne.CanvasObject) []*kit.Tabs {
	var found []*kit.Tabs
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch v := o.(type) {
		case *kit.Tabs:
			found = append(found, v)
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		}
	}
	walk(o)
	return found
}

// throughLeaves turns every leaf of every set of tabs on the screen in view, and of those that these hold, and looks at each.
func throughLeaves(s *shell, name string, look func(name string)) {
	var through func(name string, depth int)
	through = func(name string, depth int) {
		sets := tabsIn(s.body)
		if depth >= len(sets) {
			look(name)
			return
		}
		set := sets[depth]
		count := set.Count()
		for i := range count {
			set.Select(i)
			if set.OnChanged != nil {
				set.OnChanged(i)
			}
			through(fmt.Sprintf("%s-%d", name, i), depth+1)
		}
		set.Select(0)
		if set.OnChanged != nil {
			set.OnChanged(0)
		}
	}
	through(name, 0)
}

// cutFigure is a date or a figure of which the end is missing, so that it says something else.
var cutFigure = regexp.MustCompile(`^(đạt )?[\d./:, ]+(%|\([\d,%]*)?…$`)

// TestTextsKeepClear: no date or figure is cut, and at every size of the window that an office has, no text lies over another or over the edge of the window, on any
// screen or leaf.
func TestTextsKeepClear(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height float32
		text          float32
	}{
		{"1366×768", 1366, 768, 1},
		{"1366×768, large text", 1366, 768, 1.08},
		{"1920×1080 at 150 %", 1280, 720, 1},
		{"narrow", 1180, 700, 1},
	} {
		t.Run(size.name, func(t *testing.T) {
			s := openShell(t)
			test.ApplyTheme(t, kit.Theme(size.text))
			s.win.Resize(fyne.NewSize(size.width, size.height))
			for _, id := range s.order {
				visit[id](s)
				throughLeaves(s, id, func(name string) {
					all := seenTexts(s.win.Content())
					for i, a := range all {
						if cutFigure.MatchString(a.text) && size.width > leastWidth {
							t.Errorf("%s: %q is cut", name, a.text)
						}
						if a.x < -0.5 || a.x+a.w > size.width+0.5 || a.y+a.h > size.height+0.5 {
							t.Errorf("%s: %q reaches to %.0f, %.0f", name, a.text, a.x+a.w, a.y+a.h)
						}
						for _, b := range all[i+1:] {
							over := fyne.NewSize(min(a.x+a.w, b.x+b.w)-max(a.x, b.x), min(a.y+a.h, b.y+b.h)-max(a.y, b.y))
							if over.Width > 1 && over.Height > 3 { // lines of a paragraph touch
								t.Errorf("%s: %q and %q lie over each other by %.0f×%.0f at %.0f, %.0f", name, a.text, b.text, over.Width, over.Height, a.x, a.y)
							}
						}
					}
				})
			}
		})
	}
}
