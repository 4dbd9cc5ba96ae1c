package data

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fill stores enough to have many pages.
func fill(t *testing.T) func(*DB) {
	return func(db *DB) {
		cadres := make([]Cadre, 3000)
		for i := range cadres {
			cadres[i].FullName = fmt.Sprintf("Lê Thị Đầy %c", 'a'+i%26)
		}
		write(t, db, func(tx *Tx) error { return InsertAll(tx, cadres) })
	}
}

// damage flips the bits of the middle third of a file, as a dying disk does.
func damage(t *testing.T, path string) {
	t.Helper()
	content := []byte(bytesOf(t, path))
	for i := len(content) * 3 / 4; i < len(content); i++ { // behind the structure, so that the file opens
		content[i] ^= 0xff
	}
	fail(t, os.WriteFile(path, content, 0o600))
}

// foreignFile is a database of another program, which most likely has neither version nor application id.
func foreignFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "khác.db")
	db, err := sql.Open("sqlite", path)
	fail(t, err)
	_, err = db.Exec("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Bèo dạt mây trôi')")
	fail(t, err)
	fail(t, db.Close())
	return path
}

func TestFilesThatCannotBeOpenedAreNamedAndLeftAlone(t *testing.T) {
	folder := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(folder, name)
		fail(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	marked := foreignFile(t)
	db, err := sql.Open("sqlite", marked)
	fail(t, err)
	_, err = db.Exec("PRAGMA application_id = 7; PRAGMA user_version = 1")
	fail(t, err)
	fail(t, db.Close())
	for _, c := range []struct {
		name, path, says string
		create           bool
	}{
		{"missing", filepath.Join(folder, "không có.db"), "Không tìm thấy", false},
		{"no name", "", "Chưa có tên tệp", true},
		{"a folder", folder, "là thư mục", true},
		{"a file as folder", filepath.Join(put("tệp", "x"), "cosohoi.db"), "cosohoi.db", true},
		{"empty", put("trống.db", ""), "trống", false},
		{"a short text", put("ngắn.txt", "abc"), "không phải là cơ sở dữ liệu", true},
		{"a text", put("văn bản.txt", strings.Repeat("Kính gửi ", 100)), "không phải là cơ sở dữ liệu", true},
		{"foreign", foreignFile(t), "chương trình khác", true},
		{"foreign with an id", marked, "chương trình khác", true},
		{"on a share", `\\server\phunu\cosohoi.db`, "ổ mạng", true},
		{"with options in the name", filepath.Join(folder, "a.db?mode=ro"), "dấu “?”", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			db, err := Open(background(), c.path, Options{Create: c.create, Patience: quick})
			if err == nil {
				_ = db.CloseWithoutCopy()
				t.Fatal("opened")
			}
			var fault *Fault
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, c.says) {
				t.Errorf("the user is told %v; want %q", err, c.says)
			}
			if after, _ := os.ReadFile(c.path); string(after) != string(before) {
				t.Error("the file was changed")
			}
			for _, ending := range []string{"-wal", "-shm"} {
				if exists(c.path + ending) {
					t.Errorf("%s lies beside it", ending)
				}
			}
		})
	}
}

func TestAnEmptyFileBecomesADatabaseWhenOneIsToBeMade(t *testing.T) {
	path := newPath(t)
	fail(t, os.WriteFile(path, nil, 0o600)) // a save dialog may leave it
	sow(t, open(t, path, Options{Create: true}))
}

func TestDamageIsToldWithoutAPanic(t *testing.T) {
	path := newPath(t)
	fail(t, session(t, path, testNow, fill(t)))
	sound := bytesOf(t, path)
	for at := 0; at < 20; at++ { // a twentieth of the file after another
		content := []byte(sound)
		from := at * len(content) / 20
		for i := from; i < from+len(content)/20; i++ {
			content[i] ^= 0xff
		}
		path := newPath(t)
		fail(t, os.WriteFile(path, content, 0o600))
		db, err := Open(background(), path, Options{Patience: quick})
		var fault *Fault
		if err != nil {
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "hỏng") && !strings.Contains(fault.Sentence, "không phải") {
				t.Errorf("part %d: opening tells %v", at, err)
			}
			continue
		}
		problems, err := db.Check(background())
		if err != nil || len(problems) == 0 || !strings.Contains(string(problems[0]), "hỏng") {
			t.Errorf("part %d: the check finds %q, %v", at, problems, err)
		}
		if _, err := db.Cadres(background(), CadreQuery{Serving: ServingAny}); err != nil && !errors.As(err, &fault) {
			t.Errorf("part %d: reading tells %v", at, err)
		}
		if err := db.Backup(background(), filepath.Join(t.TempDir(), "sao lưu.db")); !errors.As(err, &fault) {
			t.Errorf("part %d: the backup of a damaged file tells %v", at, err)
		}
		fail(t, db.CloseWithoutCopy())
	}
}

