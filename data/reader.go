package data

import (
	"context"
	"database/sql/driver"
	"fmt"
	"reflect"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"
)

// Reader answers questions: on the read-only pool for DB, inside the running transaction for Tx.
type Reader struct {
	db   *gorm.DB
	path string
}

// fail adds operation and arguments to an error; nil stays nil.
func (r Reader) fail(err error, op string, args ...any) error {
	if err == nil {
		return nil
	}
	// The operation may hold a % that was typed, so it must not be a format itself.
	return explain(fmt.Errorf("%s: %w", fmt.Sprintf(op, args...), err), r.path)
}

// zeroNull stores the id 0, "none", as NULL, so that references hold.
type zeroNull struct{}

// Scan reads NULL as 0.
func (zeroNull) Scan(ctx context.Context, field *schema.Field, dst reflect.Value, value any) error {
	id, _ := value.(int64)
	return field.Set(ctx, dst, id)
}

// Value writes 0 as NULL.
func (zeroNull) Value(_ context.Context, _ *schema.Field, _ reflect.Value, value any) (any, error) {
	if id, ok := value.(int64); ok && id != 0 {
		return id, nil
	}
	return driver.Value(nil), nil
}

func init() { schema.RegisterSerializer("zeronull", zeroNull{}) }
