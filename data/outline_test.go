package data

import (
	"errors"
	"testing"
)

func TestAPaperHasOneOutlineOfTheOffice(t *testing.T) {
	db, _ := fresh(t)
	if _, err := db.OutlineFor(background(), "bao-cao-6-thang"); !errors.Is(err, ErrNotFound) {
		t.Errorf("without one: %v", err)
	}
	o := OutlineText{Paper: "bao-cao-6-thang", Text: "I. KẾT QUẢ\n  - thụt vào\n"}
	store(t, db, &o)
	got, err := db.OutlineFor(background(), "bao-cao-6-thang")
	if err != nil || got.Text != o.Text {
		t.Errorf("the outline is %q, %v", got.Text, err)
	}
	refused(t, db, func(tx *Tx) error { return tx.Insert(&OutlineText{Paper: "bao-cao-6-thang", Text: "khác"}) })
	write(t, db, func(tx *Tx) error { return tx.Remove(&o) }) // back to that of the program
	if _, err := db.OutlineFor(background(), "bao-cao-6-thang"); !errors.Is(err, ErrNotFound) {
		t.Errorf("after removing: %v", err)
	}
	store(t, db, &OutlineText{Paper: "bao-cao-6-thang", Text: "mới"})
}
