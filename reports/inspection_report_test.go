package reports

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"cosohoi/reports/layout"
)

// prose is the text of all headings and paragraphs of a document, no-break spaces as spaces.
func prose(d layout.Document) string {
	var lines []string
	for _, b := range d.Body {
		switch b := b.(type) {
		case layout.Heading:
			lines = append(lines, b.Text)
		case layout.Paragraph:
			text := ""
			for _, r := range b.Runs {
				text += r.Text
			}
			lines = append(lines, text)
		}
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), "\u00a0", " ")
}

func tables(blocks []layout.Block) []layout.Table {
	var found []layout.Table
	for _, b := range blocks {
		if table, ok := b.(layout.Table); ok {
			found = append(found, table)
		}
	}
	return found
}

// rawText draws a document and reads it back in the order of drawing.
func rawText(t testing.TB, doc layout.Document) string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("pdftotext is missing: install poppler-utils, the tests read the documents back with it")
	}
	pdf, err := layout.PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestInspectionSentences(t *testing.T) {
	one := sampleInspection(3)
	one.Rounds = one.Rounds[:1]
	one.Late, one.Notes = nil, nil
	begun := sampleInspection(0)
	for i := range begun.Districts {
		begun.Districts[i].Tallies = []ReportTally{{Owed: 10}, {}}
	}
	for _, c := range []struct {
		name   string
		report InspectionReport
		want   []string
	}{
		{"two rounds, 11 late: sums over 10 districts and the affiliates", sampleInspection(11), []string{
			"Trong kỳ báo cáo có 02 đợt kiểm tra, giám sát theo kế hoạch:",
			"- Đợt kiểm tra 6 tháng đầu năm 2023: kiểm tra kết quả thực hiện từ ngày 15 tháng 5 năm 2023 đến ngày 15 tháng 7 năm 2023, thời hạn hoàn thành ngày 15 tháng 7 năm 2023; 227 đơn vị phải kiểm tra;",
			"Số liệu được tổng hợp từ 10 địa bàn và các đơn vị trực thuộc.",
			// 227 + 223 owed, 227 + 198 done
			"đã kiểm tra 425/450 lượt đơn vị phải kiểm tra, đạt 94,4%; còn 25 lượt đơn vị chưa kiểm tra, trong đó 11 lượt đơn vị đã quá hạn.",
			"- Đợt kiểm tra cuối năm 2023: đã kiểm tra 198/223 đơn vị phải kiểm tra, đạt 88,8%; còn 25 đơn vị chưa kiểm tra, trong đó 11 đơn vị đã quá hạn.",
			"- Có 04/11 địa bàn, đơn vị đã hoàn thành kiểm tra 100% số đơn vị phải kiểm tra: thành phố Nam Định; huyện Mỹ Lộc; huyện Vụ Bản; các đơn vị trực thuộc.",
			"- Còn 25/450 lượt đơn vị chưa được kiểm tra.",
			"thuộc: huyện Nam Trực (02); huyện Trực Ninh (02); huyện Xuân Trường (02); huyện Giao Thủy (02); huyện Hải Hậu (03). Danh sách cụ thể:",
			"1. Tập trung hoàn thành kiểm tra 11 lượt đơn vị đã quá hạn",
			"2. Hoàn thành kiểm tra 14 lượt đơn vị chưa đến hạn theo đúng kế hoạch.",
			"trân trọng báo cáo Thường trực Tỉnh ủy.",
		}},
		{"more than 15 late: an appendix", sampleInspection(38), []string{"(danh sách tại Phụ lục kèm theo)."}},
		{"one round, all done: units are counted once", one, []string{
			"đã kiểm tra 227/227 đơn vị phải kiểm tra, đạt 100%.",
			"- Đã hoàn thành kiểm tra 227/227 đơn vị phải kiểm tra, đạt 100% tại tất cả 11 địa bàn, đơn vị.",
			"- Không có đơn vị chưa kiểm tra; không có đơn vị quá hạn.",
			"Chưa có nội dung do các đoàn kiểm tra ghi nhận trong kỳ.",
			"1. Tiếp tục tổ chức kiểm tra",
		}},
		{"nothing done yet", begun, []string{
			"đã kiểm tra 0/110 lượt đơn vị phải kiểm tra, đạt 0%; còn 110 lượt đơn vị chưa kiểm tra, chưa đến hạn.",
			"- Đợt kiểm tra cuối năm 2023: chưa có đơn vị phải kiểm tra.",
			"Chưa có kết quả kiểm tra để đánh giá.", "- Không có đơn vị quá hạn chưa kiểm tra.",
		}},
		{"no data", InspectionReport{Letterhead: sampleLetterhead(), Period: "năm 2023"}, []string{
			"Trong kỳ báo cáo không có đợt kiểm tra, giám sát nào theo kế hoạch; chưa có số liệu để tổng hợp.",
			"chưa có số liệu về đơn vị phải kiểm tra trong kỳ.", "Chưa có số liệu theo địa bàn, đơn vị trong kỳ báo cáo.",
		}},
	} {
		text := prose(document(t, c.report))
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", c.name, want, text)
			}
		}
	}
}

