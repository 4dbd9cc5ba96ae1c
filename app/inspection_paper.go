package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
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

// inspectionScope is what the papers of a round share, with the contents of a form.
func inspectionScope(basis string, r data.Round, form VisitForm) reports.InspectionScope {
	return reports.InspectionScope{
		Basis: basis, Subject: "việc thực hiện " + breakthrough + " " + roundPeriod(r),
		From: r.PeriodFrom.Time(), To: r.PeriodTo.Time(), Contents: contentsOf(form),
	}
}

// contentsOf lists what a form looks at, a line for each of its parts; without a form it is what the plan names.
func contentsOf(form VisitForm) []string {
	return bySection(form, inspectedContents, func(i data.ChecklistItem) string { return i.Text })
}

// preparationOf lists the papers that a unit is to have ready for a form, a line for each of its parts.
func preparationOf(form VisitForm) []string {
	return bySection(form, nil, func(i data.ChecklistItem) string { return i.Guide })
}

// bySection joins what a function says of the items of a form in a line for each part: "Chỉ tiêu: có mô hình “1+1”; có …".
func bySection(form VisitForm, none []string, say func(data.ChecklistItem) string) []string {
	if len(form.Lines) == 0 {
		return none
	}
	var lines []string
	last := "\x00"
	for _, l := range form.Lines {
		text := vietnamese.LowerFirst(say(l.Item))
		switch {
		case text == "":
		case l.Item.Section == "":
			lines, last = append(lines, text), ""
		case l.Item.Section == last:
			lines[len(lines)-1] += "; " + text
		default:
			lines, last = append(lines, l.Item.Section+": "+text), l.Item.Section
		}
	}
	return lines
}

// roundForm is the form by which a round is inspected: the one that holds when it is due.
func (o *Office) roundForm(ctx context.Context, round data.Round) (VisitForm, error) {
	return o.VisitForm(ctx, data.Visit{PlannedOn: round.DueOn})
}

// roundPeriod names the time that a round looks at; a round besides the rhythms by its name.
func roundPeriod(r data.Round) string {
	switch r.Rhythm {
	case data.HalfYear:
		return fmt.Sprintf("6 tháng đầu năm %d", r.PeriodTo.Year)
	case data.Yearly:
		return fmt.Sprintf("năm %d", r.PeriodTo.Year)
	case data.Extra, data.Theme:
		return "(" + vietnamese.LowerFirst(r.Name) + ")"
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
	visits = slices.DeleteFunc(visits, func(v VisitRow) bool { return !inRoundPapers(v, data.Province) })
	teams, err := o.inspectionTeams(ctx, visits)
	if err != nil {
		return nil, "", err
	}
	form, err := o.roundForm(ctx, round)
	if err != nil {
		return nil, "", err
	}
	what, date, year := inspectionScope(basis, round, form), r.Date.Time(), r.draftYear()
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
	return reports.InspectionNotice{
		Letterhead: letterhead, Date: date, Year: year, Scope: what, Teams: teams, Preparation: preparationOf(form),
	}, "Thông báo lịch kiểm tra " + name, nil
}

// inRoundPapers tells whether the papers of a round are about a visit: one that the level inspects itself and that is not called off. A
// recheck is announced to its unit alone.
func inRoundPapers(v VisitRow, inspector data.Level) bool {
	return v.Inspector.Level == inspector && v.State != CalledOff && v.Origin != data.Rechecks
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
		teams[i].Visits = append(teams[i].Visits, reports.PlannedVisit{
			Unit: inspectedUnit(v), Date: visitDay(v.Visit).Time(), Hour: hourText(v.StartsAt), Place: v.Place, Sample: v.Origin == data.Sampled,
		})
	}
	return teams, nil
}

// hourText writes a time of the day as papers do: "08 giờ 00" for "08:00"; "" for an unknown one.
func hourText(at string) string {
	hour, minute, known := strings.Cut(at, ":")
	if !known {
		return ""
	}
	return hour + " giờ " + minute
}

// inspectedUnit names a unit as the papers of its inspection do: a commune with its district.
func inspectedUnit(v VisitRow) string {
	name := UnionName(v.Unit, true)
	if v.Unit.Level == data.BaseUnit && v.Above.Level == data.District {
		name += ", " + v.Above.Kind + " " + v.Above.Name
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
