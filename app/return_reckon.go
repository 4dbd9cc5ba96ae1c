package app

import "cosohoi/data"

// Put places a number as the unit's own, without storing it, and reckons what hangs on it. A reason given before goes, since it was
// given for another number.
func (s *ReturnSheet) Put(unit int64, column int, value data.Number) {
	at, known := s.byUnit[unit]
	if !known || !s.all[at].Cells[column].Enters {
		return
	}
	cell := &s.all[at].Cells[column]
	if cell.Own != value {
		cell.Own, cell.Reason = value, ""
	}
	s.reckonUp(at)
}

// Explain places the reason why the checks that speak against a cell are wrong.
func (s *ReturnSheet) Explain(unit int64, column int, reason string) {
	if at, known := s.byUnit[unit]; known {
		s.all[at].Cells[column].Reason = reason
	}
}

// reckonAll reckons a row after all below it.
func (s *ReturnSheet) reckonAll(at int) {
	for _, child := range s.all[at].children {
		s.reckonAll(child)
	}
	s.reckon(at)
}

// reckonUp reckons a row and those that add it up.
func (s *ReturnSheet) reckonUp(at int) {
	for ; at >= 0; at = s.all[at].parent {
		s.reckon(at)
	}
}

// reckon works out the values of a row from its own numbers and the rows below it, then its checks.
func (s *ReturnSheet) reckon(at int) {
	row := &s.all[at]
	for i := range s.Columns {
		if s.Columns[i].Kind != data.Computed {
			s.reckonNumber(at, i)
		}
	}
	for _, rates := range []bool{false, true} {
		for i := range s.Columns {
			if s.Columns[i].Kind == data.Computed && s.Columns[i].Rate() == rates {
				s.reckonFormula(at, i)
			}
		}
	}
	for i := range row.Cells {
		cell := &row.Cells[i]
		if row.Sums && s.Columns[i].Level != data.District || row.Unit.Level == data.Province {
			cell.Before = FigureValue{}
			for _, child := range row.children {
				cell.Before = cell.Before.add(s.all[child].Cells[i].Before)
			}
		}
		cell.Problems = s.problems(at, i)
		cell.Suggested = data.Number{}
		if cell.Enters && !cell.Value.Known && !s.Columns[i].Flow && cell.Before.Known {
			cell.Suggested = cell.Before.number()
		}
	}
}

// below adds up the rows under one.
func (s *ReturnSheet) below(at, column int) FigureValue {
	var v FigureValue
	for _, child := range s.all[at].children {
		v = v.add(s.all[child].Cells[column].Value)
	}
	return v
}

func (s *ReturnSheet) reckonNumber(at, column int) {
	row, c := &s.all[at], &s.Columns[column]
	cell := &row.Cells[column]
	v := s.below(at, column)
	if c.counts {
		v.Given, v.Asked = 0, 0
		own := cell.counted
		if row.locked && cell.frozen.Known {
			own = cell.frozen
			if !row.Sums { // what was stored for a cơ sở has its chi hội in it
				v = FigureValue{}
			}
		}
		if own.Known {
			v.Num, v.Known = v.Num+own.N, true
		}
		cell.Value = v
		return
	}
	if row.Unit.Level == data.BaseUnit || row.Unit.Level == data.Affiliate {
		v.Given, v.Asked = 0, 0
	}
	if cell.Own.Known {
		v.Num, v.Known = cell.Own.N, true
	}
	if s.asks(at, c.Level) && row.Unit.Level != data.Branch {
		v.Asked++
		if v.Known {
			v.Given++
		}
	}
	cell.Value = v
}

func (s *ReturnSheet) reckonFormula(at, column int) {
	row, c := &s.all[at], &s.Columns[column]
	cell := &row.Cells[column]
	if !s.evaluates(at, c.Level) {
		cell.Value = s.below(at, column)
		cell.Value.Rate = c.Rate()
		return
	}
	v := FigureValue{Rate: c.Rate(), Asked: 1}
	whole := true
	if c.Rate() {
		above, below := sum(c.formula.above, s.valueIn(at)), sum(c.formula.below, s.valueIn(at))
		if above.Known && below.Known {
			v.Num, v.Den, v.Known = above.N, below.N, true
		}
	} else {
		var total data.Number
		total, whole = sumOfKnown(c.formula.above, s.valueIn(at))
		v.Num, v.Known = total.N, total.Known
	}
	if v.Known && whole {
		v.Given = 1
	}
	cell.Value = v
}

// evaluates tells whether formulas and checks of a level are worked out in a row; elsewhere they are added up.
func (s *ReturnSheet) evaluates(at int, level data.Level) bool {
	switch s.all[at].Unit.Level {
	case data.Branch:
		return level == data.Branch
	case data.BaseUnit, data.Affiliate:
		return level != data.District || s.asks(at, level)
	case data.District:
		return level == data.District
	}
	return false
}

// valueIn gives the number of a column in a row, now or at the end of the year before.
func (s *ReturnSheet) valueIn(at int) func(code string, opening bool) data.Number {
	return func(code string, opening bool) data.Number {
		i, known := s.column[code]
		if !known {
			return data.Number{}
		}
		if opening {
			return s.all[at].Cells[i].opening
		}
		return s.all[at].Cells[i].Value.number()
	}
}
