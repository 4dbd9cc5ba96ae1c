package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"cosohoi/assets"
)

func TestHelpIsFoundByWords(t *testing.T) {
	pages := []helpPage{
		newHelpPage("to-chuc", "# Tổ chức\n\nCây đơn vị.\n\n## Sắp xếp: nhập, tách\n\nXem trước rồi ghi."),
		newHelpPage("can-bo", "# Cán bộ\n\nHồ sơ.\n\n## Xuất\n\nRa Excel, sau khi sắp xếp."),
	}
	for typed, want := range map[string]string{
		"sap xep":      "Sắp xếp: nhập, tách · Xuất", // in the heading first
		"SẮP xếp nhập": "Sắp xếp: nhập, tách",
		"excel":        "Xuất",
		"can bo xuat":  "Xuất", // the title of the page counts too
		"ap":           "",     // words from their beginning
		"":             "",
		"?":            "",
	} {
		var found []string
		for _, hit := range searchHelp(pages, typed) {
			found = append(found, pages[hit.page].sections[hit.section].heading)
		}
		if got := strings.Join(found, " · "); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
}

func TestEveryScreenHasItsHelp(t *testing.T) {
	s := openShell(t)
	known := map[string]bool{}
	for _, topic := range assets.HelpTopics() {
		known[topic.ID] = true
		page := newHelpPage(topic.ID, topic.Text)
		if page.title == "" || len(page.sections) == 0 {
			t.Errorf("help page %q has no title", topic.ID)
		}
		for _, line := range strings.Split(topic.Text, "\n") {
			if _, file, isPicture := pictureLine(line); isPicture {
				if _, there := assets.Picture(file); !there {
					t.Errorf("help page %q shows %q, which is not there", topic.ID, file)
				}
			}
			if strings.Contains(line, "`") {
				t.Errorf("help page %q uses the font of code, which lacks Vietnamese letters: %s", topic.ID, line)
			}
		}
	}
	for _, id := range s.order {
		if !known[id] {
			t.Errorf("screen %q has no help page", id)
		}
	}
}

func TestF1OpensTheHelpOfTheScreen(t *testing.T) {
	s := openShell(t)
	s.news = "# Có gì mới\n\n## 9.9.9\n\n- Việc mới"
	s.show(screenCadres)
	s.showHelp()
	h := s.help
	if got := h.pages[h.shown].title; got != "Cán bộ" {
		t.Errorf("the help opens at %q, want the page of the screen", got)
	}
	test.Type(h.find, "gan chuc danh moi khong co dau")
	h.fill()
	if h.list.Selected() != "" {
		t.Error("a search that finds nothing leaves a line selected")
	}
	h.find.SetText("giao chuc danh")
	h.choose("0:0")
	s.openHelp(newsID)
	if got := h.pages[h.shown].title; got != "Có gì mới" || h.find.Value() != "" {
		t.Errorf("opened again at %q with %q typed, want what is new and an empty search", got, h.find.Value())
	}
}

func TestTheWalkGoesThroughTheScreens(t *testing.T) {
	s := openShell(t)
	s.startTour()
	for i, stop := range tourStops {
		if s.current != stop.screen || !s.walk.Visible() {
			t.Fatalf("stop %d shows %q, want %q with the strip", i, s.current, stop.screen)
		}
		if s.built[stop.screen] == nil {
			t.Errorf("stop %d names screen %q, which is not there", i, stop.screen)
		}
		s.tourAt(i + 1)
	}
	if s.walk.Visible() || !s.app.Preferences().Bool(preferenceToured) {
		t.Error("the walk is over, but its strip stays or it would start again")
	}
}
