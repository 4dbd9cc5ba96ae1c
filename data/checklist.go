package data

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindChecklist     Kind = "checklist"
	KindChecklistItem Kind = "checklist_item"
	KindVisitAnswer   Kind = "visit_answer"
)

// Checklist is a form by which teams inspect, used for visits from ValidFrom to ValidTo (zero: open). A form that was filled in stays as
// it is; the office changes a copy.
type Checklist struct {
	Base
	Name      string
	ValidFrom day.Date
	ValidTo   day.Date
	// GoodFrom, FairFrom and PassFrom are the shares of the points, in percent, from which a unit counts as tốt, khá, đạt.
	GoodFrom, FairFrom, PassFrom float64
}

func (*Checklist) kind() Kind { return KindChecklist }
func (c *Checklist) prepare() error {
	c.Name = vietnamese.Clean(c.Name)
	switch {
	case c.Name == "":
		return Faultf(nil, "Mẫu nội dung kiểm tra chưa có tên; hãy gõ tên.")
	case !c.ValidFrom.IsZero() && !c.ValidTo.IsZero() && c.ValidTo.Last().Before(c.ValidFrom):
		return Faultf(nil, "Mẫu “%s” hết hiệu lực %s, trước ngày có hiệu lực %s; hãy sửa lại ngày.", c.Name, c.ValidTo, c.ValidFrom)
	case c.PassFrom < 0 || c.FairFrom < c.PassFrom || c.GoodFrom < c.FairFrom || c.GoodFrom > 100:
		return Faultf(nil, "Các mức của mẫu “%s” phải theo thứ tự tốt, khá, đạt và từ 0 đến 100%%; hãy sửa lại mức.", c.Name)
	}
	return nil
}

// ChecklistItem is one thing to look at.
type ChecklistItem struct {
	Base
	ChecklistID int64
	Rank        int
	Section     string
	Text        string
	Guide       string  // what to look at: papers, books
	MaxPoints   float64 // 0: judged without points
	KnockOut    bool    // unmet, the unit does not pass whatever its points
}

func (*ChecklistItem) kind() Kind { return KindChecklistItem }
func (i *ChecklistItem) prepare() error {
	i.Section, i.Text, i.Guide = vietnamese.Clean(i.Section), vietnamese.Clean(i.Text), vietnamese.Clean(i.Guide)
	switch {
	case i.Text == "":
		return Faultf(nil, "Nội dung kiểm tra còn trống; hãy gõ nội dung.")
	case i.MaxPoints < 0 || i.MaxPoints > 1000:
		return Faultf(nil, "Điểm tối đa của “%s” phải từ 0 đến 1000; hãy sửa lại điểm.", i.Text)
	}
	return nil
}

// Verdict is what a team says of an item.
type Verdict string

// The verdicts; "" is not yet judged.
const (
	Met        Verdict = "yes"
	PartlyMet  Verdict = "partly"
	Unmet      Verdict = "no"
	NotForUnit Verdict = "na" // does not apply to the unit
)

// VisitAnswer is what the unit said of itself, and what the team found, on one item. Nil points are not given, which is not 0.
type VisitAnswer struct {
	Base
	VisitID    int64
	ItemID     int64
	Verdict    Verdict
	Points     *float64
	Note       string
	Seen       string // papers that the team saw
	SelfPoints *float64
	SelfNote   string
}

func (*VisitAnswer) kind() Kind { return KindVisitAnswer }
func (a *VisitAnswer) prepare() error {
	a.Note, a.Seen, a.SelfNote = vietnamese.CleanLines(a.Note), vietnamese.CleanLines(a.Seen), vietnamese.CleanLines(a.SelfNote)
	return nil
}

// allow refuses points beyond those of the item.
func (a *VisitAnswer) allow(t *Tx, _ Record, action string) error {
	if action == actionRemove || (a.Points == nil && a.SelfPoints == nil) {
		return nil
	}
	var item ChecklistItem
	if err := t.db.Where("id = ?", a.ItemID).Take(&item).Error; err != nil {
		return fmt.Errorf("item %d of an answer: %w", a.ItemID, err)
	}
	for _, p := range []*float64{a.Points, a.SelfPoints} {
		if p != nil && (*p < 0 || *p > item.MaxPoints) {
			return Faultf(nil, "“%s” có tối đa %g điểm, không cho %g điểm được; hãy sửa lại điểm.", item.Text, item.MaxPoints, *p)
		}
	}
	return nil
}

// Checklists lists the forms, the latest first.
func (r Reader) Checklists(ctx context.Context) ([]Checklist, error) {
	return listed[Checklist](ctx, r, "checklists", func(db *gorm.DB) *gorm.DB { return db.Order("coalesce(valid_from, '') DESC, id DESC") })
}

// Checklist returns one form.
func (r Reader) Checklist(ctx context.Context, id int64) (Checklist, error) {
	return take[Checklist](ctx, r, id)
}

// ChecklistItems lists the items of a form in their order.
func (r Reader) ChecklistItems(ctx context.Context, checklist int64) ([]ChecklistItem, error) {
	return listed[ChecklistItem](ctx, r, "items of a checklist", func(db *gorm.DB) *gorm.DB {
		return db.Where("checklist_id = ?", checklist).Order("rank, id")
	})
}

// ChecklistUsed tells whether a visit was filled in by a form.
func (r Reader) ChecklistUsed(ctx context.Context, checklist int64) (bool, error) {
	var n int64
	err := r.db.WithContext(ctx).Model(&Visit{}).Where("checklist_id = ? AND deleted_at IS NULL", checklist).Limit(1).Count(&n).Error
	return n > 0, r.fail(err, "uses of checklist %d", checklist)
}

// Answers lists the answers of some visits.
func (r Reader) Answers(ctx context.Context, visits []int64) ([]VisitAnswer, error) {
	return listed[VisitAnswer](ctx, r, "answers", func(db *gorm.DB) *gorm.DB { return db.Where("visit_id IN ?", visits).Order("visit_id, id") })
}
