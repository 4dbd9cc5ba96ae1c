package reports

import (
	"fmt"

	"cosohoi/reports/compose"
)

// YearReport is the "Báo cáo năm" on the work of the Union, sent upward.
type YearReport struct{ PeriodReport }

var yearReportFields = periodReportFields

// Draft fills an outline, "" for the default one.
func (r YearReport) Draft(outline string) (compose.Source, error) {
	next := ""
	if !r.To.IsZero() {
		next = fmt.Sprintf("năm %d", r.To.Year()+1)
	}
	return r.draft(YearReportID, outline, next, withLastYear, nil)
}
