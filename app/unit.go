package app

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// LevelName gives the Vietnamese name of a level.
func LevelName(l data.Level) string {
	switch l {
	case data.Province:
		return "Cấp tỉnh"
	case data.District:
		return "Cấp huyện"
	case data.Affiliate:
		return "Đơn vị trực thuộc"
	case data.BaseUnit:
		return "Cơ sở"
	case data.Branch:
		return "Chi hội"
	case data.Group:
		return "Tổ phụ nữ"
	}
	return string(l)
}

// LevelsUnder lists the levels that may stand under a unit of a level. Levels may be left out: since
// 01/07/2025 there are no districts, and communes stand under the province.
func LevelsUnder(l data.Level) []data.Level {
	switch l {
	case data.Province:
		return []data.Level{data.District, data.Affiliate, data.BaseUnit}
	case data.District:
		return []data.Level{data.BaseUnit}
	case data.Affiliate:
		return []data.Level{data.BaseUnit, data.Branch}
	case data.BaseUnit:
		return []data.Level{data.Branch}
	case data.Branch:
		return []data.Level{data.Group}
	}
	return nil
}

// KindsOf lists the kinds that units of a level have, the usual one first; empty for affiliates, which
// carry their whole name.
func KindsOf(l data.Level) []string {
	switch l {
	case data.Province:
		return []string{"tỉnh", "thành phố"}
	case data.District:
		return []string{"huyện", "thành phố", "thị xã", "quận"}
	case data.BaseUnit:
		return []string{"xã", "phường", "thị trấn"}
	case data.Branch:
		return []string{"chi hội"}
	case data.Group:
		return []string{"tổ"}
	}
	return nil
}

// UnionName gives the name of the unit as an organisation: "Hội LHPN xã Hải Vân", and for the others their
// own name. full writes "Hội Liên hiệp Phụ nữ".
func UnionName(u data.UnitOn, full bool) string {
	switch u.Level {
	case data.Province, data.District, data.BaseUnit:
		if full {
			return "Hội Liên hiệp Phụ nữ " + u.Kind + " " + u.Name
		}
		return "Hội LHPN " + u.Kind + " " + u.Name
	}
	return u.Label()
}

// UnitRow is a unit in the tree.
type UnitRow struct {
	data.UnitOn
	// Children is the number of units directly below.
	Children int
	data.UnitTotal
}

// UnitRows lists the units directly under one on a day, under 0 the province.
func (o *Office) UnitRows(ctx context.Context, on day.Date, parent int64) ([]UnitRow, error) {
	query := data.UnitQuery{Parents: []int64{parent}}
	if parent == 0 {
		query = data.UnitQuery{Levels: []data.Level{data.Province}}
	}
	units, err := o.db.UnitsOn(ctx, on, query)
	if err != nil {
		return nil, err
	}
	return o.unitRows(ctx, on, units)
}

// treeOrder is the order of levels under one unit.
var treeOrder = []data.Level{data.Province, data.District, data.BaseUnit, data.Branch, data.Group, data.Affiliate}

func (o *Office) unitRows(ctx context.Context, on day.Date, units []data.UnitOn) ([]UnitRow, error) {
	slices.SortStableFunc(units, func(a, b data.UnitOn) int {
		return slices.Index(treeOrder, a.Level) - slices.Index(treeOrder, b.Level)
	})
	ids := make([]int64, len(units))
	for i, u := range units {
		ids[i] = u.ID
	}
	children, err := o.db.ChildCounts(ctx, on, ids)
	if err != nil {
		return nil, err
	}
	totals, err := o.unitTotals(ctx, on)
	if err != nil {
		return nil, err
	}
	rows := make([]UnitRow, len(units))
	for i, u := range units {
		rows[i] = UnitRow{u, children[u.ID], totals[u.ID]}
	}
	return rows, nil
}

// foundUnits is how many units a search in the tree shows at most.
const foundUnits = 200

// FindUnits lists units whose name matches by the beginnings of words without tone marks, with all their
// ancestors, ready for a tree. more tells that there are further ones.
func (o *Office) FindUnits(ctx context.Context, on day.Date, text string) (rows []UnitRow, more bool, err error) {
	hits, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Text: text, Limit: foundUnits + 1})
	if err != nil {
		return nil, false, err
	}
	if more = len(hits) > foundUnits; more {
		hits = hits[:foundUnits]
	}
	known := map[int64]bool{}
	units := hits
	for _, u := range hits {
		known[u.ID] = true
	}
	for level := hits; len(level) > 0; {
		var missing []int64
		for _, u := range level {
			if u.ParentID != 0 && !known[u.ParentID] {
				known[u.ParentID] = true
				missing = append(missing, u.ParentID)
			}
		}
		if len(missing) == 0 {
			break
		}
		if level, err = o.db.UnitsOn(ctx, on, data.UnitQuery{IDs: missing}); err != nil {
			return nil, false, err
		}
		units = append(units, level...)
	}
	rows, err = o.unitRows(ctx, on, units)
	return rows, more, err
}

