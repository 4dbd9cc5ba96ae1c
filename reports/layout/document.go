// Package layout sets official documents in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I, as PDF.
//
// A Document is content in a plain value: it knows no font, page or database. PDF is a pure function of it.
package layout

import "time"

// Document is one official paper before it is drawn. Texts may hold any Unicode; Clean is applied to all of them.
type Document struct {
	Form Form // ND30 or Party

	Parent string // superior organ, upper case, not bold (box 2); may be empty
	Issuer string // issuing organ, upper case, bold (box 2)

	Number   int    // 0: room is left to write the number by hand
	Symbol   string // "BC-BTV"; empty: the paper carries no number line at all
	Place    string // "Nam Định"
	Date     time.Time
	Year     int  // printed when Date is zero: "ngày     tháng     năm 2023"
	Dateless bool // no line of place and date at all: minutes (Phụ lục III, Mẫu 1.9)

	OrganName string // the issuer as running text names it: "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định"

	Kind    string   // "BÁO CÁO"; empty: a công văn, whose Summary stands as "V/v …" under the number
	Summary string   // a line break in it is kept
	To      []string // Kính gửi; not empty: "- Như trên;" leads the recipients

	// Enacting is who decides, in a decision (Mẫu 1.2): upper case, bold, centred above the basis; after the basis stands
	// Kind again with a colon: "QUYẾT ĐỊNH:", and for a nghị quyết "QUYẾT NGHỊ:" (Mẫu 1.1).
	Enacting string
	Basis    []string // căn cứ, each on a line of its own, italic, ended by ";" and the last by "."

	// Body is the text. A last paragraph in the style Body is ended with "./." where that is missing, in a paper of the
	// decree that has a symbol.
	Body []Block

	Recipients []string // without "- ", without end mark, without "Như trên" and the archive line
	Archive    string   // "VT, VP" → "- Lưu: VT, VP."; empty: no archive line
	Drafter    string   // sign of who drafted it (box 12): "XDTC"
	Copies     int      // number of copies (box 12): with Drafter "PL" and 300 it reads "PL.(300)"; 0: not printed

	// Signers stand in rows of two, left and right; a single one stands at the right with the recipients at its left. The last
	// of an odd number above one stands in the middle below.
	Signers []Signer

	Urgency     Urgency
	Circulation Circulation
	Address     string // address, telephone, e-mail at the foot of page 1 (box 13); a line break in it is kept

	Appendices []Appendix
	// Electronic leaves the data in "(Kèm theo …)" unfilled, as an electronic document has it (Phụ lục I Phần I Mục III.1).
	Electronic bool
	// Copy makes the paper a copy of itself: its block stands under a full-width line below the end (Phụ lục I Phần II).
	Copy *Copy

	// Plain leaves out the heading of official papers (issuer, Quốc hiệu, number, date): a leaflet, whose title stands at the top.
	Plain bool

	Landscape bool    // the main part; appendices have their own
	Preset    int     // body size: 14 (also when 0) or 13, Party: 14 or 15; it sets all other sizes
	Margins   Margins // zero: 20, 20, 30, 15
	Spacing   float64 // of body lines in single lines, 1–1.5; 0: 1.15. Party: what gives 18–22 pt; 0: exactly 20 pt
	Indent    float64 // of first lines in mm, 10 or 12.7; 0: 12.7, Party: 10
}

// Form is the rule that a paper follows.
type Form int

const (
	ND30  Form = iota // Nghị định 30/2020/NĐ-CP
	Party             // Quy định 399-QĐ/TW, Hướng dẫn 05-HD/VPTW: papers of Party bodies only
)

// Urgency is the stamp of box 10b.
type Urgency int

const (
	NotUrgent  Urgency = iota
	Urgent             // KHẨN
	VeryUrgent         // THƯỢNG KHẨN
	Flash              // HỎA TỐC
)

// Circulation is the stamp of box 11.
type Circulation int

const (
	Unrestricted  Circulation = iota
	ReturnAfter               // XEM XONG TRẢ LẠI
	InternalsOnly             // LƯU HÀNH NỘI BỘ
)

