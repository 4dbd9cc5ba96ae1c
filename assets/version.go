package assets

// version is set when the program is built, from FyneApp.toml.
var version = "0.3.0"

// Version is the number of the program's version, such as "0.3.0".
func Version() string { return version }
