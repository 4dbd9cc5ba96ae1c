package data

import (
	"context"

	"cosohoi/data/day"
)

// Scope is what an overview looks at: on a day, a unit with all below it; Unit 0 is the whole province, whose tree need not be walked.
type Scope struct {
	On   day.Date
	Unit int64
}

// within is the condition that the unit in a column lies in the scope.
func (s Scope) within(column string) (string, []any) {
	if s.Unit == 0 {
		return "", nil
	}
	return " AND " + column + " IN (" + subtree + "SELECT id FROM subtree)", subtreeArgs(s.Unit, s.On)
}

// serving is the condition that the cadre in a column holds a post in the scope.
func (s Scope) serving(column string) (string, []any) {
	within, args := s.within("a.unit_id")
	return "EXISTS (SELECT 1 FROM appointments a WHERE a.cadre_id = " + column + " AND " + appointmentHeld + within + ")", append([]any{s.On.ISO(), s.On.ISO()}, args...)
}

// lastDayOf completes a partial date by its last day, so that what is known by the year alone counts when the year is over.
func lastDayOf(column string) string {
	return column + " || substr('0000-12-31', length(" + column + ") + 1)"
}

// probationOver is the condition that a cadre c is past her probation in the Party on a day, given as the day twelve months before it and
// the day itself, and is not yet a full member.
var probationOver = "c.party_probation_on IS NOT NULL AND " + lastDayOf("c.party_probation_on") + " <= ? AND (c.party_official_on IS NULL OR c.party_official_on > ?)"

// probationMonths is how long the Party keeps a new member on probation (Điều lệ Đảng, Điều 5).
const probationMonths = 12

// CadreCounts counts those who hold a post in a scope.
type CadreCounts struct {
	Cadres, Members    int // Members are in the Party
	Heads, HeadMembers int // who hold a given post, and the Party members among them
	ProbationOver      int // on probation in the Party for twelve months or more
}

// CountServing counts the cadres of a scope in one pass. head is the post that Heads counts.
func (r Reader) CountServing(ctx context.Context, s Scope, head int64) (CadreCounts, error) {
	on := s.On.ISO()
	within, unit := s.within("a.unit_id")
	sql := `SELECT count(*) AS cadres, coalesce(sum(` + partyJoined + ` <= ?), 0) AS members,
			coalesce(sum(h.head), 0) AS heads, coalesce(sum(h.head AND coalesce(` + partyJoined + ` <= ?, 0)), 0) AS head_members,
			coalesce(sum(` + probationOver + `), 0) AS probation_over
		FROM (SELECT a.cadre_id, max(a.position_id = ?) AS head
			FROM appointments a WHERE ` + appointmentHeld + within + ` GROUP BY a.cadre_id) h
		JOIN cadres c ON c.id = h.cadre_id AND c.deleted_at IS NULL`
	args := append([]any{on, on, s.On.AddMonths(-probationMonths).ISO(), on, head, on, on}, unit...)
	var counts CadreCounts
	return counts, r.fail(r.db.WithContext(ctx).Raw(sql, args...).Scan(&counts).Error, "count cadres of %d", s.Unit)
}

// servingCadres lists cadres with a post in a scope whom a condition keeps, by name.
func (r Reader) servingCadres(ctx context.Context, s Scope, op, where string, args ...any) ([]Cadre, error) {
	serving, more := s.serving("c.id")
	var cadres []Cadre
	err := r.db.WithContext(ctx).Table("cadres c").Select("c.*").Where("c.deleted_at IS NULL").Where(where, args...).Where(serving, more...).
		Order("c.sort_key, c.id").Find(&cadres).Error
	return cadres, r.fail(err, "%s", op)
}

// ProbationOver lists the cadres of a scope whose twelve months of probation in the Party are over.
func (r Reader) ProbationOver(ctx context.Context, s Scope) ([]Cadre, error) {
	return r.servingCadres(ctx, s, "probation over", probationOver, s.On.AddMonths(-probationMonths).ISO(), s.On.ISO())
}

