package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Step is one change of the organisation. Which fields count depends on Kind:
//   - Merging: From end and go up in Unit, which may get the name, code and place of State; with Unit 0 a new unit of State is founded;
//   - Splitting: Unit gives units below it to Parts, each of which is founded; with Ends it is gone afterwards;
//   - Renaming: Unit gets kind, name and code of State; Moving: the unit above it is that of State;
//   - Foundation: a unit of Level and State is founded, with Parts[0].Below taken from where they stood;
//   - Dissolving: Unit ends; what stands below it goes to Heir, without which nothing may be left below.
type Step struct {
	Kind  data.ReorganisationKind
	From  []int64
	Unit  int64
	Level data.Level
	State data.UnitState
	Parts []Part
	Ends  bool
	Heir  int64
	Basis string // when it is another than that of the whole
}

// Part is a unit founded by a split, with the units that stand below it from then on.
type Part struct {
	State data.UnitState
	Below []int64
}

// Reorganisation is what an office orders: changes from a day on, with their legal basis.
type Reorganisation struct {
	Name, Basis, Note string
	On                day.Date
	Steps             []Step
	// Batch is set instead of Steps for many changes at once.
	Batch *BatchFile
}

// ReorganisationLine says of one unit what it was and what it is.
type ReorganisationLine struct {
	Before, After string // After is "" for a unit that is dissolved, Before for one that is founded
	Basis         string
	Unit          int64 // that to open: the successor, or the unit that ended
}

// Outcome is all that a reorganisation does, or would do.
type Outcome struct {
	ID int64
	// Operation can be given to Undo; 0 for a preview.
	Operation int64
	Lines     []ReorganisationLine
	// Moved counts the units below that stand under another unit; Renamed says which of these got another name, since their new
	// neighbours had it already.
	Moved   int
	Renamed []string
	// Waiting are the cadres whose posts end with their units and who hold no other ("cần bố trí lại"); Ended counts the posts.
	Waiting []CadreMatch
	Ended   int
	// Visits counts the inspections still to come of units that end: their successors are inspected instead.
	Visits int
	// Remedies counts what those units had still to put right: their successors owe it.
	Remedies int
	// Letterheads counts those that follow the new name of the province.
	Letterheads int
}

// Misfit tells, line by line, why a reorganisation does not fit the organisation that the office holds. Nothing was changed.
type Misfit struct {
	Name  string
	Lines []string
}

// Error gives the sentence and the lines, for the log.
func (m *Misfit) Error() string { return m.UserMessage() + " " + strings.Join(m.Lines, " ") }

// UserMessage is the sentence for the user; the lines are shown below it.
func (m *Misfit) UserMessage() string {
	if len(m.Lines) == 1 {
		return m.Lines[0]
	}
	return fmt.Sprintf("“%s” có %d chỗ không khớp với tổ chức đang có nên chưa thay đổi gì; hãy sửa từng chỗ rồi làm lại.", m.Name, len(m.Lines))
}

// errPreview rolls a preview back.
var errPreview = errors.New("app: preview of a reorganisation")

// Reorganise carries out a reorganisation in one step: units, what stands below them, posts, inspections and, when the province changes its
// name, letterheads. A *Misfit lists what does not fit; then nothing is changed.
func (o *Office) Reorganise(ctx context.Context, r Reorganisation) (Outcome, error) {
	return o.reorganise(ctx, r, false)
}

// PreviewReorganisation does the same and takes it back, so that what it shows is what Reorganise will do.
func (o *Office) PreviewReorganisation(ctx context.Context, r Reorganisation) (Outcome, error) {
	outcome, err := o.reorganise(ctx, r, true)
	if errors.Is(err, errPreview) {
		err = nil
	}
	return outcome, err
}

func (o *Office) reorganise(ctx context.Context, order Reorganisation, preview bool) (Outcome, error) {
	var outcome Outcome
	changes, err := o.db.Write(ctx, "Sắp xếp tổ chức: "+order.Name, func(tx *data.Tx) error {
		r := &reorganiser{ctx: ctx, tx: tx, order: order, on: order.On, last: order.On.AddDays(-1)}
		if err := r.run(o.Today()); err != nil {
			return err
		}
		outcome = r.outcome
		if preview {
			return errPreview
		}
		return nil
	})
	outcome.Operation = changes.OperationID
	return outcome, err
}

