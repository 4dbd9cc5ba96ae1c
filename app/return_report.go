package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/reports"
)

// periodFigures collects the figures of a period by district for the appendix of a report; nothing when the period was not opened. The
// affiliates are one column; without districts there is only the whole.
func (o *Office) periodFigures(ctx context.Context, year int, span data.ReturnSpan) (reports.PeriodFigures, error) {
	s, ok, err := o.FiguresFor(ctx, year, span)
	if err != nil || !ok {
		return reports.PeriodFigures{}, err
	}
	before, known, err := o.FiguresFor(ctx, year-1, span)
	if err != nil {
		return reports.PeriodFigures{}, err
	}
	figures := reports.PeriodFigures{Period: s.Period.Name()}
	figures.Received, figures.Owed = s.Completeness(s.Total)
	type column struct{ rows []*ReturnRow }
	var columns []column
	var affiliates []*ReturnRow
	for _, row := range s.Rows {
		switch row.Unit.Level {
		case data.District:
			figures.Units = append(figures.Units, row.Unit.Name)
			columns = append(columns, column{[]*ReturnRow{row}})
		case data.Affiliate:
			affiliates = append(affiliates, row)
		}
	}
	if len(columns) > 0 && len(affiliates) > 0 {
		figures.Units = append(figures.Units, "Trực thuộc")
		columns = append(columns, column{affiliates})
	}
	for i, c := range s.Columns {
		line := reports.FigureLine{Group: c.GroupName, Code: c.Code, Name: c.Title, Rate: c.Rate(), Total: reportFigure(s.Total.Cells[i].Value)}
		if known {
			line.Before = reportFigure(before.Value(before.Total.Unit.ID, c.Code))
		}
		for _, column := range columns {
			var v FigureValue
			for _, row := range column.rows {
				v = v.add(row.Cells[i].Value)
			}
			line.Units = append(line.Units, reportFigure(v))
		}
		figures.Lines = append(figures.Lines, line)
	}
	return figures, nil
}

func reportFigure(v FigureValue) reports.Figure {
	return reports.Figure{Numerator: int(v.Num), Denominator: int(v.Den), Known: v.Known}
}
