package kit

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// sampleForm has a name, which must not be empty, and a post.
type sampleForm struct {
	win        fyne.Window
	name, post *Entry
	saved      int
	changed    bool
	closed     bool
	answer     error
	form       *overlay
}

func openSample(t *testing.T) *sampleForm {
	s := &sampleForm{name: NewEntry(), post: NewEntry()}
	s.win = newWindow(t, canvas.NewRectangle(Window), 800, 600)
	ShowForm(s.win, "Thêm cán bộ", []Field{
		{Label: "Họ và tên", Widget: s.name, Check: func() error {
			if s.name.Value() == "" {
				return errors.New("hãy điền họ và tên")
			}
			return nil
		}},
		{Label: "Chức danh", Widget: s.post},
	}, FormOptions{
		Changed:  func() bool { return s.changed },
		Save:     func(done func(error)) { s.saved++; done(s.answer) },
		OnClosed: func() { s.closed = true },
	})
	s.form = s.win.Canvas().Overlays().Top().(*overlay)
	return s
}

func (s *sampleForm) focused() fyne.Focusable { return s.win.Canvas().Focused() }

func TestEnterGoesThroughTheFieldsAndSavesOnTheLast(t *testing.T) {
	s := openSample(t)
	if s.focused() != s.name {
		t.Fatal("the first field must have the focus")
	}
	test.Type(s.name, "Phạm Thị Đào")
	press(s.name, fyne.KeyReturn)
	if s.focused() != s.post {
		t.Fatal("Enter must go to the next field")
	}
	press(s.post, fyne.KeyReturn)
	if s.saved != 1 || !s.closed {
		t.Errorf("saved %d times, closed: %v", s.saved, s.closed)
	}
}

func TestWhatIsWrongIsSaidUnderItsFieldBeforeSaving(t *testing.T) {
	s := openSample(t)
	s.win.Canvas().Focus(s.post)
	s.post.TypedShortcut(&saveKeys)
	if s.saved != 0 {
		t.Fatal("a form with something wrong was saved")
	}
	if s.focused() != s.name || s.name.wrong == nil {
		t.Error("the wrong field must be marked and have the focus")
	}
	if !strings.Contains(shownText(s.form.panel), "Hãy điền họ và tên.") {
		t.Error("the sentence is not shown")
	}
	test.Type(s.name, "A")
	s.name.TypedShortcut(&saveKeys)
	if s.saved != 1 {
		t.Error("Ctrl+S must save once it is put right")
	}
}

func TestAnErrorOfSavingIsShownAndNothingIsLost(t *testing.T) {
	s := openSample(t)
	s.answer = errors.New("người khác vừa sửa cán bộ này")
	test.Type(s.name, "A")
	s.name.TypedShortcut(&saveKeys)
	if s.closed || s.name.Text != "A" {
		t.Error("the form must stay as it is")
	}
	if !strings.Contains(shownText(s.form.panel), "Người khác vừa sửa cán bộ này.") {
		t.Error("the sentence is not shown")
	}
}

func TestEscAsksOnlyWhenSomethingWouldBeLost(t *testing.T) {
	s := openSample(t)
	s.changed = true
	press(s.name, fyne.KeyEscape)
	if s.closed {
		t.Fatal("closed without asking")
	}
	ask := s.win.Canvas().Overlays().Top().(*overlay)
	if !strings.Contains(shownText(ask.panel), "Bỏ các thay đổi chưa lưu?") {
		t.Fatal("the question is not asked")
	}
	press(s.focused(), fyne.KeyEscape)
	if s.closed || s.win.Canvas().Overlays().Top() != s.form || s.focused() != s.name {
		t.Fatal("Esc must lead back into the form, where the typing was")
	}
	press(s.name, fyne.KeyEscape)
	press(s.focused(), fyne.KeyReturn)
	if s.closed || s.win.Canvas().Overlays().Top() != s.form || s.focused() != s.name {
		t.Fatal("Enter must keep what was typed, too")
	}
	press(s.name, fyne.KeyEscape)
	discard := focusables(s.win.Canvas().Overlays().Top().(*overlay).panel)[0]
	if discard.(*Action).Text() != "Bỏ thay đổi" {
		t.Fatalf("%q stands first", discard.(*Action).Text())
	}
	s.win.Canvas().Focus(discard)
	press(s.focused(), fyne.KeyReturn)
	if !s.closed || s.win.Canvas().Overlays().Top() != nil {
		t.Error("yes must close the form")
	}
	s = openSample(t)
	press(s.name, fyne.KeyEscape)
	if !s.closed {
		t.Error("an unchanged form closes at once")
	}
}

