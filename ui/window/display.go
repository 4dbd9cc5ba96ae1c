//go:build window

package window

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The screen is as large as that of the office's PCs.
const (
	screenWidth  = 1366
	screenHeight = 768
)

// display is an Xvfb of its own: its picture read straight from its memory, its keyboard and mouse worked through
// the XTEST extension.
type display struct {
	*xClient
	number string
	screen []byte // the mapped XWD file
	pixels int    // where the pixels begin in it
	stride int    // bytes a line
}

// openDisplay starts an Xvfb that ends with the test, with more of its own options.
func openDisplay(t testing.TB, options ...string) *display {
	t.Helper()
	folder := t.TempDir()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight),
		"-fbdir", folder, "-nocursor", "-nolisten", "tcp", "-noreset"}, options...)...)
	server.ExtraFiles = []*os.File{write}
	server.SysProcAttr = diesWithTest()
	if err := server.Start(); err != nil {
		t.Fatalf("start Xvfb: %v", err)
	}
	_ = write.Close()
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	_ = read.SetReadDeadline(time.Now().Add(patience))
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}
	d := &display{number: strings.TrimSpace(line)}
	if _, err := strconv.Atoi(d.number); err != nil {
		t.Fatalf("Xvfb names the display %q", d.number)
	}
	if err := d.mapScreen(filepath.Join(folder, "Xvfb_screen0")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Munmap(d.screen) })
	if d.xClient, err = dialX(d.number); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.conn.Close() })
	return d
}

// mapScreen maps the file in which Xvfb keeps its picture: an XWD header, a colour map, the pixels.
func (d *display) mapScreen(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("screen of Xvfb: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("screen of Xvfb: %w", err)
	}
	d.screen, err = syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return fmt.Errorf("map the screen of Xvfb: %w", err)
	}
	const headerSize, version, bitsPerPixel, bytesPerLine, colours = 0, 1, 11, 12, 19
	field := func(n int) int { return int(binary.BigEndian.Uint32(d.screen[4*n:])) }
	if field(version) != 7 || field(bitsPerPixel) != 32 {
		return fmt.Errorf("screen of Xvfb: version %d with %d bits a pixel", field(version), field(bitsPerPixel))
	}
	d.stride = field(bytesPerLine)
	d.pixels = field(headerSize) + 12*field(colours)
	return nil
}

// diesWithTest ends a child even when the test binary is killed.
func diesWithTest() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }

// at returns the colour of one point of the screen.
func (d *display) at(x, y int) color.RGBA {
	p := d.screen[d.pixels+y*d.stride+4*x:]
	return color.RGBA{p[2], p[1], p[0], 0xFF}
}

// picture is a part of the screen, with the bytes of a pixel as Xvfb has them: blue, green, red, nothing.
type picture struct {
	area image.Rectangle
	raw  []byte
}

// picture copies a part of the screen.
func (d *display) picture(area image.Rectangle) picture {
	width := 4 * area.Dx()
	p := picture{area, make([]byte, 0, width*area.Dy())}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		p.raw = append(p.raw, d.screen[d.pixels+y*d.stride+4*area.Min.X:][:width]...)
	}
	return p
}

// shows tells whether the same area of the screen still looks like the picture.
func (d *display) shows(p picture) bool {
	width := 4 * p.area.Dx()
	for y := range p.area.Dy() {
		if !bytes.Equal(p.raw[y*width:][:width], d.screen[d.pixels+(p.area.Min.Y+y)*d.stride+4*p.area.Min.X:][:width]) {
			return false
		}
	}
	return true
}

// image gives the picture for a file.
func (p picture) image() image.Image {
	img := image.NewRGBA(p.area)
	for i := 0; i < len(p.raw); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = p.raw[i+2], p.raw[i+1], p.raw[i], 0xFF
	}
	return img
}

// whole is the area of the screen.
func whole() image.Rectangle { return image.Rect(0, 0, screenWidth, screenHeight) }
