package reports

import (
	"strings"
	"time"

	"cosohoi/reports/layout"
)

// InspectedItem is what the team found on one content.
type InspectedItem struct {
	Section  string // the part of the form that it stands in; may be empty
	Content  string // "Mô hình “3 có, 3 biết” tại chi hội"
	Points   string // "7/8"; "": none given
	Result   string // "": left to write
	Evidence string // papers that were seen; may be empty
}

// said is what was found and seen in one text, "" for an item that was not looked at yet.
func (i InspectedItem) said() string {
	text := sentence(i.Result)
	if seen := oneLine(i.Evidence); seen != "" {
		text = strings.TrimSpace(text + " Hồ sơ đã xem: " + seen + ".")
	}
	return text
}

// InspectionScore is what the items add up to.
type InspectionScore struct {
	Points string // "83/100"; "": none given
	Share  string // "83%"
	Level  string // "Khá"; "" while items are left
	// Failed are the knock-out items that are not met.
	Failed []string
}

// text says the score in a sentence, "" without one.
func (s InspectionScore) text() string {
	var parts []string
	if s.Points != "" {
		parts = append(parts, "Tổng điểm "+s.Points+" ("+s.Share+")")
	}
	if s.Level != "" {
		parts = append(parts, "xếp loại: "+s.Level)
	}
	if len(s.Failed) > 0 {
		parts = append(parts, "nội dung bắt buộc chưa đạt: "+strings.Join(s.Failed, "; "))
	}
	return upperFirst(sentence(strings.Join(parts, "; ")))
}

// itemsTable lists what was found on each content, under the parts of the form. The column of points is left out where the form has none.
func itemsTable(list []InspectedItem, pointed bool) layout.Table {
	const measure, index, points = 165.0, 10.0, 18.0 // mm
	content := 70.0
	table := layout.Table{
		Size:    12,
		Columns: []layout.Column{{Width: index, Align: layout.Centre}, {Width: content}},
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Nội dung kiểm tra"}}},
	}
	rest := measure - index - content
	if pointed {
		table.Columns = append(table.Columns, layout.Column{Width: points, Align: layout.Centre})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: "Điểm"})
		rest -= points
	}
	table.Columns = append(table.Columns, layout.Column{Width: rest})
	table.Head[0] = append(table.Head[0], layout.HeadCell{Text: "Kết quả, hồ sơ đã xem"})
	section := ""
	for i, item := range list {
		if item.Section != "" && item.Section != section {
			section = item.Section
			table.Rows = append(table.Rows, layout.Row{Cells: cellsFor(pointed, "", section, "", ""), Group: true})
		}
		table.Rows = append(table.Rows, layout.Row{Cells: cellsFor(pointed, number(i+1), orPrompt(item.Content, "nội dung"), oneLine(item.Points), orPrompt(item.said(), "ghi kết quả"))})
	}
	return table
}

// cellsFor are the cells of a row of itemsTable.
func cellsFor(pointed bool, index, content, points, result string) []string {
	if pointed {
		return []string{index, content, points, result}
	}
	return []string{index, content, result}
}

// RecheckedItem is what a first visit asked for, beside what a recheck found.
type RecheckedItem struct {
	Finding string // the shortcoming; "" for a general remedy
	Task    string // what was to be put right
	Due     time.Time
	Told    string // what the unit says of it: "đã khắc phục ngày 12/8/2024, biên bản bàn giao sổ"; "": nothing
	Result  string // of the recheck; "": left to write
}

// recheckTable puts what was found first beside what was found now.
func recheckTable(list []RecheckedItem, first time.Time) layout.Table {
	head := "Tồn tại, kiến nghị lần trước"
	if !first.IsZero() {
		head = "Tồn tại, kiến nghị tại lần kiểm tra ngày " + ShortDate(first)
	}
	table := layout.Table{
		Size:    12,
		Columns: []layout.Column{{Width: 10, Align: layout.Centre}, {Width: 65}, {Width: 42}, {Width: 48}}, // 165 mm
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: head}, {Text: "Đơn vị báo cáo khắc phục"}, {Text: "Kết quả kiểm tra lại"}}},
	}
	for i, r := range list {
		asked := "Kiến nghị: " + lowerFirst(orPrompt(r.Task, "kiến nghị"))
		if !r.Due.IsZero() {
			asked += " (thời hạn " + ShortDate(r.Due) + ")"
		}
		asked = sentence(asked)
		if found := sentence(r.Finding); found != "" {
			asked = found + "\n" + asked
		}
		told := sentence(r.Told)
		if told == "" {
			told = "Chưa báo cáo."
		}
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), asked, upperFirst(told), orPrompt(upperFirst(sentence(r.Result)), "ghi kết quả")}})
	}
	return table
}
