package data

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// Number is a count that may not be known: not reported is not 0. It is a value, not a pointer, so that copies of a record do not share it.
type Number struct {
	N     int64
	Known bool
}

// Of is a known number.
func Of(n int64) Number { return Number{n, true} }

// GormDataType names the column type for GORM, which must not take the struct for a relation.
func (Number) GormDataType() string { return "integer" }

// Value stores NULL for what is not known.
func (n Number) Value() (driver.Value, error) {
	if !n.Known {
		return nil, nil
	}
	return n.N, nil
}

// Scan reads what Value stored.
func (n *Number) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*n = Number{}
	case int64:
		*n = Of(v)
	default:
		return fmt.Errorf("data: cannot read a number from %T", src)
	}
	return nil
}

// MarshalJSON writes null for what is not known.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.Known {
		return []byte("null"), nil
	}
	return json.Marshal(n.N)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (n *Number) UnmarshalJSON(text []byte) error {
	var v *int64
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	*n = Number{}
	if v != nil {
		*n = Of(*v)
	}
	return nil
}
