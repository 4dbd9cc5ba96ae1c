package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// breakthrough is the khâu đột phá of plan 77/KH-BCH.
const breakthrough = "khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh”"

// inspectedContents are what an inspection looks at, after the sections of plan 77/KH-BCH: II (targets) and III.1 to III.5.
var inspectedContents = []string{
	"Công tác chỉ đạo, triển khai; kết quả thực hiện các chỉ tiêu của kế hoạch",
	"Nâng cao chất lượng đội ngũ cán bộ Hội cơ sở, chi hội trưởng, chi hội phó; bồi dưỡng, giới thiệu phát triển Đảng",
	"Đổi mới nội dung, phương thức hoạt động; xây dựng các mô hình; tập hợp phụ nữ, phát triển hội viên",
	"Tham mưu, đề xuất với cấp ủy, chính quyền; huy động nguồn lực xây dựng cơ sở Hội",
	"Công tác phối hợp; thi đua, khen thưởng; tự kiểm tra, giám sát",
	"Việc lập, quản lý hồ sơ, sổ sách của Hội",
}

// scope is what the papers of a round share.
func scope(basis string, r data.Round) reports.InspectionScope {
	return reports.InspectionScope{
		Basis: basis, Subject: "việc thực hiện " + breakthrough + " " + roundPeriod(r),
		From: r.PeriodFrom.Time(), To: r.PeriodTo.Time(), Contents: inspectedContents,
	}
}

// roundPeriod names the time that a round looks at.
func roundPeriod(r data.Round) string {
	switch r.Rhythm {
	case data.HalfYear:
		return fmt.Sprintf("6 tháng đầu năm %d", r.PeriodTo.Year)
	case data.Yearly:
		return fmt.Sprintf("năm %d", r.PeriodTo.Year)
	}
	return fmt.Sprintf("giai đoạn %d - %d", r.PeriodFrom.Year, r.PeriodTo.Year)
}

// roundPaper collects a paper for a whole round: plan, decision or notice. It is about the units that the province inspects;
// districts make papers of their own for their communes.
func (o *Office) roundPaper(ctx context.Context, r PaperRequest) (drafter, string, error) {
	round, err := o.db.Round(ctx, r.Round)
	if err != nil {
		return nil, "", err
	}
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	visits, err := o.VisitsOf(ctx, r.AsOf, []data.Round{round})
	if err != nil {
		return nil, "", err
	}
	visits = slices.DeleteFunc(visits, func(v VisitRow) bool { return v.Inspector.Level != data.Province })
	teams, err := o.inspectionTeams(ctx, visits)
	if err != nil {
		return nil, "", err
	}
	what, date, year := scope(basis, round), r.Date.Time(), r.draftYear()
	name := roundPeriod(round)
	switch r.Kind {
	case reports.InspectionPlanID:
		return reports.InspectionPlan{Letterhead: letterhead, Date: date, Year: year, Scope: what, Teams: teams, ReportBy: round.DueOn.Time()}, "Kế hoạch kiểm tra, giám sát " + name, nil
	case reports.TeamDecisionID:
		return reports.TeamDecision{
			Letterhead: letterhead, Date: date, Year: year, Scope: what, Teams: teams, ReportBy: round.DueOn.Time(),
			Grounds: []string{"Căn cứ Điều lệ Hội Liên hiệp Phụ nữ Việt Nam"}, ProposedBy: "Ban Xây dựng tổ chức Hội",
		}, "Quyết định thành lập đoàn kiểm tra " + name, nil
	}
	return reports.InspectionNotice{Letterhead: letterhead, Date: date, Year: year, Scope: what, Teams: teams}, "Thông báo lịch kiểm tra " + name, nil
}

// inspectionTeams groups visits by the people who go, in the order of their first visit; visits without team make one that has
// no members yet.
func (o *Office) inspectionTeams(ctx context.Context, visits []VisitRow) ([]reports.InspectionTeam, error) {
	var teams []reports.InspectionTeam
	at := map[string]int{}
	for _, v := range visits {
		key := ""
		for _, m := range v.Team {
			key += fmt.Sprintf("%d %s,", m.CadreID, m.Role)
		}
		i, known := at[key]
		if !known {
			members, err := o.teamMembers(ctx, v.PlannedOn, v.Team)
			if err != nil {
				return nil, err
			}
			i, at[key] = len(teams), len(teams)
			teams = append(teams, reports.InspectionTeam{Members: members})
		}
		teams[i].Visits = append(teams[i].Visits, reports.PlannedVisit{Unit: inspectedUnit(v), Date: visitDay(v.Visit).Time()})
	}
	return teams, nil
}

// inspectedUnit names a unit as the papers of its inspection do: a commune with its district.
func inspectedUnit(v VisitRow) string {
	name := UnionName(v.Unit, true)
	if v.Unit.Level == data.BaseUnit && v.Inspector.Level == data.District {
		name += ", " + v.Inspector.Kind + " " + v.Inspector.Name
	}
	return name
}

