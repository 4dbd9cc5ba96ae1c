package reports

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

var (
	look   = flag.String("look", "", "folder to write the sample papers to, to look at them")
	update = flag.Bool("update", false, "write the golden files anew")
)

// drafter is every paper that is an outline with values.
type drafter interface {
	Draft(outline string) (compose.Source, error)
}

// document is the default draft of a paper, taken through its text form as the editor holds it.
func document(t testing.TB, paper drafter) layout.Document {
	t.Helper()
	source, err := paper.Draft("")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.Document()
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func sampleLetterhead() Letterhead {
	return Letterhead{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN THƯỜNG VỤ", OrganSymbol: "BTV",
		OrganName: "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định", Place: "Nam Định",
		Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Signer: "Trần Thị Định",
		To: []string{"Thường trực Tỉnh ủy"},
		Recipients: []string{"Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam (để báo cáo)", "Ban Dân vận Tỉnh ủy",
			"Ủy viên Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh", "Hội Liên hiệp Phụ nữ các huyện, thành phố; các đơn vị trực thuộc"},
		Archive: "VT, VP",
	}
}

// sampleInspection is a report of two rounds over ten districts and the affiliates; late sets how many units are late.
func sampleInspection(late int) InspectionReport {
	r := InspectionReport{
		Letterhead: sampleLetterhead(), Number: 8, Date: date(2023, 12, 5),
		Basis:  "Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023 của Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Định",
		Period: "năm 2023", From: date(2023, 1, 1), To: date(2023, 12, 31), AsOf: date(2023, 11, 30), Term: "2022 - 2027",
		Rounds: []ReportRound{
			{"Đợt kiểm tra 6 tháng đầu năm 2023", date(2023, 5, 15), date(2023, 7, 15), date(2023, 7, 15)},
			{"Đợt kiểm tra cuối năm 2023", date(2023, 10, 15), date(2023, 12, 15), date(2023, 12, 15)},
		},
	}
	owed := []int{22, 11, 18, 31, 24, 20, 21, 20, 22, 34}
	names := []string{"Thành phố Nam Định", "Huyện Mỹ Lộc", "Huyện Vụ Bản", "Huyện Ý Yên", "Huyện Nghĩa Hưng", "Huyện Nam Trực",
		"Huyện Trực Ninh", "Huyện Xuân Trường", "Huyện Giao Thủy", "Huyện Hải Hậu"}
	perDistrict := make([]int, len(names))
	communes := []string{"Hải Vân", "Giao Thanh", "Xuân Kiên", "Trực Thái", "Nam Điền"}
	for i := range late {
		k := len(names) - 1 - i%5
		perDistrict[k]++
		unit := fmt.Sprintf("Hội Liên hiệp Phụ nữ xã %s %d", communes[i%5], i/5+1)
		r.Late = append(r.Late, ReportLate{unit, names[k], r.Rounds[1].Name, date(2023, 11, 2+i%25)})
	}
	for i, name := range names {
		second := ReportTally{owed[i], owed[i], perDistrict[i]}
		if i > 2 {
			second.Done = owed[i] - 2 - perDistrict[i]
		}
		r.Districts = append(r.Districts, ReportDistrict{name, []ReportTally{{owed[i], owed[i], 0}, second}})
	}
	r.Districts = append(r.Districts, ReportDistrict{affiliatesRow, []ReportTally{{4, 4, 0}, {}}})
	r.Notes = []ReportNote{
		{"Hội Liên hiệp Phụ nữ xã Hải Vân, huyện Hải Hậu", "Huyện Hải Hậu", date(2023, 10, 18), "Trần Thị Minh Nguyệt", "Sổ theo dõi hội viên chưa cập nhật hội viên mới kết nạp trong quý III; biên bản sinh hoạt của 02 chi hội còn sơ sài"},
		{"Hội Liên hiệp Phụ nữ thị trấn Gôi", "Huyện Vụ Bản", date(2023, 10, 24), "Nguyễn Thị Thu Hà", "Mô hình “3 có, 3 biết” mới triển khai tại 03/09 chi hội."},
		{"Hội Liên hiệp Phụ nữ phường Trần Tế Xương", "Thành phố Nam Định", date(2023, 11, 3), "", "Chưa có văn bản đề xuất chế độ bồi dưỡng hằng tháng cho chi hội trưởng"},
	}
	return r
}

// withFindings is a report with what the visits found.
func withFindings(r InspectionReport) InspectionReport {
	r.Found = InspectionFindings{
		Categories: []ReportCategory{{"Xây dựng mô hình", 12, 31, 28, 6}, {"Hồ sơ, sổ sách", 40, 19, 17, 4}},
		Recurrent: []ReportRecurrent{
			{"Mô hình “3 có, 3 biết” mới triển khai ở một số chi hội.", "Xây dựng mô hình", []string{"xã A", "xã B", "xã C", "xã D", "xã Đ", "xã E", "xã G", "xã H"}, 2, 3},
			{"Sổ danh sách hội viên cập nhật chậm", "", []string{"xã A", "xã B", "xã C"}, 1, 0},
		},
		Remedies: []ReportRemedies{{"Thành phố Nam Định", 12, 12, 0}, {"Huyện Hải Hậu", 38, 29, 5}},
		Levels:   []ReportLevel{{"Tốt", 40}, {"Khá", 18}, {"Đạt", 2}}, Rated: 60, Inspected: 215,
		Unvisited: []ReportUnvisited{{"xã Hải Vân", "Huyện Hải Hậu", ""}, {"xã Hải Tây", "Huyện Hải Hậu", "05/7/2021"}}, Owed: 230,
	}
	return r
}

func sampleCadres(n int, sensitive bool) CadreList {
	l := CadreList{Letterhead: sampleLetterhead(), Unit: "Hội Liên hiệp Phụ nữ xã Hải Vân", AsOf: date(2023, 6, 30), Date: date(2023, 7, 5), Sensitive: sensitive}
	families := []string{"Nguyễn Thị Phương", "Trần Thị Khánh", "Phạm Thị Hồng", "Vũ Thị", "Đặng Thị Thúy", "Hoàng Ngọc"}
	given := []string{"Thảo", "Huyền", "Nhung", "Định", "Quỳnh", "Uyên", "Ấm"}
	posts := []string{"Chủ tịch Hội Liên hiệp Phụ nữ xã", "Phó Chủ tịch Hội Liên hiệp Phụ nữ xã", "Chi hội trưởng chi hội xóm 12, Ủy viên Ban Chấp hành", "Chi hội phó chi hội xóm 3"}
	for i := range n {
		r := CadreRow{
			Name: families[i%len(families)] + " " + given[i%len(given)], Birth: []string{"20/10/1985", "7/1965", "1972"}[i%3], Female: i%9 != 8,
			Residence: "Xóm 12, xã Hải Vân", Phone: "0912 345 678",
			Native: []string{"Xã Hải Vân, huyện Hải Hậu, tỉnh Nam Định", "Thị trấn Thịnh Long, huyện Hải Hậu, tỉnh Nam Định"}[i%2],
			Ethnic: "Kinh", Religion: []string{"Không", "Công giáo"}[i%2], Post: posts[i%len(posts)],
			Education: "12/12", Specialty: []string{"Đại học Luật", "Trung cấp Quản lý văn hóa", ""}[i%3], Politics: []string{"Trung cấp", "Sơ cấp", ""}[i%3],
			Since: []string{"10/2012", "2016", "03/2021"}[i%3], Note: []string{"Tái cử", ""}[i%2],
		}
		if i%3 == 0 {
			r.PartyProbation, r.PartyOfficial = "19/5/2008", "19/5/2009"
		}
		l.Rows = append(l.Rows, r)
	}
	return l
}

func samplePeriod() PeriodReport {
	plan := sampleInspection(11)
	return PeriodReport{
		Letterhead: sampleLetterhead(), Number: 8, Date: date(2023, 12, 5), Basis: plan.Basis, Period: "năm 2023",
		From: date(2023, 1, 1), To: date(2023, 12, 31), AsOf: date(2023, 11, 30), Term: "2022 - 2027",
		Organisation: Organisation{
			Units:  []UnitCount{{"Hội Liên hiệp Phụ nữ huyện, thành phố", 10, 0}, {"Đơn vị trực thuộc", 4, 1}, {"Cơ sở Hội", 226, 3}, {"Chi hội", 2104, 12}, {"Tổ phụ nữ", 6310, 0}},
			Posts:  []PostCount{{"Chủ tịch Hội cơ sở", 226, 223}, {"Phó Chủ tịch Hội cơ sở", 226, 226}, {"Chi hội trưởng", 2104, 2092}},
			Cadres: 10432, PartyHeads: Figure{488, 2092, true},
		},
		Targets:    sampleTargets(),
		PartyTrend: []NamedFigure{{"01/2023", Figure{485, 2091, true}}, {"06/2023", Figure{488, 2092, true}}, {"12/2023", Figure{520, 2088, true}}},
		Movement: MovementResult{Models: []NamedCount{{"“1+1”", 214}, {"“3 có, 3 biết”", 1208}}, Pairs: 530, Activities: 612, Knowledge: 447, Participants: 48210, Meetings: 5120, LedMeetings: 902, News: 96,
			Proposals: 231, Accepted: 164, Money: 512_000_000, Coordinations: 58, Examples: 41, UnitAwards: 27},
		Tasks: []TaskResult{
			{Code: "1.1", Name: "Rà soát, đánh giá, xếp loại chất lượng Chủ tịch, Phó Chủ tịch Hội cơ sở", Lead: "Hội LHPN huyện/TP", State: "xong", Progress: "10/10 huyện, thành phố đã xếp loại", Reported: true, Done: true},
			{Code: "1.2", Name: "Xây dựng kế hoạch và tổ chức đào tạo, bồi dưỡng", Lead: "Hội LHPN huyện/TP", State: "đang làm", Progress: "Mở 12 lớp", Reported: true},
			{Code: "2.7", Name: "Đánh giá mô hình điểm xã Hải Vân để nhân rộng", Lead: "Hội LHPN tỉnh", State: "vướng mắc", Progress: "Chưa bố trí kinh phí", Reported: true, Stuck: true},
			{Code: "2.8", Name: "Nâng cao chất lượng đội ngũ báo cáo viên", Lead: "Hội LHPN tỉnh", State: "chưa có báo cáo"},
		},
		Inspections: []RoundResult{{plan.Rounds[0].Name, ReportTally{227, 227, 0}}, {plan.Rounds[1].Name, ReportTally{223, 198, 11}}},
		Remedies:    Remedies{34, 29, 2},
		Found:       withFindings(plan).Found,
	}
}

// sampleTargets are the seven targets of plan 77/KH-BCH over ten districts: two met, one not reported, one never counted before.
func sampleTargets() []TargetResult {
	targets := []TargetResult{
		{Code: "CT1.1", Name: "100% cơ sở Hội có mô hình “1+1”", Unit: "cơ sở Hội", Plan: "100%", Goal: 100, Now: Figure{200, 226, true}, Before: Figure{193, 226, true}, Unreported: 9},
		{Code: "CT1.2", Name: "100% cơ sở Hội có mô hình “3 có, 3 biết”", Unit: "cơ sở Hội", Plan: "100%", Goal: 100, Now: Figure{226, 226, true}, Before: Figure{226, 226, true}},
		{Code: "CT1.3", Name: "Xây dựng, củng cố ít nhất 01 mô hình thu hút hội viên đặc thù hoạt động hiệu quả", Unit: "cơ sở Hội", Plan: "100%", Goal: 100, Now: Figure{151, 226, true}, Before: Figure{160, 226, true}},
		{Code: "CT2", Name: "Ít nhất 50% chi hội trưởng chưa là đảng viên được Hội Liên hiệp Phụ nữ cấp cơ sở bồi dưỡng, giới thiệu, phát triển đảng", Unit: "chi hội trưởng", Plan: "≥ 50%", Goal: 50,
			Now: Figure{834, 1604, true}, Reading: "mẫu số là số chi hội trưởng chưa là đảng viên tại ngày đầu kỳ"},
		{Code: "CT3.1", Name: "Hằng năm 100% cơ sở Hội phối hợp tổ chức ít nhất 02 hoạt động nâng cao kiến thức cho hội viên, phụ nữ trong dịp 8/3; 20/10", Unit: "cơ sở Hội", Plan: "100%", Goal: 100, Now: Figure{225, 226, true}, Before: Figure{220, 226, true}},
		{Code: "CT3.2", Name: "Hằng năm 100% cơ sở Hội chủ động tham mưu, đề xuất với cấp ủy, chính quyền giao nhiệm vụ", Unit: "cơ sở Hội", Plan: "100%", Goal: 100, Before: Figure{12, 226, true}},
		{Code: "CT4", Name: "Đề xuất chế độ bồi dưỡng hằng tháng cho 100% chi hội trưởng từ nguồn ngân sách địa phương", Unit: "chi hội trưởng", Plan: "100%", Goal: 100, Now: Figure{0, 2104, true}, Before: Figure{0, 2104, true}},
	}
	for i, district := range sampleInspection(0).Districts[:10] {
		owed := district.Tallies[0].Owed
		for k := range targets {
			if k != 5 && (k != 2 || i != 4) {
				targets[k].Units = append(targets[k].Units, TargetUnit{district.Name, Figure{owed - (i+k)%3, owed, true}})
			}
		}
	}
	return targets
}

func sampleScope() InspectionScope {
	return InspectionScope{
		Basis:   sampleInspection(0).Basis,
		Subject: "việc thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” 6 tháng đầu năm 2023",
		From:    date(2023, 1, 1), To: date(2023, 6, 30),
		Contents: []string{"kết quả thực hiện các chỉ tiêu của kế hoạch", "Việc xây dựng mô hình “1+1”, mô hình “3 có, 3 biết”", "Việc lập, quản lý hồ sơ, sổ sách của Hội."},
	}
}

// sampleTeams are two teams that go to n units.
func sampleTeams(n int) []InspectionTeam {
	teams := []InspectionTeam{
		{Members: []TeamMember{{"Trần Thị Định", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", "Trưởng đoàn"}, {"Phạm Thị Hồng Nhung", "Trưởng Ban Xây dựng tổ chức Hội", "Phó Trưởng đoàn"}, {"Vũ Thị Quỳnh", "Chuyên viên Ban Xây dựng tổ chức Hội", "Thư ký"}}},
		{Members: []TeamMember{{"Nguyễn Thị Thu Hà", "Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", "Trưởng đoàn"}, {"Hoàng Ngọc Ấm", "Chuyên viên Văn phòng", "Thành viên"}}},
	}
	communes := []string{"Hải Vân", "Giao Thanh", "Xuân Kiên", "Trực Thái", "Nam Điền"}
	for i := range n {
		visit := PlannedVisit{Unit: "Hội Liên hiệp Phụ nữ xã " + communes[i%5], Date: date(2023, 7, 10+i%15)}
		if i%2 == 0 {
			visit.Hour, visit.Place = "08 giờ 00", "Nhà văn hóa xã"
		}
		teams[i%2].Visits = append(teams[i%2].Visits, visit)
	}
	return teams
}

func sampleAwards(collectives, individuals int) AwardProposal {
	p := AwardProposal{
		Letterhead: sampleLetterhead(), Number: 21, Date: date(2023, 12, 6),
		Grounds:     []string{"Căn cứ Biên bản họp Hội đồng thi đua, khen thưởng Hội Liên hiệp Phụ nữ tỉnh ngày 01 tháng 12 năm 2023"},
		Achievement: "thành tích xuất sắc trong thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” năm 2023",
	}
	for i := range collectives {
		p.Collectives = append(p.Collectives, AwardCandidate{fmt.Sprintf("Chi hội phụ nữ xóm %d", i+1), "Hội Liên hiệp Phụ nữ xã Hải Vân", "100% hội viên tham gia sinh hoạt; mô hình “3 có, 3 biết” hoạt động hiệu quả", "Bằng khen"})
	}
	for i := range individuals {
		p.Individuals = append(p.Individuals, AwardCandidate{sampleCadres(i+1, false).Rows[i].Name, "Chi hội trưởng", "", []string{"Bằng khen", "Giấy khen"}[i%2]})
	}
	return p
}

// samples are papers with plain values, by the id of their kind.
func samples() map[string]drafter {
	half := samplePeriod()
	half.Number, half.Date, half.Period, half.To, half.AsOf = 0, time.Time{}, "6 tháng đầu năm 2023", date(2023, 6, 30), date(2023, 6, 15)
	half.Targets = sampleTargets()[:4]
	term := samplePeriod()
	term.Period, term.From, term.To, term.AsOf, term.Date = "giai đoạn 2022 - 2024", date(2022, 3, 1), date(2024, 9, 30), date(2024, 9, 30), date(2024, 10, 15)
	resolution := "Nghị quyết Đại hội đại biểu phụ nữ tỉnh Nam Định lần thứ XVII, nhiệm kỳ 2021 - 2026"
	l, scope, day := sampleLetterhead(), sampleScope(), date(2023, 7, 4)
	toDistricts := l
	toDistricts.To, toDistricts.Recipients = []string{"Hội Liên hiệp Phụ nữ các huyện, thành phố"}, []string{"Thường trực Hội Liên hiệp Phụ nữ tỉnh"}
	remedies := []Remedy{{"Cập nhật sổ theo dõi hội viên mới kết nạp trong quý III", "Chủ tịch Hội cơ sở", date(2023, 11, 15)}, {"Bổ sung biên bản sinh hoạt của 02 chi hội", "", time.Time{}}}
	visited := date(2023, 7, 10).Add(8 * time.Hour)
	return map[string]drafter{
		HalfYearReportID:   HalfYearReport{half},
		YearReportID:       YearReport{samplePeriod()},
		MidTermReportID:    MidTermReport{term, resolution},
		EndOfTermReportID:  EndOfTermReport{term, resolution, "2027 - 2032"},
		InspectionPlanID:   InspectionPlan{Letterhead: l, Number: 81, Date: day, Scope: scope, Teams: sampleTeams(20), ReportBy: date(2023, 8, 5)},
		TeamDecisionID:     TeamDecision{Letterhead: l, Number: 5, Date: day, Grounds: []string{"Căn cứ Điều lệ Hội Liên hiệp Phụ nữ Việt Nam"}, ProposedBy: "Ban Xây dựng tổ chức Hội", Scope: scope, Teams: sampleTeams(6), ReportBy: date(2023, 8, 5)},
		InspectionNoticeID: InspectionNotice{Letterhead: l, Number: 9, Date: day, Scope: scope, Teams: sampleTeams(6), Preparation: []string{"Sổ sách của Hội; danh sách hội viên"}, ReportBy: date(2023, 7, 7)},
		InspectionMinutesID: InspectionMinutes{
			Letterhead: l, Number: 3, Scope: scope, Unit: "Hội Liên hiệp Phụ nữ xã Hải Vân", Start: visited, End: visited.Add(3*time.Hour + 30*time.Minute), Place: "Nhà văn hóa xã",
			Members: sampleTeams(0)[0].Members, UnitMembers: []TeamMember{{Name: "Vũ Thị Nhung", Post: "Chủ tịch Hội Liên hiệp Phụ nữ xã"}},
			Items: []InspectedItem{
				{"Chỉ tiêu", "Mô hình “3 có, 3 biết”", "6,5/8", "Đạt một phần: đã triển khai tại 09/12 chi hội", "kế hoạch, sổ theo dõi mô hình"},
				{"Phối hợp, thi đua, kiểm tra", "Hồ sơ, sổ sách", "", "", ""},
			},
			Table: true, Pointed: true, Score: InspectionScore{Points: "6,5/8", Share: "81,3%"},
			Strengths: []string{"Chi hội sinh hoạt đều"}, Shortcomings: []string{"Sổ theo dõi hội viên chưa cập nhật"}, UnitOpinion: "Nhất trí với nhận xét của đoàn",
			Remedies: remedies, Copies: 3, UnitHead: "Vũ Thị Nhung", Secretary: "Vũ Thị Quỳnh",
		},
		InspectionConclusionID: InspectionConclusion{
			Letterhead: l, Number: 14, Date: date(2023, 7, 20), Scope: scope, Unit: "Hội Liên hiệp Phụ nữ xã Hải Vân", Visited: visited, About: "Hội Liên hiệp Phụ nữ xã có 12 chi hội",
			Strengths: []string{"Chi hội sinh hoạt đều"}, Shortcomings: []string{"Sổ theo dõi hội viên chưa cập nhật"}, Remedies: remedies, ReportBy: date(2023, 9, 30),
		},
		InspectionReportID: withFindings(sampleInspection(11)),
		AwardProposalID:    sampleAwards(3, 12),
		CadreListID:        sampleCadres(45, false),
		PlanID:             Plan{Letterhead: l, Number: 77, Date: day, Basis: "Kế hoạch số 290/KH-BCH ngày 04 tháng 5 năm 2023 của Ban Chấp hành Trung ương Hội Liên hiệp Phụ nữ Việt Nam", Subject: "Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” năm 2024", Targets: []string{sampleTargets()[0].Name, sampleTargets()[1].Name}},
		OfficialLetterID:   OfficialLetter{Letterhead: toDistricts, Number: 12, Date: day, Unit: "XDTC", Subject: "báo cáo kết quả thực hiện khâu đột phá 6 tháng đầu năm 2023", Paragraphs: []string{"Đề nghị Hội Liên hiệp Phụ nữ các huyện, thành phố gửi báo cáo kết quả thực hiện khâu đột phá trước ngày 15 tháng 7 năm 2023."}},
		InvitationID: Invitation{Letterhead: l, Number: 30, Date: day, Event: "Hội nghị sơ kết công tác Hội 6 tháng đầu năm 2023", Guests: []string{"Ủy viên Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh"},
			Contents: []string{"Sơ kết công tác 6 tháng đầu năm", "Bàn nhiệm vụ 6 tháng cuối năm."}, Chair: "đồng chí Trần Thị Định, Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", Start: visited, Place: "Hội trường tầng 2", Preparation: []string{"Ý kiến tham luận bằng văn bản"}},
	}
}

// empties are papers of which nothing is known.
func empties() map[string]drafter {
	return map[string]drafter{
		HalfYearReportID: HalfYearReport{}, YearReportID: YearReport{}, MidTermReportID: MidTermReport{}, EndOfTermReportID: EndOfTermReport{},
		InspectionPlanID: InspectionPlan{}, TeamDecisionID: TeamDecision{}, InspectionNoticeID: InspectionNotice{}, InspectionMinutesID: InspectionMinutes{},
		InspectionConclusionID: InspectionConclusion{}, InspectionReportID: InspectionReport{}, AwardProposalID: AwardProposal{}, CadreListID: CadreList{},
		PlanID: Plan{}, OfficialLetterID: OfficialLetter{}, InvitationID: Invitation{},
	}
}

func sampleRegister() Register {
	r := Register{Letterhead: sampleLetterhead(), Year: 2023}
	for i, n := range []int{1, 2, 3, 5, 8} {
		r.Rows = append(r.Rows, RegisterRow{Number: n, Symbol: "BC-BTV", Date: date(2023, 7, 1+i), TypeName: "Báo cáo", Summary: "Kết quả kiểm tra, giám sát việc thực hiện khâu đột phá\n“Tập trung xây dựng cơ sở Hội vững mạnh”",
			Signer: "Trần Thị Định", Recipients: "Thường trực Tỉnh ủy; Ban Dân vận Tỉnh ủy", Keeper: "Văn phòng", Copies: 12, Sent: date(2023, 7, 2+i)})
	}
	r.Rows[2].Cancelled, r.Rows[2].Note = true, "Sai thể thức"
	r.Rows[3].TypeName, r.Rows[3].Symbol = "", "BTV-XDTC"
	return r
}

// TestLook writes the sample papers when -look names a folder.
func TestLook(t *testing.T) {
	if *look == "" {
		t.Skip("nothing to write: -look is not set")
	}
	docs := map[string]layout.Document{"so-van-ban-di": sampleRegister().Document()}
	for id, paper := range samples() {
		docs[id] = document(t, paper)
	}
	for id, paper := range empties() {
		docs[id+"-trong"] = document(t, paper)
	}
	for i, form := range cadreLayouts {
		for _, sensitive := range []bool{false, true} {
			list := sampleCadres(25, sensitive)
			list.Layout = form
			docs[fmt.Sprintf("trich-ngang-%d-%v", i, sensitive)] = document(t, list)
		}
	}
	for name, doc := range docs {
		pdf, err := layout.PDF(doc)
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(filepath.Join(*look, name+".pdf"), pdf); err != nil {
			t.Fatal(err)
		}
	}
}
