package app

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
)

// OfUnit is a record of the movement with the unit that did it.
type OfUnit[R any] struct {
	Record R
	// Unit names the unit as it is on the day in view, or was last; Above the one over it. Ended tells that it is gone by then.
	Unit, Above string
	Ended       bool
}

// UnitLine is the unit with the one above it, in one line.
func (d OfUnit[R]) UnitLine() string {
	line := d.Unit
	if d.Above != "" {
		line += ", " + lowerKind(d.Above)
	}
	if d.Ended {
		line += " (đã kết thúc)"
	}
	return line
}

// OfUnitPage is a part of a list and how many records match in all.
type OfUnitPage[R any] struct {
	Rows     []OfUnit[R]
	Matching int
}

// movementPage lists records of one kind with their units; unit tells where they stand in a record.
func movementPage[R any, P interface {
	*R
	data.Record
	data.Listed
}](ctx context.Context, o *Office, q data.MovementQuery, unit func(R) int64) (OfUnitPage[R], error) {
	records, matching, err := data.MovementPage[R, P](ctx, o.db.Reader, q)
	if err != nil {
		return OfUnitPage[R]{}, err
	}
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = unit(r)
	}
	labels, err := o.unitLabels(ctx, q.On, ids)
	page := OfUnitPage[R]{make([]OfUnit[R], len(records)), matching}
	for i, r := range records {
		l := labels[ids[i]]
		page.Rows[i] = OfUnit[R]{r, l.name, l.above, l.ended}
	}
	return page, err
}

// unitLabel names a unit, the one above it, and tells whether it is gone on a day.
type unitLabel struct {
	name, above string
	ended       bool
}

// unitLabels names units as they are on a day; those gone by then as they were last.
func (o *Office) unitLabels(ctx context.Context, on day.Date, ids []int64) (map[int64]unitLabel, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	named, err := o.db.NamedOn(ctx, on, ids)
	if err != nil {
		return nil, err
	}
	var above []int64
	for _, u := range named {
		if u.ParentID != 0 {
			above = append(above, u.ParentID)
		}
	}
	over, err := o.db.NamedOn(ctx, on, above)
	labels := make(map[int64]unitLabel, len(named))
	for id, u := range named {
		l := unitLabel{name: u.Label(), ended: !u.ValidTo.IsZero() && u.ValidTo.Last().Before(on)}
		if p := over[u.ParentID]; p.Level != data.Province {
			l.above = p.Label()
		}
		labels[id] = l
	}
	return labels, err
}

// Activities lists hoạt động.
func (o *Office) Activities(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.Activity], error) {
	return movementPage(ctx, o, q, func(a data.Activity) int64 { return a.UnitID })
}

// Meetings lists buổi sinh hoạt.
func (o *Office) Meetings(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.Meeting], error) {
	return movementPage(ctx, o, q, func(m data.Meeting) int64 { return m.UnitID })
}

// NewsItems lists tin bài and video clips.
func (o *Office) NewsItems(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.NewsItem], error) {
	return movementPage(ctx, o, q, func(n data.NewsItem) int64 { return n.UnitID })
}

// Proposals lists tham mưu, đề xuất.
func (o *Office) Proposals(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.Proposal], error) {
	return movementPage(ctx, o, q, func(p data.Proposal) int64 { return p.UnitID })
}

// Coordinations lists chương trình phối hợp.
func (o *Office) Coordinations(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.Coordination], error) {
	return movementPage(ctx, o, q, func(c data.Coordination) int64 { return c.UnitID })
}

// UnitAwards lists khen thưởng tập thể.
func (o *Office) UnitAwards(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.UnitAward], error) {
	return movementPage(ctx, o, q, func(a data.UnitAward) int64 { return a.UnitID })
}

// GoodExamples lists gương điển hình.
func (o *Office) GoodExamples(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.GoodExample], error) {
	return movementPage(ctx, o, q, func(g data.GoodExample) int64 { return g.UnitID })
}

// ReceivedPapers lists plans and reports that units sent in.
func (o *Office) ReceivedPapers(ctx context.Context, q data.MovementQuery) (OfUnitPage[data.ReceivedPaper], error) {
	return movementPage(ctx, o, q, func(p data.ReceivedPaper) int64 { return p.UnitID })
}

// EmulationTitles lists danh hiệu thi đua, the latest first.
func (o *Office) EmulationTitles(ctx context.Context) ([]data.EmulationTitle, error) {
	return o.db.EmulationTitles(ctx)
}

// keep stores a record, new when its id is 0, after a check in the same transaction.
func (o *Office) keep(ctx context.Context, label string, id int64, r data.Record, check func(*data.Tx) error) error {
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		if check != nil {
			if err := check(tx); err != nil {
				return err
			}
		}
		if err := learn(ctx, tx, r); err != nil {
			return err
		}
		if id == 0 {
			return tx.Insert(r)
		}
		return tx.Update(r)
	})
	return err
}

