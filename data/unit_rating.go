package data

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"
)

// Kinds of the records of this file.
const (
	KindRatingCriterion Kind = "rating_criterion"
	KindUnitRating      Kind = "unit_rating"
)

// Subjects of rating schemes for units.
const (
	RatesBaseUnits = "base"
	RatesBranches  = "branch"
)

// RatingCriterion is a criterion of a scheme for units with the most points that it gives. A unit without a point in one with KnockOut gets
// the lowest level.
type RatingCriterion struct {
	Base
	SchemeID int64
	Name     string
	Points   int
	KnockOut bool
	Rank     int
}

// TableName names the table, whose plural GORM does not know.
func (RatingCriterion) TableName() string { return "rating_criteria" }

func (*RatingCriterion) kind() Kind { return KindRatingCriterion }
func (c *RatingCriterion) prepare() error {
	cleaned(&c.Name)
	if c.Points < 0 {
		return Faultf(nil, "Tiêu chí “%s” có điểm tối đa nhỏ hơn 0; hãy sửa lại.", c.Name)
	}
	return missing(c.Name, "Tiêu chí xếp loại chưa có tên; hãy gõ tên.")
}

// Score is what a criterion was given: by the unit itself, by the level above, and in the end.
type Score struct {
	Criterion          int64
	Self, Upper, Final Number
}

// UnitRating is the rating of a unit in a year. The points are the sums of Scores; LevelID is the level of the final ones, 0 until then.
type UnitRating struct {
	Base
	UnitID                               int64
	Year                                 int
	SchemeID                             int64
	Scores                               string // JSON of []Score
	SelfPoints, UpperPoints, FinalPoints Number
	LevelID                              int64 `gorm:"serializer:zeronull"`
	Reason, Evidence                     string
}

func (*UnitRating) kind() Kind                      { return KindUnitRating }
func (*UnitRating) listing() (on, end, kind string) { return "year", "", "level_id" }
func (u *UnitRating) prepare() error {
	cleanedLines(&u.Reason, &u.Evidence)
	_, err := u.Given()
	return err
}

// Given reads the scores.
func (u UnitRating) Given() ([]Score, error) {
	var scores []Score
	if u.Scores == "" {
		return nil, nil
	}
	return scores, json.Unmarshal([]byte(u.Scores), &scores)
}

// RatingCriteria lists the criteria of some schemes in their order.
func (r Reader) RatingCriteria(ctx context.Context, schemes []int64) ([]RatingCriterion, error) {
	return listed[RatingCriterion](ctx, r, "rating criteria", func(db *gorm.DB) *gorm.DB {
		return db.Where("scheme_id IN ?", schemes).Order("scheme_id, rank, id")
	})
}

// UnitRatingOf returns the rating of a unit in a year; ok is false when there is none.
func (r Reader) UnitRatingOf(ctx context.Context, unit int64, year int) (rating UnitRating, ok bool, err error) {
	found, err := listed[UnitRating](ctx, r, "rating of a unit", func(db *gorm.DB) *gorm.DB { return db.Where("unit_id = ? AND year = ?", unit, year).Limit(1) })
	if err != nil || len(found) == 0 {
		return UnitRating{}, false, err
	}
	return found[0], true, nil
}

// CountUnitRatings counts the ratings by a scheme, and those outside some years of it, 0 for an open end.
func (r Reader) CountUnitRatings(ctx context.Context, scheme int64, first, last int) (all, outside int, err error) {
	var n struct{ All, Outside int }
	err = r.db.WithContext(ctx).Raw(`SELECT count(*) AS "all", coalesce(sum(year < ? OR (? <> 0 AND year > ?)), 0) AS outside FROM unit_ratings WHERE scheme_id = ? AND deleted_at IS NULL`,
		first, last, last, scheme).Scan(&n).Error
	return n.All, n.Outside, r.fail(err, "count unit ratings of scheme %d", scheme)
}

// LatestUnitRating is the level that a unit was given in its last rated year. Worse counts the levels of the scheme below it: 0 for the
// worst.
type LatestUnitRating struct {
	UnitID int64
	Year   int
	Level  string
	Worse  int
}

// LatestUnitRatings lists the last rating, up to a year, of each unit that has one.
func (r Reader) LatestUnitRatings(ctx context.Context, year int) (map[int64]LatestUnitRating, error) {
	var found []LatestUnitRating
	err := r.db.WithContext(ctx).Raw(`SELECT g.unit_id, max(g.year) AS year, l.name AS level, (SELECT count(*) FROM rating_levels o WHERE o.scheme_id = l.scheme_id AND o.rank > l.rank AND o.deleted_at IS NULL) AS worse
		FROM unit_ratings g JOIN rating_levels l ON l.id = g.level_id WHERE g.deleted_at IS NULL AND g.year <= ? GROUP BY g.unit_id`, year).Scan(&found).Error
	latest := make(map[int64]LatestUnitRating, len(found))
	for _, f := range found {
		latest[f.UnitID] = f
	}
	return latest, r.fail(err, "latest ratings of units up to %d", year)
}
