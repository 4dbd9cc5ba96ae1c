package app

import (
	"context"
	"fmt"
	"slices"

	"cosohoi/data"
)

// SheetColumn is a column of the form, ready to be computed.
type SheetColumn struct {
	data.FigureColumn
	formula formula
	checks  []check
	// counts tells that records give the number; an entered column then asks nobody.
	counts bool
}

// Rate tells that the column holds shares.
func (c SheetColumn) Rate() bool { return c.formula.isRate() }

// Counted tells that the records of the program give the number.
func (c SheetColumn) Counted() bool { return c.counts }

// ReturnSheet is the biểu số liệu kỳ of a unit and all below it for a period. It is a value of its own: what is typed is put into it with
// Put and reckoned at once, and stored with Office.PutFigures.
type ReturnSheet struct {
	Period  data.ReturnPeriod
	Form    data.FigureForm
	Columns []SheetColumn
	// Total is the row of the unit itself. Rows are those to be filled in, in the order of the tree: the unit too unless it is the province,
	// and those below it, the districts each followed by its units.
	Total *ReturnRow
	Rows  []*ReturnRow

	all    []ReturnRow
	byUnit map[int64]int
	column map[string]int
}

// sheetOptions say what of a sheet is needed.
type sheetOptions struct {
	scope    int64 // 0 is the province
	counters bool
	before   bool
}

// ReturnSheet reads the sheet of a unit, 0 for the province, for a period: of a cơ sở its chi hội, otherwise the units that owe returns.
// It takes some tenths of a second.
func (o *Office) ReturnSheet(ctx context.Context, period, unit int64) (*ReturnSheet, error) {
	p, err := o.db.ReturnPeriod(ctx, period)
	if err != nil {
		return nil, err
	}
	return returnSheet(ctx, o.db.Reader, p, sheetOptions{unit, true, true})
}

func returnSheet(ctx context.Context, r data.Reader, period data.ReturnPeriod, options sheetOptions) (*ReturnSheet, error) {
	s := &ReturnSheet{Period: period, byUnit: map[int64]int{}, column: map[string]int{}}
	var err error
	if s.Form, err = r.FigureForm(ctx, period.FormID); err != nil {
		return nil, err
	}
	columns, err := r.FigureColumns(ctx, period.FormID)
	if err != nil {
		return nil, err
	}
	if s.Columns, err = sheetColumns(columns, period.Span); err != nil {
		return nil, err
	}
	for i, c := range s.Columns {
		s.column[c.Code] = i
	}
	tree, err := r.TreeUnits(ctx, period.LastDay)
	if err != nil {
		return nil, err
	}
	parents := make(map[int64]int64, len(tree))
	for _, u := range tree {
		parents[u.ID] = u.ParentID
	}
	figures, err := r.Figures(ctx, period.ID)
	if err != nil {
		return nil, err
	}
	if err := s.plant(ctx, r, tree, parents, figures, options.scope); err != nil {
		return nil, err
	}
	if err := s.readReturns(ctx, r); err != nil {
		return nil, err
	}
	s.fillIn(figures)
	links, err := r.UnitSuccessions(ctx)
	if err != nil {
		return nil, err
	}
	if options.counters {
		if err := s.count(ctx, r, tree, parents, links); err != nil {
			return nil, err
		}
	}
	if options.before {
		if err := s.compare(ctx, r, links); err != nil {
			return nil, err
		}
	}
	s.reckonAll(0)
	return s, s.show(options.scope)
}

// sheetColumns makes the columns of a form ready, without those that a half year is not asked for.
func sheetColumns(columns []data.FigureColumn, span data.ReturnSpan) ([]SheetColumn, error) {
	var ready []SheetColumn
	for _, c := range columns {
		if c.Yearly && span == data.SpanHalf {
			continue
		}
		column := SheetColumn{FigureColumn: c, counts: c.Kind != data.Computed && hasCounter(c.Source)}
		var err error
		if c.Kind == data.Computed {
			if column.formula, err = parseFormula(c.Formula); err != nil {
				return nil, err
			}
		}
		if column.checks, err = parseChecks(c.Checks); err != nil {
			return nil, err
		}
		ready = append(ready, column)
	}
	sums := map[string][]term{}
	for _, c := range ready {
		if c.Kind == data.Computed && !c.Rate() {
			sums[c.Code] = c.formula.above
		}
	}
	for _, c := range ready {
		for i := range c.checks {
			c.checks[i].deepLeft, c.checks[i].deepRight = takeApart(c.checks[i].left, sums), takeApart(c.checks[i].right, sums)
		}
	}
	return ready, nil
}

