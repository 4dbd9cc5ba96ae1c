package data

import (
	"context"
	"errors"
	"strings"
	"testing"

	"cosohoi/data/day"
)

var testDay = day.Of(2024, 7, 1)

func isCanceled(err error) bool { return errors.Is(err, context.Canceled) }

func TestAWriteLeavesWhoWhenBeforeAndAfter(t *testing.T) {
	db, s := fresh(t)
	c := addCadre(t, db, s, "Phạm Thị Đào")
	c.Phone = "0912345678"
	changes, err := db.Write(background(), "Sửa hồ sơ cán bộ", func(tx *Tx) error { return tx.Update(&c) })
	fail(t, err)
	if !changes.Any(KindCadre) || changes.Any(KindUnit, KindVisit) || changes.Operation != "Sửa hồ sơ cán bộ" {
		t.Errorf("changes %+v, want the kind cadre alone", changes)
	}
	lines, err := db.History(background(), KindCadre, c.ID, 10)
	fail(t, err)
	if len(lines) != 2 {
		t.Fatalf("%d steps in the history, want insert and update", len(lines))
	}
	last := lines[0]
	if last.Who != "Trần Thị Thử" || last.Label != "Sửa hồ sơ cán bộ" || last.Action != "update" || !last.At.Equal(testNow) {
		t.Errorf("the audit says %+v", last)
	}
	if last.Before != `{"Phone":"","Version":1}` && !strings.Contains(last.Before, `"Phone":""`) {
		t.Errorf("before: %s", last.Before)
	}
	if !strings.Contains(last.After, `"Phone":"0912345678"`) || strings.Contains(last.After, "FullName") {
		t.Errorf("after: %s; want the changed fields alone", last.After)
	}
}

func TestAStaleRecordIsNotOverwritten(t *testing.T) {
	db, s := fresh(t)
	mine := addCadre(t, db, s, "Phạm Thị Đào")
	yours := mine
	yours.Phone = "0911111111"
	write(t, db, func(tx *Tx) error { return tx.Update(&yours) })

	mine.Phone = "0922222222"
	for name, do := range map[string]func(*Tx) error{
		"update": func(tx *Tx) error { return tx.Update(&mine) },
		"remove": func(tx *Tx) error { return tx.Remove(&mine) },
	} {
		if _, err := db.Write(background(), "Ghi đè", do); !errors.Is(err, ErrConflict) {
			t.Errorf("%s of a stale record: %v, want a conflict", name, err)
		}
	}
	if stored, err := db.Cadre(background(), mine.ID); err != nil || stored.Phone != "0911111111" || stored.Version != 2 {
		t.Errorf("stored is %+v, %v", stored, err)
	}
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	db, s := fresh(t)
	var told int
	db.OnChange(func(Changes) { told++ })
	before := operations(t, db)
	refusal := errors.New("refused")
	_, err := db.Write(background(), "Nửa chừng", func(tx *Tx) error {
		fail(t, tx.Insert(&Cadre{FullName: "Lê Thị Nửa Chừng"}))
		fail(t, tx.NoteReading(KindUnit, s.branch))
		return refusal
	})
	if !errors.Is(err, refusal) {
		t.Fatalf("the reason is lost: %v", err)
	}
	if n, err := db.CountCadres(background(), CadreQuery{Serving: ServingAny}, 0); err != nil || n != 0 {
		t.Errorf("%d cadres are left, %v", n, err)
	}
	if told != 0 || operations(t, db) != before {
		t.Error("a failed write is in the audit or was told to the screens")
	}
	func() { // a panic rolls back too
		defer func() { _ = recover() }()
		_, _ = db.Write(background(), "Hỏng", func(tx *Tx) error { fail(t, tx.Insert(&Cadre{FullName: "A"})); panic("hỏng") })
	}()
	if n, err := db.CountCadres(background(), CadreQuery{Serving: ServingAny}, 0); err != nil || n != 0 {
		t.Errorf("%d cadres are left after a panic, %v", n, err)
	}
}

func operations(t *testing.T, db *DB) int {
	t.Helper()
	ops, err := db.Operations(background(), 1000)
	fail(t, err)
	return len(ops)
}

func TestAWriteThatChangesNothingIsNone(t *testing.T) {
	db, s := fresh(t)
	c := addCadre(t, db, s, "Phạm Thị Đào")
	before := operations(t, db)
	changes := write(t, db, func(tx *Tx) error {
		same := c
		same.FullName = "  Phạm  Thị Đào " // cleaned, it is the stored name
		return tx.Update(&same)
	})
	if !changes.Empty() || operations(t, db) != before {
		t.Errorf("saving an unchanged record gives %+v", changes)
	}
}

