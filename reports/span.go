package reports

import "time"

// span is the period that a report covers and what it answers to.
type span struct {
	basis, term, period string
	from, to, asOf      time.Time
}

// spanFields are the fields of the reports on a period.
var spanFields = []Field{
	{"kế hoạch", "kế hoạch được báo cáo: loại, số, ngày, cơ quan ban hành"},
	{"nhiệm kỳ", "nhiệm kỳ, ví dụ 2022 - 2027"},
	{"kỳ báo cáo", "kỳ báo cáo, ví dụ 6 tháng đầu năm 2023"},
	{"từ ngày", "ngày đầu của kỳ báo cáo"},
	{"đến ngày", "ngày cuối của kỳ báo cáo"},
	{"ngày số liệu", "số liệu tính đến ngày này"},
}

func (s span) values() map[string]string {
	return map[string]string{
		"kế hoạch":     inline(s.basis),
		"nhiệm kỳ":     inline(s.term),
		"kỳ báo cáo":   inline(s.period),
		"từ ngày":      longDate(s.from),
		"đến ngày":     longDate(s.to),
		"ngày số liệu": longDate(s.asOf),
	}
}
