package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data/vietnamese"
)

// TestRemindingTellsOnceADay: what is due stands in the window and goes to the desktop, once on a day and not when silenced; its link lists
// the same things.
func TestRemindingTellsOnceADay(t *testing.T) {
	s := openShell(t)
	s.show(screenOverview)
	s.app.Preferences().SetBool(preferenceSilent, true)
	s.remind(demoDay)
	if s.strip.Visible() {
		t.Error("a silenced reminder is told")
	}
	s.app.Preferences().SetBool(preferenceSilent, false)
	n, ok, err := s.office.DueNotice(s.ctx, s.on)
	if err != nil || !ok {
		t.Fatal("nothing is due in the demonstration province:", err)
	}
	test.AssertNotificationSent(t, fyne.NewNotification(n.Title, n.Text), func() { s.remind(demoDay) })
	if !s.strip.Visible() || s.due.Text() != n.Title+": "+n.Text {
		t.Error("what is due does not stand in the window")
	}
	items, err := s.office.Due(s.ctx, s.on)
	if err != nil {
		t.Fatal(err)
	}
	test.Tap(actions(s.win.Content(), "Xem danh sách ›")[0])
	sheet := s.win.Canvas().Overlays().Top()
	if sheet == nil || s.strip.Visible() {
		t.Fatal("the link opens no list, or the strip stays")
	}
	found := false
	for _, d := range texts(sheet) {
		found = found || strings.HasPrefix(d.text, items[0].Unit)
	}
	if !found {
		t.Errorf("the list does not begin with %s", items[0].Unit)
	}
	s.remind(demoDay.Add(3 * time.Hour))
	if s.strip.Visible() {
		t.Error("it is told twice on a day")
	}
	s.remind(demoDay.AddDate(0, 0, 1))
	if !s.strip.Visible() {
		t.Error("it is not told on the next morning")
	}
}

// TestReportOfAPeriodHasOneQuestion: the report on inspections is asked for by a part of a year, a round or a term in one field.
func TestReportOfAPeriodHasOneQuestion(t *testing.T) {
	s := openShell(t)
	s.show(screenPapers)
	term, _, err := s.office.TermOn(s.ctx, s.on)
	if err != nil {
		t.Fatal(err)
	}
	rounds, err := s.office.Rounds(s.ctx, s.on, term.ID)
	if err != nil {
		t.Fatal(err)
	}
	p := s.screens[screenPapers].(*papersScreen)
	p.askFor(app.PaperRequest{Kind: "kiem-tra", Round: rounds[3].ID, Period: app.OneRound})
	top := s.win.Canvas().Overlays().Top()
	want := "Đợt kiểm tra: " + vietnamese.LowerFirst(rounds[3].Name)
	for _, d := range texts(top) {
		if d.text == want {
			return
		}
	}
	t.Errorf("the form does not propose %q", want)
}