// reorganiser carries out one order within a transaction.
type reorganiser struct {
	ctx   context.Context
	tx    *data.Tx
	order Reorganisation
	// on is the first day of the new order, last the one before.
	on, last day.Date
	record   data.Reorganisation
	outcome  Outcome
	misfits  []string
	ended    []int64         // units that end
	heirs    map[int64]int64 // to these units
	displace []int64         // cadres whose posts end
}

func (r *reorganiser) run(today day.Date) error {
	if err := r.begin(); err != nil {
		return err
	}
	var err error
	if r.order.Batch != nil {
		err = r.batch(*r.order.Batch)
	} else {
		for _, s := range r.order.Steps {
			if err = r.step(s); err != nil {
				break
			}
		}
	}
	if err != nil {
		return err
	}
	if err := r.verify(); err != nil {
		return err
	}
	if len(r.misfits) > 0 {
		return &Misfit{r.order.Name, r.misfits}
	}
	if err := r.findWaiting(); err != nil {
		return err
	}
	if err := r.passRemedies(); err != nil {
		return err
	}
	if err := r.passVisits(); err != nil {
		return err
	}
	return replanAll(r.ctx, r.tx, today)
}

// begin stores the record that the rest hangs on.
func (r *reorganiser) begin() error {
	r.heirs = map[int64]int64{}
	r.record = data.Reorganisation{Kind: data.Batch, Name: r.order.Name, HappenedOn: r.on, Basis: r.order.Basis, Note: r.order.Note}
	switch {
	case r.order.Batch != nil:
		r.record.Batch = r.order.Batch.Key
		known, err := r.tx.Reorganisations(r.ctx)
		if err != nil {
			return err
		}
		for _, k := range known {
			if k.Batch == r.record.Batch {
				return Problem("Đợt “%s” đã được áp dụng từ ngày %s; mỗi đợt chỉ áp dụng một lần.", k.Name, k.HappenedOn)
			}
		}
	case len(r.order.Steps) == 0:
		return Problem("Chưa có thay đổi nào để thực hiện; hãy chọn đơn vị.")
	default:
		r.record.Kind = r.order.Steps[0].Kind
	}
	if strings.TrimSpace(r.order.Basis) == "" {
		return Problem("Sắp xếp tổ chức cần có căn cứ pháp lý; hãy gõ số, ngày nghị quyết hoặc quyết định.")
	}
	if err := r.tx.Insert(&r.record); err != nil {
		return err
	}
	r.outcome.ID = r.record.ID
	return nil
}

// misfit notes a sentence and goes on, so that all of them are found at once.
func (r *reorganiser) misfit(sentence string, args ...any) {
	r.misfits = append(r.misfits, fmt.Sprintf(sentence, args...))
}

func (r *reorganiser) step(s Step) error {
	switch s.Kind {
	case data.Merging:
		return r.merge(s)
	case data.Splitting:
		return r.split(s)
	case data.Renaming, data.Moving:
		return r.alter(s)
	case data.Foundation:
		id, err := r.found(s.Level, s.State)
		if err != nil || id == 0 {
			return err
		}
		for _, p := range s.Parts {
			if err := r.adoptSome(p.Below, id); err != nil {
				return err
			}
		}
		r.tell("", s.State.Label(), s.Basis, id)
		return r.link(0, id, s.Kind, s.Basis)
	case data.Dissolving:
		return r.dissolve(s)
	}
	return fmt.Errorf("reorganise: kind %q", s.Kind)
}

