package layout

// Every size of the page form stands here, with the clause of Nghị định 30/2020/NĐ-CP (Phụ lục I, Phần I) that rules it.
// Lengths are millimetres; names ending in Pt are points. A value marked "own choice" lies inside the legal range or is
// not regulated.
const (
	mmPerPt = 25.4 / 72

	// Mục I.1: A4.
	paperShort = 210.0
	paperLong  = 297.0

	// Mục I.3: top and bottom 20–25, left 30–35, right 15–20.
	topMin, topMax     = 20.0, 25.0
	leftMin, leftMax   = 30.0, 35.0
	rightMin, rightMax = 15.0, 20.0

	// Metrics of Times New Roman and of Liberation Serif: a single-spaced line is 1.1499 × size, its baseline lies
	// 0.9336 × size below the top of that line.
	singleLine   = 1.1499
	baselineDrop = 0.9336

	// Mục II.6.e: line spacing from single to 1.5, at least 6 pt between paragraphs, first line indented 10 or 12.7 mm.
	bodySpacing     = 1.15 // own choice
	paragraphGap    = 6 * mmPerPt
	firstLineIndent = 12.7
	narrowIndent    = 10.0

	// Party papers (Hướng dẫn 05-HD/VPTW): lines of exactly 18–22 pt.
	partyLine    = 20 * mmPerPt // own choice
	partyLineMin = 18 * mmPerPt
	partyLineMax = 22 * mmPerPt

	// Mục I.4 (page number): centred in the top margin, not shown on the first page. Baseline from the paper's top edge, own choice.
	pageNumberBaseline = 14.0

	// Mục II.1, II.2: the column of the Quốc hiệu must hold it on one line at 13 pt (95.7) or 12 pt (88.3).
	nationalColumn13    = 97.0
	nationalColumn12    = 90.0
	nationalColumnShare = 0.55 // of the text width, where the paper is wide enough (landscape); own choice
	partyColumn         = 80.0 // holds ĐẢNG CỘNG SẢN VIỆT NAM at 15 pt (78.1) and the date
	partyColumnShare    = 0.5  // own choice
	organColumnPadding  = 1.5  // kept free at each side of the issuer's column; own choice

	// Mục II.1, II.2, II.5: solid lines; that of the motto as long as the text, those under the issuer and the summary
	// 1/3–1/2 of the text.
	ruleThickness = 0.5 * mmPerPt
	ruleGap       = 0.7
	ruleShare     = 0.4
	summaryGap    = 0.9

	// Mục II.3: the number is 13 pt in every preset; room of about 10 mm is left for a number written by hand.
	numberPt   = 13.0
	numberRoom = "         "
	dateRoom   = "     "

	// Mục III.2: stamps of urgency are 8 mm high and 20, 40 and 30 mm wide, in bright red; those of circulation stand in a
	// frame that fits their text. The gaps are own choice.
	stampHeight  = 8.0
	stampPadding = 3.0
	stampGap     = 2.0

	// Mục III.4: address at the foot of page 1, 11–12 pt, under a line over the whole measure.
	addressPt    = 11.0
	addressGap   = 1.5
	addressShare = 0.2 // of the page at most, own choice

	// Footnotes are not regulated; own choice, near the habit of Word.
	notePt         = 10.0
	noteScale      = 0.65 // of the type beside the mark
	noteRise       = 0.33 // em of the type beside the mark
	noteRule       = 50.0
	noteGap        = 3.0 // text → line
	noteRuleGap    = 1.2 // line → notes
	noteCarryShare = 0.5 // of a page that notes of the page before may take while there is text to set

	// Phần II Mục II.2: a copy's block stands under a line over the whole measure; the gap is own choice.
	copyGap = 18 * mmPerPt

	headerRowGap    = 6 * mmPerPt  // header → number and date
	titleGap        = 18 * mmPerPt // number and date → kind
	afterTitleGap   = 6 * mmPerPt
	enactingGap     = 12 * mmPerPt // around who decides and "QUYẾT ĐỊNH:", own choice
	subjectGap      = 6 * mmPerPt  // Mục II.5.b: V/v stands 6 pt under the number
	addresseeGap    = 12 * mmPerPt
	addresseeIndent = 35.0 // Mẫu 1.5: "Kính gửi:" of several addressees starts 35 mm inside the text

	// Mục II.7, II.9: "Nơi nhận:" 12 pt, recipients 11 pt in every preset; the rest is own choice.
	recipientsLabelPt   = 12.0
	recipientsPt        = 11.0
	signatureGap        = 12 * mmPerPt
	recipientsShare     = 75.0 / 165 // of the text width
	drafterGap          = 6 * mmPerPt
	signersGap          = 12 * mmPerPt // between rows of signers
	signatureRoom       = 28.0         // between position and name, for signature and seal
	signatureLinesBound = 2            // body lines that stay with the signature block

	// Mục III.1: "Phụ lục" is 14 pt in every preset; the short line under its head is drawn as in Mẫu 2.1.
	appendixLabelPt = 14.0
	appendixRule    = 27.0

	// Tables are not regulated; own choice.
	tablePt           = 12.0
	tableMinPt        = 10.0
	tableMaxPt        = 14.0
	cellPadding       = 1.0
	cellPaddingTop    = 0.7
	tableRule         = 0.4 * mmPerPt
	tableGap          = 6 * mmPerPt
	turnedMeasure     = 40.0 // of the lines of a turned head, where they find room beside each other
	tableColumnMin    = 8.0  // of a column that shares what is left
	tableWidthSlack   = 0.01 // rounding of column widths
	breakSlack        = 1e-6 // rounding of summed word widths
	linesKeptTogether = 2    // widows and orphans, own choice
)

// Margins are the free edges of every page in millimetres. The zero value means the usual 20, 20, 30, 15.
// Legal ranges (Phụ lục I Phần I Mục I.3): top and bottom 20–25, left 30–35, right 15–20.
type Margins struct {
	Top, Bottom, Left, Right float64
}

var usualMargins = Margins{Top: 20, Bottom: 20, Left: 30, Right: 15}

func (m Margins) legal() bool {
	within := func(v, low, high float64) bool { return v >= low && v <= high }
	return within(m.Top, topMin, topMax) && within(m.Bottom, topMin, topMax) &&
		within(m.Left, leftMin, leftMax) && within(m.Right, rightMin, rightMax)
}

// format is the size of a page and its margins.
type format struct {
	width, height float64
	margins       Margins
}

func pageFormat(landscape bool, m Margins) format {
	if landscape {
		return format{paperLong, paperShort, m}
	}
	return format{paperShort, paperLong, m}
}

func (f format) left() float64    { return f.margins.Left }
func (f format) measure() float64 { return f.width - f.margins.Left - f.margins.Right }
func (f format) top() float64     { return f.margins.Top }
func (f format) bottom() float64  { return f.height - f.margins.Bottom }

// boxHeight is the height of a line of text of size pt set at the given spacing (1 = single).
func boxHeight(pt, spacing float64) float64 { return pt * mmPerPt * singleLine * spacing }

// baseline is the depth of the baseline under the top of a line box of that height.
func baseline(box, pt float64) float64 {
	size := pt * mmPerPt
	return (box-singleLine*size)/2 + baselineDrop*size
}
