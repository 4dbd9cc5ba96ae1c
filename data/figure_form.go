package data

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindFigureForm   Kind = "figure_form"
	KindFigureColumn Kind = "figure_column"
)

// FigureForm is a version of the biểu số liệu kỳ that holds from FirstYear to LastYear, 0 for still.
type FigureForm struct {
	Base
	Name                string
	FirstYear, LastYear int
	Note                string
}

func (*FigureForm) kind() Kind { return KindFigureForm }
func (f *FigureForm) prepare() error {
	f.Name, f.Note = vietnamese.Clean(f.Name), vietnamese.CleanLines(f.Note)
	switch {
	case f.Name == "":
		return Faultf(nil, "Biểu số liệu chưa có tên; hãy gõ tên biểu.")
	case f.LastYear != 0 && f.LastYear < f.FirstYear:
		return Faultf(nil, "Biểu “%s” có năm cuối %d trước năm đầu %d; hãy sửa lại.", f.Name, f.LastYear, f.FirstYear)
	}
	return nil
}

// FigureKind is where the numbers of a column come from.
type FigureKind string

// The kinds of columns: typed from what units report, counted from the records of the office, computed from other columns.
const (
	Entered  FigureKind = "entered"
	Counted  FigureKind = "counted"
	Computed FigureKind = "computed"
)

// FigureColumn is one column of a form. Code names it in every version of the form: figures are stored, and periods compared, by it.
type FigureColumn struct {
	Base
	FormID    int64
	Rank      int
	Code      string
	GroupName string
	Title     string
	Short     string // over the column of a grid
	Level     Level  // of entry: Branch, BaseUnit or District
	Kind      FigureKind
	// Source names the counter of a counted column; of an entered one, the counter that will take its place.
	Source  string
	Formula string // of a computed column
	Flow    bool   // what happened in the period, as against what stood at its end
	Yearly  bool   // asked for at the end of the year only
	AtLeast int    // per cent below which a rate is remarked; 0 never
	Jump    int    // per cent of change against the last period from which a reason is asked for; 0 never
	Checks  string // conditions, one a line
}

func (*FigureColumn) kind() Kind { return KindFigureColumn }
func (c *FigureColumn) prepare() error {
	for _, text := range []*string{&c.Code, &c.GroupName, &c.Title, &c.Short, &c.Source, &c.Formula} {
		*text = vietnamese.Clean(*text)
	}
	c.Code = strings.ToUpper(c.Code)
	c.Checks = vietnamese.CleanLines(c.Checks)
	if c.Short == "" {
		c.Short = c.Title
	}
	switch {
	case c.Code == "":
		return Faultf(nil, "Cột “%s” chưa có mã; hãy gõ mã, ví dụ B14.", c.Title)
	case c.Title == "":
		return Faultf(nil, "Cột %s chưa có tên; hãy gõ tên cột.", c.Code)
	case c.AtLeast < 0 || c.AtLeast > 100:
		return Faultf(nil, "Mức cảnh báo của cột %s phải từ 0 đến 100%%; hãy gõ lại.", c.Code)
	case c.Jump < 0:
		return Faultf(nil, "Mức biến động của cột %s không được âm; hãy gõ lại.", c.Code)
	}
	return nil
}

// allow keeps the columns of a form as they are once a period that was filled in with them is locked.
func (c *FigureColumn) allow(t *Tx, _ Record, _ string) error {
	var locked int64
	err := t.db.Table("return_periods").Where("form_id = ? AND locked_on IS NOT NULL AND deleted_at IS NULL", c.FormID).Count(&locked).Error
	if err != nil {
		return t.fail(err, "locked periods of form %d", c.FormID)
	}
	if locked > 0 {
		return Faultf(nil, "Biểu này đã dùng cho kỳ đã khóa nên giữ nguyên; hãy tạo phiên bản mới của biểu rồi sửa cột %s.", c.Code)
	}
	return nil
}

// FigureForms lists the versions of the form, the latest first.
func (r Reader) FigureForms(ctx context.Context) ([]FigureForm, error) {
	return listed[FigureForm](ctx, r, "figure forms", func(db *gorm.DB) *gorm.DB { return db.Order("first_year DESC, id DESC") })
}

// FigureForm returns one version.
func (r Reader) FigureForm(ctx context.Context, id int64) (FigureForm, error) {
	return take[FigureForm](ctx, r, id)
}

// FigureColumns lists the columns of a form in their order.
func (r Reader) FigureColumns(ctx context.Context, form int64) ([]FigureColumn, error) {
	return listed[FigureColumn](ctx, r, "figure columns", func(db *gorm.DB) *gorm.DB { return db.Where("form_id = ?", form).Order("rank, id") })
}

// CountFigures counts the numbers that stand in a column in the periods of a form.
func (r Reader) CountFigures(ctx context.Context, form int64, code string) (int, error) {
	var n int
	err := r.db.WithContext(ctx).Raw(`SELECT count(*) FROM figures f JOIN return_periods p ON p.id = f.period_id AND p.form_id = ?
		WHERE f.code = ? AND f.value IS NOT NULL AND f.deleted_at IS NULL`, form, code).Scan(&n).Error
	return n, r.fail(err, "figures in %s of form %d", code, form)
}
