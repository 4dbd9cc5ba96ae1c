package form

import "testing"

// signed writes the words of a paragraph with signs for the gaps between them.
func signed(pieces ...string) string {
	var c Cutter
	text := ""
	for _, piece := range pieces {
		for gap, word := range c.Cut(piece) {
			if text != "" {
				text += map[Gap]string{Glued: "", Breakable: " ", Bound: "~", Fixed: "=", Newline: "/"}[gap]
			}
			text += word
		}
	}
	return text
}

func TestBoundSpaces(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"đến ngày 04 tháng 7 năm 2023 của", "đến ngày~04 tháng~7 năm~2023 của", "numbers stay with the word before them, a date may break between its parts"},
		{"Kế hoạch số 77/KH-BCH về", "Kế hoạch số~77/KH-BCH về", "number and symbol stay with số"},
		{"khoản 2 Điều 5 nói", "khoản~2 Điều~5 nói", "cited articles"},
		{"đạt 100 % và 15 người", "đạt 100~% và 15~người", "a quantity stays with what it counts"},
		{"nhiệm kỳ 2022 - 2027, Hội", "nhiệm kỳ~2022~-~2027, Hội", "a range of years"},
		{"Xây dựng tổ chức Hội - Hội LHPN", "Xây dựng tổ chức Hội~- Hội LHPN", "a dash never starts a line"},
		{"- Nâng cao năng lực", "-=Nâng cao năng lực", "a list mark has a space that is not stretched"},
		{"a) Về đổi mới", "a)=Về đổi mới", "a lettered item"},
		{"Phụ lục II kèm theo", "Phụ lục~II kèm theo", "Roman numerals count as numbers"},
	} {
		if got := signed(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

// Faces change inside a word and between words; blanks that follow each other are one.
func TestGapsBetweenPieces(t *testing.T) {
	for _, c := range []struct {
		want   string
		pieces []string
	}{
		{"Hội viên", []string{" Hộ", "i ", " viên "}},
		{"số~77", []string{"số", " ", "77"}},
		{"hai~lần/một", []string{"hai\u00a0 lần\n", "\u00a0", "\n một"}},
	} {
		if got := signed(c.pieces...); got != c.want {
			t.Errorf("%q were cut into %q, want %q", c.pieces, got, c.want)
		}
	}
}

func TestCompound(t *testing.T) {
	for _, c := range []struct {
		before, word string
		want         bool
		why          string
	}{
		{"PHONG", "TRÀO", true, "capitals of a title"},
		{"phong", "trào", true, "any case"},
		{"“Kế", "hoạch”,", true, "marks around the pair do not part it"},
		{"phụ,", "nữ", false, "a mark between them does"},
		{"TRÀO", "PHỤ", false, "ends of two neighbouring words"},
	} {
		if got := Compound(c.before, c.word); got != c.want {
			t.Errorf("%s: Compound(%q, %q) is %t", c.why, c.before, c.word, got)
		}
	}
}
