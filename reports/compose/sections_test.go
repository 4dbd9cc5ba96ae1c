package compose

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func titles(text string, limit int) string {
	var all []string
	for _, s := range Sections(text, limit) {
		title := s.Title
		if s.Appendix {
			title = "(" + title + ")"
		}
		all = append(all, title)
	}
	return strings.Join(all, " | ")
}

const outlined = "Mở đầu.\n\nPhần thứ nhất\nKẾT QUẢ\n\nI. TÌNH HÌNH\n\n1. Thuận lợi\n\nMột.\n\n2. Khó khăn\n\nHai.\n\nII. NHIỆM VỤ\n\n1. Câu này không phải là đề mục.\n\nPhần thứ hai\nPHƯƠNG HƯỚNG\n\nBa.\n\n# Phụ lục {ngang}: SỐ LIỆU\n\n[Bảng 1: TT · 2 dòng]\n\n# Phụ lục: DANH SÁCH\n\nBốn."

// A short text stays whole; a longer one is cut at its highest headings first; appendices are always apart.
func TestSections(t *testing.T) {
	for _, c := range []struct {
		limit int
		want  string
	}{
		{1000, " | (SỐ LIỆU) | (DANH SÁCH)"},
		{210, " | I. TÌNH HÌNH | Phần thứ hai | (SỐ LIỆU) | (DANH SÁCH)"},
		{120, " | I. TÌNH HÌNH | II. NHIỆM VỤ | Phần thứ hai | (SỐ LIỆU) | (DANH SÁCH)"},
		{10, " | I. TÌNH HÌNH | 1. Thuận lợi | 2. Khó khăn | II. NHIỆM VỤ | Phần thứ hai | (SỐ LIỆU) | (DANH SÁCH)"},
	} {
		if got := titles(outlined, c.limit); got != c.want {
			t.Errorf("limit %d: %s\nwant %s", c.limit, got, c.want)
		}
	}
	if got := Sections("", 100); len(got) != 1 {
		t.Errorf("an empty text has %d sections", len(got))
	}
}

// Whatever the text, its sections are the whole of it, one after the other.
func TestSectionsAreTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(textGen(40), rapid.Just(outlined), rapid.String()).Draw(t, "text")
		at := 0
		for _, s := range Sections(text, rapid.IntRange(0, 400).Draw(t, "limit")) {
			if s.From != at || s.To < s.From {
				t.Fatalf("a section goes from %d to %d, after %d", s.From, s.To, at)
			}
			at = s.To
		}
		if at != len(text) {
			t.Fatalf("the sections end at %d of %d", at, len(text))
		}
	})
}
