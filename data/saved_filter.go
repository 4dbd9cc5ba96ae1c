package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindSavedFilter is the kind of SavedFilter records.
const KindSavedFilter Kind = "saved_filter"

// SavedFilter is a filter of a list under a name; Filter is JSON of the screen.
type SavedFilter struct {
	Base
	Screen string
	Name   string
	Filter string
}

func (*SavedFilter) kind() Kind { return KindSavedFilter }
func (f *SavedFilter) prepare() error {
	if f.Name = vietnamese.Clean(f.Name); f.Name == "" {
		return Faultf(nil, "Bộ lọc chưa có tên; hãy gõ tên.")
	}
	return nil
}

// SavedFilters lists the filters of a screen by name.
func (r Reader) SavedFilters(ctx context.Context, screen string) ([]SavedFilter, error) {
	return listed[SavedFilter](ctx, r, "saved filters", func(db *gorm.DB) *gorm.DB { return db.Where("screen = ?", screen).Order("name, id") })
}
