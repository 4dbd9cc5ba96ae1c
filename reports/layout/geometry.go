package layout

import "cosohoi/reports/form"

// What the engine adds to the sizes of the form. Lengths are millimetres; a value marked "own choice" is not regulated.
const (
	// Mục I.4 (page number): centred in the top margin, not shown on the first page. Baseline from the paper's top edge, own choice.
	pageNumberBaseline = 14.0

	// Mục II.3: room of about 10 mm is left for a number written by hand.
	numberRoom = "         "
	dateRoom   = "     "

	// Mục III.4: the address at the foot of page 1.
	addressGap   = 1.5
	addressShare = 0.2 // of the page at most, own choice

	// Footnotes are not regulated; own choice, near the habit of Word.
	noteScale      = 0.65 // of the type beside the mark
	noteRise       = 0.33 // em of the type beside the mark
	noteRule       = 50.0
	noteGap        = 3.0 // text → line
	noteRuleGap    = 1.2 // line → notes
	noteCarryShare = 0.5 // of a page that notes of the page before may take while there is text to set

	signatureLinesBound = 2                  // body lines that stay with the signature block
	tableRule           = 0.4 * form.MmPerPt // own choice
	tableWidthSlack     = 0.01               // rounding of column widths
	breakSlack          = 1e-6               // rounding of summed word widths
	linesKeptTogether   = 2                  // widows and orphans, own choice
)

// Margins are the free edges of every page in millimetres. The zero value means the usual 20, 20, 30, 15.
// Legal ranges (Phụ lục I Phần I Mục I.3): top and bottom 20–25, left 30–35, right 15–20.
type Margins struct {
	Top, Bottom, Left, Right float64
}

// UsualMargins are those of a paper that sets none.
func UsualMargins() Margins { return Margins{Top: 20, Bottom: 20, Left: 30, Right: 15} }

func (m Margins) legal() bool {
	within := func(v, low, high float64) bool { return v >= low && v <= high }
	return within(m.Top, form.TopMin, form.TopMax) && within(m.Bottom, form.TopMin, form.TopMax) &&
		within(m.Left, form.LeftMin, form.LeftMax) && within(m.Right, form.RightMin, form.RightMax)
}

// format is the size of a page and its margins.
type format struct {
	width, height float64
	margins       Margins
}

func pageFormat(landscape bool, m Margins) format {
	if landscape {
		return format{form.PaperLong, form.PaperShort, m}
	}
	return format{form.PaperShort, form.PaperLong, m}
}

func (f format) left() float64    { return f.margins.Left }
func (f format) measure() float64 { return f.width - f.margins.Left - f.margins.Right }
func (f format) top() float64     { return f.margins.Top }
func (f format) bottom() float64  { return f.height - f.margins.Bottom }

// baseline is the depth of the baseline under the top of a line box of that height.
func baseline(box, pt float64) float64 {
	size := pt * form.MmPerPt
	return (box-form.SingleLine*size)/2 + form.BaselineDrop*size
}
