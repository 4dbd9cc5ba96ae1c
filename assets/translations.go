package assets

import _ "embed"

// FyneVietnamese holds every text of the Fyne toolkit in Vietnamese, keyed as in its own translations.
//
//go:embed translations/fyne-vi.json
var FyneVietnamese []byte
