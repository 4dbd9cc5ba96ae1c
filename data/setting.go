package data

import (
	"context"
	"errors"
	"fmt"
	"slices"

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

// Choice is a setting with a fixed set of values, of which the first holds until the office chooses.
type Choice[T ~string] struct {
	Name   string
	Values []T
}

// Of returns what the office chose.
func (c Choice[T]) Of(ctx context.Context, r Reader) (T, error) {
	text, err := r.Setting(ctx, c.Name)
	if err != nil || text == "" {
		return c.Values[0], err
	}
	if !slices.Contains(c.Values, T(text)) { // a guess could number documents by the wrong rule
		return "", fmt.Errorf("setting %s: unknown value %q", c.Name, text)
	}
	return T(text), nil
}

// Choose stores what the office chose.
func (c Choice[T]) Choose(ctx context.Context, t *Tx, value T) error {
	if !slices.Contains(c.Values, value) {
		return fmt.Errorf("setting %s: unknown value %q", c.Name, value)
	}
	return t.SetSetting(ctx, c.Name, string(value))
}
