package kit

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// sectionForm has a name in an open section and, folded, a degree and a locked religion.
type sectionForm struct {
	win                    fyne.Window
	name, degree, religion *Entry
	saved, asked           int
	form                   *overlay
}

func openSections(t *testing.T) *sectionForm {
	s := &sectionForm{name: NewEntry(), degree: NewEntry(), religion: NewEntry()}
	s.win = newWindow(t, canvas.NewRectangle(Window), 800, 600)
	s.name.SetText("Phạm Thị Đào")
	s.degree.SetText("Đại học")
	ShowSections(s.win, "Sửa hồ sơ", []FormSection{
		{Title: "Nhân thân", Open: true, Fields: []Field{{Label: "Họ và tên", Widget: s.name}}},
		{Title: "Trình độ", Summary: func() string { return s.degree.Value() }, Fields: []Field{{Label: "Cao nhất", Widget: s.degree, Check: func() error {
			if s.degree.Value() == "" {
				return errors.New("hãy điền trình độ")
			}
			return nil
		}}}},
		{Title: "Nhạy cảm", Unlock: func(then func()) { s.asked++; then() }, Fields: []Field{{Label: "Tôn giáo", Widget: s.religion}}},
	}, FormOptions{Columns: 2, Save: func(done func(error)) { s.saved++; done(nil) }})
	s.form = s.win.Canvas().Overlays().Top().(*overlay)
	return s
}

func (s *sectionForm) focused() fyne.Focusable { return s.win.Canvas().Focused() }

func TestAFoldedSectionSaysWhatItHolds(t *testing.T) {
	s := openSections(t)
	if got := shownText(s.form.panel); strings.Contains(got, "Cao nhất") || !strings.Contains(got, "Đại học") {
		t.Errorf("folded: %s", got)
	}
	if height := s.form.panel.Size().Height; height > 330 {
		t.Errorf("the form with one open section is %.0f high", height)
	}
	press(s.name, fyne.KeyReturn)
	head, ok := s.focused().(*sectionHead)
	if !ok || head.part.Title != "Trình độ" {
		t.Fatalf("Enter leads to %T, want the next section", s.focused())
	}
	press(head, fyne.KeyReturn)
	if s.focused() != s.degree || !strings.Contains(shownText(s.form.panel), "Cao nhất") {
		t.Error("Enter on a folded section must open it and lead into it")
	}
	s.win.Canvas().Focus(head)
	press(head, fyne.KeySpace)
	if s.degree.Visible() {
		t.Error("the space bar must fold it again")
	}
}

func TestASectionIsUnlockedOnce(t *testing.T) {
	s := openSections(t)
	press(s.name, fyne.KeyReturn)
	s.form.canvas.FocusNext()
	head := s.focused().(*sectionHead)
	if head.part.Title != "Nhạy cảm" {
		t.Fatalf("Tab leads to %q", head.part.Title)
	}
	for range 3 {
		press(head, fyne.KeySpace)
	}
	if s.asked != 1 || !s.religion.Visible() {
		t.Errorf("asked %d times, open: %v", s.asked, s.religion.Visible())
	}
	press(s.religion, fyne.KeyReturn)
	if s.saved != 1 {
		t.Error("Enter on the last field must save")
	}
}

func TestWhatIsWrongOpensItsSection(t *testing.T) {
	s := openSections(t)
	s.degree.SetText("")
	s.name.TypedShortcut(&saveKeys)
	if s.saved != 0 || s.focused() != s.degree || !strings.Contains(shownText(s.form.panel), "Hãy điền trình độ.") {
		t.Errorf("saved %d times, the focus is on %T:\n%s", s.saved, s.focused(), shownText(s.form.panel))
	}
	test.Type(s.degree, "Cao đẳng")
	s.degree.TypedShortcut(&saveKeys)
	if s.saved != 1 {
		t.Error("Ctrl+S must save once it is put right")
	}
}

// What a notice says while its section is folded stands there once the section is open.
func TestANoticeIsFoldedWithItsField(t *testing.T) {
	n := NewNotice("Mở hồ sơ đã có")
	w := newWindow(t, canvas.NewRectangle(Window), 800, 600)
	ShowSections(w, "Sửa", []FormSection{{Title: "Nhân thân", Fields: []Field{{Label: "Họ và tên", Widget: NewEntry(), Notice: n}}}}, FormOptions{Columns: 2})
	form := w.Canvas().Overlays().Top().(*overlay)
	n.Say("Đã có Phạm Thị Đào.", func() {})
	if got := shownText(form.panel); strings.Contains(got, "Đã có") {
		t.Errorf("folded: %s", got)
	}
	head := focusables(form.panel)[0].(*sectionHead)
	press(head, fyne.KeySpace)
	if got := shownText(form.panel); !strings.Contains(got, "Đã có Phạm Thị Đào.") || !strings.Contains(got, "Mở hồ sơ đã có") {
		t.Errorf("open: %s", got)
	}
}
