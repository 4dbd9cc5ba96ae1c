package reports

import (
	"slices"

	"cosohoi/reports/compose"
)

// EndOfTermReport is the "Báo cáo tổng kết nhiệm kỳ": what became of the resolution of the congress, and where the next term
// is to go.
type EndOfTermReport struct {
	PeriodReport
	Resolution string // as in MidTermReport
	NextTerm   string // "2027 - 2032"; "": left to write
}

var endOfTermReportFields = slices.Concat(periodReportFields, resolutionFields)

// Draft fills an outline, "" for the default one.
func (r EndOfTermReport) Draft(outline string) (compose.Source, error) {
	next := ""
	if r.NextTerm != "" {
		next = "nhiệm kỳ " + r.NextTerm
	}
	return r.draft(EndOfTermReportID, outline, next, withTermStart, map[string]string{"nghị quyết": inline(r.Resolution)})
}
