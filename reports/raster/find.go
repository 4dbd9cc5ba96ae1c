package raster

import (
	"context"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"

	"cosohoi/reports/fault"
)

// Found is a place of a text on a page.
type Found struct {
	Page  int    // from 0
	Rects []Rect // one for each line that the text spans, at least one; they hold all ink of the text
}

// Rect is a part of a page in fractions of its width and height from its top left corner, so that it fits every zoom.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Find gives the places of a text in reading order. Case, tone marks and the shape of quotes and dashes do not matter (đ is
// d), and any run of blanks and line breaks is one blank, so a phrase is found over the end of a line, not of a page.
// Places do not overlap. A text of blanks is nowhere.
//
// The first search of a file reads its pages, some 7 ms each; later ones take about a millisecond for a hundred pages.
// Between two pages other calls get their turn, and a cancelled ctx is noticed and its error returned as it is; every
// other error has a UserMessage. The bytes of pdf must not change while pages of it are asked for.
func (r *Renderer) Find(ctx context.Context, pdf []byte, text string) ([]Found, error) {
	key, _ := fold([]rune(text))
	key = strings.TrimSpace(key)
	if key == "" {
		return nil, nil
	}
	var found []Found
	for page := 0; ; page++ {
		t, err := r.text(ctx, pdf, page)
		if err != nil {
			return nil, err
		}
		if t == nil {
			return found, nil
		}
		for at := 0; ; {
			i := strings.Index(t.key[at:], key)
			if i < 0 {
				break
			}
			found = append(found, Found{Page: page, Rects: t.rects(at+i, at+i+len(key))})
			at += i + len(key)
		}
	}
}

// pageText is what is written on a page. It does not change.
type pageText struct {
	chars []rune // as PDFium reads them, with the blanks and line breaks that it adds
	boxes []box  // of chars, blanks have none
	key   string // chars folded
	from  []int32
}

// box is a Rect in half the memory: a hundred pages have some 300,000.
type box struct{ left, top, right, bottom float32 }

// text gives the text of a page of a file; nil after its last page.
func (r *Renderer) text(ctx context.Context, pdf []byte, page int) (*pageText, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := r.load(ctx, pdf); err != nil {
		return nil, err
	}
	if page >= r.pages {
		return nil, nil
	}
	if r.texts[page] == nil {
		t, err := r.readText(page)
		if err != nil {
			return nil, fault.New("Không tìm được trong văn bản: hãy lưu ra tệp và tìm bằng chương trình đọc PDF.", err)
		}
		r.texts[page] = t
	}
	return r.texts[page], nil
}

// readText reads the text of a page of the open file.
func (r *Renderer) readText(page int) (*pageText, error) {
	of := requests.Page{ByIndex: &requests.PageByIndex{Document: r.document, Index: page}}
	place, err := r.placer(of)
	if err != nil {
		return nil, err
	}
	opened, err := r.instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: of})
	if err != nil {
		return nil, err
	}
	defer func() {
		_, _ = r.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: opened.TextPage})
	}()
	count, err := r.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: opened.TextPage})
	if err != nil {
		return nil, err
	}
	t := &pageText{chars: make([]rune, count.Count), boxes: make([]box, count.Count)}
	for i := range t.chars {
		if t.chars[i], t.boxes[i], err = r.readChar(opened.TextPage, i, place); err != nil {
			return nil, err
		}
	}
	t.key, t.from = fold(t.chars)
	return t, nil
}

func (r *Renderer) readChar(text references.FPDF_TEXTPAGE, i int, place func(x, y float64) (float64, float64)) (rune, box, error) {
	char, err := r.instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil {
		return 0, box{}, err
	}
	if c := rune(char.Unicode); unicode.IsSpace(c) {
		return c, box{}, nil
	}
	// The loose box has the height of the font, so that all boxes of a line are alike, and holds the ink that leaves it.
	loose, err := r.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil {
		return 0, box{}, err
	}
	x0, y0 := place(float64(loose.Rect.Left), float64(loose.Rect.Top))
	x1, y1 := place(float64(loose.Rect.Right), float64(loose.Rect.Bottom))
	return rune(char.Unicode), box{float32(min(x0, x1)), float32(min(y0, y1)), float32(max(x0, x1)), float32(max(y0, y1))}, nil
}

