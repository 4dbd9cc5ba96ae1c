package app

import (
	"testing"

	"cosohoi/data"
)

func TestNobodyInspectsTwoUnitsAtOnce(t *testing.T) {
	ctx := t.Context()
	o, held, leader := inspected(t)
	round := must(o.db.Round(ctx, held.RoundID))(t)
	var other data.Visit
	for _, v := range must(o.VisitsOf(ctx, o.Today(), []data.Round{round}))(t) {
		if v.InspectorID == held.InspectorID && v.ID != held.ID {
			other = v.Visit
		}
	}
	same := VisitResult{DoneOn: held.DoneOn, Team: []Seat{{leader, data.Leader}}}
	refused(t, o.RecordVisit(ctx, other, same), "Bùi Thị Ngọc Ánh", "xã Hải Vân", "12/07/2023")
	reread(t, o, &other)
	if !other.DoneOn.IsZero() {
		t.Error("the refused visit was noted as held")
	}
	other.StartsAt, other.EndsAt = "14:00", "16:30" // hours of one alone do not tell
	refused(t, o.RecordVisit(ctx, other, same), "Bùi Thị Ngọc Ánh")
	for _, hours := range []struct {
		from, to string
		free     bool
	}{{"08:00", "14:30", false}, {"08:00", "14:00", true}, {"16:30", "17:00", true}, {"15:00", "", false}} {
		held.StartsAt, held.EndsAt = hours.from, hours.to
		if apart(held, other) != hours.free || apart(other, held) != hours.free {
			t.Errorf("%s–%s beside 14:00–16:30: free %v, want %v", hours.from, hours.to, !hours.free, hours.free)
		}
	}
	busy := must(o.TeamBusy(ctx, data.Visit{Base: data.Base{ID: other.ID}, PlannedOn: held.DoneOn}, []int64{leader}))(t)
	if len(busy) != 1 || busy[0].Unit != "Xã Hải Vân" {
		t.Errorf("busy: %+v", busy)
	}
}
