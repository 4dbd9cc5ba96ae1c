package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What is typed becomes a word of the list where it means one, and otherwise itself, marked as new.
func TestAWordIsChosenOrTyped(t *testing.T) {
	words := []string{"Không", "Công giáo", "Phật giáo", "Phật giáo Hòa Hảo"}
	for _, c := range []struct {
		what, typed string
		keys        []fyne.KeyName
		want        string
		isNew       bool
	}{
		{"the first that matches, by Enter", "phat", []fyne.KeyName{fyne.KeyReturn}, "Phật giáo", false},
		{"the next one", "phat", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "Phật giáo Hòa Hảo", false},
		{"closed without a choice: typed without tone marks", "cong giao", []fyne.KeyName{fyne.KeyEscape}, "Công giáo", false},
		{"closed without a choice: other capitals", "PHẬT giáo", []fyne.KeyName{fyne.KeyEscape}, "Phật giáo", false},
		{"other tone marks are another word", "Cộng giáo", []fyne.KeyName{fyne.KeyEscape}, "Cộng giáo", true},
		{"a new word, by Enter on the line that says so", "Bửu Sơn", []fyne.KeyName{fyne.KeyReturn}, "Bửu Sơn", true},
		{"a new word, left by Tab", "Bửu Sơn", []fyne.KeyName{fyne.KeyTab}, "Bửu Sơn", true},
		{"the beginning of a word, kept by the last line", "Phật", []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyDown, fyne.KeyEscape}, "Phật", true},
		{"emptied", "", []fyne.KeyName{fyne.KeyBackspace, fyne.KeyEscape}, "", false},
	} {
		p := NewWordPicker(words)
		p.SetOption(wordOption("Không"))
		w := newWindow(t, p, 400, 500)
		w.Canvas().Focus(p)
		if c.typed != "" {
			test.Type(p, c.typed[:1])
			test.Type(w.Canvas().Focused(), c.typed[1:])
		}
		for _, k := range c.keys {
			press(w.Canvas().Focused(), k)
		}
		shown := shownText(p)
		if p.ID() != c.want || strings.Contains(shown, newWord+"\n") != c.isNew {
			t.Errorf("%s: %q shown as %q, want %q (new: %v)", c.what, p.ID(), shown, c.want, c.isNew)
		}
	}
}

// The list opens with all words at the one that is chosen, so that another can be taken without emptying the input.
func TestTheWordsAreAllThereWhenTheListOpens(t *testing.T) {
	p := NewWordPicker([]string{"Sơ cấp", "Trung cấp", "Cao cấp"})
	p.SetOption(wordOption("Trung cấp"))
	w := newWindow(t, p, 400, 500)
	w.Canvas().Focus(p)
	press(p, fyne.KeyDown)
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if p.ID() != "Cao cấp" {
		t.Errorf("the word after Trung cấp is %q", p.ID())
	}
}
