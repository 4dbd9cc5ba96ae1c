package docx

import (
	"strings"
	"testing"
	"time"

	"cosohoi/reports/layout"
)

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// samples are papers of every kind that the form knows, by name.
func samples() map[string]layout.Document {
	return map[string]layout.Document{
		"plan": plan(), "official-letter": officialLetter(), "decision": decision(), "minutes": minutes(), "list": list(), "party": partyPaper(),
	}
}

func letterhead() layout.Document {
	return layout.Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN THƯỜNG VỤ",
		Number: 8, Symbol: "KH-BTV", Place: "Nam Định", Date: date(2023, 7, 4),
		OrganName: "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định",
		Archive:   "VT, VP",
		Signers:   []layout.Signer{{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
	}
}

func plan() layout.Document {
	d := letterhead()
	d.Kind, d.Summary = "KẾ HOẠCH", "Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh”\nnhiệm kỳ 2022 - 2027"
	d.Recipients = []string{"Thường trực Tỉnh ủy (để báo cáo)", "Hội LHPN các huyện, thành phố; các đơn vị trực thuộc"}
	d.Drafter, d.Copies = "XDTC", 25
	d.Urgency, d.Circulation = layout.Urgent, layout.InternalsOnly
	d.Address = "Số 88 đường Minh Họa, thành phố Nam Định; điện thoại 0228 000 000\nThư điện tử: hoi@vidu.vn"
	long := "Các cấp Hội tham mưu, đề xuất với cấp ủy, chính quyền chế độ bồi dưỡng hàng tháng cho 100% chi hội trưởng từ nguồn ngân sách địa phương; chủ động phối hợp với các ban, ngành, đoàn thể tổ chức các hoạt động thiết thực, sát với tình hình thực tiễn của địa phương."
	d.Body = []layout.Block{
		layout.Text("Thực hiện Kế hoạch số 290/KH-BCH, ngày 04/5/2023 của Ban Chấp hành Trung ương Hội LHPN Việt Nam về thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” nhiệm kỳ 2022-2027; Ban Thường vụ Hội LHPN tỉnh xây dựng Kế hoạch triển khai thực hiện trong các cấp Hội, như sau:"),
		layout.Heading{Level: 1, Text: "I. MỤC ĐÍCH, YÊU CẦU"},
		layout.Text("- Nâng cao năng lực đội ngũ cán bộ Hội cơ sở, kiện toàn củng cố tổ chức Hội đáp ứng yêu cầu nhiệm vụ trong tình hình mới."),
		layout.Paragraph{Runs: []layout.Run{{Text: "2.1. Về đổi mới nội dung:", Bold: true}, {Text: " Hội LHPN các huyện, thành phố xây dựng mô hình “1+1”",
			Note: []layout.Run{{Text: "Một cơ sở Hội vững mạnh giúp một cơ sở Hội còn khó khăn, theo "}, {Text: "hướng dẫn của Hội cấp trên", Italic: true}, {Text: "."}}},
			{Text: " và mô hình “3 có, 3 biết”", Note: []layout.Run{{Text: "3 có: có sức khỏe, có tri thức, có kỹ năng sống; 3 biết: biết chăm lo bản thân, biết chia sẻ trách nhiệm trong gia đình, biết tham gia việc của thôn, xóm và cộng đồng nơi cư trú."}}},
			{Text: " ("}, {Text: "đặc biệt", Italic: true}, {Text: " ở đơn vị khó khăn)."}}},
		layout.Heading{Level: 1, Text: "II. CHỈ TIÊU", Note: []layout.Run{{Text: "Tính đến hết nhiệm kỳ."}}},
		layout.Text(long),
		layout.Paragraph{Style: layout.AtRight, Runs: []layout.Run{{Text: "Đơn vị tính: cơ sở Hội", Italic: true}}},
		layout.Table{
			Columns: []layout.Column{{Width: 10, Align: layout.Centre}, {}, {Width: 40, Align: layout.Right}},
			Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Chỉ tiêu"}, {Text: "Tỷ lệ (%)"}}},
			Rows: []layout.Row{{Cells: []string{"I", "Chỉ tiêu chung", ""}, Group: true},
				{Cells: []string{"1", "Cơ sở Hội có các mô hình “1+1” và mô hình “3 có, 3 biết”; củng cố ít nhất 01 mô hình thu hút hội viên đặc thù", "100,0"}},
				{Cells: []string{"", "Tổng cộng", "23,2"}, Total: true}},
		},
		layout.Heading{Level: 2, Text: "1. Công tác tuyên truyền"},
		layout.Text(long), layout.Text(long), layout.Text(long),
		layout.PageBreak{},
		layout.Heading{Level: 1, Text: "III. TỔ CHỨC THỰC HIỆN"},
		layout.Text(long), layout.Text(long),
		layout.Text("Trong thực hiện, những khó khăn, bất cập phản ánh kịp thời về Ban Xây dựng tổ chức Hội để nghiên cứu, trao đổi giải đáp, chỉ đạo kịp thời."),
	}
	d.Appendices = []layout.Appendix{{Title: "PHÂN CÔNG PHỤ TRÁCH CƠ SỞ", Body: []layout.Block{layout.Text(long)}},
		{Title: "BIỂU SỐ LIỆU", Landscape: true, Body: []layout.Block{twoRowTable(60)}}}
	return d
}

func officialLetter() layout.Document {
	d := letterhead()
	d.Symbol, d.Number, d.Preset = "BTV-XDTC", 0, 13
	d.Summary = "đăng ký mô hình xây dựng cơ sở Hội vững mạnh năm 2023 và những năm tiếp theo"
	d.To = []string{"Hội Liên hiệp Phụ nữ các huyện, thành phố", "Ban Phụ nữ Công an tỉnh, Hội Phụ nữ Bộ Chỉ huy quân sự tỉnh và các đơn vị trực thuộc khác"}
	d.Date, d.Year = time.Time{}, 2023
	d.Body = []layout.Block{layout.Text("Để triển khai Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023, Ban Thường vụ Hội LHPN tỉnh đề nghị các đơn vị đăng ký mô hình trước ngày 15 tháng 8 năm 2023."),
		layout.Text("Trân trọng cảm ơn sự phối hợp của các đơn vị")}
	d.Signers[0] = layout.Signer{Authority: "TM. BAN THƯỜNG VỤ", Deputy: "KT. CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", Name: "Nguyễn Thị Minh Họa"}
	return d
}

func decision() layout.Document {
	d := letterhead()
	d.Symbol, d.Kind, d.Summary = "QĐ-BTV", "QUYẾT ĐỊNH", "Về việc thành lập Đoàn kiểm tra thực hiện Kế hoạch số 77/KH-BCH"
	d.Enacting = "BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH"
	d.Basis = []string{"Căn cứ Điều lệ Hội Liên hiệp Phụ nữ Việt Nam", "Căn cứ Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023 của Ban Chấp hành Hội LHPN tỉnh", "Xét đề nghị của Ban Xây dựng tổ chức Hội"}
	d.Body = []layout.Block{
		layout.Heading{Level: 1, Text: "Chương I\nQUY ĐỊNH CHUNG", Centred: true},
		layout.Paragraph{Runs: []layout.Run{{Text: "Điều 1.", Bold: true}, {Text: " Thành lập Đoàn kiểm tra gồm 05 thành viên do đồng chí Chủ tịch làm Trưởng đoàn."}}},
		layout.Paragraph{Runs: []layout.Run{{Text: "Điều 2.", Bold: true}, {Text: " Quyết định này có hiệu lực kể từ ngày ký; Văn phòng, các ban chịu trách nhiệm thi hành"}}},
	}
	d.Recipients = []string{"Như Điều 2"}
	d.Copy = &layout.Copy{Kind: "SAO Y", Organ: "HỘI LIÊN HIỆP PHỤ NỮ HUYỆN HẢI HẬU", Number: 3, Symbol: "SY-BTV", Place: "Hải Hậu", Date: date(2023, 8, 1),
		Recipients: []string{"Hội LHPN các xã, thị trấn"}, Archive: "VP", Signer: layout.Signer{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Lê Thị Ví Dụ"}}
	return d
}

func minutes() layout.Document {
	d := letterhead()
	d.Symbol, d.Kind, d.Summary, d.Dateless = "BB-BTV", "BIÊN BẢN", "Kiểm tra việc thực hiện xây dựng cơ sở Hội vững mạnh", true
	d.Body = []layout.Block{
		layout.Text("Thời gian bắt đầu: 8 giờ 00, ngày 05 tháng 12 năm 2023."), layout.Text("Địa điểm: trụ sở Hội LHPN huyện."),
		layout.Paragraph{Style: layout.Centred, Runs: []layout.Run{{Text: "Đoàn kiểm tra và đơn vị được kiểm tra thống nhất các nội dung ghi dưới đây", Italic: true}}},
		layout.Text("Cuộc làm việc kết thúc vào 11 giờ 30, ngày 05 tháng 12 năm 2023."),
	}
	d.Signers = []layout.Signer{{Authority: "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", Name: "Phạm Thị A"}, {Position: "TRƯỞNG ĐOÀN", Name: "Trần Thị Định"}, {Position: "THƯ KÝ"}}
	d.Archive = "VT, Hồ sơ"
	return d
}

// twoRowTable is a list of cadres with a two-row head and a turned cell.
func twoRowTable(rows int) layout.Table {
	table := layout.Table{
		Columns: []layout.Column{{Width: 10, Align: layout.Centre}, {}, {Width: 22, Align: layout.Centre}, {}, {Width: 18, Align: layout.Right}, {Width: 18, Align: layout.Right}, {Width: 14}},
		Head: [][]layout.HeadCell{
			{{Text: "TT", RowSpan: 2}, {Text: "Họ và tên", RowSpan: 2}, {Text: "Ngày sinh", RowSpan: 2}, {Text: "Chức vụ, đơn vị", RowSpan: 2}, {Text: "Vào Đảng", ColSpan: 2}, {Text: "Trình độ lý luận", RowSpan: 2, Turned: true}},
			{{Text: "Dự bị"}, {Text: "Chính thức"}}},
		Size: 11,
	}
	for i := range rows {
		table.Rows = append(table.Rows, layout.Row{Cells: []string{itoa(i + 1), "Nguyễn Thị " + strings.Repeat("Hoa ", 1+i%3), "05/3/1980", "Chủ tịch Hội LHPN xã Hải Vân số " + itoa(i), "2001", "2002", "TC"}})
	}
	table.Rows = append(table.Rows, layout.Row{Cells: []string{"", "Tổng cộng", "", itoa(rows) + " người", "", "", ""}, Total: true})
	return table
}

func list() layout.Document {
	d := letterhead()
	d.Symbol, d.Kind, d.Summary, d.Landscape = "", "DANH SÁCH", "Trích ngang cán bộ Hội cơ sở", true
	d.Body = []layout.Block{twoRowTable(40)}
	return d
}

func partyPaper() layout.Document {
	d := letterhead()
	d.Form = layout.Party
	d.Parent, d.Issuer = "ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH", "CHI BỘ HỘI LIÊN HIỆP PHỤ NỮ TỈNH"
	d.Symbol, d.Number, d.Kind, d.Summary = "QĐ/CB", 127, "QUYẾT ĐỊNH", "về phân công đảng viên phụ trách cơ sở"
	d.Basis = []string{"Căn cứ Điều lệ Đảng Cộng sản Việt Nam", "Căn cứ quy chế làm việc của chi ủy"}
	d.Enacting = "CHI BỘ QUYẾT NGHỊ"
	d.Body = []layout.Block{layout.Text("Điều 1. Phân công đảng viên phụ trách cơ sở Hội theo danh sách."), layout.Text("Điều 2. Các đồng chí có tên chịu trách nhiệm thi hành.")}
	d.Recipients = []string{"Như Điều 2", "Đảng ủy cấp trên (để báo cáo)"}
	d.Signers[0] = layout.Signer{Authority: "TM. CHI BỘ", Position: "BÍ THƯ", Name: "Trần Thị Định"}
	return d
}

func mustFile(t testing.TB, doc layout.Document) []byte {
	t.Helper()
	file, err := File(doc)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
