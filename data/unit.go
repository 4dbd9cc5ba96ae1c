package data

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Level is the place of a unit in the Union: which levels may stand under which is a rule of package app.
type Level string

// The levels, top first. Affiliate is an organisation beside the districts (plan 77/KH-BCH, IV.3); BaseUnit is a
// cơ sở Hội (xã, phường, thị trấn); Branch a chi hội; Group a tổ phụ nữ.
const (
	Province  Level = "province"
	District  Level = "district"
	Affiliate Level = "affiliate"
	BaseUnit  Level = "base"
	Branch    Level = "branch"
	Group     Level = "group"
)

// Kinds of the records of this file.
const (
	KindUnit      Kind = "unit"
	KindUnitState Kind = "unit_state"
)

// Unit is the identity of a unit: it stays when code, name or parent change.
type Unit struct {
	Base
	Level Level
	Note  string
}

func (*Unit) kind() Kind { return KindUnit }
func (u *Unit) prepare() error {
	u.Note = vietnamese.CleanLines(u.Note)
	return nil
}

// UnitState is what holds of a unit from ValidFrom to ValidTo, both days included; a zero ValidFrom means
// since before the records begin, a zero ValidTo that it still holds.
type UnitState struct {
	Base
	UnitID int64
	// ParentID is 0 for the province.
	ParentID  int64 `gorm:"serializer:zeronull"`
	Code      string
	Kind      string
	Name      string
	Hardship  bool // "đơn vị khó khăn"
	Religious bool // "có đông đồng bào có đạo"
	ValidFrom day.Date
	ValidTo   day.Date
	SearchKey string `json:"-"`
	SortKey   string `json:"-"`
}

func (*UnitState) kind() Kind { return KindUnitState }
func (s *UnitState) prepare() error {
	s.Code, s.Kind, s.Name = vietnamese.Clean(s.Code), vietnamese.Clean(s.Kind), vietnamese.Clean(s.Name)
	s.SearchKey = vietnamese.SearchKey(s.Kind + " " + s.Name + " " + s.Code)
	s.SortKey = kindRank(s.Kind) + vietnamese.SortKey(s.Name)
	switch {
	case s.Name == "":
		return Faultf(nil, "Đơn vị chưa có tên; hãy gõ tên đơn vị.")
	case !s.ValidTo.IsZero() && s.ValidTo.Last().Before(s.ValidFrom):
		return Faultf(nil, "Ngày kết thúc %s của “%s” sớm hơn ngày bắt đầu %s; hãy sửa lại ngày.", s.ValidTo, s.Name, s.ValidFrom)
	}
	return nil
}

// kindRank puts towns before the country, as lists of units do.
func kindRank(kind string) string {
	switch kind {
	case "thành phố", "phường":
		return "1"
	case "thị xã", "quận", "thị trấn":
		return "2"
	}
	return "3"
}

// UnitOn is a unit as it is on a day: identity and the state of that day.
type UnitOn struct {
	ID      int64
	Level   Level
	Note    string
	StateID int64
	// ParentID is 0 for the province.
	ParentID            int64
	Code, Kind, Name    string
	Hardship, Religious bool
	ValidFrom, ValidTo  day.Date
	SortKey             string
}

// UnitQuery narrows a list of units; zero fields do not.
type UnitQuery struct {
	IDs []int64
	// Parents asks for the direct children of these units.
	Parents []int64
	Levels  []Level
	Code    string
	// Text is matched by the beginnings of words, without tone marks.
	Text          string
	Limit, Offset int
}

const unitColumns = "u.id, u.level, u.note, s.id AS state_id, coalesce(s.parent_id, 0) AS parent_id, s.code, s.kind, s.name, s.hardship, s.religious, s.valid_from, s.valid_to, s.sort_key"

// held is the condition that the days from–to of a row enclose a day given twice. A partial end counts to
// its last day: "2023" holds through 31/12/2023.
func held(from, to string) string {
	return "(" + from + " IS NULL OR " + from + " <= ?) AND (" + to + " IS NULL OR " + to + " >= substr(?, 1, length(" + to + ")))"
}

