package app

import "context"

// UnitReturn is what a unit, with all below it, reported for a period.
type UnitReturn struct {
	*ReturnSheet
	Row *ReturnRow
	// Received of the Owed returns of the unit and below it have come.
	Received, Owed int
}

// Figure is the number of the unit in a column that is entered or worked out from such columns; not known when the form has none.
func (u UnitReturn) Figure(code string) FigureValue { return u.Value(u.Row.Unit.ID, code) }

// ReturnsOfUnit lists the returns of a unit, the latest period first, of the periods at whose end it was there; none of a chi hội, whose numbers
// are those of its cơ sở. What is counted from records
// is left out, so that many periods are read fast.
func (o *Office) ReturnsOfUnit(ctx context.Context, unit int64) ([]UnitReturn, error) {
	periods, err := o.db.ReturnPeriods(ctx)
	if err != nil {
		return nil, err
	}
	var returns []UnitReturn
	for _, p := range periods {
		s, err := returnSheet(ctx, o.db.Reader, p, sheetOptions{})
		if err != nil {
			return nil, err
		}
		row, there := s.Row(unit)
		if !there {
			continue
		}
		one := UnitReturn{ReturnSheet: s, Row: row}
		one.Received, one.Owed = s.Completeness(row)
		returns = append(returns, one)
	}
	return returns, nil
}