// latest is the state of a unit that the day finds in force; ok is false, and a misfit noted, when the unit is not there on the last day of
// the old order, ends anyway, or was changed later.
func (r *reorganiser) latest(unit int64) (state data.UnitState, ok bool, err error) {
	states, err := r.tx.UnitStates(r.ctx, unit)
	if err != nil {
		return state, false, err
	}
	if len(states) == 0 {
		return state, false, data.ErrNotFound
	}
	state = states[len(states)-1]
	switch {
	case states[0].ValidFrom.After(r.last) && !r.foundedHere(unit):
		r.misfit("“%s” có từ ngày %s, chưa có vào ngày %s; hãy chọn ngày sắp xếp muộn hơn.", state.Label(), states[0].ValidFrom, r.last)
	case !state.ValidTo.IsZero() && !state.ValidTo.Last().After(r.last):
		r.misfit("“%s” đã kết thúc ngày %s; hãy bỏ đơn vị này khỏi lần sắp xếp.", state.Label(), state.ValidTo)
	case !state.ValidTo.IsZero():
		r.misfit("“%s” đã được ghi kết thúc ngày %s, sau ngày sắp xếp; hãy bỏ ngày kết thúc đó trước.", state.Label(), state.ValidTo)
	case state.ValidFrom.After(r.on):
		r.misfit("“%s” đã có thay đổi từ ngày %s, sau ngày sắp xếp %s; hãy hoàn tác thay đổi đó trước.", state.Label(), state.ValidFrom, r.on)
	default:
		return state, true, nil
	}
	return state, false, nil
}

// foundedHere tells that a unit begins with this reorganisation.
func (r *reorganiser) foundedHere(unit int64) bool {
	return slices.ContainsFunc(r.outcome.Lines, func(l ReorganisationLine) bool { return l.Unit == unit && l.Before == "" })
}

// change gives a state another shape from the day on: the days before keep theirs.
func (r *reorganiser) change(s data.UnitState, mutate func(*data.UnitState)) (data.UnitState, error) {
	var fresh []data.UnitState
	next, err := r.changeLater(s, &fresh, mutate)
	if err != nil || len(fresh) == 0 {
		return next, err
	}
	return fresh[0], r.tx.Insert(&fresh[0])
}

// changeLater is change, but a state that is to be stored goes into fresh.
func (r *reorganiser) changeLater(s data.UnitState, fresh *[]data.UnitState, mutate func(*data.UnitState)) (data.UnitState, error) {
	next := s
	mutate(&next)
	if next == s {
		return s, nil
	}
	if !s.ValidFrom.Before(r.on) {
		return next, r.tx.Update(&next)
	}
	next.Base, next.ValidFrom = data.Base{}, r.on
	s.ValidTo = r.last
	*fresh = append(*fresh, next)
	return next, r.tx.Update(&s)
}

// alter renames or moves one unit.
func (r *reorganiser) alter(s Step) error {
	state, ok, err := r.latest(s.Unit)
	if !ok {
		return err
	}
	before := state.Label()
	if s.Kind == data.Moving {
		moved := state
		moved.ParentID = s.State.ParentID
		if ok, err := r.fits(s.Unit, moved); !ok {
			return err
		}
	}
	next, err := r.change(state, func(n *data.UnitState) {
		if s.Kind == data.Moving {
			n.ParentID = s.State.ParentID
			return
		}
		n.Kind, n.Name, n.Code = s.State.Kind, s.State.Name, s.State.Code
	})
	if err != nil {
		return err
	}
	if next == state {
		r.misfit("“%s” không có gì thay đổi; hãy chọn tên, loại hoặc đơn vị cấp trên mới.", before)
		return nil
	}
	if err := r.followProvince(state, next); err != nil {
		return err
	}
	after := next.Label()
	if s.Kind == data.Moving {
		above, err := r.nameOf(next.ParentID)
		if err != nil {
			return err
		}
		after += ", " + lowerKind(above)
	}
	r.tell(before, after, s.Basis, s.Unit)
	return r.link(s.Unit, s.Unit, s.Kind, s.Basis)
}

// fits refuses a place in the tree to which the level of a unit does not belong, or that lies below the unit itself.
func (r *reorganiser) fits(unit int64, next data.UnitState) (bool, error) {
	u, err := r.tx.UnitByID(r.ctx, unit)
	if err != nil {
		return false, err
	}
	return r.mayStand(u.Level, next)
}

