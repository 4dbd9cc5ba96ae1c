package data

import (
	"errors"
	"strings"
	"testing"
)

// spoil changes a byte of an issued file as a dying disk does: no trigger sees that.
func spoil(t *testing.T, db *DB, documentID int64) {
	t.Helper()
	fail(t, db.writer.Exec("DROP TRIGGER IF EXISTS document_files_frozen").Error)
	fail(t, db.writer.Exec("UPDATE document_files SET pdf = CAST('%PDF-1.4 so 6' AS BLOB) WHERE document_id = ?", documentID).Error)
}

func TestAnIssuedFileComesBackByteByByte(t *testing.T) {
	db, _ := fresh(t)
	d := issue(t, db, 5)
	f, err := db.DocumentFileOf(background(), d.ID)
	if err != nil || string(f.PDF) != "%PDF-1.4 số 5" || f.Pages != 3 || f.Name != "bao-cao.pdf" || len(f.SHA256) != 64 {
		t.Errorf("the file is %+v, %v", f, err)
	}
	lines, err := db.History(background(), KindDocumentFile, f.ID, 10)
	if err != nil || len(lines) != 1 || !strings.Contains(lines[0].After, f.SHA256) || strings.Contains(lines[0].After, "PDF") {
		t.Errorf("the audit holds %+v, %v; want the hash and not the bytes", lines, err)
	}
	byHand := numbered(6, "BC-BTV", testDay)
	store(t, db, &byHand)
	if _, err := db.DocumentFileOf(background(), byHand.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a document recorded by hand has no file: %v", err)
	}
}

func TestAnIssuedFileIsStoredOnce(t *testing.T) {
	db, _ := fresh(t)
	d := issue(t, db, 5)
	f, err := db.DocumentFileOf(background(), d.ID)
	fail(t, err)
	unissued := draft("Bản nháp")
	store(t, db, &unissued)
	for _, c := range []struct {
		name, says string
		do         func(*Tx) error
	}{
		{"a second file", "đã có bản phát hành", func(tx *Tx) error { return tx.Insert(&DocumentFile{DocumentID: d.ID, Name: "x.pdf", PDF: []byte("x")}) }},
		{"issued again", "đã có bản phát hành", func(tx *Tx) error { return tx.Issue(&d, &DocumentFile{Name: "x.pdf", PDF: []byte("x")}) }},
		{"of a draft", "chưa phát hành", func(tx *Tx) error {
			return tx.Insert(&DocumentFile{DocumentID: unissued.ID, Name: "x.pdf", PDF: []byte("x")})
		}},
		{"of no document", "không còn nữa", func(tx *Tx) error { return tx.Insert(&DocumentFile{DocumentID: 99, Name: "x.pdf", PDF: []byte("x")}) }},
		{"empty", "trống", func(tx *Tx) error { return tx.Insert(&DocumentFile{DocumentID: d.ID, Name: "x.pdf"}) }},
		{"changed", "giữ nguyên", func(tx *Tx) error { g := f; g.PDF = []byte("khác"); return tx.Update(&g) }},
		{"removed", "giữ nguyên", func(tx *Tx) error { g := f; return tx.Remove(&g) }},
	} {
		if got := refused(t, db, c.do); !strings.Contains(got, c.says) {
			t.Errorf("%s: the user is told %q, want %q", c.name, got, c.says)
		}
	}
	if again, err := db.DocumentFileOf(background(), d.ID); err != nil || again.SHA256 != f.SHA256 {
		t.Errorf("after all that the file is %s, %v", again.SHA256, err)
	}
}

func TestIssuingIsWholeOrNot(t *testing.T) {
	db, _ := fresh(t)
	d := draft("Báo cáo")
	store(t, db, &d)
	before := d
	d.Number, d.Symbol, d.IssuedOn = 5, "BC-BTV", testDay
	refused(t, db, func(tx *Tx) error { return tx.Issue(&d, &DocumentFile{Name: "bao-cao.pdf"}) })
	got, err := db.DocumentByID(background(), before.ID)
	if err != nil || got.State != DocumentDraft || got.Number != 0 || got.Version != 1 {
		t.Errorf("without a file it is %+v, %v; want the draft as before", got, err)
	}
}

func TestADamagedFileIsNotGivenOut(t *testing.T) {
	db, _ := fresh(t)
	d := issue(t, db, 5)
	spoil(t, db, d.ID)
	f, err := db.DocumentFileOf(background(), d.ID)
	var fault *Fault
	const want = "Bản đã phát hành của văn bản số 05/BC-BTV năm 2024 bị hỏng trong cơ sở dữ liệu; hãy phục hồi từ bản sao lưu."
	if !errors.As(err, &fault) || fault.Sentence != want || f.PDF != nil {
		t.Errorf("the user is told %v and gets %q", err, f.PDF)
	}
}

func TestTheCheckLooksAtDocuments(t *testing.T) {
	db, _ := fresh(t)
	problems := func() string {
		all, err := db.Check(background())
		fail(t, err)
		var text []string
		for _, p := range all {
			text = append(text, string(p))
		}
		return strings.Join(text, "\n")
	}
	sound, damaged, lost := issue(t, db, 5), issue(t, db, 6), issue(t, db, 7)
	byHand := numbered(8, "BC-BTV", testDay) // has no file and needs none
	store(t, db, &byHand)
	if got := problems(); got != "" {
		t.Errorf("a sound register: %s", got)
	}
	spoil(t, db, damaged.ID)
	for _, statement := range []string{
		"DROP TRIGGER document_files_kept", "DROP TRIGGER documents_frozen", "DROP INDEX documents_number", "DROP INDEX documents_symbol",
	} {
		fail(t, db.writer.Exec(statement).Error)
	}
	fail(t, db.writer.Exec("DELETE FROM document_files WHERE document_id = ?", lost.ID).Error)
	fail(t, db.writer.Exec("UPDATE documents SET number = ? WHERE id = ?", sound.Number, byHand.ID).Error)
	got := problems()
	for _, want := range []string{
		"Văn bản số 07/BC-BTV năm 2024 “Báo cáo 7” đã phát hành nhưng không còn bản PDF.",
		"Văn bản số 05/BC-BTV năm 2024 “Văn bản 8” trùng số với một văn bản khác.",
		"Bản đã phát hành của văn bản số 06/BC-BTV năm 2024 “Báo cáo 6” bị hỏng; hãy phục hồi từ bản sao lưu.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the check does not say %q", want)
		}
	}
	if n := strings.Count(got, "\n") + 1; n != 3 {
		t.Errorf("the check finds %d problems, want three:\n%s", n, got)
	}
}
