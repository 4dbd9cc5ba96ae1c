package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A focused widget receives every key and, when it takes shortcuts at all, every shortcut: what it does not
// want is lost in Fyne. The widgets of this package hand such keys on, to the form or list in front when
// there is one, otherwise to the window.

// keyHost is what lies in front of the window and takes the keys that the focused widget does not want.
type keyHost interface {
	hostKey(from fyne.CanvasObject, e *fyne.KeyEvent) bool
	hostShortcut(s fyne.Shortcut) bool
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if app := fyne.CurrentApp(); app != nil {
		return app.Driver().CanvasForObject(o)
	}
	return nil
}

func hostOf(c fyne.Canvas) keyHost {
	if c == nil {
		return nil
	}
	host, _ := c.Overlays().Top().(keyHost)
	return host
}

// passKey hands on a key that the focused widget from does not want.
func passKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	hush()
	c := canvasOf(from)
	if c == nil {
		return
	}
	if host := hostOf(c); host != nil {
		host.hostKey(from, e)
		return
	}
	if typed := c.OnTypedKey(); typed != nil && c.Overlays().Top() == nil {
		typed(e)
	}
}

// passShortcut hands on a shortcut that the focused widget from does not want.
func passShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	hush()
	c := canvasOf(from)
	if c == nil {
		return
	}
	if host := hostOf(c); host != nil {
		host.hostShortcut(s)
		return
	}
	for _, b := range bound[c] {
		if isShortcut(s, b.keys) {
			b.run()
			return
		}
	}
	if window, ok := c.(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// bound holds what Bind was told, for each window. Only the window's goroutine uses it.
var bound = map[fyne.Canvas][]binding{}

type binding struct {
	keys string
	run  func()
}

// Bind runs a function when keys ("Ctrl+N", "Ctrl+Shift+P", "Alt+Left", "F2", "Escape") are pressed in the
// window, whichever widget has the focus. While a form, a dialog or an open list is in front, the keys are
// its own and the function does not run.
func Bind(win fyne.Window, keys string, run func()) {
	c := win.Canvas()
	name, modifier := parseKeys(keys)
	if modifier == 0 {
		before := c.OnTypedKey()
		c.SetOnTypedKey(func(e *fyne.KeyEvent) {
			hush()
			switch {
			case c.Overlays().Top() != nil:
				if host := hostOf(c); host != nil {
					host.hostKey(nil, e)
				}
			case e.Name == name:
				run()
			case before != nil:
				before(e)
			}
		})
		return
	}
	bound[c] = append(bound[c], binding{keys, run})
	shortcut := &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
	// Fyne comes here when nothing that takes shortcuts has the focus.
	c.AddShortcut(shortcut, func(s fyne.Shortcut) {
		hush()
		if c.Overlays().Top() != nil {
			if host := hostOf(c); host != nil {
				host.hostShortcut(shortcut)
			}
			return
		}
		run()
	})
}

// parseKeys reads "Ctrl+Shift+N". A programmer writes it, so anything unknown is taken as the name of a key.
func parseKeys(keys string) (fyne.KeyName, fyne.KeyModifier) {
	var modifier fyne.KeyModifier
	parts := strings.Split(keys, "+")
	for _, part := range parts[:len(parts)-1] {
		switch part {
		case "Ctrl":
			modifier |= fyne.KeyModifierShortcutDefault
		case "Shift":
			modifier |= fyne.KeyModifierShift
		case "Alt":
			modifier |= fyne.KeyModifierAlt
		}
	}
	name := parts[len(parts)-1]
	switch name {
	case "Enter":
		return fyne.KeyReturn, modifier
	case "Esc":
		return fyne.KeyEscape, modifier
	}
	return fyne.KeyName(name), modifier
}

// isShortcut tells whether s is the given keys.
func isShortcut(s fyne.Shortcut, keys string) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	name, modifier := parseKeys(keys)
	got := custom.KeyName
	if got == fyne.KeyEnter {
		got = fyne.KeyReturn
	}
	return got == name && custom.Modifier == modifier
}

// focusOn gives the focus to o when it is on a canvas.
func focusOn(o fyne.Focusable) {
	if c := canvasOf(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// focusables lists what can have the focus inside o, in the order of the Tab key.
func focusables(o fyne.CanvasObject) []fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return nil
		}
		return []fyne.Focusable{f}
	}
	var found []fyne.Focusable
	for _, child := range childrenOf(o) {
		found = append(found, focusables(child)...)
	}
	return found
}
