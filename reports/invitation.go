package reports

import (
	"strings"
	"time"

	"cosohoi/reports/compose"
)

// Invitation is a "Giấy mời" to a meeting.
type Invitation struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of Year
	Year       int

	Event       string    // after "dự": "Hội nghị sơ kết …"; "": left to write
	Guests      []string  // after "kính mời"; none: left to write
	Contents    []string  // of the meeting; none: left to write
	Chair       string    // "Đồng chí Trần Thị Định, Chủ tịch …"; "": left to write
	Start       time.Time // with the hour; zero: left to write
	Place       string    // "": left to write
	Preparation []string  // what guests are to bring; may be empty
	Recipients  []string  // Nơi nhận after "Như kính mời", in place of the standing ones of the letterhead; may be empty
}

var invitationFields = []Field{
	{"cuộc họp", "tên hội nghị, cuộc họp"},
	{"khách mời", "người được mời, mỗi người một dòng"},
	{"nội dung", "nội dung hội nghị, cuộc họp"},
	{"chủ trì", "người chủ trì"},
	{"thời gian", "giờ, ngày họp"},
	{"địa điểm", "nơi họp"},
	{"việc chuẩn bị", "đề nghị chuẩn bị, mỗi việc một dòng"},
}

// Draft fills an outline, "" for the default one.
func (i Invitation) Draft(outline string) (compose.Source, error) {
	var contents []string
	for _, text := range i.Contents {
		if text = strings.TrimRight(oneLine(text), " .;"); text != "" {
			if len(contents) > 0 {
				text = insideSentence(text)
			}
			contents = append(contents, text)
		}
	}
	values := map[string]string{
		"cuộc họp":      inline(i.Event),
		"khách mời":     blocks(items(i.Guests, "Ghi tên, chức vụ hoặc đơn vị được mời")...),
		"nội dung":      inline(strings.Join(contents, "; ")),
		"chủ trì":       inline(upperFirst(i.Chair)),
		"thời gian":     clock(i.Start),
		"địa điểm":      inline(i.Place),
		"việc chuẩn bị": "",
		"nơi nhận":      lines(i.Recipients),
	}
	if len(i.Preparation) > 0 {
		values["việc chuẩn bị"] = said("Đề nghị các đại biểu chuẩn bị:") + "\n\n" + blocks(items(i.Preparation, "Nêu việc cần chuẩn bị")...)
	}
	return draft(InvitationID, outline, issueOf(InvitationID, i.Letterhead, i.Number, i.Date, i.Year), values)
}
