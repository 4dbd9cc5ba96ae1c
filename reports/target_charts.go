package reports

import (
	"cosohoi/reports/layout"
)

// NamedFigure is a figure at a moment: "06/2024".
type NamedFigure struct {
	Name   string
	Figure Figure
}

// chartAppendix is the charts of a report, each below the table of its values: the rates of the targets, and the share of Party members among
// chi hội trưởng over time. None when there is nothing to draw.
func chartAppendix(targets targetSet, party []NamedFigure) []layout.Appendix {
	a := layout.Appendix{Title: "BIỂU ĐỒ"}
	var names, goals, rates []string
	for i, t := range targets.targets {
		if !t.Number && t.Now.hasRate() {
			names, goals, rates = append(names, t.label(i)), append(goals, t.Plan), append(rates, t.Now.percent())
		}
	}
	if len(names) > 0 {
		a.Body = append(a.Body, chartTable("Chỉ tiêu", names, layout.Chart{Kind: layout.ChartBars, Percent: true}, []string{"Kế hoạch"}, goals, []string{"Tỷ lệ thực hiện (%)"}, rates))
	}
	names, rates = nil, nil
	for _, p := range party {
		if p.Figure.hasRate() {
			names, rates = append(names, p.Name), append(rates, p.Figure.percent())
		}
	}
	if len(names) > 1 {
		a.Body = append(a.Body, chartTable("Thời điểm", names, layout.Chart{Kind: layout.ChartLines, Percent: true}, []string{"Tỷ lệ chi hội trưởng là đảng viên (%)"}, rates))
	}
	if len(a.Body) == 0 {
		return nil
	}
	return []layout.Appendix{a}
}

// chartMeasure is the width of a portrait page's text, mm, and chartName that of the names of the rows.
const (
	chartMeasure = 165.0
	chartName    = 30.0
)

// chartTable is a table of values under names with its chart; rows are pairs of a name and its cells.
func chartTable(head string, names []string, c layout.Chart, rows ...[]string) layout.Table {
	t := layout.Table{Size: 10, Columns: []layout.Column{{Width: chartName}}, Head: [][]layout.HeadCell{{{Text: head}}}, Chart: c}
	width := float64(int((chartMeasure-chartName)/float64(len(names))*10)) / 10
	for _, n := range names {
		t.Columns = append(t.Columns, layout.Column{Width: width, Align: layout.Right})
		t.Head[0] = append(t.Head[0], layout.HeadCell{Text: n})
	}
	for i := 0; i+1 < len(rows); i += 2 {
		t.Rows = append(t.Rows, layout.Row{Cells: append(rows[i], rows[i+1]...)})
	}
	return t
}