// Retiring lists the cadres of a scope born by a day, to the month or better, who work full time for the Union, as the chairs and vice
// chairs do unless noted otherwise, and are not officials who retired already.
func (r Reader) Retiring(ctx context.Context, s Scope, by day.Date) ([]Cadre, error) {
	on := s.On.ISO()
	return r.servingCadres(ctx, s, "retiring cadres", `length(c.birth) >= 7 AND c.birth <= ? AND NOT c.retired_official AND (c.full_time = 'Chuyên trách'
		OR c.full_time = '' AND EXISTS (SELECT 1 FROM appointments a JOIN positions p ON p.id = a.position_id AND p.bodies LIKE '%,tt,%'
			WHERE a.cadre_id = c.id AND `+appointmentHeld+"))", by.ISO(), on, on)
}

// vacantSeats joins the single posts p of the units u in states s that nobody holds on a day, given four times.
func vacantSeats(within string) string {
	return ` FROM positions p JOIN units u ON u.level = p.level AND u.deleted_at IS NULL JOIN unit_states s ON s.unit_id = u.id AND ` + stateHeld + `
		WHERE p.single AND p.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.unit_id = u.id AND a.position_id = p.id AND ` + appointmentHeld + `)` + within
}

// CountVacant counts the vacant single posts of a scope by level.
func (r Reader) CountVacant(ctx context.Context, s Scope) (UnitCount, error) {
	on := s.On.ISO()
	within, args := s.within("u.id")
	var rows []struct {
		Level Level
		N     int
	}
	err := r.db.WithContext(ctx).Raw("SELECT u.level, count(*) AS n"+vacantSeats(within)+" GROUP BY u.level", append([]any{on, on, on, on}, args...)...).Scan(&rows).Error
	counts := UnitCount{}
	for _, row := range rows {
		counts[row.Level] = row.N
	}
	return counts, r.fail(err, "count vacant posts")
}

// VacantPosts lists the vacant single posts of a level in a scope, as posts without a cadre; EndedOn is the last day of the one who
// held it last.
func (r Reader) VacantPosts(ctx context.Context, s Scope, level Level) ([]Post, error) {
	on := s.On.ISO()
	within, args := s.within("u.id")
	sql := `SELECT u.id AS unit_id, p.id AS position_id, p.name AS position_name, p.rank, p.single, u.level AS unit_level,
			(SELECT max(l.ended_on) FROM appointments l WHERE l.unit_id = u.id AND l.position_id = p.id AND l.deleted_at IS NULL AND l.ended_on < ?) AS ended_on` +
		vacantSeats(" AND u.level = ?"+within) + " ORDER BY p.rank, (SELECT min(t.sort_key) FROM unit_states t WHERE t.unit_id = s.parent_id), s.sort_key, u.id"
	var posts []Post
	if err := r.db.WithContext(ctx).Raw(sql, append([]any{on, on, on, on, on, level}, args...)...).Scan(&posts).Error; err != nil {
		return nil, r.fail(err, "vacant posts")
	}
	return posts, r.namePosts(ctx, s.On, posts)
}

// Waiting lists the posts that a reorganisation ended whose holders have had none since and have not left, in a scope that reaches to the
// units that came after theirs; the latest first.
func (r Reader) Waiting(ctx context.Context, s Scope) ([]Post, error) {
	on := s.On.ISO()
	sql := "SELECT " + postColumns + ` FROM appointments a JOIN positions p ON p.id = a.position_id JOIN units u ON u.id = a.unit_id
		JOIN cadres c ON c.id = a.cadre_id AND c.deleted_at IS NULL
		WHERE a.reorganisation_id IS NOT NULL AND a.deleted_at IS NULL AND a.ended_on < ? AND (c.left_on IS NULL OR c.left_on > ?) AND c.anonymised_on IS NULL
			AND NOT EXISTS (SELECT 1 FROM appointments h WHERE h.cadre_id = c.id AND h.deleted_at IS NULL AND ` + held("h.started_on", "h.ended_on") + ")"
	args := []any{on, on, on, on}
	if s.Unit != 0 {
		within, unit := s.within("l.to_id")
		sql += " AND EXISTS (SELECT 1 FROM unit_links l WHERE l.from_id = a.unit_id AND l.reorganisation_id = a.reorganisation_id AND l.deleted_at IS NULL" + within + ")"
		args = append(args, unit...)
	}
	var posts []Post
	if err := r.db.WithContext(ctx).Raw(sql+" ORDER BY a.ended_on DESC, p.rank, a.id", args...).Scan(&posts).Error; err != nil {
		return nil, r.fail(err, "waiting cadres")
	}
	return posts, r.namePosts(ctx, day.Date{}, posts)
}

