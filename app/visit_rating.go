package app

import (
	"context"

	"cosohoi/data/day"
)

// RatingOfVisit is a visit to a unit with what it was rated by the form.
type RatingOfVisit struct {
	VisitRow
	Score Score
}

// RatingsOfUnit lists the visits to a unit, the latest first, with their scores as they stand on a day; one that was not held by then, or
// without a form, has an empty score.
func (o *Office) RatingsOfUnit(ctx context.Context, on day.Date, unit int64) ([]RatingOfVisit, error) {
	visits, err := o.VisitsOfUnit(ctx, on, unit)
	if err != nil {
		return nil, err
	}
	rated := make([]RatingOfVisit, len(visits))
	for i, v := range visits {
		rated[i].VisitRow = v
		if v.ChecklistID == 0 || v.DoneOn.IsZero() || v.DoneOn.After(on) {
			continue
		}
		f, err := o.VisitForm(ctx, v.Visit)
		if err != nil {
			return nil, err
		}
		rated[i].Score = f.Score
	}
	return rated, nil
}
