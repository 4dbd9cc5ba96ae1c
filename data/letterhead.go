package data

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindLetterhead is the kind of Letterhead records.
const KindLetterhead Kind = "letterhead"

// Letterhead is what the papers of the office carry from ValidFrom on, until a later one begins; a paper of
// 2023 reprints with the one of 2023. Fields after Nghị định 30/2020/NĐ-CP, Phụ lục I.
type Letterhead struct {
	Base
	// ValidFrom zero: since before the records begin.
	ValidFrom   day.Date
	Parent      string // cơ quan chủ quản
	Issuer      string // cơ quan ban hành
	OrganSymbol string // "BTV" in "BC-BTV"
	OrganName   string // as in running text
	Place       string
	Authority   string // "TM. BAN THƯỜNG VỤ"
	Deputy      string // "KT. CHỦ TỊCH" when a deputy signs
	Position    string
	Signer      string
	Addressees  string // Kính gửi, one a line
	Recipients  string // Nơi nhận, one a line
	Archive     string // "VT, VP"
	Basis       string // the plan that reports answer to, as in running text
}

func (*Letterhead) kind() Kind { return KindLetterhead }
func (l *Letterhead) prepare() error {
	for _, text := range []*string{&l.Parent, &l.Issuer, &l.OrganSymbol, &l.OrganName, &l.Place, &l.Authority, &l.Deputy, &l.Position, &l.Signer, &l.Archive, &l.Basis} {
		*text = vietnamese.Clean(*text)
	}
	l.Addressees, l.Recipients = vietnamese.CleanLines(l.Addressees), vietnamese.CleanLines(l.Recipients)
	if l.Issuer == "" || l.Place == "" {
		return Faultf(nil, "Thể thức văn bản cần có cơ quan ban hành và địa danh; hãy gõ đủ hai mục này.")
	}
	return nil
}

// Letterheads lists all letterheads, the latest first.
func (r Reader) Letterheads(ctx context.Context) ([]Letterhead, error) {
	var all []Letterhead
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL").Order("valid_from DESC, id DESC").Find(&all).Error
	return all, r.fail(err, "letterheads")
}

// LetterheadOn returns the letterhead of a day; ErrNotFound when there is none yet.
func (r Reader) LetterheadOn(ctx context.Context, on day.Date) (Letterhead, error) {
	var l Letterhead
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL AND (valid_from IS NULL OR valid_from <= ?)", on.ISO()).
		Order("valid_from DESC, id DESC").Take(&l).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = ErrNotFound
	}
	return l, r.fail(err, "letterhead on %s", on)
}
