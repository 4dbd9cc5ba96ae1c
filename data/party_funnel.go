package data

import (
	"context"

	"cosohoi/data/day"
)

// StageCount is how many cadres are at a stage on the way to the Party, and how many of them are chi hội trưởng.
type StageCount struct{ All, Heads int }

// headsBelow is the cadres with a post in the subtree on a day, and whether one of their posts is chi hội trưởng.
var headsBelow = `held AS (SELECT a.cadre_id, max(p.code = 'CHT') AS head FROM subtree JOIN appointments a ON a.unit_id = subtree.id
	JOIN positions p ON p.id = a.position_id WHERE ` + appointmentHeld + ` GROUP BY a.cadre_id) `

// PartyFunnel counts the cadres who serve in a unit or below it on a day, by stage: "probation", "official", the
// furthest step taken since the last stop, or "".
func (r Reader) PartyFunnel(ctx context.Context, on day.Date, unit int64) (map[PartyStage]StageCount, error) {
	var rows []struct {
		Stage      PartyStage
		All, Heads int
	}
	day := on.ISO()
	err := r.db.WithContext(ctx).Raw(subtree+", "+headsBelow+`SELECT CASE WHEN c.party_official_on <= ? THEN 'official' WHEN `+partyJoined+` <= ? THEN 'probation'
			ELSE coalesce((SELECT s.step FROM party_steps s WHERE s.cadre_id = c.id AND s.deleted_at IS NULL AND s.taken_on <= ?
				AND NOT EXISTS (SELECT 1 FROM party_steps t WHERE t.cadre_id = c.id AND t.deleted_at IS NULL AND t.step = 'stopped' AND t.taken_on <= ? AND (t.taken_on, t.id) > (s.taken_on, s.id))
				ORDER BY CASE s.step WHEN 'stopped' THEN 0 WHEN 'outstanding' THEN 1 WHEN 'course' THEN 2 ELSE 3 END DESC LIMIT 1), '') END AS stage,
			count(*) AS "all", sum(held.head) AS heads
		FROM held JOIN cadres c ON c.id = held.cadre_id WHERE c.deleted_at IS NULL GROUP BY 1`,
		append(subtreeArgs(unit, on), day, day, day, day, day, day)...).Scan(&rows).Error
	counts := make(map[PartyStage]StageCount, len(rows))
	for _, row := range rows {
		counts[row.Stage] = StageCount{row.All, row.Heads}
	}
	return counts, r.fail(err, "party funnel below %d", unit)
}

// HeadProfile counts chi hội trưởng: all, and those among them who are retired officials, Party members, members of other bodies.
type HeadProfile struct{ All, Retired, Party, OtherBodies int }

// BranchHeadProfile counts the chi hội trưởng in a unit and below it on a day.
func (r Reader) BranchHeadProfile(ctx context.Context, on day.Date, unit int64) (HeadProfile, error) {
	var p HeadProfile
	err := r.db.WithContext(ctx).Raw(subtree+", "+headsBelow+`SELECT count(*) AS "all", coalesce(sum(c.retired_official), 0) AS retired,
			coalesce(sum(`+partyJoined+` <= ?), 0) AS party, coalesce(sum(c.other_bodies <> ''), 0) AS other_bodies
		FROM held JOIN cadres c ON c.id = held.cadre_id WHERE held.head AND c.deleted_at IS NULL`,
		append(subtreeArgs(unit, on), on.ISO(), on.ISO(), on.ISO())...).Scan(&p).Error
	return p, r.fail(err, "branch heads below %d", unit)
}