func (r *reorganiser) mayStand(level data.Level, next data.UnitState) (bool, error) {
	if level == data.Province {
		return true, nil
	}
	above, err := r.tx.UnitByID(r.ctx, next.ParentID)
	if err != nil {
		return false, err
	}
	if !slices.Contains(LevelsUnder(above.Level), level) {
		name, err := r.nameOf(next.ParentID)
		r.misfit("“%s” không thể đứng dưới “%s”; hãy chọn đơn vị cấp trên khác.", next.Label(), name)
		return false, err
	}
	states, err := r.tx.UnitStates(r.ctx, next.ParentID)
	if err != nil || len(states) == 0 {
		return false, err
	}
	switch first, last := states[0], states[len(states)-1]; {
	case first.ValidFrom.After(r.on):
		r.misfit("“%s” chỉ có từ ngày %s, sau ngày sắp xếp %s; hãy chọn đơn vị cấp trên khác.", first.Label(), first.ValidFrom, r.on)
	case !last.ValidTo.IsZero():
		r.misfit("“%s” đã được ghi kết thúc ngày %s; hãy chọn đơn vị cấp trên khác cho “%s”.", last.Label(), last.ValidTo, next.Label())
	default:
		return true, nil
	}
	return false, nil
}

// found makes a new unit; 0 when it does not fit.
func (r *reorganiser) found(level data.Level, state data.UnitState) (int64, error) {
	state.Base, state.ValidFrom, state.ValidTo = data.Base{}, r.on, day.Date{}
	if ok, err := r.mayStand(level, state); !ok {
		return 0, err
	}
	return addUnit(r.tx, level, state)
}

func (r *reorganiser) merge(s Step) error {
	ending := slices.DeleteFunc(slices.Clone(s.From), func(id int64) bool { return id == s.Unit })
	if len(ending) == 0 || (s.Unit == 0 && len(ending) < 2) {
		r.misfit("Sáp nhập cần ít nhất hai đơn vị; hãy chọn thêm đơn vị.")
		return nil
	}
	var level data.Level
	var names []string
	shape := s.State
	for _, id := range append(slices.Clone(ending), s.Unit) {
		if id == 0 {
			continue
		}
		unit, err := r.tx.UnitByID(r.ctx, id)
		if err != nil {
			return err
		}
		if level != "" && unit.Level != level {
			r.misfit("Chỉ sáp nhập các đơn vị cùng cấp; hãy chọn lại đơn vị.")
			return nil
		}
		level = unit.Level
		state, ok, err := r.latest(id)
		if !ok {
			return err
		}
		shape.Hardship, shape.Religious = shape.Hardship || state.Hardship, shape.Religious || state.Religious
		names = append(names, state.Label())
	}
	into, before := s.Unit, ""
	if into == 0 {
		// The units that end give their names and codes free first.
		for _, id := range ending {
			if err := r.end(id); err != nil {
				return err
			}
		}
		id, err := r.found(level, shape)
		if err != nil || id == 0 {
			return err
		}
		into = id
	} else {
		state, ok, err := r.latest(into)
		if !ok {
			return err
		}
		before = state.Label()
		for _, id := range ending {
			if err := r.end(id); err != nil {
				return err
			}
		}
		state, err = r.change(state, func(n *data.UnitState) {
			if shape.Name != "" {
				n.Kind, n.Name, n.Code = shape.Kind, shape.Name, shape.Code
			}
			if shape.ParentID != 0 {
				n.ParentID = shape.ParentID
			}
			n.Hardship, n.Religious = shape.Hardship, shape.Religious
		})
		if err != nil {
			return err
		}
		shape = state
		if ok, err := r.fits(into, state); !ok {
			return err
		}
		if err := r.link(into, into, data.Merging, s.Basis); err != nil {
			return err
		}
	}
	for i, id := range ending {
		r.heirs[id] = into
		if err := r.adopt(id, into, false); err != nil {
			return err
		}
		r.tell(names[i], shape.Label(), s.Basis, into)
		if err := r.link(id, into, data.Merging, s.Basis); err != nil {
			return err
		}
	}
	if before != "" && before != shape.Label() {
		r.tell(before, shape.Label(), s.Basis, into)
	}
	return nil
}

func (r *reorganiser) split(s Step) error {
	state, ok, err := r.latest(s.Unit)
	if !ok {
		return err
	}
	unit, err := r.tx.UnitByID(r.ctx, s.Unit)
	if err != nil {
		return err
	}
	if len(s.Parts) == 0 || (s.Ends && len(s.Parts) < 2) {
		r.misfit("Chia tách “%s” cần thêm đơn vị mới; hãy gõ tên đơn vị mới.", state.Label())
		return nil
	}
	if s.Ends {
		if err := r.end(s.Unit); err != nil {
			return err
		}
	}
	for _, p := range s.Parts {
		shape := p.State
		if shape.ParentID == 0 {
			shape.ParentID = state.ParentID
		}
		shape.Hardship, shape.Religious = state.Hardship, state.Religious
		id, err := r.found(unit.Level, shape)
		if err != nil || id == 0 {
			return err
		}
		if err := r.adoptSome(p.Below, id); err != nil {
			return err
		}
		r.tell(state.Label(), shape.Label(), s.Basis, id)
		if err := r.link(s.Unit, id, data.Splitting, s.Basis); err != nil {
			return err
		}
		if s.Ends {
			r.heirs[s.Unit] = id
		}
	}
	return nil
}