func TestInspectionTable(t *testing.T) {
	table := tables(document(t, sampleInspection(11)).Body)[0]
	affiliates, total := table.Rows[len(table.Rows)-2], table.Rows[len(table.Rows)-1]
	if got, want := strings.Join(affiliates.Cells, "|"), "11|Các đơn vị trực thuộc|4|4|100,0|0|0|0|–|0"; got != want {
		t.Errorf("a round in which nothing was owed has no rate: got %s, want %s", got, want)
	}
	if got, want := strings.Join(total.Cells, "|"), "|Tổng cộng|227|227|100,0|0|223|198|88,8|11"; got != want || !total.Total {
		t.Errorf("total row: got %s, want %s", got, want)
	}
	many := sampleInspection(0)
	many.Rounds = append(many.Rounds, many.Rounds[0])
	for i := range many.Districts {
		many.Districts[i].Tallies = append(many.Districts[i].Tallies, ReportTally{1, 1, 0})
	}
	found := tables(document(t, many).Body)
	if len(found) != 2 || found[1].Rows[0].Cells[1] != "Thành phố Nam Định" {
		t.Errorf("three rounds make %d tables, want 2 with the names repeated", len(found))
	}
}

func TestLateListMovesToAnAppendix(t *testing.T) {
	for late, want := range map[int]struct{ inText, appendices int }{0: {1, 0}, 15: {2, 0}, 16: {1, 1}} {
		d := document(t, sampleInspection(late))
		if got := len(tables(d.Body)); got != want.inText || len(d.Appendices) != want.appendices {
			t.Errorf("%d late: %d tables in the text and %d appendices, want %d and %d", late, got, len(d.Appendices), want.inText, want.appendices)
		}
	}
	both := sampleInspection(16)
	for range 14 {
		both.Notes = append(both.Notes, both.Notes[0])
	}
	d := document(t, both)
	text := prose(d)
	if len(d.Appendices) != 2 || !strings.Contains(text, "danh sách tại Phụ lục I kèm theo") || !strings.Contains(text, "chi tiết tại Phụ lục II kèm theo") {
		t.Errorf("%d appendices; the text must refer to each by its number:\n%s", len(d.Appendices), text)
	}
}

// With a single round no table repeats its name.
func TestOneRoundIsNotNamedInTables(t *testing.T) {
	one := sampleInspection(11)
	one.Rounds = one.Rounds[1:]
	for i, d := range one.Districts {
		one.Districts[i].Tallies = d.Tallies[1:]
	}
	found := tables(document(t, one).Body)
	if got := headOf(found[0]); got != "TT|Địa bàn, đơn vị|Phải kiểm tra|Đã kiểm tra|Tỷ lệ (%)|Quá hạn" || len(found[0].Head) != 1 {
		t.Errorf("the head of the districts is %s in %d rows", got, len(found[0].Head))
	}
	if got := headOf(found[1]) + ": " + row(found[1].Rows[0]); got != "TT|Địa bàn|Đơn vị|Ngày theo kế hoạch: 1|Huyện Nam Trực|Hội Liên hiệp Phụ nữ xã Nam Điền 1|06/11/2023" {
		t.Errorf("the late units are %s", got)
	}
	for _, table := range found {
		width := 0.0
		for _, c := range table.Columns {
			width += c.Width
		}
		if width != 165 {
			t.Errorf("a table of %v mm, want 165", width)
		}
	}
}

// Of many rounds the districts stand once, with the sums.
func TestSumsOfManyRounds(t *testing.T) {
	r := sampleInspection(0)
	for range 4 {
		r.Rounds = append(r.Rounds, r.Rounds[0])
	}
	found := tables(document(t, r).Body)
	if len(found) != 1 || headOf(found[0]) != "TT|Địa bàn, đơn vị|Phải kiểm tra|Đã kiểm tra|Tỷ lệ (%)|Quá hạn" || strings.Join(found[0].Rows[0].Cells, "|") != "1|Thành phố Nam Định|44|44|100,0|0" {
		t.Errorf("six rounds make %d tables, the first with %v; want one with 22 + 22 of the first district", len(found), found[0].Rows[0].Cells)
	}
}

