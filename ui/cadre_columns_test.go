package ui

import (
	"slices"
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/data"
)

// The columns that were chosen are shown in the order of the list and are still there in the next session.
func TestChosenColumnsAreShownAndKept(t *testing.T) {
	s := openShell(t)
	s.app.Preferences().SetStringList(preferenceCadreColumns, []string{app.ColumnRating, app.ColumnPhone, string(data.SortByBirth)})
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	var ids []string
	for _, column := range c.columns() {
		ids = append(ids, column.ID)
	}
	if want := []string{"name", "birth", app.ColumnPhone, app.ColumnRating}; !slices.Equal(ids, want) {
		t.Errorf("columns %v, want %v: the name is always shown", ids, want)
	}
	if got := join(texts(s.win.Content())); !strings.Contains(got, "Xếp loại") || strings.Contains(got, "Vào Đảng\n") {
		t.Errorf("not shown:\n%s", got)
	}
	c.chooseColumns()
	if got := overlayTexts(s); !strings.Contains(got, "Lý luận chính trị") {
		t.Errorf("a column cannot be chosen:\n%s", got)
	}
}
