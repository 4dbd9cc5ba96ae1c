package form

import "strings"

// Profile is one form of paper in one set of sizes: everything in which the forms differ stands here, so that who writes a
// paper knows components and no forms. Lengths are millimetres.
type Profile struct {
	Creed       []CreedLine // right column of the head
	creedColumn float64     // width that holds its longest line
	creedShare  float64     // of the text width, where the paper is wide enough

	Parent, Issuer Font
	IssuerMark     string // stands under the issuer; empty: a line of 1/3–1/2 of its text

	Number      Font
	NumberLead  string
	NumberJoint string // between number and symbol
	Place       Font

	Kind, Summary Font
	SummaryMark   string // stands under the summary; empty: a line of 1/3–1/2 of its text
	Subject       Font   // summary of a công văn
	SubjectLead   string

	Addressees Font
	Submission string // what stands for "Kính gửi:" in a tờ trình; empty: the same

	Basis     Font
	BasisLead string

	Body             float64 // points
	Spacing          float64 // of body lines when nothing is set, in single lines; 0: they are LinePt high
	LinePt           float64
	LineMin, LineMax float64 // legal range of the height of a body line
	Indent           float64 // of first lines when nothing is set
	End              string  // ends the text; empty: as typed

	AuthorityFont, Position, Name Font
	authorityMarks                *strings.Replacer // nil: as typed

	RecipientsLabel      Font
	RecipientsUnderlined bool
	Recipients           Font

	PageNumber    Font
	AppendixLabel Font
}

// CreedLine is a line of the head's right column.
type CreedLine struct {
	Text string
	Font Font
}

// What stands at the head of every paper.
const (
	NationalName  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	NationalMotto = "Độc lập - Tự do - Hạnh phúc"
	PartyName     = "ĐẢNG CỘNG SẢN VIỆT NAM"
)

// textEnd ends the text of every sample paper of Phụ lục III.
const textEnd = "./."

// Decree is the form of Nghị định 30/2020 (Phụ lục I Phần I Mục V) with body text of 13 or 14 points. Mục V, footnote: sizes
// rise and fall together in one document.
func Decree(body float64) Profile {
	small := body - 1 // Quốc hiệu 13 with body 14, 12 with body 13
	column := nationalColumn13
	if small == 12 {
		column = nationalColumn12
	}
	return Profile{
		Creed:       []CreedLine{{NationalName, Bold(small)}, {NationalMotto, Bold(body)}},
		creedColumn: column, creedShare: nationalColumnShare,
		Parent: Regular(small), Issuer: Bold(small),
		Number: Regular(numberPt), NumberLead: "Số: ", NumberJoint: "/", Place: Italic(body),
		Kind: Bold(body), Summary: Bold(body),
		Subject: Regular(small), SubjectLead: "V/v ",
		Addressees: Regular(body),
		Basis:      Italic(body),
		Body:       body,
		Spacing:    bodySpacing, LineMin: LineHeight(body, 1), LineMax: LineHeight(body, 1.5),
		Indent: FirstLineIndent, End: textEnd,
		AuthorityFont: Bold(body), Position: Bold(body), Name: Bold(body),
		RecipientsLabel: Font{Bold: true, Italic: true, Pt: recipientsLabelPt}, Recipients: Regular(recipientsPt),
		PageNumber: Regular(body), AppendixLabel: Bold(appendixLabelPt),
	}
}

// partyAuthority is how the Party writes in whose place somebody signs.
var partyAuthority = strings.NewReplacer("TM. ", "T/M ", "KT. ", "K/T ", "TL. ", "T/L ", "TM.", "T/M ", "KT.", "K/T ", "TL.", "T/L ")

// Party is the form of Party bodies (Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW of 2026) with body text of 14 or 15 points.
func Party(body float64) Profile {
	return Profile{
		Creed:       []CreedLine{{PartyName, Bold(15)}},
		creedColumn: partyColumn, creedShare: partyColumnShare,
		Parent: Regular(14), Issuer: Bold(14), IssuerMark: "*",
		Number: Regular(14), NumberLead: "Số ", NumberJoint: "-", Place: Italic(14),
		Kind: Bold(16), Summary: Bold(15), SummaryMark: "-----",
		Subject:    Italic(12),
		Addressees: Italic(14), Submission: "Kính trình",
		Basis: Regular(body), BasisLead: "- ",
		Body:   body,
		LinePt: partyLinePt, LineMin: partyLineMinPt * MmPerPt, LineMax: partyLineMaxPt * MmPerPt,
		Indent:        NarrowIndent,
		AuthorityFont: Bold(14), Position: Regular(14), Name: Bold(14),
		authorityMarks:  partyAuthority,
		RecipientsLabel: Regular(14), RecipientsUnderlined: true, Recipients: Regular(12),
		PageNumber: Regular(14), AppendixLabel: Bold(14),
	}
}

// CreedWidth is the width of the head's right column in a text of that width.
func (p Profile) CreedWidth(text float64) float64 { return max(p.creedColumn, text*p.creedShare) }

// Authority writes "TM." and its like in a line above a name as the form does.
func (p Profile) Authority(text string) string {
	if p.authorityMarks == nil {
		return text
	}
	return p.authorityMarks.Replace(text)
}

// BodyLine is the height of a body line at the given spacing; 0 means the usual one of the form.
func (p Profile) BodyLine(spacing float64) float64 {
	switch {
	case spacing != 0:
		return LineHeight(p.Body, spacing)
	case p.Spacing != 0:
		return LineHeight(p.Body, p.Spacing)
	}
	return p.LinePt * MmPerPt
}

// LineHeight is the height in millimetres of a line of text of size pt set at the given spacing (1 = single).
func LineHeight(pt, spacing float64) float64 { return pt * MmPerPt * SingleLine * spacing }
