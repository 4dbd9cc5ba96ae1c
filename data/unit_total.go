package data

import (
	"context"
	"math/bits"

	"cosohoi/data/day"
)

// UnitTotal is what stands in and under a unit on a day.
type UnitTotal struct {
	// Branches are the chi hội under it.
	Branches int
	// Cadres are those with a post in it or under it, each once; Members are the Party members among them.
	Cadres, Members int
	// Vacant are the posts for one person, in it or under it, that nobody holds.
	Vacant int
}

// deepestTree is more levels than any tree has.
const deepestTree = 10

// unitNode is a unit while UnitTotals counts.
type unitNode struct {
	UnitTotal
	above  *unitNode
	parent int64
	level  Level
	filled uint64 // bits of the single posts that somebody holds
	last   int64  // the cadre counted last
}

// singlePost is a post for one person: its level and its bit in unitNode.filled.
type singlePost struct {
	level Level
	bit   uint64
}

// UnitTotals counts, for every unit of a day, what stands in and under it: the units and the posts are read once each and added up on
// the way to the province. Some 20 ms for 12,000 units, seconds for a million.
func (r Reader) UnitTotals(ctx context.Context, on day.Date) (map[int64]UnitTotal, error) {
	singles, asked, err := r.singlePosts(ctx)
	if err != nil {
		return nil, err
	}
	nodes, err := r.unitNodes(ctx, on)
	if err != nil {
		return nil, err
	}
	if err := r.countPosts(ctx, on, nodes, singles); err != nil {
		return nil, err
	}
	totals := make(map[int64]UnitTotal, len(nodes))
	for _, n := range nodes {
		vacant := bits.OnesCount64(asked[n.level] &^ n.filled)
		above := n
		for range deepestTree { // a damaged file could hold a circle
			above.Vacant += vacant
			if n.level == Branch && above != n {
				above.Branches++
			}
			if above = above.above; above == nil {
				break
			}
		}
	}
	for id, n := range nodes {
		totals[id] = n.UnitTotal
	}
	return totals, nil
}

// singlePosts gives the posts for one person, and for each level all of them together.
func (r Reader) singlePosts(ctx context.Context) (map[int64]singlePost, map[Level]uint64, error) {
	positions, err := r.Positions(ctx)
	if err != nil {
		return nil, nil, err
	}
	singles, asked := map[int64]singlePost{}, map[Level]uint64{}
	for _, p := range positions {
		if p.Single {
			bit := uint64(1) << bits.OnesCount64(asked[p.Level])
			singles[p.ID] = singlePost{p.Level, bit}
			asked[p.Level] |= bit
		}
	}
	return singles, asked, nil
}

// unitNodes reads the units of a day and ties each to the one above it.
func (r Reader) unitNodes(ctx context.Context, on day.Date) (map[int64]*unitNode, error) {
	rows, err := r.db.WithContext(ctx).Raw("SELECT u.id, u.level, coalesce(s.parent_id, 0) FROM units u JOIN unit_states s ON s.unit_id = u.id WHERE u.deleted_at IS NULL AND "+stateHeld, on.ISO(), on.ISO()).Rows()
	if err != nil {
		return nil, r.fail(err, "units on %s", on)
	}
	defer rows.Close()
	nodes := map[int64]*unitNode{}
	for rows.Next() {
		var id int64
		n := &unitNode{}
		if err := rows.Scan(&id, &n.level, &n.parent); err != nil {
			return nil, r.fail(err, "units on %s", on)
		}
		nodes[id] = n
	}
	for _, n := range nodes {
		n.above = nodes[n.parent]
	}
	return nodes, r.fail(rows.Err(), "units on %s", on)
}

// countPosts counts the holders of posts in their units and all above. The posts come cadre by cadre, so that one who holds several is
// counted once wherever they meet.
func (r Reader) countPosts(ctx context.Context, on day.Date, nodes map[int64]*unitNode, singles map[int64]singlePost) error {
	rows, err := r.db.WithContext(ctx).Raw("SELECT a.cadre_id, a.unit_id, a.position_id, coalesce("+partyJoined+" <= ?, 0) FROM appointments a JOIN cadres c ON c.id = a.cadre_id AND c.deleted_at IS NULL WHERE "+
		appointmentHeld+" ORDER BY a.cadre_id", on.ISO(), on.ISO(), on.ISO()).Rows()
	if err != nil {
		return r.fail(err, "posts on %s", on)
	}
	defer rows.Close()
	for rows.Next() {
		var cadre, unit, position int64
		var member bool
		if err := rows.Scan(&cadre, &unit, &position, &member); err != nil {
			return r.fail(err, "posts on %s", on)
		}
		n := nodes[unit]
		if n == nil {
			continue
		}
		if single, ok := singles[position]; ok && single.level == n.level {
			n.filled |= single.bit
		}
		for ; n != nil && n.last != cadre; n = n.above {
			n.last = cadre
			n.Cadres++
			if member {
				n.Members++
			}
		}
	}
	return r.fail(rows.Err(), "posts on %s", on)
}
