package compose

import (
	"regexp"
	"strconv"
	"strings"

	"cosohoi/reports/layout"
)

// tableOption is the line above a table.
type tableOption struct {
	widths []float64
	total  []int // rows, from 1; lastRow for the last
	group  []int
	size   float64
	chart  layout.Chart
	line   int
}

// lastRow stands for the last row of a table.
const lastRow = -1

var optionKey = regexp.MustCompile(`^\{\s*(?:widths|total|group|size|chart)\s*:`)

// isTableOption tells a line in braces that is meant for a table.
func isTableOption(line string) bool { return optionKey.MatchString(line) }

func readTableOption(text string, line int) (tableOption, error) {
	o := tableOption{line: line}
	for option := range strings.SplitSeq(strings.Trim(text, "{}"), "|") {
		key, value, _ := strings.Cut(option, ":")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		var ok bool
		switch key {
		case "widths":
			o.widths, ok = readWidths(value)
			if !ok {
				return o, atLine(line, "chiều rộng cột “%s” không đúng: hãy viết số mm của từng cột, lớn hơn %d, cách nhau dấu phẩy, như 10,60,25.", value, narrowest)
			}
		case "total", "group":
			rows, ok := readRows(value)
			if !ok {
				return o, atLine(line, "số thứ tự hàng “%s” của mục %s không đúng: hãy viết như 3,7 hoặc last (hàng cuối).", value, key)
			}
			if key == "total" {
				o.total = rows
			} else {
				o.group = rows
			}
		case "size":
			size, err := strconv.ParseFloat(value, 64)
			if err != nil || !(size >= 10 && size <= 14) {
				return o, atLine(line, "cỡ chữ “%s” của bảng không dùng được: hãy chọn từ 10 đến 14.", value)
			}
			o.size = size
		case "chart":
			o.chart, ok = readChart(value)
			if !ok {
				return o, atLine(line, "biểu đồ “%s” không đúng: hãy viết lines hoặc bars, rồi nếu cần mức phấn đấu và dấu %%, như bars 100 %%.", value)
			}
		default:
			return o, atLine(line, "khai báo bảng không có mục “%s”: hãy chọn trong widths, total, group, size, chart.", key)
		}
	}
	return o, nil
}

// readChart reads "bars 100 %": the form, the goal if any, and whether the values are per cent.
func readChart(value string) (layout.Chart, bool) {
	words := strings.Fields(value)
	if len(words) == 0 {
		return layout.Chart{}, false
	}
	c := layout.Chart{Kind: layout.ChartKind(words[0])}
	if c.Kind != layout.ChartLines && c.Kind != layout.ChartBars {
		return c, false
	}
	for _, w := range words[1:] {
		if w == "%" {
			c.Percent = true
			continue
		}
		goal, err := strconv.ParseFloat(w, 64)
		if err != nil || !(goal > 0) || c.Goal != 0 {
			return c, false
		}
		c.Goal = goal
	}
	return c, true
}

// chartText writes a chart as readChart reads it.
func chartText(c layout.Chart) string {
	text := string(c.Kind)
	if c.Goal > 0 {
		text += " " + strconv.FormatFloat(c.Goal, 'f', -1, 64)
	}
	if c.Percent {
		text += " %"
	}
	return text
}

// narrowest is the width in mm that a column must exceed: its padding takes as much.
const narrowest = 2

func readWidths(value string) ([]float64, bool) {
	var widths []float64
	for text := range strings.SplitSeq(value, ",") {
		w, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if err != nil || !(w > narrowest && w < 1000) {
			return nil, false
		}
		widths = append(widths, w)
	}
	return widths, true
}

func readRows(value string) ([]int, bool) {
	var rows []int
	for text := range strings.SplitSeq(value, ",") {
		text = strings.TrimSpace(text)
		n, err := strconv.Atoi(text)
		switch {
		case text == "last":
			n = lastRow
		case err != nil || n < 1:
			return nil, false
		}
		rows = append(rows, n)
	}
	return rows, true
}

// apply gives a table its widths, its total and group rows. line is that of the table.
func (o tableOption) apply(t *layout.Table, measure float64, line int) error {
	switch {
	case o.widths == nil:
		shareWidths(t, measure)
	case len(o.widths) != len(t.Columns):
		return atLine(o.line, "khai báo %d chiều rộng cho bảng %d cột: hãy viết đủ một số cho mỗi cột.", len(o.widths), len(t.Columns))
	default:
		sum := 0.0
		for i, w := range o.widths {
			t.Columns[i].Width = w
			sum += w
		}
		// A hundredth for the rounding of widths with decimals.
		if sum > measure+0.01 {
			return atLine(o.line, "các cột rộng tổng cộng %.4g mm, vượt khổ chữ %.4g mm: hãy thu hẹp các cột hoặc dùng trang ngang.", sum, measure)
		}
	}
	mark := func(key string, rows []int, set func(*layout.Row)) error {
		for _, n := range rows {
			if n == lastRow {
				n = len(t.Rows)
			}
			if n < 1 || n > len(t.Rows) {
				return atLine(o.line, "mục %s chỉ hàng %d, trong khi bảng có %d hàng: hãy sửa số thứ tự.", key, n, len(t.Rows))
			}
			set(&t.Rows[n-1])
		}
		return nil
	}
	if err := mark("total", o.total, func(row *layout.Row) { row.Total = true }); err != nil {
		return err
	}
	if err := mark("group", o.group, func(row *layout.Row) { row.Group = true }); err != nil {
		return err
	}
	for _, c := range t.Columns {
		if c.Width <= narrowest {
			return atLine(line, "bảng có %d cột, không đủ chỗ trên khổ chữ %.4g mm: hãy bớt cột hoặc dùng trang ngang.", len(t.Columns), measure)
		}
	}
	return nil
}
