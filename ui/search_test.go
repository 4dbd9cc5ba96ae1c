package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/data"
)

// Somebody calls, the number stands on the telephone: Ctrl+K, some digits, Enter open her record.
func TestACallerIsFoundByTelephone(t *testing.T) {
	s := openShell(t)
	if _, err := s.office.SaveCadre(s.ctx, data.Cadre{FullName: "Lê Thị Thử Mẫu", Female: true, Phone: "0999 123 987"}, data.Appointment{}); err != nil {
		t.Fatal(err)
	}
	s.search.Open()
	test.Type(s.win.Canvas().Focused(), "123 987")
	if shown := overlayTexts(s); !strings.Contains(shown, "Lê Thị Thử Mẫu") || !strings.Contains(shown, "0999123987") {
		t.Fatalf("she is not found:\n%s", shown)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := s.screens[screenCadres].(*cadresScreen); s.current != screenCadres || c.file.Cadre.FullName != "Lê Thị Thử Mẫu" {
		t.Errorf("the screen %q shows %q", s.current, c.file.Cadre.FullName)
	}
}

// Each sort that is found stands under its name, and a visit says when it is and where it stands.
func TestWhatIsFoundStandsInGroups(t *testing.T) {
	s := openShell(t)
	options, err := s.searchAll(s.ctx, "hai van")
	if err != nil {
		t.Fatal(err)
	}
	groups := ""
	for _, o := range options {
		if !strings.HasSuffix(groups, o.Group+";") {
			groups += o.Group + ";"
		}
		if strings.HasPrefix(o.ID, "v:") && !strings.Contains(groups, "xã Hải Vân") {
			groups += o.Label + ";"
			s.open(o.ID)
			break
		}
	}
	if want := "Đơn vị;Kiểm tra;Kiểm tra 6 tháng đầu năm 2024 – xã Hải Vân;"; groups != want {
		t.Errorf("found %q, want %q", groups, want)
	}
	if i := s.screens[screenInspections].(*inspectionsScreen); s.current != screenInspections || i.visit == 0 {
		t.Errorf("the visit is not opened: %q", s.current)
	}
}
