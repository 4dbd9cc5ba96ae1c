package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// tenure is a post in a unit with all who hold and held it: what the rules of giving it to somebody look at.
type tenure struct {
	position data.Position
	units    []data.UnitOn // the unit as it is on the day asked for; none when it is not there
	closed   day.Date      // the last day of the unit; zero while it goes on
	posts    []data.Post
	holders  map[int64]data.Cadre
}

// readTenure reads a post in a unit as it is on a day; ErrNotFound tells that there is no such post.
func readTenure(ctx context.Context, r data.Reader, on day.Date, unit, position int64) (tenure, error) {
	positions, err := r.Positions(ctx)
	if err != nil {
		return tenure{}, err
	}
	at := slices.IndexFunc(positions, func(p data.Position) bool { return p.ID == position })
	if at < 0 {
		return tenure{}, data.ErrNotFound
	}
	t := tenure{position: positions[at]}
	if t.units, err = r.UnitsOn(ctx, on, data.UnitQuery{IDs: []int64{unit}}); err != nil {
		return tenure{}, err
	}
	if t.closed, err = lastDay(ctx, r, unit); err != nil {
		return tenure{}, err
	}
	if t.posts, err = r.Posts(ctx, data.PostQuery{Units: []int64{unit}, Position: position}); err != nil {
		return tenure{}, err
	}
	ids := make([]int64, len(t.posts))
	for i, p := range t.posts {
		ids[i] = p.CadreID
	}
	t.holders, err = r.CadresByID(ctx, ids)
	return t, err
}

// inTheWay finds a post on a day of which an appointment would begin a second one: anybody's where one person holds it,
// otherwise only her own.
func (t tenure) inTheWay(a data.Appointment) (data.Post, bool) {
	for _, p := range t.posts {
		if (t.position.Single || p.CadreID == a.CadreID) && (p.ID != a.ID || p.ID == 0) && overlap(p.Appointment, a) {
			return p, true
		}
	}
	return data.Post{}, false
}

// give adds an appointment that is not stored yet, for the rules of the next one.
func (t *tenure) give(a data.Appointment, holder data.Cadre) {
	t.posts = append(t.posts, data.Post{Appointment: a})
	t.holders[holder.ID] = holder
}

// check refuses a unit that is not there by the start, a post that it does not have, an end after its own, and a second holder of a post
// for one person.
func (t tenure) check(a data.Appointment) error {
	if len(t.units) == 0 {
		return Problem("Đơn vị được chọn không hoạt động vào ngày %s; hãy chọn ngày hoặc đơn vị khác.", a.StartedOn)
	}
	label := t.units[0].Label()
	if t.position.Level != t.units[0].Level {
		return Problem("“%s” không có chức danh “%s”; hãy chọn chức danh khác.", label, t.position.Name)
	}
	if !t.closed.IsZero() && (a.EndedOn.IsZero() || a.EndedOn.First().After(t.closed)) {
		return Problem("“%s” đóng từ ngày %s; hãy gõ ngày thôi giữ chức danh không sau ngày đó.", label, t.closed)
	}
	p, found := t.inTheWay(a)
	switch {
	case !found:
		return nil
	case p.CadreID == a.CadreID:
		return Problem("“%s” đã giữ chức danh %s của “%s” trong thời gian này; hãy sửa chức danh đã ghi.", t.holders[p.CadreID].FullName, t.position.Name, label)
	}
	return Problem("“%s” đang giữ chức danh %s của “%s” trong thời gian này; hãy ghi thôi giữ chức danh cho người cũ trước.", t.holders[p.CadreID].FullName, t.position.Name, label)
}

// checkTenure is check of an appointment as it is stored.
func checkTenure(ctx context.Context, r data.Reader, a data.Appointment) error {
	t, err := readTenure(ctx, r, a.StartedOn.Last(), a.UnitID, a.PositionID)
	if err != nil {
		return err
	}
	return t.check(a)
}

// overlap tells whether two posts are held on a common day. A start known only by month or year counts from
// its last day and an end from its first, so that a change within that time is not taken for two holders.
func overlap(a, b data.Appointment) bool {
	startsByEndOf := func(x, y data.Appointment) bool {
		return y.EndedOn.IsZero() || !x.StartedOn.Last().After(y.EndedOn.First())
	}
	return startsByEndOf(a, b) && startsByEndOf(b, a)
}
