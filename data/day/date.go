// Package day holds calendar dates that may be known only in part, as the records of older cadres are:
// a full day, a month ("7/1965") or a year ("1965"). No time of day, no time zone.
package day

import (
	"cmp"
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a date of the Gregorian calendar, years 1 to 9999. Month 0 means only the year is known, Day 0
// only the month. The zero Date means "not known" and is stored as NULL.
type Date struct {
	Year, Month, Day int
}

// ErrInvalid tells that a text is no date, or one that does not exist, such as 31/02/2024.
var ErrInvalid = errors.New("ngày không có thật")

// Of returns the full date y-m-d. It does not check it; see Valid.
func Of(y, m, d int) Date { return Date{y, m, d} }

// FromTime returns the day that t shows in its own location.
func FromTime(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// IsZero tells that nothing is known of the date.
func (d Date) IsZero() bool { return d == Date{} }

// IsFull tells that day, month and year are known.
func (d Date) IsFull() bool { return d.Day != 0 }

// Valid tells whether the date exists in the calendar. The zero Date is valid: it stands for "not known".
func (d Date) Valid() bool {
	if d.IsZero() {
		return true
	}
	if d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Day < 0 || (d.Month == 0 && d.Day != 0) {
		return false
	}
	return d.Day == 0 || d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// First returns the earliest day that the date can mean: 1965 gives 01/01/1965.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last returns the latest day that the date can mean: 2/1965 gives 28/02/1965.
func (d Date) Last() Date {
	if d.IsZero() || d.IsFull() {
		return d
	}
	month := d.Month
	if month == 0 {
		month = 12
	}
	return Date{d.Year, month, daysIn(d.Year, month)}
}

// Time returns midnight UTC of the first day that the date can mean; the zero time for the zero Date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	f := d.First()
	return time.Date(f.Year, time.Month(f.Month), f.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays returns the day n days after the first day that the date can mean.
func (d Date) AddDays(n int) Date { return FromTime(d.Time().AddDate(0, 0, n)) }

// AddMonths returns the same day n months later, or the last day of that month when it has no such day:
// 31/01/2023 plus one month is 28/02/2023.
func (d Date) AddMonths(n int) Date {
	f := d.First()
	months := f.Year*12 + f.Month - 1 + n
	year, month := months/12, months%12+1
	return Date{year, month, min(f.Day, daysIn(year, month))}
}

// DaysSince returns how many days lie between the first days of from and d; negative when d is earlier.
func (d Date) DaysSince(from Date) int {
	return int(d.Time().Sub(from.Time()) / (24 * time.Hour))
}

// Compare orders dates by the first day they can mean, the less exact one first; the zero Date before all.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// Before tells that d is earlier than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After tells that d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// String returns the form that users read: 04/07/2023, 07/1965, 1965, or "" when not known.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%02d/%d", d.Month, d.Year)
	}
	return fmt.Sprintf("%02d/%02d/%d", d.Day, d.Month, d.Year)
}

// ISO returns the form that is stored and sorts as text: 2023-07-04, 1965-07, 1965, or "".
func (d Date) ISO() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Parse reads what people type: 4/7/2023, 04-07-2023, 4.7.2023, 04072023, 7/1965, 1965, and the ISO form
// 2023-07-04 that files carry. Two-digit years are refused, since 65 may be either century. An empty text
// is the zero Date. The error wraps ErrInvalid and is a Vietnamese sentence.
func Parse(text string) (Date, error) {
	t := strings.TrimSpace(text)
	if t == "" {
		return Date{}, nil
	}
	invalid := func() (Date, error) {
		return Date{}, fmt.Errorf("“%s”: %w; hãy gõ như 04/07/2023, 07/1965 hoặc 1965", t, ErrInvalid)
	}
	parts := strings.FieldsFunc(t, func(r rune) bool { return r == '/' || r == '-' || r == '.' || r == ' ' })
	numbers := make([]int, len(parts))
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 {
			return invalid()
		}
		numbers[i] = n
	}
	var d Date
	switch {
	case len(parts) == 1 && len(parts[0]) == 8:
		d = Date{numbers[0] % 10000, numbers[0] / 10000 % 100, numbers[0] / 1000000}
	case len(parts) == 1 && len(parts[0]) == 4:
		d = Date{Year: numbers[0]}
	case len(parts) == 2 && len(parts[0]) == 4:
		d = Date{Year: numbers[0], Month: numbers[1]}
	case len(parts) == 2 && len(parts[1]) == 4:
		d = Date{Year: numbers[1], Month: numbers[0]}
	case len(parts) == 3 && len(parts[0]) == 4:
		d = Date{numbers[0], numbers[1], numbers[2]}
	case len(parts) == 3 && len(parts[2]) == 4:
		d = Date{numbers[2], numbers[1], numbers[0]}
	default:
		return invalid()
	}
	// A typed zero ("00/07/1965") is not the same as a part left out.
	if !d.Valid() || d.Year == 0 || (len(parts) > 1 && d.Month == 0) || (len(parts) > 2 && d.Day == 0) || (len(parts[0]) == 8 && (d.Month == 0 || d.Day == 0)) {
		return invalid()
	}
	return d, nil
}

// Value stores the date as its ISO text, NULL when not known.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.ISO(), nil
}

// Scan reads what Value stored. The driver gives back a time.Time for a column that it takes for a date.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		parsed, err := Parse(v)
		*d = parsed
		return err
	case []byte:
		return d.Scan(string(v))
	case time.Time:
		*d = FromTime(v)
		return nil
	}
	return fmt.Errorf("day: cannot read a date from %T", src)
}

// GormDataType names the column type for GORM, which must not take the struct for a relation.
func (Date) GormDataType() string { return "text" }

// MarshalText writes the ISO form, so that audit entries and exports read like the database.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	*d = parsed
	return err
}

// Official returns the form of official papers: 04/7/2023, 01/02/2023, 7/1965, 1965. Days below 10 and the
// months 1 and 2 have a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4).
func (d Date) Official() string {
	month := fmt.Sprint(d.Month)
	if d.Month <= 2 {
		month = "0" + month
	}
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s/%d", month, d.Year)
	}
	return fmt.Sprintf("%02d/%s/%d", d.Day, month, d.Year)
}
