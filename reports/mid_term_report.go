package reports

import (
	"slices"

	"cosohoi/reports/compose"
)

// MidTermReport is the "Báo cáo sơ kết giữa nhiệm kỳ": the first half of a term, and the tasks of the second.
type MidTermReport struct {
	PeriodReport
	// Resolution is the resolution of the congress that is reported on, with the number of the congress and the term; "": left
	// to write.
	Resolution string
}

var midTermReportFields = slices.Concat(periodReportFields, resolutionFields)

// resolutionFields are the fields of the two reports on a term.
var resolutionFields = []Field{{"nghị quyết", "nghị quyết đại hội được đánh giá"}}

// Draft fills an outline, "" for the default one.
func (r MidTermReport) Draft(outline string) (compose.Source, error) {
	return r.draft(MidTermReportID, outline, "nửa cuối nhiệm kỳ", withTermStart, map[string]string{"nghị quyết": inline(r.Resolution)})
}
