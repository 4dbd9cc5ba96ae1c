package ui

import (
	"context"
	"strings"
	"testing"

	"cosohoi/data"
)

// openCatalogues shows the leaf Danh mục of Cài đặt.
func openCatalogues(t *testing.T) (*shell, *catalogues) {
	t.Helper()
	s := openShell(t)
	s.show(screenSettings)
	settings := s.screens[screenSettings].(*settingsScreen)
	for i, label := range settings.tabLabels {
		if label == "Danh mục" {
			settings.tabs.Select(i)
		}
	}
	if settings.catalogues == nil {
		t.Fatal("there is no leaf Danh mục")
	}
	return s, settings.catalogues
}

// What is added to a list stands in it at once and in the forms of cadres.
func TestAWordIsAddedToACatalogue(t *testing.T) {
	s, c := openCatalogues(t)
	c.open("religion")
	if err := s.office.SaveCatalogueEntry(s.ctx, data.CatalogueEntry{Catalogue: "religion", Name: "Tịnh độ cư sĩ"}); err != nil {
		t.Fatal(err)
	}
	c.refresh()
	shown := ""
	for _, d := range texts(s.win.Content()) {
		shown += d.text + "\n"
	}
	for _, want := range []string{"Tịnh độ cư sĩ", "không thay đổi hồ sơ nào"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown:\n%s", want, shown)
		}
	}
}

// A post that cadres hold stays, and the form says how often it is used.
func TestAPostInUseIsNotRemoved(t *testing.T) {
	s, c := openCatalogues(t)
	positions, err := s.office.Positions(s.ctx, data.Branch)
	if err != nil {
		t.Fatal(err)
	}
	c.removal(positions[0].Name, "", func(ctx context.Context) error { return s.office.RemovePosition(ctx, positions[0]) })
	tapAction(t, s, "Xóa")
	if got := overlayTexts(s); !strings.Contains(got, "lần trong hồ sơ nên") {
		t.Errorf("the refusal is not told:\n%s", got)
	}
}
