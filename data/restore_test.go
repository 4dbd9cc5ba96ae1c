package data

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// titles lists the documents that a filter finds.
func titles(t *testing.T, db *DB, f DocumentFilter) string {
	t.Helper()
	rows, n, err := db.Documents(background(), f, 0, 0)
	fail(t, err)
	var all []string
	for _, row := range rows {
		all = append(all, row.Title)
	}
	if n != len(rows) {
		t.Errorf("%d documents are counted, %d listed", n, len(rows))
	}
	return strings.Join(all, ", ")
}

func TestARemovedDraftIsRestoredAsItWas(t *testing.T) {
	at := testNow
	db := open(t, newPath(t), Options{Create: true, Now: func() time.Time { return at }})
	d := draft("Báo cáo 6 tháng")
	d.Source, d.Generated, d.Request, d.RefreshedOn = "I. KẾT QUẢ\n  Gõ tay.\n", "I. KẾT QUẢ\n", `{"Year":2024}`, testNow
	store(t, db, &d)
	before, err := db.DocumentByID(background(), d.ID)
	fail(t, err)

	at = at.Add(time.Hour)
	write(t, db, func(tx *Tx) error { return tx.Remove(&d) })
	if got := titles(t, db, DocumentFilter{}); got != "" {
		t.Errorf("after the removal are listed %s", got)
	}
	if _, err := db.DocumentByID(background(), d.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a removed draft is found: %v", err)
	}
	rows, _, err := db.Documents(background(), DocumentFilter{Removed: true}, 0, 0)
	fail(t, err)
	if len(rows) != 1 || rows[0].ID != d.ID || !rows[0].UpdatedAt.Equal(at) {
		t.Fatalf("in the bin lies %+v, want the draft with the time of its removal", rows)
	}

	at = at.Add(time.Hour)
	back := Document{Base: Base{ID: rows[0].ID, Version: rows[0].Version}, Source: "gõ dở"} // unsaved edits do not slip in
	changes, err := db.Write(background(), "Khôi phục dự thảo: Báo cáo 6 tháng", func(tx *Tx) error { return tx.Restore(&back) })
	fail(t, err)
	if !changes.Any(KindDocument) {
		t.Error("the screens are not told")
	}
	if got := titles(t, db, DocumentFilter{}); got != d.Title {
		t.Errorf("after the restoring are listed %q", got)
	}
	if got := titles(t, db, DocumentFilter{Removed: true}); got != "" {
		t.Errorf("in the bin is left %q", got)
	}
	stored, err := db.DocumentByID(background(), d.ID)
	fail(t, err)
	if stored.Version != before.Version+2 || back != stored {
		t.Errorf("given back is %+v, stored %+v; want the same after two more writes", back, stored)
	}
	stored.Version, stored.UpdatedAt = before.Version, before.UpdatedAt
	if stored != before {
		t.Errorf("restored is %+v, want %+v", stored, before)
	}

	lines, err := db.History(background(), KindDocument, d.ID, 10)
	fail(t, err)
	if len(lines) != 3 || lines[0].Action != "restore" || lines[1].Action != "remove" || !lines[0].At.Equal(at) || !strings.Contains(lines[0].Before, "DeletedAt") || lines[0].After != "{}" {
		t.Errorf("the history is %+v", lines)
	}
	write(t, db, func(tx *Tx) error { back.Note = "Sửa tiếp"; return tx.Update(&back) })
}

