package merge

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// The user rewrote the sentence around the figures; only the figures change in it.
func TestFiguresChangeInsideARewrittenSentence(t *testing.T) {
	base := "Đến nay đã kiểm tra 209/226 cơ sở Hội, đạt 92,5%."
	mine := "Tính đến hết tháng 6, các đoàn đã đến kiểm tra được 209/226 cơ sở Hội trong toàn tỉnh (đạt 92,5%), vượt tiến độ đề ra."
	theirs := "Đến nay đã kiểm tra 211/226 cơ sở Hội, đạt 93,4%."
	want := "Tính đến hết tháng 6, các đoàn đã đến kiểm tra được 211/226 cơ sở Hội trong toàn tỉnh (đạt 93,4%), vượt tiến độ đề ra."
	got, changes := Refresh(base, mine, theirs)
	if got != want {
		t.Errorf("got    %s\nwanted %s", got, want)
	}
	wanted := []Change{
		{Before: "209", After: "211", Context: "đã đến kiểm tra được 211/226 cơ sở Hội"},
		{Before: "92,5", After: "93,4", Context: "trong toàn tỉnh (đạt 93,4%), vượt tiến"},
	}
	if !reflect.DeepEqual(changes, wanted) {
		t.Errorf("changes %+v", changes)
	}
}

// Each case is one thing that a user does to a generated text before the figures change.
func TestWhatTheUserDidStays(t *testing.T) {
	cases := []struct {
		name, base, mine, theirs, want string
		changes                        []Change // without their contexts
	}{
		{
			"a deleted paragraph stays deleted though its figure changed",
			"I. Kết quả\n\nCó 5 đơn vị chậm.\n\nHết.", "I. Kết quả\n\nHết.", "I. Kết quả\n\nCó 6 đơn vị chậm.\n\nHết.",
			"I. Kết quả\n\nHết.", nil,
		},
		{
			"own paragraphs stay, beside those that changed",
			"Có 5 đơn vị chậm.", "Lời dẫn của văn phòng.\n\nCó 5 đơn vị chậm.\n\nNguyên nhân là thời tiết.", "Có 6 đơn vị chậm.",
			"Lời dẫn của văn phòng.\n\nCó 6 đơn vị chậm.\n\nNguyên nhân là thời tiết.", []Change{{Before: "5", After: "6"}},
		},
		{
			"a new generated paragraph appears at its place",
			"I. Kết quả\n\n- Đợt một đã xong.\n\nII. Hạn chế", "I. Kết quả đạt được\n\n- Đợt một đã xong.\n\nII. Hạn chế", "I. Kết quả\n\n- Đợt một đã xong.\n\n- Đợt hai đang làm.\n\nII. Hạn chế",
			"I. Kết quả đạt được\n\n- Đợt một đã xong.\n\n- Đợt hai đang làm.\n\nII. Hạn chế", []Change{{After: "- Đợt hai đang làm."}},
		},
		{
			"a generated paragraph that went goes, unless the user changed it",
			"Mở đầu.\n\nCó 5 đơn vị chậm kế hoạch.\n\nHết.", "Mở đầu.\n\nCó 5 đơn vị chậm kế hoạch vì mưa bão.\n\nHết.", "Mở đầu.\n\nHết.",
			"Mở đầu.\n\nCó 5 đơn vị chậm kế hoạch vì mưa bão.\n\nHết.", []Change{{Before: "Có 5 đơn vị chậm kế hoạch vì mưa bão.", Kept: true}},
		},
		{
			"a figure that the user typed over stays and is told of",
			"Có 209 cơ sở Hội.", "Có 210 cơ sở Hội.", "Có 211 cơ sở Hội.",
			"Có 210 cơ sở Hội.", []Change{{Before: "210", After: "211", Kept: true}},
		},
		{
			"a word added before a figure does not hide it",
			"Có 209 cơ sở Hội.", "Có hơn 209 cơ sở Hội.", "Có 211 cơ sở Hội.",
			"Có hơn 211 cơ sở Hội.", []Change{{Before: "209", After: "211"}},
		},
		{
			"a paragraph moved without a change takes the new figure along",
			"Mở đầu.\n\nCó 5 đơn vị chậm.\n\nĐề nghị xem xét.", "Mở đầu.\n\nĐề nghị xem xét.\n\nCó 5 đơn vị chậm.", "Mở đầu.\n\nCó 6 đơn vị chậm.\n\nĐề nghị xem xét.",
			"Mở đầu.\n\nĐề nghị xem xét.\n\nCó 6 đơn vị chậm.", []Change{{Before: "5", After: "6"}},
		},
		{
			"a row and a note of the user's stay in a table whose figures changed",
			"{widths: 60,20 | total: last}\n| Đơn vị | Số |\n|:--|--:|\n| Hải Hậu | 34 |\n| Giao Thủy | 22 |\n| Cộng | 56 |",
			"{widths: 70,20 | total: last}\n| Đơn vị | Số |\n|:--|--:|\n| Hải Hậu | 34 |\n| Giao Thủy (đợt hai) | 22 |\n| Khối trực thuộc | 3 |\n| Cộng | 56 |",
			"{widths: 60,20 | total: last}\n| Đơn vị | Số |\n|:--|--:|\n| Hải Hậu | 35 |\n| Giao Thủy | 23 |\n| Cộng | 58 |",
			"{widths: 70,20 | total: last}\n| Đơn vị | Số |\n|:--|--:|\n| Hải Hậu | 35 |\n| Giao Thủy (đợt hai) | 23 |\n| Khối trực thuộc | 3 |\n| Cộng | 58 |",
			[]Change{{Before: "34", After: "35"}, {Before: "22", After: "23"}, {Before: "56", After: "58"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, changes := Refresh(c.base, c.mine, c.theirs)
			if got != c.want {
				t.Errorf("got\n%s\nwanted\n%s", got, c.want)
			}
			for i := range changes {
				changes[i].Context = ""
			}
			if !reflect.DeepEqual(changes, c.changes) {
				t.Errorf("changes %+v, wanted %+v", changes, c.changes)
			}
		})
	}
}

var vocabulary = []string{"Hội", "cơ", "sở", "209", "/", "226", "đạt", "92,5", "%", ",", ".", "đơn", "vị", "|", "5", "12.500"}

// textOf draws a text of paragraphs, tables and odd blank lines out of a few words, so that much is in common.
func textOf(extra ...string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "lines") {
			if rapid.IntRange(0, 3).Draw(t, "row") == 0 {
				b.WriteString("| ")
			}
			words := rapid.SliceOfN(rapid.SampledFrom(slices.Concat(vocabulary, extra)), 0, 8).Draw(t, "words")
			b.WriteString(strings.Join(words, rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "blank")))
			b.WriteString(rapid.SampledFrom([]string{"\n\n", "\n", "\n \n", "\n\n\n", " \n\n", ""}).Draw(t, "gap"))
		}
		return b.String()
	})
}

