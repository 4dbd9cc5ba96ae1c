package app

import (
	"context"

	"cosohoi/data"
)

// Reorganisations lists what was reorganised, the latest first.
func (o *Office) Reorganisations(ctx context.Context) ([]data.Reorganisation, error) {
	return o.db.Reorganisations(ctx)
}

// ReorganisationLines says what a reorganisation did to each unit.
func (o *Office) ReorganisationLines(ctx context.Context, r data.Reorganisation) ([]ReorganisationLine, error) {
	links, err := o.db.LinksOf(ctx, r.ID)
	if err != nil {
		return nil, err
	}
	var lines []ReorganisationLine
	for _, l := range links {
		line := ReorganisationLine{Basis: l.Basis, Unit: l.ToID}
		if l.FromID != 0 {
			before, err := o.stateOn(ctx, l.FromID, r.HappenedOn.AddDays(-1))
			if err != nil {
				return nil, err
			}
			line.Before = before.Label()
		}
		if l.ToID != 0 {
			after, err := o.stateOn(ctx, l.ToID, r.HappenedOn)
			if err != nil {
				return nil, err
			}
			line.After = after.Label()
		} else {
			line.Unit = l.FromID
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// UndoReorganisation puts back all that a reorganisation did; it is refused when units, posts or inspections that it touched were changed
// since.
func (o *Office) UndoReorganisation(ctx context.Context, id int64) error {
	op, err := o.db.OperationThatMade(ctx, data.KindReorganisation, id)
	if err != nil {
		return err
	}
	return o.Undo(ctx, op.ID)
}
