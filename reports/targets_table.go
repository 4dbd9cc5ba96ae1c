package reports

import (
	"math"
	"time"

	"cosohoi/reports/layout"
)

// table is the targets of all units together on the day asOf, for the text of a portrait page; nothing without targets.
func (s targetSet) table(asOf time.Time) []layout.Block {
	if len(s.targets) == 0 {
		return nil
	}
	lead := paragraph("Kết quả thực hiện các chỉ tiêu tính đến %s:", orPrompt(longDate(asOf), "điền ngày số liệu"))
	table := layout.Table{
		Size: 12,
		Columns: []layout.Column{{Width: 11, Align: layout.Centre}, {Width: 57}, {Width: 19, Align: layout.Centre}, {Width: 28, Align: layout.Centre},
			{Width: 16, Align: layout.Right}, {Width: 17, Align: layout.Right}, {Width: 17, Align: layout.Right}}, // 165 mm
		Head: [][]layout.HeadCell{{{Text: "TT"}, {Text: "Chỉ tiêu"}, {Text: "Kế hoạch"}, {Text: "Thực hiện (tử số/mẫu số)"}, {Text: "Tỷ lệ (%)"},
			{Text: s.before + " (%)"}, {Text: "Tăng, giảm (điểm %)"}}},
	}
	var below []layout.Block
	for i, t := range s.targets {
		table.Rows = append(table.Rows, layout.Row{Cells: []string{t.label(i), oneLine(t.Name), t.Plan, t.counted(t.Now), t.percent(t.Now), t.percent(t.Before), signed(t.Now, t.Before)}})
		if reading := sentence(t.Reading); reading != "" {
			below = append(below, paragraph("Ghi chú chỉ tiêu %s: %s", t.label(i), reading))
		}
	}
	return append([]layout.Block{lead, table}, below...)
}

// signed is the difference of two rates in a table: "+3,2", "-1,0"; "" where it is not known.
func signed(now, before Figure) string {
	points, ok := change(now, before)
	switch {
	case !ok:
		return ""
	case points > 0:
		return "+" + decimal(points)
	case points < 0:
		return "-" + decimal(points)
	}
	return decimal(points)
}

// The appendix by unit. A table of more columns would be too narrow to read.
const (
	appendixMeasure = 252.0 // mm, of a landscape page
	appendixIndex   = 12.0
	appendixName    = 60.0
	targetsPerTable = 5 // with two columns each, TT and name: 12 columns
)

// appendix is the figures of the targets by unit; none when there are no targets.
func (s targetSet) appendix() []layout.Appendix {
	if len(s.targets) == 0 {
		return nil
	}
	a := layout.Appendix{Title: "SỐ LIỆU THỰC HIỆN CÁC CHỈ TIÊU", Landscape: true}
	units := s.units()
	if len(units) == 0 {
		a.Body = append(a.Body, paragraph("Chưa có số liệu theo đơn vị."))
		return []layout.Appendix{a}
	}
	a.Body = append(a.Body, layout.Paragraph{Style: layout.AtRight, Runs: []layout.Run{{Text: "Thực hiện: tử số/mẫu số; tỷ lệ: %", Italic: true}}})
	parts := (len(s.targets) + targetsPerTable - 1) / targetsPerTable
	per := (len(s.targets) + parts - 1) / parts // as even as they go
	for from := 0; from < len(s.targets); from += per {
		a.Body = append(a.Body, s.unitTable(units, from, min(from+per, len(s.targets))))
	}
	return []layout.Appendix{a}
}

// appendixName is how a report calls the appendix by unit, which is the first.
func (s targetSet) appendixName(r PeriodReport) string {
	if len(chartAppendix(s, r.PartyTrend))+len(taskSet(r.Tasks).appendix()) > 0 {
		return "Phụ lục I"
	}
	return "Phụ lục"
}

// units names the rows: all units that have a figure of some target, in the order in which they first stand.
func (s targetSet) units() []string {
	var names []string
	seen := map[string]bool{}
	for _, t := range s.targets {
		for _, u := range t.Units {
			if !seen[u.Name] {
				seen[u.Name] = true
				names = append(names, u.Name)
			}
		}
	}
	return names
}

// unitTable is the targets from..to by unit, with the figures of the whole as the last row.
func (s targetSet) unitTable(units []string, from, to int) layout.Table {
	table := layout.Table{
		Size:    11,
		Columns: []layout.Column{{Width: appendixIndex, Align: layout.Centre}, {Width: appendixName}},
		Head:    [][]layout.HeadCell{{{Text: "TT", RowSpan: 2}, {Text: "Đơn vị", RowSpan: 2}}, nil},
	}
	room := (appendixMeasure - appendixIndex - appendixName) / float64(max(to-from, 3)) // of one target
	rateWidth := math.Floor(room * 0.4)
	countWidth := math.Floor(room) - rateWidth
	total := layout.Row{Cells: []string{"", "Tổng cộng"}, Total: true}
	figures := make([]map[string]Figure, 0, to-from)
	for i, t := range s.targets[from:to] {
		table.Columns = append(table.Columns, layout.Column{Width: countWidth, Align: layout.Centre}, layout.Column{Width: rateWidth, Align: layout.Right})
		name := "Chỉ tiêu " + t.label(from+i) + ": " + shortName(t.Name)
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: name, ColSpan: 2})
		table.Head[1] = append(table.Head[1], layout.HeadCell{Text: "Thực hiện"}, layout.HeadCell{Text: "Tỷ lệ"})
		total.Cells = append(total.Cells, t.counted(t.Now), t.percent(t.Now))
		byUnit := map[string]Figure{}
		for _, u := range t.Units {
			byUnit[u.Name] = u.Now
		}
		figures = append(figures, byUnit)
	}
	for i, unit := range units {
		row := layout.Row{Cells: []string{number(i + 1), unit}}
		for n, byUnit := range figures {
			t := s.targets[from+n]
			row.Cells = append(row.Cells, t.counted(byUnit[unit]), t.percent(byUnit[unit]))
		}
		table.Rows = append(table.Rows, row)
	}
	table.Rows = append(table.Rows, total)
	return table
}
