package data

import (
	"context"
)

// SeriesRule says how numbers are drawn; the head of the office decides (Nghị định 30/2020/NĐ-CP, Điều 15.1.c).
type SeriesRule string

// The rules of numbering.
const (
	OneSeries     SeriesRule = "one"  // one series for all types of documents
	SeriesOfTypes SeriesRule = "type" // each type of document has its own
)

// SeriesChoice is the setting of the rule of numbering.
var SeriesChoice = Choice[SeriesRule]{Name: "document.series", Values: []SeriesRule{OneSeries, SeriesOfTypes}}

// NextNumber gives the number after the highest of a series in a year, and the numbers below it that no document holds.
// Drafts that hold a number count, so that it is not offered twice.
func (r Reader) NextNumber(ctx context.Context, year int, series string) (next int, gaps []int, err error) {
	var drawn []int
	err = r.db.WithContext(ctx).Table("documents").Where("year = ? AND series = ? AND number > 0 AND deleted_at IS NULL", year, series).
		Order("number").Pluck("number", &drawn).Error
	if err != nil {
		return 0, nil, r.fail(err, "numbers of series %q in %d", series, year)
	}
	next = 1
	for _, n := range drawn {
		for ; next < n; next++ {
			gaps = append(gaps, next)
		}
		next = n + 1
	}
	return next, gaps, nil
}

// RegisterRows lists the register of outgoing documents of a year and series by number. Cancelled documents stay in it.
func (r Reader) RegisterRows(ctx context.Context, year int, series string) ([]DocumentRow, error) {
	var rows []DocumentRow
	err := r.db.WithContext(ctx).Table("documents").Select(documentRowColumns).
		Where("year = ? AND series = ? AND state <> ? AND deleted_at IS NULL", year, series, DocumentDraft).
		Order("number, id").Find(&rows).Error
	return rows, r.fail(err, "register of series %q in %d", series, year)
}

// RegisterSeries lists the series that the register of a year holds.
func (r Reader) RegisterSeries(ctx context.Context, year int) ([]string, error) {
	var series []string
	err := r.db.WithContext(ctx).Table("documents").Where("year = ? AND state <> ? AND deleted_at IS NULL", year, DocumentDraft).
		Distinct().Order("series").Pluck("series", &series).Error
	return series, r.fail(err, "series of the register of %d", year)
}