// plant puts the units of the last day into the sheet: the province first, districts before their units, the chi hội of the scope and
// those that reported themselves.
func (s *ReturnSheet) plant(ctx context.Context, r data.Reader, tree []data.TreeUnit, parents map[int64]int64, figures []data.Figure, scope int64) error {
	units, err := r.UnitsOn(ctx, s.Period.LastDay, data.UnitQuery{Levels: []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit}})
	if err != nil {
		return err
	}
	levels := make(map[int64]data.Level, len(tree))
	branchesOf := map[int64]int{}
	for _, u := range tree {
		levels[u.ID] = u.Level
		if u.Level == data.Branch {
			branchesOf[u.ParentID]++
		}
	}
	var branches []int64
	wanted := map[int64]bool{}
	for _, f := range figures {
		if levels[f.UnitID] == data.Branch && !wanted[f.UnitID] {
			wanted[f.UnitID] = true
			branches = append(branches, f.UnitID)
		}
	}
	if levels[scope] == data.BaseUnit || levels[scope] == data.Affiliate {
		for _, u := range tree {
			if u.Level == data.Branch && u.ParentID == scope && !wanted[u.ID] {
				wanted[u.ID] = true
				branches = append(branches, u.ID)
			}
		}
	}
	if len(branches) > 0 {
		chi, err := r.UnitsOn(ctx, s.Period.LastDay, data.UnitQuery{IDs: branches})
		if err != nil {
			return err
		}
		units = append(units, chi...)
	}
	lives, err := unitLives(ctx, r)
	if err != nil {
		return err
	}
	owed := map[int64]bool{}
	for _, life := range lives {
		if life.countsFor(s.Period.LastDay) {
			owed[life.Unit] = true
		}
	}
	slices.SortStableFunc(units, func(a, b data.UnitOn) int {
		return slices.Index(treeOrder, a.Level) - slices.Index(treeOrder, b.Level)
	})
	below := map[int64][]data.UnitOn{}
	var top []data.UnitOn
	for _, u := range units {
		if u.Level == data.Province {
			top = append(top, u)
		} else {
			below[u.ParentID] = append(below[u.ParentID], u)
		}
	}
	var add func(u data.UnitOn, parent int)
	add = func(u data.UnitOn, parent int) {
		at := len(s.all)
		s.byUnit[u.ID] = at
		s.all = append(s.all, ReturnRow{Unit: u, Cells: make([]FigureCell, len(s.Columns)), parent: parent, branches: branchesOf[u.ID],
			Sums: u.Level == data.Province || u.Level == data.District, State: data.ReturnOpen, DueOn: s.Period.DueOn})
		if parent >= 0 {
			s.all[parent].children = append(s.all[parent].children, at)
		}
		for i, c := range s.Columns {
			enters := c.Kind == data.Entered && !c.counts && s.asks(at, c.Level)
			s.all[at].Cells[i].Enters = enters
			s.all[at].Owes = s.all[at].Owes || (enters && owed[u.ID])
		}
		for _, child := range below[u.ID] {
			add(child, at)
		}
	}
	if len(top) == 0 {
		return Problem("Ngày %s chưa có đơn vị cấp tỉnh nên chưa lập được biểu số liệu; hãy chọn kỳ khác.", s.Period.LastDay)
	}
	add(top[0], -1)
	return nil
}

// asks tells whether a row is asked for columns of a level. Where a level is left out, as districts are since 01/07/2025, the unit below
// answers for it; a cơ sở may report what its chi hội are asked for.
func (s *ReturnSheet) asks(row int, level data.Level) bool {
	u := s.all[row].Unit
	switch u.Level {
	case data.Branch:
		return level == data.Branch
	case data.District:
		return level == data.District
	case data.Affiliate:
		return true
	case data.BaseUnit:
		return level != data.District || s.all[s.all[row].parent].Unit.Level != data.District
	}
	return false
}

