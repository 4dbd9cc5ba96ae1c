package data

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cosohoi/data/day"
)

// testNow is what the clock of the tests shows.
var testNow = time.Date(2024, 7, 1, 8, 0, 0, 0, time.Local)

func testClock() time.Time { return testNow }

// quick is the patience of tests: long enough for another goroutine's write, short enough to wait for.
const quick = 200 * time.Millisecond

func newPath(tb testing.TB) string { return filepath.Join(tb.TempDir(), "cosohoi.db") }

func open(tb testing.TB, path string, o Options) *DB {
	tb.Helper()
	if o.Now == nil {
		o.Now = testClock
	}
	if o.Who == "" {
		o.Who = "Trần Thị Thử"
	}
	db, err := Open(tb.Context(), path, o)
	if err != nil {
		tb.Fatalf("open %s: %v", path, err)
	}
	tb.Cleanup(func() { _ = db.CloseWithoutCopy() })
	return db
}

// fresh opens a new database with the fewest records: a province, a commune with a branch, and a post of each sort.
func fresh(tb testing.TB) (*DB, seed) {
	tb.Helper()
	db := open(tb, newPath(tb), Options{Create: true, Patience: quick})
	return db, sow(tb, db)
}

// seed names the ids of what sow stored.
type seed struct{ province, commune, branch, head, deputy int64 }

func sow(tb testing.TB, db *DB) seed {
	tb.Helper()
	var s seed
	write(tb, db, func(tx *Tx) error {
		add := func(level Level, parent int64, kind, name, code string) int64 {
			u := Unit{Level: level}
			fail(tb, tx.Insert(&u))
			fail(tb, tx.Insert(&UnitState{UnitID: u.ID, ParentID: parent, Kind: kind, Name: name, Code: code}))
			return u.ID
		}
		s.province = add(Province, 0, "tỉnh", "Nam Định", "36")
		s.commune = add(BaseUnit, s.province, "xã", "Hải Vân", "14230")
		s.branch = add(Branch, s.commune, "chi hội", "xóm 1", "")
		head := Position{Code: "CHT", Name: "Chi hội trưởng", Level: Branch, Rank: 40, Single: true}
		deputy := Position{Code: "CHP", Name: "Chi hội phó", Level: Branch, Rank: 41}
		fail(tb, tx.Insert(&head))
		fail(tb, tx.Insert(&deputy))
		s.head, s.deputy = head.ID, deputy.ID
		return nil
	})
	return s
}

func write(tb testing.TB, db *DB, do func(*Tx) error) Changes {
	tb.Helper()
	changes, err := db.Write(tb.Context(), "Thử ghi", do)
	if err != nil {
		tb.Fatal(err)
	}
	return changes
}

func fail(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// addCadre stores a cadre who serves as deputy of the branch since 2020.
func addCadre(tb testing.TB, db *DB, s seed, name string) Cadre {
	tb.Helper()
	c := Cadre{FullName: name, Female: true}
	write(tb, db, func(tx *Tx) error {
		fail(tb, tx.Insert(&c))
		return tx.Insert(&Appointment{CadreID: c.ID, UnitID: s.branch, PositionID: s.deputy, StartedOn: day.Date{Year: 2020}})
	})
	return c
}

func bytesOf(tb testing.TB, path string) string {
	tb.Helper()
	content, err := os.ReadFile(path)
	fail(tb, err)
	return string(content)
}

// filesIn lists the names in a folder.
func filesIn(tb testing.TB, folder string) []string {
	tb.Helper()
	entries, err := os.ReadDir(folder)
	if os.IsNotExist(err) {
		return nil
	}
	fail(tb, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func background() context.Context { return context.Background() }