func TestRemovingTakesOnlyTheRecordAway(t *testing.T) {
	db, s := fresh(t)
	c := addCadre(t, db, s, "Phạm Thị Đào")
	write(t, db, func(tx *Tx) error {
		return tx.Remove(&Cadre{Base: Base{ID: c.ID, Version: c.Version}, FullName: "gõ dở"}) // unsaved edits do not slip in
	})
	if _, err := db.Cadre(background(), c.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a removed cadre is found: %v", err)
	}
	var stored Cadre
	fail(t, db.Reader.db.Where("id = ?", c.ID).Take(&stored).Error)
	if stored.FullName != "Phạm Thị Đào" || stored.DeletedAt == nil || stored.Version != 2 {
		t.Errorf("in the bin lies %+v", stored)
	}
	if _, err := db.Write(background(), "Sửa", func(tx *Tx) error { return tx.Update(&c) }); !errors.Is(err, ErrNotFound) {
		t.Errorf("a removed record is updated: %v", err)
	}
}

func TestABulkInsertHasOneEntryForAll(t *testing.T) {
	db, _ := fresh(t)
	cadres := make([]Cadre, 1200)
	for i := range cadres {
		cadres[i].FullName = "Lê Thị Hàng Loạt"
	}
	write(t, db, func(tx *Tx) error { return InsertAll(tx, cadres) })
	for i, c := range cadres {
		if c.ID != cadres[0].ID+int64(i) || c.Version != 1 {
			t.Fatalf("record %d has id %d, version %d", i, c.ID, c.Version)
		}
	}
	lines, err := db.History(background(), KindCadre, cadres[600].ID, 10)
	if err != nil || len(lines) != 1 || lines[0].After != `{"count":1200}` {
		t.Errorf("history of one of them: %+v, %v", lines, err)
	}
}

func TestTextsAreStoredClean(t *testing.T) {
	db, s := fresh(t)
	for typed, want := range map[string]string{
		"Pha\u0323m Thi\u0323 \u0110a\u0300o": "Phạm Thị Đào", // NFD, as a Mac gives it
		"Phạm Thị Đào 🌸":                      "Phạm Thị Đào", // no font of a paper has emoji
		"Phạm\xff Thị\x00 Đào\u200b":          "Phạm Thị Đào", // invalid UTF-8 and what cannot be seen
	} {
		c := addCadre(t, db, s, typed)
		if stored, err := db.Cadre(background(), c.ID); err != nil || stored.FullName != want || stored.SearchKey != "pham thi dao" {
			t.Errorf("%q is stored as %q, %q, %v", typed, stored.FullName, stored.SearchKey, err)
		}
	}
	for _, nameless := range []string{"", "   ", "🌸", "...", "\xff"} {
		_, err := db.Write(background(), "Thêm", func(tx *Tx) error { return tx.Insert(&Cadre{FullName: nameless}) })
		if err == nil || !strings.Contains(err.Error(), "chưa có họ và tên") {
			t.Errorf("name %q: %v", nameless, err)
		}
	}
}

func TestDatesKnownInPartMayMeet(t *testing.T) {
	db, s := fresh(t)
	c := addCadre(t, db, s, "Phạm Thị Đào")
	for _, ok := range []struct{ from, to day.Date }{
		{day.Of(2023, 5, 12), day.Date{Year: 2023}},          // ended some day of 2023
		{day.Date{Year: 2023, Month: 5}, day.Of(2023, 5, 3)}, // began some day of 5/2023
		{day.Date{}, day.Of(2023, 5, 3)},
	} {
		write(t, db, func(tx *Tx) error {
			return tx.Insert(&Appointment{CadreID: c.ID, UnitID: s.branch, PositionID: s.deputy, StartedOn: ok.from, EndedOn: ok.to})
		})
	}
	_, err := db.Write(background(), "Ghi", func(tx *Tx) error {
		return tx.Insert(&Appointment{CadreID: c.ID, UnitID: s.branch, PositionID: s.deputy, StartedOn: day.Of(2024, 1, 1), EndedOn: day.Date{Year: 2023}})
	})
	if err == nil || !strings.Contains(err.Error(), "sớm hơn ngày bắt đầu") {
		t.Errorf("a post that ends before it begins: %v", err)
	}
}
