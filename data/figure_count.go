package data

import (
	"context"
	"strings"

	"cosohoi/data/day"
)

// What the counted columns of the biểu số liệu kỳ are counted from. Each query answers for the whole province at once; the numbers are
// keyed by the unit in which the records sit, and package app adds them up along the tree.

// TreeUnit is a unit in the tree of a day, as little of it as counting needs.
type TreeUnit struct {
	ID, ParentID int64
	Level        Level
	Name         string
}

// TreeUnits lists all units of a day.
func (r Reader) TreeUnits(ctx context.Context, on day.Date) ([]TreeUnit, error) {
	var units []TreeUnit
	err := r.db.WithContext(ctx).Raw("SELECT u.id, coalesce(s.parent_id, 0) AS parent_id, u.level, s.name FROM units u JOIN unit_states s ON s.unit_id = u.id WHERE u.deleted_at IS NULL AND "+stateHeld,
		on.ISO(), on.ISO()).Scan(&units).Error
	return units, r.fail(err, "places on %s", on)
}

// HeldPost is a post that is held on a day with what figures ask about its holder.
type HeldPost struct {
	UnitID, CadreID  int64
	Code, Bodies     string // of the position
	Party            bool
	Joined           day.Date // the Party, on probation; zero when not in it by the day
	Birth            day.Date
	Degree, Politics string
	Paid             bool // gets an allowance that month
}

// HeldPosts lists the posts held on a day, the highest of each cadre first.
func (r Reader) HeldPosts(ctx context.Context, on day.Date) ([]HeldPost, error) {
	var posts []HeldPost
	iso := on.ISO()
	err := r.db.WithContext(ctx).Raw(`SELECT a.unit_id, a.cadre_id, p.code, p.bodies, coalesce(`+partyJoined+` <= ?, 0) AS party,
			CASE WHEN `+partyJoined+` <= ? THEN `+partyJoined+` END AS joined, c.birth, c.degree, c.politics,
			EXISTS (SELECT 1 FROM allowances w WHERE w.cadre_id = c.id AND w.deleted_at IS NULL AND `+held("w.from_month", "w.to_month")+`) AS paid
		FROM appointments a JOIN positions p ON p.id = a.position_id JOIN cadres c ON c.id = a.cadre_id AND c.deleted_at IS NULL
		WHERE `+appointmentHeld+" ORDER BY p.rank, a.id", iso, iso, iso, iso, iso, iso).Scan(&posts).Error
	return posts, r.fail(err, "posts held on %s", on)
}

// PostChanges counts by unit the posts that were begun, or with ended set given up, from one day to another. A day known by month or year
// counts as its last.
func (r Reader) PostChanges(ctx context.Context, from, to day.Date, ended bool) (map[int64]int64, error) {
	column := "a.started_on"
	if ended {
		column = "a.ended_on"
	}
	return r.tally(ctx, "SELECT a.unit_id AS id, count(*) AS n FROM appointments a WHERE a.deleted_at IS NULL AND "+lastDayOf(column)+" BETWEEN ? AND ? GROUP BY a.unit_id", from.ISO(), to.ISO())
}

// VacantSeats counts by unit the posts for one person that nobody holds on a day.
func (r Reader) VacantSeats(ctx context.Context, on day.Date) (map[int64]int64, error) {
	iso := on.ISO()
	return r.tally(ctx, `SELECT u.id, count(*) AS n FROM units u JOIN unit_states s ON s.unit_id = u.id AND `+stateHeld+`
		JOIN positions p ON p.level = u.level AND p.single AND p.deleted_at IS NULL
		WHERE u.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.unit_id = u.id AND a.position_id = p.id AND `+appointmentHeld+") GROUP BY u.id", iso, iso, iso, iso)
}

// StepsTaken counts by cadre the steps of a stage towards the Party from one day to another.
func (r Reader) StepsTaken(ctx context.Context, stage PartyStage, from, to day.Date) (map[int64]int64, error) {
	return r.tally(ctx, "SELECT cadre_id AS id, count(*) AS n FROM party_steps WHERE deleted_at IS NULL AND step = ? AND "+lastDayOf("taken_on")+" BETWEEN ? AND ? GROUP BY cadre_id", stage, from.ISO(), to.ISO())
}

// AttendancesIn counts by cadre the courses that she went to and that ended, or without an end began, from one day to another.
func (r Reader) AttendancesIn(ctx context.Context, from, to day.Date) (map[int64]int64, error) {
	return r.tally(ctx, "SELECT t.cadre_id AS id, count(*) AS n FROM attendances t JOIN courses o ON o.id = t.course_id AND o.deleted_at IS NULL WHERE t.deleted_at IS NULL AND "+
		lastDayOf("coalesce(o.ended_on, o.started_on)")+" BETWEEN ? AND ? GROUP BY t.cadre_id", from.ISO(), to.ISO())
}

// AwardsWith counts by cadre the awards from one day to another whose title begins with a word.
func (r Reader) AwardsWith(ctx context.Context, title string, from, to day.Date) (map[int64]int64, error) {
	return r.tally(ctx, "SELECT cadre_id AS id, count(*) AS n FROM cadre_awards WHERE deleted_at IS NULL AND title LIKE ? AND "+lastDayOf("granted_on")+" BETWEEN ? AND ? GROUP BY cadre_id",
		title+"%", from.ISO(), to.ISO())
}

