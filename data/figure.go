package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindFigure is the kind of Figure records.
const KindFigure Kind = "figure"

// Figure is the number of a unit in a column for a period. Those of counted columns are stored when the return is locked, so that later
// changes of the records leave it as it was.
type Figure struct {
	Base
	PeriodID int64
	UnitID   int64
	Code     string
	Value    Number
	Reason   string // why a check that speaks against the number is wrong
}

func (*Figure) kind() Kind { return KindFigure }
func (f *Figure) prepare() error {
	f.Reason = vietnamese.CleanLines(f.Reason)
	if f.Value.Known && f.Value.N < 0 {
		return Faultf(nil, "Số liệu không được âm; hãy gõ lại số ở cột %s.", f.Code)
	}
	return nil
}

// allow refuses every change in a period or return that is locked.
func (f *Figure) allow(t *Tx, _ Record, _ string) error {
	frozen, err := t.isFrozen(f.PeriodID, f.UnitID)
	if err != nil || !frozen {
		return err
	}
	var period ReturnPeriod
	if err := t.db.Where("id = ?", f.PeriodID).Take(&period).Error; err != nil {
		return t.fail(err, "period %d", f.PeriodID)
	}
	return errLocked(period.Name())
}

// isFrozen tells whether the period, the return of the unit or, of a chi hội, that of the unit above it is locked.
func (t *Tx) isFrozen(period, unit int64) (bool, error) {
	key := [2]int64{period, unit}
	if frozen, known := t.frozen[key]; known {
		return frozen, nil
	}
	var frozen bool
	err := t.db.Raw(`SELECT EXISTS (SELECT 1 FROM return_periods p WHERE p.id = ? AND p.locked_on IS NOT NULL)
		OR EXISTS (SELECT 1 FROM returns r JOIN return_periods p ON p.id = r.period_id
			WHERE r.period_id = ? AND r.state = 'locked' AND r.deleted_at IS NULL AND (r.unit_id = ? OR EXISTS (
				SELECT 1 FROM unit_states s JOIN units u ON u.id = s.unit_id AND u.level = 'branch'
				WHERE s.unit_id = ? AND s.parent_id = r.unit_id AND s.deleted_at IS NULL
					AND (s.valid_from IS NULL OR s.valid_from <= p.last_day) AND (s.valid_to IS NULL OR s.valid_to >= substr(p.last_day, 1, length(s.valid_to))))))`,
		period, period, unit, unit).Scan(&frozen).Error
	if err != nil {
		return false, t.fail(err, "lock of unit %d in period %d", unit, period)
	}
	if t.frozen == nil {
		t.frozen = map[[2]int64]bool{}
	}
	t.frozen[key] = frozen
	return frozen, nil
}

// Figures lists the numbers of a period, those with nothing but a reason too.
func (r Reader) Figures(ctx context.Context, period int64) ([]Figure, error) {
	return listed[Figure](ctx, r, "figures", func(db *gorm.DB) *gorm.DB {
		return db.Select("id", "version", "period_id", "unit_id", "code", "value", "reason").Where("period_id = ?", period)
	})
}

// PutFigures stores numbers in their places, whatever stood there; of the given ones only place, value and reason count.
func (t *Tx) PutFigures(ctx context.Context, figures []Figure) error {
	type place struct {
		period, unit int64
		code         string
	}
	held := map[place]Figure{}
	periods := map[int64]map[int64]bool{}
	for _, f := range figures {
		if periods[f.PeriodID] == nil {
			periods[f.PeriodID] = map[int64]bool{}
		}
		periods[f.PeriodID][f.UnitID] = true
	}
	for period, units := range periods {
		ids := make([]int64, 0, len(units))
		for id := range units {
			ids = append(ids, id)
		}
		var found []Figure // those in the recycle bin too
		if err := t.db.WithContext(ctx).Where("period_id = ? AND unit_id IN ?", period, ids).Find(&found).Error; err != nil {
			return t.fail(err, "figures of period %d", period)
		}
		for _, f := range found {
			held[place{f.PeriodID, f.UnitID, f.Code}] = f
		}
	}
	for _, f := range figures {
		at := place{f.PeriodID, f.UnitID, f.Code}
		now, known := held[at]
		if !known {
			if !f.Value.Known && f.Reason == "" {
				continue
			}
			fresh := Figure{PeriodID: f.PeriodID, UnitID: f.UnitID, Code: f.Code, Value: f.Value, Reason: f.Reason}
			if err := t.Insert(&fresh); err != nil {
				return err
			}
			held[at] = fresh
			continue
		}
		if now.DeletedAt != nil {
			if err := t.Restore(&now); err != nil {
				return err
			}
		}
		now.Value, now.Reason = f.Value, f.Reason
		if err := t.Update(&now); err != nil {
			return err
		}
		held[at] = now
	}
	return nil
}
