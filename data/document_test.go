package data

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cosohoi/data/day"
)

// draft is a report of which nothing is decided yet.
func draft(title string) Document {
	return Document{Paper: "bao-cao-6-thang", Title: title, Year: 2024, State: DocumentDraft, TypeName: "Báo cáo", Source: "I. KẾT QUẢ\n"}
}

// numbered is a document that came into the register, made outside the program.
func numbered(number int, symbol string, on day.Date) Document {
	return Document{Title: fmt.Sprintf("Văn bản %d", number), State: DocumentIssued, Number: number, Symbol: symbol, IssuedOn: on}
}

func store(t *testing.T, db *DB, r Record) {
	t.Helper()
	write(t, db, func(tx *Tx) error { return tx.Insert(r) })
}

// issue stores a report that the program made and issued.
func issue(t *testing.T, db *DB, number int) Document {
	t.Helper()
	d := draft(fmt.Sprintf("Báo cáo %d", number))
	d.RefreshedOn = testNow.Add(123 * time.Millisecond)
	store(t, db, &d)
	d.Number, d.Symbol, d.IssuedOn = number, "BC-BTV", testDay
	write(t, db, func(tx *Tx) error {
		return tx.Issue(&d, &DocumentFile{Name: "bao-cao.pdf", PDF: fmt.Appendf(nil, "%%PDF-1.4 số %d", number), Pages: 3})
	})
	return d
}

// refused tells what the user reads when a write is refused.
func refused(t *testing.T, db *DB, do func(*Tx) error) string {
	t.Helper()
	_, err := db.Write(background(), "Thử ghi", do)
	var fault *Fault
	if !errors.As(err, &fault) {
		t.Errorf("the write gives %v, want a Fault", err)
		return ""
	}
	return fault.Sentence
}

func TestADocumentKeepsWhatWasTyped(t *testing.T) {
	db, _ := fresh(t)
	d := draft("  Báo  cáo 6 tháng ")
	d.Source = "issuer: BAN THƯỜNG VỤ\r\nrecipients:\r\n  - Thường trực Ti\u0309nh ủy\x00\r\n\r\n"
	d.Summary, d.Recipients = "Kết quả\nkiểm tra", "Thường trực Tỉnh ủy\nLưu: VT"
	d.RefreshedOn, d.SentOn = testNow, day.Of(2024, 7, 2)
	store(t, db, &d)
	got, err := db.DocumentByID(background(), d.ID)
	fail(t, err)
	if want := "issuer: BAN THƯỜNG VỤ\nrecipients:\n  - Thường trực Tỉnh ủy\n\n"; got.Source != want {
		t.Errorf("the text form is %q, want %q: its blanks have a meaning", got.Source, want)
	}
	if got.Title != "Báo cáo 6 tháng" || got.Summary != d.Summary || got.Recipients != d.Recipients || got.SentOn != d.SentOn || !got.RefreshedOn.Equal(testNow) {
		t.Errorf("stored %+v", got)
	}
	changes := write(t, db, func(tx *Tx) error { return tx.Update(&got) })
	if !changes.Empty() {
		t.Error("a document that was only read and saved counts as changed")
	}
}

