package reports

import (
	"fmt"
	"strings"

	"cosohoi/reports/layout"
)

// Organisation counts the units and cadres of the Union on the day of a report.
type Organisation struct {
	// Units are the levels from the top down; a level that the province does not have on that day is absent. Empty: not known.
	Units  []UnitCount
	Posts  []PostCount // in the order of rank; empty: not known
	Cadres int         // persons with one post or more; 0: not known
	// PartyHeads are the chi hội trưởng who are Party members, of all chi hội trưởng.
	PartyHeads Figure
}

// UnitCount is the units of one level.
type UnitCount struct {
	Level  string // "Hội Liên hiệp Phụ nữ huyện, thành phố", "Cơ sở Hội", "Chi hội"
	Count  int
	Vacant int // of these, without a head
}

// PostCount is a post over all units that have it.
type PostCount struct {
	Post   string // "Chủ tịch Hội cơ sở", "Chi hội trưởng"
	Seats  int    // units that should have it filled
	Filled int
}

// units says how many units there are, in a sentence and a table.
func (o Organisation) units() []layout.Block {
	if len(o.Units) == 0 {
		return []layout.Block{paragraph("Chưa có số liệu về tổ chức Hội.")}
	}
	var parts []string
	table := layout.Table{
		Columns: []layout.Column{{Width: 12, Align: layout.Centre}, {Width: 83}, {Width: 30, Align: layout.Right}, {Width: 40, Align: layout.Right}},
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Cấp Hội"}, {Text: "Số đơn vị"}, {Text: "Khuyết người đứng đầu"}}},
	}
	for i, u := range o.Units {
		parts = append(parts, Count(u.Count)+" "+midSentence(u.Level))
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), u.Level, number(u.Count), number(u.Vacant)}})
	}
	return []layout.Block{paragraph("Tổ chức Hội hiện có %s.", strings.Join(parts, "; ")), table}
}

// cadres says how many cadres there are, which posts are vacant and how many heads of branches are Party members.
func (o Organisation) cadres() []layout.Block {
	var said []layout.Block
	if o.Cadres > 0 {
		said = append(said, paragraph("Toàn hệ thống có %s cán bộ Hội đang giữ chức vụ.", Count(o.Cadres)))
	}
	var vacant []string
	for _, p := range o.Posts {
		if left := p.Seats - p.Filled; left > 0 {
			vacant = append(vacant, fmt.Sprintf("%s %s/%s", midSentence(p.Post), Count(left), Count(p.Seats)))
		}
	}
	switch {
	case len(vacant) > 0:
		said = append(said, paragraph("Chức danh còn khuyết: %s.", strings.Join(vacant, "; ")))
	case len(o.Posts) > 0:
		said = append(said, paragraph("Các chức danh được theo dõi đều có người đảm nhiệm."))
	}
	if o.PartyHeads.hasRate() {
		said = append(said, paragraph("Chi hội trưởng là đảng viên: %s/%s người, chiếm %s.",
			Count(o.PartyHeads.Numerator), Count(o.PartyHeads.Denominator), percent(o.PartyHeads.Numerator, o.PartyHeads.Denominator)))
	}
	if said == nil {
		return []layout.Block{paragraph("Chưa có số liệu về đội ngũ cán bộ Hội.")}
	}
	return said
}