// UnitMatch is a unit found by name, with the names above it.
type UnitMatch struct {
	data.UnitOn
	Above string
}

// SearchUnits lists the first units of some levels that match a text, for a picker. Empty text lists the first
// ones; no levels mean all.
func (o *Office) SearchUnits(ctx context.Context, on day.Date, text string, levels []data.Level, limit int) ([]UnitMatch, error) {
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Text: text, Levels: levels, Limit: limit})
	if err != nil {
		return nil, err
	}
	matches := make([]UnitMatch, len(units))
	for i, u := range units {
		above, err := o.above(ctx, on, u.ID)
		if err != nil {
			return nil, err
		}
		matches[i] = UnitMatch{u, above}
	}
	return matches, nil
}

// above names the units over one, the nearest first, without the province: "Xã Hải Vân, huyện Hải Hậu".
func (o *Office) above(ctx context.Context, on day.Date, id int64) (string, error) {
	chain, err := o.db.Ancestors(ctx, on, id)
	if err != nil {
		return "", err
	}
	text := ""
	for i := len(chain) - 1; i >= 0 && chain[i].Level != data.Province; i-- {
		if text == "" {
			text = chain[i].Label()
		} else {
			text += ", " + chain[i].Kind + " " + chain[i].Name
		}
	}
	return text, nil
}

// UnitPath lists the ids from the province down to a unit's parent.
func (o *Office) UnitPath(ctx context.Context, on day.Date, id int64) ([]int64, error) {
	chain, err := o.db.Ancestors(ctx, on, id)
	ids := make([]int64, len(chain))
	for i, u := range chain {
		ids[i] = u.ID
	}
	return ids, err
}

// UnitPage is all that the screen shows of a unit.
type UnitPage struct {
	Unit   data.UnitOn
	Parent data.UnitOn // zero for the province
	Above  string
	Below  data.UnitCount
	data.UnitTotal
	// Posts are those of the unit itself; Vacancy names a single post that nobody holds.
	Posts   []PostRow
	Vacancy string
	Visits  []VisitRow
	// Next are the units into which one that ended went up.
	Next []data.UnitState
}

// PostRow is a post with its holder.
type PostRow struct {
	data.Post
	Cadre data.Cadre
}

// UnitPage collects what the office knows of a unit on a day.
func (o *Office) UnitPage(ctx context.Context, on day.Date, id int64) (UnitPage, error) {
	var p UnitPage
	var err error
	if p.Unit, err = o.db.UnitOn(ctx, on, id); err != nil {
		return p, err
	}
	if p.Unit.ParentID != 0 {
		if p.Parent, err = o.db.UnitOn(ctx, on, p.Unit.ParentID); err != nil && !errors.Is(err, data.ErrNotFound) {
			return p, err
		}
	}
	if p.Above, err = o.above(ctx, on, id); err != nil {
		return p, err
	}
	if p.Unit.Level == data.Province { // below it is everything, which is counted without walking the tree
		all, err := o.Totals(ctx, on)
		if err != nil {
			return p, err
		}
		p.Below = maps.Clone(all.Units)
		delete(p.Below, data.Province)
	} else if p.Below, err = o.db.CountBelow(ctx, on, id); err != nil {
		return p, err
	}
	totals, err := o.unitTotals(ctx, on)
	if err != nil {
		return p, err
	}
	p.UnitTotal = totals[id]
	posts, err := o.db.Posts(ctx, data.PostQuery{Units: []int64{id}, On: on})
	if err != nil {
		return p, err
	}
	if p.Posts, err = o.withCadres(ctx, posts); err != nil {
		return p, err
	}
	vacant, err := o.db.Vacant(ctx, on, []int64{id})
	if err != nil {
		return p, err
	}
	p.Vacancy = vacant[id]
	if p.Visits, err = o.VisitsOfUnit(ctx, on, id); err != nil {
		return p, err
	}
	if !p.Unit.ValidTo.IsZero() {
		if p.Next, err = o.Successors(ctx, id); err != nil {
			return p, err
		}
	}
	return p, nil
}

func (o *Office) withCadres(ctx context.Context, posts []data.Post) ([]PostRow, error) {
	rows := make([]PostRow, len(posts))
	for i, post := range posts {
		cadre, err := o.db.Cadre(ctx, post.CadreID)
		if err != nil {
			return nil, err
		}
		rows[i] = PostRow{post, cadre}
	}
	return rows, nil
}

