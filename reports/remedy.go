package reports

import (
	"time"

	"cosohoi/reports/layout"
)

// Remedy is what a unit is to put right after an inspection.
type Remedy struct {
	Task        string    // "Cập nhật sổ theo dõi hội viên"
	Responsible string    // person or unit; "": left to write
	Due         time.Time // zero: left to write
}

// remedies lists the remedies in a table, or leaves a place to write them.
func remedies(list []Remedy) []layout.Block {
	if len(list) == 0 {
		return []layout.Block{paragraph("- %s", prompt("Ghi việc phải khắc phục, người chịu trách nhiệm, thời hạn"))}
	}
	table := remediesTable()
	for i, r := range list {
		due := prompt("thời hạn")
		if !r.Due.IsZero() {
			due = ShortDate(r.Due)
		}
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), oneLine(r.Task), orPrompt(r.Responsible, "người chịu trách nhiệm"), due}})
	}
	return []layout.Block{table}
}

func remediesTable() layout.Table {
	return layout.Table{
		Columns: []layout.Column{{Width: 12, Align: layout.Centre}, {Width: 80}, {Width: 45}, {Width: 28, Align: layout.Centre}}, // 165 mm
		Head:    [][]layout.HeadCell{{{Text: "TT"}, {Text: "Việc phải khắc phục"}, {Text: "Người chịu trách nhiệm"}, {Text: "Thời hạn"}}},
	}
}

// remediesByHand is the table with rows that byHand makes free.
func remediesByHand() layout.Block {
	table := remediesTable()
	for i := range handLines {
		table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), prompt("việc"), "", ""}})
	}
	return table
}
