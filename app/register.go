package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/exchange"
	"cosohoi/reports"
	"cosohoi/reports/layout"
)

// RegisterOf lists the register of outgoing documents of a year and series ("": the one series) by number.
func (o *Office) RegisterOf(ctx context.Context, year int, series string) ([]data.DocumentRow, error) {
	return o.db.RegisterRows(ctx, year, series)
}

// RegisterSeries lists the series that the register of a year holds, and always the ones in use.
func (o *Office) RegisterSeries(ctx context.Context, year int) ([]string, error) {
	series, err := o.db.RegisterSeries(ctx, year)
	if err == nil && len(series) == 0 {
		series = []string{""}
	}
	return series, err
}

// SeriesName names a series in lists: "Một sổ chung", or the type that it holds.
func SeriesName(series string, rows []data.DocumentRow) string {
	switch {
	case series == "":
		return "Một sổ chung"
	case series == lettersSeries:
		return "Công văn"
	case len(rows) > 0 && rows[0].TypeName != "":
		return rows[0].TypeName
	}
	return series
}

// RegisterDocument is the register of a year as it is printed (Nghị định 30/2020/NĐ-CP, Phụ lục IV).
func (o *Office) RegisterDocument(ctx context.Context, year int, series string) (layout.Document, string, error) {
	rows, err := o.db.RegisterRows(ctx, year, series)
	if err != nil {
		return layout.Document{}, "", err
	}
	on := day.Of(year, 12, 31)
	if today := o.Today(); today.Before(on) {
		on = today
	}
	letterhead, _, err := o.letterheadOn(ctx, on, on, "")
	if err != nil {
		return layout.Document{}, "", err
	}
	register := reports.Register{Letterhead: letterhead, Year: year}
	if series != "" {
		register.Series = SeriesName(series, rows)
	}
	for _, r := range rows {
		register.Rows = append(register.Rows, reports.RegisterRow{
			Number: r.Number, Symbol: r.Symbol, Date: r.IssuedOn.Time(), TypeName: r.TypeName, Summary: r.Summary, Signer: r.Signer,
			Recipients: strings.ReplaceAll(r.Recipients, "\n", "; "), Keeper: r.Keeper, Copies: r.Copies, Sent: r.SentOn.Time(),
			Receipt: r.Receipt, Note: r.Note, Cancelled: r.State == data.DocumentCancelled,
		})
	}
	return register.Document(), fmt.Sprintf("Sổ đăng ký văn bản đi năm %d", year), nil
}

// SaveRegisterWorkbook writes the register of a year as an Excel file with a sheet for each series.
func (o *Office) SaveRegisterWorkbook(ctx context.Context, path string, year int) error {
	all, err := o.RegisterSeries(ctx, year)
	if err != nil {
		return err
	}
	var sheets []exchange.Sheet
	for _, series := range all {
		rows, err := o.db.RegisterRows(ctx, year, series)
		if err != nil {
			return err
		}
		sheets = append(sheets, registerSheet(year, SeriesName(series, rows), rows))
	}
	content, err := exchange.Workbook(sheets...)
	if err != nil {
		return err
	}
	return reports.WriteFile(path, content)
}

func registerSheet(year int, name string, rows []data.DocumentRow) exchange.Sheet {
	s := exchange.Sheet{
		Name: name, Title: "SỔ ĐĂNG KÝ VĂN BẢN ĐI", Subtitle: fmt.Sprintf("Năm %d – %s", year, name),
		Columns: []exchange.Column{
			{Title: "Số", Kind: exchange.Number, Width: 6}, {Title: "Số, ký hiệu văn bản", Width: 16}, {Title: "Ngày tháng văn bản", Kind: exchange.Date},
			{Title: "Tên loại", Width: 14}, {Title: "Trích yếu nội dung văn bản", Width: 50}, {Title: "Người ký", Width: 20},
			{Title: "Nơi nhận văn bản", Width: 34}, {Title: "Đơn vị, người nhận bản lưu", Width: 16}, {Title: "Số lượng bản", Kind: exchange.Number},
			{Title: "Ngày chuyển", Kind: exchange.Date}, {Title: "Ký nhận", Width: 12}, {Title: "Trạng thái", Width: 10}, {Title: "Ghi chú", Width: 24},
		},
	}
	for _, r := range rows {
		kind, state := r.TypeName, "ban hành"
		if kind == "" {
			kind = "Công văn"
		}
		if r.State == data.DocumentCancelled {
			state = "đã hủy"
		}
		var copies, sent any
		if r.Copies > 0 {
			copies = r.Copies
		}
		if !r.SentOn.IsZero() {
			sent = r.SentOn
		}
		s.Rows = append(s.Rows, []any{
			r.Number, r.Reference(), r.IssuedOn, kind, strings.Join(strings.Fields(r.Summary), " "), r.Signer,
			strings.ReplaceAll(r.Recipients, "\n", "; "), r.Keeper, copies, sent, r.Receipt, state, r.Note,
		})
	}
	return s
}
