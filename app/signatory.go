package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Signatories lists all who sign or signed, the latest first.
func (o *Office) Signatories(ctx context.Context) ([]data.Signatory, error) {
	return o.db.Signatories(ctx)
}

// SignatoriesOn lists who may sign for an organ on a day, the main one first; "" lists those of all organs.
func (o *Office) SignatoriesOn(ctx context.Context, on day.Date, organ string) ([]data.Signatory, error) {
	return o.db.SignatoriesOn(ctx, on, organ)
}

// SaveSignatory stores who may sign.
func (o *Office) SaveSignatory(ctx context.Context, s data.Signatory) error {
	_, err := o.db.Write(ctx, "Ghi người ký: "+s.Name, func(tx *data.Tx) error {
		if s.ID == 0 {
			return tx.Insert(&s)
		}
		return tx.Update(&s)
	})
	return err
}

// RemoveSignatory puts an entry into the recycle bin; papers that were signed keep the name.
func (o *Office) RemoveSignatory(ctx context.Context, s data.Signatory) error {
	_, err := o.db.Write(ctx, "Xóa người ký: "+s.Name, func(tx *data.Tx) error { return tx.Remove(&s) })
	return err
}
