package app

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// CatalogueList is one of the lists of words that forms offer.
type CatalogueList struct{ ID, Title, Where string }

// CatalogueLists are the lists that an office may change, in the order of the record of a cadre.
var CatalogueLists = []CatalogueList{
	{"ethnic", "Dân tộc", "Nhân thân"},
	{"religion", "Tôn giáo", "Nhân thân"},
	{"circumstances", "Hoàn cảnh", "Nhân thân"},
	{"full_time", "Chuyên trách", "Nhân thân"},
	{"education", "Học vấn", "Trình độ"},
	{"degree", "Trình độ chuyên môn", "Trình độ"},
	{"politics", "Lý luận chính trị", "Trình độ"},
	{"state_management", "Quản lý nhà nước", "Trình độ"},
	{"informatics", "Tin học", "Trình độ"},
	{"software_skill", "Sử dụng phần mềm", "Trình độ"},
	{"course_subject", "Nội dung bồi dưỡng", "Đào tạo"},
	{"course_manner", "Hình thức học", "Đào tạo"},
	{"sector", "Cơ cấu ủy viên", "Chức danh"},
	{"leaving", "Lý do thôi", "Chức danh"},
	{"party_stop", "Lý do dừng phát triển Đảng", "Đảng"},
	{"award", "Hình thức khen thưởng", "Khen thưởng"},
	{"discipline", "Hình thức kỷ luật", "Kỷ luật"},
	{"finding", "Nhóm ưu điểm, tồn tại", "Kiểm tra"},
	{"special_group", "Đối tượng hội viên đặc thù", "Phong trào"},
	{"example_field", "Lĩnh vực điển hình", "Phong trào"},
}

// Catalogue lists the words that a form offers for a field.
func (o *Office) Catalogue(ctx context.Context, name string) ([]string, error) {
	entries, err := o.db.Catalogue(ctx, name)
	words := make([]string, len(entries))
	for i, e := range entries {
		words[i] = e.Name
	}
	return words, err
}

// CatalogueEntries lists the entries of a catalogue in their order.
func (o *Office) CatalogueEntries(ctx context.Context, name string) ([]data.CatalogueEntry, error) {
	return o.db.Catalogue(ctx, name)
}

// SaveCatalogueEntry stores a new entry, at the end of its list, or another name for one. Records keep the words that were chosen.
func (o *Office) SaveCatalogueEntry(ctx context.Context, e data.CatalogueEntry) error {
	if !slices.ContainsFunc(CatalogueLists, func(l CatalogueList) bool { return l.ID == e.Catalogue }) {
		return data.ErrNotFound
	}
	label := "Đổi tên mục danh mục"
	if e.ID == 0 {
		label = "Thêm mục danh mục"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		entries, err := tx.Catalogue(ctx, e.Catalogue)
		if err != nil {
			return err
		}
		for _, other := range entries {
			if other.ID != e.ID && sameWords(other.Name, e.Name) {
				return Problem("Danh mục đã có “%s”; hãy gõ tên khác.", other.Name)
			}
		}
		if e.ID != 0 {
			return tx.Update(&e)
		}
		e.Rank = 1
		if n := len(entries); n > 0 {
			e.Rank = entries[n-1].Rank + 1
		}
		return tx.Insert(&e)
	})
	return err
}

// sameWords tells whether two names differ in nothing but capitals and blanks; tone marks count.
func sameWords(a, b string) bool {
	return strings.EqualFold(vietnamese.Clean(a), vietnamese.Clean(b))
}

// MoveCatalogueEntry moves an entry by some places in its list, up when by is negative; at the end of the list it stays.
func (o *Office) MoveCatalogueEntry(ctx context.Context, e data.CatalogueEntry, by int) error {
	_, err := o.db.Write(ctx, "Xếp lại danh mục", func(tx *data.Tx) error {
		entries, err := tx.Catalogue(ctx, e.Catalogue)
		if err != nil {
			return err
		}
		moved, err := shifted(entries, func(x data.CatalogueEntry) bool { return x.ID == e.ID }, by)
		if err != nil {
			return err
		}
		for i, x := range moved {
			if x.Rank == i+1 {
				continue
			}
			x.Rank = i + 1
			if err := tx.Update(&x); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// shifted is a list with the one that is meant moved by some places, not beyond its ends.
func shifted[R any](list []R, meant func(R) bool, by int) ([]R, error) {
	from := slices.IndexFunc(list, meant)
	if from < 0 {
		return nil, data.ErrNotFound
	}
	one := list[from]
	to := min(max(from+by, 0), len(list)-1)
	return slices.Insert(slices.Delete(slices.Clone(list), from, from+1), to, one), nil
}

// RemoveCatalogueEntry puts an entry into the recycle bin; forms no longer offer it, records keep it.
func (o *Office) RemoveCatalogueEntry(ctx context.Context, e data.CatalogueEntry) error {
	_, err := o.db.Write(ctx, "Xóa mục danh mục", func(tx *data.Tx) error { return tx.Remove(&e) })
	return err
}
