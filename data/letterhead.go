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

// Letterhead is what the papers of an organ of the office (Ban Chấp hành, Ban Thường vụ) carry from ValidFrom on, until a
// later one of that organ begins; a paper of 2023 reprints with the one of 2023. Fields after Nghị định 30/2020/NĐ-CP, Phụ lục I.
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
	// Usual marks the organ whose letterhead a paper carries when nobody names one.
	Usual bool
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

// LetterheadOn returns the letterhead of a day; ErrNotFound when there is none yet. It is the newest of the organ that has the symbol;
// without organ, or with "", of the organ that was last marked as usual or, when none is, that of the newest letterhead.
func (r Reader) LetterheadOn(ctx context.Context, on day.Date, organ ...string) (Letterhead, error) {
	var l Letterhead
	valid := r.db.WithContext(ctx).Where("deleted_at IS NULL AND (valid_from IS NULL OR valid_from <= ?)", on.ISO()).Session(&gorm.Session{})
	symbol := ""
	if len(organ) > 0 {
		symbol = organ[0]
	}
	var err error
	if symbol == "" {
		err = valid.Order("usual DESC, valid_from DESC, id DESC").Take(&l).Error
		symbol, l = l.OrganSymbol, Letterhead{}
	}
	if err == nil {
		// A correction of the usual organ need not be marked again.
		err = valid.Where("organ_symbol = ?", symbol).Order("valid_from DESC, id DESC").Take(&l).Error
	}
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = ErrNotFound
	}
	return l, r.fail(err, "letterhead of %q on %s", organ, on)
}
