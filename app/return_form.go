package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cosohoi/assets"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// shippedFormYear is from when the form that comes with the program holds, that of plan 77/KH-BCH.
const shippedFormYear = 2023

// FigureForms lists the versions of the biểu số liệu kỳ, the latest first; empty until the first period is opened.
func (o *Office) FigureForms(ctx context.Context) ([]data.FigureForm, error) {
	return o.db.FigureForms(ctx)
}

// FigureColumns lists the columns of a version in their order.
func (o *Office) FigureColumns(ctx context.Context, form int64) ([]data.FigureColumn, error) {
	return o.db.FigureColumns(ctx, form)
}

// CounterChoice is a way to count a column from the records.
type CounterChoice struct{ Name, Title string }

// CounterChoices lists what columns can be counted from, by title.
func CounterChoices() []CounterChoice {
	var all []CounterChoice
	for name, c := range counters {
		all = append(all, CounterChoice{name, c.title})
	}
	slices.SortFunc(all, func(a, b CounterChoice) int { return strings.Compare(a.Title+a.Name, b.Title+b.Name) })
	return all
}

// EnsureFigureForm stores the form that comes with the program when there is none yet.
func (o *Office) EnsureFigureForm(ctx context.Context) error {
	forms, err := o.db.FigureForms(ctx)
	if err != nil || len(forms) > 0 {
		return err
	}
	_, err = o.db.Write(ctx, "Lập biểu số liệu kỳ", func(tx *data.Tx) error {
		_, err := formOf(ctx, tx, o.Today().Year)
		return err
	})
	return err
}

// formOf gives the form of a year, storing the one that comes with the program when there is none at all.
func formOf(ctx context.Context, tx *data.Tx, year int) (data.FigureForm, error) {
	forms, err := tx.FigureForms(ctx)
	if err != nil {
		return data.FigureForm{}, err
	}
	for _, f := range forms {
		if f.FirstYear <= year && (f.LastYear == 0 || year <= f.LastYear) {
			return f, nil
		}
	}
	if len(forms) > 0 {
		return data.FigureForm{}, Problem("Chưa có biểu số liệu nào áp dụng cho năm %d; hãy sửa năm áp dụng của biểu trước.", year)
	}
	form := data.FigureForm{Name: "Biểu số liệu tổ chức Hội và phong trào", FirstYear: min(year, shippedFormYear)}
	if err := tx.Insert(&form); err != nil {
		return form, err
	}
	columns, err := shippedColumns()
	if err != nil {
		return form, err
	}
	for i := range columns {
		columns[i].FormID = form.ID
		if err := tx.Insert(&columns[i]); err != nil {
			return form, err
		}
	}
	return form, nil
}

// shippedColumns reads the form that comes with the program.
func shippedColumns() ([]data.FigureColumn, error) {
	rows, err := table(assets.FigureForm, 13)
	if err != nil {
		return nil, fmt.Errorf("figure form asset: %w", err)
	}
	levels := map[string]data.Level{"chi hội": data.Branch, "cơ sở": data.BaseUnit, "huyện": data.District}
	kinds := map[string]data.FigureKind{"nhập": data.Entered, "đếm": data.Counted, "tính": data.Computed}
	columns := make([]data.FigureColumn, len(rows))
	for i, row := range rows {
		percent := func(text string) (n int) {
			if text != "" {
				if n, err = strconv.Atoi(text); err != nil {
					err = fmt.Errorf("figure form asset, row %d: %w", i+2, err)
				}
			}
			return n
		}
		columns[i] = data.FigureColumn{Rank: i + 1, Code: row[0], GroupName: row[1], Title: row[2], Short: row[3], Level: levels[row[4]], Kind: kinds[row[5]],
			Source: row[6], Formula: row[7], Flow: row[8] != "", Yearly: row[9] != "", AtLeast: percent(row[10]), Jump: percent(row[11]), Checks: row[12]}
		if err != nil {
			return nil, err
		}
	}
	return columns, checkColumns(columns)
}

// checkColumns refuses columns that cannot be worked out: a formula or condition that cannot be read, or that names a column which is not
// there or is itself a rate.
func checkColumns(columns []data.FigureColumn) error {
	known := map[string]data.FigureColumn{}
	rates := map[string]bool{}
	for _, c := range columns {
		if !codePattern.MatchString(c.Code) {
			return Problem("Mã cột “%s” không hợp lệ; hãy gõ chữ cái rồi đến số, ví dụ B14 hoặc B14.1.", c.Code)
		}
		if _, twice := known[c.Code]; twice {
			return Problem("Mã cột %s có hai lần trong biểu; hãy đặt mã khác.", c.Code)
		}
		known[c.Code] = c
		if f, err := parseFormula(c.Formula); c.Kind == data.Computed && err == nil {
			rates[c.Code] = f.isRate()
		}
	}
	for _, c := range columns {
		var terms []term
		switch c.Kind {
		case data.Computed:
			f, err := parseFormula(c.Formula)
			if err != nil {
				return err
			}
			terms = slices.Concat(f.above, f.below)
			for _, t := range terms {
				if known[t.code].Kind == data.Computed {
					return Problem("Công thức của cột %s dùng cột %s cũng được tính; hãy viết thẳng các cột được nhập hoặc đếm.", c.Code, t.code)
				}
				if t.opening {
					return Problem("Công thức của cột %s không dùng được số đầu năm; số đầu năm chỉ dùng trong điều kiện kiểm tra.", c.Code)
				}
			}
		case data.Counted:
			if !hasCounter(c.Source) {
				return Problem("Cột %s chưa chọn đếm từ dữ liệu nào; hãy chọn trong danh sách.", c.Code)
			}
		}
		checks, err := parseChecks(c.Checks)
		if err != nil {
			return err
		}
		for _, check := range checks {
			terms = slices.Concat(terms, check.left, check.right)
		}
		for _, t := range terms {
			if _, there := known[t.code]; t.code != "" && !there {
				return Problem("Cột %s nhắc đến cột %s không có trong biểu; hãy sửa công thức hoặc điều kiện.", c.Code, t.code)
			}
			if rates[t.code] {
				return Problem("Cột %s nhắc đến cột %s là tỷ lệ; hãy dùng tử số, mẫu số của tỷ lệ ấy.", c.Code, t.code)
			}
		}
	}
	return nil
}

