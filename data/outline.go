package data

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindOutline is the kind of OutlineText records.
const KindOutline Kind = "outline"

// OutlineText is the office's own outline of a kind of paper, in the place of the one that the program brings.
type OutlineText struct {
	Base
	Paper string
	Text  string
}

// TableName names the table, which is called after the thing and not after its text.
func (OutlineText) TableName() string { return "outlines" }

func (*OutlineText) kind() Kind { return KindOutline }
func (o *OutlineText) prepare() error {
	o.Paper, o.Text = vietnamese.Clean(o.Paper), vietnamese.CleanSource(o.Text)
	if o.Paper == "" {
		return Faultf(nil, "Đề cương chưa thuộc loại văn bản nào; hãy chọn loại văn bản.")
	}
	return nil
}

// OutlineFor returns the office's outline of a kind of paper; ErrNotFound when it has none of its own.
func (r Reader) OutlineFor(ctx context.Context, paper string) (OutlineText, error) {
	var o OutlineText
	err := r.db.WithContext(ctx).Where("paper = ? AND deleted_at IS NULL", paper).Take(&o).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = ErrNotFound
	}
	return o, r.fail(err, "outline of %s", paper)
}
