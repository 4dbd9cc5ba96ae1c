package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// caringLevels are the levels whose cadres look after units below, and caredLevels those of the units (plan 77/KH-BCH, III.1).
var (
	caringLevels = []data.Level{data.Province, data.District}
	caredLevels  = []data.Level{data.BaseUnit, data.District}
)

// CaredLevels are the levels of the units that a cadre may be given to look after.
func CaredLevels() []data.Level { return slices.Clone(caredLevels) }

// CheckAssignment refuses an assignment that must not be. posts are those that the cadre holds when it begins; others are all her
// assignments, in which this one may be itself.
func CheckAssignment(a data.Assignment, c data.Cadre, u data.UnitOn, posts []data.Post, others []data.Assignment) error {
	if !slices.Contains(caredLevels, u.Level) {
		return Problem("Chỉ phân công phụ trách cơ sở hoặc đơn vị cấp huyện; “%s” là %s.", u.Label(), strings.ToLower(LevelName(u.Level)))
	}
	if !slices.ContainsFunc(posts, func(p data.Post) bool { return slices.Contains(caringLevels, p.UnitLevel) }) {
		return Problem("“%s” không giữ chức danh nào ở cấp tỉnh, cấp huyện vào ngày %s nên không phân công phụ trách được; hãy chọn người khác hoặc sửa ngày.", c.FullName, a.StartedOn)
	}
	for _, other := range others {
		if other.ID == a.ID || other.UnitID != a.UnitID {
			continue
		}
		before := !other.EndedOn.IsZero() && other.EndedOn.Last().Before(a.StartedOn.First())
		after := !a.EndedOn.IsZero() && a.EndedOn.Last().Before(other.StartedOn.First())
		if !before && !after {
			return Problem("“%s” đã được phân công phụ trách “%s” từ %s; hãy sửa phân công đó.", c.FullName, u.Label(), other.StartedOn)
		}
	}
	return nil
}

