package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/assets"
	"cosohoi/ui/kit"
)

// newsID is the page of what is new, which is not a file of the help.
const newsID = "co-gi-moi"

// help is the window of the help. It stands beside the main window, so that one can read and do.
type help struct {
	win    fyne.Window
	pages  []helpPage
	find   *kit.Entry
	list   *kit.ItemList
	scroll *container.Scroll
	shown  int                 // the page in view
	starts []fyne.CanvasObject // the first object of each section of it
}

// helpPages are all pages: those of the program, then what is new.
func (s *shell) helpPages() []helpPage {
	var pages []helpPage
	for _, t := range assets.HelpTopics() {
		pages = append(pages, newHelpPage(t.ID, t.Text))
	}
	if s.news != "" {
		pages = append(pages, newHelpPage(newsID, s.news))
	}
	return pages
}

// showHelp opens the help at the page of the screen in view.
func (s *shell) showHelp() { s.openHelp(s.current) }

// openHelp opens the help at a page; one that is not there gives the first.
func (s *shell) openHelp(id string) {
	if s.help == nil {
		s.help = s.newHelp()
	}
	s.help.show(id)
	s.help.win.Show()
	s.help.win.RequestFocus()
	s.help.win.Canvas().Focus(s.help.find)
}

func (s *shell) newHelp() *help {
	h := &help{win: s.app.NewWindow("Trợ giúp – Cơ sở Hội"), pages: s.helpPages(), shown: -1}
	h.win.SetPadded(false)
	h.find = kit.NewEntry()
	h.find.SetPlaceHolder("Tìm trong trợ giúp, không cần dấu…")
	h.list = kit.NewItemList("Không thấy trong trợ giúp; hãy gõ từ khác.", nil)
	h.find.OnChanged = func(string) { h.fill() }
	h.find.OnSubmitted = func(string) { h.list.Focus() }
	h.list.OnSelected = h.choose
	h.scroll = container.NewVScroll(container.NewVBox())
	guide := kit.NewAction("In hướng dẫn nhanh…", "", s.printGuide)
	tour := kit.NewAction("Đi một vòng", "", func() {
		h.win.Hide()
		s.startTour()
	})
	left := below(8, 1, h.find, kit.NewCard(h.list, 1), tour, guide)
	ground := canvas.NewRectangle(kit.Window)
	h.win.SetContent(kit.WithTips(container.NewStack(ground, padded(columns([]float32{270, 0}, left, kit.NewCard(h.scroll, 14)), 12, 12, 12, 12))))
	h.win.Resize(fyne.NewSize(980, 640))
	kit.Bind(h.win, "Ctrl+F", func() { h.win.Canvas().Focus(h.find) })
	kit.Bind(h.win, "Escape", h.win.Hide)
	h.win.SetCloseIntercept(h.win.Hide) // it is opened again and again
	h.fill()
	return h
}

// fill lists the pages, or the sections that a search finds.
func (h *help) fill() {
	var items []kit.Item
	if typed := h.find.Value(); typed != "" {
		for _, hit := range searchHelp(h.pages, typed) {
			p := h.pages[hit.page]
			items = append(items, kit.Item{ID: fmt.Sprintf("%d:%d", hit.page, hit.section), Title: p.sections[hit.section].heading, Detail: p.title})
		}
	} else {
		for i, p := range h.pages {
			items = append(items, kit.Item{ID: fmt.Sprintf("%d:0", i), Title: p.title, Detail: p.outline()})
		}
	}
	h.list.SetItems(items)
	h.list.Select(fmt.Sprintf("%d:0", h.shown))
}

// outline names the sections of a page in a line.
func (p helpPage) outline() string {
	var names []string
	for _, s := range p.sections[1:] {
		names = append(names, s.heading)
	}
	return strings.Join(names, " · ")
}

// choose shows what a line of the list stands for.
func (h *help) choose(id string) {
	var page, section int
	if _, err := fmt.Sscanf(id, "%d:%d", &page, &section); err != nil {
		return
	}
	h.draw(page)
	h.scroll.Offset = fyne.NewPos(0, h.starts[section].Position().Y)
	h.scroll.Refresh()
}

func (h *help) show(id string) {
	h.find.SetText("")
	at := 0
	for i, p := range h.pages {
		if p.id == id {
			at = i
		}
	}
	h.draw(at)
	h.scroll.ScrollToTop()
	h.list.Select(fmt.Sprintf("%d:0", at))
}

func (h *help) draw(page int) {
	if page == h.shown {
		return
	}
	h.shown, h.starts = page, nil
	var objects []fyne.CanvasObject
	for i, section := range h.pages[page].sections {
		drawn := section.draw(i == 0)
		h.starts = append(h.starts, drawn[0])
		objects = append(objects, drawn...)
	}
	h.scroll.Content = below(4, -1, objects...)
	h.scroll.Refresh()
}

// printGuide opens the quick guide in the system's viewer, from which it is printed.
func (s *shell) printGuide() {
	paper, err := app.QuickGuide()
	if err != nil {
		s.fail(err)
		return
	}
	s.openPaper(paper)
}
