package data

import (
	"context"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindSignatory is the kind of Signatory records.
const KindSignatory Kind = "signatory"

// Signatory is who may sign for an organ from ValidFrom to ValidTo, both days included.
type Signatory struct {
	Base
	// ValidFrom zero: since before the records begin; ValidTo zero: still.
	ValidFrom, ValidTo day.Date
	OrganSymbol        string // "BTV"
	Name               string
	Authority          string // "TM. BAN THƯỜNG VỤ"
	Deputy             string // "KT. CHỦ TỊCH" when a deputy signs
	Position           string
	// Main marks who signs when nobody says otherwise.
	Main bool
}

func (*Signatory) kind() Kind { return KindSignatory }
func (s *Signatory) prepare() error {
	for _, text := range []*string{&s.OrganSymbol, &s.Name, &s.Authority, &s.Deputy, &s.Position} {
		*text = vietnamese.Clean(*text)
	}
	switch {
	case s.Name == "" || s.Position == "":
		return Faultf(nil, "Người ký cần có họ tên và chức vụ; hãy gõ đủ hai mục này.")
	case !s.ValidTo.IsZero() && s.ValidTo.Last().Before(s.ValidFrom):
		return Faultf(nil, "Thời gian ký của “%s” kết thúc ngày %s, sớm hơn ngày bắt đầu %s; hãy sửa lại ngày.", s.Name, s.ValidTo, s.ValidFrom)
	}
	return nil
}

// Signatories lists all who sign or signed, the latest first.
func (r Reader) Signatories(ctx context.Context) ([]Signatory, error) {
	var all []Signatory
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL").Order("valid_from DESC, id DESC").Find(&all).Error
	return all, r.fail(err, "signatories")
}

// SignatoriesOn lists who may sign for an organ on a day, the main one first; organ "" lists those of all organs.
func (r Reader) SignatoriesOn(ctx context.Context, on day.Date, organ string) ([]Signatory, error) {
	db := r.db.WithContext(ctx).Where("deleted_at IS NULL AND "+held("valid_from", "valid_to"), on.ISO(), on.ISO()).
		Order("main DESC, valid_from DESC, id")
	if organ != "" {
		db = db.Where("organ_symbol = ?", organ)
	}
	var signatories []Signatory
	return signatories, r.fail(db.Find(&signatories).Error, "signatories on %s", on)
}
