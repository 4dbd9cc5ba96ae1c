package layout

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The signature block never stands alone: at least the last two body lines are on its page.
func TestSignatureKeepsTwoBodyLines(t *testing.T) {
	long := strings.Repeat("Thường xuyên theo dõi, hỗ trợ cơ sở thực hiện tốt việc cập nhật ", 4)
	for n := 1; n <= 60; n++ {
		doc := plan()
		doc.Body = nil
		for i := range n {
			text := "Một dòng ngắn."
			if i%3 == 0 {
				text = long
			}
			doc.Body = append(doc.Body, Text(text))
		}
		ts := &typesetter{}
		sections, err := ts.compose(doc)
		if err != nil {
			t.Fatal(err)
		}
		pages := sections[0].pages()
		if last := pages[len(pages)-1]; len(last.slabs) < 1+signatureLinesBound {
			t.Errorf("%d paragraphs: the last page holds %d pieces, want the signature and %d lines", n, len(last.slabs), signatureLinesBound)
		}
	}
}

// No page starts or ends with a single line of a longer paragraph, no heading ends a page, nothing is drawn below the margin.
func TestPagesHaveNoWidowsAndOrphans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := section{format: pageFormat(false, UsualMargins())}
		ts := &typesetter{}
		if err := ts.settle(Document{}); err != nil {
			t.Fatal(err)
		}
		type owner struct {
			par, line, of int
			heading       bool
		}
		owners := map[int]owner{}
		for par := range rapid.IntRange(1, 60).Draw(t, "paragraphs") {
			from := len(s.slabs)
			isHeading := rapid.IntRange(0, 4).Draw(t, "kind") == 0
			if isHeading {
				ts.heading(&s, Heading{Level: 1, Text: "I. TÌNH HÌNH"})
			} else {
				ts.paragraph(&s, Text(strings.Repeat("xây dựng cơ sở Hội ", rapid.IntRange(1, 40).Draw(t, "words"))), false)
			}
			for i := from; i < len(s.slabs); i++ {
				owners[i] = owner{par, i - from, len(s.slabs) - from, isHeading}
			}
		}
		at, pages := 0, s.pages()
		for n, sheet := range pages {
			page := sheet.slabs
			if len(page) == 0 {
				t.Fatalf("page %d is empty", n+1)
			}
			first, last := owners[at], owners[at+len(page)-1]
			at += len(page)
			end := page[len(page)-1]
			if end.top+end.height > s.format.bottom()+0.001 {
				t.Fatalf("page %d runs %.2f mm into the margin", n+1, end.top+end.height-s.format.bottom())
			}
			if first.of > 1 && first.line == first.of-1 {
				t.Fatalf("page %d starts with the last line of a paragraph", n+1)
			}
			if n < len(pages)-1 && (last.heading || last.of > 1 && last.line == 0) {
				t.Fatalf("page %d ends with a heading or the first line of a paragraph", n+1)
			}
		}
		if at != len(s.slabs) {
			t.Fatalf("%d of %d lines are on pages", at, len(s.slabs))
		}
	})
}

func longTable(rows int) Table {
	table := Table{
		Columns: []Column{{14, Centre}, {96, Left}, {55, Right}},
		Head:    [][]HeadCell{{{Text: "TT", RowSpan: 2}, {Text: "Kết quả", ColSpan: 2}}, {{Text: "Đơn vị"}, {Text: "Đạt"}}},
	}
	for i := range rows {
		table.Rows = append(table.Rows, Row{Cells: []string{fmt.Sprint(i + 1), strings.Repeat("Hội Liên hiệp Phụ nữ xã ", 1+i%4), "1"}})
	}
	return table
}

func TestLongTableKeepsItsHeadOnEveryPage(t *testing.T) {
	doc := plan()
	table := longTable(2000)
	table.Rows = append(table.Rows, Row{Cells: []string{"", "Tổng cộng", "2.000"}, Total: true})
	doc.Body = []Block{table}
	doc.Signers, doc.Recipients, doc.Archive = nil, nil, ""
	pages := strings.Split(strings.TrimSuffix(poppler(t, mustPDF(t, doc), "pdftotext", "-layout"), "\f"), "\f")
	if len(pages) < 40 {
		t.Fatalf("2000 rows on %d pages", len(pages))
	}
	for i, page := range pages {
		if !strings.Contains(page, "Kết quả") || !strings.Contains(page, "TT") || !strings.Contains(page, "Đơn vị") {
			t.Errorf("page %d has no head", i+1)
		}
	}
	last := squash(pages[len(pages)-1])
	if !strings.Contains(last, "Tổngcộng") || !strings.Contains(last, "2000") {
		t.Errorf("the total row stands on a page without the row before it:\n%s", pages[len(pages)-1])
	}
}

func TestRowHigherThanAPageLosesNoText(t *testing.T) {
	doc := plan()
	doc.Signers, doc.Recipients, doc.Archive = nil, nil, ""
	text := strings.Repeat("phản ánh kịp thời những khó khăn ", 400)
	doc.Body = []Block{Table{Columns: []Column{{60, Left}}, Head: [][]HeadCell{{{Text: "Ghi chú"}}}, Rows: []Row{{Cells: []string{text}}}}}
	got := squash(poppler(t, mustPDF(t, doc), "pdftotext", "-raw"))
	if n := strings.Count(got, "khókhăn"); n < 390 { // a few are torn by a page number or a repeated head
		t.Errorf("%d of 400 repetitions are left", n)
	}
}

func TestSpansFollowHTML(t *testing.T) {
	got := ""
	for _, c := range spans(longTable(0).Head, 3) {
		got += fmt.Sprintf("%s@%d,%d %dx%d; ", c.Text, c.row, c.column, c.RowSpan, c.ColSpan)
	}
	if want := "TT@0,0 2x1; Kết quả@0,1 1x2; Đơn vị@1,1 1x1; Đạt@1,2 1x1; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
