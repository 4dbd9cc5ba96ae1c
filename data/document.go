package data

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindDocument is the kind of Document records.
const KindDocument Kind = "document"

// DocumentState is where a document stands between writing and register.
type DocumentState string

// The states of a document, in the order in which it goes through them; there is no way back.
const (
	DocumentDraft     DocumentState = "draft"
	DocumentIssued    DocumentState = "issued"
	DocumentCancelled DocumentState = "cancelled"
)

// highestNumber is more than any office issues in a year; what lies above was mistyped.
const highestNumber = 99999

// Document is a paper of the office, from the first draft to its line in the register of outgoing documents (sổ đăng ký văn
// bản đi, Nghị định 30/2020/NĐ-CP, Phụ lục IV).
type Document struct {
	Base
	// Paper is the kind of paper that the program makes, "bao-cao-6-thang"; "" was made outside and recorded by hand.
	Paper string
	// Title is the name in lists; an empty one takes the Summary.
	Title string
	// Year is that of IssuedOn or, until it has one, the year to which the draft belongs.
	Year  int
	State DocumentState
	// Source is the text form as it was edited, Generated as it came from the database at RefreshedOn, Request (JSON)
	// what was asked of it then.
	Source, Generated, Request string
	RefreshedOn                time.Time
	// Series is "" where one series of numbers serves all types, otherwise the abbreviation of the type.
	Series string
	// Number is 0 until it is drawn.
	Number     int
	Symbol     string // "BC-BTV"
	IssuedOn   day.Date
	TypeName   string // "Báo cáo"; "" is a công văn
	Summary    string
	Signer     string
	Recipients string
	Keeper     string // đơn vị giữ bản lưu
	Copies     int
	SentOn     day.Date
	Receipt    string
	Note       string
	SearchKey  string `json:"-"`
}

func (*Document) kind() Kind { return KindDocument }
func (d *Document) prepare() error {
	for _, text := range []*string{&d.Paper, &d.Title, &d.Series, &d.Symbol, &d.TypeName, &d.Signer, &d.Keeper} {
		*text = vietnamese.Clean(*text)
	}
	for _, text := range []*string{&d.Summary, &d.Recipients, &d.Receipt, &d.Note} {
		*text = vietnamese.CleanLines(*text)
	}
	for _, text := range []*string{&d.Source, &d.Generated} {
		*text = vietnamese.CleanSource(*text)
	}
	if d.Title == "" {
		d.Title = vietnamese.Clean(d.Summary)
	}
	if !d.IssuedOn.IsZero() {
		d.Year = d.IssuedOn.Year
	}
	d.RefreshedOn = d.RefreshedOn.UTC().Truncate(time.Second)
	// The number stands there twice, since "5" is not how "05" begins.
	d.SearchKey = vietnamese.SearchKey(fmt.Sprintf("%s %s %s %s %d", d.Title, d.TypeName, d.Summary, d.Reference(), d.Number))
	return d.complain()
}

// complain names what is wrong with the fields of a document.
func (d *Document) complain() error {
	switch {
	case d.Title == "":
		return Faultf(nil, "Văn bản chưa có tên; hãy gõ tên hoặc trích yếu nội dung.")
	case d.Year < 1 || d.Year > 9999:
		return Faultf(nil, "Văn bản “%s” chưa có năm; hãy gõ ngày văn bản hoặc chọn năm.", d.Title)
	case d.Number < 0 || d.Number > highestNumber:
		return Faultf(nil, "Số văn bản %d không hợp lệ; hãy gõ số từ 1 đến %d.", d.Number, highestNumber)
	case d.Copies < 0:
		return Faultf(nil, "Số lượng bản %d không hợp lệ; hãy gõ số từ 0 trở lên.", d.Copies)
	case !d.SentOn.IsZero() && !d.SentOn.IsFull():
		return Faultf(nil, "Ngày chuyển cần đủ ngày, tháng, năm; hãy gõ như 04/07/2023.")
	case d.State == DocumentDraft:
		return nil
	case !d.IssuedOn.IsFull():
		return Faultf(nil, "Văn bản “%s” phát hành cần đủ ngày, tháng, năm; hãy gõ như 04/07/2023.", d.Title)
	case d.Number == 0 || d.Symbol == "":
		return Faultf(nil, "Văn bản “%s” phát hành cần có số và ký hiệu; hãy gõ như 12 và BC-BTV.", d.Title)
	case d.State == DocumentCancelled && d.Note == "":
		return Faultf(nil, "Văn bản số %s bị hủy cần có lý do; hãy gõ lý do vào ghi chú.", d.Reference())
	}
	return nil
}

