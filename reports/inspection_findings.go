package reports

import (
	"fmt"
	"slices"
	"strings"

	"cosohoi/reports/layout"
)

// InspectionFindings is what the inspections of a period found and what became of it.
type InspectionFindings struct {
	Categories []ReportCategory  // in the order of the office's catalogue
	Recurrent  []ReportRecurrent // those at most units first
	Remedies   []ReportRemedies  // in the order of InspectionReport.Districts, those without left out
	Levels     []ReportLevel     // from the best to the worst
	Rated      int               // units that the levels are about; all others that were inspected have none
	Unvisited  []ReportUnvisited // units not inspected in the term; only of a report on it
	Inspected  int               // units that were inspected, each once
	Owed       int               // units that the term owes a visit; only of a report on it
}

// ReportCategory counts what was found in a field of work.
type ReportCategory struct {
	Name                    string
	Strengths, Shortcomings int
	Units                   int // with shortcomings
	Repeated                int // shortcomings that had been found at the unit before
}

// ReportRecurrent is a shortcoming that was found again and again (bất cập).
type ReportRecurrent struct {
	Text, Category string
	Units          []string // where, each once
	Rounds         int
	CameBack       int // units where it was found in more than one visit
}

// ReportRemedies counts the remedies that units of a district were asked for.
type ReportRemedies struct {
	District          string
	Asked, Done, Late int // Late: not done and past the day
}

// ReportLevel counts the units of a level.
type ReportLevel struct {
	Name  string // "Tốt"
	Units int
}

// ReportUnvisited is a unit that was not inspected.
type ReportUnvisited struct {
	Unit, District string
	Last           string // when it was inspected before, "" never
}

// namedUnits is how many units a row names; of more it says how many.
const namedUnits = 6

var findingFields = []Field{
	{"xếp loại đơn vị", "số đơn vị theo từng mức xếp loại"},
	{"khắc phục kiến nghị", "bảng kiến nghị, đã khắc phục, quá hạn theo địa bàn"},
	{"ưu điểm, tồn tại theo lĩnh vực", "bảng số ưu điểm, tồn tại theo lĩnh vực"},
	{"bất cập", "tồn tại lặp lại ở nhiều đơn vị hoặc tái diễn"},
	{"chưa được kiểm tra", "đơn vị chưa được kiểm tra trong nhiệm kỳ"},
}

func (w *inspectionWriter) levels() {
	if w.Found.Rated == 0 {
		w.say("Chưa có đơn vị được xếp loại theo mẫu nội dung kiểm tra.")
		return
	}
	var parts []string
	for _, l := range w.Found.Levels {
		parts = append(parts, fmt.Sprintf("%s: %s đơn vị (%s)", lowerFirst(l.Name), Count(l.Units), percent(l.Units, w.Found.Rated)))
	}
	w.say("Theo lần kiểm tra gần nhất, đã xếp loại %s/%s đơn vị được kiểm tra; %s.", Count(w.Found.Rated), Count(w.Found.Inspected), strings.Join(parts, "; "))
}

// remedyTotal adds up the districts.
func (f InspectionFindings) remedyTotal() ReportRemedies {
	var sum ReportRemedies
	for _, r := range f.Remedies {
		sum.Asked, sum.Done, sum.Late = sum.Asked+r.Asked, sum.Done+r.Done, sum.Late+r.Late
	}
	return sum
}

