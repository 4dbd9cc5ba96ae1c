package layout

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var look = flag.String("look", "", "write the sample papers and pictures of their pages into this folder")

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

func note(text string) []Run { return []Run{{Text: text}} }

// papers are one sample of each kind of paper that the office issues; together they use every component.
func papers() map[string]Document {
	return map[string]Document{
		"plan": plan(), "noted": notedPlan(), "letter": letter(), "decision": decision(), "minutes": minutes(),
		"party": partyPaper(), "party_letter": partyLetter(), "list": landscapeList(), "regulation": regulation(), "copy": copied(),
	}
}

// notedPlan is the plan's part with footnotes, two appendices and the settings at the other end of their ranges.
func notedPlan() Document {
	d := plan()
	d.Preset, d.Spacing, d.Indent, d.Margins = 13, 1.3, 10, Margins{Top: 25, Bottom: 25, Left: 35, Right: 20}
	d.Drafter, d.Copies = "PL", 300
	d.Body = []Block{
		Text("Thực hiện Kế hoạch số 290/KH-BCH, ngày 04/5/2023 của Ban Chấp hành Trung ương Hội LHPN Việt Nam; Ban Chấp hành Hội LHPN tỉnh xây dựng Kế hoạch triển khai thực hiện (chi tiết tại Phụ lục I và Phụ lục II), như sau:"),
		Heading{Level: 1, Text: "I. CHỈ TIÊU", Note: note("Các chỉ tiêu tính đến hết nhiệm kỳ.")},
		Paragraph{Runs: []Run{
			{Text: "- 100% cơ sở Hội có các mô hình “1+1”", Note: []Run{{Text: "Mô hình “1+1”:", Bold: true}, {Text: " 1 chi hội khá kèm chi hội yếu, 1 hội viên vận động 1 phụ nữ tham gia tổ chức Hội, 1 đảng viên nữ bồi dưỡng, giới thiệu phát triển Đảng 1 chi hội trưởng/tổ trưởng/tổ phó, 1 chi hội mạnh kết nghĩa giúp đỡ 1 chi hội yếu hoặc 1 hội viên có điều kiện hỗ trợ 1 hội viên có hoàn cảnh khó khăn."}}},
			{Text: " và mô hình “3 có, 3 biết”", Note: note("Mô hình “3 có + 3 biết”: có hội viên tiên phong, có hoạt động hàng tháng, có nguồn lực tổ chức hoạt động; biết mặt hội viên, biết hoàn cảnh hội viên và biết nhu cầu hội viên, phụ nữ.")},
			{Text: "; xây dựng, củng cố ít nhất 01 mô hình thu hút hội viên đặc thù hoạt động hiệu quả."}}},
		Paragraph{Runs: []Run{{Text: "- Phấn đấu ít nhất 50% chi hội trưởng chưa là đảng viên được Hội LHPN cấp cơ sở bồi dưỡng, giới thiệu, phát triển Đảng."}, {Note: note("Tính đến tháng 01/2023, toàn tỉnh chi hội trưởng phụ nữ là đảng viên đạt 23,2%.")}, {Note: note("Số liệu do các huyện, thành phố báo cáo.")}}},
	}
	for i := range 7 {
		d.Body = append(d.Body, Heading{Level: 2, Text: fmt.Sprintf("%d. Nâng cao chất lượng đội ngũ cán bộ Hội cơ sở", i+1)},
			Paragraph{Runs: []Run{{Text: strings.Repeat("- Hội LHPN các huyện, thành phố triển khai việc rà soát, đánh giá, xếp loại chất lượng cán bộ Hội cơ sở", i%3+1), Note: note(strings.Repeat("Theo hướng dẫn hằng năm của Trung ương Hội. ", i+1))}, {Text: "; phân công, bố trí cán bộ đi cơ sở nắm bắt tình hình."}}})
	}
	d.Appendices = []Appendix{
		{Title: "CHỈ TIÊU TỪNG NĂM", Body: []Block{
			Paragraph{Style: AtRight, Runs: []Run{{Text: "Đơn vị tính: %", Italic: true}}},
			Table{
				Columns: []Column{{0, Centre}, {0, Left}, {0, Right}, {0, Right}, {0, Left}},
				Head:    [][]HeadCell{{{Text: "TT"}, {Text: "Chỉ tiêu"}, {Text: "Kế hoạch năm 2024"}, {Text: "Thực hiện"}, {Text: "Ghi chú"}}},
				Rows: []Row{
					{Cells: []string{"I", "Tổ chức Hội", "", "", ""}, Group: true},
					{Cells: []string{"1", "Cơ sở Hội có mô hình “1+1” và mô hình thu hút hội viên đặc thù", "100,0", "96,5", "Còn 07 cơ sở, hoàn thành trong quý I"}},
					{Cells: []string{"2", "Chi hội trưởng là đảng viên", "50,0", "23,2", ""}},
					{Cells: []string{"II", "Cán bộ Hội", "", "", ""}, Group: true},
					{Cells: []string{"3", "Chủ tịch Hội cơ sở đạt chuẩn", "95,0", "97,1", ""}},
					{Cells: []string{"", "Trung bình", "81,7", "72,3", ""}, Total: true},
				}}}},
		{Title: "PHÂN CÔNG THỰC HIỆN", Body: []Block{
			Heading{Level: 1, Text: "1. Ban Xây dựng tổ chức Hội"}, Text("Theo dõi, đôn đốc.")}},
	}
	return d
}

