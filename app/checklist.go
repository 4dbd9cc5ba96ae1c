package app

import (
	"context"
	"math"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Levels of a unit by the form of an inspection.
const (
	LevelGood   = "Tốt"
	LevelFair   = "Khá"
	LevelPassed = "Đạt"
	LevelFailed = "Chưa đạt"
)

// Score is what the answers of a visit add up to.
type Score struct {
	Items, Answered int
	// Points of Max, which leaves out what does not apply to the unit and what was not judged.
	Points, Max float64
	// KnockedOut are the knock-out items that are unmet.
	KnockedOut []string
	// Level is "" until every item is answered.
	Level string
}

// Percent is the share of the points in percent; ok is false while there are none.
func (s Score) Percent() (percent float64, ok bool) {
	if s.Max == 0 {
		return 0, false
	}
	return 100 * s.Points / s.Max, true
}

// ParsePoints reads points of at most so many as people type them: 7,5 or 7.5; nil for nothing. The error is a Vietnamese sentence.
func ParsePoints(typed string, most float64) (*float64, error) {
	typed = strings.Replace(vietnamese.Clean(typed), ",", ".", 1)
	if typed == "" {
		return nil, nil
	}
	points, err := strconv.ParseFloat(typed, 64)
	switch {
	case err != nil || math.IsNaN(points):
		return nil, Problem("Điểm “%s” không phải là số; hãy gõ như 7,5.", typed)
	case points < 0 || points > most:
		return nil, Problem("Nội dung này cho từ 0 đến %s điểm; hãy sửa lại điểm.", vietnamese.Decimal(most, -1))
	}
	return &points, nil
}

// PointsOf is what an answer counts for: the points that the team gave or, without any, all points of the item for met, half for partly
// met, none for unmet. ok is false when the item does not count.
func PointsOf(item data.ChecklistItem, a data.VisitAnswer) (points float64, ok bool) {
	switch {
	case a.Verdict == data.NotForUnit:
		return 0, false
	case a.Points != nil:
		return *a.Points, true
	case a.Verdict == data.Met:
		return item.MaxPoints, true
	case a.Verdict == data.PartlyMet:
		return item.MaxPoints / 2, true
	}
	return 0, a.Verdict == data.Unmet
}

// ScoreOf adds up the answers to the items of a form; see PointsOf. An unmet knock-out item makes the unit fail whatever its points.
func ScoreOf(form data.Checklist, items []data.ChecklistItem, answers []data.VisitAnswer) Score {
	by := map[int64]data.VisitAnswer{}
	for _, a := range answers {
		by[a.ItemID] = a
	}
	score := Score{Items: len(items)}
	for _, item := range items {
		a := by[item.ID]
		if a.Verdict == "" && a.Points == nil {
			continue
		}
		score.Answered++
		if a.Verdict == data.Unmet && item.KnockOut {
			score.KnockedOut = append(score.KnockedOut, item.Text)
		}
		if a.Verdict == data.NotForUnit {
			continue
		}
		score.Max += item.MaxPoints
		points, _ := PointsOf(item, a)
		score.Points += points
	}
	score.Level = score.level(form)
	return score
}

func (s Score) level(form data.Checklist) string {
	percent, ok := s.Percent()
	switch {
	case len(s.KnockedOut) > 0:
		return LevelFailed
	case s.Answered < s.Items || !ok:
		return ""
	case percent >= form.GoodFrom:
		return LevelGood
	case percent >= form.FairFrom:
		return LevelFair
	case percent >= form.PassFrom:
		return LevelPassed
	}
	return LevelFailed
}

// FormLine is an item of the form of a visit with what was answered; Answer.ID is 0 when nothing was.
type FormLine struct {
	Item   data.ChecklistItem
	Answer data.VisitAnswer
}

// VisitForm is the form of a visit as it is filled in.
type VisitForm struct {
	Checklist data.Checklist
	Lines     []FormLine
	Score     Score
}

// PickChecklist is the form for visits on a day: of those that hold then the one that came last; ok is false without one.
func PickChecklist(forms []data.Checklist, on day.Date) (data.Checklist, bool) {
	for _, c := range forms { // the latest first
		if !c.ValidFrom.After(on) && (c.ValidTo.IsZero() || !c.ValidTo.Last().Before(on)) {
			return c, true
		}
	}
	return data.Checklist{}, false
}

// VisitForm collects the form of a visit: the one by which it was filled in or, before, the one that holds on its day. A form without
// items tells that the office has none for the day.
func (o *Office) VisitForm(ctx context.Context, visit data.Visit) (VisitForm, error) {
	return visitForm(ctx, o.db.Reader, visit)
}

func visitForm(ctx context.Context, r data.Reader, visit data.Visit) (f VisitForm, err error) {
	if visit.ChecklistID != 0 {
		f.Checklist, err = r.Checklist(ctx, visit.ChecklistID)
	} else {
		var forms []data.Checklist
		forms, err = r.Checklists(ctx)
		f.Checklist, _ = PickChecklist(forms, visitDay(visit))
	}
	if err != nil || f.Checklist.ID == 0 {
		return f, err
	}
	items, err := r.ChecklistItems(ctx, f.Checklist.ID)
	if err != nil {
		return f, err
	}
	answers, err := r.Answers(ctx, []int64{visit.ID})
	if err != nil {
		return f, err
	}
	by := map[int64]data.VisitAnswer{}
	for _, a := range answers {
		by[a.ItemID] = a
	}
	for _, item := range items {
		a := by[item.ID]
		a.VisitID, a.ItemID = visit.ID, item.ID
		f.Lines = append(f.Lines, FormLine{item, a})
	}
	f.Score = ScoreOf(f.Checklist, items, answers)
	return f, nil
}

// visitLevels are the levels that the forms of some visits give, by visit; visits without one are left out.
func (o *Office) visitLevels(ctx context.Context, visits []data.Visit) (map[int64]string, error) {
	var ids []int64
	forms, items := map[int64]data.Checklist{}, map[int64][]data.ChecklistItem{}
	for _, v := range visits {
		if v.ChecklistID == 0 {
			continue
		}
		ids = append(ids, v.ID)
		if _, known := items[v.ChecklistID]; known {
			continue
		}
		var err error
		if forms[v.ChecklistID], err = o.db.Checklist(ctx, v.ChecklistID); err != nil {
			return nil, err
		}
		if items[v.ChecklistID], err = o.db.ChecklistItems(ctx, v.ChecklistID); err != nil {
			return nil, err
		}
	}
	levels := map[int64]string{}
	if ids == nil {
		return levels, nil
	}
	answers, err := o.db.Answers(ctx, ids)
	if err != nil {
		return nil, err
	}
	of := map[int64][]data.VisitAnswer{}
	for _, a := range answers {
		of[a.VisitID] = append(of[a.VisitID], a)
	}
	for _, v := range visits {
		if level := ScoreOf(forms[v.ChecklistID], items[v.ChecklistID], of[v.ID]).Level; level != "" {
			levels[v.ID] = level
		}
	}
	return levels, nil
}

// SaveAnswers stores answers of a visit, which keeps its form from then on. Answers that are as before are not written.
func (o *Office) SaveAnswers(ctx context.Context, visit data.Visit, answers []data.VisitAnswer) error {
	_, err := o.db.Write(ctx, "Ghi nội dung kiểm tra", func(tx *data.Tx) error { return saveAnswers(ctx, tx, visit, answers) })
	return err
}

func saveAnswers(ctx context.Context, tx *data.Tx, visit data.Visit, answers []data.VisitAnswer) error {
	visit, err := tx.Visit(ctx, visit.ID) // the first answer gave it its form meanwhile
	if err != nil {
		return err
	}
	if err := openForFindings(visit); err != nil {
		return err
	}
	form, err := visitForm(ctx, tx.Reader, visit)
	if err != nil {
		return err
	}
	lines := map[int64]FormLine{}
	for _, l := range form.Lines {
		lines[l.Item.ID] = l
	}
	for _, a := range answers {
		l, known := lines[a.ItemID]
		if !known {
			return Problem("Mẫu nội dung kiểm tra vừa được đổi; hãy mở lại cuộc kiểm tra rồi ghi.")
		}
		a.VisitID = visit.ID
		if l.Answer.ID != 0 {
			a.Base = l.Answer.Base
			err = tx.Update(&a)
		} else {
			a.Base = data.Base{}
			err = tx.Insert(&a)
		}
		if err != nil {
			return err
		}
	}
	if visit.ChecklistID == 0 {
		visit.ChecklistID = form.Checklist.ID
		return tx.Update(&visit)
	}
	return nil
}

// ChecklistRow is a form with whether a visit was filled in by it, after which it stays as it is.
type ChecklistRow struct {
	data.Checklist
	Used bool
}

// ChecklistRows lists the forms of inspections, the latest first.
func (o *Office) ChecklistRows(ctx context.Context) ([]ChecklistRow, error) {
	forms, err := o.db.Checklists(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]ChecklistRow, len(forms))
	for i, f := range forms {
		rows[i].Checklist = f
		if rows[i].Used, err = o.db.ChecklistUsed(ctx, f.ID); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// ChecklistItems lists the items of a form.
func (o *Office) ChecklistItems(ctx context.Context, checklist int64) ([]data.ChecklistItem, error) {
	return o.db.ChecklistItems(ctx, checklist)
}

// SaveChecklist stores a form with its items in the given order; those that are left out go to the recycle bin. A form by which a visit
// was filled in is refused, since the visit would tell something else then: see RenewChecklist.
func (o *Office) SaveChecklist(ctx context.Context, c data.Checklist, items []data.ChecklistItem) (int64, error) {
	if len(items) == 0 {
		return 0, Problem("Mẫu “%s” chưa có nội dung nào; hãy thêm ít nhất một nội dung.", c.Name)
	}
	_, err := o.db.Write(ctx, "Sửa mẫu nội dung kiểm tra", func(tx *data.Tx) error {
		if c.ID == 0 {
			if err := tx.Insert(&c); err != nil {
				return err
			}
		} else {
			used, err := tx.ChecklistUsed(ctx, c.ID)
			if err != nil {
				return err
			}
			if used {
				return Problem("Mẫu “%s” đã dùng cho cuộc kiểm tra nên được giữ nguyên; hãy tạo bản mới có hiệu lực từ một ngày.", c.Name)
			}
			if err := tx.Update(&c); err != nil {
				return err
			}
		}
		return saveItems(ctx, tx, c.ID, items)
	})
	return c.ID, err
}

func saveItems(ctx context.Context, tx *data.Tx, checklist int64, items []data.ChecklistItem) error {
	stored, err := tx.ChecklistItems(ctx, checklist)
	if err != nil {
		return err
	}
	stay := map[int64]bool{}
	for i, item := range items {
		item.ChecklistID, item.Rank = checklist, i+1
		stay[item.ID] = true
		if item.ID == 0 {
			err = tx.Insert(&item)
		} else {
			err = tx.Update(&item)
		}
		if err != nil {
			return err
		}
	}
	for _, item := range stored {
		if !stay[item.ID] {
			if err := tx.Remove(&item); err != nil {
				return err
			}
		}
	}
	return nil
}

// RenewChecklist makes a copy of a form that holds from a day on, and ends the form the day before. It returns the copy.
func (o *Office) RenewChecklist(ctx context.Context, checklist int64, from day.Date) (int64, error) {
	if !from.IsFull() {
		return 0, Problem("Hãy gõ đủ ngày bản mới có hiệu lực, ví dụ 01/01/2025.")
	}
	var fresh data.Checklist
	_, err := o.db.Write(ctx, "Tạo bản mới của mẫu nội dung kiểm tra", func(tx *data.Tx) error {
		old, err := tx.Checklist(ctx, checklist)
		if err != nil {
			return err
		}
		if !old.ValidFrom.IsZero() && !from.After(old.ValidFrom) {
			return Problem("Bản mới phải có hiệu lực sau ngày %s của bản cũ; hãy chọn ngày sau đó.", old.ValidFrom)
		}
		items, err := tx.ChecklistItems(ctx, checklist)
		if err != nil {
			return err
		}
		fresh = old
		fresh.Base, fresh.ValidFrom = data.Base{}, from
		old.ValidTo = from.AddDays(-1)
		if err := tx.Update(&old); err != nil {
			return err
		}
		if err := tx.Insert(&fresh); err != nil {
			return err
		}
		for i := range items {
			items[i].Base = data.Base{}
		}
		return saveItems(ctx, tx, fresh.ID, items)
	})
	return fresh.ID, err
}
