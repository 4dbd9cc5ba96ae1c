package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// RecipientSets lists all sets of recipients with their dates, the latest first.
func (o *Office) RecipientSets(ctx context.Context) ([]data.RecipientSet, error) {
	return o.db.RecipientSets(ctx)
}

// RecipientSetsOn lists the sets of a day by name.
func (o *Office) RecipientSetsOn(ctx context.Context, on day.Date) ([]data.RecipientSet, error) {
	return o.db.RecipientSetsOn(ctx, on)
}

// SaveRecipientSet stores a new or corrected set. Two sets of a name cannot begin on the same day.
func (o *Office) SaveRecipientSet(ctx context.Context, s data.RecipientSet) error {
	_, err := o.db.Write(ctx, "Ghi danh sách nơi nhận: "+s.Name, func(tx *data.Tx) error {
		all, err := tx.RecipientSets(ctx)
		if err != nil {
			return err
		}
		for _, other := range all {
			if other.ID != s.ID && other.Name == s.Name && other.ValidFrom == s.ValidFrom {
				return Problem("Đã có danh sách nơi nhận “%s” áp dụng từ ngày này; hãy sửa danh sách đó hoặc chọn ngày khác.", s.Name)
			}
		}
		if s.ID == 0 {
			return tx.Insert(&s)
		}
		return tx.Update(&s)
	})
	return err
}

// RemoveRecipientSet puts a set into the recycle bin; papers that were made with it keep their recipients.
func (o *Office) RemoveRecipientSet(ctx context.Context, s data.RecipientSet) error {
	_, err := o.db.Write(ctx, "Xóa danh sách nơi nhận: "+s.Name, func(tx *data.Tx) error { return tx.Remove(&s) })
	return err
}
