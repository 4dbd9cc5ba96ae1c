package app

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"cosohoi/data"
)

// cadreFilters is the screen under which the filters of the list of cadres are kept.
const cadreFilters = "cadres"

// SavedFilters lists the filters of the list of cadres by name.
func (o *Office) SavedFilters(ctx context.Context) ([]data.SavedFilter, error) {
	return o.db.SavedFilters(ctx, cadreFilters)
}

// SaveFilter keeps a query of the list of cadres under a name; one that has the name already is replaced. The day and the order are
// not part of it.
func (o *Office) SaveFilter(ctx context.Context, name string, q data.CadreQuery) error {
	q.Sort, q.Descending = "", false
	filter, err := json.Marshal(q)
	if err != nil {
		return fmt.Errorf("filter %q: %w", name, err)
	}
	_, err = o.db.Write(ctx, "Lưu bộ lọc", func(tx *data.Tx) error {
		saved, err := tx.SavedFilters(ctx, cadreFilters)
		if err != nil {
			return err
		}
		for _, f := range saved {
			if strings.EqualFold(f.Name, strings.TrimSpace(name)) {
				f.Name, f.Filter = name, string(filter)
				return tx.Update(&f)
			}
		}
		return tx.Insert(&data.SavedFilter{Screen: cadreFilters, Name: name, Filter: string(filter)})
	})
	return err
}

// RemoveFilter forgets a filter.
func (o *Office) RemoveFilter(ctx context.Context, f data.SavedFilter) error {
	_, err := o.db.Write(ctx, "Xóa bộ lọc", func(tx *data.Tx) error { return tx.Remove(&f) })
	return err
}

// FilterQuery is the query of a saved filter. Conditions that only a newer program knows are passed over.
func FilterQuery(f data.SavedFilter) (data.CadreQuery, error) {
	var q data.CadreQuery
	if err := json.Unmarshal([]byte(f.Filter), &q); err != nil {
		return q, data.Faultf(err, "Bộ lọc “%s” không đọc được; hãy xóa và lưu lại.", f.Name)
	}
	return q, nil
}
