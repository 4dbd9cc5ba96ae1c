package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// otherFields names what was found in no field of work.
const otherFields = "Nội dung khác"

// inspectionFindings sums up what some visits found and what had become of it on a day.
func (o *Office) inspectionFindings(ctx context.Context, on day.Date, visits []VisitRow) (sum reports.InspectionFindings, err error) {
	held := map[int64]VisitRow{}
	var ids []int64
	units := map[int64]bool{}
	for _, v := range visits {
		if v.State == Done {
			held[v.ID], ids = v, append(ids, v.ID)
			units[v.UnitID] = true
		}
	}
	sum.Inspected = len(units)
	if len(ids) == 0 {
		return sum, nil
	}
	findings, err := o.db.Findings(ctx, ids)
	if err != nil {
		return sum, err
	}
	fields, err := o.db.Catalogue(ctx, string(data.KindFinding))
	if err != nil {
		return sum, err
	}
	known := make([]string, len(fields))
	for i, f := range fields {
		known[i] = f.Name
	}
	sum.Categories = categoriesOf(findings, known, held)
	sum.Recurrent = recurrentOf(findings, held)
	remedies, err := o.db.Remedies(ctx, data.RemedyQuery{Visits: ids})
	if err != nil {
		return sum, err
	}
	sum.Remedies = remediesByDistrict(remedies, held, on)
	sum.Levels, sum.Rated, err = o.levelsOf(ctx, held)
	return sum, err
}

// categoriesOf counts findings by field of work, in the order of the catalogue, what is in none of it last.
func categoriesOf(findings []data.Finding, known []string, held map[int64]VisitRow) []reports.ReportCategory {
	at := map[string]*reports.ReportCategory{}
	units := map[string]map[int64]bool{}
	order := slices.Clone(known)
	for _, f := range findings {
		name := f.Category
		if name == "" {
			name = otherFields
		}
		c := at[name]
		if c == nil {
			c = &reports.ReportCategory{Name: name}
			at[name], units[name] = c, map[int64]bool{}
			if !slices.Contains(order, name) {
				order = append(order, name)
			}
		}
		if f.Nature == data.Strength {
			c.Strengths++
			continue
		}
		c.Shortcomings++
		if f.RepeatsID != 0 {
			c.Repeated++
		}
		units[name][held[f.VisitID].UnitID] = true
		c.Units = len(units[name])
	}
	var all []reports.ReportCategory
	for _, name := range order {
		if at[name] != nil {
			all = append(all, *at[name])
		}
	}
	return all
}

// recurrentOf are the shortcomings that were found again and again, with the names of the units.
func recurrentOf(findings []data.Finding, held map[int64]VisitRow) []reports.ReportRecurrent {
	at := make([]data.FindingAt, len(findings))
	names := map[int64]string{}
	for i, f := range findings {
		v := held[f.VisitID]
		at[i] = data.FindingAt{Finding: f, UnitID: v.UnitID, RoundID: v.RoundID, DoneOn: v.DoneOn}
		names[v.UnitID] = lowerKind(v.UnitLabel())
	}
	slices.SortStableFunc(at, func(a, b data.FindingAt) int { return a.DoneOn.Compare(b.DoneOn) })
	var all []reports.ReportRecurrent
	for _, r := range RecurrentShortcomings(at) {
		row := reports.ReportRecurrent{Text: r.Text, Category: r.Category, Rounds: r.Rounds, CameBack: r.CameBack}
		for _, unit := range r.Units {
			row.Units = append(row.Units, names[unit])
		}
		all = append(all, row)
	}
	return all
}

// remediesByDistrict counts remedies as they stand on a day, in the order of the districts of the report; what was withdrawn is not asked for.
func remediesByDistrict(remedies []data.Remedy, held map[int64]VisitRow, on day.Date) []reports.ReportRemedies {
	at := map[string]*reports.ReportRemedies{}
	var names []string
	for _, m := range remedies {
		state, _ := RemedyStateOn(m, on)
		if state == RemedyWithdrawn {
			continue
		}
		name := districtRow(held[m.VisitID])
		r := at[name]
		if r == nil {
			r = &reports.ReportRemedies{District: name}
			at[name], names = r, append(names, name)
		}
		r.Asked++
		switch {
		case !state.Open():
			r.Done++
		case state == RemedyLate:
			r.Late++
		}
	}
	slices.SortFunc(names, compareDistricts)
	var all []reports.ReportRemedies
	for _, name := range names {
		all = append(all, *at[name])
	}
	return all
}

// levelsOf counts the units by their level at the last visit that gave one.
func (o *Office) levelsOf(ctx context.Context, held map[int64]VisitRow) (levels []reports.ReportLevel, rated int, err error) {
	visits := make([]data.Visit, 0, len(held))
	for _, v := range held {
		visits = append(visits, v.Visit)
	}
	scores, err := o.visitLevels(ctx, visits)
	if err != nil {
		return nil, 0, err
	}
	last := map[int64]int64{} // visit by unit
	for id := range scores {
		v := held[id]
		if known, ok := last[v.UnitID]; !ok || held[known].DoneOn.Before(v.DoneOn) || held[known].DoneOn == v.DoneOn && known < id {
			last[v.UnitID] = id
		}
	}
	count := map[string]int{}
	for _, id := range last {
		count[scores[id]]++
	}
	for _, level := range []string{LevelGood, LevelFair, LevelPassed, LevelFailed} {
		if count[level] > 0 {
			levels = append(levels, reports.ReportLevel{Name: level, Units: count[level]})
		}
	}
	return levels, len(last), nil
}

// addUnvisited adds the units that a term has not inspected by a day.
func (o *Office) addUnvisited(ctx context.Context, sum *reports.InspectionFindings, on day.Date, term data.Term) error {
	rows, owed, err := o.Unvisited(ctx, data.Scope{On: on}, term)
	if err != nil {
		return err
	}
	sum.Owed = owed
	for _, u := range rows {
		last := ""
		if !u.Last.IsZero() {
			last = reports.ShortDate(u.Last.Time())
		}
		sum.Unvisited = append(sum.Unvisited, reports.ReportUnvisited{Unit: UnionName(u.Unit, false), District: u.District, Last: last})
	}
	return nil
}
