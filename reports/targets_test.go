package reports

import (
	"strings"
	"testing"

	"cosohoi/reports/layout"
)

func lastYear(targets ...TargetResult) targetSet {
	return targetSet{targets, withLastYear.head, withLastYear.words}
}

func TestTargetSentences(t *testing.T) {
	goal := func(now, before Figure) TargetResult {
		return TargetResult{Unit: "cơ sở Hội", Goal: 50, Now: now, Before: before}
	}
	for _, c := range []struct {
		name   string
		target TargetResult
		want   string
	}{
		{"better than last year", goal(Figure{200, 226, true}, Figure{193, 226, true}), "200/226 cơ sở Hội, đạt 88,5%, tăng 3,1 điểm % so với cùng kỳ; đạt kế hoạch"},
		{"the difference is that of the printed rates", goal(Figure{1, 3, true}, Figure{1, 6, true}), "01/03 cơ sở Hội, đạt 33,3%, tăng 16,6 điểm % so với cùng kỳ; chưa đạt kế hoạch"},
		{"worse", goal(Figure{40, 100, true}, Figure{44, 100, true}), "40/100 cơ sở Hội, đạt 40%, giảm 4 điểm % so với cùng kỳ; chưa đạt kế hoạch"},
		{"the same", goal(Figure{5, 10, true}, Figure{50, 100, true}), "05/10 cơ sở Hội, đạt 50%, giữ nguyên so với cùng kỳ; đạt kế hoạch"},
		{"nothing to compare with", goal(Figure{5, 10, true}, Figure{}), "05/10 cơ sở Hội, đạt 50%; đạt kế hoạch"},
		{"nothing to count is not 0 %", goal(Figure{0, 0, true}, Figure{}), "không có cơ sở Hội thuộc diện tính"},
		{"a target without goal is neither met nor missed", TargetResult{Unit: "chi hội", Now: Figure{3, 4, true}}, "03/04 chi hội, đạt 75%"},
		{"99,96 % does not meet 100 %", TargetResult{Unit: "chi hội", Goal: 100, Now: Figure{2499, 2500, true}}, "2.499/2.500 chi hội, đạt 99,9%; chưa đạt kế hoạch"},
	} {
		if got := lastYear().sentence(c.target); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTargetSummary(t *testing.T) {
	met := TargetResult{Goal: 100, Now: Figure{9, 9, true}}
	missed := TargetResult{Goal: 100, Now: Figure{8, 9, true}}
	unknown := TargetResult{Goal: 100}
	for _, c := range []struct {
		targets []TargetResult
		want    string
	}{
		{nil, "Chưa có số liệu về các chỉ tiêu của kế hoạch."},
		{[]TargetResult{met, met, missed}, "Đạt và vượt 02/03 chỉ tiêu của kế hoạch."},
		{[]TargetResult{unknown, unknown}, "Chưa đủ số liệu để đánh giá mức đạt của 02 chỉ tiêu."},
		{[]TargetResult{missed, missed}, "Chưa đạt chỉ tiêu nào trong 02 chỉ tiêu của kế hoạch."},
		{[]TargetResult{missed, unknown}, "Trong 02 chỉ tiêu của kế hoạch, 01 chỉ tiêu có đủ số liệu để đánh giá, trong đó chưa đạt chỉ tiêu nào; 01 chỉ tiêu chưa đủ số liệu."},
		{[]TargetResult{met, missed, unknown}, "Trong 03 chỉ tiêu của kế hoạch, 02 chỉ tiêu có đủ số liệu để đánh giá, trong đó đạt và vượt 01 chỉ tiêu; 01 chỉ tiêu chưa đủ số liệu."},
	} {
		if got := lastYear(c.targets...).summary(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestTargetTable(t *testing.T) {
	table := tables(lastYear(sampleTargets()...).table(date(2023, 11, 30)))[0]
	for i, want := range []string{
		"1.1|100% cơ sở Hội có mô hình “1+1”|100%|200/226|88,5|85,4|+3,1",
		"1.2|100% cơ sở Hội có mô hình “3 có, 3 biết”|100%|226/226|100,0|100,0|0,0",
		"1.3|Xây dựng, củng cố ít nhất 01 mô hình thu hút hội viên đặc thù hoạt động hiệu quả|100%|151/226|66,8|70,8|-4,0",
	} {
		if got := strings.Join(table.Rows[i].Cells, "|"); got != want {
			t.Errorf("row %d: got %s, want %s", i+1, got, want)
		}
	}
	if got := strings.Join(table.Rows[5].Cells[3:], "|"); got != "chưa có số liệu||5,3|" {
		t.Errorf("what was not reported: got %s", got)
	}
}

// The figures by unit: at most 12 columns to a table, every target in one, TT and unit in each, and the figures of the whole
// in the last row.
func TestTargetAppendix(t *testing.T) {
	targets := sampleTargets()
	for n := 1; n <= len(targets); n++ {
		set := lastYear(targets[:n]...)
		doc := document(t, YearReport{PeriodReport{Targets: targets[:n]}})
		if len(doc.Appendices) != 2 || doc.Appendices[1].Title != "BIỂU ĐỒ" || !doc.Appendices[0].Landscape || doc.Appendices[0].Title != "SỐ LIỆU THỰC HIỆN CÁC CHỈ TIÊU" {
			t.Fatalf("%d targets: appendices %+v", n, doc.Appendices)
		}
		shown := 0
		for _, table := range tables(doc.Appendices[0].Body) {
			width := 0.0
			for _, c := range table.Columns {
				width += c.Width
			}
			if len(table.Columns) > 12 || width > 252 {
				t.Errorf("%d targets: a table of %d columns and %v mm", n, len(table.Columns), width)
			}
			shown += (len(table.Columns) - 2) / 2
			if len(table.Rows) != len(set.units())+1 || !table.Rows[len(table.Rows)-1].Total || table.Rows[9].Cells[1] != "Huyện Hải Hậu" {
				t.Errorf("%d targets: %d rows for %d units and the total", n, len(table.Rows), len(set.units()))
			}
		}
		if shown != n {
			t.Errorf("%d of %d targets are in the tables", shown, n)
		}
	}
	whole := tables(document(t, samples()[YearReportID]).Appendices[0].Body)[0]
	if got := strings.Join(whole.Rows[4].Cells, "|"); !strings.Contains(got, "Huyện Nghĩa Hưng|23/24|95,8|22/24|91,7|chưa có số liệu||") {
		t.Errorf("a unit that did not report: %s", got)
	}
	if got := strings.Join(whole.Rows[10].Cells, "|"); got != "|Tổng cộng|200/226|88,5|226/226|100,0|151/226|66,8|834/1.604|52,0" {
		t.Errorf("the last row is that of the whole: %s", got)
	}
	bare := document(t, YearReport{PeriodReport{Targets: []TargetResult{{Name: "A"}}}})
	if text := prose(layout.Document{Body: bare.Appendices[0].Body}); text != "Chưa có số liệu theo đơn vị." {
		t.Errorf("without units: %q", text)
	}
}
