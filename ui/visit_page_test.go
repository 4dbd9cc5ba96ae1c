package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
)

// openHeldVisit notes that a commune was inspected a month ago, on a visit that is overdue in the demonstration, and opens its record.
func openHeldVisit(t *testing.T, s *shell) *visitPage {
	t.Helper()
	term, _, err := s.office.TermOn(s.ctx, s.on)
	if err != nil {
		t.Fatal(err)
	}
	rounds, err := s.office.Rounds(s.ctx, s.on, term.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rounds {
		visits, err := s.office.VisitsOf(s.ctx, s.on, []data.Round{r.Round})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range visits {
			if v.State != app.Overdue || !v.DoneOn.IsZero() || v.Unit.Level != data.BaseUnit {
				continue
			}
			staff, err := s.office.StaffOf(s.ctx, s.on, v.InspectorID, "")
			if err != nil {
				t.Fatal(err)
			}
			if err := s.office.RecordVisit(s.ctx, v.Visit, app.VisitResult{DoneOn: s.on.AddDays(-30), Team: []app.Seat{{Cadre: staff[0].ID, Role: data.Leader}}}); err != nil {
				t.Fatal(err)
			}
			s.open("v:" + text(v.ID))
			return s.screens[screenInspections].(*inspectionsScreen).opened
		}
	}
	t.Fatal("no visit is overdue")
	return nil
}

// typeRunes types letters into whatever has the focus.
func typeRunes(s *shell, letters string) {
	for _, r := range letters {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

func pressCtrlS(s *shell) { s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(ctrlS) }

func TestTheChecklistIsFilledInByKeys(t *testing.T) {
	s := openShell(t)
	p := openHeldVisit(t, s)
	p.commands().leaf(1)
	typeRunes(s, "112")                                                     // each goes to the next line
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // to the points of line 4
	typeRunes(s, "7,5")
	p.back() // to the table; the line is stored
	form, err := s.office.VisitForm(s.ctx, p.record.Visit)
	if err != nil {
		t.Fatal(err)
	}
	a := func(i int) data.VisitAnswer { return form.Lines[i].Answer }
	if a(0).Verdict != data.Met || a(1).Verdict != data.Met || a(2).Verdict != data.PartlyMet || a(3).Points == nil || *a(3).Points != 7.5 {
		t.Errorf("stored: %+v", form.Lines[:4])
	}
	// 8 + 8 + half of 8 + 7.5 of 32
	if form.Score.Points != 27.5 || form.Score.Max != 32 {
		t.Errorf("score %+v", form.Score)
	}
	if label := p.leaves[1].label(p.record); label != "Nội dung kiểm tra (4/14)" {
		t.Errorf("the leaf is called %q", label)
	}
	p.back()
	if p.id != 0 {
		t.Error("Esc in the table does not lead back to the list")
	}
}

func TestFromAnUnmetItemToItsRemedyByKeys(t *testing.T) {
	s := openShell(t)
	p := openHeldVisit(t, s)
	p.commands().leaf(1)
	typeRunes(s, "3")
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	typeRunes(s, "t") // the form of a shortcoming for the first line
	pressCtrlS(s)
	if n := len(p.record.Findings.Shortcomings); n != 1 || p.record.Findings.Shortcomings[0].ItemID != p.record.Form.Lines[0].Item.ID {
		t.Fatalf("shortcomings %+v", p.record.Findings.Shortcomings)
	}
	p.commands().leaf(2)
	typeRunes(s, "k")
	typeRunes(s, "Lập kế hoạch")
	for range 4 {
		s.win.Canvas().FocusNext()
	}
	typeRunes(s, p.record.DoneOn.AddDays(-1).String()) // before its finding
	pressCtrlS(s)
	if len(p.record.Findings.Remedies) != 0 || !strings.Contains(overlayTexts(s), "Thời hạn trước ngày kiểm tra") {
		t.Errorf("a remedy due before its finding was taken: %v", p.record.Findings.Remedies)
	}
}

// A member who is at another unit on the same day is told by name, and the team stays as it was.
// The next step asked for while the page is being read anew waits for the record, or it would be the step that was just taken.
func TestTheNextStepWaitsForTheRecord(t *testing.T) {
	s := openShell(t)
	p := openHeldVisit(t, s)
	p.reading = true
	p.commands().next()
	if s.win.Canvas().Overlays().Top() != nil {
		t.Fatal("a step of the old record was offered")
	}
	p.read(nil)
	if !strings.Contains(overlayTexts(s), "Ghi đã ra thông báo kết luận") {
		t.Error("the step asked for was forgotten")
	}
}

func TestAMemberElsewhereIsToldOf(t *testing.T) {
	s := openShell(t)
	p := openHeldVisit(t, s)
	other := p.record.Visit
	rounds, err := s.office.Rounds(s.ctx, s.on, p.record.Period.TermID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rounds {
		all, err := s.office.VisitsOf(s.ctx, s.on, []data.Round{r.Round})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range all {
			if v.State == app.Overdue && v.DoneOn.IsZero() {
				other = v.Visit
			}
		}
	}
	if other.ID == p.record.ID {
		t.Fatal("no other visit is overdue")
	}
	member := p.record.Team[0]
	seats := []app.Seat{{Cadre: member.CadreID, Role: data.Leader}}
	other.PlannedOn = p.record.DoneOn
	busy, err := s.office.TeamBusy(s.ctx, other, []int64{member.CadreID})
	if err != nil || len(busy) == 0 {
		t.Fatalf("busy: %v, %v", busy, err)
	}
	if want := "“" + member.FullName + "” đã có trong đoàn kiểm tra "; !strings.HasPrefix(busyText(busy[0]), want) {
		t.Errorf("told %q", busyText(busy[0]))
	}
	if err := s.office.RecordVisit(s.ctx, other, app.VisitResult{DoneOn: p.record.DoneOn, Team: seats}); err == nil || !strings.Contains(err.Error(), member.FullName) {
		t.Errorf("the team was taken: %v", err)
	}
}

func TestBadFilesAreRefusedWithASentence(t *testing.T) {
	s := openShell(t)
	p := openHeldVisit(t, s)
	folder := t.TempDir()
	large := filepath.Join(folder, "video.mp4")
	f, err := os.Create(large)
	if err == nil {
		err = f.Truncate(200 << 20)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	program := filepath.Join(folder, "anh.jpg.exe")
	hostile := filepath.Join(folder, "bien\u202egpj.ban.jpg") // turns the direction of writing
	for _, path := range []string{program, hostile} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{large: "200 MB, quá 50 MB", program: "không phải văn bản, ảnh"} {
		p.attach(data.KindVisit, p.id, []string{hostile, path}) // all or none
		if got := strings.ReplaceAll(overlayTexts(s), "\n", " "); !strings.Contains(got, want) {
			t.Errorf("%s: told %q, want %q", path, got, want)
		}
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if len(p.record.Files) != 0 {
		t.Errorf("kept %v", p.record.Files)
	}
	p.attach(data.KindVisit, p.id, []string{hostile})
	if len(p.record.Files) != 1 || p.record.Files[0].Name != "biengpj.ban.jpg" {
		t.Errorf("kept %+v", p.record.Files)
	}
	if n := len(filesOf(folder, app.Attachable)); n != 2 { // the program is not offered
		t.Errorf("%d files are offered", n)
	}
}

func TestHoursAreWrittenInFull(t *testing.T) {
	for typed, want := range map[string]string{"8": "08:00", "8h": "08:00", "8h30": "08:30", "13:45": "13:45", "7.15": "07:15", "": "", "sáng": "sáng"} {
		if got := hourOf(typed); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}