func (r *reorganiser) dissolve(s Step) error {
	state, ok, err := r.latest(s.Unit)
	if !ok {
		return err
	}
	if unit, err := r.tx.UnitByID(r.ctx, s.Unit); err != nil {
		return err
	} else if unit.Level == data.Province {
		r.misfit("Không thể giải thể đơn vị cấp tỉnh, vì mọi đơn vị khác thuộc về nó.")
		return nil
	}
	if err := r.end(s.Unit); err != nil {
		return err
	}
	if s.Heir == s.Unit {
		r.misfit("Đơn vị bên dưới “%s” không thể chuyển đến chính đơn vị giải thể; hãy chọn nơi khác.", state.Label())
		return nil
	}
	if s.Heir != 0 {
		if err := r.adopt(s.Unit, s.Heir, true); err != nil {
			return err
		}
	}
	r.tell(state.Label(), "", s.Basis, s.Unit)
	return r.link(s.Unit, 0, data.Dissolving, s.Basis)
}

// end closes a unit on the last day of the old order, with the posts in it.
func (r *reorganiser) end(unit int64) error {
	state, ok, err := r.latest(unit)
	if !ok {
		return err
	}
	if state.ValidFrom == r.on { // it was moved by an earlier step, on the same day
		err = r.tx.Remove(&state)
	} else {
		state.ValidTo = r.last
		err = r.tx.Update(&state)
	}
	if err != nil {
		return err
	}
	r.ended = append(r.ended, unit)
	posts, err := r.tx.Posts(r.ctx, data.PostQuery{Units: []int64{unit}})
	if err != nil {
		return err
	}
	for _, p := range posts {
		a := p.Appointment
		switch {
		case !a.EndedOn.IsZero() && !a.EndedOn.Last().After(r.last):
			continue
		case a.StartedOn.First().After(r.last):
			holder, err := r.tx.Cadre(r.ctx, a.CadreID)
			if err != nil {
				return err
			}
			r.misfit("“%s” nhận chức danh %s ở “%s” từ ngày %s, sau khi đơn vị kết thúc; hãy sửa chức danh đó trước.", holder.FullName, p.PositionName, state.Label(), a.StartedOn)
			continue
		}
		// A post whose end was known anyway leaves nobody waiting.
		if a.EndedOn.IsZero() {
			a.Reason, a.ReorganisationID = "Sắp xếp tổ chức", r.record.ID
			r.displace = append(r.displace, a.CadreID)
		}
		a.EndedOn = r.last
		if err := r.tx.Update(&a); err != nil {
			return err
		}
		r.outcome.Ended++
	}
	return nil
}

// adopt puts all that stands below one unit from the day on below another. A name that the other has below it already is told apart by
// the name of the unit it came from: "xóm 4 (Hải Vân)". checked refuses levels that do not fit, which between equals cannot be.
func (r *reorganiser) adopt(from, to int64, checked bool) error {
	below, err := r.tx.StatesUnder(r.ctx, from)
	if err != nil {
		return err
	}
	return r.place(below, to, checked)
}

// adoptSome does it for some units, wherever they stand.
func (r *reorganiser) adoptSome(units []int64, to int64) error {
	for _, id := range units {
		state, ok, err := r.latest(id)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := r.place([]data.UnitState{state}, to, true); err != nil {
			return err
		}
	}
	return nil
}