// RatedWith counts by cadre her ratings of a year in a level of a scheme for cadres; rank 1 is the best level.
func (r Reader) RatedWith(ctx context.Context, year, rank int) (map[int64]int64, error) {
	return r.tally(ctx, `SELECT g.cadre_id AS id, 1 AS n FROM cadre_ratings g JOIN rating_levels l ON l.id = g.level_id AND l.rank = ?
		JOIN rating_schemes s ON s.id = g.scheme_id AND s.subject = ? WHERE g.deleted_at IS NULL AND g.year = ? GROUP BY g.cadre_id`, rank, RatesCadres, year)
}

// UnitAwardsWith counts by unit the awards for the unit itself from one day to another whose title begins with a word.
func (r Reader) UnitAwardsWith(ctx context.Context, title string, from, to day.Date) (map[int64]int64, error) {
	return r.tally(ctx, "SELECT unit_id AS id, count(*) AS n FROM unit_awards WHERE deleted_at IS NULL AND title LIKE ? AND "+lastDayOf("granted_on")+" BETWEEN ? AND ? GROUP BY unit_id",
		title+"%", from.ISO(), to.ISO())
}

// UnitsRated gives a 1 for each unit whose rating of a year is in a level of a scheme for a subject; rank 1 is the best level.
func (r Reader) UnitsRated(ctx context.Context, subject string, year, rank int) (map[int64]int64, error) {
	return r.tally(ctx, `SELECT g.unit_id AS id, 1 AS n FROM unit_ratings g JOIN rating_levels l ON l.id = g.level_id AND l.rank = ?
		JOIN rating_schemes s ON s.id = g.scheme_id AND s.subject = ? WHERE g.deleted_at IS NULL AND g.year = ?`, rank, subject, year)
}

// RemedyStand narrows a count of remedies to those that stand so on the last day.
type RemedyStand string

// The stands. Late is open after its day.
const (
	RemediesAll     RemedyStand = "1"
	RemediesSettled RemedyStand = "NOT (" + remedyOpen + ")"
	RemediesLate    RemedyStand = "m.due_on < ? AND " + remedyOpen
)

// RemediesOf counts, by the unit that owes them, the remedies of visits held from one day to another, without those withdrawn by the last.
func (r Reader) RemediesOf(ctx context.Context, stand RemedyStand, from, to day.Date) (map[int64]int64, error) {
	args := []any{from.ISO(), to.ISO(), to.ISO()}
	for range strings.Count(string(stand), "?") {
		args = append(args, to.ISO())
	}
	return r.tally(ctx, `SELECT m.unit_id AS id, count(*) AS n FROM remedies m JOIN visits v ON v.id = m.visit_id AND v.deleted_at IS NULL AND v.done_on BETWEEN ? AND ?
		WHERE m.deleted_at IS NULL AND (m.withdrawn_on IS NULL OR m.withdrawn_on > ?) AND `+string(stand)+" GROUP BY m.unit_id", args...)
}

// BranchesFounded counts by the unit above the chi hội that began from one day to another.
func (r Reader) BranchesFounded(ctx context.Context, from, to day.Date) (map[int64]int64, error) {
	return r.tally(ctx, `SELECT s.parent_id AS id, count(*) AS n FROM unit_states s JOIN units u ON u.id = s.unit_id AND u.level = 'branch' AND u.deleted_at IS NULL
		WHERE s.deleted_at IS NULL AND s.valid_from BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM unit_states p WHERE p.unit_id = s.unit_id AND p.deleted_at IS NULL
			AND p.id <> s.id AND (p.valid_from IS NULL OR p.valid_from < s.valid_from)) GROUP BY s.parent_id`, from.ISO(), to.ISO())
}

// BranchesClosed counts by the unit above the chi hội that ended from one day to another: those that went up in others, or the rest.
func (r Reader) BranchesClosed(ctx context.Context, from, to day.Date, merged bool) (map[int64]int64, error) {
	return r.tally(ctx, `SELECT s.parent_id AS id, count(*) AS n FROM unit_states s JOIN units u ON u.id = s.unit_id AND u.level = 'branch' AND u.deleted_at IS NULL
		WHERE s.deleted_at IS NULL AND s.valid_to BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM unit_states l WHERE l.unit_id = s.unit_id AND l.deleted_at IS NULL AND l.valid_from > s.valid_to)
			AND ? = EXISTS (SELECT 1 FROM unit_links l WHERE l.from_id = s.unit_id AND l.to_id <> s.unit_id AND l.deleted_at IS NULL) GROUP BY s.parent_id`, from.ISO(), to.ISO(), merged)
}

// UnitSuccession is what became of a unit on a day: From went, whole or in part, into To.
type UnitSuccession struct {
	FromID, ToID int64
	HappenedOn   day.Date
}

// UnitSuccessions lists which units came after which others, in order of time.
func (r Reader) UnitSuccessions(ctx context.Context) ([]UnitSuccession, error) {
	var links []UnitSuccession
	err := r.db.WithContext(ctx).Raw(`SELECT DISTINCT l.from_id, l.to_id, o.happened_on FROM unit_links l JOIN reorganisations o ON o.id = l.reorganisation_id AND o.deleted_at IS NULL
		WHERE l.deleted_at IS NULL AND l.from_id IS NOT NULL AND l.to_id IS NOT NULL ORDER BY o.happened_on, l.id`).Scan(&links).Error
	return links, r.fail(err, "successions of units")
}

// tally runs a query that gives id and n.
func (r Reader) tally(ctx context.Context, sql string, args ...any) (map[int64]int64, error) {
	var rows []struct{ ID, N int64 }
	err := r.db.WithContext(ctx).Raw(sql, args...).Scan(&rows).Error
	counts := make(map[int64]int64, len(rows))
	for _, row := range rows {
		counts[row.ID] += row.N
	}
	return counts, r.fail(err, "count for figures")
}
