package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindRatingScheme Kind = "rating_scheme"
	KindRatingLevel  Kind = "rating_level"
	KindCadreRating  Kind = "cadre_rating"
)

// Subjects of rating schemes.
const (
	RatesCadres       = "cadre"
	RatesPartyMembers = "party_member"
)

// RatingScheme is a way to rate that held from FirstYear to LastYear, 0 for still: the levels change with decrees (Nghị định
// 90/2020/NĐ-CP).
type RatingScheme struct {
	Base
	Subject             string
	Name                string
	FirstYear, LastYear int
}

func (*RatingScheme) kind() Kind { return KindRatingScheme }
func (s *RatingScheme) prepare() error {
	s.Name = vietnamese.Clean(s.Name)
	switch {
	case s.Name == "":
		return Faultf(nil, "Thang xếp loại chưa có tên; hãy gõ tên, ví dụ “Nghị định 90/2020/NĐ-CP”.")
	case s.LastYear != 0 && s.LastYear < s.FirstYear:
		return Faultf(nil, "Thang xếp loại “%s” có năm cuối %d trước năm đầu %d; hãy sửa lại.", s.Name, s.LastYear, s.FirstYear)
	}
	return nil
}

// RatingLevel is one level of a scheme; Rank 1 is the best.
type RatingLevel struct {
	Base
	SchemeID int64
	Name     string
	Short    string // in lists: "Xuất sắc", "Tốt", "HT"
	Rank     int
	// Threshold is the points from which a unit gets the level; cadres are given levels without points.
	Threshold int
}

func (*RatingLevel) kind() Kind { return KindRatingLevel }
func (l *RatingLevel) prepare() error {
	l.Name, l.Short = vietnamese.Clean(l.Name), vietnamese.Clean(l.Short)
	if l.Name == "" {
		return Faultf(nil, "Mức xếp loại chưa có tên; hãy gõ tên, ví dụ “Hoàn thành tốt nhiệm vụ”.")
	}
	return nil
}

// CadreRating is the rating of a cadre in a year by a scheme.
type CadreRating struct {
	Base
	CadreID  int64
	Year     int
	SchemeID int64
	LevelID  int64
	Decision string
	Note     string
}

func (*CadreRating) kind() Kind { return KindCadreRating }
func (c *CadreRating) prepare() error {
	c.Decision, c.Note = vietnamese.Clean(c.Decision), vietnamese.CleanLines(c.Note)
	return nil
}

// RatingSchemes lists the schemes for a subject, the latest first.
func (r Reader) RatingSchemes(ctx context.Context, subject string) ([]RatingScheme, error) {
	return listed[RatingScheme](ctx, r, "rating schemes", func(db *gorm.DB) *gorm.DB {
		return db.Where("subject = ?", subject).Order("first_year DESC, id DESC")
	})
}

// RatingLevels lists the levels of some schemes, the best first.
func (r Reader) RatingLevels(ctx context.Context, schemes []int64) ([]RatingLevel, error) {
	return listed[RatingLevel](ctx, r, "rating levels", func(db *gorm.DB) *gorm.DB {
		return db.Where("scheme_id IN ?", schemes).Order("scheme_id, rank, id")
	})
}

// CadreRatings lists the ratings of some cadres, the latest first.
func (r Reader) CadreRatings(ctx context.Context, cadres []int64) ([]CadreRating, error) {
	return listed[CadreRating](ctx, r, "ratings of cadres", func(db *gorm.DB) *gorm.DB {
		return db.Where("cadre_id IN ?", cadres).Order("year DESC, id DESC")
	})
}

// CountRatings counts the ratings of a year by level, of all cadres.
func (r Reader) CountRatings(ctx context.Context, year int, scheme int64) (map[int64]int, error) {
	var rows []struct {
		LevelID int64
		N       int
	}
	err := r.db.WithContext(ctx).Raw("SELECT level_id, count(*) AS n FROM cadre_ratings WHERE year = ? AND scheme_id = ? AND deleted_at IS NULL GROUP BY level_id", year, scheme).Scan(&rows).Error
	counts := make(map[int64]int, len(rows))
	for _, row := range rows {
		counts[row.LevelID] = row.N
	}
	return counts, r.fail(err, "count ratings of %d", year)
}

// CountRatingsBelow counts the ratings of a year by level, of the cadres who serve in a unit or below it on a day.
func (r Reader) CountRatingsBelow(ctx context.Context, on day.Date, unit int64, year int, scheme int64) (map[int64]int, error) {
	var rows []struct {
		LevelID int64
		N       int
	}
	err := r.db.WithContext(ctx).Raw(subtree+`SELECT level_id, count(*) AS n FROM cadre_ratings WHERE year = ? AND scheme_id = ? AND deleted_at IS NULL
		AND cadre_id IN (SELECT a.cadre_id FROM subtree JOIN appointments a ON a.unit_id = subtree.id WHERE `+appointmentHeld+`) GROUP BY level_id`,
		append(subtreeArgs(unit, on), year, scheme, on.ISO(), on.ISO())...).Scan(&rows).Error
	counts := make(map[int64]int, len(rows))
	for _, row := range rows {
		counts[row.LevelID] = row.N
	}
	return counts, r.fail(err, "count ratings of %d below %d", year, unit)
}

// CountRated counts the ratings with a level.
func (r Reader) CountRated(ctx context.Context, level int64) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Model(&CadreRating{}).Where("level_id = ? AND deleted_at IS NULL", level).Count(&n).Error
	return int(n), r.fail(err, "count ratings of level %d", level)
}

// CountRatedOutside counts the ratings by a scheme before its first year or after its last, 0 for none.
func (r Reader) CountRatedOutside(ctx context.Context, scheme int64, first, last int) (int, error) {
	var n int64
	err := r.db.WithContext(ctx).Model(&CadreRating{}).
		Where("scheme_id = ? AND deleted_at IS NULL AND (year < ? OR (? <> 0 AND year > ?))", scheme, first, last, last).Count(&n).Error
	return int(n), r.fail(err, "count ratings outside the years of scheme %d", scheme)
}
