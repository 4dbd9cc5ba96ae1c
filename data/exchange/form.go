package exchange

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// Form is a sheet that somebody else fills in and sends back: only its yellow cells can be typed in, and a hidden column tells what each
// row is.
type Form struct {
	Name            string // on the tab
	Title, Subtitle string
	// Key tells in the file, unseen, which form it is.
	Key     string
	Columns []FormColumn
	Rows    []FormRow
}

// FormColumn is a column of a Form; Width is in characters.
type FormColumn struct {
	Title string
	Width float64
	Entry bool // to be filled in
	// Most is the largest number that the entries of a column of numbers take, by row; nil for a column of texts.
	Most []float64
}

// FormRow is a row of a Form: what it is, unseen, and its values, nil or text or number.
type FormRow struct {
	ID    string
	Cells []any
}

// formHead is the row of the column titles: title, subtitle, the hint how to fill in, then the head.
const formHead = 4

// formMark stands in the hidden column over the key, so that other workbooks are told apart.
const formMark = "co-so-hoi:bieu-tu-kiem-tra"

// entryColour is the ground of what is to be filled in.
const entryColour = "FFF2CC"

// Workbook gives the form as an Excel file.
func (form Form) Workbook() ([]byte, error) {
	return formWorkbook(form.Name, form.write)
}

func (form Form) write(f *excelize.File, name string) error {
	look, err := newStyles(f)
	if err != nil {
		return err
	}
	entry, number, err := entryStyles(f)
	if err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(form.Columns) + 1)
	if err != nil {
		return err
	}
	put := func(column, row int, value any, style int) error {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			return err
		}
		switch v := value.(type) {
		case nil:
		case string: // as a text, whatever it begins with
			err = f.SetCellStr(name, cell, vietnamese.CleanLines(v))
		default:
			err = f.SetCellValue(name, cell, v)
		}
		if err != nil || style == 0 {
			return err
		}
		return f.SetCellStyle(name, cell, cell, style)
	}
	for i, line := range []struct {
		key, text string
		style     int
	}{{formMark, form.Title, look.title}, {form.Key, form.Subtitle, look.subtitle}, {"", "Chỉ ghi vào các ô màu vàng, rồi gửi lại tệp này.", look.subtitle}} {
		if err := put(1, i+1, line.key, 0); err != nil {
			return err
		}
		if err := put(2, i+1, line.text, line.style); err != nil {
			return err
		}
		if err := f.MergeCell(name, fmt.Sprintf("B%d", i+1), fmt.Sprintf("%s%d", last, i+1)); err != nil {
			return err
		}
	}
	total := 0.0
	for i, c := range form.Columns {
		column, err := excelize.ColumnNumberToName(i + 2)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(name, column, column, c.Width); err != nil {
			return err
		}
		if err := put(i+2, formHead, c.Title, look.head); err != nil {
			return err
		}
		total += c.Width
	}
	for n, row := range form.Rows {
		at, lines := formHead+1+n, 1
		if err := put(1, at, row.ID, 0); err != nil {
			return err
		}
		for i, c := range form.Columns {
			style := look.text
			switch {
			case c.Entry && c.Most != nil:
				style = number
			case c.Entry:
				style = entry
			}
			if _, text := row.Cells[i].(string); !text && !c.Entry {
				style = look.decimal
			}
			if err := put(i+2, at, row.Cells[i], style); err != nil {
				return err
			}
			if text, ok := row.Cells[i].(string); ok {
				lines = max(lines, lineCount(text, c.Width, fontSize))
			}
			if c.Most == nil {
				continue
			}
			cell, _ := excelize.CoordinatesToCellName(i+2, at)
			v := excelize.NewDataValidation(true)
			v.Sqref = cell
			if err := v.SetRange(0, c.Most[n], excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			v.SetError(excelize.DataValidationErrorStyleStop, "Điểm tự chấm", fmt.Sprintf("Hãy gõ điểm từ 0 đến %g.", c.Most[n]))
			if err := f.AddDataValidation(name, v); err != nil {
				return err
			}
		}
		if err := f.SetRowHeight(name, at, min(float64(max(lines, 2))*lineHeight, excelize.MaxRowHeight)); err != nil {
			return err
		}
	}
	if err := f.SetRowHeight(name, 1, float64(lineCount(form.Title, total, titleSize*boldness))*20); err != nil {
		return err
	}
	if err := f.SetColVisible(name, "A", false); err != nil {
		return err
	}
	if err := f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: formHead, TopLeftCell: fmt.Sprintf("A%d", formHead+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := setUpPrint(f, name, formHead); err != nil {
		return err
	}
	// No password: it only keeps from typing beside the yellow cells.
	return f.ProtectSheet(name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatRows: true, FormatColumns: true})
}

// entryStyles are the looks of cells to be filled in: texts and numbers.
func entryStyles(f *excelize.File) (text, number int, err error) {
	for _, look := range []struct {
		id            *int
		align, format string
	}{{&text, "left", textFormat}, {&number, "right", decimalFormat}} {
		style := excelize.Style{
			Font: &excelize.Font{Family: font, Size: fontSize}, CustomNumFmt: &look.format, Protection: &excelize.Protection{Locked: false},
			Alignment: &excelize.Alignment{Horizontal: look.align, Vertical: "center", WrapText: true},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{entryColour}},
		}
		for _, side := range []string{"left", "top", "right", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
		if *look.id, err = f.NewStyle(&style); err != nil {
			return 0, 0, err
		}
	}
	return text, number, nil
}

// FilledForm is a form as it came back.
type FilledForm struct {
	Key  string
	Rows []FilledRow
}

// FilledRow is a row of a FilledForm: its place in the sheet, from 1 on, what it is, and what stands in its columns.
type FilledRow struct {
	Row   int
	ID    string
	Cells []string
}

// formLimit is the largest file of a form that is read, and formRoom what it may grow to when unpacked, in bytes.
const (
	formLimit = 20 << 20
	formRoom  = 200 << 20
)

// ReadForm reads a form that somebody filled in. Another workbook, and what is none, is refused.
func ReadForm(path string) (filled FilledForm, err error) {
	name := data.SafeFileName(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return filled, data.Faultf(err, "Không mở được tệp “%s”; hãy kiểm tra tệp còn đó và đọc được.", name)
	case info.Size() > formLimit:
		return filled, data.Faultf(nil, "Tệp “%s” lớn %d MB nên không phải biểu tự kiểm tra; hãy chọn tệp khác.", name, info.Size()>>20)
	}
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true, UnzipSizeLimit: formRoom})
	if err != nil {
		return filled, data.Faultf(err, "Tệp “%s” không phải tệp Excel (.xlsx) hoặc đã hỏng; hãy đề nghị đơn vị gửi lại.", name)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for _, sheet := range f.GetSheetList() {
		if mark, err := f.GetCellValue(sheet, "A1"); err != nil || mark != formMark {
			continue
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			return filled, data.Faultf(err, "Không đọc được bảng trong tệp “%s”; hãy đề nghị đơn vị gửi lại.", name)
		}
		for i, cells := range rows {
			switch {
			case i == 1 && len(cells) > 0:
				filled.Key = cells[0]
			case i >= formHead && len(cells) > 0 && strings.TrimSpace(cells[0]) != "":
				filled.Rows = append(filled.Rows, FilledRow{Row: i + 1, ID: strings.TrimSpace(cells[0]), Cells: cells[1:]})
			}
		}
		return filled, nil
	}
	return filled, data.Faultf(nil, "Tệp “%s” không phải biểu tự kiểm tra do chương trình này xuất; hãy xuất biểu và gửi đơn vị ghi.", name)
}
