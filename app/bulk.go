package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Selection is whom an act on many is for: the cadres with IDs or, with All, those of Query but them.
type Selection struct {
	Query data.CadreQuery
	All   bool
	IDs   []int64
}

// BulkLine is one cadre of an act on many; Reason tells why she is left out, "" when she is not.
type BulkLine struct {
	CadreID            int64
	Name, Post, Reason string
}

// BulkOutcome is what an act on many does, or did as Operation, which Undo takes.
type BulkOutcome struct {
	Changed, Left []BulkLine
	Operation     int64
}

// BulkAct is something done to many cadres in one operation. decide is asked for some of them at a time: it gives the reasons of those
// who are left out and what to write for the others.
type BulkAct interface {
	label() string
	prepare(ctx context.Context, o *Office) error
	decide(ctx context.Context, r data.Reader, cadres []data.Cadre) (reasons map[int64]string, write func(*data.Tx) error, err error)
}

// bulkPart is how many cadres are read and decided at once; SQLite bounds the ids in a statement.
const bulkPart = 1000

// nobodyLeft is the sentence when an act leaves everybody out.
const nobodyLeft = "Không có ai trong số đã chọn để ghi: mọi người đều bị bỏ qua; hãy xem lý do trong danh sách."

// PreviewBulk tells what an act would do to a selection; seconds for thousands.
func (o *Office) PreviewBulk(ctx context.Context, s Selection, act BulkAct) (BulkOutcome, error) {
	if err := act.prepare(ctx, o); err != nil {
		return BulkOutcome{}, err
	}
	return o.bulk(ctx, o.db.Reader, s, act, nil)
}

// RunBulk does an act to a selection as one operation. Whoever it does not fit any more is left out.
func (o *Office) RunBulk(ctx context.Context, s Selection, act BulkAct) (BulkOutcome, error) {
	if err := act.prepare(ctx, o); err != nil {
		return BulkOutcome{}, err
	}
	var outcome BulkOutcome
	changes, err := o.db.Write(ctx, act.label(), func(tx *data.Tx) (err error) {
		if outcome, err = o.bulk(ctx, tx.Reader, s, act, tx); err == nil && len(outcome.Changed) == 0 {
			err = Problem(nobodyLeft)
		}
		return err
	})
	outcome.Operation = changes.OperationID
	return outcome, err
}

// bulk decides about all of a selection and, with tx, writes.
func (o *Office) bulk(ctx context.Context, r data.Reader, s Selection, act BulkAct, tx *data.Tx) (BulkOutcome, error) {
	var outcome BulkOutcome
	ids, err := s.ids(ctx, r)
	if err != nil {
		return outcome, err
	}
	for part := range slices.Chunk(ids, bulkPart) {
		found, err := r.CadresByID(ctx, part)
		if err != nil {
			return outcome, err
		}
		var cadres []data.Cadre
		for _, id := range part {
			if c, ok := found[id]; ok {
				cadres = append(cadres, c)
			} else {
				outcome.Left = append(outcome.Left, BulkLine{CadreID: id, Name: "Hồ sơ đã xóa", Reason: "không còn hồ sơ"})
			}
		}
		reasons, write, err := act.decide(ctx, r, cadres)
		if err != nil {
			return outcome, err
		}
		rows, err := o.cadreRows(ctx, s.Query.On, cadres)
		if err != nil {
			return outcome, err
		}
		for _, row := range rows {
			line := BulkLine{row.ID, row.Name, row.Title, reasons[row.ID]}
			if line.Reason == "" {
				outcome.Changed = append(outcome.Changed, line)
			} else {
				outcome.Left = append(outcome.Left, line)
			}
		}
		if tx != nil {
			if err := write(tx); err != nil {
				return outcome, err
			}
		}
	}
	for _, lines := range [][]BulkLine{outcome.Changed, outcome.Left} {
		slices.SortStableFunc(lines, func(a, b BulkLine) int {
			return strings.Compare(vietnamese.NameSortKey(a.Name), vietnamese.NameSortKey(b.Name))
		})
	}
	return outcome, nil
}

