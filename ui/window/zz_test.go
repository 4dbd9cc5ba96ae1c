//go:build window

package window

import "testing"

func TestTry(t *testing.T) {
	h := newHome(t)
	p := openProgram(t, h, h.demoDatabase(t))
	t.Log(p.title())
	p.save("/tmp/wlab/a.png", whole())
	p.key("ctrl+3")
	p.save("/tmp/wlab/b.png", whole())
	p.key("ctrl+2")
	p.key("ctrl+f")
	p.typeText("nguyễn thị hươNg ĐẲNG 12")
	p.save("/tmp/wlab/c.png", whole())
	p.key("ctrl+k")
	p.save("/tmp/wlab/d.png", whole())
	p.key("Escape")
	p.opensForm("ctrl+n")
	p.save("/tmp/wlab/e.png", whole())
	o := p.close()
	t.Logf("%+v", o)
}
