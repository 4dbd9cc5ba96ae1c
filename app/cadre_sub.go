package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// CadreExtras is what hangs on the record of a cadre beside her posts.
type CadreExtras struct {
	Steps       []data.PartyStep // in order of time
	Ratings     []RatingRow
	Trainings   []TrainingRow
	Allowances  []data.Allowance
	Awards      []data.CadreAward
	Disciplines []data.Discipline
	Successions []SuccessionRow
	Photo       *data.CadrePhoto // nil without one
}

// RatingRow is a rating with its words.
type RatingRow struct {
	data.CadreRating
	Level   string
	Subject string // data.RatesCadres or data.RatesPartyMembers
}

// TrainingRow is a course that a cadre attended.
type TrainingRow struct {
	data.Attendance
	Course data.Course
}

// CadreExtras reads what hangs on the record of a cadre.
func (o *Office) CadreExtras(ctx context.Context, id int64) (CadreExtras, error) {
	var e CadreExtras
	ids := []int64{id}
	var err error
	if e.Steps, err = o.db.PartySteps(ctx, ids); err != nil {
		return e, err
	}
	e.Steps = inOrder(e.Steps)
	if e.Allowances, err = o.db.Allowances(ctx, ids); err != nil {
		return e, err
	}
	if e.Awards, err = o.db.CadreAwards(ctx, ids); err != nil {
		return e, err
	}
	if e.Disciplines, err = o.db.Disciplines(ctx, ids); err != nil {
		return e, err
	}
	if e.Successions, err = o.successionsOf(ctx, id); err != nil {
		return e, err
	}
	if e.Photo, err = o.photoOf(ctx, id); err != nil {
		return e, err
	}
	ratings, err := o.db.CadreRatings(ctx, ids)
	if err != nil {
		return e, err
	}
	schemes, err := o.RatingScales(ctx, 0)
	if err != nil {
		return e, err
	}
	for _, r := range ratings {
		row := RatingRow{CadreRating: r}
		for _, s := range schemes {
			if s.ID != r.SchemeID {
				continue
			}
			row.Subject = s.Subject
			for _, l := range s.Levels {
				if l.ID == r.LevelID {
					row.Level = l.Name
				}
			}
		}
		e.Ratings = append(e.Ratings, row)
	}
	attended, err := o.db.AttendancesOf(ctx, ids)
	if err != nil || len(attended) == 0 {
		return e, err
	}
	courseIDs := make([]int64, len(attended))
	for i, a := range attended {
		courseIDs[i] = a.CourseID
	}
	courses, err := o.db.CoursesByID(ctx, courseIDs)
	if err != nil {
		return e, err
	}
	for _, course := range courses { // the latest first
		for _, a := range attended {
			if a.CourseID == course.ID {
				e.Trainings = append(e.Trainings, TrainingRow{a, course})
			}
		}
	}
	return e, nil
}

// RatingScale is a scheme with its levels, the best first.
type RatingScale struct {
	data.RatingScheme
	Levels []data.RatingLevel
}

// Holds tells whether the scheme rates a year; 0 stands for any.
func (s RatingScale) Holds(year int) bool {
	return year == 0 || (s.FirstYear <= year && (s.LastYear == 0 || year <= s.LastYear))
}

// RatingScales lists the schemes that rate a year, those for cadres first; year 0 lists all.
func (o *Office) RatingScales(ctx context.Context, year int) ([]RatingScale, error) {
	return ratingScales(ctx, o.db.Reader, year)
}

func ratingScales(ctx context.Context, r data.Reader, year int) ([]RatingScale, error) {
	var scales []RatingScale
	for _, subject := range []string{data.RatesCadres, data.RatesPartyMembers} {
		of, err := scalesOf(ctx, r, subject)
		if err != nil {
			return nil, err
		}
		scales = append(scales, slices.DeleteFunc(of, func(s RatingScale) bool { return !s.Holds(year) })...)
	}
	return scales, nil
}

// scalesOf lists the schemes for a subject with their levels, the latest first.
func scalesOf(ctx context.Context, r data.Reader, subject string) ([]RatingScale, error) {
	schemes, err := r.RatingSchemes(ctx, subject)
	if err != nil {
		return nil, err
	}
	scales := make([]RatingScale, len(schemes))
	for i, s := range schemes {
		scales[i] = RatingScale{RatingScheme: s}
		if scales[i].Levels, err = r.RatingLevels(ctx, []int64{s.ID}); err != nil {
			return nil, err
		}
	}
	return scales, nil
}

// SaveRating stores the rating of a year; a cadre has one a year and scheme.
func (o *Office) SaveRating(ctx context.Context, r data.CadreRating) error {
	scales, err := o.RatingScales(ctx, 0)
	if err != nil {
		return err
	}
	if _, err := checkRating(scales, r, o.Today().Year); err != nil {
		return err
	}
	return o.saveSub(ctx, "Ghi xếp loại", r.CadreID, r.ID, &r, func(tx *data.Tx) error {
		ratings, err := tx.CadreRatings(ctx, []int64{r.CadreID})
		if err != nil {
			return err
		}
		if _, ok := sameRating(scales, ratings, r); ok {
			return Problem("Năm %d đã có xếp loại này; hãy sửa xếp loại đã ghi.", r.Year)
		}
		return nil
	})
}

