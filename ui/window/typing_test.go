//go:build window

package window

import (
	"strconv"
	"strings"
	"testing"
)

// TestStrokesGiveTheText plays the strokes on a page that does what it is told.
func TestStrokesGiveTheText(t *testing.T) {
	for _, m := range []method{telex, vni} {
		for _, text := range sentences {
			var page []rune
			for _, stroke := range strings.Fields(m.strokes(text)) {
				if stroke == "b" {
					page = page[:len(page)-1]
					continue
				}
				code, err := strconv.ParseUint(stroke[1:], 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				page = append(page, rune(code))
			}
			if string(page) != text {
				t.Errorf("%s gives %q for %q", m.name, string(page), text)
			}
		}
	}
	if got := telex.strokes("ấ"); got != "k61 b ue2 b u1ea5 " {
		t.Errorf("telex types ấ as %q", got)
	}
}

// sentences have every letter of Vietnamese between them.
var sentences = []string{
	"Đồng chí Ưng Thị Ngọc Thoảng, ủy viên Ban Chấp hành Hội Liên hiệp Phụ nữ xã Hải Vân, được phân công phụ trách chi hội Quỳnh Phương từ ngày mồng bảy tháng ba.",
	"Chị em vẫn giữ nếp sinh hoạt đều đặn; sổ ghi biên bản còn thiếu chữ ký, quỹ hội thu đủ, nhưng việc giúp hội viên nghèo ở khuỷu sông Ninh Cơ chưa kịp thời.",
	"Ỷ lại, ngoằn ngoèo, khuếch trương, thuở trước, rượu nếp, mỡ gà, bẽn lẽn, ẩm ướt, lẵng hoa, ẵm bồng, kẽ hở, ỡm ờ, hữu nghị, kỹ lưỡng, tuyệt đối, ngõ xóm.",
}