func letter() Document {
	return Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN THƯỜNG VỤ", Number: 5, Symbol: "BTV-XDTC",
		Place: "Nam Định", Date: day(2026, time.January, 9), OrganName: "Ban Thường vụ Hội LHPN tỉnh Nam Định",
		Summary: "đề nghị báo cáo kết quả thực hiện khâu đột phá 6 tháng đầu năm 2026",
		Urgency: Flash, Circulation: InternalsOnly,
		To:      []string{"Hội LHPN các huyện, thành phố", "Các đơn vị trực thuộc", "Các Ban, Văn phòng Hội LHPN tỉnh"},
		Address: "Số 01, đường Hùng Vương, thành phố Nam Định, tỉnh Nam Định\nĐiện thoại: (0228) 0000 000; thư điện tử: hoi@example.vn",
		Body: []Block{
			Text("Thực hiện Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023, Ban Thường vụ Hội LHPN tỉnh đề nghị các đơn vị báo cáo kết quả 6 tháng đầu năm:"),
			Text("1. Số cơ sở Hội có mô hình “1+1”."),
			Text("2. Số chi hội trưởng được giới thiệu, bồi dưỡng, phát triển Đảng."),
			Text("Báo cáo gửi về Ban Xây dựng tổ chức Hội trước ngày 15 tháng 6 năm 2026."),
		},
		Recipients: []string{"Thường trực Hội LHPN tỉnh (để báo cáo)"}, Archive: "VT, XDTC",
		Drafter: "TH", Copies: 25,
		Signers: []Signer{{Authority: "TM. BAN THƯỜNG VỤ", Deputy: "KT. CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH", Name: "Nguyễn Thị Thu Hà"}},
	}
}

func decision() Document {
	return Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN THƯỜNG VỤ", Number: 12, Symbol: "QĐ-BTV",
		Place: "Nam Định", Date: day(2026, time.February, 3), OrganName: "Ban Thường vụ Hội LHPN tỉnh Nam Định",
		Kind: "QUYẾT ĐỊNH", Summary: "Về việc thành lập Đoàn kiểm tra công tác Hội và phong trào phụ nữ năm 2026",
		Enacting: "BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH",
		Basis: []string{
			"Căn cứ Điều lệ Hội Liên hiệp Phụ nữ Việt Nam;",
			"Căn cứ Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023 của Ban Chấp hành Hội LHPN tỉnh thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh”",
			"Theo đề nghị của Ban Xây dựng tổ chức Hội",
		},
		Urgency: VeryUrgent,
		Body: []Block{
			Paragraph{Runs: []Run{{Text: "Điều 1.", Bold: true}, {Text: " Thành lập Đoàn kiểm tra gồm các đồng chí có tên sau:"}}},
			Table{
				Columns: []Column{{10, Centre}, {0, Left}, {0, Left}, {0, Left}},
				Head:    [][]HeadCell{{{Text: "TT"}, {Text: "Họ và tên"}, {Text: "Chức vụ"}, {Text: "Nhiệm vụ"}}},
				Rows: []Row{
					{Cells: []string{"1", "Trần Thị Mai", "Phó Chủ tịch Hội LHPN tỉnh", "Trưởng đoàn"}},
					{Cells: []string{"2", "Vũ Thị Lan", "Trưởng Ban Xây dựng tổ chức Hội", "Phó Trưởng đoàn"}},
					{Cells: []string{"3", "Phạm Thị Cúc", "Chuyên viên", "Thư ký"}},
				}},
			Paragraph{Runs: []Run{{Text: "Điều 2.", Bold: true}, {Text: " Đoàn kiểm tra có nhiệm vụ kiểm tra việc thực hiện Kế hoạch số 77/KH-BCH tại các đơn vị, báo cáo kết quả trước ngày 30 tháng 6 năm 2026."}}},
			Paragraph{Runs: []Run{{Text: "Điều 3.", Bold: true}, {Text: " Quyết định này có hiệu lực kể từ ngày ký. Văn phòng, các Ban Hội LHPN tỉnh, các đơn vị được kiểm tra và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."}}},
		},
		Recipients: []string{"Như Điều 3", "Thường trực Hội LHPN tỉnh"}, Archive: "VT, XDTC",
		Signers: []Signer{{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
	}
}

func minutes() Document {
	return Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "ĐOÀN KIỂM TRA", Number: 3, Symbol: "BB-ĐKT", Dateless: true,
		Place: "Nam Định", Year: 2026,
		Kind: "BIÊN BẢN", Summary: "Kiểm tra công tác Hội tại Hội LHPN xã Hải Vân",
		Body: []Block{
			Text("Thời gian bắt đầu: 8 giờ 00 phút, ngày 12 tháng 5 năm 2026."), Text("Địa điểm: Hội trường Ủy ban nhân dân xã Hải Vân."),
			Text("Thành phần tham dự: Đoàn kiểm tra; Ban Thường vụ Hội LHPN xã."), Text("Chủ trì (chủ tọa): Trần Thị Mai."), Text("Thư ký (người ghi biên bản): Phạm Thị Cúc."),
			Text("Nội dung (theo diễn biến cuộc kiểm tra): hồ sơ, sổ sách đầy đủ."),
			Text("Cuộc kiểm tra kết thúc vào 11 giờ 30 phút, ngày 12 tháng 5 năm 2026"),
		},
		Recipients: []string{"Hội LHPN xã Hải Vân"}, Archive: "VT, Hồ sơ",
		Signers: []Signer{{Position: "THƯ KÝ", Name: "Phạm Thị Cúc"}, {Position: "TRƯỞNG ĐOÀN", Name: "Trần Thị Mai"}, {Authority: "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", Position: "CHỦ TỊCH", Name: "Vũ Thị Thanh"}},
	}
}