// TermsRunningOut lists the terms of the committees of units that exist in a scope which end by a day, without a later one; the earliest
// end first.
func (r Reader) TermsRunningOut(ctx context.Context, s Scope, by day.Date) ([]UnitTerm, error) {
	on := s.On.ISO()
	within, args := s.within("t.unit_id")
	sql := `SELECT t.* FROM unit_terms t JOIN unit_states s ON s.unit_id = t.unit_id AND ` + stateHeld + `
		WHERE t.deleted_at IS NULL AND t.first_day <= ? AND t.last_day <= ?
			AND NOT EXISTS (SELECT 1 FROM unit_terms n WHERE n.unit_id = t.unit_id AND n.deleted_at IS NULL AND n.last_day > t.last_day)` + within + " ORDER BY t.last_day, t.id"
	var terms []UnitTerm
	err := r.db.WithContext(ctx).Raw(sql, append([]any{on, on, on, by.ISO()}, args...)...).Scan(&terms).Error
	return terms, r.fail(err, "terms running out")
}

// CertificatesExpiring lists the certificates of the course on the Party that end from the day of a scope to another, of serving cadres
// who are not in the Party, took no later course and did not stop.
func (r Reader) CertificatesExpiring(ctx context.Context, s Scope, by day.Date) ([]PartyStep, error) {
	on := s.On.ISO()
	serving, args := s.serving("c.id")
	sql := `SELECT t.* FROM party_steps t JOIN cadres c ON c.id = t.cadre_id AND c.deleted_at IS NULL
		WHERE t.deleted_at IS NULL AND t.step = 'course' AND t.expires_on >= substr(?, 1, length(t.expires_on)) AND t.expires_on <= ?
			AND (` + partyJoined + " IS NULL OR " + partyJoined + ` > ?)
			AND NOT EXISTS (SELECT 1 FROM party_steps l WHERE l.cadre_id = t.cadre_id AND l.deleted_at IS NULL AND l.id <> t.id
				AND (l.step = 'course' AND l.taken_on > t.taken_on OR l.step = 'stopped' AND l.taken_on >= t.taken_on))
			AND ` + serving + " ORDER BY t.expires_on, t.id"
	var steps []PartyStep
	err := r.db.WithContext(ctx).Raw(sql, append([]any{on, by.ISO(), on}, args...)...).Scan(&steps).Error
	return steps, r.fail(err, "certificates that expire")
}

// VisitsOpen lists the visits of a term in a scope that had not taken place by its day and are planned by another, by planned date.
func (r Reader) VisitsOpen(ctx context.Context, s Scope, termID int64, by day.Date) ([]Visit, error) {
	within, args := s.within("v.unit_id")
	sql := `SELECT v.* FROM visits v JOIN rounds r ON r.id = v.round_id AND r.deleted_at IS NULL
		WHERE r.term_id = ? AND v.deleted_at IS NULL AND v.planned_on <= ? AND (v.done_on IS NULL OR v.done_on > ?)` + within + " ORDER BY v.planned_on, v.id"
	var visits []Visit
	err := r.db.WithContext(ctx).Raw(sql, append([]any{termID, by.ISO(), s.On.ISO()}, args...)...).Scan(&visits).Error
	return visits, r.fail(err, "open visits of term %d", termID)
}

// NamedOn names units as they are on a day; those gone by then under their last names.
func (r Reader) NamedOn(ctx context.Context, on day.Date, ids []int64) (map[int64]UnitOn, error) {
	units, err := r.UnitsOn(ctx, on, UnitQuery{IDs: ids})
	if err != nil {
		return nil, err
	}
	named := make(map[int64]UnitOn, len(units))
	for _, u := range units {
		named[u.ID] = u
	}
	var gone []int64
	for _, id := range ids {
		if _, known := named[id]; !known {
			gone = append(gone, id)
		}
	}
	if len(gone) == 0 {
		return named, nil
	}
	var last []UnitOn
	err = r.db.WithContext(ctx).Table("units u").Select(unitColumns).Joins("JOIN unit_states s ON s.unit_id = u.id").
		Where("s.deleted_at IS NULL AND u.id IN ?", gone).Order("s.valid_from").Find(&last).Error
	for _, u := range last {
		named[u.ID] = u
	}
	return named, r.fail(err, "names of units")
}
