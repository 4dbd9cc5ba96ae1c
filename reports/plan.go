package reports

import (
	"strings"
	"time"

	"cosohoi/reports/compose"
)

// Plan is a "Kế hoạch" in the order of the plans of the Union: purpose, targets, tasks, who does what.
type Plan struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of Year
	Year       int

	Basis   string   // what the plan carries out, as InspectionReport.Basis; "": left to write
	Subject string   // the summary, without "Kế hoạch": "Thực hiện khâu đột phá … năm 2024"; "": left to write
	Targets []string // as the plan is to word them; none: left to write
	Tasks   []string // a sentence each; none: left to write
}

var planFields = []Field{
	{"kế hoạch cấp trên", "văn bản mà kế hoạch này thực hiện"},
	{"nội dung", "trích yếu của kế hoạch"},
	{"nội dung trong câu", "trích yếu, viết sau chữ Kế hoạch trong câu"},
	{"chỉ tiêu", "các chỉ tiêu, mỗi chỉ tiêu một dòng"},
	{"nhiệm vụ", "các nhiệm vụ, mỗi nhiệm vụ một dòng"},
}

// Draft fills an outline, "" for the default one.
func (p Plan) Draft(outline string) (compose.Source, error) {
	subject := strings.TrimRight(oneLine(p.Subject), ".; ")
	if about, again := cutFold(subject, "kế hoạch "); again { // the type of the paper says it already
		subject = about
	}
	values := map[string]string{
		"kế hoạch cấp trên":  inline(p.Basis),
		"nội dung":           inline(upperFirst(subject)),
		"nội dung trong câu": inline(insideSentence(subject)),
		"chỉ tiêu":           blocks(items(p.Targets, "Nêu các chỉ tiêu")...),
		"nhiệm vụ":           blocks(items(p.Tasks, "Nêu các nhiệm vụ, giải pháp")...),
	}
	return draft(PlanID, outline, issueOf(PlanID, p.Letterhead, p.Number, p.Date, p.Year), values)
}
