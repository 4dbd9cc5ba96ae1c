package app

import (
	"context"
	"sync"

	"cosohoi/data"
	"cosohoi/data/day"
)

// totals keeps counts over the whole province until something is written: at a million cadres they take a
// second, and every screen shows them.
type totals struct {
	mutex sync.Mutex
	on    day.Date
	known *Totals
	age   int // counts the writes, so that a count begun before one is not kept after it
}

// Totals are counts over the whole province on a day.
type Totals struct {
	Units  data.UnitCount
	Cadres int // with a post
}

func (t *totals) forget() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.known = nil
	t.age++
}

// Totals counts units and serving cadres on a day; up to a second at a million cadres, at once when asked again.
func (o *Office) Totals(ctx context.Context, on day.Date) (Totals, error) {
	o.totals.mutex.Lock()
	age := o.totals.age
	if o.totals.known != nil && o.totals.on == on {
		defer o.totals.mutex.Unlock()
		return *o.totals.known, nil
	}
	o.totals.mutex.Unlock()

	units, err := o.db.LevelCounts(ctx, on)
	if err != nil {
		return Totals{}, err
	}
	cadres, err := o.db.CountCadres(ctx, data.CadreQuery{On: on}, 0)
	if err != nil {
		return Totals{}, err
	}
	counted := Totals{units, cadres}
	o.totals.mutex.Lock()
	defer o.totals.mutex.Unlock()
	if o.totals.age == age {
		o.totals.on, o.totals.known = on, &counted
	}
	return counted, nil
}
