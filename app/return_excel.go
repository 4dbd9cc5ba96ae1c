package app

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/exchange"
	"cosohoi/reports"
)

// returnFormKey marks a file as a form for figures; the period follows.
const returnFormKey = "so-lieu-ky"

func (s *ReturnSheet) formKey() string {
	return fmt.Sprintf("%s %d-%s", returnFormKey, s.Period.Year, s.Period.Span)
}

// WriteForm writes the form of a sheet into an Excel file, to be filled in by its units: yellow cells for what is asked of each, with what
// has been reported so far; what the program counts and computes is shown, locked.
func (s *ReturnSheet) WriteForm(path string) error {
	form := exchange.GridForm{Key: s.formKey(), Name: "Số liệu", Title: "BIỂU SỐ LIỆU " + strings.ToUpper(s.Period.Name()) + ", " + strings.ToUpper(s.Total.Unit.Label()),
		Subtitle: fmt.Sprintf("Chỉ gõ vào ô màu vàng; để trống khi chưa có số liệu, gõ 0 khi không có. Hạn nộp: %s.", s.Period.DueOn)}
	for _, c := range s.Columns {
		if !c.Rate() {
			form.Columns = append(form.Columns, exchange.GridColumn{Code: c.Code, Group: c.GroupName, Title: c.Title})
		}
	}
	for _, r := range s.Rows {
		row := exchange.GridRow{ID: strconv.FormatInt(r.Unit.ID, 10), Name: r.Unit.Label()}
		for i, c := range s.Columns {
			if c.Rate() {
				continue
			}
			var value any
			if n := r.Cells[i].Value.number(); n.Known && (!r.Cells[i].Enters || r.Cells[i].Own.Known) {
				value = n.N
			}
			row.Cells, row.Entry = append(row.Cells, value), append(row.Entry, r.Cells[i].Enters)
		}
		form.Rows = append(form.Rows, row)
	}
	content, err := exchange.GridWorkbook(form)
	if err != nil {
		return err
	}
	return reports.WriteFile(path, content)
}

// FigureImport is what a filled form would change, before anything is written.
type FigureImport struct {
	Period data.ReturnPeriod
	// Figures are the numbers that are new or another than before.
	Figures []data.Figure
	Lines   []FigureImportLine
	// Same counts the numbers that are there already.
	Same int
}

// FigureImportLine is a number that is new or another, or with Wrong something in the file that cannot be taken.
type FigureImportLine struct {
	Line          int // in the file
	Unit, Code    string
	Before, After string
	Wrong         string
}

// Wrong counts the lines that cannot be taken. A file with any is not taken at all.
func (i FigureImport) Wrong() int {
	n := 0
	for _, l := range i.Lines {
		if l.Wrong != "" {
			n++
		}
	}
	return n
}

// preview tells what a filled form would change in a sheet of the same period.
func (s *ReturnSheet) preview(form exchange.FilledGrid) (FigureImport, error) {
	preview := FigureImport{Period: s.Period}
	if !strings.HasPrefix(form.Key, returnFormKey+" ") {
		return preview, Problem("Tệp này không phải biểu số liệu do chương trình xuất ra; hãy dùng đúng tệp mẫu.")
	}
	if form.Key != s.formKey() {
		return preview, Problem("Tệp này là biểu của kỳ %s, không phải %s; hãy chọn đúng kỳ rồi nhập.", strings.TrimPrefix(form.Key, returnFormKey+" "), strings.TrimPrefix(s.formKey(), returnFormKey+" "))
	}
	for _, row := range form.Rows {
		id, err := strconv.ParseInt(row.ID, 10, 64)
		at, known := s.byUnit[id]
		if err != nil || !known {
			preview.Lines = append(preview.Lines, FigureImportLine{Line: row.Line, Unit: row.Name, Wrong: "Mã ở cột A đã bị đổi hoặc đơn vị không có trong kỳ này"})
			continue
		}
		for k, text := range row.Cells {
			i, has := s.column[form.Codes[k]]
			if text == "" || !has || !s.all[at].Cells[i].Enters {
				continue
			}
			cell := s.all[at].Cells[i]
			line := FigureImportLine{Line: row.Line, Unit: s.all[at].Unit.Label(), Code: form.Codes[k], Before: FigureValue{Num: cell.Own.N, Known: cell.Own.Known}.Text(), After: text}
			value, err := ParseCount(text)
			switch {
			case err != nil:
				line.Wrong = "Không phải số đếm từ 0"
			case value == cell.Own:
				preview.Same++
				continue
			case !value.Known:
				continue
			default:
				line.After = FigureValue{Num: value.N, Known: true}.Text()
				preview.Figures = append(preview.Figures, data.Figure{PeriodID: s.Period.ID, UnitID: id, Code: form.Codes[k], Value: value})
			}
			preview.Lines = append(preview.Lines, line)
		}
	}
	return preview, nil
}

// PreviewFigures reads a filled form for a period and tells what it would change. A place left empty changes nothing.
func (o *Office) PreviewFigures(ctx context.Context, period int64, content []byte) (FigureImport, error) {
	p, err := o.db.ReturnPeriod(ctx, period)
	if err != nil {
		return FigureImport{}, err
	}
	s, err := returnSheet(ctx, o.db.Reader, p, sheetOptions{})
	if err != nil {
		return FigureImport{}, err
	}
	// The sheet of the whole province holds only the chi hội that reported; a form may come from others.
	form, err := exchange.ReadGrid(content)
	if err != nil {
		return FigureImport{}, err
	}
	for _, row := range form.Rows {
		id, err := strconv.ParseInt(row.ID, 10, 64)
		if err != nil || s.byUnit[id] != 0 {
			continue
		}
		u, err := o.db.UnitOn(ctx, p.LastDay, id)
		if IsNotFound(err) {
			continue
		}
		if err != nil {
			return FigureImport{}, err
		}
		if s, err = returnSheet(ctx, o.db.Reader, p, sheetOptions{scope: u.ParentID}); err != nil {
			return FigureImport{}, err
		}
		break
	}
	return s.preview(form)
}
