package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/reports"
)

// freePaper collects a paper whose text the office writes: plan, công văn, invitation, award proposal. The database gives the
// frame.
func (o *Office) freePaper(ctx context.Context, r PaperRequest) (drafter, string, error) {
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	date, year := r.Date.Time(), r.draftYear()
	title := func(kind string) string {
		if r.Subject == "" {
			return kind
		}
		return kind + ": " + r.Subject
	}
	switch r.Kind {
	case reports.PlanID:
		targets, err := o.targets(ctx, r.AsOf)
		if err != nil {
			return nil, "", err
		}
		plan := reports.Plan{Letterhead: letterhead, Date: date, Year: year, Basis: basis, Subject: r.Subject}
		for _, t := range targets {
			plan.Targets = append(plan.Targets, t.Name)
		}
		return plan, title("Kế hoạch"), nil
	case reports.OfficialLetterID:
		letterhead.To = nil // whom a letter goes to is said in each one
		return reports.OfficialLetter{Letterhead: letterhead, Date: date, Year: year, Unit: draftingUnit(letterhead.Archive), Subject: r.Subject}, title("Công văn"), nil
	case reports.InvitationID:
		return reports.Invitation{Letterhead: letterhead, Date: date, Year: year, Event: r.Subject}, title("Giấy mời"), nil
	}
	return reports.AwardProposal{
		Letterhead: letterhead, Date: date, Year: year,
		Grounds:     []string{"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"},
		Achievement: fmt.Sprintf("thành tích xuất sắc trong thực hiện %s năm %d", breakthrough, r.Year),
	}, fmt.Sprintf("Tờ trình đề nghị khen thưởng năm %d", r.Year), nil
}

// draftingUnit is the unit that drafts letters, for their symbol "BTV-XDTC": who keeps the copy beside the clerk ("VT, XDTC").
func draftingUnit(archive string) string {
	for part := range strings.SplitSeq(archive, ",") {
		if part = strings.TrimSpace(part); part != "" && part != "VT" {
			return part
		}
	}
	return ""
}