// ids lists whom a selection is for.
func (s Selection) ids(ctx context.Context, r data.Reader) ([]int64, error) {
	if !s.All {
		return s.IDs, nil
	}
	all, err := r.CadreIDs(ctx, s.Query)
	but := make(map[int64]bool, len(s.IDs))
	for _, id := range s.IDs {
		but[id] = true
	}
	return slices.DeleteFunc(all, func(id int64) bool { return but[id] }), err
}

// whole tells that the selection is all of its query.
func (s Selection) whole() bool { return s.All && len(s.IDs) == 0 }

// among keeps those of a list who are in the selection, in their order.
func (s Selection) among(list []data.Cadre) []data.Cadre {
	named := make(map[int64]bool, len(s.IDs))
	for _, id := range s.IDs {
		named[id] = true
	}
	return slices.DeleteFunc(list, func(c data.Cadre) bool { return named[c.ID] == s.All })
}

func idsOf(cadres []data.Cadre) []int64 {
	ids := make([]int64, len(cadres))
	for i, c := range cadres {
		ids[i] = c.ID
	}
	return ids
}

// BulkRating rates many for a year with one level.
type BulkRating struct {
	Year     int
	LevelID  int64
	Decision string

	scale  RatingScale
	scales []RatingScale
}

func (b *BulkRating) label() string {
	return fmt.Sprintf("Xếp loại nhiều người năm %d", b.Year)
}

func (b *BulkRating) prepare(ctx context.Context, o *Office) error {
	var err error
	if b.scales, err = o.RatingScales(ctx, 0); err != nil {
		return err
	}
	rating := data.CadreRating{Year: b.Year, LevelID: b.LevelID}
	for _, s := range b.scales {
		if slices.ContainsFunc(s.Levels, func(l data.RatingLevel) bool { return l.ID == b.LevelID }) {
			rating.SchemeID = s.ID
		}
	}
	b.scale, err = checkRating(b.scales, rating, o.Today().Year)
	return err
}

func (b *BulkRating) decide(ctx context.Context, r data.Reader, cadres []data.Cadre) (map[int64]string, func(*data.Tx) error, error) {
	ratings, err := r.CadreRatings(ctx, idsOf(cadres))
	if err != nil {
		return nil, nil, err
	}
	of := map[int64][]data.CadreRating{}
	for _, rating := range ratings {
		of[rating.CadreID] = append(of[rating.CadreID], rating)
	}
	reasons := map[int64]string{}
	var rows []data.CadreRating
	for _, c := range cadres {
		if reason := b.reason(c, of[c.ID]); reason != "" {
			reasons[c.ID] = reason
			continue
		}
		rows = append(rows, data.CadreRating{CadreID: c.ID, Year: b.Year, SchemeID: b.scale.ID, LevelID: b.LevelID, Decision: b.Decision})
	}
	return reasons, func(tx *data.Tx) error { return data.InsertAll(tx, rows) }, nil
}

// reason tells why a cadre cannot be rated so: she has a rating of that year already, left before it, or is no Party member to be rated
// as one.
func (b *BulkRating) reason(c data.Cadre, ratings []data.CadreRating) string {
	end := day.Of(b.Year, 12, 31)
	switch {
	case !c.LeftOn.IsZero() && c.LeftOn.First().Before(day.Of(b.Year, 1, 1)):
		return "đã thôi công tác Hội từ " + c.LeftOn.String()
	case b.scale.Subject == data.RatesPartyMembers && !c.IsPartyMember(end):
		return fmt.Sprintf("chưa là đảng viên trong năm %d", b.Year)
	}
	if other, ok := sameRating(b.scales, ratings, data.CadreRating{Year: b.Year, SchemeID: b.scale.ID}); ok {
		return fmt.Sprintf("năm %d đã xếp loại: %s", b.Year, levelName(b.scales, other.LevelID))
	}
	return ""
}

func levelName(scales []RatingScale, id int64) string {
	for _, s := range scales {
		for _, l := range s.Levels {
			if l.ID == id {
				return l.Name
			}
		}
	}
	return "mức đã xóa"
}