// teamMembers gives the members of a team with the posts that they held on a day, the leader first.
func (o *Office) teamMembers(ctx context.Context, on day.Date, team []data.TeamMember) ([]reports.TeamMember, error) {
	if len(team) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(team))
	for i, m := range team {
		ids[i] = m.CadreID
	}
	posts, err := o.db.Posts(ctx, data.PostQuery{Cadres: ids, On: on})
	if err != nil {
		return nil, err
	}
	titles := map[int64]string{}
	for _, p := range posts {
		if titles[p.CadreID] == "" {
			titles[p.CadreID] = PostTitle(p)
		}
	}
	members := make([]reports.TeamMember, len(team))
	for i, m := range team {
		members[i] = reports.TeamMember{Name: m.FullName, Post: titles[m.CadreID], Role: RoleName(m.Role)}
	}
	return members, nil
}

// visitPaper collects a paper on one visit: its minutes or its conclusion.
func (o *Office) visitPaper(ctx context.Context, r PaperRequest) (drafter, string, error) {
	page, err := o.VisitPage(ctx, r.AsOf, r.Visit)
	if err != nil {
		return nil, "", err
	}
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	what, unit, on := scope(basis, page.Period), inspectedUnit(page.VisitRow), visitDay(page.Visit)
	if letterhead, err = o.inspectorLetterhead(ctx, letterhead, on, page.Inspector); err != nil {
		return nil, "", err
	}
	if r.Kind == reports.InspectionConclusionID {
		about, err := o.aboutUnit(ctx, on, page.Unit)
		if err != nil {
			return nil, "", err
		}
		if note := strings.Join(lines(page.Note), " "); note != "" {
			about += " Nội dung ghi nhận qua kiểm tra: " + note
		}
		return reports.InspectionConclusion{
			Letterhead: letterhead, Date: r.Date.Time(), Year: r.draftYear(), Scope: what, Unit: unit, Visited: page.DoneOn.Time(), About: about,
		}, "Thông báo kết luận kiểm tra " + page.Unit.Label(), nil
	}
	members, err := o.teamMembers(ctx, on, page.Team)
	if err != nil {
		return nil, "", err
	}
	staff, err := o.StaffOf(ctx, on, page.UnitID, "")
	if err != nil {
		return nil, "", err
	}
	minutes := reports.InspectionMinutes{Letterhead: letterhead, Year: r.draftYear(), Scope: what, Unit: unit, Start: page.DoneOn.Time(), End: page.DoneOn.Time(), Members: members}
	for i, s := range staff {
		if i == 0 {
			minutes.UnitHead = s.Name
		}
		if i < 3 { // head and deputies; the office adds who else came
			minutes.UnitMembers = append(minutes.UnitMembers, reports.TeamMember{Name: s.Name, Post: s.Post})
		}
	}
	for _, content := range inspectedContents {
		minutes.Items = append(minutes.Items, reports.InspectedItem{Content: content})
	}
	if note := strings.Join(lines(page.Note), " "); note != "" {
		minutes.Items = append(minutes.Items, reports.InspectedItem{Content: "Nội dung ghi nhận", Result: note})
	}
	return minutes, "Biên bản kiểm tra " + page.Unit.Label(), nil
}

// inspectorLetterhead is the letterhead of the unit that inspects: a district issues the papers on its communes itself, signed by
// its chair of the day, and reports to the province.
func (o *Office) inspectorLetterhead(ctx context.Context, l reports.Letterhead, on day.Date, inspector data.UnitOn) (reports.Letterhead, error) {
	if inspector.ID == 0 || inspector.Level == data.Province {
		return l, nil
	}
	province, err := o.Province(ctx, on)
	if err != nil {
		return l, err
	}
	name := UnionName(inspector, true)
	l.Parent, l.Issuer, l.OrganSymbol = strings.ToUpper(name), "BAN THƯỜNG VỤ", "BTV"
	l.OrganName, l.Place = "Ban Thường vụ "+name, placeName(inspector)
	l.Authority, l.Deputy, l.Position, l.Signer = "TM. BAN THƯỜNG VỤ", "", "CHỦ TỊCH", ""
	l.To, l.Recipients = nil, []string{UnionName(province, true) + " (để báo cáo)"}
	l.Archive = "VT"
	staff, err := o.db.Posts(ctx, data.PostQuery{Units: []int64{inspector.ID}, On: on})
	if err != nil {
		return l, err
	}
	for _, post := range staff {
		if !post.Single {
			continue
		}
		chair, err := o.db.Cadre(ctx, post.CadreID)
		if err != nil {
			return l, err
		}
		l.Signer = chair.FullName
		break
	}
	return l, nil
}

// placeName is the địa danh of a unit's papers: the name of a district or commune; with the noun where that belongs to the name,
// as in "Thành phố Nam Định", which its province is called too (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4).
func placeName(u data.UnitOn) string {
	if u.Kind == "thành phố" {
		return u.Label()
	}
	return u.Name
}

// aboutUnit says in a sentence how many units stand below one.
func (o *Office) aboutUnit(ctx context.Context, on day.Date, u data.UnitOn) (string, error) {
	counts, err := o.db.CountBelow(ctx, on, u.ID)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, l := range []struct {
		level data.Level
		noun  string
	}{{data.BaseUnit, "cơ sở Hội"}, {data.Branch, "chi hội"}, {data.Group, "tổ phụ nữ"}} {
		if n := counts[l.level]; n > 0 {
			parts = append(parts, reports.Count(n)+" "+l.noun)
		}
	}
	if parts == nil {
		return "", nil
	}
	return UnionName(u, true) + " có " + strings.Join(parts, ", ") + ".", nil
}
