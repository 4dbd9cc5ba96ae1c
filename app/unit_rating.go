package app

import (
	"context"
	"encoding/json"
	"slices"

	"cosohoi/data"
)

// UnitScale is a way to rate units: its levels, the best first, and its criteria.
type UnitScale struct {
	RatingScale
	Criteria []data.RatingCriterion
}

// MostPoints is the sum of the points of the criteria.
func (s UnitScale) MostPoints() int {
	sum := 0
	for _, c := range s.Criteria {
		sum += c.Points
	}
	return sum
}

// Grade adds up points by criterion and finds their level: the best whose threshold is reached; the lowest when a criterion that knocks out
// has none, which is named then. ok is false as long as a criterion has no points.
func (s UnitScale) Grade(points map[int64]data.Number) (sum int64, level data.RatingLevel, knockedOut string, ok bool) {
	if len(s.Criteria) == 0 || len(s.Levels) == 0 {
		return 0, level, "", false
	}
	ok = true
	for _, c := range s.Criteria {
		p := points[c.ID]
		ok = ok && p.Known
		sum += p.N
		if p.Known && p.N == 0 && c.KnockOut && knockedOut == "" {
			knockedOut = c.Name
		}
	}
	level = s.Levels[len(s.Levels)-1]
	if knockedOut != "" {
		return sum, level, knockedOut, ok
	}
	for _, l := range s.Levels {
		if sum >= int64(l.Threshold) {
			return sum, l, "", ok
		}
	}
	return sum, level, "", ok
}

// UnitScales lists the ways to rate the units of a level, the latest first; none for levels that are not rated.
func (o *Office) UnitScales(ctx context.Context, level data.Level) ([]UnitScale, error) {
	return unitScales(ctx, o.db.Reader, level)
}

