package kit

import (
	"fyne.io/fyne/v2/lang"

	"cosohoi/assets"
)

// InstallVietnamese makes Fyne's own menus and dialogs speak Vietnamese, whatever the language of the PC. It is
// called once, before the first window.
func InstallVietnamese() error {
	// Fyne picks translations by the PC's language, so ours is given as the one of that language.
	return lang.AddTranslationsForLocale(assets.FyneVietnamese, lang.SystemLocale())
}