// allow keeps an issued document as it was issued and a number with its first holder.
func (d *Document) allow(t *Tx, stored Record, action string) error {
	if stored != nil {
		if err := d.allowAfter(stored.(*Document), action); err != nil {
			return err
		}
	}
	if d.Number == 0 || action == actionRemove {
		return nil
	}
	var holder DocumentRow
	err := t.db.Table("documents").Select(documentRowColumns).
		Where("deleted_at IS NULL AND id <> ? AND year = ? AND number = ? AND (series = ? OR (symbol = ? AND symbol <> ''))", d.ID, d.Year, d.Number, d.Series, d.Symbol).
		Order("id").Take(&holder).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("holder of number %s: %w", d.Reference(), err)
	}
	cause := fmt.Errorf("document %d: number held by %d", d.ID, holder.ID)
	if action == actionRestore { // no other number can be chosen in the bin
		return Faultf(cause, "Bản nháp “%s” giữ số %s năm %d, nay đã cấp cho văn bản “%s”, nên không khôi phục được; hãy soạn văn bản mới.", d.Title, holder.Reference(), holder.Year, holder.Title)
	}
	return Faultf(cause, "Số %s năm %d đã cấp cho văn bản “%s”; hãy chọn số khác.", holder.Reference(), holder.Year, holder.Title)
}

// allowAfter says what may become of a document as it is stored.
func (d *Document) allowAfter(was *Document, action string) error {
	if was.State == DocumentDraft {
		switch {
		case action == actionAmend && d.State != DocumentDraft:
			return Faultf(nil, "Việc phát hành văn bản “%s” phải được ghi riêng trong nhật ký; hãy phát hành lại.", was.Title)
		case d.State == DocumentCancelled:
			return Faultf(nil, "Văn bản “%s” chưa phát hành nên không hủy được; hãy xóa bản nháp.", was.Title)
		}
		return nil
	}
	switch {
	case action == actionRemove:
		return Faultf(nil, "Văn bản số %s đã vào sổ nên không xóa được; hãy hủy văn bản và ghi lý do.", was.Reference())
	case action == actionAmend:
		return Faultf(nil, "Văn bản số %s đã phát hành nên không soạn tiếp được; hãy làm văn bản mới.", was.Reference())
	case was.State == DocumentCancelled && d.State != DocumentCancelled:
		return Faultf(nil, "Văn bản số %s đã hủy, không dùng lại được; hãy làm văn bản mới với số khác.", was.Reference())
	case d.State == DocumentDraft:
		return Faultf(nil, "Văn bản số %s đã phát hành, không trở lại bản nháp được; hãy hủy văn bản và làm văn bản mới.", was.Reference())
	case d.frozen() != was.frozen():
		return Faultf(nil, "Văn bản số %s đã phát hành nên nội dung, số, ký hiệu và ngày không sửa được; hãy hủy văn bản và làm văn bản mới.", was.Reference())
	}
	return nil
}

// frozenFields are what stays of a document once it is issued; the trigger documents_frozen names the same.
type frozenFields struct {
	paper, source, generated, request, series, symbol string
	year, number                                      int
	issuedOn                                          day.Date
	refreshedOn                                       int64
}

func (d *Document) frozen() frozenFields {
	return frozenFields{d.Paper, d.Source, d.Generated, d.Request, d.Series, d.Symbol, d.Year, d.Number, d.IssuedOn, d.RefreshedOn.Unix()}
}

// Reference gives number and symbol as papers print them: "05/BC-BTV"; "" without a number.
func (d *Document) Reference() string { return reference(d.Number, d.Symbol) }

// reference joins number and symbol (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3): numbers below 10 have a leading zero.
func reference(number int, symbol string) string {
	switch {
	case number == 0:
		return ""
	case symbol == "":
		return fmt.Sprintf("%02d", number)
	}
	return fmt.Sprintf("%02d/%s", number, symbol)
}

// DocumentRow is a document in a list or the register, without its texts.
type DocumentRow struct {
	ID      int64
	Version int64
	// UpdatedAt of a removed one is when it was removed.
	UpdatedAt   time.Time
	Paper       string
	Title       string
	Year        int
	State       DocumentState
	RefreshedOn time.Time
	Series      string
	Number      int
	Symbol      string
	IssuedOn    day.Date
	TypeName    string
	Summary     string
	Signer      string
	Recipients  string
	Keeper      string
	Copies      int
	SentOn      day.Date
	Receipt     string
	Note        string
}

