package app

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// SaveSchedule writes the visits of a term, as they stand on a day, to a file: .ics for a phone or Outlook, .csv for Excel.
func (o *Office) SaveSchedule(ctx context.Context, path string, on day.Date, termID int64) error {
	var content bytes.Buffer
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".ics":
		err = o.ExportCalendar(ctx, &content, on, termID)
	case ".csv":
		content.WriteString("\ufeff") // Excel takes a CSV for UTF-8 only with this mark
		err = o.ExportSchedule(ctx, &content, on, termID)
	default:
		return Problem("Tệp lịch “%s” phải có đuôi .ics hoặc .csv.", filepath.Base(path))
	}
	if err != nil {
		return err
	}
	return reports.WriteFile(path, content.Bytes())
}

// ExportCalendar writes the visits of a term as a calendar file (RFC 5545). A visit keeps its UID for good, so that reading a newer file
// moves it instead of adding another; with hours it stands at its hours in Hanoi, else on the whole day.
func (o *Office) ExportCalendar(ctx context.Context, w io.Writer, on day.Date, termID int64) error {
	term, err := o.db.Term(ctx, termID)
	if err != nil {
		return err
	}
	visits, err := o.TermVisits(ctx, on, termID)
	if err != nil {
		return err
	}
	calendar := ics.NewCalendar()
	calendar.SetProductId("-//Cơ sở Hội//VI")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName("Kiểm tra, giám sát nhiệm kỳ " + term.Name)
	calendar.SetXWRCalName("Kiểm tra, giám sát nhiệm kỳ " + term.Name)
	calendar.SetXWRTimezone("Asia/Ho_Chi_Minh")
	for _, v := range visits {
		addEvent(calendar, v)
	}
	if err := calendar.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("export calendar: %w", err)
	}
	return nil
}

// hanoiTime is the zone of the hours of visits: Vietnam has no summer time.
var hanoiTime = time.FixedZone("+07", 7*60*60)

func addEvent(calendar *ics.Calendar, v VisitRow) {
	e := calendar.AddEvent(fmt.Sprintf("kiem-tra-%d@cosohoi", v.ID))
	e.SetDtStampTime(v.UpdatedAt)
	e.SetSequence(int(v.Version))
	e.SetSummary(v.Title())
	first, last := v.Day(), v.Day()
	if v.State == Done && v.BegunOn.IsFull() {
		first = v.BegunOn
	}
	starts, errStart := time.ParseInLocation("2006-01-02 15:04", first.ISO()+" "+v.StartsAt, hanoiTime)
	ends, errEnd := time.ParseInLocation("2006-01-02 15:04", last.ISO()+" "+v.EndsAt, hanoiTime)
	switch {
	case errStart != nil: // no hours
		e.SetAllDayStartAt(first.Time())
		e.SetAllDayEndAt(last.AddDays(1).Time())
	case errEnd != nil || !ends.After(starts):
		e.SetStartAt(starts)
		e.SetEndAt(starts.Add(2 * time.Hour))
	default:
		e.SetStartAt(starts)
		e.SetEndAt(ends)
	}
	place := v.Place
	if place == "" {
		place = v.UnitLabel()
	}
	e.SetLocation(place)
	lines := []string{v.Round, "Đơn vị kiểm tra: " + v.District}
	if len(v.Team) > 0 {
		lines = append(lines, "Đoàn: "+TeamText(v.Team))
	}
	lines = append(lines, "Trạng thái: "+v.StateText())
	if v.Reasons != "" {
		lines = append(lines, "Lý do: "+strings.ReplaceAll(v.Reasons, "\n", "; "))
	}
	e.SetDescription(strings.Join(lines, "\n"))
	if v.Halt == data.Cancelled {
		e.SetStatus(ics.ObjectStatusCancelled)
	} else {
		e.SetStatus(ics.ObjectStatusConfirmed)
	}
}
