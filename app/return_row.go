package app

import (
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// FigureValue is what counts in one place of the biểu số liệu kỳ: a number or, with Rate, a share of Num in Den. Not known is not 0.
type FigureValue struct {
	Num, Den    int64
	Rate, Known bool
	// Given tells how many of the Asked units have reported the number that this one adds up.
	Given, Asked int
}

// Text gives the value as tables show it: 1.234, 72,5%, or "" when it is not known.
func (v FigureValue) Text() string {
	switch {
	case !v.Known:
		return ""
	case v.Rate:
		return Percent(int(v.Num), int(v.Den))
	}
	return vietnamese.Number(v.Num)
}

// add sums two values; what is not known adds nothing.
func (v FigureValue) add(o FigureValue) FigureValue {
	v.Given, v.Asked = v.Given+o.Given, v.Asked+o.Asked
	if o.Known {
		v.Num, v.Den, v.Rate, v.Known = v.Num+o.Num, v.Den+o.Den, o.Rate, true
	}
	return v
}

func (v FigureValue) number() data.Number {
	if !v.Known || v.Rate {
		return data.Number{}
	}
	return data.Of(v.Num)
}

// FigureCell is one place of the sheet.
type FigureCell struct {
	Value FigureValue
	// Own is what the unit itself reported; Enters that it may be typed here.
	Own    data.Number
	Enters bool
	// Suggested is the number of the last period, where nothing is reported yet and the column tells what stands at the end of a period.
	Suggested data.Number
	// Before is what the value is compared with: that of the last period or, of what happens in a period, that of the same one a year ago.
	Before FigureValue
	// Problems are the checks that speak against the value, in sentences; Reason is why they are wrong.
	Problems []string
	Reason   string

	counted data.Number // what the records of the unit itself come to
	frozen  data.Number // what they came to when the return was locked
	opening data.Number // at the end of the year before
}

// Unexplained tells that a check speaks against the cell and nobody said why it is right.
func (c FigureCell) Unexplained() bool { return len(c.Problems) > 0 && c.Reason == "" }

// ReturnRow is a unit in the sheet.
type ReturnRow struct {
	Unit data.UnitOn
	// Sums marks a row that adds up the rows below it, such as that of a district; Depth tells how far a row stands below the first ones.
	Sums  bool
	Depth int
	// Owes tells that the unit owes a return for the period; State and the rest are that of its return.
	Owes        bool
	State       data.ReturnState
	DueOn       day.Date
	SubmittedOn day.Date
	Reason      string
	Cells       []FigureCell // one a column

	parent   int
	children []int
	branches int // chi hội under a cơ sở, in the sheet or not
	locked   bool
}

// Missing counts the numbers that the unit was asked for and has not reported.
func (r ReturnRow) Missing() int {
	n := 0
	for _, c := range r.Cells {
		if c.Enters && !c.Value.Known {
			n++
		}
	}
	return n
}

// Unexplained counts the cells in which a check speaks against the number and nobody said why it is right.
func (r ReturnRow) Unexplained() int {
	n := 0
	for _, c := range r.Cells {
		if c.Unexplained() {
			n++
		}
	}
	return n
}

// Late tells that a return is owed, was due before a day and has not come.
func (r ReturnRow) Late(on day.Date) bool {
	return r.Owes && (r.State == data.ReturnOpen || r.State == data.ReturnGivenBack) && r.DueOn.Before(on)
}

// Received tells that the return has come.
func (r ReturnRow) Received() bool {
	return r.State == data.ReturnSubmitted || r.State == data.ReturnLocked
}

// Locked tells that the numbers of a row cannot be changed.
func (r ReturnRow) Locked() bool { return r.locked }
