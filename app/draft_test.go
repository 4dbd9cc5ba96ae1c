package app

import (
	"fmt"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// roundOf gives a round of the demonstration whose visits are held by the province.
func roundOf(t testing.TB, o *Office) data.Round {
	t.Helper()
	term, ok, err := o.TermOn(t.Context(), o.Today())
	if err != nil || !ok {
		t.Fatalf("no term: %v", err)
	}
	rounds := must(o.db.Rounds(t.Context(), term.ID))(t)
	return rounds[0]
}

// requests asks for each kind of paper of the demonstration province.
func requests(t testing.TB, o *Office) []PaperRequest {
	round := roundOf(t, o)
	visits := must(o.VisitsOf(t.Context(), o.Today(), []data.Round{round}))(t)
	commune := unit(t, o, o.Today(), "14230").ID
	var all []PaperRequest
	for _, k := range reports.Kinds() {
		all = append(all, PaperRequest{
			Kind: k.ID, Date: day.Of(2026, 11, 2), Year: 2025, Period: WholeYear, Round: round.ID, Visit: visits[0].ID, Unit: commune,
			Subject: "Thực hiện khâu đột phá năm 2027",
		})
	}
	return all
}

// Every kind of paper can be drafted from the demonstration, drawn as PDF, and read again from its text; nothing in it is
// against the form but what only the office knows.
func TestEveryPaperIsDraftedFromTheDatabase(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	// What the office writes itself: whom a công văn goes to, who kept the minutes.
	known := map[string][]string{
		reports.OfficialLetterID:    {"Công văn chưa có “Kính gửi”"},
		reports.InspectionMinutesID: {"Người ký “THƯ KÝ” chưa có họ tên"},
	}
	for _, r := range requests(t, o) {
		t.Run(r.Kind, func(t *testing.T) {
			source, title, err := o.draft(t.Context(), r)
			if err != nil {
				t.Fatal(err)
			}
			if title == "" || strings.Contains(title, "%!") {
				t.Errorf("title %q", title)
			}
			if again := must(compose.ParseDraft(source.String()))(t); again.String() != source.String() {
				t.Error("the draft does not read back")
			}
			proof := ProofOf(source)
			if proof.Problem != "" || len(proof.Paper.PDF) == 0 {
				t.Fatalf("no pages: %s", proof.Problem)
			}
			for _, remark := range proof.Paper.Remarks {
				if remark.Wrong && !startsWithAny(remark.Text, known[r.Kind]) {
					t.Errorf("%s: %s", remark.Part, remark.Text)
				}
			}
		})
	}
}

func startsWithAny(text string, starts []string) bool {
	for _, s := range starts {
		if strings.HasPrefix(text, s) {
			return true
		}
	}
	return false
}

func draftText(t *testing.T, o *Office, r PaperRequest) string {
	t.Helper()
	source, _, err := o.draft(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return source.String()
}

// A report says what the database holds: the counts are those of the lists, the targets those of the end of its period, with that of the year
// before.
func TestAPeriodReportSaysWhatTheDatabaseHolds(t *testing.T) {
	o := demoOffice(t)
	totals := must(o.Totals(t.Context(), o.Today()))(t)
	text := draftText(t, o, PaperRequest{Kind: reports.YearReportID, Year: 2025, AsOf: o.Today()})
	share := func(year int, code string) TargetValue {
		on := day.Of(year, 12, 31)
		for _, m := range must(o.MeasureTargets(t.Context(), TargetQuery{On: on}))(t) {
			if m.Code == code {
				return m.Of(must(o.Province(t.Context(), on))(t).ID)
			}
		}
		t.Fatalf("no target %s", code)
		return TargetValue{}
	}
	pairs := share(2025, "CT1.1")
	for _, want := range []string{
		"năm 2025 (từ ngày 01 tháng 01 năm 2025 đến ngày 31 tháng 12 năm 2025; số liệu tính đến ngày 02 tháng 11 năm 2026)",
		reports.Count(totals.Units[data.District]) + " Hội Liên hiệp Phụ nữ huyện, thành phố",
		reports.Count(totals.Units[data.BaseUnit]) + " cơ sở Hội",
		reports.Count(totals.Units[data.Branch]) + " chi hội",
		"Toàn hệ thống có " + reports.Count(totals.Cadres) + " cán bộ Hội đang giữ chức vụ.",
		"Trong kỳ có 02 đợt kiểm tra, giám sát theo kế hoạch:",
		fmt.Sprintf("| 1.1 | 100%% cơ sở Hội có mô hình “1+1” | 100%% | %d/%d | %s |", pairs.Numerator, pairs.Denominator, strings.TrimSuffix(Percent(pairs.Numerator, pairs.Denominator), "%")),
		"Kết quả thực hiện các chỉ tiêu tính đến ngày 31 tháng 12 năm 2025",
		"so với cùng kỳ",
		"mô hình đang hoạt động, gồm ",
		"Chưa có báo cáo tiến độ của 27 nhiệm vụ trong kế hoạch.",
		"| ≥ 50% |",
		"# Phụ lục {ngang}: SỐ LIỆU THỰC HIỆN CÁC CHỈ TIÊU",
		"| Huyện Hải Hậu |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
}

// The report on half a term ends with its mid-term round, the one on the term with the term; the next term follows its years.
func TestReportsOnTheTerm(t *testing.T) {
	o := demoOffice(t)
	for _, c := range []struct{ kind, want string }{
		{reports.MidTermReportID, "giai đoạn 2022 - 2024"},
		{reports.EndOfTermReportID, "nhiệm kỳ 2027 - 2032"},
	} {
		if text := draftText(t, o, PaperRequest{Kind: c.kind, AsOf: o.Today()}); !strings.Contains(text, c.want) {
			t.Errorf("%s lacks %q:\n%s", c.kind, c.want, text[:min(len(text), 1500)])
		}
	}
	for name, want := range map[string]string{"2022 - 2027": "2027 - 2032", "2021-2026": "2026 - 2031", "XVII": "", "2027 - 2022": ""} {
		if got := nextTerm(name); got != want {
			t.Errorf("after %q comes %q, want %q", name, got, want)
		}
	}
}

// The papers of a round name the units that the province inspects, districts and affiliates, and no commune of a district.
func TestPapersOfARoundNameTheUnitsOfTheProvince(t *testing.T) {
	o := demoOffice(t)
	round := roundOf(t, o)
	for _, kind := range []string{reports.InspectionPlanID, reports.TeamDecisionID, reports.InspectionNoticeID} {
		text := draftText(t, o, PaperRequest{Kind: kind, Round: round.ID, AsOf: o.Today()})
		// A decision founds the team and leaves the units to the plan.
		if kind != reports.TeamDecisionID && !strings.Contains(text, "Hội Liên hiệp Phụ nữ huyện Hải Hậu") {
			t.Errorf("%s does not name a district", kind)
		}
		if strings.Contains(text, "Hội Liên hiệp Phụ nữ xã") {
			t.Errorf("%s names a commune, which its district inspects", kind)
		}
	}
}

// Minutes hold what the visit recorded: unit with district, day, team and note. The hour is not recorded and is asked for.
func TestMinutesHoldWhatTheVisitRecorded(t *testing.T) {
	o := demoOffice(t)
	visits := must(o.VisitsOf(t.Context(), o.Today(), []data.Round{roundOf(t, o)}))(t)
	for _, v := range visits {
		if v.State != Done || v.Note == "" || v.Unit.Level != data.BaseUnit {
			continue
		}
		text := draftText(t, o, PaperRequest{Kind: reports.InspectionMinutesID, Visit: v.ID, AsOf: o.Today()})
		on := layout.LongDate(v.DoneOn.Time())
		for _, want := range []string{inspectedUnit(v), "[điền giờ], " + on, v.LeaderName(), v.Inspector.Kind + " " + v.Inspector.Name, strings.TrimRight(lines(v.Note)[0], ".")} {
			if !strings.Contains(text, want) {
				t.Errorf("the minutes lack %q", want)
			}
		}
		return
	}
	t.Fatal("the demonstration has no visit to a commune with a note")
}

// A visit without a place was held at the unit, as its form says: the minutes name it and leave no room to fill in.
func TestMinutesOfAVisitWithoutAPlaceNameTheUnit(t *testing.T) {
	o := demoOffice(t)
	for _, v := range must(o.VisitsOf(t.Context(), o.Today(), []data.Round{roundOf(t, o)}))(t) {
		if v.State != Done || v.Place != "" {
			continue
		}
		text := draftText(t, o, PaperRequest{Kind: reports.InspectionMinutesID, Visit: v.ID, AsOf: o.Today()})
		if !strings.Contains(text, "tại trụ sở "+inspectedUnit(v)) {
			t.Errorf("the minutes of the visit to %s do not say where it was", v.UnitLabel())
		}
		return
	}
	t.Fatal("the demonstration has no visit without a place")
}

// The points of the items in the minutes add up to the total under them: an item judged without points counts as its verdict does.
func TestMinutesShowThePointsOfAVerdict(t *testing.T) {
	item := data.ChecklistItem{Text: "Có mô hình “1+1”", MaxPoints: 8}
	for verdict, want := range map[data.Verdict]string{data.Met: "8/8", data.PartlyMet: "4/8", data.Unmet: "0/8", data.NotForUnit: "", "": "…/8"} {
		items, _, _ := inspectedItems(visitFacts{form: VisitForm{Lines: []FormLine{{Item: item, Answer: data.VisitAnswer{Verdict: verdict}}}}})
		if items[0].Points != want {
			t.Errorf("verdict %q gives %q, want %q", verdict, items[0].Points, want)
		}
	}
}

func TestTheNameOfARoundKeepsItsAbbreviation(t *testing.T) {
	v := VisitRow{Round: "UBND phối hợp năm 2026", Unit: data.UnitOn{Kind: "xã", Name: "Hải Vân"}}
	if got := v.Title(); got != "Kiểm tra UBND phối hợp năm 2026 – xã Hải Vân" {
		t.Errorf("title %q", got)
	}
}

// A district issues the papers on the communes that it inspects: its name, place and chair stand in them. Those on a district
// are the province's.
func TestTheInspectorIssuesThePapersOfAVisit(t *testing.T) {
	o := demoOffice(t)
	seen := map[data.Level]bool{}
	for _, v := range must(o.VisitsOf(t.Context(), o.Today(), []data.Round{roundOf(t, o)}))(t) {
		if seen[v.Unit.Level] || v.State != Done {
			continue
		}
		seen[v.Unit.Level] = true
		source, _, err := o.draft(t.Context(), PaperRequest{Kind: reports.InspectionConclusionID, Visit: v.ID, AsOf: o.Today()})
		if err != nil {
			t.Fatal(err)
		}
		want := strings.ToUpper(UnionName(v.Inspector, true))
		if h := source.Head; h.Parent != want || h.Issuer != "BAN THƯỜNG VỤ" || h.Signer.Name == "" {
			t.Errorf("a %s is inspected by %s; the paper is issued by %s, %s, signed by %q", v.Unit.Level, v.Inspector.Label(), h.Parent, h.Issuer, h.Signer.Name)
		}
	}
	if !seen[data.BaseUnit] || !seen[data.District] {
		t.Fatalf("the round has visits to %v", seen)
	}
}

// Minutes of a visit that was not held ask for hour and day: a planned day is not a fact.
func TestMinutesOfAVisitThatWasNotHeld(t *testing.T) {
	o := demoOffice(t)
	term, _, _ := o.TermOn(t.Context(), o.Today())
	rounds := must(o.db.Rounds(t.Context(), term.ID))(t)
	visits := must(o.VisitsOf(t.Context(), o.Today(), rounds[len(rounds)-1:]))(t)
	text := draftText(t, o, PaperRequest{Kind: reports.InspectionMinutesID, Visit: visits[0].ID, AsOf: o.Today()})
	if planned := layout.LongDate(visits[0].PlannedOn.Time()); strings.Contains(text, planned) {
		t.Errorf("the minutes state the planned day, %s", planned)
	}
}

// A plan has the targets of plan 77/KH-BCH only when it carries out its khâu đột phá.
func TestTargetsOfAFreePlan(t *testing.T) {
	o := demoOffice(t)
	for subject, want := range map[string]bool{"Thực hiện khâu đột phá năm 2027": true, "Tổ chức kỷ niệm 96 năm Ngày thành lập Hội": false} {
		text := draftText(t, o, PaperRequest{Kind: reports.PlanID, Subject: subject})
		if got := strings.Contains(text, "có mô hình “1+1”"); got != want {
			t.Errorf("%s: it has the targets of the plan: %v", subject, got)
		}
	}
}

// The list of the Union leaves the branches to their own list; together they hold everybody once.
func TestListsOfCadresByLayout(t *testing.T) {
	o := demoOffice(t)
	commune := unit(t, o, o.Today(), "14230").ID
	text := func(layout reports.CadreLayout) string {
		return draftText(t, o, PaperRequest{Kind: reports.CadreListID, Unit: commune, Layout: layout, AsOf: o.Today()})
	}
	union, branches := text(reports.UnionCadres), text(reports.BranchCadres)
	if !strings.Contains(union, "Chủ tịch Hội LHPN xã") || strings.Contains(union, "Chi hội trưởng") {
		t.Error("the list of the Union has not its cadres alone")
	}
	if !strings.Contains(branches, "Chi hội trưởng") || strings.Contains(branches, "Chủ tịch Hội LHPN xã Hải Vân |") {
		t.Error("the list of the branches has not its cadres alone")
	}
	if got := text(reports.SuccessionCadres); !strings.Contains(got, "Chưa có số liệu cán bộ") {
		t.Error("successions are not recorded, the list must say so")
	}
}

func TestSensitiveListsAreNoted(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	commune := unit(t, o, o.Today(), "14230").ID
	for _, sensitive := range []bool{false, true} {
		before := len(must(o.History(t.Context(), data.KindUnit, commune))(t))
		text := draftText(t, o, PaperRequest{Kind: reports.CadreListID, Unit: commune, AsOf: o.Today(), Sensitive: sensitive})
		if got := strings.Contains(text, "Dân tộc"); got != sensitive {
			t.Errorf("sensitive %v: the ethnic group is printed: %v", sensitive, got)
		}
		if noted := len(must(o.History(t.Context(), data.KindUnit, commune))(t)) - before; (noted == 1) != sensitive {
			t.Errorf("sensitive %v: %d entries in the history", sensitive, noted)
		}
	}
}

func TestRequestsAreRefusedInASentence(t *testing.T) {
	o := demoOffice(t)
	for _, c := range []struct {
		r    PaperRequest
		want string
	}{
		{PaperRequest{Kind: "bao-cao-thang"}, "Không có loại văn bản “bao-cao-thang”"},
		{PaperRequest{Kind: reports.YearReportID}, "“Báo cáo năm” cần biết năm"},
		{PaperRequest{Kind: reports.InspectionReportID, Year: 2025, Period: "quý"}, "Kỳ báo cáo “quý” không có"},
		{PaperRequest{Kind: reports.InspectionReportID, Year: 2010, Period: WholeYear}, "Không có nhiệm kỳ nào gồm năm 2010"},
		{PaperRequest{Kind: reports.InspectionPlanID}, "cần biết đợt kiểm tra"},
		{PaperRequest{Kind: reports.InspectionMinutesID}, "cần biết cuộc kiểm tra"},
		{PaperRequest{Kind: reports.InspectionMinutesID, Visit: 1 << 40}, "Không tìm thấy bản ghi này"},
		{PaperRequest{Kind: reports.CadreListID}, "cần biết đơn vị"},
		{PaperRequest{Kind: reports.PlanID, Date: day.Date{Year: 2026}}, "Ngày văn bản cần đủ ngày, tháng, năm"},
		{PaperRequest{Kind: reports.PlanID, Organ: "ĐCT"}, "Chưa có thể thức văn bản của “ĐCT”"},
	} {
		_, _, err := o.draft(t.Context(), c.r)
		refused(t, err, c.want)
	}
}

// The organ decides who issues: symbol, issuer and authority.
func TestOrgans(t *testing.T) {
	o := demoOffice(t)
	organs := must(o.Organs(t.Context(), o.Today()))(t)
	if len(organs) != 2 || organs[0].OrganSymbol != "BTV" || organs[1].OrganSymbol != "BCH" {
		t.Fatalf("organs %+v", organs)
	}
	source, _, err := o.draft(t.Context(), PaperRequest{Kind: reports.PlanID, Organ: "BCH"})
	if err != nil {
		t.Fatal(err)
	}
	if h := source.Head; h.Symbol != "KH-BCH" || h.Issuer != "BAN CHẤP HÀNH" || h.Signer.Authority != "TM. BAN CHẤP HÀNH" {
		t.Errorf("head %+v", h)
	}
}

// Who is marked as signing on a day signs the papers of that day.
func TestTheMainSignatorySigns(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	s := data.Signatory{ValidFrom: day.Of(2023, 7, 15), ValidTo: day.Of(2023, 7, 31), OrganSymbol: "BTV", Name: "Nguyễn Thị Thu Hà",
		Authority: "TM. BAN THƯỜNG VỤ", Deputy: "KT. CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", Main: true}
	if err := o.SaveSignatory(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[day.Date]string{day.Of(2023, 7, 20): "KT. CHỦ TỊCH", day.Of(2023, 8, 1): ""} {
		source, _, err := o.draft(t.Context(), PaperRequest{Kind: reports.PlanID, Date: on})
		if err != nil {
			t.Fatal(err)
		}
		if got := source.Head.Signer.Deputy; got != want {
			t.Errorf("on %s the deputy line is %q, want %q", on, got, want)
		}
	}
}

// The office's own outline is used; one that names a field that there is not is refused with the line.
func TestOutlines(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	own := "---\nkind: KẾ HOẠCH\nsummary: «nội dung»\n---\n\nCăn cứ tình hình, «cơ quan ban hành» lập kế hoạch.\n"
	if err := o.SaveOutline(t.Context(), reports.PlanID, own); err != nil {
		t.Fatal(err)
	}
	text := draftText(t, o, PaperRequest{Kind: reports.PlanID, Subject: "Thực hiện"})
	if !strings.Contains(text, "Căn cứ tình hình, Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định lập kế hoạch.") {
		t.Errorf("the outline of the office is not used:\n%s", text)
	}
	refused(t, o.SaveOutline(t.Context(), reports.PlanID, own+"\n«số tiền»\n"), "số tiền")
	if err := o.SaveOutline(t.Context(), reports.PlanID, ""); err != nil {
		t.Fatal(err)
	}
	if got := must(o.Outline(t.Context(), reports.PlanID))(t); got.Own || got.Text != reports.DefaultOutline(reports.PlanID) {
		t.Error("the outline of the program did not come back")
	}
}

// Without cadres every unit lacks its head; with the head of one commune it is one less, on the days that she holds the post.
func TestVacantHeads(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	vacant := func(on day.Date) map[string]int {
		found := map[string]int{}
		for _, u := range must(o.organisation(t.Context(), on))(t).Units {
			found[u.Level] = u.Vacant
		}
		return found
	}
	if got := vacant(o.Today()); got["Cơ sở Hội"] != 226 || got["Hội Liên hiệp Phụ nữ huyện, thành phố"] != 10 || got["Đơn vị trực thuộc"] != 4 {
		t.Errorf("without cadres: %v", got)
	}
	commune := unit(t, o, o.Today(), "14230")
	chair := must(o.Positions(t.Context(), data.BaseUnit))(t)[0]
	_, err := o.SaveCadre(t.Context(), data.Cadre{FullName: "Vũ Thị Thử", Female: true}, data.Appointment{UnitID: commune.ID, PositionID: chair.ID, StartedOn: day.Of(2023, 7, 1)})
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[day.Date]int{day.Of(2023, 6, 30): 226, day.Of(2023, 7, 1): 225} {
		if got := vacant(on)["Cơ sở Hội"]; got != want {
			t.Errorf("on %s %d communes have no head, want %d", on, got, want)
		}
	}
}
