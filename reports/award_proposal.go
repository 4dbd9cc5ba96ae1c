package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// AwardProposal is the "Tờ trình đề nghị khen thưởng". The numbers in its text are those of the rows of its list.
type AwardProposal struct {
	Letterhead Letterhead // To: who grants the awards
	Number     int        // 0: left to be written by hand
	Date       time.Time  // zero: an undated draft of Year
	Year       int

	Grounds     []string // each "Căn cứ …", the minutes of the award council among them; none: left to write
	Achievement string   // after "có": "thành tích xuất sắc trong thực hiện khâu đột phá … năm 2023"; "": left to write
	Collectives []AwardCandidate
	Individuals []AwardCandidate
}

// AwardCandidate is a row of the list.
type AwardCandidate struct {
	Name   string // of the collective or the person
	Post   string // post and unit of a person; the unit above a collective
	Merits string // summary of the achievements; "": left to write
	Award  string // "Bằng khen"; "": left to write
}

var awardProposalFields = slices.Concat(groundsFields, []Field{
	{"thành tích", "thành tích được đề nghị khen thưởng"},
	{"đối tượng", "tập thể, cá nhân: loại đối tượng có trong danh sách"},
	{"đối tượng đề nghị", "số tập thể, số cá nhân"},
	{"hình thức đề nghị", "số tập thể, cá nhân theo từng hình thức khen thưởng"},
	{"danh sách đề nghị", "phụ lục ngang: danh sách tập thể, cá nhân"},
})

// Draft fills an outline, "" for the default one.
func (p AwardProposal) Draft(outline string) (compose.Source, error) {
	values := map[string]string{
		"căn cứ":            grounds(p.Grounds),
		"thành tích":        inline(p.Achievement),
		"đối tượng":         p.whom(),
		"đối tượng đề nghị": candidates(len(p.Collectives), len(p.Individuals)),
		"hình thức đề nghị": blocks(p.byAward()...),
		"danh sách đề nghị": p.list(),
	}
	return draft(AwardProposalID, outline, issueOf(AwardProposalID, p.Letterhead, p.Number, p.Date, p.Year), values)
}

// candidates counts collectives and persons in running text, "" where there are none.
func candidates(collectives, individuals int) string {
	var parts []string
	if collectives > 0 {
		parts = append(parts, Count(collectives)+" tập thể")
	}
	if individuals > 0 {
		parts = append(parts, Count(individuals)+" cá nhân")
	}
	return strings.Join(parts, ", ")
}

// whom names what kinds of candidates there are; an open list may come to hold both.
func (p AwardProposal) whom() string {
	switch {
	case len(p.Individuals) == 0 && len(p.Collectives) > 0:
		return "tập thể"
	case len(p.Collectives) == 0 && len(p.Individuals) > 0:
		return "cá nhân"
	}
	return "tập thể, cá nhân"
}

// byAward counts the candidates of each award, in the order in which the awards first stand in the list.
func (p AwardProposal) byAward() []layout.Block {
	type tally struct{ collectives, individuals int }
	var awards []string
	tallies := map[string]tally{}
	see := func(c AwardCandidate, add tally) {
		award := orPrompt(c.Award, "hình thức khen thưởng")
		t, known := tallies[award]
		if !known {
			awards = append(awards, award)
		}
		tallies[award] = tally{t.collectives + add.collectives, t.individuals + add.individuals}
	}
	for _, c := range p.Collectives {
		see(c, tally{collectives: 1})
	}
	for _, c := range p.Individuals {
		see(c, tally{individuals: 1})
	}
	if awards == nil {
		return []layout.Block{paragraph("- %s", prompt("Ghi hình thức khen thưởng, số tập thể, số cá nhân"))}
	}
	var list []layout.Block
	for i, award := range awards {
		t := tallies[award]
		list = append(list, paragraph("- %s: %s%s", layout.UpperFirst(award), candidates(t.collectives, t.individuals), listEnd(i, len(awards))))
	}
	return list
}

// list is the appendix with the candidates, to which the text refers. Without any it has a row of each kind to write.
func (p AwardProposal) list() string {
	a := layout.Appendix{Title: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", Landscape: true}
	open := len(p.Collectives)+len(p.Individuals) == 0
	for _, group := range []struct {
		title, name, post string
		ask               []string // name and post of the row to write
		rows              []AwardCandidate
	}{
		{"TẬP THỂ", "Tên tập thể", "Thuộc đơn vị", []string{"Ghi tên tập thể", "Ghi đơn vị quản lý"}, p.Collectives},
		{"CÁ NHÂN", "Họ và tên", "Chức vụ, đơn vị", []string{"Ghi họ và tên", "Ghi chức vụ, đơn vị"}, p.Individuals},
	} {
		title := fmt.Sprintf("%s (%s)", group.title, Count(len(group.rows)))
		switch {
		case open:
			title, group.rows = group.title, []AwardCandidate{{Name: prompt(group.ask[0]), Post: prompt(group.ask[1])}}
		case len(group.rows) == 0:
			continue
		}
		mark := []string{"I", "II"}[len(a.Body)/2]
		a.Body = append(a.Body, layout.Heading{Level: 3, Text: mark + ". " + title}, awardTable(group.name, group.post, group.rows))
	}
	return compose.FormatAppendices([]layout.Appendix{a})
}

func awardTable(name, post string, rows []AwardCandidate) layout.Table {
	table := layout.Table{
		Columns: []layout.Column{{Width: 12, Align: layout.Centre}, {Width: 55}, {Width: 65}, {Width: 80}, {Width: 40}}, // 252 mm
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: name}, {Text: post}, {Text: "Tóm tắt thành tích"}, {Text: "Hình thức đề nghị"}}},
	}
	for i, c := range rows {
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), oneLine(c.Name), oneLine(c.Post),
			orPrompt(c.Merits, "tóm tắt thành tích"), orPrompt(c.Award, "hình thức khen thưởng")}})
	}
	return table
}
