package data

import (
	"context"

	"gorm.io/gorm"
)

// KindCadrePhoto is the kind of CadrePhoto records.
const KindCadrePhoto Kind = "cadre_photo"

// photoLimit keeps the database small: a portrait of 4×6 cm at 300 dpi is some 60 KB.
const photoLimit = 300 << 10

// CadrePhoto is the portrait of a cadre, a JPEG of at most 300 KB.
type CadrePhoto struct {
	Base
	CadreID int64
	Image   []byte `json:"-"` // the audit notes that it changed, not how it looked
}

func (*CadrePhoto) kind() Kind { return KindCadrePhoto }
func (p *CadrePhoto) prepare() error {
	if len(p.Image) > photoLimit {
		return Faultf(nil, "Ảnh lớn hơn %d KB; hãy chọn ảnh nhỏ hơn.", photoLimit>>10)
	}
	return nil
}

// CadrePhoto returns the photo of a cadre; ErrNotFound when there is none.
func (r Reader) CadrePhoto(ctx context.Context, cadre int64) (CadrePhoto, error) {
	photos, err := listed[CadrePhoto](ctx, r, "photo of a cadre", func(db *gorm.DB) *gorm.DB { return db.Where("cadre_id = ?", cadre).Limit(1) })
	if err == nil && len(photos) == 0 {
		err = r.fail(ErrNotFound, "photo of cadre %d", cadre)
	}
	if err != nil {
		return CadrePhoto{}, err
	}
	return photos[0], nil
}