// existed refuses a unit that was not there on a day, which may be known by month or year only; of the levels given, if any.
func existed(ctx context.Context, r data.Reader, unit int64, on day.Date, levels ...data.Level) error {
	if unit == 0 {
		return Problem("Hãy chọn đơn vị.")
	}
	if on.IsZero() {
		return nil // the record itself says what is missing
	}
	for _, d := range []day.Date{on.Last(), on.First()} {
		units, err := r.UnitsOn(ctx, d, data.UnitQuery{IDs: []int64{unit}})
		if err != nil {
			return err
		}
		if len(units) == 0 {
			continue
		}
		if len(levels) > 0 && !slices.Contains(levels, units[0].Level) {
			var names []string
			for _, l := range levels {
				names = append(names, strings.ToLower(LevelName(l)))
			}
			return Problem("“%s” không thuộc cấp %s; hãy chọn đơn vị khác.", units[0].Label(), strings.Join(names, ", "))
		}
		return nil
	}
	return Problem("Đơn vị được chọn không hoạt động vào ngày %s; hãy chọn ngày hoặc đơn vị khác.", on)
}

// SaveActivity stores an activity; a new one may be of several units, each of which then has its own.
func (o *Office) SaveActivity(ctx context.Context, a data.Activity, units []int64) error {
	if a.ID != 0 {
		return o.keep(ctx, "Sửa hoạt động", a.ID, &a, func(tx *data.Tx) error { return existed(ctx, tx.Reader, a.UnitID, a.HeldOn) })
	}
	if len(units) == 0 {
		return Problem("Hãy chọn ít nhất một đơn vị.")
	}
	_, err := o.db.Write(ctx, "Thêm hoạt động", func(tx *data.Tx) error {
		for _, unit := range units {
			if err := existed(ctx, tx.Reader, unit, a.HeldOn); err != nil {
				return err
			}
			each := a
			each.UnitID = unit
			if err := tx.Insert(&each); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// SaveMeeting stores a buổi sinh hoạt of a chi hội or tổ.
func (o *Office) SaveMeeting(ctx context.Context, m data.Meeting) error {
	return o.keep(ctx, "Ghi buổi sinh hoạt", m.ID, &m, func(tx *data.Tx) error {
		return existed(ctx, tx.Reader, m.UnitID, m.HeldOn, data.Branch, data.Group)
	})
}

// SaveNewsItem stores a tin bài or video clip.
func (o *Office) SaveNewsItem(ctx context.Context, n data.NewsItem) error {
	return o.keep(ctx, "Ghi tin bài", n.ID, &n, func(tx *data.Tx) error { return existed(ctx, tx.Reader, n.UnitID, n.PublishedOn) })
}

// SaveProposal stores a tham mưu, đề xuất.
func (o *Office) SaveProposal(ctx context.Context, p data.Proposal) error {
	return o.keep(ctx, "Ghi tham mưu, đề xuất", p.ID, &p, func(tx *data.Tx) error { return existed(ctx, tx.Reader, p.UnitID, p.ProposedOn) })
}

// SaveCoordination stores a chương trình phối hợp.
func (o *Office) SaveCoordination(ctx context.Context, c data.Coordination) error {
	return o.keep(ctx, "Ghi chương trình phối hợp", c.ID, &c, func(tx *data.Tx) error { return existed(ctx, tx.Reader, c.UnitID, c.SignedOn) })
}

// SaveUnitAward stores a khen thưởng of a unit.
func (o *Office) SaveUnitAward(ctx context.Context, a data.UnitAward) error {
	return o.keep(ctx, "Ghi khen thưởng tập thể", a.ID, &a, func(tx *data.Tx) error { return existed(ctx, tx.Reader, a.UnitID, a.GrantedOn) })
}

// SaveGoodExample stores a gương điển hình.
func (o *Office) SaveGoodExample(ctx context.Context, g data.GoodExample) error {
	return o.keep(ctx, "Ghi gương điển hình", g.ID, &g, func(tx *data.Tx) error { return existed(ctx, tx.Reader, g.UnitID, g.RecognisedOn) })
}

// SaveEmulationTitle stores a danh hiệu thi đua.
func (o *Office) SaveEmulationTitle(ctx context.Context, t data.EmulationTitle) error {
	return o.keep(ctx, "Ghi danh hiệu thi đua", t.ID, &t, nil)
}

// SaveReceivedPaper stores a plan or report that came in; a unit sends one of each kind a year.
func (o *Office) SaveReceivedPaper(ctx context.Context, p data.ReceivedPaper) error {
	return o.keep(ctx, "Ghi kế hoạch, báo cáo nhận", p.ID, &p, func(tx *data.Tx) error {
		if err := existed(ctx, tx.Reader, p.UnitID, p.ReceivedOn); err != nil {
			return err
		}
		other, found, err := tx.ReceivedPaperOf(ctx, p.UnitID, p.Kind, p.Year)
		if err == nil && found && other.ID != p.ID {
			err = Problem("%s %d của đơn vị này đã được ghi, nhận ngày %s; hãy sửa dòng đã ghi.", nameOf(PaperKinds, p.Kind), p.Year, other.ReceivedOn)
		}
		return err
	})
}
