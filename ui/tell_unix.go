//go:build !windows

package ui

// tell has nothing to add: the caller prints the sentence to the terminal or the journal of the desktop.
func tell(string) {}
