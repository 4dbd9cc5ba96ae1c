package data

import (
	"strings"
	"testing"
)

// One operation adds, changes and removes; its undoing leaves the live rows as they were, and so does the undoing of that.
func TestUndoPutsEveryRecordBack(t *testing.T) {
	db, _ := fresh(t)
	var kept, gone Course
	write(t, db, func(tx *Tx) error {
		kept, gone = Course{Name: "Nghiệp vụ"}, Course{Name: "Tin học"}
		if err := tx.Insert(&kept); err != nil {
			return err
		}
		return tx.Insert(&gone)
	})
	live := func() string {
		courses, err := db.Courses(background())
		fail(t, err)
		text := ""
		for _, c := range courses {
			text += c.Name + " " + c.Place + ";"
		}
		return text
	}
	before := live()
	changes := write(t, db, func(tx *Tx) error {
		kept.Name, kept.Place = "Nghiệp vụ công tác Hội", "Hải Hậu"
		if err := tx.Update(&kept); err != nil {
			return err
		}
		if err := tx.Remove(&gone); err != nil {
			return err
		}
		if err := tx.Insert(&Course{Name: "Ngoại ngữ"}); err != nil {
			return err
		}
		return InsertAll(tx, []Course{{Name: "A"}, {Name: "B"}})
	})
	after := live()
	undone := write(t, db, func(tx *Tx) error { return tx.Undo(background(), changes.OperationID) })
	if got := live(); got != before {
		t.Errorf("undone to %q, want %q", got, before)
	}
	again := write(t, db, func(tx *Tx) error { return tx.Undo(background(), undone.OperationID) })
	if got := live(); got != after {
		t.Errorf("done again to %q, want %q", got, after)
	}
	// What was undone twice stands, and may be undone once more; but not twice in a row.
	write(t, db, func(tx *Tx) error { return tx.Undo(background(), again.OperationID) })
	if got := live(); got != before {
		t.Errorf("undone once more to %q, want %q", got, before)
	}
	_, err := db.Write(background(), "Hoàn tác", func(tx *Tx) error { return tx.Undo(background(), changes.OperationID) })
	if err == nil || !strings.Contains(err.Error(), "đã được hoàn tác rồi") {
		t.Errorf("undone twice in a row: %v", err)
	}
	if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
		t.Errorf("after it: %q, %v", problems, err)
	}
}

// What somebody changed since is not overwritten: the sentence names the change, and nothing is undone.
func TestUndoIsRefusedAfterALaterChange(t *testing.T) {
	db, _ := fresh(t)
	c := Course{Name: "Nghiệp vụ"}
	first := write(t, db, func(tx *Tx) error { return tx.Insert(&c) })
	write(t, db, func(tx *Tx) error { c.Place = "Hải Vân"; return tx.Update(&c) })
	_, err := db.Write(background(), "Hoàn tác", func(tx *Tx) error { return tx.Undo(background(), first.OperationID) })
	if err == nil || !strings.Contains(err.Error(), "sau đó đã có việc “Thử ghi”") {
		t.Errorf("undone over a later change: %v", err)
	}
	if got, err := db.Course(background(), c.ID); err != nil || got.Place != "Hải Vân" {
		t.Errorf("the course is %+v, %v", got, err)
	}
}
