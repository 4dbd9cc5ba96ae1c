package data

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// steps makes migrations from scripts.
func steps(scripts ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i, script := range scripts {
		files["migrations/000"+string(rune('1'+i))+"_b.sql"] = &fstest.MapFile{Data: []byte(script)}
	}
	return files
}

const (
	parentAndChild = "CREATE TABLE parents (id INTEGER PRIMARY KEY); CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents (id) ON DELETE CASCADE); INSERT INTO parents VALUES (1); INSERT INTO children VALUES (1, 1);"
	// rebuild is how SQLite changes a table; with foreign keys on it would delete the children.
	rebuild = "CREATE TABLE parents_new (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO parents_new (id) SELECT id FROM parents; DROP TABLE parents; ALTER TABLE parents_new RENAME TO parents;"
)

// migrated runs migrations on a new file and returns it with its backup folder.
func migrated(t *testing.T, files fstest.MapFS) (path, backups string) {
	t.Helper()
	path = newPath(t)
	backups = backupFolder(path)
	fail(t, migrate(background(), files, path, backups, quick, testNow))
	return path, backups
}

func number(t *testing.T, path, query string) int {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	fail(t, err)
	defer db.Close()
	n, err := count(background(), db, query)
	fail(t, err)
	return n
}

func TestEveryStepIsTakenOnce(t *testing.T) {
	path, backups := migrated(t, steps(parentAndChild))
	if files := filesIn(t, backups); len(files) != 0 {
		t.Errorf("a new file was copied: %q", files)
	}
	two := steps(parentAndChild, rebuild)
	for range 2 { // the second time there is nothing to do
		fail(t, migrate(background(), two, path, backups, quick, testNow))
	}
	if n := number(t, path, "PRAGMA user_version"); n != 2 {
		t.Errorf("structure %d, want 2", n)
	}
	if n := number(t, path, "SELECT count(*) FROM children"); n != 1 {
		t.Errorf("%d children are left after the rebuild of their parents, want 1", n)
	}
	if n := number(t, path, "PRAGMA application_id"); n != applicationID {
		t.Errorf("the file is not marked as ours: %x", n)
	}
	copies := filesIn(t, backups)
	if len(copies) != 1 || !strings.HasPrefix(copies[0], "cosohoi-truoc-nang-cap-1-") {
		t.Fatalf("copies before the upgrade: %q, want one", copies)
	}
	if n := number(t, filepath.Join(backups, copies[0]), "PRAGMA user_version"); n != 1 {
		t.Errorf("the copy has structure %d, want that before the upgrade", n)
	}
}

func TestAFailingStepLeavesTheFileAsBefore(t *testing.T) {
	for name, bad := range map[string]string{
		"wrong SQL in the middle":        "CREATE TABLE later (id INTEGER); INSERT INTO nowhere VALUES (1);",
		"a reference that leads nowhere": "CREATE TABLE later (id INTEGER); DELETE FROM parents;",
	} {
		t.Run(name, func(t *testing.T) {
			path, backups := migrated(t, steps(parentAndChild))
			err := migrate(background(), steps(parentAndChild, bad), path, backups, quick, testNow)
			var fault *Fault
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "Không nâng cấp được") {
				t.Fatalf("the user is told %v", err)
			}
			if n := number(t, path, "PRAGMA user_version"); n != 1 {
				t.Errorf("structure %d, want 1", n)
			}
			if n := number(t, path, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"); n != 0 {
				t.Error("half of the step is left")
			}
			if n := number(t, path, "SELECT count(*) FROM parents"); n != 1 {
				t.Error("a record is gone")
			}
			if copies := filesIn(t, backups); len(copies) != 1 {
				t.Errorf("copies %q, want the one before the upgrade", copies)
			}
		})
	}
}

func TestStepsAreNumberedWithoutGaps(t *testing.T) {
	files := fstest.MapFS{"migrations/0001_a.sql": {}, "migrations/0003_b.sql": {}}
	if _, err := migrationNames(files); err == nil {
		t.Error("number 2 is missing and nobody says so")
	}
	if _, err := migrationNames(migrations); err != nil {
		t.Error(err)
	}
}

func TestAFileOfANewerProgramStaysUntouched(t *testing.T) {
	path := newPath(t)
	db := open(t, path, Options{Create: true})
	sow(t, db)
	fail(t, db.CloseWithoutCopy())
	newer, err := sql.Open("sqlite", path+"?_pragma=journal_mode(DELETE)")
	fail(t, err)
	_, err = newer.Exec("PRAGMA user_version = 99")
	fail(t, err)
	fail(t, newer.Close())
	before := bytesOf(t, path)

	_, err = Open(background(), path, Options{Create: true})
	var fault *Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "phiên bản mới hơn") {
		t.Errorf("the user is told %v", err)
	}
	if bytesOf(t, path) != before {
		t.Error("the file was changed")
	}
	if files := filesIn(t, filepath.Dir(path)); len(files) != 1 {
		t.Errorf("beside it lie %q", files)
	}
}
