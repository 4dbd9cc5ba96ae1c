package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// lettersSeries is the series of công văn where each type has its own; their symbol names no type.
const lettersSeries = "CV"

// SeriesRule tells how the office draws numbers.
func (o *Office) SeriesRule(ctx context.Context) (data.SeriesRule, error) {
	return data.SeriesChoice.Of(ctx, o.db.Reader)
}

// ChooseSeriesRule changes how numbers are drawn from now on.
func (o *Office) ChooseSeriesRule(ctx context.Context, rule data.SeriesRule) error {
	_, err := o.db.Write(ctx, "Đổi cách cấp số văn bản", func(tx *data.Tx) error { return data.SeriesChoice.Choose(ctx, tx, rule) })
	return err
}

// seriesOf is the series from which a document of a type draws its number.
func seriesOf(rule data.SeriesRule, kind, symbol string) string {
	if rule == data.OneSeries {
		return ""
	}
	if strings.TrimSpace(kind) == "" {
		return lettersSeries
	}
	abbreviation, _, _ := strings.Cut(symbol, "-")
	return abbreviation
}

// Numbering is what the register offers to a document.
type Numbering struct {
	Next int
	Gaps []int // numbers below it that no document holds
	// After is the date of the last document of the series; a new one with an earlier date would stand out of order.
	After day.Date
}

// NumberFor tells which number a document with a kind ("BÁO CÁO", "" a công văn) and symbol would get in a year.
func (o *Office) NumberFor(ctx context.Context, kind, symbol string, year int) (Numbering, error) {
	rule, err := o.SeriesRule(ctx)
	if err != nil {
		return Numbering{}, err
	}
	series := seriesOf(rule, kind, symbol)
	var n Numbering
	if n.Next, n.Gaps, err = o.db.NextNumber(ctx, year, series); err != nil {
		return Numbering{}, err
	}
	rows, err := o.db.RegisterRows(ctx, year, series)
	if err != nil {
		return Numbering{}, err
	}
	for _, r := range rows {
		if r.IssuedOn.After(n.After) {
			n.After = r.IssuedOn
		}
	}
	return n, nil
}

// checkNumber refuses a number that the register of a year has given to another document.
func (o *Office) checkNumber(ctx context.Context, h compose.Head, year int) error {
	if h.Number < 0 {
		return Problem("Số văn bản %d không hợp lệ; hãy gõ số từ 1 trở lên.", h.Number)
	}
	rule, err := o.SeriesRule(ctx)
	if err != nil {
		return err
	}
	series := seriesOf(rule, h.Kind, h.Symbol)
	rows, err := o.db.RegisterRows(ctx, year, series)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Number == h.Number {
			return Problem("Số %s năm %d đã cấp cho văn bản “%s”; hãy chọn số khác.", r.Reference(), year, r.Title)
		}
	}
	return nil
}

// Issuing is how a draft goes out.
type Issuing struct {
	Date day.Date
	// Number 0 takes the next one of the series.
	Number int
	Copies int
	Keeper string // who keeps the copy on file
	// DespiteRemarks issues although remarks say that something is against the form.
	DespiteRemarks bool
}