// Assign gives a cadre several units to look after, all or none; unit and id of a are not looked at.
func (o *Office) Assign(ctx context.Context, a data.Assignment, units []int64) error {
	if len(units) == 0 {
		return Problem("Hãy chọn ít nhất một đơn vị để phân công phụ trách.")
	}
	_, err := o.db.Write(ctx, "Phân công phụ trách cơ sở", func(tx *data.Tx) error {
		for _, unit := range units {
			one := a
			one.Base, one.UnitID = data.Base{}, unit
			if err := checkAssignment(ctx, tx, one); err != nil {
				return err
			}
			if err := tx.Insert(&one); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// SaveAssignment changes an assignment; ending it is giving it a last day.
func (o *Office) SaveAssignment(ctx context.Context, a data.Assignment) error {
	_, err := o.db.Write(ctx, "Sửa phân công phụ trách cơ sở", func(tx *data.Tx) error {
		if err := checkAssignment(ctx, tx, a); err != nil {
			return err
		}
		return tx.Update(&a)
	})
	return err
}

func checkAssignment(ctx context.Context, tx *data.Tx, a data.Assignment) error {
	if a.CadreID == 0 {
		return Problem("Hãy chọn người phụ trách.")
	}
	if a.StartedOn.IsZero() {
		return Problem("Hãy gõ ngày bắt đầu phụ trách.")
	}
	c, err := tx.Cadre(ctx, a.CadreID)
	if err != nil {
		return err
	}
	on := a.StartedOn.Last() // of a month or a year that is all that is known
	u, err := unitThen(ctx, tx.Reader, a.UnitID, on)
	if err != nil {
		return err
	}
	posts, err := tx.Posts(ctx, data.PostQuery{Cadres: []int64{a.CadreID}, On: on})
	if err != nil {
		return err
	}
	others, err := tx.Assignments(ctx, data.AssignmentQuery{Cadre: a.CadreID, Unit: a.UnitID})
	if err != nil {
		return err
	}
	return CheckAssignment(a, c, u, posts, others)
}

// unitThen is a unit as it was on a day, with a sentence when it did not exist then.
func unitThen(ctx context.Context, r data.Reader, id int64, on day.Date) (data.UnitOn, error) {
	u, err := r.UnitOn(ctx, on, id)
	if !IsNotFound(err) {
		return u, err
	}
	names, err := r.UnitNames(ctx, []int64{id})
	if err != nil {
		return u, err
	}
	return u, Problem("“%s” không hoạt động vào ngày %s; hãy chọn ngày hoặc đơn vị khác.", names[id].Label(), on)
}

// SaveTrip stores a trip to a unit.
func (o *Office) SaveTrip(ctx context.Context, t data.Trip) error {
	switch {
	case t.CadreID == 0:
		return Problem("Hãy chọn người đi cơ sở.")
	case t.MadeOn.After(o.Today()):
		return Problem("Chuyến đi ngày %s chưa diễn ra; hãy sửa lại ngày.", t.MadeOn)
	}
	return o.saveSub(ctx, "Ghi chuyến đi cơ sở", t.CadreID, t.ID, &t, func(tx *data.Tx) error {
		if t.MadeOn.IsZero() {
			return nil // refused as it is stored
		}
		_, err := unitThen(ctx, tx.Reader, t.UnitID, t.MadeOn)
		return err
	})
}

// AssignmentRow is an assignment with who looks after the unit.
type AssignmentRow struct {
	data.Assignment
	Name string
}

// AssignmentsOf lists who looks and looked after a unit, the latest first.
func (o *Office) AssignmentsOf(ctx context.Context, unit int64) ([]AssignmentRow, error) {
	all, err := o.db.Assignments(ctx, data.AssignmentQuery{Unit: unit})
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(all))
	for i, a := range all {
		ids[i] = a.CadreID
	}
	names, err := o.cadreNames(ctx, ids)
	rows := make([]AssignmentRow, len(all))
	for i, a := range all {
		rows[i] = AssignmentRow{a, names[a.CadreID]}
	}
	return rows, err
}

// TripRow is a trip with who made it.
type TripRow struct {
	data.Trip
	Name string
}

// TripsTo lists the trips to a unit, the latest first.
func (o *Office) TripsTo(ctx context.Context, unit int64) ([]TripRow, error) {
	all, err := o.db.Trips(ctx, data.AssignmentQuery{Unit: unit})
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(all))
	for i, t := range all {
		ids[i] = t.CadreID
	}
	names, err := o.cadreNames(ctx, ids)
	rows := make([]TripRow, len(all))
	for i, t := range all {
		rows[i] = TripRow{t, names[t.CadreID]}
	}
	return rows, err
}

func (o *Office) cadreNames(ctx context.Context, ids []int64) (map[int64]string, error) {
	cadres, err := o.db.CadresByID(ctx, ids)
	names := make(map[int64]string, len(cadres))
	for id, c := range cadres {
		names[id] = c.FullName
	}
	return names, err
}

// CaredUnit is a base unit with those who look after it on a day; Names is "" when nobody does.
type CaredUnit struct {
	data.UnitOn
	Above string
	Names string
	Since day.Date // of the one who has looked after it longest
}

// CaredUnits lists the base units with who looks after them on a day: first those in hardship, then those with many faithful, then the others;
// among each, those that nobody looks after come first. unit 0 lists the whole province, otherwise the units directly under one.
func (o *Office) CaredUnits(ctx context.Context, on day.Date, unit int64) ([]CaredUnit, error) {
	query := data.UnitQuery{Levels: []data.Level{data.BaseUnit}}
	if unit != 0 {
		query.Parents = []int64{unit}
	}
	units, err := o.db.UnitsOn(ctx, on, query)
	if err != nil {
		return nil, err
	}
	above, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.District, data.Affiliate}})
	if err != nil {
		return nil, err
	}
	labels := map[int64]string{}
	for _, u := range above {
		labels[u.ID] = u.Label()
	}
	assignments, err := o.db.Assignments(ctx, data.AssignmentQuery{On: on})
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, a := range assignments {
		ids = append(ids, a.CadreID)
	}
	names, err := o.cadreNames(ctx, ids)
	if err != nil {
		return nil, err
	}
	rows := make([]CaredUnit, len(units))
	at := map[int64]*CaredUnit{}
	for i, u := range units {
		rows[i] = CaredUnit{UnitOn: u, Above: labels[u.ParentID]}
		at[u.ID] = &rows[i]
	}
	for _, a := range slices.Backward(assignments) { // the longest first
		row := at[a.UnitID]
		if row == nil {
			continue
		}
		if row.Names == "" {
			row.Names, row.Since = names[a.CadreID], a.StartedOn
		} else {
			row.Names += ", " + names[a.CadreID]
		}
	}
	slices.SortStableFunc(rows, func(a, b CaredUnit) int { return cmp.Compare(careRank(a), careRank(b)) })
	return rows, nil
}

// careRank orders the units by how much they need somebody.
func careRank(u CaredUnit) int {
	rank := 4
	switch {
	case u.Hardship:
		rank = 0
	case u.Religious:
		rank = 2
	}
	if u.Names != "" {
		rank++
	}
	return rank
}

// CaringCadres lists the cadres of the province and the districts on a day whose names match a text, for a picker.
func (o *Office) CaringCadres(ctx context.Context, on day.Date, text string, limit int) ([]CadreMatch, error) {
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: caringLevels})
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(units))
	for i, u := range units {
		ids[i] = u.ID
	}
	posts, err := o.db.Posts(ctx, data.PostQuery{Units: ids, On: on})
	if err != nil {
		return nil, err
	}
	ids = ids[:0]
	for _, p := range posts {
		ids = append(ids, p.CadreID)
	}
	cadres, err := o.db.CadresByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(vietnamese.SearchKey(text))
	var matches []CadreMatch
	listed := map[int64]bool{}
	for _, p := range posts { // by rank
		c := cadres[p.CadreID]
		missing := slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(" "+c.SearchKey, " "+word) })
		if listed[p.CadreID] || missing {
			continue
		}
		listed[p.CadreID] = true
		if matches = append(matches, CadreMatch{c.ID, c.FullName, PostTitle(p)}); len(matches) == limit {
			break
		}
	}
	return matches, nil
}
