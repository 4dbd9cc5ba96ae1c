package app

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"cosohoi/data"
)

// FiguresFor gives the figures of all units for a period; ok is false when it was never opened. Value then tells those of a unit. It takes
// some tenths of a second, so ask once for many units.
func (o *Office) FiguresFor(ctx context.Context, year int, span data.ReturnSpan) (s *ReturnSheet, ok bool, err error) {
	periods, err := o.db.ReturnPeriods(ctx)
	if err != nil {
		return nil, false, err
	}
	for _, p := range periods {
		if p.Year == year && p.Span == span {
			s, err = returnSheet(ctx, o.db.Reader, p, sheetOptions{counters: true, before: true})
			return s, err == nil, err
		}
	}
	return nil, false, nil
}

// Value is the figure of a unit with all below it in a column; not known when nobody there reported it, when the unit is not in the tree of
// the period or when the form has no such column.
func (s *ReturnSheet) Value(unit int64, code string) FigureValue {
	at, there := s.byUnit[unit]
	i, known := s.column[code]
	if !there || !known {
		return FigureValue{}
	}
	return s.all[at].Cells[i].Value
}

// ParseReturnPeriod reads the name of a period on the command line: "2025-6m" or "2025-year".
func ParseReturnPeriod(text string) (year int, span data.ReturnSpan, err error) {
	first, last, _ := strings.Cut(strings.TrimSpace(text), "-")
	year, err = strconv.Atoi(first)
	span = data.ReturnSpan(last)
	if last == "" {
		span = data.SpanYear
	}
	if err != nil || year < 1900 || (span != data.SpanHalf && span != data.SpanYear) {
		return 0, "", Problem("Kỳ số liệu “%s” không đúng; hãy gõ như 2025-6m (6 tháng đầu năm) hoặc 2025-year (cả năm).", text)
	}
	return year, span, nil
}

// WriteFigures writes a sheet as CSV: a row for the unit itself, the units under it after that, and a column for each of the form, under its
// code. What was not reported is empty; rates are in per cent with a point.
func (s *ReturnSheet) WriteFigures(w io.Writer) error {
	out := csv.NewWriter(w)
	head := []string{"unit_code", "unit", "level", "parent_code", "state"}
	for _, c := range s.Columns {
		head = append(head, c.Code)
	}
	if err := out.Write(head); err != nil {
		return fmt.Errorf("export figures: %w", err)
	}
	rows := s.Rows
	if s.Total.Unit.Level == data.Province {
		rows = append([]*ReturnRow{s.Total}, rows...)
	}
	for _, row := range rows {
		parent, state := "", ""
		if row.parent >= 0 {
			parent = s.all[row.parent].Unit.Code
		}
		if row.Owes {
			state = string(row.State)
		}
		line := []string{row.Unit.Code, row.Unit.Label(), string(row.Unit.Level), parent, state}
		for _, cell := range row.Cells {
			line = append(line, cell.Value.plain())
		}
		if err := out.Write(line); err != nil {
			return fmt.Errorf("export figures: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// plain gives a value for other programs.
func (v FigureValue) plain() string {
	switch {
	case !v.Known || v.Rate && v.Den == 0:
		return ""
	case v.Rate:
		return strconv.FormatFloat(100*float64(v.Num)/float64(v.Den), 'f', 1, 64)
	}
	return strconv.FormatInt(v.Num, 10)
}
