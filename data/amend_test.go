package data

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// desk is an office where a draft is typed: its clock and its person can be changed.
type desk struct {
	*DB
	t     *testing.T
	at    time.Time
	draft Document
}

const typing = "Soạn văn bản"

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, at: testNow, draft: draft("Báo cáo")}
	d.DB = open(t, newPath(t), Options{Create: true, Now: func() time.Time { return d.at }})
	store(t, d.DB, &d.draft)
	return d
}

// amend saves the draft as it is typed now.
func (d *desk) amend(label string, change func(*Document)) {
	d.t.Helper()
	change(&d.draft)
	changes, err := d.Write(background(), label, func(tx *Tx) error { return tx.Amend(&d.draft) })
	if err != nil || !changes.Any(KindDocument) {
		d.t.Fatalf("saving the draft: %+v, %v", changes, err)
	}
}

func (d *desk) source(text string) func(*Document) {
	return func(doc *Document) { doc.Source = text }
}

// steps are the audit entries of the draft after its insertion, the first on top.
func (d *desk) steps() []HistoryLine {
	d.t.Helper()
	lines, err := d.History(background(), KindDocument, d.draft.ID, 100)
	fail(d.t, err)
	steps := make([]HistoryLine, 0, len(lines))
	for i := len(lines) - 2; i >= 0; i-- {
		steps = append(steps, lines[i])
	}
	return steps
}

func TestTenSavesOfADraftAreOneEntry(t *testing.T) {
	d := newDesk(t)
	for i := range 10 {
		d.at = d.at.Add(9 * time.Minute) // each within ten minutes of the one before
		d.amend(typing, d.source(fmt.Sprintf("bản %d", i)))
	}
	d.amend(typing, func(doc *Document) { doc.Title = "Báo cáo 6 tháng" }) // a field that changes later
	steps := d.steps()
	if len(steps) != 1 {
		t.Fatalf("%d entries, want one", len(steps))
	}
	const before, after = `{"Source":"I. KẾT QUẢ\n","Title":"Báo cáo"}`, `{"Source":"bản 9","Title":"Báo cáo 6 tháng"}`
	if s := steps[0]; s.Action != "update" || s.Before != before || s.After != after || !s.At.Equal(d.at) {
		t.Errorf("the entry says %+v; want the first before, the last after and the last time", s)
	}
	stored, err := d.DocumentByID(background(), d.draft.ID)
	if err != nil || stored.Version != 12 || stored.Source != "bản 9" {
		t.Errorf("stored is version %d, %q, %v; every save counts", stored.Version, stored.Source, err)
	}
	if ops, err := d.Operations(background(), 1); err != nil || ops[0].Label != typing || !ops[0].At.Equal(d.at) {
		t.Errorf("the latest operation is %+v, %v", ops, err)
	}
}

func TestWhatBeginsANewEntry(t *testing.T) {
	for _, c := range []struct {
		name    string
		between func(*desk)
		label   string
		want    int
	}{
		{"ten minutes later is still the same work", func(d *desk) { d.at = d.at.Add(10 * time.Minute) }, typing, 1},
		{"eleven minutes later", func(d *desk) { d.at = d.at.Add(11 * time.Minute) }, typing, 2},
		{"the clock was set back", func(d *desk) { d.at = d.at.Add(-time.Hour) }, typing, 2},
		{"another label", func(*desk) {}, "Làm mới số liệu", 2},
		{"another person", func(d *desk) { d.who = "Lê Thị Khác" }, typing, 2},
		{"a plain update in between under another label", func(d *desk) {
			d.draft.Note = "giữ"
			write(d.t, d.DB, func(tx *Tx) error { return tx.Update(&d.draft) })
		}, typing, 3},
		{"an operation that changed another record too", func(d *desk) {
			d.draft.Note = "cùng lúc"
			_, err := d.Write(background(), typing, func(tx *Tx) error {
				fail(d.t, tx.Update(&d.draft))
				return tx.Insert(&Cadre{FullName: "Lê Thị Cùng"})
			})
			fail(d.t, err)
		}, typing, 3},
		{"another record in between does not part it", func(d *desk) {
			other := draft("Khác")
			store(d.t, d.DB, &other)
		}, typing, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.amend(typing, d.source("một"))
			c.between(d)
			d.amend(c.label, d.source("hai"))
			steps := d.steps()
			if len(steps) != c.want {
				t.Fatalf("%d entries, want %d: %+v", len(steps), c.want, steps)
			}
			if last := steps[len(steps)-1]; !strings.Contains(last.After, `"hai"`) {
				t.Errorf("the last entry says %+v", last)
			}
		})
	}
}

func TestTwoAmendsInOneWriteAreOneEntry(t *testing.T) {
	d := newDesk(t)
	_, err := d.Write(background(), typing, func(tx *Tx) error {
		d.draft.Source = "một"
		fail(t, tx.Amend(&d.draft))
		d.draft.Source = "hai"
		return tx.Amend(&d.draft)
	})
	fail(t, err)
	if steps := d.steps(); len(steps) != 1 || steps[0].Before != `{"Source":"I. KẾT QUẢ\n"}` || steps[0].After != `{"Source":"hai"}` {
		t.Errorf("the audit says %+v", steps)
	}
}

func TestAmendingChecksTheVersion(t *testing.T) {
	d := newDesk(t)
	stale := d.draft
	d.amend(typing, d.source("một"))
	stale.Source = "hai"
	if _, err := d.Write(background(), typing, func(tx *Tx) error { return tx.Amend(&stale) }); !errors.Is(err, ErrConflict) {
		t.Errorf("a stale draft: %v, want a conflict", err)
	}
	changes, err := d.Write(background(), typing, func(tx *Tx) error { return tx.Amend(&d.draft) })
	if err != nil || !changes.Empty() {
		t.Errorf("an unchanged draft: %+v, %v", changes, err)
	}
}

func TestIssuedDocumentsAreNotAmended(t *testing.T) {
	db, _ := fresh(t)
	d := issue(t, db, 5)
	d.Note = "Đã gửi" // even what may change in the register has an entry of its own
	if got := refused(t, db, func(tx *Tx) error { return tx.Amend(&d) }); !strings.Contains(got, "số 05/BC-BTV đã phát hành") {
		t.Errorf("the user is told %q", got)
	}
	unissued := draft("Bản nháp")
	store(t, db, &unissued)
	unissued.State, unissued.Number, unissued.Symbol, unissued.IssuedOn = DocumentIssued, 6, "BC-BTV", testDay
	if got := refused(t, db, func(tx *Tx) error { return tx.Amend(&unissued) }); !strings.Contains(got, "ghi riêng") {
		t.Errorf("issuing by the way: the user is told %q", got)
	}
}
