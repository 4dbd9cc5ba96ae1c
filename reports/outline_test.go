package reports

import (
	"errors"
	"strings"
	"testing"
)

func TestFill(t *testing.T) {
	values := map[string]string{
		"kỳ báo cáo": "năm 2023", "trống": "", "đơn vị": `xã \*Hải Vân\*`,
		"danh sách": "- Một.\n\n- Hai.", "nơi nhận": "Tỉnh ủy\nVăn phòng",
	}
	for _, c := range []struct{ name, outline, want string }{
		{"inside a sentence", "Kết quả «kỳ báo cáo» như sau:", "Kết quả năm 2023 như sau:"},
		{"twice in a sentence", "«kỳ báo cáo» và «kỳ báo cáo»", "năm 2023 và năm 2023"},
		{"blanks and case in the name do not count", "Kết quả « Kỳ  báo cáo ».", "Kết quả năm 2023."},
		{"a field in capitals is filled in capitals", "KẾT QUẢ «KỲ BÁO CÁO»", "KẾT QUẢ NĂM 2023"},
		{"a line of one field becomes several paragraphs", "Trước\n\n«danh sách»\n\nSau", "Trước\n\n- Một.\n\n- Hai.\n\nSau"},
		{"and stands apart from its neighbours", "Trước\n«danh sách»\nSau", "Trước\n\n- Một.\n\n- Hai.\n\nSau"},
		{"an empty one disappears", "Trước\n\n«trống»\n\nSau", "Trước\n\nSau"},
		{"also at the end", "Trước\n\n«trống»\n", "Trước"},
		{"inside a sentence an empty value is left to write", "Ngày «trống», tại đây", "Ngày [điền trống], tại đây"},
		{"several lines are one inside a sentence", "Gồm: «danh sách»", "Gồm: - Một. - Hai."},
		{"a bar in a table is kept from the cells", "| «đơn vị» |", `| xã \*Hải Vân\* |`},
		{"front matter: texts without the marks of the body", "---\nsummary: Tại «đơn vị»\n---\n\nA", "---\nsummary: \"Tại xã *Hải Vân*\"\n---\n\nA\n"},
		{"front matter: a field makes the entries of a list", "---\nrecipients:\n  - Như Điều 3\n  - «nơi nhận»\n  - «trống»\n---\n\nA", "---\nrecipients:\n  - Như Điều 3\n  - Tỉnh ủy\n  - Văn phòng\n---\n\nA\n"},
		{"front matter: an empty field alone leaves nothing", "---\nissuer: A\nsummary: «trống»\n---\n\nA", "---\nissuer: A\n---\n\nA\n"},
	} {
		got, err := Fill(c.outline, values)
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestFillNamesWhatItCannotFill(t *testing.T) {
	for outline, want := range map[string]string{
		"A\n\nKết quả «ky bao cao»":             "Dòng 3: loại văn bản này không có trường “ky bao cao”",
		"---\nsummary: «tổng»\n---\n\nA":        "Dòng 2: loại văn bản này không có trường “tổng”",
		"Kết quả «kỳ báo cáo":                   "Dòng 1: dấu « hoặc » đứng lẻ",
		"Kết quả »":                             "Dòng 1: dấu « hoặc » đứng lẻ",
		"---\nkhông có mục này: A\n---\n\nNgày": "không có mục",
	} {
		_, err := Fill(outline, map[string]string{"kỳ báo cáo": "năm 2023"})
		var shown interface{ UserMessage() string }
		if !errors.As(err, &shown) || !strings.Contains(shown.UserMessage(), want) {
			t.Errorf("%q: got %v, want it to say %q", outline, err, want)
		}
	}
}

func TestPrompts(t *testing.T) {
	found := Prompts("A[^1] [Nêu kết quả]\n\n| [ngày] | [điền số] |\n[1] [ ] [^2]: ghi chú")
	want := []Prompt{{1, "[Nêu kết quả]"}, {3, "[ngày]"}, {3, "[điền số]"}}
	if len(found) != len(want) {
		t.Fatalf("got %v, want %v", found, want)
	}
	for i := range want {
		if found[i] != want[i] {
			t.Errorf("got %v, want %v", found[i], want[i])
		}
	}
}
