package docx

import (
	"strings"

	"cosohoi/reports/layout"
)

// form is everything in which the papers of the decree and of the Party differ, in one set of sizes. It repeats
// reports/layout/profile.go and the constants of geometry.go, which layout does not export. Lengths are mm, sizes points.
type form struct {
	creed       []creedLine // right column of the head
	creedColumn float64     // width that holds its longest line
	creedShare  float64     // of the text width, where the paper is wide enough

	parent, issuer face
	issuerMark     string // stands under the issuer; empty: a drawn line

	number      face
	numberLead  string
	numberJoint string
	place       face

	kind, summary face
	summaryMark   string // stands under the summary; empty: a drawn line
	subject       face   // summary of a công văn
	subjectLead   string

	addressees face
	submission string // what stands for "Kính gửi" in a tờ trình; empty: the same

	basis     face
	basisLead string

	body        float64
	exactLine   float64 // height of a body line in points where nothing is set; 0: lines follow the size of the type
	leastIndent float64 // of first lines where nothing is set
	end         string  // ends the text; empty: as typed

	authority, position, name face
	authorityMarks            *strings.Replacer // how the form writes "TM." and its like; nil: as typed

	recipientsLabel      face
	recipientsUnderlined bool
	recipients           face

	pageNumber    float64
	appendixLabel face
}

type creedLine struct {
	text string
	face face
}

// formOf gives the form of a document. A size that its form does not know becomes 14.
func formOf(doc layout.Document) form {
	switch {
	case doc.Form == layout.Party && doc.Preset == 15:
		return party(15)
	case doc.Form == layout.Party:
		return party(14)
	case doc.Preset == 13:
		return decree(13)
	}
	return decree(14)
}

func decree(body float64) form {
	small := body - 1
	column := 97.0
	if small == 12 {
		column = 90
	}
	regular, bold, italic := face{pt: body}, face{bold: true, pt: body}, face{italic: true, pt: body}
	return form{
		creed:       []creedLine{{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", face{bold: true, pt: small}}, {"Độc lập - Tự do - Hạnh phúc", bold}},
		creedColumn: column, creedShare: 0.55,
		parent: face{pt: small}, issuer: face{bold: true, pt: small},
		number: face{pt: 13}, numberLead: "Số: ", numberJoint: "/", place: italic,
		kind: bold, summary: bold, subject: face{pt: small}, subjectLead: "V/v ",
		addressees: regular, basis: italic,
		body: body, leastIndent: 12.7, end: "./.",
		authority: bold, position: bold, name: bold,
		recipientsLabel: face{bold: true, italic: true, pt: 12}, recipients: face{pt: 11},
		pageNumber: body, appendixLabel: face{bold: true, pt: 14},
	}
}

func party(body float64) form {
	regular, bold, italic := face{pt: 14}, face{bold: true, pt: 14}, face{italic: true, pt: 14}
	return form{
		creed:       []creedLine{{"ĐẢNG CỘNG SẢN VIỆT NAM", face{bold: true, pt: 15}}},
		creedColumn: 80, creedShare: 0.5,
		parent: regular, issuer: bold, issuerMark: "*",
		number: regular, numberLead: "Số ", numberJoint: "-", place: italic,
		kind: face{bold: true, pt: 16}, summary: face{bold: true, pt: 15}, summaryMark: "-----",
		subject: face{italic: true, pt: 12}, addressees: italic, submission: "Kính trình",
		basis: face{pt: body}, basisLead: "- ",
		body: body, exactLine: 20, leastIndent: 10,
		authority: bold, position: regular, name: bold,
		authorityMarks:  strings.NewReplacer("TM. ", "T/M ", "KT. ", "K/T ", "TL. ", "T/L ", "TM.", "T/M ", "KT.", "K/T ", "TL.", "T/L "),
		recipientsLabel: regular, recipientsUnderlined: true, recipients: face{pt: 12},
		pageNumber: 14, appendixLabel: bold,
	}
}

// The measures of the page form, as in reports/layout/geometry.go.
const (
	organPadding   = 1.5 // kept free at each side of the issuer's column
	ruleGap        = 0.7 // names in the head → line under them
	ruleShare      = 0.4 // length of the lines under issuer and summary, of their last line
	summaryGap     = 0.9 // summary → line under it
	appendixRule   = 27.0
	addresseesLeft = 35.0

	stampHeight  = 8.0
	stampPadding = 3.0
	stampGap     = 2.0
	stampPt      = 13.0

	recipientsShare = 75.0 / 165 // of the text width
	signatureRoom   = 28.0

	gapPt         = 6.0 // between paragraphs, around tables, head → number
	titleGapPt    = 18.0
	partGapPt     = 12.0 // around "Kính gửi", the enacting line, the signatures
	copyGapPt     = 18.0
	drafterPt     = 11.0
	addressPt     = 11.0
	notePt        = 10.0
	tablePt       = 12.0
	cellPadding   = 1.0
	cellPaddingTB = 0.7
	turnedMeasure = 40.0 // of the lines of a turned head, where they find room beside each other
)
