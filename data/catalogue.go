package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindCatalogueEntry is the kind of CatalogueEntry records.
const KindCatalogueEntry Kind = "catalogue_entry"

// CatalogueEntry is a word that forms offer, such as a dân tộc; Catalogue names its list. Records keep the words themselves, so that a
// changed catalogue changes no record.
type CatalogueEntry struct {
	Base
	Catalogue string
	Name      string
	Rank      int // order in the list
}

func (*CatalogueEntry) kind() Kind { return KindCatalogueEntry }
func (e *CatalogueEntry) prepare() error {
	if e.Name = vietnamese.Clean(e.Name); e.Name == "" {
		return Faultf(nil, "Mục của danh mục chưa có tên; hãy gõ tên.")
	}
	return nil
}

// Catalogue lists the entries of a catalogue in their order.
func (r Reader) Catalogue(ctx context.Context, name string) ([]CatalogueEntry, error) {
	return listed[CatalogueEntry](ctx, r, "catalogue", func(db *gorm.DB) *gorm.DB {
		return db.Where("catalogue = ?", name).Order("rank, id")
	})
}
