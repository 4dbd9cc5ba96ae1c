package app

import (
	"context"
	"slices"

	"cosohoi/data"
)

// overlapping finds a scale for the same subject that rates a common year, so that each year has one scale.
func overlapping(scales []RatingScale, s data.RatingScheme) (RatingScale, bool) {
	for _, other := range scales {
		if other.ID != s.ID && other.Subject == s.Subject &&
			(s.LastYear == 0 || other.FirstYear <= s.LastYear) && (other.LastYear == 0 || s.FirstYear <= other.LastYear) {
			return other, true
		}
	}
	return RatingScale{}, false
}

// SaveRatingScale stores a way to rate with its levels, the best first. Levels without id are new; those left out go to the recycle
// bin, unless a cadre was rated so. A stored rating keeps its level under the new name.
func (o *Office) SaveRatingScale(ctx context.Context, scale RatingScale) error {
	if len(scale.Levels) < 2 {
		return Problem("Thang xếp loại cần ít nhất hai mức; hãy gõ mỗi mức một dòng, mức cao nhất trước.")
	}
	if scale.FirstYear < 1930 || scale.FirstYear > o.Today().Year+1 {
		return Problem("Năm đầu %d không hợp lệ; hãy gõ năm từ 1930 đến %d.", scale.FirstYear, o.Today().Year+1)
	}
	for i, l := range scale.Levels {
		if slices.ContainsFunc(scale.Levels[:i], func(other data.RatingLevel) bool { return sameWords(other.Name, l.Name) }) {
			return Problem("Mức “%s” có hai lần; hãy bỏ bớt một dòng.", l.Name)
		}
	}
	label := "Sửa thang xếp loại"
	if scale.ID == 0 {
		label = "Thêm thang xếp loại"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		scales, err := ratingScales(ctx, tx.Reader, 0)
		if err != nil {
			return err
		}
		if other, found := overlapping(scales, scale.RatingScheme); found {
			return Problem("Thang “%s” cũng áp dụng cho các năm này; hãy gõ năm cuối cho thang cũ trước.", other.Name)
		}
		if scale.ID == 0 {
			err = tx.Insert(&scale.RatingScheme)
		} else {
			err = tx.Update(&scale.RatingScheme)
		}
		if err != nil {
			return err
		}
		if err := refuseYearsOutside(ctx, tx, scale.RatingScheme); err != nil {
			return err
		}
		before, err := tx.RatingLevels(ctx, []int64{scale.ID})
		if err != nil {
			return err
		}
		for _, old := range before {
			if slices.ContainsFunc(scale.Levels, func(l data.RatingLevel) bool { return l.ID == old.ID }) {
				continue
			}
			if n, err := tx.CountRated(ctx, old.ID); err != nil || n > 0 {
				return cannot(err, "Mức “%s” đã được ghi cho %d cán bộ nên không bỏ được.", old.Name, n)
			}
			if err := tx.Remove(&old); err != nil {
				return err
			}
		}
		for i, l := range scale.Levels {
			l.SchemeID, l.Rank = scale.ID, i+1
			switch {
			case l.ID == 0:
				err = tx.Insert(&l)
			case !slices.Contains(before, l):
				err = tx.Update(&l)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// refuseYearsOutside refuses years of a scale that leave out stored ratings.
func refuseYearsOutside(ctx context.Context, tx *data.Tx, s data.RatingScheme) error {
	n, err := tx.CountRatedOutside(ctx, s.ID, s.FirstYear, s.LastYear)
	if err != nil || n > 0 {
		return cannot(err, "Có %d xếp loại theo thang “%s” ở ngoài các năm này; hãy gõ năm đầu và năm cuối rộng hơn.", n, s.Name)
	}
	return nil
}

// RemoveRatingScale puts a scale by which nobody was rated into the recycle bin, with its levels.
func (o *Office) RemoveRatingScale(ctx context.Context, scale RatingScale) error {
	_, err := o.db.Write(ctx, "Xóa thang xếp loại", func(tx *data.Tx) error {
		levels, err := tx.RatingLevels(ctx, []int64{scale.ID})
		if err != nil {
			return err
		}
		for _, l := range levels {
			if n, err := tx.CountRated(ctx, l.ID); err != nil || n > 0 {
				return cannot(err, "Đã có %d xếp loại mức “%s” theo thang này nên không xóa được.", n, l.Name)
			}
			if err := tx.Remove(&l); err != nil {
				return err
			}
		}
		return tx.Remove(&scale.RatingScheme)
	})
	return err
}

// LevelsFrom reads the levels of a scale from lines, the best first. A line that is as before keeps its level; where the count of
// lines stays, a changed line renames the level of its place.
func LevelsFrom(before []data.RatingLevel, lines []string) []data.RatingLevel {
	levels := make([]data.RatingLevel, len(lines))
	kept := map[int64]bool{}
	for i, line := range lines {
		levels[i] = data.RatingLevel{Name: line}
		if at := slices.IndexFunc(before, func(l data.RatingLevel) bool { return sameWords(l.Name, line) && !kept[l.ID] }); at >= 0 {
			levels[i] = before[at]
			levels[i].Name = line
			kept[before[at].ID] = true
		}
	}
	if len(lines) != len(before) {
		return levels
	}
	for i, l := range before {
		if levels[i].ID == 0 && !kept[l.ID] {
			levels[i] = l
			levels[i].Name = lines[i]
		}
	}
	return levels
}