func TestTheRecycleBinListsTheLastRemovedFirst(t *testing.T) {
	at := testNow
	db := open(t, newPath(t), Options{Create: true, Now: func() time.Time { return at }})
	var drafts []Document
	for _, title := range []string{"Một", "Hai", "Ba", "Kế hoạch"} {
		d := draft(title)
		store(t, db, &d)
		drafts = append(drafts, d)
	}
	issued := numbered(5, "BC-BTV", testDay)
	store(t, db, &issued)
	for _, i := range []int{2, 0, 1} {
		at = at.Add(time.Minute)
		write(t, db, func(tx *Tx) error { return tx.Remove(&drafts[i]) })
	}
	for _, c := range []struct {
		name   string
		filter DocumentFilter
		want   string
	}{
		{"the bin", DocumentFilter{Removed: true}, "Hai, Một, Ba"},
		{"searched", DocumentFilter{Removed: true, Search: "mot"}, "Một"},
		{"of another year", DocumentFilter{Removed: true, Year: 2023}, ""},
		{"the others", DocumentFilter{}, "Kế hoạch, Văn bản 5"},
	} {
		if got := titles(t, db, c.filter); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestOnlyWhatLiesInTheBinIsRestored(t *testing.T) {
	db, s := fresh(t)
	d := draft("Báo cáo 6 tháng")
	store(t, db, &d)
	there := addCadre(t, db, s, "Phạm Thị Đào")
	stale := d
	write(t, db, func(tx *Tx) error { return tx.Remove(&d) })
	restored := d
	if _, err := db.Write(background(), "Khôi phục", func(tx *Tx) error { return tx.Restore(&stale) }); !errors.Is(err, ErrConflict) {
		t.Errorf("a version before the removal: %v, want a conflict", err)
	}
	write(t, db, func(tx *Tx) error { return tx.Restore(&restored) })
	for name, r := range map[string]Record{
		"a second time":             &d,
		"with its version of now":   &restored,
		"what was never removed":    &there,
		"what never was in a table": &Document{Base: Base{ID: 999, Version: 1}},
	} {
		_, err := db.Write(background(), "Khôi phục", func(tx *Tx) error { return tx.Restore(r) })
		var fault *Fault
		if !errors.Is(err, ErrNotFound) || !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "không còn trong thùng rác") {
			t.Errorf("%s: %v", name, err)
		}
	}
	write(t, db, func(tx *Tx) error { return tx.Remove(&there) })
	write(t, db, func(tx *Tx) error { return tx.Restore(&there) }) // a record of any kind
	if c, err := db.Cadre(background(), there.ID); err != nil || c.FullName != "Phạm Thị Đào" || c.Version != 3 {
		t.Errorf("restored is %+v, %v", c, err)
	}
}

func TestADraftWhoseNumberWentToAnotherStaysInTheBin(t *testing.T) {
	db, _ := fresh(t)
	d := draft("Bản nháp có số")
	d.Number = 20
	store(t, db, &d)
	write(t, db, func(tx *Tx) error { return tx.Remove(&d) })
	holder := numbered(20, "BC-BTV", testDay)
	store(t, db, &holder)
	const want = "Bản nháp “Bản nháp có số” giữ số 20/BC-BTV năm 2024, nay đã cấp cho văn bản “Văn bản 20”, nên không khôi phục được; hãy soạn văn bản mới."
	if got := refused(t, db, func(tx *Tx) error { return tx.Restore(&d) }); got != want {
		t.Errorf("the user is told %q, want %q", got, want)
	}
	if got := titles(t, db, DocumentFilter{Removed: true}); got != d.Title {
		t.Errorf("in the bin lies %q", got)
	}
}

// Typing that goes on after a draft was restored must not join the entry from before its removal.
func TestAmendingAfterARestoringHasItsOwnEntry(t *testing.T) {
	db, _ := fresh(t)
	d := draft("Báo cáo 6 tháng")
	store(t, db, &d)
	amend := func(source string) {
		t.Helper()
		d.Source = source
		write(t, db, func(tx *Tx) error { return tx.Amend(&d) })
	}
	amend("một\n")
	write(t, db, func(tx *Tx) error { return tx.Remove(&d) })
	write(t, db, func(tx *Tx) error { return tx.Restore(&d) })
	amend("hai\n")
	lines, err := db.History(background(), KindDocument, d.ID, 10)
	fail(t, err)
	var actions []string
	for _, l := range lines {
		actions = append(actions, l.Action)
	}
	if got := strings.Join(actions, " "); got != "update restore remove update insert" {
		t.Errorf("the history is %s", got)
	}
}
