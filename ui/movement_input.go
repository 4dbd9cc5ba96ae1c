package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// unitInput is a picker of a unit of some levels, none for all, on the day that a function gives.
func (s *shell) unitInput(levels []data.Level, on func() day.Date, chosen kit.Option) *kit.Picker {
	p := s.newPicker("Gõ tên đơn vị…", func(ctx context.Context, typed string) ([]kit.Option, error) {
		found, err := s.office.SearchUnits(ctx, on(), typed, levels, 12)
		options := make([]kit.Option, len(found))
		for i, u := range found {
			options[i] = unitOption(u)
		}
		return options, err
	})
	p.SetOption(chosen)
	return p
}

// unitOf is the unit of a record as a picker shows it; none when there is no record yet.
func unitOf[R any](r app.OfUnit[R], id int64) kit.Option {
	if id == 0 {
		return kit.Option{}
	}
	return kit.Option{ID: text(id), Label: r.Unit, Detail: r.Above}
}

// onDate is the day of an input for pickers of units: what was typed or, as long as it is no day, today.
func (s *shell) onDate(f *kit.DateField) func() day.Date {
	today := s.office.Today()
	return func() day.Date {
		if d, err := f.Date(); err == nil && !d.IsZero() && d.Last().Before(today) {
			return d.Last()
		}
		return today
	}
}

// options turns words into what a choice offers.
func options(words []app.Word) []kit.Option {
	list := make([]kit.Option, len(words))
	for i, w := range words {
		list[i] = kit.Option{ID: w.ID, Label: w.Name}
	}
	return list
}

// wordName is what people read for a stored value.
func wordName(words []app.Word, id string) string {
	for _, w := range words {
		if w.ID == id {
			return w.Name
		}
	}
	return id
}

// choiceOf is a choice among words.
func choiceOf(words []app.Word, value string) *kit.Choice {
	c := kit.NewChoice(options(words), nil)
	c.SetID(value)
	return c
}

// noteOf is a note of some rows with a text.
func noteOf(rows int, value string) *kit.Note {
	n := kit.NewNote(rows)
	n.SetText(value)
	return n
}

// countInput is an input of a number that may be left empty: not reported is not 0.
func countInput(value data.Number) *kit.Entry {
	if !value.Known {
		return textInput("")
	}
	return textInput(kit.Number(int(value.N)))
}

// countOf reads such an input; dots between thousands may be typed.
func countOf(e *kit.Entry) (data.Number, error) { return app.ParseCount(e.Value()) }

// countCheck is the check of such an input.
func countCheck(e *kit.Entry) func() error {
	return func() error {
		_, err := countOf(e)
		return sentence(err)
	}
}

// countText shows a number that may be missing.
func countText(n data.Number) string {
	if !n.Known {
		return ""
	}
	return kit.Number(int(n.N))
}

// titled is a record of pairs under its title and a line below that.
func titled(title, below_ string, rows []kit.Pair, more ...fyne.CanvasObject) fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{kit.Section(title).Wrapping(), kit.Caption(below_).Wrapping(), kit.Record(rows)}, more...)
	return scrolled(below(8, -1, objects...))
}

// withoutEmpty leaves out the pairs that say nothing.
func withoutEmpty(rows ...kit.Pair) []kit.Pair {
	var kept []kit.Pair
	for _, r := range rows {
		if r.Value != "" || r.Object != nil {
			kept = append(kept, r)
		}
	}
	return kept
}
