package layout

import "strconv"

// slab is an unbreakable slice of the text column: a line, a table row, a block.
type slab struct {
	before float64 // free space above, mm; dropped at the top of a page
	height float64 // mm
	keep   bool    // stays on the page of the next slab
	draw   func(p *pen, top float64)
	head   *slab // drawn again above this slab when a page starts with it
	mark   *mark
}

// mark makes a slab a bookmark.
type mark struct {
	title string
	level int // 0 is the outermost
}

// section is a run of pages of one format with its own page numbers: the main part or an appendix.
type section struct {
	format format
	number font // of the page numbers
	slabs  []slab
}

func (s *section) add(b slab) { s.slabs = append(s.slabs, b) }

// placed is a slab with the place of its top on the page, mm.
type placed struct {
	*slab
	top float64
}

// pages breaks the slabs into pages. Slabs kept together move to the next page as one, unless they are higher than a
// page.
func (s *section) pages() [][]placed {
	pages := [][]placed{nil}
	top := s.format.top()
	y := top
	for i := 0; i < len(s.slabs); {
		last := i
		for last+1 < len(s.slabs) && s.slabs[last].keep {
			last++
		}
		empty := len(pages[len(pages)-1]) == 0
		if !empty && y+chainHeight(s.slabs[i:last+1]) > s.format.bottom()+breakSlack {
			pages, y, empty = append(pages, nil), top, true
		}
		for ; i <= last; i++ {
			b := &s.slabs[i]
			if !empty && y+b.before+b.height > s.format.bottom()+breakSlack {
				pages, y, empty = append(pages, nil), top, true
			}
			page := &pages[len(pages)-1]
			if empty && b.head != nil {
				*page = append(*page, placed{b.head, y})
				y += b.head.height
				empty = false
			}
			if !empty {
				y += b.before
			}
			*page = append(*page, placed{b, y})
			y += b.height
			empty = false
		}
	}
	return pages
}

func chainHeight(chain []slab) float64 {
	sum := 0.0
	for _, b := range chain {
		sum += b.before + b.height
	}
	return sum
}

// bookmark is a mark with its place in the file.
type bookmark struct {
	mark
	page   int     // from 1, through the whole file
	top    float64 // mm
	height float64 // of its page, mm
}

// draw draws the section's pages and returns its bookmarks.
func (s *section) draw(p *pen) []bookmark {
	var marks []bookmark
	for i, page := range s.pages() {
		p.page(s.format)
		if i > 0 {
			s.drawNumber(p, i+1)
		}
		for _, b := range page {
			if b.mark != nil {
				marks = append(marks, bookmark{*b.mark, p.pdf.PageNo(), b.top, s.format.height})
			}
			b.draw(p, b.top)
		}
	}
	return marks
}

func (s *section) drawNumber(p *pen, number int) {
	digits := strconv.Itoa(number)
	width := new(typesetter).measure(digits, s.number)
	p.text(s.format.left()+(s.format.measure()-width)/2, pageNumberBaseline, digits, s.number)
}
