package ui

import (
	"cosohoi/app"
	"cosohoi/ui/kit"
)

// wordOptions offers words that stand for themselves.
func wordOptions(words []string) []kit.Option {
	options := make([]kit.Option, len(words))
	for i, w := range words {
		options[i] = kit.Option{ID: w, Label: w}
	}
	return options
}

// levelOptions offers the levels of rating scales, by scale.
func levelOptions(scales []app.RatingScale) []kit.Option {
	var options []kit.Option
	for _, s := range scales {
		for _, l := range s.Levels {
			options = append(options, kit.Option{ID: text(l.ID), Label: l.Name, Group: ratingSubject(s.Subject) + " · " + s.Name})
		}
	}
	return options
}