// UnitForm is what the form of a unit edits: the state of a day and the note.
type UnitForm struct {
	Level data.Level
	State data.UnitState
	Note  string
	// Version guards the note's record.
	Version int64
}

// EditUnit gives the form of a unit as it is on a day.
func (o *Office) EditUnit(ctx context.Context, on day.Date, id int64) (UnitForm, error) {
	u, err := o.db.UnitByID(ctx, id)
	if err != nil {
		return UnitForm{}, err
	}
	current, err := o.db.UnitOn(ctx, on, id)
	if err != nil {
		return UnitForm{}, err
	}
	states, err := o.db.UnitStates(ctx, id)
	if err != nil {
		return UnitForm{}, err
	}
	for _, s := range states {
		if s.ID == current.StateID {
			return UnitForm{u.Level, s, u.Note, u.Version}, nil
		}
	}
	return UnitForm{}, data.ErrNotFound
}

// NewUnit gives the form of a new unit under parent; levels lists what it may be.
func (o *Office) NewUnit(ctx context.Context, on day.Date, parent int64) (form UnitForm, levels []data.Level, err error) {
	above, err := o.db.UnitOn(ctx, on, parent)
	if err != nil {
		return UnitForm{}, nil, err
	}
	levels = LevelsUnder(above.Level)
	if len(levels) == 0 {
		return UnitForm{}, nil, Problem("Dưới “%s” không có cấp nào nữa; hãy chọn một đơn vị cấp trên để thêm.", above.Label())
	}
	form = UnitForm{Level: levels[0], State: data.UnitState{ParentID: parent, ValidFrom: on}}
	if kinds := KindsOf(form.Level); len(kinds) > 0 {
		form.State.Kind = kinds[0]
	}
	return form, levels, nil
}

// SaveUnit stores a new or corrected unit and returns its id. The schedule follows in the same step. A
// correction changes what held of the unit on the days of its state; changes of the organisation on a date
// (merging, renaming) are not corrections.
func (o *Office) SaveUnit(ctx context.Context, f UnitForm) (int64, error) {
	label := "Sửa đơn vị"
	if f.State.UnitID == 0 {
		label = "Thêm đơn vị"
	}
	id := f.State.UnitID
	s := &f.State // compared below as it will be stored
	s.Code, s.Kind, s.Name = vietnamese.Clean(s.Code), vietnamese.Clean(s.Kind), vietnamese.Clean(s.Name)
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		if err := o.checkUnit(ctx, tx, f); err != nil {
			return err
		}
		if err := checkCorrection(ctx, tx, f); err != nil {
			return err
		}
		unit := data.Unit{Level: f.Level, Note: f.Note}
		if id == 0 {
			if err := tx.Insert(&unit); err != nil {
				return err
			}
			id = unit.ID
			f.State.UnitID = id
			if err := tx.Insert(&f.State); err != nil {
				return err
			}
		} else {
			unit.ID, unit.Version = id, f.Version
			if err := tx.Update(&unit); err != nil {
				return err
			}
			if err := tx.Update(&f.State); err != nil {
				return err
			}
		}
		return o.followUnit(ctx, tx, f.Level)
	})
	return id, err
}

// followUnit brings the schedule into line after a change to a unit that is owed visits.
func (o *Office) followUnit(ctx context.Context, tx *data.Tx, level data.Level) error {
	if !slices.Contains(InspectedLevels, level) {
		return nil
	}
	return replanAll(ctx, tx, o.Today())
}

func (o *Office) checkUnit(ctx context.Context, tx *data.Tx, f UnitForm) error {
	s := f.State
	if s.Code != "" {
		holders, err := tx.CodeHolders(ctx, s.Code, s.UnitID, s.ValidFrom, s.ValidTo)
		if err != nil {
			return err
		}
		if len(holders) > 0 {
			return Problem("Mã “%s” đang là mã của “%s”; hãy kiểm tra lại mã.", s.Code, holders[0].Label())
		}
	}
	if f.Level == data.Province {
		if s.UnitID == 0 {
			return Problem("Cơ sở dữ liệu đã có đơn vị cấp tỉnh; hãy thêm đơn vị ở cấp dưới.")
		}
		return nil
	}
	on := s.ValidFrom
	if on.IsZero() {
		on = o.Today()
	}
	parent, err := tx.UnitOn(ctx, on, s.ParentID)
	if errors.Is(err, data.ErrNotFound) {
		return Problem("Đơn vị cấp trên chưa có hoặc đã giải thể vào ngày %s; hãy chọn lại ngày hoặc đơn vị cấp trên.", on)
	}
	if err != nil {
		return err
	}
	if !slices.Contains(LevelsUnder(parent.Level), f.Level) {
		return Problem("“%s” không thể đứng dưới “%s”; hãy chọn đơn vị cấp trên khác.", LevelName(f.Level), parent.Label())
	}
	if last, err := lastDay(ctx, tx.Reader, s.ParentID); err != nil {
		return err
	} else if !last.IsZero() && (s.ValidTo.IsZero() || s.ValidTo.After(last)) {
		return Problem("“%s” đã đóng từ ngày %s; hãy chọn đơn vị cấp trên khác.", parent.Label(), last)
	}
	twins, err := tx.StatesUnder(ctx, s.ParentID)
	if err != nil {
		return err
	}
	for _, twin := range twins {
		if twin.UnitID != s.UnitID && strings.EqualFold(twin.Label(), s.Label()) && meet(twin, s) {
			return Problem("“%s” đã có “%s”; hãy đặt tên khác hoặc mở đơn vị đó để sửa.", parent.Label(), twin.Label())
		}
	}
	return nil
}

