package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TestCalendarFile reads the file back: each visit once, under its own UID, on its day, with Vietnamese whole.
func TestCalendarFile(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 8, 20)
	o := founded(t, today)
	term, _, _ := o.TermOn(ctx, today)
	visits := must(o.TermVisits(ctx, today, term.ID))(t)
	timed, cancelled, plain := visits[0], visits[1], visits[2]
	timed.PlannedOn, timed.StartsAt, timed.EndsAt, timed.Moved = day.Of(2024, 9, 10), "08:00", "10:30", true
	timed.Place = "Nhà văn hóa xóm 1; phòng A, tầng 2"
	cancelled.Halt, cancelled.HaltedOn, cancelled.HaltReason = data.Cancelled, today, "bão"
	if _, err := o.db.Write(ctx, "thử", func(tx *data.Tx) error {
		if err := tx.Update(&timed.Visit); err != nil {
			return err
		}
		return tx.Update(&cancelled.Visit)
	}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "lich.ics")
	if err := o.SaveSchedule(ctx, path, today, term.ID); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.SplitAfter(strings.TrimSuffix(string(content), "\r\n"), "\r\n") {
		if l := strings.TrimSuffix(line, "\r\n"); len(l) > 75 || strings.ContainsAny(l, "\r\n") {
			t.Fatalf("line %d has %d bytes or a lone line end: %q", i+1, len(l), line)
		}
	}
	calendar, err := ics.ParseCalendar(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]*ics.VEvent{}
	for _, e := range calendar.Events() {
		if by[e.Id()] != nil {
			t.Fatalf("%s twice", e.Id())
		}
		by[e.Id()] = e
	}
	if len(by) != len(visits) {
		t.Fatalf("%d events, want %d", len(by), len(visits))
	}
	value := func(v VisitRow, p ics.ComponentProperty) string {
		e := by["kiem-tra-"+strconv.FormatInt(v.ID, 10)+"@cosohoi"]
		if e == nil || e.GetProperty(p) == nil {
			t.Fatalf("visit %d has no %s", v.ID, p)
		}
		return e.GetProperty(p).Value
	}
	for _, c := range []struct {
		v    VisitRow
		p    ics.ComponentProperty
		want string
		why  string
	}{
		{plain, ics.ComponentPropertySummary, plain.Title(), "the title of the visit"},
		{plain, ics.ComponentPropertyDtStart, strings.ReplaceAll(plain.PlannedOn.ISO(), "-", ""), "the whole day"},
		{plain, ics.ComponentPropertyDtEnd, strings.ReplaceAll(plain.PlannedOn.AddDays(1).ISO(), "-", ""), "to the beginning of the next"},
		{plain, ics.ComponentPropertyStatus, "CONFIRMED", ""},
		{timed, ics.ComponentPropertyDtStart, "20240910T010000Z", "08:00 in Hanoi"},
		{timed, ics.ComponentPropertyDtEnd, "20240910T033000Z", "10:30 in Hanoi"},
		{timed, ics.ComponentPropertyLocation, "Nhà văn hóa xóm 1; phòng A, tầng 2", "the marks of the format within a text"},
		{cancelled, ics.ComponentPropertyStatus, "CANCELLED", ""},
	} {
		if got := value(c.v, c.p); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.why, c.p, got, c.want)
		}
	}
	refused(t, o.SaveSchedule(ctx, "lich.txt", today, term.ID), ".ics hoặc .csv")
}

func TestTermsAreFoundByNameAndNumber(t *testing.T) {
	ctx := t.Context()
	today := day.Of(2024, 8, 20)
	o := founded(t, today)
	term := must(o.Terms(ctx))(t)[0]
	for _, name := range []string{"", "2022 - 2027", "2022-2027", strconv.FormatInt(term.ID, 10)} {
		if got, err := o.FindTerm(ctx, today, name); err != nil || got.ID != term.ID {
			t.Errorf("%q: term %d, %v", name, got.ID, err)
		}
	}
	_, err := o.FindTerm(ctx, today, "1999-2004")
	refused(t, err, "“1999-2004”")
}
