package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestCtrlZTakesBackWhatWasWrittenLast(t *testing.T) {
	s := openShell(t)
	ctx := s.ctx
	s.undoLast() // nothing yet: says so
	closeTop(s)
	before, err := s.office.OfficeName(ctx)
	if err != nil {
		t.Fatal(err)
	}
	name := func() string {
		n, err := s.office.OfficeName(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if err := s.office.RenameOffice(ctx, "Hội LHPN tỉnh Thử"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{before, "Hội LHPN tỉnh Thử", before} { // the undoing is undone by doing it again
		s.undoLast()
		s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := name(); got != want {
			t.Fatalf("the office is called %q, want %q", got, want)
		}
	}
}

func closeTop(s *shell) {
	for top := s.win.Canvas().Overlays().Top(); top != nil; top = s.win.Canvas().Overlays().Top() {
		s.win.Canvas().Overlays().Remove(top)
	}
}
