package reports

import (
	"maps"
	"slices"
	"time"

	"cosohoi/reports/compose"
)

// InspectionNotice is the "Thông báo lịch kiểm tra" to the units that are to be inspected.
type InspectionNotice struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of Year
	Year       int

	Scope       InspectionScope
	Teams       []InspectionTeam
	Preparation []string  // what a unit is to have ready, beside its report; none: left to write
	ReportBy    time.Time // by when units send their report; zero: left to write
}

var inspectionNoticeFields = slices.Concat(scopeFields, scheduleFields, []Field{
	{"đơn vị được kiểm tra", "nơi nhận: các đơn vị được kiểm tra, mỗi đơn vị một dòng"},
	{"việc chuẩn bị", "việc đơn vị cần chuẩn bị, mỗi việc một dòng"},
	{"hạn gửi báo cáo", "ngày đơn vị phải gửi báo cáo"},
})

// Draft fills an outline, "" for the default one.
func (n InspectionNotice) Draft(outline string) (compose.Source, error) {
	values := n.Scope.values()
	maps.Copy(values, schedule(n.Teams))
	values["đơn vị được kiểm tra"] = lines(visitedUnits(n.Teams))
	values["việc chuẩn bị"] = blocks(items(n.Preparation, "Nêu hồ sơ, sổ sách, thành phần đơn vị cần chuẩn bị")...)
	values["hạn gửi báo cáo"] = longDate(n.ReportBy)
	return draft(InspectionNoticeID, outline, issueOf(InspectionNoticeID, n.Letterhead, n.Number, n.Date, n.Year), values)
}
