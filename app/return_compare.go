package app

import (
	"context"

	"cosohoi/data"
)

// earlierPeriods are the periods with which one is compared; a zero period has not been opened.
type earlierPeriods struct {
	last     data.ReturnPeriod // the latest that ended before
	yearAgo  data.ReturnPeriod // the same span of the year before
	lastYear data.ReturnPeriod // the whole year before
}

func earlier(periods []data.ReturnPeriod, of data.ReturnPeriod) earlierPeriods {
	var e earlierPeriods
	for _, p := range periods { // the latest first
		if e.last.ID == 0 && p.LastDay.Before(of.LastDay) {
			e.last = p
		}
		if p.Year == of.Year-1 && p.Span == of.Span {
			e.yearAgo = p
		}
		if p.Year == of.Year-1 && p.Span == data.SpanYear {
			e.lastYear = p
		}
	}
	return e
}

// compare puts beside each number what it was before: in the last period or, of what happens in a period, in the same one a year ago. Of
// a unit that others went up in, it is what they had together.
func (s *ReturnSheet) compare(ctx context.Context, r data.Reader, links []data.UnitSuccession) error {
	periods, err := r.ReturnPeriods(ctx)
	if err != nil {
		return err
	}
	e := earlier(periods, s.Period)
	sheets := map[int64]*ReturnSheet{}
	origins := map[int64]origin{}
	for _, p := range []data.ReturnPeriod{e.last, e.yearAgo, e.lastYear} {
		if p.ID == 0 || sheets[p.ID] != nil {
			continue
		}
		if sheets[p.ID], err = returnSheet(ctx, r, p, sheetOptions{}); err != nil {
			return err
		}
		origins[p.ID] = s.originsSince(links, p)
	}
	for at := range s.all {
		row := &s.all[at]
		for i := range s.Columns {
			with := e.last.ID
			if s.Columns[i].Flow {
				with = e.yearAgo.ID
			}
			row.Cells[i].Before = sheets[with].before(origins[with], row.Unit.ID, s.Columns[i].Code)
			row.Cells[i].opening = sheets[e.lastYear.ID].before(origins[e.lastYear.ID], row.Unit.ID, s.Columns[i].Code).number()
		}
	}
	return nil
}

// before is what a unit, or those that went up in it, had in a sheet of an earlier period; not known when one of them is not, or when a
// part of it went elsewhere.
func (s *ReturnSheet) before(o origin, unit int64, code string) FigureValue {
	if s == nil {
		return FigureValue{}
	}
	i, known := s.column[code]
	if !known {
		return FigureValue{}
	}
	var v FigureValue
	units := o.of(unit)
	for _, id := range units {
		at, there := s.byUnit[id]
		if !there { // founded since, or gone again
			continue
		}
		if !s.all[at].Cells[i].Value.Known {
			return FigureValue{}
		}
		v = v.add(s.all[at].Cells[i].Value)
	}
	return v
}

// origin tells from which units those of a later day came.
type origin struct {
	from  map[int64][]int64 // a unit to those that went up in it whole
	parts map[int64]bool    // units that got only a part of another, or gave one away
}

// originsSince reads the reorganisations after an earlier period up to the end of that of the sheet.
func (s *ReturnSheet) originsSince(links []data.UnitSuccession, earlier data.ReturnPeriod) origin {
	o := origin{map[int64][]int64{}, map[int64]bool{}}
	to := map[int64][]int64{}
	for _, l := range links {
		if l.HappenedOn.After(earlier.LastDay) && !l.HappenedOn.After(s.Period.LastDay) {
			to[l.FromID] = append(to[l.FromID], l.ToID)
		}
	}
	for from, heirs := range to {
		_, remains := s.byUnit[from]
		if len(heirs) > 1 || remains && heirs[0] != from {
			o.parts[from] = true
			for _, heir := range heirs {
				o.parts[heir] = true
			}
			continue
		}
		if heirs[0] != from {
			o.from[heirs[0]] = append(o.from[heirs[0]], from)
		}
	}
	return o
}

// of lists the units whose numbers together are those of a unit before; none when they cannot be told.
func (o origin) of(unit int64) []int64 {
	var units []int64
	seen := map[int64]bool{}
	var add func(id int64) bool
	add = func(id int64) bool {
		if o.parts[id] {
			return false
		}
		if seen[id] {
			return true
		}
		seen[id] = true
		units = append(units, id)
		for _, from := range o.from[id] {
			if !add(from) {
				return false
			}
		}
		return true
	}
	if !add(unit) {
		return nil
	}
	return units
}
