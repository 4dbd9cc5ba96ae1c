package ui

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/reports/raster"
	"cosohoi/ui/kit"
)

// preview shows the pages of a paper, one at a time, as wide as there is room or in fixed sizes, and finds text on them.
type preview struct {
	*shell
	paper  *app.Paper
	sizes  []raster.Size // of the pages, points
	page   int
	zoom   int // index into zooms
	found  []raster.Found
	at     int // which of found is in view
	where  *kit.Entry
	of     *kit.Text
	size   *kit.Text
	find   *kit.Entry
	hits   *kit.Text
	sheet  *fyne.Container
	scroll *container.Scroll
	typing pause
	latest int
	search int

	revealing int
}

// zooms are the widths of a page on the screen, in hundredths of its width on paper at 96 dots per inch; 0 takes
// the width that there is.
var zooms = []int{0, 80, 100, 130, 170}

// pointsPerInch turns the sizes of pages into inches; screenDots is the resolution at which 100 % is the size on paper.
const (
	pointsPerInch = 72
	screenDots    = 96
)

// scrollRoom is what the scroll bar takes beside the page.
const scrollRoom = 14

// findPause is how long typing rests before the pages are searched.
const findPause = 250 * time.Millisecond

// The grey behind the page, and the marks on what was found.
var (
	previewGround = color.NRGBA{0xD9, 0xD3, 0xDB, 0xFF}
	foundMark     = color.NRGBA{0xFF, 0xC8, 0x3D, 0x66}
	foundHere     = color.NRGBA{0xF0, 0x6A, 0x2A, 0x80}
)

func newPreview(s *shell) *preview { return &preview{shell: s} }

func (p *preview) content() fyne.CanvasObject {
	p.where, p.of, p.size, p.hits = kit.NewEntry(), kit.Body(""), kit.Body("").Center(), kit.Caption("")
	p.where.OnSubmitted = func(typed string) {
		if n, err := strconv.Atoi(strings.TrimSpace(typed)); err == nil {
			p.turnTo(max(1, min(n, len(p.sizes))) - 1)
		}
		p.showPlace()
	}
	p.find = kit.NewEntry()
	p.find.SetPlaceHolder("Tìm chữ…")
	p.find.OnChanged = func(string) { p.after(&p.typing, findPause, p.seek) }
	p.find.OnSubmitted = func(string) { p.next(1) }
	p.sheet = container.NewCenter()
	p.scroll = container.NewScroll(p.sheet)
	bar := line(7,
		kit.NewAction("‹", "", func() { p.turnTo(p.page - 1) }), fixed(38, p.where), fixed(26, p.of), kit.NewAction("›", "", func() { p.turnTo(p.page + 1) }),
		fixed(92, p.find), fixed(42, p.hits), kit.NewAction("↓", "", func() { p.next(1) }),
		spacer(),
		kit.NewAction("–", "", func() { p.resize(-1) }), fixed(40, p.size), kit.NewAction("+", "", func() { p.resize(1) }))
	bar.Layout.(*inLine).gap = 5
	ground := canvas.NewRectangle(previewGround)
	ground.CornerRadius = 8
	return container.NewStack(ground, padded(below(8, 1, bar, p.scroll), 8, 8, 8, 8))
}

// say shows a sentence instead of a page.
func (p *preview) say(sentence string) {
	p.latest++
	p.paper, p.sizes, p.found = nil, nil, nil
	words := kit.Paragraph(sentence).Quiet().Center()
	p.sheet.Objects = []fyne.CanvasObject{fixed(300, words)}
	p.sheet.Refresh()
	p.size.SetText("")
	p.showPlace()
}

// show draws a paper, at the page in view when it has one.
func (p *preview) show(paper app.Paper) {
	first := p.paper == nil
	p.paper = &paper
	if first && !app.PreviewPrepared() {
		p.sheet.Objects = []fyne.CanvasObject{kit.Body("Đang chuẩn bị xem trang lần đầu trên máy này, xin chờ một lát…").Quiet()}
		p.sheet.Refresh()
	}
	p.redraw()
	if p.find.Text != "" {
		p.seekAgain()
	}
}

// reveal turns to the page on which a heading stands; the place itself is not marked.
func (p *preview) reveal(heading string) {
	if p.paper == nil || heading == "" {
		return
	}
	paper := *p.paper
	load(p.shell, &p.revealing, func(ctx context.Context) ([]raster.Found, error) {
		return app.FindInPaper(ctx, paper, heading)
	}, func(found []raster.Found) {
		if len(found) > 0 && p.paper != nil {
			p.page = found[0].Page
			p.redraw()
			p.scrollTo(found[0])
		}
	})
}

// scrollTo brings a place of the page in view into sight.
func (p *preview) scrollTo(hit raster.Found) {
	if len(hit.Rects) == 0 {
		return
	}
	height := float64(p.sheet.MinSize().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, float32(max(0, hit.Rects[0].Top*height-float64(p.scroll.Size().Height)/3))))
}

func (p *preview) turnTo(page int) {
	if p.paper == nil || page < 0 || page >= len(p.sizes) || page == p.page {
		return
	}
	p.page = page
	p.redraw()
	p.scroll.ScrollToTop()
}

