package app

import (
	"fmt"

	"cosohoi/assets"
	"cosohoi/reports/compose"
)

// QuickGuideTitle is the name of the printed guide.
const QuickGuideTitle = "Hướng dẫn nhanh"

// QuickGuide draws the printed guide of the program, four pages to lie beside the PC.
func QuickGuide() (Paper, error) {
	source, err := compose.ParseDraft(assets.QuickGuide)
	if err != nil {
		return Paper{}, fmt.Errorf("quick guide: %w", err)
	}
	d, err := source.Document()
	if err != nil {
		return Paper{}, fmt.Errorf("quick guide: %w", err)
	}
	d.Plain = true
	d.Kind, d.Summary = "CƠ SỞ HỘI", QuickGuideTitle
	return NewPaper(d, QuickGuideTitle)
}
