package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// InspectionTeam is a team with its members and the units that it goes to.
type InspectionTeam struct {
	Name    string // "Đoàn số 1"; "": numbered where there are several
	Members []TeamMember
	Visits  []PlannedVisit
}

// TeamMember is a person of a team or of the unit that is inspected.
type TeamMember struct {
	Name string // "Trần Thị Định"
	Post string // "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh"
	Role string // in the team: "Trưởng đoàn", "Thư ký", "Thành viên"; "" for people of the unit
}

// PlannedVisit is a unit that a team goes to.
type PlannedVisit struct {
	Unit  string    // "Hội Liên hiệp Phụ nữ xã Hải Vân, huyện Hải Hậu"
	Date  time.Time // zero: not yet fixed
	Hour  string    // "08 giờ 00"; ""
	Place string    // "Hội trường Ủy ban nhân dân xã"; "": at the unit
	// Sample tells that the unit stands for others: two levels below the organ, chosen by it.
	Sample bool
}

// leaderRole is the role by which the leader of a team is known.
const leaderRole = "Trưởng đoàn"

// leader is the name of a team's head, "" without one.
func (t InspectionTeam) leader() string {
	i := slices.IndexFunc(t.Members, func(m TeamMember) bool { return strings.EqualFold(strings.TrimSpace(m.Role), leaderRole) })
	if i < 0 {
		return ""
	}
	return t.Members[i].Name
}

// teamNames are the names of the teams in tables. Teams that carry none are numbered where there are several; visits that
// nobody is assigned to yet are no team, and a single team needs no name.
func teamNames(teams []InspectionTeam) []string {
	known := 0
	for _, t := range teams {
		if t.Name != "" || len(t.Members) > 0 {
			known++
		}
	}
	names := make([]string, len(teams))
	if known < 2 {
		return names
	}
	next := 1
	for i, t := range teams {
		switch {
		case t.Name != "":
			names[i] = t.Name
		case len(t.Members) > 0:
			names[i] = "Đoàn số " + number(next)
		default:
			continue
		}
		next++
	}
	return names
}

// membersTable lists the members of all teams, each under the name of its team.
func membersTable(teams []InspectionTeam) []layout.Block {
	const ask = "Ghi họ và tên, chức vụ, nhiệm vụ của từng thành viên đoàn"
	if !slices.ContainsFunc(teams, func(t InspectionTeam) bool { return len(t.Members) > 0 }) {
		return []layout.Block{paragraph("- %s", prompt(ask))}
	}
	table := layout.Table{
		Columns: []layout.Column{{Width: 12, Align: layout.Centre}, {Width: 50}, {Width: 68}, {Width: 35}}, // 165 mm
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Họ và tên"}, {Text: "Chức vụ, đơn vị"}, {Text: "Nhiệm vụ trong đoàn"}}},
	}
	names := teamNames(teams)
	for i, t := range teams {
		if names[i] != "" {
			table.Rows = append(table.Rows, layout.Row{Cells: []string{"", names[i], "", ""}, Group: true})
			if len(t.Members) == 0 {
				table.Rows = append(table.Rows, layout.Row{Cells: []string{"1", prompt("họ và tên"), prompt("chức vụ, đơn vị"), prompt("nhiệm vụ")}})
			}
		}
		for k, m := range t.Members {
			table.Rows = append(table.Rows, layout.Row{Cells: []string{number(k + 1), m.Name, m.Post, m.Role}})
		}
	}
	return []layout.Block{table}
}

// visitCount is how many units the teams go to.
func visitCount(teams []InspectionTeam) int {
	n := 0
	for _, t := range teams {
		n += len(t.Visits)
	}
	return n
}

