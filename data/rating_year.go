package data

import "context"

// RatingNames gives the rating as cadres of some cadres in a year, as lists name it.
func (r Reader) RatingNames(ctx context.Context, cadres []int64, year int) (map[int64]string, error) {
	var rows []struct {
		CadreID int64
		Name    string
	}
	err := r.db.WithContext(ctx).Raw(`SELECT g.cadre_id, CASE WHEN l.short <> '' THEN l.short ELSE l.name END AS name
		FROM cadre_ratings g JOIN rating_levels l ON l.id = g.level_id JOIN rating_schemes s ON s.id = g.scheme_id
		WHERE g.cadre_id IN ? AND g.year = ? AND s.subject = ? AND g.deleted_at IS NULL`, cadres, year, RatesCadres).Scan(&rows).Error
	names := make(map[int64]string, len(rows))
	for _, row := range rows {
		names[row.CadreID] = row.Name
	}
	return names, r.fail(err, "ratings of %d", year)
}
