package app

import (
	"bytes"
	"testing"

	"cosohoi/data"
)

// The founding of a database cannot be undone, although nothing was changed since: it would leave a province without its units.
func TestTheFoundingStays(t *testing.T) {
	for name, o := range map[string]*Office{"founded": founded(t, today), "demonstration": copied(t, demoFile(t), clock)} {
		province := must(o.Province(t.Context(), o.Today()))(t)
		op, err := o.db.OperationThatMade(t.Context(), data.KindUnit, province.ID)
		if err != nil {
			t.Fatal(err)
		}
		before := exported(t, o)
		refused(t, o.Undo(t.Context(), op.ID), op.Label, "cơ sở dữ liệu mới")
		if !bytes.Equal(before, exported(t, o)) {
			t.Errorf("%s: the refused undoing changed something", name)
		}
	}
}