func (w *inspectionWriter) remedies() {
	total := w.Found.remedyTotal()
	if total.Asked == 0 {
		w.say("Trong kỳ chưa ghi kiến nghị khắc phục nào.")
		return
	}
	late := ""
	if total.Late > 0 {
		late = "; " + Count(total.Late) + " kiến nghị quá hạn chưa khắc phục"
	}
	w.say("Qua kiểm tra đã yêu cầu khắc phục %s kiến nghị; đã khắc phục %s%s. Kết quả theo địa bàn, đơn vị:", Count(total.Asked), share(total.Done, total.Asked, "kiến nghị"), late)
	table := layout.Table{
		Size: 12, Columns: []layout.Column{{Width: 10, Align: layout.Centre}, {Width: 55}, {Width: 25, Align: layout.Right}, {Width: 25, Align: layout.Right}, {Width: 25, Align: layout.Right}, {Width: 25, Align: layout.Right}},
		Head: [][]layout.HeadCell{{{Text: "TT"}, {Text: "Địa bàn, đơn vị"}, {Text: "Kiến nghị"}, {Text: "Đã khắc phục"}, {Text: "Tỷ lệ (%)"}, {Text: "Quá hạn"}}},
	}
	for i, r := range w.Found.Remedies {
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), r.District, number(r.Asked), number(r.Done), rate(r.Done, r.Asked), number(r.Late)}})
	}
	table.Rows = append(table.Rows, layout.Row{Cells: []string{"", "Tổng cộng", number(total.Asked), number(total.Done), rate(total.Done, total.Asked), number(total.Late)}, Total: true})
	w.body = append(w.body, table)
}

func (w *inspectionWriter) categories() {
	if len(w.Found.Categories) == 0 {
		w.say("Trong kỳ chưa ghi ưu điểm, tồn tại theo lĩnh vực.")
		return
	}
	var sum ReportCategory
	table := layout.Table{
		Size: 12, Columns: []layout.Column{{Width: 10, Align: layout.Centre}, {Width: 65}, {Width: 20, Align: layout.Right}, {Width: 20, Align: layout.Right}, {Width: 27, Align: layout.Right}, {Width: 23, Align: layout.Right}},
		Head: [][]layout.HeadCell{{{Text: "TT"}, {Text: "Lĩnh vực"}, {Text: "Ưu điểm"}, {Text: "Tồn tại"}, {Text: "Đơn vị có tồn tại"}, {Text: "Tồn tại tái diễn"}}},
	}
	for i, c := range w.Found.Categories {
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), c.Name, number(c.Strengths), number(c.Shortcomings), number(c.Units), number(c.Repeated)}})
		sum.Strengths, sum.Shortcomings, sum.Repeated = sum.Strengths+c.Strengths, sum.Shortcomings+c.Shortcomings, sum.Repeated+c.Repeated
	}
	// A unit has shortcomings in several fields, so that its column has no sum.
	table.Rows = append(table.Rows, layout.Row{Cells: []string{"", "Tổng cộng", number(sum.Strengths), number(sum.Shortcomings), "", number(sum.Repeated)}, Total: true})
	again := ""
	if sum.Repeated > 0 {
		again = fmt.Sprintf(", trong đó %s/%s tồn tại (%s) đã được nêu ở lần kiểm tra trước", Count(sum.Repeated), Count(sum.Shortcomings), percent(sum.Repeated, sum.Shortcomings))
	}
	w.say("Các đoàn kiểm tra đã ghi %s ưu điểm, %s tồn tại%s. Theo lĩnh vực:", Count(sum.Strengths), Count(sum.Shortcomings), again)
	w.body = append(w.body, table)
}

// recurrent lists what the level above is told of as bất cập.
func (w *inspectionWriter) recurrent() {
	if len(w.Found.Recurrent) == 0 {
		w.say("Chưa có tồn tại nào lặp lại ở nhiều đơn vị hoặc tái diễn.")
		return
	}
	w.say("Có %s tồn tại lặp lại ở nhiều đơn vị hoặc tái diễn ở một đơn vị, là những bất cập trong triển khai thực hiện:", Count(len(w.Found.Recurrent)))
	for _, r := range w.Found.Recurrent[:min(len(w.Found.Recurrent), listInText)] {
		back := "chưa tái diễn ở đơn vị nào"
		if r.CameBack > 0 {
			back = fmt.Sprintf("tái diễn tại %s/%s đơn vị (%s)", Count(r.CameBack), Count(len(r.Units)), percent(r.CameBack, len(r.Units)))
		}
		category := ""
		if r.Category != "" {
			category = " (" + lowerFirst(r.Category) + ")"
		}
		w.say("- %s%s: tại %s đơn vị trong %s đợt; %s. Gồm: %s.", upperFirst(strings.TrimRight(oneLine(r.Text), " .;")), category, Count(len(r.Units)), Count(r.Rounds), back, someUnits(r.Units))
	}
	if n := len(w.Found.Recurrent) - listInText; n > 0 {
		w.say("- %s tồn tại khác, mỗi tồn tại ở ít đơn vị hơn.", Count(n))
	}
}

