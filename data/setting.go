package data

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindSetting is the kind of settings.
const KindSetting Kind = "setting"

type setting struct {
	Base
	Name  string
	Value string
}

func (*setting) kind() Kind { return KindSetting }
func (s *setting) prepare() error {
	s.Value = vietnamese.CleanLines(s.Value)
	return nil
}

// TableName names the table, since GORM would not find it for an unexported type.
func (setting) TableName() string { return "settings" }

// Setting returns a value of the office, "" when it was never set.
func (r Reader) Setting(ctx context.Context, name string) (string, error) {
	s, err := r.setting(ctx, name)
	return s.Value, err
}

func (r Reader) setting(ctx context.Context, name string) (setting, error) {
	var s setting
	err := r.db.WithContext(ctx).Where("name = ? AND deleted_at IS NULL", name).Take(&s).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return setting{}, nil
	}
	return s, r.fail(err, "setting %s", name)
}

// SetSetting stores a value of the office.
func (t *Tx) SetSetting(ctx context.Context, name, value string) error {
	s, err := t.setting(ctx, name)
	if err != nil {
		return err
	}
	s.Value = value
	if s.ID == 0 {
		s.Name = name
		return t.Insert(&s)
	}
	return t.Update(&s)
}
