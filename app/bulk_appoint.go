package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/data"
)

// BulkAppoint gives many a post in one unit from a day on, such as the seats of a committee, or moves them there.
type BulkAppoint struct {
	// Post is what each is given. PositionID 0 moves her: she keeps the highest post that she holds among those of the level of the unit,
	// which ends where she holds it.
	Post data.Appointment
	// EndOthers ends all other posts on the day before; Reason is why posts end, and is needed when some may.
	EndOthers bool
	Reason    string

	unit    data.UnitOn
	tenures map[int64]*tenure // by post, with what was given since prepare
}

func (b *BulkAppoint) label() string {
	if b.Post.PositionID == 0 {
		return "Chuyển nhiều người đến " + b.unit.Label()
	}
	return "Giao chức danh cho nhiều người"
}

func (b *BulkAppoint) ends() bool { return b.EndOthers || b.Post.PositionID == 0 }

func (b *BulkAppoint) prepare(ctx context.Context, o *Office) error {
	switch {
	case b.Post.UnitID == 0:
		return Problem("Hãy chọn đơn vị.")
	case b.Post.StartedOn.IsZero():
		return Problem("Hãy gõ ngày bắt đầu, ví dụ 01/07/2024.")
	case b.ends() && strings.TrimSpace(b.Reason) == "":
		return Problem("Hãy chọn lý do thôi chức danh cũ.")
	}
	if err := CheckWord(b.Reason); err != nil {
		return err
	}
	if err := CheckWord(b.Post.Sector); err != nil {
		return err
	}
	units, err := o.db.UnitsOn(ctx, b.Post.StartedOn.Last(), data.UnitQuery{IDs: []int64{b.Post.UnitID}})
	if err != nil {
		return err
	}
	if len(units) == 0 {
		return Problem("Đơn vị được chọn không hoạt động vào ngày %s; hãy chọn ngày hoặc đơn vị khác.", b.Post.StartedOn)
	}
	b.unit, b.tenures = units[0], map[int64]*tenure{}
	return nil
}

func (b *BulkAppoint) decide(ctx context.Context, r data.Reader, cadres []data.Cadre) (map[int64]string, func(*data.Tx) error, error) {
	posts, err := r.Posts(ctx, data.PostQuery{Cadres: idsOf(cadres)})
	if err != nil {
		return nil, nil, err
	}
	last := DayBefore(b.Post.StartedOn)
	open := map[int64][]data.Post{} // the posts that would go on beside the new one
	for _, p := range posts {       // the highest first
		if p.EndedOn.IsZero() || p.EndedOn.First().After(last) {
			open[p.CadreID] = append(open[p.CadreID], p)
		}
	}
	reasons := map[int64]string{}
	var given, ended []data.Appointment
	for _, c := range cadres {
		post, over, reason, err := b.one(ctx, r, c, open[c.ID])
		if err != nil {
			return nil, nil, err
		}
		if reason != "" {
			reasons[c.ID] = reason
			continue
		}
		given, ended = append(given, post), append(ended, over...)
	}
	return reasons, func(tx *data.Tx) error { return b.write(ctx, tx, given, ended) }, nil
}

// one decides about a cadre: the post that she gets and those that end, or why she is left out. open are the posts that she holds on the
// day or later.
func (b *BulkAppoint) one(ctx context.Context, r data.Reader, c data.Cadre, open []data.Post) (post data.Appointment, over []data.Appointment, reason string, err error) {
	post = b.Post
	post.CadreID = c.ID
	if left := c.LeftOn; !left.IsZero() && !left.First().After(post.StartedOn.Last()) {
		return post, nil, "đã thôi công tác Hội từ " + left.String(), nil
	}
	var moved int64 // the post that she takes with her
	if post.PositionID == 0 {
		for _, p := range open {
			if p.UnitLevel == b.unit.Level {
				post.PositionID, post.Sector, moved = p.PositionID, p.Sector, p.ID
				break
			}
		}
		if moved == 0 {
			return post, nil, fmt.Sprintf("không giữ chức danh nào của cấp “%s” vào ngày %s", LevelName(b.unit.Level), post.StartedOn), nil
		}
	}
	t, known := b.tenures[post.PositionID]
	if !known {
		read, err := readTenure(ctx, r, post.StartedOn.Last(), post.UnitID, post.PositionID)
		if err != nil {
			return post, nil, "", err
		}
		t = &read
		b.tenures[post.PositionID] = t
	}
	if err := t.check(post); err != nil {
		return post, nil, b.refusal(*t, post, err), nil
	}
	for _, p := range open {
		if !b.EndOthers && p.ID != moved {
			continue
		}
		if p.StartedOn.First().After(DayBefore(post.StartedOn)) {
			return post, nil, fmt.Sprintf("giữ %s từ %s, không trước ngày %s", PostTitle(p), p.StartedOn, post.StartedOn), nil
		}
		a := p.Appointment
		a.EndedOn = DayBefore(post.StartedOn)
		over = append(over, a)
	}
	t.give(post, c)
	return post, over, "", nil
}

// refusal says in the list of those left out what stands against a post.
func (b *BulkAppoint) refusal(t tenure, post data.Appointment, err error) string {
	p, found := t.inTheWay(post)
	switch {
	case !found:
		return strings.TrimSuffix(err.Error(), ".")
	case p.CadreID == post.CadreID:
		return fmt.Sprintf("đã giữ %s ở đơn vị này từ %s", t.position.Name, p.StartedOn)
	case p.ID == 0:
		return fmt.Sprintf("%s chỉ một người giữ, lần này đã giao cho “%s”", t.position.Name, t.holders[p.CadreID].FullName)
	}
	return fmt.Sprintf("“%s” đang giữ %s từ %s; hãy ghi thôi giữ cho người ấy trước", t.holders[p.CadreID].FullName, t.position.Name, p.StartedOn)
}

func (b *BulkAppoint) write(ctx context.Context, tx *data.Tx, given, ended []data.Appointment) error {
	if len(ended) > 0 {
		if err := learnWord(ctx, tx, "leaving", &b.Reason); err != nil {
			return err
		}
	}
	for i := range ended {
		ended[i].Reason = b.Reason
		if err := tx.Update(&ended[i]); err != nil {
			return err
		}
	}
	if b.Post.PositionID != 0 { // whoever is moved keeps her cơ cấu
		if err := learnWord(ctx, tx, "sector", &b.Post.Sector); err != nil {
			return err
		}
		for i := range given {
			given[i].Sector = b.Post.Sector
		}
	}
	return data.InsertAll(tx, given)
}
