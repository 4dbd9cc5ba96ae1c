package data

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// session opens the file at a time, does something and closes it, as a day at the office.
func session(t *testing.T, path string, at time.Time, do func(*DB)) error {
	t.Helper()
	db := open(t, path, Options{Create: true, Now: func() time.Time { return at }})
	do(db)
	return db.Close(background())
}

func addUnitRecord(t *testing.T) func(*DB) {
	return func(db *DB) { write(t, db, func(tx *Tx) error { return tx.Insert(&Cadre{FullName: "Lê Thị Ghi"}) }) }
}

func TestClosingKeepsTheLastTenCopies(t *testing.T) {
	path := newPath(t)
	for i := range 13 {
		fail(t, session(t, path, testNow.Add(time.Duration(i)*time.Hour), addUnitRecord(t)))
	}
	copies, err := Copies(path)
	fail(t, err)
	if len(copies) != 10 {
		t.Fatalf("%d copies, want the last ten of thirteen", len(copies))
	}
	for i, c := range copies { // the latest first
		if want := testNow.Add(time.Duration(12-i) * time.Hour); !c.At.Equal(want) {
			t.Errorf("copy %d is of %s, want %s", i, c.At, want)
		}
		fail(t, verifyCopy(background(), c.Path))
		if n := number(t, c.Path, "SELECT count(*) FROM cadres"); n != 13-i {
			t.Errorf("copy %d holds %d cadres, want %d", i, n, 13-i)
		}
	}
}

func TestNothingChangedMakesNoCopy(t *testing.T) {
	path := newPath(t)
	fail(t, session(t, path, testNow, addUnitRecord(t)))
	fail(t, session(t, path, testNow.Add(time.Hour), func(db *DB) {
		if _, err := db.Cadres(background(), CadreQuery{On: testDay, Limit: 10}); err != nil {
			t.Error(err)
		}
		write(t, db, func(*Tx) error { return nil })
	}))
	if copies, err := Copies(path); err != nil || len(copies) != 1 {
		t.Errorf("copies %v, %v; want that of the first day alone", copies, err)
	}
}

func TestTwoSessionsWithinASecondKeepTheLaterCopy(t *testing.T) {
	path := newPath(t)
	for range 2 {
		fail(t, session(t, path, testNow, addUnitRecord(t)))
	}
	copies, err := Copies(path)
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies %v, %v", copies, err)
	}
	if n := number(t, copies[0].Path, "SELECT count(*) FROM cadres"); n != 2 {
		t.Errorf("the copy holds %d cadres, want both", n)
	}
}

func TestADamagedDatabaseGetsNoNewCopy(t *testing.T) {
	path := newPath(t)
	fail(t, session(t, path, testNow, fill(t)))
	fail(t, session(t, path, testNow.Add(time.Hour), fill(t)))
	before, err := Copies(path)
	fail(t, err)
	damage(t, path)
	err = session(t, path, testNow.Add(2*time.Hour), func(db *DB) {
		db.changed = true // something was written before the damage was seen
	})
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "đã hỏng") {
		t.Errorf("the user is told %v", err)
	}
	after, err := Copies(path)
	fail(t, err)
	if !slices.Equal(before, after) {
		t.Errorf("copies were %v and are %v", before, after)
	}
}

func TestABackupIsNeverWrittenOverAFile(t *testing.T) {
	db, s := fresh(t)
	addCadre(t, db, s, "Phạm Thị Đào")
	target := filepath.Join(t.TempDir(), "mới", "sao lưu.db")
	fail(t, db.Backup(background(), target))
	before := bytesOf(t, target)
	addCadre(t, db, s, "Lê Thị Hoa")
	var fault *Fault
	if err := db.Backup(background(), target); !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "Đã có tệp") {
		t.Errorf("the user is told %v", err)
	}
	if bytesOf(t, target) != before {
		t.Error("the old backup was changed")
	}
	if files := filesIn(t, filepath.Dir(target)); len(files) != 1 {
		t.Errorf("beside the backup lie %q", files)
	}
}

// world is a database with a backup of an earlier state.
func world(t *testing.T) (path, backup string) {
	path = newPath(t)
	backup = filepath.Join(t.TempDir(), "sao lưu.db")
	db := open(t, path, Options{Create: true})
	s := sow(t, db)
	addCadre(t, db, s, "Phạm Thị Đào")
	fail(t, db.Backup(background(), backup))
	addCadre(t, db, s, "Lê Thị Hoa")
	fail(t, db.CloseWithoutCopy())
	return path, backup
}

