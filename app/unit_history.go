package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// UnitEvent is one step in the life of a unit.
type UnitEvent struct {
	On    day.Date // zero: before the records begin
	Text  string
	Basis string
	// Unit is the other unit of the step, 0 when there is none.
	Unit int64
	// Reorganisation is what did it, 0 for what was entered by hand.
	Reorganisation int64
}

// Successors lists the units into which a unit went up or which came out of it, as they are named on their last known day.
func (o *Office) Successors(ctx context.Context, unit int64) ([]data.UnitState, error) {
	links, err := o.db.LinksOfUnit(ctx, unit)
	if err != nil {
		return nil, err
	}
	links = slices.DeleteFunc(links, func(l data.UnitLink) bool { return l.FromID != unit || l.ToID == unit || l.ToID == 0 })
	reorganisations, err := o.reorganisationsOf(ctx, links)
	if err != nil {
		return nil, err
	}
	var next []data.UnitState
	for _, l := range links {
		state, err := o.stateOn(ctx, l.ToID, reorganisations[l.ReorganisationID].HappenedOn)
		if err != nil {
			return nil, err
		}
		next = append(next, state)
	}
	return next, nil
}

// stateOn is the state of a unit on a day or, when it was not there, the last one before it, else its first.
func (o *Office) stateOn(ctx context.Context, unit int64, on day.Date) (data.UnitState, error) {
	states, err := o.db.UnitStates(ctx, unit)
	if err != nil {
		return data.UnitState{}, err
	}
	if len(states) == 0 {
		return data.UnitState{}, data.ErrNotFound
	}
	best := states[0]
	for _, s := range states[1:] {
		if !s.ValidFrom.After(on) {
			best = s
		}
	}
	return best, nil
}

func (o *Office) reorganisationsOf(ctx context.Context, links []data.UnitLink) (map[int64]data.Reorganisation, error) {
	byID := map[int64]data.Reorganisation{}
	for _, l := range links {
		if _, known := byID[l.ReorganisationID]; known {
			continue
		}
		r, err := o.db.Reorganisation(ctx, l.ReorganisationID)
		if err != nil {
			return nil, err
		}
		byID[r.ID] = r
	}
	return byID, nil
}

// UnitHistory tells the life of a unit, the latest first: foundation, names, places, what it came from and where it went.
func (o *Office) UnitHistory(ctx context.Context, unit int64) ([]UnitEvent, error) {
	states, err := o.db.UnitStates(ctx, unit)
	if err != nil {
		return nil, err
	}
	links, err := o.db.LinksOfUnit(ctx, unit)
	if err != nil {
		return nil, err
	}
	reorganisations, err := o.reorganisationsOf(ctx, links)
	if err != nil {
		return nil, err
	}
	var events []UnitEvent
	told := map[day.Date]bool{} // days on which a link says what happened
	for _, l := range links {
		r := reorganisations[l.ReorganisationID]
		e := UnitEvent{On: r.HappenedOn, Basis: r.Basis, Reorganisation: r.ID}
		if l.Basis != "" {
			e.Basis = l.Basis + ", " + r.Basis
		}
		if e.Text, e.Unit, err = o.linkText(ctx, l, unit, r.HappenedOn); err != nil {
			return nil, err
		}
		if e.Text == "" {
			continue
		}
		told[r.HappenedOn] = true
		events = append(events, e)
	}
	for i, s := range states {
		text, err := o.stateText(ctx, states, i)
		if err != nil {
			return nil, err
		}
		if i == 0 || !told[s.ValidFrom] || s.Label() != states[i-1].Label() || s.ParentID != states[i-1].ParentID {
			events = append(events, UnitEvent{On: s.ValidFrom, Text: text})
		}
	}
	if last := len(states) - 1; last >= 0 && !states[last].ValidTo.IsZero() {
		events = append(events, UnitEvent{On: states[last].ValidTo, Text: "Ngày hoạt động cuối cùng"})
	}
	slices.SortStableFunc(events, func(a, b UnitEvent) int { return b.On.Compare(a.On) })
	return events, nil
}

// linkText says what a link means for one of its units, and names the other.
func (o *Office) linkText(ctx context.Context, l data.UnitLink, unit int64, on day.Date) (string, int64, error) {
	other := l.ToID
	if l.ToID == unit {
		other = l.FromID
	}
	switch {
	case l.FromID == l.ToID:
		return "", 0, nil // its states say it
	case l.FromID == unit && l.ToID == 0:
		return "Giải thể", 0, nil
	case l.FromID == 0:
		return "Thành lập", 0, nil
	}
	day := on
	if l.ToID == unit {
		day = on.AddDays(-1)
	}
	state, err := o.stateOn(ctx, other, day)
	if err != nil {
		return "", 0, err
	}
	name := lowerKind(state.Label())
	switch {
	case l.FromID == unit && l.Change == data.Splitting:
		return "Tách ra " + name, other, nil
	case l.FromID == unit:
		return "Nhập vào " + name, other, nil
	case l.Change == data.Splitting:
		return "Tách từ " + name, other, nil
	}
	return "Nhận " + name + " nhập vào", other, nil
}

// stateText says what began with a state: "Đổi tên thành xã Hải Hưng, thuộc huyện Hải Hậu".
func (o *Office) stateText(ctx context.Context, states []data.UnitState, i int) (string, error) {
	s := states[i]
	above := ""
	if s.ParentID != 0 {
		parent, err := o.stateOn(ctx, s.ParentID, s.ValidFrom)
		if err != nil {
			return "", err
		}
		above = ", thuộc " + lowerKind(parent.Label())
	}
	name := s.Label()
	if s.Code != "" {
		above += ", mã " + s.Code
	}
	if i == 0 {
		if s.ValidFrom.IsZero() {
			return name + above, nil
		}
		return "Có tên " + lowerKind(name) + above, nil
	}
	before := states[i-1]
	switch {
	case before.Label() != name:
		return "Đổi tên thành " + lowerKind(name) + above, nil
	case before.ParentID != s.ParentID:
		return "Chuyển" + above[1:], nil
	case before.Code != s.Code:
		return "Đổi mã thành " + s.Code, nil
	}
	return "Thay đổi đặc điểm", nil
}
