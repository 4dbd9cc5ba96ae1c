package app

import (
	"fmt"
	"strings"
)

// Percent gives a share with one decimal in Vietnamese writing: 23,2%; "—" when there is nothing to share.
func Percent(part, whole int) string {
	if whole == 0 {
		return "—"
	}
	return strings.Replace(fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole)), ".", ",", 1)
}