const documentRowColumns = "id, version, updated_at, paper, title, year, state, refreshed_on, series, number, symbol, issued_on, type_name, summary, signer, recipients, keeper, copies, sent_on, receipt, note"

// Reference gives number and symbol as papers print them.
func (d DocumentRow) Reference() string { return reference(d.Number, d.Symbol) }

// DocumentFilter narrows a list of documents; zero fields do not.
type DocumentFilter struct {
	Year  int
	State DocumentState
	Paper string
	// Search is matched by the beginnings of words in title, summary and number, without tone marks.
	Search string
	// Removed asks for the drafts in the recycle bin instead of all others.
	Removed bool
}

// documentOrder puts the drafts first, the last edited on top, then the register, the last issued on top.
const documentOrder = "CASE WHEN state = 'draft' THEN 0 ELSE 1 END, CASE WHEN state = 'draft' THEN updated_at END DESC, issued_on DESC, number DESC, id DESC"

// Documents lists a page of documents and tells how many there are in all: the drafts first, the last edited on top, then
// those of the register, the last issued on top; of the recycle bin the last removed on top. Limit 0 lists all.
func (r Reader) Documents(ctx context.Context, f DocumentFilter, offset, limit int) ([]DocumentRow, int, error) {
	bin := "deleted_at IS NULL"
	order := documentOrder
	if f.Removed {
		bin, order = "deleted_at IS NOT NULL", "deleted_at DESC, id DESC"
	}
	db := r.db.WithContext(ctx).Table("documents").Where(bin)
	if f.Year != 0 {
		db = db.Where("year = ?", f.Year)
	}
	if f.State != "" {
		db = db.Where("state = ?", f.State)
	}
	if f.Paper != "" {
		db = db.Where("paper = ?", f.Paper)
	}
	for _, pattern := range likePatterns(f.Search) {
		db = db.Where("' ' || search_key LIKE ?", pattern)
	}
	db = db.Session(&gorm.Session{}) // both questions below start from here
	var n int64
	if err := db.Count(&n).Error; err != nil {
		return nil, 0, r.fail(err, "count documents")
	}
	page := db.Select(documentRowColumns).Order(order)
	if limit > 0 {
		page = page.Limit(limit).Offset(offset)
	}
	var rows []DocumentRow
	return rows, int(n), r.fail(page.Find(&rows).Error, "list documents")
}

// DocumentTie is why a document stands in the list of those about a unit.
type DocumentTie string

// The ties of a document to a unit, the closest first.
const (
	TiedByUnit      DocumentTie = "unit"      // it was asked for about the unit
	TiedByVisit     DocumentTie = "visit"     // about an inspection of it
	TiedByRecipient DocumentTie = "recipient" // it was sent there
)

// TiedDocument is a document with its tie to a unit.
type TiedDocument struct {
	DocumentRow
	Tie DocumentTie
}

// DocumentsAbout lists the drafts and documents about a unit, about a visit to it, or sent to one of names, in the order of Documents.
func (r Reader) DocumentsAbout(ctx context.Context, unit int64, names []string) ([]TiedDocument, error) {
	sent, args := "0", []any{unit, unit}
	for _, name := range names {
		sent += " OR " + documentSentTo
		ends, aside := sentTo(name)
		args = append(args, ends, aside)
	}
	var rows []TiedDocument
	err := r.db.WithContext(ctx).Raw("SELECT * FROM (SELECT "+documentRowColumns+", CASE WHEN "+documentUnit+" = ? THEN 'unit' WHEN "+documentVisit+
		" IN (SELECT id FROM visits WHERE unit_id = ?) THEN 'visit' WHEN "+sent+" THEN 'recipient' END AS tie FROM documents WHERE deleted_at IS NULL) WHERE tie IS NOT NULL ORDER BY "+documentOrder,
		args...).Scan(&rows).Error
	return rows, r.fail(err, "documents about unit %d", unit)
}

// DocumentByID returns one document with its texts; ErrNotFound when it is not there.
func (r Reader) DocumentByID(ctx context.Context, id int64) (Document, error) {
	return take[Document](ctx, r, id)
}

// DocumentYears lists the years that have documents, the latest first.
func (r Reader) DocumentYears(ctx context.Context) ([]int, error) {
	var years []int
	err := r.db.WithContext(ctx).Table("documents").Where("deleted_at IS NULL").Distinct().Order("year DESC").Pluck("year", &years).Error
	return years, r.fail(err, "years of documents")
}