// stateHeld is held for the unit states under alias s, without those in the recycle bin.
var stateHeld = "s.deleted_at IS NULL AND " + held("s.valid_from", "s.valid_to")

// UnitsOn lists the units that exist on a day, in Vietnamese order.
func (r Reader) UnitsOn(ctx context.Context, on day.Date, q UnitQuery) ([]UnitOn, error) {
	db := r.db.WithContext(ctx).Table("units u").Select(unitColumns).
		Joins("JOIN unit_states s ON s.unit_id = u.id").
		Where("u.deleted_at IS NULL AND "+stateHeld, on.ISO(), on.ISO()).Order("s.sort_key, u.id")
	if q.IDs != nil {
		db = db.Where("u.id IN ?", q.IDs)
	}
	if q.Parents != nil {
		db = db.Where("s.parent_id IN ?", q.Parents)
	}
	if len(q.Levels) > 0 {
		db = db.Where("u.level IN ?", q.Levels)
	}
	if q.Code != "" {
		db = db.Where("s.code = ?", q.Code)
	}
	if q.Text != "" {
		db = db.Where(unitNameMatch, prefixQuery(q.Text))
	}
	if q.Limit > 0 {
		db = db.Limit(q.Limit).Offset(q.Offset)
	}
	var units []UnitOn
	return units, r.fail(db.Find(&units).Error, "units on %s", on)
}

// UnitOn returns one unit as it is on a day; ErrNotFound when it does not exist then.
func (r Reader) UnitOn(ctx context.Context, on day.Date, id int64) (UnitOn, error) {
	units, err := r.UnitsOn(ctx, on, UnitQuery{IDs: []int64{id}})
	if err == nil && len(units) == 0 {
		err = r.fail(ErrNotFound, "unit %d on %s", id, on)
	}
	if err != nil {
		return UnitOn{}, err
	}
	return units[0], nil
}

// UnitSpan is one state of a unit with the day on which the unit itself began, zero when that is before the
// records begin.
type UnitSpan struct {
	UnitOn
	Founded day.Date
}

// UnitSpans lists the states of all units of some levels, by unit and time.
func (r Reader) UnitSpans(ctx context.Context, levels []Level) ([]UnitSpan, error) {
	var units []UnitOn
	err := r.db.WithContext(ctx).Table("units u").Select(unitColumns).
		Joins("JOIN unit_states s ON s.unit_id = u.id").
		Where("u.deleted_at IS NULL AND s.deleted_at IS NULL AND u.level IN ?", levels).
		Order("u.id, s.valid_from").Find(&units).Error
	spans := make([]UnitSpan, len(units))
	for i, u := range units {
		spans[i] = UnitSpan{u, u.ValidFrom}
		if i > 0 && spans[i-1].ID == u.ID {
			spans[i].Founded = spans[i-1].Founded
		}
	}
	return spans, r.fail(err, "spans of units")
}

// Ancestors returns the units above one on a day, top first, without itself.
func (r Reader) Ancestors(ctx context.Context, on day.Date, id int64) ([]UnitOn, error) {
	var chain []UnitOn
	for seen := map[int64]bool{}; id != 0 && !seen[id]; {
		seen[id] = true
		u, err := r.UnitOn(ctx, on, id)
		if errors.Is(err, ErrNotFound) {
			break
		}
		if err != nil {
			return nil, err
		}
		chain = append([]UnitOn{u}, chain...)
		id = u.ParentID
	}
	if len(chain) > 0 {
		chain = chain[:len(chain)-1]
	}
	return chain, nil
}

// subtree is a common table expression with the ids of a unit and all below it on a day; its arguments come
// from subtreeArgs.
var subtree = "WITH RECURSIVE subtree (id) AS (SELECT CAST(? AS INTEGER) UNION SELECT s.unit_id FROM unit_states s JOIN subtree ON s.parent_id = subtree.id WHERE " + stateHeld + ") "

func subtreeArgs(id int64, on day.Date) []any { return []any{id, on.ISO(), on.ISO()} }

// UnitCount is how many units stand below one, by level.
type UnitCount map[Level]int

