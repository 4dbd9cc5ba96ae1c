package data

import (
	"context"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"
)

func TestBothPoolsHaveThePragmas(t *testing.T) {
	db := open(t, newPath(t), Options{Create: true})
	for name, pool := range map[string]*gorm.DB{"writer": db.writer, "reader": db.Reader.db} {
		want := map[string]string{
			"foreign_keys": "1", "journal_mode": "wal", "busy_timeout": "5000",
			"synchronous": "2", // full: offices have power cuts
			"query_only":  map[string]string{"writer": "0", "reader": "1"}[name],
		}
		for pragma, value := range want {
			var got string
			if err := pool.Raw("PRAGMA " + pragma).Scan(&got).Error; err != nil || got != value {
				t.Errorf("%s: %s is %q, want %q (%v)", name, pragma, got, value, err)
			}
		}
	}
	if err := db.Reader.db.Exec("DELETE FROM cadres").Error; err == nil {
		t.Error("the reader pool writes")
	}
	sql, err := db.writer.DB()
	fail(t, err)
	if n := sql.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("%d writers, want one", n)
	}
}

func TestAWriteTakesTheFileAtOnce(t *testing.T) {
	path := newPath(t)
	first := open(t, path, Options{Create: true, Patience: quick})
	second := open(t, path, Options{Patience: quick})
	write(t, first, func(*Tx) error {
		// Nothing is written yet, but the transaction is immediate, so nobody can read now and write later.
		_, err := second.Write(background(), "Ghi cùng lúc", func(*Tx) error { return nil })
		if err == nil || !strings.Contains(err.(*Fault).Sentence, "đang bị một chương trình khác khóa") {
			t.Errorf("second writer: %v", err)
		}
		return nil
	})
}

func TestTwoProgramsMayWriteAtTheSameTime(t *testing.T) {
	path := newPath(t)
	first := open(t, path, Options{Create: true})
	s := sow(t, first)
	second := open(t, path, Options{})
	const each = 30
	var done sync.WaitGroup
	for _, db := range []*DB{first, second} {
		done.Go(func() {
			for range each {
				if _, err := db.Write(background(), "Ghi", func(tx *Tx) error {
					return tx.Insert(&Appointment{CadreID: addWithin(tx), UnitID: s.branch, PositionID: s.deputy})
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done.Wait()
	var n int64
	fail(t, second.Reader.db.Model(&Appointment{}).Count(&n).Error)
	if n != 2*each {
		t.Errorf("%d posts stored, want %d: the busy timeout lets both through", n, 2*each)
	}
}

func addWithin(tx *Tx) int64 {
	c := Cadre{FullName: "Lê Thị Cùng Lúc"}
	if err := tx.Insert(&c); err != nil {
		return 0
	}
	return c.ID
}

func TestAFileIsMadeOnlyWhenAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mới", "thư mục [2023] 100%", "tỉnh #1.db")
	if _, err := Open(background(), path, Options{}); err == nil {
		t.Fatal("opened a file that is not there")
	}
	db := open(t, path, Options{Create: true})
	addCadre(t, db, sow(t, db), "Phạm Thị Đào")
	fail(t, db.Close(background()))
	if copies, err := Copies(path); err != nil || len(copies) != 1 {
		t.Errorf("copies of a file with signs in its name: %v, %v", copies, err)
	}
}

func TestAStoppedWriteSaysSo(t *testing.T) {
	db, s := fresh(t)
	ctx, stop := context.WithCancel(background())
	_, err := db.Write(ctx, "Dừng giữa chừng", func(tx *Tx) error {
		fail(t, tx.Insert(&Unit{Level: Branch}))
		stop()
		return tx.Insert(&UnitState{UnitID: s.branch, Name: "xóm 9"})
	})
	if !isCanceled(err) {
		t.Errorf("a stopped write gives %v", err)
	}
	if counts, err := db.LevelCounts(background(), testDay); err != nil || counts[Branch] != 1 {
		t.Errorf("a stopped write left %v, %v", counts, err)
	}
	addCadre(t, db, s, "Lê Thị Sau Đó") // and the next one works
}

func TestTheClockOfTheDatabase(t *testing.T) {
	at := time.Date(2023, 7, 4, 10, 0, 0, 0, time.UTC)
	db := open(t, newPath(t), Options{Create: true, Now: func() time.Time { return at }})
	c := addCadre(t, db, sow(t, db), "Phạm Thị Đào")
	if !c.CreatedAt.Equal(at) || !db.Now().Equal(at) {
		t.Errorf("created at %s, the clock shows %s, want %s", c.CreatedAt, db.Now(), at)
	}
}
