package reports

import (
	"slices"
	"time"

	"cosohoi/reports/compose"
)

// InspectionConclusion is the "Thông báo kết luận kiểm tra" to a unit.
type InspectionConclusion struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of Year
	Year       int

	Scope   InspectionScope
	Unit    string    // "Hội Liên hiệp Phụ nữ xã Hải Vân, huyện Hải Hậu"; "": left to write
	Visited time.Time // day of the minutes; zero: left to write
	About   string    // the unit in a sentence or two; "": left to write
	Score   InspectionScore
	// First is the day of the visit that was looked at again, and Rechecked what was asked for then.
	First     time.Time
	Rechecked []RecheckedItem
	// Strengths, Shortcomings and Causes hold a sentence each; none: left to write.
	Strengths, Shortcomings, Causes []string
	Remedies                        []Remedy
	ReportBy                        time.Time // by when the unit reports what it has put right; zero: left to write
}

var inspectionConclusionFields = slices.Concat(scopeFields, []Field{
	{"đơn vị", "đơn vị được kiểm tra"},
	{"ngày kiểm tra", "ngày của biên bản kiểm tra"},
	{"khái quát đơn vị", "khái quát về đơn vị"},
	{"ưu điểm", "ưu điểm, mỗi ý một dòng"},
	{"hạn chế", "hạn chế, khuyết điểm, mỗi ý một dòng"},
	{"nguyên nhân", "nguyên nhân, mỗi ý một dòng"},
	{"kiến nghị khắc phục", "bảng việc, người chịu trách nhiệm, thời hạn"},
	{"hạn báo cáo khắc phục", "ngày đơn vị phải báo cáo kết quả khắc phục"},
})

// Draft fills an outline, "" for the default one.
func (c InspectionConclusion) Draft(outline string) (compose.Source, error) {
	values := c.Scope.values()
	values["đơn vị"] = inline(c.Unit)
	values["ngày kiểm tra"] = longDate(c.Visited)
	about := items([]string{c.About}, "Nêu khái quát tổ chức, cán bộ, hội viên của đơn vị")
	if score := c.Score.text(); score != "" {
		about = append(about, paragraph("- Kết quả theo nội dung kiểm tra: %s", lowerFirst(score)))
	}
	if len(c.Rechecked) > 0 {
		about = append(about, paragraph("- Kết quả khắc phục %s kiến nghị của lần kiểm tra trước:", Count(len(c.Rechecked))), recheckTable(c.Rechecked, c.First))
	}
	values["khái quát đơn vị"] = blocks(about...)
	values["ưu điểm"] = blocks(items(c.Strengths, "Nêu ưu điểm")...)
	values["hạn chế"] = blocks(items(c.Shortcomings, "Nêu hạn chế, khuyết điểm")...)
	values["nguyên nhân"] = blocks(items(c.Causes, "Nêu nguyên nhân khách quan, chủ quan")...)
	values["kiến nghị khắc phục"] = blocks(remedies(c.Remedies)...)
	values["hạn báo cáo khắc phục"] = longDate(c.ReportBy)
	return draft(InspectionConclusionID, outline, issueOf(InspectionConclusionID, c.Letterhead, c.Number, c.Date, c.Year), values)
}
