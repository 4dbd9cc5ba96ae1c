package reports

import (
	"fmt"
	"strings"
	"testing"

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
	if cell := tables(notice.Body)[0].Rows[0].Cells[2]; cell != odd {
		t.Errorf("in a table: %q", cell)
	}
	list := document(t, CadreList{Unit: odd, Rows: []CadreRow{{Name: odd, Note: "dòng một\ndòng hai"}}})
	if cell := tables(list.Body)[0].Rows[0].Cells[1]; cell != odd || list.Summary != odd {
		t.Errorf("in a list: %q under %q", cell, list.Summary)
	}
}