// checkRating refuses a year or level that no scheme has, and gives the scheme.
func checkRating(scales []RatingScale, r data.CadreRating, thisYear int) (RatingScale, error) {
	at := slices.IndexFunc(scales, func(s RatingScale) bool { return s.ID == r.SchemeID })
	switch {
	case r.Year < 1930 || r.Year > thisYear:
		return RatingScale{}, Problem("Năm xếp loại %d không hợp lệ; hãy gõ năm từ 1930 đến %d.", r.Year, thisYear)
	case at < 0 || !slices.ContainsFunc(scales[at].Levels, func(l data.RatingLevel) bool { return l.ID == r.LevelID }):
		return RatingScale{}, Problem("Hãy chọn mức xếp loại.")
	case !scales[at].Holds(r.Year):
		return RatingScale{}, Problem("Thang “%s” không áp dụng cho năm %d; hãy chọn mức của thang khác.", scales[at].Name, r.Year)
	}
	return scales[at], nil
}

// sameRating finds among the ratings of a cadre another one of the year of r for the same subject.
func sameRating(scales []RatingScale, ratings []data.CadreRating, r data.CadreRating) (data.CadreRating, bool) {
	subject := func(scheme int64) string {
		for _, s := range scales {
			if s.ID == scheme {
				return s.Subject
			}
		}
		return ""
	}
	for _, other := range ratings {
		if (other.ID != r.ID || r.ID == 0) && other.Year == r.Year && subject(other.SchemeID) == subject(r.SchemeID) {
			return other, true
		}
	}
	return data.CadreRating{}, false
}

// TopShare is the share of the best level among those rated with it or the second, in percent, and whether it is over the
// 20 % that the Party allows; that is said, not refused.
func TopShare(best, second int) (percent float64, over bool) {
	if best+second == 0 {
		return 0, false
	}
	return 100 * float64(best) / float64(best+second), best*5 > best+second
}

// RatingShare is TopShare of a scheme in a year among the cadres who serve in a unit or below it on a day.
func (o *Office) RatingShare(ctx context.Context, on day.Date, unit int64, year int, scale RatingScale) (percent float64, over bool, err error) {
	if len(scale.Levels) < 2 {
		return 0, false, nil
	}
	counts, err := o.db.CountRatingsBelow(ctx, on, unit, year, scale.ID)
	percent, over = TopShare(counts[scale.Levels[0].ID], counts[scale.Levels[1].ID])
	return percent, over, err
}

// SaveTraining notes that a cadre attended a course; a course without id is made in the same step, and one that is there gets what it
// lacked.
func (o *Office) SaveTraining(ctx context.Context, a data.Attendance, course data.Course) error {
	return o.saveSub(ctx, "Ghi lớp bồi dưỡng", a.CadreID, a.ID, &a, func(tx *data.Tx) error {
		if err := storeCourse(ctx, tx, &course); err != nil {
			return err
		}
		a.CourseID = course.ID
		others, err := tx.AttendancesOf(ctx, []int64{a.CadreID})
		if err != nil {
			return err
		}
		if slices.ContainsFunc(others, func(other data.Attendance) bool { return other.ID != a.ID && other.CourseID == a.CourseID }) {
			return Problem("Lớp “%s” đã được ghi cho người này; hãy sửa dòng đã ghi.", course.Name)
		}
		return nil
	})
}

// storeCourse stores a course, new or completed.
func storeCourse(ctx context.Context, tx *data.Tx, course *data.Course) error {
	if err := learn(ctx, tx, course); err != nil {
		return err
	}
	if course.ID == 0 {
		return tx.Insert(course)
	}
	return tx.Update(course)
}

// Courses lists the courses, the latest first.
func (o *Office) Courses(ctx context.Context) ([]data.Course, error) { return o.db.Courses(ctx) }

// SaveAllowance stores a mức bồi dưỡng.
func (o *Office) SaveAllowance(ctx context.Context, a data.Allowance) error {
	return o.saveSub(ctx, "Ghi mức bồi dưỡng", a.CadreID, a.ID, &a, nil)
}

// SaveAward stores a khen thưởng.
func (o *Office) SaveAward(ctx context.Context, a data.CadreAward) error {
	return o.saveSub(ctx, "Ghi khen thưởng", a.CadreID, a.ID, &a, nil)
}

// SaveDiscipline stores a kỷ luật.
func (o *Office) SaveDiscipline(ctx context.Context, d data.Discipline) error {
	return o.saveSub(ctx, "Ghi kỷ luật", d.CadreID, d.ID, &d, nil)
}

// saveSub stores a record that hangs on a cadre who is still there; check, if any, comes first in the same transaction.
func (o *Office) saveSub(ctx context.Context, label string, cadre, id int64, r data.Record, check func(*data.Tx) error) error {
	return o.keep(ctx, label, id, r, func(tx *data.Tx) error {
		if _, err := tx.Cadre(ctx, cadre); err != nil || check == nil {
			return err
		}
		return check(tx)
	})
}

// RemoveSub puts a record that hangs on a cadre into the recycle bin, under a Vietnamese label.
func (o *Office) RemoveSub(ctx context.Context, label string, r data.Record) error {
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error { return tx.Remove(r) })
	return err
}