func (r *reorganiser) place(states []data.UnitState, to int64, checked bool) error {
	neighbours, err := r.tx.StatesUnder(r.ctx, to)
	if err != nil {
		return err
	}
	taken := map[string]int64{}
	for _, n := range neighbours {
		if n.ValidTo.IsZero() || n.ValidTo.Last().After(r.last) {
			taken[vietnamese.NameKey(n.Label())] = n.UnitID
		}
	}
	names := map[int64]string{}
	var fresh []data.UnitState // stored together
	for _, s := range states {
		if !s.ValidTo.IsZero() && !s.ValidTo.Last().After(r.last) {
			continue // history
		}
		from, known := names[s.ParentID]
		if !known {
			if from, err = r.nameOf(s.ParentID); err != nil {
				return err
			}
			names[s.ParentID] = from
		}
		if checked {
			placed := s
			placed.ParentID = to
			if ok, err := r.fits(s.UnitID, placed); !ok {
				return err
			}
		}
		before := s.Label()
		next, err := r.changeLater(s, &fresh, func(n *data.UnitState) {
			n.ParentID = to
			if holder, clash := taken[vietnamese.NameKey(n.Label())]; clash && holder != n.UnitID {
				_, own := SplitKind(from)
				n.Name += " (" + own + ")"
			}
		})
		if err != nil {
			return err
		}
		taken[vietnamese.NameKey(next.Label())] = next.UnitID
		r.outcome.Moved++
		if next.Label() != before {
			r.outcome.Renamed = append(r.outcome.Renamed, fmt.Sprintf("%s, %s → %s", before, lowerKind(from), next.Label()))
		}
	}
	return data.InsertAll(r.tx, fresh)
}

// nameOf is the label of a unit in the old order or, for one that begins with the new, in the new.
func (r *reorganiser) nameOf(unit int64) (string, error) {
	for _, on := range []day.Date{r.last, r.on} {
		u, err := r.tx.UnitOn(r.ctx, on, unit)
		if errors.Is(err, data.ErrNotFound) {
			continue
		}
		return u.Label(), err
	}
	return "", data.ErrNotFound
}

func (r *reorganiser) tell(before, after, basis string, unit int64) {
	r.outcome.Lines = append(r.outcome.Lines, ReorganisationLine{before, after, basis, unit})
}

func (r *reorganiser) link(from, to int64, change data.ReorganisationKind, basis string) error {
	return r.tx.Insert(&data.UnitLink{ReorganisationID: r.record.ID, FromID: from, ToID: to, Change: change, Basis: basis})
}

// verify looks at the new order as a whole: nobody is left without a unit above, no code is held twice.
func (r *reorganiser) verify() error {
	orphans, err := r.tx.Orphans(r.ctx, r.on)
	if err != nil {
		return err
	}
	for _, s := range orphans {
		above, err := r.nameOf(s.ParentID)
		if err != nil {
			return err
		}
		r.misfit("“%s” còn đứng dưới “%s”, đơn vị kết thúc ngày %s; hãy chuyển đi hoặc giải thể trước.", s.Label(), above, r.last)
	}
	shared, err := r.tx.SharedCodes(r.ctx, r.on)
	if err != nil {
		return err
	}
	for i := 0; i+1 < len(shared); i++ {
		if shared[i].Code == shared[i+1].Code {
			r.misfit("Mã “%s” sẽ thuộc cả “%s” và “%s”; hãy kiểm tra lại mã.", shared[i].Code, shared[i].Label(), shared[i+1].Label())
		}
	}
	return r.verifyNames()
}

// verifyNames refuses two units of one name under one unit.
func (r *reorganiser) verifyNames() error {
	changed := map[int64]bool{}
	for _, l := range r.outcome.Lines {
		if l.After != "" {
			changed[l.Unit] = true
		}
	}
	seen := map[int64]bool{}
	for unit := range changed {
		u, err := r.tx.UnitOn(r.ctx, r.on, unit)
		if errors.Is(err, data.ErrNotFound) {
			continue // a misfit tells why
		}
		if err != nil {
			return err
		}
		if u.ParentID == 0 || seen[u.ParentID] {
			continue
		}
		seen[u.ParentID] = true
		neighbours, err := r.tx.UnitsOn(r.ctx, r.on, data.UnitQuery{Parents: []int64{u.ParentID}})
		if err != nil {
			return err
		}
		names := map[string]bool{}
		for _, n := range neighbours {
			key := vietnamese.NameKey(n.Label())
			if names[key] {
				r.misfit("Sẽ có hai đơn vị cùng tên “%s” dưới một đơn vị cấp trên; hãy chọn tên khác.", n.Label())
			}
			names[key] = true
		}
	}
	return nil
}

