package assets

import _ "embed"

// Icon is the picture of the program as SVG.
//
//go:embed pictures/icon.svg
var Icon []byte
