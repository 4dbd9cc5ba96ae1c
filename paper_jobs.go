package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cosohoi/app"
	"cosohoi/reports"
	"cosohoi/reports/layout"
)

// maximalSource is more than any paper of an office; a larger file was chosen by mistake.
const maximalSource = 64 << 20

// requestFlags are the flags of the questions that kinds of papers ask, see app.Questions.
type requestFlags struct {
	app.PaperRequest
	date, asOf   *dateFlag
	number       *int
	period, unit *string
	layout, term *string
}

func (c jobCall) request(kind string) *requestFlags {
	r := &requestFlags{PaperRequest: app.PaperRequest{Kind: kind}}
	r.date, r.asOf = c.date("date"), c.date("as-of")
	r.number = c.flags.Int("number", 0, "")
	c.flags.StringVar(&r.Organ, "organ", "", "")
	c.flags.IntVar(&r.Year, "year", 0, "")
	r.period = c.flags.String("period", string(app.WholeYear), "")
	r.term = c.flags.String("term", "", "")
	c.flags.Int64Var(&r.Round, "round", 0, "")
	c.flags.Int64Var(&r.Visit, "visit", 0, "")
	r.unit = c.flags.String("unit", "", "")
	r.layout = c.flags.String("layout", app.Layouts[0].Name, "")
	c.flags.BoolVar(&r.Sensitive, "sensitive", false, "")
	c.flags.StringVar(&r.Subject, "subject", "", "")
	return r
}

// missing names a flag that the kind needs and that was not given.
func (r *requestFlags) missing() error {
	r.Period = app.Period(*r.period)
	for _, q := range app.Questions(r.Kind) {
		switch {
		case !r.Needs(q):
		case q == app.AskYear && (r.Year < 1900 || r.Year > 9999):
			return usagef("Thiếu năm báo cáo hoặc năm sai: --year 2023.")
		case q == app.AskRound && r.Round == 0:
			return usagef("Thiếu đợt kiểm tra: --round MÃ (xem bằng lệnh schedule).")
		case q == app.AskVisit && r.Visit == 0:
			return usagef("Thiếu cuộc kiểm tra: --visit MÃ (xem bằng lệnh schedule --csv).")
		case q == app.AskUnit && *r.unit == "":
			return usagef("Thiếu mã đơn vị: --unit 14230.")
		}
	}
	if r.number != nil && *r.number < 0 {
		return usagef("Số văn bản phải từ 1 trở lên: --number 12.")
	}
	return nil
}

// fill looks up what the flags name.
func (r *requestFlags) fill(ctx context.Context, o *app.Office) error {
	r.AsOf, r.Date, r.Period = r.asOf.or(o.Today()), r.date.or(o.Today()), app.Period(*r.period)
	i := slices.IndexFunc(app.Layouts, func(l app.NamedLayout) bool { return l.Name == *r.layout })
	if i < 0 {
		return app.Problem("Mẫu danh sách “%s” không có; hãy chọn hoi, chi-hoi hoặc quy-hoach.", *r.layout)
	}
	r.Layout = app.Layouts[i].Layout
	if *r.unit != "" {
		unit, err := o.UnitByCode(ctx, r.AsOf, *r.unit)
		if err != nil {
			return err
		}
		r.Unit = unit.ID
	}
	if *r.term != "" {
		term, err := o.FindTerm(ctx, r.AsOf, *r.term)
		if err != nil {
			return err
		}
		r.Term = term.ID
	}
	return nil
}

// kindNamed is the kind of paper with a name, or the only one whose name begins with it: "bien-ban".
func kindNamed(name string) (string, bool) {
	found := ""
	for _, k := range reports.Kinds() {
		switch {
		case k.ID == name:
			return name, true
		case !strings.HasPrefix(k.ID, name+"-"):
		case found != "":
			return "", false
		default:
			found = k.ID
		}
	}
	return found, found != ""
}

// target checks the place to write to before any work is done.
func target(out string, endings ...string) error {
	if out == "" {
		return usagef("Thiếu nơi lưu: --out TỆP%s.", endings[0])
	}
	if !slices.Contains(endings, strings.ToLower(filepath.Ext(out))) {
		return usagef("Tệp “%s” phải có đuôi %s.", filepath.Base(out), strings.Join(endings, ", "))
	}
	return nil
}

// told prints, of a paper that was written without error, what is to be looked at and where it went.
func (c jobCall) told(title, out string, remarks []layout.Remark, err error) error {
	if err != nil {
		return err
	}
	for _, r := range remarks {
		fmt.Fprintf(c.out, "Lưu ý (%s): %s\n", r.Part, r.Text)
	}
	fmt.Fprintf(c.out, "Đã lưu “%s” vào “%s”.\n", title, out)
	return nil
}

