package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"cosohoi/data"
)

// GridForm is a table to be filled in by somebody else and read back: yellow cells are typed into, the rest is locked, so that what names rows
// and columns comes back as it was sent.
type GridForm struct {
	// Key names the form for the program, such as "so-lieu-ky 2025-6m".
	Key             string
	Name            string // on the tab
	Title, Subtitle string
	Columns         []GridColumn
	Rows            []GridRow
}

// GridColumn is a column of a form; Code names it for the program.
type GridColumn struct{ Code, Group, Title string }

// GridRow is a row: ID names it for the program, Name for people. A cell that is not in Entry is locked.
type GridRow struct {
	ID, Name string
	Cells    []any // a whole number, or nil for an empty cell
	Entry    []bool
}

// The rows of a form in the file.
const (
	gridTitleRow    = 1
	gridSubtitleRow = 2
	gridCodeRow     = 3 // key and codes, small and grey
	gridGroupRow    = 4
	gridHeadRow     = 5
	gridFirstRow    = 6
	gridFirstColumn = 3 // after the id and the name
)

// GridWorkbook makes the Excel file (.xlsx) of a form.
func GridWorkbook(form GridForm) ([]byte, error) {
	return formWorkbook(form.Name, func(f *excelize.File, sheet string) error { return fillGrid(f, sheet, form) })
}

// gridStyles are the looks of the cells of a form.
type gridStyles struct{ title, plain, small, head, name, entry, fixed int }

func newGridStyles(f *excelize.File) (gridStyles, error) {
	line := []excelize.Border{{Type: "left", Color: "BFBFBF", Style: 1}, {Type: "right", Color: "BFBFBF", Style: 1}, {Type: "top", Color: "BFBFBF", Style: 1}, {Type: "bottom", Color: "BFBFBF", Style: 1}}
	face := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: font, Size: size, Bold: bold, Color: colour}
	}
	yellow := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF9C4"}}
	grey := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	whole, text := "#,##0", "@"
	var s gridStyles
	for _, one := range []struct {
		id    *int
		style *excelize.Style
	}{
		{&s.title, &excelize.Style{Font: face(titleSize, true, "")}},
		{&s.plain, &excelize.Style{Font: face(fontSize, false, "")}},
		{&s.small, &excelize.Style{Font: face(8, false, "808080"), CustomNumFmt: &text, Alignment: &excelize.Alignment{Horizontal: "center"}}},
		{&s.head, &excelize.Style{Font: face(fontSize, true, ""), Border: line, Fill: grey, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&s.name, &excelize.Style{Font: face(fontSize, false, ""), Border: line, CustomNumFmt: &text, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
		{&s.entry, &excelize.Style{Font: face(fontSize, false, ""), Border: line, Fill: yellow, CustomNumFmt: &whole, Protection: &excelize.Protection{Locked: false}}},
		{&s.fixed, &excelize.Style{Font: face(fontSize, false, "808080"), Border: line, Fill: grey, CustomNumFmt: &whole}},
	} {
		var err error
		if *one.id, err = f.NewStyle(one.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

func fillGrid(f *excelize.File, sheet string, form GridForm) error {
	look, err := newGridStyles(f)
	if err != nil {
		return err
	}
	put := func(column, row, style int, value any) error {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			return err
		}
		if value != nil {
			if text, is := value.(string); is {
				err = f.SetCellStr(sheet, cell, text) // a text stays one, whatever it begins with
			} else {
				err = f.SetCellValue(sheet, cell, value)
			}
		}
		return errors.Join(err, f.SetCellStyle(sheet, cell, cell, style))
	}
	todo := []error{
		put(2, gridTitleRow, look.title, form.Title), put(2, gridSubtitleRow, look.plain, form.Subtitle), put(1, gridCodeRow, look.small, form.Key),
		put(1, gridHeadRow, look.head, "Mã"), put(2, gridHeadRow, look.head, "Đơn vị"),
	}
	for i, c := range form.Columns {
		at := gridFirstColumn + i
		group := c.Group
		if i > 0 && form.Columns[i-1].Group == group {
			group = ""
		}
		todo = append(todo, put(at, gridCodeRow, look.small, c.Code), put(at, gridGroupRow, look.title, group), put(at, gridHeadRow, look.head, c.Code+". "+c.Title))
	}
	last, err := excelize.ColumnNumberToName(gridFirstColumn + max(len(form.Columns), 1) - 1)
	if err != nil {
		return err
	}
	todo = append(todo, f.SetColWidth(sheet, "A", "A", 7), f.SetColWidth(sheet, "B", "B", 30), f.SetColWidth(sheet, "C", last, 13), f.SetRowHeight(sheet, gridHeadRow, 78))
	for i, r := range form.Rows {
		row := gridFirstRow + i
		todo = append(todo, put(1, row, look.small, r.ID), put(2, row, look.name, r.Name))
		for k, value := range r.Cells {
			style := look.fixed
			if r.Entry[k] {
				style = look.entry
			}
			todo = append(todo, put(gridFirstColumn+k, row, style, value))
		}
	}
	lastRow := gridFirstRow + max(len(form.Rows), 1) - 1
	rule := excelize.NewDataValidation(true)
	rule.Sqref = fmt.Sprintf("C%d:%s%d", gridFirstRow, last, lastRow)
	rule.SetError(excelize.DataValidationErrorStyleStop, "Số liệu không đúng", "Chỉ gõ số nguyên từ 0; để trống khi chưa có số liệu.")
	todo = append(todo, rule.SetRange(0, 999999999, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween), f.AddDataValidation(sheet, rule))
	todo = append(todo, f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: gridFirstColumn - 1, YSplit: gridHeadRow, TopLeftCell: fmt.Sprintf("C%d", gridFirstRow), ActivePane: "bottomRight"}),
		f.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true}))
	return errors.Join(todo...)
}

// FilledGrid is a form as it came back.
type FilledGrid struct {
	Key   string
	Codes []string
	Rows  []FilledGridRow
}

// FilledGridRow is a row as it came back; Line is its number in the file.
type FilledGridRow struct {
	ID, Name string
	Line     int
	Cells    []string // one a code, as the cells show
}

// ReadGrid reads a form that was filled in. The error says what the file is not.
func ReadGrid(content []byte) (form FilledGrid, err error) {
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		return form, data.Faultf(err, "Tệp này không phải tệp Excel (.xlsx) đọc được; hãy lưu lại bằng Excel rồi nhập.")
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		return form, fmt.Errorf("exchange: %w", err)
	}
	if len(rows) < gridHeadRow || len(rows[gridCodeRow-1]) < gridFirstColumn {
		return form, data.Faultf(nil, "Tệp này không phải mẫu số liệu do chương trình xuất ra; hãy dùng đúng tệp mẫu.")
	}
	codes := rows[gridCodeRow-1]
	form.Key = strings.TrimSpace(codes[0])
	for _, code := range codes[gridFirstColumn-1:] {
		form.Codes = append(form.Codes, strings.TrimSpace(code))
	}
	for i, row := range rows[gridFirstRow-1:] {
		filled := FilledGridRow{Line: gridFirstRow + i, Cells: make([]string, len(form.Codes))}
		for k, cell := range row {
			switch {
			case k == 0:
				filled.ID = strings.TrimSpace(cell)
			case k == 1:
				filled.Name = cell
			case k-gridFirstColumn+1 < len(form.Codes):
				filled.Cells[k-gridFirstColumn+1] = strings.TrimSpace(cell)
			}
		}
		if strings.Join(row, "") != "" {
			form.Rows = append(form.Rows, filled)
		}
	}
	return form, nil
}
