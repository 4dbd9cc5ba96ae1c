package data

import (
	"context"

	"cosohoi/data/day"
)

// Below is what stands in and under a unit.
type Below struct {
	// Units are those under it, by level.
	Units UnitCount
	// Cadres are those with a post in it or under it.
	Cadres int
}

// CountsBelow counts, for each of some units, what stands in and under it on a day, in two queries for all of them.
func (r Reader) CountsBelow(ctx context.Context, on day.Date, units []int64) (map[int64]Below, error) {
	trees := "WITH RECURSIVE trees (root, id) AS (SELECT s.unit_id, s.unit_id FROM unit_states s WHERE s.unit_id IN ? AND " + stateHeld +
		" UNION SELECT trees.root, s.unit_id FROM unit_states s JOIN trees ON s.parent_id = trees.id WHERE " + stateHeld + ") "
	iso := on.ISO()
	var levels []struct {
		Root  int64
		Level Level
		N     int
	}
	err := r.db.WithContext(ctx).Raw(trees+"SELECT trees.root, u.level, count(*) AS n FROM trees JOIN units u ON u.id = trees.id AND u.deleted_at IS NULL WHERE trees.id <> trees.root GROUP BY trees.root, u.level",
		units, iso, iso, iso, iso).Scan(&levels).Error
	if err != nil {
		return nil, r.fail(err, "units below %d units", len(units))
	}
	var cadres []struct {
		Root int64
		N    int
	}
	err = r.db.WithContext(ctx).Raw(trees+"SELECT trees.root, count(DISTINCT a.cadre_id) AS n FROM trees JOIN appointments a ON a.unit_id = trees.id AND "+appointmentHeld+" GROUP BY trees.root",
		units, iso, iso, iso, iso, iso, iso).Scan(&cadres).Error
	if err != nil {
		return nil, r.fail(err, "cadres below %d units", len(units))
	}
	counts := make(map[int64]Below, len(units))
	for _, id := range units {
		counts[id] = Below{Units: UnitCount{}}
	}
	for _, l := range levels {
		counts[l.Root].Units[l.Level] = l.N
	}
	for _, c := range cadres {
		b := counts[c.Root]
		b.Cadres = c.N
		counts[c.Root] = b
	}
	return counts, nil
}
