package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// DueKind says what is due.
type DueKind string

// The kinds of what is due.
const (
	DueVisit      DueKind = "visit"      // a visit that is to be made
	DueRemedy     DueKind = "remedy"     // what a unit is to put right
	DueConclusion DueKind = "conclusion" // the conclusion of a visit that was held
	DueReport     DueKind = "report"     // what a unit is to report on its remedies
)

// DueItem is one thing with a day.
type DueItem struct {
	Kind DueKind  `json:"kind"`
	Ref  string   `json:"-"` // its visit, as the window names records: "v:56"
	Unit string   `json:"unit"`
	What string   `json:"what"`
	On   day.Date `json:"-"`
	Due  string   `json:"due"`  // On, 2024-07-31
	Days int      `json:"days"` // to go; below 0 past it
	// Late is past its day; a visit that is behind its planned day is not while its round lasts.
	Late bool `json:"late"`
}

// When says how near the day is: "quá hạn 5 ngày", "chậm 2 ngày", "hôm nay", "còn 3 ngày".
func (d DueItem) When() string {
	switch {
	case d.Days < 0 && !d.Late:
		return fmt.Sprintf("chậm %d ngày", -d.Days)
	case d.Days < 0:
		return fmt.Sprintf("quá hạn %d ngày", -d.Days)
	case d.Days == 0:
		return "hôm nay"
	}
	return fmt.Sprintf("còn %d ngày", d.Days)
}

// dueKindNames name the kinds in lists.
var dueKindNames = map[DueKind]string{
	DueVisit: "Kiểm tra", DueRemedy: "Khắc phục", DueConclusion: "Kết luận", DueReport: "Báo cáo",
}

// Name names a kind in lists.
func (k DueKind) Name() string { return dueKindNames[k] }

// Due lists what the inspections of the term of a day ask for: visits, remedies, conclusions and reports of units that are past their day or
// due within visitDays, the longest overdue first.
func (o *Office) Due(ctx context.Context, on day.Date) ([]DueItem, error) {
	term, ok, err := o.TermOn(ctx, on)
	if err != nil || !ok {
		return nil, err
	}
	s, by := data.Scope{On: on}, on.AddDays(visitDays)
	var items []DueItem
	add := func(kind DueKind, visit int64, unit, what string, due day.Date) {
		if !due.After(by) {
			days := due.DaysSince(on)
			items = append(items, DueItem{kind, visitRef(visit), unit, what, due, due.ISO(), days, days < 0})
		}
	}
	visits, err := o.openVisits(ctx, s, term)
	if err != nil {
		return nil, err
	}
	for _, v := range visits {
		due := v.PlannedOn
		if v.State == Overdue {
			due = on.AddDays(-v.Days)
		}
		add(DueVisit, v.ID, v.UnitLabel(), v.Round, due)
		items[len(items)-1].Late = v.State == Overdue
	}
	remedies, err := o.Remedies(ctx, on, data.RemedyQuery{Term: term.ID, OpenOn: on})
	if err != nil {
		return nil, err
	}
	reports := map[int64]data.Visit{} // visits with something open, of which the unit is to report
	owing := map[int64]string{}
	for _, m := range remedies {
		add(DueRemedy, m.VisitID, m.Unit, m.Action, m.DueOn)
		if !m.Visit.ReportBy.IsZero() {
			reports[m.VisitID], owing[m.VisitID] = m.Visit, m.Unit
		}
	}
	for id, v := range reports {
		add(DueReport, id, owing[id], "kết quả khắc phục sau kiểm tra", v.ReportBy)
	}
	waiting, err := o.db.Unconcluded(ctx, s, term.ID)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(waiting))
	for i, v := range waiting {
		ids[i] = v.UnitID
	}
	names, err := o.db.NamedOn(ctx, on, ids)
	if err != nil {
		return nil, err
	}
	for _, v := range waiting {
		add(DueConclusion, v.ID, names[v.UnitID].Label(), "cuộc kiểm tra ngày "+v.DoneOn.String(), v.DoneOn.AddDays(concludeDays))
	}
	slices.SortStableFunc(items, func(a, b DueItem) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.What, b.What), cmp.Compare(a.Ref, b.Ref))
	})
	return items, nil
}
