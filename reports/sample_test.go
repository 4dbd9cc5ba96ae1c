package reports

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"cosohoi/reports/layout"
)

var look = flag.String("look", "", "folder to write the sample papers to, to look at them")

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
		{"Hội Liên hiệp Phụ nữ xã Hải Vân, huyện Hải Hậu", date(2023, 10, 18), "Trần Thị Minh Nguyệt", "Sổ theo dõi hội viên chưa cập nhật hội viên mới kết nạp trong quý III; biên bản sinh hoạt của 02 chi hội còn sơ sài"},
		{"Hội Liên hiệp Phụ nữ thị trấn Gôi, huyện Vụ Bản", date(2023, 10, 24), "Nguyễn Thị Thu Hà", "Mô hình “3 có, 3 biết” mới triển khai tại 03/9 chi hội."},
		{"Hội Liên hiệp Phụ nữ phường Trần Tế Xương, thành phố Nam Định", date(2023, 11, 3), "", "Chưa có văn bản đề xuất chế độ bồi dưỡng hằng tháng cho chi hội trưởng"},
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

// TestLook writes the sample papers when -look names a folder.
func TestLook(t *testing.T) {
	if *look == "" {
		t.Skip("nothing to write: -look is not set")
	}
	draft := sampleInspection(38)
	draft.Number, draft.Date = 0, time.Time{}
	draft.Letterhead.To = append(draft.Letterhead.To, "Ban Dân vận Tỉnh ủy")
	for i := range 14 {
		draft.Notes = append(draft.Notes, draft.Notes[i%3])
	}
	empty := InspectionReport{Letterhead: sampleLetterhead(), Number: 12, Date: date(2023, 7, 5), Basis: draft.Basis,
		Period: "6 tháng đầu năm 2023", From: date(2023, 1, 1), To: date(2023, 6, 30), AsOf: date(2023, 6, 30), Term: "2022 - 2027"}
	deputy := sampleInspection(2)
	deputy.Letterhead.Deputy, deputy.Letterhead.Position, deputy.Letterhead.Signer = "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Thu Hà"
	small := deputy.Document()
	small.Preset, small.Margins = 13, layout.Margins{Top: 20, Bottom: 20, Left: 30, Right: 15}
	for name, doc := range map[string]layout.Document{
		"inspection": sampleInspection(11).Document(), "inspection-draft": draft.Document(), "inspection-empty": empty.Document(), "inspection-13": small,
		"cadres": sampleCadres(45, false).Document(), "cadres-sensitive": sampleCadres(25, true).Document(),
	} {
		pdf, err := layout.PDF(doc)
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(filepath.Join(*look, name+".pdf"), pdf); err != nil {
			t.Fatal(err)
		}
	}
}