// Copy is the block of a copy on paper (Phụ lục I Phần II): who copies, under which number, when, and who signs for it.
type Copy struct {
	Kind          string // "SAO Y", "SAO LỤC" or "TRÍCH SAO"
	Parent, Organ string
	Number        int
	Symbol        string // "SY-BTV"
	Place         string
	Date          time.Time // zero: room is left
	Year          int
	Recipients    []string
	Archive       string
	Signer        Signer
}

// Signer is a signature block, each line as printed; empty lines are left out.
type Signer struct {
	Authority string // "TM. BAN THƯỜNG VỤ"
	Deputy    string // "KT. CHỦ TỊCH", only when a deputy signs
	Position  string // "CHỦ TỊCH"
	Name      string // "Trần Thị Định"; empty: room to write it
}

// Appendix starts on a page of its own with its own page numbers (Phụ lục I Phần I Mục III.1). Its label "Phụ lục",
// with a Roman numeral when there are several, and its line "(Kèm theo …)" are made by the layout.
type Appendix struct {
	Title     string // upper case
	Landscape bool
	Body      []Block
}

// Block is a part of a body: Paragraph, Heading, Table or PageBreak.
type Block interface{ block() }

// Style names the role of a paragraph.
type Style int

const (
	Body    Style = iota // justified, first line indented
	Centred              // centred lines, no indent
	AtRight              // flush right, no indent: "Đơn vị tính: …" above a table
)

// Paragraph is running text of one style with bold and italic parts. One that ends with a colon, or that stands before a
// table, stays with what follows.
type Paragraph struct {
	Style Style
	Runs  []Run
}

// Run is a piece of a paragraph in one face. Neighbouring runs join without a space of their own.
type Run struct {
	Text         string
	Bold, Italic bool
	// Note, when not empty, is a footnote: its mark stands after Text, its text at the foot of the page of the mark.
	// Marks are numbered through the document. Runs of a note have no notes.
	Note []Run
}

// Text is a body paragraph in the upright face.
func Text(text string) Paragraph { return Paragraph{Runs: []Run{{Text: text}}} }

// Heading is a bold heading that stays with what follows and becomes a bookmark. The text carries its own number, in the
// case in which it is to be printed (Mục II.6: "I." in upper case).
type Heading struct {
	Level   int // depth, from 1; a bookmark lies below the last one of a smaller level
	Text    string
	Centred bool  // "Phần I", "Chương II", "Mục 1": centred, its title after a line break
	Note    []Run // a footnote at its end
}

// PageBreak starts a new page. Where a body begins or ends, or beside another one, it does nothing: no paper has an empty
// page, and no signature stands alone.
type PageBreak struct{}

// Table is a ruled table with a head that is repeated on each page. A row is never split, unless it alone is higher
// than a page. A table narrower than the text is centred.
type Table struct {
	Columns []Column
	Head    [][]HeadCell // rows from the top; spanned places are left out, as in HTML
	Rows    []Row
	Size    float64 // points, 10–14; 0: 12
	Chart   Chart   // drawn below the table; zero: none
}

// Chart draws the last row of a table below it, under the texts of its head; the first column names the rows. What is no number is left out.
// Word has the table alone.
type Chart struct {
	Kind    ChartKind
	Goal    float64 // a dashed line; 0: none
	Percent bool
}

// ChartKind is the form of a chart.
type ChartKind string

// The forms of charts: how a value moves, and values side by side.
const (
	ChartLines ChartKind = "lines"
	ChartBars  ChartKind = "bars"
)

// Column is a column of a table.
type Column struct {
	Width float64 // mm; columns of 0 share what the others leave of the text width by what they hold
	Align Align   // of its cells; the head is centred always
}

// Align says how a text stands between its left and right bound.
type Align int

const (
	Left Align = iota
	Centre
	Right
	justified
)

// HeadCell is a bold, centred cell of a table's head. ColSpan and RowSpan of 0 mean 1.
type HeadCell struct {
	Text             string
	ColSpan, RowSpan int
	Turned           bool // reads from the bottom to the top, for a column that is too narrow for its head
}

// Row is a row of a table, one text for each column.
type Row struct {
	Cells []string
	Total bool // bold and kept on the page of the row before it
	Group bool // the bold head of the rows below it, kept on the page of the next
}

func (Paragraph) block() {}
func (Heading) block()   {}
func (Table) block()     {}
func (PageBreak) block() {}