func (p *preview) resize(by int) {
	if next := p.zoom + by; p.paper != nil && next >= 0 && next < len(zooms) {
		p.zoom = next
		p.redraw()
	}
}

// scale is the zoom for a page in hundredths.
func (p *preview) scale(page raster.Size) int {
	if zooms[p.zoom] != 0 {
		return zooms[p.zoom]
	}
	width := page.Width / pointsPerInch * screenDots
	return int(100 * max(float64(p.scroll.Size().Width-scrollRoom), 200) / width)
}

type drawnPage struct {
	sizes   []raster.Size
	page    int
	zoom    int
	picture image.Image
}

func (p *preview) redraw() {
	paper, page := *p.paper, p.page
	density := float64(p.win.Canvas().Scale())
	load(p.shell, &p.latest, func(ctx context.Context) (drawnPage, error) {
		p.preparePreview(ctx)
		sizes, err := app.PaperSizes(paper)
		if err != nil {
			return drawnPage{}, err
		}
		page = max(0, min(page, len(sizes)-1))
		zoom := p.scale(sizes[page])
		picture, err := app.PaperPage(ctx, paper, page, int(screenDots*density*float64(zoom)/100))
		return drawnPage{sizes, page, zoom, picture}, err
	}, func(d drawnPage) {
		p.sizes, p.page = d.sizes, d.page
		picture := canvas.NewImageFromImage(d.picture)
		picture.FillMode = canvas.ImageFillStretch
		picture.ScaleMode = canvas.ImageScaleFastest
		b := d.picture.Bounds()
		size := fyne.NewSize(float32(float64(b.Dx())/density), float32(float64(b.Dy())/density))
		picture.SetMinSize(size)
		p.sheet.Objects = []fyne.CanvasObject{container.NewStack(picture, p.marksOn(d.page))}
		p.sheet.Refresh()
		p.showPlace()
		p.size.SetText(fmt.Sprintf("%d%%", d.zoom))
	})
}

// showPlace says which page is in view.
func (p *preview) showPlace() {
	if len(p.sizes) == 0 {
		p.where.SetText("")
		p.of.SetText("")
	} else {
		p.where.SetText(strconv.Itoa(p.page + 1))
		p.of.SetText(fmt.Sprintf("/%d", len(p.sizes)))
	}
}

// seekAgain marks anew what is searched for, after the pages changed, and stays on the page in view.
func (p *preview) seekAgain() {
	text, paper := p.find.Value(), *p.paper
	load(p.shell, &p.search, func(ctx context.Context) ([]raster.Found, error) {
		return app.FindInPaper(ctx, paper, text)
	}, func(found []raster.Found) {
		at := min(p.at, max(len(found)-1, 0))
		p.setFound(found)
		p.at = at
		if len(found) > 0 {
			p.hits.SetText(fmt.Sprintf("%d/%d", p.at+1, len(found)))
			p.redraw()
		}
	})
}

// seek finds what was typed and shows the first place from the page in view on.
func (p *preview) seek() {
	text := p.find.Value()
	if p.paper == nil || text == "" {
		p.search++
		p.setFound(nil)
		return
	}
	paper := *p.paper
	load(p.shell, &p.search, func(ctx context.Context) ([]raster.Found, error) {
		return app.FindInPaper(ctx, paper, text)
	}, func(found []raster.Found) {
		p.setFound(found)
		for i, f := range found {
			if f.Page >= p.page {
				p.at = i
				break
			}
		}
		p.showHit()
	})
}

func (p *preview) setFound(found []raster.Found) {
	p.found, p.at = found, 0
	if len(found) == 0 {
		hit := ""
		if p.find.Value() != "" {
			hit = "không có"
		}
		p.hits.SetText(hit)
		if p.paper != nil {
			p.redraw()
		}
	}
}

// next goes to the next place, after the last to the first.
func (p *preview) next(by int) {
	if n := len(p.found); n > 0 {
		p.at = (p.at + by + n) % n
		p.showHit()
	}
}

func (p *preview) showHit() {
	if len(p.found) == 0 || p.paper == nil {
		return
	}
	p.hits.SetText(fmt.Sprintf("%d/%d", p.at+1, len(p.found)))
	hit := p.found[p.at]
	p.page = hit.Page
	p.redraw()
	p.scrollTo(hit)
}

// marksOn are the coloured fields over what was found on a page.
func (p *preview) marksOn(page int) fyne.CanvasObject {
	m := &marks{}
	var objects []fyne.CanvasObject
	for i, f := range p.found {
		if f.Page != page {
			continue
		}
		for _, r := range f.Rects {
			fill := foundMark
			if i == p.at {
				fill = foundHere
			}
			objects, m.on = append(objects, canvas.NewRectangle(fill)), append(m.on, r)
		}
	}
	return container.New(m, objects...)
}

// marks lays fields over a page, each on the part of it that it covers.
type marks struct{ on []raster.Rect }

// Layout is Fyne's hook.
func (m *marks) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		r := m.on[i]
		o.Move(fyne.NewPos(float32(r.Left)*size.Width, float32(r.Top)*size.Height))
		o.Resize(fyne.NewSize(float32(r.Right-r.Left)*size.Width, float32(r.Bottom-r.Top)*size.Height))
	}
}

// MinSize is Fyne's hook.
func (*marks) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
