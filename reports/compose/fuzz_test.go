package compose

import (
	"strings"
	"testing"
)

// No text makes reading panic, and whatever is wrong with it is said in one sentence. What is read can be written and read
// again. Run longer: go test -fuzz FuzzDocument ./reports/compose
func FuzzDocument(f *testing.F) {
	f.Add(least + "---\n\nI. Đề mục[^1]\n\n[^1]: Lời *ghi chú*\n\n{widths: 10,20 | total: last}\n| a | < |\n|:-:|--:|\n| \\| | 2 |\n\n# Phụ lục {ngang}: B\n\n>> **x** ***y***")
	f.Add("---\nto: [a, 'b', \"c\"]\nsummary: |\n  d\n  e\nsigners:\n  - {name: f}\n---\nPhần I\nTên\n\nĐiều 1. Text.\n\n## {giữa} g\n\n---\n\n<> h")
	f.Add(strings.Join(pieces, " "))
	f.Add("| ^ | < |\n|-|\n{size: 1}\n{\n}\n[^]: \n[^a]\n\\")
	f.Fuzz(func(t *testing.T, text string) {
		check := func(err error) {
			if err != nil && (!strings.HasPrefix(sentence(t, err), "Dòng ") && !strings.HasPrefix(sentence(t, err), "Mục “")) {
				t.Errorf("%v names no place", err)
			}
		}
		_, err := Parse(text)
		check(err)
		s, err := ParseDraft(text)
		check(err)
		if err != nil {
			return
		}
		if again, err := ParseDraft(s.String()); err != nil || again.Body != s.Body {
			t.Errorf("%v: the body changes when written: %q", err, s.Body)
		}
		folded, tables := Fold(s.Body)
		if back, err := Unfold(folded, tables); err == nil && back != s.Body {
			t.Errorf("folding changes %q", s.Body)
		}
		doc, err := s.Document()
		check(err)
		if err != nil {
			return
		}
		if _, err := (Source{Body: FormatBlocks(doc.Body) + "\n\n" + FormatAppendices(doc.Appendices)}).Document(); err != nil && !strings.Contains(err.Error(), "vượt khổ chữ") {
			t.Errorf("%v: what is written of %q cannot be read", err, s.Body)
		}
	})
}