func TestWhatADocumentNeeds(t *testing.T) {
	db, _ := fresh(t)
	issued := numbered(5, "BC-BTV", testDay)
	for _, c := range []struct {
		name   string
		change func(*Document)
		says   string // "" is accepted
	}{
		{"an issued one with all", func(*Document) {}, ""},
		{"a title may come from the summary", func(d *Document) { d.Number, d.Title, d.Summary = 6, "", "Kết quả" }, ""},
		{"neither title nor summary", func(d *Document) { d.Title = " " }, "chưa có tên"},
		{"no day", func(d *Document) { d.IssuedOn, d.Year = day.Date{}, 2024 }, "cần đủ ngày, tháng, năm"},
		{"a month only", func(d *Document) { d.IssuedOn = day.Date{Year: 2024, Month: 7} }, "cần đủ ngày, tháng, năm"},
		{"no number", func(d *Document) { d.Number = 0 }, "cần có số và ký hiệu"},
		{"no symbol", func(d *Document) { d.Symbol = "" }, "cần có số và ký hiệu"},
		{"a mistyped number", func(d *Document) { d.Number = 2024001 }, "không hợp lệ"},
		{"a negative number", func(d *Document) { d.Number = -1 }, "không hợp lệ"},
		{"cancelled without a reason", func(d *Document) { d.State = DocumentCancelled }, "số 05/BC-BTV bị hủy cần có lý do"},
		{"a draft of no year", func(d *Document) { d.State, d.IssuedOn = DocumentDraft, day.Date{} }, "chưa có năm"},
		{"sent in a month", func(d *Document) { d.SentOn = day.Date{Year: 2024, Month: 7} }, "Ngày chuyển"},
		{"fewer than no copies", func(d *Document) { d.Copies = -2 }, "Số lượng bản"},
	} {
		d := issued
		c.change(&d)
		_, err := db.Write(background(), "Thử ghi", func(tx *Tx) error { return tx.Insert(&d) })
		if c.says == "" {
			if err != nil || d.Year != 2024 {
				t.Errorf("%s: year %d, %v; want the year of its day", c.name, d.Year, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

func TestANumberIsDrawnOnce(t *testing.T) {
	db, _ := fresh(t)
	first := numbered(12, "BC-BTV", testDay)
	first.Title = "Báo cáo công tác Hội"
	store(t, db, &first)
	const taken = "Số 12/BC-BTV năm 2024 đã cấp cho văn bản “Báo cáo công tác Hội”; hãy chọn số khác."
	sameYear := day.Of(2024, 12, 31)
	typed := numbered(12, "KH-BTV", sameYear)
	typed.Series = "KH"
	sameSymbol := numbered(12, "BC-BTV", sameYear)
	sameSymbol.Series = "BC"
	reserved := draft("Báo cáo mới")
	reserved.Number = 12
	for _, c := range []struct {
		name string
		d    Document
		free bool
	}{
		{"the same number", numbered(12, "BC-BTV", sameYear), false},
		{"another type in the one series", numbered(12, "KH-BTV", sameYear), false},
		{"a draft that holds the number", reserved, false},
		{"the same number and symbol in the series of a type", sameSymbol, false},
		{"another number", numbered(13, "BC-BTV", sameYear), true},
		{"the next year", numbered(12, "BC-BTV", day.Of(2025, 1, 1)), true},
		{"the series of another type", typed, true},
	} {
		if c.free {
			store(t, db, &c.d)
		} else if got := refused(t, db, func(tx *Tx) error { return tx.Insert(&c.d) }); got != taken {
			t.Errorf("%s: the user is told %q", c.name, got)
		}
	}

	first.State, first.Note = DocumentCancelled, "In sai trích yếu"
	write(t, db, func(tx *Tx) error { return tx.Update(&first) })
	if got := refused(t, db, func(tx *Tx) error { d := numbered(12, "BC-BTV", sameYear); return tx.Insert(&d) }); got != taken {
		t.Errorf("the number of a cancelled document: the user is told %q", got)
	}

	for name, many := range map[string][]Document{
		"a register brought in with a number that is held": {numbered(30, "BC-BTV", sameYear), numbered(12, "BC-BTV", sameYear)},
		"a register that has a number twice":               {numbered(30, "BC-BTV", sameYear), numbered(30, "KH-BTV", sameYear)},
	} {
		refused(t, db, func(tx *Tx) error { return InsertAll(tx, many) })
		if next, _, err := db.NextNumber(background(), 2024, ""); err != nil || next != 14 {
			t.Errorf("%s: afterwards the next number is %d, %v; want nothing stored", name, next, err)
		}
	}

	other := draft("Bản nháp có số")
	other.Number = 20
	store(t, db, &other)
	write(t, db, func(tx *Tx) error { return tx.Remove(&other) })
	again := numbered(20, "BC-BTV", sameYear)
	store(t, db, &again) // the draft was never issued, so that its number is free again
	again.Number = 12
	if got := refused(t, db, func(tx *Tx) error { return tx.Update(&again) }); !strings.Contains(got, "không sửa được") {
		t.Errorf("a new number for an issued document: %q", got)
	}
}

// The index holds although nobody asks the rule first, as when two offices share a database later.
func TestTheDatabaseItselfRefusesASecondNumber(t *testing.T) {
	db, _ := fresh(t)
	first := numbered(12, "BC-BTV", testDay)
	store(t, db, &first)
	for name, d := range map[string]Document{"same series": numbered(12, "KH-BTV", testDay), "same symbol": numbered(12, "BC-BTV", testDay)} {
		if name == "same symbol" {
			d.Series = "BC"
		}
		fail(t, d.prepare())
		if err := db.writer.Create(&d).Error; err == nil {
			t.Errorf("%s: stored twice", name)
		}
	}
}

func TestAnIssuedDocumentIsFrozen(t *testing.T) {
	db, _ := fresh(t)
	issued := issue(t, db, 5)
	for _, c := range []struct {
		name   string
		change func(*Document)
		says   string // "" is accepted
	}{
		{"source", func(d *Document) { d.Source += "Thêm." }, "không sửa được"},
		{"generated", func(d *Document) { d.Generated = "khác" }, "không sửa được"},
		{"request", func(d *Document) { d.Request = "{}" }, "không sửa được"},
		{"time of the data", func(d *Document) { d.RefreshedOn = testNow.Add(time.Hour) }, "không sửa được"},
		{"kind of paper", func(d *Document) { d.Paper = "" }, "không sửa được"},
		{"number", func(d *Document) { d.Number = 6 }, "không sửa được"},
		{"symbol", func(d *Document) { d.Symbol = "KH-BTV" }, "không sửa được"},
		{"day", func(d *Document) { d.IssuedOn = day.Of(2024, 7, 2) }, "không sửa được"},
		{"year", func(d *Document) { d.IssuedOn = day.Of(2025, 7, 1) }, "không sửa được"},
		{"series", func(d *Document) { d.Series = "BC" }, "không sửa được"},
		{"back to a draft", func(d *Document) { d.State = DocumentDraft }, "không trở lại bản nháp"},
		{"cancelled without a reason", func(d *Document) { d.State = DocumentCancelled }, "cần có lý do"},
		{"columns of the register", func(d *Document) {
			d.Keeper, d.Copies, d.SentOn, d.Receipt, d.Note = "Văn phòng", 30, day.Of(2024, 7, 2), "Đã ký", "Gửi cả bản điện tử"
		}, ""},
		{"cancelled", func(d *Document) { d.State, d.Note = DocumentCancelled, "In sai trích yếu" }, ""},
		{"a cancelled one back", func(d *Document) { d.State = DocumentIssued }, "không dùng lại được"},
		{"a cancelled one's number", func(d *Document) { d.Number = 7 }, "không sửa được"},
		{"a cancelled one's note", func(d *Document) { d.Note = "In sai trích yếu, làm lại thành số 08" }, ""},
	} {
		d, err := db.DocumentByID(background(), issued.ID)
		fail(t, err)
		c.change(&d)
		if c.says == "" {
			write(t, db, func(tx *Tx) error { return tx.Update(&d) })
		} else if got := refused(t, db, func(tx *Tx) error { return tx.Update(&d) }); !strings.Contains(got, c.says) || !strings.Contains(got, "05/BC-BTV") {
			t.Errorf("%s: the user is told %q, want %q", c.name, got, c.says)
		}
	}
	if got := refused(t, db, func(tx *Tx) error {
		d, err := tx.DocumentByID(background(), issued.ID)
		fail(t, err)
		return tx.Remove(&d)
	}); !strings.Contains(got, "không xóa được") {
		t.Errorf("removing: the user is told %q", got)
	}
	unissued := draft("Bản nháp")
	store(t, db, &unissued)
	unissued.State, unissued.Number, unissued.Symbol, unissued.IssuedOn, unissued.Note = DocumentCancelled, 9, "BC-BTV", testDay, "Thôi"
	if got := refused(t, db, func(tx *Tx) error { return tx.Update(&unissued) }); !strings.Contains(got, "chưa phát hành") {
		t.Errorf("cancelling a draft: the user is told %q", got)
	}
}

// The triggers hold against whoever writes beside the door.
func TestTheDatabaseItselfFreezesWhatIsIssued(t *testing.T) {
	db, _ := fresh(t)
	d := issue(t, db, 5)
	unissued := draft("Bản nháp")
	store(t, db, &unissued)
	for _, statement := range []string{
		"UPDATE documents SET source = 'khác' WHERE id = ?",
		"UPDATE documents SET number = 6 WHERE id = ?",
		"UPDATE documents SET issued_on = '2024-07-02' WHERE id = ?",
		"UPDATE documents SET state = 'draft' WHERE id = ?",
		"UPDATE documents SET deleted_at = '2024-07-02' WHERE id = ?",
		"DELETE FROM documents WHERE id = ?",
		"UPDATE document_files SET pdf = 'khác' WHERE document_id = ?",
		"UPDATE document_files SET deleted_at = '2024-07-02' WHERE document_id = ?",
		"DELETE FROM document_files WHERE document_id = ?",
	} {
		if err := db.writer.Exec(statement, d.ID).Error; err == nil {
			t.Errorf("%s was done", statement)
		}
	}
	if err := db.writer.Exec("INSERT INTO document_files (version, created_at, updated_at, document_id, name, sha256, pdf) VALUES (1, '', '', ?, 'x', 'x', 'x')", unissued.ID).Error; err == nil {
		t.Error("a draft has an issued file")
	}
	if err := db.writer.Exec("UPDATE documents SET note = 'Đã gửi' WHERE id = ?", d.ID).Error; err != nil {
		t.Errorf("the note of the register: %v", err)
	}
}

func TestDocumentsAreListedNewestFirst(t *testing.T) {
	at := testNow
	db := open(t, newPath(t), Options{Create: true, Now: func() time.Time { return at }})
	add := func(d Document) {
		at = at.Add(time.Minute)
		store(t, db, &d)
	}
	older := draft("Bản nháp cũ")
	add(older)
	add(draft("Bản nháp mới"))
	add(numbered(3, "BC-BTV", day.Of(2024, 5, 2)))
	add(numbered(4, "KH-BTV", day.Of(2024, 5, 2)))
	add(numbered(1, "BC-BTV", day.Of(2023, 12, 30)))
	cancelled := numbered(5, "BC-BTV", day.Of(2024, 6, 1))
	cancelled.State, cancelled.Note, cancelled.Summary = DocumentCancelled, "In sai", "Đánh giá phong trào"
	add(cancelled)

	for _, c := range []struct {
		name          string
		filter        DocumentFilter
		offset, limit int
		want          string
		n             int
	}{
		{"all: drafts by the last edit, then by day and number", DocumentFilter{}, 0, 0, "Bản nháp mới, Bản nháp cũ, Văn bản 5, Văn bản 4, Văn bản 3, Văn bản 1", 6},
		{"the second page knows how many there are", DocumentFilter{}, 2, 3, "Văn bản 5, Văn bản 4, Văn bản 3", 6},
		{"a year", DocumentFilter{Year: 2023}, 0, 10, "Văn bản 1", 1},
		{"a state", DocumentFilter{State: DocumentCancelled}, 0, 10, "Văn bản 5", 1},
		{"a kind of paper", DocumentFilter{Paper: "bao-cao-6-thang"}, 0, 10, "Bản nháp mới, Bản nháp cũ", 2},
		{"the summary without tone marks", DocumentFilter{Search: "danh gia PHONG"}, 0, 10, "Văn bản 5", 1},
		{"the number as printed", DocumentFilter{Search: "04/KH"}, 0, 10, "Văn bản 4", 1},
		{"the number as said", DocumentFilter{Search: "4"}, 0, 10, "Văn bản 4", 1},
		{"a sign of LIKE is no wildcard", DocumentFilter{Search: "%"}, 0, 10, "Bản nháp mới, Bản nháp cũ, Văn bản 5, Văn bản 4, Văn bản 3, Văn bản 1", 6},
		{"nothing", DocumentFilter{Search: "không có"}, 0, 10, "", 0},
	} {
		rows, n, err := db.Documents(background(), c.filter, c.offset, c.limit)
		fail(t, err)
		var titles []string
		for _, row := range rows {
			titles = append(titles, row.Title)
		}
		if got := strings.Join(titles, ", "); got != c.want || n != c.n {
			t.Errorf("%s: %s (%d), want %s (%d)", c.name, got, n, c.want, c.n)
		}
	}
	if years, err := db.DocumentYears(background()); err != nil || fmt.Sprint(years) != "[2024 2023]" {
		t.Errorf("years %v, %v", years, err)
	}
}
