package data

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindRecipientSet is the kind of RecipientSet records.
const KindRecipientSet Kind = "recipient_set"

// RecipientSet is to whom a sort of paper goes, "Báo cáo lên Tỉnh ủy", from ValidFrom on until a later set of the same name.
type RecipientSet struct {
	Base
	// ValidFrom zero: since before the records begin.
	ValidFrom  day.Date
	Name       string
	Addressees string // Kính gửi, one a line
	Recipients string // Nơi nhận, one a line
	Archive    string // "VT, VP"
}

func (*RecipientSet) kind() Kind { return KindRecipientSet }
func (s *RecipientSet) prepare() error {
	s.Name, s.Archive = vietnamese.Clean(s.Name), vietnamese.Clean(s.Archive)
	s.Addressees, s.Recipients = vietnamese.CleanLines(s.Addressees), vietnamese.CleanLines(s.Recipients)
	switch {
	case s.Name == "":
		return Faultf(nil, "Danh sách nơi nhận chưa có tên; hãy gõ tên, ví dụ “Báo cáo lên Tỉnh ủy”.")
	case s.Addressees == "" && s.Recipients == "":
		return Faultf(nil, "Danh sách nơi nhận “%s” còn trống; hãy gõ Kính gửi hoặc Nơi nhận.", s.Name)
	}
	return nil
}

// RecipientSets lists all sets with their dates, the latest first.
func (r Reader) RecipientSets(ctx context.Context) ([]RecipientSet, error) {
	var all []RecipientSet
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL").Order("valid_from DESC, id DESC").Find(&all).Error
	return all, r.fail(err, "recipient sets")
}

// RecipientSetsOn lists for each name the set of a day, in Vietnamese order of the names.
func (r Reader) RecipientSetsOn(ctx context.Context, on day.Date) ([]RecipientSet, error) {
	all, err := r.RecipientSets(ctx)
	if err != nil {
		return nil, err
	}
	var sets []RecipientSet
	seen := map[string]bool{}
	for _, s := range all {
		if s.ValidFrom.After(on) || seen[s.Name] {
			continue
		}
		seen[s.Name] = true
		sets = append(sets, s)
	}
	slices.SortFunc(sets, func(a, b RecipientSet) int {
		return strings.Compare(vietnamese.SortKey(a.Name), vietnamese.SortKey(b.Name))
	})
	return sets, nil
}
