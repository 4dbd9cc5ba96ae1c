package app

import (
	"context"
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// FigureRates lists the shares that the latest biểu số liệu kỳ works out, by code and title: what a target may take from it. None before a
// form is stored.
func (o *Office) FigureRates(ctx context.Context) ([]Word, error) {
	forms, err := o.db.FigureForms(ctx)
	if err != nil || len(forms) == 0 {
		return nil, err
	}
	columns, err := o.db.FigureColumns(ctx, forms[0].ID)
	if err != nil {
		return nil, err
	}
	ready, err := sheetColumns(columns, data.SpanYear)
	if err != nil {
		return nil, err
	}
	var rates []Word
	for _, c := range ready {
		if c.Rate() {
			rates = append(rates, Word{c.Code, c.Title})
		}
	}
	return rates, nil
}

// describeRate writes a definition that takes a rate of the figures as a sentence for under the table.
func describeRate(code string, rates []Word) string {
	return fmt.Sprintf("Lấy từ biểu số liệu của kỳ gần nhất đã hết vào ngày tính, cột %s (%s); chỉ tính đơn vị báo cáo cả tử số và mẫu số.", code, vietnamese.LowerFirst(nameOf(rates, code)))
}

// rates takes a rate of the figures from the last period that was over by a day, 0 of 0 where there was none or its form has no such
// column. Each unit that reported has its own numbers; a unit that went up into another has them counted there.
func (p *placement) rates(ctx context.Context, r data.Reader, code string, on day.Date, own []TargetValue) error {
	periods, err := r.ReturnPeriods(ctx)
	if err != nil {
		return err
	}
	period, ok := PickReturnPeriod(periods, on)
	if !ok || period.LastDay.After(on) {
		return nil
	}
	s, known := p.sheets[period.ID]
	if !known {
		if s, err = returnSheet(ctx, r, period, sheetOptions{counters: true}); err != nil {
			return err
		}
		p.sheets[period.ID] = s
	}
	column, ok := s.Column(code)
	if !ok {
		return nil
	}
	for at := range s.all {
		row := &s.all[at]
		if row.Unit.Level == data.Branch || !s.evaluates(at, s.Columns[column].Level) {
			continue
		}
		i, ok := p.where(row.Unit.ID)
		if !ok {
			continue
		}
		switch v := row.Cells[column].Value; {
		case v.Known:
			own[i].add(TargetValue{Numerator: int(v.Num), Denominator: int(v.Den)})
		case row.Owes:
			own[i].Unreported++
		}
	}
	return nil
}
