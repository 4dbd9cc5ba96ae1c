package data

import (
	"context"

	"cosohoi/data/day"
)

// UnvisitedUnit is a unit without a visit in a term, with the day of its last visit before, zero for none.
type UnvisitedUnit struct {
	UnitID int64
	LastOn day.Date
}

// Unvisited lists the units of some levels in a scope that were not visited in a term by the day of the scope, in the order of the tree's
// names, and counts all units of the levels there.
func (r Reader) Unvisited(ctx context.Context, s Scope, termID int64, levels []Level) (units []UnvisitedUnit, all int, err error) {
	within, args := s.within("u.id")
	on := s.On.ISO()
	sql := `SELECT u.id AS unit_id, max(v.done_on) AS last_on, coalesce(max(r.term_id = ?), 0) AS visited FROM units u
		JOIN unit_states s ON s.unit_id = u.id AND ` + stateHeld + `
		LEFT JOIN visits v ON v.unit_id = u.id AND v.deleted_at IS NULL AND v.done_on <= ?
		LEFT JOIN rounds r ON r.id = v.round_id
		WHERE u.deleted_at IS NULL AND u.level IN ?` + within + " GROUP BY u.id ORDER BY s.sort_key, u.id"
	var rows []struct {
		UnvisitedUnit
		Visited bool
	}
	err = r.db.WithContext(ctx).Raw(sql, append([]any{termID, on, on, on, levels}, args...)...).Scan(&rows).Error
	for _, row := range rows {
		if !row.Visited {
			units = append(units, row.UnvisitedUnit)
		}
	}
	return units, len(rows), r.fail(err, "units not visited in term %d", termID)
}
