package app

import (
	"context"
	"errors"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// Letterheads lists the dated letterheads, the latest first.
func (o *Office) Letterheads(ctx context.Context) ([]data.Letterhead, error) {
	return o.db.Letterheads(ctx)
}

// SaveLetterhead stores a new or corrected letterhead. Two of them cannot begin on the same day, since then
// nobody could tell which one a paper carries.
func (o *Office) SaveLetterhead(ctx context.Context, l data.Letterhead) error {
	label := "Sửa thể thức văn bản"
	if l.ID == 0 {
		label = "Thêm thể thức văn bản"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		all, err := tx.Letterheads(ctx)
		if err != nil {
			return err
		}
		for _, other := range all {
			if other.ID != l.ID && other.ValidFrom == l.ValidFrom {
				return Problem("Đã có thể thức văn bản áp dụng từ ngày %s; hãy sửa bản đó hoặc chọn ngày khác.", l.ValidFrom)
			}
		}
		if l.ID == 0 {
			return tx.Insert(&l)
		}
		return tx.Update(&l)
	})
	return err
}

// letterheadOn gives the letterhead of a paper's date, of an undated one that of another day, and the plan that
// its reports answer to.
func (o *Office) letterheadOn(ctx context.Context, on, undated day.Date) (reports.Letterhead, string, error) {
	if on.IsZero() {
		on = undated
	}
	l, err := o.db.LetterheadOn(ctx, on)
	if errors.Is(err, data.ErrNotFound) {
		return reports.Letterhead{}, "", Problem("Chưa có thể thức văn bản cho ngày %s; hãy mở Cài đặt và thêm cơ quan ban hành, địa danh, người ký.", on)
	}
	if err != nil {
		return reports.Letterhead{}, "", err
	}
	return reports.Letterhead{
		Parent: l.Parent, Issuer: l.Issuer, OrganSymbol: l.OrganSymbol, OrganName: l.OrganName, Place: l.Place,
		Authority: l.Authority, Deputy: l.Deputy, Position: l.Position, Signer: l.Signer,
		To: lines(l.Addressees), Recipients: lines(l.Recipients), Archive: l.Archive,
	}, strings.Join(lines(l.Basis), " "), nil
}

// lines gives the lines of a text that hold something.
func lines(text string) []string {
	var all []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}
