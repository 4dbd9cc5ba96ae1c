package raster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"strings"
	"testing"

	"cosohoi/reports/layout"
)

func open(t testing.TB) *Renderer {
	t.Helper()
	r, err := Open(cacheDir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func typeset(t testing.TB, doc layout.Document) []byte {
	t.Helper()
	doc.Issuer, doc.Kind = "BAN THƯỜNG VỤ", "BÁO CÁO"
	pdf, err := layout.PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

func find(t testing.TB, r *Renderer, pdf []byte, text string) []Found {
	t.Helper()
	found, err := r.Find(context.Background(), pdf, text)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestFindMatches: what counts as the same text. The body of each case is short, so it stands on one line unless a
// break is written.
func TestFindMatches(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		body, text string
		want       int
	}{
		{"Đồng chí Nguyễn Thị Đào", "nguyen thi dao", 1},
		{"Đồng chí Nguyễn Thị Đào", "NGUYỄN THỊ ĐÀO", 1},
		{"Đồng chí Nguyễn Thị Đào", "  Thị \n\t Đào ", 1},
		{"Đồng chí Nguyễn Thị Đào", "nguye\u0302\u0303n", 1}, // typed in decomposed form
		{"Đồng chí Nguyễn Thị Đào", "thi dào.", 0},
		{"Đồng chí Nguyễn Thị Đào", "nguyenthi", 0},
		{"Đồng chí Nguyễn Thị Đào", "", 0},
		{"Đồng chí Nguyễn Thị Đào", " \n\u00a0\t", 0},
		{"Đồng chí Nguyễn Thị Đào", "\u0301", 0},
		{"vá, và, vả, vã, vạ, VA", "va", 6},
		{"xaxaxax", "xaxa", 1}, // places do not overlap
		{"Khu phố “Ninh Kiều” – số 5", `"ninh kieu" - so`, 1},
		{"Khu phố 'Ninh Kiều' - số 5", "‘ninh kiều’ – số", 1},
		{"ngày … tháng", "ngay ... thang", 1},
		{"rộng 20 m² đất", "20 m2", 1},
		{"Nghị định số 30/2020/NĐ-CP", "30/2020/nd-cp", 1},
		{"Một hai\nba bốn", "hai ba", 1},
		{"Một hai -\nba bốn", "hai - ba", 1},
		{"Một hai-\nba bốn", "hai- ba", 1}, // PDFium drops the break after such a hyphen
		{"Một hai-\nba bốn", "haiba", 0},
		{"không", "khong dau", 0},
	} {
		pdf := typeset(t, layout.Document{Body: []layout.Block{layout.Paragraph{Style: layout.Centred, Runs: []layout.Run{{Text: c.body}}}}})
		if got := find(t, r, pdf, c.text); len(got) != c.want {
			t.Errorf("%q is %d times in %q, want %d", c.text, len(got), c.body, c.want)
		}
	}
}

// TestFindOrder: results come in reading order through all pages.
func TestFindOrder(t *testing.T) {
	r := open(t)
	var body []layout.Block
	for range 3 {
		body = append(body, layout.Text("Mốc đầu trang, mốc thứ hai."), layout.PageBreak{})
	}
	pdf := typeset(t, layout.Document{Body: body, Appendices: []layout.Appendix{{Title: "MỐC CUỐI", Landscape: true}}})
	var pages []int
	found := find(t, r, pdf, "mốc")
	for i, f := range found {
		pages = append(pages, f.Page)
		if i > 0 && found[i-1].Page == f.Page && found[i-1].Rects[0].Left >= f.Rects[0].Left {
			t.Errorf("result %d stands before the one before it", i)
		}
	}
	if fmt.Sprint(pages) != "[0 0 1 1 2 2 3]" {
		t.Errorf("found on pages %v", pages)
	}
}

// TestFindLines: a result has one rectangle for each line that it spans.
func TestFindLines(t *testing.T) {
	r := open(t)
	long := strings.TrimSpace(strings.Repeat("nội dung dài ", 18))
	pdf := typeset(t, layout.Document{Body: []layout.Block{
		layout.Text("Mở đầu " + long + " kết thúc"),
		layout.Paragraph{Style: layout.Centred, Runs: []layout.Run{{Text: "ý\ný\ný"}}},
		layout.Paragraph{Runs: []layout.Run{{Text: "Có chú thích", Note: []layout.Run{{Text: "Lời chú."}}}, {Text: " ở giữa, "}, {Text: "chữ đậm", Bold: true}, {Text: " kề "}, {Text: "chữ nghiêng", Italic: true}}},
		layout.Table{Columns: []layout.Column{{}, {Width: 40}, {Width: 15}}, Head: [][]layout.HeadCell{{{Text: "Một"}, {Text: "Hai"}, {Text: "Đầu cột xoay đứng khá dài nên xuống dòng", Turned: true}}},
			Rows: []layout.Row{{Cells: []string{"ô thấp", strings.Repeat("cán bộ ", 8) + "xong", "cao"}}}},
	}})
	for _, c := range []struct {
		text string
		want int
	}{
		{"mở đầu", 1},
		{"mở đầu " + long + " kết thúc", 4},
		{"y y y", 3}, // one above the other
		{"thích1 ở giữa", 1},
		{"chữ đậm kề chữ nghiêng", 1},
		{"xoay", 1},
		{"Đầu cột xoay đứng khá dài nên xuống dòng", 3},
		{"xong cao", 2}, // the next cell begins higher up
	} {
		found := find(t, r, pdf, c.text)
		if len(found) != 1 {
			t.Errorf("%q is found %d times", c.text, len(found))
			continue
		}
		rects := found[0].Rects
		if len(rects) != c.want {
			t.Errorf("%q has %d rectangles, want %d: %.3f", c.text, len(rects), c.want, rects)
		}
		for _, b := range rects {
			if turned := b.Bottom-b.Top > b.Right-b.Left; turned != strings.Contains(c.text, "xoay") && len(c.text) > 5 {
				t.Errorf("%q stands in %+v", c.text, b)
			}
		}
	}
}

// inPixels grows a rectangle to whole pixels.
func inPixels(b Rect, size image.Point) image.Rectangle {
	x, y := float64(size.X), float64(size.Y)
	return image.Rect(int(math.Floor(b.Left*x)), int(math.Floor(b.Top*y)), int(math.Ceil(b.Right*x)), int(math.Ceil(b.Bottom*y)))
}

// TestFindFitsInk: on a page of words that are searched one by one, all ink lies in the rectangles, each has ink, and they
// keep clear of each other, in all faces and however the page lies.
func TestFindFitsInk(t *testing.T) {
	r := open(t)
	syllables := strings.Fields("Ặng ỗng Ửng gậy quỵ fẫj Ộp {Ỹ} jệf |ịg Ắ/y đĩnh nghiêng")
	faces := []layout.Run{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}}
	var words []string
	var body []layout.Block
	for _, face := range faces {
		face.Text = ""
		for range 40 {
			w := fmt.Sprintf("%s%03d", syllables[len(words)%len(syllables)], len(words))
			words = append(words, w)
			face.Text += w + " "
		}
		body = append(body, layout.Paragraph{Runs: []layout.Run{face}})
	}
	portrait := typeset(t, layout.Document{Body: body})
	for _, page := range []struct {
		name string
		pdf  []byte
	}{
		{"portrait", portrait},
		{"landscape", typeset(t, layout.Document{Body: body, Landscape: true})},
		{"turned by the reader", turn(t, portrait)},
	} {
		var rects []image.Rectangle
		pictures := map[int]*image.RGBA{}
		for _, w := range words {
			found := find(t, r, page.pdf, w)
			if len(found) != 1 || len(found[0].Rects) != 1 {
				t.Fatalf("%s: %q is found as %v", page.name, w, found)
			}
			f := found[0]
			if pictures[f.Page] == nil {
				picture, err := r.Page(context.Background(), page.pdf, f.Page, 144)
				if err != nil {
					t.Fatal(err)
				}
				pictures[f.Page] = picture.(*image.RGBA)
			}
			if f.Page > 0 {
				continue // the first page is enough
			}
			rects = append(rects, inPixels(f.Rects[0], pictures[0].Rect.Size()))
		}
		if len(rects) < 100 {
			t.Fatalf("%s: only %d words are on the page", page.name, len(rects))
		}
		picture := pictures[0]
		var all image.Rectangle
		for i, b := range rects {
			if n := dark(picture.SubImage(b)); n < b.Dx()*b.Dy()/20 {
				t.Errorf("%s: the rectangle of %q has %d dark pixels of %d", page.name, words[i], n, b.Dx()*b.Dy())
			}
			for j, other := range rects[:i] {
				if both := b.Intersect(other); both.Dx() > 2 && both.Dy() > 2 {
					t.Errorf("%s: the rectangles of %q and %q share %v", page.name, words[i], words[j], both.Size())
				}
			}
			all = all.Union(b)
		}
		// The page without what the rectangles hold is empty around them.
		for _, b := range rects {
			for y := b.Min.Y; y < b.Max.Y; y++ {
				for x := b.Min.X; x < b.Max.X; x++ {
					picture.Set(x, y, image.White)
				}
			}
		}
		if n := dark(picture.SubImage(all.Inset(-5))); n > 0 {
			t.Errorf("%s: %d dark pixels lie outside the rectangles of all words", page.name, n)
		}
	}
}

// turn gives the file with its pages to be shown turned by a quarter.
func turn(t *testing.T, pdf []byte) []byte {
	t.Helper()
	turned := bytes.ReplaceAll(pdf, []byte("<</Type /Page\n"), []byte("<</Type /Page\n/Rotate 90\n"))
	if len(turned) == len(pdf) {
		t.Fatal("the pages are not where they were")
	}
	return turned // PDFium mends the offsets
}

// TestFindKeepsDocumentsApart: what was read of one file is not found in another, nor in one of the same length.
func TestFindKeepsDocumentsApart(t *testing.T) {
	r := open(t)
	body := func(word string) []byte {
		return typeset(t, layout.Document{Body: []layout.Block{layout.Text(word), layout.PageBreak{}, layout.Text("Trang hai " + word)}})
	}
	files := map[string][]byte{"Sông": body("Sông"), "Núi": body("Núi"), "Biển": body("Biển")}
	for range 3 {
		for in, pdf := range files {
			for word := range files {
				want := 0
				if word == in {
					want = 2
				}
				if got := find(t, r, pdf, word); len(got) != want {
					t.Errorf("%q is found %d times in the file of %q, want %d", word, len(got), in, want)
				}
			}
		}
	}
}

// TestFindWhileDrawing: other calls on other files take turns with a search and change nothing of it.
func TestFindWhileDrawing(t *testing.T) {
	r := open(t)
	long, other := hundred(t, 12), sample(t, "Đoạn khác.")
	want := len(find(t, r, long, "đoạn"))
	done := make(chan error)
	go func() {
		for range 5 {
			if _, err := r.Page(context.Background(), other, 0, 30); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for range 5 {
		if got := len(find(t, r, long, "đoạn")); got != want {
			t.Errorf("found %d times, want %d", got, want)
		}
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// between is cancelled after its error was asked for n times.
type between struct {
	context.Context
	n int
}

func (c *between) Err() error {
	if c.n--; c.n < 0 {
		return context.Canceled
	}
	return nil
}

func TestFindRefuses(t *testing.T) {
	r := open(t)
	pdf := sample(t, "x")
	for n := range 2 {
		if found, err := r.Find(&between{context.Background(), n}, pdf, "x"); err != context.Canceled || found != nil {
			t.Errorf("cancelled before page %d: got %v, %v", n, found, err)
		}
	}
	refuse := func(name string, err error) {
		t.Helper()
		var shown interface{ UserMessage() string }
		if !errors.As(err, &shown) {
			t.Errorf("%s: %v has no message for the user", name, err)
		}
	}
	_, err := r.Find(context.Background(), []byte("không phải PDF"), "x")
	refuse("find in no PDF", err)
	_, err = r.Sizes([]byte("không phải PDF"))
	refuse("sizes of no PDF", err)
	r.Close()
	_, err = r.Find(context.Background(), pdf, "x")
	refuse("find when closed", err)
	_, err = r.Sizes(pdf)
	refuse("sizes when closed", err)
}

// TestSizes: the sizes are those of the pictures at 72 dpi.
func TestSizes(t *testing.T) {
	r := open(t)
	portrait := typeset(t, layout.Document{Body: []layout.Block{layout.Text("Một.")}, Appendices: []layout.Appendix{{Title: "HAI", Landscape: true}, {Title: "BA"}}})
	for _, c := range []struct {
		name  string
		pdf   []byte
		lying []bool
	}{
		{"mixed", portrait, []bool{false, true, false}},
		{"landscape", typeset(t, layout.Document{Body: []layout.Block{layout.Text("Một.")}, Landscape: true}), []bool{true}},
		{"turned by the reader", turn(t, portrait), []bool{true, false, true}},
	} {
		sizes, err := r.Sizes(c.pdf)
		if err != nil || len(sizes) != len(c.lying) {
			t.Fatalf("%s: got %v, %v", c.name, sizes, err)
		}
		for i, lying := range c.lying {
			want := Size{595.28, 841.89}
			if lying {
				want = Size{841.89, 595.28}
			}
			if math.Abs(sizes[i].Width-want.Width) > 0.01 || math.Abs(sizes[i].Height-want.Height) > 0.01 {
				t.Errorf("%s: page %d has %v points, want %v", c.name, i, sizes[i], want)
			}
			picture, err := r.Page(context.Background(), c.pdf, i, 72)
			if err != nil {
				t.Fatal(err)
			}
			if s := picture.Bounds().Size(); math.Abs(float64(s.X)-sizes[i].Width) > 1 || math.Abs(float64(s.Y)-sizes[i].Height) > 1 {
				t.Errorf("%s: page %d has %v points and %v pixels", c.name, i, sizes[i], s)
			}
		}
	}
}

// hundred gives a file of full pages.
func hundred(t testing.TB, pages int) []byte {
	var body []layout.Block
	for i := range pages * 9 {
		body = append(body, layout.Text(strings.Repeat(fmt.Sprintf("Đoạn %d: các đồng chí ủy viên Ban Thường vụ tổ chức hội nghị. ", i), 4)))
	}
	return typeset(t, layout.Document{Body: body})
}

func BenchmarkFind(b *testing.B) {
	r := open(b)
	pdf := hundred(b, 100)
	pages, err := r.Pages(pdf)
	if err != nil {
		b.Fatal(err)
	}
	for _, text := range []string{"tổ chức", "o", "đoạn 899", "không có ở đâu"} {
		b.Run("again/"+text, func(b *testing.B) {
			n := len(find(b, r, pdf, text))
			for b.Loop() {
				find(b, r, pdf, text)
			}
			b.ReportMetric(float64(n), "found")
		})
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			find(b, r, bytes.Clone(pdf), "tổ chức") // another file for the renderer
		}
		b.ReportMetric(float64(pages), "pages")
	})
	b.Run("sizes", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.Sizes(pdf); err != nil {
				b.Fatal(err)
			}
		}
	})
}
