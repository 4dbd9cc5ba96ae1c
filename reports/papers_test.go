package reports

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cosohoi/reports/layout"
)

func TestAwardsInTheTextAreTheRowsOfTheList(t *testing.T) {
	for _, c := range []struct {
		collectives, individuals int
		want                     string
	}{{3, 12, "khen thưởng 03 tập thể, 12 cá nhân có"}, {0, 1, "khen thưởng 01 cá nhân có"}, {1040, 0, "khen thưởng 1.040 tập thể có"}} {
		doc := document(t, sampleAwards(c.collectives, c.individuals))
		rows := 0
		for _, table := range tables(doc.Appendices[0].Body) {
			rows += len(table.Rows)
		}
		if text := prose(doc); !strings.Contains(text, c.want) || rows != c.collectives+c.individuals {
			t.Errorf("%d collectives and %d persons: %d rows, and the text is\n%s", c.collectives, c.individuals, rows, text)
		}
	}
	text := prose(document(t, sampleAwards(3, 12)))
	for _, want := range []string{"- Bằng khen: 03 tập thể, 06 cá nhân;", "- Giấy khen: 06 cá nhân."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// Without candidates the list that the text refers to is there to be filled.
func TestOpenAwardList(t *testing.T) {
	doc := document(t, AwardProposal{})
	if len(doc.Appendices) != 1 || !strings.Contains(prose(doc), "danh sách tại Phụ lục kèm theo") {
		t.Fatalf("%d appendices for the text\n%s", len(doc.Appendices), prose(doc))
	}
	var rows []string
	for _, table := range tables(doc.Appendices[0].Body) {
		for _, r := range table.Rows {
			rows = append(rows, row(r))
		}
	}
	want := "1|[Ghi tên tập thể]|[Ghi đơn vị quản lý]|[tóm tắt thành tích]|[hình thức khen thưởng]\n1|[Ghi họ và tên]|[Ghi chức vụ, đơn vị]|[tóm tắt thành tích]|[hình thức khen thưởng]"
	if got := strings.Join(rows, "\n"); got != want {
		t.Errorf("the rows to fill are\n%s", got)
	}
	for whom, p := range map[string]AwardProposal{"tập thể, cá nhân": {}, "tập thể": sampleAwards(1, 0), "cá nhân": sampleAwards(0, 1)} {
		if got := document(t, p).Summary; !strings.HasPrefix(got, "Về việc đề nghị khen thưởng "+whom+" có ") {
			t.Errorf("for %s the summary is %q", whom, got)
		}
	}
}

// A short schedule stands in the text, a long one in an appendix after the outline for units; the text calls both by their
// numbers.
func TestScheduleMovesToAnAppendix(t *testing.T) {
	for n, want := range map[int]struct {
		guide, schedule string
		appendices      int
	}{
		0:  {"theo đề cương (Phụ lục kèm theo)", "[Ghi lịch kiểm tra", 1},
		15: {"theo đề cương (Phụ lục kèm theo)", "Kiểm tra tại 15 đơn vị theo lịch sau:", 1},
		16: {"theo đề cương (Phụ lục I kèm theo)", "16 đơn vị; lịch cụ thể tại Phụ lục II kèm theo.", 2},
	} {
		doc := document(t, InspectionPlan{Teams: sampleTeams(n)})
		if text := prose(doc); len(doc.Appendices) != want.appendices || !strings.Contains(text, want.guide) || !strings.Contains(text, want.schedule) {
			t.Errorf("%d visits: %d appendices and the text\n%s", n, len(doc.Appendices), text)
		}
	}
	if got := visitSpan(sampleTeams(6)); got != "từ ngày 10 tháng 7 năm 2023 đến ngày 15 tháng 7 năm 2023" {
		t.Errorf("the time of the visits: %s", got)
	}
	doc := document(t, InspectionNotice{Letterhead: sampleLetterhead(), Teams: sampleTeams(2)})
	if got := strings.Join(doc.Recipients[:2], "; "); got != "Hội Liên hiệp Phụ nữ xã Hải Vân; Hội Liên hiệp Phụ nữ xã Giao Thanh" {
		t.Errorf("the units come first among the recipients, got %s", got)
	}
}

// row is a row of a table in one line, its head that of headOf.
func row(r layout.Row) string { return strings.Join(r.Cells, "|") }

func headOf(table layout.Table) string {
	var heads []string
	for _, c := range table.Head[0] {
		heads = append(heads, c.Text)
	}
	return strings.Join(heads, "|")
}

// A schedule has the columns that tell something.
func TestScheduleHasNoEmptyColumns(t *testing.T) {
	visits := []PlannedVisit{{Unit: "Hội Liên hiệp Phụ nữ thành phố Nam Định"}, {Unit: "Hội Liên hiệp Phụ nữ huyện Mỹ Lộc", Date: date(2023, 7, 12)}, {Unit: "Hội Liên hiệp Phụ nữ huyện Xuân Trường", Date: date(2023, 7, 10)}}
	led := []TeamMember{{Name: "Trần Thị Định", Role: "Trưởng đoàn"}}
	const plain, timed = "TT|Đơn vị được kiểm tra, địa điểm|Thời gian", "Hội Liên hiệp Phụ nữ huyện Xuân Trường|10/7/2023"
	for _, c := range []struct {
		name      string
		teams     []InspectionTeam
		head, row string
	}{
		{"nobody is assigned yet", []InspectionTeam{{Visits: visits}}, plain, "1|" + timed},
		{"a single team", []InspectionTeam{{Name: "Đoàn kiểm tra", Members: led, Visits: visits}}, plain + "|Trưởng đoàn", "1|" + timed + "|Trần Thị Định"},
		{"one team and visits without any", []InspectionTeam{{Visits: visits}, {Members: led, Visits: visits}}, plain + "|Trưởng đoàn", "1|" + timed + "|[trưởng đoàn]"},
		{"teams without a leader", []InspectionTeam{{Name: "Đoàn A", Visits: visits}, {Name: "Đoàn B"}}, "TT|Đoàn|Đơn vị được kiểm tra, địa điểm|Thời gian", "1|Đoàn A|" + timed},
		{"several teams", []InspectionTeam{{Members: led, Visits: visits}, {Visits: visits}, {Members: led, Visits: visits}}, "TT|Đoàn|Đơn vị được kiểm tra, địa điểm|Thời gian|Trưởng đoàn", "1|Đoàn số 1|" + timed + "|Trần Thị Định"},
	} {
		doc := document(t, InspectionPlan{Teams: c.teams})
		table := tables(doc.Body)[0]
		width := 0.0
		for _, column := range table.Columns {
			width += column.Width
		}
		if headOf(table) != c.head || row(table.Rows[0]) != c.row || width != 165 {
			t.Errorf("%s: %s, then %s, on %v mm", c.name, headOf(table), row(table.Rows[0]), width)
		}
		if text := rawText(t, doc); !strings.Contains(text, "Hội Liên hiệp Phụ nữ thành phố Nam Định") || !strings.Contains(text, "Hội Liên hiệp Phụ nữ huyện Mỹ Lộc") {
			t.Errorf("%s: the name of a unit is torn:\n%s", c.name, text)
		}
	}
	several := visitsTable([]InspectionTeam{{Members: led, Visits: visits}, {Visits: visits}, {Members: led, Visits: visits}})
	if got := row(several.Rows[3]) + "; " + row(several.Rows[8]); got != "4|[đoàn]|"+timed+"|[trưởng đoàn]; 9|Đoàn số 2|Hội Liên hiệp Phụ nữ thành phố Nam Định|[ngày]|Trần Thị Định" {
		t.Errorf("teams are numbered without the visits that have none, days are in order, and a day left to write comes last: %s", got)
	}
}

// The opening of a plan names its subject, and what is not known is left to write there.
func TestPlanNamesItsSubject(t *testing.T) {
	for _, c := range []struct{ subject, summary, text string }{
		{"Thực hiện khâu đột phá năm 2024", "Thực hiện khâu đột phá năm 2024", "xây dựng Kế hoạch thực hiện khâu đột phá năm 2024 như sau:"},
		{"Kế hoạch công tác Hội năm 2024.", "Công tác Hội năm 2024", "xây dựng Kế hoạch công tác Hội năm 2024 như sau:"},
		{"", "", "Thực hiện [điền văn bản mà kế hoạch này thực hiện], [điền cơ quan ban hành] xây dựng Kế hoạch [điền nội dung kế hoạch] như sau:"},
	} {
		doc := document(t, Plan{Subject: c.subject})
		if text := prose(doc); doc.Summary != c.summary || !strings.Contains(text, c.text) || !strings.Contains(text, "II. CHỈ TIÊU\n- [Nêu các chỉ tiêu]") {
			t.Errorf("%q: summary %q and\n%s", c.subject, doc.Summary, text)
		}
	}
}

func TestSubjectsInsideASentence(t *testing.T) {
	for subject, want := range map[string]string{
		"Thực hiện khâu đột phá": "thực hiện khâu đột phá", "Đào tạo, bồi dưỡng cán bộ Hội": "đào tạo, bồi dưỡng cán bộ Hội", "Hội nghị sơ kết": "hội nghị sơ kết",
		"Hội Liên hiệp Phụ nữ tỉnh tổ chức tập huấn": "Hội Liên hiệp Phụ nữ tỉnh tổ chức tập huấn", "Ủy ban Kiểm tra họp": "Ủy ban Kiểm tra họp",
		"Nam Định phát triển phong trào": "Nam Định phát triển phong trào", "UBND tỉnh làm việc": "UBND tỉnh làm việc",
		"Học Nghị quyết Đại hội": "học Nghị quyết Đại hội", "Ở cơ sở": "ở cơ sở", "100% chi hội": "100% chi hội", "": "",
	} {
		if got := insideSentence(subject); got != want {
			t.Errorf("%q: got %q, want %q", subject, got, want)
		}
	}
}

// A letter without an addressee asks for it, so that "Như trên" leads its recipients.
func TestLetterIsAddressed(t *testing.T) {
	doc := document(t, OfficialLetter{Subject: "V/v Báo cáo kết quả kiểm tra"})
	if strings.Join(doc.To, "; ") != "[Ghi nơi nhận công văn]" || doc.Summary != "báo cáo kết quả kiểm tra" {
		t.Errorf("to %q about %q", doc.To, doc.Summary)
	}
	if text := rawText(t, doc); !strings.Contains(text, "Nơi nhận:\n- Như trên") {
		t.Errorf("the recipients do not begin with those above:\n%s", text)
	}
}

// An invitation goes to those invited, not to the standing recipients of the letterhead.
func TestInvitationGoesToItsGuests(t *testing.T) {
	for _, c := range []struct {
		others []string
		want   string
	}{{nil, "Như kính mời"}, {[]string{"Thường trực Tỉnh ủy (để báo cáo)"}, "Như kính mời; Thường trực Tỉnh ủy (để báo cáo)"}} {
		doc := document(t, Invitation{Letterhead: sampleLetterhead(), Recipients: c.others})
		if got := strings.Join(doc.Recipients, "; "); got != c.want || doc.Archive != "VT, VP" {
			t.Errorf("recipients %q and archive %q, want %q", got, doc.Archive, c.want)
		}
	}
	if text := prose(document(t, samples()[InvitationID])); !strings.Contains(text, "- Nội dung: Sơ kết công tác 6 tháng đầu năm; bàn nhiệm vụ 6 tháng cuối năm.\n- Chủ trì: Đồng chí Trần Thị Định") {
		t.Errorf("what follows in a sentence has a small letter:\n%s", text)
	}
}

// Minutes say when a visit was held as far as it is known.
func TestMinutesWithoutTime(t *testing.T) {
	day := date(2023, 7, 10)
	for _, c := range []struct {
		name, start, end string
		minutes          InspectionMinutes
	}{
		{"nothing is known", "hồi [điền giờ], ngày [điền ngày, tháng, năm], tại [điền địa điểm]", "vào hồi [điền giờ], ngày [điền ngày, tháng, năm].", InspectionMinutes{}},
		{"the day", "hồi [điền giờ], ngày 10 tháng 7 năm 2023, tại", "vào hồi [điền giờ] cùng ngày.", InspectionMinutes{Start: day, End: day}},
		{"the hours", "hồi 08 giờ 00, ngày 10 tháng 7 năm 2023, tại", "vào hồi 11 giờ 30 cùng ngày.", InspectionMinutes{Start: day.Add(8 * time.Hour), End: day.Add(23 * time.Hour / 2)}},
		{"two days", "hồi 08 giờ 00, ngày 10 tháng 7 năm 2023, tại", "vào hồi 11 giờ 30, ngày 11 tháng 7 năm 2023.", InspectionMinutes{Start: day.Add(8 * time.Hour), End: day.Add(24*time.Hour + 23*time.Hour/2)}},
	} {
		if text := prose(document(t, c.minutes)); !strings.Contains(text, c.start) || !strings.Contains(text, c.end) {
			t.Errorf("%s: the text is\n%s", c.name, text)
		}
	}
}

func TestDecision(t *testing.T) {
	doc := document(t, samples()[TeamDecisionID])
	if doc.Enacting != "BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH" || doc.Recipients[0] != "Như Điều 3" || len(doc.To) > 0 {
		t.Errorf("enacting %q, recipients %v, to %v", doc.Enacting, doc.Recipients, doc.To)
	}
	if got := doc.Basis[len(doc.Basis)-1]; got != "Theo đề nghị của Ban Xây dựng tổ chức Hội" || len(doc.Basis) != 3 {
		t.Errorf("basis %v", doc.Basis)
	}
	if got := doc.NumberedSymbol(); got != "05/QĐ-BTV" {
		t.Errorf("number %s", got)
	}
	teams := sampleTeams(2)
	for want, list := range map[string][]InspectionTeam{"hành lập 02 Đoàn kiểm tra": teams, "hành lập Đoàn kiểm tra": teams[:1], "hành lập Đoàn kiểm tra, giám sát [": nil} {
		doc := document(t, TeamDecision{Teams: list})
		if !strings.Contains(doc.Summary, "t"+want) || !strings.Contains(prose(doc), "T"+want) {
			t.Errorf("%d teams: summary %q and\n%s", len(list), doc.Summary, prose(doc))
		}
	}
}

func TestMinutesAreSignedByThree(t *testing.T) {
	doc := document(t, samples()[InspectionMinutesID])
	var signers []string
	for _, s := range doc.Signers {
		signers = append(signers, s.Position+" "+s.Name)
	}
	if got := strings.Join(signers, "; "); got != "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA Vũ Thị Nhung; TRƯỞNG ĐOÀN Trần Thị Định; THƯ KÝ Vũ Thị Quỳnh" {
		t.Errorf("signed by %s", got)
	}
	if !doc.Dateless || doc.Place != "" || doc.Archive != "VT, Hồ sơ" {
		t.Error("minutes have no line of place and date, and an archive line of their own")
	}
}

func TestSymbols(t *testing.T) {
	for id, want := range map[string]string{
		OfficialLetterID: "BTV-XDTC", InvitationID: "GM-BTV", AwardProposalID: "TTr-BTV", InspectionMinutesID: "BB-BTV", CadreListID: "",
	} {
		if got := document(t, samples()[id]).Symbol; got != want {
			t.Errorf("%s: symbol %q, want %q", id, got, want)
		}
	}
}

func TestRegister(t *testing.T) {
	doc := sampleRegister().Document()
	table := tables(doc.Body)[0]
	var got []string
	for _, row := range table.Rows {
		content, _, _ := strings.Cut(row.Cells[2], " việc")
		got = append(got, row.Cells[0]+" "+content)
	}
	want := []string{"01/BC-BTV Báo cáo Kết quả kiểm tra, giám sát", "02/BC-BTV Báo cáo Kết quả kiểm tra, giám sát", "03/BC-BTV (ĐÃ HỦY) Báo cáo Kết quả kiểm tra, giám sát",
		" (số 04 chưa sử dụng)", "05/BTV-XDTC Công văn Kết quả kiểm tra, giám sát", " (số 06 chưa sử dụng)", " (số 07 chưa sử dụng)", "08/BC-BTV Báo cáo Kết quả kiểm tra, giám sát"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
	width := 0.0
	for _, c := range table.Columns {
		width += c.Width
	}
	if width != 252 || len(table.Columns) != 10 || doc.Symbol != "" {
		t.Errorf("%d columns of %v mm, want the 10 of Phụ lục IV on 252 mm", len(table.Columns), width)
	}
	for _, d := range []layout.Document{doc, (Register{}).Document()} {
		if _, err := layout.PDF(d); err != nil {
			t.Error(err)
		}
	}
}

// Names from the database are text, whatever marks of the text form they hold.
func TestMarksInValuesArePrinted(t *testing.T) {
	const odd = `Xã *A* | B [^1] \ «C»`
	notice := document(t, InspectionNotice{
		Letterhead: Letterhead{OrganName: odd, To: []string{odd}, Recipients: []string{odd}}, Scope: InspectionScope{Subject: odd, Contents: []string{odd}},
		Teams: []InspectionTeam{{Name: odd, Members: []TeamMember{{Name: odd}}, Visits: []PlannedVisit{{Unit: odd}}}},
	})
	if text := prose(notice); strings.Count(text, odd) < 4 || !strings.Contains(notice.Summary, odd) || notice.Recipients[0] != odd {
		t.Errorf("summary %q, recipients %q, text\n%s", notice.Summary, notice.Recipients, text)
	}
	if cell := tables(notice.Body)[0].Rows[0].Cells[1]; cell != odd {
		t.Errorf("in a table: %q", cell)
	}
	list := document(t, CadreList{Unit: odd, Rows: []CadreRow{{Name: odd, Note: "dòng một\ndòng hai"}}})
	if cell := tables(list.Body)[0].Rows[0].Cells[1]; cell != odd || list.Summary != odd {
		t.Errorf("in a list: %q under %q", cell, list.Summary)
	}
}

// Minutes that are printed before the visit have room for a pen wherever something is not known, and what is known stands in them.
func TestMinutesToFillInByHand(t *testing.T) {
	minutes := InspectionMinutes{
		ByHand: true, Unit: "Hội Liên hiệp Phụ nữ xã Hải Vân", UnitMembers: []TeamMember{{Name: "Vũ Thị Nhung"}},
		Items: []InspectedItem{{Section: "Chỉ tiêu", Content: "Có mô hình", Points: "…/8"}}, Table: true, Pointed: true,
	}
	source, err := minutes.Draft("")
	if err != nil {
		t.Fatal(err)
	}
	if open := Prompts(source.Body); len(open) > 0 {
		t.Errorf("places to write stand in brackets: %v", open)
	}
	doc := document(t, minutes)
	text := prose(doc)
	for _, want := range []string{"hồi …… giờ ……, ngày …… tháng …… năm ………", "- Vũ Thị Nhung.\n" + handLine, "1. Ưu điểm\n" + handLine + "\n" + handLine, "lập thành ……… bản"} {
		if !strings.Contains(text, want) {
			t.Errorf("the minutes lack %q:\n%s", want, text)
		}
	}
	all := tables(doc.Body)
	if len(all) != 2 || all[0].Rows[1].Cells[2] != "…/8" || strings.Count(all[0].Rows[1].Cells[3], "\n") != 1 || len(all[1].Rows) != handLines {
		t.Errorf("want the form with a cell of two lines to write on and %d free rows of remedies, got %+v", handLines, all)
	}
}

// The minutes of a recheck put what was asked for beside what was found now.
func TestRecheckStandsBesideTheFirstVisit(t *testing.T) {
	item := RecheckedItem{"Sổ chưa cập nhật", "Cập nhật sổ", date(2023, 9, 30), "", "đã khắc phục"}
	for _, paper := range []drafter{
		InspectionMinutes{First: date(2023, 7, 10), Rechecked: []RecheckedItem{item, {Task: "Gửi báo cáo"}}},
		InspectionConclusion{First: date(2023, 7, 10), Rechecked: []RecheckedItem{item, {Task: "Gửi báo cáo"}}},
	} {
		table := tables(document(t, paper).Body)[0]
		if got := headOf(table); got != "TT|Tồn tại, kiến nghị tại lần kiểm tra ngày 10/7/2023|Đơn vị báo cáo khắc phục|Kết quả kiểm tra lại" {
			t.Errorf("head %q", got)
		}
		if got := row(table.Rows[0]); got != "1|Sổ chưa cập nhật.\nKiến nghị: cập nhật sổ (thời hạn 30/9/2023).|Chưa báo cáo.|Đã khắc phục." {
			t.Errorf("first row %q", got)
		}
		if got := row(table.Rows[1]); got != "2|Kiến nghị: gửi báo cáo.|Chưa báo cáo.|[ghi kết quả]" {
			t.Errorf("a general remedy not looked at yet: %q", got)
		}
	}
}
