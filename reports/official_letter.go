package reports

import (
	"strings"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// OfficialLetter is a "Công văn". It has no type: its subject stands as "V/v …" under the number.
type OfficialLetter struct {
	Letterhead Letterhead // To: whom it is written to; none: left to write
	Number     int        // 0: left to be written by hand
	Date       time.Time  // zero: an undated draft of Year
	Year       int

	Unit       string   // abbreviation of the unit that drafts it, for the symbol: "XDTC" makes "BTV-XDTC"; may be empty
	Subject    string   // after "V/v": "báo cáo kết quả thực hiện …"; "": left to write
	Paragraphs []string // the text; none: left to write
}

var officialLetterFields = []Field{
	{"nội dung", "trích yếu của công văn, viết sau V/v"},
	{"lời văn", "các đoạn của công văn"},
}

// Draft fills an outline, "" for the default one.
func (l OfficialLetter) Draft(outline string) (compose.Source, error) {
	var text []layout.Block
	for _, p := range l.Paragraphs {
		if p = oneLine(p); p != "" {
			text = append(text, layout.Text(p))
		}
	}
	if text == nil {
		text = append(text, layout.Text(prompt("Viết nội dung công văn")))
	}
	if len(l.Letterhead.To) == 0 { // a letter always has one, and "Như trên" leads its recipients
		l.Letterhead.To = []string{prompt("Ghi nơi nhận công văn")}
	}
	subject := strings.TrimRight(oneLine(l.Subject), ".; ")
	for _, typed := range []string{"V/v ", "về việc "} { // the form prints "V/v" itself
		subject, _ = cutFold(subject, typed)
	}
	on := issueOf(OfficialLetterID, l.Letterhead, l.Number, l.Date, l.Year)
	if l.Unit != "" {
		on.symbol += "-" + l.Unit
	}
	return draft(OfficialLetterID, outline, on, map[string]string{"nội dung": inline(insideSentence(subject)), "lời văn": blocks(text...)})
}