// Issue gives a draft its number and date and freezes it: the PDF is kept byte by byte and printed again from there. A notice and a conclusion
// of an inspection are the step of its visits in the same write.
func (o *Office) Issue(ctx context.Context, d Document, i Issuing) (Document, error) {
	source := d.Draft
	head := &source.Head
	switch {
	case head.Symbol == "":
		return d, Problem("Văn bản “%s” không có ký hiệu nên không vào sổ; hãy ghi ký hiệu trong thẻ Thể thức, ví dụ BC-BTV.", d.Title)
	case !i.Date.IsFull():
		return d, Problem("Hãy gõ đủ ngày, tháng, năm của văn bản, ví dụ 04/07/2023.")
	case head.Issuer == "":
		return d, Problem("Văn bản “%s” chưa có cơ quan ban hành; hãy ghi ở thẻ Thể thức.", d.Title)
	case head.Signer == nil && len(head.Signers) == 0:
		return d, Problem("Văn bản “%s” chưa có người ký; hãy ghi ở thẻ Nơi nhận, ký.", d.Title)
	case strings.TrimSpace(source.Body) == "":
		return d, Problem("Văn bản “%s” chưa có nội dung; hãy soạn ở thẻ Nội dung.", d.Title)
	}
	rule, err := o.SeriesRule(ctx)
	if err != nil {
		return d, err
	}
	visits, err := o.announced(ctx, d.Document)
	if err != nil {
		return d, err
	}
	stored := d.Document
	_, err = o.db.Write(ctx, "Ban hành văn bản: "+d.Title, func(tx *data.Tx) error {
		stored.Series = seriesOf(rule, head.Kind, head.Symbol)
		if stored.Number = i.Number; stored.Number == 0 {
			if stored.Number, _, err = tx.NextNumber(ctx, i.Date.Year, stored.Series); err != nil {
				return err
			}
		}
		head.Number, head.Date, head.Year, head.Copies = stored.Number, i.Date.ISO(), 0, i.Copies
		document, err := source.Document()
		if err != nil {
			return err
		}
		if remarks := layout.Lint(document); Wrong(remarks) && !i.DespiteRemarks {
			return Problem("Văn bản “%s” chưa đúng thể thức: %s", d.Title, firstWrong(remarks))
		}
		paper, err := NewPaper(document, d.Title)
		if err != nil {
			return err
		}
		pages, err := layout.Pages(document)
		if err != nil {
			return err
		}
		describe(&stored, source.Head)
		stored.IssuedOn, stored.Source, stored.Copies = i.Date, source.String(), i.Copies
		if i.Keeper != "" {
			stored.Keeper = i.Keeper
		}
		name := FileName(stored.Reference()+" "+d.Title) + ".pdf"
		if err := tx.Issue(&stored, &data.DocumentFile{Name: name, Pages: pages, PDF: paper.PDF}); err != nil {
			return err
		}
		return takeSteps(tx, visits, stored.Paper, i.Date)
	})
	if err != nil {
		return d, err
	}
	return opened(stored)
}

func firstWrong(remarks []layout.Remark) string {
	for _, r := range remarks {
		if r.Wrong {
			return r.Text
		}
	}
	return ""
}

// IssuedPaper returns an issued document as it was printed, byte by byte.
func (o *Office) IssuedPaper(ctx context.Context, id int64) (Paper, error) {
	d, err := o.db.DocumentByID(ctx, id)
	if err != nil {
		return Paper{}, err
	}
	file, err := o.db.DocumentFileOf(ctx, id)
	if errors.Is(err, data.ErrNotFound) {
		return Paper{}, Problem("Văn bản số %s được ghi vào sổ từ bên ngoài nên chương trình không giữ bản in.", d.Reference())
	}
	if err != nil {
		return Paper{}, err
	}
	return Paper{Title: d.Title, FileName: file.Name, PDF: file.PDF}, nil
}

// CancelDocument cancels an issued document; its number stays used and its line stays in the register with the reason. Steps of
// visits that it was stay, see StepsOnPaper.
func (o *Office) CancelDocument(ctx context.Context, d data.Document, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return Problem("Hãy gõ lý do hủy văn bản số %s.", d.Reference())
	}
	_, err := o.db.Write(ctx, "Hủy văn bản số "+d.Reference(), func(tx *data.Tx) error {
		d.State = data.DocumentCancelled
		d.Note = strings.TrimSpace(strings.Join([]string{d.Note, "Hủy: " + reason}, "\n"))
		return tx.Update(&d)
	})
	return err
}

// RecordDocument enters into the register a document that was made outside the program, or corrects what the register says of
// any document beside number and date.
func (o *Office) RecordDocument(ctx context.Context, d data.Document) error {
	if d.ID != 0 {
		_, err := o.db.Write(ctx, "Sửa sổ văn bản đi: số "+d.Reference(), func(tx *data.Tx) error { return tx.Update(&d) })
		return err
	}
	rule, err := o.SeriesRule(ctx)
	if err != nil {
		return err
	}
	d.State, d.Series = data.DocumentIssued, seriesOf(rule, d.TypeName, d.Symbol)
	if d.Title == "" {
		d.Title = strings.TrimSpace(fmt.Sprintf("%s %s", d.TypeName, strings.Join(strings.Fields(d.Summary), " ")))
	}
	_, err = o.db.Write(ctx, "Ghi văn bản vào sổ: "+d.Title, func(tx *data.Tx) error { return tx.Insert(&d) })
	return err
}

// IssuedFile describes the file of an issued document: name, pages and SHA-256.
func (o *Office) IssuedFile(ctx context.Context, id int64) (data.DocumentFile, error) {
	return o.db.DocumentFileOf(ctx, id)
}