func TestRestoringPutsTheBackupInPlaceAndKeepsTheReplacedFile(t *testing.T) {
	path, backup := world(t)
	var kept []string
	for range 2 { // twice within a second: both replaced files stay
		k, err := Restore(background(), backup, path, testNow)
		fail(t, err)
		kept = append(kept, k)
		if n := number(t, path, "SELECT count(*) FROM cadres"); n != 1 {
			t.Errorf("%d cadres after restoring, want that of the backup", n)
		}
	}
	if kept[0] == kept[1] || number(t, kept[0], "SELECT count(*) FROM cadres") != 2 || number(t, kept[1], "SELECT count(*) FROM cadres") != 1 {
		t.Errorf("kept %q", kept)
	}
	db := open(t, path, Options{})
	if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
		t.Errorf("the restored file: %q, %v", problems, err)
	}
}

func TestRestoringWhereNoDatabaseIs(t *testing.T) {
	_, backup := world(t)
	path := filepath.Join(t.TempDir(), "mới", "cosohoi.db")
	kept, err := Restore(background(), backup, path, testNow)
	if err != nil || kept != "" || number(t, path, "SELECT count(*) FROM cadres") != 1 {
		t.Errorf("kept %q, %v", kept, err)
	}
}

// A log that a crash left beside a deleted file must not be played into the restored one.
func TestRestoringTakesAStaleLogAway(t *testing.T) {
	path, backup := world(t)
	db := open(t, path, Options{})
	addCadre(t, db, seed{branch: 3, deputy: 2}, "Mai Thị Nhật Ký")
	stale := bytesOf(t, path+"-wal")
	fail(t, db.CloseWithoutCopy())
	fail(t, os.Remove(path))
	fail(t, os.WriteFile(path+"-wal", []byte(stale), 0o600))
	if _, err := Restore(background(), backup, path, testNow); err != nil {
		t.Fatal(err)
	}
	if n := number(t, path, "SELECT count(*) FROM cadres"); n != 1 {
		t.Errorf("%d cadres, want that of the backup alone", n)
	}
}

func TestRestoringIsRefusedAndChangesNothing(t *testing.T) {
	folder := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(folder, name)
		fail(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	_, good := world(t)
	sound := bytesOf(t, good)
	for _, c := range []struct{ name, from, says string }{
		{"missing", filepath.Join(folder, "không có.db"), "Không tìm thấy"},
		{"a folder", folder, "không phải là cơ sở dữ liệu"},
		{"empty", put("trống.db", ""), "trống"},
		{"a text file", put("văn bản.txt", strings.Repeat("Kính gửi ", 100)), "không phải là cơ sở dữ liệu"},
		{"foreign", foreignFile(t), "chương trình khác"},
		{"newer", put("mới.db", sound[:60]+"\x00\x00\x00\x63"+sound[64:]), "phiên bản mới hơn"},
		{"cut off", put("cụt.db", sound[:len(sound)/2]), "đã hỏng"},
		{"damaged", put("hỏng.db", sound[:8192]+strings.Repeat("\xa5", 30000)+sound[38192:]), "đã hỏng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, _ := world(t)
			before := bytesOf(t, path)
			kept, err := Restore(background(), c.from, path, testNow)
			var fault *Fault
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, c.says) {
				t.Errorf("the user is told %v; want %q", err, c.says)
			}
			if kept != "" || bytesOf(t, path) != before {
				t.Error("the database was changed")
			}
			if files := filesIn(t, filepath.Dir(path)); len(files) != 1 {
				t.Errorf("left behind: %q", files)
			}
		})
	}
}

func TestRestoringWaitsUntilNobodyHasTheFileOpen(t *testing.T) {
	path, backup := world(t)
	db := open(t, path, Options{}) // open, but doing nothing at the moment
	if _, err := db.Cadres(background(), CadreQuery{Limit: 1}); err != nil {
		t.Fatal(err)
	}
	_, err := Restore(background(), backup, path, testNow)
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "đang mở ở chương trình khác") {
		t.Fatalf("the user is told %v", err)
	}
	addCadre(t, db, seed{branch: 3, deputy: 2}, "Mai Thị Vẫn Ghi")
	fail(t, db.CloseWithoutCopy())
	if n := number(t, path, "SELECT count(*) FROM cadres"); n != 3 {
		t.Errorf("%d cadres, want all three: nothing was replaced", n)
	}
	if _, err := Restore(background(), backup, path, testNow); err != nil {
		t.Errorf("after closing: %v", err)
	}
}
