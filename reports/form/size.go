// Package form is the form of official papers: how the papers of Nghị định 30/2020/NĐ-CP and of the Party are set, whoever
// writes them, as PDF or for Word. It knows sizes, type and what may not be parted, and no document.
package form

// The sizes of the page form, each with the clause of Nghị định 30/2020/NĐ-CP (Phụ lục I, Phần I) that rules it. Lengths are
// millimetres; names ending in Pt are points. A value marked "own choice" lies inside the legal range or is not regulated.
const (
	MmPerPt = 25.4 / 72

	// Mục I.1: A4.
	PaperShort = 210.0
	PaperLong  = 297.0

	// Mục I.3: top and bottom 20–25, left 30–35, right 15–20.
	TopMin, TopMax     = 20.0, 25.0
	LeftMin, LeftMax   = 30.0, 35.0
	RightMin, RightMax = 15.0, 20.0

	// Metrics of Times New Roman and of Liberation Serif: a single-spaced line is 1.1499 × size, its baseline lies
	// 0.9336 × size below the top of that line.
	SingleLine   = 1.1499
	BaselineDrop = 0.9336

	// Mục II.6.e: line spacing from single to 1.5, at least 6 pt between paragraphs, first line indented 10 or 12.7 mm.
	bodySpacing     = 1.15 // own choice
	ParagraphGap    = 6 * MmPerPt
	FirstLineIndent = 12.7
	NarrowIndent    = 10.0

	// Party papers (Hướng dẫn 05-HD/VPTW): lines of exactly 18–22 pt.
	partyLinePt                    = 20.0 // own choice
	partyLineMinPt, partyLineMaxPt = 18.0, 22.0

	// Mục II.1, II.2: the column of the Quốc hiệu must hold it on one line at 13 pt (95.7) or 12 pt (88.3).
	nationalColumn13    = 97.0
	nationalColumn12    = 90.0
	nationalColumnShare = 0.55 // of the text width, where the paper is wide enough (landscape); own choice
	partyColumn         = 80.0 // holds ĐẢNG CỘNG SẢN VIỆT NAM at 15 pt (78.1) and the date
	partyColumnShare    = 0.5  // own choice
	OrganColumnPadding  = 1.5  // kept free at each side of the issuer's column; own choice

	// Mục II.1, II.2, II.5: solid lines; that of the motto as long as the text, those under the issuer and the summary
	// 1/3–1/2 of the text.
	RuleThickness = 0.5 * MmPerPt
	RuleGap       = 0.7 // text → line
	RuleShare     = 0.4 // of the last line of the text
	SummaryGap    = 0.9 // summary → line

	// Mục II.3: the number is 13 pt in every preset.
	numberPt = 13.0

	// Mục III.2: stamps of urgency are 8 mm high, in bright red; those of circulation stand in a frame that fits their text.
	// The type is 13–14 pt upright bold; 13 fits the frame of THƯỢNG KHẨN. The gaps are own choice.
	StampHeight  = 8.0
	StampPadding = 3.0
	StampGap     = 2.0
	StampPt      = 13.0

	// Mục III.4: address at the foot of page 1, 11–12 pt, under a line over the whole measure.
	AddressPt = 11.0

	// Footnotes are not regulated; own choice.
	NotePt = 10.0

	// Phần II Mục II.2: a copy's block stands under a line over the whole measure; the gap is own choice.
	CopyGap = 18 * MmPerPt

	HeaderRowGap    = 6 * MmPerPt  // header → number and date
	TitleGap        = 18 * MmPerPt // number and date → kind
	AfterTitleGap   = 6 * MmPerPt
	EnactingGap     = 12 * MmPerPt // around who decides and "QUYẾT ĐỊNH:", own choice
	SubjectGap      = 6 * MmPerPt  // Mục II.5.b: V/v stands 6 pt under the number
	AddresseeGap    = 12 * MmPerPt
	AddresseeIndent = 35.0 // Mẫu 1.5: "Kính gửi:" of several addressees starts 35 mm inside the text

	// Mục II.7, II.9: "Nơi nhận:" 12 pt, recipients and drafter 11 pt in every preset; the rest is own choice.
	recipientsLabelPt = 12.0
	recipientsPt      = 11.0
	DrafterPt         = 11.0
	SignatureGap      = 12 * MmPerPt
	RecipientsShare   = 75.0 / 165 // of the text width
	DrafterGap        = 6 * MmPerPt
	SignersGap        = 12 * MmPerPt // between rows of signers
	SignatureRoom     = 28.0         // between position and name, for signature and seal

	// Mục III.1: "Phụ lục" is 14 pt in every preset; the short line under its head is drawn as in Mẫu 2.1.
	appendixLabelPt = 14.0
	AppendixRule    = 27.0

	// Tables are not regulated; own choice.
	TablePt                = 12.0
	TableMinPt, TableMaxPt = 10.0, 14.0
	CellPadding            = 1.0 // left and right
	CellPaddingTop         = 0.7 // and below
	TableGap               = 6 * MmPerPt
	TurnedMeasure          = 40.0 // of the lines of a turned head, where they find room beside each other
	TableColumnMin         = 8.0  // of a column that shares what is left
)
