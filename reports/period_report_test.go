package reports

import (
	"strings"
	"testing"
)

// What the four reports say of the same values.
func TestPeriodReports(t *testing.T) {
	term := samplePeriod()
	for _, c := range []struct {
		name   string
		report drafter
		want   []string
	}{
		{"6 months", HalfYearReport{PeriodReport{Period: "6 tháng đầu năm 2023", To: date(2023, 6, 30)}}, []string{"Phần thứ nhất", "PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2023"}},
		{"the second 6 months", HalfYearReport{PeriodReport{To: date(2023, 12, 31)}}, []string{"PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG ĐẦU NĂM 2024"}},
		{"a year", YearReport{samplePeriod()}, []string{
			"KẾT QUẢ CÔNG TÁC HỘI VÀ PHONG TRÀO PHỤ NỮ NĂM 2023", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024",
			"Tổ chức Hội hiện có 10 Hội Liên hiệp Phụ nữ huyện, thành phố; 04 đơn vị trực thuộc; 226 cơ sở Hội; 2.104 chi hội; 6.310 tổ phụ nữ.",
			"Chức danh còn khuyết: Chủ tịch Hội cơ sở 03/226; chi hội trưởng 12/2.104.",
			"Chi hội trưởng là đảng viên: 488/2.092 người, chiếm 23,3%.",
			"- Đợt kiểm tra cuối năm 2023: đã kiểm tra 198/223 đơn vị phải kiểm tra, đạt 88,8%; còn 25 đơn vị chưa kiểm tra, trong đó 11 đơn vị đã quá hạn.",
			"Qua kiểm tra đã yêu cầu khắc phục 34 nội dung; đã khắc phục 29/34 nội dung, đạt 85,3%; 02 nội dung quá hạn chưa khắc phục.",
			"- Đạt và vượt 02/07 chỉ tiêu của kế hoạch: chỉ tiêu 1.2, 2.",
			"- Có 04/07 chỉ tiêu chưa đạt kế hoạch: chỉ tiêu 1.1, 1.3, 3.1, 4.",
			"- Có 01/07 chỉ tiêu chưa đủ số liệu để đánh giá: chỉ tiêu 3.2.",
			"- Tập trung thực hiện chỉ tiêu 1.1 (100% cơ sở Hội có mô hình “1+1”); còn 26/226 cơ sở Hội chưa đạt.",
			"- Hoàn thành kiểm tra 25 lượt đơn vị chưa được kiểm tra.", "so với cùng kỳ",
			"Số liệu theo từng đơn vị tại Phụ lục I kèm theo.",
		}},
		{"half a term", MidTermReport{term, "Nghị quyết Đại hội"}, []string{"Phần I\nĐÁNH GIÁ GIỮA NHIỆM KỲ", "A. TÌNH HÌNH PHỤ NỮ", "thực hiện Nghị quyết Đại hội", "4. Bài học kinh nghiệm", "NHIỆM VỤ, GIẢI PHÁP NỬA CUỐI NHIỆM KỲ", "so với đầu nhiệm kỳ"}},
		{"a term", EndOfTermReport{term, "", "2027 - 2032"}, []string{"tổng kết thực hiện [điền nghị quyết]", "IV. BÀI HỌC KINH NGHIỆM", "PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2027 - 2032"}},
	} {
		text := prose(document(t, c.report))
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", c.name, want, text)
			}
		}
	}
}

// Targets without figures stand in the table, ready to be filled; the text says once that they have none.
func TestPeriodReportWithoutFigures(t *testing.T) {
	none, some := samplePeriod(), samplePeriod()
	none.Targets, some.Targets = sampleTargets(), sampleTargets()
	for i := range none.Targets {
		none.Targets[i].Now = Figure{}
		if i != 1 {
			some.Targets[i].Now = Figure{}
		}
	}
	for _, report := range []drafter{HalfYearReport{none}, YearReport{none}, MidTermReport{none, ""}, EndOfTermReport{none, "", ""}} {
		doc := document(t, report)
		text := prose(doc)
		if strings.Count(text, "Chưa đủ số liệu để đánh giá mức đạt của 07 chỉ tiêu.") != 1 || strings.Count(text, "đủ số liệu") != 1 || strings.Contains(text, "Cụ thể:") || strings.Contains(text, "chưa có số liệu") {
			t.Errorf("%T: the text is\n%s", report, text)
		}
		if rows := tables(doc.Body)[0].Rows; len(rows) != 7 || rows[0].Cells[3] != "chưa có số liệu" {
			t.Errorf("%T: the table of targets is %v", report, rows)
		}
	}
	text := prose(document(t, YearReport{some}))
	for _, want := range []string{
		"Trong 07 chỉ tiêu của kế hoạch, 01 chỉ tiêu có đủ số liệu để đánh giá, trong đó đạt và vượt 01 chỉ tiêu; 06 chỉ tiêu chưa đủ số liệu.",
		"Cụ thể:\n- 100% cơ sở Hội có mô hình “3 có, 3 biết”: 226/226 cơ sở Hội, đạt 100%, giữ nguyên so với cùng kỳ; đạt kế hoạch.\nSố liệu theo",
		"- Có 06/07 chỉ tiêu chưa đủ số liệu để đánh giá: chỉ tiêu 1.1, 1.3, 2, 3.1, 3.2, 4.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// A single round inspects units; several rounds may owe the same unit more than once.
func TestPeriodReportOfOneRound(t *testing.T) {
	one := samplePeriod()
	one.Inspections = one.Inspections[1:]
	text := prose(document(t, YearReport{one}))
	for _, want := range []string{"- Có 11 đơn vị đã quá hạn chưa kiểm tra.", "- Hoàn thành kiểm tra 25 đơn vị chưa được kiểm tra."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}
