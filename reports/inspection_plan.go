package reports

import (
	"maps"
	"slices"
	"time"

	"cosohoi/reports/compose"
)

// InspectionPlan is the "Kế hoạch kiểm tra, giám sát" of a round.
type InspectionPlan struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of Year
	Year       int

	Scope    InspectionScope
	Teams    []InspectionTeam
	ReportBy time.Time // by when the teams report; zero: left to write
}

var inspectionPlanFields = slices.Concat(scopeFields, scheduleFields, []Field{
	{"hạn báo cáo của đoàn", "ngày các đoàn phải báo cáo kết quả"},
})

// Draft fills an outline, "" for the default one.
func (p InspectionPlan) Draft(outline string) (compose.Source, error) {
	values := p.Scope.values()
	maps.Copy(values, schedule(p.Teams))
	values["hạn báo cáo của đoàn"] = longDate(p.ReportBy)
	return draft(InspectionPlanID, outline, issueOf(InspectionPlanID, p.Letterhead, p.Number, p.Date, p.Year), values)
}
