package reports

import (
	"fmt"
	"time"

	"cosohoi/reports/compose"
)

// HalfYearReport is the "Báo cáo 6 tháng" on the work of the Union, sent upward.
type HalfYearReport struct{ PeriodReport }

var halfYearReportFields = periodReportFields

// Draft fills an outline, "" for the default one.
func (r HalfYearReport) Draft(outline string) (compose.Source, error) {
	return r.draft(HalfYearReportID, outline, r.next(), withLastYear, nil)
}

// next is the half year after the period.
func (r HalfYearReport) next() string {
	switch {
	case r.To.IsZero():
		return ""
	case r.To.Month() <= time.June:
		return fmt.Sprintf("6 tháng cuối năm %d", r.To.Year())
	}
	return fmt.Sprintf("6 tháng đầu năm %d", r.To.Year()+1)
}
