// Package window drives the built program in a real window under Xvfb: what staff do with keyboard and mouse on an
// ordinary day, what they see, and how fast it comes. It needs the build tag "window" and these variables:
//
//	COSOHOI      the built program
//	SCREENSHOTS  a folder, for TestScreenshots
//	EMPTY        the built ui/window/empty, for the benchmarks (build tag "bench")
//
// Nothing here waits a fixed time: every wait polls the screen, the process or the database until a deadline, and
// leaves a picture of the screen in testdata/failed when it runs out.
package window
