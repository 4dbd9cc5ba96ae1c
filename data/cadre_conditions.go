package data

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"cosohoi/data/day"
)

// Narrows tells whether a query leaves out any serving cadre.
func (q CadreQuery) Narrows() bool {
	q.On, q.Sort, q.Descending, q.AnyOrder, q.Limit, q.Offset = day.Date{}, "", false, false, 0, 0
	return q != CadreQuery{}
}

// serving is q.Serving, but for the conditions that hold only of cadres without a post: they would leave nobody.
func (q CadreQuery) serving() Serving {
	if q.Serving == ServingNow && (q.Waiting || q.Left) {
		return ServingAny
	}
	return q.Serving
}

// further applies the conditions beyond name, post and Party to cadres c.
func (q CadreQuery) further(db *gorm.DB) *gorm.DB {
	on := q.On.ISO()
	if q.Waiting {
		db = q.waiting(db)
	}
	if q.Left {
		db = db.Where("c.left_on <= ?", on)
	}
	if q.NeverTrained {
		db = db.Where("NOT EXISTS (SELECT 1 FROM attendances t WHERE t.cadre_id = c.id AND t.deleted_at IS NULL)")
	}
	if q.HasAllowance {
		db = db.Where("EXISTS (SELECT 1 FROM allowances w WHERE w.cadre_id = c.id AND w.deleted_at IS NULL AND "+held("w.from_month", "w.to_month")+")", on, on)
	}
	if q.RatedLevel != 0 || q.RatedYear != 0 {
		db = db.Where(`EXISTS (SELECT 1 FROM cadre_ratings g WHERE g.cadre_id = c.id AND g.deleted_at IS NULL
			AND (? = 0 OR g.level_id = ?) AND (? = 0 OR g.year = ?))`, q.RatedLevel, q.RatedLevel, q.RatedYear, q.RatedYear)
	}
	if q.NotRatedIn != 0 {
		db = db.Where(`NOT EXISTS (SELECT 1 FROM cadre_ratings g JOIN rating_schemes s ON s.id = g.scheme_id
			WHERE g.cadre_id = c.id AND g.deleted_at IS NULL AND g.year = ? AND s.subject = ?)`, q.NotRatedIn, RatesCadres)
	}
	for column, word := range map[string]string{"c.full_time": q.FullTime, "c.politics": q.Politics, "c.degree": q.Degree} {
		if word != "" {
			db = db.Where(column+" = ?", word)
		}
	}
	if q.RetiredOfficial {
		db = db.Where("c.retired_official")
	}
	if q.InOtherBodies {
		db = db.Where("c.other_bodies <> ''")
	}
	if q.MissingData {
		db = db.Where("(c.birth IS NULL OR c.phone = '')")
	}
	if q.AgeFrom > 0 {
		db = db.Where("c.birth <= ?", yearsBefore(q.On, q.AgeFrom))
	}
	if q.AgeTo > 0 {
		db = db.Where("c.birth > ?", yearsBefore(q.On, q.AgeTo+1))
	}
	return db
}

// waiting is the condition of Reader.Waiting. The unit that the post was in is gone, so a unit in the query is looked for among those
// that came after it.
func (q CadreQuery) waiting(db *gorm.DB) *gorm.DB {
	on := q.On.ISO()
	ended, args := "SELECT a.cadre_id FROM appointments a WHERE a.reorganisation_id IS NOT NULL AND a.deleted_at IS NULL AND a.ended_on < ?", []any{on}
	if q.Unit != 0 {
		ended += ` AND EXISTS (SELECT 1 FROM unit_links l WHERE l.from_id = a.unit_id AND l.reorganisation_id = a.reorganisation_id AND l.deleted_at IS NULL
			AND l.to_id IN (` + subtree + "SELECT id FROM subtree))"
		args = append(args, subtreeArgs(q.Unit, q.On)...)
	}
	return db.Where("c.id IN ("+ended+")", args...).
		Where("(c.left_on IS NULL OR c.left_on > ?) AND c.anonymised_on IS NULL", on).
		Where("NOT EXISTS (SELECT 1 FROM appointments a WHERE a.cadre_id = c.id AND "+appointmentHeld+")", on, on)
}

// yearsBefore is the ISO form of the last day of birth of those who are years old on a day. A birth known by year or month
// only compares as its beginning.
func yearsBefore(on day.Date, years int) string {
	return fmt.Sprintf("%04d%s", on.Year-years, on.First().ISO()[4:])
}

// CadreIDs lists the ids of all cadres of a query in its order, for acts on the whole of a list.
func (r Reader) CadreIDs(ctx context.Context, q CadreQuery) ([]int64, error) {
	q.Limit, q.Offset = 0, 0
	cadres, err := r.Cadres(ctx, q)
	ids := make([]int64, len(cadres))
	for i, c := range cadres {
		ids[i] = c.ID
	}
	return ids, err
}