// What the visits found is summed up with its parts, and what came back is told upward.
func TestFindingsOfTheReport(t *testing.T) {
	text := prose(document(t, withFindings(sampleInspection(0))))
	for _, want := range []string{
		"đã xếp loại 60/215 đơn vị được kiểm tra; tốt: 40 đơn vị (66,7%); khá: 18 đơn vị (30%); đạt: 02 đơn vị (3,3%).",
		"yêu cầu khắc phục 50 kiến nghị; đã khắc phục 41/50 kiến nghị, đạt 82%; 05 kiến nghị quá hạn chưa khắc phục.", // 12 + 38, 12 + 29
		"đã ghi 52 ưu điểm, 50 tồn tại, trong đó 10/50 tồn tại (20%) đã được nêu ở lần kiểm tra trước.",
		"- Mô hình “3 có, 3 biết” mới triển khai ở một số chi hội (xây dựng mô hình): tại 08 đơn vị trong 02 đợt; tái diễn tại 03/08 đơn vị (37,5%). Gồm: xã A; xã B; xã C; xã D; xã Đ; xã E và 02 đơn vị khác.",
		"- Còn 02/230 đơn vị chưa được kiểm tra lần nào trong nhiệm kỳ:",
		"Đôn đốc các đơn vị khắc phục 09 kiến nghị còn lại, trong đó 05 kiến nghị quá hạn",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	many := withFindings(sampleInspection(20))
	for len(many.Found.Unvisited) <= listInText {
		many.Found.Unvisited = append(many.Found.Unvisited, ReportUnvisited{"xã", "Huyện Hải Hậu", ""})
	}
	doc := document(t, many)
	if text := prose(doc); len(doc.Appendices) != 2 || !strings.Contains(text, "danh sách tại Phụ lục I kèm theo") || !strings.Contains(text, "danh sách tại Phụ lục II kèm theo") {
		t.Errorf("two long lists are %d appendices", len(doc.Appendices))
	}
}

// Lists go by district in the order of the table, then by day, then by unit; the reader sees the district first.
func TestListsOfTheInspectionReportAreInOrder(t *testing.T) {
	r := sampleInspection(0)
	day := date(2023, 11, 2)
	for _, l := range []ReportLate{
		{"xã Hải Vân 10", "Huyện Hải Hậu", "", day}, {"xã Đồng Sơn", "Huyện Nam Trực", "", day}, {"xã Hải Vân 2", "Huyện Hải Hậu", "", day}, {"xã lạ", "Huyện không có", "", day},
		{"xã Điền Xá", "Huyện Nam Trực", "", day}, {"xã Yên Trị", "Huyện Nam Trực", "", day.AddDate(0, 0, -1)}, {"xã Ấp Mới", "Huyện Nam Trực", "", day}, {"Công an tỉnh", affiliatesRow, "", day},
	} {
		r.Late = append(r.Late, l)
		r.Notes = append(r.Notes, ReportNote{Unit: l.Unit, District: l.District, Date: l.Planned, Note: "A"})
	}
	r.Districts[9].Tallies[1].Late, r.Notes = len(r.Late), r.Notes[3:]
	doc := document(t, r)
	var late []string
	for _, cells := range tables(doc.Body)[1].Rows {
		late = append(late, cells.Cells[2])
	}
	const want = "xã Yên Trị, xã Ấp Mới, xã Điền Xá, xã Đồng Sơn, xã Hải Vân 2, xã Hải Vân 10, Công an tỉnh, xã lạ"
	if got := strings.Join(late, ", "); got != want {
		t.Errorf("the late units are in the order %s", got)
	}
	text := prose(doc)
	at := -1
	for _, unit := range []string{"- xã Yên Trị, huyện Nam Trực (", "- xã Ấp Mới, huyện Nam Trực (", "- xã Hải Vân 2, huyện Hải Hậu (", "- xã Hải Vân 10, huyện Hải Hậu (", "- Công an tỉnh (", "- xã lạ, huyện không có ("} {
		next := strings.Index(text, unit)
		if next <= at {
			t.Errorf("%q is not in its place in\n%s", unit, text)
		}
		at = next
	}
	if n := (ReportNote{Unit: "Hội Liên hiệp Phụ nữ huyện Hải Hậu", District: "Huyện Hải Hậu"}); n.place() != n.Unit {
		t.Errorf("a district stands under itself: %s", n.place())
	}
}

// The checks of document-layout 8 on the printed paper.
func TestInspectionPaper(t *testing.T) {
	raw := rawText(t, document(t, sampleInspection(38)))
	for _, want := range []string{`(?m)^Số: \d{2,}/BC-BTV Nam Định, ngày 05 tháng 12 năm 2023$`, `(?m)^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$`,
		`(?m)^Kính gửi: Thường trực Tỉnh ủy$`, `Nơi nhận:\n- Như trên;\n`, `- Lưu: VT, VP\.\n`, `TM\. BAN THƯỜNG VỤ\nCHỦ TỊCH\nTrần Thị Định`, `\./\.\n`} {
		if !regexp.MustCompile(want).MatchString(raw) {
			t.Errorf("the paper has nothing like %s", want)
		}
	}
	if strings.Contains(raw, "T/M") || strings.Contains(raw, "ĐẢNG CỘNG SẢN") {
		t.Error("marks of the Party form in a paper of the Union")
	}
	squashed := squash(regexp.MustCompile(`\f\d+\n`).ReplaceAllString(raw, "\f"))
	for _, line := range strings.Split(prose(document(t, sampleInspection(38))), "\n") {
		if !strings.Contains(squashed, squash(line)) {
			t.Errorf("the paper lacks or tears %q", line)
		}
	}
}