// findWaiting names the cadres who lost their posts and have no other.
func (r *reorganiser) findWaiting() error {
	slices.Sort(r.displace)
	r.displace = slices.Compact(r.displace)
	if len(r.displace) == 0 {
		return nil
	}
	held, err := r.tx.Posts(r.ctx, data.PostQuery{Cadres: r.displace, On: r.on})
	if err != nil {
		return err
	}
	still := map[int64]bool{}
	for _, p := range held {
		still[p.CadreID] = true
	}
	were, err := r.tx.Posts(r.ctx, data.PostQuery{Cadres: r.displace, On: r.last})
	if err != nil {
		return err
	}
	people, err := r.tx.CadresByID(r.ctx, r.displace)
	if err != nil {
		return err
	}
	for _, p := range were {
		if still[p.CadreID] {
			continue
		}
		still[p.CadreID] = true // once
		r.outcome.Waiting = append(r.outcome.Waiting, CadreMatch{p.CadreID, people[p.CadreID].FullName, PostTitle(p)})
	}
	slices.SortFunc(r.outcome.Waiting, func(a, b CadreMatch) int {
		return cmp.Compare(vietnamese.NameSortKey(a.Name), vietnamese.NameSortKey(b.Name))
	})
	return nil
}

// passRemedies hands what units that end have still to put right to their successors: nothing found is lost.
func (r *reorganiser) passRemedies() error {
	for _, unit := range r.ended {
		heir := r.heirs[unit]
		if heir == 0 {
			continue
		}
		remedies, err := r.tx.Remedies(r.ctx, data.RemedyQuery{Unit: unit, OpenOn: r.on})
		if err != nil {
			return err
		}
		for _, m := range remedies {
			r.outcome.Remedies++
			m.UnitID = heir
			if err := r.tx.Update(&m); err != nil {
				return err
			}
		}
	}
	return nil
}

// passVisits hands the inspections for which the office had chosen a unit or a day to the successors of units that end; replanning drops
// the others. A visit that the round owes is dropped when the successor has one of its own; a sample, a visit of a round besides the
// rhythms when the successor has the like; a recheck never.
func (r *reorganiser) passVisits() error {
	for _, unit := range r.ended {
		visits, err := r.tx.VisitsOfUnit(r.ctx, unit)
		if err != nil {
			return err
		}
		for _, v := range visits {
			if !v.DoneOn.IsZero() || v.Halt == data.Cancelled || v.PlannedOn.Before(r.on) {
				continue
			}
			r.outcome.Visits++
			heir := r.heirs[unit]
			if v.Origin == data.Owed && !v.Moved {
				continue
			}
			if has, err := r.hasVisit(heir, v); err != nil {
				return err
			} else if heir == 0 || has {
				if err := r.tx.Remove(&v); err != nil {
					return err
				}
				continue
			}
			v.UnitID = heir
			if err := r.tx.Update(&v); err != nil {
				return err
			}
		}
	}
	return nil
}

// hasVisit tells whether a unit has a visit already that makes another one needless.
func (r *reorganiser) hasVisit(unit int64, other data.Visit) (bool, error) {
	if unit == 0 || other.Origin == data.Rechecks {
		return false, nil
	}
	visits, err := r.tx.VisitsOfUnit(r.ctx, unit)
	return slices.ContainsFunc(visits, func(v data.Visit) bool { return v.RoundID == other.RoundID && v.Origin == other.Origin }), err
}

// lowerKind writes "Xã Hải Vân" inside a sentence: "xã Hải Vân".
func lowerKind(label string) string {
	kind, name := SplitKind(label)
	if kind == "" {
		return label
	}
	return kind + " " + name
}

// SplitKind takes the kind off a name: "Thị trấn Cồn" gives "thị trấn" and "Cồn". A name without one comes back whole.
func SplitKind(label string) (kind, name string) {
	label = vietnamese.Clean(label)
	for _, level := range []data.Level{data.Province, data.District, data.BaseUnit, data.Branch, data.Group} {
		for _, k := range KindsOf(level) {
			if len(label) > len(k)+1 && strings.EqualFold(label[:len(k)], k) && label[len(k)] == ' ' {
				return k, label[len(k)+1:]
			}
		}
	}
	return "", label
}
