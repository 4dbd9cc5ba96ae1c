package app

import (
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Manners are the ways to come to a post.
var Manners = []string{"bầu", "bầu bổ sung", "chỉ định"}

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
			if err := checkTenure(ctx, tx.Reader, a); err != nil {
				return err
			}
		}
		if err := learn(ctx, tx, &a); err != nil {
			return err
		}
		return tx.Update(&a)
	})
	return err
}

// HolderInTheWay finds who holds, at that time, the single post that an appointment gives; "" when nobody does.
func (o *Office) HolderInTheWay(ctx context.Context, a data.Appointment) (data.Post, string, error) {
	t, err := readTenure(ctx, o.db.Reader, a.StartedOn.Last(), a.UnitID, a.PositionID)
	if err != nil {
		return data.Post{}, "", err
	}
	p, found := t.inTheWay(a)
	if !found || p.CadreID == a.CadreID { // she does not give way to herself
		return data.Post{}, "", nil
	}
	return p, t.holders[p.CadreID].FullName, nil
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
	if err := checkTenure(ctx, tx.Reader, a); err != nil {
		return err
	}
	if err := learn(ctx, tx, &a); err != nil {
		return err
	}
	if a.ID == 0 {
		return tx.Insert(&a)
	}
	return tx.Update(&a)
}
