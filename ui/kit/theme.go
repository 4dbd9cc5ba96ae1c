// Package kit holds the widgets that every screen is built from, drawn with one quiet look and usable
// without a mouse. It knows the desktop toolkit and nothing of the office.
package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the program. Every text colour has a contrast of at least 4.5:1 on the ground that it is
// used on, and TestTextColoursCanBeRead keeps it so.
var (
	Window       = rgb(0xF6F4F6) // ground of a screen
	Surface      = rgb(0xFFFFFF) // cards, bars, inputs
	HeaderGround = rgb(0xFAF9FA) // head of a table
	Hairline     = rgb(0xE3DEE4) // edges of cards and rows
	InputBorder  = rgb(0xCFC8D1) // edges of inputs and buttons
	TextColor    = rgb(0x1F1B20)
	Secondary    = rgb(0x6B636D)
	Disabled     = rgb(0xA39BA5)
	Accent       = rgb(0xA3195B) // the likeliest next act, focus, links
	AccentDown   = rgb(0x85124A) // the accent under the pointer
	Tint         = rgb(0xF9E6EF) // what is selected
	RailGround   = rgb(0x3B1631)
	RailSelected = rgb(0x552246)
	RailBar      = rgb(0xF08BB8)
	RailText     = rgb(0xF1E6EE)
	RailQuiet    = rgb(0xC9B3C3)
	Badge        = rgb(0xC4202C)
	Good         = rgb(0x1F7A4A)
	GoodBack     = rgb(0xE2F3E9)
	Care         = rgb(0x8A4207)
	CareBack     = rgb(0xFDEFDC)
	Late         = rgb(0x9C1B24)
	LateBack     = rgb(0xFBE3E4)
	Neutral      = rgb(0x4B444E)
	NeutralBack  = rgb(0xEDEAF0)

	hoverGround = color.NRGBA{R: 0x1F, G: 0x1B, B: 0x20, A: 0x0A}
	railHover   = rgb(0x481D3C)
	// noColor is white without weight: the graphics card blends a rectangle's edge with its fill, and black
	// without weight would darken it.
	noColor = color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF}
)

// Distances between the parts of a screen, at every text size.
const (
	Gap         float32 = 12 // between cards
	PagePadding float32 = 16 // around a page
)

// sizeFigure is a size that Fyne has no name for.
const sizeFigure fyne.ThemeSizeName = "cosohoi.figure"

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// Theme returns the look of the program. textScale multiplies every text and what is measured by text,
// such as the height of a row; 1 is the usual size. There is no dark variant.
func Theme(textScale float32) fyne.Theme {
	if textScale <= 0 {
		textScale = 1
	}
	return &look{Theme: theme.DefaultTheme(), scale: textScale}
}

// look takes fonts and icons from Fyne's own theme and the rest from the tokens above.
type look struct {
	fyne.Theme
	scale float32
}

func (l *look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameBackground:
		return Window
	case theme.ColorNameForeground:
		return TextColor
	case theme.ColorNamePlaceHolder:
		return Secondary
	case theme.ColorNameDisabled:
		return Disabled
	case theme.ColorNameDisabledButton:
		return NeutralBack
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return Accent
	case theme.ColorNameFocus:
		return color.NRGBA{R: Accent.R, G: Accent.G, B: Accent.B, A: 0x2A}
	case theme.ColorNameSelection:
		return Tint
	case theme.ColorNameHover:
		return hoverGround
	case theme.ColorNamePressed:
		return color.NRGBA{R: 0x1F, G: 0x1B, B: 0x20, A: 0x1E}
	case theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return Surface
	case theme.ColorNameInputBorder:
		return InputBorder
	case theme.ColorNameSeparator:
		return Hairline
	case theme.ColorNameHeaderBackground:
		return HeaderGround
	case theme.ColorNameScrollBar:
		return color.NRGBA{R: 0x6B, G: 0x63, B: 0x6D, A: 0x80}
	case theme.ColorNameScrollBarBackground:
		return noColor
	case theme.ColorNameShadow:
		return color.NRGBA{R: 0x3B, G: 0x16, B: 0x31, A: 0x1C}
	case theme.ColorNameError:
		return Late
	case theme.ColorNameSuccess:
		return Good
	case theme.ColorNameWarning:
		return Care
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return Surface
	}
	return l.Theme.Color(name, theme.VariantLight)
}

func (l *look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14 * l.scale
	case theme.SizeNameCaptionText:
		return 12 * l.scale
	case theme.SizeNameSubHeadingText:
		return 15 * l.scale
	case theme.SizeNameHeadingText:
		return 20 * l.scale
	case theme.SizeNameInlineIcon:
		return 18 * l.scale
	case theme.SizeNameInnerPadding:
		return 6 // with 14 point text: an input 31 high
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 6
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return 8
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameModalBlurRadius:
		return 0 // blurring a full window costs too much on a PC without a graphics card
	}
	return l.Theme.Size(name)
}

// sizeOf asks the current theme, except for what only this package knows.
func sizeOf(name fyne.ThemeSizeName) float32 {
	if name == sizeFigure {
		return 26 * TextScale()
	}
	return theme.Size(name)
}

func textSize() float32      { return theme.Size(theme.SizeNameText) }
func captionSize() float32   { return theme.Size(theme.SizeNameCaptionText) }
func rowHeight() float32     { return lineHeight(textSize()) + 12 }
func controlHeight() float32 { return lineHeight(textSize()) + 13 }

// TextScale is how much larger than usual the user wants texts, 1 for the usual size.
func TextScale() float32 { return textSize() / 14 }

// letterScale is how much wider letters are than in the usual size: more than TextScale where each is rounded up to a whole pixel.
func letterScale() float32 {
	const sample = "0123456789/ chưa phân công"
	return measure(sample, textSize(), fyne.TextStyle{}).Width / measure(sample, 14, fyne.TextStyle{}).Width
}
