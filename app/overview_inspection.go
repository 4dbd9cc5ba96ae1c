package app

import (
	"context"
	"fmt"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// concludeDays is how long after a visit the office takes to conclude it. Plan 77/KH-BCH names no time; the office reminds itself after it.
const concludeDays = 15

// openRemedies are the remedies in a scope that are to be done, of the visits of a term, the first due first.
func (o *Office) openRemedies(ctx context.Context, s data.Scope, term data.Term) ([]data.Remedy, error) {
	return o.db.Remedies(ctx, data.RemedyQuery{Term: term.ID, OpenOn: s.On, Scope: &s})
}

// pressing are those of open remedies that are late or soon due.
func pressing(open []data.Remedy, on day.Date) []data.Remedy {
	return slices.DeleteFunc(slices.Clone(open), func(m data.Remedy) bool {
		state, _ := RemedyStateOn(m, on)
		return state == RemedyOpen
	})
}

// inspectionReminders are the things to be done about inspections besides the overdue visits.
func (o *Office) inspectionReminders(ctx context.Context, s data.Scope, term data.Term, open []data.Remedy) ([]Reminder, error) {
	near := pressing(open, s.On)
	remedies := Reminder{Kind: RemindRemedies, Count: len(near), What: "kiến nghị quá hạn hoặc sắp đến hạn khắc phục"}
	for _, m := range near {
		if m.DueOn.Before(s.On) {
			remedies.Late++
		}
	}
	waiting, err := o.db.Unconcluded(ctx, s, term.ID)
	if err != nil {
		return nil, err
	}
	conclusions := Reminder{Kind: RemindConclusions, Count: len(waiting), What: "cuộc kiểm tra chưa có thông báo kết luận"}
	for _, v := range waiting {
		if v.DoneOn.AddDays(concludeDays).Before(s.On) {
			conclusions.Late++
		}
	}
	unvisited, _, err := o.db.Unvisited(ctx, s, term.ID, InspectedLevels)
	if err != nil {
		return nil, err
	}
	all := []Reminder{remedies, conclusions, {Kind: RemindUnvisited, Count: len(unvisited), What: "đơn vị chưa được kiểm tra trong nhiệm kỳ"}}
	if s.Unit == 0 {
		recurrent, err := o.recurrent(ctx, s.On, term)
		if err != nil {
			return nil, err
		}
		all = append(all, Reminder{Kind: RemindRecurrent, Count: len(recurrent), What: "tồn tại lặp lại (bất cập) trong nhiệm kỳ"})
	}
	return all, nil
}

// recurrent are the shortcomings that came again in a term until a day.
func (o *Office) recurrent(ctx context.Context, on day.Date, term data.Term) ([]Recurrent, error) {
	found, err := o.db.FindingsAt(ctx, data.FindingQuery{Term: term.ID, Nature: data.Shortcoming, To: on})
	slices.Reverse(found) // the latest stood first
	return RecurrentShortcomings(found), err
}

// listFollowing lists what a reminder about inspections counts.
func (o *Office) listFollowing(ctx context.Context, s data.Scope, kind ReminderKind) (list ReminderList, err error) {
	term, _, err := o.TermOn(ctx, s.On)
	if err != nil {
		return list, err
	}
	switch kind {
	case RemindRemedies:
		open, err := o.Remedies(ctx, s.On, data.RemedyQuery{Term: term.ID, OpenOn: s.On, Scope: &s})
		list.Heads = [3]string{"Đơn vị", "Việc phải khắc phục", "Thời hạn"}
		for _, m := range open {
			if m.State != RemedyOpen {
				when := DueItem{Days: m.DueOn.DaysSince(s.On), Late: m.State == RemedyLate}.When()
				list.Rows = append(list.Rows, ReminderRow{visitRef(m.VisitID), [3]string{m.Unit, m.Action, when}, m.State == RemedyLate})
			}
		}
		return list, err
	case RemindConclusions:
		visits, err := o.db.Unconcluded(ctx, s, term.ID)
		if err != nil {
			return list, err
		}
		rounds, err := o.roundsOf(ctx, visits)
		if err != nil {
			return list, err
		}
		rows, err := o.visitRows(ctx, s.On, visits, rounds)
		list.Heads = [3]string{"Đơn vị", "Đợt", "Kiểm tra ngày"}
		for _, v := range rows {
			list.Rows = append(list.Rows, ReminderRow{visitRef(v.ID), [3]string{v.UnitLabel(), v.Round, v.DoneOn.String()}, v.DoneOn.AddDays(concludeDays).Before(s.On)})
		}
		return list, err
	case RemindUnvisited:
		units, _, err := o.Unvisited(ctx, s, term)
		list.Heads = [3]string{"Đơn vị", "Địa bàn", "Lần trước"}
		for _, u := range units {
			last := "chưa có"
			if !u.Last.IsZero() {
				last = u.Last.String()
			}
			list.Rows = append(list.Rows, ReminderRow{Ref: unitRef(u.Unit.ID), Cells: [3]string{u.Unit.Label(), u.District, last}})
		}
		return list, err
	}
	found, err := o.recurrent(ctx, s.On, term)
	list.Heads = [3]string{"Lĩnh vực", "Tồn tại, bất cập", "Đơn vị (tái diễn)"}
	for _, r := range found {
		list.Rows = append(list.Rows, ReminderRow{Cells: [3]string{r.Category, r.Text, fmt.Sprintf("%d (%d)", len(r.Units), r.CameBack)}})
	}
	return list, err
}

func visitRef(id int64) string { return fmt.Sprintf("v:%d", id) }
