package ui

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// preview shows the pages of a paper, one at a time, as wide as there is room or in fixed sizes.
type preview struct {
	*shell
	paper  *app.Paper
	count  int
	page   int
	zoom   int  // index into zooms
	across bool // whether the paper lies across
	where  *kit.Text
	size   *kit.Text
	sheet  *fyne.Container
	scroll *container.Scroll
	latest int
}

// zooms are the widths of a page on the screen, in hundredths of its width on paper at 96 dots per inch; 0 takes
// the width that there is.
var zooms = []int{0, 80, 100, 130}

// The width of the paper at 96 dots per inch, upright and across.
const (
	uprightWidth = 794
	acrossWidth  = 1123
)

// scrollRoom is what the scroll bar takes beside the page.
const scrollRoom = 14

// previewGround is the grey behind the page, as in the sketch of the screen.
var previewGround = color.NRGBA{0xD9, 0xD3, 0xDB, 0xFF}

func newPreview(s *shell) *preview { return &preview{shell: s} }

func (p *preview) content() fyne.CanvasObject {
	p.where, p.size = kit.Body("").Center(), kit.Body("").Center()
	p.sheet = container.NewCenter()
	p.scroll = container.NewScroll(p.sheet)
	bar := line(3,
		kit.NewAction("‹", "", func() { p.turn(-1) }), fixed(90, p.where), kit.NewAction("›", "", func() { p.turn(1) }),
		spacer(),
		kit.NewAction("–", "", func() { p.resize(-1) }), fixed(50, p.size), kit.NewAction("+", "", func() { p.resize(1) }))
	ground := canvas.NewRectangle(previewGround)
	ground.CornerRadius = 8
	p.say("Chọn loại văn bản ở bên trái.")
	return container.NewStack(ground, padded(below(8, 1, bar, p.scroll), 10, 10, 10, 10))
}

// say shows a sentence instead of a page.
func (p *preview) say(sentence string) {
	p.latest++
	p.sheet.Objects = []fyne.CanvasObject{kit.Body(sentence).Quiet()}
	p.sheet.Refresh()
	p.where.SetText("")
	p.size.SetText("")
}

// show draws the first page of a paper, or the page in view when it has one.
func (p *preview) show(paper app.Paper, across bool) {
	p.paper, p.across = &paper, across
	if !app.PreviewPrepared() {
		p.say("Đang chuẩn bị xem trang lần đầu trên máy này, xin chờ một lát…")
	}
	p.redraw()
}

func (p *preview) turn(by int) {
	if next := p.page + by; p.paper != nil && next >= 0 && next < p.count {
		p.page = next
		p.redraw()
		p.scroll.ScrollToTop()
	}
}

func (p *preview) resize(by int) {
	if next := p.zoom + by; p.paper != nil && next >= 0 && next < len(zooms) {
		p.zoom = next
		p.redraw()
	}
}

type drawnPage struct {
	count, page int
	picture     image.Image
}

func (p *preview) redraw() {
	paper, page := *p.paper, p.page
	scale, zoom := p.win.Canvas().Scale(), zooms[p.zoom]
	if zoom == 0 {
		width := float32(uprightWidth)
		if p.across {
			width = acrossWidth
		}
		zoom = int(100 * max(p.scroll.Size().Width-scrollRoom, 200) / width)
	}
	dpi := int(96 * scale * float32(zoom) / 100)
	load(p.shell, &p.latest, func(ctx context.Context) (drawnPage, error) {
		p.preparePreview(ctx)
		count, err := app.PaperPages(paper)
		if err != nil {
			return drawnPage{}, err
		}
		page = min(page, count-1)
		picture, err := app.PaperPage(ctx, paper, page, dpi)
		return drawnPage{count, page, picture}, err
	}, func(d drawnPage) {
		p.count, p.page = d.count, d.page
		picture := canvas.NewImageFromImage(d.picture)
		picture.FillMode = canvas.ImageFillStretch
		picture.ScaleMode = canvas.ImageScaleFastest
		b := d.picture.Bounds()
		picture.SetMinSize(fyne.NewSize(float32(b.Dx())/scale, float32(b.Dy())/scale))
		p.sheet.Objects = []fyne.CanvasObject{picture}
		p.sheet.Refresh()
		p.where.SetText(fmt.Sprintf("Trang %d/%d", p.page+1, p.count))
		p.size.SetText(fmt.Sprintf("%d%%", zoom))
	})
}