func unitScales(ctx context.Context, r data.Reader, level data.Level) ([]UnitScale, error) {
	scales, err := scalesOf(ctx, r, string(level)) // subjects are named like the levels
	if err != nil {
		return nil, err
	}
	all := make([]UnitScale, len(scales))
	for i, s := range scales {
		all[i].RatingScale = s
		if all[i].Criteria, err = r.RatingCriteria(ctx, []int64{s.ID}); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// RatedUnit is a rating in a list.
type RatedUnit struct {
	OfUnit[data.UnitRating]
	Level string
}

// UnitRatings lists xếp loại of units; Kind of the query is the id of a level of a scale.
func (o *Office) UnitRatings(ctx context.Context, q data.MovementQuery) ([]RatedUnit, int, error) {
	page, err := movementPage(ctx, o, q, func(u data.UnitRating) int64 { return u.UnitID })
	if err != nil {
		return nil, 0, err
	}
	levels := map[int64]string{}
	for _, level := range []data.Level{data.BaseUnit, data.Branch} {
		scales, err := o.UnitScales(ctx, level)
		if err != nil {
			return nil, 0, err
		}
		for _, s := range scales {
			for _, l := range s.Levels {
				levels[l.ID] = l.Name
			}
		}
	}
	rows := make([]RatedUnit, len(page.Rows))
	for i, r := range page.Rows {
		rows[i] = RatedUnit{r, levels[r.Record.LevelID]}
	}
	return rows, page.Matching, nil
}

// RatingSheet is what the form of the rating of a unit needs: the scale of its level and year, and the rating that it has.
type RatingSheet struct {
	Unit   data.UnitOn
	Scale  UnitScale
	Rating data.UnitRating // ID 0 when there is none
	Scores []data.Score    // one for each criterion
}

// RatingSheet finds the scale by which a unit is rated in a year, and its rating.
func (o *Office) RatingSheet(ctx context.Context, unit int64, year int) (RatingSheet, error) {
	sheet := RatingSheet{}
	named, err := o.db.NamedOn(ctx, o.Today(), []int64{unit})
	if err != nil {
		return sheet, err
	}
	sheet.Unit = named[unit]
	scales, err := o.UnitScales(ctx, sheet.Unit.Level)
	if err != nil {
		return sheet, err
	}
	at := slices.IndexFunc(scales, func(s UnitScale) bool { return s.Holds(year) && len(s.Criteria) > 0 })
	if at < 0 {
		return sheet, Problem("Chưa có thang xếp loại nào cho “%s” năm %d; hãy thêm thang ở mục Thang xếp loại đơn vị.", sheet.Unit.Label(), year)
	}
	sheet.Scale = scales[at]
	rating, found, err := o.db.UnitRatingOf(ctx, unit, year)
	if err != nil {
		return sheet, err
	}
	if !found {
		rating = data.UnitRating{UnitID: unit, Year: year, SchemeID: sheet.Scale.ID}
	}
	if found && rating.SchemeID != sheet.Scale.ID { // rated before the years of the scale changed
		if at := slices.IndexFunc(scales, func(s UnitScale) bool { return s.ID == rating.SchemeID }); at >= 0 {
			sheet.Scale = scales[at]
		}
	}
	sheet.Rating = rating
	given, err := rating.Given()
	if err != nil {
		return sheet, err
	}
	for _, c := range sheet.Scale.Criteria {
		score := data.Score{Criterion: c.ID}
		if at := slices.IndexFunc(given, func(s data.Score) bool { return s.Criterion == c.ID }); at >= 0 {
			score = given[at]
		}
		sheet.Scores = append(sheet.Scores, score)
	}
	return sheet, nil
}

// SaveUnitRating stores the points of a unit in a year; the level follows from the final ones by the scale, once each criterion has them.
func (o *Office) SaveUnitRating(ctx context.Context, u data.UnitRating, scores []data.Score) error {
	if u.Year < termStart.Year-10 || u.Year > o.Today().Year {
		return Problem("Năm xếp loại %d không hợp lệ; hãy gõ năm đến %d.", u.Year, o.Today().Year)
	}
	return o.keep(ctx, "Ghi xếp loại đơn vị", u.ID, &u, func(tx *data.Tx) error {
		named, err := tx.NamedOn(ctx, o.Today(), []int64{u.UnitID})
		if err != nil {
			return err
		}
		scales, err := unitScales(ctx, tx.Reader, named[u.UnitID].Level)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(scales, func(s UnitScale) bool { return s.ID == u.SchemeID })
		if at < 0 || !scales[at].Holds(u.Year) {
			return Problem("Thang xếp loại được chọn không áp dụng cho “%s” năm %d; hãy chọn lại.", named[u.UnitID].Label(), u.Year)
		}
		scale := scales[at]
		for _, s := range scores {
			c := slices.IndexFunc(scale.Criteria, func(c data.RatingCriterion) bool { return c.ID == s.Criterion })
			if c < 0 {
				return data.ErrNotFound
			}
			for _, p := range []data.Number{s.Self, s.Upper, s.Final} {
				if p.Known && (p.N < 0 || p.N > int64(scale.Criteria[c].Points)) {
					return Problem("Tiêu chí “%s” được cho %d điểm; điểm phải từ 0 đến %d.", scale.Criteria[c].Name, p.N, scale.Criteria[c].Points)
				}
			}
		}
		text, err := json.Marshal(scores)
		if err != nil {
			return err
		}
		u.Scores, u.LevelID = string(text), 0
		for _, column := range []struct {
			points *data.Number
			of     func(data.Score) data.Number
			final  bool
		}{
			{&u.SelfPoints, func(s data.Score) data.Number { return s.Self }, false},
			{&u.UpperPoints, func(s data.Score) data.Number { return s.Upper }, false},
			{&u.FinalPoints, func(s data.Score) data.Number { return s.Final }, true},
		} {
			given := map[int64]data.Number{}
			for _, s := range scores {
				given[s.Criterion] = column.of(s)
			}
			sum, level, _, ok := scale.Grade(given)
			*column.points = data.Number{N: sum, Known: ok}
			if !ok {
				column.points.N = 0
			}
			if column.final && ok {
				u.LevelID = level.ID
			}
		}
		return nil
	})
}

// SaveUnitScale stores a way to rate units. Levels and criteria without id are new, those left out go to the recycle bin; a scale by which
// units were rated keeps its criteria, since their points stand behind the ratings.
func (o *Office) SaveUnitScale(ctx context.Context, s UnitScale) error {
	switch {
	case len(s.Levels) < 2:
		return Problem("Thang xếp loại cần ít nhất hai mức; hãy gõ mỗi mức một dòng, mức cao nhất trước.")
	case len(s.Criteria) == 0:
		return Problem("Thang xếp loại chưa có tiêu chí; hãy gõ mỗi tiêu chí một dòng.")
	}
	for i, l := range s.Levels {
		if i > 0 && l.Threshold >= s.Levels[i-1].Threshold {
			return Problem("Mức “%s” phải có điểm thấp hơn mức “%s”; hãy sửa lại.", l.Name, s.Levels[i-1].Name)
		}
	}
	label := "Sửa thang xếp loại đơn vị"
	if s.ID == 0 {
		label = "Thêm thang xếp loại đơn vị"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		scales, err := scalesOf(ctx, tx.Reader, s.Subject)
		if err != nil {
			return err
		}
		if other, found := overlapping(scales, s.RatingScheme); found {
			return Problem("Thang “%s” cũng áp dụng cho các năm này; hãy gõ năm cuối cho thang cũ trước.", other.Name)
		}
		rated, outside, err := tx.CountUnitRatings(ctx, s.ID, s.FirstYear, s.LastYear)
		if err != nil {
			return err
		}
		if outside > 0 {
			return Problem("Có %d xếp loại theo thang “%s” ở ngoài các năm này; hãy gõ năm đầu và năm cuối rộng hơn.", outside, s.Name)
		}
		if s.ID == 0 {
			err = tx.Insert(&s.RatingScheme)
		} else {
			err = tx.Update(&s.RatingScheme)
		}
		if err != nil {
			return err
		}
		levels, err := tx.RatingLevels(ctx, []int64{s.ID})
		if err != nil {
			return err
		}
		criteria, err := tx.RatingCriteria(ctx, []int64{s.ID})
		if err != nil {
			return err
		}
		for i := range s.Levels {
			s.Levels[i].SchemeID, s.Levels[i].Rank = s.ID, i+1
		}
		for i := range s.Criteria {
			s.Criteria[i].SchemeID, s.Criteria[i].Rank = s.ID, i+1
		}
		if rated > 0 && (!slices.Equal(criteria, s.Criteria) || len(levels) != len(s.Levels)) {
			return Problem("Đã có %d đơn vị được xếp loại theo thang “%s” nên tiêu chí và số mức giữ nguyên; hãy lập thang mới cho các năm sau.", rated, s.Name)
		}
		if err := replaceAll(tx, levels, s.Levels, func(l data.RatingLevel) int64 { return l.ID }); err != nil {
			return err
		}
		return replaceAll(tx, criteria, s.Criteria, func(c data.RatingCriterion) int64 { return c.ID })
	})
	return err
}

// replaceAll stores a list in the place of another: what is left out goes to the recycle bin, what has no id is new.
func replaceAll[R comparable, P interface {
	*R
	data.Record
}](tx *data.Tx, before, after []R, id func(R) int64) error {
	for _, old := range before {
		if !slices.ContainsFunc(after, func(r R) bool { return id(r) == id(old) }) {
			if err := tx.Remove(P(&old)); err != nil {
				return err
			}
		}
	}
	for i := range after {
		var err error
		switch {
		case id(after[i]) == 0:
			err = tx.Insert(P(&after[i]))
		case !slices.Contains(before, after[i]):
			err = tx.Update(P(&after[i]))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
