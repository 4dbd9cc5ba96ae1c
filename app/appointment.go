package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Manners are the ways to come to a post.
var Manners = []string{"bầu", "bầu bổ sung", "chỉ định"}

// LeavingReasons are the usual reasons to leave a post; others may be typed.
var LeavingReasons = []string{"hết nhiệm kỳ", "chuyển công tác", "nghỉ hưu", "miễn nhiệm", "thôi tham gia", "qua đời"}

// Positions lists the posts of a level by rank; "" lists all.
func (o *Office) Positions(ctx context.Context, level data.Level) ([]data.Position, error) {
	all, err := o.db.Positions(ctx)
	if level == "" || err != nil {
		return all, err
	}
	return slices.DeleteFunc(all, func(p data.Position) bool { return p.Level != level }), nil
}

// PositionsOf lists the posts that a unit has on a day, by rank.
func (o *Office) PositionsOf(ctx context.Context, on day.Date, unit int64) ([]data.Position, error) {
	u, err := o.db.UnitOn(ctx, on, unit)
	if err != nil {
		return nil, err
	}
	return o.Positions(ctx, u.Level)
}

// SaveAppointment stores a new or changed post of a cadre.
func (o *Office) SaveAppointment(ctx context.Context, a data.Appointment) error {
	label := "Sửa chức danh"
	if a.ID == 0 {
		label = "Giao chức danh"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error { return saveAppointment(ctx, tx, a) })
	return err
}

// EndAppointment notes that a cadre left a post.
func (o *Office) EndAppointment(ctx context.Context, a data.Appointment, last day.Date, reason string) error {
	if last.IsZero() {
		return Problem("Hãy gõ ngày cuối cùng giữ chức danh, ví dụ 30/06/2024.")
	}
	_, err := o.db.Write(ctx, "Thôi giữ chức danh", func(tx *data.Tx) error {
		later := !a.EndedOn.IsZero() && last.After(a.EndedOn)
		a.EndedOn, a.Reason = last, reason
		if later { // her successor may have begun by then
			if err := checkPost(ctx, tx, a); err != nil {
				return err
			}
		}
		return tx.Update(&a)
	})
	return err
}

// HolderInTheWay finds who holds, at that time, the single post that an appointment gives; "" when nobody does.
func (o *Office) HolderInTheWay(ctx context.Context, a data.Appointment) (data.Post, string, error) {
	posts, err := o.db.Posts(ctx, data.PostQuery{Units: []int64{a.UnitID}, Position: a.PositionID})
	if err != nil {
		return data.Post{}, "", err
	}
	for _, p := range posts {
		if p.ID == a.ID || !p.Single || p.CadreID == a.CadreID || !overlap(p.Appointment, a) {
			continue
		}
		holder, err := o.db.Cadre(ctx, p.CadreID)
		return p, holder.FullName, err
	}
	return data.Post{}, "", nil
}

// DayBefore is the last day of a holder whose successor begins on a day; a month or a year counts from its first day.
func DayBefore(start day.Date) day.Date { return start.First().AddDays(-1) }

// ReplaceHolder ends the post of its holder on the day before a new one begins and gives it to her, as one operation.
func (o *Office) ReplaceHolder(ctx context.Context, holder, next data.Appointment) error {
	_, err := o.db.Write(ctx, "Thay người giữ chức danh", func(tx *data.Tx) error { return replaceHolder(ctx, tx, holder, next) })
	return err
}

func replaceHolder(ctx context.Context, tx *data.Tx, holder, next data.Appointment) error {
	c, err := tx.Cadre(ctx, next.CadreID)
	if err != nil {
		return err
	}
	holder.EndedOn, holder.Reason = DayBefore(next.StartedOn), "bàn giao cho "+c.FullName
	if err := tx.Update(&holder); err != nil {
		return err
	}
	return saveAppointment(ctx, tx, next)
}

func saveAppointment(ctx context.Context, tx *data.Tx, a data.Appointment) error {
	if a.UnitID == 0 || a.PositionID == 0 {
		return Problem("Chức danh cần có đơn vị và tên chức danh; hãy chọn đủ hai mục.")
	}
	if a.StartedOn.IsZero() {
		return Problem("Chức danh cần có ngày bắt đầu; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	if _, err := tx.Cadre(ctx, a.CadreID); err != nil { // she may have been removed in another window
		return err
	}
	if err := checkPost(ctx, tx, a); err != nil {
		return err
	}
	if a.ID == 0 {
		return tx.Insert(&a)
	}
	return tx.Update(&a)
}

// checkPost refuses a post that the unit does not have, a unit that does not exist by then, and a second
// holder of a post for one person.
func checkPost(ctx context.Context, tx *data.Tx, a data.Appointment) error {
	positions, err := tx.Positions(ctx)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(positions, func(p data.Position) bool { return p.ID == a.PositionID })
	if at < 0 {
		return data.ErrNotFound
	}
	position := positions[at]
	units, err := tx.UnitsOn(ctx, a.StartedOn.Last(), data.UnitQuery{IDs: []int64{a.UnitID}})
	if err != nil {
		return err
	}
	if len(units) == 0 {
		return Problem("Đơn vị được chọn không hoạt động vào ngày %s; hãy chọn ngày hoặc đơn vị khác.", a.StartedOn)
	}
	if position.Level != units[0].Level {
		return Problem("“%s” không có chức danh “%s”; hãy chọn chức danh khác.", units[0].Label(), position.Name)
	}
	closed, err := lastDay(ctx, tx, a.UnitID)
	if err != nil {
		return err
	}
	if !closed.IsZero() && (a.EndedOn.IsZero() || a.EndedOn.First().After(closed)) {
		return Problem("“%s” đóng từ ngày %s; hãy gõ ngày thôi giữ chức danh không sau ngày đó.", units[0].Label(), closed)
	}
	posts, err := tx.Posts(ctx, data.PostQuery{Units: []int64{a.UnitID}, Position: a.PositionID})
	if err != nil {
		return err
	}
	for _, p := range posts {
		if p.ID == a.ID || !overlap(p.Appointment, a) || (!position.Single && p.CadreID != a.CadreID) {
			continue
		}
		holder, err := tx.Cadre(ctx, p.CadreID)
		if err != nil {
			return err
		}
		return Problem("“%s” đang giữ chức danh %s của “%s” trong thời gian này; hãy ghi thôi giữ chức danh cho người cũ trước.", holder.FullName, position.Name, units[0].Label())
	}
	return nil
}

// overlap tells whether two posts are held on a common day. A start known only by month or year counts from
// its last day and an end from its first, so that a change within that time is not taken for two holders.
func overlap(a, b data.Appointment) bool {
	startsByEndOf := func(x, y data.Appointment) bool {
		return y.EndedOn.IsZero() || !x.StartedOn.Last().After(y.EndedOn.First())
	}
	return startsByEndOf(a, b) && startsByEndOf(b, a)
}
