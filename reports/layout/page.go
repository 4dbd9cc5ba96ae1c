package layout

import (
	"strconv"

	"cosohoi/reports/form"
)

// slab is an unbreakable slice of the text column: a line, a table row, a block.
type slab struct {
	before float64 // free space above, mm; dropped at the top of a page
	height float64 // mm
	keep   bool    // stays on the page of the next slab
	fresh  bool    // starts a page
	draw   func(p *pen, top float64)
	head   *slab // drawn again above this slab when a page starts with it
	mark   *mark
	notes  []line // of the footnotes whose marks stand in it
}

// section is a run of pages of one format with its own page numbers: the main part or an appendix.
type section struct {
	format format
	number form.Font // of the page numbers
	slabs  []slab
	foot   *slab // stands at the foot of the first page
	fresh  bool  // the next slab starts a page
}

func (s *section) add(b slab) {
	b.fresh, s.fresh = s.fresh, false
	s.slabs = append(s.slabs, b)
}

// sheet is what stands on one page.
type sheet struct {
	slabs []placed
	notes []line // at its foot
	floor float64
}

// placed is a slab with the place of its top on the page, mm.
type placed struct {
	*slab
	top float64
}

// breaker fills pages from the top with slabs and from the foot with their notes.
type breaker struct {
	section *section
	sheets  []sheet
	y       float64 // where the next slab goes
	carried []line  // of notes that found no room on the page of their mark
}

// pages breaks the slabs into pages. Slabs kept together move to the next page as one, unless they are higher than a page.
// A note stands on the page of its mark; only one that is higher than the room goes on at the foot of the next page.
func (s *section) pages() []sheet {
	b := &breaker{section: s}
	b.turn()
	for i := 0; i < len(s.slabs); {
		last := i
		height, notes := s.slabs[i].before+s.slabs[i].height, len(s.slabs[i].notes)
		for last+1 < len(s.slabs) && s.slabs[last].keep && !s.slabs[last+1].fresh {
			last++
			height += s.slabs[last].before + s.slabs[last].height
			notes += len(s.slabs[last].notes)
		}
		if s.slabs[i].fresh && !b.empty() {
			b.turn()
		}
		for (!b.empty() || len(b.page().notes) > 0) && !b.fits(height, notes) {
			b.turn()
		}
		// Notes higher than a page must not part what belongs together: their first line is enough then.
		split := !b.fits(height, notes)
		for ; i <= last; i++ {
			b.place(&s.slabs[i], split)
		}
	}
	for len(b.carried) > 0 {
		b.turn()
		b.fill()
	}
	return b.sheets
}

func (b *breaker) page() *sheet { return &b.sheets[len(b.sheets)-1] }

// empty is true while the page holds no slab; it may hold notes of the page before.
func (b *breaker) empty() bool { return len(b.page().slabs) == 0 }

// turn starts a page, with what is carried at its foot.
func (b *breaker) turn() {
	f := b.section.format
	page := sheet{floor: f.bottom()}
	if len(b.sheets) == 0 && b.section.foot != nil {
		page.floor -= b.section.foot.height
	}
	b.sheets, b.y = append(b.sheets, page), f.top()
	lines := int(noteCarryShare * (page.floor - f.top()) / noteBox)
	b.move(min(len(b.carried), lines))
}

// fits tells whether slabs of that height with that many lines of notes find room on the page.
func (b *breaker) fits(height float64, notes int) bool {
	page := b.page()
	return b.y+height+notesHeight(len(page.notes)+notes) <= page.floor+breakSlack
}

// place puts a slab on the page, or on the next one.
func (b *breaker) place(s *slab, split bool) {
	notes := len(s.notes)
	if split {
		notes = min(notes, 1)
	}
	if !b.empty() && !b.fits(s.before+s.height, notes) {
		b.turn()
	}
	for b.empty() && len(b.page().notes) > 0 && !b.fits(s.withHead(), 0) {
		b.turn()
	}
	page := b.page()
	if b.empty() && s.head != nil {
		page.slabs = append(page.slabs, placed{s.head, b.y})
		b.y += s.head.height
	} else if !b.empty() {
		b.y += s.before
	}
	page.slabs = append(page.slabs, placed{s, b.y})
	b.y += s.height
	if len(s.notes) > 0 {
		queued := len(b.carried) > 0
		b.carried = append(b.carried, s.notes...)
		if !queued {
			b.fill()
		}
	}
}

func (s *slab) withHead() float64 {
	if s.head == nil {
		return s.height
	}
	return s.head.height + s.height
}

// fill moves as many carried lines to the foot of the page as find room.
func (b *breaker) fill() {
	n := 0
	for n < len(b.carried) && b.fits(0, n+1) {
		n++
	}
	b.move(n)
}

func (b *breaker) move(n int) {
	page := b.page()
	page.notes = append(page.notes, b.carried[:n]...)
	b.carried = b.carried[n:]
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
		for _, b := range page.slabs {
			if b.mark != nil {
				marks = append(marks, bookmark{*b.mark, p.pdf.PageNo(), b.top, s.format.height})
			}
			b.draw(p, b.top)
		}
		s.drawNotes(p, page)
		if i == 0 && s.foot != nil {
			s.foot.draw(p, page.floor)
		}
	}
	return marks
}

func (s *section) drawNumber(p *pen, number int) {
	digits := strconv.Itoa(number)
	width := new(typesetter).measure(digits, s.number)
	p.text(s.format.left()+(s.format.measure()-width)/2, pageNumberBaseline, digits, s.number)
}
