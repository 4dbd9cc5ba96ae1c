package app

import (
	"testing"

	"cosohoi/data"
	"cosohoi/reports"
)

// What the tree says of a unit is what counting it alone says, for every unit down to the communes and the chi hội of one commune; the
// vacant posts of the province are those that Tổng quan counts by post.
func TestTheTreeCountsWhatTheUnitsHold(t *testing.T) {
	ctx := t.Context()
	o := demoOffice(t)
	on := o.Today()
	totals := must(o.unitTotals(ctx, on))(t)
	units := must(o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit}}))(t)
	units = append(units, must(o.db.UnitsOn(ctx, on, data.UnitQuery{Parents: []int64{unit(t, o, on, "14230").ID}}))(t)...)
	ids := make([]int64, len(units))
	for i, u := range units {
		ids[i] = u.ID
	}
	below := must(o.db.CountsBelow(ctx, on, ids))(t)
	for _, u := range units {
		members, cadres, err := o.db.PartyBelow(ctx, on, u.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		got := totals[u.ID]
		if want := (data.UnitTotal{Branches: below[u.ID].Units[data.Branch], Cadres: cadres, Members: members, Vacant: got.Vacant}); got != want {
			t.Errorf("%s: %+v, want %+v", u.Label(), got, want)
		}
	}
	vacant := 0
	for _, s := range must(o.db.Seats(ctx, on))(t) {
		vacant += s.Seats - s.Filled
	}
	if got := totals[must(o.Province(ctx, on))(t).ID].Vacant; got != vacant || got == 0 {
		t.Errorf("the province has %d vacant posts, want %d and some", got, vacant)
	}
}

// A cadre with posts in a commune and in one of its chi hội is one cadre of the commune; ending the post of its chủ tịch leaves a vacancy
// in all units above. Both show at once, although the counts are remembered.
func TestTheTreeFollowsWhatIsWritten(t *testing.T) {
	ctx := t.Context()
	o := copied(t, demoFile(t), clock)
	on := o.Today()
	commune := unit(t, o, on, "14230")
	before := must(o.unitTotals(ctx, on))(t)
	page := must(o.UnitPage(ctx, on, commune.ID))(t)
	branch := must(o.UnitRows(ctx, on, commune.ID))(t)[0]
	positions := must(o.PositionsOf(ctx, on, branch.ID))(t)
	chair := page.Posts[0]
	free := positions[len(positions)-1] // several may hold it
	if err := o.SaveAppointment(ctx, data.Appointment{CadreID: chair.CadreID, UnitID: branch.ID, PositionID: free.ID, StartedOn: on}); err != nil {
		t.Fatal(err)
	}
	with := must(o.unitTotals(ctx, on))(t)
	if got, want := with[branch.ID].Cadres, before[branch.ID].Cadres+1; got != want {
		t.Errorf("the chi hội has %d cadres, want %d", got, want)
	}
	if with[commune.ID] != before[commune.ID] {
		t.Errorf("the commune counts %+v, before %+v", with[commune.ID], before[commune.ID])
	}
	ended := chair.Appointment
	ended.EndedOn = on.AddDays(-1)
	if err := o.SaveAppointment(ctx, ended); err != nil {
		t.Fatal(err)
	}
	without := must(o.unitTotals(ctx, on))(t)
	for _, id := range []int64{commune.ID, commune.ParentID, must(o.Province(ctx, on))(t).ID} {
		if got, want := without[id].Vacant, before[id].Vacant+1; got != want {
			t.Errorf("unit %d: %d vacant posts, want %d", id, got, want)
		}
	}
	if before := must(o.unitTotals(ctx, on.AddDays(-1)))(t); before[commune.ID].Vacant != with[commune.ID].Vacant {
		t.Errorf("on the last day of the chủ tịch %d posts are vacant, want %d", before[commune.ID].Vacant, with[commune.ID].Vacant)
	}
}

// The documents about a unit are those that were asked for about it or about an inspection of it, and those sent to it: a name that only
// begins like it is another unit's.
func TestDocumentsAboutAUnit(t *testing.T) {
	ctx := t.Context()
	o := copied(t, demoFile(t), clock)
	on := o.Today()
	commune := unit(t, o, on, "14230") // Xã Hải Vân
	visit := must(o.UnitPage(ctx, on, commune.ID))(t).Visits[0]
	sent := func(to string) Document {
		t.Helper()
		d := must(o.NewDocument(ctx, PaperRequest{Kind: reports.PlanID, Subject: "Gửi " + to, AsOf: on}))(t)
		d.Draft.Head.Recipients = []string{"- Ban Thường vụ Tỉnh ủy;", to}
		return must(o.SaveDraft(ctx, d))(t)
	}
	want := map[int64]data.DocumentTie{
		must(o.NewDocument(ctx, PaperRequest{Kind: reports.CadreListID, Unit: commune.ID, AsOf: on}))(t).ID:        data.TiedByUnit,
		must(o.NewDocument(ctx, PaperRequest{Kind: reports.InspectionMinutesID, Visit: visit.ID, AsOf: on}))(t).ID: data.TiedByVisit,
		sent("- Hội LHPN xã Hải Vân;").ID:                            data.TiedByRecipient,
		sent("- Hội Liên hiệp Phụ nữ xã Hải Vân (để thực hiện).").ID: data.TiedByRecipient,
		sent("- Hội LHPN xã Hải Vân, Hội LHPN xã Hải Nam").ID:        data.TiedByRecipient,
	}
	sent("- Hội LHPN xã Hải Vân Đông;") // another unit
	sent("- UBND xã Hải Vân;")          // not the Hội
	must(o.NewDocument(ctx, PaperRequest{Kind: reports.CadreListID, Unit: unit(t, o, on, "14215").ID, AsOf: on}))(t)
	got := must(o.UnitDocuments(ctx, commune.ID))(t)
	for _, d := range got {
		if want[d.ID] != d.Tie {
			t.Errorf("“%s” is tied by %q, want %q", d.Title, d.Tie, want[d.ID])
		}
		delete(want, d.ID)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
	if _, err := o.UnitDocuments(ctx, -1); !IsNotFound(err) {
		t.Errorf("a unit that is not there: %v", err)
	}
}