func partyPaper() Document {
	return Document{
		Form:   Party,
		Parent: "ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH", Issuer: "CHI BỘ HỘI LIÊN HIỆP PHỤ NỮ", Number: 5, Symbol: "NQ/CB",
		Place: "Nam Định", Date: day(2026, time.June, 9), OrganName: "Chi bộ Hội Liên hiệp Phụ nữ",
		Kind: "NGHỊ QUYẾT", Summary: "về lãnh đạo thực hiện nhiệm vụ 6 tháng cuối năm 2026",
		Enacting: "CHI BỘ HỘI LIÊN HIỆP PHỤ NỮ",
		Basis:    []string{"Căn cứ Điều lệ Đảng Cộng sản Việt Nam", "Căn cứ Quy chế làm việc của Chi bộ"},
		Body: []Block{
			Heading{Level: 1, Text: "I- Tình hình"},
			Text("Sáu tháng đầu năm, Chi bộ đã lãnh đạo cơ quan hoàn thành các nhiệm vụ trọng tâm, nhất là khâu đột phá xây dựng cơ sở Hội vững mạnh."),
			Heading{Level: 1, Text: "II- Nhiệm vụ, giải pháp"},
			Text("1. Tiếp tục quán triệt nghị quyết của cấp trên đến toàn thể đảng viên."),
			Text("2. Giới thiệu quần chúng ưu tú để Đảng xem xét, kết nạp."),
		},
		Recipients: []string{"Đảng ủy các cơ quan Đảng tỉnh", "Các đồng chí đảng viên"}, Archive: "Chi bộ",
		Signers: []Signer{{Authority: "TM. CHI BỘ", Position: "BÍ THƯ", Name: "Trần Thị Định"}},
	}
}

func partyLetter() Document {
	d := partyPaper()
	d.Kind, d.Summary, d.Symbol, d.Enacting, d.Basis = "", "Về việc chuẩn bị sinh hoạt chuyên đề quý III", "CV/CB", "", nil
	d.To = []string{"Các đồng chí đảng viên"}
	d.Signers = []Signer{{Authority: "TM. CHI BỘ", Deputy: "KT. BÍ THƯ", Position: "PHÓ BÍ THƯ", Name: "Nguyễn Thị Thu Hà"}}
	return d
}

