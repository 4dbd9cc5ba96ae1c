package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/data/vietnamese"
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
	switch r.Kind {
	case reports.PlanID:
		plan := reports.Plan{Letterhead: letterhead, Date: date, Year: year, Subject: r.Subject}
		if !aboutBreakthrough(r.Subject) {
			return plan, "Kế hoạch", nil
		}
		targets, err := o.planTargets(ctx)
		if err != nil {
			return nil, "", err
		}
		plan.Basis = basis
		for _, t := range targets {
			plan.Targets = append(plan.Targets, t.Name)
		}
		return plan, "Kế hoạch", nil
	case reports.OfficialLetterID:
		letterhead.To = nil // whom a letter goes to is said in each one
		return reports.OfficialLetter{Letterhead: letterhead, Date: date, Year: year, Unit: draftingUnit(letterhead.Archive), Subject: r.Subject}, "Công văn", nil
	case reports.InvitationID:
		return reports.Invitation{Letterhead: letterhead, Date: date, Year: year, Event: r.Subject}, "Giấy mời", nil
	}
	return reports.AwardProposal{
		Letterhead: letterhead, Date: date, Year: year,
		Grounds:     []string{"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"},
		Achievement: fmt.Sprintf("thành tích xuất sắc trong thực hiện %s năm %d", breakthrough, r.Year),
	}, fmt.Sprintf("Tờ trình đề nghị khen thưởng năm %d", r.Year), nil
}

// aboutBreakthrough tells whether a plan carries out the khâu đột phá of plan 77/KH-BCH, whose targets it then has.
func aboutBreakthrough(subject string) bool {
	key := vietnamese.SearchKey(subject)
	return strings.Contains(key, "khau dot pha") || strings.Contains(key, "co so hoi vung manh")
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
