package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/data/day"
)

func TestLeavingADateWritesItInFull(t *testing.T) {
	for typed, want := range map[string]string{"4/7/2023": "04/07/2023", "04072023": "04/07/2023", "7/1965": "07/1965", "1965": "1965", "": ""} {
		field := NewDateField(true)
		w := newWindow(t, field, 300, 60)
		w.Canvas().Focus(field)
		test.Type(field, typed)
		w.Canvas().Unfocus()
		if field.Text != want {
			t.Errorf("%q became %q, want %q", typed, field.Text, want)
		}
		if err := field.Check(); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestAFullDateRefusesAPartialOneInASentence(t *testing.T) {
	field := NewDateField(false)
	w := newWindow(t, field, 300, 60)
	for typed, part := range map[string]string{"7/1965": "cần đủ ngày", "31/02/2024": "không phải là ngày có thật"} {
		field.SetDate(day.Date{})
		w.Canvas().Focus(field)
		test.Type(field, typed)
		w.Canvas().Unfocus()
		if _, err := field.Date(); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: %v", typed, err)
		}
		if field.wrong == nil || field.Text != typed {
			t.Errorf("%q must stay as typed, marked as wrong; it is %q", typed, field.Text)
		}
	}
}

func TestTheCalendarIsOpenedMovedAndPickedFromTheKeyboard(t *testing.T) {
	field := NewDateField(false)
	field.Today = func() day.Date { return day.Of(2024, 7, 15) }
	changes := 0
	field.OnChanged = func() { changes++ }
	w := newWindow(t, field, 400, 500)
	w.Canvas().Focus(field)
	press(field, fyne.KeyF4)
	press(w.Canvas().Focused(), fyne.KeyRight, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyReturn)
	if date, _ := field.Date(); date != day.Of(2024, 6, 23) {
		t.Errorf("picked %v, want 23/06/2024", date)
	}
	if changes != 1 {
		t.Errorf("told %d changes, want 1", changes)
	}
	if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != field {
		t.Error("the calendar must close and give the focus back")
	}
	press(field, fyne.KeyF4)
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc must close the calendar")
	}
}

func TestSettingADateTellsNobody(t *testing.T) {
	field := NewDateField(false)
	field.OnChanged = func() { t.Error("told") }
	newWindow(t, field, 300, 60)
	field.SetDate(day.Of(2024, 2, 29))
}
