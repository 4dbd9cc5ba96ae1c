package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// PlanRecheck plans a visit that looks again at what another one found, on a day. It belongs to the same round but is not owed by it.
func (o *Office) PlanRecheck(ctx context.Context, visit data.Visit, on day.Date) (int64, error) {
	switch {
	case !on.IsFull():
		return 0, Problem("Hãy gõ đủ ngày kiểm tra lại, ví dụ 10/09/2024.")
	case visit.DoneOn.IsZero():
		return 0, Problem("Cuộc kiểm tra này chưa diễn ra nên chưa có gì để kiểm tra lại.")
	case !on.After(visit.DoneOn):
		return 0, Problem("Ngày kiểm tra lại %s không sau ngày kiểm tra %s; hãy chọn ngày sau đó.", on, visit.DoneOn)
	}
	again := data.Visit{RoundID: visit.RoundID, UnitID: visit.UnitID, InspectorID: visit.InspectorID, Origin: data.Rechecks, RecheckOf: visit.ID, PlannedOn: on, Moved: true}
	_, err := o.db.Write(ctx, "Lập cuộc kiểm tra lại", func(tx *data.Tx) error {
		remedies, err := tx.Remedies(ctx, data.RemedyQuery{Visits: []int64{visit.ID}})
		if err != nil {
			return err
		}
		if len(remedies) == 0 {
			return Problem("Cuộc kiểm tra này không có kiến nghị nào để kiểm tra lại.")
		}
		again.UnitID = remedies[0].UnitID // the successor when the unit was merged since
		if _, err := unitThen(ctx, tx.Reader, again.UnitID, on); err != nil {
			return err
		}
		seats, err := tx.Teams(ctx, []int64{visit.ID})
		if err != nil {
			return err
		}
		if err := tx.Insert(&again); err != nil {
			return err
		}
		for _, m := range seats[visit.ID] {
			if err := tx.Insert(&data.VisitMember{VisitID: again.ID, CadreID: m.CadreID, Role: m.Role}); err != nil {
				return err
			}
		}
		return nil
	})
	return again.ID, err
}

// RecheckLine is one finding of the first visit with its remedy, beside what the recheck says.
type RecheckLine struct {
	Finding data.Finding // ID 0 for a general remedy
	Remedy  RemedyRow
}

// RecheckLines lists what a recheck looks at, as it stands on a day.
func (o *Office) RecheckLines(ctx context.Context, on day.Date, recheck data.Visit) ([]RecheckLine, error) {
	rows, err := o.Remedies(ctx, on, data.RemedyQuery{Visits: []int64{recheck.RecheckOf}})
	if err != nil {
		return nil, err
	}
	findings, err := o.db.Findings(ctx, []int64{recheck.RecheckOf})
	if err != nil {
		return nil, err
	}
	byID := map[int64]data.Finding{}
	for _, f := range findings {
		byID[f.ID] = f
	}
	lines := make([]RecheckLine, len(rows))
	for i, r := range rows {
		lines[i] = RecheckLine{byID[r.FindingID], r}
	}
	return lines, nil
}

// CheckRemedy notes what a recheck that was held says of a remedy.
func (o *Office) CheckRemedy(ctx context.Context, recheck data.Visit, m data.Remedy, verdict data.RemedyVerdict, note string) error {
	switch {
	case recheck.RecheckOf == 0 || recheck.RecheckOf != m.VisitID:
		return Problem("Kiến nghị này không thuộc cuộc kiểm tra được kiểm tra lại; hãy chọn lại.")
	case recheck.DoneOn.IsZero():
		return Problem("Cuộc kiểm tra lại chưa diễn ra; hãy ghi kết quả kiểm tra trước.")
	case verdict == "":
		return Problem("Hãy chọn kết quả khắc phục: đã xong, xong một phần hoặc chưa.")
	}
	m.CheckedOn, m.CheckedIn, m.Verdict, m.CheckNote = recheck.DoneOn, recheck.ID, verdict, note
	_, err := o.db.Write(ctx, "Ghi kết quả kiểm tra lại", func(tx *data.Tx) error { return tx.Update(&m) })
	return err
}
