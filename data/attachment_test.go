package data

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestFileNamesAreMadeSafe(t *testing.T) {
	for name, want := range map[string]string{
		"Biên bản.pdf":                    "Biên bản.pdf",
		"Bie\u0302n ba\u0309n.pdf":        "Biên bản.pdf", // composed, as everything that is stored
		`C:\Users\Lan\Ảnh 1.JPG`:          "Ảnh 1.JPG",    // no folder of another machine
		"../../../etc/passwd.txt":         "passwd.txt",
		`..\..\Windows\hosts.txt`:         "hosts.txt",
		"con.pdf":                         "tep-con.pdf", // a device on Windows, whatever its ending
		"LPT1.anh.png":                    "tep-LPT1.anh.png",
		"a<b>:\"c|d?*.pdf":                "a-b---c-d--.pdf",
		"ke\u202egnp.hoach.pdf":           "kegnp.hoach.pdf", // turns the writing: shows ".pdf" as another ending
		"dòng\nhai\x00.docx":              "dònghai.docx",
		"  .pdf":                          "tep.pdf",
		"...":                             "tep",
		strings.Repeat("a", 300) + ".pdf": strings.Repeat("a", 120) + ".pdf",
		"xa\xffu.pdf":                     "xau.pdf", // not UTF-8
		"ten co cham o cuoi.":             "ten co cham o cuoi",
	} {
		got := SafeFileName(name)
		if got != want {
			t.Errorf("SafeFileName(%q) = %q, want %q", name, got, want)
		}
		if !utf8.ValidString(got) || SafeFileName(got) != got {
			t.Errorf("%q is not safe itself", got)
		}
	}
}

func newFile(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	fail(t, os.WriteFile(path, content, 0o644))
	return path
}

// attach keeps a file as the proof of record 1.
func attach(t *testing.T, db *DB, path string) Attachment {
	t.Helper()
	a, err := db.StoreFile(background(), path)
	fail(t, err)
	a.OwnerKind, a.OwnerID = KindVisit, 1
	write(t, db, func(tx *Tx) error { return tx.Insert(&a) })
	return a
}

func TestAFileIsStoredOnce(t *testing.T) {
	db := open(t, newPath(t), Options{Create: true})
	photo := []byte("một bức ảnh")
	a := attach(t, db, newFile(t, "Ảnh hội trường.jpg", photo))
	b := attach(t, db, newFile(t, "lan-2.jpg", photo))
	if a.Hash != b.Hash || a.Size != int64(len(photo)) {
		t.Errorf("the same content has hashes %s and %s, size %d; want one, %d bytes", a.Hash, b.Hash, a.Size, len(photo))
	}
	if files := filesIn(t, filepath.Join(filepath.Dir(db.Path()), storeName)); len(files) != 1 {
		t.Errorf("the store holds %q, want one folder with the one file and nothing half-written", files)
	}
	if got, err := os.ReadFile(db.AttachmentPath(b)); err != nil || !bytes.Equal(got, photo) {
		t.Errorf("read back %q, %v", got, err)
	}
	if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	fail(t, os.WriteFile(db.AttachmentPath(a), []byte("hỏng"), 0o644))
	if problems, err := db.Check(background()); err != nil || len(problems) != 2 || !strings.Contains(string(problems[0]), "Ảnh hội trường.jpg") {
		t.Errorf("a damaged file: %q, %v; want a line for each attachment", problems, err)
	}
	if c := attach(t, db, newFile(t, "lan-3.jpg", photo)); !sound(db.AttachmentPath(c), c.Hash) {
		t.Error("attaching the file again does not mend the damaged one")
	}
}

func TestWhatIsNotAttached(t *testing.T) {
	db := open(t, newPath(t), Options{Create: true})
	large := newFile(t, "phim.mp4", nil)
	fail(t, os.Truncate(large, 200<<20)) // a hole, not 200 MB on the disk
	folder := t.TempDir()
	fail(t, os.Mkdir(filepath.Join(folder, "anh.pdf"), 0o755))
	for name, c := range map[string]struct{ path, want string }{
		"too large":  {large, "Tệp “phim.mp4” lớn 200 MB, quá 50 MB"},
		"a program":  {newFile(t, "anh.jpg.exe", []byte("MZ")), "“anh.jpg.exe” vì không phải văn bản, ảnh"},
		"empty":      {newFile(t, "rong.pdf", nil), "Tệp “rong.pdf” trống"},
		"a folder":   {filepath.Join(folder, "anh.pdf"), "“anh.pdf” không phải là tệp"},
		"gone":       {filepath.Join(folder, "mat.pdf"), "Không mở được tệp “mat.pdf”"},
		"no ending":  {newFile(t, "tep", []byte("x")), "Không đính kèm được tệp “tep”"},
		"a shortcut": {newFile(t, "anh.lnk", []byte("x")), "Không đính kèm được tệp “anh.lnk”"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := db.StoreFile(background(), c.path)
			var fault *Fault
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, c.want) {
				t.Errorf("got %v, want a sentence with %q", err, c.want)
			}
		})
	}
	if exists(filepath.Join(filepath.Dir(db.Path()), storeName)) {
		t.Error("refused files left something in the store")
	}
	ctx, cancel := context.WithCancel(background())
	cancel()
	if _, err := db.StoreFile(ctx, newFile(t, "anh.png", []byte("x"))); err == nil {
		t.Error("a stopped copying succeeds")
	}
}

func TestBackupsHoldTheAttachedFiles(t *testing.T) {
	path := newPath(t)
	db := open(t, path, Options{Create: true, Now: func() time.Time { return testNow }})
	a := attach(t, db, newFile(t, "bien-ban.pdf", []byte("%PDF-1.7")))
	usb := filepath.Join(t.TempDir(), "ban-sao.db")
	fail(t, db.Backup(background(), usb))
	fail(t, db.Close(background())) // keeps a copy in sao-luu
	for _, folder := range []string{filepath.Dir(usb), backupFolder(path)} {
		if !sound(storedAt(folder, a.Hash), a.Hash) {
			t.Errorf("the backup in %s has no attached file", folder)
		}
	}
	// Another machine gets the backup: the file comes with it.
	other := filepath.Join(t.TempDir(), "cosohoi.db")
	_, err := Restore(background(), usb, other, testNow)
	fail(t, err)
	if !sound(storedAt(filepath.Dir(other), a.Hash), a.Hash) {
		t.Error("the restored database has no attached file")
	}
	db = open(t, other, Options{})
	if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
		t.Errorf("check after restoring: %q, %v", problems, err)
	}
}
