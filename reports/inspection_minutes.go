package reports

import (
	"fmt"
	"slices"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// InspectionMinutes is the "Biên bản kiểm tra" of a visit, signed by the unit, the leader of the team and the secretary. It
// carries no place and date line (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9).
type InspectionMinutes struct {
	Letterhead Letterhead
	Number     int // 0: left to be written by hand
	Year       int // that the number belongs to

	Scope       InspectionScope
	Unit        string    // "Hội Liên hiệp Phụ nữ xã Hải Vân, huyện Hải Hậu"; "": left to write
	Start, End  time.Time // with the hour; zero: left to write
	Place       string    // "": left to write
	Members     []TeamMember
	UnitMembers []TeamMember // who worked with the team; Role stays empty
	Items       []InspectedItem
	// Table puts the items into a table, as a form has them, with a column of points when they are Pointed.
	Table, Pointed bool
	Score          InspectionScore
	// First is the day of the visit that this one looks at again, and Rechecked what was asked for then.
	First     time.Time
	Rechecked []RecheckedItem
	// Strengths and Shortcomings hold a sentence each; none: left to write.
	Strengths, Shortcomings []string
	UnitOpinion             string // "": left to write
	Remedies                []Remedy
	Copies                  int    // of the minutes; 0: left to write
	UnitHead, Secretary     string // who signs; "": room to write the name
	// ByHand leaves room for a pen instead of places to write: the minutes are printed before the visit and filled in there.
	ByHand bool
}

var inspectionMinutesFields = slices.Concat(scopeFields, []Field{
	{"đơn vị", "đơn vị được kiểm tra"},
	{"bắt đầu", "giờ, ngày bắt đầu"},
	{"kết thúc", "giờ, ngày kết thúc"},
	{"địa điểm", "địa điểm làm việc"},
	{"đoàn kiểm tra", "thành viên đoàn, mỗi người một dòng"},
	{"đại diện đơn vị", "người của đơn vị, mỗi người một dòng"},
	{"kết quả kiểm tra", "kết quả từng nội dung, hồ sơ đã xem"},
	{"ưu điểm", "ưu điểm, mỗi ý một dòng"},
	{"hạn chế", "hạn chế, mỗi ý một dòng"},
	{"ý kiến của đơn vị", "ý kiến của đơn vị được kiểm tra"},
	{"kiến nghị khắc phục", "bảng việc, người chịu trách nhiệm, thời hạn"},
	{"số bản", "số bản của biên bản"},
	{"người ký của đơn vị", "họ và tên đại diện đơn vị"},
	{"trưởng đoàn", "họ và tên trưởng đoàn"},
	{"thư ký", "họ và tên thư ký"},
})

// Draft fills an outline, "" for the default one.
func (m InspectionMinutes) Draft(outline string) (compose.Source, error) {
	values := m.Scope.values()
	values["đơn vị"] = inline(m.Unit)
	values["bắt đầu"] = clock(m.Start)
	values["kết thúc"] = ended(m.Start, m.End)
	values["địa điểm"] = inline(m.Place)
	values["đoàn kiểm tra"] = blocks(membersText(m.Members, "Ghi họ và tên, chức vụ, nhiệm vụ trong đoàn")...)
	values["đại diện đơn vị"] = blocks(membersText(m.UnitMembers, "Ghi họ và tên, chức vụ")...)
	if m.ByHand && len(m.UnitMembers) > 0 { // who else came is known there only
		values["đại diện đơn vị"] += "\n\n" + handLine
	}
	values["kết quả kiểm tra"] = blocks(m.results()...)
	values["ưu điểm"] = blocks(items(m.Strengths, "Nêu ưu điểm")...)
	values["hạn chế"] = blocks(items(m.Shortcomings, "Nêu hạn chế")...)
	values["ý kiến của đơn vị"] = blocks(items([]string{m.UnitOpinion}, "Ghi ý kiến của đơn vị được kiểm tra")...)
	values["kiến nghị khắc phục"] = blocks(remedies(m.Remedies)...)
	if m.ByHand && len(m.Remedies) == 0 {
		values["kiến nghị khắc phục"] = blocks(remediesByHand())
	}
	values["số bản"] = ""
	if m.Copies > 0 {
		values["số bản"] = Count(m.Copies)
	}
	values["người ký của đơn vị"] = inline(m.UnitHead)
	values["trưởng đoàn"] = inline(InspectionTeam{Members: m.Members}.leader())
	values["thư ký"] = inline(m.Secretary)
	source, err := draft(InspectionMinutesID, outline, issueOf(InspectionMinutesID, m.Letterhead, m.Number, time.Time{}, yearOf(m.Start, m.Year)), values)
	if err == nil && m.ByHand {
		source.Body = byHand(source.Body)
	}
	return source, err
}

func (m InspectionMinutes) results() []layout.Block {
	if m.Table || len(m.Rechecked) > 0 {
		return m.tables()
	}
	var list []string
	for _, item := range m.Items {
		text := orPrompt(item.Content, "nội dung") + ": " + orPrompt(item.Result, "ghi kết quả")
		if seen := oneLine(item.Evidence); seen != "" {
			text += " (hồ sơ đã xem: " + seen + ")"
		}
		list = append(list, text)
	}
	return items(list, "Ghi kết quả kiểm tra từng nội dung, hồ sơ đã xem")
}

// tables are the results of a recheck and of a form, with what the form adds up to.
func (m InspectionMinutes) tables() []layout.Block {
	var all []layout.Block
	if len(m.Rechecked) > 0 {
		all = append(all, paragraph("Kết quả khắc phục %s kiến nghị của lần kiểm tra trước:", Count(len(m.Rechecked))), recheckTable(m.Rechecked, m.First))
	}
	if m.Table && len(m.Items) > 0 {
		all = append(all, itemsTable(m.Items, m.Pointed))
	}
	if score := m.Score.text(); score != "" {
		all = append(all, paragraph("%s", score))
	}
	return all
}

// clock is a time of a day in running text: "08 giờ 00, ngày 18 tháng 10 năm 2023"; a zero one leaves both to write.
func clock(t time.Time) string {
	if t.IsZero() {
		return hourOf(t) + ", ngày " + prompt("điền ngày, tháng, năm")
	}
	return hourOf(t) + ", " + longDate(t)
}

// hourOf is the hour of a time: "08 giờ 00".
func hourOf(t time.Time) string {
	if t.Hour() == 0 && t.Minute() == 0 { // of midnight nobody holds a meeting: only the day is known
		return prompt("điền giờ")
	}
	return fmt.Sprintf("%02d giờ %02d", t.Hour(), t.Minute())
}

// ended is the end of a meeting after its start, whose day is not said twice.
func ended(start, end time.Time) string {
	if !end.IsZero() && longDate(start) == longDate(end) {
		return hourOf(end) + " cùng ngày"
	}
	return clock(end)
}
