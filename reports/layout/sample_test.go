package layout

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

// plan is the head and the first parts of plan 77/KH-BCH of 04 July 2023, the paper that the form is checked against.
func plan() Document {
	return Document{
		Parent: "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Issuer: "BAN CHẤP HÀNH",
		Number: 77, Symbol: "KH-BCH", Place: "Nam Định", Date: time.Date(2023, 7, 4, 0, 0, 0, 0, time.UTC),
		OrganName: "Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Định",
		Kind:      "KẾ HOẠCH", Summary: "Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh”\nnhiệm kỳ 2022 - 2027",
		Body: []Block{
			Text("Thực hiện Kế hoạch số 290/KH-BCH, ngày 04/5/2023 của Ban Chấp hành Trung ương Hội LHPN Việt Nam về thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” nhiệm kỳ 2022-2027; Ban Chấp hành Hội LHPN tỉnh xây dựng Kế hoạch triển khai thực hiện trong các cấp Hội, như sau:"),
			Heading{Level: 1, Text: "I. MỤC ĐÍCH, YÊU CẦU"},
			Text("- Nâng cao năng lực đội ngũ cán bộ Hội cơ sở, kiện toàn củng cố tổ chức Hội đáp ứng yêu cầu nhiệm vụ trong tình hình mới."),
			Text("- Quán triệt trong các cấp Hội về tầm quan trọng, sự cần thiết và trách nhiệm của mỗi cấp, mỗi cá nhân đối với công tác xây dựng cơ sở Hội vững mạnh."),
			Text("- Việc tổ chức triển khai thực hiện đảm bảo sự nghiêm túc, sát với tình hình thực tiễn của địa phương, thiết thực, hiệu quả."),
			Heading{Level: 1, Text: "II. CHỈ TIÊU"},
			Text("- Hàng năm, 100% cơ sở Hội phối hợp với các ban, ngành, đoàn thể địa phương tổ chức ít nhất 02 hoạt động nâng cao kiến thức cho hội viên, phụ nữ trong dịp 8/3; 20/10; 100% cơ sở Hội chủ động tham mưu, đề xuất với cấp ủy, chính quyền giao nhiệm vụ để Hội được tham gia các chương trình mục tiêu Quốc gia, Đề án phát triển kinh tế - xã hội, xây dựng Đảng ở địa phương."),
			Text("- Các cấp Hội tham mưu, đề xuất chế độ bồi dưỡng hàng tháng cho 100% chi hội trưởng từ nguồn ngân sách địa phương."),
			Paragraph{Runs: []Run{{Text: "2.1. Về đổi mới nội dung:", Bold: true}, {Text: " Hội LHPN các huyện, thành phố tập trung hướng dẫn, hỗ trợ các cơ sở Hội (", Italic: false}, {Text: "đặc biệt", Italic: true}, {Text: " đơn vị khó khăn và có đông đồng bào có đạo)."}}},
			Table{
				Columns: []Column{{10, Centre}, {115, Left}, {40, Right}},
				Head:    [][]HeadCell{{{Text: "TT"}, {Text: "Chỉ tiêu"}, {Text: "Tỷ lệ (%)"}}},
				Rows:    []Row{{Cells: []string{"1", "Cơ sở Hội có các mô hình “1+1” và mô hình “3 có, 3 biết”; củng cố ít nhất 01 mô hình thu hút hội viên đặc thù", "100,0"}}, {Cells: []string{"", "Tổng cộng", "23,2"}, Total: true}},
			},
			Text("Trong thực hiện, những khó khăn, bất cập phản ánh kịp thời về Ban Xây dựng tổ chức Hội - Hội LHPN tỉnh để nghiên cứu, trao đổi giải đáp, chỉ đạo kịp thời./."),
		},
		Recipients: []string{"Thường trực Tỉnh ủy (để báo cáo)", "Hội LHPN các huyện, thành phố; các đơn vị"},
		Archive:    "VT, VP",
		Signers:    []Signer{{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}},
	}
}

func mustPDF(t testing.TB, doc Document) []byte {
	t.Helper()
	pdf, err := PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// poppler runs one of the programs of poppler on a PDF and gives its output.
func poppler(t testing.TB, pdf []byte, tool string, options ...string) string {
	t.Helper()
	program, err := exec.LookPath(tool)
	if err != nil {
		t.Fatalf("%s is missing: install poppler-utils, the tests read the documents back with it", tool)
	}
	path := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, complaint bytes.Buffer
	args := append(options, path)
	if tool == "pdftotext" {
		args = append(args, "-")
	}
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, complaint.String())
	}
	if complaint.Len() > 0 {
		t.Errorf("%s complains about the file: %s", tool, complaint.String())
	}
	return out.String()
}

// squash takes all blanks out of a text.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
