package app

import (
	"context"
	"errors"
	"slices"

	"cosohoi/data"
	"cosohoi/reports"
	"cosohoi/reports/compose"
)

// drafter is a paper of package reports filled with its values.
type drafter interface {
	Draft(outline string) (compose.Source, error)
}

// draft fills the outline of a paper, the office's own where it has one, with what the database holds. title is the name of
// the paper in lists.
func (o *Office) draft(ctx context.Context, r PaperRequest) (source compose.Source, title string, err error) {
	if r.AsOf.IsZero() {
		r.AsOf = o.Today()
	}
	if err := r.check(); err != nil {
		return source, "", err
	}
	paper, title, err := o.values(ctx, r)
	if err != nil {
		return source, "", err
	}
	outline, err := o.outline(ctx, r.Kind)
	if err != nil {
		return source, "", err
	}
	source, err = paper.Draft(outline)
	if slices.Contains(Questions(r.Kind), AskSubject) {
		title = titleOf(source.Head) // as it is called after each edit
	}
	return source, title, err
}

// values collects what a paper says.
func (o *Office) values(ctx context.Context, r PaperRequest) (drafter, string, error) {
	switch r.Kind {
	case reports.HalfYearReportID, reports.YearReportID, reports.MidTermReportID, reports.EndOfTermReportID:
		return o.periodReport(ctx, r)
	case reports.InspectionPlanID, reports.TeamDecisionID, reports.InspectionNoticeID:
		return o.roundPaper(ctx, r)
	case reports.InspectionMinutesID, reports.InspectionConclusionID:
		return o.visitPaper(ctx, r)
	case reports.InspectionReportID:
		return o.inspectionReport(ctx, r)
	case reports.CadreListID:
		return o.cadreList(ctx, r)
	}
	return o.freePaper(ctx, r)
}

// Outline is the text from which papers of a kind are drafted, with the fields that it may name. Own tells that the office
// changed it.
type Outline struct {
	Kind reports.Kind
	Text string
	Own  bool
}

// Outline returns the outline of a kind of paper.
func (o *Office) Outline(ctx context.Context, kind string) (Outline, error) {
	k, known := reports.KindByID(kind)
	if !known {
		return Outline{}, data.ErrNotFound
	}
	own, err := o.outline(ctx, kind)
	if err != nil {
		return Outline{}, err
	}
	if own == "" {
		return Outline{Kind: k, Text: reports.DefaultOutline(kind)}, nil
	}
	return Outline{Kind: k, Text: own, Own: true}, nil
}

// outline is the office's own outline of a kind of paper, "" without one.
func (o *Office) outline(ctx context.Context, kind string) (string, error) {
	own, err := o.db.OutlineFor(ctx, kind)
	if errors.Is(err, data.ErrNotFound) {
		return "", nil
	}
	return own.Text, err
}

// SaveOutline makes a text the outline of a kind of paper; "" goes back to the one of the program. A text that cannot be
// filled is refused with the line.
func (o *Office) SaveOutline(ctx context.Context, kind, text string) error {
	k, known := reports.KindByID(kind)
	if !known {
		return data.ErrNotFound
	}
	if text != "" {
		values := map[string]string{}
		for _, f := range k.Fields {
			values[f.Name] = ""
		}
		if _, err := reports.Fill(text, values); err != nil {
			return err
		}
	}
	_, err := o.db.Write(ctx, "Sửa đề cương: "+k.Title, func(tx *data.Tx) error {
		stored, err := tx.OutlineFor(ctx, kind)
		switch {
		case errors.Is(err, data.ErrNotFound) && text == "":
			return nil
		case errors.Is(err, data.ErrNotFound):
			return tx.Insert(&data.OutlineText{Paper: kind, Text: text})
		case err != nil:
			return err
		case text == "":
			return tx.Remove(&stored)
		}
		stored.Text = text
		return tx.Update(&stored)
	})
	return err
}
