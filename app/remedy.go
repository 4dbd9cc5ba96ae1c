package app

import (
	"context"
	"fmt"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// RemedyState is where a remedy stands on a day.
type RemedyState int

// The states of a remedy.
const (
	RemedyOpen      RemedyState = iota // còn thời gian
	RemedyNear                         // due within soonDays
	RemedyLate                         // past its day
	RemedyReported                     // the unit told that it is done
	RemedyVerified                     // a recheck saw that it is done
	RemedyWithdrawn                    // taken back by the office
)

// Open tells that something is left to do.
func (s RemedyState) Open() bool { return s <= RemedyLate }

// RemedyStateOn tells where a remedy stands on a day, with the days that it is late or away. A recheck that found it undone, or done in
// part, opens it again.
func RemedyStateOn(m data.Remedy, on day.Date) (RemedyState, int) {
	by := func(d day.Date) bool { return !d.IsZero() && !d.After(on) }
	checked := by(m.CheckedOn)
	switch {
	case by(m.WithdrawnOn):
		return RemedyWithdrawn, 0
	case checked && m.Verdict == data.RemedyDone:
		return RemedyVerified, 0
	case by(m.DoneOn) && !(checked && m.Verdict != "" && !m.CheckedOn.Before(m.DoneOn)):
		return RemedyReported, 0
	case m.DueOn.Before(on):
		return RemedyLate, on.DaysSince(m.DueOn)
	case m.DueOn.DaysSince(on) <= soonDays:
		return RemedyNear, m.DueOn.DaysSince(on)
	}
	return RemedyOpen, m.DueOn.DaysSince(on)
}

// The ladder of what the office does about a late remedy, by the days that it is late.
const (
	firstReminderDays  = 15
	secondReminderDays = 30
)

// LadderStep says what is to be done about a remedy that is late by some days: two reminders, then the standing committee.
func LadderStep(days int) string {
	switch {
	case days <= firstReminderDays:
		return "nhắc lần 1"
	case days <= secondReminderDays:
		return "nhắc lần 2"
	}
	return "báo cáo Ban Thường vụ"
}

// RemedyRow is a remedy with the words that a list shows.
type RemedyRow struct {
	data.Remedy
	Unit  string // that owes it
	State RemedyState
	Days  int
	// Finding is the shortcoming that it answers, "" for a general remedy.
	Finding string
	// Visit is when and in which round it was asked for.
	Visit  data.Visit
	Person string // of CadreID
}

// Who is who puts it right: the words, the person, or both.
func (r RemedyRow) Who() string {
	if r.Person != "" && r.Responsible != "" {
		return r.Person + ", " + r.Responsible
	}
	return r.Person + r.Responsible
}

// StateText says where the remedy stands: "quá hạn 20 ngày, nhắc lần 2", "còn 3 ngày", "đã khắc phục".
func (r RemedyRow) StateText() string {
	switch r.State {
	case RemedyWithdrawn:
		return "đã rút"
	case RemedyVerified:
		return "đã kiểm tra lại"
	case RemedyReported:
		return "đã khắc phục"
	case RemedyLate:
		return fmt.Sprintf("quá hạn %d ngày, %s", r.Days, LadderStep(r.Days))
	}
	if r.Days == 0 {
		return "đến hạn hôm nay"
	}
	return fmt.Sprintf("còn %d ngày", r.Days)
}

// Remedies lists remedies as they stand on a day.
func (o *Office) Remedies(ctx context.Context, on day.Date, q data.RemedyQuery) ([]RemedyRow, error) {
	remedies, err := o.db.Remedies(ctx, q)
	if err != nil || len(remedies) == 0 {
		return nil, err
	}
	var units, people, visitIDs []int64
	for _, m := range remedies {
		units, visitIDs = append(units, m.UnitID), append(visitIDs, m.VisitID)
		if m.CadreID != 0 {
			people = append(people, m.CadreID)
		}
	}
	names, err := o.db.UnitNames(ctx, units)
	if err != nil {
		return nil, err
	}
	cadres, err := o.db.CadresByID(ctx, people)
	if err != nil {
		return nil, err
	}
	visits, err := o.db.VisitsByID(ctx, visitIDs)
	if err != nil {
		return nil, err
	}
	findings, err := o.db.Findings(ctx, visitIDs)
	if err != nil {
		return nil, err
	}
	texts := map[int64]string{}
	for _, f := range findings {
		texts[f.ID] = f.Text
	}
	rows := make([]RemedyRow, len(remedies))
	for i, m := range remedies {
		rows[i] = RemedyRow{Remedy: m, Unit: names[m.UnitID].Label(), Finding: texts[m.FindingID], Visit: visits[m.VisitID], Person: cadres[m.CadreID].FullName}
		rows[i].State, rows[i].Days = RemedyStateOn(m, on)
	}
	return rows, nil
}

// SaveRemedy stores what a unit is to put right, at the end of the list when it is new. It is not due before the visit that asks for it.
func (o *Office) SaveRemedy(ctx context.Context, m data.Remedy) (int64, error) {
	label := "Sửa kiến nghị khắc phục"
	if m.ID == 0 {
		label = "Ghi kiến nghị khắc phục"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		visit, err := tx.Visit(ctx, m.VisitID)
		if err != nil {
			return err
		}
		if err := openForFindings(visit); err != nil {
			return err
		}
		if err := o.checkRemedy(m, visit); err != nil {
			return err
		}
		if m.FindingID != 0 {
			f, err := tx.Finding(ctx, m.FindingID)
			if err != nil {
				return err
			}
			if f.VisitID != m.VisitID || f.Nature != data.Shortcoming {
				return Problem("Kiến nghị phải gắn với một tồn tại của chính cuộc kiểm tra này; hãy chọn lại tồn tại.")
			}
		}
		if m.ID != 0 {
			return tx.Update(&m)
		}
		if m.UnitID == 0 {
			m.UnitID = visit.UnitID
		}
		all, err := tx.Remedies(ctx, data.RemedyQuery{Visits: []int64{m.VisitID}})
		if err != nil {
			return err
		}
		for _, other := range all {
			m.Rank = max(m.Rank, other.Rank+1)
		}
		return tx.Insert(&m)
	})
	return m.ID, err
}

