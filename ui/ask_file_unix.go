//go:build !windows

package ui

// askFile has no dialog of the system to open; the program's own forms ask.
func (s *shell) askFile(fileQuestion, func(path string)) bool { return false }
