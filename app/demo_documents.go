package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// demoDocuments gives the demonstration province papers to look at: two issued ones of 2023 and a draft.
func (o *Office) demoDocuments(ctx context.Context) error {
	term, ok, err := o.TermOn(ctx, demoUntil)
	if err != nil || !ok {
		return err
	}
	rounds, err := o.db.Rounds(ctx, term.ID)
	if err != nil {
		return err
	}
	for _, r := range rounds {
		if r.Rhythm != data.HalfYear || r.PeriodTo.Year != 2023 {
			continue
		}
		for _, p := range []struct {
			request PaperRequest
			on      day.Date
		}{
			{PaperRequest{Kind: reports.TeamDecisionID, Round: r.ID}, day.Of(2023, 6, 26)},
			{PaperRequest{Kind: reports.InspectionReportID, Year: 2023, Period: FirstHalf}, day.Of(2023, 8, 4)},
		} {
			p.request.AsOf = p.on
			d, err := o.NewDocument(ctx, p.request)
			if err != nil {
				return err
			}
			if _, err := o.Issue(ctx, d, Issuing{Date: p.on, Copies: 15}); err != nil {
				return err
			}
		}
	}
	_, err = o.NewDocument(ctx, PaperRequest{Kind: reports.HalfYearReportID, Year: 2026, AsOf: day.Of(2026, 7, 15)})
	return err
}