// someUnits names some of many units.
func someUnits(units []string) string {
	if len(units) <= namedUnits {
		return strings.Join(units, "; ")
	}
	return strings.Join(units[:namedUnits], "; ") + " và " + Count(len(units)-namedUnits) + " đơn vị khác"
}

// unvisited lists the units that the term has not inspected yet; nothing in a report on a part of it.
func (w *inspectionWriter) unvisited() {
	n := len(w.Found.Unvisited)
	switch {
	case w.Found.Owed == 0:
	case n == 0:
		w.say("- Tất cả %s đơn vị đã được kiểm tra ít nhất một lần trong nhiệm kỳ.", Count(w.Found.Owed))
	case n <= listInText:
		w.say("- Còn %s/%s đơn vị chưa được kiểm tra lần nào trong nhiệm kỳ:", Count(n), Count(w.Found.Owed))
		w.body = append(w.body, w.unvisitedTable())
	default:
		w.say("- Còn %s/%s đơn vị chưa được kiểm tra lần nào trong nhiệm kỳ (danh sách tại %s).", Count(n), Count(w.Found.Owed), w.nextAppendix())
		w.appendices = append(w.appendices, layout.Appendix{Title: "DANH SÁCH ĐƠN VỊ CHƯA ĐƯỢC KIỂM TRA TRONG NHIỆM KỲ", Body: []layout.Block{w.unvisitedTable()}})
	}
}

func (w *inspectionWriter) unvisitedTable() layout.Table {
	table := layout.Table{
		Size: 12, Columns: []layout.Column{{Width: 10, Align: layout.Centre}, {Width: 45}, {Width: 75}, {Width: 35, Align: layout.Centre}},
		Head: [][]layout.HeadCell{{{Text: "TT"}, {Text: "Địa bàn"}, {Text: "Đơn vị"}, {Text: "Lần kiểm tra trước"}}},
	}
	for i, u := range w.Found.Unvisited {
		last := u.Last
		if last == "" {
			last = "chưa có"
		}
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), u.District, u.Unit, last}})
	}
	return table
}

// fieldsInSentence is how many fields of work, and shortcomings, a sentence names.
const fieldsInSentence = 3

// sentence says how much was found and where most shortcomings are, "" where nothing was found.
func (f InspectionFindings) sentence() string {
	strengths, shortcomings := 0, 0
	for _, c := range f.Categories {
		strengths, shortcomings = strengths+c.Strengths, shortcomings+c.Shortcomings
	}
	if strengths+shortcomings == 0 {
		return ""
	}
	most := slices.Clone(f.Categories)
	slices.SortStableFunc(most, func(a, b ReportCategory) int { return b.Shortcomings - a.Shortcomings })
	var parts []string
	for _, c := range most[:min(len(most), fieldsInSentence)] {
		if c.Shortcomings > 0 {
			parts = append(parts, fmt.Sprintf("%s (%s)", lowerFirst(c.Name), Count(c.Shortcomings)))
		}
	}
	text := fmt.Sprintf("Các đoàn kiểm tra đã ghi %s ưu điểm, %s tồn tại", Count(strengths), Count(shortcomings))
	if parts != nil {
		text += ", nhiều nhất ở lĩnh vực: " + strings.Join(parts, "; ")
	}
	return text + "."
}

// repeated names the shortcomings at most units, "" without any.
func (f InspectionFindings) repeated() string {
	if len(f.Recurrent) == 0 {
		return ""
	}
	var parts []string
	for _, r := range f.Recurrent[:min(len(f.Recurrent), fieldsInSentence)] {
		parts = append(parts, fmt.Sprintf("%s (%s đơn vị)", insideSentence(strings.TrimRight(oneLine(r.Text), " .;")), Count(len(r.Units))))
	}
	return fmt.Sprintf("Bất cập qua kiểm tra: %s tồn tại lặp lại ở nhiều đơn vị hoặc tái diễn, như %s.", Count(len(f.Recurrent)), strings.Join(parts, "; "))
}
