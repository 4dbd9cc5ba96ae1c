// Package layout sets official documents in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I, as PDF.
//
// A Document is content in a plain value: it knows no font, page or database. PDF is a pure function of it.
package layout

import "time"

// Document is one official paper before it is drawn. Texts may hold any Unicode; Clean is applied to all of them.
type Document struct {
	Parent string // superior organ, upper case, not bold (box 2); may be empty
	Issuer string // issuing organ, upper case, bold (box 2)

	Number int    // 0: room is left to write the number by hand
	Symbol string // "BC-BTV"; empty: the paper carries no number line at all
	Place  string // "Nam Định"
	Date   time.Time
	Year   int // printed when Date is zero: "ngày     tháng     năm 2023"

	OrganName string // the issuer as running text names it: "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định"

	Kind    string   // "BÁO CÁO"; empty: a công văn, whose Summary stands as "V/v …" under the number
	Summary string   // a line break in it is kept
	To      []string // Kính gửi; not empty: "- Như trên;" leads the recipients

	Body []Block

	Recipients []string // without "- ", without end mark, without "Như trên" and the archive line
	Archive    string   // "VT, VP" → "- Lưu: VT, VP."; empty: no archive line

	Signers []Signer // one: at the right, recipients at its left; two: left and right

	Appendices []Appendix

	Landscape bool    // the main part; appendices have their own
	Preset    int     // 14 (also when 0) or 13
	Margins   Margins // zero: 20, 20, 30, 15
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

// Block is a part of a body: Paragraph, Heading or Table.
type Block interface{ block() }

// Style names the role of a paragraph.
type Style int

const (
	Body    Style = iota // justified, first line indented
	Centred              // centred lines, no indent
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
}

// Text is a body paragraph in the upright face.
func Text(text string) Paragraph { return Paragraph{Runs: []Run{{Text: text}}} }

// Heading is a bold heading that stays with what follows and becomes a bookmark. Level 1 is "I.", level 2 "1.", level 3
// "1.1."; the text carries its own number, in the case in which it is to be printed (Mục II.6: "I." in upper case).
type Heading struct {
	Level int
	Text  string
}

// Table is a ruled table with a head that is repeated on each page. A row is never split, unless it alone is higher
// than a page. A table narrower than the text is centred.
type Table struct {
	Columns []Column
	Head    [][]HeadCell // rows from the top; spanned places are left out, as in HTML
	Rows    []Row
	Size    float64 // points, 10–14; 0: 12
}

// Column is a column of a table.
type Column struct {
	Width float64 // mm
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
}

// Row is a row of a table, one text for each column.
type Row struct {
	Cells []string
	Total bool // bold and kept on the page of the row before it
}

func (Paragraph) block() {}
func (Heading) block()   {}
func (Table) block()     {}