func TestWhileSavingNothingCanBePressedTwice(t *testing.T) {
	s := openSample(t)
	var done func(error)
	saves := 0
	s.form.close()
	ShowForm(s.win, "Thêm", []Field{{Label: "Tên", Widget: NewEntry()}}, FormOptions{Save: func(d func(error)) { saves++; done = d }})
	form := s.win.Canvas().Overlays().Top().(*overlay)
	form.onCut(&saveKeys)
	form.onCut(&saveKeys)
	press(s.focused(), fyne.KeyEscape)
	if saves != 1 || !form.open {
		t.Errorf("saved %d times, open: %v", saves, form.open)
	}
	done(nil)
	if form.open {
		t.Error("a saved form closes")
	}
}

func TestAMessageShownBeforeTheFormClosesStays(t *testing.T) {
	s := openSample(t)
	Tell(s.win, "Đã lưu", "Đã lưu cán bộ.")
	s.form.close()
	top, ok := s.win.Canvas().Overlays().Top().(*overlay)
	if !ok || !strings.Contains(shownText(top.panel), "Đã lưu cán bộ.") {
		t.Fatal("the message went with the form")
	}
	press(s.focused(), fyne.KeyReturn)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Enter must close the message")
	}
}

func TestShortcutsOfTheWindowWaitWhileAFormIsInFront(t *testing.T) {
	runs := 0
	entry := NewEntry()
	w := newWindow(t, entry, 800, 600)
	Bind(w, "Ctrl+N", func() { runs++ })
	Bind(w, "F2", func() { runs++ })
	w.Canvas().Focus(entry)
	shortcut := saveKeys
	shortcut.KeyName = fyne.KeyN
	entry.TypedShortcut(&shortcut)
	press(entry, fyne.KeyF2)
	if runs != 2 {
		t.Fatalf("ran %d times while an entry had the focus, want 2", runs)
	}
	field := NewEntry()
	ShowForm(w, "Sửa", []Field{{Label: "Tên", Widget: field}}, FormOptions{})
	field.TypedShortcut(&shortcut)
	press(field, fyne.KeyF2)
	if runs != 2 {
		t.Error("the window's shortcut ran under the form")
	}
}

func TestNotesAreLeftByTabAndRefuseTooMuch(t *testing.T) {
	note := NewNote(3)
	newWindow(t, note, 400, 200)
	if note.AcceptsTab() {
		t.Error("Tab must leave a note")
	}
	note.SetText(strings.Repeat("a", noteLimit))
	note.TypedRune('b')
	if len(note.Text) != noteLimit || note.wrong == nil {
		t.Error("a full note must refuse and say so")
	}
	note.SetText("  một\t dòng \r\nhai  ")
	if got := note.Value(); got != "một dòng\nhai" {
		t.Errorf("Value gives %q", got)
	}
}

func TestTextIsReadAsItIsStored(t *testing.T) {
	e := NewEntry()
	newWindow(t, e, 300, 60)
	e.SetText("  Pha\u0323m   Thi\u0323 Đa\u0300o ")
	if got := e.Value(); got != "Phạm Thị Đào" {
		t.Errorf("Value gives %q, want NFC without spare blanks", got)
	}
}

// shownText gathers every text inside o.
func shownText(o fyne.CanvasObject) string {
	if !o.Visible() {
		return ""
	}
	switch o := o.(type) {
	case *canvas.Text:
		return o.Text + "\n"
	case *Text:
		return o.Text() + "\n"
	case fyne.Widget:
		var all strings.Builder
		for _, child := range test.WidgetRenderer(o).Objects() {
			all.WriteString(shownText(child))
		}
		return all.String()
	}
	var all strings.Builder
	for _, child := range childrenOf(o) {
		all.WriteString(shownText(child))
	}
	return all.String()
}

func TestMarksTypedOneByOneComeTogetherWhenTheInputIsLeft(t *testing.T) {
	s := openSample(t)
	const typed, stored = "Thoa\u0309ng", "Thoảng" // hook above on its own; one letter
	test.Type(s.name, typed)
	if s.name.Text != typed {
		t.Errorf("while typing the input holds %+q, want it untouched", s.name.Text)
	}
	s.win.Canvas().Focus(s.post)
	if s.name.Text != stored {
		t.Errorf("left, the input holds %+q, want %+q", s.name.Text, stored)
	}
}