func landscapeList() Document {
	table := Table{
		Size:    11,
		Columns: []Column{{0, Centre}, {0, Left}, {20, Centre}, {0, Left}, {14, Centre}, {14, Centre}, {0, Left}, {0, Left}},
		Head: [][]HeadCell{
			{{Text: "TT", RowSpan: 2}, {Text: "Họ và tên", RowSpan: 2}, {Text: "Ngày sinh", RowSpan: 2}, {Text: "Quê quán", RowSpan: 2}, {Text: "Đã qua", ColSpan: 2}, {Text: "Chức vụ, đơn vị", RowSpan: 2}, {Text: "Ghi chú", RowSpan: 2}},
			{{Text: "Bồi dưỡng nghiệp vụ", Turned: true}, {Text: "Trung cấp lý luận", Turned: true}},
		},
		Rows: []Row{{Cells: []string{"I", "Huyện Hải Hậu", "", "", "", "", "", ""}, Group: true}},
	}
	for i := range 34 {
		if i == 20 {
			table.Rows = append(table.Rows, Row{Cells: []string{"II", "Huyện Giao Thủy", "", "", "", "", "", ""}, Group: true})
		}
		table.Rows = append(table.Rows, Row{Cells: []string{fmt.Sprint(i + 1), "Nguyễn Thị Thu Hà", "12/5/1985", "xã Hải Vân, tỉnh Nam Định", "x", "", "Chủ tịch Hội LHPN xã Hải Vân", []string{"", "Tái cử nhiệm kỳ 2021-2026"}[i%2]}})
	}
	table.Rows = append(table.Rows, Row{Cells: []string{"", "Cộng: 34 người", "", "", "34", "0", "", ""}, Total: true})
	return Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN THƯỜNG VỤ", Place: "Nam Định", Date: day(2026, time.March, 10), Landscape: true,
		Kind: "DANH SÁCH", Summary: "Cán bộ chủ chốt Hội LHPN cơ sở",
		Body: []Block{
			Paragraph{Style: Centred, Runs: []Run{{Text: "(Tính đến ngày 10 tháng 3 năm 2026)", Italic: true}}},
			Paragraph{Style: AtRight, Runs: []Run{{Text: "Đơn vị tính: người", Italic: true}}}, table,
		},
		Signers: []Signer{{Position: "NGƯỜI LẬP BIỂU"}, {Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
	}
}

func regulation() Document {
	d := decision()
	d.Kind, d.Summary, d.Symbol, d.Urgency = "QUY CHẾ", "Hoạt động của Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh", "QC-BTV", NotUrgent
	d.Enacting, d.Basis, d.Circulation = "", nil, ReturnAfter
	d.Recipients = d.Recipients[1:]
	d.Body = []Block{
		Heading{Level: 1, Centred: true, Text: "Chương I\nQUY ĐỊNH CHUNG"},
		Heading{Level: 3, Text: "Điều 1. Phạm vi điều chỉnh"}, Text("Quy chế này quy định nguyên tắc, chế độ làm việc của Ban Thường vụ."),
		Heading{Level: 3, Text: "Điều 2. Nguyên tắc làm việc"}, Text("1. Tập trung dân chủ, tập thể lãnh đạo, cá nhân phụ trách."), Text("a) Thảo luận tập thể;"),
		PageBreak{},
		Heading{Level: 1, Centred: true, Text: "Chương II\nTRÁCH NHIỆM, QUYỀN HẠN CỦA BAN THƯỜNG VỤ VÀ CÁC ỦY VIÊN BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ TỈNH"},
		Heading{Level: 2, Centred: true, Text: "Mục 1\nTRÁCH NHIỆM", Note: note("Thực hiện theo Điều lệ Hội.")},
		Heading{Level: 3, Text: "Điều 3. Trách nhiệm của Ban Thường vụ"}, Text("Ban Thường vụ chịu trách nhiệm trước Ban Chấp hành;"),
	}
	return d
}

func copied() Document {
	d := letter()
	d.Urgency, d.Circulation, d.Address = Urgent, Unrestricted, ""
	d.To = []string{"Hội LHPN các huyện, thành phố"}
	d.Electronic = true
	d.Body = append(slices.Clone(d.Body), Text("Đề cương báo cáo tại Phụ lục kèm theo."))
	d.Appendices = []Appendix{{Title: "ĐỀ CƯƠNG BÁO CÁO", Body: []Block{Text("1. Kết quả đạt được.")}}}
	d.Copy = &Copy{Kind: "SAO Y", Parent: "HỘI LHPN TỈNH NAM ĐỊNH", Organ: "HỘI LHPN HUYỆN HẢI HẬU", Number: 2, Symbol: "SY-BTV", Place: "Hải Hậu", Date: day(2026, time.January, 12),
		Recipients: []string{"Hội LHPN các xã, thị trấn"}, Archive: "VT", Signer: Signer{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Vũ Thị Thanh"}}
	return d
}

// TestLook writes the sample papers with a picture of each page, for the eye: go test -run Look -look DIR.
func TestLook(t *testing.T) {
	if *look == "" {
		t.Skip("no folder given with -look")
	}
	for name, doc := range papers() {
		path := filepath.Join(*look, name)
		if err := os.WriteFile(path+".pdf", mustPDF(t, doc), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("pdftoppm", "-r", "60", "-png", path+".pdf", path).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
}
