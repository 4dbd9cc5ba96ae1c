package compose

import (
	"strconv"
	"strings"

	"cosohoi/reports/layout"
)

// formatTable writes a table with the line of its options.
func formatTable(t layout.Table) string {
	lines := []string{tableLine(t)}
	for _, row := range headGrid(t) {
		if isSeparator(row) {
			row[0] = `\` + row[0]
		}
		lines = append(lines, "| "+strings.Join(row, " | ")+" |")
	}
	marks := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		marks[i] = map[layout.Align]string{layout.Centre: ":-:", layout.Right: "--:"}[c.Align]
		if marks[i] == "" {
			marks[i] = ":--"
		}
	}
	lines = append(lines, "|"+strings.Join(marks, "|")+"|")
	var b strings.Builder
	for _, row := range t.Rows {
		b.Reset()
		b.WriteByte('|')
		for _, cell := range row.Cells {
			b.WriteString(" " + formatCell(cell) + " |")
		}
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "\n")
}

// tableLine is the line of a table's options.
func tableLine(t layout.Table) string {
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	var widths, totals, groups []string
	for _, c := range t.Columns {
		widths = append(widths, number(c.Width))
	}
	for i, row := range t.Rows {
		name := strconv.Itoa(i + 1)
		if i == len(t.Rows)-1 {
			name = "last" // the user may add rows above it
		}
		if row.Total {
			totals = append(totals, name)
		}
		if row.Group {
			groups = append(groups, name)
		}
	}
	line := "{widths: " + strings.Join(widths, ",")
	if totals != nil {
		line += " | total: " + strings.Join(totals, ",")
	}
	if groups != nil {
		line += " | group: " + strings.Join(groups, ",")
	}
	if t.Size != 0 {
		line += " | size: " + number(t.Size)
	}
	if t.Chart.Kind != "" {
		line += " | chart: " + chartText(t.Chart)
	}
	return line + "}"
}

// headGrid writes the cells of a head with the marks of the places that a span covers.
func headGrid(t layout.Table) [][]string {
	grid := make([][]string, len(t.Head))
	for i := range grid {
		grid[i] = make([]string, len(t.Columns))
	}
	taken := map[[2]int]bool{}
	for y, row := range t.Head {
		x := 0
		for _, cell := range row {
			for x < len(t.Columns) && taken[[2]int{y, x}] {
				x++
			}
			if x == len(t.Columns) {
				break
			}
			for dy := range min(max(cell.RowSpan, 1), len(t.Head)-y) {
				for dx := range min(max(cell.ColSpan, 1), len(t.Columns)-x) {
					taken[[2]int{y + dy, x + dx}] = true
					mark := formatCell(cell.Text)
					switch {
					case dx > 0:
						mark = continuesLeft
					case dy > 0:
						mark = continuesAbove
					case mark == continuesLeft || mark == continuesAbove:
						mark = `\` + mark
					}
					grid[y+dy][x+dx] = mark
				}
			}
		}
	}
	return grid
}

func formatCell(text string) string {
	text = strings.TrimSpace(text)
	if !strings.ContainsAny(text, "\\*|[\n") {
		return text
	}
	return strings.ReplaceAll(escape(text), "|", `\|`)
}
