package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
	"cosohoi/reports/layout"
)

// Paper is a finished document.
type Paper struct {
	Title string
	// FileName is a name without folder that says what is inside: "bao-cao-kiem-tra-6-thang-dau-nam-2023.pdf".
	FileName string
	PDF      []byte
	// Warnings are Vietnamese sentences about what the office should look at before printing.
	Warnings []string
}

// SavePaper writes a paper to a file, whole or not at all.
func SavePaper(path string, p Paper) error { return reports.WriteFile(path, p.PDF) }

// Period is the part of a year that a report covers.
type Period string

// The periods of the report on inspections (plan 77/KH-BCH, IV.2: "định kỳ 6 tháng, 01 năm").
const (
	FirstHalf Period = "6m"
	WholeYear Period = "year"
)

// affiliatesName is the row of the affiliates in a table by district.
const affiliatesName = "Các đơn vị trực thuộc"

// InspectionOptions say which report on inspections is wanted. Date is the date of the paper, whose letterhead it carries; the
// zero Date leaves day and month to be written by hand. AsOf is the day up to which visits count.
type InspectionOptions struct {
	Year   int
	Period Period
	AsOf   day.Date
	Date   day.Date
	Number int
}

// InspectionPaper makes the report on the inspections whose period ends in the first half of a year, or in the year.
func (o *Office) InspectionPaper(ctx context.Context, options InspectionOptions) (Paper, error) {
	from, to := day.Of(options.Year, 1, 1), day.Of(options.Year, 12, 31)
	period := fmt.Sprintf("năm %d", options.Year)
	switch options.Period {
	case FirstHalf:
		to = day.Of(options.Year, 6, 30)
		period = fmt.Sprintf("6 tháng đầu năm %d", options.Year)
	case WholeYear:
	default:
		return Paper{}, Problem("Kỳ báo cáo “%s” không có; hãy chọn 6m (6 tháng đầu năm) hoặc year (cả năm).", options.Period)
	}
	letterhead, basis, err := o.letterheadOn(ctx, options.Date, options.AsOf)
	if err != nil {
		return Paper{}, err
	}
	term, ok, err := o.TermOn(ctx, to)
	if err != nil {
		return Paper{}, err
	}
	if !ok || to.Before(term.FirstDay) || from.After(term.LastDay) {
		return Paper{}, Problem("Không có nhiệm kỳ nào gồm %s nên chưa có đợt kiểm tra để báo cáo; hãy thêm nhiệm kỳ trong Cài đặt.", period)
	}
	all, err := o.db.Rounds(ctx, term.ID)
	if err != nil {
		return Paper{}, err
	}
	rounds := slices.DeleteFunc(all, func(r data.Round) bool { return r.PeriodTo.Before(from) || r.PeriodTo.After(to) })
	visits, err := o.VisitsOf(ctx, options.AsOf, rounds)
	if err != nil {
		return Paper{}, err
	}
	report := reports.InspectionReport{
		Letterhead: letterhead, Number: options.Number, Date: options.Date.Time(), Basis: basis,
		Period: period, From: from.Time(), To: to.Time(), AsOf: options.AsOf.Time(), Term: term.Name,
	}
	fillInspections(&report, rounds, visits)
	title := "Báo cáo kết quả kiểm tra, giám sát " + period
	return finish(report.Document(), title)
}

// fillInspections puts rounds and visits into the report: a row for each district in the order of its first
// visit, the affiliates in one row at the end.
func fillInspections(report *reports.InspectionReport, rounds []data.Round, visits []VisitRow) {
	column := map[int64]int{}
	for i, r := range rounds {
		column[r.ID] = i
		report.Rounds = append(report.Rounds, reports.ReportRound{Name: r.Name, From: r.PeriodFrom.Time(), To: r.PeriodTo.Time(), Due: r.DueOn.Time()})
	}
	rows := map[string][]reports.ReportTally{}
	var names []string
	for _, v := range visits {
		name := districtRow(v)
		if rows[name] == nil {
			rows[name] = make([]reports.ReportTally, len(rounds))
			names = append(names, name)
		}
		tally := &rows[name][column[v.RoundID]]
		tally.Owed++
		switch v.State {
		case Done:
			tally.Done++
			if v.Note != "" {
				report.Notes = append(report.Notes, reports.ReportNote{Unit: UnionName(v.Unit, false), Date: v.DoneOn.Time(), Leader: v.LeaderName(), Note: strings.ReplaceAll(v.Note, "\n", " ")})
			}
		case Overdue:
			tally.Late++
			report.Late = append(report.Late, reports.ReportLate{Unit: UnionName(v.Unit, false), District: name, Round: v.Round, Planned: v.PlannedOn.Time()})
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if (a == affiliatesName) != (b == affiliatesName) {
			if a == affiliatesName {
				return 1
			}
			return -1
		}
		return strings.Compare(vietnamese.SortKey(a), vietnamese.SortKey(b))
	})
	for _, name := range names {
		report.Districts = append(report.Districts, reports.ReportDistrict{Name: name, Tallies: rows[name]})
	}
}