// BulkTraining notes that many attended a course; a course without id is made in the same step.
type BulkTraining struct {
	Course      data.Course
	Certificate string
	Result      string
}

func (b *BulkTraining) label() string { return "Ghi lớp bồi dưỡng cho nhiều người" }

func (b *BulkTraining) prepare(context.Context, *Office) error {
	if b.Course.ID == 0 && strings.TrimSpace(b.Course.Name) == "" {
		return Problem("Hãy chọn lớp bồi dưỡng, hoặc gõ tên lớp mới.")
	}
	return nil
}

func (b *BulkTraining) decide(ctx context.Context, r data.Reader, cadres []data.Cadre) (map[int64]string, func(*data.Tx) error, error) {
	attended, err := r.AttendancesOf(ctx, idsOf(cadres))
	if err != nil {
		return nil, nil, err
	}
	reasons := map[int64]string{}
	for _, a := range attended {
		if b.Course.ID != 0 && a.CourseID == b.Course.ID {
			reasons[a.CadreID] = "đã ghi lớp này"
		}
	}
	for _, c := range cadres {
		if left := c.LeftOn; reasons[c.ID] == "" && !left.IsZero() && !b.Course.StartedOn.IsZero() && left.First().Before(b.Course.StartedOn.First()) {
			reasons[c.ID] = "đã thôi công tác Hội từ " + left.String()
		}
	}
	return reasons, func(tx *data.Tx) error {
		if err := storeCourse(ctx, tx, &b.Course); err != nil {
			return err
		}
		var rows []data.Attendance
		for _, c := range cadres {
			if reasons[c.ID] == "" {
				rows = append(rows, data.Attendance{CourseID: b.Course.ID, CadreID: c.ID, Certificate: b.Certificate, Result: b.Result})
			}
		}
		return data.InsertAll(tx, rows)
	}, nil
}

// BulkEnd ends the posts of many; Position 0 is every post that they hold.
type BulkEnd struct {
	Last     day.Date
	Reason   string
	Position int64
}

func (b *BulkEnd) label() string { return "Thôi giữ chức danh cho nhiều người" }

func (b *BulkEnd) prepare(context.Context, *Office) error {
	switch {
	case b.Last.IsZero():
		return Problem("Hãy gõ ngày cuối cùng giữ chức danh, ví dụ 30/06/2024.")
	case strings.TrimSpace(b.Reason) == "":
		return Problem("Hãy chọn lý do thôi giữ chức danh.")
	}
	return CheckWord(b.Reason)
}

func (b *BulkEnd) decide(ctx context.Context, r data.Reader, cadres []data.Cadre) (map[int64]string, func(*data.Tx) error, error) {
	posts, err := r.Posts(ctx, data.PostQuery{Cadres: idsOf(cadres)})
	if err != nil {
		return nil, nil, err
	}
	reasons := map[int64]string{}
	for _, c := range cadres {
		reasons[c.ID] = "không giữ chức danh nào vào ngày " + b.Last.String()
		if b.Position != 0 {
			reasons[c.ID] = "không giữ chức danh này vào ngày " + b.Last.String()
		}
	}
	var ended []data.Appointment
	for _, p := range posts {
		if b.ends(p.Appointment) {
			delete(reasons, p.CadreID)
			a := p.Appointment
			a.EndedOn = b.Last
			ended = append(ended, a)
		}
	}
	return reasons, func(tx *data.Tx) error {
		if err := learnWord(ctx, tx, "leaving", &b.Reason); err != nil {
			return err
		}
		for i := range ended {
			ended[i].Reason = b.Reason
			if err := tx.Update(&ended[i]); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// ends tells whether the act ends a post: the one asked for, begun by then and not over by then.
func (b *BulkEnd) ends(a data.Appointment) bool {
	return (b.Position == 0 || a.PositionID == b.Position) && !a.StartedOn.First().After(b.Last.Last()) &&
		(a.EndedOn.IsZero() || a.EndedOn.First().After(b.Last.Last()))
}
