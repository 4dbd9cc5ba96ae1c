package orgchart

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cosohoi/reports/form"
)

const longName = "Hội Phụ nữ cơ quan Liên hiệp các tổ chức hữu nghị và hợp tác xã nông nghiệp công nghệ cao vùng ven biển Thử Nghiệm"

// sample is a chart with a number of units below, some with long names, vacant posts and words that are wider than a box.
func sample(children int) Chart {
	c := Chart{
		Title: "SƠ ĐỒ TỔ CHỨC HỘI LHPN HUYỆN THỬ NGHIỆM",
		On:    time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC),
		Top: Unit{"Hội LHPN huyện Thử Nghiệm", []Post{{"Chủ tịch", []string{"Bùi Thị Ngọc Ánh"}}, {"Phó Chủ tịch", []string{"Đỗ Thị Bưởi", "Vũ Thị Cam"}}, {"Ủy viên Ban Chấp hành", []string{"21 người"}}},
			[]string{"20 cơ sở", "312 chi hội", "1.024 cán bộ"}},
	}
	for i := range children {
		u := Unit{fmt.Sprintf("Xã Thử Nghiệm số %d", i+1), []Post{{"Chủ tịch", []string{fmt.Sprintf("Nguyễn Thị Mẫu thứ %d", i+1)}}}, []string{"12 chi hội", "34 cán bộ"}}
		switch i % 7 {
		case 2:
			u.Posts[0].Holders = nil
		case 3:
			u.Name = fmt.Sprintf("%s %d", longName, i+1)
		case 5:
			u.Name = fmt.Sprintf("Phường %s%d", strings.Repeat("Rấtdài", 12), i+1)
		}
		c.Children = append(c.Children, u)
	}
	return c
}

