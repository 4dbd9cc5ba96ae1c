package kit

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func districts(n int) []Option {
	names := []string{"Hải Hậu", "Ý Yên", "Xuân Trường", "Giao Thủy", "Vụ Bản", "Mỹ Lộc"}
	var options []Option
	for i := range n {
		options = append(options, Option{ID: fmt.Sprint(i), Label: fmt.Sprintf("Huyện %s %d", names[i%len(names)], i)})
	}
	return options
}

func TestAChoiceIsMadeFromTheKeyboard(t *testing.T) {
	var told []string
	c := NewChoice(districts(4), func(id string) { told = append(told, id) })
	w := newWindow(t, c, 400, 400)
	w.Canvas().Focus(c)
	press(c, fyne.KeyDown)
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if c.ID() != "2" || fmt.Sprint(told) != "[2]" {
		t.Errorf("chose %q, told %v", c.ID(), told)
	}
	if w.Canvas().Focused() != c {
		t.Error("the focus must come back")
	}
	press(c, fyne.KeySpace)
	press(w.Canvas().Focused(), fyne.KeyHome, fyne.KeyEscape)
	if c.ID() != "2" {
		t.Error("Esc must leave what was chosen")
	}
}

func TestALongListIsNarrowedDownWithoutToneMarks(t *testing.T) {
	c := NewChoice(districts(30), nil)
	w := newWindow(t, c, 400, 600)
	w.Canvas().Focus(c)
	for _, r := range "y yen 13" {
		if f := w.Canvas().Focused(); r != ' ' || f != c {
			f.TypedRune(r)
		}
	}
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if o, _ := c.option(c.ID()); o.Label != "Huyện Ý Yên 13" {
		t.Errorf("chose %q", o.Label)
	}
}

func TestOptionsThatGoTakeTheChoiceWithThem(t *testing.T) {
	c := NewChoice(districts(4), nil)
	c.SetID("3")
	c.SetOptions(districts(2))
	if c.ID() != "" {
		t.Errorf("still %q", c.ID())
	}
}

func TestAPickerForgetsItsChoiceWhenTheTextIsEdited(t *testing.T) {
	p := NewPicker("Gõ tên đơn vị…", func(_ context.Context, text string) ([]Option, error) {
		return []Option{{ID: "1", Label: "Xã Hải Vân", Group: "Đơn vị"}, {ID: "2", Label: "Xã Hải Xuân", Group: "Đơn vị"}}, nil
	})
	p.SetRunner(atOnce)
	var told []string
	p.OnChanged = func(o Option) { told = append(told, o.ID) }
	w := newWindow(t, p, 400, 400)
	w.Canvas().Focus(p)
	test.Type(p, "hai")
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if p.ID() != "2" || p.Text() != "Xã Hải Xuân" {
		t.Fatalf("chose %q, shows %q", p.ID(), p.Text())
	}
	press(p, fyne.KeyBackspace)
	if p.ID() != "" {
		t.Error("an edited text no longer names what was chosen")
	}
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if fmt.Sprint(told) != "[2 ]" {
		t.Errorf("told %q", told)
	}
}

func TestASlowSearchIsDroppedWhenTheTextChanged(t *testing.T) {
	var waiting []func()
	p := NewPicker("", func(_ context.Context, text string) ([]Option, error) {
		return []Option{{ID: text, Label: "Kết quả của " + text}}, nil
	})
	p.SetRunner(func(f func()) { waiting = append(waiting, f) })
	w := newWindow(t, p, 400, 400)
	w.Canvas().Focus(p)
	p.TypedRune('a')
	p.TypedRune('b')
	for i := len(waiting) - 1; i >= 0; i-- {
		waiting[i]() // the answers come in the wrong order
	}
	if o, ok := p.list.marked(); !ok || o.ID != "ab" {
		t.Errorf("offers %+v, want what was found for ab", o)
	}
}