func TestAnotherProgramHoldsTheFile(t *testing.T) {
	db, s := fresh(t)
	c := addCadre(t, db, s, "Phạm Thị Đào")
	other, err := sql.Open("sqlite", db.Path())
	fail(t, err)
	defer other.Close()
	other.SetMaxOpenConns(1)
	_, err = other.Exec("BEGIN EXCLUSIVE")
	fail(t, err)
	c.Phone = "0912345678"
	_, err = db.Write(background(), "Sửa", func(tx *Tx) error { return tx.Update(&c) })
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "đang bị một chương trình khác khóa") {
		t.Errorf("the user is told %v", err)
	}
	if _, err := db.Cadre(background(), c.ID); err != nil {
		t.Errorf("reading goes on while somebody writes: %v", err)
	}
	_, err = other.Exec("ROLLBACK")
	fail(t, err)
	write(t, db, func(tx *Tx) error { return tx.Update(&c) })
}

// A restored file is not in WAL mode yet, so that whoever holds it keeps even readers out.
func TestOpeningAFileThatAnotherProgramHolds(t *testing.T) {
	path, backup := world(t)
	if _, err := Restore(background(), backup, path, testNow); err != nil {
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", path)
	fail(t, err)
	defer other.Close()
	other.SetMaxOpenConns(1)
	_, err = other.Exec("BEGIN EXCLUSIVE")
	fail(t, err)
	_, err = Open(background(), path, Options{Patience: quick})
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "đang bị một chương trình khác khóa") {
		t.Errorf("the user is told %v", err)
	}
}

func TestAFullDiskStopsTheWriteAndNothingElse(t *testing.T) {
	db, s := fresh(t)
	addCadre(t, db, s, "Phạm Thị Đào")
	limit := func(pages int) { fail(t, db.writer.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)).Error) }
	var pages int
	fail(t, db.writer.Raw("PRAGMA page_count").Scan(&pages).Error)
	limit(pages + 3)
	big := make([]Cadre, 3000)
	for i := range big {
		big[i] = Cadre{FullName: "Lê Thị Đầy Ổ", Note: strings.Repeat("ghi chú ", 20)}
	}
	_, err := db.Write(background(), "Nhập", func(tx *Tx) error { return InsertAll(tx, big) })
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "đã đầy") {
		t.Errorf("the user is told %v", err)
	}
	if n, err := db.CountCadres(background(), CadreQuery{Serving: ServingAny}, 0); err != nil || n != 1 {
		t.Errorf("%d cadres are stored, %v; want none of the import", n, err)
	}
	limit(1 << 30)
	addCadre(t, db, s, "Lê Thị Có Chỗ")
	if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
		t.Errorf("after it: %q, %v", problems, err)
	}
}

func TestAFileThatMayOnlyBeRead(t *testing.T) {
	path, _ := world(t)
	fail(t, os.Chmod(path, 0o400))
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		_ = f.Close()
		t.Skip("root writes into read-only files: run as another user to test this")
	}
	_, err := Open(background(), path, Options{})
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "Không có quyền") {
		t.Errorf("the user is told %v", err)
	}
}

func TestAPercentSignInWhatWasTypedDoesNotHideTheReason(t *testing.T) {
	err := Reader{path: "x.db"}.fail(&Fault{Sentence: "Lý do."}, "count names %q", "100% %s %d")
	var fault *Fault
	if !errors.As(err, &fault) || fault.Sentence != "Lý do." {
		t.Errorf("got %v", err)
	}
}
