//go:build !windows

package ui

import "fyne.io/fyne/v2"

// settleNative has nothing to do: the desktop places its windows itself, and Fyne panics when there is none.
func settleNative(fyne.Window, fyne.Preferences) bool { return true }

// rememberPlace has nothing to do either.
func rememberPlace(fyne.Window, fyne.Preferences) {}

// graphicsCure says what to do when there is no OpenGL.
func graphicsCure() string { return "hãy cập nhật trình điều khiển màn hình." }

// fitScale has nothing to do: there Fyne takes the scale from the size of the screen.
func fitScale() {}
