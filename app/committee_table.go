package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/exchange"
)

// SaveCommittee writes the members of a body of a unit in a term, as seen from a day, into an Excel file or, by the ending of the path,
// a PDF file.
func (o *Office) SaveCommittee(ctx context.Context, path string, on day.Date, unit data.UnitOn, t data.UnitTerm, b Body) error {
	c, err := o.Committee(ctx, on, unit.ID, t, b)
	if err != nil {
		return err
	}
	return o.saveList(ctx, path, c.On, committeeSheet(unit, t, b, c), "Chưa ghi ai trong "+BodyName(b)+" vào ngày "+c.On.String()+".")
}

// committeeSheet is the table of the members, numbered by rank.
func committeeSheet(unit data.UnitOn, t data.UnitTerm, b Body, c Committee) exchange.Sheet {
	parts := []string{UnionName(unit, true)}
	if t.ID != 0 {
		parts = append(parts, termTitle(t))
	}
	parts = append(parts, "tính đến "+c.On.String(), committeeStrength(c))
	s := exchange.Sheet{
		Name: BodyName(b), Title: "DANH SÁCH ỦY VIÊN " + strings.ToUpper(BodyName(b)), Subtitle: strings.Join(parts, " · "),
		Columns: []exchange.Column{
			{Title: "TT", Kind: exchange.Number, Width: 6},
			{Title: "Họ và tên", Kind: exchange.Text, Width: 28},
			{Title: "Chức vụ", Kind: exchange.Text, Width: 26},
			{Title: "Cơ cấu", Kind: exchange.Text, Width: 26},
			{Title: "Từ ngày", Kind: exchange.Date, Width: 13},
			{Title: "Đến ngày", Kind: exchange.Date, Width: 13},
		},
	}
	for i, m := range c.Members {
		s.Rows = append(s.Rows, []any{i + 1, m.Cadre.FullName, m.PositionName, m.Sector, dateOrNil(m.StartedOn), dateOrNil(m.EndedOn)})
	}
	return s
}

// termTitle names a term in a title: "khóa XVII, nhiệm kỳ 2021 - 2026".
func termTitle(t data.UnitTerm) string {
	if t.Ordinal == "" {
		return "nhiệm kỳ " + t.Name
	}
	return "khóa " + t.Ordinal + ", nhiệm kỳ " + t.Name
}

// committeeStrength says how many sit in a body, and of how many seats.
func committeeStrength(c Committee) string {
	if c.Seats > 0 {
		return fmt.Sprintf("%d/%d ủy viên", len(c.Members), c.Seats)
	}
	return fmt.Sprintf("%d ủy viên", len(c.Members))
}

// CommitteeTableName is the name of the file of a list of members.
func CommitteeTableName(unit data.UnitOn, t data.UnitTerm, b Body) string {
	return FileName(strings.Join([]string{BodyName(b), unit.Label(), t.Ordinal, t.Name}, " "))
}
