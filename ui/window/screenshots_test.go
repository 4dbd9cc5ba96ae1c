//go:build window

package window

import (
	"image"
	"os"
	"path/filepath"
	"testing"
)

// TestScreenshots takes a picture of every screen at 1366×768, for people to look at.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		t.Skip("SCREENSHOTS names no folder for the pictures")
	}
	h := newHome(t)
	p := openProgram(t, h, h.demoDatabase(t))
	take := func(name string) {
		t.Helper()
		p.rest()
		p.must(p.save(filepath.Join(folder, name+".png"), whole()))
	}

	take("00-tong-quan")

	p.key("ctrl+2", "ctrl+f")
	p.typeText("hai hau")
	p.must(p.press("Return"))
	p.rest()
	p.after("huyện Hải Hậu", unitRecord, func() { p.must(p.press("End")) }) // below the province
	p.key("ctrl+f")
	p.must(p.press("ctrl+a"))
	p.key("BackSpace")
	p.key("Return") // back in the whole tree
	p.key("Right")  // opens the district
	p.after("a commune", unitRecord, func() { p.must(p.press("Down")) })
	take("01-to-chuc")

	p.key("ctrl+3", "ctrl+f")
	p.typeText("nguyen thi hong")
	p.selectFirstRow(cadreRecord)
	take("02-can-bo")

	p.openOverdueVisit()
	take("03-kiem-tra")

	p.key("ctrl+4")
	take("11-chi-tieu")
	p.key("ctrl+5")
	take("12-phong-trao")
	p.openFigures()
	take("10-so-lieu")

	p.key("ctrl+8")
	p.click(320, 268) // the first document of the list, a draft
	p.untilPage()
	take("04-van-ban")
	p.click(668, 82) // Sổ văn bản đi
	p.rest()
	take("09-so-van-ban-di")
	p.click(603, 82) // back to the documents

	p.key("ctrl+9")
	take("05-cai-dat")

	p.key("ctrl+3")
	p.opensForm("ctrl+n")
	p.typeText("Ưng Thị Ngọc Thoảng")
	p.key("Tab")
	p.typeText("31/02/1985")
	p.key("Tab", "Tab")
	p.typeText("0912")
	p.key("ctrl+s")
	take("07-bieu-mau")
	p.key("Escape", "Tab") // from keeping what was typed to discarding it
	p.closesForm("Return")

	p.key("ctrl+2", "ctrl+k")
	before := p.picture(whole())
	p.must(p.write("hai"))
	const someRows = 150
	p.until("what was found", func() bool { return p.changedHeight(before) > someRows })
	take("08-tim-kiem")

	first := openProgram(t, newHome(t), filepath.Join(t.TempDir(), "tinh.db"))
	first.must(first.save(filepath.Join(folder, "06-khoi-dau.png"), whole()))
}

// unitRecord is where the screen Tổ chức shows the unit.
var unitRecord = image.Rect(600, 115, 1345, 720)

// untilPage waits until the preview has drawn a page: black letters on white paper stand on its grey ground.
func (p *program) untilPage() {
	p.t.Helper()
	page := image.Rect(885, 150, 1340, 720)
	p.until("a page in the preview", func() bool { return p.ink(page) > 2000 })
	p.rest()
}

// ink counts the dark points of an area.
func (d *display) ink(area image.Rectangle) int {
	dark := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			c := d.at(x, y)
			if int(c.R)+int(c.G)+int(c.B) < 3*0x60 {
				dark++
			}
		}
	}
	return dark
}
