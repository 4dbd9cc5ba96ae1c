package data

import (
	"fmt"
	"strings"
	"testing"

	"cosohoi/data/day"
)

func TestTheNextNumberAndTheGaps(t *testing.T) {
	db, _ := fresh(t)
	for _, n := range []int{2, 3, 6} {
		d := numbered(n, "BC-BTV", testDay)
		store(t, db, &d)
	}
	cancelled := numbered(7, "BC-BTV", testDay)
	cancelled.State, cancelled.Note = DocumentCancelled, "In sai"
	store(t, db, &cancelled)
	reserved := draft("Bản nháp giữ số")
	reserved.Number = 9
	store(t, db, &reserved)
	gone := draft("Bản nháp đã xóa")
	gone.Number = 20
	store(t, db, &gone)
	write(t, db, func(tx *Tx) error { return tx.Remove(&gone) })
	ofType := numbered(40, "KH-BTV", testDay)
	ofType.Series = "KH"
	store(t, db, &ofType)

	write(t, db, func(tx *Tx) error { // within a write, as when a paper is issued
		for _, c := range []struct {
			why, series string
			year, next  int
			gaps        string
		}{
			{"7 is cancelled and 9 held by a draft: both are drawn; that of a removed draft is not", "", 2024, 10, "[1 4 5 8]"},
			{"every year starts from 1", "", 2025, 1, "[]"},
			{"a type with its own series", "BC", 2024, 1, "[]"},
		} {
			next, gaps, err := tx.NextNumber(background(), c.year, c.series)
			if err != nil || next != c.next || fmt.Sprint(gaps) != c.gaps {
				t.Errorf("%s: next %d, gaps %v, %v; want %d, %s", c.why, next, gaps, err, c.next, c.gaps)
			}
		}
		d := numbered(10, "BC-BTV", testDay)
		fail(t, tx.Insert(&d))
		if next, _, err := tx.NextNumber(background(), 2024, ""); err != nil || next != 11 {
			t.Errorf("after drawing 10 the next is %d, %v", next, err)
		}
		return nil
	})
}

func TestTheRegisterIsInOrderOfNumbers(t *testing.T) {
	db, _ := fresh(t)
	for _, d := range []Document{
		numbered(3, "BC-BTV", testDay), numbered(1, "KH-BTV", testDay), numbered(2, "BC-BTV", day.Of(2023, 7, 1)),
		{Title: "Hủy", State: DocumentCancelled, Number: 2, Symbol: "TB-BTV", IssuedOn: testDay, Note: "In sai"},
		{Title: "Nháp", State: DocumentDraft, Number: 4, Year: 2024},
		{Title: "Riêng", State: DocumentIssued, Series: "TTr", Number: 1, Symbol: "TTr-BTV", IssuedOn: testDay},
	} {
		store(t, db, &d)
	}
	rows, err := db.RegisterRows(background(), 2024, "")
	fail(t, err)
	var got []string
	for _, row := range rows {
		got = append(got, row.Reference()+" "+string(row.State))
	}
	if want := "01/KH-BTV issued, 02/TB-BTV cancelled, 03/BC-BTV issued"; strings.Join(got, ", ") != want {
		t.Errorf("the register holds %q, want %q", got, want)
	}
	if series, err := db.RegisterSeries(background(), 2024); err != nil || fmt.Sprintf("%q", series) != `["" "TTr"]` {
		t.Errorf("series %q, %v", series, err)
	}
}

func TestTheRuleOfNumberingIsOneOfTwo(t *testing.T) {
	db, _ := fresh(t)
	rule := func() SeriesRule {
		got, err := SeriesChoice.Of(background(), db.Reader)
		fail(t, err)
		return got
	}
	if rule() != OneSeries {
		t.Errorf("before the office chooses it is %q, want one series", rule())
	}
	write(t, db, func(tx *Tx) error { return SeriesChoice.Choose(background(), tx, SeriesOfTypes) })
	if rule() != SeriesOfTypes {
		t.Errorf("the choice is %q", rule())
	}
	if _, err := db.Write(background(), "Thử ghi", func(tx *Tx) error { return SeriesChoice.Choose(background(), tx, "month") }); err == nil {
		t.Error("an unknown rule is stored")
	}
	write(t, db, func(tx *Tx) error { return tx.SetSetting(background(), SeriesChoice.Name, "month") })
	if got, err := SeriesChoice.Of(background(), db.Reader); err == nil {
		t.Errorf("an unknown rule in the file is read as %q", got)
	}
}

func TestAReferenceIsWrittenAsTheDecreeSays(t *testing.T) {
	for _, c := range []struct {
		number       int
		symbol, want string
	}{
		{5, "BC-BTV", "05/BC-BTV"}, // below 10 with a zero
		{12, "BC-BTV", "12/BC-BTV"},
		{314, "BTV-KT", "314/BTV-KT"}, // công văn
		{7, "", "07"},                 // the symbol of a draft may be open
		{0, "BC-BTV", ""},             // not drawn yet
	} {
		d := Document{Number: c.number, Symbol: c.symbol}
		if got := d.Reference(); got != c.want {
			t.Errorf("%d, %q: %q, want %q", c.number, c.symbol, got, c.want)
		}
	}
}
