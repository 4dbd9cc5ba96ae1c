package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cosohoi/reports/form"
)

var someWord = rapid.OneOf(
	rapid.SampledFrom([]string{"Hội", "Liên", "hiệp", "Phụ", "nữ", "ngày", "04", "tháng", "7", "năm", "2023", "số", "77/KH-BCH", "100", "%", "-", "người", "Điều", "“1+1”", "nghiêng"}),
	rapid.StringOfN(rapid.RuneFrom([]rune("aăâđeêioôơuưy")), 1, 60, -1),
)

var someRuns = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Run {
	words := rapid.SliceOfN(someWord, 1, 30).Draw(t, "words")
	blank := rapid.SampledFrom([]string{" ", " ", "  ", "\u00a0", "\n"}).Draw(t, "blank")
	return Run{Text: strings.Join(words, blank) + rapid.SampledFrom([]string{"", " "}).Draw(t, "end"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")}
}), 1, 6)

// No line is wider than its measure, unless a single letter is; and no letter is lost or moved.
func TestBreakLinesKeepsMeasureAndText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := someRuns.Draw(t, "runs")
		first := rapid.Float64Range(0.5, 170).Draw(t, "first")
		rest := rapid.Float64Range(0.5, 170).Draw(t, "rest")
		ts := &typesetter{}
		want := ""
		for _, r := range runs {
			want += r.Text
		}
		got, measure := "", first
		for i, l := range ts.breakLines(ts.words(runs, form.Regular(14)), first, rest) {
			width := 0.0
			for k, w := range l.words {
				if k > 0 {
					width += w.space()
				}
				width += w.width
				got += w.text
			}
			if letters := utf8.RuneCountInString(l.words[0].text); width > measure+breakSlack && (len(l.words) > 1 || letters > 1) {
				t.Fatalf("line %d is %.2f mm wide in a measure of %.2f", i, width, measure)
			}
			if d := width - l.width; d > 1e-9 || d < -1e-9 {
				t.Fatalf("line %d says it is %.3f mm wide and is %.3f", i, l.width, width)
			}
			measure = rest
		}
		if squash(got) != squash(want) {
			t.Fatalf("text changed:\n got %q\nwant %q", squash(got), squash(want))
		}
	})
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
		got := ""
		for i, w := range new(typesetter).words([]Run{{Text: c.text}}, form.Regular(14)) {
			if i > 0 {
				got += map[gap]string{breakable: " ", bound: "~", fixedGap: "="}[w.gap]
			}
			got += w.text
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestJustifiedLinesFillTheMeasure(t *testing.T) {
	ts := &typesetter{}
	lines := ts.breakLines(ts.words([]Run{{Text: strings.Repeat("xây dựng cơ sở Hội vững mạnh ", 20)}}, form.Regular(14)), 152.3, 165)
	for i, l := range lines[1 : len(lines)-1] {
		spaces := len(l.words) - 1
		if filled := l.width + float64(spaces)*l.stretch(165); filled < 164.999 || filled > 165.001 {
			t.Errorf("line %d fills %.3f mm of 165", i+2, filled)
		}
	}
	if lines[len(lines)-1].broken {
		t.Error("the last line of a paragraph must not be stretched")
	}
}
