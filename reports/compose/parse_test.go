package compose

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"cosohoi/reports/fault"
	"cosohoi/reports/layout"

	"golang.org/x/text/unicode/norm"
)

const least = "---\nissuer: BAN THƯỜNG VỤ\nsigner: {name: Trần Thị Định}\n"

// sentence is what the office reads of an error.
func sentence(t *testing.T, err error) string {
	t.Helper()
	var f *fault.Fault
	if !errors.As(err, &f) {
		t.Fatalf("%v is no fault", err)
	}
	if f.Error() != f.UserMessage() {
		t.Errorf("%v holds more than its sentence", err)
	}
	return f.UserMessage()
}

// What is wrong in a file is said in Vietnamese, with the line of the file, which starts with 1.
func TestErrorsNameTheLine(t *testing.T) {
	body := least + "---\n\n" // the body starts on line 6
	cases := []struct{ text, line, says string }{
		{"Chỉ có nội dung", "Dòng 1:", "chưa có phần khai báo"},
		{"---\nissuer: A\n\nNội dung", "Dòng 1:", "không có dòng --- đóng lại"},
		{"---\nsigner: {name: A}\n---\nNội dung", "Dòng 1:", "chưa có cơ quan ban hành"},
		{"---\nissuer: A\n---\nNội dung", "Dòng 1:", "chưa có người ký"},
		{body, "Dòng 6:", "chưa có nội dung"},
		{least + "isuer: A\n---\nx", "Dòng 4:", "không có mục “isuer” (có phải “issuer”?)"},
		{least + "issuer: A\n---\nx", "Dòng 4:", "khai báo hai lần"},
		{least + "signers:\n  - nam: B\n---\nx", "Dòng 5:", "không có mục “nam” (có phải “name”?)"},
		{least + "number: mười\n---\nx", "Dòng 4:", "số nguyên không âm"},
		{least + "number: [1, 2]\n---\nx", "Dòng 4:", "chỉ nhận một giá trị"},
		{least + "electronic: vâng\n---\nx", "Dòng 4:", "true (có) hoặc false (không)"},
		{least + "margins: 20\n---\nx", "Dòng 4:", "các dòng con"},
		{least + "margins: {top: 50}\n---\nx", "Dòng 4:", "lề trang"},
		{least + "spacing: 2\n---\nx", "Dòng 4:", "giãn dòng"},
		{least + "date: 31/2/2023\n---\nx", "Dòng 4:", "không có trong lịch"},
		{least + "urgency: gấp\n---\nx", "Dòng 4:", "hỏa tốc"},
		{least + "signers: [{name: B}]\n---\nx", "Dòng 4:", "chỉ dùng một"},
		{least + "summary: V/v: mời họp: gấp\n---\nx", "Dòng 4:", "dấu hai chấm"},
		{least + "kind: \"BÁO CÁO\n---\nx", "Dòng 4:", "dấu nháy"},
		{least + "kind: *BÁO CÁO\n---\nx", "Dòng 4:", "dấu nháy"},
		{least + "\tkind: BÁO CÁO\n---\nx", "Dòng 4:", "dấu Tab"},
		{least + "kind BÁO CÁO\n---\nx", "Dòng 4:", "dấu hai chấm"},
		{body + "Có[^1] và[^1]\n\n[^1]: Lời", "Dòng 6:", "[^1] đã dùng ở trên"},
		{body + "Có\nhai dòng[^1]", "Dòng 7:", "[^1] chưa có lời"},
		{body + "Có\n\n[^1]: Lời", "Dòng 8:", "không có dấu trong văn bản"},
		{body + "Có[^1]\n\n[^1]: Lời\n[^1]: Lời khác", "Dòng 9:", "đã có ở dòng 8"},
		{body + "Có[^1]\n\n[^1]: Lời[^2]", "Dòng 8:", "không đặt được ghi chú khác"},
		{body + "I. Mô hình[^1] tốt\n\n[^1]: Lời", "Dòng 6:", "cuối đề mục"},
		{body + "| a | b |\n|--|--|\n| 1 |", "Dòng 8:", "1 ô, trong khi bảng có 2 cột"},
		{body + "| a | b | c |\n|--|--|", "Dòng 6:", "3 ô, trong khi bảng có 2 cột"},
		{body + "| a | b |\n| 1 | 2 |", "Dòng 6:", "chưa có dòng ngăn"},
		{body + "| < | b |\n|--|--|", "Dòng 6:", "không có ô nào để gộp"},
		{body + "| a | < |\n| ^ | b |\n|--|--|", "Dòng 6:", "hình chữ nhật"},
		{body + "| a |\n|--|\n| **b** |", "Dòng 8:", "chữ đậm"},
		{body + "| a |\n|--|\n| b[^1] |", "Dòng 8:", "không đặt được ghi chú"},
		{body + "{width: 10}\n| a |\n|--|", "Dòng 6:", "không có mục “width”"},
		{body + "{widths: 10,x}\n| a | b |\n|--|--|", "Dòng 6:", "“10,x” không đúng"},
		{body + "{widths: 10}\n| a | b |\n|--|--|", "Dòng 6:", "1 chiều rộng cho bảng 2 cột"},
		{body + "{widths: 100,100}\n| a | b |\n|--|--|", "Dòng 6:", "200 mm, vượt khổ chữ 165 mm"},
		{body + "{total: 3}\n| a |\n|--|\n| 1 |", "Dòng 6:", "hàng 3, trong khi bảng có 1 hàng"},
		{body + "{size: 20}\n| a |\n|--|", "Dòng 6:", "từ 10 đến 14"},
		{body + "{total: last}\n\n| a |\n|--|", "Dòng 6:", "ngay trên dòng đầu của bảng"},
		{body + "# Tiêu đề", "Dòng 6:", "chỉ dùng cho phụ lục"},
	}
	for _, c := range cases {
		_, err := Parse(c.text)
		if err == nil {
			t.Errorf("%q is taken", c.text)
			continue
		}
		if got := sentence(t, err); !strings.HasPrefix(got, c.line) || !strings.Contains(got, c.says) {
			t.Errorf("%q\nsays   %s\nwanted %s … %s", c.text, got, c.line, c.says)
		}
	}
}

