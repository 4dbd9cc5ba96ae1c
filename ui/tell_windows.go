package ui

import (
	"log/slog"

	"golang.org/x/sys/windows"
)

// tell says why there is no window in a box of the system, which needs no graphics card.
func tell(sentence string) {
	text, err := windows.UTF16PtrFromString(sentence)
	if err != nil {
		slog.Error("message", "text", sentence, "err", err)
		return
	}
	title, err := windows.UTF16PtrFromString("Cơ sở Hội")
	if err != nil {
		slog.Error("message", "text", sentence, "err", err)
		return
	}
	if _, err := windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND); err != nil {
		slog.Error("message", "text", sentence, "err", err)
	}
}
