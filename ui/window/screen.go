//go:build window

package window

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// Colours that tell where the program is.
var (
	black       = color.RGBA{0, 0, 0, 0xFF} // the display before anything is drawn
	railGround  = color.RGBA{0x3B, 0x16, 0x31, 0xFF}
	accent      = color.RGBA{0xA3, 0x19, 0x5B, 0xFF}
	sheetGround = color.RGBA{0xFF, 0xFF, 0xFF, 0xFF} // of what lies over the window
	railBar     = color.RGBA{0xF0, 0x8B, 0xB8, 0xFF} // beside the screen in view
)

// glance is the pause between two looks at the screen, quiet how long a screen must not change to be at rest.
const (
	glance = 15 * time.Millisecond
	quiet  = 150 * time.Millisecond
)

// until polls until a condition holds; what names it in the failure.
func (p *program) until(what string, holds func() bool) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	for !holds() {
		if time.Now().After(deadline) {
			p.fail("waited in vain for %s", what)
		}
		select {
		case o := <-p.ended:
			p.t.Fatalf("the program ended with %d while waiting for %s: %s", o.code, what, o.errOut)
		case <-time.After(glance):
		}
	}
}

// rest waits until the screen no longer changes.
func (p *program) rest() {
	p.t.Helper()
	last, since := p.picture(whole()), time.Now()
	p.until("a screen at rest", func() bool {
		if !p.shows(last) {
			last, since = p.picture(whole()), time.Now()
		}
		return time.Since(since) >= quiet
	})
}

// after does something to the window and waits until an area shows it, and then is at rest.
func (p *program) after(what string, area image.Rectangle, act func()) {
	p.t.Helper()
	before := p.picture(area)
	act()
	p.until(what+" to show", func() bool { return !p.shows(before) })
	p.rest()
}

// key presses keys that change what is shown, and waits for it.
func (p *program) key(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.after(k, whole(), func() { p.must(p.press(k)) })
	}
}

// typeText types a text into what has the focus.
func (p *program) typeText(text string) {
	p.t.Helper()
	p.after("“"+text+"”", whole(), func() { p.must(p.write(text)) })
}

// click presses the left button at a place that changes for it.
func (p *program) click(x, y int) {
	p.t.Helper()
	p.after(fmt.Sprintf("a click at %d,%d", x, y), whole(), func() {
		p.must(p.fake(moved, 0, x, y))
		p.must(p.settle())
		p.rest() // what lies under the pointer shows it
		p.must(p.fake(buttonDown, 1, 0, 0))
		p.must(p.fake(buttonUp, 1, 0, 0))
	})
}

// inFront tells whether a form or a question lies over the window: it darkens the rail.
func (p *program) inFront() bool { return p.at(railPoint.X, railPoint.Y) != railGround }

// railPoint is a place on the rail that no item reaches.
var railPoint = image.Pt(10, 400)

// opensForm presses keys that open a form or a question.
func (p *program) opensForm(keys string) {
	p.t.Helper()
	p.must(p.press(keys))
	p.until("a form after "+keys, p.inFront)
	p.rest()
}

// closesForm presses keys after which no form is open any more.
func (p *program) closesForm(keys string) {
	p.t.Helper()
	p.must(p.press(keys))
	p.until("the form to close after "+keys, func() bool { return !p.inFront() })
	p.rest()
}

// pick types into the input that has the focus, under which a list opens, and takes the first line of it.
func (p *program) pick(text string) {
	p.t.Helper()
	before := p.picture(whole())
	const inputHeight = 60 // with what stands under it
	p.must(p.write(text))
	p.until("a list for “"+text+"”", func() bool { return p.changedHeight(before) > inputHeight })
	p.must(p.press("Return"))
	p.until("the list for “"+text+"” to close", func() bool { return p.changedHeight(before) <= inputHeight })
	p.rest()
}

// changedHeight is from the first to the last line in which the whole screen differs from a picture of it.
func (d *display) changedHeight(before picture) int {
	now := d.picture(before.area)
	width := 4 * before.area.Dx()
	first, last := -1, -2
	for y := range before.area.Dy() {
		if !bytes.Equal(before.raw[y*width:][:width], now.raw[y*width:][:width]) {
			if first < 0 {
				first = y
			}
			last = y
		}
	}
	return last - first + 1
}

// save writes a picture of the screen.
func (p *program) save(path string, area image.Rectangle) error {
	return savePicture(path, p.picture(area))
}

func savePicture(path string, p picture) error {
	var buffer bytes.Buffer
	if err := png.Encode(&buffer, p.image()); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, buffer.Bytes(), 0o644)
}
