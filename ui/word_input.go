package ui

import (
	"context"
	"slices"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// wordInput offers the words of a catalogue and takes others, which enter it when the form is saved. A value that is no longer in the
// catalogue stays possible.
func (s *shell) wordInput(catalogue, value string) *kit.Picker {
	input := kit.NewWordPicker(nil)
	input.SetOption(kit.Option{ID: value, Label: value})
	latest := 0
	load(s, &latest, func(ctx context.Context) ([]string, error) { return s.office.Catalogue(ctx, catalogue) }, func(words []string) {
		if value != "" && !slices.Contains(words, value) {
			words = append(words, value)
		}
		input.SetWords(words)
	})
	return input
}

// wordCheck tells what is wrong with a word that was typed.
func wordCheck(input *kit.Picker) func() error {
	return func() error { return sentence(app.CheckWord(input.ID())) }
}

// wordNeeded is wordCheck of a word that must not stay empty.
func wordNeeded(input *kit.Picker, what string) func() error {
	return func() error {
		if input.ID() == "" {
			return app.Problem("Hãy chọn hoặc gõ %s.", what)
		}
		return sentence(app.CheckWord(input.ID()))
	}
}
