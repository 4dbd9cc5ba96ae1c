package app

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/exchange"
	"cosohoi/reports"
	"cosohoi/reports/layout"
)

// CadreColumn is a column of the list of cadres, in the window and in Excel.
type CadreColumn struct {
	ID, Title string
	kind      exchange.Kind
	width     float64
	value     func(CadreRow) any
}

// The columns that a list may show beside those that it can be sorted by, whose ids are the orders.
const (
	ColumnPhone    = "phone"
	ColumnDegree   = "degree"
	ColumnPolitics = "politics"
	ColumnRating   = "rating"
	ColumnSince    = "since"
)

// CadreColumns are all columns in the order in which they stand; on is the day of the list.
func CadreColumns(on day.Date) []CadreColumn {
	return []CadreColumn{
		{string(data.SortByName), "Họ và tên", exchange.Text, 26, func(r CadreRow) any { return r.Name }},
		{string(data.SortByBirth), "Sinh", exchange.Date, 12, func(r CadreRow) any { return dateOrNil(r.Birth) }},
		{string(data.SortByPosition), "Chức danh", exchange.Text, 18, func(r CadreRow) any { return r.Position }},
		{string(data.SortByUnit), "Đơn vị", exchange.Text, 34, func(r CadreRow) any { return r.Unit }},
		{ColumnSince, "Giữ từ", exchange.Date, 12, func(r CadreRow) any { return dateOrNil(r.Since) }},
		{string(data.SortByParty), "Vào Đảng", exchange.Date, 12, func(r CadreRow) any { return dateOrNil(r.Joined) }},
		{ColumnPhone, "Điện thoại", exchange.Text, 14, func(r CadreRow) any { return r.Phone }},
		{ColumnDegree, "Trình độ", exchange.Text, 14, func(r CadreRow) any { return r.Degree }},
		{ColumnPolitics, "Lý luận chính trị", exchange.Text, 14, func(r CadreRow) any { return r.Politics }},
		{ColumnRating, fmt.Sprintf("Xếp loại %d", on.Year-1), exchange.Text, 14, func(r CadreRow) any { return r.Rating }},
	}
}

// dateOrNil leaves the cell of a date that is not known empty.
func dateOrNil(d day.Date) any {
	if d.IsZero() {
		return nil
	}
	return d
}

// cadrePart is how many cadres of a long list are looked up at once.
const cadrePart = 1000

// SaveCadreTable writes those of a list who are selected into an Excel file or, by the ending of the path, a PDF file: its columns, its order, and its
// conditions over it. That the Party is among them is noted in the audit. Seconds for a whole province.
func (o *Office) SaveCadreTable(ctx context.Context, path string, s Selection, columns []string) error {
	q := s.Query
	q.Limit, q.Offset = 0, 0
	if slices.Contains(columns, string(data.SortByParty)) {
		if _, err := o.db.Write(ctx, "Xuất danh sách cán bộ có ngày vào Đảng", func(tx *data.Tx) error { return tx.NoteReading(data.KindCadre, 0) }); err != nil {
			return err
		}
	}
	cadres, err := o.db.Cadres(ctx, q)
	if err != nil {
		return err
	}
	cadres = s.among(cadres)
	var rows []CadreRow
	for part := range slices.Chunk(cadres, cadrePart) {
		more, err := o.listRows(ctx, q.On, part)
		if err != nil {
			return err
		}
		rows = append(rows, more...)
	}
	conditions, err := o.CadreConditions(ctx, q)
	if err != nil {
		return err
	}
	return o.saveList(ctx, path, q.On, cadreSheet(q.On, rows, s.whole(), conditions, columns), "Không có dòng nào khớp điều kiện lọc.")
}

// saveList writes a numbered table into an Excel file or, by the ending of the path, a PDF file. none is what the paper says of a table
// without rows.
func (o *Office) saveList(ctx context.Context, path string, on day.Date, s exchange.Sheet, none string) error {
	write := func() ([]byte, error) { return exchange.Workbook(s) }
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		write = func() ([]byte, error) { return o.listPDF(ctx, on, s, none) }
	}
	content, err := write()
	if err != nil {
		return err
	}
	return reports.WriteFile(path, content)
}

// listPDF prints a numbered table as it would go into Excel.
func (o *Office) listPDF(ctx context.Context, on day.Date, s exchange.Sheet, none string) ([]byte, error) {
	letterhead, _, err := o.letterheadOn(ctx, on, on, "")
	if err != nil {
		return nil, err
	}
	list := reports.PlainList{Letterhead: letterhead, Title: s.Title, Conditions: s.Subtitle, None: none}
	for _, c := range s.Columns[1:] {
		list.Columns = append(list.Columns, reports.PlainColumn{Title: c.Title, Width: c.Width, Centre: c.Kind == exchange.Date})
	}
	for _, row := range s.Rows {
		cells := make([]string, len(row)-1)
		for i, v := range row[1:] {
			if v != nil {
				cells[i] = fmt.Sprint(v)
			}
		}
		list.Rows = append(list.Rows, cells)
	}
	return layout.PDF(list.Document())
}

// cadreSheet is the table of a list, numbered; whole tells that nobody was left out of it.
func cadreSheet(on day.Date, rows []CadreRow, whole bool, conditions []CadreCondition, columns []string) exchange.Sheet {
	parts := []string{"Tính đến " + on.String(), fmt.Sprintf("%d người", len(rows))}
	if !whole {
		parts[1] += " được chọn"
	}
	for _, c := range conditions {
		parts = append(parts, c.String())
	}
	s := exchange.Sheet{Name: "Cán bộ", Title: "DANH SÁCH CÁN BỘ", Subtitle: strings.Join(parts, " · "), Columns: []exchange.Column{{Title: "TT", Kind: exchange.Number, Width: 6}}}
	var shown []CadreColumn
	for _, c := range CadreColumns(on) {
		if slices.Contains(columns, c.ID) {
			shown = append(shown, c)
			s.Columns = append(s.Columns, exchange.Column{Title: c.Title, Kind: c.kind, Width: c.width})
		}
	}
	for i, r := range rows {
		row := []any{i + 1}
		for _, c := range shown {
			row = append(row, c.value(r))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// CadreTableName is the name of the file of a list, after its conditions.
func CadreTableName(on day.Date, conditions []CadreCondition) string {
	parts := []string{"Danh sách cán bộ"}
	for _, c := range conditions {
		parts = append(parts, c.Value)
	}
	return FileName(strings.Join(append(parts, on.ISO()), " "))
}
