package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cosohoi/data"
	"cosohoi/ui/kit"
)

func filterTexts(c *cadresScreen) string {
	var all []string
	for _, d := range texts(c.filters) {
		all = append(all, d.text)
	}
	return strings.Join(all, "\n")
}

// A query from elsewhere fills the inputs, shows the rest as chips and lists whom it asks for; a chip taken away widens the list again.
func TestAQueryFromElsewhereIsShownAndTakenAway(t *testing.T) {
	s := openShell(t)
	c := s.screens[screenCadres].(*cadresScreen)
	commune, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	member := true
	q := data.CadreQuery{On: s.on, Unit: commune.ID, Party: &member, AgeFrom: 40, NotRatedIn: s.on.Year}
	c.openQuery(q)
	got := filterTexts(c)
	for _, want := range []string{commune.Label(), "Là đảng viên", "từ 40", "Chưa xếp loại năm 2024"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not among the filters:\n%s", want, got)
		}
	}
	if now := *c.query.Load(); now.AgeFrom != 40 || now.NotRatedIn != s.on.Year || now.Unit != commune.ID || now.Party == nil || !*now.Party {
		t.Errorf("lists %+v, want %+v", now, q)
	}
	chips := func() (found []*kit.Condition) {
		for _, o := range c.filters.Objects {
			if chip, ok := o.(*kit.Condition); ok {
				found = append(found, chip)
			}
		}
		return found
	}
	if len(chips()) != 2 {
		t.Fatalf("%d chips, want those of age and rating", len(chips()))
	}
	chips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if now := *c.query.Load(); now.AgeFrom != 0 || now.NotRatedIn != s.on.Year || len(chips()) != 1 {
		t.Errorf("after taking the age away lists %+v with %d chips", now, len(chips()))
	}
}

// A filter that was saved is opened again after another one was in use.
func TestASavedFilterIsOpened(t *testing.T) {
	s := openShell(t)
	c := s.screens[screenCadres].(*cadresScreen)
	c.openQuery(data.CadreQuery{Text: "lan", MissingData: true})
	if err := s.office.SaveFilter(s.ctx, "Thiếu dữ liệu", c.filterQuery()); err != nil {
		t.Fatal(err)
	}
	c.openQuery(data.CadreQuery{})
	if got := filterTexts(c); strings.Contains(got, "Thiếu") || c.filter.Value() != "" {
		t.Fatalf("still filtered:\n%s", got)
	}
	filters, err := s.office.SavedFilters(s.ctx)
	if err != nil {
		t.Fatal(err)
	}
	c.openFilter(filters[0])
	if got := filterTexts(c); !strings.Contains(got, "Thiếu ngày sinh") || c.filter.Value() != "lan" {
		t.Errorf("not opened:\n%s", got)
	}
}
