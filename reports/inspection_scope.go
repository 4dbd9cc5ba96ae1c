package reports

import "time"

// InspectionScope is what the papers of an inspection share: on which ground it is held, what it looks at, over which time.
type InspectionScope struct {
	Basis    string    // the plan, as InspectionReport.Basis; "": left to write
	Subject  string    // after "kiểm tra": "việc thực hiện khâu đột phá … 6 tháng đầu năm 2023"; "": left to write
	From, To time.Time // first and last day of the time that is looked at; zero: left to write
	Contents []string  // what is looked at, a sentence each
}

var scopeFields = []Field{
	{"kế hoạch", "kế hoạch được kiểm tra: loại, số, ngày, cơ quan ban hành"},
	{"nội dung kiểm tra", "nội dung kiểm tra, viết sau chữ kiểm tra"},
	{"thời kỳ từ ngày", "ngày đầu của thời kỳ được kiểm tra"},
	{"thời kỳ đến ngày", "ngày cuối của thời kỳ được kiểm tra"},
	{"các nội dung kiểm tra", "từng nội dung, mỗi nội dung một dòng"},
}

func (s InspectionScope) values() map[string]string {
	return map[string]string{
		"kế hoạch":              inline(s.Basis),
		"nội dung kiểm tra":     inline(s.Subject),
		"thời kỳ từ ngày":       longDate(s.From),
		"thời kỳ đến ngày":      longDate(s.To),
		"các nội dung kiểm tra": blocks(items(s.Contents, "Nêu các nội dung kiểm tra")...),
	}
}