// CountBelow counts the units below one on a day, by level.
func (r Reader) CountBelow(ctx context.Context, on day.Date, id int64) (UnitCount, error) {
	var rows []struct {
		Level Level
		N     int
	}
	sql := subtree + "SELECT u.level, count(*) AS n FROM units u JOIN subtree ON subtree.id = u.id WHERE u.id <> ? AND u.deleted_at IS NULL GROUP BY u.level"
	err := r.db.WithContext(ctx).Raw(sql, append(subtreeArgs(id, on), id)...).Find(&rows).Error
	counts := UnitCount{}
	for _, row := range rows {
		counts[row.Level] = row.N
	}
	return counts, r.fail(err, "count below %d", id)
}

// ChildCounts counts the direct children of each of some units on a day; units without children are left out.
func (r Reader) ChildCounts(ctx context.Context, on day.Date, parents []int64) (map[int64]int, error) {
	return r.countBy(ctx, "SELECT s.parent_id AS id, count(*) AS n FROM unit_states s WHERE s.parent_id IN ? AND "+stateHeld+" GROUP BY s.parent_id", parents, on)
}

// ChildrenAfter counts the direct children that a unit has on any day after one.
func (r Reader) ChildrenAfter(ctx context.Context, after day.Date, parent int64) (int, error) {
	return r.countAfter(ctx, "SELECT count(DISTINCT unit_id) FROM unit_states WHERE parent_id = ? AND deleted_at IS NULL AND (valid_to IS NULL OR valid_to > substr(?, 1, length(valid_to)))", parent, after)
}

// HoldersAfter counts the cadres who hold a post in a unit on any day after one.
func (r Reader) HoldersAfter(ctx context.Context, after day.Date, unit int64) (int, error) {
	return r.countAfter(ctx, "SELECT count(DISTINCT cadre_id) FROM appointments WHERE unit_id = ? AND deleted_at IS NULL AND (ended_on IS NULL OR ended_on > substr(?, 1, length(ended_on)))", unit, after)
}

func (r Reader) countAfter(ctx context.Context, sql string, unit int64, after day.Date) (int, error) {
	var n int
	err := r.db.WithContext(ctx).Raw(sql, unit, after.ISO()).Scan(&n).Error
	return n, r.fail(err, "count after %s in unit %d", after, unit)
}

// StatesUnder lists the states, of any time, of the direct children of a unit.
func (r Reader) StatesUnder(ctx context.Context, parent int64) ([]UnitState, error) {
	var states []UnitState
	err := r.db.WithContext(ctx).Where("parent_id = ? AND deleted_at IS NULL", parent).Order("sort_key, id").Find(&states).Error
	return states, r.fail(err, "states under unit %d", parent)
}

// Orphans lists the states that hold on a day although the unit above them does not exist then.
func (r Reader) Orphans(ctx context.Context, on day.Date) ([]UnitState, error) {
	var states []UnitState
	err := r.db.WithContext(ctx).Raw("SELECT s.* FROM unit_states s WHERE s.parent_id IS NOT NULL AND "+stateHeld+
		" AND NOT EXISTS (SELECT 1 FROM unit_states p WHERE p.unit_id = s.parent_id AND p.deleted_at IS NULL AND "+held("p.valid_from", "p.valid_to")+") ORDER BY s.sort_key",
		on.ISO(), on.ISO(), on.ISO(), on.ISO()).Scan(&states).Error
	return states, r.fail(err, "orphans on %s", on)
}

// SharedCodes lists the states that hold on a day with a code that another unit has on that day, by code.
func (r Reader) SharedCodes(ctx context.Context, on day.Date) ([]UnitState, error) {
	var states []UnitState
	err := r.db.WithContext(ctx).Raw("SELECT s.* FROM unit_states s WHERE "+stateHeld+" AND s.code <> '' AND s.code IN (SELECT s.code FROM unit_states s WHERE "+stateHeld+
		" AND s.code <> '' GROUP BY s.code HAVING count(*) > 1) ORDER BY s.code, s.unit_id", on.ISO(), on.ISO(), on.ISO(), on.ISO()).Scan(&states).Error
	return states, r.fail(err, "shared codes on %s", on)
}

