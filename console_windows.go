package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// attachToParent is ATTACH_PARENT_PROCESS, the console of the program that started this one.
const attachToParent = ^uintptr(0)

var (
	kernel32          = windows.NewLazySystemDLL("kernel32.dll")
	procAttachConsole = kernel32.NewProc("AttachConsole")
	procFreeConsole   = kernel32.NewProc("FreeConsole")
)

// attachConsole lets the jobs of the windowed program print to the console that started them. Windows gives
// such a program none; what is sent to a file or to another program stays as it is.
func attachConsole() {
	if usable(os.Stdout) && usable(os.Stderr) {
		return
	}
	if attached, _, _ := procAttachConsole.Call(attachToParent); attached == 0 {
		return
	}
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return
	}
	if !usable(os.Stdout) {
		os.Stdout = console
	}
	if !usable(os.Stderr) {
		os.Stderr = console
	}
}

// usable tells whether what is written to the file arrives somewhere.
func usable(f *os.File) bool {
	kind, err := windows.GetFileType(windows.Handle(f.Fd()))
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// leaveConsole lets the window outlive the console that started it.
func leaveConsole() { _, _, _ = procFreeConsole.Call() }
