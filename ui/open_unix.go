//go:build !windows

package ui

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
)

// errNoViewer tells that the system knows no program for the file.
var errNoViewer = errors.New("no program opens this file")

// openFile opens a file in the system's program for it.
func openFile(_ context.Context, path string) error {
	name := "xdg-open"
	if runtime.GOOS == "darwin" {
		name = "open"
	}
	found, err := exec.LookPath(name)
	if err != nil {
		return errNoViewer
	}
	if err := exec.Command(found, path).Run(); err != nil {
		return fmt.Errorf("%s %s: %w: %w", name, path, errNoViewer, err)
	}
	return nil
}
