package ui

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
)

// errNoViewer tells that the system knows no program for the file.
var errNoViewer = errors.New("no program opens this file")

// openFile opens a file in the system's program for it. ShellExecute takes the path as it is, with
// Vietnamese letters, and starts nothing that an antivirus program would stop.
func openFile(_ context.Context, path string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return fmt.Errorf("open %s: %w: %w", path, errNoViewer, err)
	}
	return nil
}
