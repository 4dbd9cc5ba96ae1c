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

// The mark of a footnote is no number: what stands before it and after it bind each other or not.
func TestMarksOfFootnotesBindNothing(t *testing.T) {
	for before, want := range map[string]form.Gap{"nhiệm kỳ": form.Breakable, "từ 2022": form.Bound} {
		words := new(typesetter).words([]Run{{Text: before, Note: note("Theo Điều lệ.")}, {Text: " - 2027"}}, form.Regular(14))
		if got := words[len(words)-1].gap; got != want {
			t.Errorf("the gap in “%s¹ - 2027” is %d, want %d", before, got, want)
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

// A title ends its lines between words of two syllables, unless that costs a line.
func TestTitlesKeepCompoundsWhole(t *testing.T) {
	const title = "KẾT QUẢ CÔNG TÁC HỘI VÀ PHONG TRÀO PHỤ NỮ 6 THÁNG ĐẦU NĂM 2026"
	ts := &typesetter{}
	words := ts.words([]Run{{Text: title, Bold: true}}, form.Regular(14))
	kept := 0
	for measure := 60.0; measure <= 170; measure += 2.5 {
		lines := ts.balanced(words, measure)
		if plain := ts.even(words, measure); len(lines) != len(plain) {
			t.Fatalf("%d lines for compounds in %.1f mm instead of %d", len(lines), measure, len(plain))
		}
		var ends []string
		for i := range lines[1:] {
			last, first := lines[i].words[len(lines[i].words)-1].text, lines[i+1].words[0].text
			if form.Compound(last, first) {
				ends = append(ends, last+" / "+first)
			}
		}
		switch {
		case len(ends) == 0:
			kept++
		case measure >= 105: // "PHONG TRÀO PHỤ NỮ 6 THÁNG ĐẦU NĂM 2026" is 103 mm wide
			t.Errorf("%v parted in %.1f mm, where there is room", ends, measure)
		}
	}
	if kept < 30 {
		t.Errorf("compounds are whole at %d measures of 45 only", kept)
	}
	if words[1].gap != form.Breakable {
		t.Error("the words of the caller were changed")
	}
}
