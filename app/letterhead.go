package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// Letterheads lists the dated letterheads, the latest first.
func (o *Office) Letterheads(ctx context.Context) ([]data.Letterhead, error) {
	return o.db.Letterheads(ctx)
}

// SaveLetterhead stores a new or corrected letterhead. Two of one organ cannot begin on the same day, since then
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
			if other.ID != l.ID && other.ValidFrom == l.ValidFrom && other.OrganSymbol == l.OrganSymbol {
				return Problem("Đã có thể thức văn bản của “%s” áp dụng từ ngày %s; hãy sửa bản đó hoặc chọn ngày khác.", l.OrganSymbol, l.ValidFrom)
			}
		}
		if l.ID == 0 {
			return tx.Insert(&l)
		}
		return tx.Update(&l)
	})
	return err
}

// letterheadOn gives the letterhead of an organ ("": the usual one) on a paper's date, of an undated one that of another day,
// and the plan that its reports answer to. Who is marked as signing for the organ on that day signs.
func (o *Office) letterheadOn(ctx context.Context, on, undated day.Date, organ string) (reports.Letterhead, string, error) {
	if on.IsZero() {
		on = undated
	}
	l, err := o.db.LetterheadOn(ctx, on, organ)
	if errors.Is(err, data.ErrNotFound) && organ != "" {
		return reports.Letterhead{}, "", Problem("Chưa có thể thức văn bản của “%s” cho ngày %s; hãy mở Cài đặt và thêm thể thức cho cơ quan này.", organ, on)
	}
	if errors.Is(err, data.ErrNotFound) {
		return reports.Letterhead{}, "", Problem("Chưa có thể thức văn bản cho ngày %s; hãy mở Cài đặt và thêm cơ quan ban hành, địa danh, người ký.", on)
	}
	if err != nil {
		return reports.Letterhead{}, "", err
	}
	signers, err := o.db.SignatoriesOn(ctx, on, l.OrganSymbol)
	if err != nil {
		return reports.Letterhead{}, "", err
	}
	if len(signers) > 0 && signers[0].Main {
		s := signers[0]
		l.Authority, l.Deputy, l.Position, l.Signer = s.Authority, s.Deputy, s.Position, s.Name
	}
	return reports.Letterhead{
		Parent: l.Parent, Issuer: l.Issuer, OrganSymbol: l.OrganSymbol, OrganName: l.OrganName, Place: l.Place,
		Authority: l.Authority, Deputy: l.Deputy, Position: l.Position, Signer: l.Signer,
		To: lines(l.Addressees), Recipients: lines(l.Recipients), Archive: l.Archive,
	}, strings.Join(lines(l.Basis), " "), nil
}

// Organs lists the organs that have a letterhead on a day, the usual one first.
func (o *Office) Organs(ctx context.Context, on day.Date) ([]data.Letterhead, error) {
	all, err := o.db.Letterheads(ctx)
	if err != nil {
		return nil, err
	}
	usual, err := o.db.LetterheadOn(ctx, on)
	if errors.Is(err, data.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	organs := []data.Letterhead{usual}
	for _, l := range all {
		known := slices.ContainsFunc(organs, func(other data.Letterhead) bool { return other.OrganSymbol == l.OrganSymbol })
		if !known && !l.ValidFrom.After(on) {
			organs = append(organs, l)
		}
	}
	return organs, nil
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

// followProvince gives the papers of an office whose province changes its name the new one from the day on: letterheads get a later twin, the
// name of the office follows.
func (r *reorganiser) followProvince(before, after data.UnitState) error {
	unit, err := r.tx.UnitByID(r.ctx, after.UnitID)
	if err != nil || unit.Level != data.Province || before.Name == after.Name {
		return err
	}
	renamed := strings.NewReplacer(before.Name, after.Name, strings.ToUpper(before.Name), strings.ToUpper(after.Name))
	all, err := r.tx.Letterheads(r.ctx)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, l := range all { // the latest first
		if seen[l.OrganSymbol] || !l.ValidFrom.Before(r.on) {
			seen[l.OrganSymbol] = true // the office has written the new one itself
			continue
		}
		seen[l.OrganSymbol] = true
		next := l
		next.Base, next.ValidFrom = data.Base{}, r.on
		next.Parent, next.OrganName, next.Place = renamed.Replace(l.Parent), renamed.Replace(l.OrganName), renamed.Replace(l.Place)
		if next.Parent == l.Parent && next.OrganName == l.OrganName && next.Place == l.Place {
			continue
		}
		if err := r.tx.Insert(&next); err != nil {
			return err
		}
		r.outcome.Letterheads++
	}
	name, err := r.tx.Setting(r.ctx, settingOffice)
	if err != nil || renamed.Replace(name) == name {
		return err
	}
	return r.tx.SetSetting(r.ctx, settingOffice, renamed.Replace(name))
}
