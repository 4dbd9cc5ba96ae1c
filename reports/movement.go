package reports

import (
	"slices"
	"strings"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// NamedCount is how many there are of something.
type NamedCount struct {
	Name  string
	Count int
}

// MovementResult counts the movement of a period: what ran at its end, and what happened in it. Money is in đồng.
type MovementResult struct {
	Models                              []NamedCount // by kind, only those that there are
	Pairs                               int
	Activities, Knowledge, Participants int // Knowledge: of the activities, those to improve knowledge
	Meetings, LedMeetings               int // LedMeetings: with a leader of the commune
	News                                int
	Proposals, Accepted, Money          int
	Coordinations, Examples, UnitAwards int
}

// TaskResult is how a task of the plan stands in a period. Progress is the latest report on it.
type TaskResult struct {
	Code, Name, Lead, State, Progress string
	Reported, Done, Stuck             bool
}

// sentences says what there is, one line for each part; a part without figures is left out.
func (m MovementResult) sentences() []layout.Block {
	var list []layout.Block
	if len(m.Models) > 0 {
		parts := make([]string, len(m.Models))
		sum := 0
		for i, k := range m.Models {
			parts[i] = Count(k.Count) + " mô hình " + k.Name
			sum += k.Count
		}
		text := "- Mô hình: có " + Count(sum) + " mô hình đang hoạt động, gồm " + strings.Join(parts, ", ")
		if m.Pairs > 0 {
			text += "; " + Count(m.Pairs) + " cặp “1+1”"
		}
		list = append(list, paragraph("%s.", text))
	}
	if m.Activities > 0 {
		text := "- Hoạt động: tổ chức " + Count(m.Activities) + " hoạt động, trong đó " + Count(m.Knowledge) + " hoạt động nâng cao kiến thức"
		if m.Participants > 0 {
			text += ", thu hút " + Count(m.Participants) + " lượt người tham gia"
		}
		list = append(list, paragraph("%s.", text))
	}
	if m.Meetings > 0 {
		list = append(list, paragraph("- Sinh hoạt chi hội, tổ: đã ghi %s buổi, lãnh đạo Hội cơ sở dự %s buổi.", Count(m.Meetings), Count(m.LedMeetings)))
	}
	if m.News > 0 {
		list = append(list, paragraph("- Tuyên truyền: có %s tin bài, video clip.", Count(m.News)))
	}
	if m.Proposals > 0 {
		text := "- Tham mưu, đề xuất: có " + Count(m.Proposals) + " đề xuất với cấp ủy, chính quyền, " + Count(m.Accepted) + " đề xuất được chấp thuận"
		if m.Money > 0 {
			text += "; kinh phí được cấp " + number(m.Money) + " đồng"
		}
		list = append(list, paragraph("%s.", text))
	}
	if m.Coordinations > 0 {
		list = append(list, paragraph("- Phối hợp: có %s chương trình phối hợp còn hiệu lực.", Count(m.Coordinations)))
	}
	if m.Examples+m.UnitAwards > 0 {
		list = append(list, paragraph("- Thi đua, khen thưởng: có %s gương điển hình được biểu dương, %s lượt tập thể được khen thưởng.", Count(m.Examples), Count(m.UnitAwards)))
	}
	return list
}

// taskSet is the tasks of the plan in a report.
type taskSet []TaskResult

// summary says how many tasks are done, under way, stuck and without a report; "" without tasks.
func (s taskSet) summary() string {
	if len(s) == 0 {
		return ""
	}
	var done, stuck, under, none int
	for _, t := range s {
		switch {
		case t.Stuck:
			stuck++
		case t.Done:
			done++
		case t.Reported:
			under++
		default:
			none++
		}
	}
	if none == len(s) {
		return said("Chưa có báo cáo tiến độ của %s nhiệm vụ trong kế hoạch.", Count(len(s)))
	}
	text := "Trong " + Count(len(s)) + " nhiệm vụ của kế hoạch, " + Count(done) + " nhiệm vụ đã xong, " + Count(under) + " nhiệm vụ đang thực hiện"
	if stuck > 0 {
		text += ", " + Count(stuck) + " nhiệm vụ vướng mắc hoặc quá hạn"
	}
	if none > 0 {
		text += ", " + Count(none) + " nhiệm vụ chưa có báo cáo tiến độ"
	}
	return said("%s.", text)
}

// appendix is the tasks in a table, only when something was reported.
func (s taskSet) appendix() []layout.Appendix {
	table := layout.Table{
		Size:    11,
		Columns: []layout.Column{{Width: 13, Align: layout.Centre}, {Width: 92}, {Width: 42}, {Width: 28, Align: layout.Centre}, {Width: 77}}, // 252 mm
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Nhiệm vụ"}, {Text: "Chủ trì"}, {Text: "Tình trạng"}, {Text: "Tiến độ gần nhất"}}},
	}
	reported := false
	for _, t := range s {
		reported = reported || t.Reported
		table.Rows = append(table.Rows, layout.Row{Cells: []string{t.Code, oneLine(t.Name), oneLine(t.Lead), t.State, oneLine(t.Progress)}})
	}
	if !reported {
		return nil
	}
	return []layout.Appendix{{Title: "TIẾN ĐỘ THỰC HIỆN CÁC NHIỆM VỤ", Landscape: true, Body: []layout.Block{table}}}
}

// appendices writes the appendices of a report on a period.
func appendices(targets targetSet, party []NamedFigure, tasks taskSet) string {
	all := slices.Concat(targets.appendix(), chartAppendix(targets, party), tasks.appendix())
	if len(all) == 0 {
		return ""
	}
	return compose.FormatAppendices(all)
}

// stuck lists the tasks that do not get on, as items; "" when none is.
func (s taskSet) stuck() []string {
	var list []string
	for _, t := range s {
		if t.Stuck {
			list = append(list, said("- Nhiệm vụ %s (%s): %s.", t.Code, insideSentence(shortName(t.Name)), t.State))
		}
	}
	return list
}
