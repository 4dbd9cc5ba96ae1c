package app

import (
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// smallChange is the difference up to which a jump is none: a group of 3 that became 5 grew by 67 per cent and means nothing.
const smallChange = 5

// parseChecks reads conditions, one a line.
func parseChecks(text string) ([]check, error) {
	var checks []check
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		c, err := parseCheck(line)
		if err != nil {
			return nil, err
		}
		checks = append(checks, c)
	}
	return checks, nil
}

// problems tells in sentences what speaks against the value of a cell: the conditions of its column, a rate over 100 per cent or under
// the mark, a jump against before, chi hội that add up to something else.
func (s *ReturnSheet) problems(at, column int) []string {
	c, cell := &s.Columns[column], &s.all[at].Cells[column]
	if !s.evaluates(at, c.Level) || !cell.Value.Known {
		return nil
	}
	var found []string
	for _, check := range c.checks {
		left, right := sum(check.deepLeft, s.valueIn(at)), sum(check.deepRight, s.valueIn(at))
		if left.Known && right.Known && check.broken(left.N, right.N) {
			found = append(found, check.says(left.N, right.N))
		}
	}
	v := cell.Value
	switch {
	case v.Rate && v.Num > v.Den:
		found = append(found, fmt.Sprintf("Tỷ lệ trên 100%% (%s/%s)", vietnamese.Number(v.Num), vietnamese.Number(v.Den)))
	case v.Rate && c.AtLeast > 0 && v.Den > 0 && v.Num*100 < int64(c.AtLeast)*v.Den:
		found = append(found, fmt.Sprintf("Dưới %d%% (%s)", c.AtLeast, v.Text()))
	}
	if text := jump(v, cell.Before, c.FigureColumn); text != "" && c.Kind == data.Entered {
		found = append(found, text)
	}
	if sum, whole := s.branchSum(at, column); whole && cell.Own.Known && sum != cell.Own.N {
		found = append(found, fmt.Sprintf("Các chi hội cộng lại là %s, khác số %s của cơ sở", vietnamese.Number(sum), vietnamese.Number(cell.Own.N)))
	}
	return found
}

// jump tells that a number changed by more than its column lets pass; "" when it did not.
func jump(now, before FigureValue, c data.FigureColumn) string {
	if c.Jump == 0 || now.Rate || !before.Known || before.Num <= 0 {
		return ""
	}
	change := now.Num - before.Num
	word := "Tăng"
	if change < 0 {
		word, change = "Giảm", -change
	}
	if change <= smallChange || change*100 <= int64(c.Jump)*before.Num {
		return ""
	}
	with := "kỳ trước"
	if c.Flow {
		with = "cùng kỳ"
	}
	return fmt.Sprintf("%s %s so với %s (%s)", word, Percent(int(change), int(before.Num)), with, vietnamese.Number(before.Num))
}

// branchSum adds up what the chi hội of a cơ sở reported; whole tells that all of them did.
func (s *ReturnSheet) branchSum(at, column int) (total int64, whole bool) {
	row := &s.all[at]
	if len(row.children) == 0 || s.Columns[column].Kind != data.Entered {
		return 0, false
	}
	given := 0
	for _, child := range row.children {
		if s.all[child].Unit.Level == data.Branch && s.all[child].Cells[column].Own.Known {
			total += s.all[child].Cells[column].Own.N
			given++
		}
	}
	return total, given > 0 && given == row.branches
}
