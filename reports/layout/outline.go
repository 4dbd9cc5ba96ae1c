package layout

import "cosohoi/reports/form"

// mark makes a slab a bookmark.
type mark struct {
	title string
	level int // 0 is the outermost: appendices; headings start at 1
}

// outline writes the bookmarks after all pages: gofpdf measures each bookmark from the height of the last page, so on a
// page of another height its place must be shifted by the difference.
func outline(p *pen, marks []bookmark) {
	if len(marks) == 0 {
		return
	}
	last := p.pdf.PageNo()
	p.use(form.Regular(form.DrafterPt)) // a UTF-8 font, or the titles would not be encoded
	var open depths
	for _, m := range marks {
		p.pdf.SetPage(m.page)
		p.pdf.Bookmark(m.title, open.next(m.level), m.top+p.height-m.height)
	}
	p.pdf.SetPage(last)
}

// depths holds the levels of the headings that are open, rising.
type depths []int

// next opens a heading and gives its depth: the number of open headings of a smaller level. Levels may be skipped in a
// paper ("I." then "a)"); in the outline they may not, or readers lose the branch.
func (d *depths) next(level int) int {
	open := *d
	for len(open) > 0 && open[len(open)-1] >= level {
		open = open[:len(open)-1]
	}
	*d = append(open, level)
	return len(open)
}