// checkRemedy refuses days of a remedy that cannot be.
func (o *Office) checkRemedy(m data.Remedy, visit data.Visit) error {
	from := visitDay(visit)
	switch {
	case m.DueOn.IsFull() && m.DueOn.Before(from):
		return Problem("Thời hạn khắc phục %s trước ngày kiểm tra %s; hãy chọn ngày sau đó.", m.DueOn, from)
	case !m.DoneOn.IsZero() && !m.DoneOn.IsFull():
		return Problem("Ngày khắc phục cần đủ ngày, tháng, năm; hãy gõ như 30/09/2024.")
	case !m.DoneOn.IsZero() && m.DoneOn.Before(from):
		return Problem("Ngày khắc phục %s trước ngày kiểm tra %s; hãy sửa lại ngày.", m.DoneOn, from)
	case m.DoneOn.After(o.Today()):
		return Problem("Ngày khắc phục %s ở tương lai; hãy ghi khi việc đã xong.", m.DoneOn)
	}
	return nil
}

// RemoveRemedy puts a remedy into the recycle bin; one that was announced to the unit is withdrawn instead.
func (o *Office) RemoveRemedy(ctx context.Context, m data.Remedy) error {
	_, err := o.db.Write(ctx, "Xóa kiến nghị khắc phục", func(tx *data.Tx) error {
		visit, err := tx.Visit(ctx, m.VisitID)
		if err != nil {
			return err
		}
		if err := openForFindings(visit); err != nil {
			return err
		}
		if !visit.ConcludedOn.IsZero() {
			return Problem("Kiến nghị này đã thông báo cho đơn vị ngày %s; hãy rút kiến nghị và ghi lý do.", visit.ConcludedOn)
		}
		return tx.Remove(&m)
	})
	return err
}

// WithdrawRemedy takes a remedy back today, for a reason.
func (o *Office) WithdrawRemedy(ctx context.Context, m data.Remedy, reason string) error {
	m.WithdrawnOn, m.WithdrawnReason = o.Today(), reason
	_, err := o.db.Write(ctx, "Rút kiến nghị khắc phục", func(tx *data.Tx) error { return tx.Update(&m) })
	return err
}

// FinishRemedy notes that the unit told that a remedy is done, and by what it is proved; the zero day takes that back. It may be told of
// a visit whose file is open only.
func (o *Office) FinishRemedy(ctx context.Context, m data.Remedy, on day.Date, proof string) error {
	return o.FinishRemedies(ctx, []data.Remedy{m}, on, proof)
}

// FinishRemedies is FinishRemedy for several, all or none; with several an empty proof leaves the proofs that they have.
func (o *Office) FinishRemedies(ctx context.Context, remedies []data.Remedy, on day.Date, proof string) error {
	label := "Ghi đã khắc phục kiến nghị"
	if on.IsZero() {
		label = "Bỏ ghi đã khắc phục kiến nghị"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		for _, m := range remedies {
			visit, err := tx.Visit(ctx, m.VisitID)
			if err != nil {
				return err
			}
			if err := openForFindings(visit); err != nil {
				return err
			}
			m.DoneOn = on
			if proof != "" || len(remedies) == 1 {
				m.Proof = proof
			}
			if err := o.checkRemedy(m, visit); err != nil {
				return err
			}
			if err := tx.Update(&m); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// RemedyList lists the remedies of the visits of a term that were held by a day, at a unit in view and below it (0 for all), by due day.
func (o *Office) RemedyList(ctx context.Context, on day.Date, term, unit int64) ([]RemedyRow, error) {
	rows, err := o.Remedies(ctx, on, data.RemedyQuery{Term: term, Scope: &data.Scope{On: on, Unit: unit}})
	return slices.DeleteFunc(rows, func(r RemedyRow) bool { return r.Visit.DoneOn.IsZero() || r.Visit.DoneOn.After(on) }), err
}
