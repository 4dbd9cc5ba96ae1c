package ui

import "golang.org/x/sys/windows"

// Messages and keys of Windows.
const (
	wmKeyDown = 0x0100
	wmKeyUp   = 0x0101
	wmChar    = 0x0102
	vkBack    = 0x08
	vkPacket  = 0xE7 // stands for a character that a program types
)

// How Windows describes the Backspace key going down and up: once, scan code 0x0E.
const (
	backDown = 1 | 0x0E<<16
	backUp   = backDown | 0xC000_0000
)

// windowProcedure is GWLP_WNDPROC, -4.
const windowProcedure = ^uintptr(3)

var (
	user32               = windows.NewLazySystemDLL("user32.dll")
	procCallWindowProc   = user32.NewProc("CallWindowProcW")
	procSetWindowLongPtr = user32.NewProc("SetWindowLongPtrW")
)

// takeTypedBackspace has a window take a Backspace that arrives as a character for the key. Programs for typing Vietnamese
// (UniKey, EVKey) take letters back and write them anew; some send both as characters, of which GLFW drops the
// Backspace: "aa" then gives "aâ". To be called once, on the window's goroutine.
func takeTypedBackspace(window uintptr) {
	var before uintptr
	byKey := false // the next character 8 is the one that the key itself makes
	call := func(window, message, w, l uintptr) uintptr {
		result, _, _ := procCallWindowProc.Call(before, window, message, w, l)
		return result
	}
	hook := windows.NewCallback(func(window, message, w, l uintptr) uintptr {
		switch message {
		case wmKeyDown, wmKeyUp:
			if w == vkPacket {
				return 0 // its character follows; its scan code may be that of any key
			}
			if message == wmKeyDown {
				byKey = w == vkBack
			}
		case wmChar:
			typed := w == vkBack && !byKey
			byKey = false
			if typed {
				call(window, wmKeyDown, vkBack, backDown)
				call(window, wmKeyUp, vkBack, backUp)
				return 0
			}
		}
		return call(window, message, w, l)
	})
	before, _, _ = procSetWindowLongPtr.Call(window, windowProcedure, hook)
}
