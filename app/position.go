package app

import (
	"context"
	"fmt"
	"slices"

	"cosohoi/data"
)

// SavePosition stores a new or changed post. The level of a post that was given cannot change, and it can be for one person only
// where nowhere two hold it.
func (o *Office) SavePosition(ctx context.Context, p data.Position) error {
	label := "Sửa chức danh trong danh mục"
	if p.ID == 0 {
		label = "Thêm chức danh vào danh mục"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		positions, err := tx.Positions(ctx)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(positions, func(other data.Position) bool {
			return other.ID != p.ID && other.Level == p.Level && sameWords(other.Name, p.Name)
		}) {
			return Problem("%s đã có chức danh “%s”; hãy gõ tên khác.", LevelName(p.Level), p.Name)
		}
		if p.ID == 0 {
			p.Code = freeCode(positions)
			return tx.Insert(&p)
		}
		at := slices.IndexFunc(positions, func(other data.Position) bool { return other.ID == p.ID })
		if at < 0 {
			return data.ErrNotFound
		}
		if before := positions[at]; before.Level != p.Level {
			if n, err := tx.CountPositionUses(ctx, p.ID); err != nil || n > 0 {
				return cannot(err, "“%s” đã được ghi %d lần nên không đổi cấp được; hãy thêm chức danh mới cho cấp kia.", before.Name, n)
			}
		}
		if p.Single {
			if n, err := tx.CountShared(ctx, p.ID); err != nil || n > 0 {
				return cannot(err, "“%s” có hai người cùng giữ ở %d đơn vị; hãy ghi thôi giữ cho bớt người trước khi đặt “chỉ một người”.", p.Name, n)
			}
		}
		return tx.Update(&p)
	})
	return err
}

// cannot is the error itself or else a sentence for the user.
func cannot(err error, sentence string, args ...any) error {
	if err != nil {
		return err
	}
	return Problem(sentence, args...)
}

// freeCode is a code for a post of the office's own: "RIENG-1" and so on. The codes of the program's posts have a meaning to it.
func freeCode(positions []data.Position) string {
	for n := 1; ; n++ {
		code := fmt.Sprintf("RIENG-%d", n)
		if !slices.ContainsFunc(positions, func(p data.Position) bool { return p.Code == code }) {
			return code
		}
	}
}

// RemovePosition puts a post that nobody holds or held into the recycle bin.
func (o *Office) RemovePosition(ctx context.Context, p data.Position) error {
	_, err := o.db.Write(ctx, "Xóa chức danh khỏi danh mục", func(tx *data.Tx) error {
		if n, err := tx.CountPositionUses(ctx, p.ID); err != nil || n > 0 {
			return cannot(err, "“%s” đã được ghi %d lần trong hồ sơ nên không xóa được.", p.Name, n)
		}
		return tx.Remove(&p)
	})
	return err
}
