package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// VisitRecord is all that the office keeps of one visit.
type VisitRecord struct {
	VisitPage
	Form     VisitForm
	Findings VisitFindings
	Files    []data.Attachment // of the visit itself
	Busy     []Busy            // of the team, at another unit at the same time
	// Rechecks look at this visit again, by planned date.
	Rechecks []data.Visit
	// Again is what this visit looks at again when it is a recheck.
	Again []RecheckLine
	// Before is what the previous visit found, empty without one.
	Before VisitFindings
}

// VisitRecord collects a visit with all that hangs on it, as it stands on a day.
func (o *Office) VisitRecord(ctx context.Context, on day.Date, id int64) (r VisitRecord, err error) {
	if r.VisitPage, err = o.VisitPage(ctx, on, id); err != nil {
		return r, err
	}
	if r.Form, err = o.VisitForm(ctx, r.Visit); err != nil {
		return r, err
	}
	if r.Findings, err = o.VisitFindings(ctx, on, r.Visit); err != nil {
		return r, err
	}
	if r.Files, err = o.Attachments(ctx, data.KindVisit, id); err != nil {
		return r, err
	}
	ids := make([]int64, len(r.Team))
	for i, m := range r.Team {
		ids[i] = m.CadreID
	}
	if r.Busy, err = o.TeamBusy(ctx, r.Visit, ids); err != nil {
		return r, err
	}
	if r.Rechecks, err = o.db.RechecksOf(ctx, id); err != nil {
		return r, err
	}
	if r.RecheckOf != 0 {
		if r.Again, err = o.RecheckLines(ctx, on, r.Visit); err != nil {
			return r, err
		}
	}
	if r.Previous != nil {
		r.Before, err = o.VisitFindings(ctx, on, r.Previous.Visit)
	}
	return r, err
}

// VisitDetails are what the office writes of a visit beside its steps and what it found.
type VisitDetails struct {
	StartsAt, EndsAt string // "08:00", "" for not known
	Place            string
	ReportBy         day.Date // by when the unit tells what it has put right
	Note, Opinion    string   // of the team, of the unit
}

// SaveVisitDetails stores what the office writes of a visit. Hours that meet those of another visit of a member are refused.
func (o *Office) SaveVisitDetails(ctx context.Context, id int64, d VisitDetails) error {
	switch {
	case d.StartsAt != "" && d.EndsAt != "" && d.EndsAt <= d.StartsAt:
		return Problem("Giờ kết thúc %s không sau giờ bắt đầu %s; hãy sửa lại giờ.", d.EndsAt, d.StartsAt)
	case !d.ReportBy.IsZero() && !d.ReportBy.IsFull():
		return Problem("Hãy gõ đủ ngày của hạn báo cáo khắc phục, ví dụ 30/09/2024.")
	}
	_, err := o.db.Write(ctx, "Sửa thông tin cuộc kiểm tra", func(tx *data.Tx) error {
		v, err := tx.Visit(ctx, id)
		if err != nil {
			return err
		}
		if err := openForFindings(v); err != nil {
			return err
		}
		if !d.ReportBy.IsZero() && d.ReportBy.Before(visitDay(v)) {
			return Problem("Hạn báo cáo khắc phục %s trước ngày kiểm tra %s; hãy chọn ngày sau đó.", d.ReportBy, visitDay(v))
		}
		sameHours := v.StartsAt == d.StartsAt && v.EndsAt == d.EndsAt
		v.StartsAt, v.EndsAt, v.Place, v.ReportBy, v.Note, v.Opinion = d.StartsAt, d.EndsAt, d.Place, d.ReportBy, d.Note, d.Opinion
		if sameHours {
			return tx.Update(&v)
		}
		teams, err := tx.Teams(ctx, []int64{id})
		if err != nil {
			return err
		}
		if err := checkTeamFree(ctx, tx, v, Seats(teams[id])); err != nil {
			return err
		}
		return tx.Update(&v)
	})
	return err
}
