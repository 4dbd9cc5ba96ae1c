package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// UnvisitedUnit is a unit that is owed visits and got none in a term.
type UnvisitedUnit struct {
	Unit     data.UnitOn
	District string   // the row of reports that it stands in
	Last     day.Date // its last visit before the term, zero for none
}

// Unvisited lists the units in a scope that are there on its day, are owed visits, and got none in the term by then, by district; owed
// counts all units that are owed visits.
func (o *Office) Unvisited(ctx context.Context, s data.Scope, term data.Term) (rows []UnvisitedUnit, owed int, err error) {
	missing, owed, err := o.db.Unvisited(ctx, s, term.ID, InspectedLevels)
	if err != nil || len(missing) == 0 {
		return nil, owed, err
	}
	var ids, above []int64
	for _, m := range missing {
		ids = append(ids, m.UnitID)
	}
	units, err := o.db.NamedOn(ctx, s.On, ids)
	if err != nil {
		return nil, 0, err
	}
	for _, u := range units {
		above = append(above, u.ParentID)
	}
	parents, err := o.db.NamedOn(ctx, s.On, above)
	if err != nil {
		return nil, 0, err
	}
	for _, m := range missing {
		u := units[m.UnitID]
		parent := parents[u.ParentID]
		rows = append(rows, UnvisitedUnit{u, districtRow(VisitRow{Unit: u, Above: parent, District: parent.Label()}), m.LastOn})
	}
	slices.SortStableFunc(rows, func(a, b UnvisitedUnit) int { return compareDistricts(a.District, b.District) })
	return rows, owed, nil
}
