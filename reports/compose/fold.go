package compose

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// The line that stands for a table. One of the user's own that looks like it takes a backslash while the text is folded.
var (
	foldLine    = regexp.MustCompile(`^\s*\[Bảng (\d+)\b`)
	guardedFold = regexp.MustCompile(`^\s*\\+\[Bảng \d+\b`)
	looseFold   = regexp.MustCompile(`\[Bảng (\d+): .* · \d+ dòng\]`)
)

// foldHead is the length in characters up to which a fold line names the head of its table.
const foldHead = 60

// Fold replaces each table with its line of options by one line, “[Bảng 1: TT, Đơn vị, Số cơ sở · 12 dòng]”, so that an
// editor need not hold thousands of rows. tables holds them as typed; Unfold puts them back.
func Fold(body string) (folded string, tables []string) {
	lines := strings.Split(body, "\n")
	var out []string
	for i := 0; i < len(lines); {
		from := i
		if kindOf(lines[i]) == optionLine && i+1 < len(lines) {
			i++
		}
		if kindOf(lines[i]) != rowLine {
			if line := lines[from]; foldLine.MatchString(line) || guardedFold.MatchString(line) {
				lines[from] = strings.Replace(line, "[", `\[`, 1)
			}
			out, i = append(out, lines[from]), from+1
			continue
		}
		first := i
		for i < len(lines) && kindOf(lines[i]) == rowLine {
			i++
		}
		tables = append(tables, strings.Join(lines[from:i], "\n"))
		out = append(out, foldedTable(len(tables), lines[first:i]))
	}
	return strings.Join(out, "\n"), tables
}

// foldedTable is the line for a table: its number, the cells of its head and the number of its rows.
func foldedTable(number int, rows []string) string {
	var names []string
	count := len(rows)
	for i, row := range rows {
		cells := splitRow(strings.TrimSpace(row))
		if isSeparator(cells) {
			count -= i + 1
			break
		}
		if i == 0 {
			for _, cell := range cells {
				if cell != "" && cell != continuesLeft {
					names = append(names, cell)
				}
			}
		}
	}
	head := []rune(strings.Join(names, ", "))
	if len(head) > foldHead {
		head = append(head[:foldHead], '…')
	}
	return fmt.Sprintf("[Bảng %d: %s · %d dòng]", number, string(head), count)
}

// Unfold puts the tables back where their lines stand. A table whose line is gone goes too. A number that stands twice or
// names no table is an error that names the line.
func Unfold(folded string, tables []string) (string, error) {
	lines := strings.Split(folded, "\n")
	seen := make([]int, len(tables)+1) // the line on which a table stands
	for i, line := range lines {
		if guardedFold.MatchString(line) {
			lines[i] = strings.Replace(line, `\`, "", 1)
			continue
		}
		m := foldLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		n, err := strconv.Atoi(m[1])
		switch {
		case err != nil || n < 1 || n > len(tables):
			return "", atLine(i+1, "không có Bảng %s trong văn bản này: hãy xóa dòng này hoặc sửa lại số của bảng.", m[1])
		case seen[n] > 0:
			return "", atLine(i+1, "Bảng %d đã đứng ở dòng %d: hãy xóa một trong hai dòng.", n, seen[n])
		case !strings.HasSuffix(strings.TrimSpace(line), "]"):
			return "", atLine(i+1, "dòng của Bảng %d phải đứng riêng và kết thúc bằng dấu ]: hãy tách phần chữ sau bảng xuống dòng khác.", n)
		}
		seen[n] = i + 1
		lines[i] = tables[n-1]
	}
	for i, line := range strings.Split(folded, "\n") {
		// A table's line that was joined to a text would be printed as text and its table lost.
		if m := looseFold.FindStringSubmatch(line); m != nil && !guardedFold.MatchString(line) {
			if n, err := strconv.Atoi(m[1]); err == nil && n >= 1 && n <= len(tables) && seen[n] == 0 {
				return "", atLine(i+1, "dòng của Bảng %d đang dính vào đoạn văn: hãy xuống dòng trước dấu [.", n)
			}
		}
	}
	return strings.Join(lines, "\n"), nil
}
