package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindAssignment Kind = "assignment"
	KindTrip       Kind = "trip"
)

// Assignment gives a cadre a base unit to look after, from StartedOn to EndedOn, zero for still (phân công phụ trách cơ sở, plan
// 77/KH-BCH, III.1).
type Assignment struct {
	Base
	CadreID   int64
	UnitID    int64
	Decision  string
	StartedOn day.Date
	EndedOn   day.Date
	Note      string
}

func (*Assignment) kind() Kind { return KindAssignment }
func (a *Assignment) prepare() error {
	a.Decision, a.Note = vietnamese.Clean(a.Decision), vietnamese.CleanLines(a.Note)
	switch {
	case a.StartedOn.IsZero():
		return Faultf(nil, "Phân công phụ trách chưa có ngày bắt đầu; hãy gõ ngày.")
	case !a.EndedOn.IsZero() && a.EndedOn.Last().Before(a.StartedOn):
		return Faultf(nil, "Phân công phụ trách kết thúc %s, trước ngày bắt đầu %s; hãy sửa lại ngày.", a.EndedOn, a.StartedOn)
	}
	return nil
}

// Trip is a chuyến đi cơ sở of a cadre.
type Trip struct {
	Base
	CadreID int64
	UnitID  int64
	MadeOn  day.Date
	Purpose string
	Result  string
}

func (*Trip) kind() Kind { return KindTrip }
func (t *Trip) prepare() error {
	t.Purpose, t.Result = vietnamese.CleanLines(t.Purpose), vietnamese.CleanLines(t.Result)
	switch {
	case t.Purpose == "":
		return Faultf(nil, "Chuyến đi cơ sở chưa có nội dung; hãy gõ nội dung.")
	case !t.MadeOn.IsFull():
		return Faultf(nil, "Chuyến đi cơ sở cần đủ ngày; hãy gõ như 10/07/2024.")
	}
	return nil
}

// AssignmentQuery narrows a list of assignments or trips; zero fields do not.
type AssignmentQuery struct {
	Cadre, Unit int64
	// On keeps the assignments that hold on the day.
	On day.Date
}

func (q AssignmentQuery) who(db *gorm.DB) *gorm.DB {
	if q.Cadre != 0 {
		db = db.Where("cadre_id = ?", q.Cadre)
	}
	if q.Unit != 0 {
		db = db.Where("unit_id = ?", q.Unit)
	}
	return db
}

// Assignments lists assignments, the latest first.
func (r Reader) Assignments(ctx context.Context, q AssignmentQuery) ([]Assignment, error) {
	return listed[Assignment](ctx, r, "assignments", func(db *gorm.DB) *gorm.DB {
		if !q.On.IsZero() {
			db = db.Where(held("started_on", "ended_on"), q.On.ISO(), q.On.ISO())
		}
		return q.who(db).Order("started_on DESC, id DESC")
	})
}

// Trips lists trips, the latest first.
func (r Reader) Trips(ctx context.Context, q AssignmentQuery) ([]Trip, error) {
	return listed[Trip](ctx, r, "trips", func(db *gorm.DB) *gorm.DB { return q.who(db).Order("made_on DESC, id DESC") })
}
