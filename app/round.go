package app

import (
	"context"

	"cosohoi/data"
)

// OwnRound tells a round that the office made from one of the schedule.
func OwnRound(r data.Round) bool { return !isRhythm(r.Rhythm) }

// SaveRound adds or changes a round besides the rhythms. Its days lie within its term; visits that are planned stay on their days.
func (o *Office) SaveRound(ctx context.Context, round data.Round) (data.Round, error) {
	if isRhythm(round.Rhythm) {
		return round, Problem("Đợt “%s” do chương trình lập từ nhiệm kỳ; hãy sửa nhiệm kỳ trong Cài đặt nếu cần đổi ngày.", round.Name)
	}
	label := "Sửa đợt kiểm tra"
	if round.ID == 0 {
		label = "Thêm đợt kiểm tra"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		term, err := tx.Term(ctx, round.TermID)
		if err != nil {
			return err
		}
		if round.DueOn.IsFull() && (round.PeriodFrom.Before(term.FirstDay) || round.DueOn.After(term.LastDay)) {
			return Problem("Đợt “%s” phải nằm trong nhiệm kỳ %s, từ %s đến %s; hãy sửa ngày hoặc chọn nhiệm kỳ khác.", round.Name, term.Name, term.FirstDay, term.LastDay)
		}
		if round.ID == 0 {
			return tx.Insert(&round)
		}
		visits, err := tx.Visits(ctx, []int64{round.ID})
		if err != nil {
			return err
		}
		for _, v := range visits {
			if !v.DoneOn.IsZero() && v.DoneOn.Before(round.PeriodFrom) {
				return Problem("Đợt “%s” đã có cuộc kiểm tra ngày %s, trước ngày bắt đầu %s; hãy sửa lại ngày.", round.Name, v.DoneOn, round.PeriodFrom)
			}
		}
		return tx.Update(&round)
	})
	return round, err
}

// RemoveRound puts a round besides the rhythms, with its visits, into the recycle bin. A round with a visit that the office has announced or
// made is kept.
func (o *Office) RemoveRound(ctx context.Context, round data.Round) error {
	if isRhythm(round.Rhythm) {
		return Problem("Đợt “%s” do chương trình lập từ nhiệm kỳ nên không xóa được.", round.Name)
	}
	_, err := o.db.Write(ctx, "Xóa đợt kiểm tra", func(tx *data.Tx) error {
		visits, err := tx.Visits(ctx, []int64{round.ID})
		if err != nil {
			return err
		}
		for _, v := range visits {
			if !v.NotifiedOn.IsZero() || !v.BegunOn.IsZero() || !v.DoneOn.IsZero() || v.Halt != data.Going {
				return Problem("Đợt “%s” đã có cuộc kiểm tra được thông báo hoặc đã diễn ra nên không xóa được; hãy hủy từng cuộc còn lại.", round.Name)
			}
			if err := tx.Remove(&v); err != nil {
				return err
			}
		}
		return tx.Remove(&round)
	})
	return err
}
