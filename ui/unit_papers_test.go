package ui

import (
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/reports"
)

// The tab of documents shows a draft about the unit in view and no document of another one; the province lists all.
func TestTheUnitPageListsItsDocuments(t *testing.T) {
	s := openShell(t)
	s.show(screenUnits)
	u := s.screens[screenUnits].(*unitsScreen)
	commune, err := s.office.UnitByCode(s.ctx, s.on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.office.UnitByCode(s.ctx, s.on, "14215")
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.office.NewDocument(s.ctx, app.PaperRequest{Kind: reports.CadreListID, Unit: commune.ID, AsOf: s.on})
	if err != nil {
		t.Fatal(err)
	}
	u.tab = unitPapers
	card := func() string {
		var all []string
		for _, t := range texts(u.card) {
			all = append(all, t.text)
		}
		return strings.Join(all, "\n")
	}
	for _, c := range []struct {
		unit int64
		want string
	}{
		{commune.ID, "về đơn vị"},
		{other.ID, "Chưa có văn bản nào về đơn vị này"},
		{u.page.Unit.ID, "do đơn vị soạn"}, // the province, which was shown first
	} {
		u.openUnit(c.unit)
		if got := card(); !strings.Contains(got, c.want) {
			t.Errorf("unit %d does not say %q:\n%s", c.unit, c.want, got)
		}
	}
	if got := card(); !strings.Contains(got, d.Title[:20]) {
		t.Errorf("the province does not list “%s”:\n%s", d.Title, got)
	}
}
