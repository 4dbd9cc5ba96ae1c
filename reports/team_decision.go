package reports

import (
	"maps"
	"slices"
	"time"

	"cosohoi/reports/compose"
)

// TeamDecision is the "Quyết định thành lập đoàn kiểm tra".
type TeamDecision struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of Year
	Year       int

	Grounds    []string // what the decision rests on, each "Căn cứ …", without the plan of Scope; none: left to write
	ProposedBy string   // after "Theo đề nghị của": "Ban Xây dựng tổ chức Hội"; "": left to write
	Scope      InspectionScope
	Teams      []InspectionTeam
	ReportBy   time.Time // by when the teams report; zero: left to write
}

var teamDecisionFields = slices.Concat(scopeFields, scheduleFields, groundsFields, []Field{
	{"số đoàn", "Đoàn, hoặc số đoàn khi thành lập nhiều đoàn"},
	{"đơn vị đề nghị", "đơn vị đề nghị thành lập đoàn"},
	{"hạn báo cáo của đoàn", "ngày đoàn phải báo cáo kết quả"},
})

// groundsFields are the fields of the papers that rest on grounds.
var groundsFields = []Field{{"căn cứ", "các căn cứ ban hành, mỗi căn cứ một dòng"}}

// grounds are the lines of the basis, or a place to write them.
func grounds(list []string) string {
	if text := lines(list); text != "" {
		return text
	}
	return prompt("Ghi các căn cứ ban hành")
}

// Draft fills an outline, "" for the default one.
func (d TeamDecision) Draft(outline string) (compose.Source, error) {
	values := d.Scope.values()
	maps.Copy(values, schedule(d.Teams))
	values["căn cứ"] = grounds(d.Grounds)
	values["số đoàn"] = "Đoàn"
	if n := len(slices.DeleteFunc(teamNames(d.Teams), func(name string) bool { return name == "" })); n > 1 {
		values["số đoàn"] = Count(n) + " Đoàn"
	}
	values["đơn vị đề nghị"] = inline(d.ProposedBy)
	values["hạn báo cáo của đoàn"] = longDate(d.ReportBy)
	return draft(TeamDecisionID, outline, issueOf(TeamDecisionID, d.Letterhead, d.Number, d.Date, d.Year), values)
}