// A body that stands alone, as in the editor, counts its own lines; of a component only what is wrong is said, since
// the keys are not on the screen.
func TestErrorsOfADraft(t *testing.T) {
	_, err := Source{Body: "Một\n\nHai[^x]"}.Document()
	if got := sentence(t, err); !strings.HasPrefix(got, "Dòng 3:") {
		t.Error(got)
	}
	_, err = Source{Head: Head{Preset: 15}}.Document()
	if got := sentence(t, err); got != "Bộ cỡ chữ 15 không có: hãy chọn 13 hoặc 14." {
		t.Error(got)
	}
}

// A draft may be empty: what is missing stays empty.
func TestADraftMayBeUnfinished(t *testing.T) {
	for _, text := range []string{"", "---\n---\n", "---\nkind: BÁO CÁO\n---\n", "Chỉ có nội dung."} {
		s, err := ParseDraft(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if _, err := s.Document(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Texts come from Windows and from macOS: byte order mark, line ends, decomposed letters.
func TestForeignTexts(t *testing.T) {
	text := least + "date: 4/7/2023\nto: Thường trực Tỉnh ủy\ncopies: 05\nspacing: 1,2\n---\n\nKết quả kiểm tra.\n"
	want, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if want.Head.Date != "2023-07-04" || want.Head.Copies != 5 || want.Head.Spacing != 1.2 || !reflect.DeepEqual(want.Head.To, []string{"Thường trực Tỉnh ủy"}) {
		t.Errorf("read %#v", want.Head)
	}
	for name, foreign := range map[string]string{
		"byte order mark": "\ufeff" + text, "Windows": strings.ReplaceAll(text, "\n", "\r\n"), "macOS": norm.NFD.String(text),
	} {
		if got, err := Parse(foreign); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, %v", name, got, err)
		}
	}
}

// People type the marks that the layout puts itself; the legal form of a purpose is before the end mark.
func TestListsAreStripped(t *testing.T) {
	doc, err := Source{Head: Head{
		To: []string{"- Ban Dân vận;"}, Basis: []string{"Căn cứ Điều lệ Hội;"},
		Recipients: []string{"- Như trên;", "- Thường trực Tỉnh ủy; (để báo cáo)", "Các đơn vị./.", "- Lưu: VT, VP."},
	}}.Document()
	if err != nil {
		t.Fatal(err)
	}
	want := layout.Document{
		To: []string{"Ban Dân vận"}, Basis: []string{"Căn cứ Điều lệ Hội"},
		Recipients: []string{"Thường trực Tỉnh ủy (để báo cáo)", "Các đơn vị"}, Archive: "VT, VP",
	}
	if !reflect.DeepEqual(doc, want) {
		t.Errorf("read %#v", doc)
	}
}

// A list entry with a colon is a text, though YAML would take it for a mapping.
func TestAnEntryWithAColonIsText(t *testing.T) {
	s, err := ParseDraft("---\nrecipients:\n  - Lưu: VT\n---\n")
	if err != nil || !reflect.DeepEqual(s.Head.Recipients, []string{"Lưu: VT"}) {
		t.Errorf("%#v, %v", s.Head.Recipients, err)
	}
}

// Several lines are written as a block, Vietnamese letters as they are.
func TestStringIsReadable(t *testing.T) {
	s := Source{Head: Head{Issuer: "BAN CHẤP HÀNH", Number: 77, Summary: "Khâu đột phá “Tập trung”\nnhiệm kỳ 2022 - 2027", Signer: &Signer{Name: "Trần Thị Định"}}, Body: "Nội dung."}
	want := "---\nissuer: BAN CHẤP HÀNH\nnumber: 77\nsummary: |\n  Khâu đột phá “Tập trung”\n  nhiệm kỳ 2022 - 2027\nsigner:\n  name: Trần Thị Định\n---\n\nNội dung.\n"
	if got := s.String(); got != want {
		t.Errorf("got\n%s\nwanted\n%s", got, want)
	}
}
