package layout

import "strings"

// profile is one form of paper in one set of sizes: everything in which the forms differ stands here, so that the rest of
// the engine knows components and no forms.
type profile struct {
	creed       []creedLine // right column of the head
	creedColumn float64     // width that holds its longest line, mm
	creedShare  float64     // of the text width, where the paper is wide enough

	parent, issuer font
	issuerMark     string // stands under the issuer; empty: a line of 1/3–1/2 of its text

	number      font
	numberLead  string
	numberJoint string // between number and symbol
	place       font

	kind, summary font
	summaryMark   string // stands under the summary; empty: a line of 1/3–1/2 of its text
	subject       font   // summary of a công văn
	subjectLead   string

	addressees font
	submission string // what stands for "Kính gửi:" in a tờ trình; empty: the same

	basis     font
	basisLead string

	body             float64 // points
	line             float64 // height of a body line when nothing is set, mm
	lineMin, lineMax float64 // its legal range, mm
	indent           float64 // of first lines when nothing is set, mm
	end              string  // ends the text; empty: as typed

	authority, position, name font
	authorityMarks            *strings.Replacer // how the form writes "TM." and its like; nil: as typed

	recipientsLabel      font
	recipientsUnderlined bool
	recipients           font

	pageNumber    font
	appendixLabel font
}

// creedLine is a line of the head's right column.
type creedLine struct {
	text string
	font font
}

const (
	nationalName  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	nationalMotto = "Độc lập - Tự do - Hạnh phúc"
	partyName     = "ĐẢNG CỘNG SẢN VIỆT NAM"
)

// profileOf gives the form in the set of sizes that is named after its body text. Mục V, footnote: sizes rise and fall
// together in one document.
func profileOf(form Form, body int) (profile, bool) {
	switch {
	case form == ND30 && (body == 13 || body == 14):
		return decree(float64(body)), true
	case form == Party && (body == 14 || body == 15):
		return party(float64(body)), true
	}
	return profile{}, false
}

// decree is the form of Nghị định 30/2020 (Phụ lục I Phần I Mục V).
func decree(body float64) profile {
	small := body - 1 // Quốc hiệu 13 with body 14, 12 with body 13
	column := nationalColumn13
	if small == 12 {
		column = nationalColumn12
	}
	return profile{
		creed:       []creedLine{{nationalName, font{bold, small}}, {nationalMotto, font{bold, body}}},
		creedColumn: column, creedShare: nationalColumnShare,
		parent: font{regular, small}, issuer: font{bold, small},
		number: font{regular, numberPt}, numberLead: "Số: ", numberJoint: "/", place: font{italic, body},
		kind: font{bold, body}, summary: font{bold, body},
		subject: font{regular, small}, subjectLead: "V/v ",
		addressees: font{regular, body},
		basis:      font{italic, body},
		body:       body,
		line:       boxHeight(body, bodySpacing), lineMin: boxHeight(body, 1), lineMax: boxHeight(body, 1.5),
		indent: firstLineIndent, end: textEnd,
		authority: font{bold, body}, position: font{bold, body}, name: font{bold, body},
		recipientsLabel: font{boldItalic, recipientsLabelPt}, recipients: font{regular, recipientsPt},
		pageNumber: font{regular, body}, appendixLabel: font{bold, appendixLabelPt},
	}
}

// party is the form of Party bodies (Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW of 2026).
func party(body float64) profile {
	return profile{
		creed:       []creedLine{{partyName, font{bold, 15}}},
		creedColumn: partyColumn, creedShare: partyColumnShare,
		parent: font{regular, 14}, issuer: font{bold, 14}, issuerMark: "*",
		number: font{regular, 14}, numberLead: "Số ", numberJoint: "-", place: font{italic, 14},
		kind: font{bold, 16}, summary: font{bold, 15}, summaryMark: "-----",
		subject:    font{italic, 12},
		addressees: font{italic, 14}, submission: "Kính trình",
		basis: font{regular, body}, basisLead: "- ",
		body: body,
		line: partyLine, lineMin: partyLineMin, lineMax: partyLineMax,
		indent:    narrowIndent,
		authority: font{bold, 14}, position: font{regular, 14}, name: font{bold, 14},
		authorityMarks:  strings.NewReplacer("TM. ", "T/M ", "KT. ", "K/T ", "TL. ", "T/L ", "TM.", "T/M ", "KT.", "K/T ", "TL.", "T/L "),
		recipientsLabel: font{regular, 14}, recipientsUnderlined: true, recipients: font{regular, 12},
		pageNumber: font{regular, 14}, appendixLabel: font{bold, 14},
	}
}