// readReturns reads how far the returns are.
func (s *ReturnSheet) readReturns(ctx context.Context, r data.Reader) error {
	returns, err := r.Returns(ctx, s.Period.ID)
	for _, one := range returns {
		if at, known := s.byUnit[one.UnitID]; known {
			row := &s.all[at]
			row.State, row.SubmittedOn, row.Reason = one.State, one.SubmittedOn, one.Reason
			if !one.DueOn.IsZero() {
				row.DueOn = one.DueOn
			}
		}
	}
	for i := range s.all {
		row := &s.all[i]
		row.locked = !s.Period.LockedOn.IsZero() || row.State == data.ReturnLocked || (row.Unit.Level == data.Branch && s.all[row.parent].locked)
		if row.locked {
			for c := range row.Cells {
				row.Cells[c].Enters = false
			}
		}
	}
	return err
}

// fillIn puts the stored numbers into their places.
func (s *ReturnSheet) fillIn(figures []data.Figure) {
	for _, f := range figures {
		at, known := s.byUnit[f.UnitID]
		i, has := s.column[f.Code]
		if !known || !has {
			continue
		}
		cell := &s.all[at].Cells[i]
		cell.Reason = f.Reason
		if s.Columns[i].counts {
			if s.all[at].locked {
				cell.frozen = f.Value
			}
		} else if s.Columns[i].Kind == data.Entered {
			cell.Own = f.Value
		}
	}
}

// count asks the counters and puts what they found at the units of the sheet under which the records sit.
func (s *ReturnSheet) count(ctx context.Context, r data.Reader, tree []data.TreeUnit, parents map[int64]int64, links []data.UnitSuccession) error {
	next := map[int64]int64{} // of a unit that is gone, the first that came after it
	for _, l := range links {
		if _, known := next[l.FromID]; !known && l.FromID != l.ToID {
			next[l.FromID] = l.ToID
		}
	}
	c := &counting{ctx: ctx, r: r, from: s.Period.FirstDay, to: s.Period.LastDay, tree: tree, parents: parents, next: next}
	inSheet := func(id int64) bool { _, known := s.byUnit[id]; return known }
	home := map[int64]int{} // where the records of a unit count
	find := func(unit int64) int {
		if at, known := home[unit]; known {
			return at
		}
		at := -1
		if id, found := c.up(unit, inSheet); found {
			at = s.byUnit[id]
		}
		home[unit] = at
		return at
	}
	for i, column := range s.Columns {
		if !column.counts {
			continue
		}
		counts, err := counters[column.Source].count(c)
		if err != nil {
			return fmt.Errorf("count %s for %s: %w", column.Source, column.Code, err)
		}
		for row := range s.all {
			s.all[row].Cells[i].counted = data.Of(0)
		}
		for unit, n := range counts {
			if at := find(unit); at >= 0 {
				s.all[at].Cells[i].counted.N += n
			}
		}
	}
	return nil
}

// show picks the rows of a unit and below it.
func (s *ReturnSheet) show(scope int64) error {
	top := 0
	if scope != 0 {
		at, known := s.byUnit[scope]
		if !known {
			return Problem("Đơn vị này không có vào ngày %s, cuối kỳ số liệu; hãy chọn đơn vị khác hoặc kỳ khác.", s.Period.LastDay)
		}
		top = at
	}
	s.Total = &s.all[top]
	var add func(at, depth int)
	add = func(at, depth int) {
		for _, child := range s.all[at].children {
			row := &s.all[child]
			if row.Unit.Level == data.Branch && s.Total.Unit.Level != data.BaseUnit && s.Total.Unit.Level != data.Affiliate {
				continue
			}
			row.Depth = depth
			s.Rows = append(s.Rows, row)
			add(child, depth+1)
		}
	}
	if s.Total.Unit.Level == data.Province {
		add(top, 0)
		return nil
	}
	s.Rows = append(s.Rows, s.Total)
	add(top, 1)
	return nil
}

// Row gives the row of a unit anywhere in the sheet.
func (s *ReturnSheet) Row(unit int64) (*ReturnRow, bool) {
	at, known := s.byUnit[unit]
	if !known {
		return nil, false
	}
	return &s.all[at], true
}

// Column gives the place of a column by its code.
func (s *ReturnSheet) Column(code string) (int, bool) {
	at, known := s.column[code]
	return at, known
}

// Completeness counts the returns that are owed in a row and below it, and those that have come.
func (s *ReturnSheet) Completeness(row *ReturnRow) (received, owed int) {
	var add func(r *ReturnRow)
	add = func(r *ReturnRow) {
		if r.Owes {
			owed++
			if r.Received() {
				received++
			}
		}
		for _, child := range r.children {
			add(&s.all[child])
		}
	}
	add(row)
	return received, owed
}