func mustArrange(t *testing.T, c Chart) []sheet {
	t.Helper()
	pages, err := arrange(c)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// sizes are the numbers of children that change the shape: none, one, a full row, one more, the last on A4, the first on A3, several pages.
var sizes = []int{0, 1, 6, 7, 24, 25, 64, 230}

func TestPaperAndPages(t *testing.T) {
	for _, c := range []struct {
		children int
		width    float64
		pages    int
	}{
		{0, 297, 1},
		{24, 297, 2}, // the long names make rows that one sheet does not hold
		{25, 420, 1},
		{230, 420, 6},
	} {
		pages := mustArrange(t, sample(c.children))
		if pages[0].width != c.width || len(pages) != c.pages {
			t.Errorf("%d children: %d pages of %.0f mm, want %d of %.0f", c.children, len(pages), pages[0].width, c.pages, c.width)
		}
	}
	plain := sample(24)
	for i := range plain.Children {
		plain.Children[i].Name = "Xã Thử Nghiệm"
	}
	if n := len(mustArrange(t, plain)); n != 1 {
		t.Errorf("24 units with usual names take %d sheets of A4, want 1", n)
	}
}

func TestNothingOverlapsOrLeavesTheMargins(t *testing.T) {
	for _, n := range sizes {
		count := 0
		for at, page := range mustArrange(t, sample(n)) {
			count += len(page.boxes)
			for i, b := range page.boxes {
				if b.x < margin-0.01 || b.y < margin || b.x+b.width > page.width-margin+0.01 || b.y+b.height > page.height-margin+0.01 {
					t.Errorf("%d children, page %d: the box of %q leaves the margins: %+v", n, at+1, b.unit, b)
				}
				for _, other := range page.boxes[:i] {
					if b.x < other.x+other.width && other.x < b.x+b.width && b.y < other.y+other.height && other.y < b.y+b.height {
						t.Errorf("%d children, page %d: %q and %q overlap", n, at+1, b.unit, other.unit)
					}
				}
			}
			for _, s := range page.lines {
				for _, b := range page.boxes {
					if crosses(s, b) {
						t.Errorf("%d children, page %d: a line goes through the box of %q", n, at+1, b.unit)
					}
				}
				if min(s.x1, s.x2) < margin-0.01 || max(s.x1, s.x2) > page.width-margin+0.01 {
					t.Errorf("%d children, page %d: a line leaves the margins: %+v", n, at+1, s)
				}
			}
		}
		if count != n+1 {
			t.Errorf("%d children: %d boxes, want one each and the top", n, count)
		}
	}
}

// crosses tells that a line goes through the inside of a box.
func crosses(s segment, b box) bool {
	const touch = 0.01
	return min(s.x1, s.x2) < b.x+b.width-touch && max(s.x1, s.x2) > b.x+touch && min(s.y1, s.y2) < b.y+b.height-touch && max(s.y1, s.y2) > b.y+touch
}

// Every text lies in the box whose name stands in it, and no letter is smaller than 8 pt.
func TestTextsStayInTheirBoxes(t *testing.T) {
	for _, n := range sizes {
		for at, page := range mustArrange(t, sample(n)) {
			head := page.height
			for _, b := range page.boxes {
				head = min(head, b.y)
			}
			for _, text := range page.texts {
				if text.font.Pt < 8 {
					t.Errorf("%q is set in %.1f pt", text.text, text.font.Pt)
				}
				if text.y < head || text.y > page.height-margin {
					continue // title and foot
				}
				inside := false
				for _, b := range page.boxes {
					top := text.y - text.font.Pt*form.MmPerPt*0.7
					inside = inside || text.x >= b.x && text.x+text.font.Width(text.text) <= b.x+b.width+0.01 && top > b.y && text.y < b.y+b.height
				}
				if !inside {
					t.Errorf("%d children, page %d: %q sticks out of its box", n, at+1, text.text)
				}
			}
		}
	}
}

// What is written in the chart is there whole, whatever lines it was broken into.
func TestEveryWordIsPrinted(t *testing.T) {
	c := sample(30)
	var printed strings.Builder
	for _, page := range mustArrange(t, c) {
		for _, text := range page.texts {
			printed.WriteString(strings.ReplaceAll(text.text, " ", ""))
		}
	}
	units := append([]Unit{c.Top}, c.Children...)
	for _, u := range units {
		want := []string{u.Name, strings.Join(u.Counts, ",")}
		for _, p := range u.Posts {
			holder := strings.Join(p.Holders, ",")
			if holder == "" {
				holder = "khuyết"
			}
			want = append(want, p.Name+":"+holder)
		}
		for _, text := range want {
			if !strings.Contains(printed.String(), strings.ReplaceAll(text, " ", "")) {
				t.Errorf("%q is missing", text)
			}
		}
	}
}

func TestVacantPostsAreRed(t *testing.T) {
	red := 0
	for _, page := range mustArrange(t, sample(14)) {
		for _, text := range page.texts {
			if text.colour == alarm {
				red++
				if text.text != "khuyết" {
					t.Errorf("%q is red", text.text)
				}
			}
		}
	}
	if red != 2 {
		t.Errorf("%d red words, want one for each of the two vacant posts", red)
	}
}

// A name and a number with what it counts are torn only when they are wider than their box.
func TestNamesAndCountsStayWhole(t *testing.T) {
	f := form.Regular(textPt)
	names := []string{"Bùi Thị Ngọc Ánh", "Đỗ Thị Bưởi"}
	for _, c := range []struct {
		measure float64
		want    string
	}{
		{200, "Bùi Thị Ngọc Ánh, Đỗ Thị Bưởi"},
		{f.Width("Bùi Thị Ngọc Ánh, Đỗ"), "Bùi Thị Ngọc Ánh,|Đỗ Thị Bưởi"},
		{f.Width("Bùi Thị Ngọc"), "Bùi Thị Ngọc|Ánh,|Đỗ Thị Bưởi"},
	} {
		var got []string
		for _, l := range wrap(c.measure, run{listed(names), f, ink}) {
			var words []string
			for _, w := range l.words {
				words = append(words, w.text)
			}
			got = append(got, strings.Join(words, " "))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("in %.0f mm: %q, want %q", c.measure, got, c.want)
		}
	}
}

// Each box below hangs from a line, and the lines of a page hang together: from any one all others are reached.
func TestLinesLeadToEveryBox(t *testing.T) {
	for _, n := range sizes[1:] {
		for at, page := range mustArrange(t, sample(n)) {
			for _, b := range page.boxes {
				hangs := false
				for _, s := range page.lines {
					hangs = hangs || s.x1 == s.x2 && s.y2 == b.y && math.Abs(s.x1-(b.x+b.width/2)) < 0.01
				}
				if !b.top && !hangs {
					t.Errorf("%d children, page %d: no line leads to %q", n, at+1, b.unit)
				}
			}
			reached := map[int]bool{0: true}
			for grew := true; grew; {
				grew = false
				for i, s := range page.lines {
					for j, other := range page.lines {
						if reached[j] && !reached[i] && meet(s, other) {
							reached[i], grew = true, true
						}
					}
				}
			}
			if len(reached) != len(page.lines) {
				t.Errorf("%d children, page %d: %d of %d lines hang together", n, at+1, len(reached), len(page.lines))
			}
		}
	}
}

func meet(a, b segment) bool {
	const touch = 0.01
	return min(a.x1, a.x2) <= max(b.x1, b.x2)+touch && min(b.x1, b.x2) <= max(a.x1, a.x2)+touch && min(a.y1, a.y2) <= max(b.y1, b.y2)+touch && min(b.y1, b.y2) <= max(a.y1, a.y2)+touch
}

func TestTheSameChartGivesTheSameSoundFile(t *testing.T) {
	program, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is missing: install it to check the PDF files")
	}
	for _, n := range sizes {
		first, err := PDF(sample(n))
		if err != nil {
			t.Fatal(err)
		}
		if again, err := PDF(sample(n)); err != nil || !bytes.Equal(first, again) {
			t.Errorf("%d children: another file (%v)", n, err)
		}
		path := filepath.Join(t.TempDir(), "chart.pdf")
		if err := os.WriteFile(path, first, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(program, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%d children: %v\n%s", n, err, out)
		}
	}
}

func TestANameHigherThanAPageIsRefused(t *testing.T) {
	c := sample(1)
	c.Children[0].Name = strings.Repeat("Rất dài ", 2000)
	if _, err := PDF(c); err == nil || !strings.Contains(err.Error(), "rút ngắn tên") {
		t.Errorf("not refused: %v", err)
	}
}
