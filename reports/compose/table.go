package compose

import (
	"regexp"
	"slices"
	"strings"

	"cosohoi/reports/layout"
)

// Marks of head cells that continue another one.
const (
	continuesLeft  = "<"
	continuesAbove = "^"
)

// separator is a cell of the line between the head and the rows of a table; its colons give the alignment.
var separator = regexp.MustCompile(`^(?::-+:?|-+:|--+)$`)

// table reads the rows from line i and gives the index of the line after them.
func (r *bodyReader) table(i int, o tableOption) (int, error) {
	end := i
	for end < len(r.lines) && kindOf(r.lines[end]) == rowLine {
		end++
	}
	var grid [][]string // raw cells of the head
	split := i
	for ; split < end; split++ {
		cells := splitRow(r.lines[split])
		if isSeparator(cells) {
			break
		}
		grid = append(grid, cells)
	}
	if split == end {
		return 0, atLine(r.at(i), "bảng chưa có dòng ngăn giữa tiêu đề và các hàng: hãy thêm dòng như |:--|--:| dưới dòng tiêu đề.")
	}
	t := layout.Table{Size: o.size, Chart: o.chart}
	for _, cell := range splitRow(r.lines[split]) {
		t.Columns = append(t.Columns, layout.Column{Align: alignOf(cell)})
	}
	for k, cells := range grid {
		if err := r.checkRow(cells, t.Columns, i+k); err != nil {
			return 0, err
		}
	}
	var err error
	if t.Head, err = r.tableHead(grid, i); err != nil {
		return 0, err
	}
	for k := split + 1; k < end; k++ {
		cells := splitRow(r.lines[k])
		if err := r.checkRow(cells, t.Columns, k); err != nil {
			return 0, err
		}
		for c, raw := range cells {
			if cells[c], err = r.cell(raw, k); err != nil {
				return 0, err
			}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: cells})
	}
	if err := o.apply(&t, r.measure(r.landscape), r.at(i)); err != nil {
		return 0, err
	}
	r.add(t)
	return end, nil
}

func (r *bodyReader) checkRow(cells []string, columns []layout.Column, i int) error {
	if len(cells) == len(columns) {
		return nil
	}
	return atLine(r.at(i), "hàng này có %d ô, trong khi bảng có %d cột: hãy thêm hoặc bớt dấu | cho đủ.", len(cells), len(columns))
}

// cell reads the text of a cell. Most cells hold no mark at all.
func (r *bodyReader) cell(raw string, i int) (string, error) {
	if !strings.ContainsAny(raw, `\*`) && !strings.Contains(raw, "[^") {
		return raw, nil
	}
	return r.plain(raw, r.at(i))
}

// splitRow cuts a row at its bars. The bar at its end may be missing.
func splitRow(line string) []string {
	cells := make([]string, 0, strings.Count(line, "|"))
	from := 1
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, strings.TrimSpace(line[from:i]))
			from = i + 1
		}
	}
	if from < len(line) || len(cells) == 0 {
		cells = append(cells, strings.TrimSpace(line[min(from, len(line)):]))
	}
	return cells
}

func isSeparator(cells []string) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return !separator.MatchString(cell) })
}

func alignOf(cell string) layout.Align {
	switch left, right := cell[0] == ':', cell[len(cell)-1] == ':'; {
	case left && right:
		return layout.Centre
	case right:
		return layout.Right
	}
	return layout.Left
}

// tableHead reads the rows of a head, which starts at line i, with its spans.
func (r *bodyReader) tableHead(grid [][]string, i int) ([][]layout.HeadCell, error) {
	type place struct{ row, column int }
	owner := make([][]place, len(grid)) // where the cell stands that covers a place
	area := map[place]int{}
	far := map[place]place{} // its last row and column
	for y, row := range grid {
		owner[y] = make([]place, len(row))
		for x, cell := range row {
			at := place{y, x}
			switch {
			case cell == continuesLeft && x > 0:
				at = owner[y][x-1]
			case cell == continuesAbove && y > 0:
				at = owner[y-1][x]
			case cell == continuesLeft || cell == continuesAbove:
				return nil, atLine(r.at(i+y), "ô tiêu đề “%s” không có ô nào để gộp vào: hãy xem lại, hoặc viết \\%s nếu đó là chữ.", cell, cell)
			}
			owner[y][x] = at
			area[at]++
			far[at] = place{max(far[at].row, y), max(far[at].column, x)}
		}
	}
	var head [][]layout.HeadCell
	for y, row := range grid {
		cells := []layout.HeadCell{}
		for x, raw := range row {
			at := place{y, x}
			if owner[y][x] != at {
				continue
			}
			text, err := r.cell(raw, i+y)
			if err != nil {
				return nil, err
			}
			rows, columns := far[at].row-y+1, far[at].column-x+1
			if rows*columns != area[at] {
				return nil, atLine(r.at(i+y), "các ô gộp vào ô tiêu đề “%s” không thành hình chữ nhật: hãy xem lại các dấu < và ^.", text)
			}
			cell := layout.HeadCell{Text: text}
			if columns > 1 {
				cell.ColSpan = columns
			}
			if rows > 1 {
				cell.RowSpan = rows
			}
			cells = append(cells, cell)
		}
		head = append(head, cells)
	}
	return head, nil
}
