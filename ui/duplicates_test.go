package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/data"
	"cosohoi/data/day"
)

func hold(t *testing.T, s *shell, c data.Cadre) int64 {
	t.Helper()
	c.Female = true
	id, err := s.office.SaveCadre(s.ctx, c, data.Appointment{})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// Whoever enters somebody a second time is told while typing, and may go on or open the record that is there.
func TestARecordThatIsThereIsToldWhileTyping(t *testing.T) {
	s := openShell(t)
	id := hold(t, s, data.Cadre{FullName: "Lê Thị Thử Mẫu", Birth: day.Date{Year: 1965}, Phone: "0999123987"})
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	c.newCadre()
	said := "Đã có Lê Thị Thử Mẫu, sinh 1965."
	test.Type(s.win.Canvas().Focused(), "le thi thu mau")
	if strings.Contains(overlayTexts(s), said) {
		t.Error("the name alone is told as known")
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(s.win.Canvas().Focused(), "1965")
	if !strings.Contains(overlayTexts(s), said) {
		t.Fatalf("it is not told:\n%s", overlayTexts(s))
	}
	tapAction(t, s, "Mở hồ sơ đã có")
	tapAction(t, s, "Bỏ thay đổi")
	if c.file.Cadre.ID != id || s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("record %d is open, want %d", c.file.Cadre.ID, id)
	}
}

func TestDuplicatesAreListed(t *testing.T) {
	s := openShell(t)
	hold(t, s, data.Cadre{FullName: "Lê Thị Thử Mẫu", Birth: day.Of(1965, 7, 15)})
	hold(t, s, data.Cadre{FullName: "Le Thi Thu Mau", Birth: day.Of(1965, 7, 15)})
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	c.showDuplicates()
	if shown := overlayTexts(s); !strings.Contains(shown, "Lê Thị Thử Mẫu / Le Thi Thu") || !strings.Contains(shown, "cùng họ tên, ngày sinh") {
		t.Fatalf("the pair is not listed:\n%s", shown)
	}
	found, err := s.office.Duplicates(s.ctx, s.on)
	if err != nil {
		t.Fatal(err)
	}
	tapAction(t, s, "Mở hồ sơ (2)") // of the first pair, which is selected
	if want := found[0].B.ID; c.file.Cadre.ID != want {
		t.Errorf("record %d is open, want %d", c.file.Cadre.ID, want)
	}
}

// Two records are put side by side, one value is chosen otherwise, and they become one; taken back they are two again.
func TestTwoRecordsAreMergedInTheWindow(t *testing.T) {
	s := openShell(t)
	a := hold(t, s, data.Cadre{FullName: "Lê Thị Thử Mẫu", Birth: day.Date{Year: 1965}, Phone: "0999123987"})
	b := hold(t, s, data.Cadre{FullName: "Lê Thị Thử Mẫu", Birth: day.Of(1965, 7, 15), Residence: "Xóm 1"})
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	c.compareCadres(a, b)
	shown := overlayTexts(s)
	for _, part := range []string{"15/07/1965", "0999123987", "Xóm 1", "chưa ghi"} {
		if !strings.Contains(shown, part) {
			t.Errorf("%q is not shown:\n%s", part, shown)
		}
	}
	tapAction(t, s, "Lấy của (1)") // of the first field that differs, the birth
	tapAction(t, s, "Gộp hai hồ sơ")
	if d := c.file.Cadre; d.ID != a || d.Birth != (day.Date{Year: 1965}) || d.Residence != "Xóm 1" || d.Phone != "0999123987" {
		t.Errorf("the merged record is %+v", d)
	}
	tapAction(t, s, "Hoàn tác")
	if file, err := s.office.CadreFile(s.ctx, b); err != nil || file.Cadre.Birth != day.Of(1965, 7, 15) {
		t.Errorf("the second record did not come back: %v", err)
	}
}