// editOf draws an edit of a text: words taken out, put in and replaced.
func editOf(text string, extra ...string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		for range rapid.IntRange(0, 4).Draw(t, "edits") {
			words := strings.SplitAfter(text, " ")
			from := rapid.IntRange(0, len(words)).Draw(t, "from")
			to := min(len(words), from+rapid.IntRange(0, 3).Draw(t, "length"))
			text = strings.Join(words[:from], "") + textOf(extra...).Draw(t, "typed") + strings.Join(words[to:], "")
		}
		return text
	})
}

// A side that changed nothing leaves the other as it is; the same change on both sides is that change.
func TestOneSidedEditsWin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := textOf().Draw(t, "base")
		other := rapid.OneOf(textOf("mới"), editOf(base, "mới")).Draw(t, "other")
		for _, c := range []struct{ name, mine, theirs string }{{"only theirs", base, other}, {"only mine", other, base}, {"both the same", other, other}} {
			got, changes := Refresh(base, c.mine, c.theirs)
			if got != other {
				t.Fatalf("%s: got\n%q\nwanted\n%q", c.name, got, other)
			}
			if c.name != "only theirs" && changes != nil {
				t.Fatalf("%s: nothing was replaced, but it tells of %+v", c.name, changes)
			}
		}
	})
}

// Whatever changed on the other side, no word that the user typed is lost, and the result is the same each time.
func TestTypedWordsAreNeverLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := textOf().Draw(t, "base")
		mine := editOf(base, "tôi", "gõ", "thêm", "777").Draw(t, "mine")
		theirs := rapid.OneOf(textOf(), editOf(base, "máy", "999")).Draw(t, "theirs")
		got, changes := Refresh(base, mine, theirs)
		have, known := counts(got), counts(base)
		for w, n := range counts(mine) {
			if known[w] == 0 && have[w] < n {
				t.Fatalf("%q stood %d times in\n%q\nand stands %d times in\n%q", w, n, mine, have[w], got)
			}
		}
		again, sameChanges := Refresh(base, mine, theirs)
		if again != got || !reflect.DeepEqual(changes, sameChanges) {
			t.Fatal("a second run gives another result")
		}
	})
}

