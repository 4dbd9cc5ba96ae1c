package data

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Listed is a record of the movement as lists find it: the day and the word that narrow them down, by the names of columns. end is "" for
// what happened on one day.
type Listed interface{ listing() (on, end, kind string) }

// MovementQuery narrows a list of records of the movement; zero fields do not.
type MovementQuery struct {
	On day.Date
	// Unit is one on the day: what it and those below it did, and those that went up into them.
	Unit int64
	Year int
	// Kind is a value of the column by which the records differ in kind.
	Kind string
	// Text is words that the record, or the name of its unit, has; without regard to tone marks.
	Text string
	// Running keeps what holds on the day.
	Running       bool
	Limit, Offset int
}

// reach is a common table expression with the ids of a unit, all below it on a day, and those that went up into one of these by then; its
// arguments come from reachArgs.
var reach = "WITH RECURSIVE reach (id) AS (SELECT CAST(? AS INTEGER) UNION SELECT s.unit_id FROM unit_states s JOIN reach ON s.parent_id = reach.id WHERE " + stateHeld +
	" UNION SELECT l.from_id FROM unit_links l JOIN reach ON l.to_id = reach.id JOIN reorganisations g ON g.id = l.reorganisation_id AND g.deleted_at IS NULL AND g.happened_on <= ?" +
	" WHERE l.deleted_at IS NULL AND l.change = 'merge' AND l.from_id IS NOT NULL) "

func reachArgs(id int64, on day.Date) []any { return []any{id, on.ISO(), on.ISO(), on.ISO()} }

// MovementPage lists records of one kind, the latest first, and counts all that match.
func MovementPage[R any, P interface {
	*R
	Record
	Listed
}](ctx context.Context, r Reader, q MovementQuery) (records []R, matching int, err error) {
	on, end, kind := P(new(R)).listing()
	db := r.db.WithContext(ctx).Model(new(R)).Where("deleted_at IS NULL")
	if q.Unit != 0 {
		db = db.Where("unit_id IN ("+reach+"SELECT id FROM reach)", reachArgs(q.Unit, q.On)...)
	}
	if q.Year != 0 {
		year := fmt.Sprint(q.Year)
		if end == "" {
			db = db.Where("substr(CAST("+on+" AS TEXT), 1, 4) = ?", year)
		} else {
			db = db.Where("substr("+on+", 1, 4) <= ? AND ("+end+" IS NULL OR substr("+end+", 1, 4) >= ?)", year, year)
		}
	}
	if q.Kind != "" && kind != "" {
		db = db.Where(kind+" = ?", q.Kind)
	}
	if q.Running && end != "" {
		db = db.Where(held(on, end), q.On.ISO(), q.On.ISO())
	}
	if key := vietnamese.SearchKey(q.Text); key != "" {
		all, err := searchable(db, new(R), kind)
		if err != nil {
			return nil, 0, err
		}
		db = db.Where("has_words("+all+", ?)", q.On.ISO(), q.On.ISO(), key)
	}
	var n int64
	if err := db.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, r.fail(err, "count %s", P(new(R)).kind())
	}
	if q.Limit > 0 {
		db = db.Limit(q.Limit).Offset(q.Offset)
	}
	err = db.Order(on + " DESC, id DESC").Find(&records).Error
	return records, int(n), r.fail(err, "list %s", P(new(R)).kind())
}

// searchable is an expression of all that a user wrote in a record and of the name of its unit on a day, given twice as arguments.
func searchable(db *gorm.DB, record any, kind string) (string, error) {
	statement := &gorm.Statement{DB: db}
	if err := statement.Parse(record); err != nil {
		return "", fmt.Errorf("columns of %T: %w", record, err)
	}
	var parts []string
	for _, f := range statement.Schema.Fields {
		if f.FieldType.Kind() == reflect.String && f.DBName != "" && f.DBName != kind {
			parts = append(parts, "coalesce("+f.DBName+", '')")
		}
	}
	table := statement.Schema.Table
	parts = append(parts, "coalesce((SELECT s.name FROM unit_states s WHERE s.unit_id = "+table+".unit_id AND "+stateHeld+" LIMIT 1), '')")
	return strings.Join(parts, " || ' ' || "), nil
}

// cleaned makes texts fit to be stored, each one line.
func cleaned(texts ...*string) {
	for _, t := range texts {
		*t = vietnamese.Clean(*t)
	}
}

// cleanedLines does it for texts of several lines.
func cleanedLines(texts ...*string) {
	for _, t := range texts {
		*t = vietnamese.CleanLines(*t)
	}
}

// missing is the fault of the first pair of a text that is empty and the sentence for it; nil when none is.
func missing(pairs ...string) error {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "" {
			return Faultf(nil, "%s", pairs[i+1])
		}
	}
	return nil
}

// endsAfter refuses an end before the beginning.
func endsAfter(from, to day.Date, what string) error {
	if !to.IsZero() && to.Last().Before(from) {
		return Faultf(nil, "%s kết thúc %s, trước ngày bắt đầu %s; hãy sửa lại ngày.", what, to, from)
	}
	return nil
}
