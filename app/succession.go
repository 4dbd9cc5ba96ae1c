package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// SuccessionRow is a quy hoạch with its words.
type SuccessionRow struct {
	data.Succession
	Position string
	Unit     string
}

// successionsOf lists the quy hoạch of a cadre, the latest first.
func (o *Office) successionsOf(ctx context.Context, cadre int64) ([]SuccessionRow, error) {
	stored, err := o.db.Successions(ctx, []int64{cadre})
	if err != nil || len(stored) == 0 {
		return nil, err
	}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]SuccessionRow, len(stored))
	for i, s := range stored {
		rows[i].Succession = s
		if at := slices.IndexFunc(positions, func(p data.Position) bool { return p.ID == s.PositionID }); at >= 0 {
			rows[i].Position = positions[at].Name
		}
		units, err := o.db.UnitsOn(ctx, s.PublishedOn.Last(), data.UnitQuery{IDs: []int64{s.UnitID}})
		if err != nil {
			return nil, err
		}
		if len(units) > 0 {
			rows[i].Unit = units[0].Label()
		}
	}
	return rows, nil
}

// CheckPublished refuses a quy hoạch that is not public by today: until then it may be a state secret, which has no place in this
// program. A month or year counts from its beginning.
func CheckPublished(published, today day.Date) error {
	if published.IsZero() || published.First().After(today) {
		return Problem("Chỉ ghi quy hoạch đã công khai; hãy gõ ngày công khai không sau hôm nay, %s.", today)
	}
	return nil
}

// SaveSuccession stores a quy hoạch that is public, for a post that the unit has.
func (o *Office) SaveSuccession(ctx context.Context, s data.Succession) error {
	if err := CheckPublished(s.PublishedOn, o.Today()); err != nil {
		return err
	}
	return o.saveSub(ctx, "Ghi quy hoạch", s.CadreID, s.ID, &s, func(tx *data.Tx) error {
		units, err := tx.UnitsOn(ctx, s.PublishedOn.Last(), data.UnitQuery{IDs: []int64{s.UnitID}})
		if err != nil {
			return err
		}
		if len(units) == 0 {
			return Problem("Đơn vị được chọn không hoạt động vào ngày công khai %s; hãy chọn ngày hoặc đơn vị khác.", s.PublishedOn)
		}
		positions, err := tx.Positions(ctx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(positions, func(p data.Position) bool { return p.ID == s.PositionID })
		if at < 0 || positions[at].Level != units[0].Level {
			return Problem("“%s” không có chức danh được chọn; hãy chọn chức danh khác.", units[0].Label())
		}
		others, err := tx.Successions(ctx, []int64{s.CadreID})
		if err != nil {
			return err
		}
		if slices.ContainsFunc(others, func(other data.Succession) bool {
			return other.ID != s.ID && other.UnitID == s.UnitID && other.PositionID == s.PositionID && sameWords(other.Period, s.Period)
		}) {
			return Problem("Quy hoạch %s giai đoạn %s đã được ghi; hãy sửa dòng đã ghi.", positions[at].Name, s.Period)
		}
		return nil
	})
}
