package app

import (
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// splitNames reads the column of the units that go to a part.
func splitNames(cell string) []string {
	var names []string
	for name := range strings.SplitSeq(cell, belowSeparator) {
		if name = vietnamese.Clean(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// partsOf counts the rows of each unit of the old order: more than one is a split.
func partsOf(rows []BatchRow) map[string]int {
	parts := map[string]int{}
	for _, row := range rows {
		parts[row.Code]++
	}
	return parts
}

// checkParts notes the rows that make no sense as parts of a split, and what only a split may have.
func checkParts(rows []BatchRow, note func(int, string, ...any)) {
	parts := partsOf(rows)
	users := map[string]BatchRow{} // the first row of each new code
	for _, row := range rows {
		if row.NewCode != "" {
			if _, known := users[row.NewCode]; !known {
				users[row.NewCode] = row
			}
		}
	}
	for _, row := range rows {
		first := users[row.NewCode]
		switch {
		case row.Code == "":
		case parts[row.Code] > 1 && row.NewCode == "":
			note(row.Line, "“%s” được chia tách ở dòng khác nên không thể vừa giải thể; hãy bỏ dòng này.", row.Name)
		case row.NewCode != "" && first.Code != row.Code && (parts[row.Code] > 1 || parts[first.Code] > 1):
			note(row.Line, "mã mới “%s” đã có ở dòng %d; đơn vị được chia tách ra không nhập ngay với đơn vị khác, hãy làm thành hai đợt.", row.NewCode, first.Line)
		case parts[row.Code] == 1 && len(row.Below) > 0:
			note(row.Line, "cột %s chỉ dùng khi chia tách “%s” thành nhiều dòng; hãy bỏ trống.", batchBelow, row.Name)
		}
	}
}

// splitRows splits a unit into the parts of its rows. It goes on as the part that keeps its name; without one it ends.
func (r *reorganiser) splitRows(g batchGroup, after map[string]int64) error {
	unit := g.units[0]
	below, ok, err := r.allot(g)
	if !ok {
		return err
	}
	step := Step{Kind: data.Splitting, Unit: unit.ID, Ends: true}
	var keep *BatchRow
	var founded []BatchRow
	shapes := map[string]data.UnitState{}
	for i, row := range g.rows {
		kind, name := SplitKind(row.NewName)
		shape := data.UnitState{Kind: kind, Name: name, Code: row.NewCode, ParentID: unit.ParentID}
		if row.NewParent != "" {
			if shape.ParentID = after[row.NewParent]; shape.ParentID == 0 {
				r.misfit("Dòng %d: không có đơn vị cấp trên mã “%s” cho “%s”.", row.Line, row.NewParent, row.NewName)
				return nil
			}
		}
		shapes[row.NewCode] = shape
		if keep == nil && vietnamese.NameKey(row.NewName) == vietnamese.NameKey(unit.Label()) {
			keep, step.Ends = &g.rows[i], false
			continue
		}
		founded = append(founded, row)
		step.Parts = append(step.Parts, Part{State: shape, Below: below[i]})
		if step.Basis == "" {
			step.Basis = row.Basis
		}
	}
	lines := len(r.outcome.Lines)
	if err := r.split(step); err != nil {
		return err
	}
	for i, row := range founded {
		if at := lines + i; at < len(r.outcome.Lines) { // fewer when something does not fit
			after[row.NewCode] = r.outcome.Lines[at].Unit
		}
	}
	if keep == nil {
		return nil
	}
	after[keep.NewCode] = unit.ID
	return r.reshape(unit, shapes[keep.NewCode], *keep)
}

// allot finds, for each part of a split, the units that go to it. Those that no part names go to the part that names none.
func (r *reorganiser) allot(g batchGroup) (below [][]int64, ok bool, err error) {
	units, err := r.tx.UnitsOn(r.ctx, r.last, data.UnitQuery{Parents: []int64{g.units[0].ID}})
	if err != nil {
		return nil, false, err
	}
	wrong := len(r.misfits)
	below = make([][]int64, len(g.rows))
	line := map[int64]int{} // where a unit is named
	rest := -1
	for i, row := range g.rows {
		if len(row.Below) == 0 {
			rest = i
		}
		for _, name := range row.Below {
			hits := namedAmong(units, name)
			switch {
			case len(hits) == 0:
				r.misfit("Dòng %d: dưới “%s” không có đơn vị “%s”.", row.Line, g.units[0].Label(), name)
			case len(hits) > 1:
				r.misfit("Dòng %d: dưới “%s” có “%s” và “%s”; hãy ghi cả loại đơn vị.", row.Line, g.units[0].Label(), hits[0].Label(), hits[1].Label())
			case line[hits[0].ID] != 0:
				r.misfit("Dòng %d: “%s” đã có ở dòng %d.", row.Line, name, line[hits[0].ID])
			default:
				line[hits[0].ID] = row.Line
				below[i] = append(below[i], hits[0].ID)
			}
		}
	}
	left := slices.DeleteFunc(units, func(u data.UnitOn) bool { return line[u.ID] != 0 })
	var others []string
	for i, row := range g.rows {
		if i != rest && len(row.Below) == 0 {
			others = append(others, row.NewName)
		}
	}
	switch {
	case len(left) == 0:
	case rest < 0:
		r.misfit("Dòng %d: “%s” dưới “%s” chưa thuộc đơn vị mới nào; hãy ghi vào cột %s của một dòng.", g.rows[0].Line, left[0].Label(), g.units[0].Label(), batchBelow)
	case len(others) > 0:
		r.misfit("Dòng %d: chưa rõ “%s” thuộc “%s” hay “%s”; chỉ một dòng được bỏ trống cột %s.", g.rows[rest].Line, left[0].Label(), others[0], g.rows[rest].NewName, batchBelow)
	default:
		for _, u := range left {
			below[rest] = append(below[rest], u.ID)
		}
	}
	return below, len(r.misfits) == wrong, nil
}

// namedAmong finds the units of a name, with its kind or without.
func namedAmong(units []data.UnitOn, name string) []data.UnitOn {
	key := vietnamese.NameKey(name)
	var hits []data.UnitOn
	for _, u := range units {
		if vietnamese.NameKey(u.Label()) == key || vietnamese.NameKey(u.Name) == key {
			hits = append(hits, u)
		}
	}
	return hits
}