// sampleText says how many of the units stand for others, "" for none.
func sampleText(teams []InspectionTeam) string {
	n := 0
	for _, t := range teams {
		for _, v := range t.Visits {
			if v.Sample {
				n++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return ", trong đó " + Count(n) + " cơ sở Hội được chọn kiểm tra đại diện"
}

// visitsTable is the schedule: team, unit, day, leader, each team in the order of its days. Columns that would tell nothing are
// left out; their room goes to the units, whose names should stand on one line ("Hội Liên hiệp Phụ nữ thành phố Nam Định").
func visitsTable(teams []InspectionTeam) layout.Table {
	const measure, index, team, day, dayAndHour, leader = 165.0, 9.0, 22.0, 21.0, 38.0, 37.0 // mm
	names := teamNames(teams)
	named := slices.ContainsFunc(names, func(name string) bool { return name != "" })
	led := slices.ContainsFunc(teams, func(t InspectionTeam) bool { return t.leader() != "" })
	timed := slices.ContainsFunc(teams, func(t InspectionTeam) bool {
		return slices.ContainsFunc(t.Visits, func(v PlannedVisit) bool { return v.Hour != "" })
	})
	when := day
	if timed && !(named && led) { // else the hour stands above the day
		when = dayAndHour
	}
	table := layout.Table{Head: make([][]layout.HeadCell, 1)}
	unit, rest := 0, measure
	column := func(head string, width float64, align layout.Align) {
		table.Columns = append(table.Columns, layout.Column{Width: width, Align: align})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: head})
		rest -= width
	}
	column("TT", index, layout.Centre)
	if named {
		column("Đoàn", team, layout.Left)
	}
	unit = len(table.Columns)
	column("Đơn vị được kiểm tra, địa điểm", 0, layout.Left)
	column("Thời gian", when, layout.Centre)
	if led {
		column("Trưởng đoàn", leader, layout.Left)
	}
	table.Columns[unit].Width = rest
	for i, t := range teams {
		for _, v := range t.inOrder() {
			name := v.Unit
			if v.Place != "" {
				name += " (tại " + v.Place + ")"
			}
			cells := []string{number(len(table.Rows) + 1)}
			if named {
				cells = append(cells, orPrompt(names[i], "đoàn"))
			}
			cells = append(cells, name, v.when())
			if led {
				cells = append(cells, orPrompt(t.leader(), "trưởng đoàn"))
			}
			table.Rows = append(table.Rows, layout.Row{Cells: cells})
		}
	}
	return table
}

// inOrder are the visits of a team by day, those without a day last.
func (t InspectionTeam) inOrder() []PlannedVisit {
	visits := slices.Clone(t.Visits)
	slices.SortStableFunc(visits, func(a, b PlannedVisit) int {
		if a.Date.IsZero() != b.Date.IsZero() {
			return b.Date.Compare(a.Date)
		}
		return a.Date.Compare(b.Date)
	})
	return visits
}

// when is the time of a visit in a table.
func (v PlannedVisit) when() string {
	if v.Date.IsZero() {
		return prompt("ngày")
	}
	if v.Hour == "" {
		return ShortDate(v.Date)
	}
	return v.Hour + ", " + ShortDate(v.Date)
}

// schedule holds the values about teams and visits that the plan and the notice share. A short schedule stands in the text, a
// long one in an appendix after that of the outline that units report by.
func schedule(teams []InspectionTeam) map[string]string {
	table, guide, appendix := prompt("Ghi lịch kiểm tra: đoàn, đơn vị, thời gian, trưởng đoàn"), "Phụ lục", ""
	switch n := visitCount(teams); {
	case n > listInText:
		guide = "Phụ lục I"
		table = said("Kiểm tra tại %s đơn vị%s; lịch cụ thể tại Phụ lục II kèm theo.", Count(n), sampleText(teams))
		appendix = compose.FormatAppendices([]layout.Appendix{{Title: "LỊCH KIỂM TRA", Body: []layout.Block{visitsTable(teams)}}})
	case n > 0:
		table = blocks(paragraph("Kiểm tra tại %s đơn vị%s theo lịch sau:", Count(n), sampleText(teams)), visitsTable(teams))
	}
	return map[string]string{
		"lịch kiểm tra":           table,
		"thành phần đoàn":         blocks(membersTable(teams)...),
		"phụ lục đề cương":        guide,
		"phụ lục lịch kiểm tra":   appendix,
		"thời gian kiểm tra":      visitSpan(teams),
		"số đơn vị được kiểm tra": visitNumber(teams),
	}
}

var scheduleFields = []Field{
	{"lịch kiểm tra", "bảng lịch; dài hơn 15 dòng thì dẫn tới phụ lục"},
	{"thành phần đoàn", "bảng thành viên các đoàn"},
	{"phụ lục đề cương", "cách gọi phụ lục đề cương: Phụ lục hoặc Phụ lục I"},
	{"phụ lục lịch kiểm tra", "phụ lục lịch khi lịch dài"},
	{"thời gian kiểm tra", "từ ngày đầu đến ngày cuối của lịch"},
	{"số đơn vị được kiểm tra", "số đơn vị trong lịch"},
}

// visitSpan is the time from the first to the last visit, "" where no day is fixed.
func visitSpan(teams []InspectionTeam) string {
	var first, last time.Time
	for _, t := range teams {
		for _, v := range t.Visits {
			if v.Date.IsZero() {
				continue
			}
			if first.IsZero() || v.Date.Before(first) {
				first = v.Date
			}
			if v.Date.After(last) {
				last = v.Date
			}
		}
	}
	switch {
	case first.IsZero():
		return ""
	case first.Equal(last):
		return longDate(first)
	}
	return fmt.Sprintf("từ %s đến %s", longDate(first), longDate(last))
}

func visitNumber(teams []InspectionTeam) string {
	if n := visitCount(teams); n > 0 {
		return Count(n)
	}
	return ""
}

// visitedUnits names the units of a schedule as recipients; many are named together.
func visitedUnits(teams []InspectionTeam) []string {
	if n := visitCount(teams); n == 0 || n > 5 {
		return []string{"Các đơn vị được kiểm tra"}
	}
	var names []string
	for _, t := range teams {
		for _, v := range t.Visits {
			names = append(names, v.Unit)
		}
	}
	return names
}

// membersText lists people in running text, each as an item: name, post, role.
func membersText(members []TeamMember, ask string) []layout.Block {
	var list []string
	for _, m := range members {
		var parts []string
		for _, part := range []string{m.Name, m.Post, m.Role} {
			if part = oneLine(part); part != "" {
				parts = append(parts, part)
			}
		}
		list = append(list, strings.Join(parts, ", "))
	}
	return items(list, ask)
}
