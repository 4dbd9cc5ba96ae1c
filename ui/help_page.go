package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"cosohoi/assets"
	"cosohoi/data/vietnamese"
)

// helpPage is a page of the help, cut at its headings.
type helpPage struct {
	id, title string
	sections  []helpSection
}

// helpSection is a heading with what stands below it; the first of a page has the title of the page as heading.
type helpSection struct {
	heading, text string // text is Markdown without the heading
	key           string // for the search
}

// newHelpPage cuts a page, Markdown whose first line is the title, at its headings.
func newHelpPage(id, text string) helpPage {
	p := helpPage{id: id}
	var current *helpSection
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		heading, found := strings.CutPrefix(line, "# ")
		if found {
			p.title = heading
		} else {
			heading, found = strings.CutPrefix(line, "## ")
		}
		if found {
			p.sections = append(p.sections, helpSection{heading: strings.TrimSpace(heading)})
			current = &p.sections[len(p.sections)-1]
			continue
		}
		if current != nil {
			current.text += line + "\n"
		}
	}
	for i := range p.sections {
		s := &p.sections[i]
		s.key = " " + vietnamese.SearchKey(p.title+" "+s.heading+" "+s.text)
	}
	return p
}

// helpHit is a section that a search found.
type helpHit struct{ page, section int }

// searchHelp finds the sections in which every typed word begins a word, tone marks or not; those whose heading has them all first.
func searchHelp(pages []helpPage, typed string) []helpHit {
	words := strings.Fields(vietnamese.SearchKey(typed))
	if len(words) == 0 {
		return nil
	}
	has := func(key string) bool {
		for _, w := range words {
			if !strings.Contains(key, " "+w) {
				return false
			}
		}
		return true
	}
	var first, rest []helpHit
	for i, p := range pages {
		for k, s := range p.sections {
			switch {
			case has(" " + vietnamese.SearchKey(s.heading)):
				first = append(first, helpHit{i, k})
			case has(s.key):
				rest = append(rest, helpHit{i, k})
			}
		}
	}
	return append(first, rest...)
}

// draw makes the objects of a section: its heading, text and pictures.
func (s helpSection) draw(top bool) []fyne.CanvasObject {
	mark := "## "
	if top {
		mark = "# "
	}
	var objects []fyne.CanvasObject
	words := func(markdown string) {
		if strings.TrimSpace(markdown) == "" {
			return
		}
		text := widget.NewRichTextFromMarkdown(markdown)
		text.Wrapping = fyne.TextWrapWord
		objects = append(objects, text)
	}
	part := mark + s.heading + "\n\n"
	for _, line := range strings.SplitAfter(s.text, "\n") {
		caption, file, isPicture := pictureLine(line)
		if !isPicture {
			part += line
			continue
		}
		words(part)
		part = ""
		if content, known := assets.Picture(file); known {
			picture := canvas.NewImageFromResource(fyne.NewStaticResource(file, content))
			picture.FillMode = canvas.ImageFillContain
			picture.SetMinSize(fyne.NewSize(560, 290))
			objects = append(objects, picture)
		} else {
			words(caption)
		}
	}
	words(part)
	return objects
}

// pictureLine reads a line "![caption](file.png)".
func pictureLine(line string) (caption, file string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), "![")
	if !ok {
		return "", "", false
	}
	caption, file, ok = strings.Cut(rest, "](")
	return caption, strings.TrimSuffix(file, ")"), ok
}