// meet tells whether two states hold on a common day.
func meet(a, b data.UnitState) bool {
	beginsBy := func(x, y data.UnitState) bool { return y.ValidTo.IsZero() || !x.ValidFrom.After(y.ValidTo.Last()) }
	return beginsBy(a, b) && beginsBy(b, a)
}

// lastDay is the last day of a unit, zero when it goes on.
func lastDay(ctx context.Context, r data.Reader, id int64) (day.Date, error) {
	states, err := r.UnitStates(ctx, id)
	if err != nil || len(states) == 0 {
		return day.Date{}, err
	}
	return states[len(states)-1].ValidTo, nil
}

// checkCorrection refuses what would tear a stored unit from the records that hang on it: another level, or an
// end before that of its units and posts.
func checkCorrection(ctx context.Context, tx *data.Tx, f UnitForm) error {
	if f.State.UnitID == 0 {
		return nil
	}
	unit, err := tx.UnitByID(ctx, f.State.UnitID)
	if err != nil {
		return err
	}
	if unit.Level != f.Level {
		return Problem("Không đổi được cấp của “%s”; hãy thêm một đơn vị mới ở cấp đó.", f.State.Label())
	}
	last, err := lastDay(ctx, tx.Reader, unit.ID)
	if err != nil || f.State.ValidTo.IsZero() || f.State.ValidTo == last {
		return err
	}
	return checkNothingAfter(ctx, tx, unit.ID, f.State.Label(), f.State.ValidTo)
}

// checkNothingAfter refuses to end a unit on a day while units below it or cadres in it go on, or begin, later.
func checkNothingAfter(ctx context.Context, tx *data.Tx, unit int64, label string, last day.Date) error {
	below, err := tx.ChildrenAfter(ctx, last, unit)
	if err != nil {
		return err
	}
	if below > 0 {
		return Problem("Dưới “%s” còn %d đơn vị hoạt động sau ngày %s; hãy đóng các đơn vị đó trước.", label, below, last)
	}
	holders, err := tx.HoldersAfter(ctx, last, unit)
	if err != nil {
		return err
	}
	if holders > 0 {
		return Problem("Ở “%s” còn %d cán bộ giữ chức danh sau ngày %s; hãy ghi thôi giữ chức danh trước.", label, holders, last)
	}
	return nil
}

// UnitByCode finds the unit that carries an official code on a day. The error names a code that does not
// exist, or the time when it did.
func (o *Office) UnitByCode(ctx context.Context, on day.Date, code string) (data.UnitOn, error) {
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Code: code})
	if err != nil {
		return data.UnitOn{}, err
	}
	if code != "" && len(units) == 1 {
		return units[0], nil
	}
	ever, err := o.db.CodeEverHeld(ctx, code)
	if err != nil {
		return data.UnitOn{}, err
	}
	if code != "" && ever {
		return data.UnitOn{}, Problem("Ngày %s không có đơn vị nào mang mã “%s”; hãy chọn ngày khác.", on, code)
	}
	return data.UnitOn{}, Problem("Không có đơn vị nào mang mã “%s”; hãy xem mã trong danh sách đơn vị (cosohoi units --csv).", code)
}

// Province returns the unit at the top on a day.
func (o *Office) Province(ctx context.Context, on day.Date) (data.UnitOn, error) {
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.Province}})
	if err == nil && len(units) == 0 {
		err = Problem("Cơ sở dữ liệu chưa có đơn vị cấp tỉnh; hãy mở chương trình và khởi tạo trước.")
	}
	if err != nil {
		return data.UnitOn{}, err
	}
	return units[0], nil
}
