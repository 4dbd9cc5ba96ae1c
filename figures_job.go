package main

import (
	"context"
	"fmt"

	"cosohoi/app"
	"cosohoi/data"
)

// figuresJob prints the biểu số liệu of a period: how complete it is or, with --csv, all of it.
func figuresJob(ctx context.Context, c jobCall) error {
	period := c.flags.String("period", "", "")
	code := c.flags.String("unit", "", "")
	asCSV := c.flags.Bool("csv", false, "")
	if _, err := c.words(); err != nil {
		return err
	}
	if *period == "" {
		return usagef("Thiếu --period, ví dụ --period 2025-6m.")
	}
	year, span, err := app.ParseReturnPeriod(*period)
	if err != nil {
		return usagef("%s", app.Message(err))
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		p, err := o.ReturnPeriodOf(ctx, year, span)
		if err != nil {
			return err
		}
		var unit int64
		if *code != "" {
			u, err := o.UnitByCode(ctx, p.LastDay, *code)
			if err != nil {
				return err
			}
			unit = u.ID
		}
		s, err := o.ReturnSheet(ctx, p.ID, unit)
		if err != nil {
			return err
		}
		if *asCSV {
			return s.WriteFigures(c.out)
		}
		say := func(r *app.ReturnRow) {
			received, owed := s.Completeness(r)
			fmt.Fprintf(c.out, "%4d/%-4d %s\n", received, owed, r.Unit.Label())
		}
		fmt.Fprintf(c.out, "Số liệu %s, hạn nộp %s: số biểu đã nộp/phải nộp\n", p.Name(), p.DueOn)
		if unit == 0 {
			say(s.Total)
		}
		for _, r := range s.Rows {
			if r.Unit.Level == data.District || r.Unit.Level == data.Affiliate || unit != 0 {
				say(r)
			}
		}
		return nil
	})
}
