package layout

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"cosohoi/reports/form"
)

func remarks(doc Document) string {
	var lines []string
	for _, r := range Lint(doc) {
		mark := "xem"
		if r.Wrong {
			mark = "sai"
		}
		lines = append(lines, mark+" | "+r.Part+" | "+r.Text)
	}
	return strings.Join(lines, "\n")
}

// The sample papers are in order: what is remarked on them is known and not wrong.
func TestLintFindsNothingWrongInTheSamples(t *testing.T) {
	for name, doc := range papers() {
		for _, r := range Lint(doc) {
			if r.Wrong {
				t.Errorf("%s: %s: %s", name, r.Part, r.Text)
			}
		}
	}
	if got := remarks(plan()); got != "" {
		t.Errorf("the plan is remarked on:\n%s", got)
	}
}

func TestLintRemarks(t *testing.T) {
	for _, c := range []struct {
		name  string
		base  func() Document
		spoil func(d *Document)
		want  string // mark | part | start of the sentence
	}{
		{"no issuer", plan, func(d *Document) { d.Issuer = "" }, "sai | Thể thức | Chưa có tên cơ quan ban hành"},
		{"issuer not upper", plan, func(d *Document) { d.Issuer = "Ban Chấp hành" }, "sai | Thể thức | Tên cơ quan ban hành “Ban Chấp hành” phải viết in hoa"},
		{"no symbol", plan, func(d *Document) { d.Symbol = "" }, "sai | Thể thức | Chưa có ký hiệu văn bản"},
		{"symbol of another kind", plan, func(d *Document) { d.Symbol = "BC-BCH" }, "sai | Thể thức | Ký hiệu “BC-BCH” không khớp với tên loại KẾ HOẠCH"},
		{"symbol with spaces", plan, func(d *Document) { d.Symbol = "KH - BCH" }, "sai | Thể thức | Ký hiệu “KH - BCH” không đúng dạng"},
		{"Party symbol", plan, func(d *Document) { d.Symbol = "KH/TU" }, "sai | Thể thức | Ký hiệu “KH/TU” có dấu gạch chéo"},
		{"CV in a công văn", letter, func(d *Document) { d.Symbol = "CV-BTV" }, "sai | Thể thức | Ký hiệu công văn không có chữ “CV”"},
		{"decree's symbol in a Party paper", partyPaper, func(d *Document) { d.Symbol = "NQ-CB" }, "sai | Thể thức | Ký hiệu “NQ-CB” không đúng dạng"},
		{"unknown kind", plan, func(d *Document) { d.Kind, d.Symbol = "LỜI KÊU GỌI", "LKG-BTV" }, "xem | Thể thức | Tên loại LỜI KÊU GỌI không có trong bảng"},
		{"no number", plan, func(d *Document) { d.Number = 0 }, "xem | Thể thức | Văn bản chưa có số"},
		{"no date", plan, func(d *Document) { d.Date = day(1, 1, 1) }, "xem | Thể thức | Văn bản chưa có ngày ban hành"},
		{"no place", plan, func(d *Document) { d.Place = "" }, "sai | Thể thức | Chưa có địa danh"},
		{"place with comma", plan, func(d *Document) { d.Place = "Nam Định," }, "sai | Thể thức | Địa danh “Nam Định,” chỉ gồm"},
		{"place in lower case", plan, func(d *Document) { d.Place = "nam Định" }, "sai | Thể thức | Địa danh “nam Định” phải viết hoa"},
		{"no summary", plan, func(d *Document) { d.Summary = "" }, "sai | Thể thức | Chưa có trích yếu"},
		{"V/v twice", letter, func(d *Document) { d.Summary = "V/v báo cáo" }, "sai | Thể thức | Chữ “V/v”"},
		{"long summary", plan, func(d *Document) { d.Summary = strings.Repeat("thực hiện khâu đột phá ", 20) }, "xem | Thể thức | Trích yếu dài"},
		{"decision without basis", decision, func(d *Document) { d.Basis = nil }, "sai | Thể thức | Quyết định chưa có căn cứ"},
		{"decision without authority", decision, func(d *Document) { d.Enacting = "" }, "sai | Thể thức | Quyết định chưa ghi thẩm quyền"},
		{"margins", plan, func(d *Document) { d.Margins = Margins{10, 20, 30, 15} }, "sai | Thể thức | Lề trang nằm ngoài"},
		{"Quốc hiệu typed", plan, func(d *Document) { d.Body = append([]Block{Text(form.NationalName)}, d.Body...) }, "sai | Nội dung | Quốc hiệu, Tiêu ngữ do chương trình tự in"},
		{"empty body", plan, func(d *Document) { d.Body = []Block{Text(" "), PageBreak{}} }, "sai | Nội dung | Văn bản chưa có nội dung"},
		{"body breaks off", plan, func(d *Document) { d.Body = append(d.Body, Text("như sau:")) }, "sai | Nội dung | Đoạn cuối “như sau:” còn bỏ lửng"},
		{"Roman head in lower case", plan, func(d *Document) { d.Body[1] = Heading{Level: 1, Text: "I. Mục đích, yêu cầu"} }, "xem | Nội dung | Đề mục “I. Mục đích, yêu cầu”"},
		{"date without zero", plan, func(d *Document) { d.Body[0] = Text("Từ ngày 4 tháng 7 năm 2023 đến nay.") }, "xem | Nội dung | Ngày “ngày 4 tháng 7” thiếu số 0"},
		{"date with too many zeros", plan, func(d *Document) { d.Body[0] = Text("Từ ngày 04 tháng 07 năm 2023 đến nay.") }, "xem | Nội dung | Ngày “ngày 04 tháng 07” thừa số 0"},
		{"blanks", plan, func(d *Document) {
			d.Body[0] = Text("Đoàn làm việc tại «TEN_XA» vào ngày … tháng … năm 2026, chưa có số liệu.")
		}, "xem | Nội dung | Còn 4 chỗ chưa điền, chỗ đầu tiên là “Đoàn làm việc tại «TEN_XA» vào ngày … tháng”"},
		{"missing glyph", plan, func(d *Document) { d.Body[0] = Text("☐ Đã làm.") }, "sai | Nội dung | Ký tự “☐” (U+2610) không in ra được"},
		{"NFD", plan, func(d *Document) { d.Body[0] = Text(norm.NFD.String("Hội Phụ nữ.")) }, "xem | Nội dung | Có chữ gõ bằng dấu tổ hợp"},
		{"table too wide", plan, func(d *Document) { d.Body[0] = Table{Columns: []Column{{300, Left}}} }, "sai | Nội dung | Bảng rộng 300 mm"},
		{"appendix not mentioned", plan, func(d *Document) { d.Appendices = []Appendix{{Title: "BIỂU", Body: []Block{Text("Một.")}}} }, "sai | Phụ lục | Nội dung chưa nhắc đến phụ lục"},
		{"appendix without content", notedPlan, func(d *Document) { d.Appendices[1].Body = nil }, "sai | Phụ lục | Phụ lục II chưa có nội dung"},
		{"công văn without addressee", letter, func(d *Document) { d.To = nil }, "sai | Nơi nhận | Công văn chưa có “Kính gửi”"},
		{"tờ trình without addressee", plan, func(d *Document) { d.Kind, d.Symbol = "TỜ TRÌNH", "TTr-BTV" }, "sai | Nơi nhận | Tờ trình chưa có “Kính gửi”"},
		{"report without addressee", plan, func(d *Document) { d.Kind, d.Symbol = "BÁO CÁO", "BC-BTV" }, "xem | Nơi nhận | Báo cáo gửi cấp trên phải có “Kính gửi”"},
		{"no archive", plan, func(d *Document) { d.Archive = "" }, "sai | Nơi nhận | Chưa có dòng lưu"},
		{"archive without VT", plan, func(d *Document) { d.Archive = "VP" }, "sai | Nơi nhận | Dòng lưu “VP”"},
		{"note after semicolon", plan, func(d *Document) { d.Recipients[0] = "Thường trực Tỉnh ủy; (để báo cáo)" }, "sai | Nơi nhận | Nơi nhận “Thường trực Tỉnh ủy; (để báo cáo)” có dấu chấm phẩy"},
		{"as above typed", letter, func(d *Document) { d.Recipients = []string{"Như trên"} }, "sai | Nơi nhận | Dòng “Như trên” do chương trình tự in"},
		{"no signer", plan, func(d *Document) { d.Signers = nil }, "sai | Nơi nhận | Chưa có người ký"},
		{"signer without name", plan, func(d *Document) { d.Signers[0].Name = "" }, "sai | Nơi nhận | Người ký “TM. BAN CHẤP HÀNH CHỦ TỊCH” chưa có họ tên"},
		{"signer without position", plan, func(d *Document) { d.Signers[0].Position = "" }, "sai | Nơi nhận | Ký “TM. BAN CHẤP HÀNH” phải ghi chức vụ"},
		{"T/M in a Union paper", plan, func(d *Document) { d.Signers[0].Authority = "T/M BAN CHẤP HÀNH" }, "sai | Nơi nhận | “T/M BAN CHẤP HÀNH” viết theo kiểu văn bản của Đảng"},
		{"TM without dot", plan, func(d *Document) { d.Signers[0].Authority = "TM BAN CHẤP HÀNH" }, "sai | Nơi nhận | “TM BAN CHẤP HÀNH” thiếu dấu chấm"},
		{"academic title", plan, func(d *Document) { d.Signers[0].Name = "ThS. Trần Thị Định" }, "sai | Nơi nhận | Trước họ tên người ký"},
		{"deputy without KT.", letter, func(d *Document) { d.Signers[0].Deputy = "" }, "xem | Nơi nhận | Cấp phó ký thay"},
		{"copy without kind", copied, func(d *Document) { d.Copy.Kind = "SAO" }, "sai | Thể thức | Hình thức sao “SAO”"},
	} {
		doc := c.base()
		if c.name == "no date" {
			doc.Date = doc.Date.AddDate(-5000, 0, 0)
		}
		c.spoil(&doc)
		if got := remarks(doc); !strings.Contains("\n"+got, "\n"+c.want) {
			t.Errorf("%s: no remark %q in\n%s", c.name, c.want, got)
		}
	}
}

// Open lists and citations are no blanks.
func TestLintLeavesOrdinaryTextAlone(t *testing.T) {
	for _, text := range []string{"phần mềm quản lý cán bộ, hội viên,…", "hoàn cảnh khó khăn….", "v.v...", "từ ngày 04 tháng 7 đến ngày 29 tháng 12 năm 2023", "ngày 05 tháng 01 năm 2020"} {
		doc := plan()
		doc.Body[0] = Text(text)
		if got := remarks(doc); got != "" {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// misprint is what package fmt writes for a verb and a value that do not fit.
var misprint = regexp.MustCompile(`%!.?\([A-Za-z]+[)= ]`)

func TestLintNeverPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := someDocument(t)
		for _, r := range Lint(doc) {
			if r.Text == "" || r.Part == "" || misprint.MatchString(r.Text) {
				t.Fatalf("malformed remark %+v", r)
			}
		}
	})
}