// reportJob drafts a paper from the database.
func reportJob(ctx context.Context, c jobCall) error {
	if len(c.args) == 0 {
		return usagef("Thiếu loại văn bản; “cosohoi report --list” liệt kê các loại.")
	}
	name := c.args[0]
	c.args = c.args[1:]
	if name == "--list" || name == "-list" {
		return c.listReports()
	}
	if name == yearPlanKind {
		return yearPlanJob(ctx, c)
	}
	kind, known := kindNamed(name)
	if !known {
		return usagef("Không có loại văn bản “%s”; “cosohoi report --list” liệt kê các loại.", name)
	}
	r := c.request(kind)
	out := c.flags.String("out", "", "")
	if _, err := c.words(); err != nil {
		return err
	}
	if err := r.missing(); err != nil {
		return err
	}
	if err := target(*out, ".pdf", ".docx", ".md"); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		if err := r.fill(ctx, o); err != nil {
			return err
		}
		source, title, err := o.DraftPaper(ctx, r.PaperRequest, *r.number)
		if err != nil {
			return err
		}
		remarks, err := app.SaveSource(*out, source, title)
		return c.told(title, *out, remarks, err)
	})
}

func (c jobCall) listReports() error {
	if _, err := c.words(); err != nil {
		return err
	}
	for _, k := range reports.Kinds() {
		var flags []string
		for _, q := range app.Questions(k.ID) {
			flags = append(flags, "--"+string(q))
		}
		fmt.Fprintf(c.out, "%-26s %-38s %s\n", k.ID, k.Title, strings.Join(flags, " "))
	}
	return nil
}

// yearPlanKind names the calendar page of a year. It is drawn, not laid out, so that it is none of the kinds that are listed.
const yearPlanKind = "lich-kiem-tra"

// yearPlanJob draws the calendar page of the inspections of a year.
func yearPlanJob(ctx context.Context, c jobCall) error {
	year := c.flags.Int("year", 0, "")
	code := c.flags.String("unit", "", "")
	out := c.flags.String("out", "", "")
	asOf := c.date("as-of")
	if _, err := c.words(); err != nil {
		return err
	}
	if *year < 1900 || *year > 9999 {
		return usagef("Thiếu năm hoặc năm sai: --year 2024.")
	}
	if err := target(*out, ".pdf"); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		on := asOf.or(o.Today())
		var unit int64
		if *code != "" {
			found, err := o.UnitByCode(ctx, on, *code)
			if err != nil {
				return err
			}
			unit = found.ID
		}
		paper, err := o.YearPlanPaper(ctx, on, *year, unit)
		if err == nil {
			err = app.SavePaper(*out, paper)
		}
		return c.told(paper.Title, *out, nil, err)
	})
}

// composeJob makes a paper of a file in the text form. It needs no database.
func composeJob(_ context.Context, c jobCall) error {
	out := c.flags.String("out", "", "")
	words, err := c.words("tệp văn bản dạng chữ (.md)")
	if err != nil {
		return err
	}
	if err := target(*out, ".pdf", ".docx"); err != nil {
		return err
	}
	text, err := readText(words[0])
	if err != nil {
		return err
	}
	source, title, err := app.ReadDocument(text)
	if err != nil {
		return err
	}
	remarks, err := app.SaveSource(*out, source, title)
	return c.told(title, *out, remarks, err)
}

func readText(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", app.Problem("Không tìm thấy tệp “%s”; hãy kiểm tra lại đường dẫn.", path)
	case err == nil && info.IsDir():
		return "", app.Problem("“%s” là thư mục; hãy chọn một tệp văn bản dạng chữ.", path)
	case err == nil && info.Size() > maximalSource:
		return "", app.Problem("Tệp “%s” lớn hơn %d MB nên không phải văn bản dạng chữ; hãy chọn tệp khác.", path, maximalSource>>20)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return "", app.Problem("Không đọc được tệp “%s”; hãy kiểm tra quyền đọc tệp.", path)
	}
	return string(content), nil
}

// registerJob prints the register of outgoing documents of a year, or writes it as an Excel file.
func registerJob(ctx context.Context, c jobCall) error {
	year := c.flags.Int("year", 0, "")
	series := c.flags.String("series", "", "")
	out := c.flags.String("out", "", "")
	if _, err := c.words(); err != nil {
		return err
	}
	if *year < 1900 || *year > 9999 {
		return usagef("Thiếu năm của sổ hoặc năm sai: --year 2023.")
	}
	if err := target(*out, ".pdf", ".docx", ".xlsx"); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		if strings.EqualFold(filepath.Ext(*out), ".xlsx") {
			return c.told(fmt.Sprintf("Sổ đăng ký văn bản đi năm %d", *year), *out, nil, o.SaveRegisterWorkbook(ctx, *out, *year))
		}
		document, title, err := o.RegisterDocument(ctx, *year, *series)
		if err != nil {
			return err
		}
		remarks, err := app.SaveDocument(*out, document, title)
		return c.told(title, *out, remarks, err)
	})
}

// orgChartJob draws the chart of a unit on a day.
func orgChartJob(ctx context.Context, c jobCall) error {
	code := c.flags.String("unit", "", "")
	asOf := c.date("as-of")
	out := c.flags.String("out", "", "")
	if _, err := c.words(); err != nil {
		return err
	}
	if err := target(*out, ".pdf"); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		on, unit := asOf.or(o.Today()), int64(0)
		if *code != "" {
			u, err := o.UnitByCode(ctx, on, *code)
			if err != nil {
				return err
			}
			unit = u.ID
		}
		paper, err := o.OrgChartPaper(ctx, on, unit)
		if err != nil {
			return err
		}
		return c.told(paper.Title, *out, paper.Remarks, app.SavePaper(*out, paper))
	})
}