// countBy runs a query that gives id and n for some ids on a day.
func (r Reader) countBy(ctx context.Context, sql string, ids []int64, on day.Date) (map[int64]int, error) {
	var rows []struct {
		ID int64
		N  int
	}
	err := r.db.WithContext(ctx).Raw(sql, ids, on.ISO(), on.ISO()).Find(&rows).Error
	counts := make(map[int64]int, len(rows))
	for _, row := range rows {
		counts[row.ID] = row.N
	}
	return counts, r.fail(err, "count by unit")
}

// LevelCounts counts all units by level on a day.
func (r Reader) LevelCounts(ctx context.Context, on day.Date) (UnitCount, error) {
	var rows []struct {
		Level Level
		N     int
	}
	err := r.db.WithContext(ctx).Raw("SELECT u.level, count(*) AS n FROM units u JOIN unit_states s ON s.unit_id = u.id WHERE u.deleted_at IS NULL AND "+stateHeld+" GROUP BY u.level", on.ISO(), on.ISO()).Find(&rows).Error
	counts := UnitCount{}
	for _, row := range rows {
		counts[row.Level] = row.N
	}
	return counts, r.fail(err, "count levels")
}

// UnitByID returns the identity of a unit.
func (r Reader) UnitByID(ctx context.Context, id int64) (Unit, error) {
	return take[Unit](ctx, r, id)
}

// UnitStates lists the states of a unit, oldest first.
func (r Reader) UnitStates(ctx context.Context, unitID int64) ([]UnitState, error) {
	var states []UnitState
	err := r.db.WithContext(ctx).Where("unit_id = ? AND deleted_at IS NULL", unitID).Order("valid_from, id").Find(&states).Error
	return states, r.fail(err, "states of unit %d", unitID)
}

// CodeHolders lists the units other than exceptID that carry a code on some day from first to last; a zero
// last is open.
func (r Reader) CodeHolders(ctx context.Context, code string, exceptID int64, first, last day.Date) ([]UnitState, error) {
	var states []UnitState
	db := r.db.WithContext(ctx).Where("code = ? AND unit_id <> ? AND deleted_at IS NULL", code, exceptID).
		Where("valid_to IS NULL OR valid_to >= substr(?, 1, length(valid_to))", first.ISO())
	if !last.IsZero() {
		db = db.Where("valid_from IS NULL OR valid_from <= ?", last.Last().ISO())
	}
	return states, r.fail(db.Find(&states).Error, "holders of code %s", code)
}

// CodeEverHeld tells whether a code belongs to a unit on any day.
func (r Reader) CodeEverHeld(ctx context.Context, code string) (bool, error) {
	states, err := r.CodeHolders(ctx, code, 0, day.Date{}, day.Date{})
	return len(states) > 0, err
}

// UnitNames returns the kind and name of units in their latest states, for showing history.
func (r Reader) UnitNames(ctx context.Context, ids []int64) (map[int64]UnitState, error) {
	var states []UnitState
	err := r.db.WithContext(ctx).Where("unit_id IN ? AND deleted_at IS NULL", ids).Order("valid_from").Find(&states).Error
	names := make(map[int64]UnitState, len(states))
	for _, s := range states {
		names[s.UnitID] = s
	}
	return names, r.fail(err, "names of units")
}

// take reads one live record by id; ErrNotFound when it is gone.
func take[R any](ctx context.Context, r Reader, id int64) (R, error) {
	var record R
	err := r.db.WithContext(ctx).Where("id = ? AND deleted_at IS NULL", id).Take(&record).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = ErrNotFound
	}
	return record, r.fail(err, "%T %d", record, id)
}

// Label gives the name in lists: "Xã Hải Vân", "Chi hội xóm 1".
func (u UnitOn) Label() string { return unitLabel(u.Kind, u.Name) }

// Label gives the name in lists.
func (s UnitState) Label() string { return unitLabel(s.Kind, s.Name) }

func unitLabel(kind, name string) string {
	return vietnamese.UpperFirst(strings.TrimSpace(kind + " " + name))
}