// districtRow names the row of a visit: its district, or that of the district itself. Communes directly
// under the province stand under its name.
func districtRow(v VisitRow) string {
	switch v.Unit.Level {
	case data.Affiliate:
		return affiliatesName
	case data.District:
		return v.Unit.Label()
	}
	return v.District
}

// CadreListOptions say which list of cadres is wanted: those with a post in the unit or below it on a day.
// Sensitive prints ethnic group, religion and Party dates too; the asking is noted in the audit.
type CadreListOptions struct {
	Unit      int64
	On        day.Date
	Date      day.Date
	Sensitive bool
}

// CadreListPaper makes the "Danh sách trích ngang cán bộ" of a unit. Seconds for a whole province.
func (o *Office) CadreListPaper(ctx context.Context, options CadreListOptions) (Paper, error) {
	unit, err := o.db.UnitOn(ctx, options.On, options.Unit)
	if err != nil {
		return Paper{}, err
	}
	letterhead, _, err := o.letterheadOn(ctx, options.Date, options.On)
	if err != nil {
		return Paper{}, err
	}
	if options.Sensitive {
		_, err := o.db.Write(ctx, "In danh sách trích ngang có dữ liệu nhạy cảm: "+UnionName(unit, false), func(tx *data.Tx) error {
			return tx.NoteReading(data.KindUnit, unit.ID)
		})
		if err != nil {
			return Paper{}, err
		}
	}
	list := reports.CadreList{Letterhead: letterhead, Unit: UnionName(unit, true), AsOf: options.On.Time(), Date: options.Date.Time(), Sensitive: options.Sensitive}
	if unit.Level == data.Branch || unit.Level == data.Group {
		above, err := o.above(ctx, options.On, unit.ID)
		if err != nil {
			return Paper{}, err
		}
		list.Unit = unit.Label() + ", " + above
	}
	if list.Rows, err = o.cadreListRows(ctx, options); err != nil {
		return Paper{}, err
	}
	return finish(list.Document(), "Danh sách trích ngang cán bộ "+list.Unit)
}

// cadreListRows collects the rows a page at a time; a cadre with several posts stands once, under the highest.
func (o *Office) cadreListRows(ctx context.Context, options CadreListOptions) ([]reports.CadreRow, error) {
	const page = 1000
	var rows []reports.CadreRow
	at := map[int64]int{}
	for offset := 0; ; offset += page {
		posts, err := o.db.PostsBelow(ctx, options.On, options.Unit, page, offset)
		if err != nil {
			return nil, err
		}
		var ids []int64
		for _, p := range posts {
			if _, known := at[p.CadreID]; !known {
				ids = append(ids, p.CadreID)
			}
		}
		cadres, err := o.db.CadresByID(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, p := range posts {
			post := PostTitle(p)
			if i, known := at[p.CadreID]; known {
				rows[i].Post += "; " + post
				continue
			}
			at[p.CadreID] = len(rows)
			rows = append(rows, cadreListRow(cadres[p.CadreID], post))
		}
		if len(posts) < page {
			return rows, nil
		}
	}
}

func cadreListRow(c data.Cadre, post string) reports.CadreRow {
	return reports.CadreRow{
		Name: c.FullName, Birth: c.Birth.Official(), Female: c.Female, Native: c.NativePlace,
		Ethnic: c.Ethnic, Religion: c.Religion, Post: post,
		PartyProbation: c.PartyProbationOn.Official(), PartyOfficial: c.PartyOfficialOn.Official(),
		Education: c.Education, Specialty: c.Specialty, Politics: politicsAbbreviation(c.Politics), Since: c.UnionSince.Official(),
	}
}

// politicsAbbreviation shortens the levels of political theory as lists do: SC, TC, CC, CN.
func politicsAbbreviation(level string) string {
	switch strings.ToLower(level) {
	case "sơ cấp":
		return "SC"
	case "trung cấp":
		return "TC"
	case "cao cấp":
		return "CC"
	case "cử nhân":
		return "CN"
	}
	return level
}

// finish draws a document and looks for characters that the font lacks.
func finish(document layout.Document, title string) (Paper, error) {
	pdf, err := layout.PDF(document)
	if err != nil {
		return Paper{}, fmt.Errorf("paper %q: %w", title, err)
	}
	missing, err := layout.Missing(document)
	if err != nil {
		return Paper{}, fmt.Errorf("paper %q: %w", title, err)
	}
	paper := Paper{Title: title, FileName: fileName(title) + ".pdf", PDF: pdf}
	for _, character := range missing {
		paper.Warnings = append(paper.Warnings, "Phông chữ không có ký tự "+character+" nên chỗ đó in ra trống; hãy thay bằng ký tự khác.")
	}
	return paper, nil
}

// fileName turns a title into a name that every file system and mail program takes.
func fileName(title string) string {
	return strings.ReplaceAll(vietnamese.SearchKey(title), " ", "-")
}
