package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Totals are counts over the whole province on a day.
type Totals struct {
	Units  data.UnitCount
	Cadres int // with a post
}

// Totals counts units and serving cadres on a day; up to a second at a million cadres, at once when asked again.
func (o *Office) Totals(ctx context.Context, on day.Date) (Totals, error) {
	return o.totals.of(on, func() (Totals, error) {
		units, err := o.db.LevelCounts(ctx, on)
		if err != nil {
			return Totals{}, err
		}
		cadres, err := o.db.CountCadres(ctx, data.CadreQuery{On: on}, 0)
		return Totals{units, cadres}, err
	})
}

// unitTotals counts what stands in and under every unit of a day, for the tree; at once when asked again before it changes.
func (o *Office) unitTotals(ctx context.Context, on day.Date) (map[int64]data.UnitTotal, error) {
	return o.trees.of(on, func() (map[int64]data.UnitTotal, error) { return o.db.UnitTotals(ctx, on) })
}

// countedInTree are the kinds of record that unitTotals looks at.
var countedInTree = []data.Kind{data.KindUnit, data.KindUnitState, data.KindCadre, data.KindAppointment, data.KindPosition}