func counts(text string) map[string]int {
	n := map[string]int{}
	for _, w := range cutWords(text) {
		n[w.text]++
	}
	return n
}

// longTable is a body with a table of n rows; figure gives the figure of a row.
func longTable(n int, figure func(row int) int) string {
	var b strings.Builder
	b.WriteString("Kết quả như sau:\n\n{widths: 10,80,30 | total: last}\n| TT | Đơn vị | Số |\n|:-:|:--|--:|\n")
	for i := range n {
		fmt.Fprintf(&b, "| %d | Chi hội thôn %d, xã Hải %c%c | %d |\n", i+1, i%9+1, 'A'+i%26, 'a'+i/26%26, figure(i))
	}
	b.WriteString("\nHết.")
	return b.String()
}

// longTableEdit is an edit of a table of 12 000 rows, the list of all members of staff, while its figures change.
type longTableEdit struct{ name, base, mine, theirs, want string }

func longTableEdits() []longTableEdit {
	const n = 12_000
	base := longTable(n, func(i int) int { return i % 50 })
	every := longTable(n, func(i int) int { return i%50 + 1 })
	some := longTable(n, func(i int) int { return i%50 + i%100/99 })
	edit := func(text string) string {
		return strings.Replace(text, "| 7000 | Chi hội", "| 7000 | (mới) Chi hội", 1)
	}
	column := func(text string) string { return strings.ReplaceAll(text, " |\n", " | ghi chú |\n") }
	firstRow := "| 1 | Chi hội thôn 1, xã Hải Aa | 0 |\n"
	without := func(text, row string) string { return strings.Replace(text, row, "", 1) }
	return []longTableEdit{
		{"one row edited, some figures new", base, edit(base), some, edit(some)},
		{"one row edited, all figures new", base, edit(base), every, edit(every)},
		{"one row deleted, all figures new", base, edit(without(base, firstRow)), every, edit(without(every, strings.Replace(firstRow, "| 0 |", "| 1 |", 1)))},
		{"a column added, all figures new", base, column(base), every, column(every)},
	}
}

func TestLongTablesKeepWhatWasDone(t *testing.T) {
	for _, e := range longTableEdits() {
		t.Run(e.name, func(t *testing.T) {
			got, _ := Refresh(e.base, e.mine, e.theirs)
			if got == e.want {
				return
			}
			lines, wanted := strings.Split(got, "\n"), strings.Split(e.want, "\n")
			for i := range min(len(lines), len(wanted)) {
				if lines[i] != wanted[i] {
					t.Fatalf("line %d is\n%s\nwanted\n%s", i+1, lines[i], wanted[i])
				}
			}
			t.Errorf("%d lines, wanted %d", len(lines), len(wanted))
		})
	}
}

// BenchmarkLongTables refreshes a list of 12 000 members of staff while its user waits. The floor is to look each line of the
// new text up among those of the others and to write what is known, which no merging can do without.
func BenchmarkLongTables(b *testing.B) {
	for _, e := range longTableEdits() {
		b.Run(e.name, func(b *testing.B) {
			var ours, floor time.Duration
			for b.Loop() {
				start := time.Now()
				Refresh(e.base, e.mine, e.theirs)
				ours += time.Since(start)

				start = time.Now()
				knownLines(e.base, e.mine, e.theirs)
				floor += time.Since(start)
			}
			b.ReportMetric(ours.Seconds()*1000/float64(b.N), "refresh-ms")
			b.ReportMetric(floor.Seconds()*1000/float64(b.N), "floor-ms")
			b.ReportMetric(float64(ours)/float64(floor), "x-floor")
		})
	}
}

// knownLines writes the lines of theirs that stand in the other texts as well.
func knownLines(base, mine, theirs string) string {
	known := map[string]bool{}
	for _, text := range []string{base, mine} {
		for line := range strings.Lines(text) {
			known[line] = true
		}
	}
	var b strings.Builder
	for line := range strings.Lines(theirs) {
		if known[line] {
			b.WriteString(line)
		}
	}
	return b.String()
}