// SaveFigureColumn stores a column of a form, a new one at the end.
func (o *Office) SaveFigureColumn(ctx context.Context, c data.FigureColumn) error {
	label := "Sửa cột biểu số liệu"
	if c.ID == 0 {
		label = "Thêm cột biểu số liệu"
	}
	_, err := o.db.Write(ctx, label+" "+c.Code, func(tx *data.Tx) error {
		columns, err := tx.FigureColumns(ctx, c.FormID)
		if err != nil {
			return err
		}
		c.Code = strings.ToUpper(strings.TrimSpace(c.Code))
		at := slices.IndexFunc(columns, func(other data.FigureColumn) bool { return other.ID == c.ID })
		switch {
		case at < 0:
			c.Rank = 1
			if len(columns) > 0 {
				c.Rank = columns[len(columns)-1].Rank + 1
			}
			columns = append(columns, c)
		case columns[at].Code != c.Code:
			n, err := tx.CountFigures(ctx, c.FormID, columns[at].Code)
			if err != nil {
				return err
			}
			if n > 0 {
				return Problem("Cột %s đã có %s số liệu nên không đổi mã được; hãy thêm cột mới.", columns[at].Code, vietnamese.Number(int64(n)))
			}
			columns[at] = c
		default:
			columns[at] = c
		}
		if err := checkColumns(columns); err != nil {
			return err
		}
		if c.ID == 0 {
			return tx.Insert(&c)
		}
		return tx.Update(&c)
	})
	return err
}

// RemoveFigureColumn takes a column out of a form, unless numbers stand in it or another column needs it.
func (o *Office) RemoveFigureColumn(ctx context.Context, c data.FigureColumn) error {
	_, err := o.db.Write(ctx, "Xóa cột biểu số liệu "+c.Code, func(tx *data.Tx) error {
		n, err := tx.CountFigures(ctx, c.FormID, c.Code)
		if err != nil {
			return err
		}
		if n > 0 {
			return Problem("Cột %s đã có %s số liệu nên không xóa được; hãy tạo phiên bản mới của biểu rồi xóa ở đó.", c.Code, vietnamese.Number(int64(n)))
		}
		columns, err := tx.FigureColumns(ctx, c.FormID)
		if err != nil {
			return err
		}
		if err := checkColumns(slices.DeleteFunc(columns, func(other data.FigureColumn) bool { return other.ID == c.ID })); err != nil {
			return err
		}
		return tx.Remove(&c)
	})
	return err
}

// MoveFigureColumn moves a column by places in its form.
func (o *Office) MoveFigureColumn(ctx context.Context, c data.FigureColumn, by int) error {
	_, err := o.db.Write(ctx, "Đổi thứ tự cột biểu số liệu", func(tx *data.Tx) error {
		columns, err := tx.FigureColumns(ctx, c.FormID)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(columns, func(other data.FigureColumn) bool { return other.ID == c.ID })
		to := at + by
		if at < 0 || to < 0 || to >= len(columns) {
			return nil
		}
		a, b := columns[at], columns[to]
		a.Rank, b.Rank = b.Rank, a.Rank
		if err := tx.Update(&a); err != nil {
			return err
		}
		return tx.Update(&b)
	})
	return err
}

// RenewFigureForm makes a new version of a form, with the same columns, that holds from a year on; the one before ends with the year
// before. Periods that were opened keep theirs.
func (o *Office) RenewFigureForm(ctx context.Context, form data.FigureForm, name string, year int) error {
	if form.LastYear != 0 || year <= form.FirstYear || year > o.Today().Year+2 {
		return Problem("Phiên bản mới phải bắt đầu sau năm %d và nối tiếp phiên bản đang dùng; hãy gõ lại năm.", form.FirstYear)
	}
	_, err := o.db.Write(ctx, "Tạo phiên bản mới của biểu số liệu", func(tx *data.Tx) error {
		periods, err := tx.ReturnPeriods(ctx)
		if err != nil {
			return err
		}
		for _, p := range periods {
			if p.FormID == form.ID && p.Year >= year {
				return Problem("Kỳ %s đã mở theo biểu đang dùng; hãy chọn năm sau đó.", p.Name())
			}
		}
		columns, err := tx.FigureColumns(ctx, form.ID)
		if err != nil {
			return err
		}
		form.LastYear = year - 1
		if err := tx.Update(&form); err != nil {
			return err
		}
		next := data.FigureForm{Name: name, FirstYear: year}
		if err := tx.Insert(&next); err != nil {
			return err
		}
		for _, c := range columns {
			c.Base, c.FormID = data.Base{}, next.ID
			if err := tx.Insert(&c); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}
