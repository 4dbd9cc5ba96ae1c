package data

import "context"

// Progress counts the owed visits of a rhythm in one part of the province.
type Progress struct {
	Rhythm Rhythm
	// Row is the district that the unit stands in, or is; 0 for the affiliates together.
	Row              int64
	Owed, Done, Late int // Late: not done although the round is over
}

// ProgressOf counts the visits of a term in a scope as they stand on its day, by rhythm and district. A recheck is not owed, and neither is
// what was called off.
func (r Reader) ProgressOf(ctx context.Context, s Scope, termID int64) ([]Progress, error) {
	within, args := s.within("v.unit_id")
	on := s.On.ISO()
	const done = "coalesce(v.done_on <= ?, 0)"
	sql := `SELECT r.rhythm, CASE WHEN u.level = ? THEN 0 WHEN u.level = ? THEN u.id WHEN v.origin = ?
			THEN (SELECT s.parent_id FROM unit_states s WHERE s.unit_id = u.id AND s.deleted_at IS NULL ORDER BY s.valid_from DESC LIMIT 1)
			ELSE coalesce(v.inspector_id, 0) END AS row,
			count(*) AS owed, sum(` + done + `) AS done, sum(r.due_on < ? AND NOT ` + done + `) AS late
		FROM visits v JOIN rounds r ON r.id = v.round_id AND r.deleted_at IS NULL JOIN units u ON u.id = v.unit_id
		WHERE r.term_id = ? AND v.deleted_at IS NULL AND v.origin <> ? AND NOT (v.halt = ? AND v.halted_on <= ?)` + within + ` GROUP BY 1, 2`
	var rows []Progress
	all := append([]any{Affiliate, District, Sampled, on, on, on, termID, Rechecks, Cancelled, on}, args...)
	err := r.db.WithContext(ctx).Raw(sql, all...).Scan(&rows).Error
	return rows, r.fail(err, "progress of term %d", termID)
}

// Unconcluded lists the visits of a term in a scope that were held by its day and have no conclusion yet, the longest held first.
func (r Reader) Unconcluded(ctx context.Context, s Scope, termID int64) ([]Visit, error) {
	within, args := s.within("v.unit_id")
	sql := `SELECT v.* FROM visits v JOIN rounds r ON r.id = v.round_id AND r.deleted_at IS NULL
		WHERE r.term_id = ? AND v.deleted_at IS NULL AND v.done_on <= ? AND (v.concluded_on IS NULL OR v.concluded_on > ?)` + within + " ORDER BY v.done_on, v.id"
	var visits []Visit
	err := r.db.WithContext(ctx).Raw(sql, append([]any{termID, s.On.ISO(), s.On.ISO()}, args...)...).Scan(&visits).Error
	return visits, r.fail(err, "visits of term %d without conclusion", termID)
}