// placer gives the fractions of the page as it is shown for a point of its own coordinates, whatever box and turn it has.
func (r *Renderer) placer(page requests.Page) (func(x, y float64) (float64, float64), error) {
	const fine, far = 1 << 20, 1000 // the size of a device whose whole dots are fine enough, and points
	var fx, fy [3]float64
	for i, p := range [3][2]float64{{0, 0}, {far, 0}, {0, far}} {
		d, err := r.instance.FPDF_PageToDevice(&requests.FPDF_PageToDevice{Page: page, SizeX: fine, SizeY: fine, PageX: p[0], PageY: p[1]})
		if err != nil {
			return nil, err
		}
		fx[i], fy[i] = float64(d.DeviceX)/fine, float64(d.DeviceY)/fine
	}
	return func(x, y float64) (float64, float64) {
		x, y = x/far, y/far
		return fx[0] + x*(fx[1]-fx[0]) + y*(fx[2]-fx[0]), fy[0] + x*(fy[1]-fy[0]) + y*(fy[2]-fy[0])
	}, nil
}

// rects gives the lines of the characters of key[start:end].
func (t *pageText) rects(start, end int) []Rect {
	first, last := int(t.from[start]), int(t.from[end-1])+1
	if end < len(t.key) {
		last = max(last, int(t.from[end])) // with the marks after the last letter
	}
	var rects []Rect
	var before box
	broken := true
	for i := first; i < last; i++ {
		b := t.boxes[i]
		if t.chars[i] == lineBreak {
			broken = true
		}
		if b == (box{}) {
			continue
		}
		if broken || !before.beside(b) {
			rects = append(rects, Rect{float64(b.left), float64(b.top), float64(b.right), float64(b.bottom)})
		} else {
			r := &rects[len(rects)-1]
			r.Left, r.Top = min(r.Left, float64(b.left)), min(r.Top, float64(b.top))
			r.Right, r.Bottom = max(r.Right, float64(b.right)), max(r.Bottom, float64(b.bottom))
		}
		before, broken = b, false
	}
	return rects
}

// beside tells whether two characters stand on the same line, level or turned. PDFium does not part lines by a break
// where one ends in a hyphen or where the next cell of a table begins higher up.
func (b box) beside(c box) bool {
	shared := func(from, to, otherFrom, otherTo float32) bool {
		return min(to, otherTo)-max(from, otherFrom) > min(to-from, otherTo-otherFrom)/2
	}
	return shared(b.top, b.bottom, c.top, c.bottom) || shared(b.left, b.right, c.left, c.right)
}

const (
	lineBreak = '\n'
	// PDFium gives this for a hyphen at the end of a line and leaves out the break after it.
	lastHyphen = '\x02'
)

// fold gives the form in which texts are compared, and for each of its bytes the index of the character that it is from.
func fold(text []rune) (string, []int32) {
	key, from := make([]byte, 0, len(text)), make([]int32, 0, len(text))
	put := func(i int, c rune) {
		switch {
		case unicode.IsSpace(c):
			if len(key) > 0 && key[len(key)-1] == ' ' {
				return
			}
			c = ' '
		case unicode.In(c, unicode.Mn, unicode.Cc, unicode.Cf):
			return
		case c == '−' || unicode.Is(unicode.Pd, c):
			c = '-'
		case strings.ContainsRune("“”„«»", c):
			c = '"'
		case strings.ContainsRune("‘’‚", c):
			c = '\''
		default:
			if c = unicode.ToLower(c); c == 'đ' {
				c = 'd'
			}
		}
		key = append(key, string(c)...)
		for len(from) < len(key) {
			from = append(from, int32(i))
		}
	}
	for i, c := range text {
		switch {
		case c == lastHyphen:
			put(i, '-')
			put(i, ' ')
		case c < unicode.MaxASCII:
			put(i, c)
		default:
			for _, part := range norm.NFKD.String(string(c)) { // … is three dots, ² is 2
				put(i, part)
			}
		}
	}
	return string(key), from
}
