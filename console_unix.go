//go:build !windows

package main

// attachConsole has nothing to do where every program has the terminal that started it.
func attachConsole() {}

// leaveConsole has nothing to do either: the window may end with its terminal.
func leaveConsole() {}
