package app

import (
	"cosohoi/data/vietnamese"
)

// Percent gives a share with one decimal in Vietnamese writing: 23,2%; "—" when there is nothing to share.
func Percent(part, whole int) string {
	if whole == 0 {
		return "—"
	}
	return vietnamese.Decimal(100*float64(part)/float64(whole), 1) + "%"
}
