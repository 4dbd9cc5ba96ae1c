package assets

// version is the one place of the number; the makefile, the resources of the Windows program and the installer take it from here.
// FyneApp.toml repeats it for the packages of Fyne.
var version = "0.4.0"

// Version is the number of the program's version, such as "0.4.0".
func Version() string { return version }
