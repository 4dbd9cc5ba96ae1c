package app

import (
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
)

// The words from which the demonstration province is invented. Names are common words put together by
// chance; telephone numbers are in a block that no operator gives out.

var familyNames = []string{"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Phạm", "Hoàng", "Vũ", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Đoàn", "Lâm", "Mai", "Trịnh", "Cao", "Phan", "Đào", "Lương"}

var middleNames = []string{"Thị", "Thị", "Thị", "Thị", "Thị Thanh", "Thị Ngọc", "Thị Thu", "Thị Kim", "Thị Bích", "Thị Minh", "Thị Hồng", "Thị Mỹ", "Thị Phương"}

var givenNames = []string{"An", "Anh", "Ánh", "Bình", "Bưởi", "Châu", "Chanh", "Cúc", "Dịu", "Dung", "Duyên", "Đào", "Đoan", "Gấm", "Giang", "Hà", "Hải", "Hạnh", "Hằng", "Hân", "Hiền", "Hoa", "Hòa", "Huệ", "Hường", "Khánh", "Lan", "Lành", "Liên", "Loan", "Lụa", "Lựu", "Mai", "Mận", "Mẫn", "Mơ", "Na", "Nga", "Ngà", "Nhài", "Nhạn", "Nhàn", "Nhung", "Nụ", "Oanh", "Phượng", "Quế", "Quyên", "Sen", "Sim", "Tâm", "Thảo", "Thắm", "Thêu", "Thơm", "Thủy", "Tơ", "Trà", "Trúc", "Tươi", "Út", "Vân", "Xoan", "Xuân", "Yên", "Yến"}

var specialties = []string{"", "", "Trung cấp Nông nghiệp", "Trung cấp Y", "Trung cấp Kế toán", "Cao đẳng Sư phạm", "Đại học Luật", "Đại học Hành chính", "Đại học Kinh tế"}

var politicsLevels = []string{"", "", "Sơ cấp", "Trung cấp"}

var demoNotes = []string{
	"Sổ danh sách hội viên cập nhật chưa kịp thời; đề nghị bổ sung trong quý sau.",
	"Chi hội sinh hoạt đều, nội dung gắn với nhu cầu hội viên; cần tăng tin bài tuyên truyền.",
	"Mô hình “3 có, 3 biết” mới triển khai ở một số chi hội; đề nghị nhân rộng.",
	"Quỹ hội thu đạt, sổ sách rõ ràng; chưa có mô hình thu hút hội viên đặc thù.",
	"Hoạt động dịp 8/3 và 20/10 phối hợp tốt với các ngành; cần đánh giá hiệu quả mô hình “1+1”.",
	"Một số chi hội trưởng mới, đề nghị tập huấn nghiệp vụ công tác Hội.",
	"Nhận ủy thác Ngân hàng Chính sách xã hội đúng quy định; cần theo dõi hộ vay quá hạn.",
}

// cadre invents a person born from one year to another; joined is when she entered the Party, zero if not.
func (d *demo) cadre(place string, from, to int, joined day.Date) data.Cadre {
	adult := 18 // nobody joins the Party or the Union's work earlier
	if !joined.IsZero() {
		to = min(to, joined.Year-adult)
	}
	pick := func(words []string) string { return words[d.random.IntN(len(words))] }
	d.phones++
	c := data.Cadre{
		FullName:    pick(familyNames) + " " + pick(middleNames) + " " + pick(givenNames),
		Birth:       d.date(from, to),
		Female:      true,
		Ethnic:      "Kinh",
		Religion:    "Không",
		NativePlace: place + ", Nam Định",
		Residence:   place + ", Nam Định",
		Phone:       fmt.Sprintf("0000%06d", d.phones%1000000),
		Education:   "12/12",
		Specialty:   pick(specialties),
		Politics:    pick(politicsLevels),
		UnionSince:  day.Date{Year: 2005 + d.random.IntN(15)},
	}
	if d.chance(18) {
		c.Religion = "Công giáo"
	}
	if d.chance(15) {
		c.Education = "10/12"
	}
	c.UnionSince.Year = max(c.UnionSince.Year, c.Birth.Year+adult)
	if !joined.IsZero() {
		c.PartyProbationOn = joined
		c.PartyOfficialOn = day.Date{Year: joined.Year + 1, Month: joined.Month, Day: joined.Day}
	}
	d.particulars(&c)
	return c
}
